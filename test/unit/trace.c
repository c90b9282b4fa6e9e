#include "case/json.h"
#include "test/tracing.h"

// A story, its paragraphs invented; the others are made from it.
#define LEAD                                                                                                           \
	"Harbour police found the missing barge on Tuesday morning, moored under tarpaulin behind the old cement "     \
	"works "                                                                                                       \
	"at Kell Point, with its cargo of copper wire untouched and its papers burnt in a bucket on the after "        \
	"deck.\n\n"
#define MIDDLE                                                                                                         \
	"Inspector Rhona Vail told reporters that whoever took the Annelise knew the tides and knew the lock "         \
	"keeper's "                                                                                                    \
	"hours, because the boat went through Stannow lock at a quarter past two without anybody raising the gate "    \
	"alarm.\n\n"
#define END                                                                                                            \
	"The owners, a firm of three brothers from Overmere, said they had been offered money for the boat in March "  \
	"and had "                                                                                                     \
	"refused it. They would not say by whom. The wire was bound for the new tramway and is worth 240,000 crowns."
#define STORY LEAD MIDDLE END

#define OTHER                                                                                                          \
	"Copper thieves have cost the tramway company two million crowns since January, its chairman Ossian Brandt "   \
	"said at "                                                                                                     \
	"the yearly meeting on Tuesday, and he no longer believed that they work alone. Asked about the barge that "   \
	"police "                                                                                                      \
	"found at Kell Point that morning he said only that it was a relief to the brothers who own it, and to the "   \
	"men who "                                                                                                     \
	"are waiting to string the line along the northern quay before the first frost of the year sets in."

static const struct edge *edge_of(const struct tracing *t, size_t child)
{
	for (each (e, &t->edges))
		if (e->child == child)
			return e;
	return NULL;
}

static void exact_copy(void)
{
	struct document *docs[] = { page("b", "Overmere Echo", "2024-10-03", STORY),
				    page("a", "Kell Courier", "2024-10-02", STORY) };
	struct tracing t = trace(docs, 2, TRACE_TEXT);
	is_int(t.tally.origins, 1, "an exact copy is one origin");
	is_int(t.root[0], 1, "the earlier one is the origin, wherever it stands");
	const struct edge *e = edge_of(&t, 0);
	ok(e && e->relation == RELATION_copy && e->parent == 1, "the later one is a copy of it");
	ok(e && e->child_in_parent == 1 && e->sure > 0.8, "all of it, and surely so");
	ok(e && strstr(e->why, "Kell Courier") && strstr(e->why, "published later"),
	   "the reason says of whom and why: %s", e ? e->why : "");
}

static void edited_copy(void)
{
	const char *text = LEAD "Inspector Rhona Vail said on Wednesday that whoever stole the Annelise knew the tides "
				"and the lock keeper's "
				"hours, because the boat went through Stannow lock at a quarter past two and nobody "
				"raised the alarm.\n\n" END "\n\nThe tramway opens in April.";
	struct document *docs[] = { page("a", "Kell Courier", NULL, STORY), page("b", "Overmere Echo", NULL, text) };
	struct tracing t = trace(docs, 2, TRACE_TEXT);
	is_int(t.tally.origins, 1, "a copy with edits is one origin");
	struct document *credits[] = { page("a", "Overmere Echo", NULL, text), page("b", "Kell Courier", NULL, STORY) };
	list_push(&arena, &credits[0]->credit, "Kell Courier");
	t = trace(credits, 2, TRACE_TEXT);
	const struct edge *e = edge_of(&t, 0);
	ok(e && e->parent == 1 && strstr(e->why, "credits Kell Courier"), "a stated credit decides who copied: %s",
	   e ? e->why : "");
}

static void excerpt(void)
{
	const char *text = OTHER
	    "\n\n" MIDDLE "Brandt will meet the minister on Friday to ask for guards at the yards, for better lamps on "
	    "the quays, and for a register of scrap dealers like the one that Northern ports have kept for years.";
	struct document *docs[] = { page("a", "Kell Courier", "2024-10-02", STORY),
				    page("b", "Tramway News", "2024-10-04", text) };
	struct tracing t = trace(docs, 2, TRACE_TEXT);
	const struct edge *e = edge_of(&t, 1);
	is_int(t.tally.origins, 2, "a passage of another story does not make a copy");
	ok(e && e->relation == RELATION_excerpt && e->parent == 0, "it is an excerpt");
	ok(e && e->spans.n && text[e->spans.at[0].from] == 'I', "and begins with the passage");
}

