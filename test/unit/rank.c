// Which text of a cluster came first, which each was taken from, and what a direction rests on.
#include "trace/rank.h"
#include "test/story.h"
#include "test/tap.h"
#include "trace/trace.h"

enum { SEEDS = 25, MOST = 64 };

static struct arena arena;

// --- two documents ---

static struct date when(const char *text)
{
	struct date d = { 0 };
	if (text && !date_read(slice_of(text), &d))
		ok(false, "%s is a date", text);
	return d;
}

static const struct alignment even = { .a_in_b = 1, .b_in_a = 1 };

static struct provenance from(uint64_t outlet, uint64_t credit, bool agency, const char *day)
{
	return (struct provenance){ outlet, credit, when(day), agency };
}

static void check(struct provenance x, struct provenance y, struct alignment al, double odds,
		  enum direction_ground ground, const char *what)
{
	struct alignment turned = align_turned(&al);
	struct direction d = direction_of(&x, &y, &al), back = direction_of(&y, &x, &turned);
	ok((odds > 0) == (d.odds > 0) && (odds < 0) == (d.odds < 0) && d.ground == ground, "%s: %.1f, ground %d", what,
	   d.odds, d.ground);
	ok(fabs(d.odds + back.odds) < 1e-9 && back.ground == d.ground, "%s: and turned round", what);
}

static void check_grounds(void)
{
	struct provenance x = from(1, 0, false, NULL), y = from(2, 0, false, NULL);
	struct provenance to_x = from(2, 1, false, NULL), to_y = from(1, 2, false, NULL),
			  to_z = from(2, 3, false, NULL);
	struct alignment cut = { .a_in_b = 0.6, .b_in_a = 1, .a_gap = 0.05 };
	struct alignment filled = { .a_in_b = 0.6, .b_in_a = 1, .a_gap = 0.9 };
	check(x, y, even, 0, DIRECTION_UNKNOWN, "nothing known");
	check(x, to_x, even, 1, DIRECTION_CREDIT, "the second credits the first");
	check(to_y, y, even, -1, DIRECTION_CREDIT, "the first credits the second");
	check(to_y, to_x, even, 0, DIRECTION_UNKNOWN, "each credits the other");
	check(x, to_z, even, 1, DIRECTION_CREDIT, "the second credits a third");
	check(from(1, 0, true, NULL), y, even, 1, DIRECTION_AGENCY, "the first is an agency's");
	check(from(1, 0, true, NULL), from(2, 0, true, NULL), even, 0, DIRECTION_UNKNOWN, "both are agencies'");
	check(x, y, cut, 1, DIRECTION_CUT, "the second lacks the end");
	check(x, y, filled, 0, DIRECTION_UNKNOWN, "the second lacks words in between");
	check(from(1, 0, false, "2024-10-02"), from(2, 0, false, "2024-10-03"), even, 1, DIRECTION_TIME,
	      "a day before");
	check(from(1, 0, false, "2024-10-02T10:00:00Z"), from(2, 0, false, "2024-10-02T10:01:00Z"), even, 1,
	      DIRECTION_TIME, "a minute before");
	check(from(1, 0, false, "2024-10-02T12:00:00+02:00"), from(2, 0, false, "2024-10-02T10:01:00Z"), even, 1,
	      DIRECTION_TIME, "a minute before in another zone");
	check(from(1, 0, false, "2024-10-02"), y, even, 0, DIRECTION_UNKNOWN, "one date is not known");
	check(from(1, 0, false, "2024-10-02T23:00:00Z"), from(2, 0, false, "2024-10-02"), even, 0, DIRECTION_UNKNOWN,
	      "the same day");
}

static void check_weights(void)
{
	struct provenance late = from(1, 0, false, "2024-10-05"), early = from(2, 1, false, "2024-10-02");
	struct provenance agency = from(1, 0, true, "2024-10-05"), other = from(2, 0, false, "2024-10-02");
	struct alignment cut = { .a_in_b = 0.6, .b_in_a = 1, .a_gap = 0.05 };
	check(late, early, even, 1, DIRECTION_CREDIT, "a credit against time");
	check(agency, other, cut, 1, DIRECTION_AGENCY, "an agency's whole text against time");
	check(late, from(2, 0, false, "2024-10-02"), cut, -1, DIRECTION_TIME, "time against a cut");
}

