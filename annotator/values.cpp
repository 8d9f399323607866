// Instances that are values of a built-in type as well: named tuples, members of IntEnum.  Their classes have
// `__sapwood_value__`, a method that gives the plain value.  An operation for which such a class has no
// special method gets that value as its operand, and so does a method of a class with
// `_sapwood_takes_values_`; the call site "operandN.__sapwood_value__" tells the rtyper.  `__sapwood_dict__`
// gives dict() and dict.update() what they copy, `__index__` what CPython takes for an integer.
#include <algorithm>

#include "annotator/engine.h"
#include "annotator/operators.h"

namespace sapwood::annotation {
namespace {

constexpr const char* kValue = "__sapwood_value__";
constexpr const char* kDict = "__sapwood_dict__";
constexpr const char* kIndex = "__index__";

// Built-in functions that take instances as they are.
constexpr std::string_view kTakesInstances[] = {"print",      "repr",       "str",     "ascii",    "format",
                                                "isinstance", "issubclass", "type",    "id",       "hash",
                                                "getattr",    "hasattr",    "setattr", "callable", "super",
                                                "next",       "dict",       "delattr", "vars",     "dir"};
// The special methods that answer other built-in functions.
struct Answer {
    std::string_view function, method;
};
constexpr Answer kAnswers[] = {{"len", "__len__"},          {"abs", "__abs__"},     {"round", "__round__"},
                               {"int", "__int__"},          {"float", "__float__"}, {"divmod", "__divmod__"},
                               {"bool", "__bool__"},        {"bin", "__index__"},   {"hex", "__index__"},
                               {"oct", "__index__"},        {"chr", "__index__"},   {"range", "__index__"},
                               {"reversed", "__reversed__"}};
// Built-in functions that take `__index__` of an argument.
constexpr std::string_view kTakesIndexes[] = {"bin",   "hex",   "oct",   "chr",   "range",
                                              "bytes", "index", "round", "islice"};
// Methods of built-in types, some of one type only, whose first arguments (all, unless it says how many) are
// numbers or are iterated over, never kept.
struct Taking {
    std::string_view method;
    size_t arguments = SIZE_MAX;
};
constexpr Taking kMethods[] = {{"join"},          {"extend"},         {"list.pop"},
                               {"bytearray.pop"}, {"list.insert", 1}, {"ljust"},
                               {"rjust"},         {"center"},         {"zfill"},
                               {"union"},         {"update"},         {"startswith"},
                               {"endswith"},      {"difference"},     {"intersection"},
                               {"issubset"},      {"to_bytes"},       {"issuperset"},
                               {"isdisjoint"},    {"expandtabs"},     {"symmetric_difference"}};

bool is_sequence(SKind kind) {
    return kind == SKind::list || kind == SKind::str || kind == SKind::bytes || kind == SKind::tuple ||
           kind == SKind::tuple_of || kind == SKind::range;
}

template <class Names>
bool among(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != std::end(names);
}

}  // namespace

// Whether a class, or one above it, has `__sapwood_value__`: those below it may differ in what they give.
bool Engine::is_plain_value(SId object) {
    return has_special(object, kValue) && std::ranges::all_of(lattice[object].ids, [&](uint32_t id) {
               auto method = world.class_attribute(classes[id].class_, kValue);
               return method && method->value.valid();
           });
}

// Whether a class has a special method of its own for an operation, other than one that only says what the
// plain values would: those, named by `_sapwood_as_values_`, are for containers.
bool Engine::answers(SId object, const std::string& name) {
    if (!has_special(object, name)) return false;
    if (!is_plain_value(object)) return true;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        for (uint32_t k : concrete(id)) {
            auto method = world.class_attribute(classes[k].class_, name);
            auto names = world.class_attribute(classes[k].class_, "_sapwood_as_values_");
            if (!method || !method->defined_in.valid() || !method->value.valid()) continue;
            if (world.object(method->defined_in).qualname == "enum.Enum") continue;  // see frontend/enums.h
            if (!names || names->defined_in != method->defined_in || !names->value.valid()) return true;
            const std::vector<ConstantId>& items = world.object(constant(names->value).object).items;
            if (std::ranges::none_of(items, [&](ConstantId item) { return constant(item).text == name; }))
                return true;
        }
    }
    return false;
}