static void no_copies(void)
{
	struct document *docs[] = { page("a", "Kell Courier", "2024-10-02", STORY),
				    page("b", "Tramway News", "2024-10-02", OTHER) };
	struct tracing t = trace(docs, 2, TRACE_TEXT);
	is_int(t.tally.origins, 2, "two stories of one event are two");
	is_int(t.edges.n, 0, "and nothing ties them");
}

static void templates(void)
{
#define BRIEF(team, rival, score, ground, scorer)                                                                      \
	team " beat " rival " " score " at " ground " on Saturday in the second round of the county cup. " scorer      \
	     " scored the deciding goal in the closing minutes of the match. The winners go through to the third "     \
	     "round, which "                                                                                           \
	     "will be drawn on Monday at noon at the league's offices."
	struct document *docs[] = {
		page("a", "League News", "2024-10-02",
		     BRIEF("Kell Rovers", "Stannow Town", "3-1", "Mill Lane", "Piet Aldous")),
		page("b", "League News", "2024-10-02",
		     BRIEF("Overmere", "Dunfast United", "2-0", "Castle Park", "Jory Lint")),
		page("c", "League News", "2024-10-02",
		     BRIEF("Port Hessel", "Avon Vale", "4-2", "the Arches", "Sam Okoro")),
	};
	struct tracing t = trace(docs, 3, TRACE_TEXT);
	is_int(t.tally.origins, 3, "forms filled in with other names are no copies");
}

static void ghost(void)
{
#define RELAY(who, rest)                                                                                               \
	who " reported on Tuesday that the barge Annelise was taken by former crewmen of the Overmere brothers. " rest
	struct document *docs[] = {
		page("a", "Kell Courier", "2024-10-04", RELAY("The Harbour Wire", "Police would not comment.")),
		page("b", "Tramway News", "2024-10-05",
		     RELAY("According to a report by the Harbour Wire that", "The firm was silent.")),
		page("c", "Dunfast Daily", "2024-10-05",
		     RELAY("As the Harbour Wire", "No further details were given.")),
	};
	for (size_t i = 0; i < 3; i++)
		cite(docs[i], CITATION_CITES, "Harbour Wire", "Harbour Wire");
	struct tracing t = trace(docs, 3, TRACE_REPORT);
	is_int(t.families.n, 1, "three that relay one absent story are one family");
	ok(t.families.at[0].origin == SIZE_MAX, "whose origin is not at hand");
	is_text(t.families.at[0].origin_name, "Harbour Wire", "but has a name");
	is_int(t.tally.untraceable, 1, "it counts once");
	is_int(t.tally.echoes, 2, "the others are echoes");
	t = trace(docs, 3, TRACE_TEXT);
	is_int(t.tally.origins, 3, "by their texts they are three");
}

static void cites_document(void)
{
	struct document *docs[] = {
		page("a", "Kell Courier", "2024-10-02", STORY),
		page("b", "Dunfast Daily", "2024-10-03",
		     "The Kell Courier reported that Inspector Rhona Vail found the barge Annelise at Kell "
		     "Point and that the copper wire was untouched. Nothing more is known."),
		page("c", "Kell Courier", "2024-10-02", OTHER),
	};
	cite(docs[1], CITATION_CITES, "the Kell Courier", "Kell Courier");
	struct tracing t = trace(docs, 3, TRACE_REPORT);
	is_int(t.root[1], 0, "a relay leads to the story of that outlet that it is about");
	is_int(t.tally.origins, 2, "and is no origin");
}

static void order(void)
{
	struct document *docs[] = { page("a", "Kell Courier", "2024-10-02", STORY),
				    page("b", "Overmere Echo", "2024-10-03", LEAD MIDDLE),
				    page("c", "Tramway News", "2024-10-02", OTHER) };
	struct document *turned[] = { docs[2], docs[1], docs[0] };
	struct tracing t = trace(docs, 3, TRACE_TEXT), u = trace(turned, 3, TRACE_TEXT);
	is_int(t.root[1], 0, "what is cut from the end comes from the whole");
	is_int(u.root[1], 2, "in any order");
	is_int(u.tally.origins, 2, "with the same count");
	struct buf b = buf_in(&arena);
	json_write(&b, origin_write(&arena, &t, (const struct document *const *)docs));
	ok(strstr(buf_str(&b), "{\"id\":\"b\",\"relation\":\"copy\",\"of\":\"a\",\"share\":1"), "printed: %s",
	   buf_str(&b));
}

