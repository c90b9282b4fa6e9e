// A sureness is its holder's, and goes to a statement of that holder or to none: to what follows its own words ("is
// sure that"), to what it stands in or behind ("..., though with low confidence"), else to what the same holder says in
// the sentence before or after.
#include "read/confidence.h"

#include "read/resolve.h"
#include "read/sureness.h"

#include "base/search.h"
#include "case/names.h"

#include <string.h>

static bool first_person(const struct token *t)
{
	static const char *const words[] = { "i", "we", "my", "our", "i'm", "we're", "i'd", "we'd", "i'll", "we'll" };
	return token_among(t, words);
}

// Whether who is sure is the speaker of a statement.
static bool is_speaker(struct reader *r, const struct spoken *k, const struct surety *x, const char *speaker)
{
	if (range_empty(x->who))
		return true;
	const struct token *t = &k->s.t[x->who.from];
	bool one = x->who.to - x->who.from == 1;
	if (one && first_person(t))
		return t->quoted || strcmp(speaker, voice_own(r).name) == 0 || !x->who.from;
	static const char *const own[] = { "my", "our", "his", "her", "its", "their" };
	if (token_among(t, own) && x->who.to - x->who.from <= 3)
		return true; // "our services are sure", she says
	const char *name = resolve_name(r->mentions, &k->s, x->who, speaker);
	return name && (strcmp(name, speaker) == 0 || names_same(name, speaker));
}

// How well the words of a frame fit a sureness: it is the frame's own cue; stands in its content; behind or before it.
enum fit { FIT_NONE, FIT_BEFORE, FIT_BEHIND, FIT_INSIDE, FIT_CUE };

static bool between(int at, int from, int to)
{
	return from <= at && at < to;
}

static enum fit fit_of(const struct spoken *k, const struct frame *f, const struct surety *x)
{
	int cue = f->cue.from < f->content.from ? f->cue.from : f->content.from;
	int source = range_empty(f->source) || f->source.from > cue ? cue : f->source.from;
	bool own = x->clause >= 0 && x->clause <= f->content.from + 1 && x->head >= source;
	if (!f->away && between(x->head, source, f->content.from) && (own || x->clause < 0))
		return FIT_CUE;
	if (f->trailing && x->clause < 0 && between(x->head, f->content.to, f->cue.to))
		return FIT_CUE;
	if (between(x->head, f->content.from, f->content.to))
		return FIT_INSIDE;
	if (x->clause >= 0 || x->thing)
		return FIT_NONE;
	for (each (other, &k->frames.list)) { // somebody else speaks in between
		bool behind = between(other->cue.at, f->content.to, x->head);
		bool before = between(other->cue.at, x->to, f->cue.at) && other->content.from > f->content.from;
		if (!other->away && other->cue.at != f->cue.at && !other->trailing && (behind || before))
			return FIT_NONE;
	}
	if (x->head >= f->content.to)
		return FIT_BEHIND;
	return x->kind == SURETY_BESIDE && x->to <= source ? FIT_BEFORE : FIT_NONE;
}

// Whether a statement can be said with a sureness. Being sure of what may not bear on the case tells nothing of it, but
// doubts, and a level of confidence, do.
static bool may_be_sure(const struct statement *st, const struct surety *x)
{
	bool weighs = !x || x->doubted || x->graded || x->kind == SURETY_BESIDE || st->targets.n || st->sure >= .75;
	return st->stance != STANCE_declines && !st->confidence.word && weighs;
}

// Whether a part says nothing but how sure somebody is: "her own confidence at sixty per cent".
static bool only_sure(const struct tokens *s, struct range content, const struct surety *x)
{
	enum { MORE = 2 }; // words
	int words = 0, own = 0;
	for (int i = content.from; i < content.to; i++) {
		words += !s->t[i].mark;
		own += !s->t[i].mark && between(i, x->from, x->to);
	}
	return own > 0 && words <= own + MORE;
}

