// One message of mail (RFC 5322, MIME), by GMime; the only place that knows it.
#ifndef READ_MAIL_H
#define READ_MAIL_H

#include "read/bytes.h"

struct mail {
	const char *subject; // NULL: none
	struct names from;   // the authors' names, an address where there is no name
	struct date date;    // the day where it was sent from
	struct decoded text; // the part that is the message's text, with the way back to the bytes of the message
	bool html;           // that part is a web page
	struct names others; // what it carries beside its text: file names, or types
};

// Whether bytes are a message: how they begin, or the name of the file.
bool mail_is(struct slice bytes, const char *path);

MUST_USE enum status mail_read(struct arena *a, struct slice bytes, struct mail *out, struct err *e);

// "tides.pdf, pier.png and 3 more": what it carries beside its text; NULL: nothing.
const char *mail_others(struct arena *a, const struct mail *m);

// Loads GMime, and what it and iconv read from files; to be called before the process locks itself in.
MUST_USE enum status mail_preload(struct err *e);

#endif
