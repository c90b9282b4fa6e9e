// Stances. The order of the rules is the safety of the reader: operators first ("no evidence that", "would not say"),
// then negation, then hedges, and only what is left asserts something. A denial can so never become an accusation.
#include "read/stance.h"

#include "read/accusing.h"
#include "read/causal.h"
#include "read/charge.h"
#include "read/finder.h"
#include "read/hedged.h"
#include "read/ruled.h"
#include "read/sideless.h"
#include "read/unsaid.h"
#include "read/untrue.h"

#include <string.h>

static void keep(struct verdict *r, enum stance stance)
{
	r->keep = true;
	r->stance = stance;
}

static void point(struct verdict *r, enum polarity p)
{
	for (int i = 0; i < r->claims.n; i++)
		r->polarity[i] = p;
}

void stance_claim(struct verdict *r, enum role role, const char *actor)
{
	if (r->claims.n == CLAIMS_MOST)
		return;
	r->polarity[r->claims.n] = POLARITY_for;
	r->claims.at[r->claims.n++] = (struct claim){ .role = role, .actor = actor };
}

// Of the speaker himself.
static void add_own(struct verdict *r, enum role role, const char *self)
{
	stance_claim(r, role, self);
	r->claims.at[r->claims.n - 1].own = true;
}

static void drop_claims(struct verdict *r)
{
	r->claims.n = 0;
}

// Of a verb that no rule knows, who is said to have done something may be anybody; a cause is one whoever tells it.
static void drop_people(struct verdict *r, const struct tokens *s, struct range content)
{
	int n = 0;
	bool told = false; // not "an accident"
	for (int i = content.from; i < content.to; i++)
		told |= token_verb(&s->t[i]);
	for (int i = 0; i < r->claims.n; i++)
		if ((told || !token_is(&s->t[r->claims.at[i].at], IS(cause) | IS(causeadj))) &&
		    r->claims.at[i].role == ROLE_accident && !r->claims.at[i].open && r->claims.at[i].apart &&
		    (r->claims.at[i].modal < 0 || r->hedging.hedge.word))
			r->claims.at[n++] = r->claims.at[i];
	r->claims.n = n;
}

// Claims that are only asked about stay out of what asserts.
static void drop_open(struct verdict *r)
{
	int n = 0;
	for (int i = 0; i < r->claims.n; i++)
		if (!r->claims.at[i].open)
			r->claims.at[n++] = r->claims.at[i];
	r->claims.n = n;
}

static bool any_negated(const struct verdict *r)
{
	for (int i = 0; i < r->claims.n; i++)
		if (r->claims.at[i].negated)
			return true;
	return false;
}

// Where one claim of a clause is negated, what the others mean cannot be told: only the negated ones stay.
static void drop_affirmed(struct verdict *r)
{
	int n = 0;
	for (int i = 0; i < r->claims.n; i++)
		if (r->claims.at[i].negated)
			r->claims.at[n++] = r->claims.at[i];
	r->claims.n = n;
}

// What was claimed before an operator is not what it is about.
static void drop_before(struct verdict *r, int at)
{
	int n = 0;
	for (int i = 0; i < r->claims.n; i++)
		if (r->claims.at[i].at >= at)
			r->claims.at[n++] = r->claims.at[i];
	r->claims.n = n;
}

static bool by_operator(struct verdict *r, struct operator_at op)
{
	switch (op.kind) {
	case OPERATOR_NONE:
		return false;
	case OPERATOR_NO_EVIDENCE:
		drop_before(r, op.from);
		r->nothing = op.to;
		point(r, POLARITY_against);
		keep(r, STANCE_no_conclusion);
		break;
	case OPERATOR_UNKNOWN:
		point(r, POLARITY_open);
		for (int i = 0; i < r->claims.n; i++)
			if (r->claims.at[i].role == ROLE_unknown)
				r->polarity[i] = POLARITY_for;
		if (!r->claims.n)
			stance_claim(r, ROLE_unknown, "");
		keep(r, STANCE_no_conclusion);
		break;
	case OPERATOR_NOT_EXCLUDED:
		point(r, POLARITY_open);
		keep(r, STANCE_not_ruled_out);
		break;
	case OPERATOR_EXCLUDED:
		point(r, POLARITY_against);
		keep(r, STANCE_rules_out);
		break;
	case OPERATOR_DECLINED:
		drop_claims(r);
		keep(r, STANCE_declines);
		break;
	case OPERATOR_NOBODY:
		drop_claims(r);
		stance_claim(r, ROLE_unknown, "");
		keep(r, STANCE_no_conclusion);
		break;
	}
	return true;
}

