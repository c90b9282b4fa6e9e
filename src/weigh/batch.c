// The whole's own network tells a lane as well, with some reports saying nothing and others counting in their place:
// nothing is compiled again, and KERNEL_LANES of them are answered at once. What is left out changes how the reports of
// its facts count, and nothing else: a lane costs what it changes.
#include "weigh/batch.h"

#include "weigh/facet.h"

#include <string.h>

static bool through(const struct report *r, size_t source)
{
	bool found = r->from.id && (size_t)r->from.at == source;
	for (each (via, &r->via))
		found |= (size_t)via->at == source;
	return found;
}

static bool supports(const struct assumption *s, const struct report *r)
{
	bool found = false;
	for (each (fact, &s->supports))
		found |= fact->at == r->fact.at;
	return found;
}

struct batch {
	const struct whole *w;
	struct panel *panel;
	struct lane *lanes[KERNEL_LANES];
	unsigned n;
	struct arena arena;

	// Of the lane at hand; between lanes as the whole has them.
	bool *live;         // [report]
	struct count count; // its fate and what goes with it
	LIST(size_t) facts; // whose reports are counted anew
	LIST(size_t) says;  // tables with other numbers: at their places in `values`
	double *values;     // of the product
	bool *is_new, *met; // [fact], [says]
};

static void read_lane(struct batch *b, unsigned slot, struct lane *l)
{
	l->status = panel_possible(b->panel, slot) ? STATUS_OK : STATUS_IMPOSSIBLE;
	if (!l->status)
		panel_answer(b->panel, slot, l->p);
}

static void flush(struct batch *b)
{
	if (b->n)
		panel_run(b->panel);
	for (unsigned i = 0; i < b->n; i++)
		read_lane(b, i, b->lanes[i]);
	b->n = 0;
}

// Whether a table of reports has other numbers; these are in b->values then. Where another report by the same chain
// says the same in its place they are equal.
static bool differs(struct batch *b, size_t says)
{
	const struct whole *w = b->w;
	const struct says *s = &w->product.says.at[says];
	bool same = true;
	for (each (r, &s->reports))
		same &= b->count.fate[*r] == w->count.fate[*r];
	if (same)
		return false;
	product_fill_says(&w->product, says, b->count.fate, w->p, b->values + s->at);
	return memcmp(b->values + s->at, w->values + s->at, s->cells * sizeof *b->values) != 0;
}

// The tables of a fact's reports that have other numbers. False where one counts that has no table.
static bool list_says(struct batch *b, size_t fact)
{
	const struct whole *w = b->w;
	const struct count_base *base = &w->m->count;
	bool covered = true;
	for (size_t i = base->first[fact]; i < base->first[fact + 1]; i++) {
		size_t r = base->by_fact[i], k = w->product.says_of[r];
		covered &= k != MODEL_NOWHERE || b->count.fate[r] == COUNT_OUT;
		if (k == MODEL_NOWHERE || b->met[k])
			continue;
		b->met[k] = true;
		if (differs(b, k))
			list_push(&b->arena, &b->says, k);
	}
	for (size_t i = base->first[fact]; i < base->first[fact + 1]; i++)
		if (w->product.says_of[base->by_fact[i]] != MODEL_NOWHERE)
			b->met[w->product.says_of[base->by_fact[i]]] = false;
	return covered;
}

static void change(struct batch *b, size_t report)
{
	if (!b->live[report])
		return;
	size_t fact = (size_t)b->w->m->c->reports.at[report].fact.at;
	b->live[report] = false;
	if (!b->is_new[fact])
		list_push(&b->arena, &b->facts, fact);
	b->is_new[fact] = true;
}

static void change_origin(struct batch *b, size_t origin)
{
	const struct the_case *c = b->w->m->c;
	if (origin >= c->sources.n)
		change(b, origin - c->sources.n);
	for (size_t r = 0; origin < c->sources.n && r < c->reports.n; r++)
		if (c->reports.at[r].from.id && (size_t)c->reports.at[r].from.at == origin)
			change(b, r);
}

static void leave_out(struct batch *b, const struct lane *l)
{
	const struct the_case *c = b->w->m->c;
	const struct count_base *base = &b->w->m->count;
	size_t n = c->reports.n;
	switch (l->kind) {
	case LANE_REPORT:
		change(b, l->item);
		break;
	case LANE_FACT:
		for (size_t i = base->first[l->item]; i < base->first[l->item + 1]; i++)
			change(b, base->by_fact[i]);
		break;
	case LANE_ORIGIN:
		change_origin(b, l->item);
		break;
	case LANE_ORIGINS:
		for (size_t i = 0; i < l->n_origins; i++)
			change_origin(b, l->origins[i]);
		break;
	case LANE_LATER:
		for (size_t i = n; i > 0 && !lane_published_by(&c->reports.at[base->order[i - 1]], l->as_of); i--)
			change(b, base->order[i - 1]);
		break;
	case LANE_FIRST:
		for (size_t i = 0; i < b->w->count.n; i++)
			if (l->rank[i] >= l->item)
				change(b, b->w->count.kept[i]);
		break;
	default:
		for (size_t r = 0; r < n; r++)
			if (l->kind == LANE_ALL ||
			    (l->kind == LANE_SOURCE ? through(&c->reports.at[r], l->item)
						    : supports(&c->assumptions.at[l->item], &c->reports.at[r])))
				change(b, r);
	}
}

