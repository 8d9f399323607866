// Typed 32-bit ids and the stores they index.  Whoever owns a store owns its items; everyone else holds an
// id.  A reference into a store is invalid after the next add() to the same store.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "flowgraph/check.h"

namespace sapwood {

// An index into a Store; ids of different kinds do not mix.  A default id names nothing.
template <class Tag>
struct Id {
    static constexpr uint32_t kNothing = UINT32_MAX;
    uint32_t index = kNothing;

    constexpr Id() = default;
    constexpr explicit Id(uint32_t i) : index(i) {}
    constexpr bool valid() const { return index != kNothing; }
    constexpr explicit operator bool() const { return valid(); }
    constexpr auto operator<=>(const Id&) const = default;
};

using BlockId = Id<struct BlockTag>;            // in a FunctionGraph
using VariableId = Id<struct VariableTag>;      // in a FunctionGraph
using GraphId = Id<struct GraphTag>;            // in a Program
using ConstantId = Id<struct ConstantTag>;      // in a Program, interned
using LLTypeId = Id<struct LLTypeTag>;          // in a Program, interned (structs are nominal)
using PrebuiltId = Id<struct PrebuiltTag>;      // in a Program: static low-level data
using ObjectId = Id<struct ObjectTag>;          // in a HostTables: an object of the import-time world
using FileId = Id<struct FileTag>;              // in a Program: a source file
using ScopeId = Id<struct ScopeTag>;            // in a Program: an inlined call
using AnnotationId = Id<struct AnnotationTag>;  // in AnnotatedTables, interned
using ListCellId = Id<struct ListCellTag>;
using DictCellId = Id<struct DictCellTag>;
using VarCellId = Id<struct VarCellTag>;
using ClassDefId = Id<struct ClassDefTag>;
using DescId = Id<struct DescTag>;
using CallFamilyId = Id<struct CallFamilyTag>;

// Items in the order they were added, indexed by IdT.
template <class IdT, class T>
class Store {
  public:
    IdT add(T item) {
        items_.push_back(std::move(item));
        return IdT(static_cast<uint32_t>(items_.size() - 1));
    }
    T& operator[](IdT id) {
        CHECK(id.index < items_.size(), "id {} outside a store of {}", id.index, items_.size());
        return items_[id.index];
    }
    const T& operator[](IdT id) const { return const_cast<Store&>(*this)[id]; }
    uint32_t size() const { return static_cast<uint32_t>(items_.size()); }
    bool contains(IdT id) const { return id.index < items_.size(); }
    IdT next_id() const { return IdT(size()); }
    auto begin() { return items_.begin(); }
    auto end() { return items_.end(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    std::vector<T>& items() { return items_; }
    const std::vector<T>& items() const { return items_; }

  private:
    std::vector<T> items_;
};

}  // namespace sapwood

template <class Tag>
struct std::hash<sapwood::Id<Tag>> {
    size_t operator()(sapwood::Id<Tag> id) const noexcept { return std::hash<uint32_t>()(id.index); }
};
