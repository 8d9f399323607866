// Reads the finished graphs for what still costs speed.  See hints.h.
#include "transforms/hints.h"

#include <algorithm>
#include <optional>
#include <set>

#include "transforms/effects.h"
#include "transforms/loops.h"

namespace sapwood {
namespace {

enum class Cost : uint8_t { tagged, dispatch, overflow, index, zero, none, unbound };

constexpr int kDeepest = 9;           // what runs more often than that is as hot as can be
constexpr size_t kCandidates = 4;     // of a dynamic call, so many are named
constexpr size_t kLongestQuote = 40;  // of source text in a message

// What makes the check superfluous, told with the first hint of a kind.
const char* remedy(Cost cost) {
    switch (cost) {
        case Cost::tagged:
            return "a variable of one type needs no tag: begin with `0.0` for a sum of floats, return -1 for "
                   "no index";
        case Cost::dispatch: return "a call whose receiver has one class is direct, and can be inlined";
        case Cost::overflow:
            return "results that are only truncated (`& mask`) need no check; --int=wrap drops all";
        case Cost::index: return "`for item in items`, `enumerate` and `zip` need no check";
        case Cost::zero: return "a constant divisor needs no check";
        case Cost::none: return "after `if x is None: ...` that leaves, a local variable needs no check";
        case Cost::unbound: return "a variable that is bound before the loop needs no check";
    }
    return "";
}

// A line on which one kind of cost is left.
struct Site {
    std::set<PlaceInFile> places;
    Location location;  // of the first
    int weight = 0;     // how deep in loops, those that call the function included
    int depth = 0;      // in the function's own
    bool recursive = false;
    bool inlined = true;  // in all places: the loops may be a caller's
    std::vector<GraphId> targets;
};

struct HintGiver {
    const Program& program;
    const MixedNumbers& numbers;
    const std::function<bool(const std::string& path)>& is_programs;
    Diagnostics& diagnostics;
    std::vector<char> recursive = recursive_graphs(program);
    std::vector<std::vector<int>> depths = {};  // by GraphId, by BlockId
    std::vector<int> weights = {};              // by GraphId: how deep in loops it is called
    std::vector<char> known_files = {};         // by FileId: the program's
    std::map<std::tuple<Cost, FileId, int>, Site> sites = {};

    // ---- How often things run

    void find_depths() {
        depths.resize(program.graph_count());
        for (GraphId id : program.graphs()) {
            const FunctionGraph& graph = program.graph(id);
            std::vector<int> depth = loop_depths(graph);
            // Code that raises leaves the loop, but what decides that it runs stands inside.
            depths[id.index] = depth;
            for (BlockId block : graph.reachable_blocks())
                for (const Link& link : graph.blocks[block].links) {
                    int& target = depths[id.index][link.target.index];
                    if (raises_only(graph.blocks[link.target])) target = std::max(target, depth[block.index]);
                }
        }
    }

    bool raises_only(const Block& block) const {
        return std::ranges::any_of(
            block.operations, [&](const Operation& operation) { return check_of(operation).has_value(); });
    }

    // What a call in a loop calls runs as often, and so on; not counted again around a recursion.
    void find_weights() {
        weights.assign(program.graph_count(), 0);
        for (GraphId id : program.graphs()) weights[id.index] = recursive[id.index] ? 1 : 0;
        for (bool changed = true; changed;) {
            changed = false;
            for (GraphId id : program.graphs()) {
                const FunctionGraph& graph = program.graph(id);
                for (BlockId block : graph.reachable_blocks())
                    for (const Operation& operation : graph.blocks[block].operations)
                        for (GraphId callee : callees(program, operation)) {
                            bool inside = recursive[id.index] && recursive[callee.index];
                            int weight = weights[id.index] + (inside ? 0 : depths[id.index][block.index]);
                            weight = std::min(weight, kDeepest);
                            if (weights[callee.index] >= weight) continue;
                            weights[callee.index] = weight;
                            changed = true;
                        }
            }
        }
    }

    // ---- What is left

    // The kind of check whose failure is raised by the operation; nullopt: it raises nothing, or what the
    // program itself raises.
    std::optional<Cost> check_of(const Operation& operation) const {
        if (operation.op != Op::direct_call || !operation.args[0].is_constant()) return std::nullopt;
        const Constant& target = program.constants[operation.args[0].constant()];
        if (target.kind != ConstantKind::function || !program.alive(target.graph)) return std::nullopt;
        const FunctionGraph& graph = program.graph(target.graph);
        if (!graph.cold || !graph.low_level) return std::nullopt;
        const std::string& raised = class_raised(graph);
        if (raised == "OverflowError") return Cost::overflow;
        if (raised == "IndexError") return Cost::index;
        if (raised == "ZeroDivisionError") return Cost::zero;
        if (raised == "AttributeError") return Cost::none;
        if (raised == "UnboundLocalError") return Cost::unbound;
        return std::nullopt;
    }

