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
		if (token_is(t, IS(neg)) && (!verb || none || k >= group - 1))
			return true;
		if (helps || (verb && k == group - 1 && token_is(t, IS(adv))))
			group = k;
		if (verb && (phrase_comma(f->s, k) || token_says(t, ";") || token_says(t, "but")))
			return false;
		verb |= token_is(t, IS(be)) || token_verb(t);
	}
	return false;
}

static const char *cause_name(struct finder *f, struct range r)
{
	struct range c = r;
	for (int i = r.from; i < r.to; i++) {
		if (token_is(&f->s->t[i], IS(cause)))
			c.to = i + 1;
		else if (token_is(&f->s->t[i], IS(prep) | IS(conj)) && i > r.from &&
			 finder_class(f->s, (struct range){ r.from, i }, IS(cause)))
			break;
	}
	return resolve_name(f->m, f->s, c, NULL);
}

// "You would need a storm": what it would take was not there.
static bool would_need(const struct finder *f, int i)
{
	for (int k = i - 1; k > f->r.from && i - k < 5 && !f->s->t[k].mark; k--)
		if (token_says(&f->s->t[k], "need") || token_says(&f->s->t[k], "take"))
			return phrase_group(f->s, k).modal >= 0;
	return false;
}

// A claim without a culprit: staged by nobody named, an accident, no event at all.
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
		for (int k = i; c && k + 2 < f->r.to; k++)
			if (token_says(&s->t[k], "give") && phrase_find(s, k, f->r.to, "pretext") > 0) {
				c->actor = resolve_name(f->m, s,
							(struct range){ k + 1, phrase_find(s, k, f->r.to, "a") > 0
										   ? phrase_find(s, k, f->r.to, "a")
										   : k + 2 },
							NULL);
				c->actor = c->actor ? c->actor : "";
			}
	} else if (token_is(t, IS(cause) | IS(causeadj)) && !t->forms && !would_need(f, i)) {
		for (int k = 0; k < f->out.n; k++)
			if (f->out.at[k].role == ROLE_accident)
				return;
		int from = i;
		while (from > f->r.from && !s->t[from - 1].mark &&
		       !token_is(&s->t[from - 1], IS(prep) | IS(be) | IS(det) | IS(conj) | IS(sub)) &&
		       !s->t[from - 1].forms && i - from < 4)
			from--;
		c = finder_add(f, ROLE_accident, i);
		if (c) {
			const char *name = cause_name(f, phrase_noun(s, from, f->r.to, NULL));
			c->actor = name ? name : arena_text(f->m->arena, t->word);
		}
	} else if ((token_says(t, "happened") || token_says(t, "happen") || token_says(t, "occurred")) &&
		   phrase_group(s, i).negated) {
		c = finder_add(f, ROLE_no_event, i);
		if (c)
			c->actor = "it did not happen";
		return; // the negation is the claim
	}
	if (c)
		c->negated = finder_negated(f, i);
}

// "a broken rail was the cause", "caused by damp", "due to neglect": a cause that is nobody.
void finder_cause(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	struct range what = { 0, 0 };
	bool by = finder_two(f, i, "caused", "by") || finder_two(f, i, "due", "to") ||
		  finder_two(f, i, "because", "of") || finder_two(f, i, "result", "of");
	if (by) {
		what = phrase_noun(s, i + 2, f->r.to, NULL);
	} else if (token_says(t, "cause") || token_says(t, "explanation")) {
		int be = i - 1;
		while (be >= f->r.from && i - be < 6 && !token_is(&s->t[be], IS(be)))
			be--;
		bool joined = false;
		if (be >= f->r.from && token_is(&s->t[be], IS(be)))
			what = phrase_subject(s, phrase_group(s, be).from, &joined);
		if (what.from < f->r.from || range_empty(what))
			return;
	} else if (token_says(t, "caused") && !phrase_group(s, i).passive) {
		bool joined = false;
		what = phrase_subject(s, phrase_group(s, i).from, &joined);
		if (what.from < f->r.from)
			return;
	}
	if (range_empty(what) || claims_actor(s, what) || token_is(&s->t[what.from], IS(pron) | IS(wh)))
		return;
	const char *name = resolve_name(f->m, s, what, NULL);
	struct claim *c = name ? finder_add(f, ROLE_accident, i) : NULL;
	if (!c)
		return;
	c->actor = name;
	c->negated = finder_negated(f, i);
}

// "an attempt to assassinate X", where the deed itself is said to be it.
void finder_purpose(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	if (!(token_says(&s->t[i], "attempt") || token_says(&s->t[i], "effort") || token_says(&s->t[i], "bid") ||
	      token_says(&s->t[i], "aimed")) ||
	    i + 1 >= f->r.to || !(token_says(&s->t[i + 1], "to") || token_says(&s->t[i + 1], "at")))
		return;
	bool stated = false, negated = false;
	for (int k = i - 1; k >= f->r.from && i - k < 6; k--) {
		stated |= token_is(&s->t[k], IS(be));
		negated |= token_is(&s->t[k], IS(neg));
	}
	struct claim *c = stated ? finder_add(f, ROLE_purpose, i) : NULL;
	if (!c)
		return;
	int to = i + 2;
	while (to < f->r.to && to - i < 8 && !s->t[to].mark)
		to++;
	const char *name = resolve_name(f->m, s, (struct range){ i, to }, NULL);
	c->actor = name ? name : arena_text(f->m->arena, s->t[i].word);
	c->negated = negated;
}
