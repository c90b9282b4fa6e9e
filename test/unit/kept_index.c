// An index that was kept: documents traced in parts give the answer of all in one go, and so they do where what was
// kept is damaged, of other documents, or of another version.
#include "base/hash.h"
#include "case/json.h"
#include "trace/trace.h"
#include "test/story.h"
#include "test/tap.h"

enum { STORIES = 20, COPIES = 5, DOCUMENTS = STORIES * COPIES, PARTS = 12, SEGMENTS = 8, FOOT = 8, VERSION = 1 };

static struct arena arena;
static const struct document *docs[DOCUMENTS];

static const char *edited(const char *story, uint64_t number, size_t k)
{
	switch (k) {
	case 0:
		return story;
	case 1:
		return story_cut(&arena, story, 0, 2);
	case 2:
		return story_reworded(&arena, story, number, 0.15);
	case 3:
		return story_join(&arena, story_text(&arena, 900 + number, 3), story_cut(&arena, story, 2, 3));
	default:
		return story_scanned(&arena, story, number, 0.03);
	}
}

// Document i of a set in the order of time. Copies of a story come between other stories, in outlets of their own.
static struct document *make(size_t i)
{
	size_t k = i / STORIES, number = (i + 7 * k) % STORIES;
	const char *story = story_text(&arena, number, 4), *outlet = arena_printf(&arena, "Courier of Place %zu", i);
	return story_document(&arena, arena_printf(&arena, "d%03zu", i), outlet, arena_printf(&arena, "Title %zu", i),
			      arena_printf(&arena, "2024-10-%02zuT%02zu:00:00Z", 1 + i / 24, i % 24),
			      edited(story, number, k));
}

static const char *printed(const struct tracing *t, const struct document *const *all, struct arena *a)
{
	struct buf b = buf_in(a);
	json_write(&b, origin_write(a, t, all));
	origin_write_clusters(&b, t, all);
	origin_write_edges(&b, t, all);
	return buf_str(&b);
}

// Whether the answer with what was kept is that without it.
static bool same_answer(const struct document *const *all, size_t n, struct trace_kept *kept)
{
	struct arena a = { 0 };
	struct tracing t, u;
	trace_documents(&a, all, n, &(struct trace_options){ TRACE_REPORT, NULL }, &t);
	trace_documents(&arena, all, n, &(struct trace_options){ TRACE_REPORT, kept }, &u);
	bool same = t.tally.documents == u.tally.documents && t.tally.origins == u.tally.origins &&
		    t.tally.echoes == u.tally.echoes && t.tally.untraceable == u.tally.untraceable;
	same = same && !strcmp(printed(&t, all, &a), printed(&u, all, &a));
	arena_free(&a);
	return same;
}

// Keeps what still holds and what is new, as a case file does.
static void keep(struct segments *s, const struct trace_kept *kept)
{
	s->n = kept->valid;
	if (kept->fresh.len)
		list_push(&arena, s, kept->fresh);
}

static void in_parts(size_t parts)
{
	struct segments s = { 0 };
	size_t different = 0, used = 0, most = 0, anew = 0;
	for (size_t p = 1; p <= parts; p++) {
		struct trace_kept kept = { .segments = &s };
		different += !same_answer(docs, DOCUMENTS * p / parts, &kept);
		used += kept.valid > 0;
		anew += p > 1 && !kept.valid;
		keep(&s, &kept);
		most = s.n > most ? s.n : most;
	}
	is_int(different, 0, "in %zu parts: each time the answer of all in one go", parts);
	is_int(anew, (parts - 1) / SEGMENTS, "what was kept is used, but where segments become one");
	ok(used + anew == parts - 1 && most <= SEGMENTS, "there are %zu segments at most", most);
	struct trace_kept kept = { .segments = &s };
	ok(same_answer(docs, DOCUMENTS, &kept), "nothing new: the same again");
	ok(s.n < SEGMENTS ? kept.valid == s.n && !kept.fresh.len : !kept.valid, "and nothing to keep");
}

// --- other documents than those that were kept ---

static struct segments kept_of(const struct document *const *all, size_t n)
{
	struct segments none = { 0 }, s = { 0 };
	struct trace_kept kept = { .segments = &none };
	ok(same_answer(all, n, &kept), "%zu documents are traced and kept", n);
	keep(&s, &kept);
	return s;
}

