// Reports give origins, relays and the documents that carry them; tracing gives which documents hang on which. A
// document that repeats another and carries no report that counts is an echo; one that carries some has its own place.
#include "write/provenance.h"

#include "case/between.h"
#include "case/pair.h"
#include "write/number.h"
#include "write/phrase.h"

#include <stdlib.h>
#include <string.h>

enum { PAGES_MOST = 160, ORIGINS_MOST = 60 };

static const char *name_of(const struct document *d)
{
	const char *names[] = { d->outlet, d->title, d->path };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i] && *names[i])
			return names[i];
	return d->id;
}

// --- pages ---

static size_t add_page(struct provenance *p, const char *id, const char *name, struct date day)
{
	struct provenance_page *x = list_add(p->a, &p->pages);
	*x = (struct provenance_page){ .id = id, .name = name, .day = day };
	x->document = x->on = SIZE_MAX;
	x->relation = relation_count;
	return p->pages.n - 1;
}

static size_t page_of(struct provenance *p, const char *id)
{
	for (each (x, &p->pages))
		if (!strcmp(x->id, id))
			return (size_t)(x - p->pages.at);
	return SIZE_MAX;
}

// The page of a report: its document, or one for all of that outlet and day.
static size_t page_of_report(struct provenance *p, const struct report *r)
{
	const struct the_case *c = p->g->c;
	int d = pair_document(c, r);
	char day[DATE_TEXT];
	if (d >= 0) {
		size_t at = page_of(p, c->documents.at[d].id);
		const struct document *x = &c->documents.at[d];
		return at != SIZE_MAX
			   ? at
			   : add_page(p, x->id, name_of(x), date_known(x->published) ? x->published : r->published);
	}
	const struct source *outlet = r->via.n     ? &c->sources.at[r->via.at[0].at]
				      : r->from.id ? &c->sources.at[r->from.at]
						   : NULL;
	date_print(r->published, day);
	const char *id = outlet ? arena_printf(p->a, "%s/%s", outlet->id, day) : r->id;
	size_t at = page_of(p, id);
	const char *name = outlet ? phrase_upper(p->a, note_source(outlet)) : "at first hand";
	return at != SIZE_MAX ? at : add_page(p, id, name, r->published);
}

// --- origins, relays, ways ---

static void weigh_origin(struct provenance *p, struct provenance_origin *o, size_t question)
{
	const struct removal *gone =
	    question < p->g->c->questions.n ? rank_removal(&p->g->w->questions[question], REMOVAL_ORIGIN, o->id) : NULL;
	o->weighed = gone != NULL;
	o->decibans = gone ? -gone->decibans : 0;
}

static size_t origin_of(struct provenance *p, const struct report *r, size_t page, size_t question)
{
	const struct the_case *c = p->g->c;
	const struct source *s = r->from.id ? &c->sources.at[r->from.at] : NULL;
	const char *id = s ? s->id : arena_printf(p->a, "untraceable:%s", r->id);
	for (each (o, &p->origins))
		if (!strcmp(o->id, id))
			return (size_t)(o - p->origins.at);
	if (p->origins.n == ORIGINS_MOST)
		return SIZE_MAX;
	struct provenance_origin *o = list_add(p->a, &p->origins);
	const struct fact *f = &c->facts.at[r->fact.at];
	*o = (struct provenance_origin){ .id = id, .lost = !s, .group = page };
	o->name = s ? phrase_upper(p->a, note_source(s)) : arena_printf(p->a, "Unknown: %s", f->say ? f->say : f->id);
	o->under = s ? arena_printf(p->a, "%s, %s%s", note_grade(s), s->kind ? s->kind : "kind not entered",
				    case_inspectable(s) ? "" : ", nobody outside can look")
		     : "F, untraceable";
	weigh_origin(p, o, question);
	return p->origins.n - 1;
}

static size_t relay_of(struct provenance *p, const struct source *s, size_t depth)
{
	for (each (r, &p->relays))
		if (r->depth == depth && !strcmp(r->id, s->id))
			return (size_t)(r - p->relays.at);
	struct provenance_relay *r = list_add(p->a, &p->relays);
	*r = (struct provenance_relay){ .id = s->id, .name = phrase_upper(p->a, note_source(s)), .depth = depth };
	r->under = arena_printf(p->a, "grade %s", note_grade(s));
	return p->relays.n - 1;
}

