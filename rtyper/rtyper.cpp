#include "rtyper/rtyper.h"

#include "flowgraph/exception_roots.h"
#include "rtyper/callables.h"
#include "rtyper/classes.h"
#include "rtyper/equality.h"
#include "rtyper/exceptions.h"
#include "rtyper/graph_typer.h"
#include "rtyper/localize.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_tuple.h"
#include "rtyper/rtype.h"

namespace sapwood {

bool rtype(Program& program, HostWorld& world, Diagnostics& diagnostics) {
    return RTyper(program, world, diagnostics).run();
}

RTyper::RTyper(Program& program, HostWorld& world, Diagnostics& diagnostics)
    : program(program),
      world(world),
      diagnostics(diagnostics),
      helpers_(std::make_unique<HelperAnnotator>(program, world, diagnostics)),
      classes_(std::make_unique<ClassLayouts>(*this)),
      callables_(std::make_unique<Callables>(*this)) {}

RTyper::~RTyper() = default;

bool RTyper::run() {
    CHECK(program.phase == Phase::Annotated, "typing a program in phase {}", phase_name(program.phase));
    for (const auto& [graph, notes] : program.annotated.graphs) queue(graph);
    type_queued_graphs();
    make_exception_roots(*this);
    for (;;) {
        type_queued_graphs();
        if (diagnostics.has_errors()) return false;
        if (at_end_.empty()) {
            if (!classes_->finish()) break;
            continue;
        }
        auto action = std::move(at_end_.front());
        at_end_.pop_front();
        action();
    }
    for (GraphId graph : program.graphs()) {
        if (!typed_.contains(graph)) program.remove_graph(graph);
    }
    close_targets();
    // The host tables stay: they hold what was asked, which a saved earlier stage needs.
    program.annotated = AnnotatedTables();
    for (GraphId graph : program.graphs()) program.graph(graph).function = {};
    program.phase = Phase::TypedLL;
    return !diagnostics.has_errors();
}

void RTyper::queue(GraphId graph) {
    if (queued_.insert(graph).second) queue_.push_back(graph);
}

void RTyper::type_queued_graphs() {
    while (!queue_.empty()) {
        GraphId graph = queue_.front();
        queue_.pop_front();
        typed_.insert(graph);
        GraphTyper(*this, graph).run();
    }
}

// ---- reprs

Repr& RTyper::repr(AnnotationId annotation) {
    auto found = reprs_.find(annotation);
    if (found != reprs_.end()) return *found->second;
    // Annotations that differ only in what has no representation share one.
    Annotation plain = annotated()[annotation];
    if (plain.kind != SKind::callable && plain.kind != SKind::module && plain.kind != SKind::object &&
        plain.kind != SKind::ll_type && plain.kind != SKind::ptr && plain.constant) {
        plain.constant = {};
    }
    plain.declines = false;
    if (plain.kind == SKind::integer) plain.nonnegative = false;
    if (plain.kind == SKind::str && plain.nullable) plain.is_char = false;
    AnnotationId key = program.annotated.intern(plain);
    if (key != annotation) {
        Repr& shared = repr(key);
        reprs_[annotation] = &shared;
        return shared;
    }
    owned_reprs_.push_back(make_repr(annotation));
    Repr* made = owned_reprs_.back().get();
    reprs_[annotation] = made;
    made->setup();
    return *made;
}

std::unique_ptr<Repr> RTyper::make_repr(AnnotationId annotation) {
    switch (annotated()[annotation].kind) {
        case SKind::impossible:
        case SKind::none: return make_none_repr(*this, annotation);
        case SKind::boolean: return make_bool_repr(*this, annotation);
        case SKind::integer: return make_int_repr(*this, annotation);
        case SKind::floating: return make_float_repr(*this, annotation);
        case SKind::number: return make_number_repr(*this, annotation);
        case SKind::str: return make_str_repr(*this, annotation);
        case SKind::bytes: return make_bytes_repr(*this, annotation);
        case SKind::tuple: return make_tuple_repr(*this, annotation);
        case SKind::tuple_of: return make_tuple_of_repr(*this, annotation);
        case SKind::list: return make_list_repr(*this, annotation);
        case SKind::dict: return make_dict_repr(*this, annotation);
        case SKind::set: return make_set_repr(*this, annotation);
        case SKind::instance: return make_instance_repr(*this, annotation);
        case SKind::callable: return make_callable_repr(*this, annotation);
        case SKind::builtin_method: return make_builtin_method_repr(*this, annotation);
        case SKind::range: return make_range_repr(*this, annotation);
        case SKind::view: return make_view_repr(*this, annotation);
        case SKind::iterator: return make_iterator_repr(*this, annotation);
        case SKind::slice: return make_slice_repr(*this, annotation);
        case SKind::file: return make_file_repr(*this, annotation);
        case SKind::environ: return make_environ_repr(*this, annotation);
        case SKind::cell: return make_cell_repr(*this, annotation);
        case SKind::boxed: return make_boxed_repr(*this, annotation);
        case SKind::ptr:
        case SKind::ll_primitive:
        case SKind::ll_type: return make_lowlevel_repr(*this, annotation);
        case SKind::module:
        case SKind::object:
        case SKind::super_:
        case SKind::property_value:
        case SKind::conflict: return make_constant_repr(*this, annotation);
    }
    CHECK(false, "an annotation of no kind");
}

Repr& RTyper::none_repr() {
    return repr(Annotation{.kind = SKind::none});
}
Repr& RTyper::bool_repr() {
    return repr(Annotation{.kind = SKind::boolean});
}
Repr& RTyper::int_repr() {
    return repr(Annotation{.kind = SKind::integer});
}
Repr& RTyper::float_repr() {
    return repr(Annotation{.kind = SKind::floating});
}

Repr& RTyper::tuple_repr(const std::vector<Repr*>& items) {
    Annotation tuple{.kind = SKind::tuple};
    for (Repr* item : items) tuple.items.push_back(item->annotation);
    return repr(std::move(tuple));
}

AnnotationId RTyper::lowlevel_annotation(LLTypeId type) {
    Annotation s;
    const LLType& lltype = types()[type];
    switch (lltype.kind) {
        case LLKind::Void: s.kind = SKind::none; break;
        case LLKind::Signed:
        case LLKind::Int8:
        case LLKind::Int32: s.kind = SKind::integer; break;
        case LLKind::Float: s.kind = SKind::floating; break;
        case LLKind::Bool: s.kind = SKind::boolean; break;
        case LLKind::Unsigned:
        case LLKind::Char:
        case LLKind::UniChar:
        case LLKind::Number:
            s.kind = SKind::ll_primitive;
            s.lltype = type;
            break;
        case LLKind::GcRef:
        case LLKind::Address:
        case LLKind::Ptr:
            s.kind = SKind::ptr;
            s.lltype = type;
            break;
        case LLKind::Struct:
        case LLKind::Array:
        case LLKind::Func: CHECK(false, "{} is no type of values", types().text(type));
    }
    return program.annotated.intern(std::move(s));
}

// ---- functions

const Signature& RTyper::signature(GraphId graph) {
    auto found = signatures_.find(graph);
    if (found != signatures_.end()) return found->second;
    auto notes = program.annotated.graphs.find(graph);
    CHECK(notes != program.annotated.graphs.end(), "{} is not annotated", program.graph(graph).name);
    const FunctionGraph& body = program.graph(graph);
    Signature signature;
    const std::vector<AnnotationId> variables = notes->second.variables;
    for (VariableId v : body.parameters()) signature.args.push_back(&repr(variables[v.index]));
    signature.result = &repr(variables[body.blocks[body.returns].inputs[0].index]);
    return signatures_[graph] = std::move(signature);
}

LLTypeId RTyper::function_type(GraphId graph) {
    const FunctionGraph& body = program.graph(graph);
    std::vector<LLTypeId> args;
    LLTypeId result;
    if (program.annotated.graphs.contains(graph)) {
        const Signature& of = signature(graph);
        for (Repr* r : of.args) args.push_back(r->lowleveltype());
        result = of.result->lowleveltype();
    } else {
        for (VariableId v : body.parameters()) args.push_back(body.variables[v].type);
        result = body.variables[body.blocks[body.returns].inputs[0]].type;
    }
    return types().pointer_to(types().function(std::move(args), result));
}

ConstantId RTyper::function_constant(GraphId graph) {
    return constants().function(graph, function_type(graph));
}

GraphId RTyper::helper_graph(std::string_view helper, const std::vector<Value>& args, const LLOps& where) {
    std::vector<AnnotationId> annotations;
    for (Value arg : args) {
        LLTypeId type = where.type_of(arg);
        if (arg.is_constant()) {
            const Constant constant = constants()[arg.constant()];
            Annotation s;
            if (constant.kind == ConstantKind::type) {
                s.kind = SKind::ll_type;
                s.constant = arg.constant();
            } else if (constant.kind == ConstantKind::function) {
                s.kind = SKind::ptr;
                s.lltype = constant.type;
                s.constant = arg.constant();
            } else if (constant.kind == ConstantKind::field) {
                s.kind = SKind::str;
                s.constant = constants().str(constant.text);
            }
            if (s.kind != SKind::impossible) {
                annotations.push_back(program.annotated.intern(std::move(s)));
                continue;
            }
        }
        annotations.push_back(lowlevel_annotation(type));
    }
    HelperAnnotator::Result result = helpers_->annotate(world.helper(helper), annotations);
    for (GraphId graph : helpers_->take_new_graphs()) queue(graph);
    return result.graph;
}

GraphId RTyper::typed_helper(std::string_view helper, const std::vector<AnnotationId>& args) {
    HelperAnnotator::Result result = helpers_->annotate(world.helper(helper), args);
    for (GraphId graph : helpers_->take_new_graphs()) queue(graph);
    return result.graph;
}

RTyper::GraphInProgress RTyper::begin_graph(std::string name, const std::vector<LLTypeId>& parameters,
                                            LLTypeId result) {
    FunctionGraph graph(std::move(name));
    graph.low_level = true;
    std::vector<Value> values;
    for (LLTypeId type : parameters) {
        VariableId v = graph.new_variable("", type);
        graph.blocks[graph.start].inputs.push_back(v);
        values.push_back(type == kVoid ? Value(constants().void_()) : Value(v));
    }
    graph.variables[graph.blocks[graph.returns].inputs[0]].type = result;
    graph.variables[graph.blocks[graph.excepts].inputs[0]].type = exception_type();
    BlockId start = graph.start;
    GraphId id = program.add_graph(std::move(graph));
    typed_.insert(id);
    return {id, std::move(values), LLOps(*this, program.graph(id), start)};
}

void RTyper::finish_graph(GraphInProgress& made, Value result) {
    made.ops.end_jump(made.ops.graph.returns, {result});
    localize_variables(made.ops.graph);
}

ConstantId RTyper::generic_function(std::map<Repr*, ConstantId>& cache, Repr& r, std::string_view what,
                                    int arity, LLTypeId result, Value (Repr::*unary)(LLOps&, Value),
                                    Value (Repr::*binary)(LLOps&, Value, Value)) {
    auto found = cache.find(&r);
    if (found != cache.end()) return found->second;
    GraphInProgress made = begin_graph(fmt::format("{}_{}", what, name_hint(r)),
                                       std::vector<LLTypeId>(arity, r.storage_type()), result);
    cache[&r] = function_constant(made.graph);  // a value may contain itself
    Value a = made.ops.from_storage(made.parameters[0], r);
    Value v = arity == 1 ? (r.*unary)(made.ops, a)
                         : (r.*binary)(made.ops, a, made.ops.from_storage(made.parameters[1], r));
    finish_graph(made, v);
    return cache[&r];
}

ConstantId RTyper::pair_function(PairFunctions& cache, std::string_view what, Repr& left, Repr& right,
                                 Value (*compare)(LLOps&, Repr&, Value, Repr&, Value)) {
    auto found = cache.find({&left, &right});
    if (found != cache.end()) return found->second;
    GraphInProgress made = begin_graph(fmt::format("{}_{}_{}", what, name_hint(left), name_hint(right)),
                                       {left.storage_type(), right.storage_type()}, kBool);
    ConstantId function = cache[{&left, &right}] =
        function_constant(made.graph);  // a value may contain itself
    Value a = made.ops.from_storage(made.parameters[0], left);
    Value b = made.ops.from_storage(made.parameters[1], right);
    finish_graph(made, compare(made.ops, left, a, right, b));
    return function;
}

std::string RTyper::name_hint(Repr& r) {
    std::string name = r.type_name();
    for (char& c : name) {
        if (!isalnum(static_cast<unsigned char>(c))) c = '_';
    }
    return name;
}

ConstantId RTyper::eq_function(Repr& r) {
    return generic_function(eq_functions_, r, "eq", 2, kBool, nullptr, &Repr::ll_eq);
}
ConstantId RTyper::equal_function(Repr& left, Repr& right) {
    return &left == &right ? eq_function(left)
                           : pair_function(equal_functions_, "eq", left, right, &ll_equal);
}
ConstantId RTyper::less_function(Repr& left, Repr& right) {
    return &left == &right ? lt_function(left) : pair_function(less_functions_, "lt", left, right, &ll_less);
}
ConstantId RTyper::lt_function(Repr& r) {
    return generic_function(lt_functions_, r, "lt", 2, kBool, nullptr, &Repr::ll_lt);
}
ConstantId RTyper::hash_function(Repr& r) {
    return generic_function(hash_functions_, r, "hash", 1, kSigned, &Repr::ll_hash, nullptr);
}
ConstantId RTyper::str_function(Repr& r) {
    return generic_function(str_functions_, r, "str", 1, types().pointer_to(str_struct(*this)), &Repr::ll_str,
                            nullptr);
}
ConstantId RTyper::repr_function(Repr& r) {
    return generic_function(repr_functions_, r, "repr", 1, types().pointer_to(str_struct(*this)),
                            &Repr::ll_repr, nullptr);
}

GraphId RTyper::raise_graph(std::string_view class_, std::string_view message) {
    auto key = std::pair(std::string(class_), std::string(message));
    auto found = raise_graphs_.find(key);
    if (found != raise_graphs_.end()) return found->second;
    GraphInProgress made = begin_graph(fmt::format("raise_{}", class_), {}, kVoid);
    raise_graphs_[key] = made.graph;
    made.ops.graph.no_inline = true;
    std::vector<TypedValue> args;
    if (!message.empty()) args.push_back({made.ops.str(message), &str_repr(*this)});
    raise_exception(made.ops, classes_->builtin(class_), args);
    localize_variables(made.ops.graph);
    return made.graph;
}

const Handler* RTyper::static_handler(const LLOps& ops, std::string_view class_) {
    if (!ops.handlers) return nullptr;
    ObjectId raised = world.builtin_class(class_);
    for (const Handler& handler : *ops.handlers) {
        if (world.is_subclass(raised, handler.class_)) return handler.uses_exception ? nullptr : &handler;
    }
    return nullptr;
}

LLTypeId RTyper::exception_type() {
    return classes_->pointer(classes_->base_exception());
}

// ---- static data

ConstantId RTyper::zero(LLTypeId type) {
    switch (types()[type].kind) {
        case LLKind::Void: return constants().void_();
        case LLKind::Signed:
        case LLKind::Unsigned:
        case LLKind::Char:
        case LLKind::UniChar:
        case LLKind::Int8:
        case LLKind::Int32: return constants().ll_int(0, type);
        case LLKind::Float: return constants().ll_float(0);
        case LLKind::Bool: return constants().ll_bool(false);
        case LLKind::Number: return number_none();
        case LLKind::GcRef:
        case LLKind::Address:
        case LLKind::Ptr: return constants().null(type);
        case LLKind::Struct: {
            std::vector<ConstantId> values;
            for (const LLField& field : std::vector<LLField>(types()[type].fields))
                values.push_back(zero(field.type));
            ConstantId made = reserve_prebuilt(types()[type].name, type, true);
            fill_prebuilt(made, std::move(values));
            return made;
        }
        case LLKind::Array: {
            ConstantId made = reserve_prebuilt("items", type, true);
            return made;
        }
        case LLKind::Func: break;
    }
    CHECK(false, "no zero of {}", types().text(type));
}

ConstantId RTyper::number_none() {
    Constant constant;
    constant.kind = ConstantKind::number_none;
    constant.type = kNumber;
    return constants().intern(std::move(constant));
}

ConstantId RTyper::add_prebuilt(std::string name, LLTypeId type, std::vector<ConstantId> values) {
    ConstantId made = reserve_prebuilt(std::move(name), type);
    fill_prebuilt(made, std::move(values));
    return made;
}

ConstantId RTyper::reserve_prebuilt(std::string name, LLTypeId type, bool inlined) {
    PrebuiltId id = program.prebuilt.add({std::move(name), type, inlined, {}});
    return constants().pointer(id, types().pointer_to(type));
}

void RTyper::fill_prebuilt(ConstantId pointer, std::vector<ConstantId> values) {
    program.prebuilt[constants()[pointer].prebuilt].values = std::move(values);
}

ConstantId RTyper::static_struct(LLTypeId type, const std::string& name) {
    ConstantId& known = static_structs_[{type, name}];
    if (known.valid()) return known;
    std::vector<ConstantId> values;
    for (size_t i = 0; i < types()[type].fields.size(); i++)
        values.push_back(zero(types()[type].fields[i].type));
    return known = add_prebuilt(name, type, std::move(values));
}

// ---- targets known late

ConstantId RTyper::open_targets(const std::string& key) {
    Constant constant;
    constant.kind = ConstantKind::graphs;
    constant.type = kVoid;
    constant.text = key;
    open_targets_[key];
    return constants().intern(std::move(constant));
}

void RTyper::add_open_target(const std::string& key, ConstantId function) {
    open_targets_[key].insert(constants()[function].graph);
}

void RTyper::close_targets() {
    std::map<ConstantId, ConstantId> closed;
    for (const auto& [key, graphs] : open_targets_)
        closed[open_targets(key)] = constants().graphs(std::vector<GraphId>(graphs.begin(), graphs.end()));
    for (GraphId id : program.graphs()) {
        for (Block& block : program.graph(id).blocks) {
            for (Operation& op : block.operations) {
                if (op.op != Op::indirect_call) continue;
                auto found = closed.find(op.args[1].constant());
                if (found != closed.end()) op.args[1] = found->second;
            }
        }
    }
}

void RTyper::unsupported(const LLOps& where, const std::string& what) {
    diagnostics.error<Diag::unsupported>(where.location, what);
}

}  // namespace sapwood
