// Who says outright that somebody did it accuses him, whatever words tell the deed: "Karl Venn had locked the exits".
#ifndef READ_OUTRIGHT_H
#define READ_OUTRIGHT_H

#include "read/aim.h"

// Whether an aim is told to have done what hands do, by the main clause, and nobody has cleared it.
bool outright_told(const struct reader *r, const struct tokens *s, const struct frame *f, const struct aim *a);

// Whether a statement in which that is told accuses: not right behind a denial in the same paragraph, which it may bear
// out.
bool outright_accuses(const struct reader *r, const struct statement *st, const struct frame *f,
		      const struct verdict *in);

#endif
