// What is to be weighed: what was found, that somebody denied, admitted or accused, what was overheard.
#ifndef DRAFT_GROUNDS_H
#define DRAFT_GROUNDS_H

#include "draft/proposal.h"

enum ground { GROUND_NONE, GROUND_DENIAL, GROUND_ADMISSION, GROUND_ACCUSATION, GROUND_OVERHEARD };

// What a statement is as evidence. A conclusion is none, whoever draws it and however surely.
enum ground grounds_of(const struct statement *s, const char *words);

// Proposes facts, their ratings, their sources and reports, and the assumptions they rest on.
void grounds_propose(struct proposal *p);

#endif
