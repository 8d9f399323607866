// Constants: operands whose value is known, of the import-time world (phase Flow and Annotated) or of the
// low level (from Typed on).  Constants are interned: equal constants have equal ids; 1, 1.0 and True differ,
// as do 0.0 and -0.0; a NaN equals itself by its bits.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "flowgraph/ids.h"
#include "flowgraph/lltype.h"

namespace sapwood {

enum class ConstantKind : uint8_t {
    undefined,  // no value: an unbound local (any type)
    none,       // None; from Typed on, the value of type Void
    boolean,    // integer: 0 or 1
    integer,    // integer (Signed; Unsigned as its bits; Char, UniChar, Int* from Typed on)
    floating,   // number
    str,        // text: UTF-8; lone surrogates as their three-byte form
    bytes,      // text
    object,     // object: any other object of the import-time world
    // from Typed on
    null,         // a null pointer (type)
    pointer,      // prebuilt: address of static data
    function,     // graph: a function pointer
    leaf,         // text: name of a row of runtime/leaf.def
    field,        // text: a field name (Void)
    type,         // lltype_value (Void)
    number_none,  // None as a Number; other Number constants are boolean, integer, floating of type Number
    graphs,       // graphs: possible targets of an indirect call (Void)
    shape,        // keywords: of call_args (Void)
};

struct Constant {
    ConstantKind kind = ConstantKind::undefined;
    LLTypeId type;  // invalid before Typed
    int64_t integer = 0;
    double number = 0;
    std::string text;
    ObjectId object;
    PrebuiltId prebuilt;
    GraphId graph;
    LLTypeId lltype_value;
    std::vector<GraphId> graphs;
    std::vector<std::string> keywords;  // shape: names of the last keywords.size() arguments ...
    bool star = false;                  // ... before them, the last positional argument is a *tuple
};

// All constants of a program, interned.
class ConstantTable {
  public:
    const Constant& operator[](ConstantId id) const { return constants_[id]; }
    uint32_t size() const { return constants_.size(); }
    ConstantId intern(Constant constant);

    ConstantId undefined(LLTypeId type = {});
    ConstantId none();
    ConstantId boolean(bool value);
    ConstantId integer(int64_t value);
    ConstantId floating(double value);
    ConstantId str(std::string value);
    ConstantId bytes(std::string value);
    ConstantId object(ObjectId value);

    // Low-level constants.
    ConstantId void_();  // the one value of type Void
    ConstantId ll_bool(bool value);
    ConstantId ll_int(int64_t value, LLTypeId type = kSigned);
    ConstantId ll_float(double value);
    ConstantId null(LLTypeId type);
    ConstantId pointer(PrebuiltId target, LLTypeId type);
    ConstantId function(GraphId graph, LLTypeId pointer_type);
    ConstantId leaf(std::string name);
    ConstantId field(std::string name);
    ConstantId type(LLTypeId value);
    ConstantId graphs(std::vector<GraphId> targets);
    ConstantId shape(std::vector<std::string> keywords, bool star);

  private:
    Store<ConstantId, Constant> constants_;
    std::unordered_multimap<size_t, ConstantId> index_;  // by hash
};

// Static low-level data: one struct or array, laid out at translation.  Fields and items are constants of the
// type's field or item types; an inlined struct or array is a `pointer` constant to a Prebuilt with `inlined`
// set.  Mutable unless the type is immutable.
struct Prebuilt {
    std::string name;  // hint for the C name
    LLTypeId type;     // Struct or Array
    bool inlined = false;
    std::vector<ConstantId> values;  // Struct: one per field.  Array: one per item
};

}  // namespace sapwood
