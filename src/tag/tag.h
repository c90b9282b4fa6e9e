// Who said what: source, cue and content of every attribution in a text, each with how sure it is. A trained model, and
// one rule, passive.h.
#ifndef TAG_TAG_H
#define TAG_TAG_H

#include "tag/linear.h"
#include "tag/reading.h"
#include "tag/walk.h"
#include "base/list.h"

enum { TAG_SIGNS = 5 };

// What was chosen by measuring.
struct tag_settings {
	float cue_least;       // candidates: marginal of the first look
	float sure[TAG_SIGNS]; // confidence = logistic(sum of sure[k] * signs[k])
	float keep;            // attributions of at least this confidence are the best compromise
};

struct tag_model {
	struct pos_model pos;
	struct tree_model tree;
	struct sense_model senses;
	struct roles_model roles;
	struct whose_model whose;
	struct reading_model reading;
	struct linear gate, aim; // what read/gate.h and read/aim.h ask; not of the tagger
	struct tag_settings settings;
};

struct tag_found {
	struct reading is;
	float signs[TAG_SIGNS]; // what its confidence is made of
	float sure;             // 0 to 1
};

struct tag_work; // scratch for one thread

struct tag_work *tag_room(struct arena *a);

struct unit *tag_unit(struct tag_work *w);

struct tag_founds {
	struct tag_found *at;
	int n;
};

// Sees the unit, whose forms and number are there, and finds what is said in it, in the order of the cues.
struct tag_founds tag_find(const struct tag_model *m, struct tag_work *w);

// Whether what was found is inside of what another, of whom it is surer, says.
bool tag_is_inner(const struct tag_founds *all, const struct tag_found *x);

// Whether a part of a unit holds a verb that somebody may say or think something with.
bool tag_may_hold(const struct unit *u, struct tag_part p);

#endif
