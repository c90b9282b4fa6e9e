// Which texts are one and which only look like it: edits of all kinds, and what ties everything to everything where it
// is taken for a copy (an outlet's own lines, forms filled in, series, digests, what many print, what many quote).
#include "trace/copies.h"
#include "test/story.h"
#include "test/tap.h"
#include "trace/prints.h"
#include "trace/trace.h"

enum { MOST = 400 };

static struct arena arena;

struct set {
	struct document *doc[MOST];
	size_t n, label[MOST];
	struct tracing t;
};

static const char *numbered(const char *what, size_t i)
{
	return arena_printf(&arena, "%s%03zu", what, i);
}

// The time of the n-th document of a set.
static const char *hour(size_t i)
{
	return arena_printf(&arena, "2024-10-%02zuT%02zu:%02zu:00Z", 1 + i / 240 % 28, i / 10 % 24, i % 10 * 6);
}

static struct document *put(struct set *s, const char *outlet, size_t label, const char *text)
{
	const char *id = numbered("d", s->n), *title = numbered("Title ", s->n);
	s->label[s->n] = label;
	return s->doc[s->n] = story_document(&arena, id, outlet, title, hour(s->n), text), s->doc[s->n++];
}

static void trace(struct set *s, enum trace_level level)
{
	trace_documents(&arena, (const struct document *const *)s->doc, s->n, &(struct trace_options){ level, NULL },
			&s->t);
}

// Pairs of one family with different labels, and pairs of one label in different families.
static void pairs(const struct set *s, size_t *wrong, size_t *missed, size_t *all)
{
	*wrong = *missed = *all = 0;
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; j < i; j++) {
			bool one = s->t.family[i] == s->t.family[j], want = s->label[i] == s->label[j];
			*wrong += one && !want;
			*missed += want && !one;
			*all += want;
		}
}

static void check_exact(struct set *s, enum trace_level level, const char *what)
{
	size_t wrong, missed, all;
	trace(s, level);
	pairs(s, &wrong, &missed, &all);
	if (!ok(!wrong && !missed, "%s: %zu of %zu pairs are missed, %zu wrong", what, missed, all, wrong))
		for (size_t i = 0; i < s->n; i++)
			printf("# %s of %zu is in family %zu\n", s->doc[i]->id, s->label[i], s->t.family[i]);
}

static size_t edges_of(const struct set *s, enum relation relation)
{
	size_t n = 0;
	for (each (e, &s->t.edges))
		n += e->relation == relation;
	return n;
}

static const char *outlet(size_t i)
{
	static const char *const names[] = { "Kell Courier",   "Overmere Echo",   "Dunfast Daily", "Stannow Mail",
					     "Avon Chronicle", "Hessel Post",     "Tarvel Times",  "Linmere Leader",
					     "Corwick Star",   "Norholm Gazette", "Pelford News",  "Quenby Observer" };
	return names[i % (sizeof names / sizeof *names)];
}

// --- copies ---

enum edit { WHOLE, CUT, BRIEF, SCANNED, MOVED, LED, REWORDED, INSERTED, EDITS };

static const char *const edit_names[] = { "exact",
					  "cut",
					  "a brief of the lead",
					  "a bad scan",
					  "paragraphs moved",
					  "another lead",
					  "a fifth of the words replaced",
					  "a paragraph put in" };

static const char *edited(const char *text, enum edit edit, uint64_t seed)
{
	switch (edit) {
	case CUT:
		return story_cut(&arena, text, 0, 3);
	case BRIEF:
		return story_cut(&arena, text, 0, 1);
	case SCANNED:
		return story_scanned(&arena, text, seed, 0.08);
	case MOVED:
		return story_join(&arena, story_cut(&arena, text, 0, 1),
				  story_join(&arena, story_cut(&arena, text, 3, 5), story_cut(&arena, text, 1, 3)));
	case LED:
		return story_join(&arena, story_text(&arena, seed + 5000, 1), story_cut(&arena, text, 1, 5));
	case REWORDED:
		return story_reworded(&arena, text, seed, 0.2);
	case INSERTED:
		return story_join(
		    &arena, story_cut(&arena, text, 0, 2),
		    story_join(&arena, story_text(&arena, seed + 6000, 1), story_cut(&arena, text, 2, 5)));
	default:
		return text;
	}
}

