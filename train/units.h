// The units of the training articles, with tags, trees and first looks by models that have not seen the article: what
// a later stage learns from is then as wrong as what it will meet (jackknifing).
#ifndef TRAIN_UNITS_H
#define TRAIN_UNITS_H

#include "train/corpus.h"
#include "train/field.h"
#include "tag/tag.h"
#include "train/perceptron.h"

enum { FOLDS = 4, ALL = FOLDS }; // models of each fold, and the one of all articles

struct unit_kept {
	int number;
	struct forms forms;
	uint8_t *tag;
	int16_t *head;
	float (*role)[CHAIN_ROOM];
	struct cue *cue;
	int cues;
};

struct units {
	const struct corpus *corpus;
	const struct sense_model *senses;
	LIST(struct unit_kept) * of; // [article]
	struct arena arena[FOLDS + 1];
	struct pos_model pos[FOLDS + 1];
	struct tree_model tree[FOLDS + 1];
	struct field roles[FOLDS + 1];
};

// Those articles are kept out of a fold's models whose number leaves `fold` modulo FOLDS.
struct part units_part(const struct units *u, size_t fold);

// Puts a kept unit back into `u`.
void units_load(const struct units *all, const struct unit_kept *k, struct unit *u);

// Trains tags and trees, and keeps the units; then trains the first look, and keeps what it sees.
void units_syntax(struct units *u);
void units_roles(struct units *u, float cue_least);

#endif
