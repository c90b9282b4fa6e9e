// The questions that documents raise, and their answers: who did it, who directed it or knew, what it was for.
#ifndef DRAFT_QUESTIONS_H
#define DRAFT_QUESTIONS_H

#include "draft/proposal.h"

// Proposes the questions and the hypotheses that somebody voiced.
void questions_propose(struct proposal *p);

// The hypothesis that a claim is about and its question, or NULL where the case has none.
const char *questions_answer(const struct proposal *p, enum role role, const char *actor, const char **question);

// The question of who did it, or NULL.
struct question *questions_who(const struct proposal *p);

#endif
