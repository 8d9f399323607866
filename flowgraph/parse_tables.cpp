// Parses the tables of phases Flow and Annotated; print_tables.cpp shows the form of each item.
#include "flowgraph/parser.h"
#include "flowgraph/print_tables.h"

namespace sapwood {

namespace {

// The enum value whose word is `word`, among the first `count`.
template <class Enum, class NameOf>
std::optional<Enum> enum_by_name(std::string_view word, NameOf name_of, int count) {
    for (int i = 0; i < count; i++)
        if (name_of(static_cast<Enum>(i)) == word) return static_cast<Enum>(i);
    return std::nullopt;
}

constexpr int kHostKinds = static_cast<int>(HostKind::other) + 1;
constexpr int kParameterKinds = static_cast<int>(HostParameter::Kind::var_keyword) + 1;
constexpr int kSKinds = static_cast<int>(SKind::conflict) + 1;
constexpr int kIteratorKinds = static_cast<int>(IteratorKind::zip_rows) + 1;
constexpr int kDescKinds = static_cast<int>(DescKind::builtin) + 1;
constexpr int kArgumentKinds = static_cast<int>(ArgumentSource::Kind::rest_with_self) + 1;

}  // namespace

bool Parser::parse_table_item() {
    if (accept_word("library")) {
        next_line();
        return true;
    }
    if (accept_word("helper") || next_is_word("class")) {
        bool is_class = accept_word("class");
        std::string entry = quoted();
        (is_class ? program_.host.classes : program_.host.helpers)[entry] = id<ObjectId>('#');
        next_line();
        return true;
    }
    struct Item {
        std::string_view word;
        void (Parser::*parse)();
    };
    static constexpr Item kItems[] = {
        {"object", &Parser::parse_new_object},     {"extend", &Parser::parse_extension},
        {"annotation", &Parser::parse_annotation}, {"list", &Parser::parse_list_cell},
        {"dict", &Parser::parse_dict_cell},        {"var", &Parser::parse_var_cell},
        {"classdef", &Parser::parse_classdef},     {"desc", &Parser::parse_desc},
        {"family", &Parser::parse_family},         {"stored", &Parser::parse_stored},
        {"prebuilt", &Parser::parse_prebuilt}};
    for (const Item& item : kItems) {
        if (!accept_word(item.word)) continue;
        (this->*item.parse)();
        return true;
    }
    return false;
}

// ---- host objects

void Parser::parse_new_object() {
    if (index('#') != program_.host.objects.size()) return fail("objects are numbered in order");
    HostObject object;
    std::string_view kind = word();
    std::optional<HostKind> known = enum_by_name<HostKind>(kind, host_kind_name, kHostKinds);
    if (!known) return fail(fmt::format("no kind of object is called `{}`", kind));
    object.kind = *known;
    object.name = quoted();
    optional_at(object.location);
    next_line();
    parse_object_lines(object);
    program_.host.objects.add(std::move(object));
}

void Parser::parse_extension() {
    ObjectId object = id<ObjectId>('#');
    if (!program_.host.objects.contains(object)) return fail("there is no such object");
    next_line();
    parse_object_lines(program_.host.objects[object]);
}

void Parser::parse_object_lines(HostObject& object) {
    for (skip_lines(); !failed() && !accept_word("end"); skip_lines()) {
        parse_object_line(object);
        next_line();
    }
    next_line();
}

void Parser::parse_object_line(HostObject& object) {
    HostFunction& function = object.function;
    auto ids = [&] {
        std::vector<ObjectId> list = {id<ObjectId>('#')};
        while (accept(',')) list.push_back(id<ObjectId>('#'));
        return list;
    };
    if (accept_word("qualname")) {
        object.qualname = quoted();
    } else if (accept_word("type")) {
        object.type = id<ObjectId>('#');
    } else if (accept_word("items")) {
        object.items.push_back(constant());
        while (accept(',')) object.items.push_back(constant());
    } else if (accept_word("mro")) {
        object.mro = ids();
    } else if (accept_word("builtin_class")) {
        object.builtin_class = true;
    } else if (accept_word("kind_of")) {
        object.kind_of = id<ObjectId>('#');
    } else if (accept_word("layout")) {
        object.layout = quoted();
    } else if (accept_word("lltype")) {
        object.lltype = type();
    } else if (accept_word("attribute")) {
        parse_attribute(object);
    } else if (accept_word("module")) {
        function.module = quoted();
    } else if (accept_word("code")) {
        function.qualname = quoted();
        optional_at(function.location);
    } else if (accept_word("parameter")) {
        parse_parameter(function);
    } else if (accept_word("cell")) {
        function.cell_names.emplace_back(name());
        if (accept('=')) function.cells.push_back(constant());
    } else if (accept_word("code_only")) {
        function.code_only = true;
    } else if (accept_word("generator")) {
        function.generator = true;
    } else if (accept_word("coroutine")) {
        function.coroutine = true;
    } else if (accept_word("low_level")) {
        function.low_level = true;
    } else if (accept_word("by_shape")) {
        function.by_shape = true;
    } else if (accept_word("owner")) {
        function.owner = id<ObjectId>('#');
    } else if (accept_word("graph")) {
        function.graph = graph_reference();
    } else {
        fail("a line of an object starts here");
    }
}

void Parser::parse_parameter(HostFunction& function) {
    HostParameter parameter;
    parameter.name = name();
    std::string_view kind = word();
    auto known = enum_by_name<HostParameter::Kind>(kind, parameter_kind_name, kParameterKinds);
    if (!known) return fail(fmt::format("no kind of parameter is called `{}`", kind));
    parameter.kind = *known;
    if (accept_word("default")) parameter.default_value = constant();
    function.run_time_default.push_back(accept_word("run_time_default"));
    function.parameters.push_back(std::move(parameter));
}

void Parser::parse_attribute(HostObject& object) {
    std::string attribute_name = quoted();
    HostAttribute attribute;
    if (accept('=')) attribute.value = constant();
    if (accept_word("in")) attribute.defined_in = id<ObjectId>('#');
    attribute.variable = accept_word("variable");
    object.attributes[attribute_name] = attribute;
}

// ---- annotations

void Parser::parse_annotation() {
    uint32_t number = index('s');
    Annotation annotation;
    std::string_view kind = word();
    std::optional<SKind> known = enum_by_name<SKind>(kind, skind_name, kSKinds);
    if (!known) return fail(fmt::format("no kind of annotation is called `{}`", kind));
    annotation.kind = *known;
    parse_annotation_fields(annotation);
    if (failed()) return;
    if (program_.annotated.intern(std::move(annotation)).index != number)
        return fail("annotations are numbered in order and differ");
    next_line();
}

void Parser::parse_annotation_fields(Annotation& annotation) {
    annotation.nullable = accept_word("nullable");
    annotation.declines = accept_word("declines");
    annotation.nonnegative = accept_word("nonnegative");
    annotation.is_char = accept_word("char");
    if (accept_word("tags")) annotation.tags = static_cast<uint8_t>(natural() & 15);
    if (accept_word("over")) {
        std::string_view kind = word();
        auto known = enum_by_name<IteratorKind>(kind, iterator_kind_name, kIteratorKinds);
        if (!known) return fail(fmt::format("no kind of iterator is called `{}`", kind));
        annotation.iterator = *known;
    }
    if (accept_word("items")) annotation.items = bracketed<AnnotationId>([&] { return annotation_id(); });
    if (accept_word("list")) annotation.list = id<ListCellId>('L');
    if (accept_word("dict")) annotation.dict = id<DictCellId>('D');
    if (accept_word("var")) annotation.var = id<VarCellId>('V');
    if (accept_word("classdef")) annotation.classdef = id<ClassDefId>('C');
    if (accept_word("descs")) annotation.descs = bracketed<DescId>([&] { return id<DescId>('d'); });
    if (accept_word("lltype")) annotation.lltype = type();
    if (accept_word("name")) annotation.name = quoted();
    if (accept_word("constant")) annotation.constant = constant();
}

void Parser::parse_list_cell() {
    if (index('L') != program_.annotated.lists.size()) return fail("lists are numbered in order");
    ListCell cell;
    cell.item = annotation_id();
    cell.resized = accept_word("resized");
    cell.mutated = accept_word("mutated");
    optional_at(cell.origin);
    program_.annotated.lists.add(cell);
    next_line();
}

void Parser::parse_dict_cell() {
    if (index('D') != program_.annotated.dicts.size()) return fail("dicts are numbered in order");
    DictCell cell;
    cell.key = annotation_id();
    cell.value = annotation_id();
    optional_at(cell.origin);
    program_.annotated.dicts.add(cell);
    next_line();
}

void Parser::parse_var_cell() {
    if (index('V') != program_.annotated.vars.size()) return fail("vars are numbered in order");
    VarCell cell;
    cell.value = annotation_id();
    cell.name = quoted();
    cell.maybe_undefined = accept_word("maybe_undefined");
    program_.annotated.vars.add(cell);
    next_line();
}

void Parser::parse_classdef() {
    if (index('C') != program_.annotated.classdefs.size()) return fail("classdefs are numbered in order");
    ClassDef classdef;
    classdef.name = quoted();
    classdef.class_ = id<ObjectId>('#');
    if (accept_word("base")) classdef.base = id<ClassDefId>('C');
    if (accept_word("copy")) classdef.copy = static_cast<uint32_t>(natural());
    classdef.instantiated = accept_word("instantiated");
    if (accept_word("subclasses"))
        classdef.subclasses = bracketed<ClassDefId>([&] { return id<ClassDefId>('C'); });
    next_line();
    for (skip_lines(); !failed() && !accept_word("end"); skip_lines()) {
        if (accept_word("implicit")) {
            std::string method = quoted();
            std::string role = quoted();
            CallFamilyId family = id<CallFamilyId>('F');
            classdef.implicit[method] = {role, family, static_cast<uint32_t>(integer())};
            next_line();
            continue;
        }
        expect_word("attribute");
        std::string attribute_name = quoted();
        ClassAttribute attribute;
        attribute.value = annotation_id();
        attribute.on_instance = accept_word("on_instance");
        attribute.on_class = accept_word("on_class");
        attribute.maybe_unset = accept_word("maybe_unset");
        optional_at(attribute.origin);
        classdef.attributes[attribute_name] = attribute;
        next_line();
    }
    program_.annotated.classdefs.add(std::move(classdef));
    next_line();
}

void Parser::parse_desc() {
    if (index('d') != program_.annotated.descs.size()) return fail("descs are numbered in order");
    Desc desc;
    std::string_view kind = word();
    std::optional<DescKind> known = enum_by_name<DescKind>(kind, desc_kind_name, kDescKinds);
    if (!known) return fail(fmt::format("no kind of desc is called `{}`", kind));
    desc.kind = *known;
    desc.name = quoted();
    if (accept_word("object")) desc.object = id<ObjectId>('#');
    if (accept_word("function")) desc.function = id<DescId>('d');
    if (accept_word("self")) desc.self = id<ClassDefId>('C');
    if (accept_word("self_constant")) desc.self_constant = constant();
    if (accept_word("family")) desc.family = id<CallFamilyId>('F');
    if (accept_word("cells")) desc.cells = bracketed<VarCellId>([&] { return id<VarCellId>('V'); });
    if (accept_word("defaults"))
        desc.run_time_defaults = bracketed<AnnotationId>([&] { return annotation_id(); });
    program_.annotated.descs.add(std::move(desc));
    next_line();
}

void Parser::parse_family() {
    if (index('F') != program_.annotated.families.size()) return fail("families are numbered in order");
    CallFamily family;
    family.descs = bracketed<DescId>([&] { return id<DescId>('d'); });
    next_line();
    for (skip_lines(); !failed() && !accept_word("end"); skip_lines()) {
        if (accept_word("row")) {
            CallRow row;
            row.positional = static_cast<uint32_t>(natural());
            expect('(');
            while (!failed() && !accept(')')) {
                if (!row.keywords.empty()) expect(',');
                row.keywords.emplace_back(name());
            }
            if (accept_word("result")) row.result = annotation_id();
            family.rows.push_back(std::move(row));
        } else {
            expect_word("target");
            if (family.rows.empty()) return fail("a target stands before its row");
            family.rows.back().targets.push_back(call_target());
        }
        next_line();
    }
    program_.annotated.families.add(std::move(family));
    next_line();
}

CallTarget Parser::call_target() {
    CallTarget target;
    target.desc = id<DescId>('d');
    if (accept_word("graph")) target.graph = graph_reference();
    if (accept_word("instance")) target.instance = id<ClassDefId>('C');
    expect_word("arguments");
    target.arguments = bracketed<ArgumentSource>([&] { return argument(); });
    return target;
}

ArgumentSource Parser::argument() {
    ArgumentSource source;
    std::string_view kind = word();
    auto known = enum_by_name<ArgumentSource::Kind>(kind, argument_kind_name, kArgumentKinds);
    if (!known) fail(fmt::format("no kind of argument is called `{}`", kind));
    source.kind = known.value_or(ArgumentSource::Kind::operand);
    source.index = static_cast<uint32_t>(natural());
    source.operand = static_cast<uint32_t>(natural());
    skip_spaces();
    if (current() != ',' && current() != ']') source.constant = constant();
    return source;
}

// Rows of families are parallel to their descs, and call sites name rows that exist.
void Parser::check_calls() {
    const Store<CallFamilyId, CallFamily>& families = program_.annotated.families;
    for (uint32_t i = 0; i < families.size(); i++)
        for (const CallRow& row : families[CallFamilyId(i)].rows)
            if (row.targets.size() != families[CallFamilyId(i)].descs.size())
                return fail(fmt::format("a row of family F{} has not one target per desc", i));
    for (const auto& [graph, facts] : program_.annotated.graphs)
        for (const auto& [result, sites] : facts.calls)
            for (const CallSite& site : sites)
                if (site.row >= families[site.family].rows.size())
                    return fail(fmt::format("family F{} has no row {}", site.family.index, site.row));
}

void Parser::parse_stored() {
    ObjectId object = id<ObjectId>('#');
    std::string attribute = quoted();
    program_.annotated.variables[{object, attribute}] = annotation_id();
    next_line();
}

void Parser::parse_prebuilt() {
    ObjectId object = id<ObjectId>('#');
    program_.annotated.prebuilt[object] = annotation_id();
    next_line();
}

void Parser::parse_graph_annotations() {
    if (!graph_) return fail("annotations stand before their graph");
    GraphAnnotations& facts = program_.annotated.graphs[graph_->id];
    facts.variables.resize(graph_->variables.size());
    expect('{');
    next_line();
    auto variable = [&] {
        Value operand = value();
        if (operand.is_variable()) return operand.variable();
        fail("a variable stands here");
        return VariableId(0);
    };
    for (skip_lines(); !failed() && !accept('}'); skip_lines()) {
        if (accept_word("call")) {
            VariableId result = variable();
            std::string role = quoted();
            CallFamilyId family = id<CallFamilyId>('F');
            facts.calls[result].push_back({role, family, static_cast<uint32_t>(natural())});
        } else if (accept_word("creation")) {
            VariableId result = variable();
            facts.creations[result] = annotation_id();
        } else if (accept_word("return")) {
            facts.variables[graph_->blocks[graph_->returns].inputs[0].index] = annotation_id();
        } else if (accept_word("except")) {
            facts.variables[graph_->blocks[graph_->excepts].inputs[0].index] = annotation_id();
        } else {
            VariableId v = variable();
            facts.variables[v.index] = annotation_id();
        }
        next_line();
    }
    next_line();
}

}  // namespace sapwood
