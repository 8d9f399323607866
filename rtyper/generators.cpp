#include "rtyper/generators.h"

#include "rtyper/classes.h"

namespace sapwood {

namespace {

// The field of operand 1 in the generator that is operand 0, and the generator as the struct that has it.
std::pair<FieldInfo, Value> frame_field(HighLevelOp& hop) {
    ClassLayouts& classes = hop.rtyper.classes();
    ClassInfo* owner = nullptr;
    std::string name = hop.constant_str(1).value_or("");
    const FieldInfo* found = classes.field(classes.info(hop.s_arg(0).classdef), name, &owner);
    CHECK(found, "a generator without `{}`", name);
    FieldInfo field = *found;
    return {field, hop.cast(hop.input(0), classes.pointer(*owner))};
}

}  // namespace

std::optional<std::string> generator_name(RTyper& rt, ClassInfo& c) {
    const auto& classes = rt.program.host.classes;
    auto base = classes.find("generator");
    if (base == classes.end() || c.class_ == base->second) return std::nullopt;
    if (!rt.world.is_subclass(c.class_, base->second)) return std::nullopt;
    std::optional<HostAttribute> next = rt.classes().class_value(c, "__next__");
    return rt.world.object(rt.constants()[next->value].object).function.qualname;
}

bool generator_keeps(HighLevelOp& hop) {
    ClassLayouts& classes = hop.rtyper.classes();
    ClassInfo* owner = nullptr;
    return classes.field(classes.info(hop.s_arg(0).classdef), hop.constant_str(1).value_or(""), &owner);
}

Value rtype_frame_save(HighLevelOp& hop) {
    auto [field, generator] = frame_field(hop);
    hop.setfield(generator, field.name, hop.input(2, *field.repr));
    return hop.void_();
}

Value rtype_frame_load(HighLevelOp& hop) {
    if (!generator_keeps(hop)) return hop.void_();
    auto [field, generator] = frame_field(hop);
    Value value = field.repr->lowleveltype() == kVoid ? hop.void_() : hop.getfield(generator, field.name);
    return hop.convert(value, *field.repr, hop.r_result());
}

Value rtype_delegate(HighLevelOp& hop) {
    if (hop.r_result().lowleveltype() == kVoid) return hop.void_();
    return hop.cast(hop.input(0), hop.r_result().lowleveltype());
}

}  // namespace sapwood
