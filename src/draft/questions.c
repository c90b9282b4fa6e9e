// Two linked questions at most, as a rule: who did it, always open (none of these), and for every leader said to have
// ordered it or known of it a question of its own, yes or no, given who did it; one more for what it was for, where
// somebody voiced a purpose. Directed and knew are one question where the actor is the same: reports seldom part them.
// A hypothesis is here because somebody voiced it, for or against; that is no evidence, so all start even.
#include "draft/questions.h"

#include "case/names.h"

#include <string.h>

enum {
	VOICED = 24,
	LABELS = 200
}; // claims beyond this are left out: nobody reads a longer table; documents asked for a label

struct claim {
	enum role role; // knew counts as directed
	const char *actor;
};

struct claims {
	LIST(struct claim) list;
};

static const char even[] = "roughly even chance";

static enum role role_of(enum role r)
{
	return r == ROLE_knew ? ROLE_directed : r;
}

static bool acts(enum role r)
{
	return r == ROLE_did || r == ROLE_directed;
}

static bool claim_same(enum role role, const char *a, enum role other, const char *b)
{
	if (role_of(role) != role_of(other))
		return false;
	if (role == ROLE_staged && (!a || !*a || !b || !*b))
		return true;
	if (role == ROLE_accident || role == ROLE_no_event)
		return true;
	return names_same(a, b);
}

static void claim_add(struct proposal *p, struct claims *claims, const struct document *d, const struct target *t)
{
	enum role role = role_of(t->role);
	const char *actor = t->actor ? t->actor : "";
	if (role == ROLE_unknown || (acts(role) && !names_usable(actor)) || (role == ROLE_purpose && !*actor))
		return;
	if (role == ROLE_did && d->incident.where && !strcmp(actor, d->incident.where))
		return; // the place it was done to
	if (role == ROLE_staged && !names_usable(actor))
		actor = "";
	for (each (c, &claims->list))
		if (claim_same(role, actor, c->role, c->actor)) {
			if (strlen(actor) > strlen(c->actor))
				c->actor = actor; // the fullest name
			return;
		}
	if (claims->list.n < VOICED)
		list_push(p->arena, &claims->list, ((struct claim){ role, actor }));
}

// Who admits a thing without a name admits nothing of anybody.
static bool voiced(const struct statement *s)
{
	bool nameless = s->speaker.kind && slice_is(slice_of(s->speaker.kind), "anonymous");
	return s->stance != STANCE_declines && !(s->stance == STANCE_admits && nameless);
}

static void claims_collect(struct proposal *p, struct claims *claims)
{
	for (size_t i = 0; i < p->n; i++) {
		for (each (s, &p->docs[i]->statements))
			for (each (t, &s->targets))
				if (voiced(s))
					claim_add(p, claims, p->docs[i], t);
		for (each (f, &p->docs[i]->findings))
			for (each (t, &f->bears_on))
				claim_add(p, claims, p->docs[i], t);
	}
}

// --- the case's own ---

static struct hypothesis *answer_in(const struct question *q, enum role role, const char *actor)
{
	for (each (h, &q->hyps)) {
		enum role other;
		if (h->role && role_read(slice_of(h->role), &other) &&
		    claim_same(role, actor, other, h->actor ? h->actor : ""))
			return h;
	}
	return NULL;
}

const char *questions_answer(const struct proposal *p, enum role role, const char *actor, const char **question)
{
	for (each (q, &p->c->questions)) {
		const struct hypothesis *h = answer_in(q, role, actor ? actor : "");
		*question = q->id;
		if (h)
			return h->id;
	}
	*question = NULL;
	return NULL;
}

struct question *questions_who(const struct proposal *p)
{
	for (each (q, &p->c->questions))
		for (each (h, &q->hyps))
			if (h->role && slice_is(slice_of(h->role), role_name(ROLE_did)))
				return q;
	int at = case_find_question(p->c, "who");
	return at < 0 ? NULL : &p->c->questions.at[at];
}

// --- proposing ---

static struct cells prior_even(struct proposal *p, double share)
{
	struct cells cells = { .form = CELLS_ONE };
	struct row *row = list_add(p->arena, &cells.rows);
	row->is = (struct value){ .kind = VALUE_NUMBER, .lo = share, .hi = share };
	return cells;
}

static const char *hypothesis_id(struct proposal *p, const struct question *q, const struct claim *c)
{
	const char *id = c->role == ROLE_staged     ? "staged"
			 : c->role == ROLE_accident ? "accident"
			 : c->role == ROLE_no_event ? "no-event"
						    : case_make_id(p->arena, c->actor);
	const char *plain = id;
	for (int k = 2;; k++) {
		bool taken = !strcmp(id, CASE_NONE_OF_THESE);
		for (each (h, &q->hyps))
			taken |= !strcmp(h->id, id);
		if (!taken)
			return id;
		id = arena_printf(p->arena, "%s-%d", plain, k);
	}
}