static bool bears(const struct topic *topic, const struct tokens *s, struct range r)
{
	for (int i = r.from; i < r.to; i++)
		if (token_is(&s->t[i], IS(incident) | IS(stagednoun)) || claims_topical(topic, s->t[i].word))
			return true;
	return false;
}

// A modal that did not become a likelihood would be lost: its claim is not made.
static void drop_lost_modals(struct verdict *r)
{
	int n = 0;
	for (int i = 0; i < r->claims.n; i++)
		if (r->claims.at[i].modal < 0 || r->hedging.hedge.word)
			r->claims.at[n++] = r->claims.at[i];
	r->claims.n = n;
}

// "Arson was the likeliest cause".
static bool names_cause(const struct tokens *s, struct range r)
{
	return phrase_find(s, r.from, r.to, "cause") >= 0 || phrase_find(s, r.from, r.to, "explanation") >= 0;
}

// A clause about what happened that claims nothing of who or how.
static void told(struct verdict *r, const struct topic *topic, const struct tokens *s, const struct frame *f)
{
	bool believed = (f->act == ACT_think || r->hedging.estimate) && !f->cue.negated;
	bool hedged = r->hedging.hedge.word != NULL || f->act == ACT_guess;
	if (f->cue.negated || f->cue.modal >= 0)
		return;
	if (untrue_called(s, f->content) && (f->act == ACT_say || f->act == ACT_own || f->act == ACT_tell)) {
		keep(r, STANCE_denies);
		return;
	}
	if (!claims_actor(s, f->content) && !names_cause(s, f->content))
		return;
	if (hedged && r->hedging.hedge.word)
		keep(r, believed ? STANCE_assesses : STANCE_speculates);
	if (bears(topic, s, f->content))
		keep(r, believed ? STANCE_assesses : hedged ? STANCE_speculates : STANCE_reports);
}

static bool about_deed(enum role role)
{
	return role == ROLE_did || role == ROLE_directed || role == ROLE_knew || role == ROLE_staged;
}

// "Full responsibility for", "the attack".
static bool begins_with_deed(const struct tokens *s, struct range content)
{
	enum { WORDS = 3 };
	for (int i = content.from; i < content.to && i - content.from < WORDS; i++)
		if (token_is(&s->t[i], IS(responsibility) | IS(incident)))
			return true;
	return false;
}

// "He appears to have set it": judged, and not charged.
static bool seems(const struct tokens *s, struct range r)
{
	for (int i = r.from; i + 1 < r.to; i++)
		if (token_seems(&s->t[i]) && (token_says(&s->t[i + 1], "to") || token_says(&s->t[i + 1], "that")))
			return true;
	return false;
}

// "Unlikely that it was not Kelmar", "would be surprised if Kelmar had not": for it, and likely.
static bool negated_twice(struct verdict *r, const struct tokens *s, struct range content)
{
	if (!r->hedging.turns || r->hedging.by_not || !r->hedging.estimate || !any_negated(r))
		return false;
	int neg = content.from;
	while (neg < content.to &&
	       (!token_is(&s->t[neg], IS(neg)) || tokens_span(s, neg, neg + 1).from < r->hedging.hedge.at.to))
		neg++;
	if (neg == content.to)
		return false;
	drop_affirmed(r);
	for (int i = 0; i < r->claims.n; i++)
		r->claims.at[i].open = false;
	point(r, POLARITY_for);
	keep(r, STANCE_assesses);
	return r->twice = true;
}

