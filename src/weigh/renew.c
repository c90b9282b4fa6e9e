#include "weigh/renew.h"

#include <string.h>

struct renew *renew_new(struct arena *a, struct sweep *s)
{
	const struct plan *p = s->plan;
	struct renew *r = arena_new(a, struct renew);
	size_t most = p->up.n > p->down.n ? p->up.n : p->down.n;
	*r = (struct renew){ .sweep = s,
			     .changed = arena_array(a, bool, plan_places(p)),
			     .all = true,
			     .todo = arena_array(a, struct plan_op, most + 1) };
	return r;
}

void renew_touch(struct renew *r, uint32_t table)
{
	const struct plan *p = r->sweep->plan;
	if (p->leaf_of[table] != PLAN_NONE)
		r->changed[plan_place(p->leaves.at[p->leaf_of[table]].tensor)] = true;
}

// Each operation whose operands have changed changes its result.
static void run_changed(struct renew *r, const struct plan_op *ops, size_t n)
{
	int64_t ignored[KERNEL_LANES] = { 0 };
	size_t todo = 0;
	for (size_t i = 0; i < n; i++) {
		if (!r->changed[ops[i].a] && !r->changed[ops[i].b])
			continue;
		r->changed[ops[i].out] = true;
		r->todo[todo++] = ops[i];
	}
	r->sweep->kernel->run(r->sweep->plan, r->todo, todo, r->sweep->place, ignored);
}

void renew_run(struct renew *r)
{
	const struct plan *p = r->sweep->plan;
	if (r->all) {
		sweep_up(r->sweep);
		sweep_down(r->sweep);
	} else {
		run_changed(r, p->up.at, p->up.n);
		run_changed(r, p->down.at, p->down.n);
	}
	r->all = false;
	memset(r->changed, 0, plan_places(p) * sizeof *r->changed);
}
