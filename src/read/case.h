// A case as text, YAML or JSON, through a reader child.
#ifndef READ_CASE_H
#define READ_CASE_H

#include "case/case.h"
#include "case/remarks.h"

// Reads a case; what `known` has of documents stays with it. JSON may be a bundle of STIX or an event of MISP, too:
// what was understood of it, assumed and left out is told. The error names the path.
MUST_USE enum status read_case(struct arena *a, const char *path, const struct the_case *known, struct the_case *c,
			       struct remarks *told, struct err *e);

#endif
