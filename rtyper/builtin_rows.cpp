// Calls of built-in functions and methods by the rows of flowgraph/builtins.def: arguments are converted to
// the parameter types, the helper is called, its result is converted to the result of the call.
//
// What helpers get and give beyond the rows: a result list[T] makes the list's struct type the first
// argument; tuples come back as pointers to structs with fields item0, item1, ...
#include "rtyper/builtin_rows.h"

#include <charconv>

#include "flowgraph/builtins.h"
#include "rtyper/containers.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

namespace {

using Kind = BuiltinType::Kind;

// The parameters of a row with the operand that each gets, or nothing where the default is taken.
using Binding = std::vector<std::optional<uint32_t>>;

bool takes(const BuiltinType& type, const Annotation& s) {
    if (s.kind == SKind::none) {
        bool any = type.kind == Kind::text || type.kind == Kind::bool_;
        return type.nullable || any || type.kind == Kind::bound;
    }
    switch (type.kind) {
        case Kind::int_:
        case Kind::bound:
        case Kind::nat:
            return s.kind == SKind::integer || s.kind == SKind::boolean || s.kind == SKind::number;
        case Kind::float_:
            return s.kind == SKind::floating || s.kind == SKind::integer || s.kind == SKind::boolean ||
                   s.kind == SKind::number;
        case Kind::bool_:
        case Kind::text: return true;
        case Kind::str:
        case Kind::char_: return s.kind == SKind::str;
        case Kind::bytes: return s.kind == SKind::bytes;
        case Kind::strs:
        case Kind::bytess: return is_tuple(s);
        case Kind::textfile: return s.kind == SKind::file && s.name == "text";
        case Kind::binaryfile: return s.kind == SKind::file && s.name == "binary";
        case Kind::environ: return s.kind == SKind::environ;
        case Kind::iterable: return s.kind != SKind::integer && s.kind != SKind::floating;
        case Kind::list: return s.kind == SKind::list;
        case Kind::dict: return s.kind == SKind::dict;
        case Kind::tuple: return s.kind == SKind::tuple;
        case Kind::none:
        case Kind::never: return false;
    }
    return false;
}

std::optional<Binding> bind(const BuiltinRow& row, const HighLevelOp& hop, uint32_t first) {
    Binding binding(row.parameters.size());
    uint32_t positional = hop.positional_count() - first;
    if (positional > row.parameters.size() || hop.star) return std::nullopt;
    for (uint32_t i = 0; i < positional; ++i) {
        if (row.parameters[i].keyword_only) return std::nullopt;
        binding[i] = first + i;
    }
    for (const std::string& name : hop.keywords) {
        bool found = false;
        for (size_t i = 0; i < row.parameters.size(); ++i) {
            if (row.parameters[i].name != name || binding[i]) continue;
            binding[i] = hop.keyword(name);
            found = true;
        }
        if (!found) return std::nullopt;
    }
    for (size_t i = 0; i < row.parameters.size(); ++i) {
        if (!binding[i] && row.parameters[i].default_text.empty()) return std::nullopt;
        if (binding[i] && !takes(row.parameters[i].type, hop.s_arg(*binding[i]))) return std::nullopt;
    }
    return binding;
}

// The repr of a fixed type.
Repr& repr_of(RTyper& rtyper, const BuiltinType& type) {
    Annotation s;
    s.nullable = type.nullable;
    switch (type.kind) {
        case Kind::bound: return rtyper.int_repr();
        case Kind::int_:
        case Kind::nat:
            if (!type.nullable) return rtyper.int_repr();
            s.kind = SKind::number;
            s.nullable = false;
            s.tags = 1 << int(NumberTag::None) | 1 << int(NumberTag::Int);
            break;
        case Kind::float_: return rtyper.float_repr();
        case Kind::bool_: return rtyper.bool_repr();
        case Kind::str:
        case Kind::text: s.kind = SKind::str; break;
        case Kind::char_: return char_repr(rtyper);
        case Kind::bytes: s.kind = SKind::bytes; break;
        case Kind::textfile:
            s.kind = SKind::file;
            s.name = "text";
            break;
        case Kind::binaryfile:
            s.kind = SKind::file;
            s.name = "binary";
            break;
        case Kind::environ: s.kind = SKind::environ; break;
        case Kind::strs: return list_repr_of(rtyper, str_repr(rtyper));
        case Kind::bytess: return list_repr_of(rtyper, bytes_repr(rtyper));
        case Kind::iterable:
        case Kind::list: return list_repr_of(rtyper, repr_of(rtyper, type.items[0]));
        case Kind::tuple: {
            std::vector<Repr*> items;
            for (const BuiltinType& item : type.items) items.push_back(&repr_of(rtyper, item));
            return rtyper.tuple_repr(items);
        }
        case Kind::dict:
        case Kind::none:
        case Kind::never: return rtyper.none_repr();
    }
    return rtyper.repr(std::move(s));
}

Value default_value(HighLevelOp& hop, const BuiltinParameter& parameter) {
    const std::string& text = parameter.default_text;
    Repr& r = repr_of(hop.rtyper, parameter.type);
    if (text == "None") return hop.convert(hop.void_(), hop.rtyper.none_repr(), r);
    if (text == "True" || text == "False") return hop.bool_(text == "True");
    if (text == "MAX" || text == "MIN") return hop.int_(text == "MAX" ? INT64_MAX : INT64_MIN);
    if (text.front() == '\'') {
        std::string inner = text.substr(1, text.size() - 2);
        if (parameter.type.kind == Kind::bytes)
            return hop.call_helper("bytestrings.ll_from_latin", {hop.str(inner)});
        if (parameter.type.kind != Kind::char_) return hop.str(inner);
        return hop.rtyper.constants().ll_int(static_cast<unsigned char>(inner[0]), kUniChar);
    }
    if (parameter.type.kind == Kind::float_) return hop.float_(std::strtod(text.c_str(), nullptr));
    int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return hop.int_(number);
}

std::string last_part(std::string_view name) {
    return std::string(name.substr(name.rfind('.') + 1));
}

Value argument(HighLevelOp& hop, uint32_t operand, const BuiltinParameter& parameter,
               const std::string& where) {
    const BuiltinType& type = parameter.type;
    Repr& r = repr_of(hop.rtyper, type);
    Repr& r_given = hop.r_arg(operand);
    switch (type.kind) {
        case Kind::bool_: return r_given.ll_bool(hop, hop.input(operand));
        case Kind::text: return r_given.ll_str(hop, hop.input(operand));
        case Kind::char_:
            if (r_given.lowleveltype() == kUniChar) return hop.input(operand);
            check_not_none(hop, hop.input(operand), r_given, "TypeError",
                           "The fill character must be a unicode character, not NoneType");
            return hop.call_helper("text.ll_fill_char", {hop.input(operand)});
        case Kind::strs:
        case Kind::bytess: {
            if (r_given.kind() == SKind::tuple_of)
                return list_from_iterable(hop, hop.input(operand), r_given, r)
                    .value_or(hop.null(r.lowleveltype()));
            auto& r_tuple = static_cast<TupleRepr&>(r_given);
            auto& r_list = static_cast<ListRepr&>(r);
            std::vector<Value> items;
            for (uint32_t i = 0; i < r_tuple.size(); ++i) {
                Value item = r_tuple.get(hop, hop.input(operand), i);
                items.push_back(hop.convert(item, r_tuple.item(i), r_list.item()));
            }
            return r_list.make(hop, items);
        }
        case Kind::iterable:
            if (hop.s_arg(operand).kind == SKind::list && !r_given.nullable() && same_layout(r_given, r)) {
                return hop.input(operand);
            }
            return list_from_iterable(hop, hop.input(operand), r_given, r)
                .value_or(hop.null(r.lowleveltype()));
        case Kind::str:
        case Kind::bytes:
        case Kind::textfile:
        case Kind::binaryfile:
            if (!type.nullable) {
                check_not_none(hop, hop.input(operand), r_given, "TypeError", where + " must not be None");
            }
            if (type.kind == Kind::str) return as_str(hop, hop.input(operand), r_given);
            return hop.input(operand, r);
        case Kind::bound: return optional_int(hop, operand, default_value(hop, parameter));
        case Kind::int_:
        case Kind::nat:
        case Kind::float_:
        case Kind::environ:
        case Kind::list:
        case Kind::dict:
        case Kind::tuple:
        case Kind::none:
        case Kind::never: return hop.input(operand, r);
    }
    return hop.input(operand, r);
}

Value converted_result(HighLevelOp& hop, Value v, const BuiltinType& type) {
    RTyper& rtyper = hop.rtyper;
    if (type.kind == Kind::none || type.kind == Kind::never)
        return hop.result(hop.void_(), rtyper.none_repr());
    if (type.kind == Kind::list) return hop.cast(v, hop.r_result().lowleveltype());
    if (type.kind == Kind::tuple) {
        auto& r_tuple = static_cast<TupleRepr&>(repr_of(rtyper, type));
        std::vector<Value> items;
        for (uint32_t i = 0; i < r_tuple.size(); ++i)
            items.push_back(hop.getfield(v, "item" + std::to_string(i)));
        return hop.result(r_tuple.make(hop, items), r_tuple);
    }
    return hop.result(v, repr_of(rtyper, type));
}

}  // namespace

