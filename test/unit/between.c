// The three states between two reports: one origin, independent, neither established.
#include "case/between.h"
#include "test/tracing.h"

#define STORY                                                                                                          \
	"Harbour police found the missing barge Annelise on Tuesday, moored under tarpaulin behind the cement works "  \
	"at Kell Point, with its copper wire untouched and nobody on board."
#define VAIL                                                                                                           \
	"Inspector Rhona Vail told this newspaper that the missing barge lies behind the cement works. Divers will "   \
	"look at its hull before the end of the week."
#define ALDOUS                                                                                                         \
	"The keeper of Stannow lock, Piet Aldous, told our reporter how three men took the Annelise out at night. "    \
	"He heard the engine first and thought of the ferry."
#define VAIL_AGAIN                                                                                                     \
	"A barge has been found near Kell Point, Rhona Vail told our correspondent, who was shown the copper wire. "   \
	"The owners live in Overmere and have not been seen since."

// A document that says by these words that it has something at first hand.
static struct document *witness(const char *id, const char *outlet, const char *text, const char *words)
{
	struct document *d = page(id, outlet, NULL, text);
	cite(d, CITATION_OWN, NULL, words);
	return d;
}

static const char *said;

static enum between between(struct document *x, struct document *y)
{
	struct document *docs[] = { x, y };
	struct tracing t = trace(docs, 2, TRACE_REPORT);
	return between_documents(&arena, &t, (const struct document *const *)docs, 0, 1, &said);
}

int main(void)
{
	struct document *vail = witness("a", "Kell Courier", VAIL, "told this newspaper");
	struct document *aldous = witness("b", "Dunfast Echo", ALDOUS, "told our reporter");
	struct document *again = witness("c", "Dunfast Echo", VAIL_AGAIN, "told our correspondent");
	struct document *story = page("d", "Stannow Mail", NULL, STORY),
			*reprint = page("e", "Orla Herald", NULL, STORY);

	is_int(between(story, reprint), BETWEEN_same, "a story and its reprint have one origin");
	is_text(said, "Both lead back to Stannow Mail.", "which is named");

	is_int(between(vail, aldous), BETWEEN_independent, "two who have it at first hand are independent");
	is_text(
	    said,
	    "Each says that it has it at first hand: Kell Courier (\"told this newspaper\") and Dunfast Echo (\"told "
	    "our reporter\").",
	    "and it says by what that is shown");

	is_int(between(vail, story), BETWEEN_open, "that nothing was copied shows nothing");
	is_text(said, "Stannow Mail does not say that it has it at first hand: it may rest on the other.",
		"and says so");
	is_int(between(vail, again), BETWEEN_open, "nor do two interviews with one person: %s", said);

	struct document *sister = witness("f", "Kell Courier", ALDOUS, "told our reporter");
	is_int(between(vail, sister), BETWEEN_open, "nor two of one outlet: %s", said);

	struct document *mine = witness("g", "Kell Courier", VAIL, "told this newspaper");
	struct document *theirs = witness("h", "Dunfast Echo", ALDOUS, "told our reporter");
	cite(mine, CITATION_CITES, "Reuters", "the missing barge");
	cite(theirs, CITATION_CITES, "Reuters", "three men");
	is_int(between(mine, theirs), BETWEEN_open, "nor two who both name a third: %s", said);

	struct document *unnamed =
	    witness("i", "Dunfast Echo", "A dock worker told our reporter that the barge was empty. It was late.",
		    "told our reporter");
	is_int(between(vail, unnamed), BETWEEN_open, "who has no name may be anybody: %s", said);
	arena_free(&arena);
	return done();
}
