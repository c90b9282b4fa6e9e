// Who is accused does not accuse: what a passive does to the source of an attribution.
#ifndef TAG_PASSIVE_H
#define TAG_PASSIVE_H

#include "tag/reading.h"

// "X has been blamed by Y for Z": X is what is spoken of and Y the source. Where the cue is a passive of that kind, a
// source before it is taken to be a part of the content; what follows "by" is the source, or there is none.
void passive_mend(const struct unit *u, struct reading *f);

#endif