std::optional<Value> rtype_attribute_row(HighLevelOp& hop) {
    SKind kind = hop.s_arg(0).kind;
    bool is_int = kind == SKind::integer || kind == SKind::boolean;
    if (!is_int && kind != SKind::floating) return std::nullopt;
    std::string name = (is_int ? "int." : "float.") + hop.constant_str(1).value_or("");
    for (const BuiltinRow& row : builtin_rows(name)) {
        if (!(row.effects & builtin_effect::attribute)) continue;
        Value v = hop.input(0, repr_of(hop.rtyper, row.parameters[0].type));
        return converted_result(hop, hop.call_helper(row.helper, {v}), row.result);
    }
    return std::nullopt;
}

std::optional<Value> rtype_builtin_rows(std::string_view name, HighLevelOp& hop, uint32_t first,
                                        Value extra) {
    for (const BuiltinRow& row : builtin_rows(name)) {
        auto binding = bind(row, hop, first);
        if (!binding) continue;
        std::vector<Value> values;
        if (extra.valid()) values.push_back(extra);
        if (row.result.kind == Kind::list) {
            values.push_back(
                hop.type(list_struct(hop.rtyper, repr_of(hop.rtyper, row.result.items[0]).storage_type())));
        }
        for (size_t i = 0; i < row.parameters.size(); ++i) {
            std::string where = last_part(name) + "() argument " + std::to_string(i + 1);
            values.push_back((*binding)[i] ? argument(hop, *(*binding)[i], row.parameters[i], where)
                                           : default_value(hop, row.parameters[i]));
        }
        return converted_result(hop, hop.call_helper(row.helper, values), row.result);
    }
    return std::nullopt;
}

}  // namespace sapwood
