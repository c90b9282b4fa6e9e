// The table test/golden/cite/sentences.tsv: what a text says of its sources, by family of cue; and what belongs to more
// than a sentence.
#include "base/file.h"
#include "case/json.h"
#include "read/cite.h"
#include "read/read.h"
#include "test/tap.h"

#include <stdlib.h>

static struct arena kept;
static struct tables tables;

static struct document page(struct slice text)
{
	struct document d = { 0 };
	struct err e;
	struct read_options o = { .verbatim = true, .depth = READ_TEXT };
	ok(read_page(&kept, &tables, text, &o, &d, &e) == STATUS_OK, "\"%.*s\" is read", (int)text.len, text.at);
	return d;
}

// "cites:Reuters; told:?Metro Morning", or "-".
static const char *found(const struct document *d)
{
	static const char *const kinds[] = { "credit", "cites", "told", "unnamed", "own" };
	struct buf b = buf_in(&kept);
	for (each (c, &d->citations)) {
		buf_printf(&b, "%s%s", b.n ? "; " : "", kinds[c->kind]);
		if (c->outlet)
			buf_printf(&b, ":%s%s", c->named_only ? "?" : "", c->outlet);
	}
	return b.n ? buf_str(&b) : "-";
}

static void table(void)
{
	const char *root = getenv("HEARSAY_ROOT");
	const char *path = arena_printf(&kept, "%s/test/golden/cite/sentences.tsv", root ? root : ".");
	struct slice all, line, cell[3];
	struct err e;
	if (!ok(file_read(&kept, path, SIZE_MAX / 2, "", &all, &e) == STATUS_OK, "the table is there"))
		return;
	while (slice_line(&all, &line)) {
		int n = 0;
		if (slice_starts(line, "#"))
			continue;
		while (n < 3 && slice_cut(&line, '\t', &cell[n]))
			n++;
		if (!ok(n == 3, "three columns"))
			continue;
		struct document d = page(cell[1]);
		is_text(found(&d), arena_copy(&kept, cell[2].at, cell[2].len), "%.*s: %.*s", (int)cell[0].len,
			cell[0].at, (int)cell[1].len, cell[1].at);
	}
}

static void places(void)
{
	struct document d = page(slice_of("The gate was open. \u201cIt is shut,\u201d the mayor told Reuters."));
	if (ok(d.citations.n == 1, "one citation")) {
		span at = d.citations.at[0].at;
		ok(slice_is((struct slice){ d.text + at.from, span_len(at) }, "Reuters"), "it stands at the name");
		ok(d.citations.at[0].statement == SIZE_MAX, "no statements were read");
	}
	struct document back;
	struct err e;
	d = page(slice_of("Metro Morning reported that two trams had been withdrawn."));
	ok(document_read(&kept, document_write(&kept, &d), &back, &e) == STATUS_OK && back.citations.n == 1 &&
	       back.citations.at[0].named_only,
	   "what is only a name is so in JSON, too");
}

static void statements(void)
{
	struct document d = page(slice_of("The gate was open.\n\nIt was shut, the mayor told Reuters."));
	struct statement *s = list_add(&kept, &d.statements);
	list_push(&kept, &s->content, ((span){ 0, 17 }));
	s = list_add(&kept, &d.statements);
	list_push(&kept, &s->content, ((span){ 20, 31 }));
	cite_statements(&d);
	ok(d.citations.n == 1 && d.citations.at[0].statement == 1, "a citation goes with its sentence's statement");
}

// A text made to have as many citations and names as it can is read in bounded time, and not all are kept.
static void many(void)
{
	struct buf b = buf_in(&kept);
	for (int i = 0; i < 20000; i++)
		buf_text(&b, "He told AP and CNN. ");
	struct document d = page((struct slice){ buf_str(&b), b.n });
	ok(d.citations.n > 1000 && d.citations.n <= 2000, "%zu citations are kept", d.citations.n);
}

int main(void)
{
	tables = tables_read(&kept);
	table();
	places();
	statements();
	many();
	return done();
}
