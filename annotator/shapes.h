// Shapes of values: what tells the copies of a function apart.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "annotator/engine.h"

namespace sapwood::annotation {

// A shape as a tree in text form; "?" stands for what is not known yet and agrees with everything.
// Instances count by their class hierarchy (and copy), distinct classes of it by themselves, None not at all.
class Shapes {
  public:
    // in_flow: the round is under way, what functions return is not known.
    explicit Shapes(Engine& engine, bool in_flow = false) : engine_(engine), in_flow_(in_flow) {}

    std::string of(SId value, int depth = 0);

    // Of the classes of an instance, or their nearest bases, those whose methods' results do not join.
    std::set<ObjectId> distinct_in(const SValue& s);

    // Number of the group of equal copies that a class copy belongs to, once known.
    std::map<uint32_t, uint32_t> class_groups;

  private:
    std::string cells(const SValue& s, bool second, int depth);
    std::string instances(const SValue& s);
    std::string callables(const SValue& s);
    std::string result_of(uint32_t desc);

    Engine& engine_;
    bool in_flow_;
    std::set<uint32_t> visiting_;
    std::map<ObjectId, std::vector<const Copy*>> copies_of_;  // functions
};

}  // namespace sapwood::annotation
