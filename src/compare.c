// Where both are cases, the one is turned into the other change by change and weighed again after each: what a change
// does is what it does in that order, and all of them sum to the way. A change that cannot stand alone (a fact that
// names a hypothesis which is not there yet) is made together with the next.
#include "compare.h"

#include "base/file.h"
#include "base/limits.h"
#include "case/changes.h"
#include "case/format.h"
#include "casefile.h"
#include "read/child.h"
#include "weigh/weigh.h"

#include <math.h>
#include <string.h>

enum {
	STEPS_MOST = 500, // weighings; what is changed beyond them is one change
	SAID_MOST = 5,    // of changes that are made together
};

// --- the sides ---

// An assessment and where it came from.
struct side {
	const char *path;
	struct node *tree;          // the case as `hearsay export` has it; NULL where there is the assessment alone
	const struct node *weighed; // as `hearsay weigh --json` has it
};

static struct side side_of(struct arena *a, const char *path, const struct the_case *c, const struct assessment *w)
{
	return (struct side){ path, format_write_case(a, c), assessment_write(a, c, w) };
}

// NULL where the file is JSON, and no assessment: then it is a case.
static enum status read_saved(struct arena *a, const char *path, const struct node **saved, struct err *e)
{
	struct slice bytes;
	struct node *n;
	*saved = NULL;
	if (!slice_ends(slice_of(path), ".json"))
		return STATUS_OK;
	enum status s = file_read(a, path, LIMIT_CASE_TEXT, "CASE_TEXT", &bytes, e);
	if (s != STATUS_OK)
		return s;
	if (child_read_json(a, bytes, &n, e) != STATUS_OK)
		return err_within(e, "%s", path);
	*saved = comparison_assessment(n);
	return STATUS_OK;
}

static enum status read_side(struct arena *a, const char *path, const struct hearsay_weighing *o, struct side *out,
			     struct err *e)
{
	struct the_case c = { .imprecision = -1 };
	struct assessment w;
	struct weigh_options options = { .draws = o->draws ? o->draws : 10000, .seed = o->seed ? o->seed : 1 };
	*out = (struct side){ .path = path };
	enum status s = read_saved(a, path, &out->weighed, e);
	if (s != STATUS_OK || out->weighed)
		return s;
	s = casefile_read(a, path, &c, e);
	if (s == STATUS_OK && weigh_case(a, &c, &options, &w, e) != STATUS_OK)
		s = err_within(e, "%s", path);
	if (s == STATUS_OK)
		*out = side_of(a, path, &c, &w);
	return s;
}

// --- change by change ---

// The way from the one case to the other, as far as it is gone.
struct way {
	struct arena *arena;
	struct comparison *out;
	struct changes_state state;
	struct product_cache cache;
	double *p; // [question of out] of the hypothesis that leads now, where the way stands; below 0: not there
};

static double estimate(const struct the_case *c, const struct assessment *w, const struct comparison_question *q)
{
	int at = case_find_question(c, q->id);
	if (at < 0 || !q->is_lead)
		return -1;
	for (size_t h = 0; h < w->questions[at].n; h++)
		if (!strcmp(c->questions.at[at].hyps.at[h].id, q->is_lead))
			return w->questions[at].hyps[h].p;
	return -1;
}

static void add_cause(struct way *y, size_t q, const char *place, const char *say, double p)
{
	double was = y->p[q];
	struct comparison_cause cause = { place, say, p < 0 || was < 0 ? NAN : p - was,
					  comparison_decibans(p) - comparison_decibans(was) };
	list_push(y->arena, &y->out->questions.at[q].causes, cause);
	y->p[q] = p;
}

