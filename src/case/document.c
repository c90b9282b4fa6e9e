// Documents and statements as JSON: one pair of functions a part, so that what is written can be read back. The reader
// child's answer, the derived rows of a case file and what `hearsay read` prints are all this.
#include "case/document.h"

#include "base/limits.h"
#include "case/offsets.h"

#include <stdlib.h>
#include <string.h>

// --- spans ---

static struct node *write_span(struct arena *a, const struct offsets *o, span s)
{
	struct node *n = node_list(a);
	node_add(n, node_number(a, offsets_points(o, s.from)));
	node_add(n, node_number(a, offsets_points(o, s.to)));
	return n;
}

static bool read_span(const struct offsets *o, const struct node *n, span *s)
{
	if (!n || n->kind != NODE_LIST || n->n != 2 || n->first->kind != NODE_NUMBER || n->last->kind != NODE_NUMBER)
		return false;
	double from = n->first->number, to = n->last->number;
	if (!(from >= 0 && from <= to && to <= LIMIT_DOCUMENT))
		return false;
	*s = (span){ offsets_bytes(o, (uint32_t)from), offsets_bytes(o, (uint32_t)to) };
	return true;
}

static struct node *write_spans(struct arena *a, const struct offsets *o, const struct spans *spans)
{
	struct node *list = node_list(a);
	for (each (s, spans))
		node_add(list, write_span(a, o, *s));
	return list;
}

// A list of spans; a span alone is a list of one.
static bool read_spans(struct arena *a, const struct offsets *o, const struct node *n, struct spans *out)
{
	span s;
	if (!n)
		return true;
	if (read_span(o, n, &s)) {
		list_push(a, out, s);
		return true;
	}
	if (n->kind != NODE_LIST)
		return false;
	for (node_each (child, n)) {
		if (!read_span(o, child, &s))
			return false;
		list_push(a, out, s);
	}
	return true;
}

// One span is written plainly, several as a list of parts.
static struct node *write_parts(struct arena *a, const struct offsets *o, const struct spans *spans)
{
	return spans->n == 1 ? write_span(a, o, spans->at[0]) : write_spans(a, o, spans);
}

// --- statements ---

static struct node *write_party(struct arena *a, const struct offsets *o, const struct party *p)
{
	struct node *n = node_map(a);
	node_put_text(a, n, "name", p->name ? p->name : "");
	node_put_text(a, n, "kind", p->kind);
	if (!span_empty(p->at))
		node_put(a, n, "span", write_span(a, o, p->at));
	return n;
}

static struct party read_party(const struct offsets *o, const struct node *n)
{
	struct party p = { .name = node_get_text(n, "name"), .kind = node_get_text(n, "kind") };
	if (!p.name)
		p.name = "";
	read_span(o, node_get(n, "span"), &p.at);
	return p;
}

static struct node *write_targets(struct arena *a, const struct targets *targets)
{
	struct node *list = node_list(a);
	for (each (t, targets)) {
		struct node *n = node_add(list, node_map(a));
		node_put_text(a, n, "h", t->hypothesis);
		node_put_text(a, n, "role", role_name(t->role));
		node_put_text(a, n, "actor", t->actor ? t->actor : "");
		node_put_text(a, n, "polarity", polarity_name(t->polarity));
		if (t->said)
			node_put_text(a, n, "said", t->said);
	}
	return list;
}

static bool read_target(const struct node *n, struct target *t)
{
	const char *role = node_get_text(n, "role"), *polarity = node_get_text(n, "polarity");
	t->hypothesis = node_get_text(n, "h");
	t->said = node_get_text(n, "said");
	t->actor = node_get_text(n, "actor");
	if (!t->actor)
		t->actor = "";
	return role && role_read(slice_of(role), &t->role) && polarity &&
	       polarity_read(slice_of(polarity), &t->polarity);
}

