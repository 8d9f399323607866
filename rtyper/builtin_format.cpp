// Formatting: format() and f-string specifications, round(), joined text.
//
// A constant specification becomes static data of lowlevel/formatting.py's struct; one that has an error is
// left to run time, which raises what CPython raises.
#include <cctype>

#include "flowgraph/utf8.h"
#include "rtyper/builtin_calls.h"
#include "rtyper/builtin_rows.h"
#include "rtyper/containers.h"

namespace sapwood {

namespace {

// ---- constant specifications

struct Spec {
    int64_t fill = 32, align = 0, sign = 0, width = -1, grouping = 0, precision = -1, kind = 0;
    bool coerce = false, alternate = false, zero = false;
};

class SpecParser {
  public:
    explicit SpecParser(std::string_view text) : text_(text) {}

    std::optional<Spec> parse() {
        Spec spec;
        if (!text_.empty()) {
            size_t first = encode_code_point(static_cast<uint32_t>(decode_code_point(text_))).size();
            if (is_align(peek(first))) {
                spec.fill = decode_code_point(text_);
                spec.align = peek(first);
                at_ = first + 1;
            } else if (is_align(peek(0))) {
                spec.align = peek(0);
                at_ = 1;
            }
        }
        bool filled = at_ > 1;
        if (peek(at_) == '+' || peek(at_) == '-' || peek(at_) == ' ') spec.sign = peek(at_++);
        spec.coerce = take('z');
        spec.alternate = take('#');
        if (!filled) spec.zero = take('0');
        if (!number(spec.width)) return std::nullopt;
        if (take(',')) spec.grouping = ',';
        if (take('_')) {
            if (spec.grouping != 0) return std::nullopt;
            spec.grouping = '_';
        }
        if (take('.') && (!number(spec.precision) || spec.precision < 0)) return std::nullopt;
        if (at_ < text_.size()) spec.kind = peek(at_++);
        bool grouped =
            std::string_view("deEfFgG%").find(static_cast<char>(spec.kind)) != std::string_view::npos;
        if (spec.grouping != 0 && spec.kind != 0 && !grouped) return std::nullopt;
        if (at_ != text_.size() || spec.kind >= 0x80) return std::nullopt;
        return spec;
    }

