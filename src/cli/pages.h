// The manual pages, from the tables that --help prints.
#ifndef CLI_PAGES_H
#define CLI_PAGES_H

#include <stdbool.h>

void pages_man(void);                // man(7), for hearsay.1
bool pages_man_of(const char *name); // for hearsay-NAME.1; false where there is no such command

#endif
