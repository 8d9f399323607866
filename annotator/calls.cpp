// Calls: arguments are matched to parameters, copies of functions chosen, results read.  See engine.h.
#include <algorithm>

#include "annotator/engine.h"
#include "annotator/keywords.h"
#include "annotator/shapes.h"
#include "flowgraph/builder.h"

namespace sapwood::annotation {

namespace {

bool takes_keyword(const HostFunction& function, const std::string& name) {
    return std::ranges::any_of(function.parameters, [&](const HostParameter& parameter) {
        return parameter.name == name && (parameter.kind == HostParameter::Kind::normal ||
                                          parameter.kind == HostParameter::Kind::keyword_only);
    });
}

// The keywords that `**keywords` of a function takes, where it has that parameter.
std::optional<std::vector<std::string>> further_keywords(const HostFunction& function, const Args& args) {
    if (function.parameters.empty() || function.parameters.back().kind != HostParameter::Kind::var_keyword)
        return std::nullopt;
    std::vector<std::string> names;
    for (const auto& [name, arg] : args.keywords) {
        if (!takes_keyword(function, name)) names.push_back(name);
    }
    return names;
}

std::vector<std::string> keyword_names(const HostFunction& function) {
    std::vector<std::string> names;
    for (const HostParameter& parameter : function.parameters)
        if (parameter.kind == HostParameter::Kind::normal ||
            parameter.kind == HostParameter::Kind::keyword_only)
            names.push_back(parameter.name);
    return names;
}

}  // namespace

// The arguments of simple_call and call_args.
std::optional<Args> Engine::operation_args() {
    Args args;
    auto operand = [&](size_t i) {
        return Arg{arg(i), {ArgumentSource::Kind::operand, static_cast<uint32_t>(i)}};
    };
    if (op_->op == Op::simple_call) {
        for (size_t i = 1; i < op_->args.size(); i++) args.positional.push_back(operand(i));
        return args;
    }
    const Constant shape = constant(op_->args[1].constant());
    size_t first_keyword = op_->args.size() - shape.keywords.size();
    size_t star = shape.star ? first_keyword - 1 : first_keyword;
    for (size_t i = 2; i < star; i++) args.positional.push_back(operand(i));
    if (shape.star) {
        const SValue s = lattice[arg(star)];
        if (s.kind == SKind::tuple) {
            for (size_t i = 0; i < s.items.size(); i++)
                args.positional.push_back({s.items[i],
                                           {ArgumentSource::Kind::star_item, static_cast<uint32_t>(i),
                                            static_cast<uint32_t>(star)}});
        } else if (s.kind == SKind::conflict || !lattice.possible(arg(star))) {
            return std::nullopt;
        } else if (is_builtin(arg(0), "builtins.print") && s.kind != SKind::none) {
            // print takes as many as there are.
            SId item = items_of(arg(star), fmt::format("{}.", star - 1));
            if (lattice.is_conflict(item)) return std::nullopt;
            Arg items = operand(star);
            items.value = lattice.possible(item) ? item : lattice.none();
            args.positional.push_back(items);
        } else {
            error<Diag::unsupported>(
                fmt::format("`*` of {} as arguments (their number is that of a tuple, known at translation)",
                            describe(arg(star))));
            return std::nullopt;
        }
    }
    for (size_t i = 0; i < shape.keywords.size(); i++) {
        SId value = arg(first_keyword + i);
        if (shape.keywords[i] != kMapping) continue;
        if (!lattice.is_conflict(value) && lattice.possible(value))
            error<Diag::unsupported>(
                fmt::format("`**` of {} as arguments, whose names are known only when the program runs,",
                            describe(value)));
        return std::nullopt;
    }
    for (size_t i = 0; i < shape.keywords.size(); i++)
        args.keywords.emplace_back(shape.keywords[i], operand(first_keyword + i));
    return args;
}

// Whether this is one built-in function ("builtins.print") or class ("zip").
bool Engine::is_builtin(SId callee, std::string_view name) {
    const SValue& s = lattice[callee];
    if (s.kind != SKind::callable || s.ids.size() != 1) return false;
    const DescInfo& desc = descs[s.ids[0]];
    const HostObject& object = world.object(desc.object);
    bool builtin = desc.kind == DescKind::builtin || (desc.kind == DescKind::class_ && object.builtin_class);
    return builtin && !desc.closure && object.name == name;
}

// zip(*rows) of rows whose number is not known.
std::optional<SId> Engine::zip_of_rows() {
    if (op_->op != Op::call_args || op_->args.size() != 3 || !is_builtin(arg(0), "zip")) return std::nullopt;
    const Constant& shape = constant(op_->args[1].constant());
    SKind rows = lattice.kind(arg(2));
    bool many = rows != SKind::tuple && rows != SKind::impossible && rows != SKind::conflict;
    if (!shape.star || !shape.keywords.empty() || !many) return std::nullopt;
    return lattice.iterator(IteratorKind::zip_rows, {iter(items_of(arg(2), "0."), "1.")});
}

SId Engine::call_operation() {
    if (std::optional<SId> rows = zip_of_rows()) return *rows;
    std::optional<Args> args = operation_args();
    if (args) return call("call", arg(0), std::move(*args));
    bool waits = std::ranges::any_of(op_->args, [&](Value operand) {
        return operand.is_variable() && !lattice.possible(value_of(operand));
    });
    return waits ? lattice.impossible() : lattice.conflict();
}

SId Engine::call(const std::string& role, SId callee, Args args) {
    const SValue s = lattice[callee];
    switch (s.kind) {
        case SKind::impossible:
        case SKind::none: return lattice.impossible();
        case SKind::conflict: return lattice.conflict();
        case SKind::builtin_method: return call_method(s.name, s.items[0], args);
        case SKind::instance: {
            if (!has_special(callee, "__call__")) return error<Diag::not_callable>(describe(callee));
            return *special_call(callee, "__call__", std::move(args), role == "call" ? "__call__" : role);
        }
        case SKind::callable: break;
        default: return error<Diag::not_callable>(describe(callee));
    }
    if (s.ids.size() == 1 && role == "call") {
        const DescInfo desc = descs[s.ids[0]];
        const HostObject& object = world.object(desc.object);
        if (desc.kind == DescKind::builtin && !desc.closure)
            return call_builtin(object.name, lattice.impossible(), args);
        if (desc.kind == DescKind::class_ && object.builtin_class && !is_exception(desc.object) &&
            object.name != "object")
            return call_builtin_class(object.name, args);
    }
    CallRecord record;
    record.role = role;
    record.positional = static_cast<uint32_t>(args.positional.size());
    for (const auto& [name, arg] : args.keywords) record.keywords.push_back(name);
    for (uint32_t desc : s.ids) join_result(record, call_desc(record, desc, args));
    SId result = record.result;
    if (op_) copies[copy_]->calls[op_->result].push_back(std::move(record));
    return result;
}

// The result of the target that was called last joins those of the others; if it cannot, this call is where
// the two results meet.
void Engine::join_result(CallRecord& record, SId returned) {
    SId before = record.result;
    record.result = lattice.join(before, returned);
    if (!lattice.is_conflict(record.result) || lattice.is_conflict(before) || lattice.is_conflict(returned))
        return;
    record.mixed = true;
    auto result_at = [&](const TargetRecord& target) {
        if (target.copy == kNoCopy) return location();
        const Copy& callee = *copies[target.copy];
        Location at = callee.origins[callee.graph->blocks[callee.graph->returns].inputs[0].index];
        return at.known() ? at : callee.graph->location;
    };
    auto result_of = [&](const TargetRecord& target) {
        return target.copy == kNoCopy ? lattice.impossible() : place(copies[target.copy]->result).value;
    };
    const TargetRecord& last = record.targets.back();
    const TargetRecord* other = &record.targets.front();
    for (const TargetRecord& target : record.targets) {
        if (&target != &last && lattice.is_conflict(lattice.join(result_of(target), returned)))
            other = &target;
    }
    SId there = result_of(*other);
    auto text = [](Diag diag, auto... args) {
        return fmt::format(fmt::runtime(diag_info(diag).text), args...);
    };
    const std::string here = describe(returned),
                      elsewhere = describe(lattice.possible(there) ? there : before);
    const std::string name = world.object(descs[last.desc].object).name;
    Diagnostic mixed{
        Diag::mixed_return, result_at(last), text(Diag::mixed_return, name, here, elsewhere), {}};
    mixed.notes.push_back({Diag::other_side, result_at(*other), text(Diag::other_side, elsewhere), {}});
    mixed.notes.push_back({Diag::called_from, location(), text(Diag::called_from), {}});
    add_error(std::move(mixed));
}

SId Engine::call_desc(CallRecord& record, uint32_t desc, Args args) {
    const DescInfo info = descs[desc];
    switch (info.kind) {
        case DescKind::function: {
            // `Base.method(self, ...)`: the copy for the class of self, as if it were bound.
            uint32_t owner = 0;
            ObjectId defining = world.object(info.object).function.owner;
            if (defining.valid() && !args.positional.empty() &&
                lattice.kind(args.positional[0].value) == SKind::instance) {
                std::set<uint32_t> owners;
                for (uint32_t id : std::vector<uint32_t>(lattice[args.positional[0].value].ids)) {
                    if (inherits(id, defining)) owners.insert(method_owner(id, info.object, ""));
                }
                if (!owners.empty()) owner = classes[*owners.begin()].key;
            }
            return call_function(record, desc, desc, args, owner, std::nullopt);
        }
        case DescKind::bound_method: {
            if (info.owner == UINT32_MAX)
                return call_function(record, desc, info.function, args, 0, info.self_constant_value);
            SId self = read(info.self);
            return call_function(record, desc, info.function, args, classes[info.owner].key, self);
        }
        case DescKind::class_: {
            const HostObject& object = world.object(info.object);
            if (object.builtin_class && !is_exception(info.object) && object.name != "object")
                return call_wrapped_builtin(record, desc, args);
            return call_class(record, desc, args);
        }
        case DescKind::builtin: return call_wrapped_builtin(record, desc, args);
    }
    return lattice.conflict();
}

std::string Engine::callee_name(uint32_t desc) {
    return fmt::format("`{}()`", world.object(descs[desc].object).name);
}

SId Engine::call_function(CallRecord& record, uint32_t desc, uint32_t function_desc, const Args& args,
                          uint32_t owner, std::optional<SId> self) {
    ObjectId object = descs[function_desc].object;
    if (descs[function_desc].kind != DescKind::function) return call_wrapped_builtin(record, desc, args);
    const HostFunction function = world.object(object).function;
    if (unbuildable.contains(object)) return lattice.conflict();
    TargetRecord target;
    target.desc = desc;
    if (!match(function, function_desc, callee_name(desc), args, self, target)) return lattice.conflict();
    std::optional<GraphId> graph = world.graph_of(object, location());
    if (!graph) {
        unbuildable.insert(object);
        return lattice.conflict();
    }
    if (function.coroutine) return error<Diag::unsupported>("async function " + callee_name(desc));
    size_t inputs = program.graph(*graph).parameters().size();
    CHECK(inputs >= function.parameters.size(), "graph of {} has too few inputs", function.qualname);
    for (size_t i = 0; i < inputs - function.parameters.size(); i++) {
        CHECK(i < descs[function_desc].environment.size(), "no cell {} for {}", i, function.qualname);
        target.arguments.insert(target.arguments.begin() + static_cast<ptrdiff_t>(i),
                                {ArgumentSource::Kind::cell, static_cast<uint32_t>(i)});
        target.values.insert(target.values.begin() + static_cast<ptrdiff_t>(i),
                             read(descs[function_desc].environment[i]));
    }
    if (std::optional<std::vector<std::string>> names = further_keywords(function, args)) {
        WrapperTable::Key key{object, false, 0, *names};
        auto [known, added] = wrappers.graphs.try_emplace(std::move(key));
        if (added) known->second = program.add_graph(with_keywords(program, program.graph(*graph), *names));
        graph = known->second;
    }
    return call_graph(record, std::move(target), object, *graph, owner,
                      descs[function_desc].closure ? function_desc : UINT32_MAX);
}

bool Engine::match(const HostFunction& function, uint32_t function_desc, const std::string& name,
                   const Args& args, std::optional<SId> self, TargetRecord& target) {
    std::vector<Arg> positional;
    if (self) positional.push_back({*self, {ArgumentSource::Kind::self}});
    positional.insert(positional.end(), args.positional.begin(), args.positional.end());
    size_t next = 0, takes = 0;
    bool rest = false;
    uint32_t run_time_default = static_cast<uint32_t>(function.cell_names.size());
    auto fail = [&](auto&&... report) {
        (report(), ...);
        return false;
    };
    auto refuse = [&](Diagnostic refused) {
        refused.notes.push_back(made<Diag::defined_here>(function.location, name));
        bool nameless = function.parameters.empty() || function.parameters[0].name != "self";
        if (self && nameless && lattice.kind(*self) == SKind::instance)
            refused.notes.push_back(made<Diag::remedy>(
                function.location, "a method's first parameter is the object that it is called on: `self`"));
        add_error(std::move(refused));
    };
    std::optional<std::vector<std::string>> further = further_keywords(function, args);
    // Before missing ones: a misspelt keyword leaves its parameter without an argument.
    for (const auto& [keyword, arg] : args.keywords) {
        if (!takes_keyword(function, keyword) && !further)
            return fail([&, &keyword = keyword] {
                unknown<Diag::unknown_keyword>(name, keyword, keyword_names(function));
            });
    }
    for (size_t i = 0; i < function.parameters.size(); i++) {
        const HostParameter& parameter = function.parameters[i];
        bool has_run_time_default = i < function.run_time_default.size() && function.run_time_default[i];
        uint32_t default_index = run_time_default;
        if (has_run_time_default) run_time_default++;
        if (parameter.kind == HostParameter::Kind::var_positional) {
            rest = true;
            ArgumentSource source{ArgumentSource::Kind::rest};
            std::vector<SId> items;
            if (next == 0 && self) {
                source.kind = ArgumentSource::Kind::rest_with_self;
                items.push_back(lattice.without_constant(positional[next++].value));
            }
            bool first = true;
            source.index = 1;
            for (size_t k = 0; k < positional.size(); k++) {
                if (positional[k].source.kind == ArgumentSource::Kind::operand)
                    source.index = std::max(source.index, positional[k].source.index + 1);
            }
            for (; next < positional.size(); next++) {
                const Arg& arg = positional[next];
                if (first && arg.source.kind == ArgumentSource::Kind::operand)
                    source.index = arg.source.index;
                if (first && arg.source.kind == ArgumentSource::Kind::star_item) {
                    source.index = arg.source.operand;
                    source.operand = arg.source.index;
                }
                first = false;
                items.push_back(lattice.without_constant(arg.value));
            }
            target.arguments.push_back(source);
            target.values.push_back(lattice.tuple(std::move(items)));
            continue;
        }
        if (parameter.kind == HostParameter::Kind::var_keyword) {
            for (const auto& [keyword, arg] : args.keywords) {
                if (takes_keyword(function, keyword)) continue;
                target.arguments.push_back(arg.source);
                target.values.push_back(arg.value);
            }
            continue;
        }
        bool by_position = parameter.kind != HostParameter::Kind::keyword_only;
        if (by_position) takes++;
        size_t keyword = args.keywords.size();
        for (size_t k = 0; k < args.keywords.size(); k++) {
            if (args.keywords[k].first == parameter.name &&
                parameter.kind != HostParameter::Kind::positional_only)
                keyword = k;
        }
        if (by_position && next < positional.size()) {
            if (keyword < args.keywords.size())
                return fail([&] { error<Diag::duplicate_argument>(name, parameter.name); });
            target.arguments.push_back(positional[next].source);
            target.values.push_back(positional[next].value);
            next++;
        } else if (keyword < args.keywords.size()) {
            target.arguments.push_back(args.keywords[keyword].second.source);
            target.values.push_back(args.keywords[keyword].second.value);
        } else if (has_run_time_default) {
            target.arguments.push_back({ArgumentSource::Kind::cell, default_index});
            target.values.push_back(read(descs[function_desc].environment[default_index]));
        } else if (parameter.default_value.valid()) {
            target.arguments.push_back({ArgumentSource::Kind::constant, 0, 0, parameter.default_value});
            target.values.push_back(constant_value(parameter.default_value));
        } else {
            return fail([&] { refuse(made<Diag::missing_argument>(location(), name, parameter.name)); });
        }
    }
    if (next < positional.size() && !rest) {
        return fail([&] {
            refuse(made<Diag::argument_count>(
                location(), name, fmt::format("{} argument{}", takes, takes == 1 ? "" : "s"),
                fmt::format("{} {}", positional.size(), positional.size() == 1 ? "is" : "are")));
        });
    }
    return true;
}

SId Engine::call_graph(CallRecord& record, TargetRecord target, ObjectId function, GraphId graph,
                       uint32_t owner, uint32_t closure) {
    std::string attribute;
    for (SId value : target.values)
        if (takes_attribute_name(record.role)) attribute = lattice.constant_str(value).value_or(attribute);
    if (is_by_shape(function) && !takes_attribute_name(record.role)) {
        if (!std::ranges::all_of(target.values, [&](SId value) { return lattice.possible(value); })) {
            record.targets.push_back(std::move(target));
            return lattice.impossible();
        }
        attribute = shapes_of(target.values);
        if (attribute.find('!') != std::string::npos) {  // told where the types meet
            record.targets.push_back(std::move(target));
            return lattice.conflict();
        }
        // A list that is filled after the call was met first: its shape shows when all else is done.
        if (op_ && attribute.find('?') != std::string::npos && !settled_.contains({copy_, op_->result})) {
            waiting_[{copy_, op_->result}] = block_;
            record.targets.push_back(std::move(target));
            return lattice.impossible();
        }
    }
    uint32_t index = copy_for(function, graph, owner, closure, implicit_, record.role, attribute);
    target.copy = index;
    Copy& callee = *copies[index];
    if (op_) callee.callers.insert({copy_, op_->result});
    for (SId& value : target.values) {
        // Functions are not made for single numbers or texts; flags may switch code off.
        SKind kind = lattice.kind(value);
        bool named = kind == SKind::str && takes_attribute_name(record.role);
        if (!named &&
            (kind == SKind::integer || kind == SKind::floating || kind == SKind::str || kind == SKind::tuple))
            value = lattice.without_constant(value);
        if (lattice.possible(value)) continue;
        record.targets.push_back(std::move(target));
        return lattice.impossible();
    }
    bind_inputs(index, callee.graph->start, target.values,
                std::vector<Location>(target.values.size(), location()));
    PlaceId result = callee.result;
    record.targets.push_back(std::move(target));
    return read(result);
}

bool Engine::is_by_shape(ObjectId function) const {
    return plan.structural_functions.contains(function) || world.object(function).function.by_shape;
}

std::string Engine::shapes_of(const std::vector<SId>& values) {
    Shapes shapes(*this, true);
    std::string text;
    for (SId value : values) text += shapes.of(value) + ";";
    return text;
}

uint32_t Engine::copy_for(ObjectId function, GraphId graph, uint32_t owner, uint32_t closure, bool implicit,
                          const std::string& role, const std::string& attribute) {
    uint32_t context = 0;
    if (takes_attribute_name(role)) {  // a copy per name
        context = kNamedContexts + plan.keys.intern("attribute " + attribute);
    } else if (is_by_shape(function)) {
        if (copy_count_[function] < kMaxShapes || attribute.empty())
            context = kNamedContexts + plan.keys.intern("shapes " + attribute);
        else
            plan.crowded.insert(function);
    } else if (!implicit && op_) {
        SiteKey site{copies[copy_]->key, op_->result, plan.keys.intern(role), function, owner};
        auto planned = plan.contexts.find(site);
        if (planned != plan.contexts.end()) {
            context = planned->second;
        } else if (plan.sensitive_functions.contains(function)) {
            if (auto recursive = recursive_context(function, op_->result)) {
                context = *recursive;
            } else if (copy_count_[function] < plan.limits.sites) {
                context = ++plan.next_context[function];
            } else {
                plan.crowded.insert(function);
            }
            plan.contexts[site] = context;
        }
    }
    uint32_t maker = closure == UINT32_MAX ? 0 : descs[closure].maker;
    auto [it, added] =
        copy_index_.try_emplace({function, owner, maker, context}, static_cast<uint32_t>(copies.size()));
    if (!added && copies[it->second]->graph_id == graph) return it->second;
    if (!added) {  // graphs of one function for different numbers or names of arguments
        for (uint32_t i = 0; i < copies.size(); i++) {
            uint32_t made_by = copies[i]->closure == UINT32_MAX ? 0 : descs[copies[i]->closure].maker;
            if (copies[i]->function == function && copies[i]->graph_id == graph &&
                copies[i]->context == context && copies[i]->owner == owner && made_by == maker)
                return i;
        }
    }
    copy_count_[function]++;
    auto copy = std::make_unique<Copy>();
    copy->function = function;
    copy->graph_id = graph;
    copy->graph = &program.graph(graph);
    copy->context = context;
    copy->owner = owner;
    copy->closure = closure;
    copy->name = copy->graph->name;
    copy->key = plan.keys.intern(
        fmt::format("copy {} {} {} {} {}", function.index, graph.index, owner, maker, context));
    copy->parent = copy_;
    if (op_) copy->parent_op = op_->result;
    copy->vars.resize(copy->graph->variables.size(), lattice.impossible());
    copy->origins.resize(copy->vars.size());
    copy->reached.resize(copy->graph->blocks.size(), false);
    copy->result = new_place(PlaceKind::result, copy->name);
    copies.push_back(std::move(copy));
    return static_cast<uint32_t>(copies.size() - 1);
}

// The context of a copy further out that was called from the same operation: recursion goes on in it.
std::optional<uint32_t> Engine::recursive_context(ObjectId target, VariableId op) const {
    uint32_t same_function = 0;
    for (uint32_t at = copy_; at != kNoCopy && at < copies.size(); at = copies[at]->parent) {
        if (copies[at]->function != target) continue;
        if (copies[at]->parent_op == op || ++same_function == 3) return copies[at]->context;
    }
    return std::nullopt;
}

SId Engine::call_class(CallRecord& record, uint32_t desc, const Args& args) {
    ObjectId class_ = descs[desc].object;
    const HostObject host = world.object(class_);
    if (!host.layout.empty())
        return error<Diag::unsupported_object>(fmt::format("class `{}`", host.name),
                                               fmt::format("it is a kind of `{}`", host.layout));
    std::optional<HostAttribute> maker = world.class_attribute(class_, "__new__");
    if (maker && maker->defined_in.valid() && !world.object(maker->defined_in).builtin_class)
        return error<Diag::unsupported>(fmt::format("class `{}` with `__new__`", host.name));
    std::optional<HostAttribute> reader = world.class_attribute(class_, "__getattribute__");
    if (reader && reader->defined_in.valid() && !world.object(reader->defined_in).builtin_class)
        return error<Diag::unsupported>(fmt::format("class `{}` with `__getattribute__`", host.name));
    if (is_exception(class_) && world.is_subclass(class_, world.builtin_class("BaseExceptionGroup")))
        return error<Diag::unsupported>(fmt::format("exception group `{}`", host.name));
    std::optional<HostAttribute> abstract = world.class_attribute(class_, "__abstractmethods__");
    if (abstract && abstract->defined_in == class_ && abstract->value.valid()) {
        const Constant names = constant(abstract->value);
        auto is_name = [&](ConstantId slot) { return constant(slot).kind == ConstantKind::str; };
        if (names.kind == ConstantKind::object &&
            std::ranges::any_of(world.object(names.object).items, is_name))
            return error<Diag::unsupported>(fmt::format("an instance of the abstract class `{}`", host.name));
    }
    uint32_t index = class_at_site(class_);
    if (op_) classes[index].creators.insert({copy_, op_->result});
    instantiate(index);
    SId result = instance_of(index);
    std::vector<SId> positional;
    for (const Arg& arg : args.positional) positional.push_back(arg.value);
    std::optional<HostAttribute> init = world.class_attribute(class_, "__init__");
    bool own = init && init->value.valid() && init->defined_in.valid() &&
               !world.object(init->defined_in).builtin_class;
    if (own) {
        SId callee = constant_value(init->value);
        if (lattice.kind(callee) != SKind::callable || lattice[callee].ids.size() != 1)
            return error<Diag::not_callable>(fmt::format("`__init__` of `{}`", host.name));
        uint32_t function = lattice[callee].ids[0];
        uint32_t owner = classes[method_owner(index, descs[function].object, "__init__")].key;
        size_t before = record.targets.size();
        SId returned = call_function(record, desc, function, args, owner, result);
        if (record.targets.size() == before)
            return lattice.conflict();  // told: arguments, or the method itself
        record.targets.back().instance = index;
        if (is_exception(class_) && !init_sets_arguments(class_)) note_arguments(index, positional);
        if (lattice.is_conflict(returned) || lattice.kind(returned) == SKind::none) return result;
        if (!lattice.possible(returned)) return returned;
        return result;
    }
    if (!is_exception(class_) && !(args.positional.empty() && args.keywords.empty()))
        return error<Diag::argument_count>(
            fmt::format("`{}()`", host.name), "no arguments",
            fmt::format("{} {}", args.positional.size() + args.keywords.size(),
                        args.positional.size() + args.keywords.size() == 1 ? "is" : "are"));
    if (!args.keywords.empty())
        return error<Diag::unknown_keyword>(fmt::format("`{}()`", host.name), args.keywords[0].first);
    if (is_exception(class_)) note_arguments(index, positional);
    note_stop_value(index, args);
    if (is_exception(class_) && world.is_subclass(class_, world.builtin_class("SystemExit"))) {
        SId code = args.positional.empty() ? lattice.none() : args.positional[0].value;
        if (args.positional.size() < 2) note_exit_code(code);
    }
    TargetRecord target;
    target.desc = desc;
    target.instance = index;
    record.targets.push_back(std::move(target));
    return result;
}

// Builtins that are called through a value, or by sorted, map and the like, are called by a graph of their
// own; a method that was read from a value is read again in there.
SId Engine::call_wrapped_builtin(CallRecord& record, uint32_t desc, const Args& args) {
    ObjectId builtin = descs[desc].object;
    const DescInfo info = descs[desc];
    bool bound = info.closure || info.kind == DescKind::bound_method;
    WrapperTable::Key key{builtin, bound, static_cast<uint32_t>(args.positional.size()), {}};
    for (const auto& [name, arg] : args.keywords) key.keywords.push_back(name);
    auto known = wrappers.graphs.find(key);
    if (known == wrappers.graphs.end()) {
        const HostObject& host = world.object(builtin);
        const std::string name = host.name.substr(host.name.rfind('.') + 1);
        FunctionGraph graph(name);
        GraphBuilder builder(program, graph);
        builder.position_at(graph.start);
        auto input = [&](const std::string& input_name) {
            VariableId v = graph.new_variable(input_name);
            graph.blocks[graph.start].inputs.push_back(v);
            return Value(v);
        };
        Value callee = program.constants.object(builtin);
        if (bound) callee = builder.op(Op::getattr, {input("self"), program.constants.str(name)});
        std::vector<Value> operands = {callee};
        if (!key.keywords.empty()) operands.push_back(program.constants.shape(key.keywords, false));
        for (uint32_t i = 0; i < key.positional; i++) operands.push_back(input("x"));
        for (const std::string& keyword : key.keywords) operands.push_back(input(keyword));
        builder.return_(builder.op(key.keywords.empty() ? Op::simple_call : Op::call_args, operands));
        known = wrappers.graphs.emplace(key, program.add_graph(std::move(graph))).first;
    }
    TargetRecord target;
    target.desc = desc;
    if (info.closure) {
        target.arguments.push_back({ArgumentSource::Kind::cell, 0});
        target.values.push_back(read(info.environment[0]));
    } else if (bound) {
        target.arguments.push_back({ArgumentSource::Kind::self});
        target.values.push_back(info.self_constant_value);
    }
    auto pass = [&](const Arg& arg) {
        target.arguments.push_back(arg.source);
        target.values.push_back(lattice.without_constant(arg.value));
    };
    for (const Arg& arg : args.positional) pass(arg);
    for (const auto& [name, arg] : args.keywords) pass(arg);
    return call_graph(record, std::move(target), builtin, known->second, 0, info.closure ? desc : UINT32_MAX);
}

}  // namespace sapwood::annotation
