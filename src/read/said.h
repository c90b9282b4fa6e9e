// From clean text to statements: who says what, through whom, how firmly.
#ifndef READ_SAID_H
#define READ_SAID_H

#include "read/tables.h"
#include "case/document.h"

// Reads a document whose text, paragraphs, sentences, title, outlet, dates and debris are set. Fills statements,
// findings, citations and, where none is set, the incident.
void said_statements(struct arena *a, const struct tables *t, struct document *d);

#endif
