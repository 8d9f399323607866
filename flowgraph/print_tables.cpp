// Prints the tables of phases Flow and Annotated; see parse_tables.cpp for the grammar.
#include "flowgraph/print_tables.h"

#include "flowgraph/text_names.h"

namespace sapwood {

std::string_view host_kind_name(HostKind kind) {
    switch (kind) {
        case HostKind::tuple: return "tuple";
        case HostKind::list: return "list";
        case HostKind::dict: return "dict";
        case HostKind::set: return "set";
        case HostKind::frozenset: return "frozenset";
        case HostKind::range: return "range";
        case HostKind::class_: return "class";
        case HostKind::function: return "function";
        case HostKind::builtin: return "builtin";
        case HostKind::bound_method: return "bound_method";
        case HostKind::staticmethod: return "staticmethod";
        case HostKind::classmethod: return "classmethod";
        case HostKind::property: return "property";
        case HostKind::module: return "module";
        case HostKind::instance: return "instance";
        case HostKind::stream: return "stream";
        case HostKind::argv: return "argv";
        case HostKind::environ: return "environ";
        case HostKind::lltype: return "lltype";
        case HostKind::other: return "other";
    }
    return "?";
}

std::string_view parameter_kind_name(HostParameter::Kind kind) {
    switch (kind) {
        case HostParameter::Kind::positional_only: return "positional_only";
        case HostParameter::Kind::normal: return "normal";
        case HostParameter::Kind::var_positional: return "var_positional";
        case HostParameter::Kind::keyword_only: return "keyword_only";
        case HostParameter::Kind::var_keyword: return "var_keyword";
    }
    return "?";
}

std::string_view desc_kind_name(DescKind kind) {
    switch (kind) {
        case DescKind::function: return "function";
        case DescKind::class_: return "class";
        case DescKind::bound_method: return "bound_method";
        case DescKind::builtin: return "builtin";
    }
    return "?";
}

std::string_view argument_kind_name(ArgumentSource::Kind kind) {
    switch (kind) {
        case ArgumentSource::Kind::operand: return "operand";
        case ArgumentSource::Kind::self: return "self";
        case ArgumentSource::Kind::constant: return "constant";
        case ArgumentSource::Kind::cell: return "cell";
        case ArgumentSource::Kind::star_item: return "star_item";
        case ArgumentSource::Kind::rest: return "rest";
        case ArgumentSource::Kind::rest_with_self: return "rest_with_self";
    }
    return "?";
}

namespace {

template <class List, class Print>
std::string joined(const List& list, Print print) {
    std::string text;
    for (const auto& item : list) text += (text.empty() ? "" : ", ") + print(item);
    return text;
}

// ` at !f0:3:4-5`
std::string at(const Location& location) {
    std::string text = location_text(location, {});
    return text.empty() ? "" : " at" + text;
}

}  // namespace

std::string ProgramPrinter::host_tables() const {
    std::string out;
    const HostTables& host = program.host;
    if (host.library_objects > 0) out += "library\n";
    for (const auto& [name, id] : host.helpers)
        if (id.index >= host.library_objects) out += fmt::format("helper {} #{}\n", quoted(name), id.index);
    for (const auto& [name, id] : host.classes) out += fmt::format("class {} #{}\n", quoted(name), id.index);
    for (uint32_t i = 0; i < host.objects.size(); i++) {
        const HostObject& object = host.objects[ObjectId(i)];
        if (i >= host.library_objects)
            out += host_object(ObjectId(i));
        else if (object.kind == HostKind::class_ && !object.attributes.empty())
            out += fmt::format("extend #{}\n{}end\n", i, host_attributes(object));
    }
    return out;
}

std::string ProgramPrinter::host_object(ObjectId id) const {
    const HostObject& object = program.host.objects[id];
    auto print_constant = [&](ConstantId c) { return constant(c); };
    auto print_object = [](ObjectId o) { return fmt::format("#{}", o.index); };
    std::string out = fmt::format("object #{} {} {}{}\n", id.index, host_kind_name(object.kind),
                                  quoted(object.name), at(object.location));
    if (!object.qualname.empty()) out += fmt::format("    qualname {}\n", quoted(object.qualname));
    if (object.type.valid()) out += fmt::format("    type #{}\n", object.type.index);
    if (!object.items.empty()) out += "    items " + joined(object.items, print_constant) + "\n";
    if (!object.mro.empty()) out += "    mro " + joined(object.mro, print_object) + "\n";
    if (object.builtin_class) out += "    builtin_class\n";
    if (object.kind_of.valid()) out += fmt::format("    kind_of #{}\n", object.kind_of.index);
    if (!object.layout.empty()) out += fmt::format("    layout {}\n", quoted(object.layout));
    if (object.lltype.valid()) out += "    lltype " + program.types.text(object.lltype) + "\n";
    if (object.kind == HostKind::function) out += host_function(object.function);
    return out + host_attributes(object) + "end\n";
}

std::string ProgramPrinter::host_function(const HostFunction& function) const {
    std::string out = fmt::format("    module {}\n    code {}{}\n", quoted(function.module),
                                  quoted(function.qualname), at(function.location));
    for (size_t i = 0; i < function.parameters.size(); i++) {
        const HostParameter& parameter = function.parameters[i];
        out += fmt::format("    parameter {} {}", quoted_if_needed(parameter.name),
                           parameter_kind_name(parameter.kind));
        if (parameter.default_value.valid()) out += " default " + constant(parameter.default_value);
        if (i < function.run_time_default.size() && function.run_time_default[i]) out += " run_time_default";
        out += "\n";
    }
    for (size_t i = 0; i < function.cell_names.size(); i++) {
        out += "    cell " + quoted_if_needed(function.cell_names[i]);
        if (i < function.cells.size()) out += " = " + constant(function.cells[i]);
        out += "\n";
    }
    if (function.code_only) out += "    code_only\n";
    if (function.generator) out += "    generator\n";
    if (function.coroutine) out += "    coroutine\n";
    if (function.low_level) out += "    low_level\n";
    if (function.by_shape) out += "    by_shape\n";
    if (function.owner.valid()) out += fmt::format("    owner #{}\n", function.owner.index);
    // A graph that only the annotator's copies stand for is not part of the text.
    if (function.graph.valid() && names.contains(function.graph))
        out += "    graph @" + quoted_if_needed(names.at(function.graph)) + "\n";
    return out;
}

std::string ProgramPrinter::host_attributes(const HostObject& object) const {
    std::string out;
    for (const auto& [name, attribute] : object.attributes) {
        out += "    attribute " + quoted(name);
        if (attribute.value.valid()) out += " = " + constant(attribute.value);
        if (attribute.defined_in.valid()) out += fmt::format(" in #{}", attribute.defined_in.index);
        if (attribute.variable) out += " variable";
        out += "\n";
    }
    return out;
}

std::string ProgramPrinter::annotation(AnnotationId id) const {
    const Annotation& s = program.annotated[id];
    std::string out(skind_name(s.kind));
    auto print_id = [](AnnotationId a) { return fmt::format("s{}", a.index); };
    auto print_desc = [](DescId d) { return fmt::format("d{}", d.index); };
    if (s.nullable) out += " nullable";
    if (s.declines) out += " declines";
    if (s.nonnegative) out += " nonnegative";
    if (s.is_char) out += " char";
    if (s.tags) out += fmt::format(" tags {}", s.tags);
    if (s.kind == SKind::iterator || s.kind == SKind::view)
        out += fmt::format(" over {}", iterator_kind_name(s.iterator));
    if (!s.items.empty()) out += " items [" + joined(s.items, print_id) + "]";
    if (s.list.valid()) out += fmt::format(" list L{}", s.list.index);
    if (s.dict.valid()) out += fmt::format(" dict D{}", s.dict.index);
    if (s.var.valid()) out += fmt::format(" var V{}", s.var.index);
    if (s.classdef.valid()) out += fmt::format(" classdef C{}", s.classdef.index);
    if (!s.descs.empty()) out += " descs [" + joined(s.descs, print_desc) + "]";
    if (s.lltype.valid()) out += " lltype " + program.types.text(s.lltype);
    if (!s.name.empty()) out += " name " + quoted(s.name);
    if (s.constant.valid()) out += " constant " + constant(s.constant);
    return out;
}

std::string ProgramPrinter::annotated_tables() const {
    const AnnotatedTables& tables = program.annotated;
    std::string out;
    for (uint32_t i = 0; i < tables.size(); i++)
        out += fmt::format("annotation s{} {}\n", i, annotation(AnnotationId(i)));
    for (uint32_t i = 0; i < tables.lists.size(); i++) {
        const ListCell& cell = tables.lists[ListCellId(i)];
        out += fmt::format("list L{} s{}{}{}{}\n", i, cell.item.index, cell.resized ? " resized" : "",
                           cell.mutated ? " mutated" : "", at(cell.origin));
    }
    for (uint32_t i = 0; i < tables.dicts.size(); i++) {
        const DictCell& cell = tables.dicts[DictCellId(i)];
        out += fmt::format("dict D{} s{} s{}{}\n", i, cell.key.index, cell.value.index, at(cell.origin));
    }
    for (uint32_t i = 0; i < tables.vars.size(); i++) {
        const VarCell& cell = tables.vars[VarCellId(i)];
        out += fmt::format("var V{} s{} {}{}\n", i, cell.value.index, quoted(cell.name),
                           cell.maybe_undefined ? " maybe_undefined" : "");
    }
    for (uint32_t i = 0; i < tables.classdefs.size(); i++) out += class_definition(ClassDefId(i));
    for (uint32_t i = 0; i < tables.descs.size(); i++) out += description(DescId(i));
    for (uint32_t i = 0; i < tables.families.size(); i++) out += call_family(CallFamilyId(i));
    for (const auto& [key, value] : tables.variables)
        out += fmt::format("stored #{} {} s{}\n", key.first.index, quoted(key.second), value.index);
    for (const auto& [object, value] : tables.prebuilt)
        out += fmt::format("prebuilt #{} s{}\n", object.index, value.index);
    return out;
}

std::string ProgramPrinter::class_definition(ClassDefId id) const {
    const ClassDef& classdef = program.annotated.classdefs[id];
    std::string out =
        fmt::format("classdef C{} {} #{}", id.index, quoted(classdef.name), classdef.class_.index);
    if (classdef.base.valid()) out += fmt::format(" base C{}", classdef.base.index);
    if (classdef.copy) out += fmt::format(" copy {}", classdef.copy);
    if (classdef.instantiated) out += " instantiated";
    if (!classdef.subclasses.empty())
        out += " subclasses [" +
               joined(classdef.subclasses, [](ClassDefId c) { return fmt::format("C{}", c.index); }) + "]";
    out += "\n";
    for (const auto& [name, attribute] : classdef.attributes)
        out += fmt::format("    attribute {} s{}{}{}{}{}\n", quoted(name), attribute.value.index,
                           attribute.on_instance ? " on_instance" : "", attribute.on_class ? " on_class" : "",
                           attribute.maybe_unset ? " maybe_unset" : "", at(attribute.origin));
    for (const auto& [name, site] : classdef.implicit)
        out += fmt::format("    implicit {} {} F{} {}\n", quoted(name), quoted(site.role), site.family.index,
                           site.row);
    return out + "end\n";
}

std::string ProgramPrinter::description(DescId id) const {
    const Desc& desc = program.annotated.descs[id];
    std::string out = fmt::format("desc d{} {} {}", id.index, desc_kind_name(desc.kind), quoted(desc.name));
    if (desc.object.valid()) out += fmt::format(" object #{}", desc.object.index);
    if (desc.function.valid()) out += fmt::format(" function d{}", desc.function.index);
    if (desc.self.valid()) out += fmt::format(" self C{}", desc.self.index);
    if (desc.self_constant.valid()) out += " self_constant " + constant(desc.self_constant);
    if (desc.family.valid()) out += fmt::format(" family F{}", desc.family.index);
    if (!desc.cells.empty())
        out += " cells [" + joined(desc.cells, [](VarCellId v) { return fmt::format("V{}", v.index); }) + "]";
    if (!desc.run_time_defaults.empty())
        out += " defaults [" +
               joined(desc.run_time_defaults, [](AnnotationId a) { return fmt::format("s{}", a.index); }) +
               "]";
    return out + "\n";
}

std::string ProgramPrinter::call_family(CallFamilyId id) const {
    const CallFamily& family = program.annotated.families[id];
    std::string out = fmt::format("family F{} [{}]\n", id.index,
                                  joined(family.descs, [](DescId d) { return fmt::format("d{}", d.index); }));
    for (const CallRow& row : family.rows) {
        out += fmt::format("    row {} (", row.positional);
        out += joined(row.keywords, [](const std::string& keyword) { return quoted_if_needed(keyword); });
        out += ")";
        if (row.result.valid()) out += fmt::format(" result s{}", row.result.index);
        out += "\n";
        for (const CallTarget& target : row.targets) {
            out += fmt::format("    target d{}", target.desc.index);
            if (target.graph.valid()) out += " graph @" + quoted_if_needed(names.at(target.graph));
            if (target.instance.valid()) out += fmt::format(" instance C{}", target.instance.index);
            out += " arguments [" +
                   joined(target.arguments, [&](const ArgumentSource& a) { return argument(a); }) + "]\n";
        }
    }
    return out + "end\n";
}

std::string ProgramPrinter::argument(const ArgumentSource& source) const {
    std::string out(argument_kind_name(source.kind));
    out += fmt::format(" {} {}", source.index, source.operand);
    if (source.constant.valid()) out += " " + constant(source.constant);
    return out;
}

std::string ProgramPrinter::graph_annotations(const FunctionGraph& graph, const GraphAnnotations& facts,
                                              const std::vector<VariableId>& order,
                                              const std::function<std::string(VariableId)>& name) const {
    std::string out = "annotations {\n";
    auto special = [&](const char* word, BlockId block) {
        VariableId v = graph.blocks[block].inputs[0];
        if (v.index < facts.variables.size() && facts.variables[v.index].valid())
            out += fmt::format("    {} s{}\n", word, facts.variables[v.index].index);
    };
    special("return", graph.returns);
    special("except", graph.excepts);
    for (VariableId v : order)
        if (v.index < facts.variables.size() && facts.variables[v.index].valid())
            out += fmt::format("    {} s{}\n", name(v), facts.variables[v.index].index);
    for (VariableId v : order) {
        auto calls = facts.calls.find(v);
        if (calls == facts.calls.end()) continue;
        for (const CallSite& site : calls->second)
            out += fmt::format("    call {} {} F{} {}\n", name(v), quoted(site.role), site.family.index,
                               site.row);
    }
    for (VariableId v : order) {
        auto creation = facts.creations.find(v);
        if (creation != facts.creations.end())
            out += fmt::format("    creation {} s{}\n", name(v), creation->second.index);
    }
    return out + "}\n";
}

}  // namespace sapwood
