// Reports broken invariants; see check.h.
#include "flowgraph/check.h"

#include <cstring>

namespace sapwood {

void check_failed(const char* file, int line, const char* condition, const std::string& message) {
    const char* base = std::strrchr(file, '/');
    throw InternalError(fmt::format("{}:{}: {} ({})", base ? base + 1 : file, line, message, condition));
}

}  // namespace sapwood
