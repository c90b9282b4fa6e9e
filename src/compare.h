// Two assessments beside each other: what moved, and because of what.
#ifndef COMPARE_H
#define COMPARE_H

#include "case/assessment.h"
#include "case/comparison.h"
#include "hearsay.h"

// Each is a case (a file of it, YAML or JSON), which is weighed, or an assessment that was saved.
MUST_USE enum status compare(struct arena *a, const char *was, const char *is, const struct hearsay_weighing *o,
			     struct comparison *out, struct err *e);

// What o->since names, beside a case that is weighed already.
MUST_USE enum status compare_since(struct arena *a, const char *path, const struct the_case *c,
				   const struct assessment *w, const struct hearsay_weighing *o, struct comparison *out,
				   struct err *e);

#endif
