#include "read/retort.h"

#include "read/voiced.h"

// "Rejects that", "denies it": nothing else stands there.
static bool says_that(const struct tokens *s, const struct frame *f)
{
	static const char *const that[] = { "that", "this", "it" };
	int words = 0;
	for (int i = f->content.from; i < f->content.to; i++) {
		bool cue = i >= f->cue.from && i < f->cue.to;
		if (!cue && !s->t[i].mark && !token_among(&s->t[i], that))
			return false;
		words += !cue && !s->t[i].mark;
	}
	return words == 1;
}

bool retort_set(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		struct statement *st)
{
	const struct document *d = r->d;
	const struct statement *last = d->statements.n > 1 ? &d->statements.at[d->statements.n - 2] : NULL;
	if (!last || !last->targets.n || !who->name || !frames_take_back(f->act) || f->cue.negated ||
	    !says_that(&k->s, f) || voiced_accused(r, who->name) || slice_same(last->speaker.name, who->name))
		return false;
	uint32_t near = d->paragraphs.at[r->paragraph > 0 ? r->paragraph - 1 : 0].from;
	const struct target *t = &last->targets.at[0];
	if (last->content.at[0].from < near || t->role != ROLE_accident || t->polarity != POLARITY_for)
		return false;
	struct target against = *t;
	against.polarity = POLARITY_against;
	list_push(r->arena, &st->targets, against);
	return true;
}
