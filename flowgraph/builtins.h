// Built-in functions and methods of fixed types, as data; the table itself is builtins.def.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sapwood {

// A type as signatures write it.
struct BuiltinType {
    enum class Kind : uint8_t {
        int_,
        nat,
        bound,  // an int, where None is the parameter's default
        float_,
        bool_,
        str,
        char_,
        bytes,
        none,
        never,
        text,
        strs,
        bytess,
        textfile,
        binaryfile,
        environ,
        iterable,  // items[0]
        list,      // items[0]
        dict,      // items: key, value
        tuple,     // items
    };
    Kind kind = Kind::none;
    bool nullable = false;
    std::vector<BuiltinType> items;
};

struct BuiltinParameter {
    std::string name;  // empty: positional only
    BuiltinType type;
    std::string
        default_text;  // empty: must be given.  int and float literals, MIN, MAX, True, False, None, 'text'
    bool keyword_only = false;
};

namespace builtin_effect {
inline constexpr uint8_t pure = 1, raises = 2, writes = 4, attribute = 8, of_class = 16;
}

struct BuiltinRow {
    std::string name;
    std::vector<BuiltinParameter> parameters;
    BuiltinType result;
    std::string helper;
    uint8_t effects = 0;
};

// The alternatives for a name, in table order; empty if there are none.
std::span<const BuiltinRow> builtin_rows(std::string_view name);
// All rows, rows of one name together, in table order.
const std::vector<BuiltinRow>& all_builtins();
// Names of the rows that begin with `prefix` ("str."), without it, in table order, each once.
std::vector<std::string> builtin_names(std::string_view prefix);
// As signatures write it.
std::string builtin_type_text(const BuiltinType& type);

}  // namespace sapwood
