// What is in a container: one document behind another, or what is wrong with one.
#ifndef READ_MEMBER_H
#define READ_MEMBER_H

#include "case/envelope.h"

enum member_kind {
	MEMBER_DOCUMENT,
	MEMBER_LINE,  // a document as a line of JSON
	MEMBER_OTHER, // nothing of interest: a sign that the container is not at its end
};

struct member {
	enum member_kind kind;
	const char *place;        // in the container: "record 17", "line 3"; NULL: all of it
	struct envelope envelope; // path: what is behind '#', NULL where the member is all there is
	struct slice bytes;
	struct err err; // status not OK: it cannot be had, and this is why; no bytes then
};

// Takes one member; false: no more are wanted. What it points to is valid during the call.
typedef bool member_give(void *context, const struct member *m);

#endif
