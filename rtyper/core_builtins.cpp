// Built-in functions that are about types, numbers and protocols.
#include <algorithm>

#include "rtyper/boxes.h"
#include "rtyper/callables.h"
#include "rtyper/class_tests.h"
#include "rtyper/exceptions.h"
#include "rtyper/graph_typer.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_iter.h"
#include "rtyper/repr_number.h"
#include "rtyper/repr_tuple.h"

namespace sapwood {

namespace {

// hop without its callee, as operation `op`: hooks count operands from the value.
HighLevelOp shifted(HighLevelOp& hop, Op op) {
    HighLevelOp inner = hop.without_first();
    inner.op_ = op;
    return inner;
}

Value ask(HighLevelOp& hop, Op op, Value (Repr::*hook)(HighLevelOp&)) {
    HighLevelOp inner = shifted(hop, op);
    Value v = (inner.r_arg(0).*hook)(inner);
    hop.block = inner.block;
    return v;
}

Value as_operation(HighLevelOp& hop, Op op) {
    HighLevelOp inner = shifted(hop, op);
    Value v = rtype_operation(inner);
    hop.block = inner.block;
    return v;
}

constexpr uint8_t kNone = 1, kBoolTag = 2, kInt = 4, kFloatTag = 8;

// Which tags of a number are instances of the built-in class.
uint8_t tags_of_class(const std::string& name) {
    if (name == "int") return kBoolTag | kInt;
    if (name == "bool") return kBoolTag;
    if (name == "float") return kFloatTag;
    if (name == "NoneType") return kNone;
    if (name == "object") return 15;
    return 0;
}

// Whether values of this kind (None aside) are instances of the built-in class.
bool kind_is(const Annotation& s, const std::string& name) {
    if (name == "object") return true;
    switch (s.kind) {
        case SKind::str: return name == "str";
        case SKind::bytes: return name == "bytes";
        case SKind::tuple:
        case SKind::tuple_of: return name == "tuple";
        case SKind::list: return name == "list";
        case SKind::dict: return name == "dict";
        case SKind::set: return name == (s.name.empty() ? "set" : "frozenset");
        case SKind::range: return name == "range";
        default: return false;
    }
}

// isinstance(x, classes), x being operand 1.  -> Bool
Value instance_of_any(HighLevelOp& hop, const std::vector<ObjectId>& classes) {
    RTyper& rt = hop.rtyper;
    Repr& r = hop.r_arg(1);
    const Annotation s = r.s();
    Value v = hop.input(1);
    if (r.kind() == SKind::boxed) return boxed_is_instance(hop, v, classes);
    if (uint8_t tags = number_tags(s)) {
        uint8_t wanted = 0;
        for (ObjectId class_ : classes) wanted |= tags_of_class(rt.world.object(class_).name);
        if (s.kind != SKind::number) return hop.bool_((tags & wanted) != 0);
        Value tag = hop.op(Op::number_tag, {v}, kSigned);
        Value result = hop.bool_(false);
        for (int bit = 0; bit < 4; bit++) {
            if (!(wanted & tags & (1 << bit))) continue;
            Value mine = hop.op(Op::int_eq, {tag, hop.int_(bit)}, kBool);
            result = result == hop.bool_(false)
                         ? mine
                         : hop.if_else(
                               result, kBool, [&] { return hop.bool_(true); }, [&] { return mine; });
        }
        return result;
    }
    if (s.kind != SKind::instance) {
        bool some = false, none = false;
        for (ObjectId class_ : classes) {
            const std::string& name = rt.world.object(class_).name;
            some |= kind_is(s, name);
            none |= name == "NoneType" || name == "object";
        }
        if (!s.nullable) return hop.bool_(some);
        Value is_none = r.ll_is_none(hop, v);
        if (some && none) return hop.bool_(true);
        return some ? hop.not_(is_none) : none ? is_none : hop.bool_(false);
    }
    bool none = false, all = false;
    for (ObjectId class_ : classes) {
        const HostObject& host = rt.world.object(class_);
        none |= host.name == "NoneType" && host.builtin_class;
        all |= host.name == "object" && host.builtin_class;
    }
    auto test = [&]() -> Value { return all ? hop.bool_(true) : is_instance_of(hop, v, classes); };
    if (!s.nullable) return test();
    return hop.if_else(
        r.ll_is_none(hop, v), kBool, [&] { return hop.bool_(none || all); }, test);
}

Value rtype_isinstance(HighLevelOp& hop) {
    if (hop.s_result().constant.valid())
        return hop.bool_(hop.rtyper.constants()[hop.s_result().constant].integer != 0);
    return test_classes(hop, 2, "isinstance() with a class that is not known",
                        [&](const std::vector<ObjectId>& classes) { return instance_of_any(hop, classes); });
}

Value rtype_int(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    if (hop.arg_count() == 1) return hop.result(hop.int_(0), rt.int_repr());
    Repr& r = hop.r_arg(1);
    switch (r.kind()) {
        case SKind::integer:
        case SKind::boolean: return hop.result(hop.input(1, rt.int_repr()), rt.int_repr());
        case SKind::floating:
            return hop.result(hop.call_helper("floats.ll_to_int", {hop.input(1)}), rt.int_repr());
        case SKind::number:
            return hop.result(hop.call_helper("tagged.ll_int", {hop.input(1)}), rt.int_repr());
        default: return ask(hop, hop.op_, &Repr::rtype_int);
    }
}

Value rtype_float(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    if (hop.arg_count() == 1) return hop.result(hop.float_(0), rt.float_repr());
    Repr& r = hop.r_arg(1);
    switch (r.kind()) {
        case SKind::integer:
        case SKind::boolean:
        case SKind::floating: return hop.result(hop.input(1, rt.float_repr()), rt.float_repr());
        case SKind::number:
            return hop.result(hop.call_helper("tagged.ll_float", {hop.input(1)}), rt.float_repr());
        default: return ask(hop, hop.op_, &Repr::rtype_float);
    }
}

Value rtype_abs(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    Repr& r = hop.r_arg(1);
    switch (r.kind()) {
        case SKind::integer:
        case SKind::boolean: {
            bool wraps = rt.program.options.wrap_integers;
            Value v =
                hop.call_helper(wraps ? "ints.ll_abs_wrap" : "ints.ll_abs", {hop.input(1, rt.int_repr())});
            return hop.result(v, rt.int_repr());
        }
        case SKind::floating: return hop.result(hop.op(Op::float_abs, {hop.input(1)}, kFloat), r);
        case SKind::number: return hop.result(hop.call_helper("tagged.ll_abs", {hop.input(1)}), r);
        default: break;
    }
    return hop.unsupported("abs() of `" + r.type_name() + "`", hop.r_result().lowleveltype());
}

Value rtype_divmod(HighLevelOp& hop) {
    auto* result = dynamic_cast<TupleRepr*>(&hop.r_result());
    if (!result || result->size() != 2)
        return hop.unsupported("this divmod()", hop.r_result().lowleveltype());
    RTyper& rt = hop.rtyper;
    const Annotation a = hop.s_arg(1), b = hop.s_arg(2);
    bool number = a.kind == SKind::number || b.kind == SKind::number;
    bool is_float = a.kind == SKind::floating || b.kind == SKind::floating;
    if (!number && !is_float) {
        std::vector<Value> parts;
        for (Op op : {Op::floordiv, Op::mod}) {
            HighLevelOp inner = shifted(hop, op);
            inner.s_result_id = result->item(op == Op::mod).annotation;
            parts.push_back(rtype_operation(inner));
            hop.block = inner.block;
        }
        return result->make(hop, parts);
    }
    // The quotient is asked first: its message names divmod().
    Annotation any{.kind = SKind::number};
    any.tags = 15;
    Repr& r = number ? rt.repr(std::move(any)) : rt.float_repr();
    Value x = hop.input(1, r), y = hop.input(2, r);
    Value quotient = hop.call_helper(number ? "tagged.ll_divmod_first" : "floats.ll_divmod_quotient", {x, y});
    Value rest = hop.call_helper(number ? "tagged.ll_mod" : "floats.ll_mod", {x, y});
    return result->make(hop,
                        {hop.convert(quotient, r, result->item(0)), hop.convert(rest, r, result->item(1))});
}

Value rtype_pow(HighLevelOp& hop) {
    if (hop.arg_count() == 3) return as_operation(hop, Op::pow);
    RTyper& rt = hop.rtyper;
    Value v = hop.call_helper("ints.ll_pow_mod", {hop.input(1, rt.int_repr()), hop.input(2, rt.int_repr()),
                                                  hop.input(3, rt.int_repr())});
    return hop.result(v, rt.int_repr());
}

Value rtype_type(HighLevelOp& hop) {
    if (hop.arg_count() != 2)
        return hop.unsupported("type() with three arguments", hop.r_result().lowleveltype());
    return rtype_type_of(hop, hop.input(1), hop.r_arg(1));
}

Value rtype_exit(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    std::vector<TypedValue> args;
    for (uint32_t i = 1; i < hop.arg_count(); i++) {
        if (!hop.is_none(i)) args.push_back({hop.input(i), &hop.r_arg(i)});  // exit(None) gives no arguments
    }
    Value e = new_exception(hop, rt.classes().builtin("SystemExit"), args);
    LLTypeId type = rt.exception_type();
    ConstantId thrower = raise_function(rt);
    hop.call_function(thrower, {hop.cast(e, type)});
    return hop.r_result().zero();
}

Value rtype_id(HighLevelOp& hop) {
    Repr& r = hop.r_arg(1);
    if (!r.is_gc_pointer()) return hop.unsupported("id() of `" + r.type_name() + "`", kSigned);
    return hop.result(hop.op(Op::cast_ptr_to_int, {hop.input(1)}, kSigned), hop.rtyper.int_repr());
}

Value known_answer(HighLevelOp& hop) {
    const Annotation& s = hop.s_result();
    if (!s.constant.valid()) return hop.unsupported("this question about types", kBool);
    return hop.bool_(hop.rtyper.constants()[s.constant].integer != 0);
}

Value rtype_issubclass(HighLevelOp& hop) {
    if (hop.s_result().constant.valid()) return known_answer(hop);
    const char* unknown = "issubclass() of classes that are not known";
    return test_classes(hop, 1, unknown, [&](const std::vector<ObjectId>& classes) {
        if (classes.size() != 1) return hop.unsupported(unknown, kBool);
        return test_classes(hop, 2, unknown, [&](const std::vector<ObjectId>& bases) {
            bool result = std::ranges::any_of(
                bases, [&](ObjectId base) { return hop.rtyper.world.is_subclass(classes[0], base); });
            return hop.bool_(result);
        });
    });
}

Value rtype_hash(HighLevelOp& hop) {
    return hop.result(hop.r_arg(1).ll_hash(hop, hop.input(1)), hop.rtyper.int_repr());
}

// next(iterator, default)
Value rtype_next_or(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    Repr& r = hop.r_result();
    auto iteration = hop.s_arg(1).kind == SKind::instance ? iterate_itself(hop, hop.input(1), hop.r_arg(1))
                                                          : iterate(hop, hop.input(1), hop.r_arg(1));
    if (!iteration) return r.zero();
    IteratorRepr& items = *iteration->repr;
    auto made = rt.begin_graph("next_as_result", {items.lowleveltype()}, r.storage_type());
    Value item = made.ops.convert(items.next(made.ops, made.parameters[0]), items.item(), r);
    rt.finish_graph(made, made.ops.to_storage(item, r));
    Value found = hop.call_helper(
        "iterators.ll_next_or",
        {iteration->iterator, rt.function_constant(made.graph), hop.to_storage(hop.input(2, r), r)});
    return hop.from_storage(found, r);
}

struct Row {
    std::string_view name;
    uint32_t min_args, max_args;
    Value (*type)(HighLevelOp&);
};

constexpr Row kRows[] = {
    {"builtins.isinstance", 2, 2, rtype_isinstance},
    {"builtins.issubclass", 2, 2, rtype_issubclass},
    {"builtins.type", 1, 3, rtype_type},
    {"builtins.id", 1, 1, rtype_id},
    {"builtins.callable", 1, 1, known_answer},
    {"builtins.hasattr", 2, 2, known_answer},
    {"sapwood.is_record", 1, 1, known_answer},
    {"sapwood.class_has", 2, 2, known_answer},
    {"sapwood.has_length", 1, 1, known_answer},
    {"builtins.hash", 1, 1, rtype_hash},
    {"builtins.int", 0, 2, rtype_int},
    {"builtins.float", 0, 1, rtype_float},
    {"builtins.abs", 1, 1, rtype_abs},
    {"builtins.divmod", 2, 2, rtype_divmod},
    {"builtins.pow", 2, 3, rtype_pow},
    {"builtins.getattr", 2, 2, [](HighLevelOp& hop) { return as_operation(hop, Op::getattr); }},
    {"builtins.setattr", 3, 3, [](HighLevelOp& hop) { return as_operation(hop, Op::setattr); }},
    {"object.__setattr__", 3, 3, [](HighLevelOp& hop) { return as_operation(hop, Op::setattr); }},
    {"builtins.iter", 1, 1, [](HighLevelOp& hop) { return as_operation(hop, Op::iter); }},
    {"builtins.next", 1, 1, [](HighLevelOp& hop) { return as_operation(hop, Op::next); }},
    {"builtins.next", 2, 2, rtype_next_or},
    {"builtins.len", 1, 1, [](HighLevelOp& hop) { return ask(hop, hop.op_, &Repr::rtype_len); }},
    {"builtins.repr", 1, 1,
     [](HighLevelOp& hop) { return hop.result(as_text(hop, 1, true), str_repr(hop.rtyper)); }},
    {"builtins.str", 0, 1,
     [](HighLevelOp& hop) {
         if (hop.arg_count() == 1) return hop.result(hop.str(""), str_repr(hop.rtyper));
         return hop.result(as_text(hop, 1, false), str_repr(hop.rtyper));
     }},
    {"builtins.bool", 0, 1,
     [](HighLevelOp& hop) {
         if (hop.arg_count() == 1) return hop.bool_(false);
         return ask(hop, hop.op_, &Repr::rtype_bool);
     }},
    {"sys.exit", 0, 1, rtype_exit},
    {"sys.exception", 0, 0, rtype_exception},
    {"sapwood.traceback_length", 1, 1, rtype_traceback_length},
    {"sapwood.cut_traceback", 2, 2, rtype_cut_traceback},
    {"traceback.print_exc", 0, 0, rtype_print_exc},
    {"traceback.format_exc", 0, 0, rtype_format_exc},
    {"builtins.exit", 0, 1, rtype_exit},
    {"builtins.quit", 0, 1, rtype_exit},
};

}  // namespace

Value as_text(HighLevelOp& hop, uint32_t i, bool as_repr) {
    Repr& r = hop.r_arg(i);
    Value v = hop.input(i);
    return as_repr ? r.ll_repr(hop, v) : r.ll_str(hop, v);
}

// (exception) -> Void, raises it.
ConstantId raise_function(RTyper& rt) {
    if (rt.raise_function.valid()) return rt.raise_function;
    auto made = rt.begin_graph("raise", {rt.exception_type()}, kVoid);
    made.ops.end_jump(made.ops.graph.excepts, {made.parameters[0]});
    return rt.raise_function = rt.function_constant(made.graph);
}

// Built-in functions that ask a method of their first argument, where that is an instance.
constexpr const char* kAskedMethods[] = {"__abs__",   "__bytes__", "__divmod__",   "__float__", "__format__",
                                         "__index__", "__int__",   "__reversed__", "__round__"};

std::optional<Value> ask_instance(HighLevelOp& hop) {
    if (hop.arg_count() < 2 || hop.s_arg(1).kind != SKind::instance) return std::nullopt;
    for (const char* method : kAskedMethods) {
        const CallSite* site = hop.call_site(method);
        if (!site) continue;
        const CallSite copy = *site;
        std::vector<TypedValue> operands;
        for (uint32_t i = 1; i < hop.arg_count(); i++) operands.push_back({hop.input(i), &hop.r_arg(i)});
        TypedValue v = hop.rtyper.call_site(hop, copy, operands);
        return hop.convert(v.value, *v.repr, hop.r_result());
    }
    return std::nullopt;
}

std::optional<Value> rtype_core_builtin(std::string_view name, HighLevelOp& hop) {
    // int(text, base=2): the operands stand in order.
    bool in_order = name == "builtins.int" && hop.keywords == std::vector<std::string>{"base"};
    if ((!hop.keywords.empty() && !in_order) || hop.star) return std::nullopt;
    if (auto v = ask_instance(hop)) return v;
    // The code of a character that is at hand as such.
    if (name == "builtins.ord" && hop.arg_count() == 2 && hop.r_arg(1).lowleveltype() == kUniChar) {
        Value code = hop.op(Op::cast_unichar_to_int, {hop.input(1)}, kSigned);
        return hop.result(code, hop.rtyper.int_repr());
    }
    for (const Row& row : kRows) {
        uint32_t count = hop.arg_count() - 1;
        if (row.name == name && row.min_args <= count && count <= row.max_args) return row.type(hop);
    }
    return std::nullopt;
}

}  // namespace sapwood
