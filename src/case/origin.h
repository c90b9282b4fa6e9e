// What tracing finds: which documents come from which, and how many origins stand behind them.
#ifndef CASE_ORIGIN_H
#define CASE_ORIGIN_H

#include "case/document.h"

#define RELATION_TABLE(X) X(copy) X(rewrite) X(update) X(excerpt) X(digest) X(cites) X(shares_source)
#define X_RELATION(w) RELATION_##w,
WORDS(relation, X_RELATION, RELATION_TABLE) // "shares_source" prints as "shares-source"

struct edge {
	size_t child, parent;    // documents; parent SIZE_MAX: an outlet that is not at hand, `name`
	const char *name;        // of the parent's outlet where known
	enum relation relation;
	double similarity;       // 0 to 1, of the texts; 0 for cites
	double child_in_parent, parent_in_child; // shares of the words
	double sure;             // 0 to 1, of the direction
	LIST(span) spans;        // of the child's text: what stands in the parent too, or the words that cite
	const char *why;         // a sentence
	bool settled;            // drawn by a person who said that the two have one origin
};

// What a person settled of two documents: one origin, or not, or that nobody has shown either.
struct settled {
	size_t a, b; // documents
	int is;      // enum between
	const char *why;
};

struct settlements { // a LIST(struct settled) with a name
	struct settled *at;
	size_t n, room;
};

struct family {
	const char *id;          // "f1", ...
	size_t origin;           // document, or SIZE_MAX where the origin is not at hand
	const char *origin_name; // outlet or agency, or NULL
	LIST(size_t) members;    // documents, the origin first where it is one
	bool untraceable;        // not at hand, or itself resting on nobody with a name; else it counts as an origin
};

enum { ORIGIN_BETWEEN = 24 }; // origins, at most, whose relations are told pair by pair

struct tally {
	size_t documents, origins, echoes, untraceable; // documents = origins + echoes + untraceable
};

enum trace_level { TRACE_TEXT, TRACE_REPORT, TRACE_STRICT, TRACE_LEVELS };

bool origin_level(const char *name, enum trace_level *level); // "text", "report" or "strict"; false for any other

struct tracing {
	size_t n;                  // documents
	LIST(struct edge) edges;   // by child, then parent
	LIST(struct family) families;
	size_t *root;              // [document] the document it comes from in the end, itself for an origin
	size_t *family;            // [document] index of its family
	struct tally tally;
	size_t counts[TRACE_LEVELS]; // origins and untraceable ones together, by each way to count
	struct settlements settled;  // what was taken for it
};

// The first edge of a document, in t->edges; the others of it follow. Where it has none, the one it would stand before.
size_t origin_edges(const struct tracing *t, size_t doc);

// The edge by which a document belongs to its family: to another member, or to the story not at hand that it names.
// NULL for an origin, and where another edge than these brought it there: a copy of it that is an update.
const struct edge *origin_home(const struct tracing *t, size_t doc);

// Parts of an index of texts, as a case file keeps them; the first covers the earliest documents.
struct segments {
	struct slice *at;
	size_t n, room;
};

// As `hearsay trace --json` prints it.
struct node *origin_write(struct arena *a, const struct tracing *t, const struct document *const *docs);

// As `--clusters` and `--edges` write it: "id TAB cluster" and "child TAB parent TAB relation TAB spans", a line each.
// Relations are copy (copy, rewrite, update), partial (excerpt, digest) and cites; a parent not at hand is empty; spans
// are code points of the child's text.
void origin_write_clusters(struct buf *b, const struct tracing *t, const struct document *const *docs);
void origin_write_edges(struct buf *b, const struct tracing *t, const struct document *const *docs);

#endif
