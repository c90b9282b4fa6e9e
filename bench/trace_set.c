// The plan of a block is thrown whole, and those of a month are kept while they are asked for. A text is made anew
// whenever it is needed: that of a copy from its parent's.
#include "trace_set.h"

#include "trace_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LARGEST = 60, OUTLETS = 400, AGENCIES = 6, FORMS = 40, COPIES_DEEP = 3 };
enum { BLOCK_HOURS = 48, OLDEST = SET_KEPT - 1 };

static const double tail = 2.25; // sizes of families: n with a weight of n^-tail, so that 45 % are origins
static const long long began = 1704067200; // 2024-01-01

// Streams of dice.
enum { OF_PLAN = 1, OF_LATE, OF_EDIT, OF_TIME, OF_ORIGIN, OF_EVENT, OF_FURNITURE, OF_ID, STREAMS = 16 };

static struct dice dice_at(const struct trace_set *s, size_t i, int what)
{
	return dice_of(s->seed, i * STREAMS + (size_t)what);
}

static size_t family_size(struct dice *d)
{
	double all = 0, at;
	for (int n = 1; n <= LARGEST; n++)
		all += pow(n, -tail);
	at = dice_uniform(d) * all;
	for (size_t n = 1; n < LARGEST; n++)
		if ((at -= pow((double)n, -tail)) < 0)
			return n;
	return LARGEST;
}

// What a copy is, in hundredths: most are cut or set in another style.
static enum edit copy_kind(struct dice *d)
{
	static const int share[EDIT_COPIES] = { 16, 12, 8, 14, 10, 8, 10, 6, 6, 10 };
	int at = (int)dice_below(d, 100);
	for (int kind = 0; kind < EDIT_COPIES; kind++)
		if ((at -= share[kind]) < 0)
			return (enum edit)kind;
	return EDIT_exact;
}

static enum edit origin_kind(struct dice *d, size_t family)
{
	double at = dice_uniform(d);
	return family > 1 ? EDIT_original : at < 0.06 ? EDIT_notice : at < 0.12 ? EDIT_partial : EDIT_original;
}

static int by_hour(const void *x, const void *y)
{
	const struct set_slot *a = x, *b = y;
	return (a->hour > b->hour) - (a->hour < b->hour);
}

// Large outlets print more; the agencies come first and most of what is copied is theirs.
static unsigned short outlet_thrown(struct dice *d, bool copied)
{
	size_t o = copied && dice_share(d, 0.6) ? dice_below(d, AGENCIES) : AGENCIES + dice_zipf(d, OUTLETS, 40);
	return (unsigned short)o;
}

// A family from slot `at` on, in order of time. Numbers of documents are those of slots for now.
static size_t family_plan(struct set_slot *slots, size_t at, struct dice *d)
{
	size_t n = family_size(d), deep[LARGEST] = { 0 };
	n = n < SET_BLOCK - at ? n : SET_BLOCK - at;
	double start = dice_uniform(d) * (BLOCK_HOURS - 1), left = BLOCK_HOURS - start;
	slots[at] = (struct set_slot){ .hour = start, .outlet = outlet_thrown(d, n > 1), .kind = origin_kind(d, n) };
	slots[at].late = slots[at].kind == EDIT_original && n == 1 && dice_share(d, 0.04);
	for (size_t m = 1; m < n; m++) {
		double lag = -9 * log(dice_uniform(d));
		slots[at + m] = (struct set_slot){ .hour = start + 0.01 + (lag < left ? lag : left * dice_uniform(d)),
						   .kind = copy_kind(d),
						   .outlet = outlet_thrown(d, false) };
	}
	qsort(slots + at, n, sizeof *slots, by_hour);
	for (size_t m = 0; m < n; m++) {
		size_t parent = m && dice_share(d, 0.3) ? dice_below(d, m) : 0;
		parent = deep[parent] < COPIES_DEEP && slots[at + m].kind != EDIT_brief ? parent : 0;
		if (m && slots[at + parent].kind == EDIT_brief) // cut or led anew, nothing of the story would be left
			slots[at + m].kind = dice_share(d, 0.5) ? EDIT_exact : EDIT_style;
		deep[m] = m ? deep[parent] + 1 : 0;
		slots[at + m].origin = at;
		slots[at + m].parent = at + parent;
	}
	return n;
}

