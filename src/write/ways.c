// In section 4: which way each report took from its origin to us, and which documents come from which.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "base/buf.h"

#include <stdlib.h>

enum { WAYS_MOST = 40, FAMILIES_MOST = 40 };

// Reports by origin, in the order in which origins first appear; within one by date.
struct order {
	size_t report, origin;
	long day;
};

static int by_origin(const void *x, const void *y)
{
	const struct order *a = x, *b = y;
	if (a->origin != b->origin)
		return a->origin < b->origin ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return a->report < b->report ? -1 : a->report > b->report;
}

static struct order *order_of(struct writing *g, bool echoes, size_t *n)
{
	struct order *out = arena_array(g->t->arena, struct order, g->c->reports.n + 1);
	size_t *first = arena_array(g->t->arena, size_t, g->c->sources.n + 1); // [source] its first report + 1
	*n = 0;
	for (size_t i = 0; i < g->c->reports.n; i++) {
		const struct report *r = &g->c->reports.at[i];
		if (!g->w->reports[i].live || (!echoes && !g->w->reports[i].counted))
			continue;
		if (r->from.id && !first[r->from.at])
			first[r->from.at] = i + 1;
		out[(*n)++] = (struct order){ i, r->from.id ? first[r->from.at] : i + 1,
					      r->published.day ? date_day(r->published) : 0 };
	}
	qsort(out, *n, sizeof *out, by_origin);
	return out;
}

static void add_way(struct writing *g, struct figure *f, size_t at)
{
	struct arena *a = g->t->arena;
	const struct report *r = &g->c->reports.at[at];
	const struct source *s = r->from.id ? &g->c->sources.at[r->from.at] : NULL;
	struct way *w = list_add(a, &f->ways);
	struct buf through = buf_in(a);
	w->origin = s ? phrase_upper(a, note_source(s)) : "Unknown";
	w->under = s ? arena_printf(a, "%s, %s", note_grade(s), s->kind ? s->kind : "kind not entered") : "untraceable";
	w->lost = !s;
	w->echo = !g->w->reports[at].counted;
	w->day = r->published;
	for (size_t i = r->via.n; i-- > 0;) {
		const char *name = phrase_upper(a, note_source(&g->c->sources.at[r->via.at[i].at]));
		if (i)
			list_push(a, &w->relays, name);
		else
			w->outlet = name;
		buf_printf(&through, "%s%s", through.n ? ", " : "", name);
	}
	tree_cell(g->t, "%s", r->id);
	tree_cell(g->t, "%s (%s)", w->origin, w->under);
	tree_cell(g->t, "%s", through.n ? buf_str(&through) : "directly");
	tree_cell(g->t, "%s", number_date(a, r->published));
	tree_cell(g->t, "%s",
		  w->echo ? arena_printf(a, "echo of %s", g->c->reports.at[g->w->reports[at].of].id) : "yes");
}

void ways_figure(struct writing *g)
{
	static const char *const head[] = { "Report", "Origin", "Through", "Published", "Counted" };
	size_t n;
	struct order *order = order_of(g, true, &n);
	bool all = n <= WAYS_MOST;
	if (!all) // then those that count
		order = order_of(g, false, &n);
	if (!n || n > WAYS_MOST)
		return;
	struct figure *f =
	    tree_figure(g->t, FIGURE_ways, "The way of each report, from its origin to us",
			"Circle: an origin, broken where unknown. Lozenge: a relay. Square: a report, small "
			"where it is an echo.",
			head, 5);
	for (size_t i = 0; i < n; i++)
		add_way(g, f, order[i].report);
}

void ways_documents(struct writing *g)
{
	static const char *const head[] = { "Family", "Origin", "#documents", "" };
	struct arena *a = g->t->arena;
	const struct tracing *t = g->in->t;
	size_t n;
	if (!t || !t->n)
		return;
	struct figure *f = tree_figure(g->t, FIGURE_documents, "Which documents come from which",
				       arena_printf(a, "%s.", number_of(a, t->tally.documents, "document")), head, 4);
	f->traced = t;
	f->documents = case_documents(a, g->c, &n);
	for (size_t i = 0; i < t->families.n && i < FAMILIES_MOST; i++) {
		const struct family *m = &t->families.at[i];
		const struct document *d = m->origin < n ? f->documents[m->origin] : NULL;
		tree_cell(g->t, "%s", m->id);
		tree_cell(g->t, "%s",
			  m->origin_name ? m->origin_name
			  : d            ? (d->outlet  ? d->outlet
					    : d->title ? d->title
						       : d->id)
					 : "not at hand");
		tree_cell(g->t, "%zu", m->members.n);
		tree_cell(g->t, "%s", m->untraceable ? "untraceable" : "");
	}
}
