// Small programs built by hand: what the annotator finds, which copies it makes, what it refuses.
#include "annotator/annotate.h"

#include "flowgraph/builder.h"
#include "flowgraph/print.h"
#include "flowgraph/text_world.h"
#include "tests/catch.h"

using namespace sapwood;

namespace {

// A program whose entry is being built; functions and classes are declared as host objects.
struct Fixture {
    Program program;
    Diagnostics diagnostics;
    TextWorld world{program, diagnostics};
    FunctionGraph entry{"entry"};
    GraphBuilder build{program, entry};
    ObjectId object, base_exception;
    int line = 1;

    Fixture() {
        object = class_("object", {}, true);
        base_exception = class_("BaseException", {object}, true);
        build.position_at(entry.start);
    }

    ObjectId class_(const std::string& name, std::vector<ObjectId> bases, bool builtin = false) {
        HostObject host;
        host.kind = HostKind::class_;
        host.name = name;
        host.qualname = (builtin ? "builtins." : "__main__.") + name;
        host.builtin_class = builtin;
        ObjectId id = program.host.objects.add(host);
        program.host.objects[id].mro = {id};
        for (ObjectId base : bases) {
            for (ObjectId above : program.host.objects[base].mro)
                program.host.objects[id].mro.push_back(above);
        }
        if (builtin) program.host.classes[name] = id;
        return id;
    }

    // A function of parameters named a, b, ...; body fills the graph.
    template <class Body>
    ObjectId function(const std::string& name, uint32_t parameters, Body body) {
        FunctionGraph graph(name);
        HostObject host;
        host.kind = HostKind::function;
        host.name = name;
        for (uint32_t i = 0; i < parameters; i++) {
            std::string parameter(1, static_cast<char>('a' + i));
            VariableId v = graph.new_variable(parameter);
            graph.blocks[graph.start].inputs.push_back(v);
            host.function.parameters.push_back({parameter, HostParameter::Kind::normal, {}});
        }
        GraphBuilder builder(program, graph);
        builder.location.line = 1000 + line++;
        builder.position_at(graph.start);
        body(builder, graph.parameters());
        host.function.graph = program.add_graph(std::move(graph));
        return program.host.objects.add(host);
    }

    Value constant(ObjectId id) { return program.constants.object(id); }

    VariableId op(Op op, std::vector<Value> args) {
        build.location.line = line++;
        return build.op(op, std::move(args));
    }

    VariableId call(ObjectId callee, std::vector<Value> args) {
        args.insert(args.begin(), constant(callee));
        return op(Op::simple_call, std::move(args));
    }

    bool annotate() {
        build.return_(program.constants.integer(0));
        program.entry = program.add_graph(std::move(entry));
        return sapwood::annotate(program, world, diagnostics);
    }

    const Annotation& of(VariableId v) {
        const AnnotatedTables& tables = program.annotated;
        return tables[tables.graphs.at(program.entry).variables[v.index]];
    }

    // "name(kind, ...) -> kind" of all graphs that the annotator left.
    std::vector<std::string> signatures() {
        std::vector<std::string> result;
        for (const auto& [id, facts] : program.annotated.graphs) {
            const FunctionGraph& graph = program.graph(id);
            auto kind = [&](VariableId v) {
                return std::string(skind_name(program.annotated[facts.variables[v.index]].kind));
            };
            std::string text = graph.name + "(";
            for (VariableId v : graph.parameters()) text += kind(v) + " ";
            result.push_back(text + ") -> " + kind(graph.blocks[graph.returns].inputs[0]));
        }
        return result;
    }

    std::vector<std::string_view> slugs() {
        std::vector<std::string_view> result;
        for (const Diagnostic& d : diagnostics.all()) result.push_back(diag_info(d.diag).slug);
        return result;
    }
};

using Slugs = std::vector<std::string_view>;

}  // namespace

TEST_CASE("a function that is called with int and with float has two copies") {
    Fixture f;
    ObjectId twice = f.function("twice", 1, [](GraphBuilder& b, std::vector<VariableId> p) {
        b.return_(b.op(Op::add, {p[0], p[0]}));
    });
    VariableId i = f.call(twice, {f.program.constants.integer(3)});
    VariableId x = f.call(twice, {f.program.constants.floating(1.5)});
    REQUIRE(f.annotate());
    REQUIRE(f.of(i).kind == SKind::integer);
    REQUIRE(f.of(x).kind == SKind::floating);
    REQUIRE(f.signatures() ==
            std::vector<std::string>{"entry() -> int", "twice(int ) -> int", "twice(float ) -> float"});
}

TEST_CASE("None does not split: it joins what comes otherwise") {
    Fixture f;
    ObjectId same =
        f.function("same", 1, [](GraphBuilder& b, std::vector<VariableId> p) { b.return_(p[0]); });
    f.call(same, {f.program.constants.none()});
    VariableId text = f.call(same, {f.program.constants.str("text")});
    REQUIRE(f.annotate());
    REQUIRE(f.of(text).kind == SKind::str);
    REQUIRE(f.of(text).nullable);
    REQUIRE(f.signatures().size() == 2);
}

