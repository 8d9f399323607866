"""What exceptions say, and how a program ends that does not catch one.

An exception's arguments are boxes: the functions `strfn` and `reprfn` (box) print them.  `args` is null only in static
instances that were never given any.
"""

import ll
from bytestrings import ll_backslashed, ll_hex, ll_part
from instances import ll_no_attribute
from lists import ll_new
from ll import BYTES_POINTER, STR_POINTER
from numbers_text import ll_int_to_str
from strings import ll_byte, ll_char_at, ll_concat, ll_cut

# Layouts of boxes, as in rtyper/boxes.cpp.
NONE = 0
INT = 1
BOOL = 2
STR_LAYOUT = 3


def ll_is_int(box):
    return box.layout == INT or box.layout == BOOL


def ll_arg_count(e):
    if ll.ptr_iszero(e.args):
        return 0
    return ll.getarraysize(e.args)


def ll_set_context(e, handled):
    """e is raised while `handled` is being handled.  The chain of contexts must not become a ring."""
    if ll.ptr_eq(e, handled):
        return
    at = handled
    while ll.ptr_nonzero(at.context):
        if ll.ptr_eq(at.context, e):
            at.context = ll.null(ll.target_type(e))
        else:
            at = at.context
    e.context = handled


def ll_arguments(e, is_os_error, BOX, ARRAY):
    """The boxes of `args`, never null."""
    count = ll_shown_count(e, is_os_error, BOX)
    if count == 0:
        return ll.empty(ARRAY)
    if count == ll.getarraysize(e.args):
        return e.args
    boxes = ll.malloc_varsize(ARRAY, count)
    ll.copy_items(e.args, 0, boxes, 0, count)
    return boxes


def ll_unboxed(boxes, unbox, LIST):
    """A tuple of the values."""
    result = ll_new(LIST, ll.getarraysize(boxes))
    i = 0
    while i < result.length:
        result.items[i] = unbox(boxes[i])
        i += 1
    return result


def ll_boxed(values, box, ARRAY):
    if values.length == 0:
        return ll.empty(ARRAY)
    boxes = ll.malloc_varsize(ARRAY, values.length)
    i = 0
    while i < values.length:
        boxes[i] = box(values.items[i])
        i += 1
    return boxes


# ---- notes

def ll_note_count(e):
    if ll.ptr_iszero(e.notes):
        return 0
    return ll.getarraysize(e.notes)


def ll_add_note(e, note, ARRAY):
    count = ll_note_count(e)
    notes = ll.malloc_varsize(ARRAY, count + 1)
    if count > 0:
        ll.copy_items(e.notes, 0, notes, 0, count)
    notes[count] = ll.cast_pointer(ll.GcRef, note)
    e.notes = notes


def ll_notes(e, class_name, LIST):
    """A new list of them; there is none before the first."""
    count = ll_note_count(e)
    if count == 0:
        ll_no_attribute(class_name, ll.str_ptr("__notes__"))
    result = ll_new(LIST, count)
    if count > 0:
        ll.copy_items(e.notes, 0, result.items, 0, count)
    return result


# ---- text

def ll_str(e, is_key_error, is_os_error, is_decode_error, is_encode_error, BOX, REF_BOX, strfn, reprfn):
    count = ll_arg_count(e)
    if count == 0:
        return ll.str_ptr("")
    if count == 5 and (is_decode_error or is_encode_error):
        return ll_codec_text(e, is_decode_error, BOX, REF_BOX, strfn)
    if count == 1:
        if is_key_error:
            return reprfn(e.args[0])
        return strfn(e.args[0])
    if is_os_error:
        text = ll_concat(ll_concat(ll.str_ptr("[Errno "), strfn(e.args[0])), ll.str_ptr("] "))
        text = ll_concat(text, strfn(e.args[1]))
        if count > 2:
            text = ll_concat(ll_concat(text, ll.str_ptr(": ")), reprfn(e.args[2]))
        return text
    return ll_args_text(e, count, reprfn)


