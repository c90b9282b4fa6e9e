// Whom and what a statement is about: of all that it could be aimed at (who is named in it, who spoke, whom others have
// named before), which hypotheses it bears on, and in what role. A linear model over how each stands in the words.
#ifndef READ_AIM_H
#define READ_AIM_H

#include "read/voice.h"

// Class 0: not aimed at; 1 + r: in role r. Unknown is nobody's role.
enum { AIM_CLASSES = 1 + ROLE_unknown, AIM_FEATURES = 160, AIMS_MOST = 40 };

struct aim {
	const char *actor;
	const struct name *name;
	struct range at; // in the content; empty: elsewhere
	int head;        // token, or -1
	int claim;       // of the verdict, or -1
	int voiced;      // of the reader's, or -1
	bool speaker, thing, pronoun;
	bool side;  // whom the speaker speaks for
	bool cause; // a thing that can bring something about by itself
	int taught; // its class, where training knows it; else -1
};

struct aims {
	struct aim at[AIMS_MOST];
	int n;
	const struct voiced *accused; // what a denial of the speaker's would be about, or NULL
	uint64_t told;                // classes of the words in the content that tell what happened, or that it did not
};

// What a frame that is a statement may be aimed at.
struct aims aim_all(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		    const struct verdict *in);

// Whether the words of a statement name somebody it is aimed at; not by a pronoun alone, nor as "the thieves".
bool aim_told(const struct tokens *s, const struct aims *all, const struct statement *st);

// What is known of one, as numbers; at most AIM_FEATURES; returns how many.
int aim_features(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		 const struct verdict *in, const struct aims *all, int which, uint32_t *feature);

#endif
