// Stances. The order of the rules is the safety of the reader: operators first ("no evidence that", "would not say"),
// then negation, then hedges, and only what is left asserts something. A denial can so never become an accusation.
#include "read/stance.h"

#include <string.h>

// "no sign", "not any direct proof", "nothing to suggest": a negation with a noun of evidence soon after it.
static bool no_evidence(const struct tokens *s, int i, int to, int *end)
{
	if (!token_is(&s->t[i], IS(neg)))
		return false;
	bool nothing = token_says(&s->t[i], "nothing");
	for (int k = i + 1; k < to && k - i < 8; k++) {
		const struct token *t = &s->t[k];
		bool noun =
		    token_is(t, IS(evidence)) && !(k > 0 && token_says(&s->t[k - 1], "to")) && !token_is(t, IS(have));
		bool verb = nothing && token_is(t, IS(show)) && k - i < 4;
		if (noun || verb) {
			*end = k + 1;
			return true;
		}
		if (t->mark || token_is(t, IS(sub)))
			return false;
	}
	return false;
}

// "do not know", "unable to determine", "has yet to identify", "could not say who".
static bool no_knowledge(const struct tokens *s, int i, int to, int *end)
{
	static const char *const verbs[] = { "know",        "known",     "determine",  "determined", "establish",
					     "established", "identify",  "identified", "attribute",  "attributed",
					     "conclude",    "concluded", "tell",       "say",        "reach",
					     "reached",     "found",     "find",       "prove",      "proved",
					     "proven",      "confirm",   "confirmed",  "verify",     "verified",
					     "clear",       "certain",   "sure",       "enough",     "possible",
					     "settle",      "settled",   "decide",     "decided",    "explain",
					     "explained",   "convinced", "persuaded" };
	const struct token *t = &s->t[i];
	bool unable = token_says(t, "unable") || token_says(t, "yet") || token_says(t, "failed") ||
		      token_says(t, "impossible") || token_says(t, "premature") || token_says(t, "cannot") ||
		      token_says(t, "hard") || token_says(t, "difficult") || token_says(t, "far");
	if (!token_is(t, IS(neg)) && !unable)
		return false;
	if (token_says(t, "yet") && !(i + 1 < to && token_says(&s->t[i + 1], "to")))
		return false;
	if (token_says(t, "far") && !(i + 1 < to && token_says(&s->t[i + 1], "from")))
		return false;
	for (int k = i + 1; k < to && k - i < 6; k++) {
		if (s->t[k].mark && !s->t[k].opens)
			return false;
		for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
			if (token_says(&s->t[k], verbs[v])) {
				*end = k + 1;
				return true;
			}
		if (!token_is(&s->t[k], IS(be) | IS(have) | IS(adv) | IS(modal) | IS(aux) | IS(det) | IS(neg)) &&
		    !token_says(&s->t[k], "able") && !token_says(&s->t[k], "to") && !token_says(&s->t[k], "from"))
			return false;
	}
	return false;
}

static bool unclear(const struct tokens *s, int i, int to, int *end)
{
	static const char *const words[] = { "unclear",    "unknown",   "undetermined", "inconclusive",
					     "unresolved", "premature", "unsolved",     "unestablished",
					     "mystery",    "uncertain", "unproven" };
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (token_says(&s->t[i], words[k])) {
			*end = i + 1;
			return true;
		}
	if (token_says(&s->t[i], "too") && i + 1 < to &&
	    (token_says(&s->t[i + 1], "early") || token_says(&s->t[i + 1], "soon"))) {
		*end = i + 2;
		return true;
	}
	return false;
}

