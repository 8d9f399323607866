"""Text and binary files, and the standard streams.

`file.buffer[start:used]` is what was read and not used yet, or, while WRITING, `buffer[:used]` what was written and
is not in the file yet.  Bytes of text are decoded when they come in: buffer[:valid] is good UTF-8 in the
project's sense (surrogateescape has been applied), what follows is the beginning of a code point.
"""

import io

import ll
from container_repr import ll_add, ll_add_part, ll_built, ll_new_builder
from file_errors import ll_raise_decode_error, ll_raise_encode_error, ll_raise_os_error
from lists import ll_append, ll_new
from ll import BYTES, BYTES_POINTER, CHARS, Ptr, STR, STR_POINTER, Signed
from numbers_text import ll_ascii, ll_from_utf8, ll_int_to_str
from strings import ll_byte, ll_concat, ll_cut, ll_index_at, ll_is_ascii
from text import ll_replace

READABLE = 1
WRITABLE = 2
BINARY = 4
LINE_BUFFERED = 8
CLOSED = 16
ESCAPE = 32        # errors="surrogateescape"
BACKSLASH = 64     # errors="backslashreplace"
REPLACE = 128      # errors="replace"
IGNORE = 256       # errors="ignore"
TRANSLATE = 512    # \r\n and \r read as \n
ANY_NEWLINE = 1024  # lines end at \r\n and \r too
CRLF = 2048        # \n is written as \r\n
WRITING = 4096
UNCHECKED = 8192   # a standard stream not used yet
AT_END = 16384     # the last read gave nothing
APPEND = 32768

CHUNK = 8192
MAX = 9223372036854775807

FILE = ll.GcStruct("file", ("fd", Signed), ("flags", Signed), ("start", Signed), ("used", Signed),
                   ("valid", Signed), ("buffer", Ptr(CHARS)), ("name", Ptr(STR)), ("next", ll.GcRef),
                   ("registry", ll.GcRef))
FILE_POINTER = Ptr(FILE)
# The open files that are written to, so that they can be flushed.
REGISTRY = ll.GcStruct("open_files", ("first", ll.GcRef))
REGISTRY_POINTER = Ptr(REGISTRY)


# ---- checks

def ll_need_open(f):
    if f.flags & CLOSED:
        raise ValueError("I/O operation on closed file.")


def ll_need_readable(f):
    ll_need_open(f)
    if not f.flags & READABLE:
        if f.flags & BINARY:
            raise io.UnsupportedOperation("read")
        raise io.UnsupportedOperation("not readable")
    if f.flags & WRITING:
        ll_flush(f)
        f.flags = f.flags & ~WRITING
    if f.flags & UNCHECKED:
        f.flags = f.flags & ~UNCHECKED
    if ll.getarraysize(f.buffer) == 0:
        f.buffer = ll.malloc_varsize(CHARS, CHUNK)


def ll_need_writable(f):
    if f.flags & WRITING:
        return
    ll_need_open(f)
    if not f.flags & WRITABLE:
        if f.flags & BINARY:
            raise io.UnsupportedOperation("write")
        raise io.UnsupportedOperation("not writable")
    if f.flags & UNCHECKED:
        f.flags = f.flags & ~UNCHECKED
        if ll.leaf("os_isatty", f.fd):
            f.flags = f.flags | LINE_BUFFERED
    if ll.getarraysize(f.buffer) == 0:
        f.buffer = ll.malloc_varsize(CHARS, CHUNK)
    if f.used > f.start:
        ll_seek_raw(f, f.start - f.used, 1)
    f.start = 0
    f.used = 0
    f.valid = 0
    f.flags = f.flags | WRITING


# ---- writing

def ll_flush(f):
    ll_need_open(f)
    if f.flags & WRITING:
        ll_write_out(f)


def ll_write_out(f):
    """Empties the buffer into the file."""
    stop = f.used
    f.used = 0
    ll_write_raw(f, f.buffer, 0, stop)


