// The scores of the classic programs: small matrices with scores by hand, what other programs do and ours do not, and
// the published numbers of the development data.
#include "weigh/ach.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "case/scale.h"
#include "case/stix_scale.h"
#include "case/yaml.h"
#include "weigh/weight.h"
#include "test/published.h"
#include "test/tap.h"

static struct arena arena;

#define II MATRIX_II
#define I MATRIX_I
#define N MATRIX_N
#define C MATRIX_C
#define CC MATRIX_CC
#define NA MATRIX_NA
#define BLANK MATRIX_BLANK

#define CELL(...)                                                                                                      \
	((struct ach_cell){ (enum matrix_rating[]){ __VA_ARGS__ },                                                     \
			    sizeof((enum matrix_rating[]){ __VA_ARGS__ }) / sizeof(enum matrix_rating) })

// A matrix of numbers from letters, row by row.
static struct matrix matrix_of_letters(const enum matrix_rating *letters, size_t items, size_t hypotheses)
{
	struct matrix m = { 0 };
	for (size_t h = 0; h < hypotheses; h++)
		list_push(&arena, &m.hypotheses,
			  ((struct matrix_hypothesis){ arena_printf(&arena, "h%zu", h + 1), NULL }));
	for (size_t i = 0; i < items; i++) {
		struct matrix_item *x = list_add(&arena, &m.items);
		x->id = arena_printf(&arena, "e%zu", i + 1);
		x->cells = arena_array(&arena, struct matrix_cell, hypotheses);
		for (size_t h = 0; h < hypotheses; h++)
			x->cells[h].rating = letters[i * hypotheses + h];
	}
	return m;
}

static struct ranking score(enum ranking_method method, const struct matrix *m)
{
	struct ranking s = { .method = method, .m = *m };
	ach_score(&arena, &s, m, 1);
	return s;
}

static void ranks_are(const struct ranking *s, const size_t *want, const char *name)
{
	bool same = true;
	for (size_t h = 0; h < s->m.hypotheses.n; h++)
		same &= s->hyps[h].rank == want[h];
	if (!ok(same, "%s", name))
		for (size_t h = 0; h < s->m.hypotheses.n; h++)
			printf("# %zu: rank %zu, want %zu\n", h, s->hyps[h].rank, want[h]);
}

// --- by hand ---

static const enum matrix_rating tokyo[] = { I, N, I, I, C, I, I, I, N, N, C, I, C, C, C, C };
static const enum matrix_rating iraq[] = { C, C, C, C, C, I, C, C, I, I, C, C, I, C, C, I, C, C };

static void by_hand(void)
{
	struct matrix m = matrix_of_letters(tokyo, 4, 4);
	struct ranking s = score(SCORES_parc, &m);
	is_near(s.hyps[2].keys[0], 2, 0, "two inconsistent items of medium weight are -2");
	ranks_are(&s, (size_t[]){ 1, 1, 3, 4 }, "a tie at the top is a tie");
	is_text(ranking_print(&arena, SCORES_parc, &s.hyps[3]), "-3.00", "and the worst is printed below 0");
	is_int(s.order[3], 3, "what is consistent with all is the least diagnostic");
	is_near(s.diagnosticity[3], 0, 0, "and has none");
	m.items.at[0].credibility = MATRIX_LOW;
	m.items.at[0].relevance = MATRIX_HIGH;
	s = score(SCORES_parc, &m);
	is_near(s.hyps[0].keys[0], 1, 1e-12, "low times high is one");
	m.items.at[0].relevance = MATRIX_LOW;
	s = score(SCORES_parc, &m);
	is_near(s.hyps[0].keys[0], 0.5, 1e-12, "low times low is a half");
	m = matrix_of_letters(iraq, 6, 3);
	s = score(SCORES_heuer, &m);
	ranks_are(&s, (size_t[]){ 3, 1, 2 }, "Heuer's count orders as his book does");
	is_near(s.hyps[0].keys[0], 3, 0, "by three");
	s = score(SCORES_shattered, &m);
	ranks_are(&s, (size_t[]){ 3, 1, 2 }, "the count of SHATTERED does too");
	is_near(s.hyps[1].keys[1], -1, 1e-12, "and the mean of six times consistent is 1");
}