// Every edit of thirty stories, each alone with its source.
static void check_each(void)
{
	for (enum edit e = WHOLE; e < EDITS; e++) {
		static struct set s;
		size_t missed = 0, spans = 0;
		for (size_t k = 0; k < 30; k++) {
			s.n = 0;
			const char *text = story_text(&arena, 100 + k, 5);
			put(&s, outlet(k), 0, text);
			put(&s, outlet(k + 1), 0, edited(text, e, k));
			trace(&s, TRACE_TEXT);
			missed += s.t.tally.origins != 1;
			for (each (x, &s.t.edges))
				spans += x->spans.n > 0;
		}
		is_int((long long)missed, 0, "%s: a copy", edit_names[e]);
		is_int((long long)spans, 30, "%s: what is the same is marked", edit_names[e]);
	}
}

// All of them at once, and stories without a copy between.
static void check_together(void)
{
	static struct set s;
	size_t wrong, missed, all;
	for (size_t k = 0; k < 30; k++)
		put(&s, outlet(k), k, story_text(&arena, 200 + k, 5));
	for (size_t k = 0; k < 30; k++)
		for (enum edit e = WHOLE; e < EDITS; e++)
			put(&s, outlet(k + e + 1), k, edited(story_text(&arena, 200 + k, 5), e, k));
	for (size_t k = 30; k < 60; k++)
		put(&s, outlet(k), k, story_text(&arena, 200 + k, 1 + k % 5));
	trace(&s, TRACE_TEXT);
	pairs(&s, &wrong, &missed, &all);
	is_int((long long)wrong, 0, "thirty families of nine and thirty others: nothing is joined that is not one");
	ok(missed <= all / 50, "and of %zu pairs %zu are missed", all, missed);
}

// Two stories of ten paragraphs that share some of them, the later one with its words replaced in part.
static void pair(struct set *s, size_t from, size_t to, size_t shared, double replaced, uint64_t seed)
{
	const char *text = story_text(&arena, seed, 10), *other = story_text(&arena, seed + 7000, 10);
	const char *later = story_reworded(&arena, story_cut(&arena, text, 0, shared), seed, replaced);
	s->n = 0;
	put(s, outlet(0), 0, story_cut(&arena, text, from, to));
	put(s, outlet(1), 0, shared < 10 ? story_join(&arena, later, story_cut(&arena, other, shared, 10)) : later);
	trace(s, TRACE_TEXT);
}

static void check_shares(void)
{
	static struct set s;
	size_t apart[4] = { 0 }, copies = 0, rewritings = 0;
	for (uint64_t seed = 300; seed < 320; seed++) {
		pair(&s, 0, 10, 6, 0, seed);
		apart[0] += s.t.tally.origins != 1;
		pair(&s, 0, 10, 3, 0, seed);
		apart[1] += s.t.tally.origins != 1;
		pair(&s, 0, 2, 10, 0.06, seed);
		apart[2] += s.t.tally.origins != 1;
		pair(&s, 0, 10, 10, 0.15, seed);
		apart[3] += s.t.tally.origins != 1;
		copies += edges_of(&s, RELATION_copy);
		pair(&s, 0, 10, 10, 0.33, seed);
		rewritings += edges_of(&s, RELATION_rewrite);
	}
	is_int((long long)apart[0], 0, "six paragraphs of ten are a copy");
	is_int((long long)apart[1], 20, "three of ten are none");
	is_int((long long)apart[2], 0, "a text that holds an earlier brief, in somewhat other words, is a copy of it");
	is_int((long long)(apart[3] + copies), 20, "a text in somewhat other words is a copy");
	is_int((long long)rewritings, 20, "in quite other words it is a rewriting");
}

