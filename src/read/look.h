// Looking at words: what debris, dates and names are recognised by.
#ifndef READ_LOOK_H
#define READ_LOOK_H

#include "base/span.h"

bool look_letter(char c); // ASCII letters, and every byte of a character outside ASCII
bool look_upper(char c);
bool look_digit(char c);
bool look_space(char c);

// The text starts with the words, whatever their case, and no letter or digit follows a last letter.
bool look_starts(struct slice s, const char *words);
bool look_has(struct slice s, const char *words); // the same, anywhere at a word's start

// The next word of *rest: letters, digits, and ' - . between them ("U.S", "Kremlin's"); false when none is left.
bool look_word(struct slice *rest, struct slice *word);

bool look_one_of(struct slice word, const char *const *list); // no case; the list ends with NULL

// Every word but the small ones (of, the, and, ...) starts upper case, and there is one.
bool look_names(struct slice s);

// It ends as a sentence does, quotation marks and brackets aside.
bool look_sentence_end(struct slice s);

// "12", "1,882": the number at the start of s and how many bytes it takes; 0 where there is none.
size_t look_number(struct slice s, int *value);

static inline struct slice look_from(struct slice s, size_t at)
{
	return at ? (struct slice){ s.at + at, s.len - at } : s;
}

#endif
