#include "cli/run.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/log.h"
#include "case/outlets.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const unsigned long long most_seed = 1ULL << 53; // whole numbers beyond it are not exact in JSON

bool run_failed(int status)
{
	return status != STATUS_OK && status != STATUS_FINDINGS;
}

int run_end(struct hearsay *h, int status)
{
	if (run_failed(status) && *hearsay_error(h))
		log_error("%s", hearsay_error(h));
	hearsay_free(h);
	return hearsay_exit_code(status);
}

int run_open(struct hearsay *h, const char *path)
{
	int s = hearsay_open(h, path);
	struct slice doubts = slice_of(s == STATUS_OK ? hearsay_doubts(h) : ""), line;
	while (slice_line(&doubts, &line))
		log_warn("%s: %.*s", path, (int)line.len, line.at);
	return s;
}

int run_print(struct hearsay *h, int status, const struct arguments *a, const char *bytes, size_t n)
{
	struct err e;
	const char *output = command_value(a, "output", "-");
	if (run_failed(status))
		return run_end(h, status);
	if (!strcmp(output, "-") && isatty(STDOUT_FILENO) && memchr(bytes, 0, n)) {
		log_error("%s: this is not for a terminal; name a file with -o", a->command->name);
		return run_end(h, STATUS_USAGE);
	}
	enum status s = file_write(output, (struct slice){ bytes, n }, &e);
	if (s != STATUS_OK)
		log_error("%s", e.text);
	hearsay_free(h);
	return hearsay_exit_code(s == STATUS_OK ? status : (int)s);
}

static bool same_file(const char *a, const char *b)
{
	struct stat x, y;
	return !strcmp(a, b) || (!stat(a, &x) && !stat(b, &y) && x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

bool run_writes_over(const struct arguments *a, const char *path)
{
	static const char *const outputs[] = { "output", "clusters", "edges" };
	for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++) {
		const char *file = command_value(a, outputs[i], "-");
		if (!strcmp(file, "-") || !same_file(file, path))
			continue;
		log_error("%s: --%s %s is the case or an input; name another file", a->command->name, outputs[i], file);
		return true;
	}
	return false;
}

int run_weighing(const struct arguments *a, struct hearsay_weighing *o)
{
	unsigned long long draws, seed;
	if (!command_number(a, "draws", &draws) || !command_number(a, "seed", &seed))
		return STATUS_USAGE;
	if (draws > LIMIT_DRAWS) {
		log_error("%s: --draws %llu is more than the limit DRAWS of %d", a->command->name, draws, LIMIT_DRAWS);
		return STATUS_LIMIT;
	}
	if (seed > most_seed) {
		log_error("%s: --seed %llu is more than %llu, the most that JSON can say again", a->command->name, seed,
			  most_seed);
		return STATUS_USAGE;
	}
	*o = (struct hearsay_weighing){ .draws = (size_t)draws, .seed = seed };
	o->since = command_value(a, "since", NULL);
	o->fail_on = command_value(a, "fail-on", NULL);
	return STATUS_OK;
}

int run_weighed(const struct arguments *a, int (*set)(struct hearsay *h, const struct arguments *a), run_give *give,
		const char *format)
{
	struct hearsay_weighing o;
	const char *bytes = NULL;
	size_t n = 0;
	int s = run_weighing(a, &o);
	if (s != STATUS_OK)
		return hearsay_exit_code(s);
	struct hearsay *h = hearsay_new();
	s = run_open(h, a->operands.at[0]);
	if (s == STATUS_OK && set)
		s = set(h, a);
	if (s == STATUS_OK)
		s = give(h, &o, format, &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

void run_file_failed(void *context, const char *error)
{
	(void)context;
	log_error("%s", error);
}

int run_outlets(const struct arguments *a)
{
	const char *path = command_value(a, "outlets", getenv("HEARSAY_OUTLETS"));
	struct err e;
	enum status s = path && *path ? outlets_load(path, &e) : STATUS_OK;
	if (s != STATUS_OK)
		log_error("%s", e.text);
	return status_exit(s);
}
