// A case weighed again with something left out. "Left out" means as if it had never been entered: an echo of it may
// then count, and a discount that leaned on it falls away.
#ifndef WEIGH_LANE_H
#define WEIGH_LANE_H

#include "base/par.h"
#include "weigh/panel.h"

struct facet;

// The whole case at one set of numbers: what every lane starts from.
struct whole {
	const struct model *m;
	const double *p;      // [value]
	bool *affirms, *live; // [report]
	struct count count;
	struct product product; // of all live reports, or of the counted ones: see lane.c
	double *values;         // of the product
	struct lane_panels *panels;
	struct facet *facets; // [question]; NULL: not made
	double **posterior;   // [question][hypothesis]
	double log_p;
};

// One panel for each thread, made when it is needed first, all of its lanes as the whole.
struct lane_panels {
	struct arena *memory;  // [thread]
	struct panel **panels; // [thread]
};

enum lane_kind {
	LANE_REPORT,
	LANE_FACT,
	LANE_SOURCE,
	LANE_ORIGIN,     // without it, as if never entered
	LANE_ORIGINS,    // without those of a set
	LANE_ASSUMPTION, // without the facts that it supports
	LANE_LATER,      // without what was published later than the day, or is undated
	LANE_ALL,        // without any report
	LANE_FIRST,      // of the counted reports those whose rank is below `item`, echoes as in the whole
};

struct lane {
	enum lane_kind kind;
	size_t item;                  // origins: a source, or the number of sources and a report
	size_t origins[3], n_origins; // LANE_ORIGINS
	struct date as_of;
	const size_t *rank; // LANE_FIRST: [counted report]
	double **p;         // out: [question][hypothesis]; given by the caller
	enum status status; // out
};

struct lane_list {
	LIST(struct lane) list;
};

// affirms[report], from the numbers of the values.
bool *lane_affirms(struct arena *a, const struct model *m, const double *p);

// Weighs the whole. False with STATUS_OK where the evidence has probability zero: product and values are there. The
// cache may be NULL. lane_done gives back the panels.
MUST_USE enum status lane_whole(struct arena *a, const struct model *m, const double *p, struct product_cache *cache,
				struct whole *w, bool *possible, struct err *e);
void lane_done(struct whole *w);
struct panel *lane_panel(const struct whole *w, size_t thread);

double **lane_room(struct arena *a, const struct model *m); // [question][hypothesis]

// Weighs all lanes, in parallel. A lane that fails names itself in the error: the first by index.
MUST_USE enum status lane_run(const struct whole *w, struct lane *lanes, size_t n, struct err *e);

// The same as work to be done beside other work, and what came of it.
struct lane_job {
	const struct whole *w;
	struct lane *lanes;
	size_t n, *done;  // done: [piece] how many of its lanes
	struct err *errs; // [piece]
};
struct par_work lane_work(struct arena *a, const struct whole *w, struct lane *lanes, size_t n, struct lane_job *j);
MUST_USE enum status lane_status(const struct lane_job *j, struct err *e);

bool lane_published_by(const struct report *r, struct date day); // always, where there is no day
size_t lane_origin(const struct the_case *c, size_t report);     // as in struct lane
const char *lane_origin_id(struct arena *a, const struct the_case *c, size_t origin);

#endif
