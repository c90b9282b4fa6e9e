// The cue families: whether the words around a name say that something comes from there.
#ifndef READ_CITE_CUES_H
#define READ_CITE_CUES_H

#include "read/cite.h"
#include "read/cite_names.h"

// A sentence, its names, and the name that is asked for.
struct cite_place {
	const struct cite_words *w;
	const struct cite_names *names;
	size_t name;
	int left;  // the word before it, its article and what describes it; -1: none
	int right; // the word after it
};

// By which family a name of a sentence is cited, and as what; CITE_NONE: it is not.
enum cite_family cite_cues_of(const struct cite_words *w, const struct cite_names *names, size_t name,
			      enum citation_kind *kind);

#endif
