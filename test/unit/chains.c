// Stated chains: which story is cited, and what is a mere relay of it.
#include "test/tracing.h"

#define STORY                                                                                                        \
	"Harbour police found the missing barge Annelise on Tuesday, moored under tarpaulin behind the cement works "  \
	"at Kell Point, with its copper wire untouched.\n\nInspector Rhona Vail said that whoever took the boat knew " \
	"the tides and the hours of the keeper at Stannow lock."
#define OTHER                                                                                                        \
	"The tramway company of Overmere lost two million crowns to copper thieves in a year, its chairman Ossian "    \
	"Brandt told the yearly meeting. He asked for a second fence along the northern quay before winter."
#define CITED                                                                                                        \
	"The Courier reported that police found the barge Annelise behind the cement works at Kell Point, its copper " \
	"wire untouched."

static struct document *citing(struct document *d, const char *outlet, const char *words, bool named_only)
{
	cite(d, CITATION_CITES, outlet, words)->named_only = named_only;
	return d;
}

static const struct edge *edge_of(const struct tracing *t, size_t child, size_t parent)
{
	for (each (e, &t->edges))
		if (e->child == child && e->parent == parent)
			return e;
	return NULL;
}

static void relay_with_filler(void)
{
	struct document *docs[] = { page("a", "Kell Courier", "2024-10-02", STORY),
				    citing(page("b", "Dunfast Echo", "2024-10-03",
						CITED " No further details were available. The harbour office did not "
						      "respond to a request for comment. Sign up for our newsletter."),
					   "Kell Courier", "Courier", false) };
	struct tracing t = trace(docs, 2, TRACE_REPORT);
	is_int(t.tally.origins, 1, "what says nothing is nothing of its own");
	const struct edge *e = edge_of(&t, 1, 0);
	ok(e && e->relation == RELATION_cites, "the edge says that it cites");
	t = trace(docs, 2, TRACE_TEXT);
	is_int(t.tally.origins, 2, "it is another text");
}

static void own_news(void)
{
	struct document *docs[] = { page("a", "Kell Courier", "2024-10-02", STORY),
				    citing(page("b", "Dunfast Echo", "2024-10-03", OTHER "\n\n" CITED), "Kell Courier",
					   "Courier", false) };
	struct tracing t = trace(docs, 2, TRACE_REPORT);
	is_int(t.tally.origins, 2, "a text with news of its own is an origin");
	const struct edge *e = edge_of(&t, 1, 0);
	ok(e && e->relation == RELATION_cites, "that cites another");
}

static void right_story(void)
{
	struct document *docs[] = { page("a", "Kell Courier", "2024-10-02", OTHER),
				    page("b", "Kell Courier", "2024-10-02", STORY),
				    page("c", "Kell Courier", "2024-08-02",
					 "In August the barge Annelise lay behind the cement works at Kell Point, and "
					 "police found its copper wire untouched."),
				    citing(page("d", "Dunfast Echo", "2024-10-03", CITED), "Kell Courier", "Courier",
					   false) };
	struct tracing t = trace(docs, 4, TRACE_REPORT);
	ok(!edge_of(&t, 3, 0), "not any story of that outlet");
	ok(edge_of(&t, 3, 1) && !edge_of(&t, 3, 2), "but the one that says so, of these days");
}

static void names_of_the_set(void)
{
	struct document *docs[] = { page("a", "Kell Morning", "2024-10-02", STORY),
				    citing(page("b", "Dunfast Echo", "2024-10-03", CITED), "Kell Morning", "Courier",
					   true),
				    citing(page("c", "Overmere Page", "2024-10-03", OTHER), "Ossian Brandt",
					   "Ossian Brandt", true) };
	struct tracing t = trace(docs, 3, TRACE_REPORT);
	ok(edge_of(&t, 1, 0), "a name in no table is an outlet's where a document comes from it");
	ok(!edge_of(&t, 2, SIZE_MAX), "else it is nothing");
	is_int(t.tally.origins, 2, "and leads nowhere");
}

// The second is the first in other places; both tell what the Courier reported.
static void copies_cite_once(void)
{
	const char *text = OTHER "\n\n" CITED;
	struct document *docs[] = {
		page("a", "Kell Courier", "2024-10-02", STORY),
		citing(page("b", "Dunfast Echo", "2024-10-03", text), "Kell Courier", "Courier", false),
		citing(page("c", "Stannow Mail", "2024-10-04", text), "Kell Courier", "Courier", false),
	};
	struct tracing t = trace(docs, 3, TRACE_REPORT);
	ok(edge_of(&t, 1, 0) && !edge_of(&t, 2, 0), "a copy cites because of what it is a copy of");
	is_int(t.tally.origins, 2, "two origins");
}

static void passage(void)
{
	struct document *docs[] = {
		page("a", "Kell Courier", "2024-10-02", STORY),
		citing(page("b", "Dunfast Echo", "2024-10-03",
			    OTHER "\n\nAs the Courier reported: Inspector Rhona Vail said that whoever took the boat "
				  "knew the tides and the hours of the keeper at Stannow lock."),
		       "Kell Courier", "Courier", false),
	};
	struct tracing t = trace(docs, 2, TRACE_REPORT);
	const struct edge *e = edge_of(&t, 1, 0);
	ok(e && e->relation == RELATION_excerpt, "whose words follow a colon, of that story the text has a passage");
	is_int(t.tally.origins, 2, "and is an origin");
}

static void one_ghost(void)
{
	struct document *docs[] = {
		citing(page("b", "Dunfast Echo", "2024-10-03", CITED), "Kell Courier", "Courier", false),
		citing(page("c", "Stannow Mail", "2024-10-03",
			    "Police found the barge Annelise and its copper wire at Kell Point, the Courier reported."),
		       "Kell Courier", "Courier", false),
		citing(page("d", "Overmere Page", "2024-10-03",
			    "Ossian Brandt will leave the tramway company of Overmere, the Courier reported."),
		       "Kell Courier", "Courier", false),
	};
	struct tracing t = trace(docs, 3, TRACE_REPORT);
	is_int(t.root[0], t.root[1], "two relays of one absent story are of one family");
	ok(t.root[2] == 2, "a third tells another");
	is_int(t.tally.untraceable, 2, "nobody has seen either story");
}

int main(void)
{
	relay_with_filler();
	own_news();
	right_story();
	names_of_the_set();
	copies_cite_once();
	passage();
	one_ghost();
	arena_free(&arena);
	return done();
}
