// A document as it was read, and what is said in it. Spans are bytes of the normalized text; in JSON they are code
// points.
#ifndef CASE_DOCUMENT_H
#define CASE_DOCUMENT_H

#include "case/date.h"
#include "case/node.h"
#include "case/runs.h"
#include "case/words.h"
#include "base/list.h"

// Lists that several things hold, by name, so that functions can take them.
struct spans {
	span *at;
	size_t n, room;
};

struct names {
	const char **at;
	size_t n, room;
};

// Somebody who holds or relays a claim.
struct party {
	const char *name; // resolved, never a pronoun; "[report]" when the document itself asserts it
	const char *kind; // government, agency, person, outlet, anonymous, document, ... or NULL
	span at;          // empty where the name stands elsewhere
};

struct parties {
	struct party *at;
	size_t n, room;
};

struct target {
	enum role role;
	const char *actor; // "" where the role has none
	enum polarity polarity;
	const char *hypothesis; // id, once there is a case; NULL before
	const char *said;       // where nobody is named, what says so: "on purpose", "someone"; NULL else
};

struct targets {
	struct target *at;
	size_t n, room;
};

// A worded likelihood or confidence: the word as printed, its level, where it stands.
struct hedge {
	const char *word; // NULL: none
	int level;        // enum level or enum sureness
	span at;
};

// Who says what, through whom, how firmly. The keys are those of casedraft/1.
struct statement {
	const char *id, *document; // document: its id
	struct spans content;      // one span, or the parts of one that is not contiguous
	struct spans also;         // where the same statement is made again
	struct party speaker;
	struct parties chain; // nearest the speaker first
	enum stance stance;
	struct targets targets;
	struct hedge likelihood; // level: enum level, of the first target, negation worked in
	struct hedge confidence; // level: enum sureness
	enum basis basis;
	const char *proxy_for, *refers_to;
	struct date when;
	double sure;       // how sure the reading is, 0 to 1
	uint32_t found;    // when, among those of its document
	const char *words; // the exact words, for a case that has no text at hand
};

struct attributions {
	struct attribution *at;
	size_t n, room;
};

// Source, cue and content of one attribution, as spans.
struct attribution {
	struct spans source, cue, content;
	double confidence;
	struct attributions inner; // what others said, by this content
};

// Something found, seen, done or measured; or an earlier event offered as like this one.
struct finding_at {
	span at;
	enum finding kind;
	bool precedent;
	const char *source; // whose finding it is, or NULL
	struct targets bears_on;
};

struct dated {
	span at;
	const char *value; // "2023-05-03", "XXXX-05-03", "2023-05/2023-06"
	enum date_role role;
	bool original; // `at` is in the original bytes (debris), not in the text
};

// Left out of the text; the span is in the original bytes.
struct debris_at {
	span at;
	enum debris kind;
};

// Where a text says it has something from.
enum citation_kind { CITATION_CREDIT, CITATION_CITES, CITATION_TOLD, CITATION_UNNAMED, CITATION_OWN };

struct citation {
	enum citation_kind kind; // a credit line; "X reported"; "told X"; "sources said"; "told this newspaper"
	const char *outlet;      // canonical name; NULL for unnamed and own
	bool named_only;         // the name is in no table and need not be an outlet's
	span at;                 // in the text; empty for a credit that is debris
	size_t statement;        // index of the statement it carries, or SIZE_MAX
};

struct incident_at {
	enum incident kind;
	const char *label, *where, *when; // when: a date value, or NULL
	span at, when_at;
};

struct document {
	const char *id; // SHA-256 of the original bytes, in hex
	const char *path, *media, *title, *outlet, *lang, *canonical;
	const char *url, *captured; // where it was fetched from, and when: "2024-03-02T10:11:12Z"; NULL where unknown
	span title_at; // where the title, and each name of the byline, stands in the original; empty: unknown
	struct names byline;
	struct spans byline_at; // as many as names, or none
	struct names credit;
	struct date published; // unknown rather than guessed
	const char *published_from;
	const char *text; // normalized UTF-8, paragraphs separated by one blank line; NULL where not at hand
	uint32_t len;     // bytes of it
	uint32_t bytes;   // of the original
	struct runs map;
	struct spans paragraphs;
	struct spans sentences;
	LIST(struct debris_at) debris;
	LIST(struct dated) dates;
	struct attributions attributions;
	LIST(struct statement) statements;
	LIST(struct finding_at) findings;
	LIST(struct citation) citations;
	struct incident_at incident; // label NULL: none found
	struct names warnings;
	int line;
};

// The line that `hearsay read` prints for it, and back. Offsets become code points of `text`, and bytes again.
struct node *document_write(struct arena *a, const struct document *d);
MUST_USE enum status document_read(struct arena *a, const struct node *n, struct document *d, struct err *e);

// Puts the statements into the order of the text and numbers them so: "s1" first.
void document_order_statements(struct arena *a, struct document *d);

// The document without its text and what was found in it, as a case lists it: id, path, title, outlet, published, ...
void document_write_head(struct arena *a, const struct document *d, struct node *map);

// A statement as a case lists it. `d` gives the text that offsets count in; NULL leaves them as they are.
void document_write_statement_into(struct arena *a, const struct statement *s, const struct document *d,
				   struct node *map);
MUST_USE enum status document_read_statement(struct arena *a, const struct node *n, const struct document *d,
					     struct statement *s, struct err *e);

// The original bytes that a span of the text came from; the span itself where there is no map.
span document_original(const struct document *d, span s);

#endif
