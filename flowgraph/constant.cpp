// The table of constants.
#include "flowgraph/constant.h"

#include <bit>

namespace sapwood {

namespace {

// Equal constants have equal keys and no others do.
std::string key_of(const Constant& c) {
    std::string key = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|", static_cast<int>(c.kind), c.type.index,
                                  c.integer, std::bit_cast<uint64_t>(c.number), c.object.index,
                                  c.prebuilt.index, c.graph.index, c.lltype_value.index, c.star);
    for (GraphId graph : c.graphs) key += fmt::format("{},", graph.index);
    for (const std::string& keyword : c.keywords) key += keyword + ",";
    key += '|';
    key += c.text;
    return key;
}

Constant of_kind(ConstantKind kind, LLTypeId type = {}) {
    Constant constant;
    constant.kind = kind;
    constant.type = type;
    return constant;
}

}  // namespace

ConstantId ConstantTable::intern(Constant constant) {
    auto [entry, inserted] = index_.try_emplace(key_of(constant));
    if (inserted) entry->second = constants_.add(std::move(constant));
    return entry->second;
}

ConstantId ConstantTable::undefined(LLTypeId type) {
    return intern(of_kind(ConstantKind::undefined, type));
}
ConstantId ConstantTable::none() {
    return intern(of_kind(ConstantKind::none));
}

ConstantId ConstantTable::boolean(bool value) {
    Constant constant = of_kind(ConstantKind::boolean);
    constant.integer = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::integer(int64_t value) {
    Constant constant = of_kind(ConstantKind::integer);
    constant.integer = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::floating(double value) {
    Constant constant = of_kind(ConstantKind::floating);
    constant.number = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::str(std::string value) {
    Constant constant = of_kind(ConstantKind::str);
    constant.text = std::move(value);
    return intern(std::move(constant));
}

ConstantId ConstantTable::bytes(std::string value) {
    Constant constant = of_kind(ConstantKind::bytes);
    constant.text = std::move(value);
    return intern(std::move(constant));
}

ConstantId ConstantTable::object(ObjectId value) {
    Constant constant = of_kind(ConstantKind::object);
    constant.object = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::void_() {
    return intern(of_kind(ConstantKind::none, kVoid));
}

ConstantId ConstantTable::ll_bool(bool value) {
    Constant constant = of_kind(ConstantKind::boolean, kBool);
    constant.integer = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::ll_int(int64_t value, LLTypeId type) {
    Constant constant = of_kind(ConstantKind::integer, type);
    constant.integer = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::ll_float(double value) {
    Constant constant = of_kind(ConstantKind::floating, kFloat);
    constant.number = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::null(LLTypeId type) {
    return intern(of_kind(ConstantKind::null, type));
}

ConstantId ConstantTable::pointer(PrebuiltId target, LLTypeId type) {
    Constant constant = of_kind(ConstantKind::pointer, type);
    constant.prebuilt = target;
    return intern(std::move(constant));
}

ConstantId ConstantTable::function(GraphId graph, LLTypeId pointer_type) {
    Constant constant = of_kind(ConstantKind::function, pointer_type);
    constant.graph = graph;
    return intern(std::move(constant));
}

ConstantId ConstantTable::leaf(std::string name) {
    Constant constant = of_kind(ConstantKind::leaf, kVoid);
    constant.text = std::move(name);
    return intern(std::move(constant));
}

ConstantId ConstantTable::field(std::string name) {
    Constant constant = of_kind(ConstantKind::field, kVoid);
    constant.text = std::move(name);
    return intern(std::move(constant));
}

ConstantId ConstantTable::type(LLTypeId value) {
    Constant constant = of_kind(ConstantKind::type, kVoid);
    constant.lltype_value = value;
    return intern(std::move(constant));
}

ConstantId ConstantTable::graphs(std::vector<GraphId> targets) {
    Constant constant = of_kind(ConstantKind::graphs, kVoid);
    constant.graphs = std::move(targets);
    return intern(std::move(constant));
}

ConstantId ConstantTable::shape(std::vector<std::string> keywords, bool star) {
    Constant constant = of_kind(ConstantKind::shape);
    constant.keywords = std::move(keywords);
    constant.star = star;
    return intern(std::move(constant));
}

}  // namespace sapwood
