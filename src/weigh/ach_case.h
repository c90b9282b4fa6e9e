// The classic scores of one question of a weighed case.
#ifndef WEIGH_ACH_CASE_H
#define WEIGH_ACH_CASE_H

#include "case/assessment.h"
#include "case/ranking.h"

// Fills everything but method and question, which are given.
void ach_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct ranking *s);

#endif
