// Footnotes: from a report, a statement, a document or a place of the case down to the words. One note for each thing.
#ifndef WRITE_NOTE_H
#define WRITE_NOTE_H

#include "write/tree.h"
#include "write/write.h"
#include "case/offsets.h"

#define NOTE_TABLE(X)                                                                                                  \
	X(REPORT)                                                                                                      \
	X(STATEMENT) X(SOURCE) X(PRIOR) X(CELLS) X(ASSUMPTION) X(WITHOUT) X(DRAWS) X(DOCUMENTS) X(TALLY) X(JUDGEMENT)
#define X_NOTE(w) NOTE_##w,
enum note_kind { NOTE_TABLE(X_NOTE) NOTE_KINDS };

// What the sections share while they are written.
struct writing {
	struct tree *t;
	const struct write_input *in;
	const struct the_case *c;
	const struct assessment *w;
	size_t *noted[NOTE_KINDS]; // [item] number of its note + 1; 0: none yet
	struct offsets **points;   // [document] bytes to code points, made when first needed
};

void note_begin(struct writing *g);

// The note's number in the tree. `item` is an index of the kind: report, statement, source, question, fact, assumption,
// question, question; judgement; DOCUMENTS and TALLY have one item, 0.
size_t note_of(struct writing *g, enum note_kind kind, size_t item);

// Notes of the last sentence.
void note_refer(struct writing *g, enum note_kind kind, size_t item);
void note_refer_fact(struct writing *g, size_t fact); // every live report of a fact, or its cells where it has none

// "Intercepted calls (C), through The outlet (B) and Unnamed officials (C)"
const char *note_chain(struct arena *a, const struct the_case *c, const struct report *r);
const char *note_grade(const struct source *s);  // its letter, "F" where not entered
const char *note_source(const struct source *s); // its name, or its id

#endif
