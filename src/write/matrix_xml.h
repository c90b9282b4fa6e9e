// Text of XML.
#ifndef WRITE_MATRIX_XML_H
#define WRITE_MATRIX_XML_H

#include "base/buf.h"

// Valid UTF-8 with what has a meaning in XML spelled out; control characters, which XML 1.0 cannot have, as blanks.
void matrix_xml_text(struct buf *out, const char *text);

#endif
