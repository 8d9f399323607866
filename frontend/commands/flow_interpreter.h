// Runs flow graphs on live Python objects: what a graph does must be what its function does under CPython.
#pragma once

#include <vector>

#include "frontend/cpython_world.h"

namespace sapwood {

class FlowInterpreter {
  public:
    explicit FlowInterpreter(CPythonWorld& world) : world_(world), program_(world.program) {}

    // Raises like Python.
    py::object run(GraphId graph, const std::vector<py::object>& args);
    size_t graphs_run() const { return graphs_.size(); }

  private:
    struct Frame {
        const FunctionGraph& graph;
        std::vector<py::object> values;
    };

    py::object value(const Frame& frame, Value value);
    py::object constant(ConstantId id);
    py::object execute(Frame& frame, const Operation& operation);
    py::object call(py::handle callee, const py::tuple& args, const py::dict& keywords);
    py::object call_function(ObjectId function, const std::vector<py::object>& first, const py::tuple& args,
                             const py::dict& keywords, const std::vector<py::object>& run_time_defaults);
    py::object make_closure(const std::vector<py::object>& operands, ObjectId function);
    py::object attribute(py::handle object, const Constant* constant, const std::string& name);

    CPythonWorld& world_;
    Program& program_;
    std::vector<GraphId> graphs_;
};

}  // namespace sapwood
