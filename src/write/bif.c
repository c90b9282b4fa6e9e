// Numbers in the fewest digits that read back the same. Rows are given by the names of the parents' states, which no
// reader can take in another order.
#include "write/bif.h"

#include "case/node.h"

static void put_variable(struct buf *out, const struct network *n, size_t v)
{
	size_t states = n->net.states.at[v];
	buf_printf(out, "variable %s {\n  type discrete [ %zu ] { ", n->names[v], states);
	for (size_t s = 0; s < states; s++)
		buf_printf(out, "%s%s", s ? ", " : "", n->states[v][s]);
	buf_text(out, " };\n}\n");
}

static void put_row(struct buf *out, const double *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_text(out, i ? ", " : " ");
		node_print_number(out, p[i]);
	}
	buf_text(out, ";\n");
}

static void put_table(struct buf *out, const struct network *n, const struct net_table *t)
{
	size_t parents = t->n - 1, v = t->vars[parents], states = n->net.states.at[v];
	const double *p = n->values + t->at;
	buf_printf(out, "probability ( %s", n->names[v]);
	for (size_t i = 0; i < parents; i++)
		buf_printf(out, "%s%s", i ? ", " : " | ", n->names[t->vars[i]]);
	buf_text(out, " ) {\n");
	for (size_t row = 0; row < t->cells / states; row++) {
		size_t left = row, rows = t->cells / states;
		buf_text(out, parents ? "  (" : "  table");
		for (size_t i = 0; i < parents; i++) {
			size_t of = n->net.states.at[t->vars[i]];
			rows /= of;
			buf_printf(out, "%s%s", i ? ", " : "", n->states[t->vars[i]][left / rows]);
			left %= rows;
		}
		buf_text(out, parents ? ")" : "");
		put_row(out, p + row * states, states);
	}
	buf_text(out, "}\n");
}

void bif_write(struct buf *out, const struct network *n)
{
	buf_text(out, "network hearsay {\n}\n");
	for (size_t v = 0; v < n->net.states.n; v++)
		put_variable(out, n, v);
	for (each (t, &n->net.tables))
		put_table(out, n, t);
}

void bif_write_findings(struct buf *out, const struct network *n)
{
	for (each (f, &n->findings))
		buf_printf(out, "%s=%s\n", n->names[f->variable], n->states[f->variable][f->state]);
}
