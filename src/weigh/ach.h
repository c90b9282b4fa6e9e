// A matrix -> the scores of the classic programs: Heuer (1999), PARC ACH, Burton's open-source program, Open Synthesis,
// SHATTERED. Where a program does what its own words do not say, ours does what they say (doc/method.md, "The classic
// scores").
#ifndef WEIGH_ACH_H
#define WEIGH_ACH_H

#include "case/ranking.h"

// The letters that several people gave one cell.
struct ach_cell {
	const enum matrix_rating *votes;
	size_t n;
};

bool ach_against(enum matrix_rating r); // I or II

// Numbers that programs count an item with: low 0.707, medium 1, high 1.414 (PARC); 0.5, 1, 2 (Burton). Unsaid is
// medium.
double ach_parc_weight(enum matrix_level l);
double ach_burton_weight(enum matrix_level l);

// Minus the sum of 1 for an I and 2 for a II, each times the item's credibility and relevance; nearest to 0 leads.
double ach_parc(const enum matrix_rating *cells, const struct matrix_item *items, size_t n);
// The sum of the same points times a weight; least leads.
double ach_burton(const enum matrix_rating *cells, const double *weights, size_t n);
// Sum of -2 to 2 times credibility and relevance over the sum of these: in -2 to 2.
double ach_shattered(const enum matrix_rating *cells, const struct matrix_item *items, size_t n);

// Open Synthesis: over the cells of one hypothesis; the cells of one item; the votes of one cell.
double ach_open_inconsistency(const struct ach_cell *cells, size_t n);
double ach_open_consistency(const struct ach_cell *cells, size_t n);
double ach_open_diagnosticity(const struct ach_cell *cells, size_t n);
enum matrix_rating ach_open_consensus(struct ach_cell cell); // halves go towards N
double ach_open_disagreement(struct ach_cell cell);

// The standard deviation of a cell's votes, and what Burton's program calls it.
double ach_burton_spread(struct ach_cell cell, enum ranking_agreement *a);

// Scores a matrix by s->method; `voters` are the same matrix in the eyes of each analyst, at least one. Fills hyps,
// diagnosticity, order and votes.
void ach_score(struct arena *a, struct ranking *s, const struct matrix *voters, size_t n);

// The order of two scores: below 0 where the first is ahead, 0 where they are level. One that nobody rated is behind.
int ach_compare(const struct score *x, const struct score *y);

#endif
