// STIX 2.1: the bundle. Everything in it is of the case: ids are UUIDs made of the case's title and of what the object
// is, times are those of the case file's journal or, without one, the case's date. So the same case gives the same
// bytes, and a platform that has an older version knows the newer one.
#include "write/stix.h"

#include "base/uuid.h"
#include "case/json.h"
#include "case/stix.h"
#include "write/export.h"

#include <string.h>
#include <time.h>

#define EPOCH "1970-01-01T00:00:00.000Z"
#define MADE "2024-01-01T00:00:00.000Z" // of what is the same in every bundle

#define SCHEMA                                                                                                         \
	"An object with this extension stands for an item of a case of hearsay. kind: the list of the case "           \
	"that it is of (case, analysts, assumptions, questions, facts, sources, reports, judgements, "                 \
	"documents, statements, foreign), or what was made of the case (assessment, section, likelihood, "             \
	"judgement, opinion, actor, attribution, event). place: its place in that list, from 0. item: the "            \
	"item, with the keys of the format of a case (JSON); item_text: the same as JSON in a text. question, "        \
	"hypothesis: their ids, where the object is about them. likelihood: of a hypothesis, with word, low "          \
	"and high (the band of the word, as probabilities), scale (icd203), estimate, interval (5 % and 95 % "         \
	"of the draws), prior. confidence: of a judgement, with level and sum of the points."

const char *stix_id(const struct stix *s, const char *type, const char *kind, const char *name)
{
	char uuid[UUID_TEXT + 1];
	uuid_of(STIX_SPACE, arena_printf(s->a, "%s\n%s\n%s\n%s", s->title, type, kind, name), uuid);
	return arena_printf(s->a, "%s--%s", type, uuid);
}

static struct node *begin(struct stix *s, const char *type, const char *id, const char *created, const char *modified)
{
	struct node *n = node_add(s->objects, node_map(s->a));
	node_put_text(s->a, n, "type", type);
	node_put_text(s->a, n, "spec_version", "2.1");
	node_put_text(s->a, n, "id", id);
	if (strcmp(id, STIX_IDENTITY))
		node_put_text(s->a, n, "created_by_ref", STIX_IDENTITY);
	node_put_text(s->a, n, "created", created);
	node_put_text(s->a, n, "modified", modified);
	return n;
}

struct node *stix_object(struct stix *s, const char *type, const char *kind, const char *name)
{
	return begin(s, type, stix_id(s, type, kind, name), s->created, s->modified);
}

struct node *stix_note(struct stix *s, const char *kind, const char *name, const char *abstract, const char *content)
{
	struct node *n = stix_object(s, "note", kind, name);
	node_put_text(s->a, n, "abstract", abstract);
	node_put_text(s->a, n, "content", content);
	return n;
}

void stix_refer(struct stix *s, struct node *object, const char *id)
{
	struct node *refs = object->last;
	if (strcmp(refs->key, "object_refs"))
		refs = node_put_list(s->a, object, "object_refs");
	node_add(refs, node_text(s->a, id));
}

struct node *stix_extend(struct stix *s, struct node *object, const char *kind)
{
	struct node *ours = node_put_map(s->a, node_put_map(s->a, object, "extensions"), STIX_EXTENSION);
	node_put_text(s->a, ours, "extension_type", "property-extension");
	node_put_text(s->a, ours, STIX_KIND, kind);
	return ours;
}

struct node *stix_about(struct stix *s, struct node *object, const char *kind, const struct question *q,
			const struct hypothesis *h)
{
	struct node *ours = stix_extend(s, object, kind);
	node_put_text(s->a, ours, STIX_QUESTION, q->id);
	node_put_text(s->a, ours, STIX_HYPOTHESIS, h ? h->id : NULL);
	return ours;
}

static bool is_key(const char *key)
{
	return *key && strlen(key) <= 250 &&
	       strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == strlen(key);
}

// STIX has no null, no empty list or map, and few characters in keys.
static bool is_allowed(const struct node *n)
{
	bool branch = n->kind == NODE_LIST || n->kind == NODE_MAP;
	if (n->kind == NODE_NULL || (branch && !n->n))
		return false;
	for (node_each (child, n))
		if ((n->kind == NODE_MAP && !is_key(child->key)) || !is_allowed(child))
			return false;
	return true;
}

void stix_carry(struct stix *s, struct node *object, const char *kind, size_t place, const struct node *item)
{
	struct node *ours = stix_extend(s, object, kind);
	node_put_number(s->a, ours, STIX_PLACE, (double)place);
	if (is_allowed(item)) {
		node_put(s->a, ours, STIX_ITEM, export_copy(s->a, item));
	} else {
		struct buf text = buf_in(s->a);
		json_write(&text, item);
		node_put_text(s->a, ours, STIX_ITEM_TEXT, buf_str(&text));
	}
}

const char *stix_question(const struct stix *s, size_t question)
{
	return stix_id(s, "grouping", "questions", s->c->questions.at[question].id);
}

const char *stix_hypothesis(const struct stix *s, size_t question, size_t hypothesis)
{
	const struct question *q = &s->c->questions.at[question];
	return stix_id(s, "note", "hypotheses", arena_printf(s->a, "%s.%s", q->id, q->hyps.at[hypothesis].id));
}

static const char *print_time(struct arena *a, int64_t at)
{
	char text[64];
	struct tm utc;
	time_t seconds = (time_t)at;
	if (!gmtime_r(&seconds, &utc) || !strftime(text, sizeof text, "-%m-%dT%H:%M:%S.000Z", &utc))
		return EPOCH;
	return arena_printf(a, "%04d%s", utc.tm_year + 1900, text);
}

static void add_program(struct stix *s)
{
	struct node *n = begin(s, "extension-definition", STIX_EXTENSION, MADE, MADE);
	node_put_text(s->a, n, "name", "Cases of hearsay");
	node_put_text(
	    s->a, n, "description",
	    "Questions with their hypotheses, facts with their likelihoods, sources with their grades, reports, "
	    "and what was judged of them. Each object says the same in words.");
	node_put_text(s->a, n, "schema", SCHEMA);
	node_put_text(s->a, n, "version", "1.0.0");
	node_add(node_put_list(s->a, n, "extension_types"), node_text(s->a, "property-extension"));
	n = begin(s, "identity", STIX_IDENTITY, MADE, MADE);
	node_put_text(s->a, n, "name", "hearsay");
	node_put_text(s->a, n, "description", "A program that goes from what was said to what is likely.");
	node_put_text(s->a, n, "identity_class", "system");
}

// What others made goes out as it came in.
static void add_foreign(struct stix *s)
{
	for (each (x, &s->c->foreign))
		if (!strcmp(x->format, "stix"))
			node_add(s->objects, export_copy(s->a, x->object));
}

void stix_write(struct buf *out, const struct write_input *in, const struct tree *t)
{
	struct stix s = { .a = out->arena, .in = in, .c = in->c };
	struct node *bundle = node_map(s.a);
	int64_t made, changed;
	export_times(in, &made, &changed);
	s.title = export_title(s.c);
	s.created = print_time(s.a, made);
	s.modified = print_time(s.a, changed);
	node_put_text(s.a, bundle, "type", "bundle");
	node_put_text(s.a, bundle, "id", stix_id(&s, "bundle", t ? "assessment" : "case", ""));
	s.objects = node_put_list(s.a, bundle, "objects");
	add_program(&s);
	stix_items(&s);
	if (t)
		stix_answer(&s, t);
	add_foreign(&s);
	json_write_pretty(out, bundle);
}