// "nobody has claimed", "no group claimed", "neither confirmed nor denied", "did not deny".
static enum operator_kind fixed(const struct tokens *s, int i, int to, int *end)
{
	const struct token *t = &s->t[i];
	if (token_says(t, "neither"))
		for (int k = i + 1; k < to && k - i < 4; k++)
			if (slice_starts(slice_of(s->t[k].word), "confirm") ||
			    slice_starts(slice_of(s->t[k].word), "den")) {
				*end = k + 1;
				return OPERATOR_DECLINED;
			}
	bool nobody = token_says(t, "nobody") || token_says(t, "no") || token_says(t, "none");
	if (nobody)
		for (int k = i + 1; k < to && k - i < 7 && !s->t[k].mark; k++)
			if (slice_starts(slice_of(s->t[k].word), "claim") || token_says(&s->t[k], "admitted") ||
			    token_says(&s->t[k], "taken")) {
				*end = k + 1;
				return OPERATOR_NOBODY;
			}
	if (token_is(t, IS(neg)))
		for (int k = i + 1; k < to && k - i < 4 && !s->t[k].mark; k++) {
			const char *w = s->t[k].word;
			if (token_is(&s->t[k], IS(deny)) || token_says(&s->t[k], "comment") ||
			    token_says(&s->t[k], "respond") || token_says(&s->t[k], "elaborate")) {
				*end = k + 1;
				return OPERATOR_DECLINED;
			}
			if (strcmp(w, "rule") == 0 || strcmp(w, "ruled") == 0 || strcmp(w, "ruling") == 0 ||
			    token_is(&s->t[k], IS(ruleout))) {
				*end = k + 1;
				return OPERATOR_NOT_EXCLUDED;
			}
		}
	return OPERATOR_NONE;
}

static enum operator_kind of_hit(const struct hit *h)
{
	switch (h->class) {
	case LEXICON_NOCOMMENT:
		return OPERATOR_DECLINED;
	case LEXICON_NRO:
		if (strcmp(h->sub, "not-ruled-out") == 0)
			return OPERATOR_NOT_EXCLUDED;
		return OPERATOR_EXCLUDED;
	case LEXICON_EVID:
		return strcmp(h->sub, "absent") == 0         ? OPERATOR_NO_EVIDENCE
		       : strcmp(h->sub, "undetermined") == 0 ? OPERATOR_UNKNOWN
							     : OPERATOR_NONE;
	case LEXICON_CORROB:
		return strcmp(h->sub, "unverified") == 0 ? OPERATOR_UNKNOWN : OPERATOR_NONE;
	case LEXICON_CLAIM:
		return strcmp(h->sub, "no-claim") == 0 ? OPERATOR_NOBODY : OPERATOR_NONE;
	default:
		return OPERATOR_NONE;
	}
}

struct operator_at stance_operator(const struct tokens *s, const struct hits *h, int from, int to)
{
	size_t next = 0;
	for (int i = from; i < to; i++) {
		int end = i + 1;
		enum operator_kind kind = OPERATOR_NONE;
		if (no_evidence(s, i, to, &end))
			kind = OPERATOR_NO_EVIDENCE;
		else if ((kind = fixed(s, i, to, &end)) != OPERATOR_NONE)
			;
		else if (unclear(s, i, to, &end) || no_knowledge(s, i, to, &end))
			kind = OPERATOR_UNKNOWN;
		for (; kind == OPERATOR_NONE && next < h->list.n && h->list.at[next].from <= i; next++) {
			const struct hit *hit = &h->list.at[next];
			if (hit->from != i || hit->to > to || hit->shadowed || of_hit(hit) == OPERATOR_NONE)
				continue;
			kind = of_hit(hit);
			end = hit->to;
			if (kind == OPERATOR_EXCLUDED && !phrase_finite(s, hit->from) &&
			    token_is(&s->t[hit->from], IS(neg)))
				kind = OPERATOR_NO_EVIDENCE; // "no indication that"
		}
		if (kind != OPERATOR_NONE)
			return (struct operator_at){ kind, i, end };
	}
	return (struct operator_at){ OPERATOR_NONE, to, to };
}

static void keep(struct reading *r, enum stance stance)
{
	r->keep = true;
	r->stance = stance;
}

static void point(struct reading *r, enum polarity p)
{
	for (int i = 0; i < r->claims.n; i++)
		r->polarity[i] = p;
}

static void add_claim(struct reading *r, enum role role, const char *actor)
{
	if (r->claims.n == CLAIMS_MOST)
		return;
	r->polarity[r->claims.n] = POLARITY_for;
	r->claims.at[r->claims.n++] = (struct claim){ .role = role, .actor = actor };
}

static void drop_claims(struct reading *r)
{
	r->claims.n = 0;
}

// Claims that are only asked about stay out of what asserts.
static void drop_open(struct reading *r)
{
	int n = 0;
	for (int i = 0; i < r->claims.n; i++)
		if (!r->claims.at[i].open)
			r->claims.at[n++] = r->claims.at[i];
	r->claims.n = n;
}

