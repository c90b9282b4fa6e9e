// What web pages say of themselves: files in, a line of JSON a page out.
#include "base/file.h"
#include "base/limits.h"
#include "case/json.h"
#include "read/html_build.h"
#include "read/html_meta.h"

#include <stdio.h>

static enum status answer(struct arena *a, const char *path, struct err *e)
{
	struct slice bytes;
	struct decoded from;
	struct html_tree tree;
	struct document d = { .path = path, .media = "text/html", .text = "" };
	struct html_meta_hints hints = { 0 };
	if (file_read(a, path, LIMIT_DOCUMENT, "DOCUMENT", &bytes, e) != STATUS_OK ||
	    bytes_decode(a, bytes, NULL, &from, e) != STATUS_OK || html_build(a, &from, false, &tree, e) != STATUS_OK)
		return e->status;
	html_meta_read(a, page_words_read(a), &tree, &hints, &d);
	struct buf b = buf_in(a);
	json_write(&b, document_write(a, &d));
	puts(buf_str(&b));
	return STATUS_OK;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		if (answer(&a, argv[i], &e) != STATUS_OK)
			fprintf(stderr, "%s: %s\n", argv[i], e.text);
		arena_free(&a);
	}
	return 0;
}
