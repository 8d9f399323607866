// bytes: `GcStruct bytes { hash, chars }`.
#include "rtyper/builtin_calls.h"
#include "rtyper/builtin_rows.h"
#include "rtyper/containers.h"

namespace sapwood {

namespace {

class BytesRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return rtyper.types().pointer_to(bytes_struct(rtyper)); }
    bool is_gc_pointer() override { return true; }
    std::string type_name() override { return "bytes"; }

    std::optional<ConstantId> convert_const(ConstantId host) override {
        ConstantTable& constants = rtyper.constants();
        if (constants[host].kind == ConstantKind::none) return constants.null(lowleveltype());
        const std::string text = constants[host].text;
        std::vector<ConstantId> bytes;
        for (unsigned char byte : text) bytes.push_back(constants.ll_int(byte, kChar));
        ConstantId chars = rtyper.reserve_prebuilt("chars", rtyper.types().array_of(kChar, false), true);
        rtyper.fill_prebuilt(chars, std::move(bytes));
        return rtyper.add_prebuilt("bytes", bytes_struct(rtyper), {constants.ll_int(0), chars});
    }

    std::optional<Value> convert_to(LLOps&, Value v, Repr& to) override {
        if (to.kind() != SKind::bytes) return std::nullopt;
        return v;
    }

    std::optional<Value> convert_from(LLOps& ops, Value, Repr& from) override {
        if (from.kind() != SKind::none) return std::nullopt;
        return ops.null(lowleveltype());
    }

    Value ll_eq(LLOps& ops, Value a, Value b) override {
        return eq_or_none(ops, a, b, *this, [&] { return ops.call_helper("bytestrings.ll_eq", {a, b}); });
    }
    Value ll_lt(LLOps& ops, Value a, Value b) override {
        return ops.call_helper("bytestrings.ll_lt", {a, b});
    }
    Value ll_hash(LLOps& ops, Value v) override {
        return hash_or_none(ops, v, *this, [&] { return ops.call_helper("bytestrings.ll_hash", {v}); });
    }
    Value ll_repr(LLOps& ops, Value v) override {
        return str_or_none(ops, v, *this, [&] { return ops.call_helper("numbers_text.ll_repr_bytes", {v}); });
    }
    Value ll_bool(LLOps& ops, Value v) override {
        auto filled = [&] {
            return ops.op(Op::int_ne, {ops.op(Op::getarraysize, {v}, kSigned), ops.int_(0)}, kBool);
        };
        if (!nullable()) return filled();
        return ops.if_else(
            ops.op(Op::ptr_iszero, {v}, kBool), kBool, [&] { return ops.bool_(false); }, filled);
    }

    Value rtype_method(const std::string& name, HighLevelOp& hop) override {
        check_attribute(hop, hop.input(0), *this, name);
        if (auto done = rtype_builtin_rows("bytes." + name, hop, 0)) return *done;
        return hop.unsupported("bytes." + name);
    }

    Value rtype_binary(HighLevelOp& hop) override {
        if (hop.plain_op() == Op::mod) return rtype_percent(hop);
        if (hop.plain_op() == Op::add && hop.s_arg(1).kind == SKind::bytes) {
            return hop.call_helper("bytestrings.ll_concat", {hop.input(0), hop.input(1)});
        }
        if (hop.plain_op() == Op::mul &&
            (hop.s_arg(1).kind == SKind::integer || hop.s_arg(1).kind == SKind::boolean)) {
            return hop.call_helper("bytestrings.ll_repeat", {hop.input(0), hop.input(1, rtyper.int_repr())});
        }
        return {};
    }

    Value rtype_binary_right(HighLevelOp& hop) override {
        bool counted = hop.s_arg(0).kind == SKind::integer || hop.s_arg(0).kind == SKind::boolean;
        if (hop.plain_op() != Op::mul || !counted) return {};
        return hop.call_helper("bytestrings.ll_repeat", {hop.input(1), hop.input(0, rtyper.int_repr())});
    }

    Value rtype_compare(HighLevelOp& hop) override {
        if (hop.s_arg(1).kind != SKind::bytes) return {};
        Value a = hop.input(0), b = hop.input(1);
        if (hop.op_ == Op::eq || hop.op_ == Op::ne) {
            Repr& r = nullable() ? *this : hop.r_arg(1);
            Value same = r.ll_eq(hop, a, b);
            return hop.result(hop.op_ == Op::eq ? same : hop.not_(same), rtyper.bool_repr());
        }
        bool swapped = hop.op_ == Op::gt || hop.op_ == Op::le;
        Value below = swapped ? ll_lt(hop, b, a) : ll_lt(hop, a, b);
        bool negated = hop.op_ == Op::le || hop.op_ == Op::ge;
        return hop.result(negated ? hop.not_(below) : below, rtyper.bool_repr());
    }

    Value rtype_len(HighLevelOp& hop) override {
        check_len(hop, hop.input(0), *this);
        return hop.result(hop.op(Op::getarraysize, {hop.input(0)}, kSigned), rtyper.int_repr());
    }

    Value rtype_contains(HighLevelOp& hop) override {
        SKind kind = hop.s_arg(1).kind;
        Value found = kind == SKind::bytes
                          ? hop.call_helper("bytestrings.ll_contains", {hop.input(0), hop.input(1)})
                          : hop.call_helper("bytestrings.ll_contains_byte",
                                            {hop.input(0), hop.input(1, rtyper.int_repr())});
        return hop.result(found, rtyper.bool_repr());
    }

    Value rtype_getitem(HighLevelOp& hop) override {
        check_subscript(hop, hop.input(0), *this);
        Value byte =
            hop.call_helper("bytestrings.ll_getitem", {hop.input(0), hop.input(1, rtyper.int_repr())});
        return hop.result(byte, rtyper.int_repr());
    }

    Value rtype_getslice(HighLevelOp& hop) override {
        check_subscript(hop, hop.input(0), *this);
        SliceBounds bounds = slice_bounds(hop, 1);
        return hop.call_helper("bytestrings.ll_getslice",
                               {hop.input(0), bounds.start, bounds.stop, bounds.step});
    }

    Value rtype_iter(HighLevelOp& hop) override { return rtype_iter_any(hop); }
};

}  // namespace

Repr& bytes_repr(RTyper& rtyper) {
    Annotation s;
    s.kind = SKind::bytes;
    return rtyper.repr(std::move(s));
}

std::unique_ptr<Repr> make_bytes_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<BytesRepr>(rtyper, id);
}

}  // namespace sapwood