static bool any_negated(const struct reading *r)
{
	for (int i = 0; i < r->claims.n; i++)
		if (r->claims.at[i].negated)
			return true;
	return false;
}

static bool by_operator(struct reading *r, struct operator_at op)
{
	switch (op.kind) {
	case OPERATOR_NONE:
		return false;
	case OPERATOR_NO_EVIDENCE:
		point(r, POLARITY_against);
		keep(r, STANCE_no_conclusion);
		break;
	case OPERATOR_UNKNOWN:
		point(r, POLARITY_open);
		for (int i = 0; i < r->claims.n; i++)
			if (r->claims.at[i].role == ROLE_unknown)
				r->polarity[i] = POLARITY_for;
		if (!r->claims.n)
			add_claim(r, ROLE_unknown, "");
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
		add_claim(r, ROLE_unknown, "");
		keep(r, STANCE_no_conclusion);
		break;
	case OPERATOR_NOT_MEANT:
		drop_claims(r);
		keep(r, STANCE_no_conclusion);
		break;
	}
	return true;
}

// The actor of a bare noun phrase after "ruled out", "denied": added as a claim where it is one.
static void noun_claim(struct reading *r, struct mentions *m, const struct tokens *s, struct range np, const char *self)
{
	enum role role = claims_noun(s, np);
	if (role == role_count || r->claims.n)
		return;
	int of = phrase_find(s, np.from, np.to, "of");
	if (of > 0 && of + 1 < np.to && role == ROLE_did && token_is(&s->t[of - 1], IS(responsibility)))
		np.from = of + 1;
	const char *name = mentions_name(m, s, np, self);
	if (name)
		add_claim(r, role, name);
}

// What the deed of an accusation is: "of staging it", "of ordering", "of knowing".
static enum role accused_role(const struct tokens *s, int from, int to)
{
	for (int i = from; i < to && i - from < 14; i++) {
		const struct token *t = &s->t[i];
		if (t->forms == FORM_ING || token_is(t, IS(stagednoun))) {
			if (token_is(t, IS(stage) | IS(stagednoun)))
				return ROLE_staged;
			if (token_is(t, IS(act) | IS(light)))
				return ROLE_did;
			if (token_is(t, IS(direct)))
				return ROLE_directed;
			if (token_is(t, IS(know)))
				return ROLE_knew;
		}
	}
	return ROLE_did;
}

static void accuse(struct reading *r, struct mentions *m, const struct tokens *s, const struct frame *f,
		   const char *self)
{
	struct range who = f->object;
	if (f->act == ACT_blame || f->act == ACT_attribute) {
		// "blamed the fire on X", "traced the code to X"
		int on = phrase_find(s, f->object.to, f->content.to, f->act == ACT_blame ? "on" : "to");
		if (f->act == ACT_attribute && on < 0)
			return;
		if (on >= 0 && on - f->object.to < 6 && !f->cue.passive)
			who = phrase_noun(s, on + 1, f->content.to, NULL);
		if (f->cue.passive) {
			on = phrase_find(s, f->cue.to, f->content.to, f->act == ACT_blame ? "on" : "to");
			if (on >= 0 && on - f->cue.to < 3)
				who = phrase_noun(s, on + 1, f->content.to, "by");
		}
	}
	drop_claims(r);
	bool each_other = !range_empty(who) && token_says(&s->t[who.from], "each");
	if (each_other && self)
		add_claim(r, ROLE_did, self);
	else if (!range_empty(who) && (claims_actor(s, who) || token_is(&s->t[who.from], IS(pron)))) {
		const char *name = mentions_name(m, s, who, NULL);
		if (name)
			add_claim(r, accused_role(s, who.to, f->content.to), name);
	} else if (!range_empty(who) && claims_noun(s, who) == ROLE_accident) {
		const char *name = mentions_name(m, s, who, NULL);
		if (name)
			add_claim(r, ROLE_accident, name);
	}
}

static bool has_lie(const struct tokens *s, struct range r)
{
	for (int i = r.from; i < r.to; i++)
		if (token_is(&s->t[i], IS(lie)))
			return true;
	return false;
}

static bool bears(const struct topic *topic, const struct tokens *s, struct range r)
{
	for (int i = r.from; i < r.to; i++)
		if (token_is(&s->t[i], IS(incident) | IS(stagednoun)) || claims_topical(topic, s->t[i].word))
			return true;
	return false;
}

