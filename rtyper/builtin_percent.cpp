// Text % arguments and bytes % arguments, of a format that is known at translation.
//
// Bytes are formatted as the text whose characters are the bytes (latin-1), and made bytes at the end.
// What is wrong with a format is raised when the program gets there, after the conversions before.
#include <cctype>

#include "flowgraph/utf8.h"
#include "rtyper/builtin_calls.h"
#include "rtyper/containers.h"
#include "rtyper/repr_dict.h"
#include "rtyper/repr_number.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

namespace {

constexpr int64_t kLeft = 1;  // the bit of '-', the first of kFlags
constexpr std::string_view kFlags = "-0+ #";

struct Conversion {
    std::string before;               // literal text before it
    std::optional<std::string> name;  // %(name)s
    int32_t code = 0;                 // 0: only literal text
    size_t place = 0;                 // of the code, in characters
    int64_t flags = 0, width = -1, precision = -1;
    bool star_width = false, star_precision = false;
    std::string mistake;  // what ValueError says of the format from here on
};

class PercentParser {
  public:
    explicit PercentParser(std::u32string_view format) : format_(format) {}

    std::vector<Conversion> parse() {
        std::vector<Conversion> found;
        Conversion now;
        while (at_ < format_.size()) {
            if (format_[at_] != '%') {
                now.before += encode_code_point(format_[at_++]);
                continue;
            }
            ++at_;
            if (take('%')) {
                now.before += '%';
                continue;
            }
            conversion(now);
            found.push_back(now);
            if (!now.mistake.empty()) return found;
            now = {};
        }
        if (!now.before.empty()) found.push_back(now);
        return found;
    }

  private:
    bool is_digit() const { return at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9'; }
    bool take(char32_t c) {
        bool there = at_ < format_.size() && format_[at_] == c;
        if (there) ++at_;
        return there;
    }

    int64_t number() {
        int64_t value = 0;
        for (; is_digit(); ++at_)
            if (value < 100'000'000) value = value * 10 + static_cast<int64_t>(format_[at_] - '0');
        return value;
    }

    void conversion(Conversion& now) {
        if (take('(')) {
            size_t start = at_;
            for (int open = 1; open > 0; ++at_) {
                if (at_ == format_.size()) {
                    now.mistake = "incomplete format key";
                    return;
                }
                if (format_[at_] == '(') ++open;
                if (format_[at_] == ')') --open;
            }
            now.name.emplace();
            for (char32_t c : format_.substr(start, at_ - 1 - start)) *now.name += encode_code_point(c);
        }
        for (; at_ < format_.size() && is_flag(format_[at_]); ++at_)
            now.flags |= int64_t{1} << kFlags.find(static_cast<char>(format_[at_]));
        now.star_width = take('*');
        if (!now.star_width && is_digit()) now.width = number();
        if (take('.')) {
            now.star_precision = take('*');
            now.precision = now.star_precision ? 0 : number();
        }
        if (!take('h') && !take('l')) take('L');
        if (at_ == format_.size()) {
            now.mistake = "incomplete format";
            return;
        }
        now.place = at_;
        now.code = static_cast<int32_t>(format_[at_++]);
    }

    static bool is_flag(char32_t c) {
        return c < 0x80 && kFlags.find(static_cast<char>(c)) != std::string_view::npos;
    }

    std::u32string_view format_;
    size_t at_ = 0;
};

// The values after the `%`, as CPython hands them out.
class Arguments {
  public:
    Arguments(HighLevelOp& hop, Value right, Repr& r)
        : hop_(hop), right_(right), r_(r), many_(r.kind() == SKind::tuple && !r.nullable()) {
        given_ = many_ ? static_cast<TupleRepr&>(r).size() : 1;
    }

    // nullopt: there is none left, which raises.
    std::optional<std::pair<Value, Repr*>> next() {
        if (used_ == given_) {
            hop_.raise_if(hop_.bool_(true), "TypeError", "not enough arguments for format string");
            return std::nullopt;
        }
        uint32_t index = used_++;
        if (!many_) return std::pair(right_, &r_);
        auto& r_tuple = static_cast<TupleRepr&>(r_);
        return std::pair(r_tuple.get(hop_, right_, index), &r_tuple.item(index));
    }

    // Of a dict.
    std::pair<Value, Repr*> named(Value name, Repr& r_name) {
        auto& r_dict = static_cast<DictRepr&>(r_);
        used_ = given_;
        Value key = hop_.convert(name, r_name, r_dict.key());
        return std::pair(r_dict.get(hop_, right_, key), &r_dict.value());
    }