// Weighs the case as it stands now; what moved is laid to the change. False where it cannot stand like that.
static bool step(struct way *y, const char *place, const char *say)
{
	struct arena scratch = { 0 };
	struct the_case c;
	struct assessment w;
	struct weigh_options bare = { .bare = true, .cache = &y->cache };
	struct err ignored = { 0 };
	bool stands = format_read_case(&scratch, changes_tree(&scratch, &y->state), NULL, &c, &ignored) == STATUS_OK &&
		      weigh_case(&scratch, &c, &bare, &w, &ignored) == STATUS_OK;
	for (size_t q = 0; stands && q < y->out->questions.n; q++)
		add_cause(y, q, place, say, estimate(&c, &w, &y->out->questions.at[q]));
	arena_free(&scratch);
	return stands;
}

// What is made together: all places, the first few with what was done there.
static void join(struct way *y, const struct changes *changes, size_t from, size_t to, const char **place,
		 const char **say)
{
	struct buf places = buf_in(y->arena), says = buf_in(y->arena);
	for (size_t i = from; i <= to; i++) {
		buf_printf(&places, "%s%s", i > from ? ", " : "", changes->list.at[i].place);
		if (i - from < SAID_MOST)
			buf_printf(&says, "%s%s", i > from ? "; " : "", changes->list.at[i].say);
	}
	if (to - from >= SAID_MOST)
		buf_printf(&says, "; and %zu more", to - from + 1 - SAID_MOST);
	*place = buf_str(&places);
	*say = buf_str(&says);
}

static void walk(struct way *y, const struct changes *changes)
{
	size_t steps = 0, from = 0; // of those that wait for the next
	for (size_t i = 0; i < changes->list.n; i++) {
		const char *place, *say;
		changes_make(y->arena, &y->state, &changes->list.at[i]);
		if (steps >= STEPS_MOST && i + 1 < changes->list.n)
			continue;
		join(y, changes, from, i, &place, &say);
		if (!step(y, place, say))
			continue;
		from = i + 1;
		steps++;
	}
}

// Begins where the case before stood and ends where the case now stands: what no change accounts for is the rest.
static void weigh_again(struct arena *a, const struct side *was, const struct side *is, struct comparison *out)
{
	struct way y = { .arena = a, .out = out, .state = changes_begin(a, was->tree) };
	struct changes changes = { 0 };
	out->basis = COMPARISON_WEIGHED;
	y.p = arena_array(a, double, out->questions.n + 1);
	for (size_t q = 0; q < out->questions.n; q++) {
		const struct comparison_hypothesis *lead = comparison_lead(&out->questions.at[q]);
		y.p[q] = lead ? lead->was : -1;
	}
	changes_find(a, was->tree, is->tree, &changes);
	walk(&y, &changes);
	product_forget(&y.cache);
	for (size_t q = 0; q < out->questions.n; q++) {
		const struct comparison_hypothesis *lead = comparison_lead(&out->questions.at[q]);
		add_cause(&y, q, "", "the rest", lead ? lead->is : -1);
	}
}

static void compare_sides(struct arena *a, const struct side *was, const struct side *is, struct comparison *out)
{
	*out = (struct comparison){ .was = was->path, .is = is->path };
	comparison_fill(a, was->weighed, is->weighed, out);
	if (was->tree && is->tree)
		weigh_again(a, was, is, out);
	else
		comparison_origins(a, was->weighed, is->weighed, out);
}

enum status compare(struct arena *a, const char *was, const char *is, const struct hearsay_weighing *o,
		    struct comparison *out, struct err *e)
{
	struct side x, y;
	enum status s = read_side(a, was, o, &x, e);
	s = s ? s : read_side(a, is, o, &y, e);
	if (s == STATUS_OK)
		compare_sides(a, &x, &y, out);
	return s;
}

enum status compare_since(struct arena *a, const char *path, const struct the_case *c, const struct assessment *w,
			  const struct hearsay_weighing *o, struct comparison *out, struct err *e)
{
	struct side was, is = side_of(a, path, c, w);
	enum status s = read_side(a, o->since, o, &was, e);
	if (s == STATUS_OK)
		compare_sides(a, &was, &is, out);
	return s;
}
