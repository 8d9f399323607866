// Low-level types: what values are made of once graphs are typed for C-like targets.
//
// Primitive types are the first rows of every TypeTable, so their ids are constants.  Structs and function
// types: a struct is nominal (made with its name, fields set once later, so that it may point to itself);
// arrays, pointers and function types are structural and interned.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flowgraph/ids.h"

namespace sapwood {

enum class LLKind : uint8_t {
    Void,      // no value at run time; variables of this type hold compile-time constants
    Signed,    // 64-bit two's complement
    Unsigned,  // 64-bit
    Float,     // IEEE double
    Bool,
    Char,     // one byte, unsigned
    UniChar,  // one code point, 0..0x10ffff, lone surrogates included
    Number,   // two words: tag (none, bool, int, float) and payload
    GcRef,    // pointer to any GC object, erased
    Address,  // raw pointer to memory that the collector does not own
    Int8,     // storage only: reading a field or item of type Int8/Int32 gives Signed, storing truncates
    Int32,
    Struct,
    Array,  // length, then items
    Func,
    Ptr,
};

inline constexpr LLTypeId kVoid{0}, kSigned{1}, kUnsigned{2}, kFloat{3}, kBool{4}, kChar{5}, kUniChar{6},
    kNumber{7}, kGcRef{8}, kAddress{9}, kInt8{10}, kInt32{11};

// Tags of Number, at run time and in constants.
enum class NumberTag : uint8_t { None = 0, Bool = 1, Int = 2, Float = 3 };

struct LLField {
    std::string name;
    LLTypeId type;
};

struct LLType {
    LLKind kind = LLKind::Void;
    std::string name;             // Struct: unique in the program
    bool gc = false;              // Struct, Array: allocated by the collector when it stands alone
    bool immutable = false;       // Struct, Array: never stored to after initialisation
    bool defined = false;         // Struct: fields are set
    std::vector<LLField> fields;  // Struct.  A struct may inline structs; its last field may be a (non-gc)
                                  // Array: then the struct is varsized.  A gc struct whose first field is a
                                  // gc struct is its subtype (instances: the first field is "super").
    LLTypeId item;                // Array: item type.  Ptr: what it points to.  Func: result
    std::vector<LLTypeId> args;   // Func
};

// All types of a program.
class TypeTable {
  public:
    TypeTable();

    const LLType& operator[](LLTypeId id) const { return types_[id]; }
    uint32_t size() const { return types_.size(); }

    // A new nominal struct without fields.  The name is made unique by a numeric suffix if taken.
    LLTypeId new_struct(std::string name, bool gc);
    // Sets the fields of a struct, once.
    void define_struct(LLTypeId id, std::vector<LLField> fields, bool immutable = false);
    std::optional<LLTypeId> find_struct(std::string_view name) const;
    LLTypeId array_of(LLTypeId item, bool gc, bool immutable = false);
    LLTypeId pointer_to(LLTypeId target);
    LLTypeId function(std::vector<LLTypeId> args, LLTypeId result);

    bool is_gc_pointer(LLTypeId id) const;  // GcRef, or Ptr to something gc
    bool is_pointer(LLTypeId id) const { return types_[id].kind == LLKind::Ptr; }
    // What the pointer type points to.
    LLTypeId target(LLTypeId pointer) const;
    // Index of a field of a struct; nullopt if there is none.  Does not look into "super".
    std::optional<uint32_t> field_index(LLTypeId structure, std::string_view name) const;
    // The trailing inlined array of a varsized struct.
    std::optional<LLTypeId> inlined_array(LLTypeId structure) const;
    // The type as .fg writes it: `Signed`, `Ptr(list_Signed)`, `Array(Signed)`, `GcArray(GcRef)`,
    // `Func(Signed, Float) -> Void`.
    std::string text(LLTypeId id) const;

  private:
    // The type of this structure; made when there is none yet.
    LLTypeId structural(LLType type);

    struct NameHash {
        using is_transparent = void;
        size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
    };

    Store<LLTypeId, LLType> types_;
    std::unordered_multimap<size_t, LLTypeId> structural_;  // by hash
    std::unordered_map<std::string, LLTypeId, NameHash, std::equal_to<>> structs_;
};

}  // namespace sapwood