    void end() {
        bool subscripted = r_.kind() == SKind::dict || r_.kind() == SKind::list ||
                           r_.kind() == SKind::range || (r_.kind() == SKind::bytes && is_text_);
        if (used_ < given_ && !subscripted)
            hop_.raise_if(hop_.bool_(true), "TypeError",
                          is_text_ ? "not all arguments converted during string formatting"
                                   : "not all arguments converted during bytes formatting");
    }

    void of_bytes() { is_text_ = false; }

  private:
    HighLevelOp& hop_;
    Value right_;
    Repr& r_;
    bool many_, is_text_ = true;
    uint32_t given_ = 0, used_ = 0;
};

Value raise_percent_type(HighLevelOp& hop, Repr& r, int32_t code) {
    hop.call_helper("formatting.ll_raise_percent_type", {hop.int_(code), hop.str(r.type_name())});
    return hop.str("");
}

// A numeric value as Signed for %d and its like; nullopt: no number.
std::optional<Value> percent_int(HighLevelOp& hop, Value v, Repr& r, bool integral) {
    switch (r.kind()) {
        case SKind::integer:
        case SKind::boolean: return hop.convert(v, r, hop.rtyper.int_repr());
        case SKind::floating:
            if (integral) return std::nullopt;
            return hop.call_helper("floats.ll_to_int", {v});
        case SKind::number: return hop.call_helper(integral ? "tagged.ll_index" : "tagged.ll_int", {v});
        default: return std::nullopt;
    }
}

struct Layout {
    Value flags, width, precision;
    bool plain;  // neither width nor precision
};

// nullopt: the arguments of `*` are not there, or no int.
std::optional<Layout> layout(HighLevelOp& hop, const Conversion& c, Arguments& arguments) {
    Layout result{hop.int_(c.flags), hop.int_(c.width), hop.int_(c.precision),
                  c.width < 0 && c.precision < 0 && !c.star_width};
    auto star = [&]() -> std::optional<Value> {
        auto given = arguments.next();
        if (!given) return std::nullopt;
        SKind kind = given->second->kind();
        if (kind == SKind::integer || kind == SKind::boolean)
            return hop.convert(given->first, *given->second, hop.rtyper.int_repr());
        hop.raise_if(hop.bool_(true), "TypeError", "* wants int");
        return std::nullopt;
    };
    if (c.star_width) {
        auto width = star();
        if (!width) return std::nullopt;
        result.flags = hop.call_helper("formatting.ll_star_flags", {result.flags, *width});
        result.width = hop.call_helper("formatting.ll_star_width", {*width});
    }
    if (c.star_precision) {
        auto precision = star();
        if (!precision) return std::nullopt;
        result.precision = hop.call_helper("formatting.ll_star_precision", {*precision});
    }
    return result;
}

// What formats text and what formats bytes alike; nullopt: this code does not exist.
std::optional<Value> percent_number(HighLevelOp& hop, const Conversion& c, const Layout& how, Value v,
                                    Repr& r) {
    switch (c.code) {
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X': {
            bool integral = c.code == 'o' || c.code == 'x' || c.code == 'X';
            auto number = percent_int(hop, v, r, integral);
            if (!number) return raise_percent_type(hop, r, c.code);
            return hop.call_helper("formatting.ll_percent_int",
                                   {*number, hop.int_(c.code), how.flags, how.width, how.precision});
        }
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': {
            if (number_tags(r.s()) == 0 || r.kind() == SKind::none) return raise_percent_type(hop, r, c.code);
            Value number = hop.convert(v, r, hop.rtyper.float_repr());
            return hop.call_helper("formatting.ll_percent_float",
                                   {number, hop.int_(c.code), how.flags, how.width, how.precision});
        }
        default: return std::nullopt;
    }
}

Value padded(HighLevelOp& hop, Value text, const Layout& how) {
    if (how.plain) return text;
    return hop.call_helper("formatting.ll_percent_text", {text, how.flags, how.width, how.precision});
}

std::optional<Value> percent_value(HighLevelOp& hop, const Conversion& c, const Layout& how, Value v,
                                   Repr& r) {
    switch (c.code) {
        case 's': return padded(hop, r.ll_str(hop, v), how);
        case 'r': return padded(hop, r.ll_repr(hop, v), how);
        case 'a': return padded(hop, hop.call_helper("numbers_text.ll_ascii_only", {r.ll_repr(hop, v)}), how);
        case 'c':
            if (r.kind() == SKind::str && !r.nullable()) {
                return hop.call_helper("formatting.ll_percent_char_str",
                                       {as_str(hop, v, r), how.flags, how.width});
            }
            if (auto number = percent_int(hop, v, r, true)) {
                return hop.call_helper("formatting.ll_percent_char", {*number, how.flags, how.width});
            }
            hop.raise_if(hop.bool_(true), "TypeError", "%c requires int or char");
            return hop.str("");
        default: return percent_number(hop, c, how, v, r);
    }
}

