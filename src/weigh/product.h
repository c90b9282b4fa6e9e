// The network of a set of reports, and its numbers (doc/method.md, "The network").
#ifndef WEIGH_PRODUCT_H
#define WEIGH_PRODUCT_H

#include "weigh/model.h"
#include "weigh/plan.h"

// The standing of a source, or of the untraceable origin of one report.
struct standing {
	size_t grade;  // its value
	size_t states; // sound, careless, and partisan where it has an interest in the case
	size_t source; // MODEL_NOWHERE: untraceable
	size_t variable, at;
};

// The table of a report over its fact and the standings of its chain. Reports of one fact by one chain share it: of
// those from one named origin one counts at the most.
struct says {
	LIST(size_t) reports;
	unsigned char *code; // [cell] enum of product.c
	size_t at, cells;
};

struct product {
	const struct model *m;
	struct net net;
	struct plan *plan;         // lanes; for the marginals of the questions
	struct product_made *made; // of the cache; NULL: none
	uint32_t *place; // [cell of the net] of its first lane in the sweep's tables; PLAN_NONE: it bears on nothing
	LIST(struct standing) standings;
	LIST(struct says) says; // by day, then order in the file
	size_t *says_of;        // [report] its place among them, MODEL_NOWHERE: it has no table
	uint32_t *table_of;     // [says] its table of the net
};

// Plans that were made, by the structure of their nets: a case in which only numbers change is not compiled again.
struct product_made {
	struct net net;
	struct plan *plan, **facets; // facets[question]: see facet.h; NULL where it was not asked for yet
	struct arena *memory;        // [question] of its facet's plan
	size_t questions;
};
struct product_cache {
	struct arena arena;
	LIST(struct product_made *) made;
};
void product_forget(struct product_cache *cache); // gives everything back

// A product of the reports that tables[report] names. `cache` may be NULL; the product lives no longer than it.
MUST_USE enum status product_make(struct arena *a, const struct model *m, const bool *tables,
				  struct product_cache *cache, struct product *out, struct err *e);

bool product_covers(const struct product *x, const struct count *count); // all that it counts have tables

// Fills values[net.cells] from the numbers of the values p; fate[report] as in struct count.
void product_fill(const struct product *x, const double *p, const unsigned char *fate, double *values);

// Those of one table of reports, values[its cells]; of one standing, values[its states].
void product_fill_says(const struct product *x, size_t says, const unsigned char *fate, const double *p,
		       double *values);
void product_fill_standing(const struct standing *s, const double *p, double *values);

// How likely a report only repeats another one, by what became of it (enum count_fate).
double product_echo(const struct model *m, size_t report, unsigned char fate, const double *p);

#endif
