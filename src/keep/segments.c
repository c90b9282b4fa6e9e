// Segments are numbered from 0. Damage in them is found by who reads them, and costs the time to make them again.
#include "keep/handle.h"

#include "base/list.h"
#include "keep/sqlite.h"

#include <assert.h>

enum status keep_segments(struct arena *a, struct keep *k, struct segments *out, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_SEGMENTS);
	for (;;) {
		bool row;
		enum status s = sqlite_step(q, &row, e);
		if (s != STATUS_OK || !row)
			return s;
		struct slice bytes = sqlite_slice(q, 0);
		list_push(a, out, ((struct slice){ arena_copy(a, bytes.at, bytes.len), bytes.len }));
	}
}

enum status keep_put_segment(struct keep *k, size_t valid, struct slice segment, struct err *e)
{
	assert(k->changing);
	struct query *q = sqlite_start(k->db, SQL_SEGMENTS_DROP);
	sqlite_bind_number(q, (long long)valid);
	enum status s = sqlite_run(q, e);
	if (s != STATUS_OK || !segment.len)
		return s;
	q = sqlite_start(k->db, SQL_SEGMENT_ADD);
	sqlite_bind_number(q, (long long)valid);
	sqlite_bind_bytes(q, segment);
	return sqlite_run(q, e);
}
