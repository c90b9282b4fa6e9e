// A case, and what was made of it, as objects of STIX 2.1 (OASIS, 10 June 2021): what the files of it share.
#ifndef WRITE_STIX_H
#define WRITE_STIX_H

#include "write/tree.h"
#include "write/write.h"

struct stix {
	struct arena *a;
	const struct write_input *in;
	const struct the_case *c;
	struct node *objects;           // the bundle's list
	const char *title;              // names the case: ids are made of it
	const char *created, *modified; // of every object
};

// The id of a thing of the case: of the same case, kind and name always the same.
const char *stix_id(const struct stix *s, const char *type, const char *kind, const char *name);

// A new object at the end of the bundle, with the properties that all have.
struct node *stix_object(struct stix *s, const char *type, const char *kind, const char *name);

// A note about other objects: what it is in few words, and its text.
struct node *stix_note(struct stix *s, const char *kind, const char *name, const char *abstract, const char *content);

// Adds a reference to the list `object_refs`.
void stix_refer(struct stix *s, struct node *object, const char *id);

// Our extension, which says what the object is to a case; last. Gives its map, for more.
struct node *stix_extend(struct stix *s, struct node *object, const char *kind);

// The same for what is about a hypothesis; NULL: about the question alone.
struct node *stix_about(struct stix *s, struct node *object, const char *kind, const struct question *q,
			const struct hypothesis *h);

// The same with an item of the case, at a place of its list.
void stix_carry(struct stix *s, struct node *object, const char *kind, size_t place, const struct node *item);

const char *stix_hypothesis(const struct stix *s, size_t question, size_t hypothesis); // the id of its note
const char *stix_question(const struct stix *s, size_t question);                      // of its grouping

// The items of the case, each as an object whose text is there for programs that do not know the extension.
void stix_items(struct stix *s);

// What the written assessment says: a report, its sections as notes, likelihoods, opinions, attributions.
void stix_answer(struct stix *s, const struct tree *t);

// The whole bundle; without a tree, the case alone.
void stix_write(struct buf *out, const struct write_input *in, const struct tree *t);

#endif
