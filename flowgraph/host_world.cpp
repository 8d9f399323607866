// Recorded answers first; see host_world.h.
#include "flowgraph/host_world.h"

#include <algorithm>
#include <array>

namespace sapwood {

std::optional<GraphId> HostWorld::graph_of(ObjectId function, Location use) {
    const HostObject& host = object(function);
    CHECK(host.kind == HostKind::function, "{} is not a function", host.name);
    if (host.function.graph.valid()) return host.function.graph;
    use_ = use;
    std::optional<GraphId> graph = ask_graph(function);
    if (graph) program.host.objects[function].function.graph = *graph;
    return graph;
}

std::optional<HostAttribute> HostWorld::class_attribute(ObjectId class_, const std::string& name) {
    const HostObject& host = object(class_);
    CHECK(host.kind == HostKind::class_, "{} is not a class", host.name);
    auto recorded = host.attributes.find(name);
    if (recorded == host.attributes.end()) {
        HostAttribute answer = ask_class_attribute(class_, name).value_or(HostAttribute{});
        recorded = program.host.objects[class_].attributes.emplace(name, answer).first;
    }
    if (!recorded->second.defined_in.valid()) return std::nullopt;
    return recorded->second;
}

std::vector<std::string> HostWorld::attribute_names(ObjectId id) const {
    std::vector<std::string> names;
    for (const auto& [name, attribute] : object(id).attributes)
        if (attribute.defined_in.valid() || attribute.value.valid()) names.push_back(name);
    return names;
}

std::optional<HostAttribute> HostWorld::module_attribute(ObjectId module, const std::string& name) {
    const HostObject& host = object(module);
    CHECK(host.kind == HostKind::module, "{} is not a module", host.name);
    auto recorded = host.attributes.find(name);
    if (recorded != host.attributes.end()) return recorded->second;
    std::optional<HostAttribute> answer = ask_module_attribute(module, name);
    if (answer) program.host.objects[module].attributes.emplace(name, *answer);
    return answer;
}

ObjectId HostWorld::builtin_class(std::string_view name) {
    auto recorded = program.host.classes.find(std::string(name));
    if (recorded != program.host.classes.end()) return recorded->second;
    std::optional<ObjectId> answer = ask_builtin_class(name);
    CHECK(answer.has_value(), "no built-in class {}", name);
    program.host.classes.emplace(name, *answer);
    return *answer;
}

ObjectId HostWorld::helper(std::string_view name) {
    auto found = program.host.helpers.find(std::string(name));
    CHECK(found != program.host.helpers.end(), "no low-level helper {}", name);
    return found->second;
}

bool HostWorld::note_store(ObjectId, const std::string&) {
    return false;
}

std::string HostWorld::class_module(ObjectId class_) {
    std::optional<HostAttribute> own = class_attribute(class_, "__module__");
    if (own && own->value.valid() && program.constants[own->value].kind == ConstantKind::str)
        return program.constants[own->value].text;
    const HostObject& host = object(class_);
    return host.qualname.substr(0, host.qualname.find('.'));
}

bool HostWorld::is_subclass(ObjectId class_, ObjectId base) const {
    const std::vector<ObjectId>& mro = object(class_).mro;
    return std::any_of(mro.begin(), mro.end(),
                       [&](ObjectId each) { return each == base || object(each).kind_of == base; });
}

std::optional<uint32_t> codec_error_argument(HostWorld& world, ObjectId class_, std::string_view name) {
    constexpr std::array<std::string_view, 5> kNames{"encoding", "object", "start", "end", "reason"};
    auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) return std::nullopt;
    for (const char* each : {"UnicodeDecodeError", "UnicodeEncodeError"})
        if (world.is_subclass(class_, world.builtin_class(each))) return found - kNames.begin();
    return std::nullopt;
}

}  // namespace sapwood
