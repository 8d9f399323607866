// Raising, handling and printing of exceptions.
#pragma once

#include <string_view>

#include "rtyper/classes.h"

namespace sapwood {

// A new exception with these arguments (without running an __init__ of the program), its context set.
Value new_exception(LLOps&, ClassInfo& c, const std::vector<TypedValue>& args);
// What calling class c with these arguments makes, the arguments not set yet: OSError(errno, text, ...) is an
// instance of the subclass for errno, as a pointer to c.
Value new_exception_by_errno(LLOps&, ClassInfo& c, const std::vector<TypedValue>& args);
// Sets the arguments of an exception; e is an instance of c.
void set_exception_args(LLOps&, Value e, const std::vector<TypedValue>& args);
// The same for attributes that the class c fills from the arguments: StopIteration.value.
void set_exception_args(LLOps&, ClassInfo& c, Value e, const std::vector<TypedValue>& args);
// Ends the block by raising a new exception.
void raise_exception(LLOps&, ClassInfo& c, const std::vector<TypedValue>& args);
// Attributes of instances of c that all exceptions have, and what the built-in classes add; nullopt: not one
// of them, or the program's class has it.
std::optional<Value> exception_getattr(HighLevelOp&, ClassInfo& c, Value e, const std::string& name);
bool exception_setattr(HighLevelOp&, Value e, const std::string& name);

// str() ("str") or repr() ("repr") of an exception as BaseException and its built-in subclasses have it.
Value exception_text(LLOps&, Value e, const std::string& kind);

// A function (exception) -> Void that raises it.
ConstantId raise_function(RTyper&);

// What transforms need: the graphs of Program::roots, and Program::catch_all.
void make_exception_roots(RTyper&);

Value rtype_exc_instance(HighLevelOp&);
Value rtype_exc_set_cause(HighLevelOp&);
Value rtype_exc_match(HighLevelOp&);
Value rtype_exc_enter(HighLevelOp&);
Value rtype_exc_leave(HighLevelOp&);
Value rtype_exc_raised(HighLevelOp&);
Value rtype_exc_handled(HighLevelOp&);
Value rtype_exception(HighLevelOp&);  // sys.exception()
// How many places the traceback of an exception has, and its return to what it was with so many: stand-ins'
// way to what `e.__traceback__ = traceback` does.
Value rtype_traceback_length(HighLevelOp&);
Value rtype_cut_traceback(HighLevelOp&);
Value rtype_print_exc(HighLevelOp&);   // traceback.print_exc()
Value rtype_format_exc(HighLevelOp&);  // traceback.format_exc()

}  // namespace sapwood
