// Files and standard streams, os.environ.
#include "rtyper/repr_file.h"

#include "rtyper/builtin_rows.h"

namespace sapwood {

namespace {

// As in lowlevel/files.py.
enum FileFlags : int64_t {
    kReadable = 1,
    kWritable = 2,
    kLineBuffered = 8,
    kBackslash = 64,
    kTranslate = 512,
    kAnyNewline = 1024,
    kUnchecked = 8192,
};

struct Stream {
    std::string_view name;
    int64_t fd, flags;
};
constexpr Stream kStreams[] = {{"stdin", 0, kReadable | kTranslate | kAnyNewline | kUnchecked},
                               {"stdout", 1, kWritable | kUnchecked},
                               {"stderr", 2, kWritable | kBackslash | kLineBuffered}};

// Files find it through a GcRef: it is defined where they are, opened or not.
LLTypeId open_files_struct(RTyper& rtyper) {
    return struct_named(rtyper, "open_files", true, {{"first", kGcRef}});
}

}  // namespace

std::unique_ptr<Repr> make_file_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<FileRepr>(rtyper, id);
}

LLTypeId file_struct(RTyper& rtyper) {
    TypeTable& types = rtyper.types();
    open_files_struct(rtyper);
    return struct_named(rtyper, "file", true,
                        {{"fd", kSigned},
                         {"flags", kSigned},
                         {"start", kSigned},
                         {"used", kSigned},
                         {"valid", kSigned},
                         {"buffer", types.pointer_to(types.array_of(kChar, true))},
                         {"name", types.pointer_to(str_struct(rtyper))},
                         {"next", kGcRef},
                         {"registry", kGcRef}});
}

ConstantId standard_stream(RTyper& rtyper, std::string_view name) {
    auto [place, is_new] = rtyper.containers.streams.try_emplace(std::string(name));
    if (!is_new) return place->second;
    for (const Stream& stream : kStreams) {
        if (stream.name != name) continue;
        ConstantTable& constants = rtyper.constants();
        ConstantId zero = constants.ll_int(0), none = constants.null(kGcRef);
        ConstantId chars = empty_array(rtyper, rtyper.types().array_of(kChar, true));
        ConstantId label = prebuilt_str(rtyper, "<" + std::string(name) + ">");
        ConstantId made = rtyper.add_prebuilt(std::string(name), file_struct(rtyper),
                                              {constants.ll_int(stream.fd), constants.ll_int(stream.flags),
                                               zero, zero, zero, chars, label, none, none});
        return rtyper.containers.streams[std::string(name)] = made;
    }
    CHECK(false, "no stream {}", name);
    return {};
}

ConstantId open_files(RTyper& rtyper) {
    auto [place, is_new] = rtyper.containers.streams.try_emplace("open files");
    if (!is_new) return place->second;
    return place->second = rtyper.add_prebuilt("open_files", open_files_struct(rtyper),
                                               {rtyper.constants().null(kGcRef)});
}

void write_text(LLOps& ops, Value file, Value text) {
    ops.call_helper("files.ll_write", {file, text});
}

void flush_all_files(LLOps& ops) {
    ops.call_helper("files.ll_at_exit", {open_files(ops.rtyper), standard_stream(ops.rtyper, "stdout"),
                                         standard_stream(ops.rtyper, "stderr")});
}

// ---- the repr

LLTypeId FileRepr::lowleveltype() {
    return rtyper.types().pointer_to(file_struct(rtyper));
}
std::string FileRepr::type_name() {
    return s().name == "binary" ? "_io.BufferedReader" : "_io.TextIOWrapper";
}

std::optional<ConstantId> FileRepr::convert_const(ConstantId host) {
    const Constant& c = rtyper.constants()[host];
    if (c.kind == ConstantKind::none) return rtyper.constants().null(lowleveltype());
    return standard_stream(rtyper, rtyper.world.object(c.object).name);
}

std::optional<Value> FileRepr::convert_from(LLOps& ops, Value, Repr& from) {
    if (from.kind() != SKind::none) return std::nullopt;
    return ops.null(lowleveltype());
}

std::optional<Value> FileRepr::convert_to(LLOps&, Value v, Repr& to) {
    if (to.kind() != SKind::file) return std::nullopt;
    return v;
}

Value FileRepr::ll_repr(LLOps& ops, Value v) {
    return str_or_none(ops, v, *this, [&] {
        Value name = ops.call_helper("numbers_text.ll_repr", {ops.getfield(v, "name")});
        Value text = ops.call_helper("strings.ll_concat", {ops.str("<" + type_name() + " name="), name});
        return ops.call_helper("strings.ll_concat",
                               {text, ops.str(s().name == "binary" ? ">" : " encoding='utf-8'>")});
    });
}

Value FileRepr::ll_hash(LLOps& ops, Value v) {
    return ops.op(Op::cast_ptr_to_int, {v}, kSigned);
}

Value FileRepr::rtype_getattr(HighLevelOp& hop) {
    if (hop.s_result().kind == SKind::builtin_method) return Repr::rtype_getattr(hop);
    std::string name = hop.constant_str(1).value_or("");
    check_attribute(hop, hop.input(0), *this, name);
    std::string_view suffix = s().name == "binary" ? "_binary" : "_text";
    if (name == "closed") {
        return hop.result(hop.call_helper("files.ll_closed" + std::string(suffix), {hop.input(0)}),
                          rtyper.bool_repr());
    }
    if (name == "name") return hop.result(hop.getfield(hop.input(0), "name"), str_repr(rtyper));
    return hop.unsupported("attribute `" + name + "` of a file");
}

Value FileRepr::rtype_method(const std::string& name, HighLevelOp& hop) {
    check_attribute(hop, hop.input(0), *this, name);
    if (name == "__exit__") {
        hop.call_helper("files.ll_close_text", {hop.input(0)});
        return hop.result(hop.void_(), rtyper.none_repr());
    }
    if (auto done = rtype_builtin_rows(table() + name, hop, 0)) return *done;
    return hop.unsupported("file." + name);
}

Value FileRepr::rtype_iter(HighLevelOp& hop) {
    return rtype_iter_any(hop);
}

// ---- os.environ

namespace {

class EnvironRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override { return kVoid; }
    std::string type_name() override { return "os._Environ"; }
    std::optional<ConstantId> convert_const(ConstantId) override { return rtyper.constants().void_(); }
    Value rtype_method(const std::string& name, HighLevelOp& hop) override { return row(hop, name); }
    Value rtype_getitem(HighLevelOp& hop) override { return row(hop, "__getitem__"); }
    Value rtype_contains(HighLevelOp& hop) override { return row(hop, "__contains__"); }
    Value rtype_len(HighLevelOp& hop) override { return row(hop, "__len__"); }

  private:
    static Value row(HighLevelOp& hop, const std::string& name) {
        if (auto done = rtype_builtin_rows("environ." + name, hop, 0)) return *done;
        return hop.unsupported("os.environ." + name);
    }
};

}  // namespace

std::unique_ptr<Repr> make_environ_repr(RTyper& rtyper, AnnotationId id) {
    return std::make_unique<EnvironRepr>(rtyper, id);
}

}  // namespace sapwood
