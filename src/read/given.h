// Whom a claim is given to, and what stands around its predicate that takes it back.
#ifndef READ_GIVEN_H
#define READ_GIVEN_H

#include "read/finder.h"

// The subject of the verb group beginning at `at`, also where words of somebody's own begin with the verb: the crew
// "shot at nobody", the trust had "burned its own barn".
struct range given_subject(const struct tokens *s, int at, bool *joined);

// Of "to have ordered" in "X is believed by officials to have ordered it": sets the subject, and that the verb is
// finite then. False where it is nothing of the kind.
bool given_said_to(const struct tokens *s, struct verb_group *g, struct range *subject);

// Words between the clause's beginning and its predicate that take the assertion away or turn it round.
void given_weigh(const struct finder *f, struct claim *c, struct range subject, struct verb_group g);

// Gives the claim that was added last its actor; takes it out again where the phrase cannot be one.
void given_to(struct finder *f, struct claim *c, struct range who);

// Whose a thing or a place is: "Lomark" of "Lomark territory", "the army" of "the army's base at Rook Point". Empty
// where it is nobody's; all of it where it is somebody.
struct range given_holder(const struct tokens *s, struct range r);

// Adds a claim of a role at a token, weighed by its words and given to somebody; none where he cannot be named.
void given_claim(struct finder *f, enum role role, int at, struct range subject, struct verb_group g, struct range who);

// Gives the subject of a verb a claim at a token.
void given_by_subject(struct finder *f, int at, int verb, enum role role, bool negated);

// Gives a phrase a claim at a token, whose verb, or -1, may be negated.
void given_by_phrase(struct finder *f, int at, int verb, struct range who, enum role role);

// "Was written": not only by its form.
bool given_passive(const struct tokens *s, int i);

#endif
