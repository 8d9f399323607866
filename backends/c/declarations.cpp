// Types, static data, type descriptors and prototypes as C text.
#include "backends/c/declarations.h"

#include <set>

#include "backends/c/literals.h"

namespace sapwood {
namespace {

// A struct's or array's members.  An inlined array at the end becomes two members of the struct, its length
// and the items: C can initialise a flexible array only at the top.
std::string members(const Program& program, const CNames& names, LLTypeId id) {
    const LLType& type = program.types[id];
    if (type.kind == LLKind::Array) {
        return fmt::format("    int64_t length;\n    {};\n", names.declare(type.item, "items[]"));
    }
    std::string text;
    for (uint32_t i = 0; i < type.fields.size(); i++) {
        LLTypeId field = type.fields[i].type;
        if (field == kVoid) continue;
        const LLType& field_type = program.types[field];
        if (field_type.kind == LLKind::Array) {
            text += fmt::format("    int64_t {};\n    {};\n", names.length(id),
                                names.declare(field_type.item, names.items(id) + "[]"));
            continue;
        }
        text += fmt::format("    {};\n", names.declare(field, names.field(id, i)));
    }
    if (text.empty()) text = "    char nothing;\n";
    return text;
}

struct DataPrinter {
    const Program& program;
    const CNames& names;

    // What stands between an array's braces.
    std::string items(const Prebuilt& array) const {
        LLTypeId item = program.types[array.type].item;
        if (item == kChar) {
            std::string bytes;
            for (ConstantId value : array.values)
                bytes += static_cast<char>(program.constants[value].integer);
            std::string text;  // in pieces: compilers limit the length of one literal
            for (size_t i = 0; i < bytes.size(); i += 100)
                text += (i ? "\n     " : "") + c_string(std::string_view(bytes).substr(i, 100));
            return bytes.empty() ? "{\"\"}" : "{" + text + "}";
        }
        std::string text = "{";
        for (size_t i = 0; i < array.values.size(); i++) {
            if (i > 0) text += i % 12 == 0 ? ",\n     " : ", ";
            text += value(array.values[i], item);
        }
        return text + "}";
    }

    std::string value(ConstantId id, LLTypeId type) const {
        LLKind kind = program.types[type].kind;
        if (kind == LLKind::Struct || kind == LLKind::Array) {
            const Constant& constant = program.constants[id];
            CHECK(constant.kind == ConstantKind::pointer, "an inlined {} is not a pointer constant",
                  program.types.text(type));
            return aggregate(program.prebuilt[constant.prebuilt]);
        }
        return c_initializer(program, names, id, type);
    }

    std::string aggregate(const Prebuilt& data) const {
        const LLType& type = program.types[data.type];
        if (type.kind == LLKind::Array) return array(data);
        CHECK(data.values.size() == type.fields.size(), "static data {} has {} values for {} fields",
              data.name, data.values.size(), type.fields.size());
        std::string text = "{";
        const char* separator = "";
        for (size_t i = 0; i < data.values.size(); i++) {
            LLTypeId field = type.fields[i].type;
            if (field == kVoid) continue;
            text += separator;
            separator = ", ";
            if (program.types[field].kind == LLKind::Array) {
                const Constant& constant = program.constants[data.values[i]];
                const Prebuilt& inlined = program.prebuilt[constant.prebuilt];
                text += fmt::format("{}, {}", inlined.values.size(), items(inlined));
            } else {
                text += value(data.values[i], field);
            }
        }
        return text + (separator[0] ? "}" : "0}");
    }

