// A matrix of any bytes in some format: it is read and comes back from the reader as it was, with a case that is in
// order made of it and all of its exports; or it is refused with a sentence.
#ifndef TEST_FUZZ_MATRIX_H
#define TEST_FUZZ_MATRIX_H

#include "base/utf8.h"
#include "case/json.h"
#include "case/matrix_node.h"
#include "draft/matrix_case.h"
#include "read/matrix.h"
#include "test/fuzz.h"
#include "write/matrix.h"

#include <stdlib.h>
#include <string.h>

// The same bytes when they went through the frame; false where the frame is none.
static inline bool fuzz_matrix_returns(struct arena *a, const struct matrix *m, struct matrix *back)
{
	struct buf once = buf_in(a), twice = buf_in(a);
	struct node *n;
	struct err e;
	json_write(&once, matrix_node_write(a, m));
	if (json_read(a, (struct slice){ once.at, once.n }, &n, &e) != STATUS_OK || !matrix_node_read(a, n, back))
		return false;
	json_write(&twice, matrix_node_write(a, back));
	return once.n == twice.n && !memcmp(once.at, twice.at, once.n);
}

static inline void fuzz_matrix_use(struct arena *a, const struct matrix *m)
{
	struct the_case c = { .imprecision = -1 };
	struct remarks told = { 0 };
	struct err e;
	struct buf csv = buf_in(a), xlsx = buf_in(a), achz = buf_in(a);
	matrix_case_add(a, m, NULL, &c, &told);
	if (case_settle(a, &c, &e) != STATUS_OK || c.facts.n != m->items.n || c.reports.n != m->items.n)
		abort();
	matrix_csv_write(&csv, m);
	matrix_achz_write(&achz, m);
	if (matrix_xlsx_write(&xlsx, m, &e) != STATUS_OK || utf8_valid(buf_str(&csv), csv.n) != csv.n)
		abort();
}

static inline int fuzz_matrix(enum matrix_format format, const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct matrix m, back;
	if (matrix_parse(&a, format, (struct slice){ (const char *)at, n }, &m, &e) != STATUS_OK) {
		fuzz_sentence(&e);
	} else {
		if (!m.items.n || !fuzz_matrix_returns(&a, &m, &back))
			abort();
		fuzz_matrix_use(&a, &back);
	}
	arena_free(&a);
	return 0;
}

#endif
