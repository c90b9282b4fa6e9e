// What to find out next: how far the answer is expected to become surer if a fact were learned for certain.
#ifndef WEIGH_NEXT_H
#define WEIGH_NEXT_H

#include "case/assessment.h"
#include "weigh/facet.h"

// Fills `next` of the facet's question: every fact of which reported[fact] is false, most bits first.
void next_facts(struct arena *a, const struct facet *f, const bool *reported, struct question_result *out);

#endif
