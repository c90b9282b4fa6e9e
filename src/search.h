// Everything of a case in which some words stand: for a person who looks for something.
#ifndef SEARCH_H
#define SEARCH_H

#include "case/case.h"
#include "keep/keep.h"

// The best `most` hits, as JSON (doc/json-schema/search.json). All words must stand in one item, in any of its texts.
// `journal` may be NULL.
void search_case(struct buf *out, const struct the_case *c, const struct keep_journal *journal, const char *words,
		 size_t most);

#endif
