// Pages a second of reading, without the child: FILE... -> CSV, a line for each depth of reading. Each page is read to
// JSON at all depths in turns, ROUNDS times; of each the fastest counts.
#include "base/file.h"
#include "base/limits.h"
#include "case/json.h"
#include "read/read.h"
#include "read/tagger.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

enum { ROUNDS = 5 };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const struct {
	const char *name;
	enum read_depth depth;
} depths[] = { { "text", READ_TEXT }, { "attributions", READ_ATTRIBUTIONS }, { "statements", READ_STATEMENTS } };

enum { DEPTHS = sizeof depths / sizeof *depths };

// Seconds of the processor to read a page to JSON; below 0 where it cannot be read.
static double read_once(const struct tables *tables, struct slice file, const char *path, enum read_depth depth)
{
	struct arena a = { 0 };
	struct err e;
	struct document d;
	struct read_options o = { .envelope.path = path, .depth = depth };
	double start = now();
	enum status s = read_page(&a, tables, file, &o, &d, &e);
	if (s == STATUS_OK) {
		struct buf out = buf_in(&a);
		json_write(&out, document_write(&a, &d));
	}
	double spent = now() - start;
	arena_free(&a);
	return s == STATUS_OK ? spent : -1;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	arena_hoard(); // as a reader does
	struct tables tables = tables_read(&a);
	struct err e;
	if (tagger_open(&a, &tables.tagger, &e) != STATUS_OK) {
		fprintf(stderr, "%s\n", e.text);
		return 1;
	}
	size_t pages = 0, bytes = 0;
	double spent[DEPTHS] = { 0 };
	for (int i = 1; i < argc; i++) {
		struct arena page = { 0 };
		struct slice file;
		double best[DEPTHS] = { -1 };
		bool read = file_read(&page, argv[i], LIMIT_DOCUMENT, "DOCUMENT", &file, &e) == STATUS_OK;
		for (int round = 0; read && round < ROUNDS; round++)
			for (int k = 0; k < DEPTHS; k++) { // in turns, so that a busy moment meets them all
				double once = read_once(&tables, file, argv[i], depths[k].depth);
				best[k] = !round || once < best[k] ? once : best[k];
			}
		pages += best[0] >= 0;
		bytes += best[0] >= 0 ? file.len : 0;
		for (int k = 0; k < DEPTHS && best[0] >= 0; k++)
			spent[k] += best[k];
		arena_free(&page);
	}
	struct rusage used;
	getrusage(RUSAGE_SELF, &used);
	printf("what,pages,seconds,pages_per_second,mb_per_second,peak_mb\n");
	for (int k = 0; k < DEPTHS; k++)
		printf("%s,%zu,%.3f,%.0f,%.1f,%.1f\n", depths[k].name, pages, spent[k], (double)pages / spent[k],
		       (double)bytes / 1e6 / spent[k], (double)used.ru_maxrss / 1024);
	arena_free(&a);
	return 0;
}
