#include "read/outright.h"

#include "case/names.h"

// Whether anybody has denied it of somebody, or ruled him out: what else he did may be told in his defence.
static bool was_cleared(const struct reader *r, const char *actor)
{
	enum { LATEST = 512 }; // statements
	const struct document *d = r->d;
	for (size_t i = d->statements.n; i-- > 0 && d->statements.n - i < LATEST;)
		for (each (t, &d->statements.at[i].targets))
			if (t->polarity == POLARITY_against && names_same(t->actor, actor))
				return true;
	return false;
}

// "Fired three hundred workers", "hired a clerk": what employers do to people.
static bool employs(const struct tokens *s, int verb, int end)
{
	static const char *const words[] = { "fired",    "sacked", "dismissed", "laid",     "hired",
					     "employed", "paid",   "recruited", "promoted", "appointed" };
	enum { NEAR = 8 };
	for (int k = verb + 1; token_among(&s->t[verb], words) && k < end && k - verb < NEAR && !s->t[k].mark; k++)
		if (s->t[k].kind == KIND_NOUN + NOUN_PERSON)
			return true;
	return false;
}

// "Karl Venn had locked the exits": whoever an aim is, is the subject of what hands do, in the main clause; nobody of
// one's own.
static bool does_plainly(const struct tokens *s, const struct frame *f, const struct aim *a)
{
	static const char *const own[] = { "his", "her", "its", "their", "our", "my", "it", "they" };
	const struct token *head = a->head >= 0 ? &s->t[a->head] : NULL;
	int first = f->content.from, verb = head ? head->head : -1;
	while (first < f->content.to && (s->t[first].mark || token_says(&s->t[first], "that")))
		first++;
	if (!head || a->thing || a->pronoun || a->at.from > first + 1 || verb <= a->head || verb >= f->content.to ||
	    token_among(&s->t[first], own))
		return false;
	static const char *const holds[] = { "possess", "possessed", "possesses", "owned", "owns" };
	if (employs(s, verb, f->content.to) || token_is(&s->t[verb], IS(have)) || token_among(&s->t[verb], holds))
		return false; // "had the means"
	struct verb_group g = phrase_group(s, verb);
	bool past = s->t[verb].tag == POS_VBD || (s->t[verb].tag == POS_VBN && g.perfect);
	int next = phrase_skip_adverbs(s, verb + 1, f->content.to);
	bool object = next < f->content.to && !s->t[next].mark && !token_is(&s->t[next], IS(sub) | IS(conj) | IS(wh));
	switch (s->t[verb].kind) {
	case VERB_BODY:
	case VERB_CHANGE:
	case VERB_COMPETITION:
	case VERB_CONTACT:
	case VERB_CREATION:
	case VERB_MOTION:
	case VERB_POSSESSION:
		return past && object && !g.passive && !g.negated && g.modal < 0 && g.from > a->head;
	default:
		return false;
	}
}

bool outright_told(const struct reader *r, const struct tokens *s, const struct frame *f, const struct aim *a)
{
	return !was_cleared(r, a->actor) && does_plainly(s, f, a);
}

bool outright_accuses(const struct reader *r, const struct statement *st, const struct frame *f,
		      const struct verdict *in)
{
	const struct document *d = r->d;
	const struct statement *last = d->statements.n > 1 ? &d->statements.at[d->statements.n - 2] : NULL;
	if (last && last->stance == STANCE_denies && last->content.at[0].from >= d->paragraphs.at[r->paragraph].from)
		return false;
	const struct verb_group *cue = &f->cue;
	bool says = f->act == ACT_say && !cue->negated && !cue->infinitive && cue->modal < 0;
	return st->stance == STANCE_assesses && says && !in->hedging.hedge.word && !in->defends && !in->turned;
}
