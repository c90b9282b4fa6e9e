// What the reader knows of English, read once and then only looked at: any number of pages may share it.
#ifndef READ_TABLES_H
#define READ_TABLES_H

#include "read/lexicon.h"
#include "read/vocabulary.h"

struct tables {
	const struct vocabulary *vocabulary;
	const struct lexicon *lexicon;
};

// From the tables that the program carries; as long as the arena lives.
struct tables tables_read(struct arena *a);

#endif
