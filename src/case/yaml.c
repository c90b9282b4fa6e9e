// Reading goes event by event into a stack of open nodes: no recursion, so nesting costs only what NESTING allows.
#include "case/yaml.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <libfyaml.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct arena *arena;
	struct err *err;
	struct node *open[LIMIT_NESTING + 1]; // branches that have not ended, outermost first
	const char *key[LIMIT_NESTING + 1];   // where the open branch is a map: the key whose value comes next
	int depth, documents;
	size_t nodes;
	struct node *root;
};

static enum status refuse(struct reading *r, struct fy_event *ev, const char *what)
{
	const struct fy_mark *m = fy_event_start_mark(ev);
	return err_set(r->err, STATUS_BAD_INPUT, "line %d, column %d: %s", m ? m->line + 1 : 0, m ? m->column + 1 : 0,
		       what);
}

// Whether a plain scalar is a number as JSON spells it (and .5, +1, 1. as people do).
static bool plain_number(const char *text, double *x)
{
	size_t n = strspn(text, "+-.0123456789eE");
	if (!n || text[n] || !strpbrk(text, "0123456789") || strchr("eE", text[0]))
		return false;
	char *end;
	*x = strtod(text, &end);
	return !*end && isfinite(*x);
}

static struct node *scalar(struct reading *r, const char *text, bool plain)
{
	double x;
	if (plain && (!*text || !strcmp(text, "~") || !strcmp(text, "null")))
		return node_null(r->arena);
	if (plain && (!strcmp(text, "true") || !strcmp(text, "false")))
		return node_bool(r->arena, *text == 't');
	if (plain && plain_number(text, &x))
		return node_number(r->arena, x);
	return node_text(r->arena, text);
}

// Puts a finished scalar or a new branch where it belongs.
static enum status place(struct reading *r, struct fy_event *ev, struct node *n)
{
	const struct fy_mark *m = fy_event_start_mark(ev);
	n->line = m ? m->line + 1 : 0;
	if (++r->nodes > LIMIT_NODES)
		return err_set(r->err, STATUS_LIMIT, "more values than the limit NODES of %d", LIMIT_NODES);
	if (!r->depth) {
		r->root = n;
		return STATUS_OK;
	}
	struct node *parent = r->open[r->depth - 1];
	if (parent->kind == NODE_LIST) {
		node_add(parent, n);
	} else if (r->key[r->depth - 1]) {
		node_put(r->arena, parent, r->key[r->depth - 1], n);
		r->key[r->depth - 1] = NULL;
	} else {
		return refuse(r, ev, "a key must be plain text");
	}
	return STATUS_OK;
}

static enum status open_branch(struct reading *r, struct fy_event *ev, struct node *n)
{
	if (r->depth >= LIMIT_NESTING)
		return err_set(r->err, STATUS_LIMIT, "nested deeper than the limit NESTING of %d levels",
			       LIMIT_NESTING);
	enum status s = place(r, ev, n);
	if (s == STATUS_OK) {
		r->open[r->depth] = n;
		r->key[r->depth++] = NULL;
	}
	return s;
}

static int by_key(const void *a, const void *b)
{
	const struct node *x = *(const struct node *const *)a, *y = *(const struct node *const *)b;
	int order = strcmp(x->key, y->key);
	return order ? order : x->line - y->line;
}

// A key that stands twice would silently lose one of its values.
static enum status close_branch(struct reading *r)
{
	struct node *n = r->open[--r->depth];
	if (n->kind != NODE_MAP || n->n < 2)
		return STATUS_OK;
	const struct node **keys = arena_array(r->arena, const struct node *, n->n);
	size_t count = 0;
	for (node_each (child, n))
		keys[count++] = child;
	qsort(keys, count, sizeof *keys, by_key);
	for (size_t i = 1; i < count; i++)
		if (!strcmp(keys[i - 1]->key, keys[i]->key))
			return err_set(r->err, STATUS_BAD_INPUT, "line %d: the key '%s' stands twice", keys[i]->line,
				       keys[i]->key);
	return STATUS_OK;
}

