// Operators of user classes: which special methods are asked, in which order, and what happens where all of
// them answer NotImplemented (None represents it; the annotation of the call's row says so).
#include <algorithm>
#include <array>

#include "rtyper/callables.h"
#include "rtyper/classes.h"
#include "rtyper/exceptions.h"
#include "rtyper/repr_factories.h"

namespace sapwood {

namespace {

struct OperatorRoles {
    Op op;
    const char *left, *right, *inplace, *symbol;
};

constexpr OperatorRoles kOperators[] = {
    {Op::add, "__add__", "__radd__", "__iadd__", "+"},
    {Op::sub, "__sub__", "__rsub__", "__isub__", "-"},
    {Op::mul, "__mul__", "__rmul__", "__imul__", "*"},
    {Op::matmul, "__matmul__", "__rmatmul__", "__imatmul__", "@"},
    {Op::truediv, "__truediv__", "__rtruediv__", "__itruediv__", "/"},
    {Op::floordiv, "__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"},
    {Op::mod, "__mod__", "__rmod__", "__imod__", "%"},
    {Op::pow, "__pow__", "__rpow__", "__ipow__", "** or pow()"},
    {Op::lshift, "__lshift__", "__rlshift__", "__ilshift__", "<<"},
    {Op::rshift, "__rshift__", "__rrshift__", "__irshift__", ">>"},
    {Op::and_, "__and__", "__rand__", "__iand__", "&"},
    {Op::or_, "__or__", "__ror__", "__ior__", "|"},
    {Op::xor_, "__xor__", "__rxor__", "__ixor__", "^"},
    {Op::lt, "__lt__", "__gt__", "", "<"},
    {Op::le, "__le__", "__ge__", "", "<="},
    {Op::gt, "__gt__", "__lt__", "", ">"},
    {Op::ge, "__ge__", "__le__", "", ">="},
    {Op::eq, "__eq__", "__eq__", "", "=="},
    {Op::ne, "__ne__", "__ne__", "", "!="},
    {Op::neg, "__neg__", "", "", "-"},
    {Op::pos, "__pos__", "", "", "+"},
    {Op::invert, "__invert__", "", "", "~"},
};

// One method to ask: a call site of the operation, and the operand that is self.
struct Attempt {
    CallSite site;
    uint32_t self;
};

struct OperatorCall {
    HighLevelOp& hop;
    const OperatorRoles& roles;
    std::vector<Attempt> attempts;
    std::array<bool, 2> is_none = {};  // operands that are None where an attempt is reached
    bool reflected_first = false;      // where the right operand's class is below the left one's

    bool equality() const { return roles.op == Op::eq || roles.op == Op::ne; }

    void collect() {
        if (hop.op_ != roles.op) add(roles.inplace, 0);
        if (!add(roles.left, 0) && roles.op == Op::ne) add("__eq__", 0);
        if (hop.arg_count() < 2) return;
        std::string_view inverted = roles.op == Op::ne ? "__eq__" : roles.right;
        for (std::string_view name : {std::string_view(roles.right), inverted}) {
            bool compares = roles.op >= Op::lt && roles.op <= Op::ge;
            if (add((compares ? "reflected." : "") + std::string(name), 1)) return;
            reflected_first = add("first." + std::string(name), 1);
            if (reflected_first) return;
        }
    }

    bool add(const std::string& role, uint32_t self) {
        if (role.empty() || hop.s_arg(self).kind != SKind::instance) return false;
        const CallSite* site = hop.call_site(role);
        if (site) attempts.push_back({*site, self});
        return site != nullptr;
    }

    Value run() {
        if (!reflected_first) return ask(attempts);
        std::vector<Attempt> turned = attempts;
        std::rotate(turned.begin(), turned.end() - 1, turned.end());
        return hop.if_else(
            right_is_below(), hop.r_result().lowleveltype(), [&] { return ask(turned); },
            [&] { return ask(attempts); });
    }