static bool read_targets(struct arena *a, const struct node *n, struct targets *out)
{
	for (node_each (t, n))
		if (!read_target(t, list_add(a, out)))
			return false;
	return true;
}

static struct node *write_hedge(struct arena *a, const struct offsets *o, const struct hedge *h, const char *level)
{
	if (!h->word)
		return node_null(a);
	struct node *n = node_map(a);
	node_put_text(a, n, "word", h->word);
	node_put_text(a, n, "level", level);
	if (!span_empty(h->at))
		node_put(a, n, "span", write_span(a, o, h->at));
	return n;
}

static void write_statement(struct arena *a, const struct statement *s, const struct offsets *o, struct node *n)
{
	node_put_text(a, n, "id", s->id);
	node_put_text(a, n, "document", s->document);
	node_put(a, n, "content", write_parts(a, o, &s->content));
	node_put(a, n, "also", write_spans(a, o, &s->also));
	node_put(a, n, "speaker", write_party(a, o, &s->speaker));
	struct node *chain = node_put_list(a, n, "chain");
	for (each (p, &s->chain))
		node_add(chain, write_party(a, o, p));
	node_put_text(a, n, "stance", stance_name(s->stance));
	node_put(a, n, "targets", write_targets(a, &s->targets));
	node_put(a, n, "likelihood", write_hedge(a, o, &s->likelihood, level_name((enum level)s->likelihood.level)));
	node_put(a, n, "confidence",
		 write_hedge(a, o, &s->confidence, sureness_name((enum sureness)s->confidence.level)));
	node_put_text(a, n, "basis", basis_name(s->basis));
	node_put_text(a, n, "proxy_for", s->proxy_for);
	node_put_text(a, n, "refers_to", s->refers_to);
	char when[DATE_TEXT];
	date_print(s->when, when);
	if (*when)
		node_put_text(a, n, "when", when);
	if (s->sure > 0)
		node_put_number(a, n, "sure", s->sure);
	node_put_text(a, n, "words", s->words);
}

static enum status bad(struct err *e, const char *what)
{
	return err_set(e, STATUS_BAD_INPUT, "%s", what);
}

static enum status read_statement(struct arena *a, const struct node *n, const struct offsets *o, struct statement *s,
				  struct err *e)
{
	*s = (struct statement){ .id = node_get_text(n, "id"),
				 .document = node_get_text(n, "document"),
				 .proxy_for = node_get_text(n, "proxy_for"),
				 .refers_to = node_get_text(n, "refers_to"),
				 .sure = node_get_number(n, "sure", 0),
				 .words = node_get_text(n, "words"),
				 .speaker = read_party(o, node_get(n, "speaker")) };
	const char *stance = node_get_text(n, "stance"), *basis = node_get_text(n, "basis"),
		   *when = node_get_text(n, "when");
	const struct node *lik = node_get(n, "likelihood"), *con = node_get(n, "confidence");
	if (!read_spans(a, o, node_get(n, "content"), &s->content) || !read_spans(a, o, node_get(n, "also"), &s->also))
		return bad(e, "a span is [from, to]");
	if (!stance || !stance_read(slice_of(stance), &s->stance))
		return bad(e, "stance: is one of accuses, admits, denies, assesses, speculates, reports, rules_out, "
			      "not_ruled_out, no_conclusion, declines");
	if (basis && !basis_read(slice_of(basis), &s->basis))
		return bad(e, "there is no such basis");
	if (!read_targets(a, node_get(n, "targets"), &s->targets))
		return bad(e, "a target is {role, actor, polarity}");
	for (node_each (p, node_get(n, "chain")))
		list_push(a, &s->chain, read_party(o, p));
	s->likelihood.word = node_get_text(lik, "word");
	s->confidence.word = node_get_text(con, "word");
	read_span(o, node_get(lik, "span"), &s->likelihood.at);
	read_span(o, node_get(con, "span"), &s->confidence.at);
	enum level level = LEVEL_possible;
	enum sureness sure = SURENESS_moderate;
	if (node_get_text(lik, "level") && !level_read(slice_of(node_get_text(lik, "level")), &level))
		return bad(e, "likelihood: level is one of remote, unlikely, possible, likely, near_certain");
	if (node_get_text(con, "level") && !sureness_read(slice_of(node_get_text(con, "level")), &sure))
		return bad(e, "confidence: level is one of low, moderate, high");
	s->likelihood.level = (int)level;
	s->confidence.level = (int)sure;
	if (when && !date_read(slice_of(when), &s->when))
		return bad(e, "when: is a date, 2023-05-03");
	return STATUS_OK;
}

