// print(), input(), open().
#include "rtyper/builtin_calls.h"
#include "rtyper/builtin_rows.h"
#include "rtyper/repr_file.h"
#include "rtyper/repr_list.h"

namespace sapwood {

namespace {

// The text that a keyword of print gives, or its default where it is absent or None.
Value separator(HighLevelOp& hop, std::string_view name, std::string_view otherwise) {
    auto i = hop.keyword(name);
    if (!i || hop.is_none(*i)) return hop.str(otherwise);
    Repr& r = hop.r_arg(*i);
    if (!r.nullable()) return as_str(hop, hop.input(*i), r);
    Value given = hop.input(*i);
    return hop.if_else(
        hop.op(Op::ptr_iszero, {given}, kBool), str_repr(hop.rtyper).lowleveltype(),
        [&] { return hop.str(otherwise); }, [&] { return given; });
}

bool is_empty(const HighLevelOp& hop, std::string_view name) {
    auto i = hop.keyword(name);
    return i && hop.constant_str(*i) == "";
}

// To an object of the program's: its method `write` gets what a file would.
Value print_to_instance(HighLevelOp& hop, uint32_t file) {
    if (!hop.call_site("write") || hop.r_arg(file).nullable())
        return hop.unsupported("print to what may be no file");
    if (hop.keyword("flush")) return hop.unsupported("print with `flush` to an object with a method `write`");
    TypedValue to{hop.input(file), &hop.r_arg(file)};
    auto write = [&](Value text) {
        hop.rtyper.call_method(hop, to, "write", {{text, &str_repr(hop.rtyper)}});
    };
    Value between = separator(hop, "sep", " "), end = separator(hop, "end", "\n");
    if (hop.star) return hop.unsupported("print of `*` to an object with a method `write`");
    for (uint32_t i = 1; i < hop.positional_count(); ++i) {
        if (i > 1) write(between);
        write(hop.r_arg(i).ll_str(hop, hop.input(i)));
    }
    write(end);
    return hop.result(hop.void_(), hop.rtyper.none_repr());
}

// What `*iterable` adds, which is the last argument; `first`: nothing is before it.
void print_items(HighLevelOp& hop, uint32_t i, bool first, Value file, Value between) {
    Repr& r = hop.r_arg(i);
    Value iterable = hop.input(i);
    check_not_none(hop, iterable, r, "TypeError",
                   "print() argument after * must be an iterable, not NoneType");
    auto iteration = iterate(hop, iterable, r);
    if (!iteration) return;
    Repr& item = iteration->repr->item();
    auto items =
        list_from_iterable(hop, iteration->iterator, *iteration->repr, list_repr_of(hop.rtyper, item));
    if (!items) return;
    hop.call_helper("files.ll_write_items",
                    {file, *items, hop.rtyper.str_function(item), between, hop.bool_(first)});
}

Value target_file(HighLevelOp& hop) {
    auto i = hop.keyword("file");
    if (!i || hop.is_none(*i)) return standard_stream(hop.rtyper, "stdout");
    Value file = hop.input(*i);
    if (!hop.r_arg(*i).nullable()) return file;
    return hop.if_else(
        hop.op(Op::ptr_iszero, {file}, kBool), hop.type_of(file),
        [&] { return Value(standard_stream(hop.rtyper, "stdout")); }, [&] { return file; });
}

}  // namespace

Value rtype_print(HighLevelOp& hop) {
    if (auto i = hop.keyword("file"); i && hop.s_arg(*i).kind == SKind::instance)
        return print_to_instance(hop, *i);
    Value file = target_file(hop);
    Value between = separator(hop, "sep", " ");
    Value end = separator(hop, "end", "\n");
    for (uint32_t i = 1; i < hop.positional_count(); ++i) {
        if (hop.star && i + 1 == hop.positional_count()) {
            print_items(hop, i, i == 1, file, between);
            continue;
        }
        if (i > 1 && !is_empty(hop, "sep")) write_text(hop, file, between);
        write_text(hop, file, hop.r_arg(i).ll_str(hop, hop.input(i)));
    }
    if (!is_empty(hop, "end")) write_text(hop, file, end);
    if (auto i = hop.keyword("flush")) {
        Value wanted = hop.r_arg(*i).ll_bool(hop, hop.input(*i));
        hop.call_if(wanted, "files.ll_flush", {file});
    }
    return hop.result(hop.void_(), hop.rtyper.none_repr());
}

Value rtype_input(HighLevelOp& hop) {
    Value prompt = hop.arg_count() > 1 ? hop.r_arg(1).ll_str(hop, hop.input(1)) : hop.str("");
    Value line = hop.call_helper("files.ll_input", {standard_stream(hop.rtyper, "stdin"),
                                                    standard_stream(hop.rtyper, "stdout"), prompt});
    return hop.result(line, str_repr(hop.rtyper));
}

Value rtype_open(HighLevelOp& hop) {
    bool binary = hop.s_result().name == "binary";
    // the rows check and convert; the helpers get the static list of open files before the arguments
    if (auto done =
            rtype_builtin_rows(binary ? "open.binary" : "open.text", hop, 1, Value(open_files(hop.rtyper)))) {
        return *done;
    }
    return hop.unsupported("open() with these arguments");
}

}  // namespace sapwood
