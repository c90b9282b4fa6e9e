#include "read/answers.h"

#include "read/content.h"

// Where the clause of an answer begins, behind its comma: "(, a charge) the group denies", "(, which) he denies"; -1
// where it is no such clause.
static int answer_from(const struct tokens *s, const struct frame *f)
{
	int at = range_empty(f->source) ? f->cue.from : f->source.from;
	bool which = at > 1 && token_is(&s->t[at - 1], IS(relative));
	bool charge = at > 2 && token_is(&s->t[at - 1], IS(alleged) | IS(guessed)) && token_is(&s->t[at - 2], IS(det));
	at -= which ? 1 : charge ? 2 : 0;
	while (!which && !charge && at > 1 && token_is(&s->t[at - 1], IS(det)))
		at--;
	bool joins = at > 1 && token_is(&s->t[at - 1], IS(conj)) && phrase_comma(s, at - 2);
	at -= joins;
	bool ends = at > 0 && (phrase_comma(s, at - 1) || token_says(&s->t[at - 1], ";"));
	return ends && (which || charge || joins || token_says(&s->t[at - 1], ";")) ? at - 1 : -1;
}

void answers_cut(struct frames *out, const struct tokens *s)
{
	for (each (f, &out->list)) {
		bool answers = frames_answers(f->act) && f->act != ACT_decline;
		int at = answers && !f->cue.passive ? answer_from(s, f) : -1;
		for (each (g, &out->list))
			if (at >= 0 && g != f && g->cue.at < at && g->content.from < at && at < g->content.to &&
			    (g->act == ACT_accuse || g->act == ACT_blame || !token_is(&s->t[at + 1], IS(conj))))
				g->content = content_trim(s, (struct range){ g->content.from, at });
	}
}

struct range answers_ahead(const struct tokens *s, const struct frame *f)
{
	struct range none = { 0, 0 };
	int comma = f->cue.to;
	if (comma >= s->n || !token_says(&s->t[comma], "by"))
		return none;
	while (comma < s->n && !phrase_comma(s, comma))
		comma++;
	for (int k = comma + 1; k < s->n && !s->t[k].mark; k++)
		if (phrase_finite(s, k)) {
			bool joined = false;
			struct range who = phrase_subject(s, phrase_group(s, k).from, &joined);
			return who.from >= comma + 1 && who.from <= comma + 2 ? who : none;
		}
	return none;
}