void document_write_statement_into(struct arena *a, const struct statement *s, const struct document *d,
				   struct node *map)
{
	struct offsets o = offsets_of(a, d ? d->text : NULL, d ? d->len : 0);
	write_statement(a, s, &o, map);
}

enum status document_read_statement(struct arena *a, const struct node *n, const struct document *d,
				    struct statement *s, struct err *e)
{
	if (n->kind != NODE_MAP)
		return bad(e, "a statement is a map");
	struct offsets o = offsets_of(a, d ? d->text : NULL, d ? d->len : 0);
	return read_statement(a, n, &o, s, e);
}

// --- the document's own lines ---

static void write_names(struct arena *a, struct node *map, const char *key, const struct names *names)
{
	if (!names->n)
		return;
	struct node *list = node_put_list(a, map, key);
	for (each (name, names))
		node_add(list, node_text(a, *name));
}

static void read_names(struct arena *a, const struct node *list, struct names *out)
{
	for (node_each (name, list))
		if (name->kind == NODE_TEXT)
			list_push(a, out, name->text);
}

static const struct offsets as_is; // bytes of the original

static void write_evidence(struct arena *a, const struct document *d, struct node *map)
{
	if (!span_empty(d->title_at))
		node_put(a, map, "title_original", write_span(a, &as_is, d->title_at));
	if (d->byline_at.n)
		node_put(a, map, "byline_original", write_spans(a, &as_is, &d->byline_at));
}

static bool read_evidence(struct arena *a, const struct node *n, struct document *d)
{
	const struct node *title = node_get(n, "title_original"), *byline = node_get(n, "byline_original");
	return (!title || read_span(&as_is, title, &d->title_at)) && read_spans(a, &as_is, byline, &d->byline_at);
}

void document_write_head(struct arena *a, const struct document *d, struct node *map)
{
	char published[DATE_TEXT], time[DATE_TIME];
	date_print(d->published, published);
	date_print_time(d->published, time);
	node_put_text(a, map, "id", d->id);
	node_put_text(a, map, "path", d->path);
	node_put_text(a, map, "media", d->media);
	node_put_text(a, map, "title", d->title);
	write_names(a, map, "byline", &d->byline);
	node_put_text(a, map, "outlet", d->outlet);
	if (*published) {
		node_put_text(a, map, "published", published);
		node_put_text(a, map, "published_precision", date_precision(d->published));
		node_put_text(a, map, "published_time", *time ? arena_text(a, time) : NULL);
		node_put_text(a, map, "published_from", d->published_from);
	}
	node_put_text(a, map, "lang", d->lang);
	node_put_text(a, map, "canonical", d->canonical);
	node_put_text(a, map, "url", d->url);
	node_put_text(a, map, "captured", d->captured);
	write_names(a, map, "credit", &d->credit);
	write_evidence(a, d, map);
	if (d->bytes)
		node_put_number(a, map, "bytes", d->bytes);
}

