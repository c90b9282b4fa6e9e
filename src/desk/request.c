#include "desk/request.h"

#include "case/json.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *request_query(const struct request *r, const char *name)
{
	for (each (q, &r->query))
		if (!strcmp(q->name, name))
			return q->value;
	return NULL;
}

bool request_number(const char *text, unsigned long long *n)
{
	char *end;
	errno = 0;
	*n = strtoull(text, &end, 10);
	return *text >= '0' && *text <= '9' && !*end && !errno;
}

void request_refuse(struct request *r, int status, const char *fmt, ...)
{
	char text[2048];
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	struct buf b = buf_in(&r->arena);
	buf_text(&b, r->page ? "" : "{\"error\":");
	if (r->page)
		buf_text(&b, text);
	else
		json_write_text(&b, text);
	buf_text(&b, r->page ? "\n" : "}\n");
	r->reply.status = status;
	r->reply.type = r->page ? "text/plain; charset=utf-8" : "application/json";
	r->reply.body = (struct slice){ buf_str(&b), b.n };
}

void request_answer(struct request *r, const char *type, const char *bytes, size_t n)
{
	r->reply.status = 200;
	r->reply.type = type;
	r->reply.body = (struct slice){ arena_copy(&r->arena, bytes, n), n };
}
