// Where a text says that it has something from another outlet, or from somebody it does not name. Rests on the text and
// its sentences only, so it is found at every depth of reading.
#ifndef READ_CITE_H
#define READ_CITE_H

#include "case/document.h"
#include "read/cite_words.h"

// How it is said: "O reported", "O, citing", "reported by O", "according to O", "told O", "O's report", "Source: O",
// "(O)", "the newspaper said", "people familiar with", "told this newspaper".
#define CITE_FAMILY_TABLE(X)                                                                                           \
	X(verb) X(relative) X(passive) X(prefix) X(told) X(noun) X(colon) X(credit) X(again) X(unnamed) X(own)

enum cite_family {
#define X(name) CITE_##name,
	CITE_FAMILY_TABLE(X)
#undef X
	    CITE_NONE
};

const char *cite_family_name(enum cite_family f);

struct cite {
	enum cite_family family;
	struct citation citation;
};

struct cites {
	LIST(struct cite) list;
};

// All of a document's, in the order of the text.
void cite_scan(struct arena *a, const struct cues *c, const struct document *d, struct cites *out);

// Fills d->citations.
void cite_find(struct arena *a, const struct cues *c, struct document *d);

// Says of each citation which statement it stands with, once there are statements.
void cite_statements(struct document *d);

#endif
