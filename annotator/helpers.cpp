// Annotates low-level helpers: see annotate.h, and rtyper/lowlevel/ll.py for the language they are written
// in.
//
// A copy is known by the annotations of its arguments, so that nothing joins at a function's start: types,
// callables, None, text and bools count with their values, numbers and pointers without.  What is inlined in
// a struct (an array in `p.chars`, a struct in `a[i]`) has kind ptr and the struct or array itself as lltype;
// it is used at once.
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "annotator/annotate.h"
#include "annotator/lattice.h"
#include "annotator/narrowing.h"
#include "flowgraph/leaf.h"

namespace sapwood {

using namespace annotation;

namespace {

struct CallOfCopy {
    DescId desc;
    uint32_t copy = UINT32_MAX;  // a helper
    ClassDefId instance;         // or a class: an exception is made
    uint32_t positional = 0;
};

struct HelperCopy {
    const FunctionGraph* graph = nullptr;
    GraphId graph_id;
    DescId desc;
    std::vector<SId> vars;
    std::vector<bool> reached;
    SId result{0};
    std::set<std::pair<uint32_t, BlockId>> readers;
    std::map<VariableId, CallOfCopy> calls;
    GraphId out;       // once finished
    uint32_t row = 0;  // in the family of desc
};

}  // namespace

struct HelperAnnotator::State final : ClassOrder {
    State(Program& program, HostWorld& world, Diagnostics& diagnostics)
        : program(program), world(world), diagnostics(diagnostics), lattice(program.constants, *this) {
        for (uint32_t i = 0; i < tables().classdefs.size(); i++)
            if (tables().classdefs[ClassDefId(i)].copy == 0)
                classdefs.try_emplace(tables().classdefs[ClassDefId(i)].class_, i);
    }

    Program& program;
    HostWorld& world;
    Diagnostics& diagnostics;
    Lattice lattice;
    std::vector<std::unique_ptr<HelperCopy>> copies;
    std::map<std::vector<uint32_t>, uint32_t> index;
    std::map<GraphId, std::shared_ptr<GraphShape>> shapes;
    std::set<std::pair<uint32_t, uint32_t>, std::greater<>> pending;
    std::map<ObjectId, uint32_t> classdefs;
    std::map<ObjectId, DescId> descs;
    std::map<uint32_t, AnnotationId> exported;
    std::vector<GraphId> new_graphs;

    uint32_t copy = 0;
    BlockId block;
    const Operation* op = nullptr;

    AnnotatedTables& tables() { return program.annotated; }
    HelperCopy& here() { return *copies[copy]; }
    const Constant& constant(ConstantId id) { return program.constants[id]; }

    // ---- Classes: only built-in exceptions appear
    uint32_t classdef(ObjectId class_) {
        auto known = classdefs.find(class_);
        if (known != classdefs.end()) return known->second;
        for (uint32_t i = 0; i < tables().classdefs.size(); i++) {  // the rtyper makes some, too
            const ClassDef& made = tables().classdefs[ClassDefId(i)];
            if (made.class_ == class_ && made.copy == 0) return classdefs[class_] = i;
        }
        const HostObject host = world.object(class_);
        ClassDef def;
        def.name = host.name;
        def.class_ = class_;
        def.instantiated = true;
        if (host.mro.size() > 2) def.base = ClassDefId(classdef(host.mro[1]));
        ClassDefId id = tables().classdefs.add(def);
        if (def.base.valid()) tables().classdefs[def.base].subclasses.push_back(id);
        classdefs[class_] = id.index;
        return id.index;
    }

    std::vector<uint32_t> join_classes(std::vector<uint32_t> ids) override {
        uint32_t common = ids[0];
        for (uint32_t id : ids) {
            ObjectId wanted = tables().classdefs[ClassDefId(id)].class_;
            while (!world.is_subclass(wanted, tables().classdefs[ClassDefId(common)].class_)) {
                ClassDefId base = tables().classdefs[ClassDefId(common)].base;
                if (!base.valid()) return {};
                common = base.index;
            }
        }
        return {common};
    }