def ll_codec_text(e, decoding, BOX, REF_BOX, strfn):
    """Of a UnicodeDecodeError or UnicodeEncodeError, whose arguments are encoding, object, start, end and reason."""
    whole = ll.cast_pointer(REF_BOX, e.args[1]).value
    first = ll.cast_pointer(BOX, e.args[2]).integer
    last = ll.cast_pointer(BOX, e.args[3]).integer - 1
    if decoding:
        what = ll.str_ptr("decode byte")
        one = ll_shown_byte(ll.cast_pointer(BYTES_POINTER, whole), first)
    else:
        what = ll.str_ptr("encode character")
        one = ll_shown_character(ll.cast_pointer(STR_POINTER, whole), first)
    place = ll_int_to_str(first)
    if first != last or ll.getarraysize(one) == 0:
        one = ll.str_ptr("s")
        place = ll_concat(ll_concat(place, ll.str_ptr("-")), ll_int_to_str(last))
    text = ll_concat(ll_concat(ll.str_ptr("'"), strfn(e.args[0])), ll.str_ptr("' codec can't "))
    text = ll_concat(ll_concat(ll_concat(text, what), one), ll.str_ptr(" in position "))
    return ll_concat(ll_concat(ll_concat(text, place), ll.str_ptr(": ")), strfn(e.args[4]))


def ll_shown_byte(b, index):
    """Empty where there is none."""
    if index < 0 or index >= ll.getarraysize(b):
        return ll.str_ptr("")
    return ll_concat(ll.str_ptr(" 0x"), ll_hex(ll_part(b, index, 1)))


def ll_shown_character(s, index):
    if index < 0 or index >= s.length:
        return ll.str_ptr("")
    code = ll.cast_unichar_to_int(ll_char_at(s, index))
    return ll_concat(ll_concat(ll.str_ptr(" '"), ll_backslashed(code)), ll.str_ptr("'"))


def ll_repr(e, name, is_os_error, BOX, reprfn):
    return ll_concat(name, ll_args_text(e, ll_shown_count(e, is_os_error, BOX), reprfn))


def ll_shown_count(e, is_os_error, BOX):
    """OSError keeps the name of a file apart from the arguments."""
    count = ll_arg_count(e)
    if is_os_error and count >= 3 and count <= 5 and ll.cast_pointer(BOX, e.args[2]).layout != NONE:
        return 2
    return count


def ll_args_text(e, count, reprfn):
    text = ll.str_ptr("(")
    i = 0
    while i < count:
        if i > 0:
            text = ll_concat(text, ll.str_ptr(", "))
        text = ll_concat(text, reprfn(e.args[i]))
        i += 1
    return ll_concat(text, ll.str_ptr(")"))


# ---- arguments of OSError by name

def ll_errno(e, BOX):
    """A Number: None where there is none."""
    if ll_arg_count(e) < 2:
        return ll.number_from_none()
    box = ll.cast_pointer(BOX, e.args[0])
    if not ll_is_int(box):
        return ll.number_from_none()
    return ll.number_from_int(box.integer)


def ll_str_argument(e, index, BOX, STR_BOX, STR):
    """Argument `index` where it is a str, else null."""
    if ll_arg_count(e) < 2 or ll_arg_count(e) <= index:
        return ll.null(STR)
    box = ll.cast_pointer(BOX, e.args[index])
    if box.layout != STR_LAYOUT:
        return ll.null(STR)
    return ll.cast_pointer(STR, ll.cast_pointer(STR_BOX, e.args[index]).value)


def ll_code(e, BOX):
    """The int that a SystemExit was given, as a Number; None where there is none."""
    if ll_arg_count(e) == 0:
        return ll.number_from_none()
    box = ll.cast_pointer(BOX, e.args[0])
    if not ll_is_int(box):
        return ll.number_from_none()
    return ll.number_from_int(box.integer)


def ll_code_text(e, BOX, STR_BOX, STR):
    """The str that a SystemExit was given, else null."""
    if ll_arg_count(e) == 0:
        return ll.null(STR)
    box = ll.cast_pointer(BOX, e.args[0])
    if box.layout != STR_LAYOUT:
        return ll.null(STR)
    return ll.cast_pointer(STR, ll.cast_pointer(STR_BOX, e.args[0]).value)


# ---- the end of a program

def ll_exit(e, BOX, strfn, writefn):
    """The exit status that a SystemExit asks for."""
    count = ll_arg_count(e)
    if count == 0:
        return 0
    box = ll.cast_pointer(BOX, e.args[0])
    if box.layout == NONE:
        return 0
    if ll_is_int(box):
        return box.integer
    writefn(ll_concat(strfn(e.args[0]), ll.str_ptr("\n")))
    return 1


