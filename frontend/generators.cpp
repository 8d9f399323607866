// The graph of a generator function, which makes the generator, and its class; see generators.h.
#include "frontend/generators.h"

#include "flowgraph/builder.h"
#include "frontend/cpython_world.h"
#include "frontend/flow_simplify.h"

namespace sapwood {

namespace {

constexpr const char* kMethods[] = {"__iter__", "__next__", "send", "throw", "close"};

// The names of the inputs that the body has besides the generator.
std::vector<std::string> inputs_of(const FunctionCode& code) {
    std::vector<std::string> names;
    for (const auto& [name, slot] : code.scope->free) names.push_back(name);
    if (code.node.kind() == NodeKind::GeneratorExp) {
        names.push_back(".0");
        return names;
    }
    for (const ParameterNode& parameter : parameters_of(code.node)) names.push_back(parameter.name);
    return names;
}

// Graphs of methods that only set attributes of the generator and go on with it.  They have no places: to
// tracebacks they are not there.
class MethodBuilder {
  public:
    MethodBuilder(HostWorld& world, FunctionGraph& graph)
        : world_(world), graph_(graph), builder_(world.program, graph), generator_(add_input("generator")) {
        builder_.position_at(graph.start);
    }

    void iter() { builder_.return_(generator_); }

    void send() {
        VariableId value = add_input("value");
        BlockId with_value = graph_.new_block("with_value"), started = graph_.new_block("started");
        BlockId start = graph_.new_block("start"), resume = graph_.new_block("resume");
        branch(Op::is_, {value, none()}, resume, with_value);
        builder_.position_at(with_value);
        branch(Op::eq, {state(), number(0)}, start, started);
        builder_.position_at(start);
        raise("TypeError", "can't send non-None value to a just-started generator");
        builder_.position_at(started);
        save("sent", value);
        builder_.jump(resume, {});
        builder_.position_at(resume);
        builder_.return_(go_on());
    }

    void throw_() {
        VariableId what = add_input("value");
        VariableId exception = builder_.op(Op::exc_instance, {what});
        BlockId finished = graph_.new_block("finished"), resume = graph_.new_block("resume");
        branch(Op::eq, {state(), number(kGeneratorFinished)}, finished, resume);
        builder_.position_at(finished);
        builder_.raise(exception);
        builder_.position_at(resume);
        save("thrown", exception);
        builder_.return_(go_on());
    }

    void close() {
        BlockId not_started = graph_.new_block("not_started"), started = graph_.new_block("started");
        BlockId finished = graph_.new_block("finished"), suspended = graph_.new_block("suspended");
        BlockId ignored = graph_.new_block("ignored"), ended = graph_.new_block("ended");
        BlockId closed = graph_.new_block("closed"), other = graph_.new_block("other");
        branch(Op::eq, {state(), number(0)}, not_started, started);
        builder_.position_at(not_started);
        save("state", number(kGeneratorFinished));
        builder_.jump(finished, {});
        builder_.position_at(finished);
        builder_.return_(none());
        builder_.position_at(started);
        branch(Op::eq, {state(), number(kGeneratorFinished)}, finished, suspended);
        builder_.position_at(suspended);
        VariableId exit = builder_.op(Op::simple_call, {class_("GeneratorExit")});
        save("thrown", builder_.op(Op::exc_instance, {exit}));
        go_on();
        builder_.raising(ignored, {});
        VariableId exception = graph_.new_variable("exc");
        graph_.blocks[ended].inputs.push_back(exception);
        builder_.catching(ended, class_("BaseException"));
        builder_.position_at(ignored);
        raise("RuntimeError", "generator ignored GeneratorExit");
        builder_.position_at(ended);
        BlockId not_exit = graph_.new_block("not_exit");
        branch(Op::exc_match, {exception, class_("GeneratorExit")}, closed, not_exit);
        builder_.position_at(not_exit);
        branch(Op::exc_match, {exception, class_("StopIteration")}, closed, other);
        builder_.position_at(closed);
        builder_.return_(none());
        builder_.position_at(other);
        builder_.raise(exception);
    }

  private:
    Value none() { return world_.program.constants.none(); }
    Value text(const char* value) { return world_.program.constants.str(value); }
    Value number(int64_t value) { return world_.program.constants.integer(value); }
    ConstantId class_(const char* name) {
        return world_.program.constants.object(world_.builtin_class(name));
    }
    VariableId add_input(const char* name) {
        VariableId variable = graph_.new_variable(name);
        graph_.blocks[graph_.start].inputs.push_back(variable);
        return variable;
    }
    void save(const char* name, Value value) { builder_.op(Op::frame_save, {generator_, text(name), value}); }
    VariableId state() { return builder_.op(Op::frame_load, {generator_, text("state")}, {}, "state"); }
    VariableId go_on() {
        VariableId next = builder_.op(Op::getattr, {generator_, text("__next__")});
        return builder_.op(Op::simple_call, {next});
    }
    void branch(Op op, std::vector<Value> operands, BlockId yes, BlockId no) {
        VariableId condition = builder_.op(op, std::move(operands));
        builder_.branch(condition, yes, {}, no, {});
    }
    void raise(const char* class_name, const char* message) {
        VariableId made = builder_.op(Op::simple_call, {class_(class_name), text(message)});
        builder_.raise(builder_.op(Op::exc_instance, {made}));
    }

