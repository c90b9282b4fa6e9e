#include "read/finder.h"

#include "read/resolve.h"

struct claim *finder_add(struct finder *f, enum role role, int at)
{
	if (f->out.n == CLAIMS_MOST)
		return NULL;
	for (int i = 0; i < f->out.n; i++)
		if (f->out.at[i].at == at && f->out.at[i].role == role)
			return NULL;
	struct claim *c = &f->out.at[f->out.n++];
	*c = (struct claim){ .role = role, .actor = "", .from = f->r.from, .at = at, .modal = -1 };
	return c;
}

bool finder_class(const struct tokens *s, struct range r, uint64_t is)
{
	for (int i = r.from; i < r.to; i++)
		if (token_is(&s->t[i], is))
			return true;
	return false;
}

bool finder_than(const struct tokens *s, int neg)
{
	return neg > 0 && token_says(&s->t[neg], "not") &&
	       (token_says(&s->t[neg - 1], "than") || token_says(&s->t[neg - 1], "as"));
}

// "Hard not to think of Varania", "cannot but suspect her", "could not help thinking that": what follows is thought;
// "could not stop himself and": done.
static bool is_forced(const struct tokens *s, int neg)
{
	static const char *const hard[] = { "hard", "difficult", "impossible", "tough" };
	static const char *const self[] = { "myself", "ourselves", "himself", "herself", "themselves" };
	const struct token *t = &s->t[neg];
	if (neg > 0 && token_says(t, "not") && token_among(t - 1, hard))
		return neg + 1 < s->n && token_says(t + 1, "to");
	int k = neg + 1;
	if (k + 1 < s->n && token_among(&s->t[k + 1], self))
		return token_says(&s->t[k], "stop") || token_says(&s->t[k], "help") || token_says(&s->t[k], "control");
	return k < s->n && token_is(t - (neg > 0), IS(modal) | IS(neg)) &&
	       (token_says(&s->t[k], "but") || (token_says(&s->t[k], "help") && k + 1 < s->n &&
						(token_says(&s->t[k + 1], "but") || s->t[k + 1].tag == POS_VBG)));
}

bool finder_idle(const struct tokens *s, int neg)
{
	static const char *const words[] = { "doubt",   "doubts",  "only",    "just",    "merely", "lie",    "hide",
					     "pretend", "secret",  "mistake", "choice",  "option", "regret", "sorry",
					     "proud",   "ashamed", "excuse",  "excuses", "hero",   "heroes", "saint" };
	const struct token *next = neg + 1 < s->n ? &s->t[neg + 1] : NULL;
	if (next && token_says(&s->t[neg], "nothing") && (token_says(next, "more") || token_says(next, "but")))
		return true;
	if (finder_than(s, neg) || is_forced(s, neg))
		return true;
	for (int k = neg + 1; k < s->n && k - neg < 3; k++)
		if (token_among(&s->t[k], words))
			return true;
	return false;
}

bool finder_when(const struct token *t)
{
	static const char *const words[] = { "when", "since", "after", "before" };
	return token_among(t, words);
}

// "Dropped its claim", "the theory has been dropped": what is taken back is a thought.
static bool drops_thought(const struct tokens *s, int i)
{
	enum { NEAR = 4, BACK = 12 };
	for (int k = i < BACK ? 0 : i - BACK; k < s->n && k - i < NEAR; k++)
		if (token_is(&s->t[k], IS(alleged) | IS(thought) | IS(guessed)))
			return true;
	return false;
}

