// A report as PDF while it is set.
#ifndef WRITE_PDF_H
#define WRITE_PDF_H

#include "write/flow.h"
#include "write/tree.h"

enum pdf_points {
	PDF_WIDTH = 487,  // of what stands on a page
	PDF_TEXT = 92,    // where text begins, right of the kinds of sentences
	PDF_MEASURE = 395 // and how wide it is
};

struct pdf {
	struct flow flow;
	const struct tree *tree;
	bool *met;        // [note] a sentence referred to it
	size_t noted;     // notes that are set
	size_t questions; // headings below sections
	int *section;     // its entry in the outline
};

// One run, made plain, as text.
struct paper_text *pdf_text(struct pdf *d, const char *text, struct scene_type type, double width,
			    enum scene_anchor anchor);

// The name of a place: 'n' and 'r' for a note and its first reference, 's' for a section.
const char *pdf_name(struct pdf *d, char kind, size_t number);

void pdf_table(struct pdf *d, const struct table *t);
void pdf_notes(struct pdf *d, int section); // those that sentences referred to first since the last time

#endif
