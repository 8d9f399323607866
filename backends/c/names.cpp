// C names.
#include "backends/c/names.h"

#include <algorithm>

namespace sapwood {
namespace {

// Words that cannot name a variable or a field: C's keywords, macros of the headers that are included, and
// what generated code itself uses.
constexpr std::string_view kReserved[] = {
    "NULL",       "_Alignas",  "_Alignof",       "_Atomic",       "_Bool",    "_Complex", "_Generic",
    "_Imaginary", "_Noreturn", "_Static_assert", "_Thread_local", "asm",      "auto",     "bool",
    "break",      "case",      "char",           "const",         "continue", "default",  "do",
    "double",     "else",      "enum",           "extern",        "false",    "float",    "for",
    "goto",       "if",        "inline",         "int",           "int32_t",  "int64_t",  "int8_t",
    "linux",      "long",      "memcmp",         "memcpy",        "memmove",  "memset",   "offsetof",
    "register",   "restrict",  "return",         "short",         "signed",   "size_t",   "sizeof",
    "static",     "struct",    "switch",         "true",          "typedef",  "typeof",   "uint64_t",
    "union",      "unix",      "unsigned",       "void",          "volatile", "while",
};

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return text.starts_with(prefix); });
}

// What functions and data are called: never what a C library might declare.
std::string global_name(std::string_view prefix, std::string_view source_name) {
    std::string name = c_identifier(source_name);
    if (name.starts_with(prefix)) return name;
    return std::string(prefix) + name;
}

// module.Class.method -> Class_method, module.f -> f; `<locals>` is left out.
std::string function_hint(const FunctionGraph& graph) {
    std::string_view qualname = graph.qualname.empty() ? std::string_view(graph.name) : graph.qualname;
    std::string hint;
    size_t part = 0;
    while (!qualname.empty()) {
        size_t dot = qualname.find('.');
        std::string_view piece = qualname.substr(0, dot);
        bool last = dot == std::string_view::npos;
        if (!last) qualname.remove_prefix(dot + 1);
        bool module = part++ == 0 && !last;
        if (!module && piece != "<locals>") hint += (hint.empty() ? "" : "_") + std::string(piece);
        if (last) break;
    }
    return hint;
}

}  // namespace

std::string c_identifier(std::string_view source_name) {
    std::string name;
    for (char c : source_name) {
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (word) {
            name += c;
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    while (name.size() > 1 && name.back() == '_' && source_name.back() != '_') name.pop_back();
    if (name.empty()) name = "x";
    if (name[0] >= '0' && name[0] <= '9') name.insert(0, "x");
    bool reserved = std::ranges::binary_search(kReserved, std::string_view(name)) ||
                    starts_with_any(name, {"sw_", "SW_", "fn_", "__", "INT", "UINT", "pre_", "py_", "ll_"});
    if (reserved) name += '_';
    return name;
}

std::string NameSpace::take(const std::string& wanted) {
    auto [entry, free] = taken_.try_emplace(wanted, 1);
    if (free) return wanted;
    while (true) {
        std::string candidate = fmt::format("{}_{}", wanted, ++entry->second);
        if (taken_.try_emplace(candidate, 1).second) return candidate;
        entry = taken_.find(wanted);  // the insertion may have moved it
    }
}

CNames::CNames(const Program& program, const Database& database) : program_(program) {
    NameSpace tags, globals;
    int function_types = 0;
    for (LLTypeId id : database.functions) types_[id.index] = fmt::format("fn_{}", ++function_types);
    for (LLTypeId id : database.aggregates) {
        const LLType& type = program.types[id];
        if (type.kind != LLKind::Struct) continue;
        std::string tag = c_identifier(type.name);
        types_[id.index] = tags.take(tag.starts_with("array_") ? "x" + tag : tag);
        NameSpace members;
        std::vector<std::string>& names = fields_[id.index];
        for (const LLField& field : type.fields) names.push_back(members.take(c_identifier(field.name)));
    }
    for (LLTypeId id : database.aggregates)
        if (program.types[id].kind == LLKind::Array)
            types_[id.index] = "array_" + mangle(program.types[id].item);
    for (GraphId id : database.graphs) {
        const FunctionGraph& graph = program.graph(id);
        functions_[id.index] =
            globals.take(global_name(graph.low_level ? "ll_" : "py_", function_hint(graph)));
    }
    for (PrebuiltId id : database.prebuilt)
        data_[id.index] = globals.take(global_name("pre_", program.prebuilt[id].name.substr(0, 40)));
}

std::string CNames::mangle(LLTypeId id) const {
    const LLType& type = program_.types[id];
    switch (type.kind) {
        case LLKind::Struct: return types_.at(id.index);
        case LLKind::Array: return "array_" + mangle(type.item);
        case LLKind::Func: return types_.at(id.index);
        case LLKind::Ptr:
            if (program_.types[type.item].kind == LLKind::Func) return types_.at(type.item.index);
            return "ptr_" + mangle(type.item);
        default: return type.name;
    }
}

std::string CNames::type(LLTypeId id) const {
    const LLType& type = program_.types[id];
    switch (type.kind) {
        case LLKind::Void: return "void";
        case LLKind::Signed: return "int64_t";
        case LLKind::Unsigned: return "uint64_t";
        case LLKind::Float: return "double";
        case LLKind::Bool: return "bool";
        case LLKind::Char: return "unsigned char";
        case LLKind::UniChar: return "int32_t";
        case LLKind::Number: return "sw_number";
        case LLKind::GcRef: return "void *";
        case LLKind::Address: return "void *";
        case LLKind::Int8: return "int8_t";
        case LLKind::Int32: return "int32_t";
        case LLKind::Struct:
        case LLKind::Array: return "struct " + types_.at(id.index);
        case LLKind::Func: return types_.at(id.index);
        case LLKind::Ptr:
            if (program_.types[type.item].kind == LLKind::Func) return types_.at(type.item.index);
            if (types_.contains(type.item.index)) return "struct " + types_.at(type.item.index) + " *";
            return CNames::type(type.item) + " *";
    }
    return {};
}

std::string CNames::declare(LLTypeId id, const std::string& name) const {
    std::string text = type(id);
    return text.ends_with('*') ? text + name : text + " " + name;
}

const std::string& CNames::field(LLTypeId structure, uint32_t index) const {
    return fields_.at(structure.index).at(index);
}

std::string CNames::items(LLTypeId aggregate) const {
    const LLType& type = program_.types[aggregate];
    if (type.kind == LLKind::Array) return "items";
    return field(aggregate, static_cast<uint32_t>(type.fields.size() - 1));
}

std::string CNames::length(LLTypeId aggregate) const {
    if (program_.types[aggregate].kind == LLKind::Array) return "length";
    return items(aggregate) + "_length";
}

}  // namespace sapwood