static enum status take_scalar(struct reading *r, struct fy_event *ev)
{
	size_t len = 0;
	const char *at = fy_token_get_text(ev->scalar.value, &len);
	if (ev->scalar.anchor || ev->scalar.tag)
		return refuse(r, ev, "anchors and tags are not part of a case; write the value out");
	if (len && memchr(at, 0, len))
		return refuse(r, ev, "a NUL byte inside a text");
	if (len && utf8_valid(at, len) != len)
		return refuse(r, ev, "not valid UTF-8");
	const char *text = arena_copy(r->arena, at, len);
	if (r->depth && r->open[r->depth - 1]->kind == NODE_MAP && !r->key[r->depth - 1]) {
		r->key[r->depth - 1] = text;
		return STATUS_OK;
	}
	return place(r, ev, scalar(r, text, fy_token_scalar_style(ev->scalar.value) == FYSS_PLAIN));
}

static enum status take(struct reading *r, struct fy_event *ev)
{
	switch (ev->type) {
	case FYET_DOCUMENT_START:
		return ++r->documents > 1 ? refuse(r, ev, "a second document in one file; a case is one document")
					  : STATUS_OK;
	case FYET_ALIAS:
		return refuse(r, ev, "aliases are not part of a case; write the value out");
	case FYET_SCALAR:
		return take_scalar(r, ev);
	case FYET_MAPPING_START:
		if (ev->mapping_start.anchor || ev->mapping_start.tag)
			return refuse(r, ev, "anchors and tags are not part of a case; write the value out");
		return open_branch(r, ev, node_map(r->arena));
	case FYET_SEQUENCE_START:
		if (ev->sequence_start.anchor || ev->sequence_start.tag)
			return refuse(r, ev, "anchors and tags are not part of a case; write the value out");
		return open_branch(r, ev, node_list(r->arena));
	case FYET_MAPPING_END:
	case FYET_SEQUENCE_END:
		return close_branch(r);
	default:
		return STATUS_OK;
	}
}

static enum status parse(struct reading *r, struct fy_parser *p, struct fy_diag *diag)
{
	struct fy_event *ev;
	enum status s = STATUS_OK;
	while (s == STATUS_OK && (ev = fy_parser_parse(p))) {
		s = take(r, ev);
		fy_parser_event_free(p, ev);
	}
	if (s != STATUS_OK)
		return s;
	void *cursor = NULL;
	struct fy_diag_error *first = fy_diag_errors_iterate(diag, &cursor);
	if (first)
		return err_set(r->err, STATUS_BAD_INPUT, "line %d, column %d: not valid YAML: %s", first->line,
			       first->column, first->msg);
	if (fy_parser_get_stream_error(p))
		return err_set(r->err, STATUS_BAD_INPUT, "not valid YAML");
	return STATUS_OK;
}

enum status yaml_read(struct arena *a, struct slice bytes, struct node **out, struct err *e)
{
	if (bytes.len && utf8_valid(bytes.at, bytes.len) != bytes.len)
		return err_set(e, STATUS_BAD_INPUT, "byte %zu is not valid UTF-8; save the file as UTF-8",
			       utf8_valid(bytes.at, bytes.len));
	struct reading r = { .arena = a, .err = e };
	struct fy_diag *diag = fy_diag_create(&(struct fy_diag_cfg){ .level = FYET_ERROR, .module_mask = ~0u });
	fy_diag_set_collect_errors(diag, true);
	struct fy_parse_cfg cfg = { .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_JSON_NONE, .diag = diag };
	struct fy_parser *p = fy_parser_create(&cfg);
	enum status s = STATUS_OK;
	if (!p || fy_parser_set_string(p, bytes.at, bytes.len))
		s = err_set(e, STATUS_BAD_INPUT, "not valid YAML");
	else
		s = parse(&r, p, diag);
	if (p)
		fy_parser_destroy(p);
	fy_diag_destroy(diag);
	*out = r.root ? r.root : node_null(a);
	return s;
}
