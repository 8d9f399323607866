// One host operation: which repr is asked, with which hook.
#include "rtyper/builtin_rows.h"
#include "rtyper/callables.h"
#include "rtyper/containers.h"
#include "rtyper/equality.h"
#include "rtyper/exceptions.h"
#include "rtyper/generators.h"
#include "rtyper/graph_typer.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_list.h"
#include "rtyper/repr_lowlevel.h"
#include "rtyper/repr_number.h"

namespace sapwood {

namespace {

std::string_view operator_text(Op op) {
    switch (op) {
        case Op::add: return "+";
        case Op::sub: return "-";
        case Op::mul: return "*";
        case Op::matmul: return "@";
        case Op::truediv: return "/";
        case Op::floordiv: return "//";
        case Op::mod: return "%";
        case Op::pow: return "** or pow()";
        case Op::lshift: return "<<";
        case Op::rshift: return ">>";
        case Op::and_: return "&";
        case Op::or_: return "|";
        case Op::xor_: return "^";
        case Op::lt: return "<";
        case Op::le: return "<=";
        case Op::gt: return ">";
        case Op::ge: return ">=";
        default: return op_info(op).name;
    }
}

bool may_be_none(const Repr& r) {
    return r.kind() == SKind::none || r.nullable() || (r.kind() == SKind::number && (r.s().tags & 1) != 0);
}

// Operands without the operation: CPython's TypeError where None is what does not fit (the program may know
// that it never happens), else refused.
Value no_such_operation(HighLevelOp& hop, std::string_view format) {
    if (!may_be_none(hop.r_arg(0)) && !may_be_none(hop.r_arg(1))) {
        hop.rtyper.diagnostics.error<Diag::bad_operand>(
            hop.location, operator_text(hop.plain_op()),
            hop.r_arg(0).type_name() + " and " + hop.r_arg(1).type_name());
        return hop.r_result().zero();
    }
    std::string op(operator_text(hop.plain_op()));
    if (hop.op_ != hop.plain_op() && op != "** or pow()")
        op += "=";
    else if (hop.op_ != hop.plain_op())
        op = "**=";
    hop.raise_if(hop.bool_(true), "TypeError",
                 fmt::format(fmt::runtime(format), op, hop.r_arg(0).type_name(), hop.r_arg(1).type_name()));
    return hop.r_result().zero();
}

Value rtype_binary(HighLevelOp& hop) {
    if (auto by_method = rtype_operator_method(hop)) return *by_method;
    Value v = hop.r_arg(0).rtype_binary(hop);
    if (v.valid()) return v;
    v = hop.r_arg(1).rtype_binary_right(hop);
    if (v.valid()) return v;
    return no_such_operation(hop, "unsupported operand type(s) for {}: '{}' and '{}'");
}

Value rtype_compare(HighLevelOp& hop) {
    if (auto by_method = rtype_operator_method(hop)) return *by_method;
    Value v = hop.r_arg(0).rtype_compare(hop);
    if (v.valid()) return v;
    v = hop.r_arg(1).rtype_compare_right(hop);
    if (v.valid()) return v;
    if (hop.op_ != Op::eq && hop.op_ != Op::ne)
        return no_such_operation(hop, "'{}' not supported between instances of '{}' and '{}'");
    Value equal = ll_equal(hop, hop.r_arg(0), hop.input(0), hop.r_arg(1), hop.input(1));
    return hop.op_ == Op::eq ? equal : hop.not_(equal);
}

Value rtype_is(HighLevelOp& hop) {
    Repr &a = hop.r_arg(0), &b = hop.r_arg(1);
    if (b.kind() == SKind::none) return a.ll_is_none(hop, hop.input(0));
    if (a.kind() == SKind::none) return b.ll_is_none(hop, hop.input(1));
    if (a.kind() == SKind::boxed || b.kind() == SKind::boxed)
        return hop.unsupported("identity of an exception's argument, which has several types,", kBool);
    // True is not 1: of numbers only those of one type can be the same.
    if (a.kind() != b.kind() || a.kind() == SKind::number) {
        if (number_tags(a.s()) && number_tags(b.s())) return rtype_number_is(hop);
    }
    // An instance with __next__ is its own iterator.
    auto is_instance = [](Repr& r) {
        bool iterator = r.kind() == SKind::iterator && r.s().iterator == IteratorKind::instance;
        return iterator || r.kind() == SKind::instance;
    };
    if (a.kind() != b.kind() && is_instance(a) && is_instance(b))
        return hop.op(Op::ptr_eq, {hop.cast(hop.input(0), kGcRef), hop.cast(hop.input(1), kGcRef)}, kBool);
    Repr* common = hop.rtyper.common_repr(a, b);
    if (!common) return hop.bool_(false);
    Value x = hop.input(0, *common), y = hop.input(1, *common);
    LLTypeId type = common->lowleveltype();
    if (type == kVoid) return hop.bool_(true);
    if (hop.rtyper.types().is_pointer(type) || type == kGcRef) return hop.op(Op::ptr_eq, {x, y}, kBool);
    return common->ll_eq(hop, x, y);
}

// An operation on an item of a built-in sequence, (sequence, slice[, values]), that a method of the slice
// does.
std::optional<Value> rtype_by_slice(HighLevelOp& hop, const std::string& method) {
    const CallSite* site = hop.call_site(method);
    if (!site) return std::nullopt;
    const CallSite copy = *site;
    CallOperands operands;
    operands.set(kSlicedOperand, {hop.input(0), &hop.r_arg(0)});
    if (hop.arg_count() > 2) operands.set(2, {hop.input(2), &hop.r_arg(2)});
    TypedValue self{hop.input(1), &hop.rtyper.without_none(hop.r_arg(1))};
    TypedValue result = hop.rtyper.callables().call(hop, copy, self, operands);
    return hop.convert(result.value, *result.repr, hop.r_result());
}

// (x, n): x, which has exactly n items (n < 0: any number), as what its items can be taken from by index.
Value rtype_unpack(HighLevelOp& hop) {
    Repr &r = hop.r_arg(0), &r_result = hop.r_result();
    int64_t wanted = hop.constant_int(1).value_or(-1);
    bool once = r_result.kind() == SKind::list && r.kind() != SKind::list;
    if (!once) {
        if (wanted >= 0) r.rtype_unpack_check(hop);
        if (r_result.kind() == SKind::impossible) return hop.void_();
        return hop.convert(hop.input(0), r, r_result);
    }
    check_not_none(hop, hop.input(0), r, "TypeError", "cannot unpack non-iterable NoneType object");
    auto items = iterate(hop, hop.input(0), hop.rtyper.without_none(r));
    if (!items) return hop.null(r_result.lowleveltype());
    auto& r_list = static_cast<ListRepr&>(list_repr_of(hop.rtyper, items->repr->item()));
    Value list = hop.call_helper("iterators.ll_unpack", {hop.type(r_list.struct_type()), items->iterator,
                                                         items->repr->next_function(), hop.int_(wanted)});
    if (same_layout(r_list, r_result)) return list;
    return list_from_iterable(hop, list, r_list, r_result).value_or(hop.null(r_result.lowleveltype()));
}

}  // namespace

Value rtype_operation(HighLevelOp& hop) {
    switch (hop.op_) {
        case Op::add:
        case Op::sub:
        case Op::mul:
        case Op::matmul:
        case Op::truediv:
        case Op::floordiv:
        case Op::mod:
        case Op::pow:
        case Op::lshift:
        case Op::rshift:
        case Op::and_:
        case Op::or_:
        case Op::xor_:
        case Op::inplace_add:
        case Op::inplace_sub:
        case Op::inplace_mul:
        case Op::inplace_matmul:
        case Op::inplace_truediv:
        case Op::inplace_floordiv:
        case Op::inplace_mod:
        case Op::inplace_pow:
        case Op::inplace_lshift:
        case Op::inplace_rshift:
        case Op::inplace_and:
        case Op::inplace_or:
        case Op::inplace_xor: return rtype_binary(hop);
        case Op::lt:
        case Op::le:
        case Op::eq:
        case Op::ne:
        case Op::gt:
        case Op::ge: return rtype_compare(hop);
        case Op::neg:
        case Op::pos:
        case Op::invert: {
            if (auto by_method = rtype_operator_method(hop)) return *by_method;
            return hop.r_arg(0).rtype_unary(hop);
        }
        case Op::is_: return rtype_is(hop);
        case Op::not_: return hop.not_(hop.r_arg(0).rtype_bool(hop));
        case Op::bool_: return hop.r_arg(0).rtype_bool(hop);
        case Op::contains: return hop.r_arg(0).rtype_contains(hop);
        case Op::getitem:
            if (auto part = rtype_by_slice(hop, "__sapwood_sliced__")) return *part;
            return hop.r_arg(0).rtype_getitem(hop);
        case Op::setitem:
            if (auto done = rtype_by_slice(hop, "__sapwood_store_sliced__")) return *done;
            return hop.r_arg(0).rtype_setitem(hop);
        case Op::delitem:
            if (auto done = rtype_by_slice(hop, "__sapwood_delete_sliced__")) return *done;
            return hop.r_arg(0).rtype_delitem(hop);
        case Op::getslice: return hop.r_arg(0).rtype_getslice(hop);
        case Op::setslice: return hop.r_arg(0).rtype_setslice(hop);
        case Op::delslice: return hop.r_arg(0).rtype_delslice(hop);
        case Op::getattr:
            // The method of a built-in value is the value: the call asks it for the method.
            if (hop.s_result().kind == SKind::builtin_method && hop.s_arg(0).kind != SKind::instance &&
                hop.r_arg(0).lowleveltype() == hop.r_result().lowleveltype())
                return hop.input(0);
            if (auto value = rtype_attribute_row(hop)) return *value;
            if (reads_builtin_method(hop)) return rtype_builtin_method(hop);
            if (hop.constant_str(1) == "__class__" && hop.r_arg(0).kind() != SKind::callable)
                return rtype_type_of(hop, hop.input(0), hop.r_arg(0));
            if (hop.s_arg(0).kind == SKind::dict && hop.r_result().lowleveltype() == kVoid)
                return hop.void_();  // dict.fromkeys
            return hop.r_arg(0).rtype_getattr(hop);
        case Op::setattr: return hop.r_arg(0).rtype_setattr(hop);
        case Op::delattr: return hop.r_arg(0).rtype_delattr(hop);
        case Op::super_getattr: return rtype_super_getattr(hop);
        case Op::frame_save: return rtype_frame_save(hop);
        case Op::frame_load: return rtype_frame_load(hop);
        case Op::delegate: return rtype_delegate(hop);
        case Op::iter: return hop.r_arg(0).rtype_iter(hop);
        case Op::next: return hop.r_arg(0).rtype_next(hop);
        case Op::newtuple:
        case Op::newlist:
        case Op::newdict:
        case Op::newset: return hop.r_result().rtype_new(hop);
        case Op::list_append: return hop.r_arg(0).rtype_method("append", hop);
        case Op::unpack_check: return rtype_unpack(hop);
        case Op::unpack_item: return hop.r_arg(0).rtype_unpack_item(hop);
        case Op::unpack_rest: return hop.r_arg(0).rtype_unpack_rest(hop);
        case Op::to_str:
            if (hop.call_site("__format__")) return hop.r_arg(0).rtype_format(hop);
            if (hop.r_arg(0).kind() == SKind::str && !hop.r_arg(0).nullable())
                return hop.convert(hop.input(0), hop.r_arg(0), hop.r_result());
            return hop.r_arg(0).ll_str(hop, hop.input(0));
        case Op::to_repr: return hop.r_arg(0).ll_repr(hop, hop.input(0));
        case Op::to_ascii: return rtype_to_ascii(hop);
        case Op::format: return hop.r_arg(0).rtype_format(hop);
        case Op::concat_str: return rtype_concat_str(hop);
        case Op::simple_call:
        case Op::call_args: return rtype_call(hop);
        case Op::make_closure: return rtype_make_closure(hop);
        case Op::newcell: return rtype_newcell(hop);
        case Op::cell_get: return rtype_cell_get(hop);
        case Op::cell_set: return rtype_cell_set(hop);
        case Op::check_defined: return rtype_check_defined(hop);
        case Op::exc_instance: return rtype_exc_instance(hop);
        case Op::exc_set_cause: return rtype_exc_set_cause(hop);
        case Op::exc_raised: return rtype_exc_raised(hop);
        case Op::exc_match: return rtype_exc_match(hop);
        case Op::exc_enter: return rtype_exc_enter(hop);
        case Op::exc_leave: return rtype_exc_leave(hop);
        case Op::exc_handled: return rtype_exc_handled(hop);
        default: CHECK(false, "{} in an annotated graph", op_info(hop.op_).name);  // low-level operations
    }
}

}  // namespace sapwood
