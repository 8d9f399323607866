// Which integers of a graph matter only modulo 2**64, so that computing them needs no overflow check.
#pragma once

#include <vector>

#include "rtyper/rtyper.h"

namespace sapwood {

// By host variable of an annotated graph: whether it is an int all uses of which come down to `& mask` or
// `% 2**k`, directly or through further such arithmetic and along links.
std::vector<bool> truncated_variables(RTyper& rtyper, const FunctionGraph& graph,
                                      const GraphAnnotations& notes);

}  // namespace sapwood
