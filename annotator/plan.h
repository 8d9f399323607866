// What the rounds decide and the next round obeys: which copy of a function a call site uses, which copy of a
// class a creation site makes, which cells are one.  Keys are stable over rounds.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "flowgraph/ids.h"

namespace sapwood::annotation {

// What inference takes at most, so that it ends soon.  What is refused within the first limits is tried once
// more within the wide ones.
struct Limits {
    uint32_t copies = 32;  // of a function or class that differ
    uint32_t sites = 64;   // copies for sites that may prove equal
    uint32_t rounds = 32;
    bool unknown_apart = false;  // sites with arguments that are not known yet have copies of their own
};
inline constexpr Limits kWideLimits = {256, 1024, 64, true};
inline constexpr uint32_t kMaxShapes = 128;  // copies of a structural function

// Names of copies, roles and cells as small numbers, the same in all rounds.
class KeyTable {
  public:
    uint32_t intern(const std::string& text) {
        auto [it, added] = index_.try_emplace(text, static_cast<uint32_t>(texts_.size()));
        if (added) texts_.push_back(text);
        return it->second;
    }
    const std::string& text(uint32_t key) const { return texts_[key]; }

  private:
    std::unordered_map<std::string, uint32_t> index_;
    std::vector<std::string> texts_;
};

// A place in a copy that calls a function or makes an instance of a class.
struct SiteKey {
    uint32_t caller;  // key of the copy; 0: no particular site
    VariableId op;
    uint32_t role;    // key
    ObjectId target;  // function or class
    uint32_t owner;   // key of the class copy whose method it is; 0: none
    auto operator<=>(const SiteKey&) const = default;
};

struct Plan {
    Limits limits;
    KeyTable keys;
    std::map<SiteKey, uint32_t> contexts;  // of functions; missing: 0, or a new one for a sensitive function
    std::map<SiteKey, uint32_t> class_copies;  // of classes, likewise
    std::set<ObjectId> sensitive_functions;    // each call site has its own copy, until copies prove equal
    std::set<ObjectId> sensitive_classes;      // each creation site has its own copy, likewise
    // Functions that call themselves with values of other types (a walk over nested containers): a copy for
    // each shape of their arguments.
    std::set<ObjectId> structural_functions;
    // Classes whose methods give what those of their relatives do not: shapes tell them apart.
    std::set<ObjectId> distinct_classes;
    std::map<ObjectId, uint32_t> parted_again;  // how often copies of a class were joined too early
    std::map<ObjectId, size_t> parted_sites;    // how many creation sites these had the last time
    std::map<ObjectId, uint32_t> next_context;
    std::map<ObjectId, uint32_t> next_class_copy;
    std::set<ObjectId> crowded;  // functions that would need more copies than the limit

    // In all rounds an instance of a class may be one of a class below it, as it may in the last ones.
    bool with_subclasses = false;
    // Last rounds: cells (by key) that are one cell; class copies (class, copy) that are one.
    bool joined = false;
    std::map<uint32_t, uint32_t> same_cell;
    std::map<std::pair<ObjectId, uint32_t>, uint32_t> same_class;

    uint32_t cell_representative(uint32_t key) const {
        for (auto it = same_cell.find(key); it != same_cell.end(); it = same_cell.find(key)) key = it->second;
        return key;
    }
    uint32_t class_representative(ObjectId class_, uint32_t copy) const {
        for (auto it = same_class.find({class_, copy}); it != same_class.end();
             it = same_class.find({class_, copy}))
            copy = it->second;
        return copy;
    }
};

}  // namespace sapwood::annotation