// The families of a block: slots in order of time, and the numbers that they refer to in that order.
static void families_plan(const struct trace_set *s, size_t block, struct set_slot *out)
{
	struct dice d = dice_at(s, block, OF_PLAN);
	struct arena scratch = { 0 };
	struct set_slot *slots = arena_array(&scratch, struct set_slot, SET_BLOCK);
	size_t *place = arena_array(&scratch, size_t, SET_BLOCK);
	size_t first = block * SET_BLOCK;
	for (size_t at = 0; at < SET_BLOCK;)
		at += family_plan(slots, at, &d);
	for (size_t at = 0; at < SET_BLOCK; at++) {
		out[at] = slots[at];
		out[at].origin = at; // rides along to say where each goes
	}
	qsort(out, SET_BLOCK, sizeof *out, by_hour);
	for (size_t at = 0; at < SET_BLOCK; at++)
		place[out[at].origin] = at;
	for (size_t at = 0; at < SET_BLOCK; at++) {
		struct set_slot *to = &out[place[at]];
		*to = slots[at];
		to->origin = first + place[slots[at].origin];
		to->parent = first + place[slots[at].parent];
		to->hour += (double)block * BLOCK_HOURS;
	}
	arena_free(&scratch);
}

// A slot of the plan, where late copies are still texts of their own.
static const struct set_slot *planned(struct trace_set *s, size_t i)
{
	size_t block = i / SET_BLOCK, at = block % SET_KEPT;
	if (s->block[at] != block) {
		families_plan(s, block, s->slots[at]);
		s->block[at] = block;
	}
	return &s->slots[at][i % SET_BLOCK];
}

// Where there is an older story, a late one becomes its copy.
static struct set_slot slot_of(struct trace_set *s, size_t i)
{
	struct set_slot slot = *planned(s, i);
	size_t block = i / SET_BLOCK;
	if (!slot.late || !block)
		return slot;
	struct dice d = dice_at(s, i, OF_LATE);
	size_t from = block - 1 - dice_below(&d, block < OLDEST ? block : OLDEST);
	size_t origin = planned(s, from * SET_BLOCK + dice_below(&d, SET_BLOCK))->origin;
	const struct set_slot *old = planned(s, origin);
	if (old->kind == EDIT_original && !old->late) {
		slot.origin = slot.parent = origin;
		slot.kind = copy_kind(&d);
	}
	return slot;
}

void trace_set_open(struct trace_set *s, uint64_t seed, size_t words)
{
	s->seed = seed;
	s->words = words;
	for (size_t i = 0; i < SET_KEPT; i++)
		s->block[i] = SIZE_MAX;
}

// A few events a block have many stories, most have one or two.
static struct prose_event event_of(const struct trace_set *s, size_t origin)
{
	struct dice d = dice_at(s, origin, OF_EVENT);
	size_t n = SET_BLOCK / 4;
	return (struct prose_event){ s->seed, origin / SET_BLOCK * n + dice_zipf(&d, n, 12) };
}

static const char *outlet_name(struct arena *a, size_t outlet)
{
	struct buf b = buf_in(a);
	trace_words_outlet(&b, outlet);
	if (outlet < AGENCIES)
		buf_text(&b, " Agency");
	return buf_str(&b);
}

// A text of its own: lengths are spread about the set's, as those of articles are.
static void origin_body(struct trace_set *s, size_t i, struct arena *a, struct prose *out)
{
	const struct set_slot slot = slot_of(s, i);
	struct dice d = dice_at(s, i, OF_ORIGIN);
	double words = (double)s->words * exp(0.45 * rng_normal(s->seed, i * STREAMS + OF_ID, 1)) * 0.92;
	if (slot.kind == EDIT_notice) {
		trace_prose_notice(a, s->seed, slot.outlet % FORMS, i, out);
		return;
	}
	trace_prose_story(a, event_of(s, i), i, words < 60 ? 60 : (size_t)words,
			  slot.outlet < AGENCIES ? outlet_name(a, slot.outlet) : NULL, out);
	size_t other = slot_of(s, i - i % SET_BLOCK + dice_below(&d, i % SET_BLOCK + 1)).origin;
	enum edit of = slot_of(s, other).kind;
	if (slot.kind == EDIT_partial && of == EDIT_original && other != i) {
		struct prose taken;
		origin_body(s, other, a, &taken);
		size_t from = dice_below(&d, taken.paragraphs.n), at = dice_below(&d, out->paragraphs.n);
		out->paragraphs.at[at] = taken.paragraphs.at[from];
	}
}