    HostWorld& world_;
    FunctionGraph& graph_;
    GraphBuilder builder_;
    VariableId generator_;
};

}  // namespace

std::optional<GraphId> CPythonWorld::start_of_generator(const FunctionCode& code) {
    ObjectId class_ = generator_class(code);
    FunctionGraph graph(code.name);
    graph.qualname = code.qualname;
    graph.function = code.function;
    graph.location = location_of(*code.context, code.node);
    GraphBuilder builder(program, graph);
    builder.position_at(graph.start);
    VariableId generator = builder.op(Op::simple_call, {program.constants.object(class_)}, {}, "generator");
    auto save = [&](const std::string& name, Value value) {
        builder.op(Op::frame_save, {generator, program.constants.str(name), value});
    };
    save("state", program.constants.integer(0));
    save("sent", program.constants.none());
    save("thrown", program.constants.none());
    std::vector<std::string> names = inputs_of(code);
    for (size_t i = 0; i < names.size(); i++) {
        VariableId input = graph.new_variable(names[i]);
        graph.blocks[graph.start].inputs.push_back(input);
        save(argument_attribute(i, names[i]), input);
    }
    builder.return_(generator);
    return program.add_graph(std::move(graph));
}

std::optional<GraphId> CPythonWorld::build_generator_method(const GeneratorMethod& method) {
    if (method.name == "__next__") {
        FunctionCode body = method.code;
        body.function = method.function;
        return build_body(body);
    }
    FunctionGraph graph(method.name);
    graph.qualname = method.code.qualname + "." + method.name;
    graph.function = method.function;
    MethodBuilder builder(*this, graph);
    if (method.name == "__iter__") builder.iter();
    if (method.name == "send") builder.send();
    if (method.name == "throw") builder.throw_();
    if (method.name == "close") builder.close();
    simplify_flow_graph(program, graph);
    describe_pending();
    return program.add_graph(std::move(graph));
}

ObjectId CPythonWorld::generator_class(const FunctionCode& code) {
    auto [known, added] = generator_classes_.try_emplace(code.function);
    if (!added) return known->second;
    ObjectId base = builtin_class("generator"), object = builtin_class("object");
    // split_at_yields names them.
    for (const char* name : {"ValueError", "StopIteration"}) builtin_class(name);
    ObjectId id = known->second = new_object({});
    HostObject described;
    described.kind = HostKind::class_;
    described.name = "generator";
    described.qualname = "builtins.generator";
    described.mro = {id, base, object};
    described.location = location_of(*code.context, code.node);
    for (const char* name : kMethods) {
        ObjectId function = new_object({});
        HostObject method;
        method.kind = HostKind::function;
        method.name = name;
        method.location = described.location;
        method.function.module = code.context->module;
        method.function.qualname = std::string("generator.") + name;
        method.qualname = "builtins." + method.function.qualname;
        if (std::string_view(name) == "__next__")  // the name by which the generator is known
            method.function.qualname = code.qualname.substr(code.context->module.size() + 1);
        method.function.location = described.location;
        method.function.owner = id;
        using Kind = HostParameter::Kind;
        method.function.parameters.push_back({"self", Kind::positional_only, {}});
        bool takes_value = std::string_view(name) == "send" || std::string_view(name) == "throw";
        if (takes_value) method.function.parameters.push_back({"value", Kind::positional_only, {}});
        method.function.run_time_default.assign(method.function.parameters.size(), false);
        program.host.objects[function] = std::move(method);
        generator_methods_.emplace(function, GeneratorMethod{code, id, function, name});
        HostAttribute attribute;
        attribute.value = program.constants.object(function);
        attribute.defined_in = id;
        described.attributes[name] = attribute;
    }
    HostAttribute module;
    module.value = program.constants.str("builtins");
    module.defined_in = id;
    described.attributes["__module__"] = module;
    program.host.objects[id] = std::move(described);
    return id;
}

ObjectId CPythonWorld::new_generator_base() {
    ObjectId object = builtin_class("object");
    ObjectId id = new_object({});
    HostObject described;
    described.kind = HostKind::class_;
    described.name = "generator";
    described.qualname = "builtins.generator";
    described.mro = {id, object};
    program.host.objects[id] = std::move(described);
    return id;
}

}  // namespace sapwood
