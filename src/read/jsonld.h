// The JSON-LD of a page, of which only what tells about an article is kept. Much of it in the wild is no JSON: it is
// cut off, has line ends and quotation marks in strings, comments around it. All of that is read as far as it goes.
#ifndef READ_JSONLD_H
#define READ_JSONLD_H

#include "base/list.h"
#include "base/span.h"

#define JSONLD_TABLE(X)                                                                                                \
	X(type, "@type")                                                                                               \
	X(id, "@id")                                                                                                   \
	X(name, "name")                                                                                                \
	X(headline, "headline")                                                                                        \
	X(published, "datePublished")                                                                                  \
	X(created, "dateCreated")                                                                                      \
	X(modified, "dateModified")                                                                                    \
	X(author, "author")                                                                                            \
	X(creator, "creator")                                                                                          \
	X(publisher, "publisher")                                                                                      \
	X(language, "inLanguage")                                                                                      \
	X(url, "url")

enum jsonld_key {
	JSONLD_other,
#define X(key, written) JSONLD_##key,
	JSONLD_TABLE(X)
#undef X
	    JSONLD_KEYS
};

// An object, or a string in place of one: then it has a name only. Values are as written, escapes and all.
struct jsonld_object {
	uint32_t parent; // the object it is in; itself where in none
	enum jsonld_key key;
	struct slice value[JSONLD_KEYS];
};

struct jsonld {
	struct jsonld_object *at;
	size_t n, room;
};

// Appends the objects of one script.
void jsonld_read(struct arena *a, struct slice script, struct jsonld *out);

// A value with its escapes decoded.
struct slice jsonld_text(struct arena *a, struct slice value);

#endif
