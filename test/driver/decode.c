// Bytes to text, for test/model/encodings.py. A line of JSON in: {"hex", "transport"}. A line out: {"text", "from":
// where each character came from in the bytes, "says": the encoding that the bytes declare, "warning", "error"}.
#include "base/utf8.h"
#include "case/json.h"
#include "read/bytes.h"
#include "read/charset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct slice from_hex(struct arena *a, const char *hex)
{
	size_t n = strlen(hex) / 2;
	char *out = arena_take(a, n + 1);
	for (size_t i = 0; i < n; i++)
		out[i] = (char)strtol((char[]){ hex[2 * i], hex[2 * i + 1], 0 }, NULL, 16);
	return (struct slice){ out, n };
}

static void write_text(struct arena *a, const struct decoded *d, struct node *out)
{
	node_put_text(a, out, "text", arena_copy(a, d->text, d->len));
	struct node *from = node_put_list(a, out, "from");
	uint32_t code;
	for (size_t i = 0, len; i < d->len; i += len) {
		len = utf8_decode(d->text + i, d->len - i, &code);
		span at = bytes_original(d, (span){ (uint32_t)i, (uint32_t)(i + len) });
		struct node *pair = node_add(from, node_list(a));
		node_add(pair, node_number(a, at.from));
		node_add(pair, node_number(a, at.to));
	}
}

static void answer(struct arena *a, const struct node *request)
{
	struct err e = { 0 };
	struct decoded d;
	struct node *out = node_map(a);
	struct slice bytes = from_hex(a, node_get_text(request, "hex"));
	size_t mark;
	const struct charset *says = charset_marked(bytes, &mark);
	if (!says)
		says = charset_declared(bytes);
	node_put_text(a, out, "says", says ? says->name : NULL);
	if (bytes_decode(a, bytes, node_get_text(request, "transport"), &d, &e) == STATUS_OK)
		write_text(a, &d, out);
	else
		node_put_text(a, out, "error", e.text);
	node_put_text(a, out, "warning", d.warning);
	struct buf b = buf_in(a);
	json_write(&b, out);
	puts(buf_str(&b));
}

int main(void)
{
	static char line[4 << 20];
	while (fgets(line, sizeof line, stdin)) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct node *request;
		if (json_read(&a, slice_of(line), &request, &e) != STATUS_OK) {
			fprintf(stderr, "%s\n", e.text);
			return 1;
		}
		answer(&a, request);
		arena_free(&a);
	}
	return 0;
}
