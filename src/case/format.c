// The keys of a case, one table an item.
#include "case/format.h"

#include "case/cells.h"
#include "case/field.h"
#include "case/foreign.h"
#include "case/pair.h"

#include <stddef.h>
#include <string.h>

#define ROW(type, member, kind)                                                                                        \
	{                                                                                                              \
#member, kind, offsetof(struct type, member), NULL, NULL                                               \
	}
#define OWN(type, key, member, read, write)                                                                            \
	{                                                                                                              \
		key, FIELD_OWN, offsetof(struct type, member), read, write                                             \
	}
#define END                                                                                                            \
	{                                                                                                              \
		NULL, FIELD_TEXT, 0, NULL, NULL                                                                        \
	}

// --- hypotheses and questions ---

// clang-format off
static const struct field hypothesis_fields[] = {
	ROW(hypothesis, id, FIELD_TEXT),
	ROW(hypothesis, say, FIELD_TEXT),
	OWN(hypothesis, "prior", prior, cells_read_prior, cells_write),
	ROW(hypothesis, role, FIELD_TEXT),
	ROW(hypothesis, actor, FIELD_TEXT),
	ROW(hypothesis, drafted, FIELD_FLAG),
	END,
};
// clang-format on

static enum status read_hypotheses(const struct where *w, const struct node *n, void *into)
{
	struct question *q = (struct question *)((char *)into - offsetof(struct question, hyps));
	if (n->kind != NODE_LIST)
		return field_fail(w, n, "should be a list of hypotheses");
	size_t i = 0;
	for (node_each (child, n)) {
		const char *id = node_get_text(child, "id");
		struct where at = id ? field_below(w, id) : field_at(w, i);
		struct hypothesis *h = list_add(w->arena, &q->hyps);
		h->line = child->line;
		enum status s = field_read_all(&at, hypothesis_fields, child, h);
		if (s != STATUS_OK)
			return s;
		i++;
	}
	return STATUS_OK;
}

static struct node *write_hypotheses(struct arena *a, const void *from)
{
	const struct question *q = (const struct question *)((const char *)from - offsetof(struct question, hyps));
	struct node *list = node_list(a);
	for (each (h, &q->hyps))
		if (!h->added)
			field_write_all(a, hypothesis_fields, h, node_add(list, node_map(a)));
	return list;
}

// confidence: {level: low, because: "..."}
static enum status read_override(const struct where *w, const struct node *n, void *into)
{
	struct question *q = (struct question *)((char *)into - offsetof(struct question, confidence_level));
	enum sureness level;
	q->confidence_level = node_get_text(n, "level");
	q->confidence_because = node_get_text(n, "because");
	if (!q->confidence_level || !sureness_read(slice_of(q->confidence_level), &level) || !q->confidence_because ||
	    n->n != 2)
		return field_fail(
		    w, n, "an override is {level: low|moderate|high, because: a reason}; the report prints the reason");
	return STATUS_OK;
}

static struct node *write_override(struct arena *a, const void *from)
{
	const struct question *q =
	    (const struct question *)((const char *)from - offsetof(struct question, confidence_level));
	if (!q->confidence_level)
		return NULL;
	struct node *n = node_map(a);
	node_put_text(a, n, "level", q->confidence_level);
	node_put_text(a, n, "because", q->confidence_because);
	return n;
}

// clang-format off
static const struct field question_fields[] = {
	ROW(question, id, FIELD_TEXT),
	ROW(question, ask, FIELD_TEXT),
	ROW(question, given, FIELD_REFS),
	ROW(question, open, FIELD_OPEN),
	ROW(question, deception, FIELD_INT),
	ROW(question, horizon, FIELD_NUMBER),
	OWN(question, "confidence", confidence_level, read_override, write_override),
	ROW(question, changed, FIELD_TEXT),
	ROW(question, outcome, FIELD_TEXT),
	ROW(question, drafted, FIELD_FLAG),
	OWN(question, "hypotheses", hyps, read_hypotheses, write_hypotheses),
	END,
};
// clang-format on

// --- the other items ---

static enum status read_truth(const struct where *w, const struct node *n, void *into)
{
	const char *word = field_word(w->arena, n);
	if (!word || (strcmp(word, "yes") && strcmp(word, "no")))
		return field_fail(w, n, "truth: is yes or no, once it is known whether the fact was so");
	*(const char **)into = word;
	return STATUS_OK;
}

