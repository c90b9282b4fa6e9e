// MISP core format (misp-standard.org): an event whose attributes say what the items of the case say, with the tags
// that analysts of MISP know: admiralty-scale for sources, estimative-language for likelihoods and confidence. Actors
// are clusters of the galaxy threat-actor, and attribution-confidence is the estimate in percent, as a text. The case
// itself is attached whole, for its import. What came from an event goes back into it.
#include "write/misp.h"

#include "base/uuid.h"
#include "case/format.h"
#include "case/json.h"
#include "case/misp.h"
#include "case/scale.h"
#include "case/stix.h"
#include "write/export.h"
#include "write/note.h"
#include "write/number.h"
#include "write/phrase.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>
#include <time.h>

struct misp {
	struct arena *a;
	const struct write_input *in;
	const struct the_case *c;
	struct node *event, *attributes;
	const char *title, *timestamp;
};

static const char *uuid(const struct misp *m, const char *name)
{
	char *text = arena_take(m->a, UUID_TEXT + 1);
	uuid_of(STIX_SPACE, arena_printf(m->a, "misp\n%s\n%s", m->title, name), text);
	return text;
}

// A list of an object, made where it is needed first.
static struct node *list_of(struct misp *m, struct node *object, const char *key)
{
	for (struct node *n = object->first; n; n = n->next)
		if (!strcmp(n->key, key) && n->kind == NODE_LIST)
			return n;
	return node_put_list(m->a, object, key);
}

static struct node *add_attribute(struct misp *m, const char *type, const char *category, const char *what,
				  const char *id, const char *value)
{
	struct node *n = node_add(m->attributes, node_map(m->a));
	node_put_text(m->a, n, "uuid", uuid(m, arena_printf(m->a, "%s %s", what, id)));
	node_put_text(m->a, n, "type", type);
	node_put_text(m->a, n, "category", category);
	node_put_text(m->a, n, "value", value);
	node_put_text(m->a, n, "comment", arena_printf(m->a, MISP_OURS "%s %s", what, id));
	node_put_bool(m->a, n, "to_ids", false);
	node_put_text(m->a, n, "distribution", "0");
	node_put_text(m->a, n, "timestamp", m->timestamp);
	return n;
}

// namespace:predicate="value", the value in lower case with '-' between its words.
static void put_tag(struct misp *m, struct node *attribute, const char *predicate, const char *value)
{
	struct buf b = buf_in(m->a);
	buf_printf(&b, "%s=\"", predicate);
	for (const char *p = value; *p; p++)
		buf_char(&b, *p == ' ' ? '-' : (char)tolower((unsigned char)*p));
	buf_char(&b, '"');
	node_put_text(m->a, node_add(list_of(m, attribute, "Tag"), node_map(m->a)), "name", buf_str(&b));
}

// --- the whole case ---

static const char *base64(struct arena *a, struct slice s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct buf b = buf_in(a);
	for (size_t i = 0; i < s.len; i += 3) {
		uint32_t three = 0;
		for (size_t k = 0; k < 3; k++)
			three = three << 8 | (i + k < s.len ? (unsigned char)s.at[i + k] : 0u);
		for (size_t k = 0; k < 4; k++)
			buf_char(&b, i + k > s.len ? '=' : digits[three >> (18 - 6 * k) & 63]);
	}
	return buf_str(&b);
}

// All but what goes back into the event as it came.
static void attach_case(struct misp *m)
{
	struct the_case c = *m->c;
	struct buf b = buf_in(m->a);
	memset(&c.foreign, 0, sizeof c.foreign);
	for (each (x, &m->c->foreign))
		if (strcmp(x->format, "misp") != 0)
			list_push(m->a, &c.foreign, *x);
	json_write(&b, format_write_case(m->a, &c));
	struct node *n = add_attribute(m, "attachment", "External analysis", "the whole case", "for import", MISP_CASE);
	node_put_text(m->a, n, "data", base64(m->a, (struct slice){ b.at, b.n }));
}

// --- hypotheses ---

static void put_actor(struct misp *m, struct node *attribute, const struct hypothesis *h, double p)
{
	struct node *galaxy = node_add(node_put_list(m->a, attribute, "Galaxy"), node_map(m->a)), *cluster;
	node_put_text(m->a, galaxy, "uuid", uuid(m, "galaxy"));
	node_put_text(m->a, galaxy, "name", "Threat Actor");
	node_put_text(m->a, galaxy, "type", "threat-actor");
	node_put_text(m->a, galaxy, "description", "Actors that hypotheses name; to be named is no finding");
	cluster = node_add(node_put_list(m->a, galaxy, "GalaxyCluster"), node_map(m->a));
	node_put_text(m->a, cluster, "uuid", uuid(m, arena_printf(m->a, "actor %s", h->actor)));
	node_put_text(m->a, cluster, "type", "threat-actor");
	node_put_text(m->a, cluster, "value", h->actor);
	node_put_text(m->a, cluster, "tag_name", arena_printf(m->a, "misp-galaxy:threat-actor=\"%s\"", h->actor));
	node_put_text(m->a, cluster, "description",
		      "attribution-confidence is the estimate of the hypothesis in percent");
	if (p >= 0)
		node_put_text(m->a, node_put_map(m->a, cluster, "meta"), "attribution-confidence",
			      arena_printf(m->a, "%.0f", p * 100));
}

