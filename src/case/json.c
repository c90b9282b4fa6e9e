#include "case/json.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

struct reading {
	struct arena *arena;
	size_t nodes;
	struct err *err;
};

static enum status convert(struct reading *r, json_t *j, int depth, struct node **out)
{
	struct arena *a = r->arena;
	if (depth > LIMIT_NESTING)
		return err_set(r->err, STATUS_LIMIT, "nested deeper than the limit NESTING of %d levels",
			       LIMIT_NESTING);
	if (++r->nodes > LIMIT_NODES)
		return err_set(r->err, STATUS_LIMIT, "more values than the limit NODES of %d", LIMIT_NODES);
	const char *key;
	json_t *child;
	size_t i;
	struct node *n;
	switch (json_typeof(j)) {
	case JSON_OBJECT:
		*out = node_map(a);
		json_object_foreach(j, key, child)
		{
			enum status s = convert(r, child, depth + 1, &n);
			if (s != STATUS_OK)
				return s;
			node_put(a, *out, key, n);
		}
		return STATUS_OK;
	case JSON_ARRAY:
		*out = node_list(a);
		json_array_foreach(j, i, child)
		{
			enum status s = convert(r, child, depth + 1, &n);
			if (s != STATUS_OK)
				return s;
			node_add(*out, n);
		}
		return STATUS_OK;
	case JSON_STRING:
		*out = node_text(a, json_string_value(j));
		return STATUS_OK;
	case JSON_INTEGER:
	case JSON_REAL:
		*out = node_number(a, json_number_value(j));
		return STATUS_OK;
	case JSON_TRUE:
	case JSON_FALSE:
		*out = node_bool(a, json_is_true(j));
		return STATUS_OK;
	case JSON_NULL:
		break;
	}
	*out = node_null(a);
	return STATUS_OK;
}

// Freeing a tree recurses in jansson, and so does its parser, whose own bound is 2048 levels: both are within the
// stack.
enum status json_read(struct arena *a, struct slice bytes, struct node **out, struct err *e)
{
	json_error_t error;
	if (slice_starts(bytes, "\xef\xbb\xbf"))
		bytes = (struct slice){ bytes.at + 3, bytes.len - 3 };
	if (utf8_valid(bytes.at, bytes.len) != bytes.len)
		return err_set(e, STATUS_BAD_INPUT, "byte %zu is not valid UTF-8; save the file as UTF-8",
			       utf8_valid(bytes.at, bytes.len));
	json_t *j = json_loadb(bytes.at, bytes.len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (!j) // jansson's sentence quotes the input, and may end within a character
		return err_set(e, STATUS_BAD_INPUT, "line %d, column %d: not valid JSON: %s", error.line, error.column,
			       utf8_clean(a, error.text));
	struct reading r = { a, 0, e };
	enum status s = convert(&r, j, 0, out);
	json_decref(j);
	return s;
}

void json_write_text(struct buf *b, const char *text)
{
	buf_char(b, '"');
	for (const char *p = text, *run = text;; p++) {
		unsigned char c = (unsigned char)*p;
		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
			continue;
		buf_add(b, run, (size_t)(p - run));
		run = p + 1;
		if (!c)
			break;
		if (c == '"' || c == '\\') {
			buf_char(b, '\\');
			buf_char(b, *p);
		} else if (c == '\n') {
			buf_text(b, "\\n");
		} else if (c == '\t') {
			buf_text(b, "\\t");
		} else {
			buf_printf(b, "\\u%04x", c);
		}
	}
	buf_char(b, '"');
}

static void write_scalar(struct buf *b, const struct node *n)
{
	if (n->kind == NODE_NULL)
		buf_text(b, "null");
	else if (n->kind == NODE_BOOL)
		buf_text(b, n->truth ? "true" : "false");
	else if (n->kind == NODE_NUMBER)
		node_print_number(b, n->number);
	else
		json_write_text(b, n->text);
}

static bool is_branch(const struct node *n)
{
	return n->kind == NODE_LIST || n->kind == NODE_MAP;
}

// Writes a branch; `indent` < 0 puts all of it on one line, `gap` after each comma and colon.
static void write_node(struct buf *b, const struct node *n, int indent, const char *gap);

// A branch fits on a line if nothing below it but scalars, and those short.
static bool fits(const struct node *n, int indent)
{
	size_t width = (size_t)indent;
	for (node_each (child, n)) {
		if (is_branch(child) && child->n)
			return false;
		width +=
		    6 + (child->key ? strlen(child->key) : 0) + (child->kind == NODE_TEXT ? strlen(child->text) : 4);
	}
	return width < 110;
}

static void new_line(struct buf *b, int indent)
{
	buf_char(b, '\n');
	for (int i = 0; i < indent; i++)
		buf_char(b, ' ');
}

static void write_node(struct buf *b, const struct node *n, int indent, const char *gap)
{
	if (!is_branch(n)) {
		write_scalar(b, n);
		return;
	}
	bool open = indent >= 0 && !fits(n, indent);
	buf_char(b, n->kind == NODE_MAP ? '{' : '[');
	for (node_each (child, n)) {
		if (open)
			new_line(b, indent + 1);
		if (n->kind == NODE_MAP) {
			json_write_text(b, child->key);
			buf_char(b, ':');
			buf_text(b, gap);
		}
		write_node(b, child, open ? indent + 1 : -1, gap);
		if (child->next)
			buf_char(b, ',');
		if (child->next && !open)
			buf_text(b, gap);
	}
	if (open)
		new_line(b, indent);
	buf_char(b, n->kind == NODE_MAP ? '}' : ']');
}

void json_write(struct buf *b, const struct node *n)
{
	write_node(b, n, -1, "");
}

void json_write_pretty(struct buf *b, const struct node *n)
{
	write_node(b, n, 0, " ");
	buf_char(b, '\n');
}