    DescId desc_of(ObjectId object, DescKind kind) {
        auto [it, added] = descs.try_emplace(object);
        if (!added) return it->second;
        for (uint32_t i = 0; i < tables().descs.size(); i++) {
            const Desc& known = tables().descs[DescId(i)];
            if (known.object == object && known.kind == kind && known.cells.empty())
                return it->second = DescId(i);
        }
        Desc desc;
        desc.kind = kind;
        desc.name = world.object(object).name;
        desc.object = object;
        return it->second = tables().descs.add(desc);
    }

    CallFamily& family_of(DescId desc) {
        if (!tables().descs[desc].family.valid()) {
            CallFamily family;
            family.descs = {desc};
            CallFamilyId id = tables().families.add(family);
            tables().descs[desc].family = id;
        }
        return tables().families[tables().descs[desc].family];
    }

    // ---- Values
    SId fail(const std::string& what) {
        diagnostics.error<Diag::internal>(op ? op->location : Location{},
                                          fmt::format("in helper {}: {}", here().graph->name, what));
        return lattice.conflict();
    }

    SId type_value(LLTypeId type) {
        SValue s;
        s.kind = SKind::ll_type;
        s.constant = program.constants.type(type);
        return lattice.intern(std::move(s));
    }

    // What reading a place of this type gives.
    SId of_type(LLTypeId type) {
        const LLType& t = program.types[type];
        switch (t.kind) {
            case LLKind::Void: return lattice.none();
            case LLKind::Signed:
            case LLKind::Int8:
            case LLKind::Int32: return lattice.integer();
            case LLKind::Float: return lattice.floating();
            case LLKind::Bool: return lattice.boolean();
            case LLKind::Unsigned:
            case LLKind::Char:
            case LLKind::UniChar:
            case LLKind::Number: {
                SValue s;
                s.kind = SKind::ll_primitive;
                s.lltype = type;
                return lattice.intern(std::move(s));
            }
            case LLKind::GcRef:
            case LLKind::Address:
            case LLKind::Struct:
            case LLKind::Array:
            case LLKind::Func:
            case LLKind::Ptr: {
                SValue s;
                s.kind = SKind::ptr;
                s.lltype = type;
                return lattice.intern(std::move(s));
            }
        }
        return lattice.conflict();
    }

    // A pointer type stands for itself: helpers name either it or what it points to.
    SId pointer_to(LLTypeId type) {
        if (type == kGcRef || type == kAddress || program.types.is_pointer(type)) return of_type(type);
        return of_type(program.types.pointer_to(type));
    }

    SId struct_pointer(const char* name) {
        auto type = program.types.find_struct(name);
        CHECK(type, "no struct {}", name);
        return pointer_to(*type);
    }

    std::optional<LLTypeId> type_of(SId value) {
        const SValue& s = lattice[value];
        if (s.kind != SKind::ll_type || !s.constant.valid()) return std::nullopt;
        return constant(s.constant).lltype_value;
    }

    // The struct or array behind a pointer, or the inlined one.
    std::optional<LLTypeId> target_of(SId value) {
        const SValue& s = lattice[value];
        if (s.kind == SKind::str) return program.types.find_struct("str");
        if (s.kind != SKind::ptr) return std::nullopt;
        const LLType& t = program.types[s.lltype];
        if (t.kind == LLKind::Ptr) return t.item;
        if (t.kind == LLKind::Struct || t.kind == LLKind::Array) return s.lltype;
        return std::nullopt;
    }

    SId field_of(LLTypeId structure, const std::string& name) {
        for (LLTypeId at = structure;;) {
            if (program.types[at].kind != LLKind::Struct) break;
            if (auto field = program.types.field_index(at, name))
                return of_type(program.types[at].fields[*field].type);
            auto super = program.types.field_index(at, "super");
            if (!super) break;
            at = program.types[at].fields[*super].type;
        }
        return fail(fmt::format("{} has no field {}", program.types.text(structure), name));
    }

