// A document's statements, sentence by sentence: words, frames, speakers, stances; inner frames first, since the
// innermost holder owns a claim and the frames around it only carry it.
#include "read/said.h"

#include "read/facts.h"
#include "read/voice.h"

#include "base/limits.h"

#include <string.h>

static struct statement *new_statement(struct reader *r, struct party speaker, span content, enum stance stance)
{
	struct document *d = r->d;
	for (size_t i = 0; i < d->statements.n; i++) {
		struct statement *old = &d->statements.at[i];
		if (span_same(old->content.at[0], content) && old->stance == stance &&
		    strcmp(old->speaker.name, speaker.name) == 0)
			return NULL;
	}
	struct statement *st = list_add(r->arena, &d->statements);
	st->id = arena_printf(r->arena, "s%zu", d->statements.n);
	st->document = d->id;
	list_push(r->arena, &st->content, content);
	st->speaker = speaker;
	st->stance = stance;
	st->sure = 0.5;
	return st;
}

static void add_target(struct reader *r, struct statement *st, enum role role, const char *actor, enum polarity p)
{
	for (size_t i = 0; i < st->targets.n; i++)
		if (st->targets.at[i].role == role && strcmp(st->targets.at[i].actor, actor) == 0)
			return;
	struct target *t = list_add(r->arena, &st->targets);
	t->role = role;
	t->actor = actor;
	t->polarity = p;
}

// The claims of a reading become targets; the speaker's own side is the party that stands accused.
static void set_targets(struct reader *r, struct statement *st, const struct reading *in)
{
	for (int i = 0; i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		const char *actor = c->actor;
		if (c->own && in->polarity[i] == POLARITY_against) {
			const struct accusation *a = voice_accused(r, st->speaker.name);
			actor = a && a->role == c->role ? a->actor : st->speaker.name;
		} else if (c->own) {
			actor = st->speaker.name;
		}
		add_target(r, st, c->role, actor, in->polarity[i]);
	}
	const struct accusation *a = in->against_latest ? voice_accused(r, st->speaker.name) : NULL;
	if (a && !st->targets.n)
		add_target(r, st, a->role, a->actor, POLARITY_against);
	if (in->hedging.hedge.word && st->targets.n && st->stance != STANCE_declines) {
		st->likelihood = in->hedging.hedge;
		bool against = st->targets.at[0].polarity == POLARITY_against;
		if (against && !in->hedging.turns)
			st->likelihood.level = (int)hedges_flip((enum level)st->likelihood.level);
	}
}

static void remember(struct reader *r, const struct statement *st)
{
	if (st->stance != STANCE_accuses && st->stance != STANCE_assesses && st->stance != STANCE_speculates &&
	    st->stance != STANCE_admits)
		return;
	for (size_t i = 0; i < st->targets.n; i++)
		if (st->targets.at[i].polarity == POLARITY_for)
			voice_accuse(r, st->targets.at[i].role, st->targets.at[i].actor, st->speaker.name);
}

static void say(struct reader *r, struct spoken *k, size_t i, const struct frame *f)
{
	struct party who = k->party[i];
	struct reading in = stance_of(&r->scratch, r->mentions, &r->topic, &k->s, &k->hits, f, who.name);
	if (!in.keep || range_empty(f->content))
		return;
	if (!who.name && f->cue.passive)
		who = (struct party){ .name = "[report]" };
	if (!who.name)
		return;
	struct statement *st = new_statement(r, who, tokens_span(&k->s, f->content.from, f->content.to), in.stance);
	if (!st)
		return;
	in.hedging.hedge.word = arena_text(r->arena, in.hedging.hedge.word);
	set_targets(r, st, &in);
	voice_chain(r, k, i, st);
	st->basis = voice_basis(k, f, &who, in.stance);
	if (in.stance == STANCE_assesses) {
		st->confidence =
		    hedges_confidence(&r->scratch, &k->s, &k->hits,
				      f->cue.from < f->content.from ? f->cue.from : f->content.from, f->content.to);
		st->confidence.word = arena_text(r->arena, st->confidence.word);
	}
	st->sure = st->targets.n ? 0.7 : 0.5;
	remember(r, st);
	for (int o = f->outer; o >= 0; o = k->frames.list.at[o].outer)
		k->carried[o] = true;
}

// What is left of an outer frame's content before the inner one takes over.
static void say_outer(struct reader *r, struct spoken *k, size_t i)
{
	struct frame f = k->frames.list.at[i];
	for (size_t n = 0; n < k->frames.list.n; n++) {
		const struct frame *in = &k->frames.list.at[n];
		int from = range_empty(in->source) || in->source.from > in->cue.from ? in->cue.from : in->source.from;
		if (in->outer == (int)i && n != i && (k->carried[n] || k->party[n].name) && from < f.content.to &&
		    from > f.content.from)
			f.content.to = from;
	}
	if (k->carried[i] && f.content.to - f.content.from < 6)
		return;
	say(r, k, i, &f);
}