static void open_ties(void)
{
	// One item each: as inconsistent, more consistent; then the share not applicable; then not rated.
	static const enum matrix_rating letters[] = { C, CC, CC, N, N, NA, C, C, C, C, BLANK, N };
	struct matrix m = matrix_of_letters(letters, 2, 6);
	struct ranking s = score(SCORES_open_synthesis, &m);
	ranks_are(&s, (size_t[]){ 3, 1, 1, 4, 5, 6 }, "Open Synthesis: ties by consistency, then N/A, then not rated");
}

// --- defects of others ---

static void not_shared(void)
{
	static const enum matrix_rating hostile[] = { II, II, II, C, I, I };
	struct matrix m = matrix_of_letters(hostile, 2, 3);
	struct ranking s = score(SCORES_burton, &m);
	is_int(s.order[0], 1, "what speaks hard against all is not the most diagnostic item (Burton)");
	is_near(s.diagnosticity[0], 0, 0, "it separates nothing");

	for (int method = 0; method < SCORES_METHODS; method++) {
		s = score((enum ranking_method)method, &m);
		ok(s.hyps[0].rank == 1 && s.hyps[1].rank == 2 && ach_compare(&s.hyps[0], &s.hyps[1]) < 0,
		   "%s puts the likeliest first, however it is asked (Burton's views do not)",
		   ranking_name(&arena, (enum ranking_method)method));
	}

	// The group's score is the pooled matrix's: twice the people are not twice the inconsistency.
	struct matrix team[] = { m, m, m, m };
	struct ranking all = { .method = SCORES_burton, .m = m };
	ach_score(&arena, &all, team, 4);
	s = score(SCORES_burton, &m);
	is_near(all.hyps[1].keys[0], s.hyps[1].keys[0], 0, "a group's score does not grow with the group (Burton)");
	all = (struct ranking){ .method = SCORES_burton, .m = m };
	struct matrix other = matrix_of_letters((enum matrix_rating[]){ II, II, II, I, CC, CC }, 2, 3);
	ach_score(&arena, &all, (struct matrix[]){ m, other }, 2);
	ok(all.votes.n == 3 && all.votes.at[0].agreement == SCORES_STRONG &&
	       all.votes.at[1].agreement == SCORES_EXTREME,
	   "how far people agree is told cell by cell, of all of them");

	is_int(ach_open_consensus(CELL(I, N)), N, "a half below N goes towards N (Open Synthesis goes to even)");
	is_int(ach_open_consensus(CELL(N, C)), N, "and so does a half above");
	is_int(ach_open_consensus(CELL(C, CC)), C, "4.5 is C");
	is_int(ach_open_consensus(CELL(II, I)), I, "1.5 is I");

	// Unsure items weigh less; they do not pull towards the middle.
	enum matrix_rating unsure[] = { CC, CC };
	struct matrix_item weak[] = { { .credibility = MATRIX_LOW }, { .credibility = MATRIX_LOW } };
	is_near(ach_shattered(unsure, weak, 2), 2, 1e-12,
		"unsure items alone mean what they say (SHATTERED pulls to 50)");
	struct matrix_item mixed[] = { { .credibility = MATRIX_LOW }, { .credibility = MATRIX_HIGH } };
	enum matrix_rating split[] = { II, CC };
	is_near(ach_shattered(split, mixed, 2), 2.0 / 3, 1e-12, "beside a sure one they count for less");

	ok(ach_parc_weight(MATRIX_HIGH) > ach_parc_weight(MATRIX_MEDIUM) &&
	       ach_parc_weight(MATRIX_MEDIUM) > ach_parc_weight(MATRIX_LOW) && ach_parc_weight(MATRIX_LOW) < 1,
	   "the better item weighs more, and a poor one less than one of which nothing is said (researchtoolspy)");

	static const enum matrix_rating blank[] = { I, BLANK, NA, II, BLANK, BLANK };
	m = matrix_of_letters(blank, 2, 3);
	for (int method = 0; method < SCORES_METHODS; method++) {
		s = score((enum ranking_method)method, &m);
		ok(s.hyps[0].rank == 1 && !s.hyps[1].rank && !s.hyps[2].rank,
		   "%s does not let a hypothesis lead that nobody rated",
		   ranking_name(&arena, (enum ranking_method)method));
	}
	is_near(ach_open_inconsistency((struct ach_cell[]){ CELL(BLANK), CELL(I) }, 2), 1, 0,
		"a cell without a rating has none, not that of the cell before (Burton's importer)");
}