static enum status read_head(struct arena *a, const struct node *n, struct document *d, struct err *e)
{
	const char *published = node_get_text(n, "published"), *time = node_get_text(n, "published_time");
	struct date at = { 0 };
	d->id = node_get_text(n, "id");
	d->path = node_get_text(n, "path");
	d->media = node_get_text(n, "media");
	d->title = node_get_text(n, "title");
	d->outlet = node_get_text(n, "outlet");
	d->lang = node_get_text(n, "lang");
	d->canonical = node_get_text(n, "canonical");
	d->url = node_get_text(n, "url");
	d->captured = node_get_text(n, "captured");
	d->published_from = node_get_text(n, "published_from");
	d->bytes = (uint32_t)node_get_number(n, "bytes", 0);
	read_names(a, node_get(n, "byline"), &d->byline);
	read_names(a, node_get(n, "credit"), &d->credit);
	if (!read_evidence(a, n, d))
		return err_set(e, STATUS_BAD_INPUT, "title_original, byline_original: are spans of bytes, [from, to]");
	if (published && !date_read(slice_of(published), &d->published))
		return err_set(e, STATUS_BAD_INPUT,
			       "published: '%.40s' is not a date; write 2023, 2023-05 or 2023-05-03", published);
	if (time && date_read(slice_of(time), &at))
		d->published.at = at.at;
	return STATUS_OK;
}

// --- what was found in the text ---

static void write_runs(struct arena *a, const struct document *d, struct node *n)
{
	struct node *map = node_put_list(a, n, "map"); // bytes, unlike the rest: it is about them
	for (each (r, &d->map)) {
		struct node *run = node_add(map, node_list(a));
		node_add(run, node_number(a, r->text));
		node_add(run, node_number(a, r->original));
		node_add(run, node_number(a, r->len));
		if (r->unit) {
			node_add(run, node_number(a, r->unit));
			node_add(run, node_number(a, r->from));
		}
	}
}

static bool read_run(const struct node *n, struct run *r)
{
	if (n->kind != NODE_LIST || (n->n != 3 && n->n != 5))
		return false;
	uint32_t v[5] = { 0 };
	size_t i = 0;
	for (node_each (x, n)) {
		if (x->kind != NODE_NUMBER || !(x->number >= 0 && x->number <= LIMIT_DOCUMENT))
			return false;
		v[i++] = (uint32_t)x->number;
	}
	*r = (struct run){ v[0], v[1], v[2], v[3], v[4] };
	return true;
}

static void write_attributions(struct arena *a, const struct offsets *o, const struct attributions *all,
			       struct node *list)
{
	for (each (x, all)) {
		struct node *m = node_add(list, node_map(a));
		node_put(a, m, "source", write_spans(a, o, &x->source));
		node_put(a, m, "cue", write_spans(a, o, &x->cue));
		node_put(a, m, "content", write_spans(a, o, &x->content));
		node_put_number(a, m, "confidence", x->confidence);
		if (x->inner.n)
			write_attributions(a, o, &x->inner, node_put_list(a, m, "inner"));
	}
}

static void write_marks(struct arena *a, const struct document *d, const struct offsets *o, struct node *n)
{
	struct node *list = node_put_list(a, n, "debris");
	for (each (x, &d->debris)) {
		struct node *m = node_add(list, node_map(a));
		node_put(a, m, "original", write_span(a, &as_is, x->at));
		node_put_text(a, m, "kind", debris_name(x->kind));
	}
	list = node_put_list(a, n, "dates");
	for (each (x, &d->dates)) {
		struct node *m = node_add(list, node_map(a));
		node_put(a, m, x->original ? "original" : "span", write_span(a, x->original ? &as_is : o, x->at));
		node_put_text(a, m, "value", x->value);
		node_put_text(a, m, "role", date_role_name(x->role));
	}
	write_attributions(a, o, &d->attributions, node_put_list(a, n, "attributions"));
	list = node_put_list(a, n, "findings");
	for (each (x, &d->findings)) {
		struct node *m = node_add(list, node_map(a));
		node_put(a, m, "span", write_span(a, o, x->at));
		node_put_text(a, m, "kind", x->precedent ? "precedent" : finding_name(x->kind));
		node_put_text(a, m, "source", x->source);
		node_put(a, m, "bears_on", write_targets(a, &x->bears_on));
	}
}