// A clause that somebody says, thinks or shows.
static void asserted(struct reading *r, const struct topic *topic, const struct tokens *s, const struct frame *f)
{
	bool judged = f->act == ACT_think || f->act == ACT_show;
	drop_open(r);
	if (!r->claims.n) {
		bool believed = f->act == ACT_think && !f->cue.negated;
		if (bears(topic, s, f->content) && claims_actor(s, f->content) && !f->cue.negated && f->cue.modal < 0)
			keep(r, r->hedging.hedge.word ? STANCE_speculates
				: believed            ? STANCE_assesses
						      : STANCE_reports);
		return;
	}
	if (f->cue.modal >= 0 && !f->cue.negated) {
		drop_claims(r);
		return;
	}
	bool turned = (f->act == ACT_think && f->cue.negated) || r->hedging.turns;
	for (int i = 0; i < r->claims.n; i++)
		r->polarity[i] = r->claims.at[i].negated != turned || (r->claims.at[i].negated && r->hedging.turns)
				     ? POLARITY_against
				     : POLARITY_for;
	bool own = r->claims.at[0].own, negated = any_negated(r);
	if (f->act == ACT_guess)
		keep(r, STANCE_speculates);
	else if (r->hedging.hedge.word)
		keep(r, judged || r->hedging.estimate ? STANCE_assesses : STANCE_speculates);
	else if (judged)
		keep(r, STANCE_assesses);
	else if (negated)
		keep(r, r->claims.at[0].role == ROLE_did || r->claims.at[0].role == ROLE_directed ||
				r->claims.at[0].role == ROLE_knew || own
			    ? STANCE_denies
			    : STANCE_assesses);
	else if (own)
		keep(r, STANCE_admits);
	else if (r->claims.at[0].role == ROLE_accident || r->claims.at[0].role == ROLE_no_event ||
		 r->claims.at[0].role == ROLE_purpose)
		keep(r, STANCE_assesses);
	else if (r->claims.at[0].role == ROLE_unknown)
		keep(r, STANCE_no_conclusion);
	else
		keep(r, STANCE_accuses);
}

static void denied(struct reading *r, struct mentions *m, const struct tokens *s, const struct frame *f,
		   const char *self)
{
	if (f->cue.negated || f->cue.modal >= 0) {
		drop_claims(r);
		keep(r, STANCE_declines);
		return;
	}
	if (any_negated(r))
		drop_claims(r); // "denied that it was not": who could tell
	if (!r->claims.n) {
		bool gerund = f->content.from < f->content.to && s->t[f->content.from].forms & FORM_ING;
		bool part = false;
		for (int i = f->content.from; i < f->content.to && i - f->content.from < 5; i++)
			part |= token_is(&s->t[i], IS(responsibility));
		if (self && gerund) {
			enum role role = accused_role(s, f->content.from, f->content.to);
			add_claim(r, role, self);
			r->claims.at[0].own = true;
		} else if (self && part) {
			add_claim(r, ROLE_did, self);
			r->claims.at[0].own = true;
		} else {
			r->against_latest = true;
		}
	}
	(void)m;
	point(r, POLARITY_against);
	keep(r, STANCE_denies);
}

static void excluded(struct reading *r, struct mentions *m, const struct tokens *s, const struct frame *f,
		     const char *self)
{
	struct range np = phrase_noun(s, f->cue.to, f->content.to, NULL);
	noun_claim(r, m, s, np, self);
	bool open = f->cue.negated || f->cue.modal >= 0;
	point(r, open ? POLARITY_open : POLARITY_against);
	keep(r, open ? STANCE_not_ruled_out : STANCE_rules_out);
}

static void read_operator_frame(struct reading *r, struct mentions *m, const struct tokens *s, const struct frame *f,
				const char *self)
{
	const struct hit *h = f->hit;
	if (h->class == LEXICON_CLAIM) {
		drop_claims(r);
		if (f->cue.negated || f->cue.modal >= 0) {
			keep(r, STANCE_declines);
		} else if (self) {
			add_claim(r, ROLE_did, self);
			r->claims.at[0].own = true;
			keep(r, STANCE_admits);
		}
	} else if (h->class == LEXICON_DENY && !f->cue.negated) {
		if (any_negated(r) || !r->claims.n) {
			r->against_latest = !r->claims.n;
			point(r, POLARITY_against);
			keep(r, STANCE_denies);
		}
	} else if (h->class == LEXICON_DENY) {
		point(r, POLARITY_against);
		r->against_latest = !r->claims.n;
		keep(r, STANCE_denies);
	} else if (h->class == LEXICON_NRO) {
		noun_claim(r, m, s, phrase_noun(s, h->to, f->content.to, NULL), self);
		by_operator(r, (struct operator_at){ of_hit(h), h->from, h->to });
	} else {
		drop_claims(r);
		keep(r, STANCE_declines);
	}
}

