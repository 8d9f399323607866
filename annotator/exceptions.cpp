// What the annotator knows about exceptions: which the run time raises, their arguments, and the attributes
// that built-in classes fill from them.  See engine.h.
//
// `args` has a place per class, as no field has its type; they take part only once something reads args.
#include <utility>

#include "annotator/engine.h"

namespace sapwood::annotation {

namespace {

constexpr std::string_view kRaised[] = {
#define RAISED(name) #name,
#include "annotator/raised.def"
#undef RAISED
};

}  // namespace

bool Engine::is_exception(ObjectId class_) {
    return world.is_subclass(class_, world.builtin_class("BaseException"));
}

// The built-in exceptions that translated code raises without naming them, class_ and those below it.
std::vector<ObjectId> Engine::raised_below(ObjectId class_) {
    std::vector<ObjectId> result;
    for (std::string_view raised : kRaised) {
        ObjectId below = world.builtin_class(raised);
        if (world.is_subclass(below, class_)) result.push_back(below);
    }
    return result;
}

// Attributes that built-in exceptions fill themselves.
std::optional<SId> Engine::exception_attribute(uint32_t index, const std::string& name) {
    if (!is_exception(classes[index].class_)) return std::nullopt;
    if (inherits(index, world.builtin_class("OSError"))) {
        if (name == "errno") return lattice.number(kIntTag | kNoneTag);
        if (name == "strerror" || name == "filename") return lattice.nullable(lattice.str());
    }
    if (std::optional<uint32_t> argument = codec_error_argument(world, classes[index].class_, name)) {
        bool encoding = inherits(index, world.builtin_class("UnicodeEncodeError"));
        if (argument == 2u || argument == 3u) return lattice.integer();
        return argument == 1u && !encoding ? lattice.bytes() : lattice.str();
    }
    if (name == "__suppress_context__") return lattice.boolean();
    if (name == "__notes__") return new_list(lattice.str(), "notes");
    if (name == "__traceback__") return error<Diag::unsupported>("`__traceback__` of exceptions");
    if (name == "code" && inherits(index, world.builtin_class("SystemExit"))) return exit_code();
    auto stop = program.host.classes.find("StopIteration");
    if (name == "value" && stop != program.host.classes.end() && inherits(index, stop->second))
        return stop_value();
    if (name == "__cause__" || name == "__context__")
        return lattice.nullable(instance_of(class_index(world.builtin_class("BaseException"), 0)));
    return std::nullopt;
}

// A program may exit with numbers here and text there: that clashes only where the code is read.
void Engine::note_exit_code(SId code) {
    SKind kind = lattice.kind(code);
    if (kind != SKind::str) write(exit_numbers_, lattice.without_constant(code), location());
    if (kind == SKind::str || kind == SKind::none)
        write(exit_texts_, lattice.without_constant(code), location());
}

SId Engine::exit_code() {
    SId code = lattice.join(read(exit_numbers_), read(exit_texts_));
    if (!lattice.is_conflict(code)) return code;
    return error<Diag::unsupported>("`code` of a `SystemExit` that is a number here and text there");
}

// StopIteration.value is a field once something reads it, and None where nothing is given.
void Engine::note_stop_value(uint32_t index, const Args& args) {
    // A class that nobody has met has no subclasses.
    auto known = program.host.classes.find("StopIteration");
    if (known == program.host.classes.end() || !inherits(index, known->second)) return;
    ObjectId class_ = known->second;
    watch(stop_value_read_);
    if (!stop_value_matters_ || args.positional.empty()) return;
    write(frame_attribute(class_index(class_, 0), "value"),
          lattice.without_constant(args.positional[0].value), location());
}

SId Engine::stop_value() {
    PlaceId value = frame_attribute(class_index(world.builtin_class("StopIteration"), 0), "value");
    write(value, lattice.none(), location());
    if (!std::exchange(stop_value_matters_, true)) wake(stop_value_read_);
    return read(value);
}

// ---- args

// UnicodeDecodeError and UnicodeEncodeError take nothing but what their attributes give back.
void Engine::check_codec_arguments(uint32_t index, const std::vector<SId>& values) {
    if (!codec_error_argument(world, classes[index].class_, "encoding")) return;
    bool encoding = inherits(index, world.builtin_class("UnicodeEncodeError"));
    const SKind object = encoding ? SKind::str : SKind::bytes;
    const SKind wanted[] = {SKind::str, object, SKind::integer, SKind::integer, SKind::str};
    bool fits = values.size() == std::size(wanted);
    for (size_t i = 0; fits && i < values.size(); i++)
        fits = !lattice.possible(values[i]) || lattice.is_conflict(values[i]) ||
               lattice.kind(values[i]) == wanted[i];
    if (!fits)
        error<Diag::unsupported>(
            fmt::format("`{}` made of other than encoding, object, start, end and reason",
                        world.object(classes[index].class_).name));
}

// Exceptions of the class are made with these arguments, or get them from BaseException.__init__.
void Engine::note_arguments(uint32_t index, const std::vector<SId>& values) {
    check_codec_arguments(index, values);
    for (SId value : values) {
        text_deep(value, "__str__");
        text_deep(value, "__repr__");
    }
    watch(arguments_read_);
    if (!arguments_matter_) return;
    std::vector<SId> items;
    for (SId value : values) {
        SId item = lattice.without_constant(value);
        items.push_back(lattice.kind(item) == SKind::str ? lattice.join(item, lattice.str()) : item);
    }
    store_arguments(index, lattice.tuple(std::move(items)));
}

PlaceId Engine::arguments_place(uint32_t index) {
    PlaceId& known = arguments_[index];
    if (!known.valid()) known = new_place(PlaceKind::arguments, "args");
    return known;
}

void Engine::store_arguments(uint32_t index, SId tuple) {
    if (lattice.is_conflict(tuple)) tuple = lattice.tuple_of(lattice.boxed());
    if (lattice.possible(tuple)) write(arguments_place(index), tuple, location());
}

// What a dict or set was asked for may be missing.
void Engine::note_key_error(SId key) {
    auto known = program.host.classes.find("KeyError");
    if (known != program.host.classes.end()) note_arguments(class_index(known->second, 0), {key});
}

void Engine::note_files() {
    if (!std::exchange(opens_files_, true)) wake(arguments_read_);
}

// What the run time gives to exceptions that it raises: a message, mostly.
void Engine::note_raised_arguments(ObjectId class_) {
    SId str = lattice.str();
    for (ObjectId below : raised_below(class_)) {
        const std::string name = world.object(below).name;
        uint32_t index = class_index(below, 0);
        if (name == "KeyError" || name == "SystemExit" || name == "AssertionError") continue;  // noted where
        if (name == "MemoryError" || name == "StopIteration") {
            store_arguments(index, lattice.tuple({}));
        } else if (world.is_subclass(below, world.builtin_class("OSError"))) {
            if (opens_files_) store_arguments(index, lattice.tuple({lattice.integer(), str}));
        } else if (name == "UnicodeDecodeError" || name == "UnicodeEncodeError") {
            SId object = name == "UnicodeDecodeError" ? lattice.bytes() : str;
            SId number = lattice.integer();
            store_arguments(index, lattice.tuple({str, object, number, number, str}));
        } else {
            store_arguments(index, lattice.tuple({str}));
        }
    }
}

// What args of instances of these classes can be; nullopt: not all are exceptions, or the program has its
// own.
std::optional<SId> Engine::exception_arguments(std::vector<uint32_t> indexes) {
    for (uint32_t index : indexes) {
        if (!is_exception(classes[index].class_)) return std::nullopt;
        std::optional<HostAttribute> own = world.class_attribute(classes[index].class_, "args");
        if (own && !world.object(own->defined_in).builtin_class) return std::nullopt;
    }
    if (!std::exchange(arguments_matter_, true)) wake(arguments_read_);
    watch(arguments_read_);
    SId result = lattice.impossible();
    auto builtin = [&](uint32_t index) { return world.object(classes[index].class_).builtin_class; };
    // BaseException.__init__ gets self as the class that calls it, which subclasses share.
    for (size_t i = 0, given = indexes.size(); i < given; i++) {
        for (uint32_t at = classes[indexes[i]].base; at != UINT32_MAX && !builtin(at); at = classes[at].base)
            result = lattice.join(result, read(arguments_place(at)));
    }
    for (size_t next = 0; next < indexes.size(); next++) {
        uint32_t at = indexes[next];
        watch(classes[at].below);
        if (builtin(at)) note_raised_arguments(classes[at].class_);
        result = lattice.join(result, read(arguments_place(at)));
        indexes.insert(indexes.end(), classes[at].subclasses.begin(), classes[at].subclasses.end());
    }
    return lattice.is_conflict(result) ? lattice.tuple_of(lattice.boxed()) : result;
}

// Whether an instance made with these arguments has others afterwards: its __init__ hands some to that of a
// built-in class.
bool Engine::init_sets_arguments(ObjectId class_) {
    const std::vector<ObjectId> mro = world.object(class_).mro;
    for (ObjectId at : mro) {
        std::optional<HostAttribute> init = world.class_attribute(at, "__init__");
        if (!init || init->defined_in != at || !init->value.valid()) continue;
        if (world.object(at).builtin_class) return true;
        const Constant c = constant(init->value);
        if (c.kind != ConstantKind::object || !is_user_function(c.object)) return false;
        std::optional<GraphId> graph = world.graph_of(c.object, location());
        if (!graph || !calls_init(program.graph(*graph))) return false;
    }
    return true;
}

bool Engine::calls_init(const FunctionGraph& graph) const {
    for (const Block& block : graph.blocks) {
        for (const Operation& op : block.operations) {
            if (op.op != Op::super_getattr && op.op != Op::getattr && op.op != Op::simple_call &&
                op.op != Op::call_args)
                continue;
            for (Value v : op.args) {
                if (!v.is_constant()) continue;
                const Constant& c = constant(v.constant());
                if (c.kind == ConstantKind::str && c.text == "__init__") return true;
                if (c.kind == ConstantKind::object && world.object(c.object).name.ends_with("__init__"))
                    return true;
            }
        }
    }
    return false;
}

bool Engine::store_exception_attribute(uint32_t index, const std::string& name, SId value) {
    if (!is_exception(classes[index].class_)) return false;
    if (name == "args") {
        const SValue s = lattice[value];
        if (!lattice.is_tuple(value) || s.nullable) {
            error<Diag::unsupported>("`args` that are " + describe(value) + ", not a tuple,");
            return true;
        }
        for (SId item : s.items) {
            text_deep(item, "__str__");
            text_deep(item, "__repr__");
        }
        store_arguments(index, value);
        return true;
    }
    bool other = name == "__cause__" || name == "__context__";
    if (name == "__suppress_context__" && lattice.kind(value) == SKind::boolean) return true;
    if (!other) return false;
    bool fits = lattice.kind(value) == SKind::none;
    if (lattice.kind(value) == SKind::instance) {
        fits = true;
        for (uint32_t id : lattice[value].ids) fits = fits && is_exception(classes[id].class_);
    }
    if (!fits && lattice.possible(value) && !lattice.is_conflict(value))
        error<Diag::unsupported>(fmt::format("`{}` that is {},", name, describe(value)));
    return true;
}

}  // namespace sapwood::annotation