static const char *const citation_names[] = { "credit", "cites", "told", "unnamed", "own" };

static void write_citations(struct arena *a, const struct document *d, const struct offsets *o, struct node *n)
{
	struct node *list = node_put_list(a, n, "citations");
	for (each (x, &d->citations)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "kind", citation_names[x->kind]);
		node_put_text(a, m, "outlet", x->outlet);
		if (x->named_only)
			node_put_bool(a, m, "named_only", true);
		if (!span_empty(x->at))
			node_put(a, m, "span", write_span(a, o, x->at));
		if (x->statement != SIZE_MAX)
			node_put_number(a, m, "statement", (double)x->statement);
	}
	if (!d->incident.label)
		return;
	struct node *i = node_put_map(a, n, "incident");
	node_put_text(a, i, "kind", incident_name(d->incident.kind));
	node_put_text(a, i, "label", d->incident.label);
	node_put_text(a, i, "where", d->incident.where);
	node_put_text(a, i, "when", d->incident.when);
	node_put(a, i, "span", write_span(a, o, d->incident.at));
	if (!span_empty(d->incident.when_at))
		node_put(a, i, "when_span", write_span(a, o, d->incident.when_at));
}

struct node *document_write(struct arena *a, const struct document *d)
{
	struct offsets o = offsets_of(a, d->text, d->len);
	struct node *n = node_map(a);
	node_put_number(a, n, "hearsay", 1);
	document_write_head(a, d, n);
	if (!date_known(d->published))
		node_put(a, n, "published", node_null(a));
	if (d->text)
		node_put(a, n, "text", node_text(a, d->text));
	node_put(a, n, "paragraphs", write_spans(a, &o, &d->paragraphs));
	node_put(a, n, "sentences", write_spans(a, &o, &d->sentences));
	struct node *list = node_put_list(a, n, "statements");
	for (each (s, &d->statements))
		write_statement(a, s, &o, node_add(list, node_map(a)));
	write_marks(a, d, &o, n);
	write_citations(a, d, &o, n);
	write_runs(a, d, n);
	write_names(a, n, "warnings", &d->warnings);
	return n;
}

static bool read_attributions(struct arena *a, const struct offsets *o, const struct node *list,
			      struct attributions *out)
{
	bool fine = true;
	for (node_each (m, list)) {
		struct attribution *x = list_add(a, out);
		x->confidence = node_get_number(m, "confidence", 0);
		fine = fine && read_spans(a, o, node_get(m, "source"), &x->source) &&
		       read_spans(a, o, node_get(m, "cue"), &x->cue) &&
		       read_spans(a, o, node_get(m, "content"), &x->content) &&
		       read_attributions(a, o, node_get(m, "inner"), &x->inner);
	}
	return fine;
}

static bool read_marks(struct arena *a, const struct node *n, const struct offsets *o, struct document *d)
{
	bool fine = true;
	for (node_each (m, node_get(n, "debris"))) {
		struct debris_at *x = list_add(a, &d->debris);
		const char *kind = node_get_text(m, "kind");
		fine = fine && read_span(&as_is, node_get(m, "original"), &x->at) && kind &&
		       debris_read(slice_of(kind), &x->kind);
	}
	for (node_each (m, node_get(n, "dates"))) {
		struct dated *x = list_add(a, &d->dates);
		const char *role = node_get_text(m, "role");
		x->original = node_get(m, "original") != NULL;
		x->value = node_get_text(m, "value");
		fine = fine && role && date_role_read(slice_of(role), &x->role) &&
		       (x->original ? read_span(&as_is, node_get(m, "original"), &x->at)
				    : read_span(o, node_get(m, "span"), &x->at));
	}
	fine = fine && read_attributions(a, o, node_get(n, "attributions"), &d->attributions);
	for (node_each (m, node_get(n, "findings"))) {
		struct finding_at *x = list_add(a, &d->findings);
		const char *kind = node_get_text(m, "kind");
		x->source = node_get_text(m, "source");
		x->precedent = kind && !strcmp(kind, "precedent");
		fine = fine && read_span(o, node_get(m, "span"), &x->at) && kind &&
		       (x->precedent || finding_read(slice_of(kind), &x->kind)) &&
		       read_targets(a, node_get(m, "bears_on"), &x->bears_on);
	}
	return fine;
}

