// The bytes of a text file -> UTF-8, by its byte order mark, by what it is, or by a guess.
#ifndef READ_SHEET_TEXT_H
#define READ_SHEET_TEXT_H

#include "case/remarks.h"

// A guess is a remark. Fails where the bytes are no text.
MUST_USE enum status sheet_text(struct arena *a, struct slice bytes, struct slice *text, struct remarks *told,
				struct err *e);

#endif
