// A case of any JSON that another program may have written: it is made, goes out as YAML, JSON, STIX and MISP, and its
// JSON comes back; or it is refused with a sentence.
#ifndef TEST_FUZZ_IMPORT_H
#define TEST_FUZZ_IMPORT_H

#include "case/format.h"
#include "case/json.h"
#include "exchange.h"
#include "read/adopt.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

typedef enum status fuzz_import_read(struct adopt *x, const struct node *n, const struct the_case *known,
				     struct the_case *c, struct err *e);

static inline struct the_case fuzz_import_again(struct arena *a, const struct the_case *c, fuzz_import_read *read,
						const char *format)
{
	struct write_input in = { .c = c };
	struct buf out = buf_in(a);
	struct remarks told = { 0 };
	struct adopt x = { .a = a, .told = &told, .parse = json_read };
	struct the_case again;
	struct node *n;
	struct err e = { 0 };
	if (exchange_write(&out, &in, format, NULL, &e) ||
	    json_read(a, (struct slice){ out.at, out.n }, &n, &e) != STATUS_OK ||
	    (read ? read(&x, n, NULL, &again, &e) : format_read_case(a, n, NULL, &again, &e)) != STATUS_OK)
		abort();
	return again;
}

static inline void fuzz_import_same(struct arena *a, const struct the_case *c, const struct the_case *d)
{
	struct buf first = buf_in(a), second = buf_in(a);
	struct err e = { 0 };
	if (exchange_write(&first, &(struct write_input){ .c = c }, "yaml", NULL, &e) ||
	    exchange_write(&second, &(struct write_input){ .c = d }, "yaml", NULL, &e) || first.n != second.n ||
	    memcmp(first.at, second.at, first.n) != 0)
		abort();
}

// What goes out and is read again is the same. But what others say of a question becomes a judgement once the question
// is there: a bundle may have lacked it the first time, and has it whenever it came from us.
static inline void fuzz_import_returns(struct arena *a, const struct the_case *c, fuzz_import_read *read,
				       const char *format)
{
	struct the_case json = fuzz_import_again(a, c, NULL, "json");
	struct the_case again = fuzz_import_again(a, c, read, format);
	struct the_case third = fuzz_import_again(a, &again, read, format);
	fuzz_import_same(a, c, &json);
	fuzz_import_same(a, &again, &third);
	if (again.judgements.n < c->judgements.n)
		abort();
	again.judgements.n = c->judgements.n;
	fuzz_import_same(a, c, &again);
}

static inline void fuzz_import(const uint8_t *at, size_t n, bool (*is)(const struct node *n), fuzz_import_read *read,
			       const char *format)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct remarks told = { 0 };
	struct adopt x = { .a = &a, .told = &told, .parse = json_read };
	struct node *tree;
	struct the_case c;
	if (json_read(&a, (struct slice){ (const char *)at, n }, &tree, &e) != STATUS_OK) {
		fuzz_sentence(&e);
	} else if (is(tree)) {
		if (read(&x, tree, NULL, &c, &e) != STATUS_OK) {
			fuzz_sentence(&e);
		} else {
			struct buf out = buf_in(&a);
			remarks_print(&out, &told);
			fuzz_import_returns(&a, &c, read, format);
		}
	}
	arena_free(&a);
}

#endif
