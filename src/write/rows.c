// Each family is a tree, by the edge that each member came by, walked from its origin with the earlier branch first; so
// a row hangs on one above it, and all that hangs on a document stands below it before anything else does.
#include "write/rows.h"

#include <stdlib.h>

enum { MOST_ROWS = 300 };

// How many echoes of a family have rows. One fold saves nothing, so up to two more are shown.
static const size_t shown[] = { 10, 6, 3 };
enum { SHOWN = sizeof shown / sizeof *shown };

// The trees of all families at once, as links from document to document.
struct forest {
	const struct tracing *t;
	const struct document *const *docs;
	size_t *up;     // [document] what it hangs on; SIZE_MAX: the origin of its family, or nothing
	size_t *child;  // [document or n + family] the first that hangs on it; SIZE_MAX: none
	size_t *next;   // [document] the next that hangs on the same
	size_t *walked; // [document] the walk that came by, see break_circles
};

// A document in time.
struct dated_member {
	struct date published;
	size_t doc;
};

static int by_date(const void *x, const void *y)
{
	const struct dated_member *a = x, *b = y;
	int order = date_compare(a->published, b->published);
	return order ? order : (a->doc > b->doc) - (a->doc < b->doc);
}

// Citations may go round in a circle (A cites B, which is an update of A): it is cut where the walk from its first
// document closes it. Each document is passed twice at most.
static void break_circles(struct forest *f, const struct family *family)
{
	for (each (m, &family->members)) {
		size_t at = *m, walk = *m + 1;
		while (at != SIZE_MAX && !f->walked[at]) {
			f->walked[at] = walk;
			size_t up = f->up[at];
			if (up != SIZE_MAX && f->walked[up] == walk)
				f->up[at] = SIZE_MAX;
			at = f->up[at];
		}
	}
}

static void link_family(struct arena *scratch, struct forest *f, const struct family *family)
{
	size_t n = family->members.n, top = f->t->n + (size_t)(family - f->t->families.at);
	struct dated_member *sorted = arena_array(scratch, struct dated_member, n + 1);
	for (size_t i = 0; i < n; i++) {
		size_t m = family->members.at[i];
		const struct edge *e = origin_home(f->t, m);
		f->up[m] = e && e->parent != family->origin && e->parent != m ? e->parent : SIZE_MAX;
		sorted[i] = (struct dated_member){ f->docs[m]->published, m };
	}
	break_circles(f, family);
	qsort(sorted, n, sizeof *sorted, by_date);
	for (size_t i = n; i--;) { // each goes before the later ones
		size_t m = sorted[i].doc, on = f->up[m] == SIZE_MAX ? top : f->up[m];
		if (m == family->origin)
			continue;
		f->next[m] = f->child[on];
		f->child[on] = m;
	}
}

static struct forest forest_of(struct arena *scratch, const struct tracing *t, const struct document *const *docs)
{
	size_t n = t->n, all = n + t->families.n;
	struct forest f = { .t = t, .docs = docs };
	f.up = arena_array(scratch, size_t, n + 1);
	f.next = arena_array(scratch, size_t, n + 1);
	f.walked = arena_array(scratch, size_t, n + 1);
	f.child = arena_array(scratch, size_t, all + 1);
	for (size_t i = 0; i < all; i++)
		f.child[i] = SIZE_MAX;
	for (size_t i = 0; i < n; i++)
		f.next[i] = SIZE_MAX;
	for (each (family, &t->families))
		link_family(scratch, &f, family);
	return f;
}

// The one after `m` in the walk through its family.
static size_t walk_on(const struct forest *f, size_t m)
{
	if (f->child[m] != SIZE_MAX)
		return f->child[m];
	while (m != SIZE_MAX && f->next[m] == SIZE_MAX)
		m = f->up[m];
	return m == SIZE_MAX ? m : f->next[m];
}

static size_t echoes_of(const struct family *f)
{
	return f->members.n - (f->origin != SIZE_MAX);
}

