// A report's way is read backwards: the document's outlet is nearest the reader, then the outlet whose text it
// reprints, then the relays that the sentence names, the last one nearest the speaker. A reprint so has the origin of
// what it reprints and counts once. A speaker without a name is a relay, and the origin is left open: what cannot be
// traced is not made up.
#include "draft/sources.h"

#include "case/between.h"
#include "case/outlets.h"
#include "case/names.h"

#include <string.h>

static const char own_voice[] = "[report]";
static const char ungraded[] = "Nothing in the documents shows how reliable it is: graded F, not known, not bad.";

static bool anonymous(const struct party *s)
{
	return s->kind && slice_is(slice_of(s->kind), "anonymous");
}

static bool is_own_voice(const struct party *s)
{
	return !s->name || !*s->name || !strcmp(s->name, own_voice);
}

// The kind of a source by the kind of a speaker; both vocabularies are open.
static const char *kind_of(const char *speaker)
{
	static const char *const kinds[][2] = {
		{ "government", "official" }, { "agency", "official" },     { "military", "official" },
		{ "person", "party" },        { "company", "party" },       { "document", "document" },
		{ "outlet", "outlet" },       { "anonymous", "anonymous" },
	};
	for (size_t i = 0; speaker && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(speaker, kinds[i][0]))
			return kinds[i][1];
	return speaker ? speaker : "other";
}

// The source with a name, or one of the same bearer.
static const struct source *source_named(const struct proposal *p, const char *name, const char *kind)
{
	bool outlet = !strcmp(kind, "outlet");
	for (each (s, &p->c->sources)) {
		bool both = (s->kind && !strcmp(s->kind, "outlet")) == outlet;
		if (both && s->name && (outlet ? outlets_same(s->name, name) : names_same(s->name, name)))
			return s;
	}
	return NULL;
}

static const char *source_id(struct proposal *p, const char *name, const char *kind)
{
	const struct source *s = source_named(p, name, kind);
	return s ? s->id : case_make_id(p->arena, name);
}

// Adds a source that the case lacks; NULL where a person removed it.
static const char *source_add(struct proposal *p, const char *id, const char *name, const char *kind)
{
	if (!id || case_find_source(p->c, id) >= 0)
		return id;
	if (proposal_gone(p, "sources", id))
		return NULL;
	struct source *s = list_add(p->arena, &p->c->sources);
	*s = (struct source){
		.id = id, .name = name, .kind = kind, .reliability = "F", .inspectable = -1, .drafted = true
	};
	s->why = ungraded;
	if (!strcmp(kind, "anonymous") || !strcmp(kind, "intercept"))
		s->inspectable = 0;
	return id;
}

// --- the outlet of a document ---

static const char *outlet_name(const struct proposal *p, size_t doc)
{
	const struct document *d = p->docs[doc];
	if (d->outlet)
		return d->outlet;
	const char *slash = d->path ? strrchr(d->path, '/') : NULL;
	const char *name = slash && slash[1] ? slash + 1 : d->path;
	return arena_printf(p->arena, "%s (outlet not named)", name ? name : proposal_mark(p, doc));
}

static const char *outlet_source(struct proposal *p, const char *name)
{
	return source_add(p, source_id(p, name, "outlet"), name, "outlet");
}

// Whose words a document reprints: the outlet of its root's text, or the story not at hand that it relays.
static const char *origin_outlet(const struct proposal *p, size_t doc)
{
	const struct family *f = p->t->families.n ? &p->t->families.at[p->t->family[doc]] : NULL;
	if (f && f->origin == SIZE_MAX)
		return f->origin_name ? f->origin_name : outlet_name(p, doc);
	size_t root = f ? p->t->root[doc] : doc;
	return f && f->origin_name && outlets_same(f->origin_name, p->docs[doc]->outlet) ? outlet_name(p, doc)
											 : outlet_name(p, root);
}

// --- reports ---

static void via_add(struct proposal *p, struct report *r, const char *id)
{
	bool known = !id || (r->from.id && !strcmp(id, r->from.id));
	for (each (v, &r->via))
		known |= !strcmp(v->id, id);
	if (!known)
		list_push(p->arena, &r->via, proposal_ref(id));
}

// Unnamed sources of two outlets are two until shown otherwise.
static const char *unnamed_source(struct proposal *p, size_t doc, const char *name)
{
	const char *outlet = origin_outlet(p, doc);
	const char *id = case_make_id(
	    p->arena, arena_printf(p->arena, "%s %s", p->docs[doc]->outlet ? outlet : proposal_mark(p, doc), name));
	return source_add(p, id, arena_printf(p->arena, "%s (unnamed)", names_capital(p->arena, name)), "anonymous");
}

static const char *party_source(struct proposal *p, size_t doc, const struct party *who)
{
	if (anonymous(who))
		return unnamed_source(p, doc, who->name);
	const char *kind = outlets_agency(who->name) ? "outlet" : kind_of(who->kind);
	const char *id = source_id(p, who->name, kind);
	return source_add(p, id, names_capital(p->arena, who->name), kind);
}

