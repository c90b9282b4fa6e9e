// How mail carries bytes: as they are, or as quoted-printable or base64 (RFC 2045, 6).
#ifndef READ_TRANSFER_H
#define READ_TRANSFER_H

#include "case/runs.h"

enum transfer { TRANSFER_PLAIN, TRANSFER_QUOTED, TRANSFER_BASE64 };

// The bytes that `at` of a message carries; `map`, empty, gets the way back from them to the message. In
// quoted-printable each encoded byte is a unit, in base64 the bytes of four letters are. What is not as it should be is
// read as mail programs read it. Fails only by a limit.
MUST_USE enum status transfer_decode(struct arena *a, enum transfer how, struct slice message, span at,
				     struct slice *out, struct runs *map, struct err *e);

#endif
