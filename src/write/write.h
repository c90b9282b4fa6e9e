// An assessment -> a tree of sections, sentences and figures -> Markdown, HTML, PDF, DOCX, JSON or STIX.
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "case/assessment.h"
#include "case/check.h"
#include "case/comparison.h"
#include "case/origin.h"
#include "case/score.h"

// What a report is written from. Tracing and findings may be NULL.
struct write_input {
	const struct the_case *c;
	const struct assessment *w;
	const struct tracing *t; // of the case's documents
	const struct check_findings *found;
	const char *journal; // "32 entries, head 9f2c..." or NULL where the case is no case file
	const char *version; // of the program
	const struct comparison *since; // with the assessment before, or NULL
	const char *created, *changed; // when the case file was made and changed last; NULL where the case is none
};

enum write_format { WRITE_MARKDOWN, WRITE_HTML, WRITE_JSON, WRITE_PDF, WRITE_DOCX, WRITE_STIX };

// "md", "html", "json", "pdf", "docx", "stix"; false for any other name.
bool write_format_of(const char *name, enum write_format *out);

// What tracing found as "text", "json", "svg", "clusters" or "edges"; false for any other name.
bool write_tracing(struct buf *out, const char *format, const struct tracing *t, const struct document *const *docs);

// The numbers of an assessment as "text", "json", "line" or "brief" (hearsay_weigh); false for any other name.
bool write_assessment(struct buf *out, const char *format, const struct the_case *c, const struct assessment *w,
		      const struct check_findings *found);

// What a reviewer would say as "text", "json" or "sarif"; false for any other name. `path` is the case's file, or NULL.
bool write_findings(struct buf *out, const char *format, const struct the_case *c, const struct check_findings *found,
		    const char *path);

// Two assessments beside each other as "text" or "json"; false for any other name.
bool write_comparison(struct buf *out, const char *format, const struct comparison *c);

// How answers did as "text", "json" or "svg" (a calibration curve); false for any other name.
bool write_scores(struct buf *out, const char *format, const struct scores *s);

// One figure as an SVG that stands in a page, with its words beside it as title and description: "ruler", "steps" or
// "time" of a question, "confidence" in the answer to it, "ways" or "tally" of the reports, "origins" of reports and
// documents, weighed by a question; or "style", the rules of a style sheet that they need. `width` in pixels; 0: as in
// a page of a report. Nothing where there is nothing to see. Ids of things are "data-id" of groups. False for any other
// name.
bool write_figure(struct buf *out, const struct write_input *in, const char *name, size_t question, double width);

// Fails where a format needs what the machine does not have: fonts.
MUST_USE enum status write_report(struct buf *out, const struct write_input *in, enum write_format format,
				  struct err *e);

#endif
