// The second look: given one cue, which words are its source and which its content. A chain over the words around the
// cue, with features that are relative to it.
#ifndef TAG_WHOSE_H
#define TAG_WHOSE_H

#include "tag/roles.h"

enum whose_label {
	WHOSE_OUT,
	WHOSE_SOURCE,
	WHOSE_SOURCE_ON,
	WHOSE_SOURCE_END,
	WHOSE_CONTENT,
	WHOSE_CONTENT_ON,
	WHOSE_CONTENT_END
};

enum { WHOSE_WORD_FEATURES = 24, WHOSE_CUE_FEATURES = 66, WHOSE_FEATURES = WHOSE_WORD_FEATURES + WHOSE_CUE_FEATURES };
enum { WHOSE_REACH = 90 }; // words looked at on each side of the cue

struct whose_model {
	struct table table;
	struct chain_steps steps;
};

struct cue {
	int from, to;
	float sure; // that it is one, by the first look
};

// How a word and the cue hang together: steps up from the word to the first word above both, and down from there to
// the cue; that word, and the one below it on the word's side. 7, 7, -1, -1: not at all, or too far.
struct whose_path {
	int16_t cue; // whose path it is
	uint8_t up, down;
	int16_t top, via;
};

// What the first look said of a unit, and the cues that it found, in order.
struct whose_view {
	const struct unit *u;
	const float (*role)[CHAIN_ROOM];
	const struct cue *cue;
	int *before;                // [n + 1] how many cues that are likely begin before word i
	struct whose_path *path;    // [n] to the cue that is looked at
	int *commas, *ends, *marks; // [n + 1] how many commas, sentence ends, quotation marks stand before word i
};

chain_rule whose_may;

struct whose_view whose_room(struct arena *a);
void whose_look(struct whose_view *v, const struct unit *u, const float (*role)[CHAIN_ROOM], const struct cue *cue,
		int cues);

// The words that are looked at for a cue: [from, to).
void whose_window(const struct whose_view *v, const struct cue *c, int *from, int *to);

// The word of the cue that is nearest to the root.
int whose_main(const struct unit *u, const struct cue *c);

// Fills the paths of the words [from, to) and their neighbours to a cue: before whose_cue_features.
void whose_paths(struct whose_view *v, int cue, int from, int to);

// What does not depend on the cue, and what does.
int whose_word_features(const struct whose_view *v, int i, uint32_t feature[WHOSE_WORD_FEATURES]);
int whose_cue_features(const struct whose_view *v, int cue, int i, uint32_t feature[WHOSE_CUE_FEATURES]);

#endif
