// Reads the texts that ll.py gives its types: `Signed`, `Ptr(GcArray(Char))`, `str`.
#include "frontend/lltype_text.h"

namespace sapwood {

namespace {

constexpr struct {
    const char* text;
    LLTypeId type;
} kPrimitives[] = {{"Void", kVoid},   {"Signed", kSigned},   {"Unsigned", kUnsigned}, {"Float", kFloat},
                   {"Bool", kBool},   {"Char", kChar},       {"UniChar", kUniChar},   {"Number", kNumber},
                   {"GcRef", kGcRef}, {"Address", kAddress}, {"Int8", kInt8},         {"Int32", kInt32}};

LLTypeId type_of_text(Program& program, std::string_view text, bool gc) {
    for (const auto& each : kPrimitives)
        if (text == each.text) return each.type;
    auto inner = [&](std::string_view prefix) {
        return type_of_text(program, text.substr(prefix.size(), text.size() - prefix.size() - 1), true);
    };
    if (text.starts_with("Ptr(")) return program.types.pointer_to(inner("Ptr("));
    if (text.starts_with("GcArray(")) return program.types.array_of(inner("GcArray("), true);
    if (text.starts_with("Array(")) return program.types.array_of(inner("Array("), false);
    if (std::optional<LLTypeId> known = program.types.find_struct(text)) return *known;
    return program.types.new_struct(std::string(text), gc);
}

}  // namespace

LLTypeId low_level_type(Program& program, py::handle marker) {
    std::string text = text_of(marker.attr("_sapwood_lltype_"));
    py::object fields = attribute_or_null(marker, "_sapwood_fields_");
    bool gc = !fields || marker.attr("_sapwood_gc_").cast<bool>();
    LLTypeId type = type_of_text(program, text, gc);
    if (!fields || program.types[type].defined) return type;
    std::vector<LLField> described;
    for (py::handle each : fields) {
        auto pair = each.cast<py::tuple>();
        described.push_back({text_of(pair[0]), type_of_text(program, text_of(pair[1]), true)});
    }
    bool immutable = marker.attr("_sapwood_immutable_").cast<bool>();
    program.types.define_struct(type, std::move(described), immutable);
    return type;
}

}  // namespace sapwood
