// Mistakes of the user: collected, located, printed once.  The table of all of them is diagnostics.def.
//
//   diag.error<Diag::union_mismatch>(op.location, "int", "str").note<Diag::came_from>(origin, "int");
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/location.h"

namespace sapwood {

enum class Diag : uint16_t {
#define DIAG(number, slug, severity, text) slug,
#include "flowgraph/diagnostics.def"
#undef DIAG
};

enum class Severity : uint8_t { error, warning, hint, note };

struct DiagInfo {
    std::string_view number;  // "E201"; "none" of notes
    std::string_view slug;
    Severity severity;
    std::string_view text;  // a format string
};

const DiagInfo& diag_info(Diag diag);
std::string_view severity_name(Severity severity);

struct Diagnostic {
    Diag diag;
    Location location;
    std::string text;
    std::vector<Diagnostic> notes;
    int rank = 0;  // of hints: how much it may matter; the highest is shown first
};

// What error() and warning() return, to attach notes.
class DiagnosticHandle {
  public:
    explicit DiagnosticHandle(Diagnostic* diagnostic) : diagnostic_(diagnostic) {}
    template <Diag diag, class... Args>
    DiagnosticHandle& note(Location location, const Args&... args) {
        diagnostic_->notes.push_back(
            {diag, location, fmt::format(fmt::runtime(diag_info(diag).text), args...), {}, 0});
        return *this;
    }

  private:
    Diagnostic* diagnostic_;  // valid until the next diagnostic is added
};

class Diagnostics {
  public:
    template <Diag diag, class... Args>
    DiagnosticHandle error(Location location, const Args&... args) {
        return add({diag, location, fmt::format(fmt::runtime(diag_info(diag).text), args...), {}, 0});
    }
    template <Diag diag, class... Args>
    DiagnosticHandle warning(Location location, const Args&... args) {
        return error<diag>(location, args...);  // the table says what it is
    }
    template <Diag diag, class... Args>
    DiagnosticHandle hint(int rank, Location location, const Args&... args) {
        return add({diag, location, fmt::format(fmt::runtime(diag_info(diag).text), args...), {}, rank});
    }
    // Adds one; the same slug at the same place twice is dropped.
    DiagnosticHandle add(Diagnostic diagnostic);

    bool has_errors() const { return error_count_ > 0; }
    size_t error_count() const { return error_count_; }
    const std::vector<Diagnostic>& all() const { return diagnostics_; }  // as they were found
    std::vector<const Diagnostic*> in_source_order() const;  // by file and place; then hints, by rank
    void clear();

  private:
    std::vector<Diagnostic> diagnostics_;
    Diagnostic dropped_;  // takes the notes of a diagnostic that was dropped
    size_t error_count_ = 0;
};

// `file:line:col: error: text [slug]`, the source line, a caret range, then the notes.  Diagnostics come
// ordered by file and place.  colour: ANSI colours.
std::string render(const Diagnostics& diagnostics, const Store<FileId, SourceFile>& files, bool colour);

}  // namespace sapwood
