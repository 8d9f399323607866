// Types, constants, and diagnostics as text.
#include <cmath>
#include <limits>

#include "flowgraph/diagnostics.h"
#include "flowgraph/parse.h"
#include "flowgraph/print.h"
#include "flowgraph/program.h"
#include "flowgraph/suggestion.h"
#include "tests/catch.h"

using namespace sapwood;

TEST_CASE("structural types are interned, structs are nominal") {
    TypeTable types;
    LLTypeId array = types.array_of(kSigned, true);
    REQUIRE(types.array_of(kSigned, true) == array);
    REQUIRE(types.array_of(kSigned, false) != array);
    REQUIRE(types.array_of(kSigned, true, true) != array);
    REQUIRE(types.pointer_to(array) == types.pointer_to(array));
    REQUIRE(types.function({kSigned, kFloat}, kVoid) == types.function({kSigned, kFloat}, kVoid));
    REQUIRE(types.function({kSigned}, kFloat) != types.function({kFloat}, kSigned));
    LLTypeId first = types.new_struct("point", true), second = types.new_struct("point", true);
    REQUIRE(first != second);
    REQUIRE(types.text(second) == "point_1");
    REQUIRE(types.text(types.new_struct("Signed", false)) == "Signed_1");
    REQUIRE(types.text(types.new_struct("a b", false)) == "a_b");
    REQUIRE(types.find_struct("point") == first);
    REQUIRE(!types.find_struct("line"));
}

TEST_CASE("types have the text that .fg reads back") {
    TypeTable types;
    LLTypeId array = types.array_of(kGcRef, true, true);
    REQUIRE(types.text(array) == "ConstGcArray(GcRef)");
    REQUIRE(types.text(types.pointer_to(array)) == "Ptr(ConstGcArray(GcRef))");
    REQUIRE(types.text(types.function({kChar, types.pointer_to(array)}, kVoid)) ==
            "Func(Char, Ptr(ConstGcArray(GcRef))) -> Void");
}

TEST_CASE("fields and inlined arrays are found") {
    TypeTable types;
    LLTypeId chars = types.array_of(kChar, false);
    LLTypeId text = types.new_struct("str", true);
    types.define_struct(text, {{"hash", kSigned}, {"chars", chars}});
    REQUIRE(types.field_index(text, "chars") == 1u);
    REQUIRE(!types.field_index(text, "length"));
    REQUIRE(types.inlined_array(text) == chars);
    REQUIRE(types.is_gc_pointer(types.pointer_to(text)));
    REQUIRE(!types.is_gc_pointer(types.pointer_to(chars)));
    REQUIRE(types.is_gc_pointer(kGcRef));
}

TEST_CASE("constants are interned by value and type") {
    ConstantTable constants;
    ConstantId one = constants.integer(1);
    REQUIRE(constants.integer(1) == one);
    REQUIRE(constants.floating(1) != one);
    REQUIRE(constants.boolean(true) != one);
    REQUIRE(constants.ll_int(1) != one);
    REQUIRE(constants.ll_int(1, kChar) != constants.ll_int(1));
    REQUIRE(constants.floating(0.0) != constants.floating(-0.0));
    double nan = std::numeric_limits<double>::quiet_NaN();
    REQUIRE(constants.floating(nan) == constants.floating(nan));
    REQUIRE(constants.floating(nan) != constants.floating(std::copysign(nan, -1)));
    REQUIRE(constants.str("x") != constants.bytes("x"));
    REQUIRE(constants.str(std::string("a\0b", 3)) != constants.str("a"));
    REQUIRE(constants.shape({"a", "b"}, false) != constants.shape({"a", "b"}, true));
    REQUIRE(constants.shape({"ab"}, false) != constants.shape({"a", "b"}, false));
    REQUIRE(constants.graphs({GraphId(1), GraphId(2)}) != constants.graphs({GraphId(2), GraphId(1)}));
    REQUIRE(constants.undefined() != constants.undefined(kFloat));
    REQUIRE(constants.none() != constants.void_());
}

