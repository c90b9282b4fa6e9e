// SHA-1 (FIPS 180-4, 6.1) is here for version 5 of UUIDs alone: it names, and protects nothing.
#include "base/uuid.h"

#include "base/buf.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 64, WORDS = 80 };

static uint32_t turn(uint32_t x, int n)
{
	return x << n | x >> (32 - n);
}

static void mix(uint32_t h[5], const unsigned char block[BLOCK])
{
	uint32_t w[WORDS], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < WORDS; i++)
		w[i] = turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	for (int i = 0; i < WORDS; i++) {
		uint32_t f = i < 20   ? ((b & c) | (~b & d)) + 0x5a827999
			     : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
			     : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
				      : (b ^ c ^ d) + 0xca62c1d6;
		uint32_t next = turn(a, 5) + f + e + w[i];
		e = d;
		d = c;
		c = turn(b, 30);
		b = a;
		a = next;
	}
	h[0] += a;
	h[1] += b;
	h[2] += c;
	h[3] += d;
	h[4] += e;
}

// Of whole bytes; `message` gets the padding at its end.
static void sha1(struct buf *message, uint32_t h[5])
{
	static const uint32_t start[5] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 };
	uint64_t bits = (uint64_t)message->n * 8;
	memcpy(h, start, sizeof start);
	buf_char(message, (char)0x80);
	while (message->n % BLOCK != BLOCK - 8)
		buf_char(message, 0);
	for (int i = 7; i >= 0; i--)
		buf_char(message, (char)(bits >> 8 * i));
	for (size_t i = 0; i < message->n; i += BLOCK)
		mix(h, (const unsigned char *)message->at + i);
}

bool uuid_is(struct slice text)
{
	if (text.len != UUID_TEXT)
		return false;
	for (size_t i = 0; i < UUID_TEXT; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		if (dash ? text.at[i] != '-' : !isxdigit((unsigned char)text.at[i]))
			return false;
	}
	return true;
}

static unsigned char digit(char c)
{
	return (unsigned char)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

void uuid_of(const char *space, const char *name, char out[UUID_TEXT + 1])
{
	assert(uuid_is(slice_of(space)));
	struct arena scratch = { 0 };
	struct buf message = buf_in(&scratch);
	for (const char *p = space; *p; p += 2) {
		p += *p == '-';
		buf_char(&message, (char)(digit(p[0]) << 4 | digit(p[1])));
	}
	buf_text(&message, name);
	uint32_t h[5];
	sha1(&message, h);
	arena_free(&scratch);
	h[1] = (h[1] & 0xffff0fffu) | 0x5000u;     // version
	h[2] = (h[2] & 0x3fffffffu) | 0x80000000u; // variant
	snprintf(out, UUID_TEXT + 1, "%08x-%04x-%04x-%04x-%04x%08x", h[0], h[1] >> 16, h[1] & 0xffff, h[2] >> 16,
		 h[2] & 0xffff, h[3]);
}
