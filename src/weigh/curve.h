// An answer as a function of one value of the case, from a facet: exactly, and without another sweep.
#ifndef WEIGH_CURVE_H
#define WEIGH_CURVE_H

#include "weigh/facet.h"

// P(h, e) / P(e) as a function of one value t of the case.
struct curve {
	const struct facet *f;
	const struct place *place;
	size_t value; // index
	double *p;    // [value] scratch
	uint32_t table;
	size_t cells;
	size_t variable, says; // which of the net's tables it is
	double *slope;         // [cell][hypothesis]
	double *theta;         // [cell] at the value as it is
	double *moved;         // [cell] scratch
	const double *base;    // [hypothesis] at the value as it is
	double *x, *y;         // [hypothesis] scratch
	// Where the table's numbers are linear in t and in m(t), the middle of a fact's rated cells:
	// base + along (t - at) + unrated (m(t) - m(at)).
	bool linear;
	double *along, *unrated, at, middle; // [hypothesis]
	const struct recipe *recipe;         // of the middle; NULL where no cell is unrated
	double others, times;                // then: sum of the log-odds of its other cells; how many have this value
};

// p[value]: scratch with the numbers of the whole; the one of this value is changed. False where the answer does not
// depend on the value.
bool curve_make(struct arena *a, struct curve *k, const struct facet *f, size_t value, double *p);

// out[hypothesis] in proportion to the answer with the value at t. Of what a report says t must lie on the same side of
// 0.5: beyond it the case counts otherwise.
void curve_at(struct curve *k, double t, double *out);

double curve_middle(const struct curve *k, double t); // m(t), where a cell is unrated

#endif