def ll_quietly(function):
    """Calls it; whether it raised."""
    try:
        function()
    except BaseException:
        return True
    return False


def ll_text_of_handled(e, OBJECT, strfn):
    if ll.ptr_iszero(e):
        return ll.str_ptr("NoneType: None\n")
    return ll_whole_text(e, OBJECT, strfn)


def ll_whole_text(e, OBJECT, strfn):
    """The exception as CPython prints it, with those it came from before it."""
    text = ll.str_ptr("")
    i = ll_chain_length(e)
    while i > 0:
        i -= 1
        text = ll_concat(text, ll_text_of_one(ll_in_chain(e, i), OBJECT, strfn))
        if i > 0:
            if ll.ptr_nonzero(ll_in_chain(e, i - 1).cause):
                link = ll.str_ptr("\nThe above exception was the direct cause of the following exception:\n\n")
            else:
                link = ll.str_ptr("\nDuring handling of the above exception, another exception occurred:\n\n")
            text = ll_concat(text, link)
    return text


def ll_before(e):
    """The exception to print before e, or null."""
    if ll.ptr_iszero(e.cause) and not e.suppress_context:
        return e.context
    return e.cause


def ll_in_chain(e, i):
    while i > 0:
        e = ll_before(e)
        i -= 1
    return e


def ll_chain_length(e):
    """Up to the first that has none before it, or one that is in the chain already."""
    length = 1
    last = e
    while True:
        before = ll_before(last)
        if ll.ptr_iszero(before):
            return length
        at = e
        i = 0
        while i < length:
            if ll.ptr_eq(at, before):
                return length
            at = ll_before(at)
            i += 1
        last = before
        length += 1


def ll_text_of_one(e, OBJECT, strfn):
    text = ll.str_ptr("")
    if ll.ptr_nonzero(e.traceback):
        text = ll_concat(ll.str_ptr("Traceback (most recent call last):\n"), ll_traceback(e.traceback))
    text = ll_concat(text, ll_own_line(e, OBJECT, strfn))
    i = 0
    while i < ll_note_count(e):
        text = ll_concat(ll_concat(text, ll.cast_pointer(ll.target_type(text), e.notes[i])), ll.str_ptr("\n"))
        i += 1
    return text


def ll_traceback_length(e):
    return len(e.traceback) if ll.ptr_nonzero(e.traceback) else 0


def ll_cut_traceback(e, length):
    """Forgets the places that were added after the first `length`."""
    if ll_traceback_length(e) > length:
        places = ll.malloc_varsize(ll.INT32S, length)
        ll.copy_items(e.traceback, 0, places, 0, length)
        e.traceback = places


def ll_traceback(places):
    buffer = ll.malloc_varsize(ll.CHARS, 1000)
    size = ll.leaf("traceback_text", places, buffer)
    if size > 1000:
        buffer = ll.malloc_varsize(ll.CHARS, size)
        size = ll.leaf("traceback_text", places, buffer)
    text = ll.malloc_varsize(ll.STR, size)
    ll.copy_items(buffer, 0, text, 0, size)
    text.length = ll.leaf("utf8_count", text, 0, size)
    return text


def ll_own_line(e, OBJECT, strfn):
    name = ll_shown_name(ll.cast_pointer(OBJECT, e).typeptr.qualname)
    try:
        text = strfn(ll.cast_pointer(ll.GcRef, e))
    except BaseException:
        text = ll.str_ptr("<exception str() failed>")
    if ll.getarraysize(text) > 0:
        name = ll_concat(ll_concat(name, ll.str_ptr(": ")), text)
    return ll_concat(name, ll.str_ptr("\n"))


def ll_shown_name(qualname):
    """Without `__main__.` or `builtins.`, both of nine characters."""
    if ll_begins(qualname, ll.str_ptr("__main__.")) or ll_begins(qualname, ll.str_ptr("builtins.")):
        return ll_cut(qualname, 9, ll.getarraysize(qualname))
    return qualname


def ll_begins(text, start):
    size = ll.getarraysize(start)
    if ll.getarraysize(text) < size:
        return False
    i = 0
    while i < size:
        if ll_byte(text, i) != ll_byte(start, i):
            return False
        i += 1
    return True