bool finder_turns(const struct tokens *s, int i)
{
	static const char *const fails[] = { "fails", "failed", "failing" };
	static const char *const stops[] = { "stop", "stops", "stopped", "drop", "drops", "dropped", "dropping" };
	static const char *const amounts[] = { "few", "little" };
	const struct token *t = &s->t[i];
	if (!token_is(t, IS(turn)))
		return false;
	int next = phrase_skip_adverbs(s, i + 1, s->n);
	const struct token *then = next < s->n ? &s->t[next] : NULL;
	if (token_among(t, fails) || token_says(t, "yet"))
		return then && token_says(then, "to");
	if (token_says(t, "short"))
		return then && token_says(then, "of");
	if (token_among(t, stops))
		return drops_thought(s, i) || (then && (then->tag == POS_VBG || token_says(then, "short")));
	if (token_says(t, "correct"))
		return token_verb(t);
	return !(token_among(t, amounts) && i > 0 && token_says(t - 1, "a")) && !token_says(t, "longer");
}

bool finder_does(const struct tokens *s, int i)
{
	struct verb_group g = phrase_group(s, i);
	int next = phrase_skip_adverbs(s, i + 1, s->n);
	bool object = next < s->n && (token_is(&s->t[next], IS(det)) || token_noun(&s->t[next]));
	return token_verb(&s->t[i]) && !g.passive && object && (s->t[i].tag == POS_VBD || g.perfect);
}

bool finder_lies(const struct tokens *s, int i)
{
	static const char *const houses[] = { "theatre", "theater" };
	const struct token *t = &s->t[i], *next = i + 1 < s->n ? t + 1 : NULL;
	if (!token_is(t, IS(lie)) || finder_does(s, i))
		return false;
	if (token_among(t, houses))
		return i > 0 && token_is(t - 1, IS(be));
	if (i > 0 && t->tag == POS_VB && token_is(t - 1, IS(neg)))
		return false; // "I will not lie"
	bool told =
	    next && token_is(next, IS(alleged) | IS(thought) | IS(guessed) | IS(document) | IS(evidence) | IS(lie));
	return !(t->tag == POS_JJ && next && token_noun(next) && !told && !token_says(next, "flag"));
}

bool finder_sets_against(const struct tokens *s, int i)
{
	bool joined = i > 0 && (token_is(&s->t[i - 1], IS(conj)) || phrase_comma(s, i - 1));
	if (i > 0 && token_says(&s->t[i], "than"))
		return token_says(&s->t[i - 1], "rather");
	return joined && token_says(&s->t[i], "not") && i + 1 < s->n &&
	       (s->t[i + 1].capital || token_is(&s->t[i + 1], IS(prep) | IS(det) | IS(incident) | IS(cause)));
}

bool finder_apart(const struct finder *f, struct range what, int at)
{
	const struct tokens *s = f->s;
	bool no = false, here = false;
	for (int i = f->r.from; i < f->r.to; i++) {
		const struct token *t = &s->t[i];
		if ((t->mark && !t->opens && !t->closes && !token_says(t, "-")) || token_says(t, "but") ||
		    finder_sets_against(s, i)) {
			if (here && no)
				return false;
			no = here = false;
		}
		here |= i == at;
		no |= token_is(t, IS(neg)) && !finder_idle(s, i);
		if (token_says(t, "?") ||
		    ((finder_turns(s, i) || finder_lies(s, i)) && i != at && !(i >= what.from && i < what.to)))
			return false;
	}
	return !(here && no);
}

bool finder_negated(const struct finder *f, int i)
{
	enum { NEAR = 8 };
	bool verb = false;
	int group = i; // where the helping verbs before it begin
	for (int k = i - 1; k >= f->r.from && i - k < NEAR; k--) {
		const struct token *t = &f->s->t[k];
		bool helps = token_is(t, IS(be) | IS(have) | IS(aux) | IS(modal));
		bool none = token_says(t, "no") || token_says(t, "neither") || token_says(t, "nobody") ||
			    token_says(t, "nothing") || token_says(t, "none");
		// "A valve that was never shut was the cause": what its subject did not do leaves it as it is.
		if (token_is(t, IS(neg)) && !finder_idle(f->s, k) && (!verb || none || k >= group - 1))
			return true;
		if (helps || (verb && k == group - 1 && token_is(t, IS(adv))))
			group = k;
		if (verb && (phrase_comma(f->s, k) || token_says(t, ";") || token_says(t, "but")))
			return false;
		verb |= token_is(t, IS(be)) || token_verb(t);
	}
	return false;
}

