// From abstract values to flowgraph's tables: every copy gets its own graph, cells and classes their ids, and
// callables that meet somewhere a family.
#include "annotator/export.h"

#include <algorithm>
#include <numeric>

#include "annotator/definite.h"

namespace sapwood::annotation {

class Exporter {
  public:
    explicit Exporter(Engine& engine) : engine_(engine), tables_(engine.program.annotated) {}

    void run() {
        tables_ = {};
        make_graphs();
        make_classes();
        make_cells();
        make_descs();
        fill_cells();
        fill_descs();
        make_families();
        fill_classes();
        fill_graphs();
        for (const auto& [key, place] : engine_.globals) tables_.variables[key] = value(engine_.peek(place));
        for (const auto& [object, name] : engine_.class_variables) {
            uint32_t at = engine_.class_index(object, 0);
            while (at != UINT32_MAX && !engine_.classes[at].attributes.contains(name))
                at = engine_.classes[at].base;
            if (at == UINT32_MAX) continue;
            tables_.variables[{object, name}] =
                value(engine_.peek(engine_.classes[at].attributes.at(name).place));
        }
        for (const auto& [object, s] : engine_.prebuilt) {
            SKind kind = engine_.lattice.kind(s);
            if (kind == SKind::list || kind == SKind::dict || kind == SKind::set || kind == SKind::instance)
                tables_.prebuilt[object] = value(s);
        }
    }

  private:
    AnnotationId value(SId id) {
        auto known = values_.find(id.index);
        if (known != values_.end()) return known->second;
        const SValue s = engine_.lattice[id];
        Annotation a;
        a.kind = s.kind;
        a.nullable = s.nullable;
        a.declines = s.declines;
        a.nonnegative = s.nonnegative;
        a.is_char = s.is_char;
        a.tags = s.tags;
        a.iterator = s.iterator;
        a.constant = s.constant;
        a.lltype = s.lltype;
        a.name = s.name;
        for (SId item : s.items) a.items.push_back(value(item));
        if (!s.ids.empty()) {
            switch (s.kind) {
                case SKind::list: a.list = ListCellId(cells_[s.ids[0]]); break;
                case SKind::dict:
                case SKind::set: a.dict = DictCellId(cells_[s.ids[0]]); break;
                case SKind::cell: a.var = VarCellId(cells_[s.ids[0]]); break;
                case SKind::instance: a.classdef = ClassDefId(s.ids[0]); break;
                case SKind::callable:
                    for (uint32_t desc : s.ids) a.descs.push_back(DescId(desc));
                    break;
                default: break;
            }
        }
        if (s.kind == SKind::view || s.kind == SKind::iterator) {
            // Where the container is, without looking into items.
            for (SId item : s.items) {
                const SValue& inner = engine_.lattice[item];
                if (inner.kind == SKind::list && !a.list.valid()) a.list = ListCellId(cells_[inner.ids[0]]);
                if ((inner.kind == SKind::dict || inner.kind == SKind::set) && !a.dict.valid())
                    a.dict = DictCellId(cells_[inner.ids[0]]);
            }
        }
        AnnotationId result = tables_.intern(std::move(a));
        values_[id.index] = result;
        return result;
    }

    void make_graphs() {
        Program& program = engine_.program;
        for (const auto& copy : engine_.copies) {
            FunctionGraph graph = *copy->graph;
            for (Block& block : graph.blocks) {
                for (Operation& op : block.operations) {
                    for (Value& arg : op.args) arg = without_not_implemented(arg);
                }
                for (Link& link : block.links) {
                    for (Value& arg : link.args) arg = without_not_implemented(arg);
                }
            }
            graphs_.push_back(program.add_graph(std::move(graph)));
        }
        program.entry = graphs_[0];
    }

