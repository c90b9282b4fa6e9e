// Sureness as a noun: confidence, certainty, conviction.
#ifndef READ_CERTAINTY_H
#define READ_CERTAINTY_H

#include "read/sureness.h"

// Reads the noun of sureness at token i, as sureness_at does.
bool certainty_at(const struct tokens *s, int i, struct surety *out);

// "It was them, a hundred per cent": at the sign.
bool certainty_whole(const struct tokens *s, int i, struct surety *out);

#endif
