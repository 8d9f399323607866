#include "rtyper/exceptions.h"

#include "flowgraph/exception_roots.h"
#include "rtyper/boxes.h"
#include "rtyper/callables.h"
#include "rtyper/class_tests.h"
#include "rtyper/containers.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_tuple.h"
#include "rtyper/repr_tuple_of.h"

namespace sapwood {

namespace {

Repr& base_exception_repr(RTyper& rt) {
    Annotation s{.kind = SKind::instance};
    s.classdef = rt.classes().base_exception().classdef;
    return rt.repr(std::move(s));
}

Value as_base(LLOps& ops, Value e) {
    return ops.cast(e, ops.rtyper.exception_type());
}

Value is_os_error(LLOps& ops, Value e) {
    return is_instance_of(ops, e, {ops.rtyper.world.builtin_class("OSError")});
}

// The exception that is being handled becomes the context of e.
void set_context(LLOps& ops, Value e) {
    Value handled = ops.op(Op::exc_handled_get, {}, ops.rtyper.exception_type());
    BlockId set = ops.new_block("context"), next = ops.new_block("");
    ops.end_branch(ops.op(Op::ptr_nonzero, {handled}, kBool), set, next);
    ops.go_on_in(set);
    ops.call_helper("exceptions.ll_set_context", {as_base(ops, e), handled});
    ops.end_jump(next, {});
    ops.go_on_in(next);
}

}  // namespace

Value new_exception(LLOps& ops, ClassInfo& c, const std::vector<TypedValue>& args) {
    Value e = ops.rtyper.classes().new_instance(ops, c);
    set_exception_args(ops, c, e, args);
    set_context(ops, e);
    return e;
}

Value new_exception_by_errno(LLOps& ops, ClassInfo& c, const std::vector<TypedValue>& args) {
    ClassLayouts& classes = ops.rtyper.classes();
    bool chosen =
        c.class_ == ops.rtyper.world.builtin_class("OSError") && args.size() >= 2 && args.size() <= 5;
    if (chosen && args[0].repr->kind() == SKind::number)
        ops.unsupported("`OSError` called with an errno that is not always an `int`");
    if (!chosen || args[0].repr->kind() != SKind::integer) return classes.new_instance(ops, c);
    classes.define_fields(c);
    Value made = ops.call_helper("file_errors.ll_new_os_error", {args[0].value});
    return ops.cast(made, classes.pointer(c));
}

void set_exception_args(LLOps& ops, Value e, const std::vector<TypedValue>& args) {
    RTyper& rt = ops.rtyper;
    LLTypeId array = rt.types().array_of(kGcRef, true);
    Value base = as_base(ops, e);
    if (args.empty()) {
        ops.setfield(base, "args", empty_array(rt, array));
        return;
    }
    Value items = ops.malloc_varsize(array, ops.int_(static_cast<int64_t>(args.size())));
    for (size_t i = 0; i < args.size(); i++) {
        Value box = rt.box(ops, args[i].value, *args[i].repr);
        ops.op(Op::setarrayitem, {items, ops.int_(static_cast<int64_t>(i)), box}, kVoid);
    }
    ops.setfield(base, "args", items);
}

void set_exception_args(LLOps& ops, ClassInfo& c, Value e, const std::vector<TypedValue>& args) {
    set_exception_args(ops, e, args);
    ClassLayouts& classes = ops.rtyper.classes();
    ClassInfo* owner = nullptr;
    const auto& known = ops.rtyper.program.host.classes;
    auto stop = known.find("StopIteration");
    bool stops = stop != known.end() && ops.rtyper.world.is_subclass(c.class_, stop->second);
    const FieldInfo* found = stops ? classes.field(c, "value", &owner) : nullptr;
    if (!found) return;
    FieldInfo field = *found;
    Value value = args.empty() ? field.repr->zero() : ops.convert(args[0].value, *args[0].repr, *field.repr);
    ops.setfield(ops.cast(e, classes.pointer(*owner)), field.name, value);
}

void raise_exception(LLOps& ops, ClassInfo& c, const std::vector<TypedValue>& args) {
    Value e = new_exception(ops, c, args);
    ops.end_jump(ops.graph.excepts, {as_base(ops, e)});
}

Value exception_text(LLOps& ops, Value e, const std::string& kind) {
    RTyper& rt = ops.rtyper;
    ClassLayouts& classes = rt.classes();
    Value base = as_base(ops, e);
    Value print_str = rt.box_printer(false), print_repr = rt.box_printer(true);
    if (kind == "repr") {
        Value name = ops.getfield(classes.typeptr(ops, base), "name");
        return ops.call_helper("exceptions.ll_repr",
                               {base, name, is_os_error(ops, base), ops.type(rt.box_struct()), print_repr});
    }
    Value key = is_instance_of(ops, base, {rt.world.builtin_class("KeyError")});
    Value os = is_os_error(ops, base);
    Value decoding = is_instance_of(ops, base, {rt.world.builtin_class("UnicodeDecodeError")});
    Value encoding = is_instance_of(ops, base, {rt.world.builtin_class("UnicodeEncodeError")});
    return ops.call_helper("exceptions.ll_str", {base, key, os, decoding, encoding, ops.type(rt.box_struct()),
                                                 ops.type(rt.box_type(kGcRef)), print_str, print_repr});
}

namespace {

// Never null.
Value arguments_of(HighLevelOp& hop, Value base) {
    RTyper& rt = hop.rtyper;
    return hop.call_helper("exceptions.ll_arguments",
                           {base, is_os_error(hop, base), hop.type(rt.box_struct()),
                            hop.type(rt.types().array_of(kGcRef, true))});
}

// `e.args` as the tuple that the annotator says it is.
Value read_arguments(HighLevelOp& hop, Value base) {
    RTyper& rt = hop.rtyper;
    Repr& r = hop.r_result();
    Value boxes = arguments_of(hop, base);
    if (r.kind() == SKind::tuple_of) {
        auto& tuple = static_cast<TupleOfRepr&>(r);
        LLTypeId storage = tuple.item().storage_type();
        auto made = rt.begin_graph("unbox", {kGcRef}, storage);
        Value item = unbox(made.ops, made.parameters[0], tuple.item());
        rt.finish_graph(made, made.ops.to_storage(item, tuple.item()));
        return hop.call_helper("exceptions.ll_unboxed",
                               {boxes, rt.function_constant(made.graph), hop.type(list_struct(rt, storage))});
    }
    if (r.kind() != SKind::tuple) return hop.unsupported("these arguments of an exception", r.lowleveltype());
    auto& tuple = static_cast<TupleRepr&>(r);
    hop.raise_if(
        hop.not_(
            hop.op(Op::int_eq, {hop.op(Op::getarraysize, {boxes}, kSigned), hop.int_(tuple.size())}, kBool)),
        "RuntimeError", "this exception has another number of arguments than those of its class");
    std::vector<Value> items;
    for (uint32_t i = 0; i < tuple.size(); i++)
        items.push_back(unbox(hop, hop.op(Op::getarrayitem, {boxes, hop.int_(i)}, kGcRef), tuple.item(i)));
    return tuple.make(hop, items);
}

// `e.args = tuple`, operand 2.
void store_arguments(HighLevelOp& hop, Value base) {
    RTyper& rt = hop.rtyper;
    Repr& r = hop.r_arg(2);
    Value v = hop.input(2);
    if (r.kind() == SKind::tuple_of) {
        auto& tuple = static_cast<TupleOfRepr&>(r);
        auto made = rt.begin_graph("box", {tuple.item().storage_type()}, kGcRef);
        rt.finish_graph(
            made, rt.box(made.ops, made.ops.from_storage(made.parameters[0], tuple.item()), tuple.item()));
        hop.setfield(base, "args",
                     hop.call_helper("exceptions.ll_boxed", {v, rt.function_constant(made.graph),
                                                             hop.type(rt.types().array_of(kGcRef, true))}));
        return;
    }
    auto& tuple = static_cast<TupleRepr&>(r);
    std::vector<TypedValue> args;
    for (uint32_t i = 0; i < tuple.size(); i++) args.push_back({tuple.get(hop, v, i), &tuple.item(i)});
    set_exception_args(hop, base, args);
}

}  // namespace

std::optional<Value> exception_getattr(HighLevelOp& hop, ClassInfo& c, Value e, const std::string& name) {
    RTyper& rt = hop.rtyper;
    std::optional<HostAttribute> attribute = rt.classes().class_value(c, name);
    bool own = attribute && attribute->defined_in.valid();
    if (own && !rt.world.object(attribute->defined_in).builtin_class) return std::nullopt;
    Value base = as_base(hop, e);
    if (name == "args") return read_arguments(hop, base);
    if (name == "__notes__") {
        Value class_name = hop.getfield(rt.classes().typeptr(hop, base), "name");
        return hop.call_helper("exceptions.ll_notes", {base, class_name, hop.type(list_struct(rt, kGcRef))});
    }
    if (name == "__suppress_context__")
        return hop.result(hop.getfield(base, "suppress_context"), rt.bool_repr());
    if (name == "__cause__" || name == "__context__") {
        Annotation s{.kind = SKind::instance};
        s.classdef = rt.classes().base_exception().classdef;
        s.nullable = true;
        return hop.result(hop.getfield(base, name == "__cause__" ? "cause" : "context"),
                          rt.repr(std::move(s)));
    }
    if (name == "code") {
        if (hop.r_result().kind() == SKind::str) {
            Value text = hop.call_helper(
                "exceptions.ll_code_text",
                {base, hop.type(rt.box_struct()), hop.type(rt.box_type(kGcRef)), hop.type(str_struct(rt))});
            Annotation s{.kind = SKind::str};
            s.nullable = true;
            return hop.result(text, rt.repr(std::move(s)));
        }
        Annotation s{.kind = SKind::number};
        s.tags = 5;
        return hop.result(hop.call_helper("exceptions.ll_code", {base, hop.type(rt.box_struct())}),
                          rt.repr(std::move(s)));
    }
    if (std::optional<uint32_t> index = codec_error_argument(rt.world, c.class_, name)) {
        Value boxes = arguments_of(hop, base);
        hop.raise_if(
            hop.op(Op::int_le, {hop.op(Op::getarraysize, {boxes}, kSigned), hop.int_(*index)}, kBool),
            "RuntimeError", "this exception has another number of arguments than those of its class");
        return unbox(hop, hop.op(Op::getarrayitem, {boxes, hop.int_(*index)}, kGcRef), hop.r_result());
    }
    if (name == "errno") {
        Annotation s{.kind = SKind::number};
        s.tags = 5;
        return hop.result(hop.call_helper("exceptions.ll_errno", {base, hop.type(rt.box_struct())}),
                          rt.repr(std::move(s)));
    }
    if (name == "strerror" || name == "filename") {
        LLTypeId box = rt.box_type(kGcRef);
        Value index = hop.int_(name == "strerror" ? 1 : 2);
        Value text = hop.call_helper("exceptions.ll_str_argument", {base, index, hop.type(rt.box_struct()),
                                                                    hop.type(box), hop.type(str_struct(rt))});
        Annotation s{.kind = SKind::str};
        s.nullable = true;
        return hop.result(text, rt.repr(std::move(s)));
    }
    return std::nullopt;
}

bool exception_setattr(HighLevelOp& hop, Value e, const std::string& name) {
    if (name == "args") {
        store_arguments(hop, as_base(hop, e));
        return true;
    }
    if (name != "__cause__" && name != "__context__" && name != "__suppress_context__") return false;
    Value base = as_base(hop, e);
    if (name == "__suppress_context__") {
        hop.setfield(base, "suppress_context", hop.input(2, hop.rtyper.bool_repr()));
        return true;
    }
    Value v = hop.is_none(2) ? hop.null(hop.rtyper.exception_type()) : as_base(hop, hop.input(2));
    hop.setfield(base, name == "__cause__" ? "cause" : "context", v);
    if (name == "__cause__") hop.setfield(base, "suppress_context", hop.bool_(true));
    return true;
}

// ---- operations

Value rtype_exc_instance(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    Repr& r = hop.r_arg(0);
    TypedValue e{{}, &r};
    if (r.kind() == SKind::instance) {
        e.value = hop.input(0);
        if (r.nullable())
            hop.raise_if(r.ll_is_none(hop, e.value), "TypeError",
                         "exceptions must derive from BaseException");
    } else if (r.kind() == SKind::callable) {
        if (const CallSite* site = hop.call_site("call")) {
            const CallSite copy = *site;
            e = rt.call_site(hop, copy, {{hop.input(0), &r}});
        } else if (r.s().descs.size() == 1) {
            auto infos = rt.classes().infos_of(rt.callables().desc(r.s().descs[0]).object);
            if (infos.empty()) return hop.unsupported("raising this", hop.r_result().lowleveltype());
            Annotation s{.kind = SKind::instance};
            s.classdef = infos[0]->classdef;
            Value made = rt.classes().new_instance(hop, *infos[0]);
            set_exception_args(hop, made, {});
            e = {made, &rt.repr(std::move(s))};
        }
    }
    if (!e.value.valid())
        return hop.unsupported("raising `" + r.type_name() + "`", hop.r_result().lowleveltype());
    set_context(hop, e.value);
    return hop.convert(e.value, *e.repr, hop.r_result());
}

Value rtype_exc_set_cause(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    Value base = as_base(hop, hop.input(0));
    Value cause = hop.null(rt.exception_type());
    Repr& r = hop.r_arg(1);
    if (r.kind() == SKind::instance) {
        cause = as_base(hop, hop.input(1));
    } else if (r.kind() == SKind::callable && r.s().descs.size() == 1) {
        auto infos = rt.classes().infos_of(rt.callables().desc(r.s().descs[0]).object);
        if (infos.empty()) return hop.unsupported("this cause");
        Value made = rt.classes().new_instance(hop, *infos[0]);
        set_exception_args(hop, made, {});
        cause = as_base(hop, made);
    }
    hop.setfield(base, "cause", cause);
    hop.setfield(base, "suppress_context", hop.bool_(true));
    return hop.void_();
}

Value rtype_exc_raised(HighLevelOp& hop) {
    hop.op(Op::exc_passes, {as_base(hop, hop.input(0))}, kVoid);
    return hop.void_();
}

Value rtype_exc_match(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    ObjectId root = rt.world.builtin_class("BaseException");
    return test_classes(hop, 1, "an except clause whose class is not known",
                        [&](const std::vector<ObjectId>& classes) {
                            for (ObjectId class_ : classes) {
                                if (class_ == root) return hop.bool_(true);
                            }
                            return is_instance_of(hop, hop.input(0), classes);
                        });
}

Value rtype_exc_enter(HighLevelOp& hop) {
    LLTypeId type = hop.rtyper.exception_type();
    Value old = hop.op(Op::exc_handled_get, {}, type);
    hop.op(Op::exc_handled_set, {as_base(hop, hop.input(0))}, kVoid);
    return hop.cast(old, hop.r_result().lowleveltype());
}

Value rtype_exc_leave(HighLevelOp& hop) {
    hop.op(Op::exc_handled_set, {as_base(hop, hop.input(0))}, kVoid);
    return hop.void_();
}

Value rtype_exc_handled(HighLevelOp& hop) {
    Value e = hop.op(Op::exc_handled_get, {}, hop.rtyper.exception_type());
    hop.raise_if(hop.op(Op::ptr_iszero, {e}, kBool), "RuntimeError", "No active exception to reraise");
    return hop.cast(e, hop.r_result().lowleveltype());
}

Value rtype_exception(HighLevelOp& hop) {
    return hop.cast(hop.op(Op::exc_handled_get, {}, hop.rtyper.exception_type()),
                    hop.r_result().lowleveltype());
}

namespace {

// The exception being handled with its traceback, as it is printed when nobody catches it.
Value text_of_handled(HighLevelOp& hop) {
    RTyper& rt = hop.rtyper;
    return hop.call_helper(
        "exceptions.ll_text_of_handled",
        {hop.op(Op::exc_handled_get, {}, rt.exception_type()), hop.type(rt.classes().object_struct()),
         rt.str_function(base_exception_repr(rt))});
}

}  // namespace

Value rtype_print_exc(HighLevelOp& hop) {
    write_text(hop, standard_stream(hop.rtyper, "stderr"), text_of_handled(hop));
    return hop.r_result().zero();
}

Value rtype_format_exc(HighLevelOp& hop) {
    return hop.result(text_of_handled(hop), str_repr(hop.rtyper));
}

Value rtype_traceback_length(HighLevelOp& hop) {
    Value length = hop.call_helper("exceptions.ll_traceback_length", {as_base(hop, hop.input(1))});
    return hop.result(length, hop.rtyper.int_repr());
}

Value rtype_cut_traceback(HighLevelOp& hop) {
    Value length = hop.input(2, hop.rtyper.int_repr());
    hop.call_helper("exceptions.ll_cut_traceback", {as_base(hop, hop.input(1)), length});
    return hop.r_result().zero();
}

// ---- roots

namespace {

// () -> Void: writes out all files.
ConstantId flush_function(RTyper& rt) {
    auto made = rt.begin_graph("flush_files", {}, kVoid);
    flush_all_files(made.ops);
    rt.finish_graph(made, made.ops.void_());
    return rt.function_constant(made.graph);
}

void make_uncaught(RTyper& rt) {
    LLTypeId str = rt.types().pointer_to(str_struct(rt));
    auto write = rt.begin_graph("write_error", {str}, kVoid);
    write_text(write.ops, standard_stream(rt, "stderr"), write.parameters[0]);
    rt.finish_graph(write, write.ops.void_());
    ConstantId write_error = rt.function_constant(write.graph);

    auto uncaught = rt.begin_graph("uncaught", {rt.exception_type()}, kSigned);
    LLOps& ops = uncaught.ops;
    ClassLayouts& classes = rt.classes();
    Value e = uncaught.parameters[0];
    Value exits = classes.is_subclass(ops, classes.typeptr(ops, e), {&classes.builtin("SystemExit")});
    Value status = ops.if_else(
        exits, kSigned,
        [&] {
            return ops.call_helper("exceptions.ll_exit",
                                   {e, ops.type(rt.box_struct()), rt.box_printer(false), write_error});
        },
        [&] {
            Value text = ops.call_helper(
                "exceptions.ll_whole_text",
                {e, ops.type(classes.object_struct()), rt.str_function(base_exception_repr(rt))});
            ops.call_function(write_error, {text});
            return ops.int_(1);
        });
    // A stream that cannot be written has nobody left to tell: CPython's status is 120.
    Value failed = ops.call_helper("exceptions.ll_quietly", {flush_function(rt)});
    rt.finish_graph(uncaught, ops.select(failed, ops.int_(120), status, kSigned));
    rt.program.roots[roots::kUncaught] = uncaught.graph;
}

// sys.argv is a prebuilt list; where the program uses it, it is filled before anything else runs.
void fill_argv(RTyper& rt, LLOps& ops) {
    for (const auto& [object, annotation] : std::map(rt.annotated().prebuilt)) {
        if (rt.world.object(object).kind != HostKind::argv) continue;
        std::optional<ConstantId> argv = rt.repr(annotation).convert_const(rt.constants().object(object));
        if (argv) ops.call_helper("environment.ll_fill_argv", {*argv});
    }
}

// The program's entry, after which files are written out.
void wrap_entry(RTyper& rt) {
    GraphId entry = rt.program.entry;
    const Signature signature = rt.signature(entry);
    auto made = rt.begin_graph("main", {}, kSigned);
    fill_argv(rt, made.ops);
    Value status = made.ops.call_graph(entry, {});
    status = made.ops.convert(status, *signature.result, rt.int_repr());
    flush_all_files(made.ops);
    rt.finish_graph(made, status);
    rt.program.entry = made.graph;
}

}  // namespace

void make_exception_roots(RTyper& rt) {
    ConstantId catch_all = rt.classes().vtable_constant(rt.classes().builtin("BaseException"));
    rt.program.catch_all = rt.constants()[catch_all].prebuilt;

    auto& roots = rt.program.roots;
    roots[roots::kRaiseOverflow] = rt.raise_graph("OverflowError", "integer overflow");
    roots[roots::kRaiseRecursion] = rt.raise_graph("RecursionError", "maximum recursion depth exceeded");

    // No memory is left: the instance is static.
    ClassInfo& memory_error = rt.classes().builtin("MemoryError");
    ConstantId no_args = empty_array(rt, rt.types().array_of(kGcRef, true));
    ConstantId instance = rt.classes().static_instance("memory_error", memory_error, {{"args", no_args}});
    auto memory = rt.begin_graph("raise_MemoryError", {}, kVoid);
    memory.ops.end_jump(memory.ops.graph.excepts, {as_base(memory.ops, instance)});
    roots[roots::kRaiseMemory] = memory.graph;

    make_uncaught(rt);
    wrap_entry(rt);
}

}  // namespace sapwood
