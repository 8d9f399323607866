#include "flowgraph/builtins.h"

#include <map>
#include <optional>

#include "flowgraph/check.h"

namespace sapwood {
namespace {

struct RawRow {
    std::string_view name, signature, helper;
    uint8_t effects;
};

std::span<const RawRow> raw_rows() {
    using namespace builtin_effect;
    static constexpr RawRow kRows[] = {
#define BUILTIN(name, signature, helper, effects) {name, signature, helper, (effects)},
#include "flowgraph/builtins.def"
#undef BUILTIN
    };
    return kRows;
}

struct TypeName {
    std::string_view name;
    BuiltinType::Kind kind;
};

constexpr TypeName kTypeNames[] = {
    {"int", BuiltinType::Kind::int_},          {"nat", BuiltinType::Kind::nat},
    {"float", BuiltinType::Kind::float_},      {"bool", BuiltinType::Kind::bool_},
    {"str", BuiltinType::Kind::str},           {"char", BuiltinType::Kind::char_},
    {"bytes", BuiltinType::Kind::bytes},       {"none", BuiltinType::Kind::none},
    {"never", BuiltinType::Kind::never},       {"text", BuiltinType::Kind::text},
    {"strs", BuiltinType::Kind::strs},         {"bytess", BuiltinType::Kind::bytess},
    {"textfile", BuiltinType::Kind::textfile}, {"binaryfile", BuiltinType::Kind::binaryfile},
    {"environ", BuiltinType::Kind::environ},   {"iterable", BuiltinType::Kind::iterable},
    {"list", BuiltinType::Kind::list},         {"dict", BuiltinType::Kind::dict},
    {"tuple", BuiltinType::Kind::tuple},       {"bound", BuiltinType::Kind::bound},
};

// Reads a signature from left to right.
class SignatureReader {
  public:
    explicit SignatureReader(std::string_view text) : text_(text) {}

    void read(BuiltinRow& row) {
        bool keyword_only = false;
        while (!take("->")) {
            if (take("*")) keyword_only = true;
            row.parameters.push_back(parameter());
            row.parameters.back().keyword_only = keyword_only;
            take(",");
        }
        row.result = type();
        skip_spaces();
        CHECK(at_ == text_.size(), "signature `{}` goes on after its result", text_);
    }

  private:
    BuiltinParameter parameter() {
        BuiltinParameter result;
        size_t start = at_;
        std::string first = word();
        if (take(":")) {
            result.name = first;
        } else {
            at_ = start;
        }
        result.type = type();
        if (take("=")) result.default_text = literal();
        return result;
    }

    BuiltinType type() {
        BuiltinType result;
        std::string name = word();
        bool known = false;
        for (const TypeName& row : kTypeNames) {
            if (row.name != name) continue;
            result.kind = row.kind;
            known = true;
        }
        CHECK(known, "no type `{}` in signature `{}`", name, text_);
        if (take("[")) {
            do result.items.push_back(type());
            while (take(","));
            CHECK(take("]"), "no `]` in signature `{}`", text_);
        }
        result.nullable = take("?");
        return result;
    }

    std::string literal() {
        skip_spaces();
        if (text_[at_] == '\'') {
            size_t end = text_.find('\'', at_ + 1);
            std::string result(text_.substr(at_, end + 1 - at_));
            at_ = end + 1;
            return result;
        }
        size_t end = text_.find_first_of(", ", at_);
        std::string result(text_.substr(at_, end - at_));
        at_ = end;
        return result;
    }

    std::string word() {
        skip_spaces();
        size_t start = at_;
        while (at_ < text_.size() && (isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_'))
            at_++;
        CHECK(at_ > start, "no name at {} of signature `{}`", start, text_);
        return std::string(text_.substr(start, at_ - start));
    }

    bool take(std::string_view token) {
        skip_spaces();
        if (text_.substr(at_, token.size()) != token) return false;
        at_ += token.size();
        return true;
    }

    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') at_++;
    }

    std::string_view text_;
    size_t at_ = 0;
};

struct Table {
    std::vector<BuiltinRow> rows;
    std::map<std::string, std::pair<size_t, size_t>, std::less<>> ranges;

    Table() {
        for (const RawRow& raw : raw_rows()) {
            BuiltinRow row{std::string(raw.name), {}, {}, std::string(raw.helper), raw.effects};
            SignatureReader(raw.signature).read(row);
            auto [it, added] = ranges.try_emplace(row.name, rows.size(), rows.size());
            CHECK(added || it->second.second == rows.size(), "rows of `{}` do not stand together", row.name);
            rows.push_back(std::move(row));
            it->second.second = rows.size();
        }
    }
};

const Table& table() {
    static const Table instance;
    return instance;
}

}  // namespace

std::span<const BuiltinRow> builtin_rows(std::string_view name) {
    auto it = table().ranges.find(name);
    if (it == table().ranges.end()) return {};
    return std::span(table().rows).subspan(it->second.first, it->second.second - it->second.first);
}

const std::vector<BuiltinRow>& all_builtins() {
    return table().rows;
}

std::vector<std::string> builtin_names(std::string_view prefix) {
    std::vector<std::string> result;
    for (const BuiltinRow& row : table().rows) {
        if (!row.name.starts_with(prefix)) continue;
        std::string name = row.name.substr(prefix.size());
        if (result.empty() || result.back() != name) result.push_back(name);
    }
    return result;
}

std::string builtin_type_text(const BuiltinType& type) {
    std::string text;
    for (const TypeName& row : kTypeNames) {
        if (row.kind == type.kind) text = row.name;
    }
    if (!type.items.empty()) {
        text += "[";
        for (size_t i = 0; i < type.items.size(); i++)
            text += (i ? ", " : "") + builtin_type_text(type.items[i]);
        text += "]";
    }
    return type.nullable ? text + "?" : text;
}

}  // namespace sapwood
