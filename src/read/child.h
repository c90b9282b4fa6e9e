// The reader children: hostile bytes are parsed in a process without network, files or new processes, with bounded
// memory and time. A framed request in, a framed answer out, again and again. A crash in one is one document's error.
#ifndef READ_CHILD_H
#define READ_CHILD_H

#include "read/matrix.h"
#include "read/network.h"
#include "read/read.h"

// Parses in a child of this program (`hearsay --reader`): one that waits, or a new one. By any number of threads.
MUST_USE enum status child_read_page(struct arena *a, struct slice bytes, const struct read_options *o,
				     struct document *d, struct err *e);
MUST_USE enum status child_read_yaml(struct arena *a, struct slice bytes, struct node **n, struct err *e);
MUST_USE enum status child_read_json(struct arena *a, struct slice bytes, struct node **n, struct err *e);

// A network and its evidence (of no bytes: none); *beside: an error is the evidence's.
MUST_USE enum status child_read_network(struct arena *a, enum network_format format, struct slice bytes,
					struct slice evidence, struct network *out, bool *beside, struct err *e);

MUST_USE enum status child_read_matrix(struct arena *a, enum matrix_format format, struct slice bytes, struct matrix *m,
				       struct err *e);

// Ends the children that wait to be asked. The next document has a new one.
void child_rest(void);

// What `hearsay --reader` runs: locks itself in, answers requests from stdin on stdout until there are no more. Returns
// the exit code.
int child_main(void);

#endif
