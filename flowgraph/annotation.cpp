// Interning of annotations and the names of their kinds.
#include "flowgraph/annotation.h"

namespace sapwood {

namespace {

// Equal annotations have equal keys and no others do.
std::string key_of(const Annotation& s) {
    std::string key =
        fmt::format("{}|{}{}{}{}|{}|{}|{}|{}|{}|{}|{}|{}|", static_cast<int>(s.kind), s.nullable, s.declines,
                    s.nonnegative, s.is_char, s.tags, static_cast<int>(s.iterator), s.constant.index,
                    s.list.index, s.dict.index, s.var.index, s.classdef.index, s.lltype.index);
    for (AnnotationId item : s.items) key += fmt::format("{},", item.index);
    key += '|';
    for (DescId desc : s.descs) key += fmt::format("{},", desc.index);
    return key + '|' + s.name;
}

}  // namespace

AnnotationId AnnotatedTables::intern(Annotation annotation) {
    auto [entry, inserted] = index_.try_emplace(key_of(annotation));
    if (inserted) {
        entry->second = AnnotationId(size());
        annotations_.push_back(std::move(annotation));
    }
    return entry->second;
}

std::string_view skind_name(SKind kind) {
    switch (kind) {
        case SKind::impossible: return "impossible";
        case SKind::none: return "none";
        case SKind::boolean: return "bool";
        case SKind::integer: return "int";
        case SKind::floating: return "float";
        case SKind::number: return "number";
        case SKind::str: return "str";
        case SKind::bytes: return "bytes";
        case SKind::tuple: return "tuple";
        case SKind::tuple_of: return "tuple_of";
        case SKind::list: return "list";
        case SKind::dict: return "dict";
        case SKind::set: return "set";
        case SKind::instance: return "instance";
        case SKind::callable: return "callable";
        case SKind::builtin_method: return "builtin_method";
        case SKind::range: return "range";
        case SKind::view: return "view";
        case SKind::iterator: return "iterator";
        case SKind::slice: return "slice";
        case SKind::file: return "file";
        case SKind::environ: return "environ";
        case SKind::module: return "module";
        case SKind::cell: return "cell";
        case SKind::super_: return "super";
        case SKind::property_value: return "property";
        case SKind::ptr: return "ptr";
        case SKind::ll_primitive: return "ll_primitive";
        case SKind::ll_type: return "ll_type";
        case SKind::object: return "object";
        case SKind::boxed: return "boxed";
        case SKind::conflict: return "conflict";
    }
    return "?";
}

std::string_view iterator_kind_name(IteratorKind kind) {
    switch (kind) {
        case IteratorKind::sequence: return "sequence";
        case IteratorKind::keys: return "keys";
        case IteratorKind::values: return "values";
        case IteratorKind::items: return "items";
        case IteratorKind::enumerate: return "enumerate";
        case IteratorKind::zip: return "zip";
        case IteratorKind::reversed_: return "reversed";
        case IteratorKind::map: return "map";
        case IteratorKind::filter: return "filter";
        case IteratorKind::file_lines: return "file_lines";
        case IteratorKind::instance: return "instance";
        case IteratorKind::zip_rows: return "zip_rows";
    }
    return "?";
}

}  // namespace sapwood
