// The draft of one document as casedraft/1: every span in bytes of the original file, every target a hypothesis id.
#include "draft/draft.h"

#include "draft/hypotheses.h"

#include "base/log.h"

#include <string.h>

struct drafter {
	struct arena *arena;
	const struct document *d;
	struct hypotheses hypotheses;
};

static struct node *put_span(const struct drafter *w, struct node *to, const char *key, span at, bool original)
{
	if (!original)
		at = document_original(w->d, at);
	if (span_empty(at))
		return NULL;
	struct node *list = node_list(w->arena);
	node_add(list, node_number(w->arena, at.from));
	node_add(list, node_number(w->arena, at.to));
	return key ? node_put(w->arena, to, key, list) : node_add(to, list);
}

static const char *hypothesis_id(const struct drafter *w, size_t i)
{
	return arena_printf(w->arena, "H%zu", i + 1);
}

static struct node *party(const struct drafter *w, const struct party *p)
{
	struct node *n = node_map(w->arena);
	node_put_text(w->arena, n, "name", p->name);
	node_put_text(w->arena, n, "kind", p->kind);
	if (!span_empty(p->at))
		put_span(w, n, "span", p->at, false);
	return n;
}

static void put_targets(struct drafter *w, struct node *to, const char *key, const struct target *at, size_t n)
{
	struct node *list = node_put_list(w->arena, to, key);
	for (size_t i = 0; i < n; i++) {
		struct node *t = node_add(list, node_map(w->arena));
		node_put_text(
		    w->arena, t, "h",
		    hypothesis_id(w, hypotheses_add(w->arena, &w->hypotheses, at[i].role, at[i].actor, at[i].said)));
		node_put_text(w->arena, t, "polarity", polarity_name(at[i].polarity));
	}
}

static void put_hedge(const struct drafter *w, struct node *to, const char *key, const struct hedge *h,
		      const char *level)
{
	if (!h->word)
		return;
	struct node *n = node_put_map(w->arena, to, key);
	node_put_text(w->arena, n, "word", h->word);
	node_put_text(w->arena, n, "level", level);
	put_span(w, n, "span", h->at, false);
}

static struct node *statement(struct drafter *w, const struct statement *s, size_t number)
{
	struct node *n = node_map(w->arena);
	node_put_text(w->arena, n, "id", arena_printf(w->arena, "S%zu", number));
	span whole = { s->content.at[0].from, s->content.at[s->content.n - 1].to };
	put_span(w, n, "content", whole, false);
	struct node *also = node_put_list(w->arena, n, "also");
	for (size_t i = 0; i < s->also.n; i++)
		put_span(w, also, NULL, s->also.at[i], false);
	node_put(w->arena, n, "speaker", party(w, &s->speaker));
	struct node *chain = node_put_list(w->arena, n, "chain");
	for (size_t i = 0; i < s->chain.n; i++)
		node_add(chain, party(w, &s->chain.at[i]));
	node_put_text(w->arena, n, "stance", stance_name(s->stance));
	put_targets(w, n, "targets", s->targets.at, s->targets.n);
	put_hedge(w, n, "likelihood", &s->likelihood,
		  s->likelihood.word ? level_name((enum level)s->likelihood.level) : NULL);
	put_hedge(w, n, "confidence", &s->confidence,
		  s->confidence.word ? sureness_name((enum sureness)s->confidence.level) : NULL);
	node_put_text(w->arena, n, "basis", basis_name(s->basis));
	node_put_text(w->arena, n, "proxy_for", s->proxy_for);
	return n;
}

static void put_findings(struct drafter *w, struct node *facts, struct node *precedents)
{
	size_t number[2] = { 0, 0 };
	for (size_t i = 0; i < w->d->findings.n; i++) {
		const struct finding_at *f = &w->d->findings.at[i];
		struct node *n = node_add(f->precedent ? precedents : facts, node_map(w->arena));
		node_put_text(w->arena, n, "id",
			      arena_printf(w->arena, "%s%zu", f->precedent ? "P" : "F", ++number[f->precedent]));
		put_span(w, n, "span", f->at, false);
		if (!f->precedent)
			node_put_text(w->arena, n, "kind", finding_name(f->kind));
		node_put_text(w->arena, n, "source", f->source);
		put_targets(w, n, "bears_on", f->bears_on.at, f->bears_on.n);
	}
}