    // None represents it.
    Value without_not_implemented(Value v) {
        if (!v.is_constant()) return v;
        const Constant& c = engine_.constant(v.constant());
        if (c.kind != ConstantKind::object) return v;
        const HostObject& object = engine_.world.object(c.object);
        bool is_it = object.kind == HostKind::other && object.name == "NotImplementedType";
        return is_it ? Value(engine_.program.constants.none()) : v;
    }

    void make_classes() {
        std::map<ObjectId, uint32_t> copies;
        for (const ClassInfo& info : engine_.classes) {
            ClassDef def;
            def.name = engine_.world.object(info.class_).name;
            def.class_ = info.class_;
            if (info.base != UINT32_MAX) def.base = ClassDefId(info.base);
            def.copy = copies[info.class_]++;
            for (uint32_t below : info.subclasses) def.subclasses.push_back(ClassDefId(below));
            def.instantiated = info.instantiated;
            tables_.classdefs.add(std::move(def));
        }
    }

    void make_cells() {
        for (const CellInfo& cell : engine_.cells) {
            switch (cell.kind) {
                case CellKind::list: cells_.push_back(tables_.lists.add({}).index); break;
                case CellKind::dict:
                case CellKind::set: cells_.push_back(tables_.dicts.add({}).index); break;
                case CellKind::var: cells_.push_back(tables_.vars.add({}).index); break;
            }
        }
    }

    void make_descs() {
        for (const DescInfo& info : engine_.descs) {
            Desc desc;
            desc.kind = info.kind;
            desc.object = info.object;
            desc.name = engine_.world.object(info.object).name;
            if (info.kind == DescKind::builtin) desc.name = desc.name.substr(desc.name.rfind('.') + 1);
            if (info.function != UINT32_MAX) desc.function = DescId(info.function);
            if (info.owner != UINT32_MAX) desc.self = ClassDefId(info.owner);
            desc.self_constant = info.self_constant;
            tables_.descs.add(std::move(desc));
        }
    }

    void fill_cells() {
        for (size_t i = 0; i < engine_.cells.size(); i++) {
            const CellInfo& cell = engine_.cells[i];
            AnnotationId first = value(engine_.peek(cell.first));
            switch (cell.kind) {
                case CellKind::list:
                    tables_.lists[ListCellId(cells_[i])] = {first, cell.resized, cell.mutated, cell.origin};
                    break;
                case CellKind::dict:
                    tables_.dicts[DictCellId(cells_[i])] = {first, value(engine_.peek(cell.second)),
                                                            cell.origin};
                    break;
                case CellKind::set:
                    tables_.dicts[DictCellId(cells_[i])] = {first, value(engine_.lattice.none()),
                                                            cell.origin};
                    break;
                case CellKind::var:
                    tables_.vars[VarCellId(cells_[i])] = {first, cell.maybe_undefined, cell.name};
                    break;
            }
        }
    }

    void fill_descs() {
        for (uint32_t i = 0; i < engine_.descs.size(); i++) {
            const DescInfo info = engine_.descs[i];
            const HostObject& host = engine_.world.object(info.object);
            size_t cell_count = host.function.cell_names.size();
            for (size_t k = 0; k < info.environment.size(); k++) {
                const Place& slot = engine_.place(info.environment[k]);
                if (k < cell_count) {
                    VarCell cell;
                    cell.value = value(slot.value);
                    cell.name = slot.name;
                    VarCellId id = tables_.vars.add(cell);
                    tables_.descs[DescId(i)].cells.push_back(id);
                } else {
                    AnnotationId annotation = value(slot.value);
                    tables_.descs[DescId(i)].run_time_defaults.push_back(annotation);
                }
            }
        }
    }

    // ---- Families: callables that meet in a value, or in a call, are one
    uint32_t find(uint32_t desc) {
        while (parents_[desc] != desc) desc = parents_[desc] = parents_[parents_[desc]];
        return desc;
    }

    void unite(uint32_t a, uint32_t b) {
        a = find(a);
        b = find(b);
        if (a != b) parents_[std::max(a, b)] = std::min(a, b);
    }

