// Sapwood as a library, in one header: translation (Translator), graphs and their construction, passes, C.
// The class is sapwood::Translator; link with Sapwood::Translator, or with Sapwood::Graphs for graphs without
// Python.
#pragma once

#include "backends/c/emit_c.h"
#include "flowgraph/builder.h"
#include "flowgraph/parse.h"
#include "flowgraph/passes.h"
#include "flowgraph/print.h"
#include "flowgraph/program.h"
#include "flowgraph/verify.h"
#include "tools/translator.h"
#include "transforms/pipeline.h"
