#include "draft/draft.h"
#include "test/tap.h"
#include "trace/trace.h"

static struct arena arena;

// A document of one sentence a statement; the words are looked up in the text.
static struct document *page(const char *id, const char *outlet, const char *day, const char *text)
{
	struct document *d = arena_new(&arena, struct document);
	*d = (struct document){ .id = id, .outlet = outlet, .title = id, .text = text, .len = (uint32_t)strlen(text) };
	ok(date_read(slice_of(day), &d->published), "%s is a date", day);
	d->incident = (struct incident_at){ .kind = INCIDENT_poisoning, .label = "poisoning of the Aven" };
	return d;
}

static span words(const struct document *d, const char *text)
{
	ptrdiff_t at = slice_find(slice_of(d->text), text);
	ok(at >= 0, "\"%s\" stands in the text", text);
	return (span){ (uint32_t)at, (uint32_t)(at + (ptrdiff_t)strlen(text)) };
}

static struct statement *say(struct document *d, const char *speaker, const char *kind, enum stance stance,
			     enum role role, const char *actor, const char *text)
{
	struct statement *s = list_add(&arena, &d->statements);
	*s = (struct statement){ .stance = stance, .speaker = { .name = speaker, .kind = kind } };
	s->id = arena_printf(&arena, "s%zu", d->statements.n);
	list_push(&arena, &s->content, words(d, text));
	enum polarity polarity = stance == STANCE_denies ? POLARITY_against : POLARITY_for;
	list_push(&arena, &s->targets, ((struct target){ .role = role, .actor = actor, .polarity = polarity }));
	return s;
}

static void find(struct document *d, const char *source, const char *actor, const char *text)
{
	struct finding_at *f = list_add(&arena, &d->findings);
	*f = (struct finding_at){ .at = words(d, text), .kind = FINDING_physical, .source = source };
	if (actor)
		list_push(&arena, &f->bears_on, ((struct target){ ROLE_did, actor, POLARITY_for, NULL }));
}

static bool never(void *context, const char *kind, const char *id)
{
	const char *gone = context;
	return gone && !strcmp(kind, "facts") && !strcmp(id, gone);
}

static void draft(struct the_case *c, struct document **docs, size_t n, const char *gone)
{
	struct tracing t;
	struct err e = { 0 };
	const struct document *const *pages = (const struct document *const *)docs;
	trace_documents(&arena, pages, n, &(struct trace_options){ TRACE_REPORT }, &t);
	draft_case(&arena, c, pages, n, &t, never, arena_text(&arena, gone));
	ok(case_settle(&arena, c, &e) == STATUS_OK, "the draft keeps the rules of the model %s", e.text);
}

static struct the_case empty_case(void)
{
	return (struct the_case){ .scale = "icd203", .imprecision = -1 };
}

#define LEAD                                                                                                           \
	"Dead perch lay along four miles of the Aven on Monday below the Tarn Hill tannery, and two barrels marked "   \
	"with "                                                                                                        \
	"the works' number were found under the weir by wardens of the river board.\n\n"
#define DENIAL                                                                                                         \
	"Lotte Harm, who owns the tannery, said that her works had not put anything into the river and never "         \
	"would.\n\n"
#define PRIVATE                                                                                                        \
	"Two foremen of the tannery were heard on a tapped line to blame the night shift for it, the board said.\n\n"
#define VIEW "The board's chemist, Ivo Rask, said it was likely that the tannery was the source, with low confidence."

static struct document *first(void)
{
	struct document *d = page("aaaaaaaa11", "Aven Herald", "2024-04-02", LEAD DENIAL PRIVATE VIEW);
	find(d, NULL, "Tarn Hill tannery", "two barrels marked with the works' number were found under the weir");
	say(d, "Lotte Harm", "person", STANCE_denies, ROLE_did, "Tarn Hill tannery",
	    "her works had not put anything into the river");
	struct statement *s = say(d, "foremen of the tannery", "group", STANCE_accuses, ROLE_did,
				  "night shift of Tarn Hill", "blame the night shift for it");
	s->basis = BASIS_intercept;
	list_push(&arena, &s->chain, ((struct party){ .name = "river board", .kind = "government" }));
	s = say(d, "Ivo Rask", "person", STANCE_assesses, ROLE_did, "Tarn Hill tannery", "the tannery was the source");
	s->likelihood = (struct hedge){ .word = "likely", .level = LEVEL_likely };
	s->confidence = (struct hedge){ .word = "low confidence", .level = SURENESS_low };
	say(d, "Ivo Rask", "person", STANCE_speculates, ROLE_directed, "Lotte Harm of Tarn Hill",
	    "with low confidence");
	return d;
}

