#include "case/field.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum status field_fail(const struct where *w, const struct node *n, const char *fmt, ...)
{
	char text[sizeof w->err->text];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	err_set(w->err, STATUS_BAD_INPUT, "%s", text);
	return field_fail_within(w, n);
}

enum status field_fail_within(const struct where *w, const struct node *n)
{
	if (*w->place)
		err_within(w->err, "%s", w->place);
	return n && n->line ? err_within(w->err, "line %d", n->line) : w->err->status;
}

struct where field_below(const struct where *w, const char *key)
{
	const char *place = *w->place ? arena_printf(w->arena, "%s.%s", w->place, key) : arena_text(w->arena, key);
	return (struct where){ w->arena, place, w->err };
}

struct where field_at(const struct where *w, size_t index)
{
	return (struct where){ w->arena, arena_printf(w->arena, "%s[%zu]", w->place, index), w->err };
}

const char *field_word(struct arena *a, const struct node *n)
{
	if (n->kind == NODE_TEXT)
		return n->text;
	if (n->kind == NODE_BOOL)
		return n->truth ? "yes" : "no";
	if (n->kind == NODE_NUMBER) {
		struct buf b = buf_in(a);
		node_print_number(&b, n->number);
		return buf_str(&b);
	}
	return NULL;
}

static enum status read_text(const struct where *w, const struct node *n, const char **into)
{
	const char *text = field_word(w->arena, n);
	if (!text)
		return field_fail(w, n, "should be a text");
	*into = arena_text(w->arena, text);
	return STATUS_OK;
}

static enum status read_truth(const struct where *w, const struct node *n, bool *into)
{
	const char *word = field_word(w->arena, n);
	if (word && (!strcmp(word, "yes") || !strcmp(word, "true")))
		*into = true;
	else if (word && (!strcmp(word, "no") || !strcmp(word, "false")))
		*into = false;
	else
		return field_fail(w, n, "should be yes or no");
	return STATUS_OK;
}

static enum status read_number(const struct where *w, const struct node *n, double *into)
{
	if (n->kind != NODE_NUMBER || n->number < 0)
		return field_fail(w, n, "should be a number, 0 or more");
	*into = n->number;
	return STATUS_OK;
}

static enum status read_date(const struct where *w, const struct node *n, struct date *into)
{
	const char *word = field_word(w->arena, n);
	if (!word || !date_read(slice_of(word), into))
		return field_fail(w, n, "'%.40s' is not a date; write 2023, 2023-05 or 2023-05-03", word ? word : "");
	return STATUS_OK;
}

static enum status read_refs(const struct where *w, const struct node *n, struct refs *into)
{
	if (n->kind != NODE_LIST) {
		struct ref *r = list_add(w->arena, into);
		r->at = -1;
		return read_text(w, n, &r->id);
	}
	for (node_each (child, n)) {
		struct ref *r = list_add(w->arena, into);
		r->at = -1;
		enum status s = read_text(w, child, &r->id);
		if (s != STATUS_OK)
			return s;
	}
	return STATUS_OK;
}

static enum status read_value(const struct where *w, const struct node *n, enum value_place kind, struct value *into)
{
	return value_read(w->arena, n, kind, into, w->err) == STATUS_OK ? STATUS_OK : field_fail_within(w, n);
}

static enum status read_field(const struct where *w, const struct field *f, const struct node *n, void *at)
{
	bool truth = false;
	double number = 0;
	enum status s;
	switch (f->kind) {
	case FIELD_TEXT:
		return read_text(w, n, at);
	case FIELD_FLAG:
	case FIELD_OPEN:
		return read_truth(w, n, at);
	case FIELD_TRI:
		if ((s = read_truth(w, n, &truth)) == STATUS_OK)
			*(int *)at = truth;
		return s;
	case FIELD_INT:
		if ((s = read_number(w, n, &number)) != STATUS_OK)
			return s;
		if (number != floor(number) || number > 1e6)
			return field_fail(w, n, "should be a whole number");
		*(int *)at = (int)number;
		return STATUS_OK;
	case FIELD_NUMBER:
		return read_number(w, n, at);
	case FIELD_DATE:
		return read_date(w, n, at);
	case FIELD_REF:
		return read_text(w, n, &((struct ref *)at)->id);
	case FIELD_REFS:
		return read_refs(w, n, at);
	case FIELD_VALUE:
		return read_value(w, n, VALUE_OF_CELL, at);
	case FIELD_HOLDS:
		return read_value(w, n, VALUE_OF_HOLDS, at);
	case FIELD_OWN:
		break;
	}
	return f->read(w, n, at);
}

