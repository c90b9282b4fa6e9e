// What a careful reviewer asks of an analysis, after the nine analytic tradecraft standards of ICD 203 (ODNI, 2015).
// Each rule is a row of one table; the walks below only say where it is broken.
#include "case/check.h"

#include "base/buf.h"
#include "case/scale.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static const char *const standards[] = {
	NULL,
	"ICD 203, 1: quality and credibility of sources, data, methods",
	"ICD 203, 2: uncertainty expressed and explained",
	"ICD 203, 3: information separated from assumptions and judgements",
	"ICD 203, 4: analysis of alternatives",
	"ICD 203, 5: customer relevance and implications",
	"ICD 203, 6: clear and logical argument",
};

//  name               rule                 standard  grave
#define RULE_TABLE(X)                                                                                                  \
	X(ONE_HYPOTHESIS, "one-hypothesis", 4, true)                                                                   \
	X(CERTAINTY, "certainty-claimed", 2, true)                                                                     \
	X(MIXED, "mixed-wording", 2, true)                                                                             \
	X(PRIOR_ALONE, "prior-alone", 3, true)                                                                         \
	X(SINGLE_ORIGIN, "single-origin", 1, true)                                                                     \
	X(WITHHELD, "basis-withheld", 1, true)                                                                         \
	X(NO_CONTRARY, "no-contrary", 4, false)                                                                        \
	X(EDGE, "on-an-edge", 2, false)                                                                                \
	X(UNRATED, "unrated-cell", 4, false)                                                                           \
	X(UNREPORTED, "unreported-fact", 2, false)                                                                     \
	X(UNGRADED, "ungraded-source", 1, false)                                                                       \
	X(ONE_RELAY, "one-relay", 1, false)                                                                            \
	X(CHANGED_STORY, "changed-story", 1, false)                                                                    \
	X(UNDATED, "undated-report", 1, false)                                                                         \
	X(LOST, "lost-judgement", 3, false)

enum rule {
#define X(name, text, standard, grave) RULE_##name,
	RULE_TABLE(X)
#undef X
};

static const struct {
	const char *name;
	int standard;
	bool grave;
} rules[] = {
#define X(name, text, standard, grave) { text, standard, grave },
	RULE_TABLE(X)
#undef X
};

struct checking {
	struct arena *arena;
	const struct the_case *c;
	const struct assessment *w; // may be NULL
	struct check_findings *out;
};

static void found(struct checking *k, enum rule r, const char *place, const char *text)
{
	struct check_finding *f = list_add(k->arena, &k->out->list);
	*f = (struct check_finding){ rules[r].name, place, text, standards[rules[r].standard], rules[r].grave };
}

// --- what stands in the words ---

static bool boundary(char c)
{
	return !isalnum((unsigned char)c);
}

// Whether a word stands in the text as a whole, in any case.
static bool holds_word(const char *text, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = text; *at; at++)
		if ((at == text || boundary(at[-1])) && !strncasecmp(at, word, n) && boundary(at[n]))
			return true;
	return false;
}

static bool holds_likelihood(const char *text)
{
	static const char *const words[] = { "likely",         "unlikely",
					     "probable",       "probably",
					     "improbable",     "possible",
					     "possibly",       "almost certain",
					     "nearly certain", "remote chance",
					     "even chance",    "even odds",
					     "no chance",      NULL };
	for (const char *const *w = words; *w; w++)
		if (holds_word(text, *w))
			return true;
	return false;
}

static void check_words(struct checking *k, const char *place, const char *text)
{
	if (text && (holds_word(text, "confidence") || holds_word(text, "confident")) && holds_likelihood(text))
		found(k, RULE_MIXED, place,
		      "A likelihood and a confidence stand in one sentence: say how likely it is in one, and how good "
		      "the basis is in the next.");
}

// --- what stands in the values ---

static bool certain(const struct value *v)
{
	if (v->kind == VALUE_NUMBER || v->kind == VALUE_EXACT)
		return v->lo <= 0 || v->lo >= 1;
	for (each (o, &v->by))
		if (certain(&o->value))
			return true;
	return false;
}

static void check_rows(struct checking *k, const struct cells *t, const char *place)
{
	size_t n = 0;
	for (each (row, &t->rows))
		n += certain(&row->is);
	if (n)
		found(k, RULE_CERTAINTY, place,
		      arena_printf(
			  k->arena,
			  "%s exactly 0 or 1, which no evidence can move: enter a word, a range or a number inside.",
			  n == 1 ? "A value is" : arena_printf(k->arena, "%zu values are", n)));
}

// --- questions ---

