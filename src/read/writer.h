// Who writes a report in its own name: the laboratory, the commission or the watch group whose paper it is. What such a
// text says without a speaker is that body's.
#ifndef READ_WRITER_H
#define READ_WRITER_H

#include "case/document.h"

struct reader;
struct vocabulary;

// Who writes what stands from a place on.
struct issuer {
	uint32_t from;
	struct party who;
};

struct writers {
	LIST(struct issuer) list;
};

// The body by its name in the text's head, with its place; name NULL where the text is a newspaper's, or nobody knows.
struct party writer_of(struct arena *a, const struct document *d);

// Who issues what stands below: "GREY FACTION / Communiqué No. 7", "STATEMENT BY CORVIN SHIPPING"; who writes a letter
// (read/letter.h). In the order of their places.
struct writers writer_heads(struct arena *a, const struct vocabulary *v, const struct document *d);

// Makes the latest who issues something before a sentence its writer.
void writer_reach(struct reader *r, span sentence);

#endif
