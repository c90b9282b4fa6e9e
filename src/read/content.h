// Where the content of a cue begins and ends.
#ifndef READ_CONTENT_H
#define READ_CONTENT_H

#include "read/frames.h"

// Sets content, listener and trailing of a frame whose cue and source are known.
void content_find(const struct tokens *s, struct frame *f);

// Where a content that begins at `from` ends: the sentence's end, or where the speaker's next act begins.
int content_end(const struct tokens *s, int from);

// Where a participle's content ends: before a comma that the sentence's own verb follows.
int content_before_verb(const struct tokens *s, struct range content);

// Where a content ends that is a whole clause with something behind it that only goes on: ", as prosecutors opened an
// inquiry", ", which had been empty", ", a chemist who left".
int content_whole(const struct tokens *s, struct range content);

// Ends the content of who is quoted within a quotation with its sentence: what follows is the opener's again.
void content_within(const struct tokens *s, struct frame *f);

bool content_stops(const struct tokens *s, int i);                 // a sentence's end
int content_opens(const struct tokens *s, int end);                // the start of the clause that ends at `end`
int content_last(const struct tokens *s);                          // the sentence's words without its final marks
bool content_clause(const struct tokens *s, int from, int to);     // a quotation or a finite verb stands in it
struct range content_trim(const struct tokens *s, struct range r); // without marks at its ends

#endif