// Origins that support the leader, and whether any fact weighs against it.
static void check_support(struct checking *k, const struct question_result *r, const char *place)
{
	size_t support = 0, against = 0;
	for (each (part, &r->contributions))
		support += part->decibans > 0.05;
	for (each (gone, &r->without[REMOVAL_FACT]))
		against += gone->decibans > 0.05;
	if (support == 1)
		found(k, RULE_SINGLE_ORIGIN, place,
		      "One origin alone supports the answer: find a second that does not draw on the first, or say so "
		      "in the answer.");
	if (!against)
		found(k, RULE_NO_CONTRARY, place,
		      "No reported fact speaks against the leading answer: ask what would be seen if it were wrong, "
		      "and look for that.");
	if (r->confidence.inputs.withheld >= 0.8)
		found(k, RULE_WITHHELD, place,
		      arena_printf(k->arena,
				   "%.0f %% of the weight behind the answer rests on what nobody outside can inspect: "
				   "look for an origin that is open.",
				   r->confidence.inputs.withheld * 100));
}

static void check_result(struct checking *k, const struct question_result *r, const char *place)
{
	double p = r->hyps[r->lead].p;
	if (r->prior_alone)
		found(k, RULE_PRIOR_ALONE, place,
		      "No counted report reaches this question: the answer is the prior. Give its reason, or find a "
		      "fact that bears on it.");
	else
		check_support(k, r, place);
	for (const struct band *b = scale_bands + 1; b->word; b++)
		if (fabs(p - b->lo) <= 0.005)
			found(k, RULE_EDGE, place,
			      arena_printf(k->arena,
					   "The answer stands within half a point of the edge between two words (%.0f "
					   "%%): name both in the text.",
					   b->lo * 100));
}

static void check_question(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	const char *place = arena_printf(k->arena, "questions.%s", ask->id);
	size_t own = 0;
	for (each (h, &ask->hyps))
		own += !h->added;
	if (own < 2)
		found(k, RULE_ONE_HYPOTHESIS, place,
		      "Only one answer is entered: enter at least one other that the evidence could favour.");
	check_words(k, arena_printf(k->arena, "%s.ask", place), ask->ask);
	check_words(k, arena_printf(k->arena, "%s.confidence.because", place), ask->confidence_because);
	for (each (h, &ask->hyps)) {
		check_rows(k, &h->prior, arena_printf(k->arena, "%s.prior.%s", place, h->id));
		check_words(k, arena_printf(k->arena, "%s.hypotheses.%s.say", place, h->id), h->say);
	}
	if (k->w)
		check_result(k, &k->w->questions[q], place);
}

// --- facts ---

enum { COMBINATIONS_MOST = 4096 };

// The next combination of states of the parents; false after the last.
static bool advance(const struct the_case *c, const struct refs *about, size_t *state)
{
	for (size_t i = about->n; i-- > 0;) {
		size_t v = (size_t)about->at[i].at;
		if (++state[v] < case_states(c, v))
			return true;
		state[v] = 0;
	}
	return false;
}

static bool at_added(const struct the_case *c, const struct refs *about, const size_t *state)
{
	for (each (r, about)) {
		size_t v = (size_t)r->at;
		if (v < c->questions.n && c->questions.at[v].hyps.at[state[v]].added)
			return true;
	}
	return false;
}

static void check_unrated(struct checking *k, const struct fact *f)
{
	size_t *state = arena_array(k->arena, size_t, case_variables(k->c) + 1), n = 0, tried = 0;
	struct buf b = buf_in(k->arena);
	do {
		if (at_added(k->c, &f->about, state) || case_pick(&f->cells, state) >= 0)
			continue;
		if (n++ >= 3)
			continue;
		buf_text(&b, n == 1 ? "" : "; ");
		for (each (r, &f->about))
			buf_printf(&b, "%s%s", r == f->about.at ? "" : ", ",
				   case_state_name(k->c, (size_t)r->at, state[r->at]));
	} while (++tried < COMBINATIONS_MOST && advance(k->c, &f->about, state));
	if (n)
		found(k, RULE_UNRATED, arena_printf(k->arena, "facts.%s.if", f->id),
		      arena_printf(
			  k->arena,
			  "Not rated for %s%s: it stands in the middle of the others there. Rate it, or say why not.",
			  buf_str(&b), n > 3 ? arena_printf(k->arena, " and %zu more", n - 3) : ""));
}

static void check_fact(struct checking *k, const struct fact *f, bool reported)
{
	const char *place = arena_printf(k->arena, "facts.%s", f->id);
	check_words(k, arena_printf(k->arena, "%s.say", place), f->say);
	check_rows(k, &f->cells, arena_printf(k->arena, "%s.if", place));
	check_unrated(k, f);
	if (!reported)
		found(k, RULE_UNREPORTED, place, "No report says whether it holds: look for one, or list it as a gap.");
}

