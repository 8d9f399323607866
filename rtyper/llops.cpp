// LLOps and HighLevelOp: generating low-level code.
#include "flowgraph/leaf.h"
#include "rtyper/containers.h"
#include "rtyper/repr_factories.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

// The block ends here because its last operation may raise into the handlers; the code goes on in a new
// block.
void split_for_handlers(LLOps& ops) {
    BlockId next = ops.new_block("");
    std::vector<Link> links;
    links.push_back({next, {}, {}, {}, ops.location});
    for (const Handler& handler : *ops.handlers) {
        Link link = handler.link;
        link.exception = ops.graph.new_variable("", ops.rtyper.exception_type());
        link.args = {link.exception};
        links.push_back(std::move(link));
    }
    Block& block = ops.graph.blocks[ops.block];
    block.exit = ExitKind::raising;
    block.links = std::move(links);
    ops.go_on_in(next);
}

bool is_low_level(const ConstantTable& constants, ConstantId id) {
    return constants[id].type.valid();
}

}  // namespace

Value LLOps::op(Op op, std::vector<Value> args, LLTypeId result_type, std::string_view name) {
    VariableId result = graph.new_variable(std::string(name), result_type);
    graph.blocks[block].operations.push_back({op, std::move(args), result, location});
    if (handlers != nullptr && may_raise(op)) split_for_handlers(*this);
    return result_type == kVoid ? void_() : Value(result);
}

Value LLOps::call_helper(std::string_view helper, std::vector<Value> args) {
    GraphId callee = rtyper.helper_graph(helper, args, *this);
    for (Value& arg : args) {
        if (type_of(arg) == kVoid)
            arg = void_();
        else if (arg.is_constant() && rtyper.constants()[arg.constant()].kind == ConstantKind::function)
            arg = void_();
    }
    return call_graph(callee, std::move(args));
}

Value LLOps::call_graph(GraphId callee, std::vector<Value> args) {
    return call_function(rtyper.function_constant(callee), std::move(args));
}

Value LLOps::call_function(ConstantId function, std::vector<Value> args) {
    TypeTable& types = rtyper.types();
    const LLType& type = types[types.target(rtyper.constants()[function].type)];
    CHECK(type.args.size() == args.size(), "{} arguments for {}", args.size(),
          rtyper.program.graph(rtyper.constants()[function].graph).name);
    for (size_t i = 0; i < args.size(); i++) {
        CHECK(type_of(args[i]) == type.args[i], "argument {} of {} is {}, not {}", i,
              rtyper.program.graph(rtyper.constants()[function].graph).name, types.text(type_of(args[i])),
              types.text(type.args[i]));
    }
    LLTypeId result = type.item;
    args.insert(args.begin(), function);
    return op(Op::direct_call, std::move(args), result);
}

Value LLOps::call_leaf(std::string_view leaf, std::vector<Value> args, LLTypeId result_type) {
    args.insert(args.begin(), rtyper.constants().leaf(std::string(leaf)));
    return op(Op::leaf_call, std::move(args), result_type);
}

void LLOps::raise_if(Value condition, std::string_view class_, std::string_view message) {
    if (condition == bool_(false)) return;
    BlockId cold = new_block("raise"), next = new_block("");
    end_branch(condition, cold, next);
    go_on_in(cold);
    if (const Handler* handler = rtyper.static_handler(*this, class_)) {
        end_jump(handler->link.target, {null(rtyper.exception_type())});  // nobody looks: no need to make one
    } else {
        call_graph(rtyper.raise_graph(class_, message), {});
        end_jump(next, {});
    }
    go_on_in(next);
}

void LLOps::call_if(Value condition, std::string_view helper, std::vector<Value> args) {
    if (condition == bool_(false)) return;
    BlockId cold = new_block("raise"), next = new_block("");
    end_branch(condition, cold, next);
    go_on_in(cold);
    call_helper(helper, std::move(args));
    end_jump(next, {});
    go_on_in(next);
}

Value LLOps::select(Value condition, Value a, Value b, LLTypeId type) {
    if (a == b) return a;
    return if_else(
        condition, type, [&] { return a; }, [&] { return b; });
}

Value LLOps::convert(Value v, Repr& from, Repr& to) {
    if (&from == &to) return v;
    if (from.kind() == SKind::impossible) return to.zero();
    if (to.kind() == SKind::impossible) return void_();
    if (auto converted = from.convert_to(*this, v, to)) return *converted;
    if (auto converted = to.convert_from(*this, v, from)) return *converted;
    if (to.lowleveltype() == kVoid) return void_();
    if (same_layout(from, to)) return v;
    // Narrowed: only None comes this way.
    if (from.nullable() && from.is_gc_pointer()) {
        Repr& none = rtyper.none_repr();
        if (auto converted = none.convert_to(*this, void_(), to)) return *converted;
        if (auto converted = to.convert_from(*this, void_(), none)) return *converted;
    }
    return unsupported(fmt::format("use of `{}` as `{}`", from.type_name(), to.type_name()),
                       to.lowleveltype());
}

