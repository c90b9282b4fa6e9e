// The plain old engine, the oracle of src/weigh/: marginals of chosen variables and the probability of the evidence,
// exactly. Findings are tables of evidence.
#ifndef TEST_MODEL_PLAIN_INFER_H
#define TEST_MODEL_PLAIN_INFER_H

#include "case/net.h"

struct plain; // a compiled structure; does not change

struct plain_work {
	double **belief; // [target][state] sums to 1
	double log_p;    // natural logarithm of the probability of the evidence
	struct plain_room *room;
};

// Compiles for the marginals of `targets`. What has no bearing on them or on the evidence is left out. STATUS_LIMIT
// where the tables it would need are larger than LIMIT_TABLE.
MUST_USE enum status plain_compile(struct arena *a, const struct net *n, const size_t *targets, size_t n_targets,
				   struct plain **out, struct err *e);
struct plain_work *plain_work(struct arena *a, const struct plain *f);

// Answers for the numbers in values[net->cells]. False where the evidence has probability zero: then only log_p is set.
// A variable that no table mentions is uniform.
bool plain_run(const struct plain *f, const double *values, struct plain_work *w);

#endif
