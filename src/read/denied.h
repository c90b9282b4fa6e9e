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

// "Denied that he had resigned": whether somebody whom nobody has accused denies what is another matter.
bool denied_elsewhere(const struct reader *r, const struct spoken *k, const struct frame *f, const char *name);

// "Had no part in it", "denied any role", "pleaded not guilty": one's own.
bool denied_part(const struct spoken *k, const struct frame *f);

#endif
