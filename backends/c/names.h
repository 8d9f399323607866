// C names: made from the source's, unique, the same whenever they are asked for in the same order.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "backends/c/database.h"
#include "flowgraph/program.h"

namespace sapwood {

// Letters, digits and underscores only, not starting with a digit, not a word that C or our headers use.
std::string c_identifier(std::string_view source_name);

// Names that are taken, and those that are free.
class NameSpace {
  public:
    // The wanted name, or with the first numeric suffix that is free.
    std::string take(const std::string& wanted);

  private:
    std::unordered_map<std::string, int> taken_;  // name -> last suffix tried
};

// The global names of a program.
class CNames {
  public:
    CNames(const Program& program, const Database& database);

    const std::string& function(GraphId graph) const { return functions_.at(graph.index); }
    const std::string& data(PrebuiltId prebuilt) const { return data_.at(prebuilt.index); }
    // `int64_t`, `struct list_Signed *`, `fn_2`, `struct str`.
    std::string type(LLTypeId type) const;
    // A declaration of `name` with this type: `int64_t x`, `struct str *s`.
    std::string declare(LLTypeId type, const std::string& name) const;
    // Name of field number `index` of a struct.
    const std::string& field(LLTypeId structure, uint32_t index) const;
    // Where the items of an array or varsized struct are, and where their number is.
    std::string items(LLTypeId aggregate) const;
    std::string length(LLTypeId aggregate) const;

  private:
    std::string mangle(LLTypeId type) const;

    const Program& program_;
    std::unordered_map<uint32_t, std::string> functions_, data_, types_;
    std::unordered_map<uint32_t, std::vector<std::string>> fields_;
};

}  // namespace sapwood
