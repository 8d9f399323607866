// The way of a value from where it came into being to where it does not fit: read backwards off a finished
// round.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "annotator/engine.h"

namespace sapwood::annotation {

// A place that a value came by.
struct Step {
    enum class Kind : uint8_t {
        origin,
        passed,
        stored
    } kind;  // came into being, an argument or a result, kept
    Location at;
};

// From the origin to the last place before the one that was asked about.
using Way = std::vector<Step>;

class Tracer {
  public:
    explicit Tracer(Engine& engine) : engine_(engine) {}

    // How a value like `side` came to what an operation stores in a place.
    Way to_place(const Spot& spot, PlaceKind kind, SId side);
    // How it came to an input of a block, which others meet there.
    Way to_input(uint32_t copy, VariableId input, SId side);
    // How it came to an operand.
    Way to_operand(uint32_t copy, const Operation& op, size_t operand);
    const Operation* operation(uint32_t copy, VariableId result);

  private:
    // Where a variable of a graph is defined: by an operation or as an input of a block.
    struct Definition {
        const Operation* op = nullptr;
        BlockId block;
        size_t input = 0;
    };

    void start(SId side);
    Way finish();
    bool found(const Location& at);
    bool passes(Step::Kind kind, const Location& at, const auto& rest);

    bool matches(SId value);
    bool value(uint32_t copy, Value v, const Location& use);
    bool variable(uint32_t copy, VariableId v);
    bool is_shape(Value) const;
    bool argument(uint32_t copy, size_t parameter);
    bool input(uint32_t copy, BlockId block, size_t index);
    bool result(uint32_t copy, const Operation& op);
    bool returned(uint32_t copy, const Operation& op);
    bool kept(PlaceId place);
    bool brought(const Spot& spot, PlaceKind kind);
    bool item_of(SId container);
    bool attribute(SId object, const std::string& name);
    Location stored_at(const FunctionGraph& graph, const std::string& name, Value v) const;
    const std::map<VariableId, Definition>& definitions(uint32_t copy);

    Engine& engine_;
    SId side_{0};
    std::vector<Step> steps_;  // from the place that was asked about outwards
    std::set<std::pair<uint32_t, VariableId>> variables_;
    std::set<PlaceId> places_;
    std::map<GraphId, std::map<VariableId, Definition>> definitions_;
};

}  // namespace sapwood::annotation