    SId item_of(LLTypeId type) {
        if (program.types[type].kind == LLKind::Struct) {
            auto inlined = program.types.inlined_array(type);
            if (!inlined) return fail(program.types.text(type) + " has no items");
            type = *inlined;
        }
        return of_type(program.types[type].item);
    }

    SId normal(SId value) {
        const SValue& s = lattice[value];
        if (s.kind != SKind::ptr || !s.nullable) return value;
        SValue result = s;
        result.nullable = false;
        return lattice.intern(std::move(result));
    }

    SId join(SId a, SId b) { return normal(lattice.join(a, b)); }

    SId import(AnnotationId id) {
        const Annotation a = tables()[id];
        SValue s;
        s.kind = a.kind;
        s.is_char = a.is_char;
        s.tags = a.tags;
        s.iterator = a.iterator;
        s.constant = a.constant;
        s.name = a.name;
        if (a.kind != SKind::ll_type) s.lltype = a.lltype;
        for (AnnotationId item : a.items) s.items.push_back(import(item));
        if (a.classdef.valid()) s.ids = {a.classdef.index};
        for (DescId desc : a.descs) s.ids.push_back(desc.index);
        if (a.kind == SKind::ll_type && a.constant.valid()) {
            const Constant& c = constant(a.constant);
            LLTypeId type = c.kind == ConstantKind::object ? world.object(c.object).lltype : c.lltype_value;
            s.constant = program.constants.type(type);
        }
        if (a.kind == SKind::integer || a.kind == SKind::floating) s.constant = {};
        if (a.kind == SKind::ptr && a.constant.valid() && constant(a.constant).kind != ConstantKind::function)
            s.constant = {};
        return lattice.intern(std::move(s));
    }

    AnnotationId annotation_of(SId id) {
        auto known = exported.find(id.index);
        if (known != exported.end()) return known->second;
        const SValue s = lattice[id];
        Annotation a;
        a.kind = s.kind;
        a.nullable = s.nullable;
        a.is_char = s.is_char;
        a.tags = s.tags;
        a.nonnegative = s.nonnegative;
        a.iterator = s.iterator;
        a.constant = s.constant;
        a.lltype = s.lltype;
        a.name = s.name;
        for (SId item : s.items) a.items.push_back(annotation_of(item));
        if (s.kind == SKind::instance) a.classdef = ClassDefId(s.ids[0]);
        if (s.kind == SKind::callable)
            for (uint32_t desc : s.ids) a.descs.push_back(DescId(desc));
        return exported[id.index] = tables().intern(std::move(a));
    }

    SId constant_value(ConstantId id) {
        const Constant c = constant(id);
        SValue s;
        s.constant = id;
        switch (c.kind) {
            case ConstantKind::undefined: return lattice.impossible();
            case ConstantKind::none: return lattice.none();
            case ConstantKind::boolean: s.kind = SKind::boolean; break;
            case ConstantKind::integer:
                s.kind = SKind::integer;
                s.nonnegative = c.integer >= 0;
                break;
            case ConstantKind::floating: s.kind = SKind::floating; break;
            case ConstantKind::str: s.kind = SKind::str; break;
            case ConstantKind::bytes: s.kind = SKind::bytes; break;
            case ConstantKind::type: return type_value(c.lltype_value);
            case ConstantKind::object: {
                const HostObject& object = world.object(c.object);
                switch (object.kind) {
                    case HostKind::lltype: return type_value(object.lltype);
                    case HostKind::function:
                        return lattice.with_ids(SKind::callable,
                                                {desc_of(c.object, DescKind::function).index});
                    case HostKind::class_:
                        return lattice.with_ids(SKind::callable, {desc_of(c.object, DescKind::class_).index});
                    case HostKind::builtin:
                        return lattice.with_ids(SKind::callable,
                                                {desc_of(c.object, DescKind::builtin).index});
                    default: return fail("a constant of kind " + object.name);
                }
            }
            default: return fail("a low-level constant");
        }
        return lattice.intern(std::move(s));
    }

    SId value_of(Value v) {
        return v.is_variable() ? here().vars[v.variable().index] : constant_value(v.constant());
    }
    SId arg(size_t i) { return value_of(op->args[i]); }