    // The class of the first instance that a cold graph makes: the exception.
    const std::string& class_raised(const FunctionGraph& graph) const {
        static const std::string unknown;
        for (const Operation& operation : graph.blocks[graph.start].operations)
            if (operation.op == Op::gc_malloc)
                return program.types[program.constants[operation.args[0].constant()].lltype_value].name;
        return unknown;
    }

    std::optional<Cost> cost_of(const Operation& operation) const {
        switch (operation.op) {
            case Op::number_tag: return Cost::tagged;
            case Op::int_add_overflows:
            case Op::int_sub_overflows:
            case Op::int_mul_overflows: return Cost::overflow;
            case Op::indirect_call:
                if (callees(program, operation).size() > 1) return Cost::dispatch;
                return std::nullopt;
            default: return check_of(operation);
        }
    }

    // The innermost place in the program's own files.
    std::optional<Location> place_in_program(Location at) const {
        for (;;) {
            if (at.known() && known_files[at.file.index]) return at;
            if (!at.scope.valid()) return std::nullopt;
            at = program.scopes[at.scope].call;
        }
    }

    void visit(const FunctionGraph& graph) {
        for (BlockId block : graph.reachable_blocks()) {
            int depth = depths[graph.id.index][block.index];
            int weight = std::min(weights[graph.id.index] + depth, kDeepest);
            if (weight == 0) continue;
            for (const Operation& operation : graph.blocks[block].operations) {
                std::optional<Cost> cost = cost_of(operation);
                if (!cost) continue;
                std::optional<Location> at = place_in_program(operation.location);
                if (!at) continue;
                Site& site = sites[{*cost, at->file, at->line}];
                site.depth = std::max(site.depth, depth);
                site.weight = std::max(site.weight, weight);
                site.recursive |= recursive[graph.id.index] != 0;
                site.inlined &= is_call(at->scope);
                at->scope = {};
                add(site, *at, operation);
            }
        }
    }

    // Whether a scope is an inlined call, not a comprehension.
    bool is_call(ScopeId scope) const {
        return scope.valid() && !program.scopes[scope].function.starts_with('<');
    }

    void add(Site& site, const Location& at, const Operation& operation) {
        bool better = numbers.contains(place_in_file(at)) && !numbers.contains(place_in_file(site.location));
        if (site.places.empty() || better) site.location = at;
        site.places.insert(place_in_file(at));
        if (operation.op != Op::indirect_call) return;
        for (GraphId target : callees(program, operation))
            if (std::ranges::find(site.targets, target) == site.targets.end()) site.targets.push_back(target);
    }

    // ---- What is said

    // The source text of a place, in quotes.
    std::string quoted(const Location& at) const {
        const std::vector<std::string>& lines = program.files[at.file].lines;
        if (at.line < 1 || static_cast<size_t>(at.line) > lines.size()) return "this";
        std::string_view line = lines[static_cast<size_t>(at.line) - 1];
        size_t begin = std::min<size_t>(static_cast<size_t>(at.column), line.size());
        size_t end = at.end_line == at.line
                         ? std::min<size_t>(static_cast<size_t>(at.end_column), line.size())
                         : line.size();
        std::string_view text = line.substr(begin, end - begin);
        if (text.empty() || text.size() > kLongestQuote || at.end_line != at.line) return "this";
        return fmt::format("`{}`", text);
    }

    // What is checked: the text of the place, and how many more there are on the line.
    std::string subject(const Site& site) const {
        size_t others = site.places.size() - 1;
        if (others == 0) return quoted(site.location) + " is";
        return fmt::format("{} and {} more on this line are", quoted(site.location), others);
    }

    static std::string how_often(const Site& site) {
        if (site.depth == 0)
            return site.recursive ? "in a recursive function" : "in a function that is called in a loop";
        std::string loops = site.depth == 1 ? "in a loop" : fmt::format("in {} nested loops", site.depth);
        return site.inlined ? loops + ", its own or its caller's" : loops;
    }

    DiagnosticHandle tell_tagged(const Site& site) {
        auto known = numbers.find(place_in_file(site.location));
        const MixedNumber mixed = known == numbers.end() ? MixedNumber() : known->second;
        std::string name = mixed.name.empty() ? quoted(site.location) : "`" + mixed.name + "`";
        DiagnosticHandle told = diagnostics.hint<Diag::tagged_number>(
            site.weight, site.location, name, names_of_tags(mixed.tags), how_often(site));
        for (const MixedNumber::Origin& origin : mixed.origins)
            if (origin.constant)
                told.note<Diag::other_side>(
                    origin.location, fmt::format("{} comes in as {}", name, names_of_tags(origin.tags)));
            else
                told.note<Diag::came_from>(origin.location, names_of_tags(origin.tags));
        return told;
    }

