// Objects of the graph interpreter: layout, allocation, items, collection.
#include "flowgraph/interp_memory.h"

#include <algorithm>
#include <cstring>

namespace sapwood {

namespace {

template <class T>
T load(const HeapObject& object, int64_t index) {
    T value;
    std::memcpy(&value, object.packed.get() + static_cast<size_t>(index) * sizeof(T), sizeof(T));
    return value;
}

template <class T>
void store(HeapObject& object, int64_t index, T value) {
    std::memcpy(object.packed.get() + static_cast<size_t>(index) * sizeof(T), &value, sizeof(T));
}

}  // namespace

Slot zero_slot(const Program& program, LLTypeId type) {
    switch (program.types[type].kind) {
        case LLKind::Void: return Slot::nothing();
        case LLKind::Signed:
        case LLKind::Unsigned:
        case LLKind::Bool:
        case LLKind::Char:
        case LLKind::UniChar:
        case LLKind::Int8:
        case LLKind::Int32: return Slot::of_integer(0);
        case LLKind::Float: return Slot::of_float(0);
        case LLKind::Number: return Slot::of_integer(0, Slot::Kind::number_none);
        case LLKind::GcRef:
        case LLKind::Address:
        case LLKind::Ptr: return Slot::of_pointer(nullptr);
        case LLKind::Struct:
        case LLKind::Array:
        case LLKind::Func: return Slot();
    }
    return Slot();
}

Slot stored_as(LLTypeId storage, Slot value) {
    if (storage == kInt8) value.integer = static_cast<int8_t>(static_cast<uint64_t>(value.integer));
    if (storage == kInt32) value.integer = static_cast<int32_t>(static_cast<uint64_t>(value.integer));
    return value;
}

size_t Layout::item_bytes() const {
    switch (storage) {
        case ItemStorage::slots: return zero_item.size() * sizeof(Slot);
        case ItemStorage::bytes: return 1;
        case ItemStorage::int32s: return sizeof(int32_t);
        case ItemStorage::floats: return sizeof(double);
    }
    return 0;
}

const Layout& Heap::layout(LLTypeId type) {
    std::unique_ptr<Layout>& entry = layouts_[type.index];
    if (!entry) entry = std::make_unique<Layout>(make_layout(type));
    return *entry;
}

void Heap::add_zero(std::vector<Slot>& slots, LLTypeId type, bool& supported) {
    if (program_.types[type].kind != LLKind::Struct) {
        slots.push_back(zero_slot(program_, type));
        return;
    }
    const Layout& inner = layout(type);
    supported = supported && inner.supported && !inner.has_items;
    slots.insert(slots.end(), inner.zero.begin(), inner.zero.end());
}

Layout Heap::make_layout(LLTypeId id) {
    const LLType& type = program_.types[id];
    Layout result;
    std::optional<LLTypeId> array;
    if (type.kind == LLKind::Array) array = id;
    if (type.kind == LLKind::Struct) {
        array = program_.types.inlined_array(id);
        result.supported = type.defined;
        for (const LLField& field : type.fields) {
            result.offsets.push_back(static_cast<uint32_t>(result.zero.size()));
            if (program_.types[field.type].kind == LLKind::Array)
                result.supported = result.supported && &field == &type.fields.back();
            else
                add_zero(result.zero, field.type, result.supported);
        }
    }
    if (!array) return result;
    result.has_items = true;
    result.item = program_.types[*array].item;
    if (result.item == kChar || result.item == kInt8)
        result.storage = ItemStorage::bytes;
    else if (result.item == kInt32)
        result.storage = ItemStorage::int32s;
    else if (result.item == kFloat)
        result.storage = ItemStorage::floats;
    else
        add_zero(result.zero_item, result.item, result.supported);
    return result;
}

HeapObject* Heap::allocate(LLTypeId type, int64_t length, size_t limit) {
    const Layout& shape = layout(type);
    CHECK(shape.supported && length >= 0, "{} cannot be laid out", program_.types.text(type));
    size_t fixed = shape.zero.size() * sizeof(Slot), item = std::max<size_t>(1, shape.item_bytes());
    auto count = static_cast<size_t>(length);
    if (count > limit / item || fixed + count * item > limit) return nullptr;
    auto object = std::make_unique<HeapObject>();
    object->type = type;
    object->layout = &shape;
    object->length = length;
    size_t slots = shape.zero.size() + count * shape.zero_item.size();
    object->slots = std::make_unique<Slot[]>(slots);
    std::copy(shape.zero.begin(), shape.zero.end(), object->slots.get());
    for (size_t i = 0; i < count && !shape.zero_item.empty(); i++)
        std::copy(shape.zero_item.begin(), shape.zero_item.end(),
                  object->item_slots(static_cast<int64_t>(i)));
    // One item at least, so that its address is never null.
    if (shape.storage != ItemStorage::slots)
        object->packed = std::make_unique<unsigned char[]>(std::max<size_t>(1, count) * item);
    object->bytes = sizeof(HeapObject) + fixed + count * item;
    object->address = next_address_;
    next_address_ += (object->bytes + 15) / 16 * 16;
    bytes_ += object->bytes;
    objects_.push_back(std::move(object));
    return objects_.back().get();
}

bool Heap::holds(LLTypeId dynamic, uint32_t offset, LLTypeId wanted) {
    if (offset == 0 && dynamic == wanted) return true;
    const LLType& type = program_.types[dynamic];
    if (type.kind != LLKind::Struct) return false;
    const Layout& shape = layout(dynamic);
    // The last field that begins at or before the offset; an inlined array has no slots of its own.
    for (size_t i = type.fields.size(); i-- > 0;) {
        LLKind kind = program_.types[type.fields[i].type].kind;
        if (kind == LLKind::Array || shape.offsets[i] > offset) continue;
        return kind == LLKind::Struct && holds(type.fields[i].type, offset - shape.offsets[i], wanted);
    }
    return false;
}

Slot Heap::item(HeapObject& object, int64_t index, uint32_t offset_in_item) {
    switch (object.layout->storage) {
        case ItemStorage::slots: return object.item_slots(index)[offset_in_item];
        case ItemStorage::bytes:
            if (object.layout->item == kInt8) return Slot::of_integer(load<int8_t>(object, index));
            return Slot::of_integer(load<unsigned char>(object, index));
        case ItemStorage::int32s: return Slot::of_integer(load<int32_t>(object, index));
        case ItemStorage::floats: return Slot::of_float(load<double>(object, index));
    }
    return Slot();
}

void Heap::set_item(HeapObject& object, int64_t index, uint32_t offset_in_item, Slot value) {
    switch (object.layout->storage) {
        case ItemStorage::slots: object.item_slots(index)[offset_in_item] = value; return;
        case ItemStorage::bytes: return store(object, index, static_cast<unsigned char>(value.integer));
        case ItemStorage::int32s:
            return store(object, index, static_cast<int32_t>(static_cast<uint64_t>(value.integer)));
        case ItemStorage::floats: return store(object, index, value.number);
    }
}

void Heap::collect(const std::function<void(const std::function<void(const Slot&)>&)>& roots) {
    std::vector<HeapObject*> pending;
    auto mark = [&](const Slot& slot) {
        if (slot.kind != Slot::Kind::pointer || !slot.object || slot.object->marked) return;
        slot.object->marked = true;
        pending.push_back(slot.object);
    };
    roots(mark);
    for (const std::unique_ptr<HeapObject>& object : objects_)
        if (object->is_static) mark(Slot::of_pointer(object.get()));
    while (!pending.empty()) {
        HeapObject* object = pending.back();
        pending.pop_back();
        size_t count = object->layout->zero.size() +
                       static_cast<size_t>(object->length) * object->layout->zero_item.size();
        for (size_t i = 0; i < count; i++) mark(object->slots[i]);
    }
    std::erase_if(objects_, [](const std::unique_ptr<HeapObject>& object) { return !object->marked; });
    bytes_ = 0;
    for (const std::unique_ptr<HeapObject>& object : objects_) {
        object->marked = false;
        bytes_ += object->bytes;
    }
}

}  // namespace sapwood
