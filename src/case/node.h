// The tree that YAML and JSON share: what is read from either, and what is written to either.
#ifndef CASE_NODE_H
#define CASE_NODE_H

#include "base/buf.h"

enum node_kind { NODE_NULL, NODE_BOOL, NODE_NUMBER, NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	int line;         // in the file it came from, from 1; 0 where unknown
	bool truth;       // NODE_BOOL
	double number;    // NODE_NUMBER, finite
	const char *text; // NODE_TEXT
	const char *key;  // where the parent is a map
	struct node *first, *last, *next;
	size_t n;         // children
};

struct node *node_map(struct arena *a);
struct node *node_list(struct arena *a);
struct node *node_null(struct arena *a);
struct node *node_text(struct arena *a, const char *text); // copies
struct node *node_number(struct arena *a, double x);
struct node *node_bool(struct arena *a, bool truth);

// Appends a child; returns it. A key that stands already is not looked for: the writer knows what it wrote.
struct node *node_put(struct arena *a, struct node *map, const char *key, struct node *child);
struct node *node_add(struct node *list, struct node *child);

struct node *node_copy(struct arena *a, const struct node *n); // all of it, without its key

// Shorthands; the text ones do nothing where text is NULL.
void node_put_text(struct arena *a, struct node *map, const char *key, const char *text);
void node_put_number(struct arena *a, struct node *map, const char *key, double x);
void node_put_bool(struct arena *a, struct node *map, const char *key, bool truth);
struct node *node_put_map(struct arena *a, struct node *map, const char *key);
struct node *node_put_list(struct arena *a, struct node *map, const char *key);

const struct node *node_get(const struct node *map, const char *key); // NULL where absent, or not a map
const char *node_get_text(const struct node *map, const char *key);   // NULL where absent, or no text
double node_get_number(const struct node *map, const char *key, double otherwise);
bool node_get_bool(const struct node *map, const char *key, bool otherwise);

bool node_same(const struct node *a, const struct node *b); // values and order; lines do not count

// The shortest decimal that reads back as x: "0.3", "12", "1e-07".
void node_print_number(struct buf *b, double x);

// All numbers in it to six decimals: enough to look at, in half the bytes.
void node_round(struct node *n);

// `for (node_each(item, list))`
#define node_each(p, parent) const struct node *p = (parent) ? (parent)->first : NULL; p; p = p->next

#endif
