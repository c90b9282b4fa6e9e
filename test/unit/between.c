// The three states between two reports: one origin, independent, neither established.
#include "case/between.h"
#include "test/story.h"
#include "test/tap.h"
#include "trace/trace.h"

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

static struct arena arena;

// A document of one paragraph; `own` are the words by which it says that it has something at first hand, or NULL.
static struct document *page(const char *id, const char *outlet, const char *text, const char *own)
{
	struct document *d = story_document(&arena, id, outlet, id, NULL, text);
	ptrdiff_t at = own ? slice_find(slice_of(text), own) : -1;
	if (at >= 0)
		list_push(&arena, &d->citations,
			  ((struct citation){ .kind = CITATION_OWN,
					      .at = { (uint32_t)at, (uint32_t)at + (uint32_t)strlen(own) },
					      .statement = SIZE_MAX }));
	return d;
}

static void cites(struct document *d, const char *outlet)
{
	list_push(
	    &arena, &d->citations,
	    ((struct citation){ .kind = CITATION_CITES, .outlet = outlet, .at = { 0, 1 }, .statement = SIZE_MAX }));
}

static const char *said;

static enum between between(struct document *x, struct document *y)
{
	const struct document *docs[] = { x, y };
	struct tracing t;
	trace_documents(&arena, docs, 2, NULL, &t);
	return between_documents(&arena, &t, docs, 0, 1, &said);
}

int main(void)
{
	struct document *vail = page("a", "Kell Courier", VAIL, "told this newspaper");
	struct document *aldous = page("b", "Dunfast Echo", ALDOUS, "told our reporter");
	struct document *again = page("c", "Dunfast Echo", VAIL_AGAIN, "told our correspondent");
	struct document *story = page("d", "Stannow Mail", STORY, NULL),
			*reprint = page("e", "Orla Herald", STORY, NULL);

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

	struct document *sister = page("f", "Kell Courier", ALDOUS, "told our reporter");
	is_int(between(vail, sister), BETWEEN_open, "nor two of one outlet: %s", said);

	struct document *mine = page("g", "Kell Courier", VAIL, "told this newspaper");
	struct document *theirs = page("h", "Dunfast Echo", ALDOUS, "told our reporter");
	cites(mine, "Reuters");
	cites(theirs, "Reuters");
	is_int(between(mine, theirs), BETWEEN_open, "nor two who both name a third: %s", said);

	struct document *unnamed =
	    page("i", "Dunfast Echo", "A dock worker told our reporter that the barge was empty. It was late.",
		 "told our reporter");
	is_int(between(vail, unnamed), BETWEEN_open, "who has no name may be anybody: %s", said);
	arena_free(&arena);
	return done();
}
