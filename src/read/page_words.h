// The words that pages say about themselves in (models/pages.tsv): months, labels, names of meta elements, of classes.
#ifndef READ_PAGE_WORDS_H
#define READ_PAGE_WORDS_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

#define PAGE_WORDS_TABLE(X)                                                                                            \
	X(month)                                                                                                       \
	X(join) X(meta_date) X(meta_author) X(meta_title) X(meta_outlet) X(meta_lang) X(type) X(label) X(away)         \
	    X(marks_date) X(marks_author) X(by) X(by_end) X(nobody) X(role) X(institution) X(article)

enum page_class {
#define X(name) PAGE_##name,
	PAGE_WORDS_TABLE(X)
#undef X
	    PAGE_CLASSES
};

struct page_words;

struct page_words *page_words_read(struct arena *a);

// The row of a class, from 1, that a word or phrase stands in, whatever its case; 0 where in none.
int page_words_row(const struct page_words *w, enum page_class c, struct slice phrase);

// The longest phrase of a class at the start of s: its row, and its bytes in *len; 0 where there is none.
int page_words_at(const struct page_words *w, enum page_class c, struct slice s, size_t *len);

// For each class the row of the first word of s that is in it: s is a name as elements have it, "entry-date
// postMeta_x".
struct page_rows {
	uint8_t of[PAGE_CLASSES];
};

struct page_rows page_words_named(const struct page_words *w, struct slice s);

#endif
