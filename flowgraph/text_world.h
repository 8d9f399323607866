// The host world that .fg text declares: everything was recorded when the text was made.
#pragma once

#include "flowgraph/host_world.h"

namespace sapwood {

class TextWorld final : public HostWorld {
  public:
    using HostWorld::HostWorld;

  protected:
    std::optional<GraphId> ask_graph(ObjectId function) override;
    std::optional<HostAttribute> ask_class_attribute(ObjectId class_, const std::string& name) override;
    std::optional<HostAttribute> ask_module_attribute(ObjectId module, const std::string& name) override;
    std::optional<ObjectId> ask_builtin_class(std::string_view name) override;
};

}  // namespace sapwood
