// Whether what is said in a text bears on a case: weather, results of a company and a life are said much about, too.
#ifndef READ_BEARING_H
#define READ_BEARING_H

#include "case/document.h"

// Of a text whose statements are found: whether there is anything to draft from.
bool bearing_of(const struct document *d);

#endif
