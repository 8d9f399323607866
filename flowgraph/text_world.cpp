// A world without a live side: what was not recorded does not exist.
#include "flowgraph/text_world.h"

namespace sapwood {

std::optional<GraphId> TextWorld::ask_graph(ObjectId function) {
    const HostObject& host = object(function);
    diagnostics.error<Diag::no_source>(host.location, host.name, "the saved graphs do not hold it");
    return std::nullopt;
}

std::optional<HostAttribute> TextWorld::ask_class_attribute(ObjectId, const std::string&) {
    return std::nullopt;
}

std::optional<HostAttribute> TextWorld::ask_module_attribute(ObjectId, const std::string&) {
    return std::nullopt;
}

std::optional<ObjectId> TextWorld::ask_builtin_class(std::string_view) {
    return std::nullopt;
}

}  // namespace sapwood
