// Countries under the names that reports use for their states: "Kyiv", "the Kremlin", "Russian officials".
#ifndef CASE_COUNTRIES_H
#define CASE_COUNTRIES_H

#include "base/span.h"

// The country that a text names first, by its name, its people's, its capital or its seat of government; NULL for none.
const char *countries_in(struct slice text);

// The country whose state a name stands for as a whole: "Kyiv", "the White House", not "Ukrainian group"; else NULL.
const char *countries_state(const char *name);

#endif