static void check_lengths(void)
{
	static struct set s;
	for (size_t k = 0; k < 40; k++) {
		const char *text = k < 20 ? story_text(&arena, 400 + k, 1) : story_text(&arena, 400 + k, 60);
		if (k < 20)
			text = arena_copy(&arena, text, (size_t)(strchr(text, '.') - text) + 1);
		put(&s, outlet(k), k, text);
		put(&s, outlet(k + 1), k, text);
	}
	check_exact(&s, TRACE_TEXT, "copies of one sentence and of sixty paragraphs");
}

// --- an outlet's own lines ---

#define APPEAL                                                                                                         \
	"The Courier is read from Kell to the sea, and it has no owner but its readers. If you like what we do, send " \
	"us "                                                                                                          \
	"a letter, tell a neighbour, or come to our open house on the first Monday of the month, where the printers "  \
	"show the presses and the coffee is free."
#define IMPRINT                                                                                                        \
	"Editors of this page are Wenna Aldous and Piet Lint. Corrections go to the desk at Mill Lane. No part of it " \
	"may "                                                                                                         \
	"be printed elsewhere without a word to us before."

static void check_boilerplate(void)
{
	static struct set s;
	for (size_t k = 0; k < 12; k++)
		put(&s, "Kell Courier", k, story_join(&arena, story_text(&arena, 500 + k, 1), APPEAL "\n\n" IMPRINT));
	check_exact(&s, TRACE_TEXT, "an outlet's own lines are longer than its stories");
	is_int((long long)s.t.edges.n, 0, "and nothing ties these");
	static struct set owned; // by one house: its lines stand in three outlets, under many titles
	for (size_t k = 0; k < 18; k++)
		put(&owned, outlet(k % 3), k,
		    story_join(&arena, story_text(&arena, 520 + k, 1), APPEAL "\n\n" IMPRINT));
	check_exact(&owned, TRACE_TEXT, "the lines of three outlets of one house");
	static struct set copied; // a copy that has the lines of its own outlet
	for (size_t k = 0; k < 8; k++) {
		put(&copied, outlet(1 + k), k, story_text(&arena, 540 + k, 3));
		put(&copied, "Kell Courier", k,
		    story_join(&arena, story_text(&arena, 540 + k, 3), APPEAL "\n\n" IMPRINT));
	}
	check_exact(&copied, TRACE_TEXT, "copies with such lines are copies");
	for (each (e, &copied.t.edges))
		ok(e->child_in_parent > 0.99, "all of what is its own stands in the other: %.3f", e->child_in_parent);
}

// What many print is news, however often it stands there.
static void check_syndicated(void)
{
	static struct set s;
	const char *text = story_text(&arena, 600, 4), *other = story_text(&arena, 601, 4);
	for (size_t k = 0; k < 36; k++)
		put(&s, outlet(k), 0, text);
	for (size_t k = 0; k < 5; k++)
		put(&s, outlet(k), 1, other);
	check_exact(&s, TRACE_TEXT, "a text in twelve outlets three times, another in five");
	is_int((long long)s.t.edges.n, 39, "each but the first hangs on another");
	size_t less = 0;
	for (each (e, &s.t.edges))
		less += e->child_in_parent < 1 || e->parent_in_child < 1;
	is_int((long long)less, 0, "with all of its words");
}

// Each printing has an end of its own, so that something would stay if the rest were taken for an outlet's lines.
static void check_printed_often(void)
{
	static struct set s;
	const char *text = story_text(&arena, 610, 3);
	for (size_t k = 0; k < 48; k++) {
		const char *end = story_text(&arena, 6100 + k, 1);
		end = arena_copy(&arena, end, (size_t)(strchr(end, '.') - end) + 1);
		put(&s, outlet(k % 8), 0, story_join(&arena, text, end));
	}
	check_exact(&s, TRACE_TEXT, "a text in eight outlets under six titles in each");
	static struct set again;
	for (size_t k = 0; k < 6; k++)
		put(&again, "Kell Courier", 0, text);
	check_exact(&again, TRACE_TEXT, "a text that one outlet prints under six titles");
}

