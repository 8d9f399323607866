// How values of one annotation are represented at the low level, and how host operations on them become
// low-level operations.  One Repr per annotation (annotations that differ only in what does not matter at run
// time share one).
//
// Written for two type systems: callers (the driver, other reprs, conversions) use nothing but this
// interface; what is particular to structs and pointers is behind the implementations, which the factories of
// repr_factories.h choose.
//
// Conventions
//  * Hooks named rtype_... receive the host operation as a HighLevelOp and return the result as a value of
//    hop.r_result().  Hooks named ll_... work on values that are already converted to this repr, wherever
//    code is being generated (LLOps), and are what containers, printing and comparison are built of.
//  * A hook that does not know the operation says `return hop.unsupported("...")`: a located diagnostic.
//  * Code that may raise is emitted like any other: LLOps splits the block where a local handler exists.
//  * Values may be used in all code that is generated after them for the same graph, in other blocks too: the
//    driver passes them through the blocks' inputs when the graph is done.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

class RTyper;
class LLOps;
class HighLevelOp;

class Repr {
  public:
    Repr(RTyper& rtyper, AnnotationId annotation) : rtyper(rtyper), annotation(annotation) {}
    virtual ~Repr() = default;
    Repr(const Repr&) = delete;

    RTyper& rtyper;
    const AnnotationId annotation;  // the first that it was made for; invalid: made by the rtyper itself
    const Annotation& s() const;
    SKind kind() const { return s().kind; }
    bool nullable() const { return s().nullable; }

    // ---- types
    // Type of the values.  kVoid: all is known at compile time, values are the Void constant.
    virtual LLTypeId lowleveltype() = 0;
    // Whether lowleveltype() is a pointer to a GC object; answers without making the type (types may be
    // recursive).
    virtual bool is_gc_pointer() { return false; }
    // Type of an item in containers: GcRef for GC pointers; Bool for Void; else lowleveltype().
    LLTypeId storage_type();
    // The value's kind as users know it, for messages of TypeError and AttributeError: "int", "NoneType",
    // "C".
    virtual std::string type_name();

    // ---- constants
    // A host constant (phase Annotated) as a constant of lowleveltype(): prebuilt objects become static data.
    // nullopt: a diagnostic was given.  `undefined` is handled by RTyper::convert_constant (zero).
    virtual std::optional<ConstantId> convert_const(ConstantId host) = 0;
    // A value of lowleveltype() that may stand where nothing is read: zero, null.
    ConstantId zero();

    // ---- conversions; v is a value of *this (to) or of `from`
    // nullopt: this side does not know how; the other side is asked then.  Use LLOps::convert.
    virtual std::optional<Value> convert_to(LLOps&, Value, Repr& /*to*/) { return std::nullopt; }
    virtual std::optional<Value> convert_from(LLOps&, Value, Repr& /*from*/) { return std::nullopt; }

    // ---- generic code on values of this repr.  Nullable pointers included: None equals only None, prints
    // "None"
    virtual Value ll_eq(LLOps&, Value a, Value b);  // -> Bool.  Default: identity
    virtual Value ll_lt(LLOps&, Value a, Value b);  // -> Bool.  Default: TypeError
    virtual Value ll_hash(LLOps&, Value v);         // -> Signed.  Default: diagnosed as unhashable
    virtual Value ll_str(LLOps&, Value v);          // -> Ptr(str).  Default: ll_repr
    virtual Value ll_repr(LLOps&, Value v);         // -> Ptr(str).  Default: diagnosed
    virtual Value ll_bool(LLOps&, Value v);         // -> Bool.  Default: not None
    virtual Value ll_is_none(LLOps&, Value v);      // -> Bool

