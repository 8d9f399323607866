// A graph as a C function, structured after Ramsey, "Beyond Relooper" (ICFP 2022): the dominator tree becomes
// nested statements; blocks that several links enter are printed after the statement that all of them are in,
// where the links reach them by falling through, `break`, `continue`, or else `goto`.  What lies behind a
// loop is printed behind it, though the loop dominates it.
#include "backends/c/function.h"

#include <algorithm>
#include <set>
#include <utility>

#include "backends/c/declarations.h"
#include "backends/c/expressions.h"
#include "backends/c/literals.h"

namespace sapwood {
namespace {

using Lines = std::vector<std::string>;

void append_indented(Lines& lines, const Lines& inner) {
    for (const std::string& line : inner)
        lines.push_back(line.empty() || line.back() == ':' ? line : "    " + line);
}

// What the surroundings of a statement offer as ways to go on.
struct Surroundings {
    BlockId follow;     // reached by falling off the end; may be a loop header (then: the next round)
    BlockId breaks_to;  // reached by `break`
    BlockId continues;  // header of the innermost loop
    bool in_switch = false;
};

struct FunctionPrinter {
    const Program& program;
    const CNames& names;
    Places& places;
    const FunctionGraph& graph;
    const bool line_marks;
    const Cfg cfg;
    const VariablePlan plan;
    const Expressions expressions;
    std::vector<std::vector<BlockId>> joins;   // by BlockId: blocks printed after its statement
    std::vector<std::vector<BlockId>> behind;  // by BlockId of a loop header: blocks printed after the loop
    std::vector<char> placed;                  // by BlockId: is in joins or behind
    std::vector<char> inlined_exits;           // by BlockId: leaves a loop, and ends soon: printed inside it
    std::set<BlockId> labels;                  // targets of gotos
    std::vector<std::string> label_names;
    Location marked;

    FunctionPrinter(const Program& p, const CNames& n, Places& pl, const FunctionGraph& g, bool marks)
        : program(p),
          names(n),
          places(pl),
          graph(g),
          line_marks(marks),
          cfg(analyze_cfg(g)),
          plan(plan_variables(p, g, cfg)),
          expressions(p, n, g, plan) {}

    // ---- Where blocks go

    void place_blocks() {
        joins.resize(graph.blocks.size());
        behind.resize(graph.blocks.size());
        placed.assign(graph.blocks.size(), 0);
        inlined_exits.assign(graph.blocks.size(), 0);
        label_names.resize(graph.blocks.size());
        find_inlined_exits();
        NameSpace label_space;
        for (BlockId block : cfg.order) {
            label_names[block.index] = label_space.take(c_identifier(graph.blocks[block].name));
            if (block == graph.start || block == graph.returns) continue;
            BlockId dominator = cfg.dominator[block.index];
            BlockId left = outermost_loop_left(dominator, block);
            if (inlined_exits[block.index]) continue;
            if (left.valid()) {
                behind[left.index].push_back(block);
            } else if (forward_entries(block) > 1) {
                joins[dominator.index].push_back(block);
            } else {
                continue;
            }
            placed[block.index] = 1;
        }
    }

    int forward_entries(BlockId block) const {
        int count = 0;
        for (BlockId from : cfg.predecessors[block.index])
            if (!cfg.is_back_link(from, block)) count++;
        return count;
    }

    // The outermost loop that contains `from` but not `to`; invalid if there is none.
    BlockId outermost_loop_left(BlockId from, BlockId to) const {
        BlockId left;
        for (BlockId loop = cfg.loop[from.index]; loop.valid(); loop = cfg.outer_loop[loop.index])
            if (!cfg.contains(loop, to)) left = loop;
        return left;
    }

