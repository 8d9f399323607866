// Diagnostics for editors.  See diagnostics_json.h.
#include "tools/diagnostics_json.h"

#include <nlohmann/json.hpp>

#include "flowgraph/utf8.h"

namespace sapwood {

namespace {

using nlohmann::ordered_json;

// Columns are bytes inside, code points outside.
int column_shown(const SourceFile& file, int line, int column) {
    if (line < 1 || static_cast<size_t>(line) > file.lines.size()) return column + 1;
    std::string_view text = file.lines[static_cast<size_t>(line) - 1];
    return static_cast<int>(count_code_points(text.substr(0, static_cast<size_t>(std::max(column, 0))))) + 1;
}

ordered_json message(const Diagnostic& diagnostic, const Store<FileId, SourceFile>& files) {
    ordered_json entry = {{"severity", severity_name(diag_info(diagnostic.diag).severity)},
                          {"message", diagnostic.text}};
    const Location& at = diagnostic.location;
    if (!at.known() || !files.contains(at.file)) return entry;
    const SourceFile& file = files[at.file];
    entry["file"] = file.path;
    entry["line"] = at.line;
    entry["column"] = column_shown(file, at.line, at.column);
    entry["end_line"] = at.end_line;
    entry["end_column"] = column_shown(file, at.end_line, at.end_column);
    return entry;
}

}  // namespace

std::string diagnostics_as_json(const Diagnostics& diagnostics, const Store<FileId, SourceFile>& files) {
    ordered_json list = ordered_json::array();
    for (const Diagnostic* diagnostic : diagnostics.in_source_order()) {
        const DiagInfo& info = diag_info(diagnostic->diag);
        ordered_json entry = {{"number", info.number}, {"slug", info.slug}};
        entry.update(message(*diagnostic, files));
        entry["notes"] = ordered_json::array();
        for (const Diagnostic& note : diagnostic->notes) entry["notes"].push_back(message(note, files));
        list.push_back(std::move(entry));
    }
    return list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace sapwood
