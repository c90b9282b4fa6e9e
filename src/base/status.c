#include "base/status.h"

#include <assert.h>

static const struct {
	int exit_code, http;
	const char *text, *name;
} table[STATUS_COUNT] = {
#define X(name, exit_code, http, text) { exit_code, http, text, #name },
	STATUS_TABLE(X)
#undef X
};

int status_exit(enum status s)
{
	assert(s < STATUS_COUNT);
	return table[s].exit_code;
}

int status_http(enum status s)
{
	assert(s < STATUS_COUNT);
	return table[s].http;
}

const char *status_text(enum status s)
{
	assert(s < STATUS_COUNT);
	return table[s].text;
}

const char *status_name(enum status s)
{
	assert(s < STATUS_COUNT);
	return table[s].name;
}
