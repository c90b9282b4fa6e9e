#include "base/par.h"
#include "test/tap.h"

#include <stdlib.h>

enum { N = 20000 };

struct seen {
	unsigned char times[N];
	double value[N];
	unsigned char thread[N];
};

static void visit(void *context, size_t i, size_t thread)
{
	struct seen *s = context;
	double x = (double)i;
	for (int k = 0; k < 50; k++)
		x = x * 0.999 + 1;
	s->times[i]++;
	s->value[i] = x;
	s->thread[i] = (unsigned char)thread;
}

static struct seen one, more;

int main(void)
{
	par_threads(1);
	par_for(N, visit, &one);
	is_int(par_count(), 1, "one thread was asked for");
	for (size_t threads = 2; threads <= 7; threads += 5) {
		memset(&more, 0, sizeof more);
		par_threads(threads);
		par_for(N, visit, &more);
		size_t missed = 0, stray = 0;
		for (size_t i = 0; i < N; i++) {
			missed += more.times[i] != 1;
			stray += more.thread[i] >= threads;
		}
		is_int(missed, 0, "%zu threads: every item once", threads);
		is_int(stray, 0, "%zu threads: by one of them", threads);
		ok(!memcmp(one.value, more.value, sizeof one.value), "%zu threads: the same bytes as with one",
		   threads);
	}
	static struct seen kinds[3];
	const struct par_work work[] = { { 0, visit, &kinds[0] }, { N, visit, &kinds[1] }, { 5, visit, &kinds[2] } };
	size_t missed = 0;
	par_all(work, 3);
	for (size_t i = 0; i < N; i++)
		missed += kinds[1].times[i] != 1 || kinds[0].times[i] || kinds[2].times[i] != (i < 5);
	is_int(missed, 0, "several kinds: every item of each once");

	par_for(0, visit, &one);
	ok(one.times[0] == 1, "no items, no work");

	par_threads(0);
	setenv("HEARSAY_THREADS", "3", 1);
	is_int(par_count(), 3, "HEARSAY_THREADS decides");
	setenv("HEARSAY_THREADS", "nonsense", 1);
	is_int(par_count(), 1, "nonsense is one thread");
	setenv("HEARSAY_THREADS", "100000", 1);
	ok(par_count() <= 64, "threads are bounded");
	return done();
}