// --- the development data ---

static const struct node *get(const struct node *n, const char *key)
{
	return node_get(n, key);
}

static enum matrix_rating letter_of(const struct node *n)
{
	static const struct {
		const char *word;
		enum matrix_rating r;
	} words[] = { { "VI", MATRIX_II }, { "II", MATRIX_II }, { "I", MATRIX_I },   { "N", MATRIX_N },
		      { "C", MATRIX_C },   { "VC", MATRIX_CC }, { "CC", MATRIX_CC }, { "NA", MATRIX_NA } };
	if (n->kind == NODE_NUMBER)
		return n->number == 0 ? MATRIX_NA : (enum matrix_rating)(MATRIX_II + (int)n->number - 1);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(n->text, words[i].word))
			return words[i].r;
	fprintf(stderr, "no letter %s\n", n->text);
	abort();
}

static struct ach_cell votes_of(const struct node *list)
{
	enum matrix_rating *votes = arena_array(&arena, enum matrix_rating, list->n + 1);
	size_t n = 0;
	for (node_each (x, list))
		votes[n++] = letter_of(x);
	return (struct ach_cell){ votes, n };
}

static enum matrix_level level_of(const char *text)
{
	return !text ? MATRIX_UNSAID : *text == 'L' ? MATRIX_LOW : *text == 'H' ? MATRIX_HIGH : MATRIX_MEDIUM;
}

static void published_matrix(const struct node *x)
{
	const struct node *evidence = get(x, "evidence"), *want = get(x, "expect");
	size_t hyps = get(x, "hypotheses")->n, h = 0;
	bool parc = !strcmp(node_get_text(x, "formula"), "parc_weighted_inconsistency");
	enum matrix_rating *letters = arena_array(&arena, enum matrix_rating, evidence->n * hyps), *at = letters;
	for (node_each (e, evidence))
		for (node_each (r, get(e, "ratings")))
			*at++ = letter_of(r);
	struct matrix m = matrix_of_letters(letters, evidence->n, hyps);
	for (node_each (e, evidence)) {
		m.items.at[h].credibility = level_of(node_get_text(e, "credibility"));
		m.items.at[h++].relevance = level_of(node_get_text(e, "relevance"));
	}
	struct ranking s = score(parc ? SCORES_parc : SCORES_heuer, &m);
	h = 0;
	for (node_each (w, want)) {
		is_near(parc ? -s.hyps[h].keys[0] : s.hyps[h].keys[0], w->number, 1e-9, "%s: hypothesis %zu",
			node_get_text(x, "id"), h + 1);
		h++;
	}
}

static void published_burton(const struct node *c)
{
	enum matrix_rating cells[16];
	double weights[16];
	size_t n = 0;
	for (node_each (cell, get(c, "cells"))) {
		cells[n] = letter_of(cell->first);
		weights[n++] = cell->last->number;
	}
	is_near(ach_burton(cells, weights, n), node_get_number(c, "expect", -1), 0, "Burton's score");
}

static void published_agreement(const struct node *c)
{
	enum ranking_agreement a;
	double spread = ach_burton_spread(votes_of(get(c, "ratings")), &a);
	is_near(spread, node_get_number(c, "stdev", -1), 1e-9, "Burton's spread");
	is_int(a, node_get_number(c, "expect", -1), "and what it is called");
}

// Where a mean falls between two letters the source rounds it to even, and ours does not.
static void published_consensus(struct ach_cell cell, double want)
{
	double sum = 0, n = 0;
	for (size_t i = 0; i < cell.n; i++)
		if (cell.votes[i] >= MATRIX_II)
			sum += 1 + (double)(cell.votes[i] - MATRIX_II), n++;
	double mean = n > 0 ? sum / n : 0, ours = mean == 2.5 || mean == 3.5 ? 3 : want;
	enum matrix_rating r = ach_open_consensus(cell);
	is_near(r == MATRIX_NA ? 0 : 1 + (double)(r - MATRIX_II), ours, 0, "consensus of a mean of %g", mean);
}