// A clause that somebody says, thinks or shows.
static void asserted(struct verdict *r, const struct topic *topic, const struct tokens *s, const struct frame *f,
		     const char *self)
{
	bool judged = f->act == ACT_think || f->act == ACT_show || seems(s, f->content);
	if (self && f->cue.passive && slice_starts(slice_of(f->lemma), "claim") && begins_with_deed(s, f->content)) {
		drop_claims(r); // "responsibility was claimed by X"
		add_own(r, ROLE_did, self);
		keep(r, STANCE_admits);
		return;
	}
	int charge = untrue_called(s, f->content) && !f->cue.negated ? charge_told(s, f->content) : -1;
	if (charge >= 0 && r->claims.n && !judged) { // "the claim that he did it is nonsense"
		drop_before(r, charge);
		point(r, POLARITY_against);
		keep(r, STANCE_denies);
		return;
	}
	if (!judged && !r->claims.n && untrue_answered(s, f->content) && !f->cue.negated && f->cue.modal < 0) {
		keep(r, STANCE_denies);
		return;
	}
	if (negated_twice(r, s, f->content))
		return;
	for (int i = 0; i < r->claims.n; i++)
		if (r->claims.at[i].helped)
			r->hedging = (struct hedging){ 0 }; // "could" is about whether he was alone
	drop_open(r);
	drop_lost_modals(r);
	if (f->cue.modal >= 0 && !f->cue.negated) {
		drop_claims(r);
		return;
	}
	if (sideless_told(r, s, f)) {
		drop_claims(r);
		keep(r, STANCE_reports);
		return;
	}
	if (!r->claims.n) {
		told(r, topic, s, f);
		return;
	}
	if (any_negated(r))
		drop_affirmed(r);
	bool turned = (f->act == ACT_think && f->cue.negated) || r->hedging.turns;
	bool negated = any_negated(r);
	point(r, negated || turned ? POLARITY_against : POLARITY_for);
	if (negated && turned && !r->hedging.by_not) {
		drop_claims(r); // "do not believe that it was not": who could tell
		keep(r, STANCE_assesses);
		return;
	}
	const struct claim *c = &r->claims.at[0];
	if (f->act == ACT_guess)
		keep(r, STANCE_speculates);
	else if (r->hedging.hedge.word)
		keep(r, judged || r->hedging.estimate ? STANCE_assesses : STANCE_speculates);
	else if (judged)
		keep(r, STANCE_assesses);
	else if (c->role == ROLE_no_event)
		keep(r, negated ? STANCE_assesses : STANCE_denies);
	else if (negated)
		keep(r, about_deed(c->role) || c->own ? STANCE_denies : STANCE_assesses);
	else if (c->own)
		keep(r, STANCE_admits);
	else if (c->role == ROLE_unknown)
		keep(r, STANCE_no_conclusion);
	else
		keep(r, about_deed(c->role) ? STANCE_accuses : STANCE_assesses);
}

static void denied(struct verdict *r, const struct tokens *s, const struct frame *f, const char *self)
{
	if (f->cue.negated || f->cue.modal >= 0) {
		drop_claims(r);
		keep(r, STANCE_declines);
		return;
	}
	if (unsaid_speech(s, f->content)) {
		drop_claims(r);
		keep(r, STANCE_reports);
		return;
	}
	if (any_negated(r))
		drop_claims(r); // "denied that it was not": who could tell
	if (!r->claims.n) {
		bool gerund =
		    f->content.from < f->content.to && slice_ends(slice_of(s->t[f->content.from].word), "ing");
		bool part = false;
		for (int i = f->content.from; i < f->content.to && i - f->content.from < 5; i++)
			part |= token_is(&s->t[i], IS(responsibility));
		if (self && gerund)
			add_own(r, accusing_role(s, f->content.from, f->content.to), self);
		else if (self && part)
			add_own(r, ROLE_did, self);
	}
	point(r, POLARITY_against);
	keep(r, STANCE_denies);
}

// "Ruled out overloading as the cause", "was excluded as a cause": behind the verb.
static bool as_cause(const struct tokens *s, int from, int to)
{
	static const char *const words[] = { "cause", "explanation", "trigger", "factor", "source", "reason" };
	int as = phrase_find(s, from, to, "as");
	for (int i = as; as >= 0 && i < to && i - as < 5 && !s->t[i].mark; i++)
		if (token_among(&s->t[i], words))
			return true;
	return false;
}