Value LLOps::to_storage(Value v, Repr& r) {
    if (r.is_gc_pointer()) return cast(v, kGcRef);
    return r.lowleveltype() == kVoid ? bool_(false) : v;
}

Value LLOps::from_storage(Value v, Repr& r) {
    if (r.is_gc_pointer()) return cast(v, r.lowleveltype());
    return r.lowleveltype() == kVoid ? void_() : v;
}

Value LLOps::cast(Value pointer, LLTypeId type) {
    if (type_of(pointer) == type) return pointer;
    if (pointer.is_constant()) {
        const Constant constant = rtyper.constants()[pointer.constant()];
        if (constant.kind == ConstantKind::null) return rtyper.constants().null(type);
        if (constant.kind == ConstantKind::pointer)
            return rtyper.constants().pointer(constant.prebuilt, type);
    }
    return op(Op::cast_pointer, {pointer}, type);
}

Value LLOps::getfield(Value p, std::string_view field_name) {
    TypeTable& types = rtyper.types();
    LLTypeId structure = types.target(type_of(p));
    auto index = types.field_index(structure, field_name);
    CHECK(index, "no field {} in {}", field_name, types.text(structure));
    return op(Op::getfield, {p, field(field_name)}, types[structure].fields[*index].type, field_name);
}

void LLOps::setfield(Value p, std::string_view field_name, Value v) {
    if (type_of(v) == kVoid) return;
    op(Op::setfield, {p, field(field_name), v}, kVoid);
}

Value LLOps::malloc(LLTypeId gc_struct) {
    return op(Op::malloc, {type(gc_struct)}, rtyper.types().pointer_to(gc_struct));
}

Value LLOps::malloc_varsize(LLTypeId gc_type, Value length) {
    return op(Op::malloc_varsize, {type(gc_type), length}, rtyper.types().pointer_to(gc_type));
}

Value LLOps::not_(Value v) {
    if (v == bool_(true)) return bool_(false);
    if (v == bool_(false)) return bool_(true);
    return op(Op::bool_not, {v}, kBool);
}

LLTypeId LLOps::type_of(Value v) const {
    if (v.is_variable()) return graph.variables[v.variable()].type;
    const Constant& constant = rtyper.constants()[v.constant()];
    return constant.type.valid() ? constant.type : kVoid;
}

Value LLOps::int_(int64_t v) const {
    return rtyper.constants().ll_int(v);
}
Value LLOps::bool_(bool v) const {
    return rtyper.constants().ll_bool(v);
}
Value LLOps::float_(double v) const {
    return rtyper.constants().ll_float(v);
}
Value LLOps::void_() const {
    return rtyper.constants().void_();
}
Value LLOps::null(LLTypeId pointer_type) const {
    return rtyper.constants().null(pointer_type);
}
Value LLOps::type(LLTypeId v) const {
    return rtyper.constants().type(v);
}
Value LLOps::field(std::string_view name) const {
    return rtyper.constants().field(std::string(name));
}
Value LLOps::str(std::string_view text) const {
    return prebuilt_str(rtyper, text);
}

Value LLOps::unsupported(const std::string& what, LLTypeId type) {
    rtyper.unsupported(*this, what);
    return rtyper.zero(type);
}

void LLOps::end_jump(BlockId target, std::vector<Value> args) {
    Block& b = graph.blocks[block];
    CHECK(b.exit == ExitKind::none, "block {} has an exit already", b.name);
    b.exit = ExitKind::jump;
    b.links = {{target, std::move(args), {}, {}, location}};
}

void LLOps::end_branch(Value condition, BlockId if_true, BlockId if_false) {
    Block& b = graph.blocks[block];
    CHECK(b.exit == ExitKind::none, "block {} has an exit already", b.name);
    b.exit = ExitKind::branch;
    b.condition = condition;
    b.links = {{if_true, {}, {}, {}, location}, {if_false, {}, {}, {}, location}};
}

BlockId LLOps::new_block(std::string_view name) {
    return graph.new_block(std::string(name));
}

// ---- HighLevelOp

std::optional<uint32_t> HighLevelOp::keyword(std::string_view name) const {
    for (uint32_t i = 0; i < keywords.size(); i++) {
        if (keywords[i] == name) return positional_count() + i;
    }
    return std::nullopt;
}