static void add_hypothesis(struct misp *m, size_t q, size_t i)
{
	const struct question *ask = &m->c->questions.at[q];
	const struct hypothesis *h = &ask->hyps.at[i];
	const struct question_result *r = m->in->w ? &m->in->w->questions[q] : NULL;
	struct node *n =
	    add_attribute(m, "text", "Attribution", "hypothesis", arena_printf(m->a, "%s.%s", ask->id, h->id),
			  phrase_upper(m->a, phrase_hypothesis(m->a, h)));
	if (r)
		put_tag(m, n, "estimative-language:likelihood-probability", scale_of(r->hyps[i].p)->word);
	if (r && i == r->lead)
		put_tag(m, n, "estimative-language:confidence-in-analytic-judgment",
			sureness_name(r->confidence.level));
	if (export_attributes(h))
		put_actor(m, n, h, r ? r->hyps[i].p : -1);
}

// --- the other items ---

static const char *say_report(struct misp *m, const struct report *r)
{
	const struct fact *f = &m->c->facts.at[r->fact.at];
	char date[DATE_TEXT];
	date_print(r->published, date);
	const char *holds = r->holds.kind == VALUE_YES  ? "so"
			    : r->holds.kind == VALUE_NO ? "not so"
							: number_value(m->a, &r->holds);
	return arena_printf(m->a, "%s%s%s: %s (%s)", note_chain(m->a, m->c, r), *date ? ", " : "", date,
			    f->say && *f->say ? f->say : f->id, holds);
}

static void add_report(struct misp *m, const struct report *r)
{
	struct node *n = add_attribute(m, "text", "External analysis", "report", r->id, say_report(m, r));
	const char *grade = r->from.id ? note_grade(&m->c->sources.at[r->from.at]) : "F";
	if (strlen(grade) == 1 && strchr("ABCDEF", *grade))
		put_tag(m, n, "admiralty-scale:source-reliability", grade);
	const struct band *band = r->holds.kind == VALUE_TERM ? scale_find(slice_of(r->holds.term)) : NULL;
	if (band)
		put_tag(m, n, "estimative-language:likelihood-probability", band->word);
}

static void add_document(struct misp *m, const struct document *d)
{
	const char *url = d->url ? d->url : d->canonical;
	bool link = url && (slice_starts(slice_of(url), "http://") || slice_starts(slice_of(url), "https://"));
	const char *title = d->title ? d->title : d->path ? d->path : d->id;
	add_attribute(m, link ? "link" : "text", "External analysis", "document", d->id, link ? url : title);
}

static void add_items(struct misp *m)
{
	for (size_t q = 0; q < m->c->questions.n; q++)
		for (size_t h = 0; h < m->c->questions.at[q].hyps.n; h++)
			add_hypothesis(m, q, h);
	for (each (f, &m->c->facts))
		add_attribute(m, "text", "External analysis", "fact", f->id, f->say && *f->say ? f->say : f->id);
	for (each (r, &m->c->reports))
		add_report(m, r);
	for (each (x, &m->c->assumptions))
		add_attribute(m, "comment", "External analysis", "assumption", x->id,
			      x->say && *x->say ? x->say : x->id);
	size_t i = 0;
	for (each (j, &m->c->judgements))
		add_attribute(
		    m, "comment", "External analysis", "judgement", j->id ? j->id : arena_printf(m->a, "#%zu", ++i),
		    arena_printf(m->a, "%s: %s", j->who ? j->who : "Somebody not named", j->say ? j->say : ""));
	for (each (d, &m->c->documents))
		add_document(m, d);
}

// --- the event ---

static const struct node *event_kept(const struct the_case *c)
{
	for (each (x, &c->foreign))
		if (!strcmp(x->format, "misp") && !x->list)
			return x->object;
	return NULL;
}

static void put_head(struct misp *m, int64_t changed)
{
	char day[DATE_TEXT] = "";
	date_print(date_of_day((long)(changed / 86400)), day);
	node_put_text(m->a, m->event, "uuid", uuid(m, "event"));
	node_put_text(m->a, m->event, "info", *m->title ? m->title : "A case");
	node_put_text(m->a, m->event, "date", day);
	node_put_text(m->a, m->event, "threat_level_id", "4"); // undefined
	node_put_text(m->a, m->event, "analysis", "1");        // ongoing
	node_put_text(m->a, m->event, "distribution", "0");    // this organisation alone
	node_put_bool(m->a, m->event, "published", false);
	node_put_text(m->a, m->event, "timestamp", m->timestamp);
	struct node *by = node_put_map(m->a, m->event, "Orgc");
	node_put_text(m->a, by, "uuid", STIX_PROGRAM);
	node_put_text(m->a, by, "name", "hearsay");
}

// Lists of the kept head are empty: what stood in them comes behind it.
static void put_kept(struct misp *m, const struct node *head)
{
	for (node_each (n, head)) {
		struct node *copy = n->kind == NODE_LIST && !n->n ? node_list(m->a) : export_copy(m->a, n);
		node_put(m->a, m->event, n->key, copy);
	}
	for (each (x, &m->c->foreign))
		if (!strcmp(x->format, "misp") && x->list)
			node_add(list_of(m, m->event, x->list), export_copy(m->a, x->object));
}

void misp_write(struct buf *out, const struct write_input *in)
{
	struct misp m = { .a = out->arena, .in = in, .c = in->c, .title = export_title(in->c) };
	struct node *top = node_map(m.a);
	const struct node *kept = event_kept(in->c);
	int64_t made, changed;
	export_times(in, &made, &changed);
	m.timestamp = arena_printf(m.a, "%" PRId64, changed);
	m.event = node_put_map(m.a, top, "Event");
	if (!kept)
		put_head(&m, changed);
	put_kept(&m, kept);
	m.attributes = list_of(&m, m.event, "Attribute");
	add_items(&m);
	attach_case(&m);
	json_write_pretty(out, top);
}
