// The sections of the written assessment, in their order, a file each; and what several of them ask of an assessment.
#ifndef WRITE_SECTIONS_H
#define WRITE_SECTIONS_H

#include "write/note.h"

void answer_section(struct writing *g);  // 1 the question and the answer
void open_section(struct writing *g);    // 2 what has not been ruled out
void why_section(struct writing *g);     // 3 why
void known_section(struct writing *g);   // 4 how we know
void hangs_section(struct writing *g);   // 5 what it hangs on
void next_section(struct writing *g);    // 6 what would change it
void changed_section(struct writing *g); // 7 what has changed
void annex_section(struct writing *g);   // 8 annexes

// A fact with who says that it holds, and who that it does not: "the drones were small, according to Video (A)".
const char *why_said(struct writing *g, size_t fact);

void others_concluded(struct writing *g, size_t q); // in 3: beside our answer
void others_unused(struct writing *g);              // in 4: statements behind no report and no judgement

// Their figures, each a block of the tree, or none where there is nothing to see.
void answer_figure(struct writing *g, size_t q);   // in 1: the answers on rulers
void why_figure(struct writing *g, size_t q);      // in 3: from before any report to the answer
void known_figure(struct writing *g);              // in 4: the tally
void course_figure(struct writing *g, size_t q);   // in 3: in time
void ways_figure(struct writing *g);               // in 4: of the reports
void ways_documents(struct writing *g);            // in 4: of the documents that were traced
void turning_origins(struct writing *g, size_t q); // in 5: the smallest sets whose loss changes the answer
void turning_values(struct writing *g, size_t q);  // in 5: what would have to be different, and by how much

// Why the confidence stands where it does: follows "because".
const char *because_of(struct arena *a, const struct confidence *k);

// A fact and what it does to a question's leader: decibans in favour, negative against.
struct weighed_fact {
	size_t fact;
	double decibans;
};

// Facts with a live report that bear on question q, heaviest first; equal weights in the case's order.
struct weighed_fact *rank_facts(struct writing *g, size_t q, size_t *n);

// The fact whose removal hurts hypothesis h most, or SIZE_MAX where none speaks for it.
size_t rank_best_for(struct writing *g, size_t q, size_t h);

// The removal of an id, or NULL.
const struct removal *rank_removal(const struct question_result *r, enum removal_kind kind, const char *id);

// The name of an origin: a source's, or that of an untraceable report's.
const char *rank_origin_name(struct writing *g, const char *origin);

// Refers the last sentence to the reports of the `most` heaviest facts of q.
void rank_refer(struct writing *g, size_t q, size_t most);

#endif