static void excluded(struct verdict *r, struct mentions *m, const struct tokens *s, const struct frame *f,
		     const char *self)
{
	bool rules =
	    slice_starts(slice_of(s->t[f->cue.at].word), "rul") || slice_starts(slice_of(s->t[f->cue.at].word), "excl");
	struct range np = f->cue.passive ? f->object : phrase_noun(s, f->cue.to, f->content.to, rules ? NULL : "of");
	int as = phrase_find(s, np.from, np.to, "as");
	np.to = as > np.from ? as : np.to;
	bool person = range_empty(np) || claims_someone(s, np);
	struct range core = range_empty(np) ? np : nominal_core(s, np);
	bool named = !person && !range_empty(core) && !token_is(&s->t[core.from], IS(pron));
	bool cause = named && as_cause(s, f->cue.to, f->content.to);
	if (cause)
		stance_claim(r, ROLE_accident, nominal_printed(m->arena, s, core.from, core.to));
	else if (person || !slice_starts(slice_of(s->t[f->cue.at].word), "clear")) // "the building was cleared"
		ruled_claim(r, m, s, np, self);
	bool none = f->cue.passive && !range_empty(f->object) &&
		    operators_none_ruled(s, f->object.from, f->cue.to + 1, &(int){ 0 });
	bool open = none || f->cue.negated || f->cue.modal >= 0 || operators_rule_nothing(s, f->cue.at);
	point(r, open ? POLARITY_open : POLARITY_against);
	keep(r, open ? STANCE_not_ruled_out : STANCE_rules_out);
}

// "Stopped short of blaming Kelmar": who does not say it.
static bool charges_short(const struct tokens *s, const struct hit *h)
{
	return h->to < s->n && h->from + 1 < h->to && token_says(&s->t[h->from + 1], "short") &&
	       token_is(&s->t[h->to], IS(accuse) | IS(blame) | IS(name) | IS(say) | IS(call) | IS(attribute));
}

static void read_operator_frame(struct verdict *r, struct mentions *m, const struct tokens *s, const struct frame *f,
				const char *self)
{
	const struct hit *h = f->hit;
	if (h->class == LEXICON_CLAIM && !operators_own_up(s, h)) {
		return; // "conceded that": what?
	} else if (h->class == LEXICON_CLAIM) {
		drop_claims(r);
		if (f->cue.negated || f->cue.modal >= 0) {
			keep(r, STANCE_declines);
		} else if (self) {
			add_own(r, ROLE_did, self);
			keep(r, STANCE_admits);
		}
	} else if (h->class == LEXICON_DENY && !r->claims.n && operators_weak_denial(s, h)) {
		return; // "we do not": what?
	} else if (h->class == LEXICON_DENY && !f->cue.negated) {
		if (any_negated(r) || !r->claims.n) {
			point(r, POLARITY_against);
			keep(r, STANCE_denies);
		}
	} else if (h->class == LEXICON_DENY) {
		point(r, POLARITY_against);
		keep(r, STANCE_denies);
	} else if (h->class == LEXICON_NRO && charges_short(s, h)) {
		drop_claims(r);
		keep(r, STANCE_declines);
	} else if (h->class == LEXICON_NRO) {
		ruled_claim(r, m, s, ruled_on(s, (struct operator_at){ OPERATOR_NONE, h->from, h->to }, f->content),
			    self);
		by_operator(r, (struct operator_at){ operators_hit(h), h->from, h->to });
	} else {
		drop_claims(r);
		keep(r, STANCE_declines);
	}
}

// "Admitted it", "came clean".
static bool is_it(const struct tokens *s, struct range content)
{
	static const char *const words[] = { "it", "clean", "everything" };
	int next = content.from + 1;
	return token_among(&s->t[content.from], words) && (next >= s->n || s->t[next].mark);
}

static void admitted(struct verdict *r, const struct tokens *s, const struct frame *f, const char *self)
{
	const struct token *first = &s->t[f->content.from];
	drop_open(r);
	if (any_negated(r) || f->cue.modal >= 0)
		return;
	if (!r->claims.n && self && !range_empty(f->content) &&
	    (slice_ends(slice_of(first->word), "ing") || token_says(first, "to") || begins_with_deed(s, f->content) ||
	     is_it(s, f->content) || f->content.to <= f->cue.to))
		add_own(r, ROLE_did, self);
	if (r->claims.n)
		keep(r, STANCE_admits);
}

// "Called it a lie".
static void called(struct verdict *r, const struct tokens *s, const struct frame *f)
{
	if (!finder_class(s, f->content, IS(lie)))
		return;
	int charge = charge_told(s, f->content);
	if (charge < 0)
		drop_claims(r);
	else
		drop_before(r, charge); // "called the charge that it had done it a fairy tale"
	point(r, POLARITY_against);
	keep(r, STANCE_denies);
}

