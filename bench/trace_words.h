// An invented vocabulary for generated news: a few hundred everyday words in front, tens of thousands of made-up ones
// behind, by rank; and invented names of people, places and bodies.
#ifndef BENCH_TRACE_WORDS_H
#define BENCH_TRACE_WORDS_H

#include "base/buf.h"

#include <stdint.h>

enum trace_words_class { WORD_NOUN, WORD_VERB, WORD_ADJECTIVE, WORD_ADVERB, WORD_CLASSES };
enum trace_words_form { FORM_BARE, FORM_S, FORM_ED, FORM_ING };

// How many words a class has.
size_t trace_words_count(enum trace_words_class class);

// Writes the word of a rank, 0 being the most common.
void trace_words_put(struct buf *b, enum trace_words_class class, size_t rank, enum trace_words_form form);

// Names by number: the same number is always the same name. Numbers may be anything; there are millions of names.
void trace_words_first_name(struct buf *b, uint64_t number);
void trace_words_last_name(struct buf *b, uint64_t number);
void trace_words_place(struct buf *b, uint64_t number);
void trace_words_body(struct buf *b, uint64_t number);   // "Tarvel Water Authority"
void trace_words_outlet(struct buf *b, uint64_t number); // "Norvale Herald"

#endif
