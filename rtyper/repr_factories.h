// Who makes the repr of which kind of annotation, and who types which built-in function.  The rows of the
// lltype system; another type system has other factories behind the same signatures.
#pragma once

#include <memory>
#include <string_view>

#include "rtyper/repr.h"

namespace sapwood {

// Reprs of scalars, None, Number, low-level values (repr_number.cpp, repr_int.cpp, ...).
std::unique_ptr<Repr> make_none_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_bool_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_int_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_float_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_number_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_lowlevel_repr(RTyper&, AnnotationId);  // ptr, ll_primitive, ll_type
std::unique_ptr<Repr> make_constant_repr(RTyper&, AnnotationId);  // module, object: Void
// Classes, instances, callables, cells.
std::unique_ptr<Repr> make_instance_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_callable_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_builtin_method_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_cell_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_boxed_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_tuple_repr(RTyper&, AnnotationId);
// Containers and text (repr_list.cpp, repr_dict.cpp, repr_str.cpp, repr_iter.cpp, repr_file.cpp).
std::unique_ptr<Repr> make_list_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_dict_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_tuple_of_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_set_repr(RTyper&, AnnotationId);  // set and frozenset
std::unique_ptr<Repr> make_str_repr(RTyper&, AnnotationId);  // str, UniChar where is_char and not nullable
std::unique_ptr<Repr> make_bytes_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_range_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_view_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_iterator_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_slice_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_file_repr(RTyper&, AnnotationId);
std::unique_ptr<Repr> make_environ_repr(RTyper&, AnnotationId);

// Structs of README.md's table, made once per program; named "str" and "bytes".
LLTypeId str_struct(RTyper&);  // repr_str.cpp
LLTypeId bytes_struct(RTyper&);
// The one static array of this type without items.
ConstantId empty_array(RTyper&, LLTypeId array);
// str() or repr() of operand i as Ptr(str).
Value as_text(HighLevelOp&, uint32_t i, bool as_repr);
// Static text: a pointer constant of type Ptr(str).
ConstantId prebuilt_str(RTyper&, std::string_view utf8);
// The repr of plain `str` (not nullable, not a character).
Repr& str_repr(RTyper&);
Repr& bytes_repr(RTyper&);

// format(x, spec) of int, bool, float, Number with a specification that is not constantly empty
// (builtin_format.cpp).
Value rtype_format_number(HighLevelOp&);
// Operations on text of which no operand decides (builtin_format.cpp): to_ascii (any operand), concat_str.
Value rtype_to_ascii(HighLevelOp&);
Value rtype_concat_str(HighLevelOp&);

// iter() of an instance that has __next__ but for which no __iter__ is called (repr_iter.cpp).
Value rtype_iter_instance(HighLevelOp&);

// iter() of a tuple (repr_iter.cpp).
Value rtype_iter_tuple(HighLevelOp&);

// Files (repr_file.cpp): the static one of "stdin", "stdout" or "stderr" as Ptr(file); writing text
// (Ptr(str)) to one; writing out what all of them hold, at the end of the program.
ConstantId standard_stream(RTyper&, std::string_view name);
void write_text(LLOps&, Value file, Value text);
void flush_all_files(LLOps&);

// Calls of built-in functions and types: name is the qualified one ("builtins.len", "math.sqrt",
// "builtins.int", "sys.exit", "os.path.join"); hop's operand 0 is the callee.  nullopt: not one of its own.
// Core: isinstance issubclass type id callable hash bool int float abs divmod pow len iter next repr str
// getattr hasattr object sys.exit, and the methods of exceptions and object.
std::optional<Value> rtype_core_builtin(std::string_view name, HighLevelOp&);  // core_builtins.cpp
// All others: print input open sorted min max sum any all range enumerate zip reversed map filter round, list
// dict set tuple frozenset bytes, ord chr hex bin oct ascii format, math.*, time.*, os.*.
std::optional<Value> rtype_builtin_call(std::string_view name, HighLevelOp&);  // builtin_*.cpp

}  // namespace sapwood