static void learn_attribution(struct reader *r, const struct spoken *k, const struct frame *f)
{
	if (range_empty(f->content) || range_empty(f->source))
		return;
	struct attribution *t = list_add(r->arena, &r->d->attributions);
	list_push(r->arena, &t->source, tokens_span(&k->s, f->source.from, f->source.to));
	list_push(r->arena, &t->cue, tokens_span(&k->s, f->cue.from, f->cue.to));
	list_push(r->arena, &t->content, tokens_span(&k->s, f->content.from, f->content.to));
	t->confidence = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_according ? 0.8 : 0.6;
}

// A sentence of a quotation that has no cue of its own is the last speaker's.
static void say_quoted(struct reader *r, struct spoken *k)
{
	struct frame f = { .act = ACT_say, .lemma = "said", .joined = -1, .outer = -1, .content = { 0, k->s.n } };
	f.cue = (struct verb_group){ .modal = -1 };
	while (f.content.to > 0 && k->s.t[f.content.to - 1].mark)
		f.content.to--;
	bool whole = k->s.open_before || (k->s.n > 2 && k->s.t[0].opens);
	for (int i = 0; i < f.content.to; i++)
		whole &= k->s.t[i].quoted || k->s.t[i].mark;
	k->party[0] = whole ? r->voice : (struct party){ .name = "[report]" };
	if (!k->party[0].name)
		return;
	struct reading in = stance_of(&r->scratch, r->mentions, &r->topic, &k->s, &k->hits, &f, k->party[0].name);
	bool hedged = in.hedging.hedge.word && (in.stance == STANCE_speculates || in.stance == STANCE_assesses);
	bool telling = in.keep && in.claims.n && (whole || hedged || in.stance == STANCE_no_conclusion);
	if (telling && in.stance != STANCE_reports) {
		list_push(&r->scratch, &k->frames.list, f);
		say(r, k, 0, &f);
	}
}

static void read_sentence(struct reader *r, struct spoken *k)
{
	size_t before = r->d->statements.n;
	for (size_t i = 0; i < k->frames.list.n; i++) {
		const struct frame *f = &k->frames.list.at[i];
		k->party[i] = voice_party(r, k, i);
		if (!range_empty(f->source) && k->party[i].name)
			mentions_speak(r->mentions, &k->s, f->source, k->party[i].name);
		learn_attribution(r, k, f);
	}
	for (size_t i = k->frames.list.n; i-- > 0;)
		say_outer(r, k, i);
	if (!k->frames.list.n)
		say_quoted(r, k);
	for (size_t i = 0; i < k->frames.list.n; i++)
		if (k->party[i].name && k->frames.list.at[i].outer < 0)
			r->voice = k->party[i];
	facts_of_sentence(r, k, before);
}

// Statements in text order, numbered so.
static void in_order(struct reader *r, size_t from)
{
	struct statement *at = r->d->statements.at;
	for (size_t i = from + 1; i < r->d->statements.n; i++)
		for (size_t j = i; j > from && at[j].content.at[0].from < at[j - 1].content.at[0].from; j--) {
			struct statement swap = at[j];
			at[j] = at[j - 1];
			at[j - 1] = swap;
		}
	for (size_t i = from; i < r->d->statements.n; i++)
		at[i].id = arena_printf(r->arena, "s%zu", i + 1);
}

void said_statements(struct arena *a, struct document *d)
{
	struct reader *r = arena_new(a, struct reader);
	struct spoken *k = arena_new(a, struct spoken);
	r->arena = a;
	r->d = d;
	r->vocabulary = vocabulary_read(a);
	r->lexicon = lexicon_read(a);
	r->mentions = arena_new(a, struct mentions);
	r->mentions->arena = a;
	bool open = false;
	for (size_t i = 0; i < d->sentences.n && d->statements.n < LIMIT_STATEMENTS; i++) {
		span at = d->sentences.at[i];
		while (r->paragraph + 1 < d->paragraphs.n && d->paragraphs.at[r->paragraph + 1].from <= at.from) {
			r->paragraph++;
			open = false; // a quotation that runs on is opened again
		}
		memset(k, 0, sizeof *k);
		k->s = tokens_of(&r->scratch, r->vocabulary, d->text, at, open);
		open = k->s.open_after;
		if (!k->s.cut && k->s.n) {
			size_t first = d->statements.n;
			k->hits = lexicon_match(&r->scratch, r->lexicon, &k->s);
			if (i < 4)
				claims_learn(a, &r->topic, &k->s);
			mentions_learn(r->mentions, &k->s);
			k->frames = frames_of(&r->scratch, &k->s, &k->hits);
			read_sentence(r, k);
			in_order(r, first);
		}
		arena_free(&r->scratch);
	}
}
