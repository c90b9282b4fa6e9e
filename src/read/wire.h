// How the program and its children talk: a request to a reader and its answer, and a splitter's members, all with their
// lengths in front.
#ifndef READ_WIRE_H
#define READ_WIRE_H

#include "base/buf.h"
#include "read/member.h"

#include <stdbool.h>

enum wire_kind { WIRE_PAGE = 1, WIRE_YAML, WIRE_JSON, WIRE_NETWORK, WIRE_MATRIX };
// Options of a page: flags, then enum read_depth from bit WIRE_DEPTH on, then the least confidence in millionths.
enum { WIRE_VERBATIM = 1, WIRE_PDF = 2, WIRE_DEPTH = 2, WIRE_LEAST = 4, WIRE_ONE = 1000000 };

enum { WIRE_HEAD = 16 }; // bytes in front of either

struct wire_request {
	uint32_t kind, options;       // of a network and a matrix, the options are its format
	struct slice envelope, bytes; // envelope: of a page, case/envelope.h, packed; of a network, its evidence
};

struct wire_answer {
	enum status status;
	bool beside;          // an error: it is of what came in the envelope
	struct slice text;    // the sentence of an error
	struct slice made;    // what was read: JSON; of a network, case/network.h, packed
	struct slice numbers; // YAML: of every node in preorder, its line, four bytes each; of a network, its values
};

void wire_put_request(struct buf *b, const struct wire_request *r); // the head alone
void wire_put_answer(struct buf *b, const struct wire_answer *a);   // the head alone

// Fills in what the head says, the slices with lengths alone; false where it cannot be one.
bool wire_get_request(const char head[WIRE_HEAD], struct wire_request *r);
bool wire_get_answer(const char head[WIRE_HEAD], struct wire_answer *a);

// A member but for its bytes, which follow: WIRE_HEAD bytes, and text of which the rest of it is made.
void wire_put_member(struct buf *b, const struct member *m);
// How much of either follows the head; false where that cannot be.
bool wire_get_lengths(const char head[WIRE_HEAD], size_t *text, size_t *bytes);
// False where head and text are no member; what is one can be shown on a terminal.
bool wire_get_member(struct arena *a, const char head[WIRE_HEAD], struct slice text, struct member *m);

uint32_t wire_u32(const char *at);

#endif
