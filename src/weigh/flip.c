// Sets of one origin are known from what was taken away one by one. Where none of these changes the leader of some
// question, all pairs are taken away, and then all triples: each a lane of its own, for what origins do together is not
// the sum of what they do alone.
#include "weigh/flip.h"

#include "weigh/weight.h"

#include <string.h>

enum { AT_ONCE = 8192, MOST_TOLD = 100 }; // lanes; sets told of one question

struct search {
	struct arena *arena;
	const struct whole *w;
	struct assessment *out;
	size_t n, *origins; // those of live reports
	struct arena scratch;
	struct lane *lanes;
	size_t waiting;
};

static bool is_open(const struct search *s)
{
	for (size_t q = 0; q < s->w->m->c->questions.n; q++)
		if (!s->out->questions[q].flips.n)
			return true;
	return false;
}

static void tell(struct search *s, const struct lane *l, const bool *asked)
{
	const struct the_case *c = s->w->m->c;
	for (size_t q = 0; q < c->questions.n; q++) {
		struct question_result *r = &s->out->questions[q];
		struct flip f = { .n = l->n_origins };
		if (!asked[q] || r->flips.n >= MOST_TOLD || assessment_lead(l->p[q], r->n) == r->lead)
			continue;
		for (size_t i = 0; i < f.n; i++)
			f.origins[i] = lane_origin_id(s->arena, c, l->origins[i]);
		list_push(s->arena, &r->flips, f);
	}
}

static enum status flush(struct search *s, const bool *asked, struct err *e)
{
	enum status status = lane_run(s->w, s->lanes, s->waiting, e);
	for (size_t i = 0; i < s->waiting && !status; i++)
		tell(s, &s->lanes[i], asked);
	s->waiting = 0;
	return status;
}

static enum status add(struct search *s, const size_t *set, size_t size, const bool *asked, struct err *e)
{
	struct lane *l = &s->lanes[s->waiting++];
	double **p = l->p;
	*l = (struct lane){ .kind = LANE_ORIGINS, .n_origins = size, .p = p };
	for (size_t i = 0; i < size; i++)
		l->origins[i] = s->origins[set[i]];
	return s->waiting == AT_ONCE ? flush(s, asked, e) : STATUS_OK;
}

// All sets of two or three.
static enum status look(struct search *s, size_t size, struct err *e)
{
	bool *asked = arena_array(&s->scratch, bool, s->w->m->c->questions.n + 1);
	size_t set[3];
	for (size_t q = 0; q < s->w->m->c->questions.n; q++)
		asked[q] = !s->out->questions[q].flips.n;
	for (set[0] = 0; set[0] < s->n; set[0]++)
		for (set[1] = set[0] + 1; set[1] < s->n; set[1]++) {
			if (size == 2 && add(s, set, 2, asked, e))
				return e->status;
			for (set[2] = set[1] + 1; size == 3 && set[2] < s->n; set[2]++)
				if (add(s, set, 3, asked, e))
					return e->status;
		}
	return flush(s, asked, e);
}

static void begin(struct search *s)
{
	const struct the_case *c = s->w->m->c;
	bool *seen = arena_array(&s->scratch, bool, c->sources.n + c->reports.n + 1);
	s->origins = arena_array(&s->scratch, size_t, c->sources.n + c->reports.n + 1);
	for (size_t r = 0; r < c->reports.n; r++)
		if (s->w->live[r])
			seen[lane_origin(c, r)] = true;
	for (size_t o = 0; o < c->sources.n + c->reports.n; o++)
		if (seen[o])
			s->origins[s->n++] = o;
	for (size_t q = 0; q < c->questions.n; q++) {
		struct question_result *r = &s->out->questions[q];
		r->flips_searched = 1;
		for (each (x, &r->without[REMOVAL_ORIGIN]))
			if (x->changes_lead)
				list_push(s->arena, &r->flips, ((struct flip){ 1, { x->id } }));
	}
}

enum status flip_origins(struct arena *a, const struct whole *w, size_t most, struct assessment *out, struct err *e)
{
	struct search s = { .arena = a, .w = w, .out = out };
	enum status status = STATUS_OK;
	begin(&s);
	for (size_t size = 2; size <= 3 && !status && is_open(&s); size++) {
		size_t sets = s.n * (s.n ? s.n - 1 : 0) / 2;
		if (size == 3)
			sets = s.n > 2 ? sets * (s.n - 2) / 3 : 0;
		if (sets > most)
			break;
		if (!s.lanes) {
			s.lanes = arena_array(&s.scratch, struct lane, AT_ONCE);
			for (size_t i = 0; i < AT_ONCE; i++)
				s.lanes[i].p = lane_room(&s.scratch, w->m);
		}
		for (size_t q = 0; q < w->m->c->questions.n; q++)
			if (!out->questions[q].flips.n)
				out->questions[q].flips_searched = size;
		status = look(&s, size, e);
	}
	arena_free(&s.scratch);
	return status;
}
