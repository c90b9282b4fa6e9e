#include "read/wire.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

enum { MOST_ENVELOPE = 1 << 18, MOST_TEXT = 1 << 16, MOST_MADE = 1 << 30, MOST_NUMBERS = 1 << 29 };
enum { BESIDE = 1 << 16 }; // with a status

_Static_assert(LIMIT_NODES <= MOST_NUMBERS / 4 && LIMIT_TABLE <= MOST_NUMBERS / (int)sizeof(double),
	       "lines and values fit");

uint32_t wire_u32(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;
	return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

void wire_put_request(struct buf *b, const struct wire_request *r)
{
	buf_u32(b, r->kind);
	buf_u32(b, r->options);
	buf_u32(b, (uint32_t)r->envelope.len);
	buf_u32(b, (uint32_t)r->bytes.len);
}

bool wire_get_request(const char head[WIRE_HEAD], struct wire_request *r)
{
	*r = (struct wire_request){ .kind = wire_u32(head), .options = wire_u32(head + 4) };
	r->envelope.len = wire_u32(head + 8);
	r->bytes.len = wire_u32(head + 12);
	return r->kind >= WIRE_PAGE && r->kind <= WIRE_MATRIX && r->bytes.len <= LIMIT_DOCUMENT &&
	       r->envelope.len <= (r->kind == WIRE_NETWORK ? LIMIT_NETWORK : MOST_ENVELOPE);
}

void wire_put_answer(struct buf *b, const struct wire_answer *a)
{
	buf_u32(b, (uint32_t)a->status | (a->beside ? BESIDE : 0u));
	buf_u32(b, (uint32_t)a->text.len);
	buf_u32(b, (uint32_t)a->made.len);
	buf_u32(b, (uint32_t)a->numbers.len);
}

bool wire_get_answer(const char head[WIRE_HEAD], struct wire_answer *a)
{
	uint32_t status = wire_u32(head) & ~(uint32_t)BESIDE;
	*a = (struct wire_answer){ .status = (enum status)status, .beside = wire_u32(head) & BESIDE };
	a->text.len = wire_u32(head + 4);
	a->made.len = wire_u32(head + 8);
	a->numbers.len = wire_u32(head + 12);
	return status < STATUS_COUNT && a->text.len <= MOST_TEXT && a->made.len <= MOST_MADE &&
	       a->numbers.len <= MOST_NUMBERS;
}

void wire_put_member(struct buf *b, const struct member *m)
{
	struct arena scratch = { 0 };
	struct buf text = buf_in(&scratch);
	buf_add(&text, m->err.text, strlen(m->err.text) + 1);
	buf_slice(&text, slice_of(m->place));
	buf_char(&text, 0);
	envelope_pack(&text, &m->envelope);
	buf_u32(b, (uint32_t)m->err.status);
	buf_u32(b, (uint32_t)m->kind);
	buf_u32(b, (uint32_t)text.n);
	buf_u32(b, (uint32_t)m->bytes.len);
	buf_add(b, text.at, text.n);
	arena_free(&scratch);
}

bool wire_get_lengths(const char head[WIRE_HEAD], size_t *text, size_t *bytes)
{
	*text = wire_u32(head + 8);
	*bytes = wire_u32(head + 12);
	return *text <= MOST_ENVELOPE && *bytes <= LIMIT_MEMBER;
}

static bool is_clean(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.at[i] > 0 && s.at[i] < ' ') || s.at[i] == 0x7f)
			return false;
	return utf8_valid(s.at, s.len) == s.len;
}

bool wire_get_member(struct arena *a, const char head[WIRE_HEAD], struct slice text, struct member *m)
{
	uint32_t status = wire_u32(head), kind = wire_u32(head + 4);
	struct slice error, place;
	if (status >= STATUS_COUNT || kind > MEMBER_OTHER || !is_clean(text) || !slice_cut(&text, 0, &error) ||
	    !slice_cut(&text, 0, &place))
		return false;
	*m = (struct member){ .kind = (enum member_kind)kind };
	if (status != STATUS_OK)
		err_set(&m->err, (enum status)status, "%.*s", (int)error.len, error.at);
	m->place = place.len ? arena_copy(a, place.at, place.len) : NULL;
	return envelope_unpack(a, text, &m->envelope);
}
