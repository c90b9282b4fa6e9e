// Pages a second of reading, without the child: FILE... -> one line of CSV. Each page is read to JSON, text only or
// with its statements, ROUNDS times; the fastest round counts.
#include "base/file.h"
#include "base/limits.h"
#include "case/json.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { ROUNDS = 3 };

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// Seconds of the processor to read them all; counts pages and bytes that were read.
static double read_all(const struct tables *tables, char **paths, int n, bool text_only, size_t *pages, size_t *bytes)
{
	double spent = 0;
	*pages = *bytes = 0;
	for (int i = 0; i < n; i++) {
		struct arena a = { 0 };
		struct err e;
		struct slice file;
		struct document d;
		struct read_options o = { .envelope.path = paths[i], .depth = text_only ? READ_TEXT : READ_STATEMENTS };
		if (file_read(&a, paths[i], LIMIT_DOCUMENT, "DOCUMENT", &file, &e) == STATUS_OK) {
			double start = now();
			if (read_page(&a, tables, file, &o, &d, &e) == STATUS_OK) {
				struct buf out = buf_in(&a);
				json_write(&out, document_write(&a, &d));
				++*pages;
				*bytes += file.len;
			}
			spent += now() - start;
		}
		arena_free(&a);
	}
	return spent;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct tables tables = tables_read(&a);
	bool text_only = argc > 1 && !strcmp(argv[1], "--text");
	size_t pages = 0, bytes = 0;
	double best = 0;
	for (int round = 0; round < ROUNDS; round++) {
		double spent = read_all(&tables, argv + 1 + text_only, argc - 1 - text_only, text_only, &pages, &bytes);
		best = !round || spent < best ? spent : best;
	}
	struct rusage used;
	getrusage(RUSAGE_SELF, &used);
	printf("what,pages,seconds,pages_per_second,mb_per_second,peak_mb\n%s,%zu,%.3f,%.0f,%.1f,%.1f\n",
	       text_only ? "text" : "statements", pages, best, (double)pages / best, (double)bytes / 1e6 / best,
	       (double)used.ru_maxrss / 1024);
	arena_free(&a);
	return 0;
}
