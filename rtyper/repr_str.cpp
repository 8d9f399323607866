// Text: the reprs of str and of single characters.
#include "rtyper/repr_str.h"

#include "flowgraph/utf8.h"
#include "rtyper/builtin_rows.h"
#include "rtyper/repr_dict.h"

namespace sapwood {

// ---- the struct and static text

LLTypeId str_struct(RTyper& rtyper) {
    TypeTable& types = rtyper.types();
    return struct_named(rtyper, "str", true,
                        {{"hash", kSigned},
                         {"length", kSigned},
                         {"index", types.pointer_to(types.array_of(kInt32, true))},
                         {"chars", types.array_of(kChar, false)}});
}

LLTypeId bytes_struct(RTyper& rtyper) {
    return struct_named(rtyper, "bytes", true,
                        {{"hash", kSigned}, {"chars", rtyper.types().array_of(kChar, false)}});
}

ConstantId prebuilt_str(RTyper& rtyper, std::string_view utf8) {
    auto [place, is_new] = rtyper.containers.texts.try_emplace(std::string(utf8));
    if (!is_new) return place->second;
    TypeTable& types = rtyper.types();
    ConstantTable& constants = rtyper.constants();
    std::vector<ConstantId> bytes;
    bytes.reserve(utf8.size());
    for (unsigned char byte : utf8) bytes.push_back(constants.ll_int(byte, kChar));
    LLTypeId chars_type = types.array_of(kChar, false);
    ConstantId chars = rtyper.reserve_prebuilt("chars", chars_type, true);
    rtyper.fill_prebuilt(chars, std::move(bytes));
    LLTypeId index = types.pointer_to(types.array_of(kInt32, true));
    ConstantId made = rtyper.add_prebuilt(
        "text", str_struct(rtyper),
        {constants.ll_int(0), constants.ll_int(count_code_points(utf8)), constants.null(index), chars});
    rtyper.containers.texts[std::string(utf8)] = made;
    return made;
}

Repr& str_repr(RTyper& rtyper) {
    Annotation s;
    s.kind = SKind::str;
    return rtyper.repr(std::move(s));
}

Repr& char_repr(RTyper& rtyper) {
    Annotation s;
    s.kind = SKind::str;
    s.is_char = true;
    return rtyper.repr(std::move(s));
}

std::unique_ptr<Repr> make_str_repr(RTyper& rtyper, AnnotationId id) {
    const Annotation& s = rtyper.annotated()[id];
    if (s.is_char && !s.nullable) return std::make_unique<CharRepr>(rtyper, id);
    return std::make_unique<StrRepr>(rtyper, id);
}

bool is_text(const Annotation& s) {
    return s.kind == SKind::str;
}

Value as_str(LLOps& ops, Value v, Repr& r) {
    if (ops.type_of(v) != kUniChar) return ops.convert(v, r, str_repr(ops.rtyper));
    return *r.convert_to(ops, v, str_repr(ops.rtyper));
}

// ---- operations of all text

Value TextRepr::text(HighLevelOp& hop, uint32_t i) {
    return as_str(hop, hop.input(i), hop.r_arg(i));
}

Value TextRepr::ll_str(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this, [&] { return as_str(ops, v, *this); });
}

Value TextRepr::ll_repr(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this,
                       [&] { return ops.call_helper("numbers_text.ll_repr", {as_str(ops, v, *this)}); });
}

namespace {

// Methods that ask about one character: the flags of uni_flags (runtime/leaf.def) of which one must hold.
struct CharTest {
    std::string_view name;
    int flags;
};
constexpr CharTest kCharTests[] = {{"isalpha", 1},   {"isdecimal", 2}, {"isdigit", 4},
                                   {"isnumeric", 8}, {"isalnum", 15},  {"isspace", 16},
                                   {"isupper", 64},  {"islower", 32},  {"isprintable", 256}};

// What takes the place of a character by `table`: "" for None, null where the table does not say.
Value replacement(LLOps& ops, Value table, Value code, DictRepr& r) {
    RTyper& rtyper = ops.rtyper;
    Value key = ops.convert(code, rtyper.int_repr(), r.key());
    LLTypeId str_type = str_repr(rtyper).lowleveltype();
    return ops.if_else(
        r.has(ops, table, key), str_type,
        [&] {
            Value value = r.get(ops, table, key);
            Repr& r_value = r.value();
            if (r_value.kind() == SKind::none) return ops.str("");
            auto text = [&] {
                if (r_value.kind() == SKind::str) return as_str(ops, value, r_value);
                return ops.call_helper("text.ll_translated",
                                       {ops.convert(value, r_value, rtyper.int_repr())});
            };
            if (r_value.kind() != SKind::number && !r_value.nullable()) return text();
            return ops.if_else(
                r_value.ll_is_none(ops, value), str_type, [&] { return ops.str(""); }, text);
        },
        [&] { return ops.null(str_type); });
}

}  // namespace

