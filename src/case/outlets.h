// Names of outlets: which of them are news agencies, and when two names are the same outlet.
#ifndef CASE_OUTLETS_H
#define CASE_OUTLETS_H

#include "base/span.h"

// Whether an outlet sells its copy to others: one of the table's agencies, or one that says so in its name
// ("Northern Press Agency", "Harbour Newswire").
bool outlets_agency(const char *name);

// Whether a name is an outlet's: an agency's, one of the table's, or one that says so ("Orla Courier", "Radio Nord").
bool outlets_known(const char *name);

// Whether two names mean one outlet, but for case, article, domain ending and the agencies' short names.
bool outlets_same(const char *a, const char *b);

// A number that is the same for names of one outlet; 0 for no name.
uint64_t outlets_key(const char *name);

#endif
