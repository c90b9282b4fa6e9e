// Attributions: source, cue and content, from the trained model.
#ifndef READ_ATTRIBUTE_H
#define READ_ATTRIBUTE_H

#include "case/document.h"
#include "read/parse.h"
#include "read/tagger.h"

// The units of a document's text. The first is the title, where the text has one.
struct tag_walk attribute_units(const struct document *d);

// Fills d->attributions, in the order of the cues, from its text, paragraphs and sentences: those of a confidence of at
// least `least`; 0 is the model's own bound. Those that others make inside of a content are its inner ones. Returns how
// many words there are, and fills `parse`, if it is not NULL, with what is known of them.
size_t attribute_find(struct arena *a, const struct tagger *t, float least, struct parse *parse,
		      struct document *d);

// Leaves out those of less confidence, the inner ones too.
void attribute_keep(float least, struct attributions *all);

#endif