TEST_CASE("int and float that meet in a list are a Number") {
    Fixture f;
    VariableId list = f.op(Op::newlist, {f.program.constants.integer(1), f.program.constants.floating(2)});
    VariableId item = f.op(Op::getitem, {list, f.program.constants.integer(0)});
    REQUIRE(f.annotate());
    REQUIRE(f.of(item).kind == SKind::number);
    REQUIRE(f.of(item).tags == (1 << int(NumberTag::Int) | 1 << int(NumberTag::Float)));
}

TEST_CASE("int and str that meet in a list are one error, and none where they flow") {
    Fixture f;
    VariableId list = f.op(Op::newlist, {f.program.constants.integer(1), f.program.constants.str("x")});
    VariableId item = f.op(Op::getitem, {list, f.program.constants.integer(0)});
    f.op(Op::add, {item, f.program.constants.integer(1)});
    REQUIRE_FALSE(f.annotate());
    REQUIRE(f.slugs() == Slugs{"union_mismatch"});
}

TEST_CASE("several causes are told in one run") {
    Fixture f;
    f.op(Op::add, {f.program.constants.integer(1), f.program.constants.str("x")});
    f.call(f.function("one", 1, [](GraphBuilder& b, std::vector<VariableId> p) { b.return_(p[0]); }), {});
    f.op(Op::iter, {f.program.constants.integer(1)});
    REQUIRE_FALSE(f.annotate());
    REQUIRE(f.slugs() == Slugs{"bad_operand", "missing_argument", "not_iterable"});
}

TEST_CASE("lists that are made in one place for two types need a copy of the place") {
    Fixture f;
    ObjectId make = f.function(
        "make", 0, [](GraphBuilder& b, const std::vector<VariableId>&) { b.return_(b.op(Op::newlist, {})); });
    VariableId numbers = f.call(make, {}), words = f.call(make, {});
    f.op(Op::list_append, {numbers, f.program.constants.integer(1)});
    f.op(Op::list_append, {words, f.program.constants.str("x")});
    REQUIRE(f.annotate());
    REQUIRE(f.of(numbers).list != f.of(words).list);
    const AnnotatedTables& tables = f.program.annotated;
    REQUIRE(tables[tables.lists[f.of(numbers).list].item].kind == SKind::integer);
    REQUIRE(tables[tables.lists[f.of(words).list].item].kind == SKind::str);
    REQUIRE(f.signatures().size() == 3);
}

TEST_CASE("a sorting function that stores into its argument has a copy per item type") {
    Fixture f;
    ObjectId store = f.function("store", 1, [&](GraphBuilder& b, std::vector<VariableId> p) {
        VariableId item = b.op(Op::getitem, {p[0], b.program.constants.integer(0)});
        b.op(Op::setitem, {p[0], b.program.constants.integer(1), item});
        b.return_(p[0]);
    });
    VariableId numbers = f.op(Op::newlist, {f.program.constants.integer(1)});
    VariableId words = f.op(Op::newlist, {f.program.constants.str("x")});
    f.call(store, {numbers});
    f.call(store, {words});
    REQUIRE(f.annotate());
    REQUIRE(f.signatures().size() == 3);
}

TEST_CASE("the code behind a test on None is narrowed") {
    Fixture f;
    ObjectId maybe = f.function("maybe", 1, [](GraphBuilder& b, std::vector<VariableId> p) {
        BlockId yes = b.graph.new_block("yes"), no = b.graph.new_block("no");
        VariableId x = b.graph.new_variable("x");
        b.graph.blocks[yes].inputs.push_back(x);
        VariableId none = b.op(Op::is_, {p[0], b.program.constants.none()});
        b.branch(none, no, {}, yes, {p[0]});
        b.position_at(no);
        b.return_(b.program.constants.str("none"));
        b.position_at(yes);
        b.return_(x);
    });
    f.call(maybe, {f.program.constants.none()});
    VariableId result = f.call(maybe, {f.program.constants.str("text")});
    REQUIRE(f.annotate());
    REQUIRE(f.of(result).kind == SKind::str);
    REQUIRE_FALSE(f.of(result).nullable);
}

TEST_CASE("attributes that __init__ stores on every way are never unset") {
    Fixture f;
    ObjectId init = f.function("__init__", 1, [](GraphBuilder& b, std::vector<VariableId> p) {
        Value name = b.program.constants.str("always");
        b.op(Op::setattr, {p[0], name, b.program.constants.integer(1)});
        b.return_(b.program.constants.none());
    });
    ObjectId point = f.class_("Point", {f.object});
    f.program.host.objects[point].attributes["__init__"] = {f.constant(init).constant(), point, false};
    VariableId p = f.call(point, {});
    f.op(Op::setattr, {p, f.program.constants.str("later"), f.program.constants.integer(2)});
    REQUIRE(f.annotate());
    const ClassDef& def = f.program.annotated.classdefs[f.of(p).classdef];
    REQUIRE(def.instantiated);
    REQUIRE_FALSE(def.attributes.at("always").maybe_unset);
    REQUIRE(def.attributes.at("later").maybe_unset);
}

TEST_CASE("an unknown attribute of an instance is told, and what follows is looked at") {
    Fixture f;
    ObjectId point = f.class_("Point", {f.object});
    VariableId p = f.call(point, {});
    f.op(Op::getattr, {p, f.program.constants.str("missing")});
    f.op(Op::neg, {f.program.constants.str("x")});
    REQUIRE_FALSE(f.annotate());
    REQUIRE(f.slugs() == Slugs{"unknown_attribute", "bad_operand"});
}
