// A graph as a C function.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "backends/c/names.h"
#include "backends/c/variables.h"

namespace sapwood {

// The places that stand in tracebacks, numbered as they are met.
class Places {
  public:
    explicit Places(const Program& program) : program_(program) {}
    // Index of a place inside `graph`; makes it, and its callers' if it was inlined.
    int number(const FunctionGraph& graph, Location location);
    // The table sw_places.
    std::string table() const;

  private:
    struct Row {
        FileId file;
        int line;
        std::string function;
        int caller;
        auto operator<=>(const Row&) const = default;
    };
    int add(Row row);

    const Program& program_;
    std::vector<Row> rows_;
    std::map<Row, int> index_;
};

struct CFunction {
    std::string prototype;  // without storage class and semicolon
    std::string body;       // from `{` to `}`
};

CFunction print_function(const Program& program, const CNames& names, Places& places,
                         const FunctionGraph& graph, bool line_marks);

}  // namespace sapwood