const Annotation& HighLevelOp::s_arg(uint32_t i) const {
    CHECK(i < s_args.size(), "operand {} of {}", i, s_args.size());
    return rtyper.annotated()[s_args[i]];
}

const Annotation& HighLevelOp::s_result() const {
    return rtyper.annotated()[s_result_id];
}

Repr& HighLevelOp::r_arg(uint32_t i) {
    CHECK(i < s_args.size(), "operand {} of {}", i, s_args.size());
    return rtyper.repr(s_args[i]);
}

Repr& HighLevelOp::r_result() {
    return rtyper.repr(s_result_id);
}

Op HighLevelOp::plain_op() const {
    return sapwood::plain_op(op_);
}

Op plain_op(Op op) {
    switch (op) {
        case Op::inplace_add: return Op::add;
        case Op::inplace_sub: return Op::sub;
        case Op::inplace_mul: return Op::mul;
        case Op::inplace_matmul: return Op::matmul;
        case Op::inplace_truediv: return Op::truediv;
        case Op::inplace_floordiv: return Op::floordiv;
        case Op::inplace_mod: return Op::mod;
        case Op::inplace_pow: return Op::pow;
        case Op::inplace_lshift: return Op::lshift;
        case Op::inplace_rshift: return Op::rshift;
        case Op::inplace_and: return Op::and_;
        case Op::inplace_or: return Op::or_;
        case Op::inplace_xor: return Op::xor_;
        default: return op;  // the other operations are plain
    }
}

Value HighLevelOp::input(uint32_t i) {
    return input(i, r_arg(i));
}

Value HighLevelOp::input(uint32_t i, Repr& as) {
    CHECK(i < args.size(), "operand {} of {}", i, args.size());
    Value v = args[i];
    if (v.is_constant() && !is_low_level(rtyper.constants(), v.constant())) {
        auto converted = rtyper.convert_constant(v.constant(), as, location);
        return converted ? Value(*converted) : as.zero();
    }
    return convert(v, r_arg(i), as);
}

std::optional<ConstantId> HighLevelOp::constant(uint32_t i) const {
    Value v = args[i];
    if (v.is_constant() && !is_low_level(rtyper.constants(), v.constant())) return v.constant();
    if (s_arg(i).constant) return s_arg(i).constant;
    return std::nullopt;
}

std::optional<int64_t> HighLevelOp::constant_int(uint32_t i) const {
    auto id = constant(i);
    if (!id) return std::nullopt;
    const Constant& constant = rtyper.constants()[*id];
    if (constant.kind != ConstantKind::integer && constant.kind != ConstantKind::boolean) return std::nullopt;
    return constant.integer;
}

std::optional<std::string> HighLevelOp::constant_str(uint32_t i) const {
    auto id = constant(i);
    if (!id || rtyper.constants()[*id].kind != ConstantKind::str) return std::nullopt;
    return rtyper.constants()[*id].text;
}

std::optional<std::string> HighLevelOp::constant_bytes(uint32_t i) const {
    auto id = constant(i);
    if (!id || rtyper.constants()[*id].kind != ConstantKind::bytes) return std::nullopt;
    return rtyper.constants()[*id].text;
}

const CallSite* HighLevelOp::call_site(std::string_view role, uint32_t nth) const {
    auto notes = rtyper.annotated().graphs.find(host_graph);
    if (notes == rtyper.annotated().graphs.end()) return nullptr;
    auto sites = notes->second.calls.find(host_result);
    if (sites == notes->second.calls.end()) return nullptr;
    for (const CallSite& site : sites->second) {
        if (site.role == role && nth-- == 0) return &site;
    }
    return nullptr;
}

std::optional<AnnotationId> HighLevelOp::creation() const {
    auto notes = rtyper.annotated().graphs.find(host_graph);
    if (notes == rtyper.annotated().graphs.end()) return std::nullopt;
    auto found = notes->second.creations.find(host_result);
    if (found == notes->second.creations.end()) return std::nullopt;
    return found->second;
}

HighLevelOp HighLevelOp::without_first() const {
    HighLevelOp inner = *this;
    inner.args.erase(inner.args.begin());
    inner.s_args.erase(inner.s_args.begin());
    if (!inner.host_args.empty()) inner.host_args.erase(inner.host_args.begin());
    inner.has_shape = false;
    return inner;
}

HighLevelOp HighLevelOp::as_method(Value self, AnnotationId s_self) const {
    HighLevelOp method = *this;
    method.args[0] = self;
    method.s_args[0] = s_self;
    return method;
}

}  // namespace sapwood
