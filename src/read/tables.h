// What the reader knows of English and of web pages, read once and then only looked at: any number of pages may share
// it.
#ifndef READ_TABLES_H
#define READ_TABLES_H

#include "read/cite_words.h"
#include "read/furniture.h"
#include "read/lexicon.h"
#include "read/page_words.h"
#include "read/vocabulary.h"

struct tables {
	const struct vocabulary *vocabulary;
	const struct lexicon *lexicon;
	const struct furniture *furniture;
	const struct page_words *page_words;
	const struct cues *cues;
	struct tagger *tagger; // NULL: no attributions are found (read/tagger.h)
};

// From the tables that the program carries; as long as the arena lives.
struct tables tables_read(struct arena *a);

#endif