static void set_absent(const struct field *f, void *at)
{
	if (f->kind == FIELD_OPEN)
		*(bool *)at = true;
	else if (f->kind == FIELD_TRI || f->kind == FIELD_INT)
		*(int *)at = -1;
	else if (f->kind == FIELD_REF)
		*(struct ref *)at = (struct ref){ NULL, -1 };
	else if (f->kind == FIELD_HOLDS)
		*(struct value *)at = (struct value){ .kind = VALUE_YES };
}

// Edit distance of short keys, for "did you mean": insertions, deletions and exchanges cost 1.
static size_t distance(const char *a, const char *b)
{
	enum { MOST = 32 };
	size_t n = strlen(a), m = strlen(b), row[MOST + 1];
	if (n > MOST || m > MOST)
		return MOST;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t up = row[j], best = corner + (a[i - 1] != b[j - 1]);
			if (up + 1 < best)
				best = up + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			corner = up;
		}
	}
	return row[m];
}

static enum status unknown_key(const struct where *w, const struct field *table, const struct node *child)
{
	const char *nearest = NULL;
	size_t least = 3;
	for (const struct field *f = table; f->key; f++)
		if (distance(f->key, child->key) < least) {
			least = distance(f->key, child->key);
			nearest = f->key;
		}
	if (nearest)
		return field_fail(w, child, "there is no key '%.60s' here; did you mean '%s'?", child->key, nearest);
	return field_fail(w, child, "there is no key '%.60s' here", child->key);
}

enum status field_read_all(const struct where *w, const struct field *table, const struct node *n, void *item)
{
	for (const struct field *f = table; f->key; f++)
		set_absent(f, (char *)item + f->offset);
	if (n->kind != NODE_MAP)
		return field_fail(w, n, "should be a map of keys and values");
	for (node_each (child, n)) {
		const struct field *f = table;
		while (f->key && strcmp(f->key, child->key))
			f++;
		if (!f->key)
			return unknown_key(w, table, child);
		if (child->kind == NODE_NULL)
			continue; // a key without a value is an absent key
		struct where below = field_below(w, f->key);
		enum status s = read_field(&below, f, child, (char *)item + f->offset);
		if (s != STATUS_OK)
			return s;
	}
	return STATUS_OK;
}

static struct node *write_refs(struct arena *a, const struct refs *refs)
{
	if (!refs->n)
		return NULL;
	struct node *list = node_list(a);
	for (each (r, refs))
		node_add(list, node_text(a, r->id));
	return list;
}

static struct node *write_date(struct arena *a, struct date d)
{
	char text[DATE_TEXT];
	date_print(d, text);
	return *text ? node_text(a, text) : NULL;
}

static struct node *write_field(struct arena *a, const struct field *f, const void *at)
{
	const struct value *v;
	switch (f->kind) {
	case FIELD_TEXT:
		return *(const char *const *)at ? node_text(a, *(const char *const *)at) : NULL;
	case FIELD_FLAG:
		return *(const bool *)at ? node_bool(a, true) : NULL;
	case FIELD_OPEN:
		return *(const bool *)at ? NULL : node_bool(a, false);
	case FIELD_TRI:
		return *(const int *)at >= 0 ? node_text(a, *(const int *)at ? "yes" : "no") : NULL;
	case FIELD_INT:
		return *(const int *)at >= 0 ? node_number(a, *(const int *)at) : NULL;
	case FIELD_NUMBER:
		return *(const double *)at > 0 ? node_number(a, *(const double *)at) : NULL;
	case FIELD_DATE:
		return write_date(a, *(const struct date *)at);
	case FIELD_REF:
		return ((const struct ref *)at)->id ? node_text(a, ((const struct ref *)at)->id) : NULL;
	case FIELD_REFS:
		return write_refs(a, at);
	case FIELD_VALUE:
	case FIELD_HOLDS:
		v = at;
		return v->kind == VALUE_NONE ? NULL : value_write(a, v);
	case FIELD_OWN:
		break;
	}
	return f->write(a, at);
}

void field_write_all(struct arena *a, const struct field *table, const void *item, struct node *map)
{
	for (const struct field *f = table; f->key; f++) {
		struct node *child = write_field(a, f, (const char *)item + f->offset);
		if (child)
			node_put(a, map, f->key, child);
	}
}