    template <class F>
    void all_records(F&& f) {
        for (uint32_t c = 0; c < engine_.copies.size(); c++) {
            for (const auto& [op, records] : engine_.copies[c]->calls) {
                for (const CallRecord& record : records) f(record, c, op);
            }
        }
        for (const ClassInfo& info : engine_.classes) {
            for (const auto& [name, record] : info.implicit) f(record, UINT32_MAX, VariableId{});
        }
    }

    void make_families() {
        parents_.resize(engine_.descs.size());
        std::iota(parents_.begin(), parents_.end(), 0);
        std::set<uint32_t> seen;
        auto visit = [&](SId id) {
            std::vector<SId> todo = {id};
            while (!todo.empty()) {
                SId at = todo.back();
                todo.pop_back();
                if (!seen.insert(at.index).second) continue;
                const SValue& s = engine_.lattice[at];
                todo.insert(todo.end(), s.items.begin(), s.items.end());
                if (s.kind != SKind::callable) continue;
                for (uint32_t desc : s.ids) unite(s.ids[0], desc);
            }
        };
        for (const Place& place : engine_.places) visit(place.value);
        for (const auto& copy : engine_.copies) {
            for (SId s : copy->vars) visit(s);
        }
        std::set<uint32_t> called;
        all_records([&](const CallRecord& record, uint32_t, VariableId) {
            for (const TargetRecord& target : record.targets) {
                unite(record.targets[0].desc, target.desc);
                called.insert(target.desc);
            }
        });
        std::set<uint32_t> wanted;
        for (uint32_t desc : called) wanted.insert(find(desc));
        std::map<uint32_t, CallFamilyId> families;
        for (uint32_t desc = 0; desc < engine_.descs.size(); desc++) {
            uint32_t root = find(desc);
            if (!wanted.contains(root)) continue;
            auto [it, added] = families.try_emplace(root);
            if (added) it->second = tables_.families.add({});
            tables_.families[it->second].descs.push_back(DescId(desc));
            tables_.descs[DescId(desc)].family = it->second;
        }
    }

    CallSite site(const CallRecord& record) {
        CallSite result;
        result.role = record.role;
        result.family = tables_.descs[DescId(record.targets[0].desc)].family;
        CallFamily& family = tables_.families[result.family];
        CallRow row;
        row.positional = record.positional;
        row.keywords = record.keywords;
        row.result = value(record.result);
        row.targets.resize(family.descs.size());
        for (size_t i = 0; i < row.targets.size(); i++) row.targets[i].desc = family.descs[i];
        for (const TargetRecord& target : record.targets) {
            size_t at = std::find(family.descs.begin(), family.descs.end(), DescId(target.desc)) -
                        family.descs.begin();
            CallTarget& out = row.targets[at];
            if (target.copy != kNoCopy) out.graph = graphs_[target.copy];
            if (target.instance != UINT32_MAX) out.instance = ClassDefId(target.instance);
            out.arguments = target.arguments;
        }
        for (uint32_t i = 0; i < family.rows.size(); i++) {
            if (!merge(family.rows[i], row)) continue;
            result.row = i;
            return result;
        }
        family.rows.push_back(std::move(row));
        result.row = static_cast<uint32_t>(family.rows.size() - 1);
        return result;
    }

    static bool never_called(const CallTarget& target) {
        return !target.graph.valid() && !target.instance.valid();
    }

    static bool same_arguments(const CallTarget& a, const CallTarget& b) {
        return std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
                          [](const ArgumentSource& x, const ArgumentSource& y) {
                              return x.kind == y.kind && x.index == y.index && x.operand == y.operand &&
                                     x.constant == y.constant;
                          });
    }