static void check_credits(void)
{
	struct document *d = story_document(&arena, "a", "Kell Courier", "t", NULL, "Text.");
	is_text(direction_credit(d), NULL, "no credit");
	list_push(&arena, &d->byline, "Wenna Aldous");
	is_text(direction_credit(d), NULL, "a person is none");
	list_push(&arena, &d->byline, "Harbour Newswire");
	is_text(direction_credit(d), "Harbour Newswire", "an agency in the byline");
	list_push(&arena, &d->credit, "The Kell Courier");
	is_text(direction_credit(d), "Harbour Newswire", "the outlet itself is none");
	list_push(&arena, &d->credit, "Overmere Echo");
	is_text(direction_credit(d), "Overmere Echo", "an outlet that is credited");
	list_push(&arena, &d->citations, ((struct citation){ .kind = CITATION_CITES, .outlet = "Hessel Post" }));
	is_text(direction_credit(d), "Overmere Echo", "one that is cited is none");
	list_push(&arena, &d->citations, ((struct citation){ .kind = CITATION_CREDIT, .outlet = "Stannow Mail" }));
	is_text(direction_credit(d), "Stannow Mail", "a credit in the text");
	ok(strstr(direction_why(&arena, DIRECTION_CREDIT, d), "Stannow Mail"), "it is named as the reason");
	for (int g = DIRECTION_CREDIT; g <= DIRECTION_TIME; g++)
		ok(direction_why(&arena, (enum direction_ground)g, d) != NULL, "ground %d has words", g);
	is_text(direction_why(&arena, DIRECTION_UNKNOWN, d), NULL, "no ground has none");
}

// --- clusters ---

struct set {
	struct document *doc[MOST];
	size_t n;
	struct tracing t;
};

static struct document *put(struct set *s, const char *outlet, const char *day, const char *text)
{
	const char *id = arena_printf(&arena, "d%02zu", s->n);
	s->doc[s->n] = story_document(&arena, id, outlet ? outlet : id, id, day, text);
	return s->doc[s->n++];
}

static void trace(struct set *s)
{
	trace_documents(&arena, (const struct document *const *)s->doc, s->n,
			&(struct trace_options){ TRACE_TEXT, NULL }, &s->t);
}

static size_t parent(const struct set *s, size_t child)
{
	for (each (e, &s->t.edges))
		if (e->child == child && (e->relation == RELATION_copy || e->relation == RELATION_rewrite))
			return e->parent;
	return SIZE_MAX;
}

// One family whose root is the first document: how often not, and how many hang on what is no way to it.
static void count(const struct set *s, size_t *wrong, size_t *loose)
{
	*wrong += s->t.families.n != 1 || s->t.root[s->n - 1] != 0;
	for (size_t i = 0; i < s->n; i++) {
		size_t steps = 0, at = i;
		while (parent(s, at) != SIZE_MAX && steps++ < s->n)
			at = parent(s, at);
		*loose += at != s->t.root[i];
	}
}

static const char *day(size_t n)
{
	return arena_printf(&arena, "2024-10-%02zu", 1 + n);
}

typedef void maker(struct set *s, const char *text, uint64_t seed);

static void by_credit(struct set *s, const char *text, uint64_t seed)
{
	put(s, "Harbour Mail", day(20), text);
	for (size_t k = 0; k < 6; k++) {
		const char *copy = k % 2 ? text : story_reworded(&arena, text, seed + k, 0.05);
		struct document *d = put(s, NULL, day(k), copy);
		list_push(&arena, &d->credit, "The Harbour Mail");
	}
}

static void by_agency(struct set *s, const char *text, uint64_t seed)
{
	put(s, "Harbour Newswire", NULL, text);
	for (size_t k = 0; k < 6; k++)
		put(s, NULL, day(k), story_reworded(&arena, text, seed + k, 0.04));
}

// One copy is dated before its source.
static void by_time(struct set *s, const char *text, uint64_t seed)
{
	put(s, NULL, day(5), text);
	for (size_t k = 0; k < 6; k++)
		put(s, NULL, k == seed % 6 ? day(2) : day(6 + k), story_cut(&arena, text, 0, 3 + (k + seed) % 2));
}

static void by_time_alone(struct set *s, const char *text, uint64_t seed)
{
	put(s, NULL, "2024-10-02T08:00:00Z", text);
	for (size_t k = 0; k < 6; k++)
		put(s, NULL, k % 3 ? "2024-10-02T09:30:00Z" : k ? NULL : "2024-10-02", text);
	(void)seed;
}

static void by_cut(struct set *s, const char *text, uint64_t seed)
{
	put(s, NULL, NULL, text);
	for (size_t k = 0; k < 4; k++)
		put(s, NULL, NULL, story_cut(&arena, text, 0, 1 + (k + seed) % 4));
}

