// The ring of places that an exception has come through, and tracebacks as CPython prints them.
#include "internal.h"
#include "sapwood.h"

// A negative entry -n says that the place before it is repeated n more times, so that deep recursion fits.
enum { RING = 4096 };
static int32_t ring[RING];

// When the ring is full, the places in the middle are the ones that are lost: what is appended overwrites
// the upper half again.
void sw_exc_trace(int32_t place) {
    uint64_t used = sw_state.trace_used;
    if (used >= 1 && ring[used - 1] == place) {
        if (used < RING) {
            ring[used] = -1;
            sw_state.trace_used = used + 1;
        }
        return;
    }
    if (used >= 2 && ring[used - 1] < 0 && ring[used - 2] == place) {
        ring[used - 1]--;
        return;
    }
    if (used == RING) {
        int32_t* from = ring + RING * 3 / 4;
        if (*from < 0) from++;  // it would repeat another place now
        used = RING / 2 + (uint64_t)(ring + RING - from);
        memmove(ring + RING / 2, from, (size_t)(ring + RING - from) * sizeof ring[0]);
    }
    ring[used] = place;
    sw_state.trace_used = used + 1;
}

// As generated code lays out a GcArray(Int32).
struct places {
    int64_t length;
    int32_t items[];
};

void* sw_trace_take(void* traceback) {
    struct places* old = traceback;
    int64_t before = old == NULL ? 0 : old->length, added = (int64_t)sw_state.trace_used;
    sw_state.trace_used = 0;
    struct places* all =
        sw_gc_malloc_varsize_atomic(offsetof(struct places, items), 0, sizeof(int32_t), before + added);
    if (all == NULL) return old;
    if (before > 0) memcpy(all->items, old->items, (size_t)before * sizeof(int32_t));
    memcpy(all->items + before, ring, (size_t)added * sizeof(int32_t));
    return all;
}

// ---- Printing.  As CPython does, a frame is shown at most three times in a row, then it is said how often
// it was left out.  Of more than a thousand frames that would be shown, the ones in the middle are left out:
// recursion is deeper here than under CPython, and both who began it and where it ended matter.
enum { PRINTED = 1000, SHOWN = 3 };

struct printer {
    struct sw_writer out;
    int32_t last;  // the frame before
    int64_t times;
    int64_t shown;                   // frames so far, those that are hidden among them
    int64_t hidden_from, hidden_to;  // of those, the ones that are left out
};

static bool hidden(const struct printer* printer) {
    return printer->shown > printer->hidden_from && printer->shown <= printer->hidden_to;
}

static bool same_frame(int32_t a, int32_t b) {
    return a == b || (a >= 0 && b >= 0 && sw_places[a].line == sw_places[b].line &&
                      strcmp(sw_places[a].file, sw_places[b].file) == 0 &&
                      strcmp(sw_places[a].function, sw_places[b].function) == 0);
}

static void put_number(struct sw_writer* out, int64_t number) {
    char digits[24];
    int count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    while (count > 0) sw_put(out, (unsigned char)digits[--count]);
}

static void end_run(struct printer* printer) {
    if (printer->times <= SHOWN || hidden(printer)) return;
    int64_t left_out = printer->times - SHOWN;
    sw_put_string(&printer->out, "  [Previous line repeated ");
    put_number(&printer->out, left_out);
    sw_put_string(&printer->out, left_out > 1 ? " more times]\n" : " more time]\n");
}

static void put_frame(struct printer* printer, int32_t place) {
    if (!same_frame(printer->last, place)) {
        end_run(printer);
        printer->last = place;
        printer->times = 0;
    }
    if (++printer->times > SHOWN) return;
    printer->shown++;
    if (hidden(printer)) {
        // Without their number: the ring may have lost some as well.
        if (printer->shown == printer->hidden_to)
            sw_put_string(&printer->out, "  [frames in the middle left out]\n");
        return;
    }
    const struct sw_place* row = &sw_places[place];
    sw_put_string(&printer->out, "  File \"");
    sw_put_string(&printer->out, row->file);
    sw_put_string(&printer->out, "\", line ");
    put_number(&printer->out, row->line);
    sw_put_string(&printer->out, ", in ");
    sw_put_string(&printer->out, row->function);
    sw_put(&printer->out, '\n');
    if (row->text[0] == '\0') return;
    sw_put_string(&printer->out, "    ");
    sw_put_string(&printer->out, row->text);
    sw_put(&printer->out, '\n');
}

// An inlined place stands for its own frame and for those that it was called from; callers come first.
static void put_frames(struct printer* printer, int32_t place) {
    if (sw_places[place].caller >= 0) put_frames(printer, sw_places[place].caller);
    put_frame(printer, place);
}

static void put_all(struct printer* printer, const int32_t* places, int64_t count) {
    for (int64_t i = count; i-- > 0;) {  // the outermost was appended last
        int64_t times = 1;
        if (places[i] < 0) times -= places[i--];
        for (; times > 0; times--) put_frames(printer, places[i]);
    }
    end_run(printer);
}

int64_t sw_traceback_text(const int32_t* places, int64_t count, unsigned char* data, int64_t size) {
    struct printer counter = {.out = {data, size, 0}, .last = -1, .hidden_to = INT64_MAX};
    put_all(&counter, places, count);
    struct printer printer = {.out = {data, size, 0}, .last = -1};
    if (counter.shown > PRINTED) {
        printer.hidden_from = PRINTED / 2;
        printer.hidden_to = counter.shown - PRINTED / 2;
    }
    put_all(&printer, places, count);
    return printer.out.size;
}
