// The paragraphs of a decoded page, before it is known which are text.
#ifndef READ_BLOCK_H
#define READ_BLOCK_H

#include "read/bytes.h"

struct block {
	span at;        // in the decoded text, without white space at its ends
	bool apart;     // a blank line stands before it
	bool out;       // left out of the text, as debris of `kind`
	bool marked;    // stays in the text, but is debris of `kind` (a subhead)
	bool date_line; // nothing but the page's date
	enum debris kind;
	uint32_t words;
};

struct blocks {
	LIST(struct block) list;
	const char *text;   // decoded
	size_t first, last; // the first and last block that read as running text; first > last where none does
	LIST(struct debris_at) marks; // parts of blocks that are debris yet stay; spans in the decoded text
};

// Splits a page where a line is a paragraph, and one that is wrapped at a column with blank lines between.
MUST_USE enum status block_split(struct arena *a, const struct decoded *d, struct blocks *out, struct err *e);

// Splits at blank lines only.
MUST_USE enum status block_split_blank(struct arena *a, const struct decoded *d, struct blocks *out, struct err *e);

// Cuts a block in two at an offset of the decoded text; the second part is the one after i. White space at the cut
// goes.
void block_cut(struct arena *a, struct blocks *b, size_t i, uint32_t at);

static inline struct slice block_text(const struct blocks *b, const struct block *k)
{
	return slice_in(b->text, k->at);
}

#endif
