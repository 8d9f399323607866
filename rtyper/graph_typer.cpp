#include "rtyper/graph_typer.h"

#include <algorithm>

#include "rtyper/classes.h"
#include "rtyper/generators.h"
#include "rtyper/localize.h"
#include "rtyper/repr_factories.h"
#include "rtyper/repr_tuple.h"
#include "rtyper/truncation.h"

namespace sapwood {

GraphTyper::GraphTyper(RTyper& rtyper, GraphId graph)
    : rt_(rtyper),
      id_(graph),
      graph_(rtyper.program.graph(graph)),
      notes_(rtyper.program.annotated.graphs[graph]),
      truncated_(truncated_variables(rtyper, graph_, notes_)),
      values_(graph_.variables.size()),
      reached_(graph_.blocks.size(), false) {}

namespace {

// Statements: their results are never used, and say nothing about where control goes.
bool is_statement(Op op) {
    static constexpr Op kStatements[] = {Op::setattr,   Op::delattr,    Op::setitem,     Op::delitem,
                                         Op::setslice,  Op::delslice,   Op::list_append, Op::exc_set_cause,
                                         Op::exc_leave, Op::exc_raised, Op::cell_set,    Op::check_defined,
                                         Op::frame_save};
    return std::find(std::begin(kStatements), std::end(kStatements), op) != std::end(kStatements);
}

}  // namespace

void GraphTyper::run() {
    const Signature signature = rt_.signature(id_);
    graph_.variables[graph_.blocks[graph_.returns].inputs[0]].type = signature.result->lowleveltype();
    graph_.variables[graph_.blocks[graph_.excepts].inputs[0]].type = rt_.exception_type();
    reach(graph_.start);
    while (!worklist_.empty()) {
        BlockId block = worklist_.back();
        worklist_.pop_back();
        type_block(block);
    }
    localize_variables(graph_);
}

void GraphTyper::reach(BlockId block) {
    if (block == graph_.returns || block == graph_.excepts || reached_[block.index]) return;
    reached_[block.index] = true;
    type_inputs(block);
    worklist_.push_back(block);
}

AnnotationId GraphTyper::annotation(VariableId v) const {
    CHECK(v.index < notes_.variables.size(), "{}: variable {} has no annotation", graph_.name, v.index);
    return notes_.variables[v.index];
}

Repr& GraphTyper::repr_of_input(VariableId v) {
    return rt_.repr(annotation(v));
}

void GraphTyper::type_inputs(BlockId block) {
    for (VariableId v : graph_.blocks[block].inputs) {
        LLTypeId type = repr_of_input(v).lowleveltype();
        graph_.variables[v].type = type;
        values_[v.index] = type == kVoid ? Value(rt_.constants().void_()) : Value(v);
    }
}

Value GraphTyper::current(Value v) const {
    if (v.is_constant()) return v;
    Value value = values_[v.variable().index];
    CHECK(value.valid(), "{}: variable {} is used before it is typed", graph_.name, v.variable().index);
    return value;
}

void GraphTyper::type_block(BlockId id) {
    Block& block = graph_.blocks[id];
    std::vector<Operation> operations = std::move(block.operations);
    ExitKind exit = block.exit;
    Value condition = block.condition;
    std::vector<Link> links = std::move(block.links);
    block.operations.clear();
    block.links.clear();
    block.exit = ExitKind::none;
    block.condition = Value();

    LLOps ops(rt_, graph_, id);
    std::vector<Handler> handlers;
    for (size_t i = 0; i < operations.size(); i++) {
        const Operation& op = operations[i];
        ops.location = op.location;
        if (exit == ExitKind::raising && i + 1 == operations.size()) {
            handlers = type_handlers(links, op.location);
            ops.handlers = &handlers;
        }
        std::optional<Value> value = type_operation(op, ops);
        if (!value) return end_unreachable(ops);
        values_[op.result.index] = *value;
        if (value->is_variable() && graph_.variables[value->variable()].name.empty())
            graph_.variables[value->variable()].name = graph_.variables[op.result].name;
    }
    ops.handlers = nullptr;
    type_exit(exit, condition, links, ops);
}

namespace {

// Functions that typing an operation makes have no place of their own: their errors are told at the
// operation.
void place_errors(Diagnostics& diagnostics, Location location) {
    std::vector<Diagnostic> found = diagnostics.all();
    diagnostics.clear();
    for (Diagnostic& each : found) {
        if (!each.location.known() && each.diag != Diag::internal) each.location = location;
        diagnostics.add(std::move(each));
    }
}

// Built-in functions and methods take the items of a `*tuple` as if they had been written one by one.
void expand_star(HighLevelOp& hop) {
    if (!hop.star || hop.call_site("call")) return;
    SKind callee = hop.s_arg(0).kind;
    if (callee != SKind::callable && callee != SKind::builtin_method) return;
    uint32_t at = hop.positional_count() - 1;
    auto* tuple = dynamic_cast<TupleRepr*>(&hop.r_arg(at));
    if (!tuple) return;
    Value value = hop.input(at);
    std::vector<Value> items;
    for (uint32_t i = 0; i < tuple->size(); i++) items.push_back(tuple->get(hop, value, i));
    std::vector<AnnotationId> annotations = tuple->s().items;
    std::vector<Value> host(items.size(), hop.host_args[at]);
    auto replace = [&](auto& list, const auto& by) {
        list.erase(list.begin() + at);
        list.insert(list.begin() + at, by.begin(), by.end());
    };
    replace(hop.args, items);
    replace(hop.s_args, annotations);
    replace(hop.host_args, host);
    hop.star = false;
}

// Instances as the plain values that the annotator has taken for them; see annotator/values.cpp.
void exchange_operands(HighLevelOp& hop) {
    for (uint32_t i = 0; i < hop.arg_count(); i++) {
        uint32_t operand = i == 0 ? 0 : i + hop.operand_offset();
        const CallSite* found = nullptr;
        for (const char* method : {"__sapwood_value__", "__sapwood_dict__", "__index__"})
            if (!found) found = hop.call_site(fmt::format("operand{}.{}", operand, method));
        if (found == nullptr) continue;
        const CallSite site = *found;
        Repr& r = hop.r_arg(i);
        Value v = hop.input(i);
        auto plain = [&] { return hop.rtyper.call_site(hop, site, {{v, &r}}); };
        TypedValue value;
        if (!r.nullable()) {
            value = plain();
        } else {
            RTyper& rtyper = hop.rtyper;
            Repr& r_plain = rtyper.repr(rtyper.annotated().families[site.family].rows[site.row].result);
            Repr* r_both = rtyper.common_repr(r_plain, rtyper.none_repr());
            CHECK(r_both, "a value of `{}` that cannot be None", r_plain.type_name());
            value.repr = r_both;
            value.value = hop.if_else(
                r.ll_is_none(hop, v), r_both->lowleveltype(),
                [&] { return hop.convert(hop.void_(), rtyper.none_repr(), *r_both); },
                [&] {
                    TypedValue found = plain();
                    return hop.convert(found.value, *found.repr, *r_both);
                });
        }
        hop.args[i] = value.value;
        hop.s_args[i] = value.repr->annotation;
    }
}

}  // namespace

std::optional<Value> GraphTyper::type_operation(const Operation& op, LLOps& ops) {
    HighLevelOp hop(rt_, graph_, ops.block);
    hop.location = op.location;
    hop.handlers = ops.handlers;
    hop.op_ = op.op;
    hop.host_result = op.result;
    hop.host_graph = id_;
    hop.s_result_id = annotation(op.result);
    hop.truncated = truncated_[op.result.index];
    for (Value arg : op.args) {
        if (arg.is_constant() && rt_.constants()[arg.constant()].kind == ConstantKind::shape) {
            const Constant& shape = rt_.constants()[arg.constant()];
            hop.keywords = shape.keywords;
            hop.star = shape.star;
            hop.has_shape = true;
            continue;
        }
        hop.args.push_back(current(arg));
        hop.host_args.push_back(arg);
        hop.s_args.push_back(arg.is_constant() ? rt_.annotation_of_constant(arg.constant())
                                               : annotation(arg.variable()));
    }
    exchange_operands(hop);
    expand_star(hop);
    size_t errors = rt_.diagnostics.error_count();
    Value result = rtype_operation(hop);
    if (rt_.diagnostics.error_count() > errors)
        place_errors(rt_.diagnostics, op.location.known() ? op.location : graph_.location);
    ops.block = hop.block;
    if (is_statement(op.op)) return rt_.constants().void_();
    bool undefined = op.op == Op::frame_load && generator_keeps(hop);  // what a generator keeps may be that
    if (hop.s_result().kind == SKind::impossible && !undefined) return std::nullopt;
    LLTypeId expected = hop.r_result().lowleveltype();
    if (expected == kVoid) return rt_.constants().void_();
    if (rt_.diagnostics.has_errors() && (!result.valid() || ops.type_of(result) != expected))
        return hop.r_result().zero();  // refused: nothing will run this
    CHECK(result.valid() && ops.type_of(result) == expected, "{}: {} gives {} instead of {}", graph_.name,
          op_info(op.op).name, result.valid() ? rt_.types().text(ops.type_of(result)) : "nothing",
          rt_.types().text(expected));
    return result;
}

std::vector<Handler> GraphTyper::type_handlers(const std::vector<Link>& links, Location location) {
    std::vector<Handler> handlers;
    for (size_t i = 1; i < links.size(); i++) {
        const Link& link = links[i];
        Handler handler;
        handler.class_ = rt_.constants()[link.exit_case].object;
        handler.uses_exception =
            std::find(link.args.begin(), link.args.end(), Value(link.exception)) != link.args.end();
        std::vector<ClassInfo*> classes = rt_.classes().infos_of(handler.class_);
        if (classes.empty()) continue;
        handler.link.exit_case = rt_.classes().vtable_constant(*classes[0]);
        handler.link.location = link.location;

        LLOps adapter(rt_, graph_, graph_.new_block("caught"));
        adapter.location = link.location.known() ? link.location : location;
        VariableId input = graph_.new_variable("exc", rt_.exception_type());
        graph_.blocks[adapter.block].inputs = {input};
        handler.link.target = adapter.block;
        Repr& r_exception = rt_.repr(annotation(link.exception));
        values_[link.exception.index] = r_exception.lowleveltype() == kVoid
                                            ? Value(rt_.constants().void_())
                                            : adapter.cast(input, r_exception.lowleveltype());
        jump_along(link, adapter);
        handlers.push_back(std::move(handler));
    }
    return handlers;
}

void GraphTyper::jump_along(const Link& link, LLOps& ops) {
    std::vector<Value> args = link_args(link, ops);
    ops.end_jump(link.target, std::move(args));
    // A link that raises and has no place raises again what has its place already.
    if (link.location.known() || link.target == graph_.excepts)
        graph_.blocks[ops.block].links[0].location = link.location;
}

std::vector<Value> GraphTyper::link_args(const Link& link, LLOps& ops) {
    ops.handlers = nullptr;
    std::vector<Value> args;
    const std::vector<VariableId> inputs = graph_.blocks[link.target].inputs;
    CHECK(inputs.size() == link.args.size(), "link into {} is short", graph_.blocks[link.target].name);
    for (size_t i = 0; i < link.args.size(); i++) {
        Value arg = link.args[i];
        AnnotationId s =
            arg.is_constant() ? rt_.annotation_of_constant(arg.constant()) : annotation(arg.variable());
        Repr& from = rt_.repr(s);
        if (link.target == graph_.excepts) {
            Value v = arg.is_constant() ? constant_value(arg.constant(), from, link.location) : current(arg);
            args.push_back(ops.type_of(v) == kVoid ? ops.null(rt_.exception_type())
                                                   : ops.cast(v, rt_.exception_type()));
            continue;
        }
        Repr& to = link.target == graph_.returns ? *rt_.signature(id_).result : repr_of_input(inputs[i]);
        args.push_back(arg.is_constant() ? constant_value(arg.constant(), to, link.location)
                                         : ops.convert(current(arg), from, to));
    }
    reach(link.target);
    return args;
}

Value GraphTyper::constant_value(ConstantId constant, Repr& r, Location location) {
    auto converted = rt_.convert_constant(constant, r, location);
    return converted ? Value(*converted) : Value(r.zero());
}

// Whether passing the link's arguments takes operations.
bool GraphTyper::needs_code(const Link& link) {
    const std::vector<VariableId>& inputs = graph_.blocks[link.target].inputs;
    for (size_t i = 0; i < link.args.size(); i++) {
        if (link.args[i].is_constant()) continue;
        if (link.target == graph_.excepts) return true;
        Repr& to = link.target == graph_.returns ? *rt_.signature(id_).result : repr_of_input(inputs[i]);
        if (&to != &rt_.repr(annotation(link.args[i].variable()))) return true;
    }
    return false;
}

void GraphTyper::type_exit(ExitKind exit, Value condition, const std::vector<Link>& links, LLOps& ops) {
    switch (exit) {
        case ExitKind::none: CHECK(false, "{}: a block without an exit", graph_.name);
        case ExitKind::jump:
        case ExitKind::raising:  // of which the exceptional links are done
            return jump_along(links[0], ops);
        case ExitKind::branch: {
            Value v = current(condition);
            std::optional<bool> known;
            AnnotationId s = condition.is_constant() ? rt_.annotation_of_constant(condition.constant())
                                                     : annotation(condition.variable());
            if (rt_.annotated()[s].constant)
                known = rt_.constants()[rt_.annotated()[s].constant].integer != 0;
            if (v.is_constant()) known = rt_.constants()[v.constant()].integer != 0;
            if (known) return jump_along(links[*known ? 0 : 1], ops);
            std::vector<Link> typed;
            for (const Link& link : links) {
                if (!needs_code(link)) {
                    typed.push_back({link.target, link_args(link, ops), {}, {}, link.location});
                    continue;
                }
                LLOps adapter(rt_, graph_, graph_.new_block(graph_.blocks[link.target].name));
                adapter.location = link.location.known() ? link.location : ops.location;
                typed.push_back({adapter.block, {}, {}, {}, link.location});
                jump_along(link, adapter);
            }
            ops.end_branch(v, typed[0].target, typed[1].target);
            graph_.blocks[ops.block].links = std::move(typed);
            return;
        }
        case ExitKind::switch_: CHECK(false, "{}: a switch before typing", graph_.name);
    }
}

void GraphTyper::end_unreachable(LLOps& ops) {
    LLTypeId type = graph_.variables[graph_.blocks[graph_.returns].inputs[0]].type;
    ops.handlers = nullptr;
    ops.end_jump(graph_.returns, {rt_.zero(type)});
}

}  // namespace sapwood
