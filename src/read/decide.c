#include "read/decide.h"

#include "read/allowed.h"
#include "read/gate.h"
#include "read/tagger.h"

#include <string.h>

// Chosen on texts that the gate had not learned from: the best of precision and recall together.
static const float statement_least = .37f, plain_least = .20f, fact_least = .18f, fact_beside = .5f;
static const float outright_least = .05f; // of a charge in so many words, and of what answers one

static void point(struct verdict *in, enum polarity p)
{
	for (int i = 0; i < in->claims.n; i++)
		in->polarity[i] = p;
}

// What a stance that no rule has given makes of the claims in the words.
static void take_stance(const struct frame *f, struct verdict *in, enum stance stance)
{
	bool negated = false;
	bool none = in->claims.n && in->claims.at[0].role == ROLE_no_event; // itself a denial
	for (int i = 0; i < in->claims.n; i++)
		negated |= in->claims.at[i].negated;
	in->keep = true;
	in->stance = stance;
	switch (stance) {
	case STANCE_declines:
	case STANCE_reports:
		in->claims.n = 0;
		break;
	case STANCE_denies:
		if (!negated && !none && !frames_take_back(f->act) && f->act != ACT_doubt)
			in->claims.n = 0; // what is said instead: the denied is what others have claimed
		point(in, none && !negated ? POLARITY_for : POLARITY_against);
		break;
	case STANCE_rules_out:
		point(in, POLARITY_against);
		break;
	case STANCE_not_ruled_out:
		point(in, POLARITY_open);
		break;
	case STANCE_no_conclusion:
		point(in, POLARITY_open);
		if (!in->claims.n)
			in->claims.at[in->claims.n++] =
			    (struct claim){ .role = ROLE_unknown, .actor = "", .modal = -1 };
		if (in->claims.at[0].role == ROLE_unknown)
			in->polarity[0] = POLARITY_for;
		break;
	default:
		for (int i = 0; i < in->claims.n; i++) // "there was no sabotage, there was weather"
			in->polarity[i] = in->claims.at[i].negated ? POLARITY_against : POLARITY_for;
	}
}

// Without a gate the rules decide alone, and the report's own words state something only where they doubt.
static struct decision by_rules(const struct frame *f, unsigned may, struct verdict *in)
{
	bool own = f->act == ACT_own && !in->hedging.hedge.word && in->stance != STANCE_no_conclusion;
	in->keep &= may >> in->stance & 1 && !own;
	return (struct decision){ in->claims.n ? .7 : .5, false };
}

// The likeliest of the stances that are allowed; a rule's counts more.
static enum stance choose(const float *share, float states, unsigned may, const struct verdict *in)
{
	enum stance best = in->stance;
	float most = -1;
	for (int s = 0; s < (int)stance_count; s++) {
		float worth = share[GATE_STANCE + s] + (in->keep && s == (int)in->stance ? states / 2 : 0);
		if (may >> s & 1 && worth > most) {
			most = worth;
			best = (enum stance)s;
		}
	}
	// Where what the words do not allow outweighs all that they do, nothing is ruled out by what is left.
	return best == STANCE_rules_out && most < states / 8 && may & ALLOWED(reports) ? STANCE_reports : best;
}

// In a short text the gate knows little of the story: there what a rule has read may stand, but for what weighs only.
static bool is_plain(const struct reader *r, const struct verdict *in)
{
	enum { SHORT = 10 }; // sentences
	if (r->d->sentences.n > SHORT || !in->keep)
		return false;
	switch (in->stance) {
	case STANCE_accuses:
		return in->claims.n && *in->claims.at[0].actor;
	case STANCE_denies:
	case STANCE_admits:
	case STANCE_declines:
		return true;
	default:
		return false;
	}
}

// "Claimed responsibility for it", "took credit", "confessed to it": says so in so many words.
static bool confesses(const struct frame *f, const struct verdict *in)
{
	bool claims = f->act == ACT_admit || (f->act == ACT_operator && f->hit && f->hit->class == LEXICON_CLAIM);
	return claims && in->keep && in->stance == STANCE_admits && in->claims.n && in->claims.at[0].own && !in->turned;
}

struct decision decide(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		       struct verdict *in)
{
	const struct linear *gate = r->tables->tagger ? &r->tables->tagger->outer.gate : NULL;
	uint32_t feature[GATE_FEATURES];
	float share[LINEAR_CLASSES];
	int features = gate_features(r, k, f, who, in, feature); // before what follows is known
	allowed_look(r, k, f, who, in);
	in->hedging.turns |= f->act == ACT_doubt && !f->cue.negated;
	unsigned may = allowed_by_words(k, f, in);
	if (!gate || !gate->weight || gate->classes != GATE_CLASSES)
		return by_rules(f, may, in);
	linear_share(gate, feature, features, share);
	may |= allowed_by_gate(r, share, &k->s, f, who, in, may);
	if (f->hit && f->hit->class == LEXICON_CLAIM && !f->cue.negated)
		may &= ~ALLOWED(denies); // "boasted about it"
	float states = 1 - share[GATE_NEITHER] - share[GATE_FACT];
	bool owns = confesses(f, in);
	bool charges = frames_charges(f->act);
	float plain = r->n_voiced || charges ? outright_least : plain_least;
	float least = owns ? 0 : is_plain(r, in) ? plain : statement_least;
	bool fact = !owns && !(charges && is_plain(r, in)) && share[GATE_FACT] >= fact_least &&
		    (states < least || share[GATE_FACT] > fact_beside * states);
	if (states < least || !may || fact) {
		in->keep = false;
		return (struct decision){ (double)share[GATE_FACT], fact };
	}
	enum stance stance = choose(share, states, may, in);
	in->guessed = !in->keep || stance != in->stance;
	if (in->guessed && stance == STANCE_no_conclusion && !allowed_open(k, f)) {
		in->keep = false;
		return (struct decision){ (double)share[GATE_FACT], false };
	}
	if (in->guessed)
		take_stance(f, in, stance);
	return (struct decision){ (double)states, false };
}
