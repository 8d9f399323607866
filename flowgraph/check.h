// CHECK(condition, format, args...): our own mistakes.  A failed check throws InternalError, which the
// command line reports as an internal error with the place of the check; it is never used for mistakes of
// the user, which are diagnostics.
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>

namespace sapwood {

// A broken invariant of Sapwood itself.  what() names the check's file, line and message.
class InternalError : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

[[noreturn]] void check_failed(const char* file, int line, const char* condition, const std::string& message);

}  // namespace sapwood

#define CHECK(condition, ...)     \
    (static_cast<bool>(condition) \
         ? void(0)                \
         : ::sapwood::check_failed(__FILE_NAME__, __LINE__, #condition, ::fmt::format(__VA_ARGS__)))
