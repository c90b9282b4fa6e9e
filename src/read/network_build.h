// A network while it is put together: what all formats must have, whatever they look like. Variables first, then the
// scopes of all tables, then their numbers.
#ifndef READ_NETWORK_BUILD_H
#define READ_NETWORK_BUILD_H

#include "case/network.h"
#include "read/network_names.h"

// {0} but for arena and network.
struct network_build {
	struct arena *arena; // of the network
	struct network *network;
	struct arena scratch;
	struct network_names variables, states; // the owner of a state is its variable; of a variable, 0
	LIST(size_t) first;                     // [variable] where its states begin in `states`
	size_t *table;                          // [variable] one more than the table of its chances, 0: it has none yet
	size_t *last;                           // [variable] one more than the last table it stood in
	LIST_OWN(size_t) scope;                 // for the caller, to collect one
};

// Adds a variable of the file, or a state of the last variable. Errors say what is wrong; the caller adds the line.
MUST_USE enum status network_build_variable(struct network_build *b, struct slice name, struct err *e);
MUST_USE enum status network_build_state(struct network_build *b, struct slice name, struct err *e);

// The index of what was added, by its name; SIZE_MAX where there is none. A state's is from 0 within its variable.
size_t network_build_find(const struct network_build *b, struct slice name);
size_t network_build_find_state(const struct network_build *b, size_t variable, struct slice name);

// All variables are there; their names too, where they are the file's.
MUST_USE enum status network_build_variables(struct network_build *b, struct err *e);

// Adds the table over b->scope, whose last is the child of a chance table.
MUST_USE enum status network_build_table(struct network_build *b, struct err *e);

// All tables are there: makes room for their numbers.
MUST_USE enum status network_build_tables(struct network_build *b, struct err *e);

// The numbers of a row of a chance table, or of all of them, are there: they sum to one, or nearly and are made to,
// but for what rounding leaves.
MUST_USE enum status network_build_row(struct network_build *b, const struct net_table *t, size_t row, struct err *e);
MUST_USE enum status network_build_rows(struct network_build *b, const struct net_table *t, struct err *e);

size_t network_build_child(const struct net_table *t);

// "row (lung=yes, tub=no)" for errors; "its row" where there are no parents.
const char *network_build_row_name(struct network_build *b, const struct net_table *t, size_t row);

void network_build_free(struct network_build *b);

#endif