    // ---- Copies
    uint32_t copy_for(ObjectId helper, std::vector<SId> args) {
        std::vector<uint32_t> key = {helper.index};
        for (SId& value : args) {
            SKind kind = lattice.kind(value);
            if (kind == SKind::integer) value = lattice.integer();
            if (kind == SKind::floating) value = lattice.floating();
            key.push_back(value.index);
        }
        auto [it, added] = index.try_emplace(key, static_cast<uint32_t>(copies.size()));
        if (!added) return it->second;
        std::optional<GraphId> graph = world.graph_of(helper);
        CHECK(graph, "helper {} has no graph", world.object(helper).name);
        auto made = std::make_unique<HelperCopy>();
        made->graph_id = *graph;
        made->graph = &program.graph(*graph);
        made->desc = desc_of(helper, DescKind::function);
        made->vars.resize(made->graph->variables.size(), lattice.impossible());
        made->reached.resize(made->graph->blocks.size(), false);
        copies.push_back(std::move(made));
        uint32_t result = it->second;
        CHECK(copies[result]->graph->parameters().size() == args.size(),
              "helper {} takes {} arguments, not {}", copies[result]->graph->name,
              copies[result]->graph->parameters().size(), args.size());
        bind(result, copies[result]->graph->start, args);
        return result;
    }

    void schedule(uint32_t at, BlockId b) {
        std::shared_ptr<GraphShape>& shape = shapes[copies[at]->graph_id];
        if (!shape) shape = std::make_shared<GraphShape>(program, *copies[at]->graph);
        pending.insert({at, shape->position[b.index]});
    }

    void bind(uint32_t at, BlockId target, const std::vector<SId>& values) {
        HelperCopy& c = *copies[at];
        bool grown = !c.reached[target.index];
        const std::vector<VariableId>& inputs = c.graph->blocks[target].inputs;
        for (size_t i = 0; i < inputs.size(); i++) {
            SId before = c.vars[inputs[i].index];
            SId after = join(before, values[i]);
            if (after == before) continue;
            if (lattice.is_conflict(after) && !lattice.is_conflict(values[i]) && !lattice.is_conflict(before))
                diagnostics.error<Diag::internal>(
                    c.graph->location,
                    fmt::format("in helper {}: {} is {} here and {} elsewhere", c.graph->name,
                                c.graph->variables[inputs[i]].name, text(before), text(values[i])));
            c.vars[inputs[i].index] = after;
            grown = true;
        }
        if (!grown) return;
        c.reached[target.index] = true;
        if (target != c.graph->excepts) schedule(at, target);
    }

    std::string text(SId value) {
        const SValue& s = lattice[value];
        return s.lltype.valid() ? program.types.text(s.lltype) : std::string(skind_name(s.kind));
    }

    void run() {
        while (!pending.empty()) {
            auto [at, position] = *pending.begin();
            pending.erase(pending.begin());
            process(at, shapes.at(copies[at]->graph_id)->order[position]);
        }
    }

    void process(uint32_t at, BlockId id) {
        copy = at;
        block = id;
        const Block& b = here().graph->blocks[id];
        if (id == here().graph->returns) {
            SId value = here().vars[b.inputs[0].index];
            if (value == here().result) return;
            here().result = value;
            for (auto [reader, place] : here().readers) schedule(reader, place);
            return;
        }
        for (size_t i = 0; i < b.operations.size(); i++) {
            op = &b.operations[i];
            here().calls.erase(op->result);
            bool waits = false;
            for (Value operand : op->args)
                waits = waits || (operand.is_variable() && !lattice.possible(value_of(operand)));
            SId result = waits ? lattice.impossible() : normal(transfer());
            here().vars[op->result.index] = result;
            if (lattice.possible(result)) continue;
            if (!waits && i + 1 == b.operations.size() && b.exit == ExitKind::raising) follow(b, false);
            op = nullptr;
            return;
        }
        op = nullptr;
        follow(b, true);
    }

