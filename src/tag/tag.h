// Who said what: source, cue and content of every attribution in a text, each with how sure it is. A trained model, and
// one rule, passive.h.
#ifndef TAG_TAG_H
#define TAG_TAG_H

#include "tag/whose.h"
#include "base/list.h"

enum { TAG_SIGNS = 4 };

// What was chosen by measuring.
struct tag_settings {
	float cue_least;       // candidates: marginal of the first look
	float source_least;    // a source is added where its start has at least this marginal
	float sure[TAG_SIGNS]; // confidence = logistic(sum of sure[k] * signs[k])
	float inner;           // how much what is inside a content is doubted, times the confidence of that
	float keep;            // attributions of at least this confidence are the best compromise
};

struct tag_model {
	struct pos_model pos;
	struct tree_model tree;
	struct sense_model senses;
	struct roles_model roles;
	struct whose_model whose;
	struct tag_settings settings;
};

// Words of a unit: half open ranges of forms.
struct tag_part {
	int from, to;
};

enum { TAG_PARTS = 24 };

struct tag_found {
	struct cue cue;
	struct tag_part source[TAG_PARTS], content[TAG_PARTS];
	int sources, contents;
	float signs[TAG_SIGNS]; // what its confidence is made of
	float sure, doubt;      // 0 to 1
};

// The units of a text, one after the other: sentences of one paragraph, as many as fit.
struct tag_walk {
	const char *text;
	const span *paragraph, *sentence;
	size_t paragraphs, sentences; // how many are left
	uint32_t rest;
	int units; // the number of the next: 0 is the title, where the text has one
};

// Cuts the next unit that has a word into forms and number of `out`; false when the text is at its end.
bool tag_next(struct tag_walk *w, struct unit *out);

struct tag_work; // scratch for one thread

struct tag_work *tag_room(struct arena *a);

struct unit *tag_unit(struct tag_work *w);

// Cues of the first look at the unit, with its marginals: what the second is trained on.
int tag_cues(const struct roles_model *m, float least, struct tag_work *w, const struct cue **cue,
	     const float (**role)[CHAIN_ROOM]);

struct tag_founds {
	struct tag_found *at;
	int n;
};

// Sees the unit, whose forms and number are there, and finds what is said in it, in the order of the cues.
struct tag_founds tag_find(const struct tag_model *m, struct tag_work *w);

#endif