std::optional<Value> percent_byte_value(HighLevelOp& hop, const Conversion& c, const Layout& how, Value v,
                                        Repr& r) {
    bool is_bytes = r.kind() == SKind::bytes && !r.nullable();
    switch (c.code) {
        case 's':
        case 'b':
            if (is_bytes) return padded(hop, hop.call_helper("bytestrings.ll_to_latin", {v}), how);
            hop.raise_if(hop.bool_(true), "TypeError",
                         "%b requires a bytes-like object, or an object that implements __bytes__, not '" +
                             r.type_name() + "'");
            return hop.str("");
        case 'r':
        case 'a': return padded(hop, hop.call_helper("numbers_text.ll_ascii_only", {r.ll_repr(hop, v)}), how);
        case 'c':
            if (is_bytes)
                return hop.call_helper("formatting.ll_percent_byte_bytes", {v, how.flags, how.width});
            if (auto number = percent_int(hop, v, r, true))
                return hop.call_helper("formatting.ll_percent_byte", {*number, how.flags, how.width});
            hop.raise_if(hop.bool_(true), "TypeError",
                         "%c requires an integer in range(256) or a single byte");
            return hop.str("");
        default: return percent_number(hop, c, how, v, r);
    }
}

std::string unknown_code(const Conversion& c) {
    bool shown = c.code > 31 && c.code < 127;
    return fmt::format("unsupported format character '{}' ({:#x}) at index {}",
                       shown ? static_cast<char>(c.code) : '?', c.code, c.place);
}

// One conversion; nullopt: it raises, and the rest is of no consequence.
std::optional<Value> percent_part(HighLevelOp& hop, const Conversion& c, Arguments& arguments, bool is_bytes,
                                  bool right_is_mapping) {
    auto raise = [&](const std::string& text) {
        hop.raise_if(hop.bool_(true), "ValueError", text);
        return std::nullopt;
    };
    bool wants_mapping = c.name || c.mistake == "incomplete format key";
    if (wants_mapping && !right_is_mapping) {
        SKind kind = hop.s_arg(1).kind;
        hop.raise_if(hop.bool_(true), "TypeError",
                     kind == SKind::list                 ? "list indices must be integers or slices, not str"
                     : kind == SKind::bytes && !is_bytes ? "byte indices must be integers or slices, not str"
                                                         : "format requires a mapping");
        return std::nullopt;
    }
    if (!c.mistake.empty()) return raise(c.mistake);
    std::optional<std::pair<Value, Repr*>> given;
    if (c.name) {
        Repr& r_name = is_bytes ? bytes_repr(hop.rtyper) : str_repr(hop.rtyper);
        Value name = hop.str(*c.name);
        if (is_bytes) name = hop.call_helper("bytestrings.ll_from_latin", {name});
        given = arguments.named(name, r_name);
    }
    auto how = layout(hop, c, arguments);
    if (!how) return std::nullopt;
    if (!given) given = arguments.next();
    if (!given) return std::nullopt;
    auto [v, r] = *given;
    auto text = is_bytes ? percent_byte_value(hop, c, *how, v, *r) : percent_value(hop, c, *how, v, *r);
    return text ? text : raise(unknown_code(c));
}

}  // namespace

Value rtype_percent(HighLevelOp& hop) {
    bool is_bytes = hop.s_arg(0).kind == SKind::bytes;
    auto format = is_bytes ? hop.constant_bytes(0) : hop.constant_str(0);
    if (!format)
        return hop.unsupported("% with a format that is not constant", hop.r_result().lowleveltype());
    std::u32string characters;
    if (is_bytes)
        for (unsigned char byte : *format) characters += byte;
    else
        for (std::string_view rest = *format; !rest.empty();) {
            auto code = static_cast<char32_t>(decode_code_point(rest));
            characters += code;
            rest.remove_prefix(encode_code_point(code).size());
        }
    Repr& r_right = hop.r_arg(1);
    Arguments arguments(hop, hop.input(1), r_right);
    if (is_bytes) arguments.of_bytes();
    std::vector<Value> texts;
    bool raises = false;
    for (const Conversion& c : PercentParser(characters).parse()) {
        if (!c.before.empty()) texts.push_back(hop.str(c.before));
        if (c.code == 0 && c.mistake.empty()) continue;
        auto text = percent_part(hop, c, arguments, is_bytes, r_right.kind() == SKind::dict);
        raises = !text;
        if (raises) break;
        texts.push_back(*text);
    }
    if (!raises) arguments.end();
    Value text = concat_texts(hop, texts);
    if (!is_bytes) return hop.result(text, str_repr(hop.rtyper));
    return hop.result(hop.call_helper("bytestrings.ll_from_latin", {text}), bytes_repr(hop.rtyper));
}

}  // namespace sapwood
