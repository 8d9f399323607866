// The lattice of annotations during inference.  Like flowgraph's Annotation, but an abstract value names sets
// of cells, classes and callables: two lists that meet in a variable are still two cells.  Only the last
// rounds join cells that met (rounds.cpp).
//
// Bottom is `impossible`, top is `conflict`.  join never raises and never diagnoses: whoever owns the place
// where the conflict appears remembers both sides (provenance.h).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "flowgraph/annotation.h"
#include "flowgraph/constant.h"

namespace sapwood::annotation {

using SId = Id<struct SValueTag>;  // an interned abstract value

inline constexpr uint8_t kNoneTag = 1 << static_cast<int>(NumberTag::None);
inline constexpr uint8_t kBoolTag = 1 << static_cast<int>(NumberTag::Bool);
inline constexpr uint8_t kIntTag = 1 << static_cast<int>(NumberTag::Int);
inline constexpr uint8_t kFloatTag = 1 << static_cast<int>(NumberTag::Float);

struct SValue {
    SKind kind = SKind::impossible;
    bool nullable = false;
    bool declines = false;     // the None among the values is the representation of NotImplemented
    bool nonnegative = false;  // integer; range: all its items
    bool is_char = false;
    uint8_t tags = 0;  // number
    IteratorKind iterator = IteratorKind::sequence;
    ConstantId constant;
    std::vector<SId> items;
    std::vector<uint32_t> ids;  // sorted.  list, dict, set, cell: cells; instance: classes; callable: descs
    LLTypeId lltype;
    std::string name;
};

// What the lattice must know about classes.
class ClassOrder {
  public:
    virtual ~ClassOrder() = default;
    // The least set that stands for instances of all these classes; empty if they have no common base.
    virtual std::vector<uint32_t> join_classes(std::vector<uint32_t> classes) = 0;
};

class Lattice {
  public:
    Lattice(ConstantTable& constants, ClassOrder& classes);

    const SValue& operator[](SId id) const { return values_[id.index]; }
    SKind kind(SId id) const { return values_[id.index].kind; }
    SId intern(SValue value);

    // Least value above both.
    SId join(SId a, SId b);
    SId join_all(std::span<const SId> values);

    SId impossible() const { return SId(0); }
    SId conflict() const { return SId(1); }
    SId none() const { return SId(2); }
    SId boolean() const { return SId(3); }
    SId integer() const { return SId(4); }
    SId nonnegative() const { return SId(5); }
    SId floating() const { return SId(6); }
    SId str() const { return SId(7); }
    SId character() const { return SId(8); }
    SId bytes() const { return SId(9); }
    SId not_implemented() const { return SId(10); }
    SId simple(SKind kind);
    SId boolean(bool value);
    // int, float, bool, None by tags: the plain kind where there is only one.
    SId number(uint8_t tags);
    SId tuple(std::vector<SId> items);
    // A tuple of any length; of an impossible item: the empty tuple.
    SId tuple_of(SId item);
    SId with_ids(SKind kind, std::vector<uint32_t> ids);
    SId iterator(IteratorKind kind, std::vector<SId> items);
    // Takes every value that has a type.
    SId boxed() { return simple(SKind::boxed); }
    SId nullable(SId value) { return join(value, none()); }
    // The value when it is not None; impossible for None itself.
    SId without_none(SId value);
    // The value when it is not NotImplemented.
    SId without_declining(SId value) { return declines(value) ? without_none(value) : value; }
    // The value without what it knows of its constant.
    SId without_constant(SId value);

    bool possible(SId id) const { return id != impossible(); }
    bool is_conflict(SId id) const { return id == conflict(); }
    bool is_tuple(SId id) const { return kind(id) == SKind::tuple || kind(id) == SKind::tuple_of; }
    bool is_numeric(SId id) const;  // bool, int, float, number (not None alone)
    bool can_be_none(SId id) const;
    bool declines(SId id) const { return values_[id.index].declines; }
    // Tags of bool, int, float, None, number; 0 for others.
    uint8_t tags(SId id) const;
    // The value is known to be true or false, as a condition.
    std::optional<bool> constant_truth(SId id) const;
    std::optional<int64_t> constant_int(SId id) const;
    std::optional<std::string> constant_str(SId id) const;
    int depth(SId id) const { return depths_[id.index]; }

  private:
    SId join_different(SId a, SId b);
    SId join_numbers(SId a, SId b);
    SId join_lengths(SId a, SId b);

    ConstantTable& constants_;
    ClassOrder& classes_;
    std::vector<SValue> values_;
    std::vector<int> depths_;
    std::unordered_map<std::string, SId> index_;
    std::unordered_map<uint64_t, SId> joins_;
};

// Tuples nested deeper than this have no type of their own.
inline constexpr int kMaxDepth = 12;
// Sums and multiples of tuples with more items than this are tuples of a length that is not known.
inline constexpr size_t kMaxItems = 64;

}  // namespace sapwood::annotation