    // A block behind a loop, entered once, from where few blocks lead to the end of the function.
    void find_inlined_exits() {
        // how many blocks a block leads to, where all of them are entered once and end the function; 9: more
        std::vector<int> tail(graph.blocks.size(), 9);
        for (size_t i = cfg.order.size(); i-- > 0;) {
            BlockId block = cfg.order[i];
            if (block == graph.returns) {
                tail[block.index] = 0;
                continue;
            }
            if (cfg.predecessors[block.index].size() != 1 || cfg.is_loop_header[block.index]) continue;
            int size = 1;
            for (const Link& link : graph.blocks[block].links) {
                size += cfg.number[link.target.index] > i || link.target == graph.returns
                            ? tail[link.target.index]
                            : 9;
            }
            tail[block.index] = std::min(size, 9);
        }
        for (BlockId block : cfg.order) {
            if (tail[block.index] > 3 || block == graph.returns || block == graph.start) continue;
            BlockId from = cfg.predecessors[block.index][0];
            if (!outermost_loop_left(from, block).valid()) continue;
            // A loop should keep one way out by which it can end where its statement ends.
            bool only_exit_of_header = cfg.is_loop_header[from.index];
            if (!only_exit_of_header) inlined_exits[block.index] = 1;
        }
        // whatever follows an inlined exit goes with it
        for (BlockId block : cfg.order)
            if (cfg.predecessors[block.index].size() == 1 && block != graph.returns &&
                inlined_exits[cfg.predecessors[block.index][0].index])
                inlined_exits[block.index] = 1;
    }

    // ---- Statements

    // Prints the block and what it dominates; true if the end can be reached.
    bool print_tree(BlockId block, Surroundings around, Lines& lines) {
        if (!cfg.is_loop_header[block.index]) return print_with_joins(block, around, lines);
        const std::vector<BlockId>& after = behind[block.index];
        Surroundings inside;
        inside.breaks_to = after.empty() ? around.follow : after[0];
        inside.continues = block;
        inside.follow = block;
        Lines body;
        std::string condition;
        bool breaks_outside = std::exchange(leaves_by_break_, false);
        print_with_joins(block, inside, body, &condition);
        if (!body.empty() && body.back() == "continue;") body.pop_back();
        std::string last;  // what stands behind the loop, if it ends by returning at its start
        if (condition.empty() && after.empty() && !leaves_by_break_)
            last = take_return_at_start(body, condition);
        add_label(block, lines);
        lines.push_back(condition.empty() ? "for (;;) {" : fmt::format("while ({}) {{", condition));
        append_indented(lines, body);
        lines.push_back("}");
        if (!last.empty()) lines.push_back(last);
        bool open = std::exchange(leaves_by_break_, breaks_outside);
        return print_sequence(after, 0, around, lines, after.empty() && open);
    }

    // If the body of a loop starts with `if (c) { return x; }`, takes that off and leaves the condition for
    // the loop to go on.
    static std::string take_return_at_start(Lines& body, std::string& condition) {
        if (body.size() < 3 || !body[0].starts_with("if (") || !body[1].starts_with("    return") ||
            body[2] != "}")
            return {};
        std::string tested = body[0].substr(4, body[0].size() - 7);
        condition = negated(tested);
        std::string last = body[1].substr(4);
        body.erase(body.begin(), body.begin() + 3);
        return last;
    }

    // Prints blocks[first..] one after the other; `open`: whether the end is reachable before them.
    bool print_sequence(const std::vector<BlockId>& blocks, size_t first, Surroundings around, Lines& lines,
                        bool open) {
        for (size_t i = first; i < blocks.size(); i++) {
            Surroundings here = around;
            if (i + 1 < blocks.size()) here.follow = blocks[i + 1];
            Lines text;
            open = print_tree(blocks[i], here, text);
            if (!cfg.is_loop_header[blocks[i].index]) add_label(blocks[i], lines);
            lines.insert(lines.end(), text.begin(), text.end());
        }
        return open;
    }

    void add_label(BlockId block, Lines& lines) {
        if (labels.contains(block)) lines.push_back(label_names[block.index] + ":;");
    }

    bool print_with_joins(BlockId block, Surroundings around, Lines& lines,
                          std::string* loop_condition = nullptr) {
        const std::vector<BlockId>& after = joins[block.index];
        Surroundings here = around;
        if (!after.empty()) here.follow = after[0];
        bool open = print_block(block, here, lines, loop_condition);
        return after.empty() ? open : print_sequence(after, 0, around, lines, open);
    }