struct reading stance_of(struct arena *a, struct mentions *m, const struct topic *topic, const struct tokens *s,
			 const struct hits *h, const struct frame *f, const char *self)
{
	struct reading r = { 0 };
	r.claims = claims_of(m, topic, s, f->content, self);
	r.hedging = hedges_likelihood(a, s, h, f->content.from, f->content.to);
	int from = f->cue.from < f->content.from && !f->trailing ? f->cue.from : f->content.from;
	struct operator_at op = stance_operator(s, h, from, f->content.to);
	bool own_operator = f->act == ACT_ruleout || f->act == ACT_decline || f->act == ACT_operator ||
			    f->act == ACT_deny || f->act == ACT_reject;

	if (f->act == ACT_decline) {
		int out = phrase_find(s, f->cue.to, f->content.to, "rule");
		if (out > 0 && out - f->cue.to < 3) {
			noun_claim(&r, m, s, phrase_noun(s, out + 2, f->content.to, NULL), self);
			by_operator(&r, (struct operator_at){ OPERATOR_NOT_EXCLUDED, out, out + 2 });
		} else {
			drop_claims(&r);
			keep(&r, STANCE_declines);
		}
		return r;
	}
	if (!own_operator && op.kind != OPERATOR_NONE) {
		if (op.kind == OPERATOR_NOT_EXCLUDED || op.kind == OPERATOR_EXCLUDED)
			noun_claim(&r, m, s, phrase_noun(s, op.to, f->content.to, NULL), self);
		by_operator(&r, op);
		return r;
	}
	if (!own_operator && f->cue.negated && f->act != ACT_think) {
		drop_claims(&r);
		if (f->act == ACT_say || f->act == ACT_tell)
			keep(&r, STANCE_declines);
		return r;
	}
	switch (f->act) {
	case ACT_say:
	case ACT_tell:
	case ACT_according:
	case ACT_think:
	case ACT_show:
	case ACT_guess:
		asserted(&r, topic, s, f);
		break;
	case ACT_deny:
		denied(&r, m, s, f, self);
		break;
	case ACT_reject:
		if (!f->cue.negated) {
			drop_claims(&r);
			r.against_latest = true;
			keep(&r, STANCE_denies);
		}
		break;
	case ACT_call:
		if (has_lie(s, f->content)) {
			drop_claims(&r);
			r.against_latest = true;
			keep(&r, STANCE_denies);
		}
		break;
	case ACT_doubt:
		drop_open(&r);
		point(&r, POLARITY_against);
		if (r.claims.n && !any_negated(&r))
			keep(&r, STANCE_assesses);
		break;
	case ACT_accuse:
	case ACT_blame:
	case ACT_attribute:
	case ACT_name:
		accuse(&r, m, s, f, self);
		if (f->cue.modal >= 0)
			drop_claims(&r);
		else if (r.claims.n)
			keep(&r, f->act == ACT_attribute ? STANCE_assesses : STANCE_accuses);
		break;
	case ACT_admit:
		drop_open(&r);
		if (!any_negated(&r) && f->cue.modal < 0) {
			if (!r.claims.n && self && f->content.from < f->content.to &&
			    (s->t[f->content.from].forms & FORM_ING || token_says(&s->t[f->content.from], "to") ||
			     token_is(&s->t[f->content.from], IS(responsibility)))) {
				add_claim(&r, ROLE_did, self);
				r.claims.at[0].own = true;
			}
			if (r.claims.n)
				keep(&r, STANCE_admits);
		}
		break;
	case ACT_ruleout:
		excluded(&r, m, s, f, self);
		break;
	case ACT_operator:
		read_operator_frame(&r, m, s, f, self);
		break;
	case ACT_decline:
	case ACT_cite:
	case ACT_COUNT:
		break;
	}
	return r;
}
