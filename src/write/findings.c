// What a reviewer would say, in words: a line each, the most severe word first, and what it follows from last.
#include "write/write.h"

#include "case/json.h"
#include "write/number.h"
#include "write/sarif.h"

#include <string.h>

static void print_finding(struct buf *out, const struct the_case *c, const struct check_finding *f)
{
	const char *document;
	span at;
	buf_printf(out, "%s: %s: %s %s [%s%s%s]", check_severity_name(f->rule->severity), f->place, f->text,
		   f->rule->mend, check_standard(f->rule->standard), f->rule->writing ? "; " : "",
		   f->rule->writing ? check_writing(f->rule->writing) : "");
	if (f->words)
		buf_printf(out, " (\"%s\", at %u)", f->words, f->at);
	if (check_passage(out->arena, c, f, &document, &at))
		buf_printf(out, " (%s, %u to %u)", document, at.from, at.to);
	buf_char(out, '\n');
}

bool write_findings(struct buf *out, const char *format, const struct the_case *c, const struct check_findings *found,
		    const char *path)
{
	if (!strcmp(format, "json")) {
		json_write_pretty(out, check_write(out->arena, c, found));
	} else if (!strcmp(format, "sarif")) {
		json_write_pretty(out, sarif_tree(out->arena, c, found, path));
	} else if (!strcmp(format, "text")) {
		for (each (f, &found->list))
			print_finding(out, c, f);
		buf_printf(out, "%s\n", number_of(out->arena, found->list.n, "finding"));
	} else {
		return false;
	}
	return true;
}