    // Whether both operands are instances of one class: then arithmetic asks once.
    Value of_one_class() {
        ClassLayouts& classes = hop.rtyper.classes();
        auto same = [&] {
            Value left = classes.typeptr(hop, hop.input(0)), right = classes.typeptr(hop, hop.input(1));
            Value result = hop.op(Op::ptr_eq, {left, right}, kBool);
            for (ClassInfo* c : classes.with_subclasses(classes.info(hop.s_arg(0).classdef))) {
                std::vector<ClassInfo*> copies = classes.infos_of(c->class_);
                if (copies.size() < 2 || copies[0] != c) continue;
                Value before = result;
                result = hop.if_else(
                    is_exactly(left, copies), kBool, [&] { return is_exactly(right, copies); },
                    [&] { return before; });
            }
            return result;
        };
        if (!hop.r_arg(0).nullable()) return same();
        return hop.if_else(
            hop.r_arg(0).ll_is_none(hop, hop.input(0)), kBool, [&] { return hop.bool_(false); }, same);
    }

    Value is_exactly(Value typeptr, const std::vector<ClassInfo*>& copies) {
        Value result = hop.bool_(false);
        for (ClassInfo* c : copies) {
            Value before = result;
            result = hop.if_else(
                hop.op(Op::int_eq,
                       {hop.getfield(typeptr, "subclass_min"),
                        hop.getfield(hop.rtyper.classes().vtable_constant(*c), "subclass_min")},
                       kBool),
                kBool, [&] { return hop.bool_(true); }, [&] { return before; });
        }
        return result;
    }

    // Whether the class of the right operand is a proper subclass of that of the left one.
    Value right_is_below() {
        ClassLayouts& classes = hop.rtyper.classes();
        Repr &left = hop.r_arg(0), &right = hop.r_arg(1);
        auto known = [&](uint32_t i, auto&& otherwise) {
            if (!hop.r_arg(i).nullable()) return otherwise();
            return hop.if_else(
                hop.r_arg(i).ll_is_none(hop, hop.input(i)), kBool, [&] { return hop.bool_(false); },
                otherwise);
        };
        auto below = [&] {
            Value of_left = classes.typeptr(hop, hop.input(0)), of_right = classes.typeptr(hop, hop.input(1));
            Value result = hop.bool_(false);
            for (ClassInfo* c : classes.with_subclasses(classes.info(left.s().classdef))) {
                std::vector<ClassInfo*> under;
                for (ClassInfo* r : classes.with_subclasses(classes.info(right.s().classdef))) {
                    bool proper =
                        r->class_ != c->class_ && hop.rtyper.world.is_subclass(r->class_, c->class_);
                    if (proper) under.push_back(r);
                }
                if (under.empty()) continue;
                Value before = result;
                result = hop.if_else(
                    is_exactly(of_left, {c}), kBool,
                    [&] { return classes.is_subclass(hop, of_right, under); }, [&] { return before; });
            }
            return result;
        };
        return known(0, [&] { return known(1, below); });
    }

    Value ask(std::span<const Attempt> rest) {
        if (rest.empty()) return nobody_knows();
        const Attempt& attempt = rest.front();
        Repr& r = hop.r_arg(attempt.self);
        auto next = [&] { return ask(rest.subspan(1)); };
        auto call = [&] {
            std::vector<TypedValue> operands{{hop.input(attempt.self), &hop.rtyper.without_none(r)}};
            for (uint32_t i = 0; i < hop.arg_count(); i++)
                if (i != attempt.self) operands.push_back(operand(i));
            TypedValue answer = hop.rtyper.call_site(hop, attempt.site, operands);
            if (!hop.rtyper.declines(attempt.site)) return converted(attempt.site, answer);
            if (answer.repr->kind() == SKind::none) return next();
            return hop.if_else(answer.repr->ll_is_none(hop, answer.value), hop.r_result().lowleveltype(),
                               next, [&] { return converted(attempt.site, answer); });
        };
        auto call_unless_asked = [&] {
            bool arithmetic = roles.op < Op::lt || roles.op > Op::ge;
            bool asked = rest.size() < attempts.size();
            if (!arithmetic || !asked || attempt.self == 0 || hop.s_arg(0).kind != SKind::instance)
                return call();
            return hop.if_else(of_one_class(), hop.r_result().lowleveltype(), next, call);
        };
        if (!r.nullable()) return call_unless_asked();
        auto next_for_none = [&] {
            is_none[attempt.self] = true;
            Value result = next();
            is_none[attempt.self] = false;
            return result;
        };
        return hop.if_else(r.ll_is_none(hop, hop.input(attempt.self)), hop.r_result().lowleveltype(),
                           next_for_none, call_unless_asked);
    }