    // Prints a block, and the chain of blocks that follow it in the same list of statements.
    bool print_block(BlockId id, Surroundings around, Lines& lines, std::string* loop_condition) {
        while (true) {
            const Block& block = graph.blocks[id];
            print_operations(block, lines);
            if (id == graph.returns) return false;
            const Link* next = nullptr;
            switch (block.exit) {
                case ExitKind::jump: next = &block.links[0]; break;
                case ExitKind::branch: {
                    bool open = true;
                    bool at_loop_start = loop_condition != nullptr && lines.empty();
                    next = print_branch(id, block, around, lines, open,
                                        at_loop_start ? loop_condition : nullptr);
                    if (next == nullptr) return open;
                    break;
                }
                case ExitKind::switch_: return print_switch(id, block, around, lines);
                case ExitKind::none:
                case ExitKind::raising:
                    CHECK(false, "block {} of {} ends in a way that C has no statement for", block.name,
                          graph.name);
            }
            loop_condition = nullptr;
            if (!is_nested(id, next->target)) return print_link(id, *next, around, lines);
            print_moves(*next, lines);
            id = next->target;
            if (cfg.is_loop_header[id.index] || !joins[id.index].empty())
                return print_tree(id, around, lines);
        }
    }

    // Whether a link's target is printed where the link is.
    bool is_nested(BlockId from, BlockId to) const {
        return to != graph.returns && !placed[to.index] && !cfg.is_back_link(from, to);
    }

    // A link as statements, its target included if it is nested; true if the end can be reached.
    bool print_link(BlockId from, const Link& link, Surroundings around, Lines& lines) {
        if (link.target == graph.returns) {
            const Value result = link.args[0];
            if (!expressions.is_void(result)) mark_line(link.location, lines);
            lines.push_back(expressions.is_void(result)
                                ? "return;"
                                : "return " + expressions.operand(result, true) + ";");
            return false;
        }
        print_moves(link, lines);
        if (is_nested(from, link.target)) return print_tree(link.target, around, lines);
        return print_jump(link.target, around, lines);
    }

    bool leaves_by_break_ = false;  // the loop that is being printed has a `break`

    bool print_jump(BlockId target, Surroundings around, Lines& lines) {
        if (target == around.follow) return true;
        if (target == around.breaks_to && !around.in_switch) {
            lines.push_back("break;");
            leaves_by_break_ = true;
            return false;
        }
        if (target == around.continues) {
            lines.push_back("continue;");
            return false;
        }
        labels.insert(target);
        lines.push_back(fmt::format("goto {};", label_names[target.index]));
        return false;
    }

    // Prints a branch.  The result is the link that goes on in the same list of statements, if there is one;
    // else `open` says whether the end can be reached.
    const Link* print_branch(BlockId id, const Block& block, Surroundings around, Lines& lines, bool& open,
                             std::string* loop_condition) {
        const Link &yes = block.links[0], &no = block.links[1];
        std::string condition = expressions.operand(block.condition, true);
        if (loop_condition != nullptr && leaves_plainly(id, no, around)) {
            *loop_condition = condition;
            leaves_by_break_ = true;
            return &yes;
        }
        if (loop_condition != nullptr && leaves_plainly(id, yes, around)) {
            *loop_condition = negated(condition);
            leaves_by_break_ = true;
            return &no;
        }
        Location before = marked;
        Lines first;
        bool first_open = print_link(id, yes, around, first);
        if (!first_open) {
            lines.push_back(fmt::format("if ({}) {{", condition));
            append_indented(lines, first);
            lines.push_back("}");
            return &no;
        }
        marked = before;
        Lines second;
        bool second_open = print_link(id, no, around, second);
        open = true;
        if (first.empty() && second.empty()) return nullptr;
        if (first.empty()) {
            lines.push_back(fmt::format("if ({}) {{", negated(condition)));
            append_indented(lines, second);
            lines.push_back("}");
            return nullptr;
        }
        if (!second_open && !second.empty()) {
            lines.push_back(fmt::format("if ({}) {{", negated(condition)));
            append_indented(lines, second);
            lines.push_back("}");
            lines.insert(lines.end(), first.begin(), first.end());
            return nullptr;
        }
        lines.push_back(fmt::format("if ({}) {{", condition));
        append_indented(lines, first);
        if (second.empty()) {
            lines.push_back("}");
        } else if (is_one_if(second)) {
            lines.push_back("} else " + second[0]);
            lines.insert(lines.end(), second.begin() + 1, second.end());
        } else {
            lines.push_back("} else {");
            append_indented(lines, second);
            lines.push_back("}");
        }
        return nullptr;
    }

    // Whether a link leaves the loop by a `break` without anything else.
    bool leaves_plainly(BlockId from, const Link& link, Surroundings around) {
        if (link.target == graph.returns || is_nested(from, link.target) || link.target != around.breaks_to)
            return false;
        Lines moves;
        print_moves(link, moves);
        return moves.empty();
    }

