// Collects and renders diagnostics.
#include "flowgraph/diagnostics.h"

#include <algorithm>
#include <tuple>

#include "flowgraph/utf8.h"

namespace sapwood {

namespace {

constexpr DiagInfo kDiags[] = {
#define DIAG(number, slug, severity, text) {#number, #slug, Severity::severity, text},
#include "flowgraph/diagnostics.def"
#undef DIAG
};

struct Palette {
    const char *bold, *red, *magenta, *cyan, *reset;
};
constexpr Palette kPlain = {"", "", "", "", ""};
constexpr Palette kColoured = {"\033[1m", "\033[1;31m", "\033[1;35m", "\033[1;36m", "\033[0m"};

const char* severity_colour(Severity severity, const Palette& palette) {
    switch (severity) {
        case Severity::error: return palette.red;
        case Severity::warning: return palette.magenta;
        case Severity::hint: return palette.magenta;
        case Severity::note: return palette.cyan;
    }
    return "";
}

// The caret range under a source line; tabs are kept so that it lines up.
std::string carets(std::string_view line, const Location& location) {
    size_t begin = std::min<size_t>(std::max(location.column, 0), line.size());
    size_t end = location.end_line == location.line
                     ? std::min<size_t>(std::max(location.end_column, 0), line.size())
                     : line.size();
    std::string result;
    for (char c : line.substr(0, begin))
        if ((c & 0xc0) != 0x80) result += c == '\t' ? '\t' : ' ';
    size_t length = end > begin ? static_cast<size_t>(count_code_points(line.substr(begin, end - begin))) : 0;
    return result + '^' + std::string(length > 1 ? length - 1 : 0, '~');
}

// shown: the place whose source line stands above already.
void render_one(std::string& out, const Diagnostic& diagnostic, const Location& shown,
                const Store<FileId, SourceFile>& files, const Palette& palette) {
    const DiagInfo& info = diag_info(diagnostic.diag);
    const Location& location = diagnostic.location;
    const SourceFile* file =
        location.known() && files.contains(location.file) ? &files[location.file] : nullptr;
    std::string_view line;
    if (file && static_cast<size_t>(location.line) <= file->lines.size())
        line = file->lines[location.line - 1];

    out += palette.bold;
    if (file)
        out += fmt::format("{}:{}:{}: ", file->path, location.line,
                           count_code_points(line.substr(0, std::max(location.column, 0))) + 1);
    else
        out += "sapwood: ";
    out += fmt::format("{}{}:{} {}{}", severity_colour(info.severity, palette), severity_name(info.severity),
                       palette.reset, palette.bold, diagnostic.text);
    out += palette.reset;
    if (info.severity != Severity::note) out += fmt::format(" [{}]", info.slug);
    out += '\n';
    if (!line.empty() && location != shown) {
        out += fmt::format("    {}\n", line);
        out += fmt::format("    {}{}{}\n", severity_colour(info.severity, palette), carets(line, location),
                           palette.reset);
    }
    for (const Diagnostic& note : diagnostic.notes) render_one(out, note, location, files, palette);
}

}  // namespace

const DiagInfo& diag_info(Diag diag) {
    return kDiags[static_cast<size_t>(diag)];
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::hint: return "hint";
        case Severity::note: return "note";
    }
    return "?";
}

DiagnosticHandle Diagnostics::add(Diagnostic diagnostic) {
    for (size_t i = 0; i < diagnostics_.size(); i++)
        if (diagnostics_[i].diag == diagnostic.diag && diagnostics_[i].location == diagnostic.location &&
            (diagnostic.location.known() || diagnostics_[i].text == diagnostic.text)) {
            dropped_ = {};
            return DiagnosticHandle(&dropped_);
        }
    if (diag_info(diagnostic.diag).severity == Severity::error) error_count_++;
    diagnostics_.push_back(std::move(diagnostic));
    return DiagnosticHandle(&diagnostics_.back());
}

std::vector<const Diagnostic*> Diagnostics::in_source_order() const {
    std::vector<const Diagnostic*> ordered;
    for (const Diagnostic& diagnostic : diagnostics_) ordered.push_back(&diagnostic);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Diagnostic* a, const Diagnostic* b) {
        auto key = [](const Diagnostic* d) {
            bool hint = diag_info(d->diag).severity == Severity::hint;
            return std::tuple(hint, -d->rank, d->location.file.index, d->location.line, d->location.column);
        };
        return key(a) < key(b);
    });
    return ordered;
}

void Diagnostics::clear() {
    diagnostics_.clear();
    error_count_ = 0;
}

std::string render(const Diagnostics& diagnostics, const Store<FileId, SourceFile>& files, bool colour) {
    std::string out;
    for (const Diagnostic* diagnostic : diagnostics.in_source_order())
        render_one(out, *diagnostic, {}, files, colour ? kColoured : kPlain);
    return out;
}

}  // namespace sapwood