static const struct row *cell(const struct fact *f, const char *hypothesis)
{
	for (each (r, &f->cells.rows))
		if (!strcmp(r->when.at[0].state.id, hypothesis))
			return r;
	return NULL;
}

static void proposes(void)
{
	struct the_case c = empty_case();
	struct document *docs[] = { first() };
	draft(&c, docs, 1, NULL);
	int who = case_find_question(&c, "who"), ordered = case_find_question(&c, "ordered");
	if (!ok(who == 0 && ordered > 0, "two linked questions"))
		return;
	is_text(c.questions.at[0].ask, "Who was behind the poisoning of the Aven?", "asked of the incident");
	ok(c.questions.at[0].open && c.questions.at[0].hyps.n == 3, "two answers were voiced; none of these is open");
	is_near(c.questions.at[0].hyps.at[0].prior.rows.at[0].is.lo, 0.5, 0, "they start even");
	is_text(c.questions.at[ordered].given.at[0].id, "who", "who directed it depends on who did it");
	is_text(c.questions.at[ordered].hyps.at[0].role, "directed", "with the role and its actor");

	int denied = case_find_fact(&c, "denied-lotte-harm");
	if (!ok(denied >= 0, "the denial is a fact"))
		return;
	const struct row *guilty = cell(&c.facts.at[denied], "tarn-hill-tannery");
	ok(guilty && guilty->is.lo >= 0.8, "she would deny it either way: the denial weighs little");
	ok(c.facts.at[denied].why && strstr(c.facts.at[denied].why, "tells little"), "and the reason is said");
	int harm = case_find_source(&c, "lotte-harm");
	ok(harm >= 0 && c.sources.at[harm].interests.n == 1, "with an interest in being believed");

	int talk = case_find_fact(&c, "private-foremen-of-the-tannery");
	ok(talk >= 0 && c.assumptions.n == 2, "overheard talk is weighed, and rests on an assumption");
	ok(talk >= 0 && !strcmp(c.assumptions.at[1].supports.at[0].id, c.facts.at[talk].id), "that supports it");

	ok(c.judgements.n == 2 && !strcmp(c.judgements.at[0].word, "likely") &&
	       !strcmp(c.judgements.at[0].confidence, "low"),
	   "the chemist's likelihood and confidence stay his");
	for (each (r, &c.reports))
		ok(r->statement && case_find_statement(&c, r->statement) >= 0, "%s leads to its words", r->id);
	for (each (s, &c.sources))
		is_text(s->reliability, "F", "%s is not graded by a machine", s->id);
}

// Said twice, and how sure they are only the second time: the confidence is not lost with the repetition.
static void confidence_is_kept(void)
{
	struct the_case c = empty_case();
	struct document *d = page("aaaaaaaa12", "Aven Herald", "2024-04-02", LEAD VIEW);
	struct document *docs[] = { d };
	for (int i = 0; i < 3; i++) {
		struct statement *s =
		    say(d, "Ivo Rask", "person", STANCE_assesses, ROLE_did, "Tarn Hill tannery",
			i == 1 ? "the tannery was the source" : "likely that the tannery was the source");
		s->likelihood = (struct hedge){ .word = "likely", .level = LEVEL_likely };
		if (i == 1)
			s->confidence = (struct hedge){ .word = "low confidence", .level = SURENESS_low };
	}
	draft(&c, docs, 1, NULL);
	size_t low = 0;
	for (each (j, &c.judgements))
		low += j->confidence && !strcmp(j->confidence, "low");
	ok(c.judgements.n == 2 && low == 1, "a judgement said again with its confidence stands with it, once");
}

