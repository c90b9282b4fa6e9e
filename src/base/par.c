#include "base/par.h"

#include "base/err.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_THREADS = 64 };

static size_t wanted;

void par_threads(size_t n)
{
	wanted = n;
}

size_t par_count(void)
{
	size_t n = wanted;
	if (!n) {
		const char *env = getenv("HEARSAY_THREADS");
		long found = env ? strtol(env, NULL, 10) : sysconf(_SC_NPROCESSORS_ONLN);
		n = found > 0 ? (size_t)found : 1;
	}
	return n < MOST_THREADS ? n : MOST_THREADS;
}

struct job {
	const struct par_work *kinds;
	size_t n;           // items of all kinds
	atomic_size_t next; // the first item that nobody has taken
};

struct worker {
	struct job *job;
	size_t thread;
	pthread_t id;
};

static void *run(void *arg)
{
	struct worker *w = arg;
	struct job *j = w->job;
	for (size_t i; (i = atomic_fetch_add(&j->next, 1)) < j->n;) {
		const struct par_work *k = j->kinds;
		for (; i >= k->n; k++)
			i -= k->n;
		k->work(k->context, i, w->thread);
	}
	return NULL;
}

void par_for(size_t n, void (*work)(void *context, size_t i, size_t thread), void *context)
{
	par_all(&(struct par_work){ n, work, context }, 1);
}

void par_all(const struct par_work *kinds, size_t n)
{
	struct job job = { .kinds = kinds };
	struct worker workers[MOST_THREADS];
	size_t threads = par_count(), started = 1;
	workers[0] = (struct worker){ .job = &job };
	for (size_t k = 0; k < n; k++)
		job.n += kinds[k].n;
	for (; started < threads && started < job.n; started++) {
		struct worker *w = &workers[started];
		*w = (struct worker){ .job = &job, .thread = started };
		if (pthread_create(&w->id, NULL, run, w))
			break; // fewer threads do the same work
	}
	run(&workers[0]);
	for (size_t t = 1; t < started; t++)
		pthread_join(workers[t].id, NULL);
}
