// What low-level data says about classes: the range of subclass numbers in a vtable, and how to ask an
// instance for its own.
#pragma once

#include <optional>
#include <string_view>

#include "flowgraph/program.h"

namespace sapwood {

// The classes that an exceptional link catches: vtables whose subclass_min lies in min..max, both included.
struct ExceptionRange {
    int64_t min = 0, max = 0;
    bool everything = false;  // the class is that of all exceptions
    bool contains(const ExceptionRange& other) const {
        return everything || (min <= other.min && other.max <= max);
    }
    bool overlaps(const ExceptionRange& other) const {
        return everything || other.everything || (min <= other.max && other.min <= max);
    }
};

ExceptionRange exception_range(const Program& program, ConstantId vtable);

// A field of static data, looked for in its inlined bases too; nullopt if there is none.
std::optional<ConstantId> static_field(const Program& program, PrebuiltId data, std::string_view field);

// Appends the test whether `instance` is of a class in the range; the result is Bool.
Value append_class_test(Program& program, FunctionGraph& graph, BlockId block, Value instance,
                        const ExceptionRange& range);

}  // namespace sapwood
