// The ways to read each cue of a unit: the best paths of the second look, and the likeliest with the cue ending
// elsewhere. One of them is chosen by the third look.
#ifndef TAG_WAYS_H
#define TAG_WAYS_H

#include "tag/tag.h"

enum { CUES = 96, READINGS = CHAIN_SEVERAL + 3 }; // of a unit; of a cue

struct ways {
	struct reading *reading; // [n] the likeliest first
	int n;
	double any; // how likely there is any content
};

struct tag_work {
	struct unit *unit;
	float (*score)[CHAIN_ROOM], (*role)[CHAIN_ROOM], *scratch; // [FORMS_MOST]
	float (*own)[CHAIN_ROOM]; // [FORMS_MOST] what the words alone say of the second look
	bool *has_own;            // [FORMS_MOST]
	float (*marginal)[CHAIN_ROOM];
	uint8_t *label; // [CHAIN_SEVERAL][FORMS_MOST]
	struct cue cue[CUES];
	int cues;
	struct whose_view view;
	struct reading (*reading)[READINGS]; // [CUES]
	struct ways *ways;                   // [CUES]
	struct reading_other *other;         // [CUES] the likeliest reading of each
	struct tag_found *found;             // [CUES]
};

// Finds the cues of the unit by the first look, and its marginals (role): what the second is trained on.
void ways_cues(const struct roles_model *m, float least, struct tag_work *w);

// The ways to read each cue of a unit that was seen (unit_see): what the third look is trained on. Returns how many
// cues there are.
int ways_find(const struct tag_model *m, struct tag_work *w);

// Features of one of them, as the third look has them.
int ways_features(const struct tag_work *w, const struct reading *r, uint32_t feature[READING_FEATURES]);

#endif