    std::string array(const Prebuilt& data) const {
        return fmt::format("{{{}, {}}}", data.values.size(), items(data));
    }
};

// `static const struct str pre_hello`
std::string data_head(const Program& program, const CNames& names, PrebuiltId id, const char* storage) {
    const Prebuilt& data = program.prebuilt[id];
    return fmt::format("{}{}{}", storage, program.types[data.type].immutable ? "const " : "",
                       names.declare(data.type, names.data(id)));
}

// Appends the offsets, as C expressions, of the GC pointers in a value of this type at `path`.
void add_pointers(const Program& program, const CNames& names, LLTypeId top, LLTypeId type,
                  const std::string& path, std::vector<std::string>& offsets) {
    const LLType& info = program.types[type];
    if (info.kind == LLKind::Struct) {
        for (uint32_t i = 0; i < info.fields.size(); i++) {
            if (program.types[info.fields[i].type].kind == LLKind::Array) continue;
            add_pointers(program, names, top, info.fields[i].type,
                         (path.empty() ? "" : path + ".") + names.field(type, i), offsets);
        }
        return;
    }
    if (!program.types.is_gc_pointer(type)) return;
    offsets.push_back(path.empty() ? "0" : fmt::format("offsetof({}, {})", names.type(top), path));
}

}  // namespace

std::string c_types(const Program& program, const Database& database, const CNames& names) {
    std::string text;
    std::set<std::string> done;
    for (LLTypeId id : database.aggregates)
        if (done.insert(names.type(id)).second) text += names.type(id) + ";\n";
    text += '\n';
    for (LLTypeId id : database.functions) {
        const LLType& type = program.types[id];
        std::string args;
        for (LLTypeId arg : type.args)
            if (arg != kVoid) args += (args.empty() ? "" : ", ") + names.type(arg);
        text +=
            fmt::format("typedef {}({});\n", names.declare(type.item, fmt::format("(*{})", names.type(id))),
                        args.empty() ? "void" : args);
    }
    text += '\n';
    done.clear();
    for (LLTypeId id : database.aggregates)
        if (done.insert(names.type(id)).second)
            text += fmt::format("{} {{\n{}}};\n", names.type(id), members(program, names, id));
    return text;
}

std::string c_data_declarations(const Program& program, const Database& database, const CNames& names,
                                const char* storage) {
    std::string text;
    for (PrebuiltId id : database.prebuilt) text += data_head(program, names, id, storage) + ";\n";
    return text;
}

std::string c_data(const Program& program, const Database& database, const CNames& names,
                   const char* storage) {
    DataPrinter printer{program, names};
    std::string text;
    for (PrebuiltId id : database.prebuilt)
        text += fmt::format("{} = {};\n", data_head(program, names, id, storage),
                            printer.aggregate(program.prebuilt[id]));
    return text;
}

std::string c_descriptors(const Program& program, const Database& database, const CNames& names) {
    std::string lists, rows;
    int32_t count = 0;
    for (LLTypeId id : database.allocated) {
        std::string type = names.type(id);
        std::vector<std::string> offsets;
        if (program.types[id].kind == LLKind::Struct) add_pointers(program, names, id, id, "", offsets);
        size_t fixed = offsets.size();
        std::string item_size = "0", length_offset = "0", size = fmt::format("sizeof({})", type);
        if (LLTypeId array = array_in(program.types, id); array.valid()) {
            LLTypeId item = program.types[array].item;
            add_pointers(program, names, item, item, "", offsets);
            item_size = fmt::format("sizeof({})", names.type(item));
            length_offset = fmt::format("offsetof({}, {})", type, names.length(id));
            size = fmt::format("offsetof({}, {})", type, names.items(id));
        }
        std::string list = "NULL";
        if (!offsets.empty()) {
            list = fmt::format("sw_pointers_{}", count);
            lists += fmt::format("static const uint32_t {}[] = {{", list);
            for (size_t i = 0; i < offsets.size(); i++) lists += (i ? ", " : "") + offsets[i];
            lists += "};\n";
        }
        rows += fmt::format("    {{{}, {}, {}, {}, {}, {}, {}}},\n", c_string(program.types.text(id)), size,
                            item_size, length_offset, fixed, offsets.size() - fixed, list);
        count++;
    }
    if (count == 0) rows = "    {\"\", 0, 0, 0, 0, 0, NULL},\n";
    return fmt::format("{}const struct sw_type sw_types[] = {{\n{}}};\nconst int32_t sw_type_count = {};\n",
                       lists, rows, count);
}

std::string c_prototype(const Program& program, const CNames& names, const FunctionGraph& graph,
                        const char* storage, const std::vector<std::string>& parameter_names) {
    std::string parameters;
    for (size_t i = 0; i < graph.parameters().size(); i++) {
        LLTypeId type = graph.variables[graph.parameters()[i]].type;
        if (type == kVoid) continue;
        if (!parameters.empty()) parameters += ", ";
        parameters += parameter_names.empty() ? names.type(type) : names.declare(type, parameter_names[i]);
    }
    LLTypeId result = graph.variables[graph.blocks[graph.returns].inputs[0]].type;
    return fmt::format("{}{}({})", storage, names.declare(result, names.function(graph.id)),
                       parameters.empty() ? "void" : parameters);
    (void)program;
}

}  // namespace sapwood
