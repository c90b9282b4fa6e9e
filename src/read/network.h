// Networks from files: in a reader child, or in this process for the tests.
#ifndef READ_NETWORK_H
#define READ_NETWORK_H

#include "base/slice.h"
#include "case/network.h"

enum network_format { NETWORK_UAI, NETWORK_BIF, NETWORK_XDSL, NETWORK_FORMATS };

// Reads a network, its format by the end of its name (.uai, .bif, .xdsl), and the evidence in a file beside it, which
// may be NULL; in a reader child. Errors begin with the path of the file they are of.
MUST_USE enum status read_network(struct arena *a, const char *path, const char *evidence_path, struct network *out,
				  struct err *e);

// The same of bytes at hand, in this process; evidence of no bytes is none. *beside: an error is the evidence's.
MUST_USE enum status network_parse(struct arena *a, enum network_format format, struct slice bytes,
				   struct slice evidence, struct network *out, bool *beside, struct err *e);

#endif
