// What to find out next: how far the answer is expected to become surer if a fact were learned for certain.
#ifndef WEIGH_NEXT_H
#define WEIGH_NEXT_H

#include "case/assessment.h"
#include "weigh/lane.h"

// Fills `next` of every question: every fact without a live report, most bits first.
MUST_USE enum status next_facts(struct arena *a, const struct whole *w, struct assessment *out, struct err *e);

#endif