    TypedValue operand(uint32_t i) {
        if (is_none[i]) return {hop.void_(), &hop.rtyper.none_repr()};
        return {hop.input(i), &hop.r_arg(i)};
    }

    Value converted(const CallSite& site, TypedValue answer) {
        if (roles.op != Op::ne || !site.role.ends_with("__eq__"))
            return hop.convert(answer.value, *answer.repr, hop.r_result());
        Value inverted = hop.not_(answer.repr->ll_bool(hop, answer.value));  // object.__ne__
        return hop.convert(inverted, hop.rtyper.bool_repr(), hop.r_result());
    }

    Value nobody_knows() {
        if (equality()) {
            Value same = identity();
            return hop.convert(roles.op == Op::ne ? hop.not_(same) : same, hop.rtyper.bool_repr(),
                               hop.r_result());
        }
        if (hop.arg_count() == 1) {  // of None
            hop.raise_if(hop.bool_(true), "TypeError",
                         fmt::format("bad operand type for unary {}: 'NoneType'", roles.symbol));
            return hop.r_result().zero();
        }
        std::string symbol = roles.symbol;
        if (hop.op_ != roles.op) symbol = roles.op == Op::pow ? "**=" : symbol + "=";
        bool orders = roles.op == Op::lt || roles.op == Op::le || roles.op == Op::gt || roles.op == Op::ge;
        hop.call_helper(orders ? "instances.ll_not_ordered" : "instances.ll_no_operator",
                        {hop.str(symbol), class_name(0), class_name(1)});
        return hop.r_result().zero();
    }

    Value identity() {
        Repr &a = hop.r_arg(0), &b = hop.r_arg(1);
        TypeTable& types = hop.rtyper.types();
        if (types.is_gc_pointer(a.lowleveltype()) && types.is_gc_pointer(b.lowleveltype()))
            return hop.op(Op::ptr_eq, {hop.cast(hop.input(0), kGcRef), hop.cast(hop.input(1), kGcRef)},
                          kBool);
        return hop.if_else(
            a.ll_is_none(hop, hop.input(0)), kBool, [&] { return b.ll_is_none(hop, hop.input(1)); },
            [&] { return hop.bool_(false); });
    }

    Value class_name(uint32_t i) {
        Repr& r = hop.r_arg(i);
        LLTypeId text = hop.rtyper.types().pointer_to(str_struct(hop.rtyper));
        auto of_some = [&] {
            if (r.kind() != SKind::instance) return Value(hop.str(r.type_name()));
            return hop.getfield(hop.rtyper.classes().typeptr(hop, hop.input(i)), "name");
        };
        if (!r.nullable()) return of_some();
        return hop.if_else(
            r.ll_is_none(hop, hop.input(i)), text, [&] { return Value(hop.str("NoneType")); }, of_some);
    }
};

}  // namespace

std::optional<Value> rtype_operator_method(HighLevelOp& hop) {
    auto roles =
        std::ranges::find_if(kOperators, [&](const OperatorRoles& row) { return row.op == hop.plain_op(); });
    if (roles == std::end(kOperators)) return std::nullopt;
    OperatorCall call{hop, *roles, {}};
    call.collect();
    if (call.attempts.empty()) return std::nullopt;
    return call.run();
}

}  // namespace sapwood