def ll_write_raw(f, data, start, stop):
    while start < stop:
        count = ll.leaf("os_write", f.fd, data, start, stop)
        if count < 0:
            ll_raise_os_error(-count, ll.null(STR_POINTER))
        start += count


def ll_put(f, data, start, stop):
    """Writes bytes of a text or array, of an open file that is WRITING."""
    size = stop - start
    if f.used + size > ll.getarraysize(f.buffer):
        ll_write_out(f)
        if size >= ll.getarraysize(f.buffer):
            ll_write_raw(f, data, start, stop)
            return
    ll.copy_items(data, start, f.buffer, f.used, size)
    f.used += size


def ll_write_items(f, lst, strfn, between, first):
    """The texts of the items, with `between` before each; `first`: not before the first one."""
    i = 0
    while i < lst.length:
        if i > 0 or not first:
            ll_write(f, between)
        ll_write(f, strfn(lst.items[i]))
        i += 1


def ll_write(f, s):
    """Writes text, without a result."""
    ll_need_writable(f)
    if f.flags & CRLF or not ll_is_ascii(s):
        s = ll_encoded(f, s)
    size = ll.getarraysize(s)
    ll_put(f, s, 0, size)
    if f.flags & LINE_BUFFERED:
        if ll.leaf("find_byte", s, 0, size, ll.cast_int_to_char(10)) >= 0:
            ll_write_out(f)


def ll_encoded(f, s):
    """The text as it goes into the file."""
    if f.flags & CRLF:
        s = ll_replace(s, ll.str_ptr("\n"), ll.str_ptr("\r\n"), -1)
    size = ll.getarraysize(s)
    if ll_is_ascii(s):
        return s
    at = ll.leaf("utf8_surrogate", s, 0, size)
    if at < 0:
        return s
    if f.flags & ESCAPE:
        out = ll.malloc_varsize(STR, size)
        needed = ll.leaf("utf8_unescape", s, 0, size, out)
        if ll.leaf("status") == 0:
            short = ll.malloc_varsize(STR, needed)
            ll.copy_items(out, 0, short, 0, needed)
            return short
    builder = ll_new_builder(size + 16)
    position = 0
    while at >= 0:
        ll_add_part(builder, s, position, at)
        if f.flags & BACKSLASH:
            quoted = ll_ascii(ll_cut(s, at, at + 3))
            ll_add_part(builder, quoted, 1, ll.getarraysize(quoted) - 1)
        elif f.flags & REPLACE:
            ll_add(builder, ll.str_ptr("?"))
        elif not f.flags & IGNORE:
            ll_raise_encode_error(s, ll_index_at(s, at), 1)
        position = at + 3
        at = ll.leaf("utf8_surrogate", s, position, size)
    ll_add_part(builder, s, position, size)
    return ll_built(builder)


def ll_write_text(f, s):
    ll_write(f, s)
    return s.length


def ll_write_binary(f, data):
    ll_need_writable(f)
    ll_put(f, data, 0, ll.getarraysize(data))
    return ll.getarraysize(data)


def ll_writelines_text(f, lst):
    i = 0
    while i < lst.length:
        ll_write(f, ll.cast_pointer(STR_POINTER, lst.items[i]))
        i += 1


# ---- reading

def ll_fill(f):
    """Reads a chunk more; False at the end of the file."""
    if f.start > 0:
        count = f.used - f.start
        ll.copy_items(f.buffer, f.start, f.buffer, 0, count)
        f.valid -= f.start
        f.start = 0
        f.used = count
    if ll.getarraysize(f.buffer) - f.used < CHUNK:
        grown = ll.malloc_varsize(CHARS, f.used + f.used + CHUNK)
        ll.copy_items(f.buffer, 0, grown, 0, f.used)
        f.buffer = grown
    count = ll.leaf("os_read", f.fd, f.buffer, f.used, CHUNK)
    if count < 0:
        ll_raise_os_error(-count, ll.null(STR_POINTER))
    f.used += count
    if f.flags & BINARY:
        f.valid = f.used
    else:
        ll_validate(f, count == 0)
    return count > 0