const char *sources_speaker(struct proposal *p, size_t doc, const struct party *speaker)
{
	if (anonymous(speaker))
		return NULL;
	if (is_own_voice(speaker))
		return source_id(p, origin_outlet(p, doc), "outlet");
	return source_id(p, speaker->name, kind_of(speaker->kind));
}

static void report_way(struct proposal *p, const struct told *t, const char *overheard, struct report *r)
{
	const struct party *speaker = t->speaker;
	if (overheard)
		r->from = proposal_ref(source_add(p, case_make_id(p->arena, overheard), overheard, "intercept"));
	else if (is_own_voice(speaker))
		r->from = proposal_ref(outlet_source(p, origin_outlet(p, t->doc)));
	else if (!anonymous(speaker))
		r->from = proposal_ref(party_source(p, t->doc, speaker));
	via_add(p, r, outlet_source(p, outlet_name(p, t->doc)));
	via_add(p, r, outlet_source(p, origin_outlet(p, t->doc)));
	for (size_t i = t->n_chain; i-- > 0;)
		if (t->chain[i].name && *t->chain[i].name)
			via_add(p, r, party_source(p, t->doc, &t->chain[i]));
	if (!overheard && anonymous(speaker) && speaker->name)
		via_add(p, r, party_source(p, t->doc, speaker));
}

// Whether two are of one document, fact and origin.
static bool report_same(const struct report *a, const struct report *b)
{
	bool doc = a->document && b->document && !strcmp(a->document, b->document);
	bool from = a->from.id && b->from.id ? !strcmp(a->from.id, b->from.id) : !a->from.id && !b->from.id;
	return doc && from && a->fact.id && !strcmp(a->fact.id, b->fact.id);
}

// Whether such a report is there already, or one that a person removed stood for it.
static bool report_known(const struct proposal *p, const struct report *new)
{
	for (each (r, &p->c->reports))
		if (!strcmp(r->id, new->id) || report_same(r, new))
			return true;
	for (each (r, &p->refused))
		if (report_same(r, new))
			return true;
	return false;
}

// The place of a document among those of the proposal; SIZE_MAX where it is none of them.
static size_t document_of(const struct proposal *p, const char *id)
{
	for (size_t i = 0; id && i < p->t->n; i++)
		if (p->docs[i]->id && !strcmp(p->docs[i]->id, id))
			return i;
	return SIZE_MAX;
}

// A report without an origin is no echo where it is shown to be independent of each one of its fact that is there.
static void report_independent(struct proposal *p, size_t doc, struct report *r)
{
	const char *why = NULL;
	for (each (other, &p->c->reports)) {
		size_t there = document_of(p, other->document);
		if (!other->fact.id || strcmp(other->fact.id, r->fact.id) != 0)
			continue;
		if (there == SIZE_MAX ||
		    between_documents(p->arena, p->t, p->docs, doc, there, &why) != BETWEEN_independent)
			return;
	}
	if (!why)
		return;
	r->echo = (struct value){ .kind = VALUE_EXACT, .lo = 0, .hi = 0 };
	r->echo_why = why;
}

// A reprint of a report without an origin is the same report: nothing of it is new.
static void report_echo(struct proposal *p, const struct told *t, struct report *r)
{
	if (r->from.id)
		return;
	if (p->t->root[t->doc] == t->doc) {
		report_independent(p, t->doc, r);
		return;
	}
	for (each (e, &p->t->edges))
		if (e->child == t->doc && e->relation <= RELATION_update) {
			r->echo = (struct value){ .kind = VALUE_EXACT, .lo = 1, .hi = 1 };
			r->echo_why = e->why;
			return;
		}
}

void sources_report(struct proposal *p, const struct told *t, const char *fact, const char *overheard, const char *why)
{
	struct report r = {
		.id = t->id, .fact = proposal_ref(fact), .holds = { .kind = VALUE_YES }, .from = { NULL, -1 }
	};
	r.published = p->docs[t->doc]->published;
	r.document = p->docs[t->doc]->id;
	r.statement = t->id;
	r.why = why;
	r.drafted = true;
	if (case_find_report(p->c, t->id) >= 0)
		return;
	report_way(p, t, overheard, &r); // of one that was removed, too: all its sources were proposed with it
	if (proposal_gone(p, "reports", t->id)) {
		list_push(p->arena, &p->refused, r);
		return;
	}
	if (report_known(p, &r))
		return;
	report_echo(p, t, &r);
	list_push(p->arena, &p->c->reports, r);
}

void sources_interest(struct proposal *p, const char *source, const char *fact)
{
	int at = source ? case_find_source(p->c, source) : -1;
	if (at < 0 || !p->c->sources.at[at].drafted)
		return;
	struct source *s = &p->c->sources.at[at];
	for (each (i, &s->interests))
		if (!strcmp(i->fact.id, fact))
			return;
	list_push(p->arena, &s->interests, ((struct interest){ proposal_ref(fact), true }));
	s->kind = !s->kind || !strcmp(s->kind, "person") ? "party" : s->kind;
}
