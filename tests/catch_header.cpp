// Nothing but the header: the unit test programs share the precompiled form made for this file.
#include "tests/catch.h"
