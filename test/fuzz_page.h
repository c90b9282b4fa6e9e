// What the fuzz targets of pages share: a page is read or refused with a sentence; what is read holds what every
// document does and writes as JSON.
#ifndef TEST_FUZZ_PAGE_H
#define TEST_FUZZ_PAGE_H

#include "case/json.h"
#include "read/read.h"
#include "read/tagger.h"
#include "test/document.h"
#include "test/fuzz.h"

// The tables, read once in the life of the program.
static inline const struct tables *fuzz_tables(void)
{
	static struct arena kept;
	static struct tables tables;
	if (!tables.lexicon)
		tables = tables_read(&kept);
	return &tables;
}

// With the trained model.
static inline const struct tables *fuzz_tables_trained(void)
{
	static struct arena kept;
	static struct tables tables;
	struct err e = { 0 };
	if (!tables.tagger) {
		tables = *fuzz_tables();
		if (tagger_open(&kept, &tables.tagger, &e) != STATUS_OK)
			abort();
	}
	return &tables;
}

static inline void fuzz_page(struct slice bytes, const struct read_options *o)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct document d;
	if (read_page(&a, fuzz_tables(), bytes, o, &d, &e) == STATUS_OK) {
		struct buf out = buf_in(&a);
		document_check(&d);
		json_write(&out, document_write(&a, &d));
	} else {
		fuzz_sentence(&e);
	}
	arena_free(&a);
}

#endif