// How many of them are shown where a family is folded to `most`.
static size_t echoes_shown(const struct family *f, size_t most)
{
	size_t echoes = echoes_of(f);
	return echoes > most + 2 ? most : echoes;
}

static size_t rows_needed(const struct family *f, size_t most)
{
	size_t show = echoes_shown(f, most);
	return 1 + show + (show < echoes_of(f));
}

// The most echoes with which all families that have any fit.
static size_t choose_shown(const struct tracing *t)
{
	for (size_t i = 0; i < SHOWN; i++) {
		size_t need = 0;
		for (each (f, &t->families))
			need += echoes_of(f) ? rows_needed(f, shown[i]) : 0;
		if (need <= MOST_ROWS)
			return shown[i];
	}
	return shown[SHOWN - 1];
}

static void add_family(struct arena *a, struct rows *r, const struct forest *f, size_t at, size_t most)
{
	const struct family *family = &f->t->families.at[at];
	size_t top = r->list.n, show = echoes_shown(family, most);
	struct rows_row *row = list_add(a, &r->list);
	*row = (struct rows_row){ ROW_GHOST, at, family->origin, .on = SIZE_MAX };
	if (family->origin != SIZE_MAX) {
		row->kind = ROW_DOCUMENT;
		r->of[family->origin] = top;
	}
	size_t m = f->child[f->t->n + at], from = r->folded.n;
	for (; m != SIZE_MAX; m = walk_on(f, m)) {
		if (!show) {
			list_push(a, &r->folded, m);
			continue;
		}
		show--;
		size_t on = f->up[m] == SIZE_MAX ? top : r->of[f->up[m]];
		r->of[m] = r->list.n;
		list_push(a, &r->list, ((struct rows_row){ ROW_DOCUMENT, at, m, on, origin_home(f->t, m) }));
	}
	if (r->folded.n > from)
		list_push(a, &r->list,
			  ((struct rows_row){ ROW_FOLD, at, SIZE_MAX, top, .from = from, .to = r->folded.n }));
}

// A family in the order in which they are chosen: the larger first.
struct sized {
	size_t members, family;
};

static int by_size(const void *x, const void *y)
{
	const struct sized *a = x, *b = y;
	if (a->members != b->members)
		return a->members > b->members ? -1 : 1;
	return (a->family > b->family) - (a->family < b->family);
}

// [family] whether it is drawn.
static bool *choose(struct arena *scratch, const struct tracing *t, size_t most)
{
	size_t n = t->families.n, used = 0;
	bool *drawn = arena_array(scratch, bool, n + 1);
	struct sized *sorted = arena_array(scratch, struct sized, n + 1);
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct sized){ t->families.at[i].members.n, i };
	qsort(sorted, n, sizeof *sorted, by_size);
	for (size_t i = 0; i < n; i++) {
		used += rows_needed(&t->families.at[sorted[i].family], most);
		if (used > MOST_ROWS)
			break;
		drawn[sorted[i].family] = true;
	}
	return drawn;
}

struct rows rows_of(struct arena *a, const struct tracing *t, const struct document *const *docs)
{
	struct arena scratch = { 0 };
	struct rows r = { .of = arena_array(a, size_t, t->n + 1) };
	struct forest f = forest_of(&scratch, t, docs);
	size_t left = 0, most = choose_shown(t);
	const bool *drawn = choose(&scratch, t, most);
	for (size_t i = 0; i < t->n; i++)
		r.of[i] = SIZE_MAX;
	for (size_t i = 0; i < t->families.n; i++) {
		if (drawn[i])
			add_family(a, &r, &f, i, most);
		left += !drawn[i];
	}
	size_t from = r.folded.n;
	for (size_t i = 0; left && i < t->families.n; i++)
		for (each (m, &t->families.at[i].members))
			if (!drawn[i])
				list_push(a, &r.folded, *m);
	if (left)
		list_push(a, &r.list,
			  ((struct rows_row){ ROW_REST, SIZE_MAX, SIZE_MAX, SIZE_MAX, .from = from, .to = r.folded.n,
					      .families = left }));
	arena_free(&scratch);
	return r;
}
