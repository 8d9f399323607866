// Calls of leaf routines: arguments are checked as leaf.def demands; what concerns the process is the
// interpreter's own.
#include <algorithm>
#include <cstring>

#include "flowgraph/interp_machine.h"

namespace sapwood {

namespace {

constexpr size_t kMaxLeafArguments = 8;
constexpr int64_t kBadDescriptor = -9;  // -EBADF

// Fills a buffer as leaf.def says: nothing if it is too small.
int64_t fill_buffer(const LeafValue& buffer, std::string_view text) {
    if (static_cast<size_t>(buffer.size) >= text.size() && !text.empty())
        std::memcpy(buffer.data, text.data(), text.size());
    return static_cast<int64_t>(text.size());
}

Slot slot_of(LeafKind kind, const LeafValue& value) {
    switch (kind) {
        case LeafKind::Void: return Slot::nothing();
        case LeafKind::Float: return Slot::of_float(value.number);
        case LeafKind::Signed:
        case LeafKind::Unsigned:
        case LeafKind::Bool:
        case LeafKind::Char:
        case LeafKind::UniChar: return Slot::of_integer(value.integer);
        case LeafKind::Text:
        case LeafKind::Buffer:
        case LeafKind::Ints:
        case LeafKind::Floats: return Slot();  // no routine returns these
    }
    return Slot();
}

}  // namespace

void Machine::execute_leaf(const Instruction& ins) {
    const LeafCall& leaf = frames_.back().code->leaves[ins.extra];
    const std::string& name = program_.constants[ins.source->args[0].constant()].text;
    if (!leaf.info) return fail(fmt::format("there is no leaf routine `{}`", name));
    size_t count = leaf.parameters.size();
    if (ins.count != count + 1 || count > kMaxLeafArguments)
        return fail(fmt::format("leaf routine {} takes {} operands", name, count));
    LeafValue arguments[kMaxLeafArguments], result;
    for (uint32_t i = 0; i < count; i++)
        if (!leaf_argument(ins, i + 1, leaf.parameters[i], arguments[i])) return;
    if (!positions_in_range(ins, leaf, arguments)) return;
    if (!own_leaf(name, arguments, result)) {
        if (!leaf.call) return fail(fmt::format("leaf routine {} is not available here", name));
        result = leaf.call(arguments);
    }
    if (state_ == State::running) set(ins, slot_of(leaf.info->result, result));
}

bool Machine::leaf_argument(const Instruction& ins, uint32_t i, LeafKind kind, LeafValue& value) {
    auto object = [&](LLTypeId item) {
        const Slot& slot = operand(ins, i);
        HeapObject* o = slot.kind == Slot::Kind::pointer && slot.offset == 0 ? slot.object : nullptr;
        if (!o || !o->layout->has_items || o->layout->item != item)
            return fail(fmt::format("operand {} is not an array of {}", i + 1, program_.types.text(item)));
        if (kind == LeafKind::Buffer && o->is_static)
            return fail(fmt::format("operand {} is static data, which must not be written to", i + 1));
        value.data = o->packed.get();
        value.size = o->length;
    };
    switch (kind) {
        case LeafKind::Float: value.number = floating(ins, i); break;
        case LeafKind::Signed:
        case LeafKind::Unsigned:
        case LeafKind::Bool:
        case LeafKind::Char:
        case LeafKind::UniChar: value.integer = integer(ins, i); break;
        case LeafKind::Text:
        case LeafKind::Buffer: object(kChar); break;
        case LeafKind::Ints: object(kInt32); break;
        case LeafKind::Floats: object(kFloat); break;
        case LeafKind::Void: fail("a leaf routine has a parameter of type Void"); break;
    }
    return state_ == State::running;
}

// Two positions follow a text, unless the second says how many code points to walk; where bytes are read into
// a buffer the second is a count.
bool Machine::positions_in_range(const Instruction& ins, const LeafCall& leaf, const LeafValue* arguments) {
    const std::vector<LeafKind>& kinds = leaf.parameters;
    std::string_view name = leaf.info->name;
    auto outside = [&](int64_t position, size_t text) {
        if (position >= 0 && position <= arguments[text].size) return false;
        fail(fmt::format("position {} is outside the {} bytes of operand {} of leaf routine {}", position,
                         arguments[text].size, text + 2, name));
        return true;
    };
    for (size_t i = 0; i + 2 < kinds.size(); i++) {
        bool positions = kinds[i + 1] == LeafKind::Signed && kinds[i + 2] == LeafKind::Signed;
        if (!positions || (kinds[i] != LeafKind::Text && kinds[i] != LeafKind::Buffer)) continue;
        int64_t at = arguments[i + 1].integer, second = arguments[i + 2].integer;
        if (outside(at, i)) return false;
        if (name == "utf8_skip" || name == "utf8_back") {
            if (second < 0 || second > arguments[i].size) return !outside(second, i);
        } else if (kinds[i] == LeafKind::Buffer) {
            if (second < 0 || outside(second, i) || outside(at + second, i)) return false;
        } else if (outside(second, i)) {
            return false;
        }
    }
    (void)ins;
    return true;
}

bool Machine::own_leaf(std::string_view name, const LeafValue* arguments, LeafValue& result) {
    if (name == "exit") {
        exit_status_ = arguments[0].integer;
        state_ = State::exited;
    } else if (name == "arg_count") {
        result.integer = static_cast<int64_t>(options_.argv.size());
    } else if (name == "arg") {
        int64_t i = arguments[0].integer;
        if (i < 0 || static_cast<size_t>(i) >= options_.argv.size())
            fail(fmt::format("there is no argument {}", i));
        else
            result.integer = fill_buffer(arguments[1], options_.argv[static_cast<size_t>(i)]);
    } else if (name == "os_write" && (arguments[0].integer == 1 || arguments[0].integer == 2)) {
        result.integer = write_stream(arguments);
    } else if (name == "os_read" && arguments[0].integer == 0) {
        result.integer = read_input(arguments);
    } else if (name == "os_isatty" && arguments[0].integer >= 0 && arguments[0].integer <= 2) {
        result.integer = 0;
    } else if ((name == "os_close" || name == "os_seek") && arguments[0].integer >= 0 &&
               arguments[0].integer <= 2) {
        result.integer = kBadDescriptor;  // the streams of this process are not the program's
    } else if (name == "traceback_text") {
        result.integer = fill_buffer(arguments[1], traceback_text(arguments[0]));
    } else if (name != "gc_collect") {
        return false;
    }
    return true;
}

int64_t Machine::write_stream(const LeafValue* arguments) {
    int64_t start = arguments[2].integer, stop = std::max(start, arguments[3].integer);
    std::string_view text(reinterpret_cast<const char*>(arguments[1].data) + start,
                          static_cast<size_t>(stop - start));
    const auto& sink = arguments[0].integer == 1 ? options_.output : options_.error_output;
    if (sink) sink(text);
    return stop - start;
}

int64_t Machine::read_input(const LeafValue* arguments) {
    size_t wanted = static_cast<size_t>(arguments[3].integer);
    size_t count = std::min(wanted, options_.input.size() - input_used_);
    if (count > 0)
        std::memcpy(arguments[1].data + arguments[2].integer, options_.input.data() + input_used_, count);
    input_used_ += count;
    return static_cast<int64_t>(count);
}

// As CPython prints it, outermost first; more than three equal lines in a row are counted.
std::string Machine::traceback_text(const LeafValue& places) const {
    std::string out, last;
    int repeated = 0;
    auto finish_repetition = [&] {
        if (repeated > 3)
            out += fmt::format("  [Previous line repeated {} more time{}]\n", repeated - 3,
                               repeated == 4 ? "" : "s");
    };
    auto add = [&](const Location& location, const std::string& function) {
        bool known = program_.files.contains(location.file);
        std::string entry =
            fmt::format("  File \"{}\", line {}, in {}\n", known ? program_.files[location.file].path : "?",
                        location.line, function);
        if (known) {
            const std::vector<std::string>& lines = program_.files[location.file].lines;
            size_t line = static_cast<size_t>(location.line);
            std::string_view source = line <= lines.size() ? std::string_view(lines[line - 1]) : "";
            size_t begin = source.find_first_not_of(" \t\f"), end = source.find_last_not_of(" \t\f\r");
            if (begin != std::string_view::npos)
                entry += fmt::format("    {}\n", source.substr(begin, end + 1 - begin));
        }
        if (entry != last) {
            finish_repetition();
            repeated = 0;
            last = entry;
        }
        if (++repeated <= 3) out += entry;
    };
    for (int64_t i = places.size; i-- > 0;) {
        int32_t id = 0;
        std::memcpy(&id, places.data + static_cast<size_t>(i) * sizeof id, sizeof id);
        if (id < 0 || static_cast<size_t>(id) >= places_.size()) continue;
        // From the place outwards through the calls that were inlined; printed the other way round.
        std::vector<std::pair<Location, std::string>> frames;
        Location location = places_[static_cast<size_t>(id)].location;
        while (program_.scopes.contains(location.scope)) {
            const InlineScope& scope = program_.scopes[location.scope];
            frames.push_back({location, scope.function});
            location = scope.call;
        }
        const std::string& function = places_[static_cast<size_t>(id)].function;
        if (location.known() && !function.empty()) frames.push_back({location, function});
        for (size_t k = frames.size(); k-- > 0;) add(frames[k].first, frames[k].second);
    }
    finish_repetition();
    return out;
}

}  // namespace sapwood