static struct node *write_truth(struct arena *a, const void *from)
{
	const char *truth = *(const char *const *)from;
	return truth ? node_text(a, truth) : NULL;
}

// clang-format off
static const struct field fact_fields[] = {
	ROW(fact, id, FIELD_TEXT),
	ROW(fact, say, FIELD_TEXT),
	ROW(fact, about, FIELD_REFS),
	OWN(fact, "if", cells, cells_read, cells_write),
	ROW(fact, kind, FIELD_TEXT),
	ROW(fact, why, FIELD_TEXT),
	OWN(fact, "truth", truth, read_truth, write_truth),
	ROW(fact, drafted, FIELD_FLAG),
	END,
};
// clang-format on

static enum status read_interests(const struct where *w, const struct node *n, void *into)
{
	struct source *s = (struct source *)((char *)into - offsetof(struct source, interests));
	if (n->kind != NODE_MAP)
		return field_fail(w, n, "interests: is a map from a fact to what the source wants believed, yes or no");
	for (node_each (child, n)) {
		const char *wants = field_word(w->arena, child);
		if (!wants || (strcmp(wants, "yes") && strcmp(wants, "no")))
			return field_fail(w, child, "the interest in %s should be yes or no", child->key);
		list_push(w->arena, &s->interests, ((struct interest){ { child->key, -1 }, !strcmp(wants, "yes") }));
	}
	return STATUS_OK;
}

static struct node *write_interests(struct arena *a, const void *from)
{
	const struct source *s = (const struct source *)((const char *)from - offsetof(struct source, interests));
	if (!s->interests.n)
		return NULL;
	struct node *n = node_map(a);
	for (each (i, &s->interests))
		node_put_text(a, n, i->fact.id, i->wants ? "yes" : "no");
	return n;
}

// clang-format off
static const struct field source_fields[] = {
	ROW(source, id, FIELD_TEXT),
	ROW(source, name, FIELD_TEXT),
	ROW(source, kind, FIELD_TEXT),
	ROW(source, reliability, FIELD_TEXT),
	ROW(source, inspectable, FIELD_TRI),
	ROW(source, access, FIELD_TEXT),
	ROW(source, record, FIELD_TEXT),
	OWN(source, "interests", interests, read_interests, write_interests),
	ROW(source, why, FIELD_TEXT),
	ROW(source, drafted, FIELD_FLAG),
	END,
};
// clang-format on

// clang-format off
static const struct field report_fields[] = {
	ROW(report, id, FIELD_TEXT),
	ROW(report, fact, FIELD_REF),
	ROW(report, holds, FIELD_HOLDS),
	ROW(report, from, FIELD_REF),
	ROW(report, via, FIELD_REFS),
	ROW(report, published, FIELD_DATE),
	ROW(report, echo, FIELD_VALUE),
	ROW(report, echo_why, FIELD_TEXT),
	ROW(report, echo_statement, FIELD_TEXT),
	ROW(report, statement, FIELD_TEXT),
	ROW(report, document, FIELD_TEXT),
	ROW(report, why, FIELD_TEXT),
	ROW(report, drafted, FIELD_FLAG),
	END,
};
// clang-format on

// clang-format off
static const struct field assumption_fields[] = {
	ROW(assumption, id, FIELD_TEXT),
	ROW(assumption, say, FIELD_TEXT),
	ROW(assumption, supports, FIELD_REFS),
	ROW(assumption, why, FIELD_TEXT),
	ROW(assumption, drafted, FIELD_FLAG),
	END,
};
// clang-format on

// clang-format off
static const struct field judgement_fields[] = {
	ROW(judgement, id, FIELD_TEXT),
	ROW(judgement, who, FIELD_TEXT),
	ROW(judgement, question, FIELD_TEXT),
	ROW(judgement, hypothesis, FIELD_TEXT),
	ROW(judgement, word, FIELD_TEXT),
	ROW(judgement, confidence, FIELD_TEXT),
	ROW(judgement, say, FIELD_TEXT),
	ROW(judgement, statement, FIELD_TEXT),
	ROW(judgement, drafted, FIELD_FLAG),
	END,
};
// clang-format on

