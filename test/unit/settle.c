// What a person settled of two documents goes before what their texts say.
#include "case/between.h"
#include "test/tracing.h"

#define STORY                                                                                                          \
	"Harbour police found the missing barge on Tuesday morning, moored under tarpaulin behind the old cement "     \
	"works at Kell Point, with its cargo of copper wire untouched and its papers burnt in a bucket on deck.\n\n"   \
	"Inspector Rhona Vail told reporters that whoever took the Annelise knew the tides and knew the lock "         \
	"keeper's hours, because the boat went through Stannow lock at a quarter past two without anybody raising "    \
	"the gate alarm.\n\nThe owners, a firm of three brothers from Overmere, had refused an offer for the boat."
#define OTHER                                                                                                          \
	"Copper thieves have cost the tramway company two million crowns since January, its chairman Ossian Brandt "   \
	"said at the yearly meeting on Tuesday, and he no longer believed that they work alone. He will ask for "      \
	"guards at the yards, for better lamps on the quays, and for a register of scrap dealers."

static struct tracing settled(struct document **docs, size_t n, const struct settled *pairs, size_t n_pairs)
{
	struct tracing t;
	struct trace_options o = { .level = TRACE_REPORT };
	for (size_t i = 0; i < n_pairs; i++)
		list_push(&arena, &o.settled, pairs[i]);
	trace_documents(&arena, (const struct document *const *)docs, n, &o, &t);
	is_int(t.tally.documents, t.tally.origins + t.tally.echoes + t.tally.untraceable, "the tally adds up");
	is_int(t.counts[TRACE_REPORT], t.tally.origins + t.tally.untraceable, "and so does the count of its level");
	return t;
}

static void tally_is(const struct tracing *t, size_t origins, size_t echoes, size_t untraceable, const char *what)
{
	ok(t->tally.origins == origins && t->tally.echoes == echoes && t->tally.untraceable == untraceable,
	   "%s: %zu origins, %zu echoes, %zu untraceable", what, t->tally.origins, t->tally.echoes,
	   t->tally.untraceable);
}

// Given latest first, so that places as given are none in time: a copy of a copy, a copy, the story, and another one.
static void pages(struct document **d)
{
	d[0] = page("d", "Quay Weekly", "2024-10-05", STORY);
	d[1] = page("c", "Overmere Echo", "2024-10-04", STORY);
	d[2] = page("a", "Kell Courier", "2024-10-02", STORY);
	d[3] = page("b", "Tramway News", "2024-10-03", OTHER);
}

static void same(void)
{
	struct document *d[4];
	pages(d);
	struct tracing t = settled(d, 4, NULL, 0);
	tally_is(&t, 2, 2, 0, "as it is found");
	t = settled(d, 4, &(struct settled){ 3, 0, BETWEEN_same, "One desk" }, 1);
	tally_is(&t, 1, 3, 0, "one origin brings two families together");
	is_int(t.root[3], 2, "the origin is that of the earlier one");
	const struct edge *e = origin_home(&t, 3);
	ok(!e || e->settled, "the other hangs on it by what was settled");
	e = NULL;
	for (each (x, &t.edges))
		e = x->settled ? x : e;
	ok(e && e->relation == RELATION_shares_source && !strcmp(e->why, "One desk"), "an edge has the reason");
	const char *why;
	is_int(between_documents(&arena, &t, (const struct document *const *)d, 3, 0, &why), BETWEEN_same,
	       "it is told");
	ok(strstr(why, "One desk") != NULL, "with the reason: %s", why);
	t = settled(d, 4, &(struct settled){ 1, 2, BETWEEN_same, NULL }, 1);
	tally_is(&t, 2, 2, 0, "what is one already stays so");
	for (each (x, &t.edges))
		ok(!x->settled, "and needs no other edge");
}

static void independent(void)
{
	struct document *d[4];
	pages(d);
	struct settled cuts[] = { { 2, 1, BETWEEN_independent, "Their own reporter" },
				  { 2, 0, BETWEEN_independent, NULL },
				  { 1, 0, BETWEEN_open, NULL } };
	struct tracing t = settled(d, 4, cuts, 1);
	tally_is(&t, 3, 1, 0, "a copy that is none is an origin");
	for (each (e, &t.edges))
		ok(!(e->child == 1 && e->parent == 2), "what ties the two is gone");
	t = settled(d, 4, cuts, 2);
	tally_is(&t, 4, 0, 0, "so are two that each hung on the story");
	t = settled(d, 4, cuts, 3);
	tally_is(&t, 3, 0, 1, "where that is not established either, the later one counts as untraceable");
	cuts[2].is = BETWEEN_same;
	t = settled(d, 4, cuts, 3);
	tally_is(&t, 3, 1, 0, "unless they are settled to have one origin");
	is_int(t.root[0], 1, "which is the earlier one");
	cuts[2].is = BETWEEN_open;
	t = settled(d, 4, cuts, 3);
	const char *why;
	is_int(between_documents(&arena, &t, (const struct document *const *)d, 2, 1, &why), BETWEEN_independent,
	       "independence is told");
	ok(strstr(why, "Their own reporter") != NULL, "with the reason: %s", why);
	is_int(between_documents(&arena, &t, (const struct document *const *)d, 0, 1, &why), BETWEEN_open,
	       "and that it is open");
}

// Of two families that nothing ties, the later one is no origin while that is open.
static void open_between_families(void)
{
	struct document *d[4];
	pages(d);
	struct tracing t = settled(d, 4, &(struct settled){ 3, 2, BETWEEN_open, NULL }, 1);
	tally_is(&t, 1, 2, 1, "the later origin is not established");
	ok(t.families.at[t.family[3]].untraceable, "it is the later one of the two");
	t = settled(d, 4, &(struct settled){ 3, 0, BETWEEN_open, NULL }, 1);
	tally_is(&t, 2, 2, 0, "a copy that is not tied to another family stays with its own");
}

static void stories_not_at_hand(void)
{
	struct document *d[] = { page("a", "Kell Courier", "2024-10-02",
				      "The Harbour Gazette reported that the barge "
				      "Annelise was found at Kell Point."),
				 page("b", "Overmere Echo", "2024-10-03",
				      "The barge Annelise lay at Kell Point, the "
				      "Harbour Gazette reported on Tuesday.") };
	cite(d[0], CITATION_CITES, "Harbour Gazette", "The Harbour Gazette reported");
	cite(d[1], CITATION_CITES, "Harbour Gazette", "the Harbour Gazette reported");
	struct tracing t = settled(d, 2, NULL, 0);
	tally_is(&t, 0, 1, 1, "two relays of one story that is not at hand");
	t = settled(d, 2, &(struct settled){ 1, 0, BETWEEN_independent, NULL }, 1);
	tally_is(&t, 1, 0, 1, "the later one is an origin where it is independent of the other");
	t = settled(d, 2, &(struct settled){ 1, 0, BETWEEN_open, NULL }, 1);
	tally_is(&t, 0, 0, 2, "and neither of them where that is open");
}

int main(void)
{
	same();
	independent();
	open_between_families();
	stories_not_at_hand();
	arena_free(&arena);
	return done();
}
