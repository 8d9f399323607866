// Files and standard streams: pointers to the struct `file` of lowlevel/files.py.
#pragma once

#include "rtyper/containers.h"

namespace sapwood {

class FileRepr final : public Repr {
  public:
    using Repr::Repr;
    LLTypeId lowleveltype() override;
    bool is_gc_pointer() override { return true; }
    std::string type_name() override;
    std::optional<ConstantId> convert_const(ConstantId host) override;
    std::optional<Value> convert_from(LLOps&, Value, Repr& from) override;
    std::optional<Value> convert_to(LLOps&, Value, Repr& to) override;
    Value ll_repr(LLOps&, Value v) override;
    Value ll_hash(LLOps&, Value v) override;
    Value rtype_getattr(HighLevelOp&) override;
    Value rtype_method(const std::string& name, HighLevelOp&) override;
    Value rtype_iter(HighLevelOp&) override;

  private:
    std::string table() const { return s().name == "binary" ? "binaryfile." : "textfile."; }
};

LLTypeId file_struct(RTyper&);
// The static file of "stdin", "stdout" or "stderr": Ptr(file).
ConstantId standard_stream(RTyper&, std::string_view name);
// The static list of files that hold what is not written yet: Ptr(open_files).
ConstantId open_files(RTyper&);
// Writes text to a file (Ptr(file), Ptr(str)).
void write_text(LLOps&, Value file, Value text);
// Writes out what all files and streams hold: the end of the program.
void flush_all_files(LLOps&);

}  // namespace sapwood
