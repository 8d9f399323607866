// The table of builtins reads as its header says.
#include "flowgraph/builtins.h"

#include "tests/catch.h"

using namespace sapwood;

TEST_CASE("signatures are parsed") {
    auto split = builtin_rows("str.split");
    REQUIRE(split.size() == 1);
    REQUIRE(split[0].parameters.size() == 3);
    REQUIRE(split[0].parameters[0].name.empty());
    REQUIRE(split[0].parameters[1].name == "sep");
    REQUIRE(split[0].parameters[1].type.nullable);
    REQUIRE(split[0].parameters[1].default_text == "None");
    REQUIRE(builtin_type_text(split[0].result) == "list[str]");
    REQUIRE(split[0].effects == builtin_effect::raises);
}

TEST_CASE("rows of one name are alternatives") {
    REQUIRE(builtin_rows("math.log").size() == 2);
    REQUIRE(builtin_rows("math.log")[1].parameters.size() == 2);
    REQUIRE(builtin_rows("no.such").empty());
}

TEST_CASE("keyword only parameters and text defaults") {
    const BuiltinRow& close = builtin_rows("math.isclose")[0];
    REQUIRE_FALSE(close.parameters[1].keyword_only);
    REQUIRE(close.parameters[2].keyword_only);
    REQUIRE(close.parameters[3].keyword_only);
    REQUIRE(builtin_rows("str.center")[0].parameters[2].default_text == "' '");
    REQUIRE(builtin_rows("time.time")[0].parameters.empty());
}
