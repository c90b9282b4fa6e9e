// Both are given out piece by piece: what a thousand parameters do to an answer is longer than the network.
#include "weigh/query_write.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "case/json.h"
#include "weigh/oneway.h"

enum { PIECE = 1 << 14 };

struct out {
	struct arena arena;
	struct buf buf;
	const struct query_output *o;
	bool stopped;
};

static void begin(struct out *w, const struct query_output *o)
{
	*w = (struct out){ .o = o };
	w->buf = buf_in(&w->arena);
}

static void flush(struct out *w, size_t from)
{
	if (w->buf.n < from || w->stopped)
		return;
	w->stopped = !w->o->give(w->o->context, w->buf.at, w->buf.n);
	w->buf.n = 0;
}

static bool end(struct out *w)
{
	flush(w, 1);
	bool all = !w->stopped;
	arena_free(&w->arena);
	return all;
}

static void put_number(struct buf *b, double x)
{
	if (isfinite(x))
		node_print_number(b, x);
	else
		buf_text(b, "null");
}

static void put_numbers(struct buf *b, const double *x, size_t n)
{
	buf_char(b, '[');
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(b, ',');
		put_number(b, x[i]);
	}
	buf_char(b, ']');
}

static void put_answer(struct buf *b, const double *p, size_t n)
{
	if (isnan(p[0]))
		buf_text(b, "null"); // what is left is impossible
	else
		put_numbers(b, p, n);
}

static void write_posteriors(struct out *w, const struct query *q)
{
	const struct network *n = q->network;
	const char *comma = "";
	buf_text(&w->buf, ",\n\"posterior\":{");
	for (size_t v = 0; v < n->net.states.n; v++) {
		if (q->observed[v])
			continue;
		buf_text(&w->buf, comma);
		json_write_text(&w->buf, n->names[v]);
		buf_char(&w->buf, ':');
		put_numbers(&w->buf, q->posterior[v], n->net.states.at[v]);
		comma = ",\n";
		flush(w, PIECE);
	}
	buf_char(&w->buf, '}');
}

static void write_without(struct out *w, const struct query *q)
{
	const struct network *n = q->network;
	buf_text(&w->buf, ",\n\"without\":[");
	for (size_t i = 0; i < n->findings.n; i++) {
		buf_text(&w->buf, i ? ",\n{\"item\":" : "{\"item\":");
		json_write_text(&w->buf, n->names[n->findings.at[i].variable]);
		buf_text(&w->buf, ",\"p\":");
		put_answer(&w->buf, q->items[i].without, q->k);
		buf_char(&w->buf, '}');
		flush(w, PIECE);
	}
	buf_char(&w->buf, ']');
}

static void write_flips(struct out *w, const struct query *q)
{
	const struct network *n = q->network;
	const char *comma = "";
	buf_text(&w->buf, ",\n\"flip\":[");
	for (size_t i = 0; i < n->findings.n; i++)
		for (size_t s = 0; s < q->items[i].states; s++) {
			if (s == n->findings.at[i].state)
				continue;
			buf_printf(&w->buf, "%s{\"item\":", comma);
			json_write_text(&w->buf, n->names[n->findings.at[i].variable]);
			buf_printf(&w->buf, ",\"state\":%zu,\"p\":", s);
			put_answer(&w->buf, q->items[i].flip + s * q->k, q->k);
			buf_char(&w->buf, '}');
			comma = ",\n";
			flush(w, PIECE);
		}
	buf_char(&w->buf, ']');
}

