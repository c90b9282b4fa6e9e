// Names of outlets in a sentence: those of the table, those that say that they are outlets, names used short after they
// were given in full, and other names that may yet turn out to be an outlet's.
#ifndef READ_CITE_NAMES_H
#define READ_CITE_NAMES_H

#include "case/outlets.h"
#include "read/cite_words.h"

struct cite_name {
	int from, to;      // words
	int end;           // of the run of capitals that it begins: a person's name may follow
	const char *outlet;
	bool agency;
	bool known;        // else it is only a name
};

enum { CITE_REMEMBERED = 16 };

// What the text has named so far, the latest last: "the Times" is the one of them that may be called so.
struct cite_memory {
	struct {
		const struct outlet *row; // NULL: not of the table
		const char *name;
	} at[CITE_REMEMBERED];
	size_t n;
};

struct cite_names {
	LIST(struct cite_name) list;
};

// The names of a sentence, in place of those that were there.
void cite_names_find(struct arena *a, const struct cite_words *w, struct cite_memory *m, struct cite_names *out);

// The possessive at a word: how many words it takes ("'s": 2, "s'": 1), or 0.
int cite_names_possessive(const struct cite_words *w, int i);

#endif
