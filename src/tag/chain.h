// A linear chain of labels: the forward-backward sums and the best path of a conditional random field (Lafferty,
// McCallum, Pereira 2001).
//
//	p(y | x) = exp(sum_i score[i][y_i] + step[y_(i-1)][y_i]) / Z
#ifndef TAG_CHAIN_H
#define TAG_CHAIN_H

#include <stddef.h>
#include <stdint.h>

enum { CHAIN_LABELS = 7, CHAIN_ROOM = 8 }; // labels, and the room of a row

struct chain_steps {
	float score[CHAIN_LABELS][CHAIN_LABELS]; // [from][to]; -infinity where it may not be
	float start[CHAIN_LABELS], end[CHAIN_LABELS];
};

// Which label may follow which; scores of the others are -infinity.
typedef int chain_rule(int from, int to); // from or to -1: before the first, behind the last

void chain_forbid(struct chain_steps *s, chain_rule *may);

// How many floats of scratch n labels need.
size_t chain_scratch(size_t n);

// Fills marginal[i][label] = p(y_i = label) and returns ln Z.
double chain_marginals(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], int n, float *scratch,
		       float (*marginal)[CHAIN_ROOM]);

// Adds to count[x][y] how often label y is expected right behind x, after chain_marginals, with its scratch.
void chain_expected(const struct chain_steps *s, int n, float *scratch, float count[CHAIN_LABELS][CHAIN_LABELS]);

// The best paths and their scores, the best first, of those whose labels all have a marginal of CHAIN_UNLIKELY: sets
// label[k * n + i] and whole[k] and returns how many there are, at most CHAIN_SEVERAL. Two scores that are equal come
// in any order, but always in the same.
enum { CHAIN_SEVERAL = 6 };
#define CHAIN_UNLIKELY 1e-3f
int chain_several(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], const float (*marginal)[CHAIN_ROOM],
		  int n, float *scratch, uint8_t *label, float *whole);

// The score of a given path.
double chain_score(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], int n, const uint8_t *label);

#endif
