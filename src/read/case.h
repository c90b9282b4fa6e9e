// A case as text, YAML or JSON, through a reader child.
#ifndef READ_CASE_H
#define READ_CASE_H

#include "case/case.h"

// Reads a case; what `known` has of documents stays with it. The error names the path.
MUST_USE enum status read_case(struct arena *a, const char *path, const struct the_case *known, struct the_case *c,
			       struct err *e);

#endif
