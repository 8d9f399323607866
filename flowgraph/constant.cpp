// The table of constants.
#include "flowgraph/constant.h"

#include <bit>

namespace sapwood {

namespace {

size_t hash_of(const Constant& c) {
    size_t hash = static_cast<size_t>(c.kind);
    auto mix = [&](uint64_t value) { hash = (hash ^ value) * 0x9e3779b97f4a7c15u + (hash >> 29); };
    mix(c.type.index);
    mix(static_cast<uint64_t>(c.integer));
    mix(std::bit_cast<uint64_t>(c.number));
    mix(uint64_t(c.object.index) << 32 | c.prebuilt.index);
    mix(uint64_t(c.graph.index) << 32 | c.lltype_value.index);
    if (!c.text.empty()) mix(std::hash<std::string>()(c.text));
    for (GraphId graph : c.graphs) mix(graph.index);
    for (const std::string& keyword : c.keywords) mix(std::hash<std::string>()(keyword));
    return hash;
}

bool equal(const Constant& a, const Constant& b) {
    return a.kind == b.kind && a.type == b.type && a.integer == b.integer &&
           std::bit_cast<uint64_t>(a.number) == std::bit_cast<uint64_t>(b.number) && a.text == b.text &&
           a.object == b.object && a.prebuilt == b.prebuilt && a.graph == b.graph &&
           a.lltype_value == b.lltype_value && a.graphs == b.graphs && a.keywords == b.keywords &&
           a.star == b.star;
}

Constant of_kind(ConstantKind kind, LLTypeId type = {}) {
    Constant constant;
    constant.kind = kind;
    constant.type = type;
    return constant;
}

}  // namespace

ConstantId ConstantTable::intern(Constant constant) {
    size_t hash = hash_of(constant);
    auto [begin, end] = index_.equal_range(hash);
    for (auto entry = begin; entry != end; ++entry)
        if (equal(constants_[entry->second], constant)) return entry->second;
    ConstantId id = constants_.add(std::move(constant));
    index_.emplace(hash, id);
    return id;
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