    // ---- host operations.  Operand 0 is of this repr unless it says otherwise
    virtual Value rtype_getattr(HighLevelOp&);  // (x, name)
    virtual Value rtype_setattr(HighLevelOp&);  // (x, name, value)
    virtual Value rtype_delattr(HighLevelOp&);
    virtual Value rtype_call(HighLevelOp&);  // simple_call and call_args: (callee, args...)
    // A method of a built-in value: `x.append(y)`; operands are x and the arguments, without the callee.
    virtual Value rtype_method(const std::string& name, HighLevelOp&);
    virtual Value rtype_unary(HighLevelOp&);  // neg, pos, invert by hop.op
    // Arithmetic by hop.op, inplace_ forms too (hop.plain_op() gives the plain one).  Asked at the left
    // operand first; an invalid Value says "ask the right operand" (rtype_binary_right, operand 1 is of this
    // repr).
    virtual Value rtype_binary(HighLevelOp&);
    virtual Value rtype_binary_right(HighLevelOp&);
    // lt, le, gt, ge, eq, ne, likewise.  Default for eq and ne: convert to a common repr and ll_eq.
    virtual Value rtype_compare(HighLevelOp&);
    virtual Value rtype_compare_right(HighLevelOp&);
    virtual Value rtype_bool(HighLevelOp&);      // default: ll_bool
    virtual Value rtype_len(HighLevelOp&);       // len(x): operand 0 of hop is x
    virtual Value rtype_contains(HighLevelOp&);  // (container, item)
    virtual Value rtype_getitem(HighLevelOp&);
    virtual Value rtype_setitem(HighLevelOp&);
    virtual Value rtype_delitem(HighLevelOp&);
    virtual Value rtype_getslice(HighLevelOp&);  // (x, start, stop, step): None where absent
    virtual Value rtype_setslice(HighLevelOp&);
    virtual Value rtype_delslice(HighLevelOp&);
    virtual Value rtype_iter(HighLevelOp&);
    virtual Value rtype_next(HighLevelOp&);          // see LLOps::raise_if for the end
    virtual Value rtype_unpack_check(HighLevelOp&);  // (x, n)
    virtual Value rtype_unpack_item(HighLevelOp&);   // (x, i)
    virtual Value rtype_unpack_rest(HighLevelOp&);   // (x, before, after)
    virtual Value rtype_format(HighLevelOp&);        // (x, spec)
    // newlist, newdict, newset, newtuple: *this is the result's repr.
    virtual Value rtype_new(HighLevelOp&);
    // int(x), float(x) of something that is no number (text); base is operand 1 if there is one.
    virtual Value rtype_int(HighLevelOp&);
    virtual Value rtype_float(HighLevelOp&);

    // Called once after construction when the repr is in the cache; may ask for other reprs.
    virtual void setup() {}

  protected:
    Value unsupported_ll(LLOps&, const std::string& what);  // diagnosed at the operation being typed
};

// An exceptional way out of the operation being typed.
struct Handler {
    Link link;                   // typed: exit_case is a vtable, the target takes the exception
    ObjectId class_;             // the class it catches
    bool uses_exception = true;  // whether the code behind it looks at the instance
};

// Generates low-level code at the end of a block.
class LLOps {
  public:
    LLOps(RTyper& rtyper, FunctionGraph& graph, BlockId block) : rtyper(rtyper), graph(graph), block(block) {}

    RTyper& rtyper;
    FunctionGraph& graph;
    BlockId block;      // changes when a block is split
    Location location;  // of what is generated
    // Exceptional ways out of the host operation being typed, or null: then exceptions leave the function.
    // The block is split after each operation that may raise.
    const std::vector<Handler>* handlers = nullptr;

    // One low-level operation.
    Value op(Op op, std::vector<Value> args, LLTypeId result_type, std::string_view name = "");
    // Calls a low-level helper, "module.function" of rtyper/lowlevel, specialised for the arguments: by their
    // types, and by the value of constants that are types, functions, fields (host: a str) or Void (host:
    // None). Result: of the type that the helper returns (the Void constant if nothing).
    Value call_helper(std::string_view helper, std::vector<Value> args);
    // Calls a graph of known signature; arguments are of its types.
    Value call_graph(GraphId graph, std::vector<Value> args);
    // Calls a function constant (ConstantKind::function).
    Value call_function(ConstantId function, std::vector<Value> args);
    // Calls a row of runtime/leaf.def.
    Value call_leaf(std::string_view leaf, std::vector<Value> args, LLTypeId result_type);

    // Raises exception class_ (built in, by name) with this message (empty: no arguments) where condition
    // holds, and goes on otherwise.  Where the handler is known (`for` and StopIteration), it is a plain
    // jump.
    void raise_if(Value condition, std::string_view class_, std::string_view message = "");
    // Splits: code after the call is reached when condition does not hold; when it does, helper is called
    // (with args); it is expected to raise.
    void call_if(Value condition, std::string_view helper, std::vector<Value> args);
    // condition ? a : b
    Value select(Value condition, Value a, Value b, LLTypeId type);
    // Two ways that meet again: each function generates code and gives a value of result_type (ignored for
    // kVoid).
    template <class Then, class Else>
    Value if_else(Value condition, LLTypeId result_type, Then&& then, Else&& otherwise);

    // v, a value of `from`, as a value of `to`.
    Value convert(Value v, Repr& from, Repr& to);
    // Between the repr's type and Repr::storage_type().
    Value to_storage(Value v, Repr& r);
    Value from_storage(Value v, Repr& r);
    // cast_pointer, unless the type is already right; constants are cast at once.
    Value cast(Value pointer, LLTypeId type);