// "Declined to rule out a fault", "declined to say".
static void declined(struct verdict *r, struct mentions *m, const struct tokens *s, const struct frame *f,
		     const char *self)
{
	int out = phrase_find(s, f->cue.to, f->content.to, "rule");
	if (out > 0 && out - f->cue.to < 3) {
		ruled_claim(r, m, s, phrase_noun(s, out + 2, f->content.to, NULL), self);
		by_operator(r, (struct operator_at){ OPERATOR_NOT_EXCLUDED, out, out + 2 });
	} else {
		drop_claims(r);
		keep(r, STANCE_declines);
	}
}

// What an act makes of the claims in what is told.
static void by_act(struct verdict *r, struct mentions *m, const struct topic *topic, const struct tokens *s,
		   const struct frame *f, const char *self)
{
	switch (f->act) {
	case ACT_say:
	case ACT_own:
	case ACT_tell:
	case ACT_according:
	case ACT_think:
	case ACT_show:
	case ACT_guess:
		asserted(r, topic, s, f, self);
		break;
	case ACT_deny:
		denied(r, s, f, self);
		break;
	case ACT_reject:
		if (!f->cue.negated) {
			if (any_negated(r))
				drop_claims(r);
			point(r, POLARITY_against);
			keep(r, STANCE_denies);
		}
		break;
	case ACT_call:
		called(r, s, f);
		break;
	case ACT_doubt:
		drop_open(r);
		point(r, POLARITY_against);
		if (r->claims.n && !any_negated(r))
			keep(r, STANCE_assesses);
		break;
	case ACT_accuse:
	case ACT_blame:
	case ACT_attribute:
	case ACT_name:
		accusing_read(r, m, topic, s, f, self);
		if (f->cue.modal >= 0 || accusing_nobody(s, f))
			drop_claims(r);
		else if (r->claims.n)
			keep(r, charge_made(s, f) ? STANCE_accuses : STANCE_assesses);
		break;
	case ACT_admit:
		admitted(r, s, f, self);
		break;
	case ACT_ruleout:
		excluded(r, m, s, f, self);
		break;
	case ACT_operator:
		read_operator_frame(r, m, s, f, self);
		break;
	case ACT_other:
		drop_people(r, s, f->content);
		told(r, topic, s, f);
		break;
	case ACT_decline:
		declined(r, m, s, f, self);
		break;
	case ACT_cite:
	case ACT_COUNT:
		break;
	}
}

struct verdict stance_of(struct arena *a, struct mentions *m, const struct topic *topic, const struct tokens *s,
			 const struct hits *h, const struct frame *f, const char *self)
{
	struct verdict r = { 0 };
	struct frame rest = *f;
	rest.content.from = operators_past_doubt(s, f->content);
	if (rest.content.from > f->content.from)
		return stance_of(a, m, topic, s, h, &rest, self);
	r.claims = claims_of(m, topic, s, f->content, self, f->act == ACT_show || f->act == ACT_think);
	hedged_set(&r, a, s, h, f);
	int from = f->cue.from < f->content.from && !f->trailing ? f->cue.from : f->content.from;
	from -= from > 0 && token_is(&s->t[from - 1], IS(neg)); // "(have no) evidence that"
	struct operator_at op = operators_first(s, h, from, f->content.to);
	bool own_operator = f->act == ACT_ruleout || f->act == ACT_decline || f->act == ACT_operator ||
			    f->act == ACT_deny || f->act == ACT_reject;

	if (!own_operator && op.kind != OPERATOR_NONE) {
		if (op.kind == OPERATOR_NO_EVIDENCE) {
			drop_before(&r, op.from);
			ruled_not_found(&r, m, s, op, f->content.to);
		} else if (op.kind == OPERATOR_NOT_EXCLUDED || op.kind == OPERATOR_EXCLUDED) {
			ruled_claim(&r, m, s, ruled_on(s, op, f->content), self);
		}
		by_operator(&r, op);
		return r;
	}
	if (!own_operator && f->cue.negated && f->act != ACT_think) {
		drop_claims(&r);
		if (f->act == ACT_say || f->act == ACT_tell)
			keep(&r, STANCE_declines);
		return r;
	}
	by_act(&r, m, topic, s, f, self);
	return r;
}
