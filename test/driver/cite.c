// cite: reads texts from standard input, a line with a single form feed between them, and prints each citation as
// TEXT, FAMILY, KIND, OUTLET (a ? before one that is only a name) and the sentence that has it, with tabs between.
#include "read/cite.h"
#include "read/read.h"
#include "base/file.h"

#include <stdio.h>

static void print(struct arena *a, const struct tables *t, struct slice text, int number)
{
	static const char *const kinds[] = { "credit", "cites", "told", "unnamed" };
	struct document d;
	struct cites found;
	struct err e;
	struct read_options o = { .verbatim = true, .depth = READ_TEXT };
	if (read_page(a, t, text, &o, &d, &e) != STATUS_OK)
		return;
	cite_scan(a, t->cues, &d, &found);
	for (each (c, &found.list)) {
		span s = c->citation.at;
		for (each (x, &d.sentences))
			if (x->from <= s.from && s.from < x->to)
				s = *x;
		printf("%d\t%s\t%s\t%s%s\t%.*s[%.*s]%.*s\n", number, cite_family_name(c->family),
		       kinds[c->citation.kind], c->citation.named_only ? "?" : "",
		       c->citation.outlet ? c->citation.outlet : "-", (int)(c->citation.at.from - s.from),
		       d.text + s.from, (int)span_len(c->citation.at), d.text + c->citation.at.from,
		       (int)(s.to - c->citation.at.to), d.text + c->citation.at.to);
	}
}

int main(void)
{
	struct arena kept = { 0 };
	struct tables t = tables_read(&kept);
	struct slice all, text;
	struct err e;
	if (file_read(&kept, "-", SIZE_MAX / 2, "", &all, &e) != STATUS_OK)
		return 1;
	for (int n = 1; slice_cut(&all, '\f', &text); n++) {
		struct arena a = { 0 };
		print(&a, &t, slice_trim(text), n);
		arena_free(&a);
	}
	arena_free(&kept);
	return 0;
}