// --- forms ---

struct filling {
	const char *a, *b, *place, *person, *number, *day;
};

static const struct filling fillings[] = {
	{ "Kell Rovers", "Stannow Town", "Mill Lane", "Piet Aldous", "3", "Saturday" },
	{ "Overmere", "Dunfast United", "Castle Park", "Jory Lint", "2", "Sunday" },
	{ "Port Hessel", "Avon Vale", "the Arches", "Sam Okoro", "5", "Friday" },
	{ "Linmere Athletic", "Corwick", "Quarry Road", "Wenna Brandt", "4", "Monday" },
	{ "Norholm", "Tarvel Albion", "the Dyke", "Ossian Vail", "7", "Tuesday" },
	{ "Pelford", "Quenby Harriers", "Salt Street", "Rhona Marsh", "6", "Thursday" },
};

static const char *form(size_t kind, const struct filling *f)
{
	switch (kind) {
	case 0:
		return arena_printf(
		    &arena,
		    "%s beat %s by %s goals at %s on %s in the second round of the county cup. %s "
		    "scored the deciding goal in the closing minutes of the match. The winners go through to "
		    "the third round, which will be drawn at noon at the league's offices.",
		    f->a, f->b, f->number, f->place, f->day, f->person);
	case 1:
		return arena_printf(
		    &arena,
		    "%s, %s1 years old and of %s, died on %s after a short illness. A service will "
		    "be held at the chapel at %s at eleven in the morning. The family asks for no flowers; "
		    "gifts may be sent to the lifeboat station. Arrangements are in the hands of %s and Sons.",
		    f->person, f->number, f->a, f->day, f->place, f->b);
	case 2:
		return arena_printf(
		    &arena,
		    "Police ask for witnesses of an accident at %s on %s evening, in which a cyclist "
		    "of %s was hurt. The driver of a grey van did not stop. Anyone who saw it is asked to call "
		    "constable %s at the station of %s, quoting case %s04.",
		    f->place, f->day, f->a, f->person, f->b, f->number);
	default:
		return arena_printf(
		    &arena,
		    "Shares of %s rose by %s per cent on %s, the most since spring, after the firm "
		    "said that it would close its works at %s. Shares of its rival %s fell. %s, its chairman, "
		    "said that the market had understood what the board was trying to do.",
		    f->a, f->number, f->day, f->place, f->b, f->person);
	}
}

static void check_forms(void)
{
	static struct set s;
	for (size_t kind = 0; kind < 4; kind++)
		for (size_t k = 0; k < 6; k++)
			put(&s, kind % 2 ? outlet(k) : "League News", s.n, form(kind, &fillings[k]));
	check_exact(&s, TRACE_TEXT, "four forms filled in six times");
	is_int((long long)edges_of(&s, RELATION_copy), 0, "none is a copy of another");
	static struct set copied;
	for (size_t kind = 0; kind < 4; kind++)
		for (size_t k = 0; k < 12; k++)
			put(&copied, outlet(k), 6 * kind + k % 6, form(kind, &fillings[k % 6]));
	check_exact(&copied, TRACE_TEXT, "each of them printed twice");
}

// --- series, digests, quotations ---

