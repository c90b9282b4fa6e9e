#include "read/untrue.h"

#include "read/charge.h"

// Without the marks around it, and a "that" before it.
static struct range trimmed(const struct tokens *s, struct range r)
{
	while (r.from < r.to && s->t[r.from].mark)
		r.from++;
	while (r.from < r.to && s->t[r.to - 1].mark)
		r.to--;
	bool that = r.to - r.from > 2 && token_says(&s->t[r.from], "that") && !token_is(&s->t[r.from + 1], IS(be));
	return (struct range){ r.from + that, r.to };
}

static const char *const right[] = { "true", "so", "correct", "accurate" };

// "It was not true", "that isn't so".
static bool is_not_so(const struct tokens *s, struct range r)
{
	static const char *const its[] = { "it", "that", "this" };
	int n = r.to - r.from;
	return (n == 3 || n == 4) && token_among(&s->t[r.from], its) && token_is(&s->t[r.to - 2], IS(neg)) &&
	       token_among(&s->t[r.to - 1], right);
}

// "There is no truth in it", "not a word of truth in this".
static bool has_no_truth(const struct tokens *s, struct range r)
{
	static const char *const its[] = { "it", "that", "this", "them", "these" };
	enum { NEAR = 6 };
	for (int i = r.from; i + 2 < r.to; i++) {
		if (!token_says(&s->t[i], "truth") || !token_says(&s->t[i + 1], "in") ||
		    !token_among(&s->t[i + 2], its))
			continue;
		for (int k = i - 1; k >= r.from && i - k < NEAR; k--)
			if (token_is(&s->t[k], IS(neg)))
				return true;
	}
	return false;
}

bool untrue_defence(const struct tokens *s, int lie)
{
	static const char *const words[] = { "alibi", "testimony", "defence", "defense", "excuse" };
	for (int k = lie - 1; k > 0 && lie - k < 4 && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(be)))
			return token_is(&s->t[k - 1], IS(denial)) || token_among(&s->t[k - 1], words);
	return false;
}

// "Is not true".
static bool not_right(const struct tokens *s, int be, int end)
{
	return token_is(&s->t[be], IS(be)) && be + 2 < end && token_is(&s->t[be + 1], IS(neg)) &&
	       token_among(&s->t[be + 2], right);
}

// "(The claim that he did it) is not true".
static bool claim_not_right(const struct tokens *s, struct range r)
{
	int claim = charge_told(s, r);
	for (int i = claim; claim >= 0 && i < r.to; i++)
		if (not_right(s, i, r.to))
			return true;
	return false;
}

bool untrue_said(const struct tokens *s, int be, int end)
{
	return token_is(&s->t[be], IS(be)) && (not_right(s, be, end) || untrue_called(s, (struct range){ be, end }));
}

bool untrue_called(const struct tokens *s, struct range r)
{
	if (is_not_so(s, trimmed(s, r)) || has_no_truth(s, r) || claim_not_right(s, r))
		return true;
	for (int i = r.from; i < r.to; i++) {
		if (!token_is(&s->t[i], IS(lie)) || untrue_defence(s, i))
			continue;
		for (int k = i - 1; k >= r.from && i - k < 4; k--) {
			if (token_is(&s->t[k], IS(neg)))
				return false;
			if (token_is(&s->t[k], IS(be)) || s->t[k].owner)
				return !(i + 1 < r.to &&
					 (token_says(&s->t[i + 1], "flag") || token_says(&s->t[i + 1], "-")));
		}
	}
	return false;
}

bool untrue_answered(const struct tokens *s, struct range r)
{
	r = trimmed(s, r);
	int n = r.to - r.from;
	const struct token *t = &s->t[r.from];
	bool helps = n > 1 && token_is(t, IS(pron)) && token_is(t + 1, IS(aux) | IS(have) | IS(be));
	bool nothing = n == 3 && (token_says(t, "i") || token_says(t, "we")) && token_says(t + 2, "nothing") &&
		       token_is(t + 1, IS(direct) | IS(know) | IS(light));
	return nothing || (helps && ((n == 3 && token_says(t + 2, "not")) || (n == 2 && token_is(t + 1, IS(neg)))));
}
