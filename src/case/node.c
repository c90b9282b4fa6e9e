#include "case/node.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct node *new_node(struct arena *a, enum node_kind kind)
{
	struct node *n = arena_new(a, struct node);
	n->kind = kind;
	return n;
}

struct node *node_map(struct arena *a)
{
	return new_node(a, NODE_MAP);
}

struct node *node_list(struct arena *a)
{
	return new_node(a, NODE_LIST);
}

struct node *node_null(struct arena *a)
{
	return new_node(a, NODE_NULL);
}

struct node *node_text(struct arena *a, const char *text)
{
	struct node *n = new_node(a, NODE_TEXT);
	n->text = arena_text(a, text ? text : "");
	return n;
}

struct node *node_number(struct arena *a, double x)
{
	struct node *n = new_node(a, NODE_NUMBER);
	n->number = x;
	return n;
}

struct node *node_bool(struct arena *a, bool truth)
{
	struct node *n = new_node(a, NODE_BOOL);
	n->truth = truth;
	return n;
}

struct node *node_add(struct node *list, struct node *child)
{
	if (list->last)
		list->last->next = child;
	else
		list->first = child;
	list->last = child;
	list->n++;
	return child;
}

struct node *node_put(struct arena *a, struct node *map, const char *key, struct node *child)
{
	child->key = arena_text(a, key);
	return node_add(map, child);
}

struct node *node_copy(struct arena *a, const struct node *n)
{
	struct node *copy = arena_new(a, struct node);
	*copy = (struct node){ .kind = n->kind, .line = n->line, .truth = n->truth, .number = n->number };
	copy->text = arena_text(a, n->text);
	for (node_each (child, n)) {
		struct node *below = node_add(copy, node_copy(a, child));
		below->key = arena_text(a, child->key);
	}
	return copy;
}

void node_put_text(struct arena *a, struct node *map, const char *key, const char *text)
{
	if (text)
		node_put(a, map, key, node_text(a, text));
}

void node_put_number(struct arena *a, struct node *map, const char *key, double x)
{
	node_put(a, map, key, node_number(a, x));
}

void node_put_bool(struct arena *a, struct node *map, const char *key, bool truth)
{
	node_put(a, map, key, node_bool(a, truth));
}

struct node *node_put_map(struct arena *a, struct node *map, const char *key)
{
	return node_put(a, map, key, node_map(a));
}

struct node *node_put_list(struct arena *a, struct node *map, const char *key)
{
	return node_put(a, map, key, node_list(a));
}

const struct node *node_get(const struct node *map, const char *key)
{
	if (map && map->kind == NODE_MAP)
		for (node_each (child, map))
			if (!strcmp(child->key, key))
				return child;
	return NULL;
}

const char *node_get_text(const struct node *map, const char *key)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_TEXT ? n->text : NULL;
}

double node_get_number(const struct node *map, const char *key, double otherwise)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_NUMBER ? n->number : otherwise;
}

bool node_get_bool(const struct node *map, const char *key, bool otherwise)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_BOOL ? n->truth : otherwise;
}

bool node_same(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind || a->n != b->n || !a->key != !b->key || (a->key && strcmp(a->key, b->key)))
		return false;
	switch (a->kind) {
	case NODE_NULL:
		return true;
	case NODE_BOOL:
		return a->truth == b->truth;
	case NODE_NUMBER:
		return a->number == b->number;
	case NODE_TEXT:
		return !strcmp(a->text, b->text);
	case NODE_LIST:
	case NODE_MAP:
		break;
	}
	for (const struct node *x = a->first, *y = b->first; x; x = x->next, y = y->next)
		if (!node_same(x, y))
			return false;
	return true;
}

// Of a positive number that is known in 128 bits, x = m / 2^s: the nearest decimal with k digits behind the point, as
// d / 10^k. False where it does not read back as x: then it lies half the way to the next number away, or more.
static bool nearest(uint64_t m, int s, int k, uint64_t *d)
{
	unsigned __int128 ten = 1, scaled, back;
	for (int i = 0; i < k; i++)
		ten *= 10;
	scaled = m * ten;
	*d = (uint64_t)(scaled >> s);
	unsigned __int128 rest = scaled - ((unsigned __int128)*d << s), half = (unsigned __int128)1 << (s - 1);
	*d += rest > half || (rest == half && *d % 2);
	back = (unsigned __int128)*d << s;
	back = 2 * (back > scaled ? back - scaled : scaled - back);
	return back < ten || (back == ten && m % 2 == 0);
}

// "0.00" before the digits of 0.0012, and the point inside of those of 1.2; zeros at the end tell nothing.
static void print_decimal(struct buf *b, uint64_t d, int k)
{
	char digits[24];
	for (; k > 0 && d % 10 == 0; k--)
		d /= 10;
	int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)d);
	if (n > k)
		buf_add(b, digits, (size_t)(n - k));
	else
		buf_add(b, "0.0000", 2 + (size_t)(k - n));
	if (n > k && k)
		buf_char(b, '.');
	buf_add(b, digits + (n > k ? n - k : 0), (size_t)(n > k ? k : n));
}

// A number from 0.0001 to a million and not a whole one, as nearly all are that are printed: the same as below, in a
// tenth of the time. False where it is none of these.
static bool print_common(struct buf *b, double x)
{
	int exponent, before = 0;
	double size = fabs(x), power = 1;
	if (size < 1.0001e-4 || size > 1e6 || size == floor(size))
		return false;
	uint64_t m = (uint64_t)ldexp(frexp(size, &exponent), 53), d;
	if (m == (uint64_t)1 << 52) // below a power of two the next number is nearer
		return false;
	for (; size >= power; power *= 10)
		before++;
	for (; size < power / 10; power /= 10)
		before--;
	uint64_t least = 100000000000000;
	for (int digits = 15; digits <= 17; digits++, least *= 10) {
		int k = digits - before;
		bool same = nearest(m, 53 - exponent, k, &d);
		if (d < least || d >= 10 * least)
			return false;
		if (!same)
			continue;
		buf_text(b, x < 0 ? "-" : "");
		print_decimal(b, d, k);
		return true;
	}
	return false;
}

void node_print_number(struct buf *b, double x)
{
	char text[32];
	if (x == 0)
		x = 0; // no "-0"
	if (print_common(b, x))
		return;
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	buf_text(b, text);
}

void node_round(struct node *n)
{
	if (n->kind == NODE_NUMBER && fabs(n->number) < 1e6)
		n->number = round(n->number * 1e6) / 1e6;
	for (struct node *child = n->first; child; child = child->next)
		node_round(child);
}
