// What the reading of a document carries from sentence to sentence.
#ifndef READ_VOICE_H
#define READ_VOICE_H

#include "read/frames.h"
#include "read/stance.h"
#include "read/tables.h"
#include "case/document.h"

// A claim that somebody made: what a bare "denied it" is about.
struct accusation {
	enum role role;
	const char *actor, *by;
};

enum { ACCUSATIONS_MOST = 256 };

struct reader {
	struct arena *arena;  // of the document
	struct arena scratch; // of the sentence
	struct document *d;
	const struct tables *tables;
	struct mentions *mentions;
	struct topic topic;
	struct accusation accusations[ACCUSATIONS_MOST];
	int n_accusations;
	struct party voice; // the last speaker: whose an unfinished or unclaimed quotation is
	size_t paragraph;
	size_t first; // statement of the sentence being read: no earlier one shares words with it
};

// One sentence as it is being read.
struct spoken {
	struct tokens s;
	struct hits hits;
	struct frames frames;
	struct party party[FRAMES_MOST]; // [frame] its speaker; name NULL where nobody is found
	bool kept[FRAMES_MOST];          // [frame] it became a statement
	bool carried[FRAMES_MOST];       // [frame] what it says is a statement already, by an inner frame
};

// Whose words a frame's are, by its source or its joined frame's; name NULL where nobody is found.
struct party voice_party(struct reader *r, const struct spoken *k, size_t frame);

// Who carried an inner frame's words: the speakers of the frames around it, then whom they told.
void voice_chain(struct reader *r, const struct spoken *k, size_t frame, struct statement *st);

// What the speaker's words rest on.
enum basis voice_basis(const struct spoken *k, const struct frame *f, const struct party *p, enum stance stance);

// The accusation that a speaker's denial without a content is about; NULL where none.
const struct accusation *voice_accused(const struct reader *r, const char *speaker);

void voice_accuse(struct reader *r, enum role role, const char *actor, const char *by);

#endif
