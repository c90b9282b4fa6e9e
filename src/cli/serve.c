#include "base/log.h"
#include "cli/commands.h"
#include "cli/run.h"
#if HEARSAY_DESK
#include "desk/desk.h"
#endif

#include <string.h>

static const struct option options[] = {
	{ 'p', "port", "N", "listen at this port of 127.0.0.1 (default: any that is free)" },
	{ 0, "socket", "PATH", "listen at a Unix socket instead" },
	{ 0, "no-browser", NULL, "print the address, and open no browser" },
	OPTION_END,
};

#if HEARSAY_DESK
static int run(const struct arguments *a)
{
	unsigned long long port;
	struct err e;
	if (!command_number(a, "port", &port))
		return status_exit(STATUS_USAGE);
	if (port > 65535) {
		log_error("serve: --port %llu is no port; 65535 is the last", port);
		return status_exit(STATUS_USAGE);
	}
	const struct desk_options o = { .path = a->operands.at[0],
					.socket = command_value(a, "socket", NULL),
					.port = (unsigned)port,
					.browse = !command_has(a, "no-browser") };
	enum status s = desk_serve(&o, &e);
	if (s != STATUS_OK)
		log_error("%s", e.text);
	return status_exit(s);
}
#else
static int run(const struct arguments *a)
{
	(void)a;
	log_error("serve: this hearsay was built without the desk; it needs libmicrohttpd and Node.js with npm "
		  "when it is built");
	return status_exit(STATUS_USAGE);
}
#endif

const struct command cli_serve = { "serve", "CASE", "open the desk: the workbench in the browser", options, 1, 1, run };