TEST_CASE("constants parse from what they print") {
    Program program;
    program.phase = Phase::TypedLL;
    for (ConstantId id : {program.constants.ll_int(-7), program.constants.ll_int(255, kChar),
                          program.constants.ll_float(1e300), program.constants.ll_bool(true),
                          program.constants.null(kGcRef), program.constants.void_(),
                          program.constants.undefined(kNumber), program.constants.field("two words"),
                          program.constants.type(kFloat), program.constants.leaf("float_repr")}) {
        Diagnostics diagnostics;
        std::optional<ConstantId> again = parse_constant(print_constant(program, id), program, diagnostics);
        INFO(print_constant(program, id));
        REQUIRE(again == id);
    }
}

namespace {

SourceFile file_of(std::string path, std::vector<std::string> lines) {
    return {std::move(path), std::move(lines)};
}

Location place(FileId file, int line, int column, int end_column) {
    return {file, line, column, line, end_column, {}};
}

}  // namespace

TEST_CASE("diagnostics show place, text, slug, source, and caret range") {
    Store<FileId, SourceFile> files;
    FileId file = files.add(file_of("a.py", {"x = 1", "y = x + nope"}));
    Diagnostics diagnostics;
    diagnostics.error<Diag::unknown_name>(place(file, 2, 8, 12), "nope");
    std::string text = render(diagnostics, files, false);
    REQUIRE(text.find("a.py:2:9: error: name `nope` is not defined [unknown_name]\n") != std::string::npos);
    REQUIRE(text.find("y = x + nope\n") != std::string::npos);
    REQUIRE(text.find("        ^~~~") != std::string::npos);
    REQUIRE(text.find('\x1b') == std::string::npos);
    REQUIRE(render(diagnostics, files, true).find('\x1b') != std::string::npos);
}

TEST_CASE(
    "a misspelt name is near the one with the fewest edits, and only a third of its letters may differ") {
    REQUIRE(nearest_name("balence", {"total", "balance", "balances"}) == "balance");
    REQUIRE(nearest_name("pritn", {"point", "print"}) == "print");  // neighbours exchanged: one edit
    REQUIRE(nearest_name("limit", {"LIMIT"}) == "LIMIT");           // case alone is none
    REQUIRE(nearest_name("key", {"keys", "kex"}) == "keys");        // the first of equals
    REQUIRE(nearest_name("ab", {"ac"}).empty());                    // too short to have an edit
    REQUIRE(nearest_name("spam", {"spxy", "eggs", "sp"}).empty());  // two edits in four letters
    REQUIRE(nearest_name("init", {"_init", "__init__"}).empty());   // hidden names
    REQUIRE(nearest_name("__int__", {"__init__"}) == "__init__");
    REQUIRE(nearest_name("name", {"name"}).empty());  // what is known is not misspelt
    REQUIRE(nearest_name("name", {}).empty());
}

TEST_CASE("diagnostics come in the order of the source, notes behind their error, duplicates once") {
    Store<FileId, SourceFile> files;
    FileId file = files.add(file_of("a.py", {"one", "two", "three"}));
    Diagnostics diagnostics;
    diagnostics.error<Diag::unknown_name>(place(file, 3, 0, 5), "three")
        .note<Diag::defined_here>(place(file, 1, 0, 3), "one");
    diagnostics.error<Diag::unknown_name>(place(file, 2, 0, 3), "two");
    diagnostics.error<Diag::unknown_name>(place(file, 2, 0, 3), "two");
    REQUIRE(diagnostics.error_count() == 2);
    std::string text = render(diagnostics, files, false);
    size_t two = text.find("`two`"), three = text.find("`three`"), note = text.find("note:");
    REQUIRE(two != std::string::npos);
    REQUIRE(two < three);
    REQUIRE(three < note);
}