static void put_dates(const struct drafter *w, struct node *to)
{
	struct node *list = node_put_list(w->arena, to, "dates");
	for (size_t i = 0; i < w->d->dates.n; i++) {
		const struct dated *at = &w->d->dates.at[i];
		struct node *n = node_map(w->arena);
		if (!put_span(w, n, "span", at->at, at->original))
			continue;
		node_put_text(w->arena, n, "value", at->value);
		node_put_text(w->arena, n, "role", date_role_name(at->role));
		node_add(list, n);
	}
}

static void put_debris(const struct drafter *w, struct node *to)
{
	struct node *list = node_put_list(w->arena, to, "debris");
	for (size_t i = 0; i < w->d->debris.n; i++) {
		struct node *n = node_map(w->arena);
		if (!put_span(w, n, "span", w->d->debris.at[i].at, true))
			continue;
		node_put_text(w->arena, n, "kind", debris_name(w->d->debris.at[i].kind));
		node_add(list, n);
	}
}

static void put_incident(const struct drafter *w, struct node *to)
{
	const struct incident_at *in = &w->d->incident;
	if (!in->label)
		return;
	struct node *n = node_put_map(w->arena, to, "incident");
	node_put_text(w->arena, n, "kind", incident_name(in->kind));
	node_put_text(w->arena, n, "label", in->label);
	node_put_text(w->arena, n, "where", in->where);
	put_span(w, n, "span", in->at, false);
	if (in->when) {
		struct node *when = node_put_map(w->arena, n, "when");
		node_put_text(w->arena, when, "value", in->when);
		put_span(w, when, "span", in->when_at, false);
	}
}

// The report's own date: unknown is an answer. A date whose year the page does not give stands among the dates only.
static void put_published(const struct drafter *w, struct node *doc)
{
	struct node *n = node_put_map(w->arena, doc, "published");
	char text[DATE_TEXT] = "";
	date_print(w->d->published, text);
	const struct dated *at = NULL;
	for (size_t i = 0; i < w->d->dates.n && !at; i++)
		if (w->d->dates.at[i].role == DATE_ROLE_publication)
			at = &w->d->dates.at[i];
	const char *value = text[0] ? text : at ? at->value : NULL;
	node_put(w->arena, n, "value", value ? node_text(w->arena, value) : node_null(w->arena));
	if (at)
		put_span(w, n, "span", at->at, at->original);
}

static const char *stem_of(struct arena *a, const char *file)
{
	const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file, *dot = strrchr(name, '.');
	return arena_copy(a, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

static void put_document(const struct drafter *w, struct node *to, const char *file)
{
	const char *slash = file ? strrchr(file, '/') : NULL;
	struct node *doc = node_add(node_put_list(w->arena, to, "docs"), node_map(w->arena));
	node_put_text(w->arena, doc, "id", file ? stem_of(w->arena, file) : w->d->id);
	node_put_text(w->arena, doc, "file", slash ? slash + 1 : file);
	node_put_number(w->arena, doc, "bytes", w->d->bytes);
	node_put_text(w->arena, doc, "sha256", w->d->id);
	put_published(w, doc);
}

struct node *draft_casedraft(struct arena *a, const struct document *d, const char *file)
{
	struct drafter w = { .arena = a, .d = d };
	if (!d->statements.n && !d->findings.n)
		log_warn("%s: no contested incident is told of: there is nothing to draft", file);
	struct node *out = node_map(a);
	node_put_text(a, out, "format", "casedraft/1");
	put_document(&w, out, file);
	put_incident(&w, out);
	struct node *hypotheses = node_put_list(a, out, "hypotheses");
	struct node *statements = node_put_list(a, out, "statements");
	for (size_t i = 0; i < d->statements.n; i++)
		node_add(statements, statement(&w, &d->statements.at[i], i + 1));
	struct node *facts = node_put_list(a, out, "facts"), *precedents = node_put_list(a, out, "precedents");
	put_findings(&w, facts, precedents);
	put_dates(&w, out);
	put_debris(&w, out);
	if (w.hypotheses.list.n) // nobody may ever know
		hypotheses_add(a, &w.hypotheses, ROLE_unknown, "", NULL);
	for (size_t i = 0; i < w.hypotheses.list.n; i++) {
		const struct drafted *h = &w.hypotheses.list.at[i];
		struct node *n = node_add(hypotheses, node_map(a));
		node_put_text(a, n, "id", hypothesis_id(&w, i));
		node_put_text(a, n, "role", role_name(h->role));
		node_put_text(a, n, "actor", h->actor);
		struct node *aka = h->aka.n ? node_put_list(a, n, "aka") : NULL;
		for (each (name, &h->aka))
			node_add(aka, node_text(a, *name));
	}
	return out;
}
