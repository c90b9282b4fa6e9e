#include "read/ruled.h"

#include "read/causal.h"

void ruled_claim(struct verdict *r, struct mentions *m, const struct tokens *s, struct range np, const char *self)
{
	for (int i = np.from; i + 1 < np.to; i++) // "any state's involvement"
		if (s->t[i].owner &&
		    (token_is(&s->t[np.to - 1], IS(responsibility)) || token_is(&s->t[i + 1], IS(responsibility))))
			np.to = i + 1;
	bool whose = np.to > np.from && s->t[np.to - 1].owner && token_is(&s->t[np.to - 1], IS(group) | IS(nation));
	enum role role = whose ? ROLE_did : claims_noun(s, np);
	if (!range_empty(np) && token_is(&s->t[np.from], IS(prep)))
		return; // "cannot be excluded at this stage"
	if (role == role_count && causal_ruled_out(s, np))
		role = ROLE_accident;
	if (role == role_count || r->claims.n)
		return;
	int of = phrase_find(s, np.from, np.to, "of");
	if (of > 0 && of + 1 < np.to && role == ROLE_did && token_is(&s->t[of - 1], IS(responsibility)))
		np.from = of + 1;
	const char *name = role == ROLE_accident ? causal_name(m, s, np) : resolve_name(m, s, np, self);
	int n = r->claims.n;
	if (name)
		stance_claim(r, role, name);
	if (r->claims.n > n)
		r->claims.at[n].at = np.from;
}

// "(Nothing) ties the bomb to Kelmar", "links Kelmar to it": whom, from the words behind the verb.
static struct range tied(const struct tokens *s, int from, int to)
{
	int at = phrase_find(s, from, to, "to"), with = phrase_find(s, from, to, "with");
	at = at < 0 ? with : at;
	struct range none = { from, from }, what = { from, at < 0 ? phrase_noun(s, from, to, NULL).to : at };
	if (!range_empty(what) && claims_someone(s, what))
		return what;
	what = at < 0 ? none : phrase_noun(s, at + 1, to, NULL);
	return !range_empty(what) && claims_someone(s, what) ? what : none;
}

void ruled_not_found(struct verdict *r, struct mentions *m, const struct tokens *s, struct operator_at op, int to)
{
	if (op.to > 0 && op.to < to && operators_ties(&s->t[op.to - 1])) {
		ruled_claim(r, m, s, tied(s, op.to, to), NULL);
		return;
	}
	int of = op.to < to ? op.to : to - 1; // the operator's own words may hold it: "no evidence of"
	of -= of > 0 && (token_says(&s->t[of - 1], "of") || token_says(&s->t[of - 1], "for"));
	if (of + 1 >= to || !(token_says(&s->t[of], "of") || token_says(&s->t[of], "for")))
		return;
	struct range np = phrase_noun(s, of + 1, to, NULL);
	int n = r->claims.n;
	if (!range_empty(np) && !token_is(&s->t[np.from], IS(pron)))
		ruled_claim(r, m, s, np, NULL);
	if (r->claims.n > n && r->claims.at[n].role == ROLE_accident && !causal_surely(s, np))
		r->claims.n = n; // "no sign of a struggle"
}

struct range ruled_on(const struct tokens *s, struct operator_at op, struct range content)
{
	bool joined = false;
	int out = op.to < content.to && token_says(&s->t[op.to], "out"); // of "could not be ruled out"
	bool that = out && op.to + 1 < content.to && token_says(&s->t[op.to + 1], "that");
	struct range behind = that ? (struct range){ 0, 0 } : phrase_noun(s, op.to + out, content.to, NULL);
	int first = op.from; // "has" of "has not been ruled out"
	while (first > content.from && token_is(&s->t[first - 1], IS(modal) | IS(be) | IS(have) | IS(aux)))
		first--;
	struct range before = phrase_subject(s, phrase_group(s, first).from, &joined);
	static const char *const stays[] = { "remains", "remain", "remained", "stays" }; // "remained a possibility"
	bool verb = first < op.from || phrase_finite(s, op.from) || token_among(&s->t[op.from], stays);
	bool finite = verb && !range_empty(before) && before.from >= content.from;
	return range_empty(behind) && finite ? before : behind;
}
