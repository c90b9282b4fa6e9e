// Whom a denial speaks of, where it names no deed: "he was at home that night", "we took no money", "she is innocent".
#ifndef READ_DENIED_H
#define READ_DENIED_H

#include "read/voice.h"

struct denied {
	const char *actor; // NULL: nobody for sure
	enum role role;    // role_count: by the words
};

// Of a statement that denies: the subject of its first clause, if that is the speaker, or somebody who stands accused.
struct denied denied_subject(const struct reader *r, const struct spoken *k, const struct frame *f,
			     const struct party *who);

#endif
