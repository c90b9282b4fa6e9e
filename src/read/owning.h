// Whether who seems to own up does.
#ifndef READ_OWNING_H
#define READ_OWNING_H

#include "read/voice.h"

// Whether a frame is of a "they" in a quotation whose speaker was taken for it: "They accuse us," Brandt said.
bool owning_mistaken(const struct reader *r, const struct spoken *k, const struct frame *f, const char *name);

// Gives what is quoted of another its "we": in "The mayor claims that we did it," Brandt said, it is Brandt's.
void owning_quoted(const struct reader *r, const struct spoken *k, const struct frame *f, struct verdict *in,
		   const char *name);

// Makes an admission that may be an accusation of somebody else neither.
void owning_up(const struct reader *r, const struct tokens *s, const struct frame *f, struct verdict *in,
	       const char *name);

// Makes an accusation that is told of others only none: "they say he did it", "prove that he did it".
void owning_charge(const struct tokens *s, const struct frame *f, struct verdict *in);

// Whether a name is of a body or a person of state, a lawyer, a witness: they speak of others.
bool owning_official(const char *name);

// "According to a police source, he confessed": whether somebody else did than the one that is taken for "he".
bool owning_of_another(const struct tokens *s, struct range who, const char *name);

#endif
