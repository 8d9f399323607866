// What low-level data says about classes.
#include "transforms/exception_classes.h"

#include "transforms/rewrite.h"

namespace sapwood {

std::optional<ConstantId> static_field(const Program& program, PrebuiltId id, std::string_view field) {
    while (true) {
        const Prebuilt& data = program.prebuilt[id];
        if (auto index = program.types.field_index(data.type, field)) return data.values[*index];
        auto base = program.types.field_index(data.type, "super");
        if (!base) return std::nullopt;
        id = program.constants[data.values[*base]].prebuilt;
    }
}

ExceptionRange exception_range(const Program& program, ConstantId vtable) {
    const Constant& constant = program.constants[vtable];
    CHECK(constant.kind == ConstantKind::pointer, "an exceptional link names no vtable");
    ExceptionRange range;
    std::optional<ConstantId> min = static_field(program, constant.prebuilt, "subclass_min");
    std::optional<ConstantId> max = static_field(program, constant.prebuilt, "subclass_max");
    CHECK(min && max, "the vtable {} has no subclass range", program.prebuilt[constant.prebuilt].name);
    range.min = program.constants[*min].integer;
    range.max = program.constants[*max].integer - 1;  // the vtable tells the first number behind
    range.everything = constant.prebuilt == program.catch_all;
    return range;
}

Value append_class_test(Program& program, FunctionGraph& graph, BlockId block, Value instance,
                        const ExceptionRange& range) {
    TypeTable& types = program.types;
    LLTypeId type = types.target(type_of(program, graph, instance));
    Value at = instance;
    while (!types.field_index(type, "typeptr")) {
        auto base = types.field_index(type, "super");
        CHECK(base.has_value(), "{} has no typeptr", types.text(type));
        type = types[type].fields[*base].type;
    }
    if (type != types.target(type_of(program, graph, instance)))
        at = append(graph, block, Op::cast_pointer, {at}, types.pointer_to(type));
    LLTypeId vtable = types[type].fields[*types.field_index(type, "typeptr")].type;
    ConstantTable& constants = program.constants;
    Value typeptr = append(graph, block, Op::getfield, {at, constants.field("typeptr")}, vtable);
    Value min = append(graph, block, Op::getfield, {typeptr, constants.field("subclass_min")}, kSigned);
    if (range.min == range.max)
        return append(graph, block, Op::int_eq, {min, constants.ll_int(range.min)}, kBool);
    // min - range.min, as an unsigned number, is at most the size of the range.
    Value distance = append(graph, block, Op::int_sub, {min, constants.ll_int(range.min)}, kSigned);
    Value positive = append(graph, block, Op::cast_int_to_uint, {distance}, kUnsigned);
    return append(graph, block, Op::uint_le, {positive, constants.ll_int(range.max - range.min, kUnsigned)},
                  kBool);
}

}  // namespace sapwood
