// How answers did, in words.
#include "write/write.h"

#include "base/buf.h"
#include "case/json.h"
#include "case/scale.h"
#include "write/calibration.h"
#include "write/number.h"

#include <math.h>
#include <string.h>

static const char *bits(struct arena *a, double x)
{
	return isfinite(x) ? arena_printf(a, "%.2f", x) : "infinite";
}

// The program's own answers, question by question; those of others stand in the JSON.
static void print_answers(struct buf *out, const struct scores *s)
{
	buf_printf(out, "%-20s %-16s %-20s %8s  %6s  %8s\n", "case", "question", "came true", "said", "Brier", "bits");
	for (each (x, &s->answers))
		if (s->answerers.at[x->answerer].kind == SCORE_PROGRAM)
			buf_printf(out, "%-20s %-16s %-20s %6s %%  %6.3f  %8s%s\n", x->case_name, x->question,
				   x->outcome, number_tenths(out->arena, x->p), x->brier, bits(out->arena, x->bits),
				   x->right ? "" : "  another led");
}

static void print_answerers(struct buf *out, const struct scores *s)
{
	buf_printf(out, "\n%-20s %9s  %12s  %6s  %8s\n", "who", "questions", "leader right", "Brier", "bits");
	for (each (x, &s->answerers)) {
		double n = (double)x->questions;
		buf_printf(out, "%-20s %9zu  %12zu  %6.3f  %8s\n", score_who(x), x->questions, x->right, x->brier / n,
			   bits(out->arena, x->impossible ? INFINITY : x->bits / n));
	}
	buf_text(
	    out,
	    "Brier: 0 at best, 2 at worst. Bits: how surprised; 0 at best, 1 where what came true had one half.\n");
	for (each (x, &s->answerers))
		if (x->impossible)
			buf_printf(
			    out,
			    "%s gave what came true no chance at all in %s: no number makes good for that, so its "
			    "log score is infinite.\n",
			    score_who(x), number_of(out->arena, x->impossible, "question"));
}

static void print_calibration(struct buf *out, const struct score_answerer *x)
{
	buf_printf(out, "\n%s: every answer of every question, by the word for it\n", score_who(x));
	for (int i = 0; i < SCORE_BINS; i++) {
		const struct score_bin *b = &x->bins[i];
		if (b->n)
			buf_printf(out, "  %-20s said %5s %% in the mean, came true %zu of %zu\n", scale_bands[i].word,
				   number_tenths(out->arena, b->said / (double)b->n), b->came, b->n);
	}
}

static void print_sources(struct buf *out, const struct scores *s)
{
	if (s->sources.n)
		buf_printf(out, "\n%-32s %5s  %14s  %6s\n", "source", "grade", "facts right", "Brier");
	for (each (x, &s->sources))
		buf_printf(out, "%-32s %5s  %14s  %6.3f\n", x->name, x->grade ? x->grade : "none",
			   arena_printf(out->arena, "%zu of %zu", x->right, x->facts), x->brier / (double)x->facts);
}

static void print(struct buf *out, const struct scores *s)
{
	if (s->answers.n) {
		print_answers(out, s);
		print_answerers(out, s);
		for (each (x, &s->answerers))
			if (x->kind != SCORE_PRIOR)
				print_calibration(out, x);
	}
	print_sources(out, s);
}

bool write_scores(struct buf *out, const char *format, const struct scores *s)
{
	if (!strcmp(format, "json"))
		json_write_pretty(out, score_write(out->arena, s));
	else if (!strcmp(format, "svg"))
		calibration_svg(out, s);
	else if (!strcmp(format, "text"))
		print(out, s);
	else
		return false;
	return true;
}