Value TextRepr::rtype_translate(HighLevelOp& hop) {
    Repr& r_table = hop.r_arg(1);
    Value table = hop.input(1);
    check_not_none(hop, table, r_table, "TypeError", "'NoneType' object is not subscriptable");
    auto& r = static_cast<DictRepr&>(r_table);
    if (r.key().kind() != SKind::integer) return hop.result(text(hop), str_repr(rtyper));  // nothing is in it
    auto made =
        rtyper.begin_graph("replacement", {r.lowleveltype(), kSigned}, str_repr(rtyper).lowleveltype());
    Value part = replacement(made.ops, made.parameters[0], made.parameters[1], r);
    rtyper.finish_graph(made, part);
    Value changed =
        hop.call_helper("text.ll_translate", {text(hop), table, rtyper.function_constant(made.graph)});
    return hop.result(changed, str_repr(rtyper));
}

Value TextRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    if (hop.type_of(hop.input(0)) == kUniChar && hop.arg_count() == 1) {
        for (const CharTest& test : kCharTests) {
            if (test.name != name) continue;
            Value holds = hop.call_helper("text.ll_char_is", {hop.input(0), hop.int_(test.flags)});
            return hop.result(holds, rtyper.bool_repr());
        }
    }
    check_attribute(hop, hop.input(0), *this, name);
    if (name == "translate") return rtype_translate(hop);
    if (auto done = rtype_builtin_rows("str." + name, hop, 0)) return *done;
    return hop.unsupported("str." + name);
}

Value TextRepr::rtype_binary(HighLevelOp& hop) {
    Repr& r_str = str_repr(rtyper);
    if (hop.plain_op() == Op::add && is_text(hop.s_arg(1))) {
        check_not_none(hop, hop.input(0), *this, "TypeError",
                       "unsupported operand type(s) for +: 'NoneType' and 'str'");
        check_not_none(hop, hop.input(1), hop.r_arg(1), "TypeError",
                       "can only concatenate str (not \"NoneType\") to str");
        Value both = hop.call_helper("strings.ll_concat", {text(hop), text(hop, 1)});
        return hop.result(both, r_str);
    }
    bool counted = hop.s_arg(1).kind == SKind::integer || hop.s_arg(1).kind == SKind::boolean;
    if (hop.plain_op() == Op::mul && counted) {
        check_not_none(hop, hop.input(0), *this, "TypeError",
                       "unsupported operand type(s) for *: 'NoneType' and 'int'");
        Value many = hop.call_helper("strings.ll_repeat", {text(hop), hop.input(1, rtyper.int_repr())});
        return hop.result(many, r_str);
    }
    if (hop.plain_op() == Op::mod) return rtype_percent(hop);
    return {};
}

Value TextRepr::rtype_binary_right(HighLevelOp& hop) {
    bool counted = hop.s_arg(0).kind == SKind::integer || hop.s_arg(0).kind == SKind::boolean;
    if (hop.plain_op() != Op::mul || !counted) return {};
    Value many = hop.call_helper("strings.ll_repeat", {text(hop, 1), hop.input(0, rtyper.int_repr())});
    return hop.result(many, str_repr(rtyper));
}