    static std::string negated(const std::string& condition) {
        if (condition.starts_with("!") && condition.find(' ') == std::string::npos)
            return condition.substr(1);
        if (condition.starts_with("!(") && closes_at_end(condition, 1))
            return condition.substr(2, condition.size() - 3);
        bool plain = condition.find(' ') == std::string::npos;
        return plain ? "!" + condition : "!(" + condition + ")";
    }

    // Whether the parenthesis at `open` is closed by the last character.
    static bool closes_at_end(const std::string& text, size_t open) {
        int depth = 0;
        for (size_t i = open; i < text.size(); i++) {
            if (text[i] == '\'') return false;
            if (text[i] == '(') depth++;
            if (text[i] == ')' && --depth == 0) return i + 1 == text.size();
        }
        return false;
    }

    static bool is_one_if(const Lines& lines) {
        if (!lines[0].starts_with("if (")) return false;
        for (size_t i = 1; i + 1 < lines.size(); i++)
            if (!lines[i].starts_with("    ") && !lines[i].starts_with("} else")) return false;
        return lines.back() == "}";
    }

    bool print_switch(BlockId id, const Block& block, Surroundings around, Lines& lines) {
        lines.push_back(fmt::format("switch ({}) {{", expressions.operand(block.condition, true)));
        Surroundings inside = around;
        inside.in_switch = true;
        bool has_default = false, open = false;
        for (const Link& link : block.links) {
            has_default |= !link.exit_case.valid();
            lines.push_back(link.exit_case.valid()
                                ? fmt::format("case {}: {{", c_literal(program, names, link.exit_case))
                                : "default: {");
            Lines text;
            bool link_open = print_link(id, link, inside, text);
            if (link_open) text.push_back("break;");
            open |= link_open;
            append_indented(lines, text);
            lines.push_back("}");
        }
        lines.push_back("}");
        return open || !has_default;
    }

    // ---- Operations and moves

    void mark_line(Location location, Lines& lines) {
        if (!line_marks || !location.known()) return;
        if (location.file == marked.file && location.line == marked.line) return;
        marked = location;
        const std::string& path = program.files[location.file].path;
        lines.push_back(
            fmt::format("/* {}:{} */", c_comment(path.substr(path.rfind('/') + 1)), location.line));
    }

    void print_operations(const Block& block, Lines& lines) {
        for (size_t i = 0; i < block.operations.size(); i++) {
            const Operation& operation = block.operations[i];
            VariableId result = operation.result;
            if (i > 0 && plan.fused[block.operations[i - 1].result.index]) {
                declare_twin(operation, lines);
                continue;
            }
            bool dropped = operation.op == Op::same_as || plan.folded[result.index] ||
                           (!has_effect(program, operation) && !plan.needed[result.index]);
            if (dropped) continue;
            mark_line(operation.location, lines);
            print_statement(operation, lines);
        }
    }

    // The result of a fused pair is declared before the test that writes it.
    void declare_twin(const Operation& twin, Lines& lines) {
        VariableId home = plan.home[twin.result.index];
        if (!plan.declared_at_definition[home.index]) return;
        std::string declaration = names.declare(graph.variables[home].type, plan.names[home.index]) + ";";
        // The test may be printed already, as a statement of its own.
        size_t at = lines.size();
        std::string use = "&" + plan.names[home.index] + ")";
        if (at > 0 && lines[at - 1].find(use) != std::string::npos) at--;
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), declaration);
    }

    void print_statement(const Operation& operation, Lines& lines) {
        if (operation.op == Op::exc_trace) {
            lines.push_back(fmt::format("sw_exc_trace({});", places.number(graph, operation.location)));
            return;
        }
        if (operation.op == Op::exc_passes) {
            lines.push_back(fmt::format("sw_exc_trace({});", places.number(graph, operation.location)));
            lines.push_back(take_trace(operation.args[0]));
            return;
        }
        bool used = plan.needed[operation.result.index] && graph.variables[operation.result].type != kVoid;
        if (operation.op == Op::exc_fetch) {
            print_fetch(operation, used, lines);
            return;
        }
        std::string text = expressions.operation(operation, true);
        lines.push_back(used ? fmt::format("{} = {};", assigned(operation.result), text) : text + ";");
    }

    // `x`, or where it is to be declared `int64_t x`.
    std::string assigned(VariableId result) const {
        VariableId home = plan.home[result.index];
        const std::string& name = plan.names[home.index];
        return plan.declared_at_definition[home.index] ? names.declare(graph.variables[home].type, name)
                                                       : name;
    }

