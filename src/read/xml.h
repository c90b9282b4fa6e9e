// XML by expat, element by element. A document type is refused: none of the formats that are read has one, and only
// there could entities be made that grow without end.
#ifndef READ_XML_H
#define READ_XML_H

#include "base/err.h"
#include "base/slice.h"

struct xml;

struct xml_handler {
	// Attributes: name, value, name, value, ..., NULL.
	void (*start)(void *context, struct xml *x, const char *name, const char **attributes);
	void (*end)(void *context, struct xml *x, const char *name);
	void (*text)(void *context, struct xml *x, const char *text, size_t n);
};

// Reads a document of the format `what`. A handler that has set `e` and called xml_stop is called no more.
MUST_USE enum status xml_read(struct slice bytes, const char *what, const struct xml_handler *handler, void *context,
			      struct err *e);

size_t xml_line(const struct xml *x);
void xml_stop(struct xml *x); // puts the line in front of the error

// The value of an attribute, or "".
const char *xml_attribute(const char **attributes, const char *name);

#endif