// Operand i as its plain value, where its class has none of the methods that would answer.
void Engine::exchange(size_t i, std::initializer_list<std::string> names) {
    SId value = value_of(op_->args[i]);
    if (!is_plain_value(value)) return;
    if (std::ranges::any_of(names, [&](const std::string& name) { return answers(value, name); })) return;
    exchange_by(i, kValue);
}

// An operand of dict() and dict.update: what the kinds of dict of the library keep.
void Engine::exchange_dict(size_t i) {
    if (has_special(value_of(op_->args[i]), kDict)) exchange_by(i, kDict);
}

// Operand i as the integer that its `__index__` gives, unless its class answers with one of these methods.
void Engine::exchange_index(size_t i, std::initializer_list<std::string> names) {
    SId value = value_of(op_->args[i]);
    if (lattice.kind(value) != SKind::instance || is_plain_value(value) || !has_special(value, kIndex))
        return;
    if (std::ranges::any_of(names, [&](const std::string& name) { return has_special(value, name); })) return;
    exchange_by(i, kIndex);
}

void Engine::exchange_by(size_t i, const std::string& method) {
    SId value = value_of(op_->args[i]);
    auto plain = special(lattice.without_none(value), method, {}, fmt::format("operand{}.{}", i, method));
    exchanged_.resize(op_->args.size(), lattice.impossible());
    exchanged_[i] = lattice[value].nullable ? lattice.nullable(*plain) : *plain;
    waits_ = waits_ || !lattice.possible(*plain);
}

// Whether instances have an attribute of this name only as the built-in type that they are of as well.
bool Engine::is_plain_attribute(SId object, const std::string& name) {
    if (name.starts_with("__") || !is_plain_value(object)) return false;
    for (uint32_t id : std::vector<uint32_t>(lattice[object].ids)) {
        ObjectId class_ = classes[id].class_;
        for (ObjectId each : world.object(class_).mro) {
            ObjectId type = world.object(each).kind_of;
            if (type.valid() && !world.class_attribute(type, name)) return false;
        }
        auto fields = world.class_attribute(class_, "_fields");
        if (!fields || !fields->value.valid()) continue;
        for (ConstantId field : world.object(constant(fields->value).object).items) {
            if (constant(field).text == name) return false;
        }
    }
    return true;
}

// Exchanges operands of the current operation.  False: it waits for what a method gives.
bool Engine::exchange_operands() {
    exchanged_.clear();
    waits_ = false;
    auto is_instance = [&](Value v) {
        bool is_shape = v.is_constant() && constant(v.constant()).kind == ConstantKind::shape;
        return !is_shape && lattice.kind(value_of(v)) == SKind::instance;
    };
    if (std::ranges::none_of(op_->args, is_instance)) return true;
    if (const OperatorRow* row = find_operator(op_->op)) {
        exchange_of_operator(std::string(row->method));
        return !waits_;
    }
    if (const ComparisonRow* row = find_comparison(op_->op)) {
        std::string method(row->method), reflected(row->reflected), other = "__eq__";
        bool negates = op_->op == Op::ne;
        if (!answers(arg(0), method) && !(negates && answers(arg(0), other))) {
            exchange(0, {});
            exchange(1, {reflected, negates ? other : reflected});
        }
        return !waits_;
    }
    switch (op_->op) {
        case Op::getitem:
            exchange(0, {"__getitem__"});
            if (is_sequence(lattice.kind(arg(0)))) {
                exchange(1, {"__index__"});
                exchange_index(1, {});
            }
            break;
        case Op::getslice:
            exchange(0, {"__getitem__"});
            for (size_t i = 1; i < 4; i++) exchange(i, {"__index__"});
            exchange_bounds();
            break;
        case Op::setitem:
        case Op::delitem:
            if (lattice.kind(arg(0)) == SKind::list) {
                exchange(1, {"__index__"});
                exchange_index(1, {});
            }
            break;
        case Op::delslice: exchange_bounds(); break;
        case Op::contains:
            exchange(0, {"__contains__", "__iter__"});
            if (lattice.kind(arg(0)) == SKind::str) exchange(1, {});
            break;
        case Op::iter:
        case Op::unpack_check:
        case Op::unpack_item:
        case Op::unpack_rest: exchange(0, {"__iter__"}); break;
        case Op::setslice:
            exchange(4, {"__iter__"});
            exchange_bounds();
            break;
        case Op::neg: exchange(0, {"__neg__"}); break;
        case Op::pos: exchange(0, {"__pos__"}); break;
        case Op::invert: exchange(0, {"__invert__"}); break;
        case Op::bool_:
        case Op::not_: exchange(0, {"__bool__", "__len__"}); break;
        case Op::format: exchange(0, {"__format__"}); break;
        case Op::getattr:
            if (is_plain_attribute(value_of(op_->args[0]), name_operand(1))) exchange(0, {name_operand(1)});
            break;
        case Op::simple_call:
        case Op::call_args: exchange_of_call(); break;
        default: break;
    }
    return !waits_;
}