// clang-format off
static const struct field analyst_fields[] = {
	ROW(analyst, id, FIELD_TEXT),
	ROW(analyst, name, FIELD_TEXT),
	END,
};
// clang-format on

static enum status read_object(const struct where *w, const struct node *n, void *into)
{
	if (n->kind != NODE_MAP)
		return field_fail(w, n, "should be the object as it came, a map");
	*(const struct node **)into = n;
	return STATUS_OK;
}

static struct node *write_object(struct arena *a, const void *from)
{
	return node_copy(a, *(const struct node *const *)from);
}

// clang-format off
static const struct field foreign_fields[] = {
	ROW(foreign, id, FIELD_TEXT),
	ROW(foreign, format, FIELD_TEXT),
	ROW(foreign, list, FIELD_TEXT),
	OWN(foreign, "object", object, read_object, write_object),
	END,
};
// clang-format on

// --- the lists of a case ---

#define LINED(name)                                                                                                    \
	static enum status read_##name(const struct where *w, const struct node *n, struct the_case *c)                \
	{                                                                                                              \
		struct name *x = list_add(w->arena, &c->name##s);                                                      \
		x->line = n->line;                                                                                     \
		return field_read_all(w, name##_fields, n, x);                                                         \
	}                                                                                                              \
	static void write_##name(struct arena *a, const struct the_case *c, size_t i, struct node *map)                \
	{                                                                                                              \
		field_write_all(a, name##_fields, &c->name##s.at[i], map);                                             \
	}                                                                                                              \
	static size_t count_##name(const struct the_case *c)                                                           \
	{                                                                                                              \
		return c->name##s.n;                                                                                   \
	}

LINED(assumption)
LINED(question)
LINED(fact)
LINED(source)
LINED(report)
LINED(judgement)

// A bare id is an analyst without a name.
static enum status read_analyst(const struct where *w, const struct node *n, struct the_case *c)
{
	struct analyst *x = list_add(w->arena, &c->analysts);
	if (n->kind != NODE_MAP) {
		x->id = field_word(w->arena, n);
		return x->id ? STATUS_OK : field_fail(w, n, "should be an id");
	}
	return field_read_all(w, analyst_fields, n, x);
}

static void write_analyst(struct arena *a, const struct the_case *c, size_t i, struct node *map)
{
	field_write_all(a, analyst_fields, &c->analysts.at[i], map);
}

static size_t count_analyst(const struct the_case *c)
{
	return c->analysts.n;
}

static size_t count_pair(const struct the_case *c)
{
	return c->pairs.n;
}

// A thing without an object is no thing that could be given back.
static enum status read_foreign(const struct where *w, const struct node *n, struct the_case *c)
{
	struct foreign *x = list_add(w->arena, &c->foreign);
	x->line = n->line;
	enum status s = field_read_all(w, foreign_fields, n, x);
	if (s == STATUS_OK && (!x->id || !x->format || !x->object))
		return field_fail(w, n, "what is foreign needs id, format and object");
	if (s == STATUS_OK && strcmp(x->format, "stix") && strcmp(x->format, "misp"))
		return field_fail(w, n, "there is no format '%.40s'; stix or misp", x->format);
	return s;
}

static void write_foreign(struct arena *a, const struct the_case *c, size_t i, struct node *map)
{
	field_write_all(a, foreign_fields, &c->foreign.at[i], map);
}

static size_t count_foreign(const struct the_case *c)
{
	return c->foreign.n;
}

// A document that is known already, with its text, stays as it is known.
static enum status read_document(const struct where *w, const struct node *n, struct the_case *c)
{
	struct document d;
	if (document_read(w->arena, n, &d, w->err) != STATUS_OK)
		return field_fail_within(w, n);
	if (!d.id)
		return field_fail(w, n, "a document needs an id, by which statements name it");
	if (case_find_document(c, d.id) < 0)
		list_push(w->arena, &c->documents, d);
	return STATUS_OK;
}

static void write_document(struct arena *a, const struct the_case *c, size_t i, struct node *map)
{
	document_write_head(a, &c->documents.at[i], map);
}

static size_t count_document(const struct the_case *c)
{
	return c->documents.n;
}

// The document a statement names, for its offsets; NULL where it is not in the case or has no text.
static const struct document *document_of(const struct the_case *c, const char *id)
{
	int d = case_find_document(c, id);
	return d >= 0 && c->documents.at[d].text ? &c->documents.at[d] : NULL;
}

static enum status read_statement(const struct where *w, const struct node *n, struct the_case *c)
{
	const struct document *d = document_of(c, node_get_text(n, "document"));
	enum status s = document_read_statement(w->arena, n, d, list_add(w->arena, &c->statements), w->err);
	return s == STATUS_OK ? s : field_fail_within(w, n);
}

static void write_statement(struct arena *a, const struct the_case *c, size_t i, struct node *map)
{
	const struct statement *s = &c->statements.at[i];
	document_write_statement_into(a, s, document_of(c, s->document), map);
}

static size_t count_statement(const struct the_case *c)
{
	return c->statements.n;
}

#define SECTION(name)                                                                                                  \
	{                                                                                                              \
#name "s", read_##name, write_##name, count_##name                                                     \
	}

static const struct section {
	const char *key;
	enum status (*read)(const struct where *w, const struct node *n, struct the_case *c);
	void (*write)(struct arena *a, const struct the_case *c, size_t i, struct node *map);
	size_t (*count)(const struct the_case *c);
} sections[] = {
	SECTION(analyst), SECTION(assumption), SECTION(question), SECTION(fact),      SECTION(source),
	SECTION(report),  SECTION(judgement),  SECTION(document), SECTION(statement),
	{ "pairs", pair_read, pair_write, count_pair },
	{ "foreign", read_foreign, write_foreign, count_foreign },
	{ NULL, NULL, NULL, NULL },
};

static enum status read_item(const struct where *w, const struct section *s, const struct node *n, size_t i,
			     struct the_case *c)
{
	const char *id = node_get_text(n, "id");
	struct where list = field_below(w, s->key);
	struct where at = id ? field_below(&list, id) : field_at(&list, i);
	return s->read(&at, n, c);
}

static enum status read_section(const struct where *w, const struct section *s, const struct node *n,
				struct the_case *c)
{
	if (n->kind == NODE_NULL)
		return STATUS_OK;
	if (n->kind != NODE_LIST)
		return field_fail(w, n, "%s: should be a list", s->key);
	size_t i = 0;
	for (node_each (child, n)) {
		enum status st = read_item(w, s, child, i++, c);
		if (st != STATUS_OK)
			return st;
	}
	return STATUS_OK;
}

// --- the head of a case ---

static enum status read_scale(const struct where *w, const struct node *n, void *into)
{
	if (n->kind != NODE_TEXT || strcmp(n->text, "icd203"))
		return field_fail(w, n, "the only scale is icd203");
	*(const char **)into = n->text;
	return STATUS_OK;
}

static struct node *write_scale(struct arena *a, const void *from)
{
	const char *scale = *(const char *const *)from;
	return scale ? node_text(a, scale) : NULL;
}

static enum status read_exact(const struct where *w, const struct node *n, void *into)
{
	if (n->kind != NODE_TEXT || strcmp(n->text, "exact"))
		return field_fail(w, n, "numbers: is 'exact' or left out");
	*(bool *)into = true;
	return STATUS_OK;
}

static struct node *write_exact(struct arena *a, const void *from)
{
	return *(const bool *)from ? node_text(a, "exact") : NULL;
}

static enum status read_imprecision(const struct where *w, const struct node *n, void *into)
{
	if (n->kind != NODE_NUMBER || n->number < 0 || n->number > 10)
		return field_fail(w, n, "imprecision: is a spread in log-odds, 0 to 10 (the default is 0.35)");
	*(double *)into = n->number;
	return STATUS_OK;
}

static struct node *write_imprecision(struct arena *a, const void *from)
{
	double x = *(const double *)from;
	return x >= 0 ? node_number(a, x) : NULL;
}

static enum status read_grades(const struct where *w, const struct node *n, void *into)
{
	struct the_case *c = (struct the_case *)((char *)into - offsetof(struct the_case, grades));
	if (n->kind != NODE_MAP)
		return field_fail(w, n, "grades: is a map from a letter to a range");
	for (node_each (child, n)) {
		struct where below = field_below(w, child->key);
		struct grade *g = list_add(w->arena, &c->grades);
		g->letter = child->key;
		if (value_read(w->arena, child, VALUE_OF_CELL, &g->value, w->err) != STATUS_OK)
			return field_fail_within(&below, child);
	}
	return STATUS_OK;
}

static struct node *write_grades(struct arena *a, const void *from)
{
	const struct the_case *c = (const struct the_case *)((const char *)from - offsetof(struct the_case, grades));
	if (!c->grades.n)
		return NULL;
	struct node *n = node_map(a);
	for (each (g, &c->grades))
		node_put(a, n, g->letter, value_write(a, &g->value));
	return n;
}

// clang-format off
static const struct field case_fields[] = {
	ROW(the_case, title, FIELD_TEXT),
	OWN(the_case, "scale", scale, read_scale, write_scale),
	ROW(the_case, as_of, FIELD_DATE),
	OWN(the_case, "numbers", numbers_exact, read_exact, write_exact),
	OWN(the_case, "imprecision", imprecision, read_imprecision, write_imprecision),
	OWN(the_case, "grades", grades, read_grades, write_grades),
	END,
};
// clang-format on

static bool is_section(const char *key)
{
	for (const struct section *s = sections; s->key; s++)
		if (!strcmp(s->key, key))
			return true;
	return false;
}

// The head's fields are those keys that are no section: they are read from a map of their own.
static enum status read_head(const struct where *w, const struct node *n, struct the_case *c)
{
	struct node *head = node_map(w->arena);
	const struct node *version = node_get(n, "hearsay");
	if (version && (version->kind != NODE_NUMBER || version->number != 1))
		return field_fail(w, version, "hearsay: 1 is the only version of the format that this program knows");
	for (node_each (child, n))
		if (!is_section(child->key) && strcmp(child->key, "hearsay")) {
			struct node *copy = arena_new(w->arena, struct node);
			*copy = *child;
			copy->next = NULL;
			node_add(head, copy);
		}
	c->imprecision = -1;
	return field_read_all(w, case_fields, head, c);
}

enum status format_read_case(struct arena *a, const struct node *n, const struct the_case *known, struct the_case *c,
			     struct err *e)
{
	struct where w = { a, "case", e };
	*c = (struct the_case){ .imprecision = -1 };
	if (n->kind != NODE_MAP)
		return field_fail(&w, n, "a case is a map with the keys questions, facts, sources and reports");
	if (known)
		for (each(d, &known->documents))
			list_push(a, &c->documents, *d);
	w.place = "";
	enum status s = read_head(&w, n, c);
	for (const struct section *sec = sections; s == STATUS_OK && sec->key; sec++)
		if (node_get(n, sec->key))
			s = read_section(&w, sec, node_get(n, sec->key), c);
	s = s ? s : foreign_check(a, c, e);
	return s == STATUS_OK ? case_settle(a, c, e) : s;
}

enum status format_read_item(struct arena *a, const char *kind, const struct node *n, struct the_case *c, struct err *e)
{
	struct where w = { a, "", e };
	if (!strcmp(kind, "case"))
		return read_head(&w, n, c);
	for (const struct section *s = sections; s->key; s++)
		if (!strcmp(s->key, kind))
			return read_item(&w, s, n, s->count(c), c);
	return err_set(e, STATUS_BAD_INPUT, "there is no kind of item '%.40s'", kind);
}

struct node *format_write_case(struct arena *a, const struct the_case *c)
{
	struct node *n = node_map(a);
	node_put_number(a, n, "hearsay", 1);
	field_write_all(a, case_fields, c, n);
	for (const struct section *s = sections; s->key; s++) {
		size_t count = s->count(c);
		if (!count)
			continue;
		struct node *list = node_put_list(a, n, s->key);
		for (size_t i = 0; i < count; i++)
			s->write(a, c, i, node_add(list, node_map(a)));
	}
	return n;
}

struct node *format_write_item(struct arena *a, const struct the_case *c, const char *kind, size_t at)
{
	struct node *n = node_map(a);
	if (!strcmp(kind, "case"))
		field_write_all(a, case_fields, c, n);
	for (const struct section *s = sections; s->key; s++)
		if (!strcmp(s->key, kind))
			s->write(a, c, at, n);
	return n;
}