    void follow_link(const Link& link) {
        std::vector<SId> values;
        for (Value v : link.args) values.push_back(value_of(v));
        bind(copy, link.target, values);
    }

    void follow(const Block& b, bool normal_way) {
        switch (b.exit) {
            case ExitKind::none: return;
            case ExitKind::jump: follow_link(b.links[0]); return;
            case ExitKind::switch_:
                for (const Link& link : b.links) follow_link(link);
                return;
            case ExitKind::branch: {
                SId condition = value_of(b.condition);
                if (!lattice.possible(condition)) return;
                std::optional<bool> known = lattice.constant_truth(condition);
                for (bool outcome : {true, false})
                    if (!known || *known == outcome) follow_link(b.links[outcome ? 0 : 1]);
                return;
            }
            case ExitKind::raising:
                if (normal_way) follow_link(b.links[0]);
                for (size_t i = 1; i < b.links.size(); i++) {
                    ObjectId class_ = constant(b.links[i].exit_case).object;
                    here().vars[b.links[i].exception.index] =
                        lattice.with_ids(SKind::instance, {classdef(class_)});
                    follow_link(b.links[i]);
                }
                return;
        }
    }

    // ---- Operations
    SId transfer() {
        switch (op->op) {
            case Op::add:
            case Op::sub:
            case Op::mul:
            case Op::floordiv:
            case Op::mod:
            case Op::truediv:
            case Op::lshift:
            case Op::rshift:
            case Op::and_:
            case Op::or_:
            case Op::xor_:
            case Op::inplace_add:
            case Op::inplace_sub:
            case Op::inplace_mul:
            case Op::inplace_floordiv:
            case Op::inplace_mod:
            case Op::inplace_truediv:
            case Op::inplace_lshift:
            case Op::inplace_rshift:
            case Op::inplace_and:
            case Op::inplace_or:
            case Op::inplace_xor: return arithmetic();
            case Op::neg:
            case Op::pos:
            case Op::invert: {
                SId x = arg(0);
                if (auto known = lattice.constant_int(x); known && op->op == Op::neg)
                    return constant_value(program.constants.integer(-*known));
                if (lattice.kind(x) == SKind::floating) return lattice.floating();
                return lattice.is_numeric(x) ? lattice.integer() : fail(fmt::format("- of {}", text(x)));
            }
            case Op::lt:
            case Op::le:
            case Op::eq:
            case Op::ne:
            case Op::gt:
            case Op::ge:
                if (!lattice.is_numeric(arg(0)) || !lattice.is_numeric(arg(1)))
                    return fail(
                        fmt::format("{} of {} and {}", op_info(op->op).name, text(arg(0)), text(arg(1))));
                return lattice.boolean();
            case Op::is_: {
                SKind a = lattice.kind(arg(0)), b = lattice.kind(arg(1));
                if (a == SKind::none && b == SKind::none) return lattice.boolean(true);
                if ((a == SKind::none && b == SKind::callable) || (b == SKind::none && a == SKind::callable))
                    return lattice.boolean(false);
                return lattice.boolean();
            }
            case Op::not_:
            case Op::bool_: {
                std::optional<bool> known;
                SKind kind = lattice.kind(arg(0));
                if (kind == SKind::none || kind == SKind::boolean) known = lattice.constant_truth(arg(0));
                if (!known) return lattice.boolean();
                return lattice.boolean(op->op == Op::not_ ? !*known : *known);
            }
            case Op::getattr: {
                auto target = target_of(arg(0));
                if (!target) return fail(fmt::format("attribute of {}", text(arg(0))));
                return field_of(*target, constant(op->args[1].constant()).text);
            }
            case Op::setattr: return lattice.none();
            case Op::getitem: {
                if (lattice.kind(arg(0)) == SKind::tuple) {
                    auto i = lattice.constant_int(arg(1));
                    const SValue& s = lattice[arg(0)];
                    return i && *i >= 0 && *i < static_cast<int64_t>(s.items.size())
                               ? s.items[static_cast<size_t>(*i)]
                               : fail("index of a tuple");
                }
                auto target = target_of(arg(0));
                return target ? item_of(*target) : fail(fmt::format("item of {}", text(arg(0))));
            }
            case Op::setitem: return lattice.none();
            case Op::newtuple: {
                std::vector<SId> items;
                for (size_t i = 0; i < op->args.size(); i++)
                    items.push_back(lattice.without_constant(arg(i)));
                return lattice.tuple(std::move(items));
            }
            case Op::unpack_check: return lattice.none();
            case Op::unpack_item: {
                const SValue& s = lattice[arg(0)];
                auto i = lattice.constant_int(arg(1));
                return s.kind == SKind::tuple && i ? s.items[static_cast<size_t>(*i)] : fail("unpacking");
            }
            case Op::iter: {
                if (lattice.kind(arg(0)) != SKind::range) return fail("iteration over " + text(arg(0)));
                return lattice.iterator(IteratorKind::sequence, {arg(0)});
            }
            case Op::next: return lattice.integer();
            case Op::check_defined: return lattice.none();
            case Op::exc_instance: {
                SId value = arg(0);
                return lattice.kind(value) == SKind::callable ? call(value, {}) : value;
            }
            case Op::exc_set_cause:
            case Op::exc_leave:
            case Op::exc_raised: return lattice.none();
            case Op::exc_match: return lattice.boolean();
            case Op::exc_enter:
                return lattice.nullable(
                    lattice.with_ids(SKind::instance, {classdef(world.builtin_class("BaseException"))}));
            case Op::exc_handled:
                return lattice.with_ids(SKind::instance, {classdef(world.builtin_class("BaseException"))});
            case Op::simple_call: {
                std::vector<SId> args;
                for (size_t i = 1; i < op->args.size(); i++) args.push_back(arg(i));
                return call(arg(0), std::move(args));
            }
            default: return fail(fmt::format("operation {}", op_info(op->op).name));
        }
    }

