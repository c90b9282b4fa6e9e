// Copies and partial re-use: which texts share words, gathered into clusters of one text each.
#ifndef TRACE_COPIES_H
#define TRACE_COPIES_H

#include "case/origin.h"
#include "trace/direction.h"
#include "trace/index.h"
#include "trace/likeness.h"
#include "trace/strip.h"

enum { COPIES_RECENT = 4, COPIES_CANDIDATES = 6, COPIES_NONE = UINT32_MAX };

// A text, and what was decided of it when it came: nothing of that changes later.
struct copies_text {
	const struct document *doc; // NULL: not kept by the caller
	const token *at;            // its own words: without boilerplate
	uint32_t n, prints;
	uint32_t cluster, next; // the next member of its cluster, or COPIES_NONE
	uint32_t joined;        // the text whose cluster it joined, or COPIES_NONE
	struct provenance from;
};

struct copies_cluster {
	uint32_t first, last, n;        // members, in the order they came; n = 0: joined to another
	uint32_t recent[COPIES_RECENT]; // the latest min(n, COPIES_RECENT) of them, the last one last
};

// A passage, an item of a digest or quotations that two texts share; `later` came after `earlier`.
struct copies_part {
	uint32_t later, earlier;
	enum likeness likeness;
	double cover; // better share of the two
};

// What a text was looked up by, where that is kept to be saved.
struct copies_keys {
	const uint64_t *prints, *paragraphs; // fingerprints, as many as the text has; keys of paragraphs (strip.h)
	uint32_t n_paragraphs;
};

// A text brought its cluster together with that of another, earlier text.
struct copies_merge {
	uint32_t text, other;
};

// Folds a document again: all its words, those of sentences that cite somebody marked as cited.
typedef void copies_fold(void *context, uint32_t doc, struct arena *a, struct folded *out);

struct copies_candidate {
	uint32_t doc;
	float weight;
	enum likeness likeness;
	struct alignment alignment; // of the text at hand with it
	bool *matched;              // words of the text at hand; NULL unless it is a copy
};

// Fingerprints that the text at hand shares.
struct copies_hits {
	float weight;           // of those shared with a text
	uint32_t text, cluster; // their number, by text and by cluster
};

struct copies {
	struct arena mem;
	LIST_OWN(struct copies_text) texts;
	LIST_OWN(struct copies_cluster) clusters;
	LIST_OWN(struct copies_part) parts;   // by `later`
	LIST_OWN(struct copies_merge) merges; // by `text`
	LIST_OWN(struct copies_keys) keys;    // [text]; none unless keep_keys
	bool keep_keys;                       // so that the texts can be saved
	struct index index;
	struct strip strip;
	copies_fold *fold;
	void *context;
	// Of the text at hand:
	const struct folded *own;
	struct aligner aligner;
	struct arena scratch;
	uint32_t *holder;                  // [fingerprint] the first text that has it, or COPIES_NONE
	LIST_OWN(struct copies_hits) hits; // [text] and [cluster], 0 between two texts
	LIST_OWN(uint32_t) touched;        // texts with hits
	struct copies_candidate found[COPIES_CANDIDATES];
	size_t n_found;
};

void copies_begin(struct copies *c, copies_fold *fold, void *context);

// Notes a document's paragraphs, so that boilerplate is known before the first text is added. May be left out: then
// boilerplate is what was seen so far. Returns false where texts added before would now lose other paragraphs.
bool copies_note(struct copies *c, const struct document *d, const struct folded *f);

// Adds the next text, later than those before. `f` is what `fold` would give; its boilerplate goes. Returns its number:
// 0, 1, 2, ...
uint32_t copies_add(struct copies *c, const struct document *d, struct folded *f);

static inline struct row copies_row(const struct copies *c, uint32_t text)
{
	return (struct row){ c->texts.at[text].at, c->texts.at[text].n, NULL };
}

// Aligns a text, whose folding is `own` and whose words `w` holds, with another one: by whole words or, where these
// leave it open if one is a copy of the other, by letters.
void copies_compare(const struct copies *c, struct aligner *w, const struct folded *own, uint32_t other,
		    struct alignment *out);

// Adds a text that was added to an index before, with the decisions of then: what is there afterwards is what was
// there. `text` has what is of the text itself, `cluster` and `next` aside; its memory must stay.
void copies_restore(struct copies *c, const struct copies_text *text, const struct copies_keys *keys,
		    const struct copies_merge *merges, size_t n_merges, const struct copies_part *parts,
		    size_t n_parts);

// The words that were kept of a text, with their places and letters.
void copies_folded(const struct copies *c, uint32_t text, struct arena *a, struct folded *out);

void copies_free(struct copies *c);

#endif