    void print_fetch(const Operation& operation, bool used, Lines& lines) {
        if (!used) {
            lines.push_back("sw_exc_drop();");
            return;
        }
        lines.push_back(fmt::format("{} = sw_state.exception;", assigned(operation.result)));
        lines.push_back("sw_state.exception = NULL;");
        lines.push_back(take_trace(operation.result));
    }

    // Moves the places of the ring into the exception's field.
    std::string take_trace(Value exception) {
        bool is_variable = exception.is_variable();
        LLTypeId type = program.types.target(is_variable ? graph.variables[exception.variable()].type
                                                         : program.constants[exception.constant()].type);
        std::string text = expressions.operand(exception, true);
        bool is_cast = text.starts_with('(');
        std::string field = is_cast ? "(" + text + ")->" : text + "->";
        while (true) {  // the field is in BaseException, which may be an inlined base
            if (std::optional<uint32_t> index = program.types.field_index(type, "traceback")) {
                field += names.field(type, *index);
                return fmt::format("if (sw_state.trace_used != 0) {0} = sw_trace_take({0});", field);
            }
            std::optional<uint32_t> base = program.types.field_index(type, "super");
            if (!base) return "sw_state.trace_used = 0;";
            field += names.field(type, *base) + ".";
            type = program.types[type].fields[*base].type;
        }
    }

    void print_moves(const Link& link, Lines& lines) {
        struct Move {
            VariableId to;
            Value from;
        };
        std::vector<Move> moves;
        const Block& target = graph.blocks[link.target];
        for (size_t i = 0; i < link.args.size(); i++) {
            VariableId input = target.inputs[i];
            if (plan.resolved[input.index] != Value(input) || !plan.needed[input.index] ||
                graph.variables[input].type == kVoid)
                continue;
            Value from = plan.resolve(link.args[i]);
            VariableId to = plan.home[input.index];
            if (from.is_variable() && plan.home[from.variable().index] == to) continue;
            moves.push_back({to, from});
        }
        auto is_read = [&](VariableId variable) {
            return std::ranges::any_of(moves, [&](const Move& move) {
                return move.from.is_variable() && plan.home[move.from.variable().index] == variable;
            });
        };
        int saved = 0;
        std::vector<std::pair<VariableId, std::string>> copies;  // a cycle is broken by a copy
        auto text_of = [&](Value from) {
            if (from.is_variable())
                for (auto& [variable, copy] : copies)
                    if (variable == plan.home[from.variable().index]) return copy;
            return expressions.operand(from, true);
        };
        Lines text;
        while (!moves.empty()) {
            auto ready = std::ranges::find_if(moves, [&](const Move& move) { return !is_read(move.to); });
            if (ready != moves.end()) {
                text.push_back(fmt::format("{} = {};", plan.names[ready->to.index], text_of(ready->from)));
                moves.erase(ready);
                continue;
            }
            VariableId broken = moves[0].to;
            std::string copy = fmt::format("sw_move_{}", ++saved);
            text.push_back(fmt::format("{} = {};", names.declare(graph.variables[broken].type, copy),
                                       plan.names[broken.index]));
            copies.emplace_back(broken, copy);
            text.push_back(fmt::format("{} = {};", plan.names[broken.index], text_of(moves[0].from)));
            moves.erase(moves.begin());
            // readers of the overwritten variable now read the copy
        }
        if (saved > 0) {  // copies are declared in a scope of their own
            lines.push_back("{");
            append_indented(lines, text);
            lines.push_back("}");
        } else {
            lines.insert(lines.end(), text.begin(), text.end());
        }
    }

    // ---- The whole

    CFunction print() {
        place_blocks();
        Lines body;
        print_tree(graph.start, {}, body);
        if (!labels.empty()) {  // a second time: now all labels are known
            body.clear();
            marked = {};
            print_tree(graph.start, {}, body);
        }
        Lines lines = {"{"};
        append_indented(lines, declarations());
        append_indented(lines, body);
        lines.push_back("}");
        CFunction function;
        if (lines.size() > 2 && lines[lines.size() - 2] == "    return;") lines.erase(lines.end() - 2);
        function.prototype = c_prototype(program, names, graph, "", parameter_names());
        for (const std::string& line : lines) function.body += line + "\n";
        return function;
    }

