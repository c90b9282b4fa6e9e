#include "read/hedged.h"

static int clause_begin(const struct tokens *s, int at)
{
	while (at > 0 && (!s->t[at - 1].mark || s->t[at - 1].opens || s->t[at - 1].closes))
		at--;
	return at;
}

// Whether a clause follows a cue that neither denies nor charges: its hedge may stand before it.
static bool leads_up(const struct tokens *s, const struct frame *f)
{
	bool that = f->content.from > 0 && f->content.from < s->n &&
		    (token_says(&s->t[f->content.from], "that") || token_says(&s->t[f->content.from - 1], "that") ||
		     token_says(&s->t[f->content.from], "how")); // "hard to see how"
	return that && !f->away && f->cue.from < f->content.from && !f->cue.negated &&
	       (f->act == ACT_say || f->act == ACT_tell || f->act == ACT_think || f->act == ACT_guess ||
		f->act == ACT_show || f->act == ACT_other);
}

// Where a clause begins that holds its own cue or has it right before it: "(likely that) the guards knew of it".
static int own_clause(const struct tokens *s, const struct frame *f)
{
	int from = f->content.from;
	if (f->away || f->trailing || f->cue.from < from)
		return -1;
	if (!range_empty(f->source) && f->source.to == from)
		from = f->source.from;
	return from < s->n && token_says(&s->t[from], "that") ? from + 1 : from;
}

// An estimate that the clause hangs on outranks a modal inside it: "thinks it unlikely that he could have".
static void hang(struct verdict *r, struct arena *a, const struct tokens *s, const struct hits *h,
		 const struct frame *f)
{
	int from = leads_up(s, f) ? f->content.from : own_clause(s, f);
	if (r->hedging.estimate || from <= 0)
		return;
	struct hedging hung = hedges_frame(a, s, h, clause_begin(s, leads_up(s, f) ? f->cue.from : from), from);
	bool that =
	    token_says(&s->t[from], "that") || token_says(&s->t[from - 1], "that") || token_says(&s->t[from], "how");
	if (that && hung.hedge.word && (hung.hung || !r->hedging.hedge.word))
		r->hedging = hung;
}

// Takes claims for affirmed where the only "not" is a hedge's own.
static void affirm(struct verdict *r, const struct tokens *s, struct range content)
{
	int nots = 0;
	for (int i = content.from; i < content.to; i++)
		nots += token_is(&s->t[i], IS(neg));
	for (int i = 0; nots == 1 && i < r->claims.n; i++)
		r->claims.at[i].negated = r->claims.at[i].open = false;
}

// "He robbed it and is likely to face ten years": whether a hedge is of the clause behind that of the only claim.
static bool of_next_clause(const struct tokens *s, const struct verdict *r, struct range content)
{
	int joint = -1;
	if (r->claims.n != 1)
		return false;
	for (int k = r->claims.at[0].at + 1; k < content.to && s->t[k].at.to <= r->hedging.hedge.at.from; k++)
		joint = token_says(&s->t[k], "and") || token_says(&s->t[k], "but") ? k : joint;
	int verb = joint < 0 ? content.to : phrase_skip_adverbs(s, joint + 1, content.to);
	return verb < content.to && phrase_finite(s, verb) && s->t[verb].at.from <= r->hedging.hedge.at.from;
}

// "If you made me bet I'd say", "I would say".
static bool would_say(const struct tokens *s, const struct frame *f)
{
	static const char *const who[] = { "i", "we", "i'd", "we'd" };
	const struct token *t = range_empty(f->source) ? NULL : &s->t[f->source.from];
	return t && f->act == ACT_say && token_among(t, who) &&
	       (slice_ends(slice_of(t->word), "'d") || f->cue.modal >= 0);
}

void hedged_set(struct verdict *r, struct arena *a, const struct tokens *s, const struct hits *h, const struct frame *f)
{
	r->hedging = hedges_likelihood(a, s, h, f->content.from, f->content.to);
	if (r->hedging.hedge.word && of_next_clause(s, r, f->content))
		r->hedging = hedges_likelihood(a, s, h, f->content.from, r->claims.at[0].at + 1);
	bool before = !r->hedging.hedge.word && !f->away && f->cue.from < f->content.from && !f->cue.infinitive;
	if (before && (f->act == ACT_doubt || f->act == ACT_guess || f->act == ACT_think || f->act == ACT_other))
		r->hedging = hedges_likelihood(a, s, h, f->cue.from, f->content.from);
	else if (before && would_say(s, f))
		r->hedging = hedges_likelihood(a, s, h, clause_begin(s, f->source.from), f->content.from);
	hang(r, a, s, h, f);
	if (r->hedging.idle_not)
		affirm(r, s, f->content);
}
