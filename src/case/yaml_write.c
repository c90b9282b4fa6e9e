// Writing YAML that other readers take the same way, those of YAML 1.1 too: whatever could be read as a truth value, a
// number, a date or a structure is quoted; numbers with an exponent carry a point.
#include "case/yaml.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { WIDTH = 116 };

static bool reserved(const char *text)
{
	static const char *const words[] = { "yes", "no", "true", "false", "null", "on", "off", "y", "n" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcasecmp(text, words[i]))
			return true;
	return false;
}

// Characters that some reader refuses or takes for a line end.
static bool unprintable(uint32_t c)
{
	return (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff ||
	       (c & 0xfffe) == 0xfffe;
}

static bool is_plain(const char *text)
{
	if (!isalpha((unsigned char)text[0]) || reserved(text))
		return false;
	size_t n = strlen(text);
	if (text[n - 1] == ' ' || text[n - 1] == ':')
		return false;
	if (strstr(text, ": ") || strstr(text, " #") || strpbrk(text, "[]{},\"\n\r\t\\`|"))
		return false;
	uint32_t c;
	for (size_t i = 0, len; i < n; i += len) {
		len = utf8_decode(text + i, n - i, &c);
		if (!len || unprintable(c))
			return false;
	}
	return true;
}

static void write_text(struct buf *b, const char *text)
{
	if (is_plain(text)) {
		buf_text(b, text);
		return;
	}
	buf_char(b, '"');
	uint32_t c;
	size_t n = strlen(text);
	for (size_t i = 0, len; i < n; i += len) {
		len = utf8_decode(text + i, n - i, &c);
		if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", (int)c);
		else if (c == '\n')
			buf_text(b, "\\n");
		else if (c == '\t')
			buf_text(b, "\\t");
		else if (unprintable(c))
			buf_printf(b, c > 0xffff ? "\\U%08x" : "\\u%04x", c);
		else
			buf_add(b, text + i, len);
	}
	buf_char(b, '"');
}

static void write_number(struct buf *b, double x)
{
	struct buf digits = buf_in(b->arena);
	node_print_number(&digits, x);
	const char *text = buf_str(&digits), *e = strchr(text, 'e');
	if (e && !strchr(text, '.'))
		buf_printf(b, "%.*s.0%s", (int)(e - text), text, e);
	else
		buf_text(b, text);
}

static bool is_branch(const struct node *n)
{
	return n->kind == NODE_LIST || n->kind == NODE_MAP;
}

static void write_scalar(struct buf *b, const struct node *n)
{
	if (n->kind == NODE_NULL)
		buf_text(b, "null");
	else if (n->kind == NODE_BOOL)
		buf_text(b, n->truth ? "true" : "false");
	else if (n->kind == NODE_NUMBER)
		write_number(b, n->number);
	else
		write_text(b, n->text);
}

// The whole of n on one line: {id: a, about: [b, c]}
static void write_flow(struct buf *b, const struct node *n)
{
	if (!is_branch(n)) {
		write_scalar(b, n);
		return;
	}
	buf_char(b, n->kind == NODE_MAP ? '{' : '[');
	for (node_each (child, n)) {
		if (n->kind == NODE_MAP) {
			write_text(b, child->key);
			buf_text(b, ": ");
		}
		write_flow(b, child);
		if (child->next)
			buf_text(b, ", ");
	}
	buf_char(b, n->kind == NODE_MAP ? '}' : ']');
}

// A lower bound of the width of n in flow style, given up at WIDTH.
static size_t flow_width(const struct node *n)
{
	if (n->kind == NODE_TEXT)
		return strlen(n->text);
	size_t width = 4;
	for (node_each (child, n)) {
		width += 2 + (child->key ? strlen(child->key) + 2 : 0) + flow_width(child);
		if (width > WIDTH)
			break;
	}
	return width;
}

// The values of the top level stand in blocks of their own, so that a change of one item is a change of one line.
static bool in_flow(const struct node *n, int depth, int indent)
{
	if (!is_branch(n) || !n->n)
		return true;
	if (depth < 1 || (depth == 1 && is_branch(n->first)))
		return false;
	return (size_t)indent + flow_width(n) <= WIDTH;
}

static void write_block(struct buf *b, const struct node *n, int depth, int indent);

static void write_indent(struct buf *b, int indent)
{
	for (int i = 0; i < indent; i++)
		buf_char(b, ' ');
}

// What follows "key:" or "-": on the same line if it fits, below if not.
static void write_after(struct buf *b, const struct node *n, int depth, int indent, bool dash)
{
	if (in_flow(n, depth, indent)) {
		buf_char(b, ' ');
		write_flow(b, n);
		buf_char(b, '\n');
	} else if (dash && n->kind == NODE_MAP) {
		buf_char(b, ' '); // the first key stands behind the dash, the others below it
		write_block(b, n, depth, indent);
	} else {
		buf_char(b, '\n');
		write_indent(b, indent);
		write_block(b, n, depth, indent);
	}
}

// The first line's indent is written already.
static void write_block(struct buf *b, const struct node *n, int depth, int indent)
{
	for (node_each (child, n)) {
		if (child != n->first)
			write_indent(b, indent);
		if (n->kind == NODE_MAP) {
			write_text(b, child->key);
			buf_char(b, ':');
		} else {
			buf_char(b, '-');
		}
		write_after(b, child, depth + 1, indent + 2, n->kind == NODE_LIST);
	}
}

void yaml_write(struct buf *b, const struct node *n)
{
	if (!is_branch(n) || !n->n) {
		write_flow(b, n);
		buf_char(b, '\n');
		return;
	}
	write_block(b, n, 0, 0);
}
