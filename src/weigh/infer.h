// The engine: marginals of chosen variables and the probability of the evidence, exactly. A structure is compiled once
// and then answered for as many sets of numbers as wanted, by several threads at once, each with its own work.
#ifndef WEIGH_INFER_H
#define WEIGH_INFER_H

#include "case/net.h"

struct infer; // a compiled structure; does not change

struct infer_work {
	double **belief; // [target][state] sums to 1
	double log_p;    // natural logarithm of the probability of the evidence
	struct infer_room *room;
};

// Compiles for the marginals of `targets`. What has no bearing on them or on the evidence is left out. STATUS_LIMIT
// where the tables it would need are larger than LIMIT_TABLE.
MUST_USE enum status infer_compile(struct arena *a, const struct net *n, const size_t *targets, size_t n_targets,
				   struct infer **out, struct err *e);
struct infer_work *infer_work(struct arena *a, const struct infer *f);
size_t infer_cells(const struct infer *f); // that one answer computes

// Answers for the numbers in values[net->cells]. False where the evidence has probability zero: then only log_p is set.
// A variable that no table mentions is uniform.
bool infer_run(const struct infer *f, const double *values, struct infer_work *w);

#endif
