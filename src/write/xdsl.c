// A node for each variable, parents first; of its numbers the states of the node are the fastest, then its last parent.
// The findings stand as a case beside the nodes. Names are identifiers, so nothing has to be escaped.
#include "write/xdsl.h"

#include "case/node.h"

static void put_node(struct buf *out, const struct network *n, const struct net_table *t)
{
	size_t parents = t->n - 1, v = t->vars[parents];
	buf_printf(out, "    <cpt id=\"%s\">\n", n->names[v]);
	for (size_t s = 0; s < n->net.states.at[v]; s++)
		buf_printf(out, "      <state id=\"%s\" />\n", n->states[v][s]);
	for (size_t i = 0; i < parents; i++)
		buf_printf(out, "%s%s%s", i ? " " : "      <parents>", n->names[t->vars[i]],
			   i + 1 < parents ? "" : "</parents>\n");
	buf_text(out, "      <probabilities>");
	for (size_t i = 0; i < t->cells; i++) {
		buf_text(out, i ? " " : "");
		node_print_number(out, n->values[t->at + i]);
	}
	buf_text(out, "</probabilities>\n    </cpt>\n");
}

void xdsl_write(struct buf *out, const struct network *n)
{
	buf_text(out,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<smile version=\"1.0\" id=\"hearsay\">\n  <nodes>\n");
	for (each (t, &n->net.tables))
		put_node(out, n, t);
	buf_text(out, "  </nodes>\n  <cases>\n    <case name=\"reports\">\n");
	for (each (f, &n->findings))
		buf_printf(out, "      <evidence node=\"%s\" state=\"%s\" />\n", n->names[f->variable],
			   n->states[f->variable][f->state]);
	buf_text(out, "    </case>\n  </cases>\n</smile>\n");
}