def ll_validate(f, at_end):
    """Decodes what came in."""
    while f.valid < f.used:
        at = ll.leaf("utf8_error", f.buffer, f.valid, f.used)
        if at < 0:
            f.valid = f.used
            return
        status = ll.leaf("status")
        if status & 15 == 3 and not at_end:
            f.valid = at
            return
        ll_mend(f, at, status >> 4, status & 15)


def ll_mend(f, at, count, kind):
    """Deals with `count` bytes at `at` that are no text."""
    if f.flags & ESCAPE:
        width = 3 * count
    elif f.flags & REPLACE:
        width = 3
    elif f.flags & BACKSLASH:
        width = 4 * count
    elif f.flags & IGNORE:
        width = 0
    else:
        data = ll.malloc_varsize(BYTES, f.used - f.valid)
        ll.copy_items(f.buffer, f.valid, data, 0, f.used - f.valid)
        ll_raise_decode_error(data, at - f.valid, count, kind)
        return
    rest = f.used - at - count
    if f.used + width - count > ll.getarraysize(f.buffer):
        grown = ll.malloc_varsize(CHARS, f.used + f.used + width)
        ll.copy_items(f.buffer, 0, grown, 0, f.used)
        f.buffer = grown
    # the bytes are at most four: keep them while the rest moves
    bad = ll.malloc_varsize(CHARS, count)
    ll.copy_items(f.buffer, at, bad, 0, count)
    ll.copy_items(f.buffer, at + count, f.buffer, at + width, rest)
    i = 0
    while i < count:
        byte = ll.cast_char_to_int(bad[i])
        if f.flags & ESCAPE:  # U+DC00 + byte
            ll_set(f, at + 3 * i, 0xED)
            ll_set(f, at + 3 * i + 1, 0xB0 | byte >> 6)
            ll_set(f, at + 3 * i + 2, 0x80 | byte & 0x3F)
        elif f.flags & BACKSLASH:
            ll_set(f, at + 4 * i, 92)
            ll_set(f, at + 4 * i + 1, 120)
            ll_set(f, at + 4 * i + 2, ll_hex_digit(byte >> 4))
            ll_set(f, at + 4 * i + 3, ll_hex_digit(byte & 15))
        i += 1
    if f.flags & REPLACE:
        ll_set(f, at, 0xEF)
        ll_set(f, at + 1, 0xBF)
        ll_set(f, at + 2, 0xBD)
    f.used += width - count
    f.valid = at + width


def ll_hex_digit(value):
    if value < 10:
        return 48 + value
    return 87 + value


def ll_set(f, at, byte):
    f.buffer[at] = ll.cast_int_to_char(byte)


def ll_line_end(f, position):
    """Position behind the line that contains `position`, or -1 if the buffer does not hold its end."""
    newline = ll.leaf("find_byte", f.buffer, position, f.valid, ll.cast_int_to_char(10))
    if not f.flags & ANY_NEWLINE:
        if newline < 0:
            return -1
        return newline + 1
    stop = newline
    if newline < 0:
        stop = f.valid
    carriage = ll.leaf("find_byte", f.buffer, position, stop, ll.cast_int_to_char(13))
    if carriage < 0:
        if newline < 0:
            return -1
        return newline + 1
    if carriage + 1 < f.valid:
        if ll.cast_char_to_int(f.buffer[carriage + 1]) == 10:
            return carriage + 2
        return carriage + 1
    return -1


def ll_find_line(f):
    """Reads until the buffer holds a line; its end (that of the buffer at the end of the file)."""
    searched = f.start
    while True:
        stop = ll_line_end(f, searched)
        if stop >= 0:
            return stop
        searched = f.valid - f.start
        if f.flags & ANY_NEWLINE and searched > 0 and ll.cast_char_to_int(f.buffer[f.valid - 1]) == 13:
            searched -= 1
        more = ll_fill(f)
        searched += f.start
        if not more:  # but what was half a code point may have become text
            stop = ll_line_end(f, searched)
            if stop >= 0:
                return stop
            return f.valid