    SId arithmetic() {
        uint8_t a = lattice.tags(arg(0)), b = lattice.tags(arg(1));
        if (!a || !b || ((a | b) & kNoneTag))
            return fail(fmt::format("{} of {} and {}", op_info(op->op).name, text(arg(0)), text(arg(1))));
        if (op->op == Op::truediv || op->op == Op::inplace_truediv || ((a | b) & kFloatTag))
            return lattice.floating();
        bool logic = op->op == Op::and_ || op->op == Op::or_ || op->op == Op::xor_;
        if (logic && a == kBoolTag && b == kBoolTag) return lattice.boolean();
        return lattice.integer();
    }

    SId call(SId callee, std::vector<SId> args) {
        const SValue s = lattice[callee];
        if (s.kind == SKind::ptr && program.types[s.lltype].kind == LLKind::Ptr &&
            program.types[program.types[s.lltype].item].kind == LLKind::Func)
            return of_type(program.types[program.types[s.lltype].item].item);
        if (s.kind != SKind::callable || s.ids.size() != 1)
            return fail(fmt::format("call of {}", text(callee)));
        DescId desc(s.ids[0]);
        ObjectId object = tables().descs[desc].object;
        const HostObject host = world.object(object);
        switch (tables().descs[desc].kind) {
            case DescKind::builtin:
                if (host.name.starts_with("ll.")) return low_level(host.name.substr(3), args);
                if (host.name == "builtins.len") return lattice.integer();
                return fail("call of " + host.name);
            case DescKind::class_: {
                if (host.name == "range") return lattice.simple(SKind::range);
                if (host.name == "int" && args.size() == 1) return lattice.integer();
                if (host.name == "bool" && args.size() == 1) return lattice.boolean();
                if (host.name == "float" && args.size() == 1) return lattice.floating();
                uint32_t def = classdef(object);
                here().calls[op->result] = {desc, UINT32_MAX, ClassDefId(def),
                                            static_cast<uint32_t>(args.size())};
                return lattice.with_ids(SKind::instance, {def});
            }
            case DescKind::function: {
                uint32_t caller = copy;
                const HostFunction& function = host.function;
                for (size_t i = args.size(); i < function.parameters.size(); i++)
                    return fail(fmt::format("call of {} without argument {}", host.name,
                                            function.parameters[i].name));
                uint32_t target = copy_for(object, args);
                copies[target]->readers.insert({caller, block});
                here().calls[op->result] = {desc, target, {}, static_cast<uint32_t>(args.size())};
                return copies[target]->result;
            }
            case DescKind::bound_method: return fail("call of a method");
        }
        return lattice.conflict();
    }