    // The function behind the target of a dynamic call, as its author calls it, and a place in it.  Virtual
    // methods are called through graphs that only convert `self`, where the method itself may be inlined.
    std::optional<std::pair<std::string, Location>> candidate(GraphId target) const {
        const FunctionGraph& graph = program.graph(target);
        if (graph.location.known() && graph.has_frame()) {
            if (!known_files[graph.location.file.index]) return std::nullopt;
            return std::pair(graph.qualname.substr(graph.qualname.find('.') + 1), graph.location);
        }
        std::string receiver;
        for (BlockId block : graph.reachable_blocks())
            for (const Operation& operation : graph.blocks[block].operations) {
                if (operation.op == Op::cast_pointer && receiver.empty())
                    receiver = struct_name(graph, operation);
                if (operation.op == Op::direct_call)
                    for (GraphId callee : callees(program, operation))
                        if (program.graph(callee).has_frame()) return candidate(callee);
                if (!operation.location.scope.valid()) continue;
                Location at = outermost(operation.location);
                if (!known_files[at.file.index]) continue;
                std::string method = program.scopes[at.scope].function;
                at.scope = {};
                return std::pair(receiver.empty() ? method : receiver + "." + method, at);
            }
        return std::nullopt;
    }

    std::string struct_name(const FunctionGraph& graph, const Operation& operation) const {
        const LLType& type = program.types[graph.variables[operation.result].type];
        if (type.kind != LLKind::Ptr) return {};
        return program.types[type.item].name;
    }

    // The place in the function that was inlined first.
    Location outermost(Location at) const {
        while (program.scopes[at.scope].call.known() && program.scopes[at.scope].call.scope.valid())
            at = program.scopes[at.scope].call;
        return at;
    }

    DiagnosticHandle tell_dispatch(const Site& site) {
        DiagnosticHandle told = diagnostics.hint<Diag::dynamic_dispatch>(
            site.weight, site.location, quoted(site.location), site.targets.size(), how_often(site));
        size_t named = 0;
        for (GraphId target : site.targets)
            if (auto found = candidate(target); found && named++ < kCandidates)
                told.note<Diag::other_side>(found->second, fmt::format("`{}`", found->first));
        return told;
    }

    template <Diag diag>
    DiagnosticHandle tell_check(const Site& site) {
        return diagnostics.hint<diag>(site.weight, site.location, subject(site), how_often(site));
    }

    DiagnosticHandle tell(Cost cost, const Site& site) {
        switch (cost) {
            case Cost::tagged: return tell_tagged(site);
            case Cost::dispatch: return tell_dispatch(site);
            case Cost::overflow: return tell_check<Diag::overflow_check>(site);
            case Cost::index: return tell_check<Diag::index_check>(site);
            case Cost::zero: return tell_check<Diag::zero_check>(site);
            case Cost::none: return tell_check<Diag::none_check>(site);
            case Cost::unbound: return tell_check<Diag::unbound_check>(site);
        }
        return tell_check<Diag::overflow_check>(site);
    }

    // What is done for a tagged number, its tests cover.
    bool part_of_tagged(Cost cost, const Site& site) const {
        if (cost == Cost::tagged) return false;
        auto tagged = sites.find({Cost::tagged, site.location.file, site.location.line});
        return tagged != sites.end() && std::ranges::includes(tagged->second.places, site.places);
    }

    void tell_all() {
        std::vector<std::pair<Cost, const Site*>> ordered;
        for (const auto& [key, site] : sites)
            if (!part_of_tagged(std::get<Cost>(key), site)) ordered.emplace_back(std::get<Cost>(key), &site);
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const auto& a, const auto& b) { return a.second->weight > b.second->weight; });
        std::set<Cost> explained;
        for (const auto& [cost, site] : ordered) {
            DiagnosticHandle told = tell(cost, *site);
            if (explained.insert(cost).second) told.note<Diag::remedy>(site->location, remedy(cost));
        }
    }

    void run() {
        for (const SourceFile& file : program.files)
            known_files.push_back(!file.lines.empty() && is_programs(file.path));
        find_depths();
        find_weights();
        for (GraphId id : program.graphs()) visit(program.graph(id));
        tell_all();
    }
};

}  // namespace

void give_hints(const Program& program, const MixedNumbers& numbers,
                const std::function<bool(const std::string& path)>& is_programs, Diagnostics& diagnostics) {
    HintGiver{program, numbers, is_programs, diagnostics}.run();
}

}  // namespace sapwood