static const char *hypothesis_say(struct proposal *p, const struct claim *c)
{
	const char *actor = *c->actor ? names_capital(p->arena, c->actor) : "";
	switch (c->role) {
	case ROLE_staged:
		return *actor ? arena_printf(p->arena, "%s staged it to put the blame elsewhere", actor)
			      : "It was staged to put the blame elsewhere";
	case ROLE_accident:
		return *actor && !slice_is_nocase(slice_of(c->actor), "accident")
			   ? arena_printf(p->arena, "It was an accident: %s", c->actor)
			   : "It was an accident";
	case ROLE_no_event:
		return *actor ? arena_printf(p->arena, "It did not happen: %s", c->actor) : "It did not happen";
	case ROLE_purpose:
		return actor;
	default:
		return arena_printf(p->arena, "%s carried it out", names_with_article(p->arena, c->actor));
	}
}

static struct question *question_new(struct proposal *p, const char *id, const char *ask, bool open)
{
	struct question *q = list_add(p->arena, &p->c->questions);
	*q = (struct question){ .id = id, .ask = ask, .open = open, .deception = -1, .drafted = true };
	return q;
}

static void hypothesis_add(struct proposal *p, struct question *q, const struct claim *c, double share)
{
	const char *id = hypothesis_id(p, q, c);
	if (proposal_gone(p, "hypotheses", arena_printf(p->arena, "%s.%s", q->id, id)))
		return;
	struct hypothesis *h = list_add(p->arena, &q->hyps);
	*h = (struct hypothesis){ .id = id, .say = hypothesis_say(p, c), .role = role_name(c->role), .drafted = true };
	h->actor = *c->actor ? c->actor : NULL;
	h->prior = prior_even(p, share);
	if (q->hyps.n > 1 && q->hyps.at[q->hyps.n - 2].added) { // none of these stays last
		struct hypothesis last = q->hyps.at[q->hyps.n - 2];
		q->hyps.at[q->hyps.n - 2] = *h;
		q->hyps.at[q->hyps.n - 1] = last;
	}
}

// The prior that keeps a new hypothesis even with those that a draft set before it.
static double share_of(const struct question *q, size_t n)
{
	for (each (h, &q->hyps))
		if (h->drafted && h->prior.rows.n == 1 && h->prior.rows.at[0].is.kind == VALUE_NUMBER)
			return h->prior.rows.at[0].is.lo;
	return (double)(long)(100.0 / (double)(n > 1 ? n : 2) + 0.5) / 100;
}

// One answer alone would be all but certain before any evidence: then none of these is an answer like it.
static void none_even(struct proposal *p, struct question *q, double share)
{
	if (q->hyps.n != 1 || q->hyps.at[0].added)
		return;
	struct hypothesis *h = list_add(p->arena, &q->hyps);
	*h = (struct hypothesis){ .id = CASE_NONE_OF_THESE, .say = "None of these", .drafted = true };
	h->prior = prior_even(p, share);
}

// Whether a person has looked at all of a question: it is left as it is then.
static bool is_taken_over(const struct question *q)
{
	bool drafted = q->drafted;
	for (each (h, &q->hyps))
		drafted |= h->drafted;
	return !drafted;
}

// Adds to a question what it lacks of the claims with a role in `roles`. What a person wrote is left alone.
static void answers_add(struct proposal *p, const char *id, const char *ask, const struct claims *claims,
			unsigned roles)
{
	size_t n = 0;
	int at = case_find_question(p->c, id);
	struct question *q = at < 0 ? NULL : &p->c->questions.at[at];
	for (each (c, &claims->list))
		n += (roles >> c->role & 1) && !(q && answer_in(q, c->role, c->actor));
	if (!n || (q && is_taken_over(q)) ||
	    (!q && (case_find_fact(p->c, id) >= 0 || proposal_gone(p, "questions", id))))
		return;
	if (!q)
		q = question_new(p, id, ask, true);
	double share = share_of(q, n);
	for (enum role r = 0; r < role_count; r++)
		for (each (c, &claims->list))
			if (c->role == r && (roles >> r & 1) && !answer_in(q, r, c->actor))
				hypothesis_add(p, q, c, share);
	none_even(p, q, share);
	if (!q->hyps.n)
		p->c->questions.n--; // a person removed every answer
}

// Answers to who did it that a leader can have been behind: those of the same country; where none is, any but people
// who act for no state.
static bool led_by(struct proposal *p, const struct question *who, const struct hypothesis *h, const char *leader)
{
	bool any = false;
	if (!h->role || !slice_is(slice_of(h->role), role_name(ROLE_did)) || names_outside_state(h->actor))
		return false;
	for (each (other, &who->hyps))
		any |= other->actor && !names_outside_state(other->actor) && proposal_related(p, other->actor, leader);
	return !any || proposal_related(p, h->actor, leader);
}