static bool read_citations(struct arena *a, const struct node *n, const struct offsets *o, struct document *d)
{
	bool fine = true;
	for (node_each (m, node_get(n, "citations"))) {
		struct citation *x = list_add(a, &d->citations);
		const char *kind = node_get_text(m, "kind");
		double statement = node_get_number(m, "statement", -1);
		int k = 0;
		while (k < 5 && (!kind || strcmp(kind, citation_names[k])))
			k++;
		x->kind = k < 5 ? (enum citation_kind)k : CITATION_CREDIT;
		x->outlet = node_get_text(m, "outlet");
		x->named_only = node_get_bool(m, "named_only", false);
		x->statement = statement >= 0 && statement < LIMIT_STATEMENTS ? (size_t)statement : SIZE_MAX;
		read_span(o, node_get(m, "span"), &x->at);
		fine = fine && k < 5;
	}
	const struct node *i = node_get(n, "incident");
	const char *kind = node_get_text(i, "kind");
	if (!i)
		return fine;
	d->incident.label = node_get_text(i, "label");
	d->incident.where = node_get_text(i, "where");
	d->incident.when = node_get_text(i, "when");
	read_span(o, node_get(i, "when_span"), &d->incident.when_at);
	return fine && kind && incident_read(slice_of(kind), &d->incident.kind) &&
	       read_span(o, node_get(i, "span"), &d->incident.at);
}

enum status document_read(struct arena *a, const struct node *n, struct document *d, struct err *e)
{
	*d = (struct document){ .line = n->line };
	if (n->kind != NODE_MAP)
		return bad(e, "a document is a map");
	enum status s = read_head(a, n, d, e);
	if (s != STATUS_OK)
		return s;
	d->text = node_get_text(n, "text");
	d->len = d->text ? (uint32_t)strlen(d->text) : 0;
	struct offsets o = offsets_of(a, d->text, d->len);
	if (!read_spans(a, &o, node_get(n, "paragraphs"), &d->paragraphs) ||
	    !read_spans(a, &o, node_get(n, "sentences"), &d->sentences) || !read_marks(a, n, &o, d) ||
	    !read_citations(a, n, &o, d))
		return bad(e, "a part of the document is not as doc/json-schema/document.json has it");
	for (node_each (m, node_get(n, "statements")))
		if ((s = read_statement(a, m, &o, list_add(a, &d->statements), e)) != STATUS_OK)
			return s;
	for (node_each (m, node_get(n, "map")))
		if (!read_run(m, list_add(a, &d->map)))
			return bad(e, "map: is a list of [text, original, length], or of these and [unit, from]");
	read_names(a, node_get(n, "warnings"), &d->warnings);
	return STATUS_OK;
}

span document_original(const struct document *d, span s)
{
	return d->map.n && !span_empty(s) ? runs_original(&d->map, s) : s;
}

static int by_place(const void *a, const void *b)
{
	const struct statement *x = a, *y = b;
	if (x->content.at[0].from != y->content.at[0].from)
		return x->content.at[0].from < y->content.at[0].from ? -1 : 1;
	return x->found < y->found ? -1 : x->found > y->found;
}

void document_order_statements(struct arena *a, struct document *d)
{
	if (d->statements.n)
		qsort(d->statements.at, d->statements.n, sizeof *d->statements.at, by_place);
	for (size_t i = 0; i < d->statements.n; i++)
		d->statements.at[i].id = arena_printf(a, "s%zu", i + 1);
}
