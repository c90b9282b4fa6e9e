// What is known of a document beside its bytes: where it stood, and what brought it said of it. Whatever reads the
// bytes again needs it too, so it is kept with them.
#ifndef CASE_ENVELOPE_H
#define CASE_ENVELOPE_H

#include "case/document.h"

//  path      where it stood: "page.txt", "crawl.warc.gz#https://example.org/a"
//  url       the address it was fetched from        captured  when that was: "2024-03-02T10:11:12Z"
//  media     "text/html", as was declared           charset   "utf-8", as was declared
//  id, title, outlet, published                     as the list that it stood in has them
//  note      what was not as it should be on the way: a warning
#define ENVELOPE_TABLE(X) X(path) X(url) X(captured) X(media) X(charset) X(id) X(title) X(outlet) X(published) X(note)

// Text each, valid UTF-8, NULL where not known.
struct envelope {
#define X(name) const char *name;
	ENVELOPE_TABLE(X)
#undef X
};

// As bytes, and back; false where the bytes are none.
void envelope_pack(struct buf *b, const struct envelope *e);
bool envelope_unpack(struct arena *a, struct slice bytes, struct envelope *e);

// As the keys of a map, and back.
void envelope_write(struct arena *a, const struct envelope *e, struct node *map);
struct envelope envelope_read(const struct node *map);

// Lays over a document what the envelope knows better than its bytes do. The texts are not copied.
void envelope_lay(struct arena *a, const struct envelope *e, struct document *d);

#endif