static void many(struct set *s, const char *text, uint64_t seed)
{
	put(s, NULL, "2024-10-01T01:00:00Z", text);
	for (size_t k = 1; k < MOST; k++)
		put(s, NULL, arena_printf(&arena, "2024-10-%02zuT%02zu:00:00Z", 2 + k / 24, k % 24),
		    k % 3 ? text : story_reworded(&arena, text, seed + k, 0.05));
}

static void check_roots(void)
{
	static const struct {
		maker *make;
		const char *what;
	} kinds[] = {
		{ by_credit, "the one that the others credit, whatever the dates" },
		{ by_agency, "the agency's, without a date" },
		{ by_time, "the earliest, though one copy has a wrong date" },
		{ by_time_alone, "the earliest of exact reprints" },
		{ by_cut, "the one that the others are cut from" },
		{ many, "the earliest of many" },
	};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		size_t wrong = 0, loose = 0;
		for (uint64_t seed = 0; seed < SEEDS; seed++) {
			static struct set s;
			s.n = 0;
			kinds[k].make(&s, story_text(&arena, 1000 + seed, 5), seed);
			trace(&s);
			count(&s, &wrong, &loose);
		}
		is_int((long long)wrong, 0, "%s is the root", kinds[k].what);
		is_int((long long)loose, 0, "%s: all lead to their root", kinds[k].what);
	}
}

// --- copies of copies ---

// A source, two editions of it, and copies of these, by way of what both have of their editions.
static void check_ways(void)
{
	static struct set s;
	size_t wrong[4] = { 0 };
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		const char *text = story_text(&arena, 2000 + seed, 5);
		const char *x = story_reworded(&arena, text, seed, 0.1);
		const char *y = story_join(&arena, story_text(&arena, 3000 + seed, 1), story_cut(&arena, text, 0, 4));
		const char *third = story_reworded(&arena, story_cut(&arena, x, 0, 4), seed + 50, 0.05);
		s.n = 0;
		put(&s, NULL, day(1), text);
		put(&s, NULL, day(2), x);
		put(&s, NULL, day(2), y);
		put(&s, NULL, day(3), x);
		put(&s, NULL, day(3), third);
		put(&s, NULL, day(4), story_cut(&arena, third, 0, 3));
		put(&s, NULL, day(5), y);
		trace(&s);
		wrong[0] += parent(&s, 1) != 0 || parent(&s, 2) != 0;
		wrong[1] += parent(&s, 3) != 1 || parent(&s, 6) != 2;
		wrong[2] += parent(&s, 4) != 1 && parent(&s, 4) != 3;
		wrong[3] += parent(&s, 5) != 4;
	}
	is_int((long long)wrong[0], 0, "editions hang on their source");
	is_int((long long)wrong[1], 0, "a reprint of an edition hangs on it");
	is_int((long long)wrong[2], 0, "an edited one too");
	is_int((long long)wrong[3], 0, "and a cut of that on that");
}

// --- the ranking itself ---

static void fold_again(void *context, uint32_t text, struct arena *a, struct folded *out)
{
	const struct set *s = context;
	folded_of(a, s->doc[text]->text, s->doc[text]->len, out);
}

static void check_ranking(void)
{
	static struct set s;
	struct copies c;
	struct aligner w = { 0 };
	size_t wrong = 0, seen[MOST] = { 0 };
	many(&s, story_text(&arena, 4000, 3), 1);
	s.n--; // the last one is another story
	put(&s, NULL, day(20), story_text(&arena, 4001, 3));
	copies_begin(&c, fold_again, &s);
	for (size_t k = 0; k < s.n; k++) {
		struct folded f;
		fold_again(&s, (uint32_t)k, &arena, &f);
		copies_add(&c, s.doc[k], &f);
	}
	is_int((long long)c.clusters.n, 2, "two clusters");
	for (each (cluster, &c.clusters)) {
		const struct rank *m = rank_members(&arena, &c, cluster, &w);
		ok(m[0].parent == m[0].text, "the first has itself for a parent");
		for (size_t k = 0; k < cluster->n; k++) {
			wrong += seen[m[k].text]++ || (k && m[k].parent == m[k].text);
			wrong += !seen[m[k].parent]; // it stands before
		}
	}
	is_int((long long)wrong, 0, "every text is there once, behind its parent");
	align_free(&w);
	copies_free(&c);
}

int main(void)
{
	check_grounds();
	check_weights();
	check_credits();
	check_roots();
	check_ways();
	check_ranking();
	arena_free(&arena);
	return done();
}