static struct cells prior_given(struct proposal *p, const struct question *who, const char *leader)
{
	struct cells cells = { .form = CELLS_ROWS };
	for (size_t i = 0; who && i < who->hyps.n; i++) {
		if (who->hyps.at[i].added || !led_by(p, who, &who->hyps.at[i], leader))
			continue;
		struct row *row = list_add(p->arena, &cells.rows);
		row->is = proposal_term(even);
		list_push(p->arena, &row->when,
			  ((struct condition){ proposal_ref(who->id), proposal_ref(who->hyps.at[i].id) }));
	}
	struct row *row = list_add(p->arena, &cells.rows);
	row->is = proposal_term(cells.rows.n > 1 ? "almost no chance" : even);
	return cells;
}

static void leader_add(struct proposal *p, const struct claim *c)
{
	const char *question, *id = "ordered";
	if (questions_answer(p, ROLE_directed, c->actor, &question))
		return;
	if (case_find_question(p->c, id) >= 0 || case_find_fact(p->c, id) >= 0)
		id = case_make_id(p->arena, arena_printf(p->arena, "ordered %s", c->actor));
	if (case_find_question(p->c, id) >= 0 || case_find_fact(p->c, id) >= 0 || proposal_gone(p, "questions", id))
		return;
	const char *name = names_capital(p->arena, c->actor);
	struct question *q =
	    question_new(p, id, arena_printf(p->arena, "Did %s order it or know beforehand?", c->actor), false);
	const struct question *who = questions_who(p);
	if (who)
		list_push(p->arena, &q->given, proposal_ref(who->id));
	struct hypothesis *yes = list_add(p->arena, &q->hyps);
	*yes = (struct hypothesis){ .id = "yes", .role = role_name(ROLE_directed), .actor = c->actor, .drafted = true };
	yes->say = arena_printf(p->arena, "%s ordered it or knew beforehand", name);
	yes->prior = prior_given(p, who, c->actor);
	struct hypothesis *no = list_add(p->arena, &q->hyps);
	*no = (struct hypothesis){ .id = "no", .drafted = true, .prior = { .form = CELLS_ONE } };
	no->say = arena_printf(p->arena, "%s neither ordered it nor knew", name);
	list_add(p->arena, &no->prior.rows)->is.kind = VALUE_REST;
}

// Whether an incident's label is a thing that one can be behind: "drone attack on the Kremlin", not "drones exploded".
static bool label_names(const char *label)
{
	static const char *const things[] = {
		"attack",   "explosion",     "blast",         "bombing",   "fire",      "theft",   "robbery",
		"burglary", "leak",          "spill",         "poisoning", "intrusion", "hack",    "breach",
		"sabotage", "murder",        "killing",       "shooting",  "strike",    "assault", "fraud",
		"forgery",  "doping",        "disruption",    "crash",     "incident",  "abuse",   "outage",
		"raid",     "disappearance", "contamination",
	};
	struct slice rest = slice_of(label), word;
	if (rest.len < 2 || rest.at[0] < 'a' || rest.at[0] > 'z' || rest.len > 80)
		return false;
	while (slice_cut(&rest, ' ', &word))
		for (size_t i = 0; i < sizeof things / sizeof *things; i++)
			if (slice_is(word, things[i]))
				return true;
	return false;
}

// The label that most documents give, of equals the longest, then the first.
static const char *incident_of(const struct proposal *p)
{
	const char *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < p->n && i < LABELS; i++) {
		const char *label = p->docs[i]->incident.label;
		size_t n = 0;
		if (!label || !label_names(label))
			continue;
		for (size_t k = 0; k < p->n && k < LABELS; k++)
			n += p->docs[k]->incident.label && !strcmp(p->docs[k]->incident.label, label);
		if (n > most || (n == most && strlen(label) > strlen(best))) {
			best = label;
			most = n;
		}
	}
	return best;
}

void questions_propose(struct proposal *p)
{
	struct claims claims = { 0 };
	const char *incident = incident_of(p);
	claims_collect(p, &claims);
	if (!p->c->title && (incident || p->n))
		p->c->title = incident ? names_capital(p->arena, incident) : p->docs[0]->title;
	const char *ask = incident ? arena_printf(p->arena, "Who was behind the %s?", incident) : "Who was behind it?";
	unsigned deeds = 1u << ROLE_did | 1u << ROLE_staged | 1u << ROLE_accident | 1u << ROLE_no_event;
	answers_add(p, "who", ask, &claims, deeds);
	for (each (c, &claims.list))
		if (c->role == ROLE_directed)
			leader_add(p, c);
	answers_add(p, "why", "What was it for?", &claims, 1u << ROLE_purpose);
}
