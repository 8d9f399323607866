// Where numbers of several types meet, by place.  See hints.h.
#include <unordered_map>

#include "transforms/hints.h"

namespace sapwood {
namespace {

constexpr uint8_t tag_bit(NumberTag tag) {
    return static_cast<uint8_t>(1u << static_cast<unsigned>(tag));
}

struct MixedNumberFinder {
    const Program& program;
    MixedNumbers& found;
    // Attributes and variables of the same name share their origins.
    std::map<std::string, std::vector<MixedNumber::Origin>> attributes = {};

    const Annotation& of_constant(ConstantId id) const {
        static const Annotation none = {SKind::none}, boolean = {SKind::boolean}, integer = {SKind::integer},
                                floating = {SKind::floating}, other = {};
        switch (program.constants[id].kind) {
            case ConstantKind::none: return none;
            case ConstantKind::boolean: return boolean;
            case ConstantKind::integer: return integer;
            case ConstantKind::floating: return floating;
            default: return other;
        }
    }

    const Annotation& annotation(const GraphAnnotations& facts, Value value) const {
        if (value.is_constant()) return of_constant(value.constant());
        return program.annotated[facts.variables[value.variable().index]];
    }

    // The one type of number it is, as a tag; 0: none or several.
    static uint8_t single_tag(const Annotation& annotation) {
        switch (annotation.kind) {
            case SKind::none: return tag_bit(NumberTag::None);
            case SKind::boolean: return tag_bit(NumberTag::Bool);
            case SKind::integer: return tag_bit(NumberTag::Int);
            case SKind::floating: return tag_bit(NumberTag::Float);
            default: return 0;
        }
    }

    static void note_origin(std::vector<MixedNumber::Origin>& origins, uint8_t tag, const Location& location,
                            bool constant = false) {
        if (tag == 0 || !location.known()) return;
        for (const MixedNumber::Origin& known : origins)
            if (known.tags == tag) return;
        origins.push_back({tag, location, constant});
    }

    void visit_stores() {
        for (const auto& [id, facts] : program.annotated.graphs)
            for (const Block& block : program.graph(id).blocks)
                for (const Operation& operation : block.operations)
                    if (operation.op == Op::setattr)
                        note_origin(attributes[attribute_name(operation)],
                                    single_tag(annotation(facts, operation.args[2])), operation.location);
    }

    std::string attribute_name(const Operation& operation) const {
        return "." + program.constants[operation.args[1].constant()].text;
    }

    void visit(const FunctionGraph& graph, const GraphAnnotations& facts) {
        std::unordered_map<VariableId, const Operation*> made_by;
        std::map<std::string, std::vector<MixedNumber::Origin>> origins;  // by the variable's name
        for (BlockId id : graph.reachable_blocks())
            for (const Operation& operation : graph.blocks[id].operations)
                made_by.emplace(operation.result, &operation);
        for (BlockId id : graph.reachable_blocks())
            for (const Link& link : graph.blocks[id].links) {
                const std::vector<VariableId>& inputs = graph.blocks[link.target].inputs;
                for (size_t i = 0; i < inputs.size(); i++) {
                    if (annotation(facts, inputs[i]).kind != SKind::number) continue;
                    Value arg = link.args[i];
                    Location at = link.location;
                    if (arg.is_variable())
                        if (auto maker = made_by.find(arg.variable()); maker != made_by.end())
                            at = maker->second->location;
                    note_origin(origins[graph.variables[inputs[i]].name], single_tag(annotation(facts, arg)),
                                at, arg.is_constant());
                }
            }
        for (BlockId id : graph.reachable_blocks())
            for (const Operation& operation : graph.blocks[id].operations) {
                std::vector<Value> values = operation.args;
                values.emplace_back(operation.result);
                for (Value value : values) {
                    const Annotation& number = annotation(facts, value);
                    if (!operation.location.known() || number.kind != SKind::number) continue;
                    MixedNumber mixed = {
                        value.is_variable() ? graph.variables[value.variable()].name : "", number.tags, {}};
                    mixed.origins = origins[mixed.name];
                    auto maker = value.is_variable() ? made_by.find(value.variable()) : made_by.end();
                    if (maker != made_by.end() && maker->second->op == Op::getattr) {
                        mixed.name = attribute_name(*maker->second);
                        mixed.origins = attributes[mixed.name];
                    }
                    found.emplace(place_in_file(operation.location), std::move(mixed));
                    break;
                }
            }
    }
};

}  // namespace

PlaceInFile place_in_file(const Location& location) {
    return {location.file, location.line, location.column, location.end_line, location.end_column};
}

MixedNumbers mixed_numbers(const Program& program) {
    MixedNumbers found;
    MixedNumberFinder finder{program, found};
    finder.visit_stores();
    for (const auto& [id, facts] : program.annotated.graphs) finder.visit(program.graph(id), facts);
    return found;
}

std::string names_of_tags(uint8_t tags) {
    constexpr std::pair<NumberTag, const char*> kNames[] = {{NumberTag::Int, "int"},
                                                            {NumberTag::Float, "float"},
                                                            {NumberTag::Bool, "bool"},
                                                            {NumberTag::None, "None"}};
    std::string text;
    for (const auto& [tag, name] : kNames)
        if (tags & tag_bit(tag)) text += (text.empty() ? "" : " or ") + std::string(name);
    return text.empty() ? "int or float" : text;
}

}  // namespace sapwood