    // Rows that say the same wherever both say something are one.  They must have a target in common: its
    // parameters take what both pass, while parameters of unrelated targets may have no type in common.
    bool merge(CallRow& into, const CallRow& row) {
        if (into.positional != row.positional || into.keywords != row.keywords) return false;
        bool meet = false;
        for (size_t i = 0; i < row.targets.size(); i++) {
            const CallTarget &a = into.targets[i], &b = row.targets[i];
            if (never_called(a) || never_called(b)) continue;
            if (a.graph != b.graph || a.instance != b.instance || !same_arguments(a, b)) return false;
            meet = true;
        }
        if (!meet) return false;
        // The result of a row is that of all its targets.
        if (into.result != row.result) {
            bool covers = true;
            for (size_t i = 0; i < row.targets.size(); i++)
                covers = covers && (never_called(row.targets[i]) || !never_called(into.targets[i]));
            bool covered = true;
            for (size_t i = 0; i < row.targets.size(); i++)
                covered = covered && (never_called(into.targets[i]) || !never_called(row.targets[i]));
            if (!covers && !covered) return false;
            if (covered) into.result = row.result;
        }
        for (size_t i = 0; i < row.targets.size(); i++) {
            if (never_called(into.targets[i])) into.targets[i] = row.targets[i];
        }
        return true;
    }

    void fill_classes() {
        std::map<uint32_t, std::set<std::string>> assigned;
        auto is_unset = [&](uint32_t home, const std::string& name) {
            std::vector<uint32_t> todo = {home};
            while (!todo.empty()) {
                uint32_t at = todo.back();
                todo.pop_back();
                const ClassInfo& info = engine_.classes[at];
                todo.insert(todo.end(), info.subclasses.begin(), info.subclasses.end());
                if (!info.instantiated) continue;
                auto default_value = engine_.world.class_attribute(info.class_, name);
                if (default_value && default_value->value.valid()) continue;
                for (ObjectId object : info.prebuilt) {
                    if (!engine_.world.object(object).attributes.contains(name)) return true;
                }
                if (info.creators.empty()) continue;
                auto [it, added] = assigned.try_emplace(at);
                if (added) it->second = definitely_assigned(engine_, at);
                if (!it->second.contains(name)) return true;
            }
            return false;
        };
        for (uint32_t i = 0; i < engine_.classes.size(); i++) {
            for (const auto& [name, entry] : engine_.classes[i].attributes) {
                if (!entry.stored) continue;
                ClassAttribute attribute;
                attribute.value = value(engine_.peek(entry.place));
                attribute.on_instance = entry.on_instance;
                attribute.on_class = entry.on_class;
                attribute.maybe_unset =
                    entry.on_instance && !entry.of_frame && (entry.deleted || is_unset(i, name));
                attribute.origin = entry.origin;
                tables_.classdefs[ClassDefId(i)].attributes[name] = attribute;
            }
            for (const auto& [name, record] : engine_.classes[i].implicit) {
                if (!record.targets.empty()) tables_.classdefs[ClassDefId(i)].implicit[name] = site(record);
            }
        }
    }

    void fill_graphs() {
        for (uint32_t c = 0; c < engine_.copies.size(); c++) {
            const Copy& copy = *engine_.copies[c];
            GraphAnnotations& facts = tables_.graphs[graphs_[c]];
            for (SId s : copy.vars) facts.variables.push_back(value(s));
            for (const auto& [op, records] : copy.calls) {
                for (const CallRecord& record : records) {
                    if (!record.targets.empty()) facts.calls[op].push_back(site(record));
                }
            }
            for (const auto& [op, creation] : copy.creations) facts.creations[op] = value(creation);
        }
    }

    Engine& engine_;
    AnnotatedTables& tables_;
    std::unordered_map<uint32_t, AnnotationId> values_;
    std::vector<GraphId> graphs_;
    std::vector<uint32_t> cells_;
    std::vector<uint32_t> parents_;
};

void export_annotations(Engine& engine) {
    Exporter(engine).run();
}

}  // namespace sapwood::annotation
