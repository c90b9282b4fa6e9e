// What the fuzz targets of containers share: a container in memory, and what must hold of each member.
#ifndef TEST_FUZZ_SPLIT_H
#define TEST_FUZZ_SPLIT_H

#include "base/limits.h"
#include "base/utf8.h"
#include "read/split.h"
#include "read/wire.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

struct fuzz_input {
	const char *at;
	size_t n, step, members;
};

static inline ptrdiff_t fuzz_read(void *context, char *at, size_t n)
{
	struct fuzz_input *in = context;
	n = n < in->step ? n : in->step;
	n = n < in->n ? n : in->n;
	memcpy(at, in->at, n);
	in->at += n;
	in->n -= n;
	return (ptrdiff_t)n;
}

// A member has bytes or a sentence, and comes through the wire as it is, or is refused there.
static inline bool fuzz_member(void *context, const struct member *m)
{
	struct fuzz_input *in = context;
	struct arena a = { 0 };
	struct buf wire = buf_in(&a);
	struct member back;
	size_t text, bytes;
	in->members++;
	if (m->err.status != STATUS_OK ? !m->err.text[0] || m->bytes.len : m->bytes.len > LIMIT_MEMBER)
		abort();
	wire_put_member(&wire, m);
	if (!wire_get_lengths(wire.at, &text, &bytes) || bytes != m->bytes.len || text + WIRE_HEAD != wire.n)
		abort();
	if (!wire_get_member(&a, wire.at, (struct slice){ wire.at + WIRE_HEAD, text }, &back))
		abort();
	if (back.err.status != m->err.status || back.kind != m->kind)
		abort();
	arena_free(&a);
	return true;
}

// Splits in two ways that must come to the same number of members.
static inline void fuzz_split(const uint8_t *at, size_t n, const char *name)
{
	static const size_t steps[] = { 1 << 20, 13 };
	size_t members[2];
	for (int i = 0; i < 2; i++) {
		struct arena a = { 0 };
		struct fuzz_input in = { (const char *)at, n, steps[i], 0 };
		split_all(input_open(&a, fuzz_read, &in), name, fuzz_member, &in);
		members[i] = in.members;
		arena_free(&a);
	}
	if (members[0] != members[1])
		abort();
}

#endif