// "X2|X0=1,X1=0: 1": the variable, its parents' states, its own.
static const char *parameter(struct arena *a, const struct network *n, const struct net_table *t, size_t cell)
{
	struct buf b = buf_in(a);
	size_t state[LIMIT_SCOPE];
	for (size_t i = t->n; i-- > 0; cell /= n->net.states.at[t->vars[i]])
		state[i] = cell % n->net.states.at[t->vars[i]];
	size_t parents = t->n - (t->chance && t->n > 0);
	if (t->chance)
		buf_text(&b, n->names[t->vars[parents]]);
	for (size_t i = 0; i < parents; i++)
		buf_printf(&b, "%s%s=%s",
			   i           ? ","
			   : t->chance ? "|"
				       : "",
			   n->names[t->vars[i]], n->states[t->vars[i]][state[i]]);
	if (t->chance)
		buf_printf(&b, ": %s", n->states[t->vars[parents]][state[parents]]);
	return buf_str(&b);
}

static void write_sensitivity(struct out *w, struct query *q)
{
	const struct network *n = q->network;
	struct arena scratch = { 0 };
	const char *comma = "";
	double *a = arena_array(&w->arena, double, q->k), *b = arena_array(&w->arena, double, q->k);
	buf_text(&w->buf, ",\n\"sensitivity\":[");
	for (uint32_t t = 0; t < n->net.tables.n; t++)
		for (size_t c = 0; c < n->net.tables.at[t].cells; c++) {
			if (!oneway_function(q, t, c, a, b))
				continue;
			buf_printf(&w->buf, "%s{\"parameter\":", comma);
			json_write_text(&w->buf, parameter(&scratch, n, &n->net.tables.at[t], c));
			buf_text(&w->buf, ",\"value\":");
			put_number(&w->buf, n->values[n->net.tables.at[t].at + c]);
			buf_text(&w->buf, ",\"a\":");
			put_numbers(&w->buf, a, q->k);
			buf_text(&w->buf, ",\"b\":");
			put_numbers(&w->buf, b, q->k);
			buf_char(&w->buf, '}');
			comma = ",\n";
			arena_reset(&scratch);
			flush(w, PIECE);
		}
	buf_char(&w->buf, ']');
	arena_free(&scratch);
}

struct ranked {
	double bits;
	size_t variable;
};

static int most_first(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->bits != y->bits)
		return x->bits > y->bits ? -1 : 1;
	return (x->variable > y->variable) - (x->variable < y->variable);
}

static struct ranked *rank_bits(struct arena *a, const struct query *q, size_t *n)
{
	struct ranked *r = arena_array(a, struct ranked, q->marginals.n);
	*n = 0;
	for (size_t v = 0; v < q->network->net.states.n; v++)
		if (!q->observed[v] && v != q->target)
			r[(*n)++] = (struct ranked){ q->bits[v], v };
	qsort(r, *n, sizeof *r, most_first);
	return r;
}

static void write_next(struct out *w, const struct query *q)
{
	size_t n;
	const struct ranked *r = rank_bits(&w->arena, q, &n);
	buf_text(&w->buf, ",\n\"next\":[");
	for (size_t i = 0; i < n; i++) {
		buf_text(&w->buf, i ? ",\n{\"variable\":" : "{\"variable\":");
		json_write_text(&w->buf, q->network->names[r[i].variable]);
		buf_text(&w->buf, ",\"bits\":");
		put_number(&w->buf, r[i].bits);
		buf_char(&w->buf, '}');
		flush(w, PIECE);
	}
	buf_char(&w->buf, ']');
}

static void write_seconds(struct out *w, const struct query *q, const struct query_seconds *s)
{
	buf_printf(&w->buf, ",\n\"seconds\":{\"load\":%.9g,\"compile\":%.9g,\"posteriors\":%.9g", s->load, s->compile,
		   s->posteriors);
	if (q->target != PLAN_NONE)
		buf_printf(&w->buf, ",\"everything\":%.9g,\"apart\":%.9g", s->everything, s->apart);
	buf_text(&w->buf, "}}\n");
}

