// Adapts the C functions of runtime/leaf.h to the interpreter's calling convention, row by row of leaf.def.
#include "tools/leaf_table.h"

#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

#include "runtime/leaf.h"

// What the runtime expects of the program that it is linked with.
extern "C" {
struct sw_place {
    const char* file;
    const char* function;
    const char* text;
    int32_t line;
    int32_t caller;
};
extern const sw_place sw_places[];
const sw_place sw_places[1] = {{"", "", "", 0, -1}};
void sw_start(int argc, char** argv);
}

namespace sapwood {
namespace {

// The parameter kinds of leaf.def: what C passes for each.
struct Void {};
struct Signed {
    static std::tuple<int64_t> pass(const LeafValue& v) { return {v.integer}; }
};
struct Unsigned {
    static std::tuple<uint64_t> pass(const LeafValue& v) { return {static_cast<uint64_t>(v.integer)}; }
};
struct Float {
    static std::tuple<double> pass(const LeafValue& v) { return {v.number}; }
};
struct Bool {
    static std::tuple<bool> pass(const LeafValue& v) { return {v.integer != 0}; }
};
struct Char {
    static std::tuple<unsigned char> pass(const LeafValue& v) {
        return {static_cast<unsigned char>(v.integer)};
    }
};
struct UniChar {
    static std::tuple<int32_t> pass(const LeafValue& v) { return {static_cast<int32_t>(v.integer)}; }
};
struct Text {
    static std::tuple<const unsigned char*, int64_t> pass(const LeafValue& v) { return {v.data, v.size}; }
};
struct Buffer {
    static std::tuple<unsigned char*, int64_t> pass(const LeafValue& v) { return {v.data, v.size}; }
};
struct Ints {
    static std::tuple<const int32_t*, int64_t> pass(const LeafValue& v) {
        return {reinterpret_cast<const int32_t*>(v.data), v.size};
    }
};
struct Floats {
    static std::tuple<const double*, int64_t> pass(const LeafValue& v) {
        return {reinterpret_cast<const double*>(v.data), v.size};
    }
};

template <class T>
LeafValue result_value(T value) {
    LeafValue result;
    if constexpr (std::is_same_v<T, double>)
        result.number = value;
    else
        result.integer = static_cast<int64_t>(value);
    return result;
}

// `(void)` and `(Signed, Text)` of a row, as a type.
template <class... Kinds>
class Parameters {
  public:
    template <auto function>
    static LeafValue call(const LeafValue* arguments) {
        return call_with<function>(arguments, std::index_sequence_for<Kinds...>());
    }

  private:
    template <auto function, size_t... i>
    static LeafValue call_with([[maybe_unused]] const LeafValue* arguments, std::index_sequence<i...>) {
        auto passed = std::tuple_cat(Kinds::pass(arguments[i])...);
        if constexpr (std::is_void_v<decltype(std::apply(function, passed))>) {
            std::apply(function, passed);
            return {};
        } else {
            return result_value(std::apply(function, passed));
        }
    }
};

template <class Function>
struct ParametersOf;
template <class... Kinds>
struct ParametersOf<Void(Kinds...)> {
    using type = Parameters<Kinds...>;
};

constexpr LeafRoutine kRoutines[] = {
#define LEAF(name, result, parameters, effects) \
    {#name, &ParametersOf<Void parameters>::type::call<&sw_##name>},
#include "runtime/leaf.def"
#undef LEAF
};

}  // namespace

LeafTable runtime_leaves() {
    static const bool started = [] {
        static char name[] = "sapwood-fg";
        static char* arguments[] = {name, nullptr};
        sw_start(1, arguments);
        return true;
    }();
    (void)started;
    return kRoutines;
}

}  // namespace sapwood
