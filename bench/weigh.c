// bench-weigh [--seconds S] NETWORK EVIDENCE TARGET: how long the engine takes for a network in UAI's form with its
// evidence, and for a target, whose number stands in a file. Prints rows of CSV: network, program, what, value, unit.
//
// Loading and compiling are timed once, as a program does them; the rest is the median of what fits into S seconds (2).
// `loop` answers without each finding in turn by sweeps of its own, as one does without slopes: the same compiled
// network, with that finding's likelihood summed over its states. What it says must be what `everything` says.
#include "memory.h"
#include "weigh.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/par.h"
#include "read/network.h"
#include "weigh/oneway.h"
#include "weigh/retract.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 200 };

static const double agree = 1e-9;       // how far two ways to the same answer may lie apart
static const double batch_least = 2e-5; // seconds: shorter than this the clock itself counts

double weigh_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void weigh_row(const struct weigh *w, const char *what, double value, const char *unit)
{
	printf("%s,hearsay,%s,%.6g,%s\n", w->name, what, value, unit);
	fflush(stdout);
}

void weigh_fail(const struct weigh *w, const char *why)
{
	fprintf(stderr, "bench-weigh: %s: %s\n", w->name, why);
	exit(1);
}

static int by_size(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

static double run_times(void (*work)(void *context), void *context, size_t times)
{
	double start = weigh_now();
	for (size_t i = 0; i < times; i++)
		work(context);
	return (weigh_now() - start) / (double)times;
}

// The median of up to MOST_RUNS, and of one at least.
static double median(const struct weigh *w, void (*work)(void *context), void *context)
{
	double seconds[MOST_RUNS], start = weigh_now();
	size_t n = 0, times = 1;
	seconds[0] = run_times(work, context, 1);
	if (seconds[0] < batch_least) {
		times = (size_t)(batch_least / seconds[0]) + 1;
		seconds[0] = run_times(work, context, times);
	}
	for (n = 1; n < MOST_RUNS && weigh_now() - start < w->most; n++)
		seconds[n] = run_times(work, context, times);
	qsort(seconds, n, sizeof *seconds, by_size);
	return seconds[n / 2];
}

struct files {
	struct slice network, evidence, target;
};

static void files_read(struct arena *a, char **paths, struct files *f)
{
	struct err e;
	if (file_read(a, paths[0], LIMIT_NETWORK, "NETWORK", &f->network, &e) ||
	    file_read(a, paths[1], LIMIT_NETWORK, "NETWORK", &f->evidence, &e) ||
	    file_read(a, paths[2], LIMIT_NETWORK, "NETWORK", &f->target, &e)) {
		fprintf(stderr, "bench-weigh: %s\n", e.text);
		exit(1);
	}
}

static void parse(const struct weigh *w, struct arena *a, const struct files *f, struct network *n)
{
	struct err e;
	bool beside;
	if (network_parse(a, NETWORK_UAI, f->network, f->evidence, n, &beside, &e))
		weigh_fail(w, e.text);
}

static struct query *compile(const struct weigh *w, struct arena *a, const struct network *n, size_t target)
{
	struct query *q;
	struct err e;
	if (query_make(a, n, target, &q, &e))
		weigh_fail(w, e.text);
	return q;
}

// What loading, compiling and answering everything adds to a process at its most: in a child, which does nothing else.
static double peak(const struct weigh *w, const struct files *f)
{
	double more = 0;
	int ends[2];
	if (pipe(ends))
		weigh_fail(w, "no pipe");
	pid_t child = fork();
	if (!child) {
		struct arena a = { 0 };
		struct network n;
		double before = memory("VmRSS:");
		parse(w, &a, f, &n);
		query_everything(compile(w, &a, &n, w->target));
		more = memory("VmHWM:") - before;
		_exit(write(ends[1], &more, sizeof more) != (ssize_t)sizeof more);
	}
	close(ends[1]);
	if (child < 0 || read(ends[0], &more, sizeof more) != (ssize_t)sizeof more)
		weigh_fail(w, "the child that measures memory failed");
	close(ends[0]);
	waitpid(child, NULL, 0);
	return more;
}

static void do_posteriors(void *context)
{
	(void)query_posteriors(context);
}

static void do_everything(void *context)
{
	(void)query_everything(context);
}

// The one-way function of every number of the network.
static void do_functions(void *context)
{
	struct query *q = context;
	struct arena scratch = { 0 };
	double *a = arena_array(&scratch, double, q->k), *b = arena_array(&scratch, double, q->k);
	for (uint32_t t = 0; t < q->network->net.tables.n; t++)
		for (size_t c = 0; c < q->network->net.tables.at[t].cells; c++)
			(void)oneway_function(q, t, c, a, b);
	arena_free(&scratch);
}

static void do_interior(void *context)
{
	struct err e;
	if (retract_interior(context, &e)) {
		fprintf(stderr, "bench-weigh: %s\n", e.text);
		exit(1);
	}
}

// Leave-one-out the long way.
struct loop {
	struct query *q;
	size_t leaves;
	double **without; // [finding] the likelihood of a leaf, summed over its states; NULL: it bears on nothing
	double *answers;  // [finding][target's state]
};

static size_t place_of(const struct query *q, const struct query_item *x)
{
	return (size_t)(x->table - q->sweep->place);
}

static void loop_make(struct arena *a, struct query *q, struct loop *l)
{
	size_t n = q->network->findings.n;
	*l = (struct loop){ .q = q, .without = arena_array(a, double *, n + 1) };
	l->answers = arena_array(a, double, n * q->k + 1);
	for (size_t i = 0; i < n; i++) {
		const struct query_item *x = &q->items[i];
		l->leaves += x->leaf;
		if (!x->leaf || !x->table)
			continue;
		size_t cells = q->plan->tensors.at[place_of(q, x) - 1].cells;
		l->without[i] = arena_array(a, double, cells + KERNEL_SPARE);
		for (size_t s = 0; s < x->states; s++)
			for (size_t c = 0; c < cells; c++)
				l->without[i][c] += (*x->table - x->step * *x->found)[s * x->step + c];
	}
}

static void read_target(const struct query *q, double *out)
{
	size_t step;
	const double *p = sweep_target(q->sweep, &step);
	double sum = 0;
	for (size_t h = 0; h < q->k; h++)
		sum += out[h] = p ? p[h] : 1;
	for (size_t h = 0; h < q->k; h++)
		out[h] /= sum;
}

static void do_loop(void *context)
{
	struct loop *l = context;
	struct query *q = l->q;
	sweep_observe(q->sweep, q->state);
	for (size_t i = 0; i < q->network->findings.n; i++) {
		const struct query_item *x = &q->items[i];
		double **place = l->without[i] ? &q->sweep->place[place_of(q, x)] : NULL, *kept = place ? *place : NULL;
		if (!x->leaf)
			continue;
		if (place)
			*place = l->without[i];
		sweep_up(q->sweep);
		sweep_down(q->sweep);
		read_target(q, l->answers + i * q->k);
		if (place)
			*place = kept;
	}
}

static double loop_differs(const struct loop *l)
{
	const struct query *q = l->q;
	double worst = 0;
	for (size_t i = 0; i < q->network->findings.n; i++)
		for (size_t h = 0; h < q->k && q->items[i].leaf; h++) {
			double d = fabs(l->answers[i * q->k + h] - q->items[i].without[h]);
			worst = d <= worst ? worst : d; // NAN too
		}
	return worst;
}

static void compare_loop(const struct weigh *w, struct query *q, double everything)
{
	struct arena a = { 0 };
	struct loop l;
	loop_make(&a, q, &l);
	weigh_row(w, "leaves", (double)l.leaves, "findings");
	weigh_row(w, "interior", (double)(q->network->findings.n - l.leaves), "findings");
	if (l.leaves) {
		double seconds = median(w, do_loop, &l);
		if (!query_everything(q) || !(loop_differs(&l) <= agree))
			weigh_fail(w, "the loop and the slopes do not agree");
		weigh_row(w, "loop", seconds, "s");
		weigh_row(w, "loop/everything", seconds / everything, "times");
		weigh_row(w, "loop differs", loop_differs(&l), "");
	}
	arena_free(&a);
}

static void with_target(const struct weigh *w)
{
	struct arena a = { 0 };
	double start = weigh_now();
	struct query *q = compile(w, &a, w->network, w->target);
	double compiling = weigh_now() - start;
	weigh_row(w, "compile with target", compiling, "s");
	weigh_row(w, "cells with target", q->plan->cells, "cells");
	weigh_row(w, "posteriors with target", median(w, do_posteriors, q), "s");
	weigh_row(w, "P(target = 0)", q->posterior[w->target][0], "");
	double everything = median(w, do_everything, q);
	weigh_row(w, "everything", everything, "s");
	compare_loop(w, q, everything);
	weigh_row(w, "functions", median(w, do_functions, q), "s");
	bool leaves = true;
	for (size_t i = 0; i < w->network->findings.n; i++)
		leaves &= q->items[i].leaf;
	double interior = leaves ? 0 : median(w, do_interior, q);
	if (!leaves)
		weigh_row(w, "interior retractions", interior, "s");
	weigh_row(w, "leave-one-out", everything + interior, "s");
	weigh_row(w, "compile and leave-one-out", compiling + everything + interior, "s");
	arena_free(&a);
}

static void without_target(const struct weigh *w)
{
	struct arena a = { 0 };
	double start = weigh_now();
	struct query *q = compile(w, &a, w->network, PLAN_NONE);
	weigh_row(w, "compile", weigh_now() - start, "s");
	weigh_row(w, "cells", q->plan->cells, "cells");
	weigh_row(w, "posteriors", median(w, do_posteriors, q), "s");
	weigh_row(w, "ln P(e)", q->log_p, "");
	arena_free(&a);
}

static const char *name_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/'), *at = slash ? slash + 1 : path, *dot = strrchr(at, '.');
	return arena_copy(a, at, dot ? (size_t)(dot - at) : strlen(at));
}

int main(int argc, char **argv)
{
	static const struct option options[] = { { "seconds", 1, NULL, 's' }, { 0 } };
	struct weigh w = { .most = 2 };
	int c;
	while ((c = getopt_long(argc, argv, "", options, NULL)) == 's')
		w.most = strtod(optarg, NULL);
	if (c != -1 || argc - optind != 3) {
		fprintf(stderr, "usage: bench-weigh [--seconds S] NETWORK EVIDENCE TARGET\n");
		return 2;
	}
	struct arena a = { 0 };
	struct files f;
	struct network n;
	files_read(&a, argv + optind, &f);
	w.name = name_of(&a, argv[optind]);
	w.target = strtoul(f.target.at, NULL, 10);
	w.network = &n;
	par_threads(1);
	double most = peak(&w, &f), start = weigh_now();
	parse(&w, &a, &f, &n);
	weigh_row(&w, "load", weigh_now() - start, "s");
	if (w.target >= n.net.states.n)
		weigh_fail(&w, "the target is no variable of it");
	without_target(&w);
	with_target(&w);
	weigh_row(&w, "peak", most, "MB");
	weigh_draws(&w);
	arena_free(&a);
	return 0;
}
