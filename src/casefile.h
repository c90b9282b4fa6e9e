// A case from wherever it stands: a case file, YAML or JSON.
#ifndef CASEFILE_H
#define CASEFILE_H

#include "case/case.h"

// Without opening it to be changed. The error names the path.
MUST_USE enum status casefile_read(struct arena *a, const char *path, struct the_case *c, struct err *e);

#endif
