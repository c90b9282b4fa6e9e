// The one table of outcomes. Enum, exit code, HTTP status and text all come from it.
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

//  name        exit  http  text
#define STATUS_TABLE(X)                                             \
	X(OK,         0,  200, "done")                              \
	X(FINDINGS,   1,  200, "done, with findings")               \
	X(USAGE,      2,  400, "the command's words are off")       \
	X(EXISTS,     2,  409, "it exists already")                 \
	X(NOT_FOUND,  3,  404, "not found")                         \
	X(BAD_INPUT,  4,  422, "the input cannot be used as it is") \
	X(IMPOSSIBLE, 4,  422, "the evidence cannot all be true")   \
	X(LIMIT,      5,  413, "a limit was reached")               \
	X(DAMAGED,    6,  500, "the case file is damaged")          \
	X(IO,         7,  500, "reading or writing failed")         \
	X(STOPPED,    8,  503, "it was stopped before its end")     \
	X(CONFLICT,   9,  409, "somebody else changed it meanwhile")

enum status {
#define X(name, exit_code, http, text) STATUS_##name,
	STATUS_TABLE(X)
#undef X
	STATUS_COUNT
};

int status_exit(enum status s);
int status_http(enum status s);
const char *status_text(enum status s);
const char *status_name(enum status s); // "BAD_INPUT"

#endif
