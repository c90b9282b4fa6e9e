// The manual page and the completion of the shell, from the tables that --help prints.
#ifndef CLI_PAGES_H
#define CLI_PAGES_H

void pages_man(void);        // man(7), for hearsay.1
void pages_completion(void); // for bash

#endif
