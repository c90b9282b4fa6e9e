// bench-what-if [THREADS]: how long a case takes to be weighed again when one rating has moved; CSV. The case is made
// here: 200 reports, 60 facts, 40 sources and 3 questions; a source reports on facts near one another, as sources do.
// "first" compiles; "again" is the median over all ratings of one fact after another: the rating is set, the case
// settled, and weighed: with everything but draws and sets of two or three origins, with these too, with 10,000 draws
// instead.
#include "base/par.h"
#include "base/stats.h"
#include "case/format.h"
#include "case/place.h"
#include "case/yaml.h"
#include "dice.h"
#include "weigh/weigh.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { REPORTS = 200, FACTS = 60, SOURCES = 40, SILENT = 3, RUNS = 120, DRAWS = 10000 };

static const struct {
	const char *id, *given;
	unsigned hypotheses;
} questions[] = { { "who", NULL, 5 }, { "ordered", "who", 2 }, { "why", "who", 3 } };

static const char *const words[] = { "very unlikely", "unlikely", "roughly even chance", "likely", "very likely" };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void put_questions(struct buf *b, struct dice *d)
{
	buf_text(b, "hearsay: 1\ntitle: A bench\nquestions:\n");
	for (size_t q = 0; q < 3; q++) {
		buf_printf(b, "  - id: %s\n", questions[q].id);
		if (questions[q].given)
			buf_printf(b, "    given: [%s]\n", questions[q].given);
		buf_text(b, "    hypotheses:\n");
		for (unsigned h = 0; h < questions[q].hypotheses; h++)
			buf_printf(b, "      - {id: %s%u, prior: 0.%u}\n", questions[q].id, h,
				   1 + (unsigned)dice_below(d, 4));
	}
}

// A fact about one question, rated for each of its hypotheses.
static void put_fact(struct buf *b, struct dice *d, size_t fact)
{
	size_t q = dice_below(d, 5) < 3 ? 0 : 1 + dice_below(d, 2);
	buf_printf(b, "  - {id: f%zu, about: [%s], if: {", fact, questions[q].id);
	for (unsigned h = 0; h < questions[q].hypotheses; h++)
		buf_printf(b, "%s%s%u: %s", h ? ", " : "", questions[q].id, h, words[dice_below(d, 5)]);
	buf_text(b, "}}\n");
}

static void put_report(struct buf *b, struct dice *d, size_t report)
{
	size_t source = dice_below(d, SOURCES), fact = source * FACTS / SOURCES + dice_below(d, 3);
	fact = fact < FACTS - SILENT ? fact : FACTS - SILENT - 1;
	buf_printf(b, "  - {id: r%zu, fact: f%zu, holds: %s, published: 2024-%02zu-%02zu", report, fact,
		   dice_below(d, 2) ? "yes" : "no", 1 + report % 12, 1 + report % 28);
	if (dice_below(d, 5))
		buf_printf(b, ", from: s%zu", source);
	if (!dice_below(d, 5))
		buf_printf(b, ", via: [s%zu]", source ? source - 1 : 1);
	buf_text(b, "}\n");
}

static const char *make_case(struct arena *a)
{
	struct buf b = buf_in(a);
	struct dice d = { 1 };
	put_questions(&b, &d);
	buf_text(&b, "facts:\n");
	for (size_t f = 0; f < FACTS; f++)
		put_fact(&b, &d, f);
	buf_text(&b, "sources:\n");
	for (size_t s = 0; s < SOURCES; s++)
		buf_printf(&b, "  - {id: s%zu, name: S%zu, reliability: %c}\n", s, s, "ABCDEF"[dice_below(&d, 6)]);
	buf_text(&b, "reports:\n");
	for (size_t r = 0; r < REPORTS; r++)
		put_report(&b, &d, r);
	return buf_str(&b);
}

static _Noreturn void fail(const struct err *e)
{
	fprintf(stderr, "bench-what-if: %s\n", e->text);
	exit(1);
}

// Seconds of one weighing after a rating was set.
static double weigh_again(struct the_case *c, struct arena *a, struct weigh_options o, size_t run)
{
	struct arena scratch = { 0 };
	struct assessment out;
	struct err e;
	const struct cells *cells = &c->facts.at[run % FACTS].cells;
	const char *state = cells->rows.at[run % cells->rows.n].when.at[0].state.id;
	const char *place = arena_printf(a, "facts.f%zu.if.%s", run % FACTS, state);
	double start = now();
	if (place_set(a, c, place, words[run % 5], &e) || case_settle(a, c, &e) ||
	    weigh_case(&scratch, c, &o, &out, &e))
		fail(&e);
	double took = now() - start;
	arena_free(&scratch);
	return took;
}

static void measure(struct the_case *c, struct arena *a, const char *what, size_t runs, struct weigh_options o)
{
	struct product_cache cache = { 0 };
	o.seed = 1;
	o.cache = &cache;
	double *took = arena_array(a, double, runs);
	printf("%s,first,%zu,%.6f\n", what, par_count(), weigh_again(c, a, o, 0));
	for (size_t i = 0; i < runs; i++)
		took[i] = weigh_again(c, a, o, i);
	stats_sort(took, runs);
	printf("%s,again,%zu,%.6f\n", what, par_count(), took[runs / 2]);
	product_forget(&cache);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct the_case c = { 0 };
	struct node *n;
	struct err e;
	if (argc > 1)
		par_threads(strtoul(argv[1], NULL, 10));
	if (yaml_read(&a, slice_of(make_case(&a)), &n, &e) || format_read_case(&a, n, NULL, &c, &e))
		fail(&e);
	printf("what,run,threads,seconds\n");
	measure(&c, &a, "without draws", RUNS, (struct weigh_options){ .most_sets = 1 });
	measure(&c, &a, "with sets of origins", RUNS, (struct weigh_options){ 0 });
	measure(&c, &a, "with 10000 draws", RUNS / 10, (struct weigh_options){ .draws = DRAWS, .most_sets = 1 });
	arena_free(&a);
	return 0;
}