static void published_open(const struct node *c)
{
	const char *fn = node_get_text(c, "fn");
	double want = node_get_number(c, "expect", -1), got = 0;
	struct ach_cell cells[16];
	size_t n = 0;
	for (node_each (cell, get(c, "cells")))
		cells[n++] = votes_of(cell);
	if (!strcmp(fn, "consensus")) {
		published_consensus(votes_of(get(c, "votes")), want);
		return;
	}
	if (!strcmp(fn, "inconsistency"))
		got = ach_open_inconsistency(cells, n);
	else if (!strcmp(fn, "consistency"))
		got = ach_open_consistency(cells, n);
	else if (!strcmp(fn, "diagnosticity"))
		got = ach_open_diagnosticity(cells, n);
	else if (!strcmp(fn, "disagreement"))
		got = ach_open_disagreement(votes_of(get(c, "votes")));
	is_near(got, want, 1e-6, "Open Synthesis: %s", fn);
}

static void published_entropy(const struct node *c)
{
	double p[16];
	size_t n = 0;
	for (node_each (x, get(c, "dist")))
		p[n++] = x->number;
	is_near(weight_entropy(p, n), node_get_number(c, "expect", -1), node_get_number(c, "tol", 0),
		"weight of evidence as entropy");
}

static void published_term(const struct node *c)
{
	char want[64];
	snprintf(want, sizeof want, "%s", node_get_text(c, "expect"));
	for (char *at = want; *at; at++)
		*at = *at == '-' ? ' ' : *at;
	is_text(scale_say(node_get_number(c, "p", -1)), want, "the term of %g", node_get_number(c, "p", -1));
}

static void published_stix(const struct node *c)
{
	const char *name = node_get_text(c, "scale");
	enum stix_scale s = *name == 'a' ? STIX_SCALE_ADMIRALTY : *name == 'l' ? STIX_SCALE_LMH : STIX_SCALE_DNI;
	is_text(stix_scale_word(s, (int)node_get_number(c, "value", -1)), node_get_text(c, "expect"), "STIX: %s", name);
}

static const struct {
	const char *formula;
	void (*check)(const struct node *c);
} formulas[] = { { "burton_score", published_burton }, { "burton_consensus", published_agreement },
		 { "open_synthesis", published_open }, { "entropy_weight", published_entropy },
		 { "icd203_term", published_term },    { "stix_confidence", published_stix } };

static void published(void)
{
	struct node *list = published_cases(&arena, "published scores");
	if (!list)
		return;
	for (node_each (x, list)) {
		const char *formula = node_get_text(x, "formula");
		if (!strcmp(node_get_text(x, "kind"), "ach"))
			published_matrix(x);
		for (size_t i = 0; formula && i < sizeof formulas / sizeof *formulas; i++)
			if (!strcmp(formula, formulas[i].formula))
				for (node_each (c, get(x, "cases")))
					formulas[i].check(c);
	}
}

static void scales(void)
{
	is_int(stix_scale_confidence(STIX_SCALE_ADMIRALTY, "1"), 90, "Admiralty 1 is 90 in STIX");
	is_int(stix_scale_confidence(STIX_SCALE_ADMIRALTY, "6"), -1, "Admiralty 6 has no number: neither 0 nor 50");
	is_int(stix_scale_confidence(STIX_SCALE_DNI, "Unlikely / Improbable"), 30,
	       "unlikely is 30, as the code has it");
	ok(!stix_scale_word(STIX_SCALE_DNI, 101) && !stix_scale_word(STIX_SCALE_DNI, -1), "outside there is no word");
	is_text(stix_scale_word(STIX_SCALE_LMH, 0), "None", "nothing is none");
	is_near(weight_entropy((double[]){ 0.5, 0.5 }, 2), 0, 1e-15, "an even answer has no weight");
	is_near(weight_entropy((double[]){ 1, 0, 0 }, 3), 1, 0, "a certain one has all of it");
}

int main(void)
{
	by_hand();
	open_ties();
	not_shared();
	scales();
	published();
	arena_free(&arena);
	return done();
}
