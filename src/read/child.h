// The reader child: hostile bytes are parsed in a process without network, files or new processes, with bounded memory
// and time. One framed request in, one framed answer out. A crash in it is one document's error.
#ifndef READ_CHILD_H
#define READ_CHILD_H

#include "read/read.h"

// Parses in a child of this program (`hearsay --reader`, found by /proc/self/exe or HEARSAY_READER).
MUST_USE enum status child_read_page(struct arena *a, struct slice bytes, const struct read_options *o,
				     struct document *d, struct err *e);
MUST_USE enum status child_read_yaml(struct arena *a, struct slice bytes, struct node **n, struct err *e);
MUST_USE enum status child_read_json(struct arena *a, struct slice bytes, struct node **n, struct err *e);

// Seconds on the clock to wait for a child, in place of the limit READER_WAIT: for tests.
void child_patience(int seconds);

// What `hearsay --reader` runs: locks itself in, reads one request from stdin, answers on stdout. Returns the exit
// code.
int child_main(void);

#endif
