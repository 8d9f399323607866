// Results of interpreted graphs as text.
#include "flowgraph/interp_machine.h"
#include "flowgraph/print_tables.h"
#include "flowgraph/text_names.h"

namespace sapwood {

namespace {

constexpr int kMaxDepth = 6;
constexpr int64_t kMaxItems = 100;

}  // namespace

// The form of .fg constants where there is one.
std::string Machine::text(Slot value, LLTypeId type, int depth) {
    std::string suffix = type == kSigned || type == kBool || type == kFloat || type == kInt8 || type == kInt32
                             ? ""
                             : ":" + program_.types.text(type);
    switch (value.kind) {
        case Slot::Kind::undefined: return "undefined" + suffix;
        case Slot::Kind::nothing: return "void";
        case Slot::Kind::integer:
            if (type == kBool) return value.integer ? "True" : "False";
            return fmt::format("{}{}", value.integer, suffix);
        case Slot::Kind::floating: return float_text(value.number) + suffix;
        case Slot::Kind::number_none: return "none:Number";
        case Slot::Kind::number_bool: return value.integer ? "True:Number" : "False:Number";
        case Slot::Kind::number_int: return fmt::format("{}:Number", value.integer);
        case Slot::Kind::number_float: return float_text(value.number) + ":Number";
        case Slot::Kind::function:
            return "@" + quoted_if_needed(codes_.graph_name(GraphId(static_cast<uint32_t>(value.integer))));
        case Slot::Kind::pointer:
            if (!value.object) return "null";
            if (std::optional<std::string> chars = chars_of(value)) return quoted(*chars);
            return depth < kMaxDepth ? object_text(value, type, depth) : "...";
    }
    return "?";
}

std::string Machine::object_text(Slot pointer, LLTypeId, int depth) {
    HeapObject& object = *pointer.object;
    const LLType& type = program_.types[object.type];
    std::string out;
    auto add = [&](Slot value, LLTypeId of) {
        out += (out.empty() ? "" : ", ") + text(value, of, depth + 1);
    };
    // The fixed part by its fields, those of inlined structs in a row.
    std::function<void(LLTypeId, uint32_t)> fields = [&](LLTypeId structure, uint32_t at) {
        const std::vector<LLField>& list = program_.types[structure].fields;
        for (size_t i = 0; i < list.size(); i++) {
            uint32_t offset = at + heap_.layout(structure).offsets[i];
            LLKind kind = program_.types[list[i].type].kind;
            if (kind == LLKind::Struct)
                fields(list[i].type, offset);
            else if (kind != LLKind::Array)
                add(object.slots[offset], list[i].type);
        }
    };
    if (type.kind == LLKind::Struct) fields(object.type, 0);
    for (int64_t i = 0; i < object.length && i < kMaxItems; i++) {
        if (program_.types[object.layout->item].kind != LLKind::Struct) {
            add(heap_.item(object, i, 0), object.layout->item);
            continue;
        }
        fields(object.layout->item,
               static_cast<uint32_t>(object.layout->zero.size() +
                                     static_cast<size_t>(i) * object.layout->zero_item.size()));
    }
    if (object.length > kMaxItems) out += ", ...";
    return type.kind == LLKind::Struct ? type.name + "{" + out + "}" : "{" + out + "}";
}

// The bytes of an object that is or ends in an array of Char.
std::optional<std::string> Machine::chars_of(Slot pointer) {
    if (pointer.kind != Slot::Kind::pointer || !pointer.object || pointer.offset != 0) return std::nullopt;
    const HeapObject& object = *pointer.object;
    if (!object.layout->has_items || object.layout->item != kChar) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(object.packed.get()),
                       static_cast<size_t>(object.length));
}

}  // namespace sapwood
