// Which word hangs on which: an arc-hybrid transition parser (Kuhlmann, Gomez-Rodriguez, Satta 2011) with a greedy
// averaged perceptron, trained with a dynamic oracle (Goldberg, Nivre 2013). No labels: the direction and the tags say
// enough.
#ifndef TAG_TREE_H
#define TAG_TREE_H

#include "tag/forms.h"

enum tree_move { TREE_SHIFT, TREE_LEFT, TREE_RIGHT, TREE_MOVES };

enum { TREE_BITS = 23, TREE_BUCKET_BITS = 15, TREE_SLOTS = 16, TREE_FEATURES = 48 };

// Features are numbers below 2^TREE_BITS: the lower bits choose a bucket of one cache line, the upper are compared.
struct tree_bucket {
	int8_t weight[TREE_SLOTS][TREE_MOVES]; // all zero: empty; filled from the first slot on
	uint8_t mark[TREE_SLOTS];
};

struct tree_model {
	const struct tree_bucket *bucket; // [2^TREE_BUCKET_BITS]
};

// A sentence half parsed. Words are numbered from 0 in the sentence; n is the root. Lists of dependents are kept as
// the outermost two at each side.
struct tree_state {
	const struct wordform *form;                    // [n]
	const uint8_t *tag;                             // [n]
	int n, depth, next;                             // words; of the stack; the first word of the buffer
	int16_t *stack, *head;                          // [n + 1]
	int16_t *left, *left2, *right, *right2, *count; // [n + 1] dependents; -1: none
};

int tree_features(const struct tree_state *s, uint32_t row[TREE_FEATURES]);

bool tree_may(const struct tree_state *s, enum tree_move m);
void tree_do(struct tree_state *s, enum tree_move m);

// Room for a sentence of up to FORMS_MOST words, and its beginning.
struct tree_state *tree_room(struct arena *a);
void tree_start(struct tree_state *s, const struct wordform *form, const uint8_t *tag, int n);

// Fills head[f->n]: the number of the form in the unit that each one hangs on, or -1.
void tree_parse(const struct tree_model *m, struct tree_state *s, const struct forms *f, const uint8_t *tag,
		int16_t *head);

#endif
