// From clean text to statements: who says what, through whom, how firmly.
#ifndef READ_SAID_H
#define READ_SAID_H

#include "read/aim.h"
#include "read/gate.h"
#include "read/parse.h"
#include "read/tables.h"
#include "case/document.h"

// What might be a statement, as training wants to see it.
struct said_candidate {
	span content;
	const char *speaker; // "" where nobody is found
	const struct verdict *verdict;
	uint32_t feature[GATE_FEATURES];
	int features;
};

// What a statement might be about.
struct said_aim {
	span content;
	const char *speaker;
	enum stance stance;
	const struct aim *is;
	uint32_t feature[AIM_FEATURES];
	int features;
};

struct said_watch {
	void (*see)(void *context, const struct said_candidate *c);
	int (*see_aim)(void *context, const struct said_aim *a); // its class, or -1: as the model says
	void *context;
};

// Reads a document whose text, paragraphs, sentences, title, outlet, dates, debris and attributions are set; `parse`
// has its words. Fills statements,
// findings, citations and, where none is set, the incident.
// `watch` may be NULL.
void said_statements(struct arena *a, const struct tables *t, const struct parse *parse, const struct said_watch *watch,
		     struct document *d);

#endif