def ll_taken(f, stop):
    """The text up to `stop`, which is used up."""
    start = f.start
    f.start = stop
    if f.flags & TRANSLATE:
        if ll.leaf("find_byte", f.buffer, start, stop, ll.cast_int_to_char(13)) >= 0:
            stop = ll_translate(f.buffer, start, stop)
    return ll_from_utf8(f.buffer, start, stop)


def ll_translate(buffer, start, stop):
    """Makes \\r\\n and \\r one \\n, in place; the new end."""
    target = start
    position = start
    while position < stop:
        byte = ll.cast_char_to_int(buffer[position])
        position += 1
        if byte == 13:
            byte = 10
            if position < stop and ll.cast_char_to_int(buffer[position]) == 10:
                position += 1
        buffer[target] = ll.cast_int_to_char(byte)
        target += 1
    return target


def ll_next_line(f):
    """The next line, empty at the end."""
    ll_need_readable(f)
    return ll_taken(f, ll_find_line(f))


def ll_readline_text(f, limit):
    if limit < 0:
        return ll_next_line(f)
    ll_need_readable(f)
    stop = ll_find_line(f)
    part = ll_skip_characters(f, limit)
    if part < stop:
        stop = part
    return ll_taken(f, stop)


def ll_next_text(f):
    line = ll_next_line(f)
    if line.length == 0:
        raise StopIteration
    return line


def ll_read_text(f, count):
    ll_need_readable(f)
    if count < 0:
        while ll_fill(f):
            pass
        return ll_taken(f, f.valid)
    # a \r may be half of a \r\n: look at one character more
    while True:
        available = ll.leaf("utf8_count", f.buffer, f.start, f.valid)
        if f.flags & TRANSLATE:
            available -= 1
        if available >= count:
            break
        if not ll_fill(f):
            break
    return ll_taken(f, ll_skip_characters(f, count))


def ll_skip_characters(f, count):
    """Position behind `count` characters, counted as they read."""
    position = f.start
    while count > 0 and position < f.valid:
        byte = ll.cast_char_to_int(f.buffer[position])
        if byte == 13 and f.flags & TRANSLATE and position + 1 < f.valid:
            if ll.cast_char_to_int(f.buffer[position + 1]) == 10:
                position += 1
        position = ll.leaf("utf8_skip", f.buffer, position, 1)
        count -= 1
    return position


def ll_readlines_text(LIST, f):
    lines = ll_new(LIST, 0)
    while True:
        line = ll_next_line(f)
        if line.length == 0:
            return lines
        ll_append(lines, ll.cast_pointer(ll.GcRef, line))


def ll_taken_bytes(f, stop):
    size = stop - f.start
    data = ll.malloc_varsize(BYTES, size)
    ll.copy_items(f.buffer, f.start, data, 0, size)
    f.start = stop
    return data


def ll_read_binary(f, count):
    ll_need_readable(f)
    if count < 0:
        while ll_fill(f):
            pass
        return ll_taken_bytes(f, f.used)
    while f.used - f.start < count:
        if not ll_fill(f):
            break
    stop = f.start + count
    if stop > f.used:
        stop = f.used
    return ll_taken_bytes(f, stop)


def ll_readline_binary(f, limit):
    ll_need_readable(f)
    stop = ll_find_line(f)
    if limit >= 0 and stop - f.start > limit:
        stop = f.start + limit
    return ll_taken_bytes(f, stop)


def ll_next_binary(f):
    line = ll_readline_binary(f, -1)
    if ll.getarraysize(line) == 0:
        raise StopIteration
    return line


def ll_readlines_binary(LIST, f):
    lines = ll_new(LIST, 0)
    while True:
        line = ll_readline_binary(f, -1)
        if ll.getarraysize(line) == 0:
            return lines
        ll_append(lines, ll.cast_pointer(ll.GcRef, line))


# ---- position and state

def ll_seek_raw(f, offset, whence):
    position = ll.leaf("os_seek", f.fd, offset, whence)
    if position < 0:
        ll_raise_os_error(-position, ll.null(STR_POINTER))
    return position


