// The worklist: blocks of copies are visited until nothing grows.  See engine.h.
#include <algorithm>
#include <utility>

#include "annotator/engine.h"

namespace sapwood::annotation {
namespace {

// Built-in classes that have no callables, iterators or views among their instances.
constexpr std::string_view kClassesOfData[] = {"int",   "bool", "float",     "str", "bytes", "list",
                                               "tuple", "dict", "frozenset", "set", "range"};

// Operations that have a meaning although an operand has no value (yet).
bool takes_undefined(Op op) {
    return op == Op::newcell || op == Op::cell_set || op == Op::make_closure || op == Op::frame_save;
}

// Operations that go on although an operand is a conflict, so that what they store or call is known.
bool takes_conflict(Op op) {
    switch (op) {
        case Op::setattr:
        case Op::setitem:
        case Op::cell_set:
        case Op::frame_save:
        case Op::newcell:
        case Op::newlist:
        case Op::newdict:
        case Op::newset:
        case Op::list_append:
        case Op::make_closure:
        case Op::simple_call:
        case Op::call_args:
        case Op::is_:
        case Op::to_str:
        case Op::to_repr:
        case Op::to_ascii:
        case Op::format:
        case Op::concat_str:
        case Op::bool_:
        case Op::not_: return true;
        default: return false;
    }
}

}  // namespace

Engine::Engine(Program& program, HostWorld& world, Diagnostics& diagnostics, Plan& plan,
               WrapperTable& wrappers)
    : program(program),
      world(world),
      plan(plan),
      wrappers(wrappers),
      lattice(program.constants, *this),
      diagnostics_(diagnostics),
      exit_numbers_(new_place(PlaceKind::attribute, "code")),
      exit_texts_(new_place(PlaceKind::attribute, "code")),
      stop_value_read_(new_place(PlaceKind::event, "")),
      arguments_read_(new_place(PlaceKind::event, "")) {}

void Engine::run() {
    plan.keys.intern("");  // key 0 names nothing
    auto entry = std::make_unique<Copy>();
    entry->graph_id = program.entry;
    entry->graph = &program.graph(program.entry);
    entry->key = plan.keys.intern("entry");
    entry->name = entry->graph->name;
    entry->vars.resize(entry->graph->variables.size(), lattice.impossible());
    entry->origins.resize(entry->vars.size());
    entry->reached.resize(entry->graph->blocks.size(), false);
    entry->result = new_place(PlaceKind::result, entry->name);
    copies.push_back(std::move(entry));
    bind_inputs(0, copies[0]->graph->start, {}, {});
    for (;;) {
        // In sweeps over the copies, each to its end: what grew in many places is read again once.
        while (!pending_.empty()) {
            auto next = pending_.lower_bound({swept_, UINT32_MAX});
            if (next == pending_.end()) next = pending_.begin();
            auto [copy, position] = *next;
            swept_ = copy;
            pending_.erase(next);
            process(copy, shapes_.at(copies[copy]->graph_id)->order[position]);
        }
        if (!waiting_.empty()) {
            auto [call, block] = *waiting_.begin();
            waiting_.erase(waiting_.begin());
            settled_.insert(call);
            schedule(call.first, block);
            continue;
        }
        if (!plan.joined || missing_.empty()) return;
        // What nothing stores is an error; what comes after it is looked at all the same.
        for (PlaceId id : std::exchange(missing_, {})) {
            if (lattice.possible(place(id).value)) continue;
            place(id).value = lattice.conflict();
            wake(id);
        }
    }
}

void Engine::schedule(uint32_t copy, BlockId block) {
    const Copy& c = *copies[copy];
    std::shared_ptr<GraphShape>& shape = shapes_[c.graph_id];
    if (!shape) shape = std::make_shared<GraphShape>(program, *c.graph);
    pending_.insert({copy, shape->position[block.index]});
}

void Engine::process(uint32_t copy, BlockId block_id) {
    copy_ = copy;
    block_ = block_id;
    const Block& block = copies[copy]->graph->blocks[block_id];
    if (block_id == copies[copy]->graph->returns) {
        VariableId v = block.inputs[0];
        PlaceId result = copies[copy]->result;
        SId value = copies[copy]->vars[v.index];
        if (value != place(result).value) {
            place(result).value = value;
            wake(result);
        }
        return;
    }
    for (size_t i = 0; i < block.operations.size(); i++) {
        if (flow_operation(block.operations[i])) continue;
        op_ = nullptr;
        bool last = i + 1 == block.operations.size();
        if (last && block.exit == ExitKind::raising && !blocked_) follow_links(block, false, true);
        return;
    }
    op_ = nullptr;
    follow_links(block, true, true);
}

bool Engine::flow_operation(const Operation& op) {
    Copy& c = *copies[copy_];
    op_ = &op;
    blocked_ = false;
    c.errors.erase(op.result);
    bool poisoned = false, declines = false;
    for (Value operand : op.args) {
        if (!operand.is_variable()) {  // an object that is refused as a value
            bool object = constant(operand.constant()).kind == ConstantKind::object;
            declines = declines || (object && lattice.declines(value_of(operand)));
            poisoned =
                poisoned || (object && !takes_conflict(op.op) && lattice.is_conflict(value_of(operand)));
            continue;
        }
        SId value = c.vars[operand.variable().index];
        if (!lattice.possible(value) && !takes_undefined(op.op)) {
            blocked_ = true;
            return false;
        }
        poisoned = poisoned || lattice.is_conflict(value);
        declines = declines || lattice.declines(value);
    }
    if (declines && op.op != Op::is_) {
        set_result(op.result,
                   error<Diag::unsupported>("what may be `NotImplemented`, other than returned or in `is`,"));
        return true;
    }
    bool diagnosed = op.op == Op::getattr && op.args[0].is_constant() &&
                     constant(op.args[0].constant()).kind == ConstantKind::undefined;  // by the front end
    SId result = lattice.impossible();
    if (diagnosed || (poisoned && !takes_conflict(op.op))) {
        result = lattice.conflict();  // calls stay as they were before: the next plan keeps them apart
    } else {
        c.calls.erase(op.result);
        if (exchange_operands()) result = transfer(op);
    }
    exchanged_.clear();
    if (lattice.depth(result) > kMaxDepth) result = lattice.conflict();
    set_result(op.result, result);
    // What a generator keeps may be undefined, as the inputs of blocks may.
    return lattice.possible(result) || (op.op == Op::frame_load && !blocked_);
}

void Engine::set_result(VariableId v, SId value) {
    Copy& c = *copies[copy_];
    c.vars[v.index] = value;
    c.origins[v.index] = op_->location;
}

SId Engine::value_in(uint32_t copy, Value v) {
    return v.is_variable() ? copies[copy]->vars[v.variable().index] : constant_value(v.constant());
}

Location Engine::origin_of(Value v) {
    return v.is_variable() ? copies[copy_]->origins[v.variable().index] : Location{};
}

void Engine::follow_links(const Block& block, bool normal, bool exceptional) {
    const auto& facts = shapes_.at(copies[copy_]->graph_id)->facts;
    switch (block.exit) {
        case ExitKind::none: return;
        case ExitKind::jump: follow(block.links[0], {}, std::nullopt, block); return;
        case ExitKind::switch_:
            for (const Link& link : block.links) follow(link, {}, std::nullopt, block);
            return;
        case ExitKind::branch: {
            SId condition = value_of(block.condition);
            if (!lattice.possible(condition)) return;
            std::optional<bool> known = lattice.constant_truth(condition);
            auto fact = facts.find(block_);
            for (bool outcome : {true, false}) {
                if (known && *known != outcome) continue;
                std::map<VariableId, SId> narrowed;
                if (fact != facts.end()) {
                    VariableId v = fact->second.variable;
                    SId before = copies[copy_]->vars[v.index];
                    SId after = narrow(before, fact->second, outcome != fact->second.negated);
                    if (lattice.possible(before) && !lattice.possible(after)) continue;
                    narrowed[v] = after;
                }
                follow(block.links[outcome ? 0 : 1], narrowed, outcome, block);
            }
            return;
        }
        case ExitKind::raising:
            if (normal) follow(block.links[0], {}, std::nullopt, block);
            if (!exceptional) return;
            for (size_t i = 1; i < block.links.size(); i++) {
                const Link& link = block.links[i];
                SId caught = narrow_to_classes(lattice.impossible(), constant_value(link.exit_case), true);
                if (!lattice.possible(caught)) continue;
                copies[copy_]->vars[link.exception.index] = caught;
                copies[copy_]->origins[link.exception.index] =
                    block.operations.empty() ? Location{} : block.operations.back().location;
                follow(link, {}, std::nullopt, block);
            }
            return;
    }
}

void Engine::follow(const Link& link, const std::map<VariableId, SId>& narrowed, std::optional<bool>,
                    const Block& block) {
    std::vector<SId> values;
    std::vector<Location> origins;
    for (Value v : link.args) {
        auto known = v.is_variable() ? narrowed.find(v.variable()) : narrowed.end();
        values.push_back(known != narrowed.end() ? known->second : value_of(v));
        Location origin = origin_of(v);
        if (!origin.known()) origin = link.location;
        if (!origin.known() && !block.operations.empty()) origin = block.operations.back().location;
        // What is returned is known by the place of the return.
        if (link.target == copies[copy_]->graph->returns && link.location.known()) origin = link.location;
        origins.push_back(origin);
    }
    bind_inputs(copy_, link.target, values, origins);
}

void Engine::bind_inputs(uint32_t copy, BlockId block, const std::vector<SId>& values,
                         const std::vector<Location>& origins) {
    Copy& c = *copies[copy];
    const Block& target = c.graph->blocks[block];
    CHECK(values.size() == target.inputs.size(), "link into {} of {} is short", target.name, c.name);
    bool grown = !c.reached[block.index];
    for (size_t i = 0; i < values.size(); i++) {
        VariableId v = target.inputs[i];
        SId before = c.vars[v.index];
        SId after = joined(before, values[i]);
        if (after == before) continue;
        if (lattice.is_conflict(after) && !lattice.is_conflict(values[i]))
            c.clashes.try_emplace(v, Clash{before, values[i], c.origins[v.index], origins[i], {}, {}});
        if (before == lattice.impossible() || before == lattice.none()) c.origins[v.index] = origins[i];
        c.vars[v.index] = after;
        grown = true;
    }
    if (!grown) return;
    c.reached[block.index] = true;
    if (block != c.graph->excepts) schedule(copy, block);
}

// ---- Narrowing

SId Engine::narrow(SId value, const Fact& fact, bool outcome) {
    switch (fact.kind) {
        case Fact::Kind::is_none:
            if (lattice.declines(value)) return outcome ? lattice.impossible() : value;
            if (!outcome) return lattice.without_none(value);
            if (!lattice.possible(value) || lattice.is_conflict(value)) return value;
            return lattice.can_be_none(value) ? lattice.none() : lattice.impossible();
        case Fact::Kind::is_not_implemented:
            if (!lattice.declines(value)) return outcome ? lattice.impossible() : value;
            return outcome ? lattice.not_implemented() : lattice.without_none(value);
        case Fact::Kind::truth: return outcome ? lattice.without_none(value) : falsy(value);
        case Fact::Kind::isinstance: return narrow_to_classes(value, value_of(fact.classes), outcome);
    }
    return value;
}

// What of a value can be false: of objects that are always true, None.
SId Engine::falsy(SId value) {
    const SValue s = lattice[value];
    if (!s.nullable) return value;
    bool always_true = s.kind == SKind::callable || (s.kind == SKind::tuple && !s.items.empty());
    if (s.kind == SKind::instance) {
        auto asks = [&](const char* method) { return has_special(value, method); };
        always_true = !asks("__bool__") && !asks("__len__") && !asks("__sapwood_value__");
    }
    return always_true ? lattice.none() : value;
}

// What a boxed value of one of these classes is.
SId Engine::unboxed(const std::vector<ObjectId>& wanted) {
    SId result = lattice.impossible();
    for (ObjectId class_ : wanted) {
        const std::string& name = world.object(class_).name;
        if (!world.object(class_).builtin_class || is_exception(class_)) return lattice.boxed();
        SId one = name == "str"     ? lattice.str()
                  : name == "int"   ? lattice.number(kIntTag | kBoolTag)
                  : name == "bool"  ? lattice.boolean()
                  : name == "float" ? lattice.floating()
                                    : lattice.boxed();
        result = lattice.join(result, one);
    }
    return lattice.is_conflict(result) ? lattice.boxed() : result;
}

SId Engine::narrow_to_classes(SId value, SId classes_value, bool outcome) {
    std::vector<ObjectId> wanted;
    bool certain = true;  // it is one of these classes, whichever they are
    std::vector<SId> todo = {classes_value};
    while (!todo.empty()) {
        SValue s = lattice[todo.back()];
        todo.pop_back();
        if (s.kind == SKind::tuple) todo.insert(todo.end(), s.items.begin(), s.items.end());
        if (s.kind == SKind::tuple_of) todo.push_back(s.items[0]);
        if (s.kind == SKind::tuple_of || s.ids.size() > 1) certain = false;
        if (s.kind != SKind::callable) continue;
        for (uint32_t desc : s.ids) {
            if (descs[desc].kind == DescKind::class_) wanted.push_back(descs[desc].object);
        }
    }
    std::sort(wanted.begin(), wanted.end());
    if (!certain && !outcome) return value;
    if (value == lattice.impossible()) {  // a caught exception
        value = instance_of(class_index(world.builtin_class("BaseException"), 0));
    }
    const SValue s = lattice[value];
    if (s.kind != SKind::instance) {
        // A built-in value: isinstance(x, int) and the like.
        uint8_t tags = lattice.tags(value), kept = 0;
        auto is_wanted = [&](std::string_view name) {
            return std::any_of(wanted.begin(), wanted.end(), [&](ObjectId c) {
                return world.object(c).name == name && world.object(c).builtin_class;
            });
        };
        if (is_wanted("object")) return outcome ? value : lattice.impossible();
        if (s.kind == SKind::boxed) return outcome ? unboxed(wanted) : value;
        if (tags) {
            if (is_wanted("NoneType")) kept |= kNoneTag;
            if (is_wanted("int")) kept |= kIntTag | kBoolTag;
            if (is_wanted("bool")) kept |= kBoolTag;
            if (is_wanted("float")) kept |= kFloatTag;
            uint8_t left = outcome ? tags & kept : tags & ~kept;
            return left == tags ? value : lattice.number(left);
        }
        std::string_view name;
        switch (s.kind) {
            case SKind::str: name = "str"; break;
            case SKind::bytes: name = "bytes"; break;
            case SKind::list: name = "list"; break;
            case SKind::tuple:
            case SKind::tuple_of: name = "tuple"; break;
            case SKind::dict: name = "dict"; break;
            case SKind::set: name = s.name.empty() ? "set" : "frozenset"; break;
            case SKind::range: name = "range"; break;
            case SKind::iterator:
            case SKind::view:
            case SKind::callable: {
                auto of_data = [&](std::string_view each) { return is_wanted(each); };
                auto count = std::count_if(std::begin(kClassesOfData), std::end(kClassesOfData), of_data);
                return outcome && static_cast<size_t>(count) == wanted.size() ? lattice.impossible() : value;
            }
            default: return value;
        }
        if (outcome) return is_wanted(name) ? lattice.without_none(value) : lattice.impossible();
        if (!is_wanted(name)) return value;
        return s.nullable ? lattice.none() : lattice.impossible();
    }
    std::vector<uint32_t> kept;
    for (uint32_t id : s.ids) {
        bool exact = !plan.joined && !plan.with_subclasses && !world.object(classes[id].class_).builtin_class;
        bool inside = std::any_of(wanted.begin(), wanted.end(), [&](ObjectId c) { return inherits(id, c); });
        if (inside) {
            if (outcome) kept.push_back(id);
            continue;
        }
        if (exact) {
            if (!outcome) kept.push_back(id);
            continue;
        }
        if (!outcome) {
            bool others = world.object(classes[id].class_).builtin_class;
            for (uint32_t below : concrete(id)) {
                others = others || std::none_of(wanted.begin(), wanted.end(),
                                                [&](ObjectId c) { return inherits(below, c); });
            }
            if (others) kept.push_back(id);
            continue;
        }
        for (ObjectId c : wanted) {
            const HostObject& host = world.object(c);
            if (host.builtin_class && is_exception(c) && world.is_subclass(c, classes[id].class_))
                kept.push_back(class_index(c, 0));
        }
        for (uint32_t below : concrete(id)) {
            if (std::any_of(wanted.begin(), wanted.end(), [&](ObjectId c) { return inherits(below, c); }))
                kept.push_back(below);
        }
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    if (kept.empty()) return outcome || !s.nullable ? lattice.impossible() : lattice.none();
    SValue result = s;
    result.constant = {};
    result.ids = join_classes(kept);
    if (result.ids.empty()) return value;
    if (outcome) result.nullable = false;
    return lattice.intern(std::move(result));
}

// ---- Places

// What follows from a mistake leaves the type that is known as it is, lest the mistake seem to follow from
// itself and nothing be told at all; conditions on it go both ways.  While copies are planned, it counts:
// what it reaches has several types.
SId Engine::joined(SId before, SId value) {
    bool known = before != lattice.impossible() && before != lattice.none();
    if (!plan.joined || !known || !lattice.is_conflict(value)) return lattice.join(before, value);
    SId type = lattice.without_constant(before);
    return lattice.kind(type) == SKind::instance ? lattice.nullable(type) : type;
}

PlaceId Engine::new_place(PlaceKind kind, std::string name) {
    Place made;
    made.kind = kind;
    made.name = std::move(name);
    places.push_back(std::move(made));
    return PlaceId(static_cast<uint32_t>(places.size() - 1));
}

void Engine::watch(PlaceId id) {
    place(id).readers.insert(static_cast<uint64_t>(copy_) << 32 | block_.index);
}

SId Engine::read(PlaceId id) {
    watch(id);
    return place(id).value;
}

void Engine::write(PlaceId id, SId value, Location from, Spot by) {
    Place& p = place(id);
    SId after = joined(p.value, value);
    if (p.kind == PlaceKind::arguments && lattice.is_conflict(after))
        after = lattice.tuple_of(lattice.boxed());
    if (after == p.value) return;
    if (!from.known()) from = location();  // what an object made at import holds: where it is used
    if (lattice.is_conflict(after) && !lattice.is_conflict(value) && !p.clash)
        p.clash = Clash{p.value, value, p.origin, from, p.spot, by};
    if (p.value == lattice.impossible() || p.value == lattice.none()) {
        p.origin = from;
        p.spot = by;
    }
    p.value = after;
    wake(id);
}

void Engine::wake(PlaceId id) {
    for (uint64_t reader : place(id).readers)
        schedule(static_cast<uint32_t>(reader >> 32), BlockId(static_cast<uint32_t>(reader)));
}

// Graphs that the translator makes (calls of built-ins through values) have no places of their own: what is
// wrong in there is wrong where they were first called.
void Engine::add_error(Diagnostic diagnostic) {
    if (!op_) return;
    for (uint32_t at = copy_; !diagnostic.location.known() && copies[at]->parent != kNoCopy;
         at = copies[at]->parent) {
        for (const Block& block : copies[copies[at]->parent]->graph->blocks) {
            for (const Operation& op : block.operations) {
                if (op.result == copies[at]->parent_op) diagnostic.location = op.location;
            }
        }
    }
    std::vector<Diagnostic>& errors = copies[copy_]->errors[op_->result];
    auto same = [&](const Diagnostic& other) {
        return other.diag == diagnostic.diag && other.text == diagnostic.text;
    };
    if (std::ranges::none_of(errors, same)) errors.push_back(std::move(diagnostic));
}

}  // namespace sapwood::annotation
