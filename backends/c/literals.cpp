// Constants as C text.
#include "backends/c/literals.h"

#include <cmath>

namespace sapwood {
namespace {

std::string integer_literal(int64_t value, LLKind kind) {
    switch (kind) {
        case LLKind::Bool: return value != 0 ? "true" : "false";
        case LLKind::Unsigned: {
            auto bits = static_cast<uint64_t>(value);
            return bits <= 9 ? fmt::format("{}", bits) : fmt::format("UINT64_C({})", bits);
        }
        case LLKind::Char:
        case LLKind::UniChar:
            if (value == '\\' || value == '\'') return fmt::format("'\\{}'", static_cast<char>(value));
            if (value >= ' ' && value < 127) return fmt::format("'{}'", static_cast<char>(value));
            return kind == LLKind::Char ? fmt::format("{}", value) : fmt::format("{:#x}", value);
        default:
            if (value == INT64_MIN) return "INT64_MIN";
            if (value > INT32_MAX || value < -INT32_MAX) return fmt::format("INT64_C({})", value);
            return fmt::format("{}", value);
    }
}

std::string float_literal(double value) {
    if (std::isnan(value)) return std::signbit(value) ? "-__builtin_nan(\"\")" : "__builtin_nan(\"\")";
    if (std::isinf(value)) return value < 0 ? "-__builtin_inf()" : "__builtin_inf()";
    std::string text = fmt::format("{}", value);  // the shortest that reads back
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

// The address of static data, with the type that the constant has.
std::string address(const Program& program, const CNames& names, const Constant& constant) {
    const Prebuilt& data = program.prebuilt[constant.prebuilt];
    CHECK(!data.inlined, "the address of inlined data {} is taken", data.name);
    std::string text = "&" + names.data(constant.prebuilt);
    const TypeTable& types = program.types;
    bool same = types[constant.type].kind == LLKind::GcRef || types[constant.type].kind == LLKind::Address ||
                names.type(types.target(constant.type)) == names.type(data.type);
    if (same && !data.inlined && !types[data.type].immutable) return text;
    return fmt::format("({}){}", names.type(constant.type), text);
}

}  // namespace

std::string c_string(std::string_view bytes) {
    std::string text = "\"";
    for (size_t i = 0; i < bytes.size(); i++) {
        auto c = static_cast<unsigned char>(bytes[i]);
        if (c == '"' || c == '\\') {
            text += '\\';
            text += static_cast<char>(c);
        } else if (c == '\n') {
            text += "\\n";
        } else if (c == '?' && i > 0 && bytes[i - 1] == '?') {
            text += "\\?";  // no trigraphs
        } else if (c >= ' ' && c < 127) {
            text += static_cast<char>(c);
        } else {
            text += fmt::format("\\{:03o}", c);
        }
    }
    return text + '"';
}

std::string c_comment(std::string_view text) {
    std::string result;
    for (char c : text) {
        bool would_end = c == '/' && !result.empty() && result.back() == '*';
        bool would_nest = c == '*' && !result.empty() && result.back() == '/';
        if (would_end || would_nest) result += ' ';
        result += c;
    }
    return result;
}

std::string c_literal(const Program& program, const CNames& names, ConstantId id) {
    const Constant& constant = program.constants[id];
    bool number = constant.type == kNumber;
    LLKind kind = constant.type.valid() ? program.types[constant.type].kind : LLKind::Void;
    switch (constant.kind) {
        case ConstantKind::boolean:
            if (number) return fmt::format("sw_number_from_bool({})", constant.integer);
            return constant.integer != 0 ? "true" : "false";
        case ConstantKind::integer:
            if (number)
                return fmt::format("sw_number_from_int({})",
                                   integer_literal(constant.integer, LLKind::Signed));
            if (kind == LLKind::Address) return fmt::format("(void *)(intptr_t){}", constant.integer);
            return integer_literal(constant.integer, kind);
        case ConstantKind::floating:
            if (number) return fmt::format("sw_number_from_float({})", float_literal(constant.number));
            return float_literal(constant.number);
        case ConstantKind::number_none: return "sw_number_from_none()";
        case ConstantKind::null: return "NULL";
        case ConstantKind::undefined:
            if (number) return "sw_number_from_none()";
            if (kind == LLKind::Ptr || kind == LLKind::GcRef || kind == LLKind::Address) return "NULL";
            return kind == LLKind::Bool ? "false" : kind == LLKind::Float ? "0.0" : "0";
        case ConstantKind::pointer: return address(program, names, constant);
        case ConstantKind::function: return names.function(constant.graph);
        default: break;
    }
    CHECK(false, "a constant of kind {} is not a value", static_cast<int>(constant.kind));
    return {};
}

std::string c_initializer(const Program& program, const CNames& names, ConstantId id, LLTypeId type) {
    const Constant& constant = program.constants[id];
    if (type == kNumber) {
        switch (constant.kind) {
            case ConstantKind::boolean: return fmt::format("{{SW_BOOL, {{.i = {}}}}}", constant.integer);
            case ConstantKind::integer:
                return fmt::format("{{SW_INT, {{.i = {}}}}}",
                                   integer_literal(constant.integer, LLKind::Signed));
            case ConstantKind::floating:
                return fmt::format("{{SW_FLOAT, {{.f = {}}}}}", float_literal(constant.number));
            default: return "{SW_NONE, {.i = 0}}";
        }
    }
    return c_literal(program, names, id);
}

}  // namespace sapwood
