// Whoever is charged answers outside of the charge: "accused him of the theft, which he denies".
#ifndef READ_ANSWERS_H
#define READ_ANSWERS_H

#include "read/frames.h"

// Ends what is told of a charge where the clause of an answer begins.
void answers_cut(struct frames *out, const struct tokens *s);

// "Accused by Velia of it, Karsk said": who follows the comma, and is charged; empty where it is no such sentence.
struct range answers_ahead(const struct tokens *s, const struct frame *f);

#endif