static void check_facts(struct checking *k)
{
	bool *reported = arena_array(k->arena, bool, k->c->facts.n + 1);
	for (each (r, &k->c->reports))
		reported[r->fact.at] = true;
	for (size_t f = 0; f < k->c->facts.n; f++)
		check_fact(k, &k->c->facts.at[f], reported[f]);
}

// --- sources and reports ---

static void check_grades(struct checking *k)
{
	for (each (g, &k->c->grades))
		if (certain(&g->value))
			found(k, RULE_CERTAINTY, arena_printf(k->arena, "grades.%s", g->letter),
			      "It stands for exactly 0 or 1, so its sources are never or always sound, whatever they "
			      "say: enter a range.");
}

static void check_sources(struct checking *k)
{
	size_t *through = arena_array(k->arena, size_t, k->c->sources.n + 1), n = 0;
	for (size_t i = 0; i < k->c->reports.n; i++) {
		if (k->w && !k->w->reports[i].live)
			continue;
		n++;
		for (each (v, &k->c->reports.at[i].via))
			through[v->at]++;
	}
	for (size_t s = 0; s < k->c->sources.n; s++) {
		const char *place = arena_printf(k->arena, "sources.%s", k->c->sources.at[s].id);
		if (!k->c->sources.at[s].reliability)
			found(k, RULE_UNGRADED, arena_printf(k->arena, "%s.reliability", place),
			      "Not graded, so it counts as F, which cannot be judged: grade it A to F from its record "
			      "and access.");
		if (n > 2 && through[s] >= 2 && through[s] * 2 >= n)
			found(k, RULE_ONE_RELAY, place,
			      arena_printf(k->arena,
					   "%zu of %zu reports reach us through it: where it errs, they err together. "
					   "Find another way to one of them.",
					   through[s], n));
	}
}

static void check_report(struct checking *k, size_t at)
{
	const struct report *r = &k->c->reports.at[at];
	if (k->w && k->w->reports[at].changed_story)
		found(k, RULE_CHANGED_STORY, arena_printf(k->arena, "reports.%s", r->id),
		      "Its origin said the opposite before: only the last position counts. Say in the text that the "
		      "story changed.");
	if (!date_known(r->published))
		found(k, RULE_UNDATED, arena_printf(k->arena, "reports.%s.published", r->id),
		      "It has no date, so it counts as the latest: find its day, month or year.");
	if (certain(&r->holds))
		found(k, RULE_CERTAINTY, arena_printf(k->arena, "reports.%s.holds", r->id),
		      "It is held with exactly 0 or 1: enter yes, no or a word.");
}

static bool has_hypothesis(const struct question *q, const char *id)
{
	bool found = !id;
	for (each (h, &q->hyps))
		found |= id && !strcmp(h->id, id);
	return found;
}

static void check_judgement(struct checking *k, const struct judgement *j)
{
	const char *place = arena_printf(k->arena, "judgements.%s", j->id ? j->id : "?");
	int q = j->question ? case_find_question(k->c, j->question) : 0;
	if (q < 0)
		found(k, RULE_LOST, place,
		      arena_printf(k->arena,
				   "It is about %s, which is not a question, so the report cannot show it beside an "
				   "answer: name the question it is about.",
				   j->question));
	else if (k->c->questions.n && !has_hypothesis(&k->c->questions.at[q], j->hypothesis))
		found(k, RULE_LOST, place,
		      arena_printf(k->arena,
				   "It concludes %s, which is not a hypothesis of %s, so the report cannot say so: "
				   "name the one it concludes, or add it.",
				   j->hypothesis, k->c->questions.at[q].id));
}

void check_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct check_findings *out)
{
	struct checking k = { a, c, w, out };
	for (each (s, &c->assumptions))
		check_words(&k, arena_printf(a, "assumptions.%s.say", s->id), s->say);
	for (size_t q = 0; q < c->questions.n; q++)
		check_question(&k, q);
	check_facts(&k);
	check_grades(&k);
	check_sources(&k);
	for (size_t r = 0; r < c->reports.n; r++)
		check_report(&k, r);
	for (each (j, &c->judgements))
		check_judgement(&k, j);
}

struct node *check_write(struct arena *a, const struct check_findings *found)
{
	struct node *list = node_list(a);
	for (each (f, &found->list)) {
		struct node *n = node_add(list, node_map(a));
		node_put_text(a, n, "rule", f->rule);
		node_put_text(a, n, "place", f->place);
		node_put_text(a, n, "text", f->text);
		node_put_text(a, n, "standard", f->standard);
		node_put_bool(a, n, "grave", f->grave);
	}
	return list;
}

void check_put(struct arena *a, const struct check_findings *found, struct node *map)
{
	struct node *list = node_put_list(a, map, "findings");
	for (each (f, &found->list))
		node_add(list, node_text(a, arena_printf(a, "%s: %s", f->place, f->text)));
}