static void others(void)
{
	enum { HALF = DOCUMENTS / 2 };
	const struct segments s = kept_of(docs, HALF);
	static const char *const what[] = { "text", "title", "outlet", "id", "text's last letter" };
	for (size_t k = 0; k < sizeof what / sizeof *what; k++) {
		const struct document *all[DOCUMENTS];
		struct document changed = *docs[HALF / 2];
		struct trace_kept kept = { .segments = &s };
		char *text = arena_copy(&arena, changed.text, changed.len);
		text[k == 4 ? changed.len - 1 : changed.len / 2] = 'x';
		changed.text = k == 0 || k == 4 ? text : changed.text;
		changed.title = k == 1 ? "Another title" : changed.title;
		changed.outlet = k == 2 ? "Another Courier" : changed.outlet;
		changed.id = k == 3 ? "d025x" : changed.id;
		memcpy(all, docs, sizeof all);
		all[HALF / 2] = &changed;
		ok(same_answer(all, DOCUMENTS, &kept), "another %s: the answer of all in one go", what[k]);
		is_int(kept.valid, 0, "nothing of the index holds");
	}
	static const size_t gone[] = { 0, HALF / 2, HALF - 1 };
	for (size_t k = 0; k < 3; k++) {
		const struct document *all[DOCUMENTS];
		struct trace_kept kept = { .segments = &s };
		memcpy(all, docs, gone[k] * sizeof *all);
		memcpy(all + gone[k], docs + gone[k] + 1, (DOCUMENTS - gone[k] - 1) * sizeof *all);
		ok(same_answer(all, DOCUMENTS - 1, &kept) && !kept.valid, "without document %zu", gone[k]);
	}
	struct trace_kept fewer = { .segments = &s }, more = { .segments = &s }, turned = { .segments = &s };
	ok(same_answer(docs, HALF / 2, &fewer) && !fewer.valid, "with half of them");
	const struct document *all[HALF + 1];
	memcpy(all, docs, HALF * sizeof *all);
	all[HALF] = story_document(&arena, "early", "Early Courier", "Early", "2024-09-30", docs[3]->text);
	ok(same_answer(all, HALF + 1, &more) && !more.valid, "with one that is earlier than all");
	for (size_t i = 0; i < HALF; i++)
		all[i] = docs[HALF - 1 - i];
	ok(same_answer(all, HALF, &turned) && turned.valid == 1, "in whatever order they are given");
}

// Later documents of one outlet repeat a paragraph of an earlier one of its own.
static void new_boilerplate(void)
{
	const char *lines = story_text(&arena, 801, 1);
	const struct document *all[6];
	for (size_t i = 0; i < 6; i++) {
		const char *text = story_join(&arena, story_text(&arena, 810 + i, 2), lines);
		all[i] = story_document(&arena, arena_printf(&arena, "b%zu", i), "Kell Courier",
					arena_printf(&arena, "Title %zu", i),
					arena_printf(&arena, "2024-10-%02zu", 1 + i), text);
	}
	const struct segments first = kept_of(all, 1), more = kept_of(all, 3);
	struct trace_kept kept = { .segments = &first };
	ok(same_answer(all, 3, &kept) && !kept.valid, "what becomes boilerplate later is none of a text, then as now");
	kept = (struct trace_kept){ .segments = &more };
	ok(same_answer(all, 6, &kept) && kept.valid == 1, "what was boilerplate stays it");
}

// --- damage ---

static struct slice signed_again(char *at, size_t n)
{
	uint64_t sum = hash_fast(at, n - FOOT, VERSION);
	for (size_t i = 0; i < FOOT; i++)
		at[n - FOOT + i] = (char)(sum >> 8 * i);
	return (struct slice){ at, n };
}

static bool refused(struct slice bytes, const struct document *const *all, size_t n)
{
	struct segments one = { &bytes, 1, 1 };
	struct trace_kept kept = { .segments = &one };
	return same_answer(all, n, &kept) && !kept.valid;
}

static void damage(void)
{
	enum { FEW = 4 };
	const struct document *all[FEW];
	const char *story = story_cut(&arena, story_text(&arena, 850, 1), 0, 1);
	for (size_t i = 0; i < FEW; i++)
		all[i] = story_document(&arena, arena_printf(&arena, "e%zu", i), i % 2 ? "Kell Courier" : "Hessel Post",
					NULL, NULL, i / 2 ? story : story_text(&arena, 860 + i, 1));
	const struct segments s = kept_of(all, FEW);
	struct slice whole = s.at[0];
	size_t flipped = 0, cut = 0;
	char *at = arena_copy(&arena, whole.at, whole.len);
	for (size_t i = 0; i < whole.len; i++) {
		at[i] ^= (char)(1 << i % 8);
		flipped += !refused((struct slice){ at, whole.len }, all, FEW);
		at[i] = whole.at[i];
		cut += !refused((struct slice){ at, i }, all, FEW);
	}
	is_int(flipped, 0, "any of %zu bytes changed: refused, and the answer of all in one go", whole.len);
	is_int(cut, 0, "cut anywhere: the same");
	char *longer = arena_copy(&arena, whole.at, whole.len);
	ok(refused((struct slice){ longer, whole.len + 1 }, all, FEW), "with a byte behind it");
	ok(!refused(signed_again(at, whole.len), all, FEW), "whole, and summed again as it was, it holds");
	at[4]++;
	ok(refused(signed_again(at, whole.len), all, FEW), "another version, its sum right");
	at[4]--;
	at[0]++;
	ok(refused(signed_again(at, whole.len), all, FEW), "another kind of file, its sum right");
	at[0]--;
	at[8]++;
	ok(refused(signed_again(at, whole.len), all, FEW), "more texts than there are, its sum right");
	at[8] = 0;
	ok(refused(signed_again(at, whole.len), all, FEW), "no texts, its sum right");
}

int main(void)
{
	arena_hoard(); // each tracing takes as much again as the one before
	for (size_t i = 0; i < DOCUMENTS; i++)
		docs[i] = make(i);
	for (size_t parts = 1; parts <= PARTS; parts++)
		in_parts(parts);
	others();
	new_boilerplate();
	damage();
	arena_free(&arena);
	return done();
}
