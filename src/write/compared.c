// Two assessments beside each other, in words: what moved, and what each change did to it.
#include "write/write.h"

#include "base/buf.h"
#include "case/json.h"
#include "write/number.h"

#include <math.h>
#include <string.h>

static const char *percent(struct arena *a, double p)
{
	return p < 0 ? "none" : arena_printf(a, "%s %%", number_tenths(a, p));
}

static void print_hypothesis(struct buf *out, const struct comparison_question *q,
			     const struct comparison_hypothesis *h)
{
	struct arena *a = out->arena;
	const char *word = h->is < 0                          ? "gone"
			   : h->was < 0                       ? arena_printf(a, "new, %s", h->is_word)
			   : !strcmp(h->was_word, h->is_word) ? h->is_word
							      : arena_printf(a, "%s -> %s", h->was_word, h->is_word);
	buf_printf(out, "%s %-24s %8s -> %-8s  %s\n", q->is_lead && !strcmp(h->id, q->is_lead) ? " >" : "  ", h->id,
		   percent(a, h->was), percent(a, h->is), word);
	if (h->was >= 0 && h->is >= 0)
		buf_printf(out, "   %-24s %8s -> %s\n", "", number_interval(a, h->was_lo, h->was_hi),
			   number_interval(a, h->is_lo, h->is_hi));
}

static void print_confidence(struct buf *out, const struct comparison_question *q)
{
	const struct comparison_confidence *was = &q->was, *is = &q->is;
	if (!was->level || !is->level)
		return;
	bool same = !strcmp(was->level, is->level);
	buf_printf(out, "  confidence: %s%s%s, %.0f -> %.0f points", was->level, same ? "" : " -> ",
		   same ? "" : is->level, was->sum, is->sum);
	for (size_t i = 0; i < q->points.n; i++)
		buf_printf(out, "%s%s %.0f -> %.0f", i ? ", " : " (", q->points.at[i].name, q->points.at[i].was,
			   q->points.at[i].is);
	buf_text(out, q->points.n ? ")" : "");
	for (size_t i = 0; i < is->caps.n; i++)
		buf_printf(out, "%s%s", i ? ", " : "; capped by ", is->caps.at[i]);
	buf_char(out, '\n');
}

// Of many places that changed together the first are enough on a line; the JSON has them all.
static const char *few(struct arena *a, const char *place)
{
	enum { MOST = 72 };
	if (strlen(place) <= MOST)
		return place;
	const char *end = place + MOST;
	while (end > place && *end != ',')
		end--;
	return arena_printf(a, "%.*s, ...", (int)(end - place), place);
}

static void print_cause(struct buf *out, const struct comparison_cause *c)
{
	if (isnan(c->points))
		buf_printf(out, "    %15s", "");
	else
		buf_printf(out, "    %+6.1f points  ", c->points * 100);
	if (isfinite(c->decibans))
		buf_printf(out, "%6s dB  ", number_decibans(out->arena, c->decibans));
	else
		buf_printf(out, "%9s  ", "");
	buf_printf(out, "%s%s%s\n", few(out->arena, c->place), *c->place ? ": " : "", c->say);
}

static void print_causes(struct buf *out, const struct comparison *c, const struct comparison_question *q)
{
	size_t still = 0, moved = 0;
	if (c->basis == COMPARISON_ORIGINS && strcmp(q->was_lead, q->is_lead)) {
		buf_text(out,
			 "  Why is not known: the two lead with different answers, and each tells the weights of its "
			 "own. Give the cases.\n");
		return;
	}
	const struct comparison_hypothesis *lead = comparison_lead(q);
	if (!lead || lead->was < 0) {
		buf_printf(out, "  %s was no answer before, so nothing moved it\n", q->is_lead);
		return;
	}
	for (each (cause, &q->causes))
		moved += comparison_moves(cause);
	buf_printf(out, "  %s %s%s\n", moved ? "what moved" : "nothing moved", q->is_lead,
		   !moved                           ? ""
		   : c->basis == COMPARISON_WEIGHED ? ", change by change:"
						    : ", by origin:");
	for (each (cause, &q->causes))
		if (comparison_moves(cause))
			print_cause(out, cause);
		else
			still += *cause->place != 0;
	if (still && moved)
		buf_printf(out, "    %s moved it by nothing\n", number_of(out->arena, still, "other change"));
}

static void print_question(struct buf *out, const struct comparison *c, const struct comparison_question *q)
{
	buf_printf(out, "%s\n", q->ask ? q->ask : q->id);
	if (!q->there_before || !q->there_now)
		buf_printf(out, "  %s\n", q->there_now ? "a new question" : "the question is gone");
	for (each (h, &q->hyps))
		print_hypothesis(out, q, h);
	if (q->there_before && q->there_now) {
		if (strcmp(q->was_lead, q->is_lead))
			buf_printf(out, "  the leader changed: %s -> %s\n", q->was_lead, q->is_lead);
		print_confidence(out, q);
		print_causes(out, c, q);
	}
	buf_char(out, '\n');
}

bool write_comparison(struct buf *out, const char *format, const struct comparison *c)
{
	if (!strcmp(format, "json")) {
		json_write_pretty(out, comparison_write(out->arena, c));
		return true;
	}
	if (strcmp(format, "text") != 0)
		return false;
	for (each (q, &c->questions))
		print_question(out, c, q);
	buf_printf(out, "%s -> %s\n", c->was, c->is);
	return true;
}