static void odd_inputs(void)
{
	struct document *none = page("n", NULL, NULL, ""), *noise = page("x", NULL, NULL, "\xff\xfe \x80 \"");
	struct document *gone = page("g", NULL, NULL, "");
	gone->text = NULL;
	struct document *docs[] = { none, noise, gone };
	struct tracing t = trace(docs, 3, TRACE_STRICT);
	is_int(t.tally.origins, 3, "texts without a word are their own origins");
	t = trace(docs, 0, TRACE_TEXT);
	is_int(t.tally.documents, 0, "no documents, no origins");
	char *same = arena_take(&arena, 200001);
	for (size_t i = 0; i < 200000; i++)
		same[i] = "lo "[i % 3];
	struct document *loops[] = { page("p", NULL, NULL, same), page("q", NULL, NULL, same) };
	t = trace(loops, 2, TRACE_TEXT);
	is_int(t.tally.origins, 1, "one word over and over is aligned in time");
}

// Each outlet writes its own headline over the same few words.
static void headlines(void)
{
	static const char brief[] =
	    "Police found the missing barge behind the cement works at Kell Point on Tuesday, its wire untouched. "
	    "Inspector Vail said that whoever took it knew the tides.";
	struct document *docs[] = {
		page("a", "Kell Courier", "2024-10-02",
		     arena_printf(&arena, "Missing Annelise Found In 3 Days\n\n%s", brief)),
		page("b", "Dunfast Echo", "2024-10-02",
		     arena_printf(&arena, "Stannow Lock Keeper Rhona Pell Heard 2 Men\n\n%s", brief)),
	};
	struct tracing t = trace(docs, 2, TRACE_TEXT);
	is_int(t.tally.origins, 1, "other names in another headline do not make a form");
}

// A story that goes on: each time there is something new on top, and what was on top before is shorter.
static void updates(void)
{
#define FIRST                                                                                                          \
	"A tanker ran aground off Kell Point on Monday night, the coastguard said, and oil is leaking from one of "   \
	"its forward tanks. Two tugs from Stannow were on their way to the ship at dawn.\n\n"
#define SECOND                                                                                                         \
	"The captain of the tanker has been taken off by helicopter with four of his crew, none of them hurt, "     \
	"after the engine room flooded. The harbour office closed the northern channel to all traffic until noon.\n\n"
#define THIRD                                                                                                          \
	"Booms have been laid across the mouth of the Aller to keep the oil from the mussel beds, and forty "        \
	"volunteers are washing birds in the gymnasium at Overmere, where the mayor has asked for blankets.\n\n"
	struct document *docs[] = {
		page("Tanker aground off Kell Point", "Harbour Newswire", "2024-10-02", FIRST SECOND),
		page("Captain taken off tanker", "Harbour Newswire", "2024-10-02", SECOND THIRD),
		page("Oil reaches the mouth of the Aller", "Harbour Newswire", "2024-10-02",
		     THIRD "The price of mussels rose by half at the morning auction in Dunfast, where three of nine "
			   "boats stayed in port and the buyers of two restaurants went home with empty vans."),
	};
	struct tracing t = trace(docs, 3, TRACE_TEXT);
	is_int(t.tally.origins, 3, "what an agency adds to makes another text");
	t = trace(docs, 3, TRACE_REPORT);
	is_int(t.tally.origins, 1, "of the same report");
	is_int(t.counts[TRACE_TEXT], 3, "counted as texts there are three");
	struct document *later = page("Oil price and weather", "Harbour Newswire", "2024-11-20", OTHER "\n\n" SECOND);
	struct document *two[] = { docs[0], later };
	t = trace(two, 2, TRACE_REPORT);
	is_int(t.edges.n, 0, "weeks later the same paragraph is the agency's furniture");
}

int main(void)
{
	exact_copy();
	edited_copy();
	excerpt();
	no_copies();
	templates();
	ghost();
	cites_document();
	order();
	odd_inputs();
	headlines();
	updates();
	arena_free(&arena);
	return done();
}
