// Words that tell what kind of thing happened, and how much each weighs. Weak ones count only beside others.
#ifndef READ_INCIDENT_CUES_H
#define READ_INCIDENT_CUES_H

#include "case/words.h"

struct incident_cue {
	const char *word; // lower case; ends at whatever follows: "fire" is not "fired"
	enum incident kind;
	int weight;
};

enum { INCIDENT_CUES = 324 };

extern const struct incident_cue incident_cues[INCIDENT_CUES];

#endif