namespace {

// a OP b for two texts; a and b are Ptr(str), or both UniChar.
Value compare_texts(LLOps& ops, Op op, Value a, Value b) {
    bool chars = ops.type_of(a) == kUniChar;
    auto equal = [&] {
        return chars ? ops.op(Op::unichar_eq, {a, b}, kBool) : ops.call_helper("strings.ll_eq", {a, b});
    };
    auto below = [&](Value x, Value y, bool or_equal) {
        if (chars) return ops.op(or_equal ? Op::unichar_le : Op::unichar_lt, {x, y}, kBool);
        return ops.call_helper(or_equal ? "strings.ll_le" : "strings.ll_lt", {x, y});
    };
    if (op == Op::eq) return equal();
    if (op == Op::ne) return ops.not_(equal());
    if (op == Op::lt) return below(a, b, false);
    if (op == Op::le) return below(a, b, true);
    if (op == Op::gt) return below(b, a, false);
    return below(b, a, true);
}

std::string_view operator_text(Op op) {
    if (op == Op::lt) return "<";
    if (op == Op::le) return "<=";
    if (op == Op::gt) return ">";
    return ">=";
}

}  // namespace

Value TextRepr::rtype_compare(HighLevelOp& hop) {
    bool equality = hop.op_ == Op::eq || hop.op_ == Op::ne;
    if (!is_text(hop.s_arg(1))) return {};
    Repr& r_left = hop.r_arg(0);
    Repr& r_right = hop.r_arg(1);
    Value a = hop.input(0), b = hop.input(1);
    if (equality && (r_left.nullable() || r_right.nullable())) {
        Value same = hop.call_helper("strings.ll_eq_nullable", {text(hop), text(hop, 1)});
        return hop.result(hop.op_ == Op::eq ? same : hop.not_(same), rtyper.bool_repr());
    }
    if (!equality) {
        std::string text =
            "'" + std::string(operator_text(hop.op_)) + "' not supported between instances of ";
        check_not_none(hop, a, r_left, "TypeError", text + "'NoneType' and 'str'");
        check_not_none(hop, b, r_right, "TypeError", text + "'str' and 'NoneType'");
    }
    if (hop.type_of(a) != kUniChar || hop.type_of(b) != kUniChar) {
        a = text(hop);
        b = text(hop, 1);
    }
    return hop.result(compare_texts(hop, hop.op_, a, b), rtyper.bool_repr());
}

Value TextRepr::rtype_compare_right(HighLevelOp&) {
    return {};
}

Value TextRepr::rtype_contains(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "argument of type 'NoneType' is not iterable");
    Value found;
    if (hop.type_of(hop.input(1)) == kUniChar) {
        found = hop.call_helper("text.ll_contains_char", {text(hop), hop.input(1)});
    } else {
        check_not_none(hop, hop.input(1), hop.r_arg(1), "TypeError",
                       "'in <string>' requires string as left operand, not NoneType");
        found = hop.call_helper("text.ll_contains", {text(hop), text(hop, 1)});
    }
    return hop.result(found, rtyper.bool_repr());
}

Value TextRepr::rtype_getitem(HighLevelOp& hop) {
    check_subscript(hop, hop.input(0), *this);
    Value index = hop.input(1, rtyper.int_repr());
    return hop.result(hop.call_helper("strings.ll_getchar", {text(hop), index}), char_repr(rtyper));
}

Value TextRepr::rtype_getslice(HighLevelOp& hop) {
    check_subscript(hop, hop.input(0), *this);
    Value s = text(hop);
    SliceBounds bounds = slice_bounds(hop, 1);
    Value part = bounds.plain ? hop.call_helper("strings.ll_getslice", {s, bounds.start, bounds.stop})
                              : hop.call_helper("strings.ll_getslice_step",
                                                {s, bounds.start, bounds.stop, bounds.step});
    return hop.result(part, str_repr(rtyper));
}

Value TextRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

Value TextRepr::rtype_unpack_check(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError", "cannot unpack non-iterable NoneType object");
    Value length = hop.getfield(text(hop), "length");
    hop.call_helper("lists.ll_check_unpack", {length, hop.int_(hop.constant_int(1).value_or(0))});
    return hop.void_();
}

Value TextRepr::rtype_unpack_item(HighLevelOp& hop) {
    int64_t at = hop.constant_int(1).value_or(0);
    Value index = hop.int_(at);
    if (at < 0) index = hop.op(Op::int_add, {hop.getfield(text(hop), "length"), index}, kSigned);
    return hop.result(hop.call_helper("strings.ll_char_at", {text(hop), index}), char_repr(rtyper));
}

