// Whether who seems to own up does.
#ifndef READ_OWNING_H
#define READ_OWNING_H

#include "read/voice.h"

// Makes an admission that may be an accusation of somebody else neither.
void owning_up(const struct reader *r, enum act act, struct verdict *in, const char *name);

// Whether a name is of a body or a person of state, a lawyer, a witness: they speak of others.
bool owning_official(const char *name);

// "According to a police source, he confessed": whether somebody else did than the one that is taken for "he".
bool owning_of_another(const struct tokens *s, struct range who, const char *name);

#endif
