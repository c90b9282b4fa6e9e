// Asks a person, on standard input and output, what becomes of each thing that a draft proposed.
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "hearsay.h"

// Walks what is drafted in the open case, the most doubtful first, until all was asked or the person ends it. Each
// answer is in the case file before the next question. A status.
int ask_all(struct hearsay *h);

#endif