static void check_series(size_t step, size_t length, size_t shared)
{
	static struct set s;
	size_t largest = 0;
	const char *all = story_text(&arena, 700 + step * 10 + length, 40);
	s.n = 0;
	for (size_t k = 0; k * step + length <= 40 && k < 10; k++)
		put(&s, "Harbour Newswire", k, story_cut(&arena, all, k * step, k * step + length));
	for (size_t k = 0; k < s.n; k++) {
		s.doc[k]->title =
		    "Storm over the coast"; // one title: what stands under several is the outlet's own lines
		date_read(slice_of(arena_printf(&arena, "2024-10-02T%02zu:00:00Z", 6 + k)), &s.doc[k]->published);
	}
	trace(&s, TRACE_TEXT);
	for (each (f, &s.t.families))
		largest = f->members.n > largest ? f->members.n : largest;
	ok(largest == 1, "a series that shares %zu %% with the story before: %zu texts, %zu origins", shared, s.n,
	   s.t.tally.origins);
	ok(edges_of(&s, RELATION_update) >= s.n - 1, "each is an update of another: %zu",
	   edges_of(&s, RELATION_update));
	trace(&s, TRACE_REPORT);
	is_int((long long)s.t.tally.origins, 1, "and one report");
}

// `first`: the digest comes before the stories that it bundles.
static void check_digest(bool first, bool whole)
{
	static struct set s;
	const char *x = story_text(&arena, 800, 4), *y = story_text(&arena, 801, 4);
	const char *digest =
	    story_join(&arena, story_cut(&arena, x, 0, whole ? 4 : 2), story_cut(&arena, y, 0, whole ? 4 : 2));
	size_t apart = 0;
	s.n = 0;
	if (first)
		put(&s, "Morning Digest", 2, digest);
	for (size_t k = 0; k < 4; k++) {
		put(&s, outlet(2 * k), 0, x);
		put(&s, outlet(2 * k + 1), 1, k < 3 ? y : story_cut(&arena, y, 0, 3));
	}
	if (!first)
		put(&s, "Morning Digest", 2, digest);
	for (size_t k = 0; k < 4; k++)
		put(&s, outlet(2 * k + 1), 0, story_cut(&arena, x, 0, 3));
	trace(&s, TRACE_TEXT);
	size_t of[3] = { 0 }, d = first ? 0 : 8;
	for (size_t i = 0; i < s.n; i++)
		of[s.label[i]] = s.t.family[i];
	for (size_t i = 0; i < s.n; i++)
		apart += s.t.family[i] != of[s.label[i]];
	const char *what = arena_printf(&arena, "a digest of %s stories, %s", whole ? "whole" : "halves of",
					first ? "before them" : "after them");
	ok(of[0] != of[1], "%s: does not join them", what);
	is_int((long long)apart, 0, "%s: each story is one", what);
	size_t ties[2] = { 0 };
	for (each (e, &s.t.edges))
		if (e->child == d || e->parent == d)
			ties[s.label[e->child == d ? e->parent : e->child] % 2]++;
	ok(ties[0] && ties[1], "%s: is tied to both", what);
}

#define SPEECH                                                                                                         \
	"“We did not choose this winter, and we did not choose this debt, but we shall choose how we carry both of " \
	"them, "                                                                                                       \
	"together and in daylight, until the last lamp on the quay is lit again”"

static void check_quotation(void)
{
	static struct set s;
	const char *x = story_text(&arena, 900, 2), *y = story_text(&arena, 901, 2);
	put(&s, outlet(0), 0, story_join(&arena, x, SPEECH " said the mayor.\n\nNo vote was taken."));
	put(&s, outlet(1), 1, story_join(&arena, SPEECH " were the words of the evening.", y));
	check_exact(&s, TRACE_TEXT, "two stories that quote one speech");
	is_int((long long)s.t.edges.n, 1, "one edge");
	ok(s.t.edges.n && s.t.edges.at[0].relation == RELATION_shares_source, "says that they have the same speaker");
	static struct set plain;
	const char *words = arena_copy(&arena, SPEECH + 3, sizeof SPEECH - 7);
	put(&plain, outlet(0), 0, story_join(&arena, x, words));
	put(&plain, outlet(1), 1, story_join(&arena, words, y));
	check_exact(&plain, TRACE_TEXT, "the same words unquoted");
	ok(plain.t.edges.n == 1 && plain.t.edges.at[0].relation == RELATION_excerpt, "are an excerpt");
}