void finder_modal(const struct finder *f, struct claim *c, int at)
{
	static const char *const unreal[] = { "would", "should", "will", "shall", "can", "ought", "wouldn't", "won't" };
	static const char *const ifs[] = { "if", "whether", "unless", "lest" };
	for (int k = at - 1; k >= f->r.from && !(f->s->t[k].mark && !f->s->t[k].opens && !f->s->t[k].closes); k--) {
		const struct token *t = &f->s->t[k];
		if (token_is(t, IS(modal)) && at - k < 8 &&
		    !slice_ends(slice_of(t->word), "'ll")) { // "it'll be the wiring"
			c->modal = k;
			c->open |= token_among(t, unreal) && !c->negated; // "would not have done it"
		}
		c->open |= token_among(t, ifs);
	}
}

// A claim without a culprit: staged by nobody named.
void finder_bare(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	struct claim *c = NULL;
	bool flag = token_says(t, "false") && i + 1 < f->r.to &&
		    (token_says(&s->t[i + 1], "flag") || token_says(&s->t[i + 1], "-"));
	if (flag || token_is(t, IS(stagednoun))) {
		for (int k = 0; k < f->out.n; k++)
			if (f->out.at[k].role == ROLE_staged)
				return;
		c = finder_add(f, ROLE_staged, i);
		int by = phrase_find(s, i, i + 5 < f->r.to ? i + 5 : f->r.to, "by");
		struct range whose = by > 0 ? phrase_noun(s, by + 1, f->r.to, NULL) : (struct range){ 0, 0 };
		if (c && claims_someone(s, whose)) // "a false flag operation by the ministry"
			c->actor = resolve_name(f->m, s, whose, NULL);
		if (c && !c->actor)
			c->actor = "";
		for (int k = i; c && k + 2 < f->r.to; k++)
			if (token_says(&s->t[k], "give") && phrase_find(s, k, f->r.to, "pretext") > 0) {
				c->actor = resolve_name(f->m, s,
							(struct range){ k + 1, phrase_find(s, k, f->r.to, "a") > 0
										   ? phrase_find(s, k, f->r.to, "a")
										   : k + 2 },
							NULL);
				c->actor = c->actor ? c->actor : "";
			}
	}
	if (c)
		c->negated = finder_negated(f, i);
}

bool finder_story(const struct finder *f, struct range r)
{
	for (int k = r.from; k < r.to; k++)
		if (token_is(&f->s->t[k], IS(incident)) || claims_topical(f->topic, f->s->t[k].word) ||
		    ((token_says(&f->s->t[k], "it") || token_says(&f->s->t[k], "this") ||
		      token_says(&f->s->t[k], "that") || token_says(&f->s->t[k], "them")) &&
		     (k + 1 == r.to || f->s->t[k + 1].mark)))
			return true;
	return false;
}

struct range finder_few(const struct finder *f, int from, int words)
{
	return (struct range){ from, from + words < f->r.to ? from + words : f->r.to };
}

bool finder_denied(const struct finder *f, int from, int to)
{
	return finder_class(f->s, (struct range){ from, to }, IS(neg));
}

bool finder_acquainted(const struct tokens *s, int i, int end)
{
	static const char *const them[] = { "him", "her", "them", "you", "me", "us", "each" };
	static const char *const known[] = { "know", "knows", "knew", "known" };
	if (!token_among(&s->t[i], known) || i + 1 >= end)
		return false;
	struct range who = phrase_noun(s, i + 1, end, NULL);
	if (token_among(&s->t[i + 1], them))
		who = (struct range){ i + 1, i + 2 };
	else if (range_empty(who) || !claims_someone(s, who))
		return false;
	return who.to >= end || !phrase_finite(s, who.to); // not "knew they had done it"
}