Value TextRepr::rtype_format(HighLevelOp& hop) {
    return rtype_format_number(hop);
}

Value TextRepr::rtype_int(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError",
                   "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
    Value base = hop.arg_count() > 1 ? hop.input(1, rtyper.int_repr()) : hop.int_(10);
    return hop.result(hop.call_helper("numbers_text.ll_parse_int", {text(hop), base}), rtyper.int_repr());
}

Value TextRepr::rtype_float(HighLevelOp& hop) {
    check_not_none(hop, hop.input(0), *this, "TypeError",
                   "float() argument must be a string or a real number, not 'NoneType'");
    return hop.result(hop.call_helper("numbers_text.ll_parse_float", {text(hop)}), rtyper.float_repr());
}

// ---- str

LLTypeId StrRepr::lowleveltype() {
    return rtyper.types().pointer_to(str_struct(rtyper));
}

std::optional<ConstantId> StrRepr::convert_const(ConstantId host) {
    const Constant& c = rtyper.constants()[host];
    if (c.kind == ConstantKind::none) return rtyper.constants().null(lowleveltype());
    CHECK(c.kind == ConstantKind::str, "a constant that is no str in a str");
    return prebuilt_str(rtyper, std::string(c.text));
}

std::optional<Value> StrRepr::convert_to(LLOps& ops, Value v, Repr& to) {
    if (to.kind() != SKind::str) return std::nullopt;
    if (to.lowleveltype() == lowleveltype()) return v;
    return ops.call_helper("strings.ll_first_char", {v});
}

std::optional<Value> StrRepr::convert_from(LLOps& ops, Value, Repr& from) {
    if (from.kind() != SKind::none) return std::nullopt;
    return ops.null(lowleveltype());
}

Value StrRepr::ll_eq(LLOps& ops, Value a, Value b) {
    return ops.call_helper(nullable() ? "strings.ll_eq_nullable" : "strings.ll_eq", {a, b});
}

Value StrRepr::ll_lt(LLOps& ops, Value a, Value b) {
    return ops.call_helper("strings.ll_lt", {a, b});
}

Value StrRepr::ll_hash(LLOps& ops, Value v) {
    return ops.call_helper(nullable() ? "strings.ll_hash_nullable" : "strings.ll_hash", {v});
}

Value StrRepr::ll_bool(LLOps& ops, Value v) {
    return ops.call_helper(nullable() ? "strings.ll_is_true_nullable" : "strings.ll_is_true", {v});
}

Value StrRepr::rtype_len(HighLevelOp& hop) {
    check_len(hop, hop.input(0), *this);
    return hop.result(hop.getfield(hop.input(0), "length"), rtyper.int_repr());
}

// ---- characters

std::optional<ConstantId> CharRepr::convert_const(ConstantId host) {
    const Constant& c = rtyper.constants()[host];
    CHECK(c.kind == ConstantKind::str && count_code_points(c.text) == 1, "a constant that is no character");
    return rtyper.constants().ll_int(decode_code_point(c.text), kUniChar);
}

std::optional<Value> CharRepr::convert_to(LLOps& ops, Value v, Repr& to) {
    if (to.kind() != SKind::str) return std::nullopt;
    if (to.lowleveltype() == kUniChar) return v;
    if (v.is_constant()) {
        int64_t code = rtyper.constants()[v.constant()].integer;
        return prebuilt_str(rtyper, encode_code_point(static_cast<uint32_t>(code)));
    }
    return ops.call_helper("strings.ll_from_char", {v});
}

Value CharRepr::ll_eq(LLOps& ops, Value a, Value b) {
    return ops.op(Op::unichar_eq, {a, b}, kBool);
}
Value CharRepr::ll_lt(LLOps& ops, Value a, Value b) {
    return ops.op(Op::unichar_lt, {a, b}, kBool);
}
Value CharRepr::ll_hash(LLOps& ops, Value v) {
    return ops.call_helper("strings.ll_char_hash", {v});
}
Value CharRepr::ll_bool(LLOps& ops, Value) {
    return ops.bool_(true);
}
Value CharRepr::rtype_len(HighLevelOp& hop) {
    return hop.result(hop.int_(1), rtyper.int_repr());
}

}  // namespace sapwood
