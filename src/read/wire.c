#include "read/wire.h"

#include "base/limits.h"

enum { MOST_ENVELOPE = 1 << 18, MOST_TEXT = 1 << 16, MOST_JSON = 1 << 30 };

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
	return r->kind >= WIRE_PAGE && r->kind <= WIRE_JSON && r->envelope.len <= MOST_ENVELOPE &&
	       r->bytes.len <= LIMIT_DOCUMENT;
}

void wire_put_answer(struct buf *b, const struct wire_answer *a)
{
	buf_u32(b, (uint32_t)a->status);
	buf_u32(b, (uint32_t)a->text.len);
	buf_u32(b, (uint32_t)a->json.len);
	buf_u32(b, (uint32_t)a->lines.len);
}

bool wire_get_answer(const char head[WIRE_HEAD], struct wire_answer *a)
{
	uint32_t status = wire_u32(head);
	*a = (struct wire_answer){ .status = (enum status)status };
	a->text.len = wire_u32(head + 4);
	a->json.len = wire_u32(head + 8);
	a->lines.len = wire_u32(head + 12);
	return status < STATUS_COUNT && a->text.len <= MOST_TEXT && a->json.len <= MOST_JSON &&
	       a->lines.len <= (size_t)LIMIT_NODES * 4;
}
