// Reports of whole cases: the same bytes as the golden files beside each case, and rules that hold for any report.
#include "base/file.h"
#include "case/format.h"
#include "case/yaml.h"
#include "weigh/weigh.h"
#include "write/write.h"
#include "test/tap.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	enum write_format format;
	const char *end;
} formats[] = { { WRITE_MARKDOWN, "md" }, { WRITE_HTML, "html" }, { WRITE_JSON, "json" } };

// The case at a path, weighed with few draws; false after saying what failed.
static bool weighed(struct arena *a, const char *path, struct the_case *c, struct assessment *w)
{
	struct slice bytes;
	struct node *n;
	struct err e = { 0 };
	struct weigh_options o = { .draws = 2000, .seed = 1 };
	if (file_read(a, path, 1 << 24, "DOCUMENT", &bytes, &e) || yaml_read(a, bytes, &n, &e) ||
	    format_read_case(a, n, NULL, c, &e) ||
	    weigh_case(a, c, &o, w, &e)) {
		ok(false, "%s", e.text);
		return false;
	}
	return true;
}

// A document of an office: a ZIP file that begins with its types, and has the same bytes every time.
static void packed(const struct write_input *in, struct arena *a, const char *name)
{
	struct buf out = buf_in(a), again = buf_in(a);
	struct err e = { 0 };
	static const char first[] = "[Content_Types].xml";
	if (write_report(&out, in, WRITE_DOCX, &e) || write_report(&again, in, WRITE_DOCX, &e)) {
		ok(false, "%s.docx: %s", name, e.text);
		return;
	}
	ok(out.n > 1000 && !memcmp(out.at, "PK\3\4", 4) && !memcmp(out.at + 30, first, sizeof first - 1),
	   "%s.docx: a ZIP file that begins with its types", name);
	ok(out.n == again.n && !memcmp(out.at, again.at, out.n), "%s.docx: same case, same bytes", name);
}

static void golden(const char *root, const char *name)
{
	struct arena arena = { 0 };
	struct the_case c = { 0 };
	struct assessment w = { 0 };
	struct check_findings found = { 0 };
	if (weighed(&arena, arena_printf(&arena, "%s/test/golden/report/%s.yaml", root, name), &c, &w)) {
		check_case(&arena, &c, &w, &found);
		struct write_input in = {
			.c = &c, .w = &w, .found = &found, .journal = "12 entries, head 00ff", .version = "test"
		};
		for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
			const char *path =
			    arena_printf(&arena, "%s/test/golden/report/%s.%s", root, name, formats[i].end);
			struct buf out = buf_in(&arena), again = buf_in(&arena);
			struct slice want = { 0 };
			struct err e = { 0 };
			ok(!write_report(&out, &in, formats[i].format, &e), "%s.%s is written", name, formats[i].end);
			ok(!write_report(&again, &in, formats[i].format, &e), "%s.%s again", name, formats[i].end);
			is_text(buf_str(&again), buf_str(&out), "%s.%s: same case, same bytes", name, formats[i].end);
			struct slice got = { buf_str(&out), out.n };
			if (getenv("HEARSAY_GOLDEN") && file_write(path, got, &e))
				ok(false, "%s", e.text);
			enum status s = file_read(&arena, path, 1 << 24, "DOCUMENT", &want, &e);
			is_text(buf_str(&out), s ? "" : want.at, "%s.%s is as kept (HEARSAY_GOLDEN=1 keeps it anew)",
				name, formats[i].end);
		}
		packed(&in, &arena, name);
	}
	arena_free(&arena);
}

int main(void)
{
	const char *root = getenv("HEARSAY_ROOT");
	static const char *const names[] = { "bridge", "hostile" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		golden(root ? root : ".", names[i]);
	return done();
}
