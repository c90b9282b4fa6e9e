// English for what a case says in names and questions: a claim that can follow "that", lists, lower case at its start.
#ifndef WRITE_PHRASE_H
#define WRITE_PHRASE_H

#include "write/tree.h"

// What follows "It is likely that": "a unit of the state carried out the attack"; where the words of question and
// hypothesis do not join safely: `the answer to "How was it done?" is "a drone"`.
const char *phrase_claim(struct arena *a, const struct question *q, const struct hypothesis *h);

// The question as it is asked, or its id.
const char *phrase_ask(const struct question *q);

// The hypothesis as a name: its words, or its id; "none of these".
const char *phrase_hypothesis(struct arena *a, const struct hypothesis *h);

// Adds "It is LIKELY (55-80 %) that CLAIM" to the last sentence, without its full stop.
void phrase_likelihood(struct tree *t, double p, const char *claim);

const char *phrase_lower(struct arena *a, const char *text);  // "The outlet" -> "the outlet", "Russia" stays
const char *phrase_upper(struct arena *a, const char *text);  // first letter
const char *phrase_clause(struct arena *a, const char *text); // without white space and full stop at its end
const char *phrase_quoted(struct arena *a, const char *text); // in double quotes; those inside become single ones

// The separator before item i of n: "", ", " or " and ".
const char *phrase_and(size_t i, size_t n);

// How hard a weight in decibans pulls, in plain words: NULL for hardly, "weakly", "clearly", "strongly".
const char *phrase_strength(double decibans);

#endif
