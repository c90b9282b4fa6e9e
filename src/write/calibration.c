#include "write/calibration.h"

#include "case/scale.h"
#include "write/formats.h"
#include "write/number.h"

#include <math.h>

enum { SIDE = 360, LEFT = 64, TOP = 64, WIDTH = 460, HEIGHT = 510 };

static const double z = 1.6449; // nine in ten

static double across(double p)
{
	return LEFT + SIDE * p;
}

static double down(double p)
{
	return TOP + SIDE * (1 - p);
}

static void add_style(struct buf *out)
{
	buf_text(
	    out,
	    "<style>\n"
	    "text { font: 12px \"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif; fill: #1a1c1e }\n"
	    ".key { font-size: 11px; fill: #54575b }\n"
	    ".count { stroke: #fdfdfc; stroke-width: 3; paint-order: stroke }\n"
	    ".head { font-weight: 600 }\n"
	    ".mid { text-anchor: middle }\n"
	    ".end { text-anchor: end }\n"
	    ".page { fill: #fdfdfc }\n"
	    ".edge { stroke: #dcdcd7; shape-rendering: crispEdges }\n"
	    ".even { stroke: #54575b; stroke-dasharray: 5 3 }\n"
	    ".way { fill: none; stroke: #1d5c9e; stroke-width: 1.5 }\n"
	    ".most { stroke: #1d5c9e; stroke-width: 1 }\n"
	    ".dot { fill: #1d5c9e; stroke: #fdfdfc; stroke-width: 1.5 }\n"
	    "@media (prefers-color-scheme: dark) {\n"
	    "\ttext { fill: #e8e6e1 }\n\t.key { fill: #b4b3ae }\n\t.page { fill: #141518 }\n"
	    "\t.edge { stroke: #34373d }\n\t.count { stroke: #141518 }\n\t.even { stroke: #b4b3ae }\n\t.way, .most { "
	    "stroke: #8ab8ee }\n"
	    "\t.dot { fill: #8ab8ee; stroke: #141518 }\n}\n"
	    "</style>\n");
}

// 0, the edges of the words, 100: on both sides.
static void add_grid(struct buf *out)
{
	static const int marks[] = { 0, 5, 20, 45, 55, 80, 95, 100 };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		double p = marks[i] / 100.0;
		buf_printf(out, "<path class=\"edge\" d=\"M%.1f %.1fV%.1fM%.1f %.1fH%.1f\"/>\n", across(p), down(0),
			   down(1), across(0), down(p), across(1));
		if (marks[i] == 95 || marks[i] == 5)
			continue; // no room beside 0 and 100
		buf_printf(out, "<text class=\"key mid\" x=\"%.1f\" y=\"%.1f\">%d</text>\n", across(p), down(0) + 16,
			   marks[i]);
		buf_printf(out, "<text class=\"key end\" x=\"%.1f\" y=\"%.1f\">%d</text>\n", across(0) - 6, down(p) + 4,
			   marks[i]);
	}
	buf_printf(out, "<path class=\"even\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n", across(0), down(0), across(1), down(1));
	buf_printf(out, "<text class=\"key mid\" x=\"%.1f\" y=\"%.1f\">said, %%</text>\n", across(0.5), down(0) + 36);
	buf_printf(out, "<text class=\"key\" x=\"%.1f\" y=\"%d\">came true, %%</text>\n", across(0) - 26, TOP - 12);
}

// Where nine in ten of such shares would lie (Wilson 1927).
static void interval(const struct score_bin *b, double *lo, double *hi)
{
	double n = (double)b->n, p = (double)b->came / n, scale = 1 + z * z / n;
	double middle = (p + z * z / (2 * n)) / scale, half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
	*lo = fmax(middle - half, 0);
	*hi = fmin(middle + half, 1);
}

static void add_bins(struct buf *out, const struct score_answerer *x)
{
	const char *step = "M";
	buf_text(out, "<path class=\"way\" d=\"");
	for (int i = 0; i < SCORE_BINS; i++) {
		const struct score_bin *b = &x->bins[i];
		if (!b->n)
			continue;
		buf_printf(out, "%s%.1f %.1f", step, across(b->said / (double)b->n),
			   down((double)b->came / (double)b->n));
		step = "L";
	}
	buf_text(out, "\"/>\n");
	for (int i = 0; i < SCORE_BINS; i++) {
		const struct score_bin *b = &x->bins[i];
		double lo, hi, said = b->said / (double)b->n, came = (double)b->came / (double)b->n;
		if (!b->n)
			continue;
		interval(b, &lo, &hi);
		buf_printf(out,
			   "<g><title>%s: said %s %% in the mean, came true %zu of %zu</title>"
			   "<path class=\"most\" d=\"M%.1f %.1fV%.1f\"/>"
			   "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>"
			   "<text class=\"key count\" x=\"%.1f\" y=\"%.1f\">%zu of %zu</text></g>\n",
			   scale_bands[i].word, number_tenths(out->arena, said), b->came, b->n, across(said), down(lo),
			   down(hi), across(said), down(came), across(said) + 8, down(came) + (came > 0.5 ? 16 : -8),
			   b->came, b->n);
	}
}

void calibration_svg(struct buf *out, const struct scores *s)
{
	const struct score_answerer *program = NULL;
	for (each (x, &s->answerers))
		program = x->kind == SCORE_PROGRAM ? x : program;
	buf_printf(
	    out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
	    "lang=\"en\">\n<title>Calibration: what was said, and how often it came true</title>\n",
	    WIDTH, HEIGHT, WIDTH, HEIGHT);
	add_style(out);
	buf_printf(out, "<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n", WIDTH, HEIGHT);
	buf_printf(out, "<text class=\"head\" x=\"%d\" y=\"24\">How often what was said came true</text>\n", LEFT - 26);
	add_grid(out);
	if (program)
		add_bins(out, program);
	buf_printf(out,
		   "<text class=\"key\" x=\"%d\" y=\"%d\">Dot: the answers of one word, how many of them came true. "
		   "Line: nine "
		   "in</text>\n"
		   "<text class=\"key\" x=\"%d\" y=\"%d\">ten of such shares. Broken: what was said is what came "
		   "true.</text>\n</svg>\n",
		   LEFT - 26, HEIGHT - 26, LEFT - 26, HEIGHT - 11);
}
