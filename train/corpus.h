// The labelled articles that the tagger is made from: texts with their attributions (an object a line), and words with
// tags and heads (a table, CoreNLP's), as ../shared/data/attribution describes them.
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include "case/document.h"
#include "tag/forms.h"

// A sentence as another program cut it.
struct taught {
	struct forms forms; // cut by us to the same words
	uint8_t *tag;       // [forms.n] enum pos
	int16_t *head;      // [forms.n] in the sentence, n for the root
};

struct article {
	const char *id;
	struct document d; // its text, paragraphs and sentences; attributions are the labels
	LIST(struct taught) taught;
	struct spans other; // sentences that were cut to other words
};

struct corpus {
	LIST(struct article) list;
	size_t articles; // the first of them; lessons are behind
};

// Reads NAME.ndjson and, where `silver` is given, its table. Ends the program with a sentence where it cannot.
void corpus_read(struct arena *a, const char *articles, const char *silver, struct corpus *out);

#endif
