// What the tagger heard, sentence by sentence: attributions as frames of the sentences that their contents stand in.
#ifndef READ_HEARD_H
#define READ_HEARD_H

#include "read/frames.h"
#include "case/document.h"

struct heard {
	const struct attribution *is;
	size_t cue; // sentence of the document
	struct party
	    party; // whose words they are, once the cue's sentence was read; name NULL before, or where nobody is
	struct parties chain; // and who carried them
};

// A sentence that words of an attribution stand in.
struct heard_at {
	size_t sentence, heard;
};

struct heards {
	LIST(struct heard) list;
	LIST(struct heard_at) at; // by sentence
};

// All attributions, the inner ones too, by the sentences they reach.
struct heards heard_of(struct arena *a, const struct document *d);

// The tokens of who is heard to say it, of what stands in the sentence.
struct range heard_source(const struct tokens *s, const struct heards *h, size_t heard);

// The first entry of `at` of a sentence, or of one behind it.
size_t heard_first(const struct heards *h, size_t sentence);

// Adds an attribution to the frames of a sentence. Where a frame has its cue already, that frame keeps what the cue
// does, and takes whose words they are and where they end.
void heard_join(struct arena *a, const struct tokens *s, const struct heards *h, size_t heard, struct frames *f);

// Puts the frames in the order of their cues.
void heard_settle(struct frames *f);

#endif
