// The network of one set of counted reports, and its numbers (doc/method.md, "The network").
#ifndef WEIGH_PRODUCT_H
#define WEIGH_PRODUCT_H

#include "weigh/infer.h"
#include "weigh/model.h"

// The standing of a source, or of the untraceable origin of one report.
struct standing {
	size_t grade;  // its value
	size_t states; // sound, careless, and partisan where it has an interest in the case
	size_t source; // MODEL_NOWHERE: untraceable
	size_t variable, at;
};

// The table of a counted report over its fact and the standings of its chain.
struct says {
	size_t report;
	bool echoes;
	unsigned char *code; // [cell] enum of product.c
	size_t at, cells;
};

struct product {
	const struct model *m;
	struct net net;
	struct infer *engine; // targets: the questions in order
	LIST(struct standing) standings;
	LIST(struct says) says; // in the order of the count
	size_t common;          // values[0 .. common) are the questions and facts: the same for every product of a case
	size_t learned;         // where the evidence on the fact that is learned lies; MODEL_NOWHERE: none
};

// `learn`: a fact that gets evidence of its own, or MODEL_NOWHERE.
MUST_USE enum status product_make(struct arena *a, const struct model *m, const struct count *count, size_t learn,
				  struct product *out, struct err *e);

// Fills values[net.cells] from the numbers of the values p; evidence on a learned fact says nothing yet.
void product_fill(const struct product *x, const double *p, double *values);
void product_fill_reports(const struct product *x, const double *p, double *values); // all but the common part

double product_echo(const struct product *x, size_t says, const double *p); // its echo probability

// Lets a report say nothing.
void product_mute(const struct product *x, size_t says, double *values);

#endif
