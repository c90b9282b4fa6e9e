// Bundles of STIX 2.1: our own come back as the case they were made of, those of others as far as they can be read.
#ifndef READ_STIX_H
#define READ_STIX_H

#include "read/adopt.h"

struct stix_thing {
	const struct node *object, *ours; // ours: our extension, or NULL
	const char *id, *type;
	size_t newest; // of the first with its id: the version that counts
	bool old;      // there is a newer one, or it was revoked
	bool used;     // something was made of it
};

struct stix_bundle {
	struct adopt *to;
	LIST(struct stix_thing) things; // in the file's order
	struct network_names by_id;     // [thing], those of ours apart
	struct err *err;
};

bool stix_is(const struct node *n); // whether a JSON value is a bundle

// Makes a case of a bundle. `x` has arena, remarks and parse; what `known` has of documents stays with the case.
MUST_USE enum status stix_read(struct adopt *x, const struct node *bundle, const struct the_case *known,
			       struct the_case *c, struct err *e);

// The thing with an id in its newest version, or NULL.
struct stix_thing *stix_find(struct stix_bundle *b, const char *id);

// Makes items of a bundle that is not ours, and tells of the rest (read/stix_foreign.c).
void stix_foreign(struct stix_bundle *b);

// What others say in a bundle of ours of its questions and hypotheses, as judgements of the case that `tree` is: those
// that it does not have yet (read/stix_foreign.c).
void stix_foreign_said(struct stix_bundle *b, struct node *tree);

#endif