  private:
    int64_t peek(size_t at) const { return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0; }
    static bool is_align(int64_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

    bool take(char c) {
        if (peek(at_) != c) return false;
        ++at_;
        return true;
    }

    // Sets value if there are digits; false when they are too many to be anything but an error.
    bool number(int64_t& value) {
        size_t start = at_;
        int64_t read = 0;
        while (std::isdigit(static_cast<int>(peek(at_)))) {
            read = read * 10 + (peek(at_++) - '0');
            if (at_ - start > 9) return false;
        }
        if (at_ > start) value = read;
        return true;
    }

    std::string_view text_;
    size_t at_ = 0;
};

std::optional<ConstantId> static_spec(RTyper& rtyper, const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    auto spec = SpecParser(*text).parse();
    if (!spec) return std::nullopt;
    LLTypeId type = struct_named(rtyper, "format_spec", true,
                                 {{"fill", kSigned},
                                  {"align", kSigned},
                                  {"sign", kSigned},
                                  {"coerce", kBool},
                                  {"alternate", kBool},
                                  {"zero", kBool},
                                  {"width", kSigned},
                                  {"grouping", kSigned},
                                  {"precision", kSigned},
                                  {"kind", kSigned}});
    ConstantTable& c = rtyper.constants();
    return rtyper.add_prebuilt(
        "format", type,
        {c.ll_int(spec->fill), c.ll_int(spec->align), c.ll_int(spec->sign), c.ll_bool(spec->coerce),
         c.ll_bool(spec->alternate), c.ll_bool(spec->zero), c.ll_int(spec->width), c.ll_int(spec->grouping),
         c.ll_int(spec->precision), c.ll_int(spec->kind)});
}

// format(v, text) for v of r: operands `value` and the specification `spec_operand` of hop.
Value format_value(HighLevelOp& hop, Value v, Repr& r, uint32_t spec_operand) {
    RTyper& rtyper = hop.rtyper;
    auto text = hop.constant_str(spec_operand);
    if (text == "") return r.ll_str(hop, v);
    auto spec = static_spec(rtyper, text);
    auto dynamic = [&] { return as_str(hop, hop.input(spec_operand), hop.r_arg(spec_operand)); };
    switch (r.kind()) {
        case SKind::integer:
            if (spec) return hop.call_helper("formatting.ll_format_int_as", {v, *spec, hop.str("int")});
            return hop.call_helper("formatting.ll_format_int", {v, dynamic()});
        case SKind::boolean:
            if (spec) {
                Value number = hop.op(Op::cast_bool_to_int, {v}, kSigned);
                return hop.call_helper("formatting.ll_format_int_as", {number, *spec, hop.str("bool")});
            }
            return hop.call_helper("formatting.ll_format_bool", {v, dynamic()});
        case SKind::floating:
            if (spec) return hop.call_helper("formatting.ll_format_float_as", {v, *spec, hop.str("float")});
            return hop.call_helper("formatting.ll_format_float", {v, dynamic()});
        case SKind::number: return hop.call_helper("formatting.ll_format_number", {v, dynamic()});
        case SKind::str:
            check_not_none(hop, v, r, "TypeError", "unsupported format string passed to NoneType.__format__");
            if (spec) return hop.call_helper("formatting.ll_format_str_as", {as_str(hop, v, r), *spec});
            return hop.call_helper("formatting.ll_format_str", {as_str(hop, v, r), dynamic()});
        default:  // objects take the empty specification only
            return hop.call_helper("formatting.ll_format_object",
                                   {r.ll_str(hop, v), dynamic(), hop.str(r.type_name())});
    }
}

}  // namespace

Value concat_texts(LLOps& ops, const std::vector<Value>& texts) {
    if (texts.empty()) return ops.str("");
    if (texts.size() == 1) return texts[0];
    if (texts.size() == 2) return ops.call_helper("strings.ll_concat", texts);
    Value size = ops.int_(0), length = ops.int_(0);
    for (Value text : texts) {
        size = ops.op(Op::int_add, {size, ops.op(Op::getarraysize, {text}, kSigned)}, kSigned);
        length = ops.op(Op::int_add, {length, ops.getfield(text, "length")}, kSigned);
    }
    Value result = ops.call_helper("strings.ll_make", {size, length});
    Value position = ops.int_(0);
    for (Value text : texts) position = ops.call_helper("strings.ll_put", {result, position, text});
    return result;
}

Value rtype_concat_str(HighLevelOp& hop) {
    std::vector<Value> texts;
    for (uint32_t i = 0; i < hop.arg_count(); ++i) texts.push_back(as_str(hop, hop.input(i), hop.r_arg(i)));
    return hop.result(concat_texts(hop, texts), str_repr(hop.rtyper));
}

Value rtype_to_ascii(HighLevelOp& hop) {
    Value text = hop.r_arg(0).ll_repr(hop, hop.input(0));
    return hop.result(hop.call_helper("numbers_text.ll_ascii_only", {text}), str_repr(hop.rtyper));
}

Value rtype_ascii(HighLevelOp& hop) {
    Value text = hop.r_arg(1).ll_repr(hop, hop.input(1));
    return hop.result(hop.call_helper("numbers_text.ll_ascii_only", {text}), str_repr(hop.rtyper));
}

Value rtype_format_number(HighLevelOp& hop) {
    return hop.result(format_value(hop, hop.input(0), hop.r_arg(0), 1), str_repr(hop.rtyper));
}

Value rtype_format_call(HighLevelOp& hop) {
    Repr& r = hop.r_arg(1);
    Value v = hop.input(1);
    Value text = hop.arg_count() == 2 ? r.ll_str(hop, v) : format_value(hop, v, r, 2);
    return hop.result(text, str_repr(hop.rtyper));
}

// ---- round

Value rtype_round(HighLevelOp& hop) {
    RTyper& rtyper = hop.rtyper;
    Repr& r = hop.r_arg(1);
    bool whole = hop.arg_count() == 2 || hop.is_none(2);
    Value digits = whole ? hop.int_(0) : hop.input(2, rtyper.int_repr());
    switch (r.kind()) {
        case SKind::integer:
        case SKind::boolean: {
            Value n = hop.input(1, rtyper.int_repr());
            return hop.result(whole ? n : hop.call_helper("ints.ll_round", {n, digits}), rtyper.int_repr());
        }
        case SKind::floating:
            if (whole)
                return hop.result(hop.call_helper("floats.ll_round", {hop.input(1)}), rtyper.int_repr());
            return hop.result(hop.call_helper("floats.ll_round_digits", {hop.input(1), digits}),
                              rtyper.float_repr());
        case SKind::number:
            if (whole)
                return hop.result(hop.call_helper("tagged.ll_round", {hop.input(1)}), rtyper.int_repr());
            return hop.result(hop.call_helper("tagged.ll_round_to", {hop.input(1), digits}), r);
        default: return hop.unsupported("round() of `" + r.type_name() + "`", hop.r_result().lowleveltype());
    }
}

}  // namespace sapwood
