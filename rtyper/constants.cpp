// Host constants: their annotations and their low-level values; what two reprs have in common.
#include <algorithm>

#include "rtyper/callables.h"
#include "rtyper/containers.h"
#include "rtyper/repr_number.h"
#include "rtyper/repr_tuple.h"
#include "rtyper/rtyper.h"

namespace sapwood {

namespace {

bool is_one_character(const std::string& utf8) {
    size_t count = 0;
    for (unsigned char c : utf8) count += (c & 0xc0) != 0x80;
    return count == 1;
}

}  // namespace

AnnotationId RTyper::annotation_of_constant(ConstantId host) {
    const Constant constant = constants()[host];
    Annotation s;
    s.constant = host;
    switch (constant.kind) {
        case ConstantKind::undefined: return program.annotated.intern(Annotation{});
        case ConstantKind::none: s.kind = SKind::none; break;
        case ConstantKind::boolean: s.kind = SKind::boolean; break;
        case ConstantKind::integer:
            s.kind = SKind::integer;
            s.nonnegative = constant.integer >= 0;
            break;
        case ConstantKind::floating: s.kind = SKind::floating; break;
        case ConstantKind::str:
            s.kind = SKind::str;
            s.is_char = is_one_character(constant.text);
            break;
        case ConstantKind::bytes: s.kind = SKind::bytes; break;
        case ConstantKind::object: return annotation_of_object(host, constant.object);
        case ConstantKind::type: s.kind = SKind::ll_type; break;
        case ConstantKind::function:
            s.kind = SKind::ptr;
            s.lltype = constant.type;
            break;
        case ConstantKind::shape:
        case ConstantKind::field:
        case ConstantKind::leaf:
        case ConstantKind::graphs: s.kind = SKind::object; break;
        case ConstantKind::null:
        case ConstantKind::pointer:
        case ConstantKind::number_none: return lowlevel_annotation(constant.type);
    }
    return program.annotated.intern(std::move(s));
}

// A constant tuple as one of any length, where it is used so; see kLongTuple.
std::optional<AnnotationId> RTyper::as_table(const Annotation& tuple) {
    if (tuple.items.size() <= kLongTuple) return std::nullopt;
    SKind kind = annotated()[tuple.items[0]].kind;
    Repr* item = &repr(tuple.items[0]);
    for (AnnotationId each : tuple.items) {
        if (item == nullptr || kind == SKind::callable || annotated()[each].kind != kind) return std::nullopt;
        item = common_repr(*item, repr(each));
    }
    if (item == nullptr) return std::nullopt;
    Annotation s{.kind = SKind::tuple_of};
    s.items = {item->annotation};
    return program.annotated.intern(std::move(s));
}

AnnotationId RTyper::annotation_of_object(ConstantId host, ObjectId object) {
    auto prebuilt = annotated().prebuilt.find(object);
    if (prebuilt != annotated().prebuilt.end()) return prebuilt->second;
    Annotation s;
    s.constant = host;
    const HostObject value = world.object(object);
    switch (value.kind) {
        case HostKind::tuple:
            s.kind = SKind::tuple;
            for (ConstantId item : value.items) {
                Annotation plain = annotated()[annotation_of_constant(item)];
                plain.constant = {};
                if (plain.kind == SKind::callable) plain.constant = item;
                s.items.push_back(program.annotated.intern(std::move(plain)));
            }
            if (auto table = as_table(s)) return *table;
            break;
        case HostKind::function:
        case HostKind::builtin:
        case HostKind::class_:
        case HostKind::bound_method: {
            DescId desc = value.kind == HostKind::bound_method ? callables_->desc_of_bound(object)
                                                               : callables_->desc_of(object);
            if (!desc.valid()) {
                s.kind = SKind::object;
                break;
            }
            s.kind = SKind::callable;
            s.descs = {desc};
            s.constant = {};
            break;
        }
        case HostKind::staticmethod: return annotation_of_constant(value.items.at(0));
        case HostKind::module: s.kind = SKind::module; break;
        case HostKind::stream:
            s.kind = SKind::file;
            s.name = "text";
            break;
        case HostKind::environ: s.kind = SKind::environ; break;
        case HostKind::range: s.kind = SKind::range; break;
        case HostKind::lltype: s.kind = SKind::ll_type; break;
        case HostKind::list:
        case HostKind::dict:
        case HostKind::set:
        case HostKind::frozenset:
        case HostKind::classmethod:
        case HostKind::property:
        case HostKind::instance:
        case HostKind::argv:
        case HostKind::other: s.kind = SKind::object; break;
    }
    return program.annotated.intern(std::move(s));
}

std::optional<ConstantId> RTyper::convert_constant(ConstantId host, Repr& r, Location location) {
    const Constant constant = constants()[host];
    if (constant.kind == ConstantKind::undefined || r.kind() == SKind::impossible) return r.zero();
    if (constant.type.valid()) return host;  // low-level already
    if (r.lowleveltype() == kVoid) return constants().void_();
    if (constant.kind == ConstantKind::none && r.kind() != SKind::number) return r.zero();
    // Narrowed: control never brings the constant here.
    Repr& own = repr(annotation_of_constant(host));
    bool fits = &own == &r || own.kind() == r.kind() || (is_tuple(own.s()) && is_tuple(r.s())) ||
                (number_tags(own.s()) && number_tags(r.s())) || own.kind() == SKind::object ||
                r.kind() == SKind::cell;
    if (!fits) return r.zero();
    auto converted = r.convert_const(host);
    if (!converted && !diagnostics.has_errors()) {
        std::string name =
            constant.kind == ConstantKind::object ? world.object(constant.object).name : own.type_name();
        diagnostics.error<Diag::unsupported>(location, fmt::format("the constant `{}` here", name));
    }
    return converted;
}

ConstantId RTyper::storage_constant(ConstantId constant, Repr& r) {
    LLTypeId type = r.storage_type();
    const Constant value = constants()[constant];
    if (value.type == type) return constant;
    if (value.kind == ConstantKind::null) return constants().null(type);
    if (value.kind == ConstantKind::pointer) return constants().pointer(value.prebuilt, type);
    return zero(type);
}

// ---- common reprs

Repr& RTyper::without_none(Repr& r) {
    if (!r.nullable()) return r;
    Annotation s = r.s();
    s.nullable = false;
    return repr(std::move(s));
}

// Of two tuples, of which the length of one at least is not known.
Repr* RTyper::common_tuple_of(const Annotation& x, const Annotation& y) {
    std::vector<AnnotationId> items = x.items;
    items.insert(items.end(), y.items.begin(), y.items.end());
    Repr* item = &repr(items[0]);
    for (AnnotationId each : items) {
        if (item != nullptr) item = common_repr(*item, repr(each));
    }
    if (item == nullptr) return nullptr;
    Annotation s{.kind = SKind::tuple_of};
    s.nullable = x.nullable || y.nullable;
    s.items = {item->annotation};
    return &repr(std::move(s));
}

Repr* RTyper::common_repr(Repr& a, Repr& b) {
    if (&a == &b) return &a;
    const Annotation x = a.s(), y = b.s();
    if (x.kind == SKind::impossible) return &b;
    if (y.kind == SKind::impossible) return &a;
    if (uint8_t tags = number_tags(x), more = number_tags(y); tags && more) {
        if (x.kind == SKind::none && y.kind == SKind::none) return &a;
        Annotation s{.kind = SKind::number};
        s.tags = tags | more;
        return &repr(std::move(s));
    }
    auto with_none = [&](Repr& r) -> Repr* {
        Annotation s = r.s();
        if (s.nullable || s.kind == SKind::none) return &r;
        if (!r.is_gc_pointer() && s.kind != SKind::str && s.kind != SKind::callable) return nullptr;
        s.nullable = true;
        s.constant = {};
        return &repr(std::move(s));
    };
    if (x.kind == SKind::none) return with_none(b);
    if (y.kind == SKind::none) return with_none(a);
    if (is_tuple(x) && is_tuple(y) && (x.kind != y.kind || x.kind == SKind::tuple_of))
        return common_tuple_of(x, y);
    if (x.kind != y.kind) return nullptr;
    Annotation s = x;
    s.constant = {};
    s.nullable = x.nullable || y.nullable;
    switch (x.kind) {
        case SKind::str: s.is_char = x.is_char && y.is_char && !s.nullable; return &repr(std::move(s));
        case SKind::tuple: {
            if (x.items.size() != y.items.size()) return nullptr;
            for (size_t i = 0; i < x.items.size(); i++) {
                Repr* item = common_repr(repr(x.items[i]), repr(y.items[i]));
                if (!item) return nullptr;
                s.items[i] = item->annotation;
            }
            return &repr(std::move(s));
        }
        case SKind::instance: {
            ClassInfo* c = &classes_->info(x.classdef);
            ClassInfo& other = classes_->info(y.classdef);
            while (c && !other.is_subclass_of(c)) c = c->base;
            if (!c) return nullptr;
            s.classdef = c->classdef;
            return &repr(std::move(s));
        }
        case SKind::callable: {
            s.descs.insert(s.descs.end(), y.descs.begin(), y.descs.end());
            std::sort(s.descs.begin(), s.descs.end());
            s.descs.erase(std::unique(s.descs.begin(), s.descs.end()), s.descs.end());
            return &repr(std::move(s));
        }
        case SKind::ptr: return a.lowleveltype() == b.lowleveltype() ? &a : nullptr;
        default:  // containers: one cell, or no common repr
            if (x.list == y.list && x.dict == y.dict && x.items == y.items) return &repr(std::move(s));
            return a.lowleveltype() == b.lowleveltype() ? (x.nullable ? &a : &b) : nullptr;
    }
}

// ---- constants that only name something

namespace {

class ConstantRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kVoid; }
    std::optional<ConstantId> convert_const(ConstantId) override { return rtyper.constants().void_(); }
    std::string type_name() override { return kind() == SKind::module ? "module" : "object"; }

    // A module's variable.
    Value rtype_getattr(HighLevelOp& hop) override {
        ObjectId module = object();
        std::string name = hop.constant_str(1).value_or("");
        if (hop.r_result().lowleveltype() == kVoid) return hop.void_();
        if (!module.valid()) return Repr::rtype_getattr(hop);
        return get_variable(hop, module, name, hop.r_result(), "NameError",
                            fmt::format("name '{}' is not defined", name));
    }
    Value rtype_setattr(HighLevelOp& hop) override {
        ObjectId module = object();
        if (!module.valid()) return Repr::rtype_setattr(hop);
        return set_variable(hop, module, hop.constant_str(1).value_or(""));
    }

  private:
    ObjectId object() const {
        if (!s().constant.valid()) return {};
        return rtyper.constants()[s().constant].object;
    }
};

}  // namespace

std::unique_ptr<Repr> make_constant_repr(RTyper& rtyper, AnnotationId annotation) {
    return std::make_unique<ConstantRepr>(rtyper, annotation);
}

}  // namespace sapwood