// The part that a sureness fits best; of those that it fits alike, the shortest that holds it or the nearest.
static const struct said_part *best_part(struct reader *r, const struct spoken *k, const struct surety *x,
					 enum fit *best)
{
	const struct said_part *found = NULL;
	int distance = 0;
	*best = FIT_NONE;
	for (each (p, &k->parts)) {
		enum fit fit = fit_of(k, &p->frame, x);
		const struct range *c = &p->frame.content;
		int far = fit == FIT_INSIDE ? c->to - c->from : fit == FIT_BEHIND ? x->head - c->to : c->from - x->head;
		far = far < 0 ? -far : far;
		if (fit == FIT_NONE || only_sure(&k->s, *c, x) || fit < *best || (fit == *best && far >= distance))
			continue;
		found = p;
		distance = far;
		*best = fit;
	}
	return found && is_speaker(r, k, x, r->d->statements.at[found->found - 1].speaker.name) ? found : NULL;
}

static struct hedge printed(struct reader *r, const struct tokens *s, const struct surety *x)
{
	struct buf b = buf_in(r->arena);
	for (int i = x->from; i < x->to; i++) {
		if (s->t[i].opens || s->t[i].closes)
			continue;
		if (b.n)
			buf_char(&b, ' ');
		buf_text(&b, s->t[i].word);
	}
	return (struct hedge){ buf_str(&b), (int)x->level, tokens_span(s, x->from, x->to) };
}

// What no statement of its sentence is said with waits for one in the next sentence, or is said of the one before.
static void leave(struct reader *r, const struct spoken *k, const struct surety *x, size_t sentence)
{
	if (x->clause >= 0 || x->thing)
		return;
	const struct token *t = range_empty(x->who) ? NULL : &k->s.t[x->who.from];
	bool speaker = !t || (x->who.to - x->who.from == 1 && first_person(t));
	bool quoted = k->s.t[x->head].quoted;
	const char *who = !speaker         ? resolve_name(r->mentions, &k->s, x->who, NULL)
			  : !t && !x->back ? NULL
			  : quoted         ? r->voice.name
					   : voice_own(r).name;
	if (who)
		list_push(r->arena, &r->unplaced,
			  ((struct unplaced){ printed(r, &k->s, x), arena_text(r->arena, who), sentence, x->back }));
}

void confidence_of_sentence(struct reader *r, const struct spoken *k, size_t sentence)
{
	struct surety x;
	for (int i = 0; i < k->s.n; i++) {
		if (!sureness_at(&k->s, i, &x))
			continue;
		enum fit fit;
		const struct said_part *best = best_part(r, k, &x, &fit);
		if (!best && fit == FIT_NONE)
			leave(r, k, &x, sentence);
		for (each (p, &k->parts)) { // "sure that A and that B" is so of both
			struct statement *st = &r->d->statements.at[p->found - 1];
			bool same = best && (p == best || (fit == FIT_CUE && p->frame.cue.at == best->frame.cue.at));
			if (same && may_be_sure(st, &x))
				st->confidence = printed(r, &k->s, &x);
		}
	}
}

// The first statement that begins in a sentence or behind it.
static size_t of_sentence(const struct document *d, size_t sentence)
{
	uint32_t from = sentence < d->sentences.n ? d->sentences.at[sentence].from : UINT32_MAX;
	return search_first(d->statements.n, k, d->statements.at[k].content.at[0].from < from);
}

// The statement of a speaker in a sentence, of those in text order: its first or its last; NULL where none is.
static struct statement *of_speaker(struct document *d, const char *who, size_t sentence, bool last)
{
	struct statement *found = NULL, *s = d->statements.at;
	size_t i = sentence < d->sentences.n ? of_sentence(d, sentence) : d->statements.n,
	       end = of_sentence(d, sentence + 1);
	for (; i < end; i++) {
		uint32_t at = s[i].content.at[0].from, before = found ? found->content.at[0].from : 0;
		bool same = strcmp(s[i].speaker.name, who) == 0 || names_same(s[i].speaker.name, who);
		if (same && may_be_sure(&s[i], NULL) && (!found || (at > before) == last))
			found = &s[i];
	}
	return found;
}

void confidence_settle(struct reader *r)
{
	for (each (u, &r->unplaced)) {
		struct statement *here = of_speaker(r->d, u->who, u->sentence, true);
		struct statement *before = u->sentence ? of_speaker(r->d, u->who, u->sentence - 1, true) : NULL;
		struct statement *after = of_speaker(r->d, u->who, u->sentence + 1, false);
		struct statement *to = here ? here : u->back || !after ? before : after;
		if (to)
			to->confidence = u->hedge;
	}
}
