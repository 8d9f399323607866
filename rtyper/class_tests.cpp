#include "rtyper/class_tests.h"

#include <algorithm>

#include "rtyper/callables.h"
#include "rtyper/classes.h"
#include "rtyper/repr_tuple.h"
#include "rtyper/repr_tuple_of.h"

namespace sapwood {

namespace {

// Classes named by a constant: one, or a tuple of them; false: it is something else.
bool collect_classes(RTyper& rt, ConstantId id, std::vector<ObjectId>& classes) {
    const Constant constant = rt.constants()[id];
    if (constant.kind != ConstantKind::object) return false;
    const HostObject object = rt.world.object(constant.object);
    if (object.kind == HostKind::class_) classes.push_back(constant.object);
    if (object.kind == HostKind::class_) return true;
    return object.kind == HostKind::tuple && std::ranges::all_of(object.items, [&](ConstantId item) {
               return collect_classes(rt, item, classes);
           });
}

// The classes that values of this annotation name; false: that depends on the value.
bool known_classes(RTyper& rt, AnnotationId id, std::vector<ObjectId>& classes) {
    const Annotation s = rt.annotated()[id];
    if (s.constant.valid()) return collect_classes(rt, s.constant, classes);
    if (s.kind == SKind::callable && s.descs.size() == 1 && !s.nullable) {
        const Desc& desc = rt.callables().desc(s.descs[0]);
        if (desc.kind == DescKind::class_) classes.push_back(desc.object);
        return desc.kind == DescKind::class_;
    }
    if (s.kind != SKind::tuple || s.nullable) return false;
    for (AnnotationId item : s.items) {
        if (!known_classes(rt, item, classes)) return false;
    }
    return true;
}

struct ClassTester {
    HighLevelOp& hop;
    const std::string& unknown;
    const ClassTest& test;

    Value any(Value left, const std::function<Value()>& right) {
        if (left == hop.bool_(false)) return right();
        return hop.if_else(
            left, kBool, [&] { return hop.bool_(true); }, right);
    }

    Value of(Value v, Repr& r) {
        std::vector<ObjectId> classes;
        if (known_classes(hop.rtyper, hop.rtyper.program.annotated.intern(r.s()), classes))
            return test(classes);
        if (r.nullable()) return hop.unsupported(unknown, kBool);
        if (r.kind() == SKind::callable) return of_callable(v, r);
        if (r.kind() == SKind::tuple) {
            auto& tuple = static_cast<TupleRepr&>(r);
            Value result = hop.bool_(false);
            for (uint32_t i = 0; i < tuple.size(); i++)
                result = any(result, [&] { return of(tuple.get(hop, v, i), tuple.item(i)); });
            return result;
        }
        return hop.unsupported(unknown, kBool);
    }

    Value of_callable(Value v, Repr& r) {
        Value result = hop.bool_(false);
        for (DescId id : r.s().descs) {
            const Desc desc = hop.rtyper.callables().desc(id);
            auto class_ = r.convert_const(hop.rtyper.constants().object(desc.object));
            if (desc.kind != DescKind::class_ || !class_) return hop.unsupported(unknown, kBool);
            result = any(result, [&] {
                return hop.if_else(
                    r.ll_eq(hop, v, *class_), kBool, [&] { return test({desc.object}); },
                    [&] { return hop.bool_(false); });
            });
        }
        return result;
    }
};

}  // namespace

std::optional<std::vector<ObjectId>> class_operand(HighLevelOp& hop, uint32_t i) {
    std::vector<ObjectId> classes;
    std::optional<ConstantId> constant = hop.constant(i);
    bool known = constant ? collect_classes(hop.rtyper, *constant, classes)
                          : known_classes(hop.rtyper, hop.s_args[i], classes);
    return known ? std::optional(classes) : std::nullopt;
}

Value test_classes(HighLevelOp& hop, uint32_t i, const std::string& unknown, const ClassTest& test) {
    if (auto classes = class_operand(hop, i)) return test(*classes);
    return ClassTester{hop, unknown, test}.of(hop.input(i), hop.r_arg(i));
}

Value is_instance_of(LLOps& ops, Value v, const std::vector<ObjectId>& classes) {
    ClassLayouts& layouts = ops.rtyper.classes();
    std::vector<ClassInfo*> infos;
    for (ObjectId class_ : classes) {
        for (ClassInfo* c : layouts.infos_of(class_)) infos.push_back(c);
        for (ClassInfo* c : layouts.mixed_into(class_)) infos.push_back(c);
    }
    return layouts.is_subclass(ops, layouts.typeptr(ops, v), infos);
}

}  // namespace sapwood
