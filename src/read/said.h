// Sentences -> statements: who said what, through whom, how firmly.
#ifndef READ_SAID_H
#define READ_SAID_H

#include "case/document.h"

void said_statements(struct arena *a, struct document *d);

#endif