// The bounds of a slice of a built-in sequence.
void Engine::exchange_bounds() {
    if (!is_sequence(lattice.kind(arg(0)))) return;
    for (size_t i = 1; i < 4; i++) exchange_index(i, {});
}

void Engine::exchange_of_operator(const std::string& method) {
    SId left = arg(0);
    if (method == "mul" && is_sequence(lattice.kind(left))) exchange_index(1, {"__rmul__"});
    if (method == "mul" && is_sequence(lattice.kind(arg(1)))) exchange_index(0, {"__mul__"});
    if (answers(left, "__" + method + "__") || answers(left, "__i" + method + "__")) {
        if (has_special(left, "_sapwood_takes_values_")) exchange(1, {});
        return;
    }
    exchange(0, {});
    bool formats = op_->op == Op::mod && lattice.kind(left) == SKind::str;
    std::string text = formats ? lattice.constant_str(left).value_or("") : "";
    if (text.find("%r") == std::string::npos) exchange(1, {"__r" + method + "__"});
}

void Engine::exchange_of_call() {
    const SValue callee = lattice[arg(0)];
    size_t first = 1, last = op_->args.size();
    if (op_->op == Op::call_args) {
        const Constant& shape = constant(op_->args[1].constant());
        first = 2;
        if (shape.star) exchange(last - shape.keywords.size() - 1, {"__iter__"});
        last -= shape.keywords.size() + (shape.star ? 1 : 0);
    }
    if (callee.kind == SKind::builtin_method) {
        if (callee.name == "dict.update" && last > first) exchange_dict(first);
        std::string_view name = std::string_view(callee.name).substr(callee.name.rfind('.') + 1);
        auto taking = std::ranges::find_if(
            kMethods, [&](const Taking& each) { return each.method == name || each.method == callee.name; });
        if (taking == std::end(kMethods)) return;
        if (last > first && last - first > taking->arguments) last = first + taking->arguments;
        for (size_t i = first; i < last; i++) {
            exchange(i, {"__iter__"});
            exchange_index(i, {"__iter__"});
        }
        return;
    }
    if (callee.kind != SKind::callable || callee.ids.size() != 1) return;
    const DescInfo& desc = descs[callee.ids[0]];
    const HostObject& object = world.object(desc.object);
    bool builtin = desc.kind == DescKind::builtin || (desc.kind == DescKind::class_ && object.builtin_class);
    if (!builtin || desc.closure) return;
    std::string name = object.name.substr(object.name.rfind('.') + 1);
    if (name == "dict" && last > first) exchange_dict(first);
    if (name == "fromkeys" && last > first) last = first + 1;  // the second argument is kept
    bool chooses = (name == "min" || name == "max") && last - first > 1;
    if (among(kTakesInstances, name) || name.starts_with("__") || chooses) return;
    std::string answer = "__iter__";
    for (const Answer& each : kAnswers) {
        if (each.function == name) answer = each.method;
    }
    for (size_t i = first; i < last; i++) exchange(i, {answer, answer == "__int__" ? "__index__" : answer});
    if (!among(kTakesIndexes, name)) return;
    for (size_t i = name == "round" ? first + 1 : first; i < last; i++)
        exchange_index(i, {"__iter__", "__bytes__"});
}

}  // namespace sapwood::annotation
