// The splitter: a process that takes a container apart. It is locked in as a reader is; the container is its standard
// input, and its members go to its standard output as frames (read/wire.h), no faster than they are taken there.
#ifndef READ_SPLIT_H
#define READ_SPLIT_H

#include "read/input.h"
#include "read/member.h"

enum container { CONTAINER_NONE, CONTAINER_GZIP, CONTAINER_WARC, CONTAINER_LINES, CONTAINER_MBOX, CONTAINER_FEED };

// What a file is, by how it begins (its first line counts) and, where that does not tell, by its name.
enum container split_kind(struct slice head, const char *name);

// Gives each member of a container; what is none is a single member.
void split_all(struct input *in, const char *name, member_give *give, void *context);

// What `hearsay --reader NAME` runs. Returns the exit code.
int split_main(const char *name);

#endif
