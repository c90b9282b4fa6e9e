// Rules of printing: whole percents, because nobody has more; one decimal near the edge of a word, so that the number
// and its word stand on the same side (45.5, 44.8, 4.9).
#include "write/number.h"
#include "base/buf.h"
#include "case/scale.h"

#include <math.h>
#include <string.h>

// Edges between words, and the two ends of the scale, in tenths of a percent.
static const int edges[] = { 10, 50, 200, 450, 550, 800, 950, 990 };
enum { EDGES = sizeof edges / sizeof *edges };

static bool near_edge(double p, int *edge)
{
	for (int i = 0; i < EDGES; i++)
		if (fabs(p * 1000 - edges[i]) <= 5 + 1e-9) {
			*edge = edges[i];
			return true;
		}
	return false;
}

bool number_on_edge(double p, double *edge)
{
	int at;
	if (!near_edge(p, &at) || at == 10 || at == 990)
		return false;
	*edge = at / 1000.0;
	return true;
}

const char *number_tenths(struct arena *a, double p)
{
	p = scale_snap(p);
	int edge, tenths = (int)lround(p * 1000);
	if (p > 0.99 && tenths == 990)
		tenths++; // rounding would carry it into the next word, and so below
	else if (near_edge(p, &edge) && edge != 990 && p * 1000 < edge && tenths >= edge)
		tenths = edge - 1;
	return arena_printf(a, "%d.%d", tenths / 10, tenths % 10);
}

const char *number_percent(struct arena *a, double p)
{
	p = scale_snap(p);
	if (p < 0.01)
		return "less than 1";
	if (p > 0.99)
		return "more than 99";
	int edge;
	return near_edge(p, &edge) ? number_tenths(a, p) : arena_printf(a, "%.0f", p * 100);
}

const char *number_interval(struct arena *a, double lo, double hi)
{
	const char *from = number_percent(a, lo), *to = number_percent(a, hi);
	if (!strcmp(from, to))
		return from;
	return arena_printf(a, lo < 0.01 || hi > 0.99 ? "%s to %s" : "%s-%s", from, to);
}

const char *number_band(struct arena *a, double p)
{
	p = scale_snap(p);
	if (p < 0.01)
		return "less than 1";
	if (p > 0.99)
		return "more than 99";
	const struct band *b = scale_of(p);
	return arena_printf(a, "%.0f-%.0f", b->lo * 100, b->hi * 100);
}

const char *number_word(double p)
{
	return scale_of(p)->word;
}

const char *number_times(struct arena *a, double decibans)
{
	double times = pow(10, fabs(decibans) / 10);
	if (times > 1e6)
		return "more than a million";
	return arena_printf(a, times < 1.095 ? "%.2f" : times < 9.95 ? "%.1f" : "%.0f", times);
}

const char *number_decibans(struct arena *a, double decibans)
{
	if (fabs(decibans) < 0.05)
		return "0.0";
	return arena_printf(a, "%+.1f", decibans);
}

const char *number_whole(struct arena *a, size_t n)
{
	if (n < 1000)
		return arena_printf(a, "%zu", n);
	return arena_printf(a, "%s,%03zu", number_whole(a, n / 1000), n % 1000);
}

const char *number_date(struct arena *a, struct date d)
{
	static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
					      "July",    "August",   "September", "October", "November", "December" };
	if (!date_known(d))
		return "an unknown date";
	if (d.month < 1 || d.month > 12)
		return arena_printf(a, "%d", d.year);
	if (!d.day)
		return arena_printf(a, "%s %d", months[d.month - 1], d.year);
	return arena_printf(a, "%d %s %d", d.day, months[d.month - 1], d.year);
}

const char *number_value(struct arena *a, const struct value *v)
{
	struct buf b = buf_in(a);
	switch (v->kind) {
	case VALUE_NONE:
		return "not entered";
	case VALUE_NUMBER:
	case VALUE_EXACT:
		buf_text(&b, v->kind == VALUE_EXACT ? "exactly " : "");
		node_print_number(&b, v->lo);
		return buf_str(&b);
	case VALUE_TERM:
		return v->term;
	case VALUE_RANGE:
		node_print_number(&b, v->lo);
		buf_text(&b, " to ");
		node_print_number(&b, v->hi);
		return buf_str(&b);
	case VALUE_REST:
		return "the rest";
	case VALUE_YES:
		return "yes";
	case VALUE_NO:
		return "no";
	case VALUE_BY:
		for (each (o, &v->by))
			buf_printf(&b, "%s%s: %s", o == v->by.at ? "" : ", ", o->analyst, number_value(a, &o->value));
		return buf_str(&b);
	}
	return "not entered";
}

const char *number_of(struct arena *a, size_t n, const char *noun)
{
	return arena_printf(a, "%s %s%s", number_whole(a, n), noun, n == 1 ? "" : "s");
}
