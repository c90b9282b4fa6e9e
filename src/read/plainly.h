// Whether "we did it" says so, or only what others say, what is asked, supposed, wished or not shown; and which words
// can take it back.
#ifndef READ_PLAINLY_H
#define READ_PLAINLY_H

#include "read/claims.h"
#include "read/frames.h"

// Where a claim says "we", the nearest to its predicate: "we did it", "it was us", "it was done by us", or "he", said
// by himself; -1 where it says of nobody, or of another, that he did it.
int plainly_we(const struct tokens *s, const struct claim *c);

// Whether a phrase is the speaker: "I", "we all". Not where there is none.
bool plainly_ours(const struct tokens *s, struct range who);

// The same, and "she" where nobody is quoted.
bool plainly_speaker(const struct tokens *s, struct range who);

struct range plainly_subject(const struct tokens *s, int verb); // empty where there is none

// Whether who says the content stands for what its "we" did, by the verb at `verb`: not in "the police think that we
// did it", "show me that we did it", "I wish we had", "we did it, they say".
bool plainly_said(const struct tokens *s, const struct frame *f, int we, int verb);

// Where a claim that it is his own deed says "I", if it says so plainly and is not negated itself; else -1.
int plainly_owned(const struct tokens *s, const struct frame *f, const struct claim *c);

// The words of a content whose negations bear on a claim; others leave it as it is: "I do not regret that I did it", "I
// did it, and never slept again", "I am no judge, but he did it".
struct range plainly_bound(const struct tokens *s, const struct frame *f, const struct claim *c);

// The same of what another did: not in "they say he did it", "show me that he did it", "he did it, so the mayor says".
// `verb`: what he did; -1 where no words tell.
bool plainly_charged(const struct tokens *s, const struct frame *f, int verb);

// "I shot him", "we planted it": a deed that the speaker says is his own denies nothing, whatever else is said.
bool plainly_deed(const struct tokens *s, const struct frame *f);

#endif