    std::vector<std::string> parameter_names() const {
        std::vector<std::string> result;
        std::set<std::string> used;
        for (const std::string& name : plan.names) used.insert(name);
        for (VariableId parameter : graph.parameters()) {
            std::string name = plan.names[plan.home[parameter.index].index];
            if (name.empty()) {
                const std::string& source = graph.variables[parameter].name;
                name = source.empty() ? "unused" : c_identifier(source);
                std::string base = name;
                for (int i = 2; used.contains(name); i++) name = fmt::format("{}_{}", base, i);
                used.insert(name);
            }
            result.push_back(name);
        }
        return result;
    }

    // Variables that are not declared where they are defined, by type; unused parameters.
    Lines declarations() const {
        std::map<std::string, std::vector<std::string>> by_type;
        std::vector<std::string> types;
        std::set<VariableId> done;
        for (VariableId parameter : graph.parameters()) done.insert(plan.home[parameter.index]);
        for (BlockId id : cfg.order) {
            const Block& block = graph.blocks[id];
            auto add = [&](VariableId variable) {
                VariableId home = plan.home[variable.index];
                if (plan.names[home.index].empty() || plan.declared_at_definition[home.index]) return;
                if (!plan.needed[variable.index] || plan.folded[variable.index] ||
                    plan.resolved[variable.index] != Value(variable) || !done.insert(home).second)
                    return;
                std::string type = names.type(graph.variables[home].type);
                if (by_type[type].empty()) types.push_back(type);
                by_type[type].push_back(plan.names[home.index]);
            };
            for (VariableId input : block.inputs) add(input);
            for (const Operation& operation : block.operations) add(operation.result);
        }
        Lines lines;
        for (const std::string& type : types) {
            const char* star = type.ends_with('*') ? "*" : "";
            std::string line = type.ends_with('*') ? type.substr(0, type.size() - 1) : type + " ";
            const char* separator = "";
            for (const std::string& name : by_type[type]) {
                line += separator + (star + name);
                separator = ", ";
                if (line.size() < 100) continue;
                lines.push_back(line + (&name == &by_type[type].back() ? ";" : ","));
                line = "   ";
                separator = " ";
            }
            if (line != "   ") lines.push_back(line + ";");
        }
        std::vector<std::string> parameters = parameter_names();
        for (size_t i = 0; i < parameters.size(); i++) {
            VariableId parameter = graph.parameters()[i];
            if (!plan.needed[parameter.index] && graph.variables[parameter].type != kVoid)
                lines.push_back(fmt::format("(void){};", parameters[i]));
        }
        return lines;
    }
};

std::string stripped(std::string_view line) {
    size_t first = line.find_first_not_of(" \t\f\r");
    if (first == std::string_view::npos) return {};
    return std::string(line.substr(first, line.find_last_not_of(" \t\f\r") - first + 1));
}

}  // namespace

int Places::add(Row row) {
    auto [entry, added] = index_.try_emplace(row, static_cast<int>(rows_.size()));
    if (added) rows_.push_back(std::move(row));
    return entry->second;
}

int Places::number(const FunctionGraph& graph, Location location) {
    if (!location.scope.valid()) return add({location.file, location.line, graph.frame_name(), -1});
    const InlineScope& scope = program_.scopes[location.scope];
    // Code without a place has no frame either.
    bool visible = scope.call.known() && (scope.call.scope.valid() || graph.has_frame());
    int caller = visible ? number(graph, scope.call) : -1;
    return add({location.file, location.line, scope.function, caller});
}

std::string Places::table() const {
    std::string text = "const struct sw_place sw_places[] = {\n";
    for (const Row& row : rows_) {
        const SourceFile& file = program_.files[row.file];
        auto line = static_cast<size_t>(row.line);
        std::string source = line <= file.lines.size() ? stripped(file.lines[line - 1]) : "";
        text += fmt::format("    {{{}, {}, {}, {}, {}}},\n", c_string(file.path), c_string(row.function),
                            c_string(source), row.line, row.caller);
    }
    if (rows_.empty()) text += "    {\"\", \"\", \"\", 0, -1},\n";
    return text + "};\n";
}

CFunction print_function(const Program& program, const CNames& names, Places& places,
                         const FunctionGraph& graph, bool line_marks) {
    FunctionPrinter printer(program, names, places, graph, line_marks);
    return printer.print();
}

}  // namespace sapwood
