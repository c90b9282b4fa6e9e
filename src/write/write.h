// An assessment -> a tree of sections, sentences and figures -> Markdown or HTML. or STIX. (PDF and DOCX join here.)
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "case/assessment.h"
#include "case/check.h"
#include "case/origin.h"

// What a report is written from. Tracing and findings may be NULL.
struct write_input {
	const struct the_case *c;
	const struct assessment *w;
	const struct tracing *t; // of the case's documents
	const struct check_findings *found;
	const char *journal; // "32 entries, head 9f2c..." or NULL where the case is no case file
	const char *version; // of the program
	const char *created, *changed; // when the case file was made and changed last; NULL where the case is none
};

enum write_format { WRITE_MARKDOWN, WRITE_HTML, WRITE_JSON, WRITE_STIX };

// "md", "html", "json", "stix"; false for any other name.
bool write_format_of(const char *name, enum write_format *out);

// What tracing found as "text", "json", "svg", "clusters" or "edges"; false for any other name.
bool write_tracing(struct buf *out, const char *format, const struct tracing *t, const struct document *const *docs);

void write_report(struct buf *out, const struct write_input *in, enum write_format format);

// The case itself as "yaml", "json", "stix" or "misp"; false for any other name. Only "misp" says what was made of it,
// where there is an assessment.
bool write_case(struct buf *out, const char *format, const struct write_input *in);

#endif
