// UTF-8: the only place that looks inside a character.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Decodes the character at text[0..n), n > 0. Sets *code and returns its length in bytes, or returns 0 where the bytes
// are no UTF-8 (overlong forms, surrogates and codes above U+10FFFF included).
size_t utf8_decode(const char *text, size_t n, uint32_t *code);

// Writes at most 4 bytes; returns how many.
size_t utf8_encode(uint32_t code, char out[4]);

// The offset of the first byte that is no UTF-8, or n.
size_t utf8_valid(const char *text, size_t n);

// Code points in valid UTF-8 text[0..n).
size_t utf8_count(const char *text, size_t n);

// The largest offset <= at that starts a character.
size_t utf8_floor(const char *text, size_t at);

// The same text as valid UTF-8: bytes that are none become U+FFFD.
const char *utf8_clean(struct arena *a, const char *text);

#endif