def ll_tell_text(f):
    ll_need_open(f)
    position = ll_seek_raw(f, 0, 1)
    if f.flags & WRITING:
        return position + f.used
    return position - (f.used - f.start)


def ll_seek_text(f, offset, whence):
    ll_need_open(f)
    if f.flags & BINARY == 0:
        if whence == 1 and offset != 0:
            raise io.UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and offset != 0:
            raise io.UnsupportedOperation("can't do nonzero end-relative seeks")
        if offset < 0:
            raise ValueError(ll.ptr_str(ll_concat(ll.str_ptr("negative seek position "), ll_int_to_str(offset))))
    if f.flags & WRITING:
        ll_write_out(f)
    elif whence == 1:
        offset -= f.used - f.start
    f.start = 0
    f.used = 0
    f.valid = 0
    return ll_seek_raw(f, offset, whence)


def ll_tell_binary(f):
    return ll_tell_text(f)


def ll_seek_binary(f, offset, whence):
    return ll_seek_text(f, offset, whence)


def ll_flush_text(f):
    ll_flush(f)


def ll_flush_binary(f):
    ll_flush(f)


def ll_close_text(f):
    if f.flags & CLOSED:
        return
    try:
        if f.flags & WRITING:
            ll_write_out(f)
    finally:
        f.flags = (f.flags | CLOSED) & ~WRITING
        ll_unregister(f)
        result = ll.leaf("os_close", f.fd)
    if result < 0:
        ll_raise_os_error(-result, ll.null(STR_POINTER))


def ll_close_binary(f):
    ll_close_text(f)


def ll_fileno_text(f):
    ll_need_open(f)
    return f.fd


def ll_isatty_text(f):
    ll_need_open(f)
    return ll.leaf("os_isatty", f.fd)


def ll_readable_text(f):
    ll_need_open(f)
    return f.flags & READABLE != 0


def ll_writable_text(f):
    ll_need_open(f)
    return f.flags & WRITABLE != 0


def ll_enter_text(f):
    ll_need_open(f)
    return f


def ll_enter_binary(f):
    ll_need_open(f)
    return f


def ll_closed_text(f):
    return f.flags & CLOSED != 0


def ll_closed_binary(f):
    return f.flags & CLOSED != 0


def ll_name_text(f):
    return f.name


def ll_name_binary(f):
    return f.name


# ---- the open files

def ll_register(f, registry):
    f.next = registry.first
    f.registry = ll.cast_pointer(ll.GcRef, registry)
    registry.first = ll.cast_pointer(ll.GcRef, f)


def ll_unregister(f):
    if ll.ptr_iszero(f.registry):
        return
    registry = ll.cast_pointer(REGISTRY_POINTER, f.registry)
    me = ll.cast_pointer(ll.GcRef, f)
    if ll.ptr_eq(registry.first, me):
        registry.first = f.next
        return
    before = ll.cast_pointer(FILE_POINTER, registry.first)
    while ll.ptr_ne(before.next, me):
        before = ll.cast_pointer(FILE_POINTER, before.next)
    before.next = f.next


def ll_flush_all(registry):
    """CPython closes files that nobody holds at once; here what they hold is written at the latest when another file
    is opened, and at the end."""
    link = registry.first
    while ll.ptr_nonzero(link):
        f = ll.cast_pointer(FILE_POINTER, link)
        link = f.next
        if f.flags & WRITING:
            ll_write_out(f)


def ll_at_exit(registry, out, err):
    """What the end of the program flushes."""
    ll_flush_all(registry)
    if out.flags & WRITING:
        ll_write_out(out)
    if err.flags & WRITING:
        ll_write_out(err)


def ll_input(source, out, prompt):
    """input(): the prompt goes to `out`."""
    if ll.getarraysize(prompt) > 0:
        ll_write(out, prompt)
    if out.flags & WRITING:
        ll_write_out(out)
    line = ll_next_line(source)
    size = ll.getarraysize(line)
    if size == 0:
        raise EOFError("EOF when reading a line")
    if ll_byte(line, size - 1) == 10:
        return ll_cut(line, 0, size - 1)
    return line
