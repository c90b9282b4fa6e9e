// Who says it: sources with their kinds and interests, and the reports that carry a fact from its origin to the reader.
#ifndef DRAFT_SOURCES_H
#define DRAFT_SOURCES_H

#include "draft/proposal.h"

// A report of a fact in a document. `overheard` not NULL names the talk it comes from: then the talk is the origin and
// the speaker a part of it. One report for each document, fact and origin.
void sources_report(struct proposal *p, const struct told *t, const char *fact, const char *overheard, const char *why);

// The id of the source that stands for a speaker, NULL for one without a name. It need not be in the case yet.
const char *sources_speaker(struct proposal *p, size_t doc, const struct party *speaker);

// A source that the draft added has an interest in a fact being believed.
void sources_interest(struct proposal *p, const char *source, const char *fact);

#endif
