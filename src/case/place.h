// Every value of a case by its name: "facts.denied.if[1]", "questions.who.prior.ua-unit", "sources.palace.reliability",
// "reports.r2.holds", "reports.r2.echo". One walk serves drawing and what-if.
#ifndef CASE_PLACE_H
#define CASE_PLACE_H

#include "case/case.h"

enum place_kind { PLACE_PRIOR, PLACE_CELL, PLACE_GRADE, PLACE_HOLDS, PLACE_ECHO };

struct place {
	enum place_kind kind;
	size_t item;          // question, fact, source or report
	size_t hyp, row;      // PRIOR: hypothesis and row; CELL: row
	struct value *value;  // NULL for a grade: it is the source's letter
	const char *name;
};

// All places of a settled case in file order: priors, cells, grades, holds, echoes. Places with no value entered
// (no echo) are left out; a grade not entered is F and is listed.
struct place *place_all(struct arena *a, const struct the_case *c, size_t *n);

// Sets a place to a value written as in YAML ("likely", "0.3", "[0.1, 0.2]", "B" for a grade). The case must be settled
// again after it. A place that does not exist is STATUS_NOT_FOUND with the nearest one.
MUST_USE enum status place_set(struct arena *a, struct the_case *c, const char *name, const char *value, struct err *e);

// STATUS_NOT_FOUND, with the place that is nearest to a name that is none.
enum status place_unknown(struct arena *a, const struct the_case *c, const char *name, struct err *e);

#endif