// --- the index ---

static void fold_again(void *context, uint32_t doc, struct arena *a, struct folded *out)
{
	const struct set *s = context;
	folded_of(a, s->doc[doc]->text, s->doc[doc]->len, out);
}

static size_t entries(const struct copies *c)
{
	size_t n = 0;
	for (size_t i = 0; i < INDEX_PARTS; i++)
		n += c->index.part[i].n;
	return n;
}

static void check_index(void)
{
	static struct set s;
	struct copies c;
	size_t once = 0, wrong = 0;
	for (size_t k = 0; k < 40; k++)
		put(&s, outlet(k), 0, edited(story_text(&arena, 950, 5), k % 3 ? WHOLE : INSERTED, 1));
	put(&s, outlet(0), 1, "");
	put(&s, outlet(0), 2, "tide");
	copies_begin(&c, fold_again, &s);
	for (uint32_t k = 0; k < s.n; k++) {
		struct folded f;
		folded_of(&arena, s.doc[k]->text, s.doc[k]->len, &f);
		copies_note(&c, s.doc[k], &f);
		is_int(copies_add(&c, s.doc[k], &f), k, "text %u is added", k);
		once = k ? once : entries(&c);
	}
	ok(once > 50 && entries(&c) < once + once / 2, "forty reprints enter little more than one: %zu, %zu", once,
	   entries(&c));
	is_int(c.clusters.at[0].n, 40, "they are one cluster");
	for (uint32_t k = 0; k < s.n; k++) {
		struct folded f;
		copies_folded(&c, k, &arena, &f);
		wrong += f.n != c.texts.at[k].n;
		for (size_t i = 0; i < f.n && i < c.texts.at[k].n; i++)
			wrong += token_of(f.at[i]) != c.texts.at[k].at[i];
	}
	is_int((long long)wrong, 0, "the words that were kept of a text can be had again");
	copies_free(&c);
}

static void fold_of(void *context, uint32_t text, struct arena *a, struct folded *out)
{
	const struct document *const *docs = context;
	folded_of(a, docs[text]->text, docs[text]->len, out);
}

// A line that an outlet prints over everything, and a text that begins with the same words.
static void check_kept(void)
{
	static const char line[] = "Harbour news of the day";
	const char *texts[] = { story_text(&arena, 1, 3), story_text(&arena, 2, 3) };
	const struct document *docs[2];
	struct copies c;
	copies_begin(&c, fold_of, docs);
	for (size_t i = 0; i < 2; i++) {
		const char *text = arena_printf(&arena, "%s\n\n%s begins so: %s", line, line, texts[i]);
		docs[i] = story_document(&arena, numbered("d", i), "Kell Courier", numbered("Title ", i), NULL, text);
	}
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < 2; i++) {
			struct folded f;
			fold_of(docs, i, &arena, &f);
			if (pass)
				copies_add(&c, docs[i], &f);
			else
				copies_note(&c, docs[i], &f);
		}
	for (uint32_t i = 0; i < 2; i++) {
		struct folded f;
		copies_folded(&c, i, &arena, &f);
		ok(f.n == c.texts.at[i].n && f.place[0].from > 20, "what is kept of text %u is its own beginning", i);
	}
	copies_free(&c);
}

int main(void)
{
	check_each();
	check_together();
	check_shares();
	check_lengths();
	check_boilerplate();
	check_syndicated();
	check_printed_often();
	check_forms();
	check_series(2, 4, 50);
	check_series(3, 5, 40);
	check_series(4, 5, 20);
	for (int k = 0; k < 4; k++)
		check_digest(k & 1, k & 2);
	check_quotation();
	check_index();
	check_kept();
	arena_free(&arena);
	return done();
}
