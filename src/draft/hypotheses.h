// Hypotheses collected from what statements claim: one per role and actor, the spellings of an actor merged.
#ifndef DRAFT_HYPOTHESES_H
#define DRAFT_HYPOTHESES_H

#include "case/document.h"

struct drafted {
	enum role role;
	const char *actor;      // the fullest spelling seen
	size_t claims;          // targets that point to it
	LIST(const char *) aka; // what else it was called
};

struct hypotheses {
	LIST(struct drafted) list;
};

// The hypothesis of a role and an actor, added where there is none; its index. `said`: what else calls it so, or NULL.
size_t hypotheses_add(struct arena *a, struct hypotheses *h, enum role role, const char *actor, const char *said);

#endif