    SId low_level(const std::string& name, const std::vector<SId>& args) {
        auto type = [&](size_t i) -> std::optional<LLTypeId> {
            return i < args.size() ? type_of(args[i]) : std::nullopt;
        };
        auto string_at = [&](size_t i) {
            return i < args.size() ? lattice.constant_str(args[i]) : std::nullopt;
        };
        if (name == "null" || name == "cast_pointer") {
            if (!type(0)) return fail("ll." + name + " of no type");
            return program.types.is_pointer(*type(0)) ? of_type(*type(0)) : pointer_to(*type(0));
        }
        if (name == "empty" || name == "static" || name == "malloc" || name == "malloc_varsize") {
            return type(0) ? pointer_to(*type(0)) : fail("ll." + name + " of no type");
        }
        if (name == "target_type") {
            auto target = args.empty() ? std::nullopt : target_of(args[0]);
            return target ? type_value(*target) : fail("ll.target_type of no pointer");
        }
        if (name == "field_type") {
            if (!type(0) || !string_at(1)) return fail("ll.field_type of what?");
            SId field = field_of(*type(0), *string_at(1));
            auto target = target_of(field);
            return target ? type_value(*target) : type_value(lattice[field].lltype);
        }
        if (name == "item_type") {
            if (!type(0)) return fail("ll.item_type of no type");
            SId item = item_of(*type(0));
            return lattice[item].lltype.valid() ? type_value(lattice[item].lltype)
                                                : fail("ll.item_type of numbers");
        }
        if (name == "str_ptr") return struct_pointer("str");
        if (name == "bytes_ptr") return struct_pointer("bytes");
        if (name == "ptr_str") return lattice.str();
        if (name == "ptr_bytes") return lattice.bytes();
        if (name == "leaf" || name == "leaf_call" || name.starts_with("leaf_")) {
            std::string leaf =
                name.starts_with("leaf_") && name != "leaf_call" ? name.substr(5) : string_at(0).value_or("");
            const LeafInfo* info = leaf_by_name(leaf);
            if (!info) return fail("no leaf routine " + leaf);
            switch (info->result) {
                case LeafKind::Signed: return lattice.integer();
                case LeafKind::Unsigned: return of_type(kUnsigned);
                case LeafKind::Float: return lattice.floating();
                case LeafKind::Bool: return lattice.boolean();
                case LeafKind::Char: return of_type(kChar);
                case LeafKind::UniChar: return of_type(kUniChar);
                default: return lattice.none();
            }
        }
        if (name == "getfield" || name == "getsubstruct" || name == "getinterior")
            return interior(args, name);
        if (name == "getarrayitem") {
            auto target = target_of(args[0]);
            return target ? item_of(*target) : fail("ll.getarrayitem of no array");
        }
        std::optional<Op> low = op_by_name(name);
        if (!low || op_info(*low).phases == OpPhases::Host) return fail("no operation ll." + name);
        std::string_view signature = op_info(*low).signature;
        std::string_view result = signature.substr(signature.find("->") + 2);
        while (result.starts_with(' ')) result.remove_prefix(1);
        if (result == "Signed") return lattice.integer();
        if (result == "Float") return lattice.floating();
        if (result == "Bool") return lattice.boolean();
        if (result == "Void") return lattice.none();
        if (result == "Unsigned") return of_type(kUnsigned);
        if (result == "Char") return of_type(kChar);
        if (result == "UniChar") return of_type(kUniChar);
        if (result == "Number") return of_type(kNumber);
        if (result == "T" && !args.empty()) return lattice.without_constant(args[0]);
        return fail("the result of ll." + name + " is not known");
    }

