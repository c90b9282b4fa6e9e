#include "inference.h"

#include "base/arena.h"
#include "base/stats.h"
#include "read/network.h"
#include "weigh/contradiction.h"
#include "weigh/query.h"
#include "weigh/query_write.h"
#include "weigh/retract.h"

#include <string.h>
#include <time.h>

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static enum status parts_of(const char *only, unsigned *parts, struct err *e)
{
	static const struct {
		const char *name;
		unsigned part;
	} known[] = { { "posteriors", QUERY_POSTERIORS },
		      { "without", QUERY_WITHOUT },
		      { "flip", QUERY_FLIP },
		      { "sensitivity", QUERY_SENSITIVITY },
		      { "next", QUERY_NEXT } };
	*parts = QUERY_ALL;
	for (size_t i = 0; only && i < sizeof known / sizeof *known; i++)
		if (!strcmp(only, known[i].name)) {
			*parts = known[i].part;
			return STATUS_OK;
		}
	if (only)
		return err_set(e, STATUS_USAGE,
			       "there is no part '%.40s'; posteriors, without, flip, sensitivity or next", only);
	return STATUS_OK;
}

static enum status find_target(const struct network *n, const char *name, size_t *target, struct err *e)
{
	*target = PLAN_NONE;
	for (size_t v = 0; name && v < n->net.states.n; v++)
		if (!strcmp(n->names[v], name))
			*target = v;
	if (name && *target == PLAN_NONE)
		return err_set(e, STATUS_NOT_FOUND, "the network has no variable '%.80s' to be the target", name);
	return STATUS_OK;
}

// The median of how long a stage takes over `repeat` runs; *possible: what it gave.
static double time_stage(struct arena *a, struct query *q, bool (*stage)(struct query *q), size_t repeat,
			 bool *possible)
{
	double *seconds = arena_array(a, double, repeat);
	for (size_t i = 0; i < repeat; i++) {
		double start = now();
		*possible = stage(q);
		seconds[i] = now() - start;
	}
	stats_sort(seconds, repeat);
	return seconds[repeat / 2];
}

static enum status answer(struct arena *a, struct query *q, size_t repeat, unsigned parts, struct query_seconds *s,
			  struct err *e)
{
	bool possible;
	s->posteriors = time_stage(a, q, query_posteriors, repeat, &possible);
	if (!possible)
		return contradiction_explain(q, e);
	if (q->target == PLAN_NONE || parts == QUERY_POSTERIORS)
		return STATUS_OK;
	s->everything = time_stage(a, q, query_everything, repeat, &possible);
	double start = now();
	if ((parts & (QUERY_WITHOUT | QUERY_FLIP)) && retract_interior(q, e))
		return e->status;
	s->apart = now() - start;
	return STATUS_OK;
}

enum status inference(const char *path, const struct hearsay_inferring *o, const char *format, hearsay_bytes *give,
		      void *context, struct err *e)
{
	struct arena a = { 0 };
	struct network n;
	struct query *q;
	struct query_output out = { .give = give, .context = context };
	bool json = !strcmp(format, "json");
	size_t target = PLAN_NONE;
	double start = now();
	enum status s = parts_of(o->only, &out.parts, e);
	s = s ? s : read_network(&a, path, o->evidence, &n, e);
	s = s ? s : find_target(&n, o->target, &target, e);
	out.seconds.load = now() - start;
	start = now();
	s = s ? s : query_make(&a, &n, target, &q, e);
	out.seconds.compile = now() - start;
	s = s ? s : answer(&a, q, o->repeat ? o->repeat : 1, out.parts, &out.seconds, e);
	if (!s && !(json ? query_write_json : query_write_text)(q, &out))
		s = err_set(e, STATUS_STOPPED, "stopped before the end");
	arena_free(&a);
	return s;
}