static void reprint_counts_once(void)
{
	struct the_case c = empty_case();
	struct document *again = first();
	again->id = "bbbbbbbb22";
	again->outlet = "Lower Aven Post";
	again->published.day = 3;
	list_push(&arena, &again->credit, "Aven Herald");
	struct document *docs[] = { first(), again };
	draft(&c, docs, 2, NULL);
	is_int(c.facts.n, 3, "a reprint brings no fact of its own");
	const struct report *barrels[2] = { NULL, NULL };
	for (each (r, &c.reports))
		if (!strcmp(r->fact.id, c.facts.at[2].id))
			barrels[!strncmp(r->id, "bbbbbbbb", 8)] = r;
	if (!ok(barrels[0] && barrels[1], "both report what was found"))
		return;
	is_text(barrels[0]->from.id, "aven-herald", "the paper found it");
	is_text(barrels[1]->from.id, "aven-herald", "the reprint has it from there");
	ok(barrels[1]->via.n == 1 && !strcmp(barrels[1]->via.at[0].id, "lower-aven-post"), "by way of its own outlet");
}

static void only_adds(void)
{
	struct the_case c = empty_case();
	struct document *one = first();
	draft(&c, &one, 1, NULL);
	struct document *two = page("cccccccc33", "River Times", "2024-04-05",
				    "A fish farm upstream had dumped its tanks, Mayor Olle Brandt said on Friday.");
	say(two, "Olle Brandt", "person", STANCE_accuses, ROLE_did, "Brook fish farm", "had dumped its tanks");
	size_t reports = c.reports.n, statements = c.statements.n;
	const char *report = c.reports.at[0].id;
	c.facts.at[0].say = "Changed by hand";
	c.facts.at[0].drafted = false;
	c.sources.at[0].reliability = "B";
	struct document *docs[] = { one, two };
	draft(&c, docs, 2, NULL);
	is_text(c.facts.at[0].say, "Changed by hand", "what a person set stays");
	is_text(c.sources.at[0].reliability, "B", "a grade too");
	is_text(c.reports.at[0].id, report, "ids are stable");
	is_int(c.reports.n, reports + 1, "only the new document's report is new");
	is_int(c.statements.n, statements + 1, "and its statement");
	is_int(c.questions.at[0].hyps.n, 4, "the new answer joins the others");
	is_near(c.questions.at[0].hyps.at[2].prior.rows.at[0].is.lo, 0.5, 0, "even with them");
	draft(&c, docs, 2, NULL);
	is_int(c.reports.n, reports + 1, "a third time adds nothing");

	c.facts.n = 0;
	c.reports.n = 0;
	c.assumptions.n = 0;
	for (each (s, &c.sources))
		s->interests.n = 0;
	draft(&c, docs, 2, "denied-lotte-harm");
	is_int(case_find_fact(&c, "denied-lotte-harm"), -1, "what a person removed is not proposed again");
	for (each (r, &c.reports))
		ok(strcmp(r->fact.id, "denied-lotte-harm"), "nor its report");
}

static void unnamed_sources(void)
{
	struct the_case c = empty_case();
	struct document *d = first();
	find(d, "people close to the board", NULL, "Dead perch lay along four miles of the Aven");
	draft(&c, &d, 1, NULL);
	const struct report *r = &c.reports.at[c.reports.n - 1];
	ok(!r->from.id && r->via.n == 2, "an unnamed source is a relay, and the origin is left open");
	int s = case_find_source(&c, r->via.at[1].id);
	is_text(c.sources.at[s].kind, "anonymous", "of that kind");
	is_int(case_inspectable(&c.sources.at[s]), 0, "that nobody can inspect");
}

static void nothing_said(void)
{
	struct the_case c = empty_case();
	struct document *d = page("dddddddd44", NULL, "2024-04-05", "Nobody said anything.");
	draft(&c, &d, 1, NULL);
	ok(!c.questions.n && !c.facts.n && !c.reports.n, "where nothing is said nothing is proposed");
}

int main(void)
{
	proposes();
	confidence_is_kept();
	reprint_counts_once();
	only_adds();
	unnamed_sources();
	nothing_said();
	arena_free(&arena);
	return done();
}
