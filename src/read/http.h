// A stored HTTP response -> the document in it.
#ifndef READ_HTTP_H
#define READ_HTTP_H

#include "case/envelope.h"

// Whether a media type is one of documents: pages, plain text, PDF.
bool http_is_document(const char *media);

// What a response is, from its beginning (its header at least): *wanted is whether it has status 200 and a document.
MUST_USE enum status http_look(struct arena *a, struct slice response, bool *wanted, struct err *e);

// The document of a wanted response, freed of its transfer and content encodings; media, charset and note of the
// envelope are set.
MUST_USE enum status http_document(struct arena *a, struct slice response, struct envelope *envelope,
				   struct slice *bytes, struct err *e);

#endif
