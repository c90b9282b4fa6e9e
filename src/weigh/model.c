// Values to tables (doc/method.md, "Values" and "The network").
#include "weigh/model.h"

#include "base/limits.h"
#include "base/stats.h"

#include <math.h>

static const double added_prior = 0.05; // of the none-of-these that an open question gets

// The next combination of the parents' states, the last fastest.
static void next_state(const struct model *m, const struct recipe *r, size_t *state)
{
	for (size_t i = r->n_parents; i-- > 0;) {
		size_t v = r->parents[i];
		if (++state[v] < case_states(m->c, v))
			return;
		state[v] = 0;
	}
}

static enum status size_up(struct arena *a, const struct model *m, size_t variable, struct recipe *r, struct err *e)
{
	const struct the_case *c = m->c;
	r->question = variable < c->questions.n;
	const struct question *q = r->question ? &c->questions.at[variable] : NULL;
	const struct fact *f = q ? NULL : &c->facts.at[variable - c->questions.n];
	size_t n = q ? q->given.n : f->about.n;
	r->parents = arena_array(a, size_t, n + 1);
	r->states = case_states(c, variable);
	r->rows = 1;
	for (size_t i = 0; i < n; i++) {
		size_t parent = (size_t)(q ? q->given.at[i].at : f->about.at[i].at), k = 0;
		while (k < r->n_parents && r->parents[k] != parent)
			k++;
		if (k < r->n_parents)
			continue; // named twice
		r->parents[r->n_parents++] = parent;
		r->rows *= case_states(c, parent);
		if (r->rows > LIMIT_TABLE / r->states)
			return err_set(e, STATUS_LIMIT,
				       "%s.%s: depends on too much: its table exceeds the limit TABLE of %lld cells",
				       q ? "questions" : "facts", case_variable_id(c, variable),
				       (long long)LIMIT_TABLE);
	}
	return STATUS_OK;
}

// at[hyp][row] and at[row]: the values of priors and cells.
static void cook_question(struct arena *a, const struct model *m, size_t q, uint32_t **at, size_t *state)
{
	struct recipe *r = &m->recipes[q];
	const struct question *question = &m->c->questions.at[q];
	r->cells = arena_array(a, uint32_t, r->rows * r->states);
	for (size_t row = 0; row < r->rows; row++, next_state(m, r, state))
		for (size_t h = 0; h < r->states; h++) {
			const struct hypothesis *hyp = &question->hyps.at[h];
			int i = hyp->added ? -1 : case_pick(&hyp->prior, state);
			r->cells[row * r->states + h] = i < 0 ? (uint32_t)CELL_ADDED
							: hyp->prior.rows.at[i].is.kind == VALUE_REST
							    ? (uint32_t)CELL_REST
							    : at[h][i];
		}
}

static void cook_fact(struct arena *a, const struct model *m, size_t f, uint32_t *at, size_t *state)
{
	struct recipe *r = &m->recipes[m->c->questions.n + f];
	const struct cells *cells = &m->c->facts.at[f].cells;
	r->cells = arena_array(a, uint32_t, r->rows);
	r->listed = at;
	r->n_listed = cells->rows.n;
	for (size_t row = 0; row < r->rows; row++, next_state(m, r, state)) {
		int i = case_pick(cells, state);
		r->cells[row] = i < 0 ? (uint32_t)CELL_MISSING : at[i];
	}
}

// Where each prior and each cell stands among the values.
struct index {
	uint32_t ***prior; // [question][hypothesis][row]
	uint32_t **cell;   // [fact][row]
};

static struct index index_places(struct arena *a, struct model *m)
{
	const struct the_case *c = m->c;
	struct index x = { arena_array(a, uint32_t **, c->questions.n + 1),
			   arena_array(a, uint32_t *, c->facts.n + 1) };
	for (size_t q = 0; q < c->questions.n; q++) {
		x.prior[q] = arena_array(a, uint32_t *, c->questions.at[q].hyps.n + 1);
		for (size_t h = 0; h < c->questions.at[q].hyps.n; h++)
			x.prior[q][h] = arena_array(a, uint32_t, c->questions.at[q].hyps.at[h].prior.rows.n + 1);
	}
	for (size_t f = 0; f < c->facts.n; f++)
		x.cell[f] = arena_array(a, uint32_t, c->facts.at[f].cells.rows.n + 1);
	for (size_t r = 0; r < c->reports.n; r++)
		m->echo[r] = MODEL_NOWHERE;
	for (size_t i = 0; i < m->n_places; i++) {
		const struct place *p = &m->places[i];
		switch (p->kind) {
		case PLACE_PRIOR:
			x.prior[p->item][p->hyp][p->row] = (uint32_t)i;
			break;
		case PLACE_CELL:
			x.cell[p->item][p->row] = (uint32_t)i;
			break;
		case PLACE_GRADE:
			m->grade[p->item] = i;
			break;
		case PLACE_HOLDS:
			m->holds[p->item] = i;
			break;
		case PLACE_ECHO:
			m->echo[p->item] = i;
			break;
		}
	}
	return x;
}

