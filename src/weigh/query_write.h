// The answers of a network as JSON and as text.
#ifndef WEIGH_QUERY_WRITE_H
#define WEIGH_QUERY_WRITE_H

#include "base/buf.h"
#include "weigh/query.h"

enum query_part {
	QUERY_POSTERIORS = 1,
	QUERY_WITHOUT = 2,
	QUERY_FLIP = 4,
	QUERY_SENSITIVITY = 8,
	QUERY_NEXT = 16,
	QUERY_ALL = 31
};

struct query_seconds {
	double load, compile, posteriors, everything, apart;
};

// Takes a piece of the output. False: no more is wanted.
typedef bool query_give(void *context, const char *bytes, size_t n);

struct query_output {
	unsigned parts;
	struct query_seconds seconds;
	query_give *give;
	void *context;
};

// False where `give` wanted no more.
bool query_write_json(struct query *q, const struct query_output *o);
bool query_write_text(struct query *q, const struct query_output *o);

#endif