bool query_write_json(struct query *q, const struct query_output *o)
{
	struct out w;
	begin(&w, o);
	buf_text(&w.buf, "{\"hearsay\":1,\"log_p_e\":");
	put_number(&w.buf, q->log_p);
	if (o->parts & QUERY_POSTERIORS)
		write_posteriors(&w, q);
	if (q->target != PLAN_NONE) {
		buf_text(&w.buf, ",\n\"target\":");
		json_write_text(&w.buf, q->network->names[q->target]);
		if (o->parts & QUERY_WITHOUT)
			write_without(&w, q);
		if (o->parts & QUERY_FLIP)
			write_flips(&w, q);
		if (o->parts & QUERY_SENSITIVITY)
			write_sensitivity(&w, q);
		if (o->parts & QUERY_NEXT)
			write_next(&w, q);
	}
	write_seconds(&w, q, &o->seconds);
	return end(&w);
}

static void tell_answer(struct out *w, const struct query *q, size_t variable, const double *p)
{
	for (size_t s = 0; s < q->network->net.states.at[variable]; s++)
		if (isnan(p[s]))
			buf_printf(&w->buf, "  %s impossible", q->network->states[variable][s]);
		else
			buf_printf(&w->buf, "  %s %.4f", q->network->states[variable][s], p[s]);
	buf_char(&w->buf, '\n');
	flush(w, PIECE);
}

static void tell_findings(struct out *w, const struct query *q)
{
	const struct network *n = q->network;
	for (size_t i = 0; i < n->findings.n; i++) {
		const struct network_finding *f = &n->findings.at[i];
		const char *name = n->names[f->variable];
		if (w->o->parts & QUERY_WITHOUT) {
			buf_printf(&w->buf, "without %s:", name);
			tell_answer(w, q, q->target, q->items[i].without);
		}
		for (size_t s = 0; (w->o->parts & QUERY_FLIP) && s < q->items[i].states; s++) {
			if (s == f->state)
				continue;
			buf_printf(&w->buf, "with %s=%s:", name, n->states[f->variable][s]);
			tell_answer(w, q, q->target, q->items[i].flip + s * q->k);
		}
	}
}

static void tell_sensitivity(struct out *w, struct query *q)
{
	const struct network *n = q->network;
	double *a = arena_array(&w->arena, double, q->k), *b = arena_array(&w->arena, double, q->k);
	struct arena scratch = { 0 };
	for (uint32_t t = 0; t < n->net.tables.n; t++)
		for (size_t c = 0; c < n->net.tables.at[t].cells; c++) {
			if (!oneway_function(q, t, c, a, b))
				continue;
			buf_printf(&w->buf, "%s = %.6g: the slope of P(e and state) is",
				   parameter(&scratch, n, &n->net.tables.at[t], c),
				   n->values[n->net.tables.at[t].at + c]);
			for (size_t h = 0; h < q->k; h++)
				buf_printf(&w->buf, "  %s %+.4g", n->states[q->target][h], b[h]);
			buf_char(&w->buf, '\n');
			arena_reset(&scratch);
			flush(w, PIECE);
		}
	arena_free(&scratch);
}

bool query_write_text(struct query *q, const struct query_output *o)
{
	const struct network *n = q->network;
	struct out w;
	size_t ranked;
	begin(&w, o);
	buf_printf(&w.buf, n->markov ? "ln Z = %.12g\n" : "ln P(e) = %.12g\n", q->log_p);
	for (size_t v = 0; (o->parts & QUERY_POSTERIORS) && v < n->net.states.n; v++)
		if (!q->observed[v]) {
			buf_printf(&w.buf, "%s:", n->names[v]);
			tell_answer(&w, q, v, q->posterior[v]);
		}
	if (q->target == PLAN_NONE)
		return end(&w);
	buf_printf(&w.buf, "target %s\n", n->names[q->target]);
	tell_findings(&w, q);
	if (o->parts == QUERY_SENSITIVITY) // longer than all the rest
		tell_sensitivity(&w, q);
	const struct ranked *r = rank_bits(&w.arena, q, &ranked);
	for (size_t i = 0; (o->parts & QUERY_NEXT) && i < ranked; i++)
		buf_printf(&w.buf, "to know %s: %.4g bits\n", n->names[r[i].variable], r[i].bits);
	return end(&w);
}