    SId interior(const std::vector<SId>& args, const std::string& name) {
        SId at = args[0];
        for (size_t i = 1; i < args.size(); i++) {
            auto target = target_of(at);
            if (!target) return fail("ll." + name + " of " + text(at));
            auto field = lattice.constant_str(args[i]);
            at = field ? field_of(*target, *field) : item_of(*target);
        }
        if (name == "getsubstruct") return pointer_to(lattice[at].lltype);
        return at;
    }

    // ---- Results: the copy and all that it calls get graphs of their own
    void finish(uint32_t root) {
        std::vector<uint32_t> todo = {root}, found;
        while (!todo.empty()) {
            uint32_t at = todo.back();
            todo.pop_back();
            if (copies[at]->out.valid()) continue;
            HelperCopy& c = *copies[at];
            c.out = program.add_graph(FunctionGraph(*c.graph));
            new_graphs.push_back(c.out);
            found.push_back(at);
            CallFamily& family = family_of(c.desc);
            c.row = static_cast<uint32_t>(family.rows.size());
            CallRow row;
            row.positional = static_cast<uint32_t>(c.graph->parameters().size());
            row.result = annotation_of(c.result);
            CallTarget target;
            target.desc = c.desc;
            target.graph = c.out;
            for (uint32_t i = 0; i < row.positional; i++)
                target.arguments.push_back({ArgumentSource::Kind::operand, i + 1});
            row.targets.push_back(std::move(target));
            family.rows.push_back(std::move(row));
            for (const auto& [result, called] : c.calls)
                if (called.copy != UINT32_MAX) todo.push_back(called.copy);
        }
        for (uint32_t at : found) {
            HelperCopy& c = *copies[at];
            GraphAnnotations facts;
            for (SId value : c.vars) facts.variables.push_back(annotation_of(value));
            for (const auto& [result, called] : c.calls) {
                CallSite site;
                site.role = "call";
                uint32_t row = called.copy != UINT32_MAX ? copies[called.copy]->row : class_row(called);
                site.family = tables().descs[called.desc].family;
                site.row = row;
                facts.calls[result].push_back(site);
            }
            tables().graphs[c.out] = std::move(facts);
        }
    }

    // The row that makes an exception; families of user code may have other callables as well.
    uint32_t class_row(const CallOfCopy& called) {
        CallFamily& family = family_of(called.desc);
        size_t own = std::find(family.descs.begin(), family.descs.end(), called.desc) - family.descs.begin();
        for (uint32_t i = 0; i < family.rows.size(); i++) {
            const CallRow& row = family.rows[i];
            if (row.positional == called.positional && row.keywords.empty() &&
                row.targets[own].instance == called.instance && !row.targets[own].graph.valid() &&
                family.descs.size() == 1)
                return i;
        }
        CallRow row;
        row.positional = called.positional;
        row.result = annotation_of(lattice.with_ids(SKind::instance, {called.instance.index}));
        row.targets.resize(family.descs.size());
        for (size_t i = 0; i < family.descs.size(); i++) row.targets[i].desc = family.descs[i];
        row.targets[own].instance = called.instance;
        family.rows.push_back(std::move(row));
        return static_cast<uint32_t>(family.rows.size() - 1);
    }
};

HelperAnnotator::HelperAnnotator(Program& program, HostWorld& world, Diagnostics& diagnostics)
    : state_(std::make_unique<State>(program, world, diagnostics)) {}

HelperAnnotator::~HelperAnnotator() = default;

HelperAnnotator::Result HelperAnnotator::annotate(ObjectId helper, const std::vector<AnnotationId>& args) {
    std::vector<SId> values;
    for (AnnotationId arg : args) values.push_back(state_->import(arg));
    uint32_t copy = state_->copy_for(helper, std::move(values));
    state_->run();
    state_->finish(copy);
    return {state_->copies[copy]->out, state_->annotation_of(state_->copies[copy]->result)};
}

std::vector<GraphId> HelperAnnotator::take_new_graphs() {
    return std::exchange(state_->new_graphs, {});
}

}  // namespace sapwood