// A report that is an echo in a page that is one has its way by the page it hangs on.
static void add_way(struct provenance *p, size_t report, size_t question)
{
	const struct the_case *c = p->g->c;
	const struct report *r = &c->reports.at[report];
	size_t page = page_of_report(p, r), depth = 0, group = p->pages.at[page].group;
	bool counted = p->g->w->reports[report].counted;
	size_t origin = counted || group == page ? origin_of(p, r, group, question) : SIZE_MAX;
	if (origin == SIZE_MAX)
		return;
	struct provenance_way *w = list_add(p->a, &p->ways);
	*w = (struct provenance_way){ .origin = origin, .page = page, .echo = !counted };
	for (size_t i = r->via.n; i-- > 1;) { // all but the one that published it
		if (depth == PROVENANCE_DEPTHS)
			continue;
		size_t relay = relay_of(p, &c->sources.at[r->via.at[i].at], depth++);
		list_push(p->a, &w->relays, relay);
		p->relays.at[relay].n++;
	}
}

// --- what tracing found ---

static const char *how_of(struct arena *a, const struct edge *e)
{
	return e->similarity > 0 ? arena_printf(a, "%s %.0f %%", relation_name(e->relation), 100 * e->child_in_parent)
				 : relation_name(e->relation);
}

static void add_documents(struct provenance *p)
{
	const struct tracing *t = p->g->in->t;
	size_t n;
	const struct document **docs = case_documents(p->a, p->g->c, &n);
	size_t *page = arena_array(p->a, size_t, n + 1);
	for (size_t i = 0; t && i < t->n && i < n; i++) {
		page[i] = page_of(p, docs[i]->id);
		if (page[i] == SIZE_MAX && p->pages.n < PAGES_MOST)
			page[i] = add_page(p, docs[i]->id, name_of(docs[i]), docs[i]->published);
		p->unseen += page[i] == SIZE_MAX;
		if (page[i] != SIZE_MAX)
			p->pages.at[page[i]].document = i;
	}
	for (size_t i = 0; t && i < t->n && i < n; i++) {
		const struct edge *e = origin_home(t, i);
		size_t on = e && e->parent != SIZE_MAX ? e->parent : t->root[i];
		if (page[i] == SIZE_MAX)
			continue;
		struct provenance_page *x = &p->pages.at[page[i]];
		x->lost = t->families.at[t->family[i]].untraceable && t->root[i] == i;
		if (on == i || page[on] == SIZE_MAX)
			continue;
		x->on = page[on];
		x->relation = e && e->parent != SIZE_MAX ? e->relation : relation_count;
		x->how = x->relation == relation_count ? "of one origin" : how_of(p->a, e);
	}
}

static int by_day(struct provenance *p, size_t i, size_t k)
{
	int order = date_compare(p->pages.at[i].day, p->pages.at[k].day);
	return order ? order : (i > k) - (i < k);
}

// A page that carries what counts heads a group even where it hangs on another; so does what hangs on nothing, or on
// itself in a circle.
static size_t head_of(const struct provenance *p, size_t page)
{
	size_t at = page, steps = 0;
	while (!p->pages.at[at].carries && p->pages.at[at].on != SIZE_MAX && steps++ < p->pages.n)
		at = p->pages.at[at].on;
	return steps > p->pages.n ? page : at;
}

static void find_groups(struct provenance *p)
{
	for (size_t i = 0; i < p->pages.n; i++) {
		p->pages.at[i].group = head_of(p, i);
		if (p->pages.at[i].group != i)
			continue;
		size_t k = p->heads.n;
		list_push(p->a, &p->heads, i);
		for (; k && by_day(p, p->heads.at[k - 1], i) > 0; k--)
			p->heads.at[k] = p->heads.at[k - 1];
		p->heads.at[k] = i;
	}
}

void provenance_find(struct provenance *p, size_t question)
{
	const struct the_case *c = p->g->c;
	for (size_t r = 0; r < c->reports.n; r++) {
		size_t page = p->g->w->reports[r].live ? page_of_report(p, &c->reports.at[r]) : SIZE_MAX;
		if (page != SIZE_MAX)
			p->pages.at[page].carries |= p->g->w->reports[r].counted;
	}
	add_documents(p);
	find_groups(p);
	for (int counted = 1; counted >= 0; counted--)
		for (size_t r = 0; r < c->reports.n; r++)
			if (p->g->w->reports[r].live && p->g->w->reports[r].counted == counted)
				add_way(p, r, question);
	for (each (r, &p->relays))
		r->under = arena_printf(p->a, "%s; %zu of %s", r->under, r->n,
					number_of(p->a, p->g->w->tally.reports, "report"));
}