static void restore(struct batch *b)
{
	const struct whole *w = b->w;
	const struct count_base *base = &w->m->count;
	for (each (f, &b->facts)) {
		for (size_t i = base->first[*f]; i < base->first[*f + 1]; i++) {
			size_t r = base->by_fact[i];
			b->live[r] = w->live[r];
			b->count.fate[r] = w->count.fate[r];
		}
		b->is_new[*f] = false;
	}
	b->facts.n = b->says.n = 0;
}

// Puts a lane into the batch, with the tables that have other numbers.
static void put(struct batch *b, struct lane *l)
{
	panel_put_says(b->panel, b->n, b->says.at, b->says.n, b->values);
	b->lanes[b->n++] = l;
	if (b->n == KERNEL_LANES)
		flush(b);
}

// Where at most one table has other numbers than in the whole, the facets know the answer.
static bool tell_at_once(struct batch *b, struct lane *l)
{
	const struct whole *w = b->w;
	const double *values = b->says.n ? b->values + w->product.says.at[b->says.at[0]].at : NULL;
	if (!w->facets || b->says.n > 1)
		return false;
	for (size_t q = 0; q < w->m->c->questions.n; q++) {
		const struct facet *f = &w->facets[q];
		if (!b->says.n)
			memcpy(l->p[q], w->posterior[q], f->n * sizeof *l->p[q]);
		else if (!facet_replace(f, b->says.at[0], values, l->p[q]))
			return false;
	}
	return true;
}

// A network of its own, for a lane that counts what the whole does not.
static void run_apart(const struct batch *b, struct lane *l, struct err *e)
{
	const struct whole *w = b->w;
	size_t n = w->m->c->reports.n;
	struct arena a = { 0 };
	struct product x;
	bool *counted = arena_array(&a, bool, n + 1);
	for (size_t r = 0; r < n; r++)
		counted[r] = b->count.fate[r] != COUNT_OUT;
	l->status = product_make(&a, w->m, counted, NULL, &x, e);
	if (!l->status) {
		double *values = arena_array(&a, double, x.net.cells + 1);
		product_fill(&x, w->p, b->count.fate, values);
		struct panel *panel = panel_new(&a, &x, values);
		panel_run(panel);
		l->status = panel_possible(panel, 0) ? STATUS_OK : STATUS_IMPOSSIBLE;
		if (!l->status)
			panel_answer(panel, 0, l->p);
	}
	arena_free(&a);
}

// What is left counts as it did in the whole: nothing takes the place of what is not.
static void count_as_before(struct batch *b, size_t fact)
{
	const struct count_base *base = &b->w->m->count;
	for (size_t i = base->first[fact]; i < base->first[fact + 1]; i++)
		if (!b->live[base->by_fact[i]])
			b->count.fate[base->by_fact[i]] = COUNT_OUT;
}

static void put_lane(struct batch *b, struct lane *l, bool anew, struct err *e)
{
	const struct whole *w = b->w;
	bool covered = true;
	leave_out(b, l);
	for (each (f, &b->facts)) {
		if (anew)
			count_fact(&w->m->count, *f, b->live, w->affirms, &b->count);
		else
			count_as_before(b, *f);
		covered &= list_says(b, *f);
	}
	if (!covered)
		run_apart(b, l, e);
	else if (!tell_at_once(b, l))
		put(b, l);
	restore(b);
}

static void begin(struct batch *b)
{
	const struct whole *w = b->w;
	size_t reports = w->m->c->reports.n;
	b->values = arena_array(&b->arena, double, w->product.net.cells + 1);
	b->live = arena_array(&b->arena, bool, reports + 1);
	b->count = count_room(&b->arena, &w->m->count);
	b->is_new = arena_array(&b->arena, bool, w->m->c->facts.n + 1);
	b->met = arena_array(&b->arena, bool, w->product.says.n + 1);
	memcpy(b->live, w->live, reports * sizeof *b->live);
	memcpy(b->count.fate, w->count.fate, reports * sizeof *b->count.fate);
}

size_t batch_run(const struct whole *w, struct panel *panel, struct lane *lanes, size_t n, struct err *e)
{
	struct batch b = { .w = w, .panel = panel };
	size_t done = 0;
	begin(&b);
	for (; done < n; done++) {
		put_lane(&b, &lanes[done], lanes[done].kind != LANE_FIRST, e);
		if (lanes[done].status && lanes[done].status != STATUS_IMPOSSIBLE)
			break;
	}
	flush(&b);
	// Where what is left contradicts itself as it would be counted, it is told with the counting of the whole.
	for (size_t i = 0; i < done; i++)
		if (lanes[i].status == STATUS_IMPOSSIBLE)
			put_lane(&b, &lanes[i], false, e);
	flush(&b);
	arena_free(&b.arena);
	return done;
}