    // Shorthands.
    Value getfield(Value p, std::string_view field);
    void setfield(Value p, std::string_view field, Value v);
    Value malloc(LLTypeId gc_struct);                      // Ptr(gc_struct)
    Value malloc_varsize(LLTypeId gc_type, Value length);  // Ptr(gc_type)
    Value not_(Value v);
    LLTypeId type_of(Value v) const;

    // Constants.
    Value int_(int64_t v) const;
    Value bool_(bool v) const;
    Value float_(double v) const;
    Value void_() const;
    Value null(LLTypeId pointer_type) const;
    Value type(LLTypeId v) const;
    Value field(std::string_view name) const;
    Value str(std::string_view text) const;  // Ptr(str) to static text

    // Diagnoses what is not supported at `location`; gives a value that nothing will run.
    Value unsupported(const std::string& what, LLTypeId type = kVoid);

    // Low-level control, for code that the above does not cover: ends the current block ...
    void end_jump(BlockId target, std::vector<Value> args);
    void end_branch(Value condition, BlockId if_true, BlockId if_false);  // targets without inputs
    // ... and goes on there.
    BlockId new_block(std::string_view name);
    void go_on_in(BlockId b) { block = b; }
};

// inplace_add -> add; the others as they are.
Op plain_op(Op op);

// A host operation being typed.
class HighLevelOp : public LLOps {
  public:
    using LLOps::LLOps;

    Op op_;                   // the host operation
    VariableId host_result;   // its result variable: key of call sites and creations
    GraphId host_graph;       // the graph it is in
    std::vector<Value> args;  // operands: typed values, or host constants that are not converted yet
    std::vector<AnnotationId> s_args;
    std::vector<Value> host_args;       // the operands as the annotated graph has them
    std::vector<std::string> keywords;  // call_args: names of the last operands
    bool has_shape = false;             // call_args: the shape was operand 1 and is not among args
    bool star = false;                  // call_args: the operand before the keywords is a *tuple
    AnnotationId s_result_id;
    bool truncated = false;  // an int of whose result only the low 64 bits matter

    // What ArgumentSource indexes of arguments are more than indexes into args.
    uint32_t operand_offset() const { return has_shape ? 1 : 0; }
    uint32_t arg_count() const { return static_cast<uint32_t>(args.size()); }
    // Operands that are not keywords (the callee included).
    uint32_t positional_count() const { return arg_count() - static_cast<uint32_t>(keywords.size()); }
    // Index of the operand for a keyword.
    std::optional<uint32_t> keyword(std::string_view name) const;
    const Annotation& s_arg(uint32_t i) const;
    const Annotation& s_result() const;
    Repr& r_arg(uint32_t i);
    Repr& r_result();
    Op plain_op() const;

    // Operand i as a value of its own repr / of repr `as`.
    Value input(uint32_t i);
    Value input(uint32_t i, Repr& as);
    // The host constant that operand i is, or that its annotation knows.
    std::optional<ConstantId> constant(uint32_t i) const;
    std::optional<int64_t> constant_int(uint32_t i) const;
    std::optional<std::string> constant_str(uint32_t i) const;
    std::optional<std::string> constant_bytes(uint32_t i) const;
    bool is_none(uint32_t i) const { return s_arg(i).kind == SKind::none; }
    // v, of repr r, as the result.
    Value result(Value v, Repr& r) { return convert(v, r, r_result()); }

    // What the annotator says this operation calls.  role as in CallSite; nth if there are several of it.
    const CallSite* call_site(std::string_view role, uint32_t nth = 0) const;
    // What a creation operation makes, if recorded.
    std::optional<AnnotationId> creation() const;

    // The same operation without operand 0 (the callee).
    HighLevelOp without_first() const;
    // The same operation seen as a method call on operand `self`: operands self, then the arguments after the
    // callee; keywords kept.
    HighLevelOp as_method(Value self, AnnotationId s_self) const;
};

template <class Then, class Else>
Value LLOps::if_else(Value condition, LLTypeId result_type, Then&& then, Else&& otherwise) {
    BlockId yes = new_block("then"), no = new_block("else"), join = new_block("join");
    Value result = void_();
    if (result_type != kVoid) {
        VariableId input = graph.new_variable("", result_type);
        graph.blocks[join].inputs.push_back(input);
        result = input;
    }
    end_branch(condition, yes, no);
    go_on_in(yes);
    Value a = then();
    end_jump(join, result_type != kVoid ? std::vector<Value>{a} : std::vector<Value>{});
    go_on_in(no);
    Value b = otherwise();
    end_jump(join, result_type != kVoid ? std::vector<Value>{b} : std::vector<Value>{});
    go_on_in(join);
    return result;
}

}  // namespace sapwood
