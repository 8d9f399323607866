// Catch2 for our unit tests: REQUIRE and friends.  CHECK stays ours (flowgraph/check.h): a test states
// what must hold and stops at the first thing that does not.
#pragma once

#include <catch2/catch.hpp>

#undef CHECK
