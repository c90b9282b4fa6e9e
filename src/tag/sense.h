// What WordNet knows of a word (tools/senses.py): what kind of verb and of noun it is in its commonest sense. So that
// a verb of saying that was never seen in training is known as one.
#ifndef TAG_SENSE_H
#define TAG_SENSE_H

#include "tag/forms.h"

enum { SENSE_BITS = 17 };

// What a word is of a kind: a verb's lexicographer's file, this and a noun's, or this alone, a name.
enum { KIND_NOUN = 64 };

// Some of the files of verbs: of what is done with hands.
enum verb_file {
	VERB_BODY = 29,
	VERB_CHANGE = 30,
	VERB_COMPETITION = 33,
	VERB_CONTACT = 35,
	VERB_CREATION = 36,
	VERB_MOTION = 38,
	VERB_POSSESSION = 40,
	VERB_SOCIAL = 41,
};

// Some of the files of nouns.
enum noun_file {
	NOUN_ACT = 4,
	NOUN_ANIMAL = 5,
	NOUN_ARTIFACT = 6,
	NOUN_ATTRIBUTE = 7,
	NOUN_BODY = 8,
	NOUN_COGNITION = 9,
	NOUN_EVENT = 11,
	NOUN_FEELING = 12,
	NOUN_FOOD = 13,
	NOUN_GROUP = 14,
	NOUN_MOTIVE = 16,
	NOUN_OBJECT = 17,
	NOUN_PERSON = 18,
	NOUN_PHENOMENON = 19,
	NOUN_PLANT = 20,
	NOUN_PROCESS = 22,
	NOUN_STATE = 26,
	NOUN_SUBSTANCE = 27,
	NOUN_TIME = 28,
};

struct sense {
	uint32_t key;                                    // the word's hash `low`; 0: empty
	uint8_t verb, noun;                              // lexicographer's files, 0: none
	uint8_t flags, room;                             // as tools/senses.py has them
	uint16_t verb_sense, verb_kind, noun_kind, more; // hashes of synsets
};

struct sense_model {
	const struct sense *at; // [2^SENSE_BITS], open addressing
};

// What is known of a word, all zero where nothing is.
const struct sense *sense_of(const struct sense_model *m, uint32_t low);

#endif
