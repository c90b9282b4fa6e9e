// The first look at a paragraph: for each word, how likely it is part of a source, a cue or a content of anybody. It
// finds the cues; whose words are whose is settled cue by cue, in whose.h.
#ifndef TAG_ROLES_H
#define TAG_ROLES_H

#include "tag/chain.h"
#include "tag/table.h"
#include "tag/unit.h"

enum role_label { ROLES_OUT, ROLES_SOURCE, ROLES_SOURCE_ON, ROLES_CUE, ROLES_CUE_ON, ROLES_CONTENT, ROLES_CONTENT_ON };

enum { ROLES_FEATURES = 76 };

struct roles_model {
	struct table table;
	struct chain_steps steps;
};

chain_rule roles_may;

// What is known of word i, as features.
int roles_features(const struct unit *u, int i, uint32_t feature[ROLES_FEATURES]);

// Fills marginal[i][label]. Scratch: `score` has n rows.
void roles_see(const struct roles_model *m, const struct unit *u, float (*score)[CHAIN_ROOM], float *scratch,
	       float (*marginal)[CHAIN_ROOM]);

#endif
