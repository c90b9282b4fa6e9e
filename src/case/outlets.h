// Names of outlets: which of them are news agencies, and when two names are the same outlet. The table that the program
// carries can be added to (outlets_load), before anything is asked.
#ifndef CASE_OUTLETS_H
#define CASE_OUTLETS_H

#include "case/outlet_table.h"

// Whether an outlet sells its copy to others: one of the table's agencies, or one that says so in its name
// ("Northern Press Agency", "Harbour Newswire").
bool outlets_agency(const char *name);

// Whether a name is an outlet's: an agency's, one of the table's, or one that says so ("Orla Courier", "Radio Nord").
bool outlets_known(const char *name);

// Whether two names mean one outlet: names and domains of one row of the table, or the same but for case, article and
// domain ending.
bool outlets_same(const char *a, const char *b);

// A number that is the same for names of one outlet; 0 for no name.
uint64_t outlets_key(const char *name);

// What the table has of a name, or NULL. A name may be an outlet's, weak, or both ("The Times").
const struct outlet_entry *outlets_find(struct slice name);

// Whether a weak name may stand for an outlet ("Times" for The New York Times).
bool outlets_weak(const struct outlet_entry *weak, const struct outlet *o);

// Whether a name of several words says that it is an outlet's ("Pine County Courier").
bool outlets_says(struct slice name);

// Adds the rows of a file to the table. A bad line is refused with its number and what to do.
MUST_USE enum status outlets_load(const char *path, struct err *e);

// The file that was added last, or NULL.
const char *outlets_file(void);

#endif