enum status model_make(struct arena *a, const struct the_case *c, struct model *m, struct err *e)
{
	*m = (struct model){ .c = c };
	m->places = place_all(a, c, &m->n_places);
	m->n_values = m->n_places + c->reports.n;
	m->grade = arena_array(a, size_t, c->sources.n + 1);
	m->holds = arena_array(a, size_t, c->reports.n + 1);
	m->echo = arena_array(a, size_t, c->reports.n + 1);
	m->recipes = arena_array(a, struct recipe, case_variables(c) + 1);
	m->hyps_at = arena_array(a, size_t, c->questions.n + 1);
	struct index x = index_places(a, m);
	size_t *state = arena_array(a, size_t, case_variables(c) + 1);
	for (size_t v = 0; v < case_variables(c); v++) {
		if (size_up(a, m, v, &m->recipes[v], e))
			return e->status;
		if (v < c->questions.n)
			cook_question(a, m, v, x.prior[v], state);
		else
			cook_fact(a, m, v - c->questions.n, x.cell[v - c->questions.n], state);
	}
	for (size_t q = 0; q < c->questions.n; q++) {
		m->hyps_at[q] = m->n_hyps;
		m->n_hyps += c->questions.at[q].hyps.n;
	}
	count_prepare(a, c, &m->count);
	return STATUS_OK;
}

struct belief *model_beliefs(struct arena *a, const struct model *m, const char *analyst)
{
	double spread = case_number_spread(m->c);
	struct belief *b = arena_array(a, struct belief, m->n_values + 1);
	struct value ungraded = case_grade_value(m->c, NULL);
	for (size_t i = 0; i < m->n_places; i++) {
		const struct place *p = &m->places[i];
		struct value grade = { 0 };
		if (p->kind == PLACE_GRADE)
			grade = case_grade_value(m->c, m->c->sources.at[p->item].reliability);
		const struct value *v = p->kind == PLACE_GRADE ? &grade : p->value;
		if (v->kind != VALUE_REST)
			b[i] = value_belief(v, spread, analyst);
	}
	for (size_t i = m->n_places; i < m->n_values; i++)
		b[i] = value_belief(&ungraded, spread, analyst);
	return b;
}

double *model_centres(struct arena *a, const struct model *m, const struct belief *beliefs)
{
	double *p = arena_array(a, double, m->n_values + 1);
	for (size_t i = 0; i < m->n_values; i++)
		p[i] = beliefs[i].p;
	return p;
}

// Priors of a row: the rest is what the others leave, then all are scaled to one, or to what none-of-these leaves.
static void fill_question(const struct recipe *r, const double *p, double *out)
{
	for (size_t row = 0; row < r->rows; row++, out += r->states) {
		const uint32_t *cells = r->cells + row * r->states;
		double sum = 0, share = 1;
		size_t rest = MODEL_NOWHERE;
		for (size_t h = 0; h < r->states; h++) {
			if (cells[h] == CELL_REST)
				rest = h;
			else if (cells[h] == CELL_ADDED)
				share = 1 - added_prior;
			else
				sum += out[h] = p[cells[h]];
		}
		if (rest != MODEL_NOWHERE) {
			out[rest] = sum < 1 ? 1 - sum : 0;
			sum += out[rest];
		}
		for (size_t h = 0; h < r->states; h++)
			out[h] = cells[h] == CELL_ADDED ? added_prior : sum > 0 ? out[h] / sum * share : 0;
	}
}

double model_logit(double p)
{
	return stats_logit(fmin(fmax(p, MODEL_CLIP), 1 - MODEL_CLIP));
}

// An unrated cell stands in the middle of the rated ones, in log-odds.
static double middle(const struct recipe *r, const double *p)
{
	double sum = 0;
	for (size_t i = 0; i < r->n_listed; i++)
		sum += model_logit(p[r->listed[i]]);
	return stats_logistic(sum / (double)r->n_listed);
}

void model_fill(const struct recipe *r, const double *p, double *out)
{
	double unrated = -1;
	if (r->question) {
		fill_question(r, p, out);
		return;
	}
	for (size_t row = 0; row < r->rows; row++) {
		double yes;
		if (r->cells[row] != CELL_MISSING)
			yes = p[r->cells[row]];
		else
			yes = unrated = unrated >= 0 ? unrated : middle(r, p);
		out[2 * row] = yes;
		out[2 * row + 1] = 1 - yes;
	}
}
