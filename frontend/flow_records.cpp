// Displays of values of several types that are only read: the first argument of a function with
// `_sapwood_records_` (json.dumps).  Dict displays with texts as keys become (marker, keys, values), list
// displays tuples, also inside of each other and as the items of a list comprehension.
#include <algorithm>
#include <set>

#include "frontend/flow_builder.h"
#include "frontend/stand_ins.h"

namespace sapwood {

namespace {

constexpr size_t kMostItems = 16;  // a constant tuple of more has items of one type

bool has_few(const std::vector<Node>& elements) {
    return !elements.empty() && elements.size() <= kMostItems;
}

// Whether these keys are texts, none of them twice.
bool are_names(const std::vector<Node>& keys) {
    std::set<std::string> names;
    return std::ranges::all_of(keys, [&](Node key) {
        if (!key || key.kind() != NodeKind::Constant) return false;
        py::object value = key.value(Field::value);
        return PyUnicode_Check(value.ptr()) && names.insert(text_of(value)).second;
    });
}

}  // namespace

// What a function has as the marker of records; no value: it takes none.
Value FlowBuilder::marker_of_records(Value callee) {
    py::object function = live(callee);
    if (!function || !PyFunction_Check(function.ptr())) return {};
    py::object marker = attribute_or_null(function, "_sapwood_records_");
    bool takes = marker && StandIns::is_namespace(function.attr("__globals__"));
    return takes ? constant(marker) : Value();
}

Value FlowBuilder::eval_record(Node node, Value marker) {
    if (!marker.valid()) return eval(node);
    std::vector<Value> items;
    if (node.kind() == NodeKind::Dict) {
        std::vector<Node> keys = node.list(Field::keys), values = node.list(Field::values);
        if (!has_few(keys) || !are_names(keys)) return eval(node);
        std::vector<Value> names;
        for (size_t i = 0; i < keys.size(); ++i) {
            names.push_back(eval(keys[i]));
            items.push_back(eval_record(values[i], marker));
        }
        Value all_names = *fold_operation(Op::newtuple, names, node);
        return emit(Op::newtuple, {marker, all_names, emit(Op::newtuple, std::move(items), node)}, node);
    }
    if (node.kind() == NodeKind::ListComp) return comprehension(node, {}, marker);
    if (node.kind() != NodeKind::List && node.kind() != NodeKind::Tuple) return eval(node);
    std::vector<Node> elements = node.list(Field::elts);
    bool star = std::ranges::find(elements, NodeKind::Starred, &Node::kind) != elements.end();
    if (!has_few(elements) || star) return eval(node);
    for (Node element : elements) items.push_back(eval_record(element, marker));
    return emit(Op::newtuple, std::move(items), node);
}

}  // namespace sapwood
