// The type table.
#include "flowgraph/lltype.h"

#include <algorithm>
#include <cctype>

namespace sapwood {

namespace {
constexpr std::string_view kPrimitiveNames[] = {"Void",    "Signed", "Unsigned", "Float",   "Bool", "Char",
                                                "UniChar", "Number", "GcRef",    "Address", "Int8", "Int32"};

bool is_primitive(std::string_view name) {
    return std::ranges::find(kPrimitiveNames, name) != std::end(kPrimitiveNames);
}

}  // namespace

TypeTable::TypeTable() {
    for (size_t i = 0; i < std::size(kPrimitiveNames); i++) {
        LLType type;
        type.kind = static_cast<LLKind>(i);
        type.name = kPrimitiveNames[i];
        types_.add(std::move(type));
    }
}

LLTypeId TypeTable::new_struct(std::string name, bool gc) {
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '_' && c != '.') c = '_';
    std::string unique = name;
    for (int i = 1; structs_.contains(unique) || is_primitive(unique); i++)
        unique = fmt::format("{}_{}", name, i);
    LLType type;
    type.kind = LLKind::Struct;
    type.name = unique;
    type.gc = gc;
    LLTypeId id = types_.add(std::move(type));
    structs_.emplace(std::move(unique), id);
    return id;
}

void TypeTable::define_struct(LLTypeId id, std::vector<LLField> fields, bool immutable) {
    LLType& type = types_[id];
    CHECK(type.kind == LLKind::Struct && !type.defined, "{} cannot be defined", type.name);
    type.fields = std::move(fields);
    type.immutable = immutable;
    type.defined = true;
}

std::optional<LLTypeId> TypeTable::find_struct(std::string_view name) const {
    auto found = structs_.find(name);
    if (found == structs_.end()) return std::nullopt;
    return found->second;
}

LLTypeId TypeTable::array_of(LLTypeId item, bool gc, bool immutable) {
    LLType type;
    type.kind = LLKind::Array;
    type.gc = gc;
    type.immutable = immutable;
    type.item = item;
    return structural(std::move(type));
}

LLTypeId TypeTable::pointer_to(LLTypeId target) {
    LLType type;
    type.kind = LLKind::Ptr;
    type.item = target;
    return structural(std::move(type));
}

LLTypeId TypeTable::function(std::vector<LLTypeId> args, LLTypeId result) {
    LLType type;
    type.kind = LLKind::Func;
    type.args = std::move(args);
    type.item = result;
    return structural(std::move(type));
}

LLTypeId TypeTable::structural(LLType type) {
    size_t hash = static_cast<size_t>(type.kind) * 4 + type.gc * 2 + type.immutable;
    hash = hash * 0x9e3779b97f4a7c15u + type.item.index;
    for (LLTypeId arg : type.args) hash = hash * 0x9e3779b97f4a7c15u + arg.index;
    auto [begin, end] = structural_.equal_range(hash);
    for (auto entry = begin; entry != end; ++entry) {
        const LLType& other = types_[entry->second];
        if (other.kind == type.kind && other.gc == type.gc && other.immutable == type.immutable &&
            other.item == type.item && other.args == type.args)
            return entry->second;
    }
    LLTypeId id = types_.add(std::move(type));
    structural_.emplace(hash, id);
    return id;
}

bool TypeTable::is_gc_pointer(LLTypeId id) const {
    const LLType& type = types_[id];
    return type.kind == LLKind::GcRef || (type.kind == LLKind::Ptr && types_[type.item].gc);
}

LLTypeId TypeTable::target(LLTypeId pointer) const {
    const LLType& type = types_[pointer];
    CHECK(type.kind == LLKind::Ptr, "{} is not a pointer", text(pointer));
    return type.item;
}

std::optional<uint32_t> TypeTable::field_index(LLTypeId structure, std::string_view name) const {
    const LLType& type = types_[structure];
    for (uint32_t i = 0; i < type.fields.size(); i++)
        if (type.fields[i].name == name) return i;
    return std::nullopt;
}

std::optional<LLTypeId> TypeTable::inlined_array(LLTypeId structure) const {
    const LLType& type = types_[structure];
    if (type.kind != LLKind::Struct || type.fields.empty()) return std::nullopt;
    LLTypeId last = type.fields.back().type;
    if (types_[last].kind != LLKind::Array) return std::nullopt;
    return last;
}

std::string TypeTable::text(LLTypeId id) const {
    if (!id.valid()) return "?";
    const LLType& type = types_[id];
    switch (type.kind) {
        case LLKind::Array:
            return fmt::format("{}{}Array({})", type.immutable ? "Const" : "", type.gc ? "Gc" : "",
                               text(type.item));
        case LLKind::Ptr: return fmt::format("Ptr({})", text(type.item));
        case LLKind::Func: {
            std::string result = "Func(";
            for (size_t i = 0; i < type.args.size(); i++) result += (i ? ", " : "") + text(type.args[i]);
            return result + ") -> " + text(type.item);
        }
        case LLKind::Void:
        case LLKind::Signed:
        case LLKind::Unsigned:
        case LLKind::Float:
        case LLKind::Bool:
        case LLKind::Char:
        case LLKind::UniChar:
        case LLKind::Number:
        case LLKind::GcRef:
        case LLKind::Address:
        case LLKind::Int8:
        case LLKind::Int32:
        case LLKind::Struct: return type.name;
    }
    return "?";
}

}  // namespace sapwood
