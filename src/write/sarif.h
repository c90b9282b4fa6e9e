// Findings as SARIF 2.1.0 (OASIS, 2020), which editors and code hosts show at their places.
#ifndef WRITE_SARIF_H
#define WRITE_SARIF_H

#include "case/check.h"

// `path` is the file of the case, or NULL. Lines are told where it is a text that has them.
struct node *sarif_tree(struct arena *a, const struct the_case *c, const struct check_findings *found,
			const char *path);

#endif