// The text without what the outlet prints below everything.
static void body_of(struct trace_set *s, size_t i, struct arena *a, struct prose *out)
{
	const struct set_slot slot = slot_of(s, i);
	if (slot.origin == i) {
		origin_body(s, i, a, out);
		return;
	}
	body_of(s, slot.parent, a, out);
	struct dice d = dice_at(s, i, OF_EDIT);
	trace_edit(a, out, slot.kind, &d, event_of(s, slot.origin), i);
	if (dice_share(&d, 0.3)) { // a headline of its own
		const char *title = trace_prose_sentence(a, event_of(s, slot.origin), i, 20);
		out->title = arena_copy(a, title, strlen(title) - slice_ends(slice_of(title), "."));
	}
}

static void furniture_add(struct trace_set *s, size_t outlet, struct arena *a, struct prose *p)
{
	struct dice d = dice_at(s, outlet, OF_FURNITURE);
	struct prose below;
	if (outlet < AGENCIES || !dice_share(&d, 0.4))
		return;
	trace_prose_furniture(a, s->seed, outlet, NULL, dice_between(&d, 1, 3), &below);
	for (each (paragraph, &below.paragraphs))
		list_push(a, &p->paragraphs, *paragraph);
}

static void paragraphs_mark(struct arena *a, struct document *d)
{
	struct slice rest = { d->text, d->len };
	while (rest.len) {
		ptrdiff_t end = slice_find(rest, "\n\n");
		uint32_t from = (uint32_t)(rest.at - d->text), n = (uint32_t)(end < 0 ? (ptrdiff_t)rest.len : end);
		list_push(a, &d->paragraphs, ((span){ from, from + n }));
		uint32_t taken = end < 0 ? n : n + 2;
		rest = (struct slice){ rest.at + taken, rest.len - taken };
	}
}

void trace_set_document(struct trace_set *s, size_t i, struct arena *a, struct document *d)
{
	const struct set_slot slot = slot_of(s, i);
	struct arena scratch = { 0 };
	struct prose p;
	char time[SET_TIME];
	*d = (struct document){ 0 };
	body_of(s, i, &scratch, &p);
	furniture_add(s, slot.outlet, &scratch, &p);
	d->text = arena_text(a, trace_prose_text(&scratch, &p));
	d->len = d->bytes = (uint32_t)strlen(d->text);
	d->id = trace_set_id(a, s, i);
	d->title = arena_text(a, p.title);
	d->outlet = outlet_name(a, slot.outlet);
	d->media = "text/plain";
	trace_set_time(s, i, time);
	date_read(slice_of(time), &d->published);
	paragraphs_mark(a, d);
	arena_free(&scratch);
}

size_t trace_set_origin(struct trace_set *s, size_t i)
{
	return slot_of(s, i).origin;
}

size_t trace_set_parent(struct trace_set *s, size_t i)
{
	return slot_of(s, i).parent;
}

const char *trace_set_kind(struct trace_set *s, size_t i)
{
	return trace_edit_name(slot_of(s, i).kind);
}

// Sixteen digits without an order, as the hash of a page would be: time must not be read from it.
const char *trace_set_id(struct arena *a, const struct trace_set *s, size_t i)
{
	return arena_printf(a, "%016llx", (unsigned long long)rng_bits(s->seed, i * STREAMS + OF_ID, 0));
}

void trace_set_time(struct trace_set *s, size_t i, char out[SET_TIME])
{
	struct dice d = dice_at(s, i, OF_TIME);
	time_t t = (time_t)(began + (long long)(slot_of(s, i).hour * 3600));
	struct tm tm;
	double how = dice_uniform(&d);
	out[0] = 0;
	gmtime_r(&t, &tm);
	if (how > 0.05) // 5 % have none, 15 % a day only
		strftime(out, SET_TIME, how < 0.2 ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ", &tm);
}
