// What each operation does.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "flowgraph/exception_roots.h"
#include "flowgraph/interp_machine.h"
#include "flowgraph/signature.h"

namespace sapwood {

namespace {

// Signed arithmetic modulo 2**64.
int64_t wrapped(uint64_t value) {
    return static_cast<int64_t>(value);
}

uint64_t bits(int64_t value) {
    return static_cast<uint64_t>(value);
}

}  // namespace

const Slot& Machine::defined(const Slot& slot) {
    if (slot.kind == Slot::Kind::undefined) fail("an operand is undefined");
    return slot;
}

const Slot& Machine::operand(const Instruction& ins, uint32_t i) {
    return defined(value_of(frames_.back().code->operands[ins.first + i]));
}

int64_t Machine::integer(const Instruction& ins, uint32_t i) {
    const Slot& slot = operand(ins, i);
    if (slot.kind == Slot::Kind::integer) return slot.integer;
    fail(fmt::format("operand {} is not an integer", i + 1));
    return 1;  // neither a bad divisor nor a bad index
}

double Machine::floating(const Instruction& ins, uint32_t i) {
    const Slot& slot = operand(ins, i);
    if (slot.kind == Slot::Kind::floating) return slot.number;
    fail(fmt::format("operand {} is not a float", i + 1));
    return 0;
}

void Machine::set(const Instruction& ins, Slot value) {
    slots_[ins.result] = value;
    frames_.back().next++;
}

bool Machine::shift_count(int64_t count) {
    if (count >= 0 && count < 64) return true;
    fail(fmt::format("the shift count is {}", count));
    return false;
}

void Machine::execute(const Instruction& ins) {
    auto a = [&] { return integer(ins, 0); };
    auto b = [&] { return integer(ins, 1); };
    auto ua = [&] { return bits(integer(ins, 0)); };
    auto ub = [&] { return bits(integer(ins, 1)); };
    auto x = [&] { return floating(ins, 0); };
    auto y = [&] { return floating(ins, 1); };
    int64_t checked = 0;
    // Results are set even after a failure; the run ends all the same.
    switch (ins.op) {
        case Op::same_as: return set(ins, value_of(frames_.back().code->operands[ins.first]));
        case Op::int_add:
        case Op::uint_add: return set_integer(ins, wrapped(ua() + ub()));
        case Op::int_sub:
        case Op::uint_sub: return set_integer(ins, wrapped(ua() - ub()));
        case Op::int_mul:
        case Op::uint_mul: return set_integer(ins, wrapped(ua() * ub()));
        case Op::int_neg: return set_integer(ins, wrapped(0 - ua()));
        case Op::int_add_ovf:
            if (!__builtin_add_overflow(a(), b(), &checked)) return set_integer(ins, checked);
            return call_root(roots::kRaiseOverflow, "OverflowError");
        case Op::int_sub_ovf:
            if (!__builtin_sub_overflow(a(), b(), &checked)) return set_integer(ins, checked);
            return call_root(roots::kRaiseOverflow, "OverflowError");
        case Op::int_mul_ovf:
            if (!__builtin_mul_overflow(a(), b(), &checked)) return set_integer(ins, checked);
            return call_root(roots::kRaiseOverflow, "OverflowError");
        case Op::int_add_overflows: return set_integer(ins, __builtin_add_overflow(a(), b(), &checked));
        case Op::int_sub_overflows: return set_integer(ins, __builtin_sub_overflow(a(), b(), &checked));
        case Op::int_mul_overflows: return set_integer(ins, __builtin_mul_overflow(a(), b(), &checked));
        case Op::int_div_trunc:
        case Op::int_mod_trunc: {
            int64_t left = a(), right = b();
            if (right == 0) return fail("division by zero");
            if (right == -1 && left == INT64_MIN) return fail("the quotient overflows");
            return set_integer(ins, ins.op == Op::int_div_trunc ? left / right : left % right);
        }
        case Op::int_and:
        case Op::uint_and: return set_integer(ins, a() & b());
        case Op::int_or:
        case Op::uint_or: return set_integer(ins, a() | b());
        case Op::int_xor:
        case Op::uint_xor: return set_integer(ins, a() ^ b());
        case Op::int_invert: return set_integer(ins, ~a());
        case Op::int_lshift:
        case Op::uint_lshift: return shift_count(b()) ? set_integer(ins, wrapped(ua() << b())) : void();
        case Op::int_rshift: return shift_count(b()) ? set_integer(ins, a() >> b()) : void();
        case Op::uint_rshift: return shift_count(b()) ? set_integer(ins, wrapped(ua() >> b())) : void();
        case Op::int_lt:
        case Op::char_lt:
        case Op::unichar_lt: return set_integer(ins, a() < b());
        case Op::int_le:
        case Op::char_le:
        case Op::unichar_le: return set_integer(ins, a() <= b());
        case Op::int_eq:
        case Op::uint_eq:
        case Op::bool_eq:
        case Op::char_eq:
        case Op::unichar_eq: return set_integer(ins, a() == b());
        case Op::int_ne:
        case Op::uint_ne:
        case Op::char_ne:
        case Op::unichar_ne: return set_integer(ins, a() != b());
        case Op::int_gt: return set_integer(ins, a() > b());
        case Op::int_ge: return set_integer(ins, a() >= b());
        case Op::uint_div:
        case Op::uint_mod: {
            uint64_t left = ua(), right = ub();
            if (right == 0) return fail("division by zero");
            return set_integer(ins, wrapped(ins.op == Op::uint_div ? left / right : left % right));
        }
        case Op::uint_lt: return set_integer(ins, ua() < ub());
        case Op::uint_le: return set_integer(ins, ua() <= ub());
        case Op::uint_gt: return set_integer(ins, ua() > ub());
        case Op::uint_ge: return set_integer(ins, ua() >= ub());

        case Op::float_add: return set_float(ins, x() + y());
        case Op::float_sub: return set_float(ins, x() - y());
        case Op::float_mul: return set_float(ins, x() * y());
        case Op::float_div: {
            // Spelled out: C++ leaves division by zero undefined, sanitizers complain.
            double left = x(), right = y();
            if (right != 0) return set_float(ins, left / right);
            if (left == 0 || std::isnan(left) || std::isnan(right)) return set_float(ins, std::nan(""));
            return set_float(ins, std::signbit(left) == std::signbit(right) ? HUGE_VAL : -HUGE_VAL);
        }
        case Op::float_neg: return set_float(ins, -x());
        case Op::float_abs: return set_float(ins, std::fabs(x()));
        case Op::float_lt: return set_integer(ins, x() < y());
        case Op::float_le: return set_integer(ins, x() <= y());
        case Op::float_eq: return set_integer(ins, x() == y());
        case Op::float_ne: return set_integer(ins, x() != y());
        case Op::float_gt: return set_integer(ins, x() > y());
        case Op::float_ge: return set_integer(ins, x() >= y());

        case Op::bool_not: return set_integer(ins, !a());
        case Op::cast_bool_to_int:
        case Op::cast_int_to_uint:
        case Op::cast_uint_to_int:
        case Op::cast_char_to_int:
        case Op::cast_unichar_to_int: return set_integer(ins, a());
        case Op::cast_bool_to_float:
        case Op::cast_int_to_float: return set_float(ins, static_cast<double>(a()));
        case Op::cast_int_to_bool: return set_integer(ins, a() != 0);
        case Op::cast_uint_to_float: return set_float(ins, static_cast<double>(ua()));
        case Op::cast_float_to_int: {
            double value = x();
            // Exactly the floats whose integer part has 64 bits.
            if (!(value >= -0x1p63 && value < 0x1p63)) return fail("the float is beyond 64 bits");
            return set_integer(ins, static_cast<int64_t>(value));
        }
        case Op::cast_float_bits_to_int: return set_integer(ins, std::bit_cast<int64_t>(x()));
        case Op::cast_int_bits_to_float: return set_float(ins, std::bit_cast<double>(a()));
        case Op::cast_int_to_char: return set_integer(ins, a() & 255);
        case Op::cast_int_to_unichar: {
            int64_t code = a();
            if (code < 0 || code > 0x10ffff) return fail(fmt::format("{} is not a code point", code));
            return set_integer(ins, code);
        }

        case Op::number_from_none: return set(ins, Slot::of_integer(0, Slot::Kind::number_none));
        case Op::number_from_bool: return set(ins, Slot::of_integer(a(), Slot::Kind::number_bool));
        case Op::number_from_int: return set(ins, Slot::of_integer(a(), Slot::Kind::number_int));
        case Op::number_from_float: return set(ins, Slot::of_float(x(), Slot::Kind::number_float));
        case Op::number_tag:
        case Op::number_int:
        case Op::number_float: return execute_number(ins);

        case Op::malloc:
        case Op::malloc_varsize:
        case Op::gc_malloc:
        case Op::gc_malloc_varsize: return allocate(ins);
        case Op::getfield:
        case Op::setfield:
        case Op::getarrayitem:
        case Op::setarrayitem:
        case Op::getarraysize:
        case Op::getinterior:
        case Op::setinterior:
        case Op::copy_items:
        case Op::clear_items:
        case Op::compare_items:
        case Op::getsubstruct: return execute_memory(ins);
        case Op::ptr_eq: return set_integer(ins, operand(ins, 0).same_as(operand(ins, 1)));
        case Op::ptr_ne: return set_integer(ins, !operand(ins, 0).same_as(operand(ins, 1)));
        case Op::ptr_nonzero: return set_integer(ins, !operand(ins, 0).is_null());
        case Op::ptr_iszero: return set_integer(ins, operand(ins, 0).is_null());
        case Op::cast_pointer: return set(ins, operand(ins, 0));
        case Op::cast_ptr_to_int: {
            const Slot& pointer = operand(ins, 0);
            if (pointer.kind != Slot::Kind::pointer) return set_integer(ins, pointer.integer);
            if (!pointer.object) return set_integer(ins, 0);
            return set_integer(ins, wrapped(pointer.object->address + 8 * uint64_t(pointer.offset)));
        }
        case Op::type_size: {
            const Operation& op = *ins.source;
            const Layout& shape = heap_.layout(program_.constants[op.args[0].constant()].lltype_value);
            return set_integer(ins, static_cast<int64_t>(8 * shape.zero.size() + (shape.has_items ? 8 : 0)));
        }

        case Op::direct_call:
        case Op::indirect_call: return execute_call(ins);
        case Op::leaf_call: return execute_leaf(ins);

        case Op::stack_check:
            if (frames_.size() < options_.stack_limit) return set(ins, Slot::nothing());
            return call_root(roots::kRaiseRecursion, "RecursionError");
        case Op::stack_exhausted: return set_integer(ins, frames_.size() >= options_.stack_limit);
        case Op::exc_handled_get: return set(ins, handled_);
        case Op::exc_handled_set: handled_ = operand(ins, 0); return set(ins, Slot::nothing());
        case Op::exc_passes: {
            Slot exception = operand(ins, 0);
            trace(ins.source->location);
            take_trace(exception);
            return set(ins, Slot::nothing());
        }
        case Op::exc_occurred: return set_integer(ins, in_flight_.object != nullptr);
        case Op::exc_fetch: {
            if (!in_flight_.object) return fail("no exception is in flight");
            Slot exception = in_flight_;
            in_flight_ = Slot::of_pointer(nullptr);
            take_trace(exception);
            return set(ins, exception);
        }
        case Op::exc_set: {
            Slot exception = operand(ins, 0);
            if (exception.is_null()) return fail("a null pointer is raised");
            if (in_flight_.object) return fail("an exception is in flight already");
            in_flight_ = exception;
            return set(ins, Slot::nothing());
        }
        case Op::exc_trace: trace(ins.source->location); return set(ins, Slot::nothing());

#define CASE_OF_Host(name) case Op::name:
#define CASE_OF_LL(name)
#define CASE_OF_Raised(name)
#define CASE_OF_Collected(name)
#define OP(name, phases, signature, effects) CASE_OF_##phases(name)
#include "flowgraph/ops.def"
#undef OP
            return fail("an operation on Python objects cannot be run");
    }
}

void Machine::execute_number(const Instruction& ins) {
    const Slot& number = operand(ins, 0);
    NumberTag tag = NumberTag::None;
    if (number.kind == Slot::Kind::number_bool) tag = NumberTag::Bool;
    if (number.kind == Slot::Kind::number_int) tag = NumberTag::Int;
    if (number.kind == Slot::Kind::number_float) tag = NumberTag::Float;
    if (ins.op == Op::number_tag) return set_integer(ins, static_cast<int64_t>(tag));
    if (ins.op == Op::number_float) {
        if (tag != NumberTag::Float) return fail("the number is not a float");
        return set_float(ins, number.number);
    }
    if (tag != NumberTag::Bool && tag != NumberTag::Int) return fail("the number is neither bool nor int");
    set_integer(ins, number.integer);
}

void Machine::execute_call(const Instruction& ins) {
    const Slot& callee = operand(ins, 0);
    if (callee.is_null()) return fail("a null function is called");
    if (callee.kind != Slot::Kind::function) return fail("what is called is not a function");
    GraphId target(static_cast<uint32_t>(callee.integer));
    if (ins.op == Op::direct_call) return call(ins, target, 1);
    for (GraphId possible : frames_.back().code->targets[ins.extra])
        if (possible == target) return call(ins, target, 2);
    fail(fmt::format("@{} is called, which is not among the possible targets", codes_.graph_name(target)));
}

// ---- memory

void Machine::execute_memory(const Instruction& ins) {
    const Access& access = frames_.back().code->accesses[ins.extra];
    switch (ins.op) {
        case Op::getfield:
        case Op::getarrayitem:
        case Op::getinterior: return read(ins, access);
        case Op::setfield:
        case Op::setarrayitem:
        case Op::setinterior: return write(ins, access, operand(ins, ins.count - 1));
        case Op::getarraysize:
            if (HeapObject* object = object_at(ins, 0, access)) set_integer(ins, object->length);
            return;
        case Op::getsubstruct:
            if (HeapObject* object = object_at(ins, 0, access))
                set(ins, Slot::of_pointer(object, operand(ins, 0).offset + access.offset));
            return;
        case Op::clear_items: {
            HeapObject* object = object_at(ins, 0, access);
            int64_t start = integer(ins, 1), count = integer(ins, 2);
            if (!object || !in_range(*object, start, count)) return;
            for (int64_t i = start; i < start + count; i++)
                for (size_t k = 0; k < std::max<size_t>(1, object->layout->zero_item.size()); k++)
                    heap_.set_item(*object, i, static_cast<uint32_t>(k),
                                   object->layout->storage == ItemStorage::slots
                                       ? object->layout->zero_item[k]
                                   : object->layout->storage == ItemStorage::floats ? Slot::of_float(0)
                                                                                    : Slot::of_integer(0));
            return set(ins, Slot::nothing());
        }
        default: return copy_items(ins);  // and compare_items
    }
}

HeapObject* Machine::object_at(const Instruction& ins, uint32_t i, const Access& access) {
    const Slot& pointer = operand(ins, i);
    if (pointer.kind != Slot::Kind::pointer) {
        fail("the operand is not a pointer to an object");
        return nullptr;
    }
    if (!pointer.object) {
        fail("the pointer is null");
        return nullptr;
    }
    HeapObject* object = pointer.object;
    if (access.seen_type == object->type && access.seen_offset == pointer.offset) return object;
    if (!heap_.holds(object->type, pointer.offset, access.container)) {
        fail(fmt::format("the object is a {}, not a {}", program_.types.text(object->type),
                         program_.types.text(access.container)));
        return nullptr;
    }
    access.seen_type = object->type;
    access.seen_offset = pointer.offset;
    return object;
}

bool Machine::in_range(const HeapObject& object, int64_t start, int64_t count) {
    if (count >= 0 && start >= 0 && start <= object.length && count <= object.length - start) return true;
    fail(fmt::format("{} items from {} are outside an array of {}", count, start, object.length));
    return false;
}

void Machine::read(const Instruction& ins, const Access& access) {
    HeapObject* object = object_at(ins, 0, access);
    if (!object) return;
    if (!access.in_items) return set(ins, object->slots[operand(ins, 0).offset + access.offset]);
    const Slot& index = defined(value_of(access.index));
    if (state_ == State::failed || !in_range(*object, index.integer, 1)) return;
    set(ins, heap_.item(*object, index.integer, access.offset));
}

void Machine::write(const Instruction& ins, const Access& access, Slot value) {
    HeapObject* object = object_at(ins, 0, access);
    if (!object || state_ == State::failed) return;
    if (object->is_static && access.immutable) return fail("static data that never changes is stored to");
    value = stored_as(access.storage, value);
    if (!access.in_items) {
        object->slots[operand(ins, 0).offset + access.offset] = value;
        return set(ins, Slot::nothing());
    }
    const Slot& index = defined(value_of(access.index));
    if (state_ == State::failed || !in_range(*object, index.integer, 1)) return;
    heap_.set_item(*object, index.integer, access.offset, value);
    set(ins, Slot::nothing());
}

void Machine::copy_items(const Instruction& ins) {
    const std::vector<Access>& accesses = frames_.back().code->accesses;
    HeapObject* from = object_at(ins, 0, accesses[ins.extra]);
    HeapObject* to = object_at(ins, 2, accesses[ins.extra + 1]);
    int64_t start = integer(ins, 1), to_start = integer(ins, 3), count = integer(ins, 4);
    if (state_ == State::failed || !in_range(*from, start, count) || !in_range(*to, to_start, count)) return;
    size_t size = from->layout->item_bytes(), n = static_cast<size_t>(count);
    if (ins.op == Op::compare_items) {
        if (from->layout->storage != ItemStorage::bytes) return fail("only arrays of Char are compared");
        int order = n == 0 ? 0 : std::memcmp(from->packed.get() + start, to->packed.get() + to_start, n);
        return set_integer(ins, (order > 0) - (order < 0));
    }
    if (to->is_static && accesses[ins.extra + 1].immutable)
        return fail("static data that never changes is stored to");
    if (from->layout->storage == ItemStorage::slots) {
        size_t slots = n * from->layout->zero_item.size();
        Slot *source = from->item_slots(start), *target = to->item_slots(to_start);
        if (target <= source)
            std::copy(source, source + slots, target);
        else
            std::copy_backward(source, source + slots, target + slots);
    } else if (n > 0) {
        std::memmove(to->packed.get() + static_cast<size_t>(to_start) * size,
                     from->packed.get() + static_cast<size_t>(start) * size, n * size);
    }
    set(ins, Slot::nothing());
}

void Machine::allocate(const Instruction& ins) {
    if (heap_.bytes() > collect_at_) {
        heap_.collect([&](const std::function<void(const Slot&)>& mark) {
            for (size_t i = 0, end = frames_.back().base + frames_.back().code->slots; i < end; i++)
                mark(stack_[i]);
            mark(in_flight_);
            mark(handled_);
        });
        collect_at_ = std::max(2 * heap_.bytes(), collect_at_);
    }
    LLTypeId type = program_.constants[ins.source->args[0].constant()].lltype_value;
    bool sized = ins.op == Op::malloc_varsize || ins.op == Op::gc_malloc_varsize;
    int64_t length = sized ? integer(ins, 1) : 0;
    if (state_ == State::failed) return;
    if (length < 0) return fail(fmt::format("{} items are asked for", length));
    const Layout& shape = heap_.layout(type);
    if (!shape.supported) return fail("the type cannot be laid out");
    if (sized != shape.has_items) return fail("a varsized type and the operation that makes it do not match");
    if (HeapObject* object = new_object(type, length)) return set(ins, Slot::of_pointer(object));
    // Once exceptions are tested for, what comes next sees null and raises.
    bool tested = ins.op == Op::gc_malloc_varsize || program_.phase >= Phase::Raised;
    if (sized && tested) return set(ins, Slot::of_pointer(nullptr));
    if (ins.op == Op::malloc_varsize) return call_root(roots::kRaiseMemory, "MemoryError");
    fail("memory is exhausted");
}

HeapObject* Machine::new_object(LLTypeId type, int64_t length) {
    size_t used = std::min(heap_.bytes(), options_.memory_limit);
    return heap_.allocate(type, length, options_.memory_limit - used);
}

}  // namespace sapwood
