// Values and memory of the graph interpreter.  Internal to flowgraph.
//
// Inlined structs are flattened: an object is a row of slots, then items.  A pointer is an object and the
// slot at which what it points to begins, so pointers to a struct and to its first field are equal, as in C.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "flowgraph/program.h"

namespace sapwood {

struct HeapObject;

// One value.  Kinds are finer than types where a mistake would otherwise stay unseen.
struct Slot {
    enum class Kind : uint8_t {
        undefined,
        nothing,   // of type Void
        integer,   // Signed, Unsigned, Bool, Char, UniChar
        floating,  // Float
        pointer,   // object (null: a null pointer) and offset; GcRef too
        function,  // integer: a GraphId
        number_none,
        number_bool,
        number_int,
        number_float,
    };
    union {
        int64_t integer = 0;
        double number;
        HeapObject* object;
    };
    uint32_t offset = 0;
    Kind kind = Kind::undefined;

    static Slot of_integer(int64_t value, Kind kind = Kind::integer) {
        Slot slot;
        slot.integer = value;
        slot.kind = kind;
        return slot;
    }
    static Slot of_float(double value, Kind kind = Kind::floating) {
        Slot slot;
        slot.number = value;
        slot.kind = kind;
        return slot;
    }
    static Slot of_pointer(HeapObject* object, uint32_t offset = 0) {
        Slot slot;
        slot.object = object;
        slot.offset = offset;
        slot.kind = Kind::pointer;
        return slot;
    }
    static Slot nothing() {
        Slot slot;
        slot.kind = Kind::nothing;
        return slot;
    }
    bool is_null() const { return kind == Kind::pointer && object == nullptr; }
    // Identity of pointers and functions.
    bool same_as(const Slot& other) const {
        if (kind != other.kind) return false;
        return kind == Kind::pointer ? object == other.object && offset == other.offset
                                     : integer == other.integer;
    }
};

// How items lie in memory: leaf routines want some packed.
enum class ItemStorage : uint8_t { slots, bytes, int32s, floats };

// A type's shape in memory.
struct Layout {
    std::vector<Slot> zero;         // the fixed part of a new object
    std::vector<uint32_t> offsets;  // Struct: slot of each field; of an inlined array meaningless
    bool has_items = false;         // an array, or a struct that ends in one
    LLTypeId item;
    ItemStorage storage = ItemStorage::slots;
    std::vector<Slot> zero_item;  // storage slots: one item
    bool supported = true;        // false: inlines a varsized struct, or is not defined

    size_t item_bytes() const;
};

struct HeapObject {
    LLTypeId type;
    const Layout* layout = nullptr;
    std::unique_ptr<Slot[]> slots;            // the fixed part, then items if they are slots
    std::unique_ptr<unsigned char[]> packed;  // items otherwise
    int64_t length = 0;                       // items
    uint64_t address = 0;                     // for cast_ptr_to_int: the same in every run
    size_t bytes = 0;
    bool is_static = false;
    bool marked = false;

    Slot* item_slots(int64_t index) {
        return slots.get() + layout->zero.size() + static_cast<size_t>(index) * layout->zero_item.size();
    }
};

class Heap {
  public:
    explicit Heap(const Program& program) : program_(program), layouts_(program.types.size()) {}

    const Layout& layout(LLTypeId type);
    // A zeroed object; nullptr if `length` items of it are more than `limit` bytes.
    HeapObject* allocate(LLTypeId type, int64_t length, size_t limit);
    // Whether something of type `wanted` begins at this slot of an object of type `dynamic`.
    bool holds(LLTypeId dynamic, uint32_t offset, LLTypeId wanted);

    // A packed or slot item as a value, and back.  The index is in range.
    Slot item(HeapObject& object, int64_t index, uint32_t offset_in_item);
    void set_item(HeapObject& object, int64_t index, uint32_t offset_in_item, Slot value);

    size_t bytes() const { return bytes_; }
    // Frees what cannot be reached; `roots` calls its argument for every value outside the heap.
    void collect(const std::function<void(const std::function<void(const Slot&)>&)>& roots);

  private:
    Layout make_layout(LLTypeId type);
    void add_zero(std::vector<Slot>& slots, LLTypeId type, bool& supported);

    const Program& program_;
    std::vector<std::unique_ptr<Layout>> layouts_;  // by type
    std::vector<std::unique_ptr<HeapObject>> objects_;
    uint64_t next_address_ = 4096;
    size_t bytes_ = 0;
};

// What a slot of this (value or storage) type holds at first.
Slot zero_slot(const Program& program, LLTypeId type);
// A value as a slot of this storage type holds it: Int8 and Int32 truncate.
Slot stored_as(LLTypeId storage, Slot value);

}  // namespace sapwood
