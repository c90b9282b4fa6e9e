// A document's statements, sentence by sentence: words, frames, speakers, stances; inner frames first, since the
// innermost holder owns a claim and the frames around it only carry it.
#include "read/said.h"

#include "read/facts.h"
#include "read/voice.h"

#include "base/limits.h"

#include <ctype.h>
#include <string.h>

static struct statement *new_statement(struct reader *r, struct party speaker, span content, enum stance stance)
{
	struct document *d = r->d;
	for (size_t i = r->first; i < d->statements.n; i++) {
		struct statement *old = &d->statements.at[i];
		if (span_same(old->content.at[0], content) && strcmp(old->speaker.name, speaker.name) == 0)
			return NULL; // another cue of the same words
		if (span_holds(old->content.at[0], content) && old->stance == stance &&
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
	if (in->hedging.hedge.word && st->stance != STANCE_declines && st->stance != STANCE_no_conclusion) {
		st->likelihood = in->hedging.hedge;
		bool against = st->targets.n && st->targets.at[0].polarity == POLARITY_against;
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

// Bodies and people of state: "the ministry said it had ..." is rarely a confession.
static bool official(const char *name)
{
	static const char *const words[] = { "inistry",   "inister",     "olice",    "overnment", "gency",
					     "ervice",    "ffice",       "ourt",     "rosecutor", "fficial",
					     "ommission", "epartment",   "uthorit",  "ouncil",    "arliament",
					     "resident",  "nvestigator", "nspector", "etective",  "udge",
					     "pokes",     "awyer",       "ttorney",  "itness",    "eport",
					     "nalyst",    "xpert" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_find(slice_of(name), words[i]) >= 0)
			return true;
	return false;
}

// Whether a speaker may be taken to own up: "we did it" always; "he said he had done it" only of someone who stands
// accused, since "he" may be somebody else; a body with a name, unless it is an office.
static bool owns_up(const struct reader *r, const struct claim *c, const char *name)
{
	if (!c->third && !c->side)
		return true;
	for (int i = 0; i < r->n_accusations; i++)
		if (strcmp(r->accusations[i].actor, name) == 0)
			return true;
	return !c->side && mentions_being(r->mentions, name) != BEING_PERSON && isupper((unsigned char)name[0]) &&
	       !official(name);
}

// An admission that may be an accusation of somebody else is neither.
static void doubt_admission(const struct reader *r, struct reading *in, const char *name)
{
	if (in->stance != STANCE_admits || !in->claims.n || !in->claims.at[0].own ||
	    owns_up(r, &in->claims.at[0], name))
		return;
	in->claims.n = 0;
	in->stance = STANCE_reports;
}

static void say_part(struct reader *r, struct spoken *k, size_t i, const struct frame *f)
{
	struct party who = k->party[i];
	struct reading in = stance_of(&r->scratch, r->mentions, &r->topic, &k->s, &k->hits, f, who.name);
	if (!in.keep || range_empty(f->content))
		return;
	if (!who.name && f->cue.passive)
		who = (struct party){ .name = "[report]" };
	if (!who.name)
		return;
	doubt_admission(r, &in, who.name);
	struct statement *st = new_statement(r, who, tokens_span(&k->s, f->content.from, f->content.to), in.stance);
	if (!st)
		return;
	in.hedging.hedge.word = arena_text(r->arena, in.hedging.hedge.word);
	set_targets(r, st, &in);
	voice_chain(r, k, i, st);
	st->basis = voice_basis(k, f, &who, in.stance);
	if (in.stance == STANCE_assesses) {
		int from = f->cue.from < f->content.from ? f->cue.from : f->content.from;
		st->confidence = hedges_confidence(&r->scratch, &k->s, &k->hits, from, f->content.to);
		st->confidence.word = arena_text(r->arena, st->confidence.word);
	}
	st->sure = st->targets.n ? 0.7 : 0.5;
	k->kept[i] = true;
	remember(r, st);
	for (int o = f->outer; o >= 0; o = k->frames.list.at[o].outer)
		k->carried[o] = true;
}

// A quotation of several sentences is a statement a sentence; "that A and that B" is two.
static void say(struct reader *r, struct spoken *k, size_t i, const struct frame *f)
{
	const struct tokens *s = &k->s;
	struct frame part = *f;
	bool says = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_think || f->act == ACT_guess ||
		    f->act == ACT_according;
	for (int t = f->content.from; says && t < f->content.to; t++) {
		const struct token *at = &s->t[t];
		bool sentence = at->mark && (token_says(at, ".") || token_says(at, "?") || token_says(at, "!")) &&
				t + 1 < f->content.to && s->t[t + 1].capital;
		bool clause = token_says(at, "and") && t + 1 < f->content.to && token_says(&s->t[t + 1], "that") &&
			      operators_first(s, &k->hits, part.content.from, t).kind == OPERATOR_NONE &&
			      t - part.content.from > 3;
		if (!sentence && !clause)
			continue;
		part.content.to = t;
		say_part(r, k, i, &part);
		part.content = (struct range){ t + (sentence ? 1 : 2), f->content.to };
	}
	say_part(r, k, i, &part);
}

// Where an inner frame takes over: at its source, or at its cue where the source is shared with a verb before ("it has
// reached no conclusion and only assesses that").
static int takes_over(const struct tokens *s, const struct frame *in)
{
	bool apart = range_empty(in->source) || in->source.from > in->cue.from;
	for (int t = in->source.to; !apart && t < in->cue.from; t++)
		apart = phrase_finite(s, t);
	int from = apart ? in->cue.from : in->source.from;
	while (apart && from > 0 && token_is(&s->t[from - 1], IS(conj) | IS(adv)))
		from--;
	return from;
}

// What is left of an outer frame's content before the inner one takes over.
static void say_outer(struct reader *r, struct spoken *k, size_t i)
{
	struct frame f = k->frames.list.at[i];
	bool clause = f.act == ACT_say || f.act == ACT_tell || f.act == ACT_think || f.act == ACT_guess ||
		      f.act == ACT_show || f.act == ACT_according || f.act == ACT_cite;
	for (size_t n = 0; clause && n < k->frames.list.n; n++) {
		const struct frame *in = &k->frames.list.at[n];
		int from = takes_over(&k->s, in);
		bool own = from == f.content.from && k->party[n].name == k->party[i].name;
		if (in->outer == (int)i && n != i && (k->carried[n] || k->kept[n]) && from < f.content.to &&
		    from >= f.content.from && !own)
			f.content.to = from;
	}
	if (clause && k->carried[i] && f.content.to - f.content.from < 6)
		return;
	say(r, k, i, &f);
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
	bool asks = in.stance == STANCE_no_conclusion && k->s.n && phrase_find(&k->s, 0, k->s.n, "who") >= 0;
	bool telling = in.keep && in.claims.n && (whole || hedged || asks);
	if (telling && in.stance != STANCE_reports) {
		list_push(&r->scratch, &k->frames.list, f);
		say(r, k, 0, &f);
	}
}

// Where a sentence begins after its dateline: "HALDEN, March 9 (Meridian) - ".
static span without_dateline(const char *text, span at)
{
	struct slice s = slice_in(text, at);
	size_t capitals = 0;
	while (capitals < s.len && (isupper((unsigned char)s.at[capitals]) || s.at[capitals] == ' '))
		capitals++;
	if (capitals < 4)
		return at;
	s.len = s.len < 120 ? s.len : 120;
	static const char *const ends[] = { ") - ", ") \xE2\x80\x94 ", ") \xE2\x80\x93 ", " \xE2\x80\x94 ",
					    " \xE2\x80\x93 " };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		ptrdiff_t found = slice_find(s, ends[i]);
		if (found >= 0)
			return (span){ at.from + (uint32_t)found + (uint32_t)strlen(ends[i]), at.to };
	}
	return at;
}

// "Nobody has claimed responsibility": the report's own words that nobody has.
static void say_nobody(struct reader *r, const struct spoken *k)
{
	struct operator_at op = operators_first(&k->s, &k->hits, 0, k->s.n);
	if (op.kind != OPERATOR_NOBODY)
		return;
	int end = k->s.n;
	while (end > 0 && k->s.t[end - 1].mark)
		end--;
	struct statement *st = new_statement(r, (struct party){ .name = "[report]" }, tokens_span(&k->s, op.from, end),
					     STANCE_no_conclusion);
	if (st)
		add_target(r, st, ROLE_unknown, "", POLARITY_for);
}

static int depth_of(const struct frames *f, size_t i)
{
	int depth = 0;
	for (int k = f->list.at[i].outer; k >= 0; k = f->list.at[k].outer)
		depth++;
	return depth;
}

static void read_sentence(struct reader *r, struct spoken *k)
{
	for (size_t i = 0; i < k->frames.list.n; i++) {
		const struct frame *f = &k->frames.list.at[i];
		k->party[i] = voice_party(r, k, i);
		if (!range_empty(f->source) && k->party[i].name)
			mentions_speak(r->mentions, &k->s, f->source, k->party[i].name);
	}
	for (int depth = FRAMES_MOST; depth >= 0; depth--) // the inner before the outer, which loses what they say
		for (size_t i = k->frames.list.n; i-- > 0;)
			if (depth_of(&k->frames, i) == depth)
				say_outer(r, k, i);
	if (!k->frames.list.n)
		say_quoted(r, k);
	if (r->d->statements.n == r->first)
		say_nobody(r, k);
	for (size_t i = 0; i < k->frames.list.n; i++)
		if (k->party[i].name && k->frames.list.at[i].outer < 0)
			r->voice = k->party[i];
	facts_of_sentence(r, k);
}

// Statements in text order, numbered so.
static void in_order(struct reader *r)
{
	size_t from = r->first;
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

static void warn_of_limits(struct reader *r, size_t long_ones)
{
	struct document *d = r->d;
	if (long_ones)
		list_push(r->arena, &d->warnings,
			  arena_printf(r->arena,
				       "sentences of more than %d words (SENTENCE), not searched for statements: %zu",
				       LIMIT_SENTENCE, long_ones));
	if (d->statements.n >= LIMIT_STATEMENTS)
		list_push(r->arena, &d->warnings, "more statements than the limit STATEMENTS: the rest is left out");
}

void said_statements(struct arena *a, const struct tables *t, struct document *d)
{
	struct reader *r = arena_new(a, struct reader);
	struct spoken *k = arena_new(a, struct spoken);
	r->arena = a;
	r->d = d;
	r->tables = t;
	r->mentions = arena_new(a, struct mentions);
	r->mentions->arena = a;
	bool open = false;
	size_t long_ones = 0;
	for (size_t i = 0; i < d->sentences.n && d->statements.n < LIMIT_STATEMENTS; i++) {
		span at = i < 8 ? without_dateline(d->text, d->sentences.at[i]) : d->sentences.at[i];
		while (r->paragraph + 1 < d->paragraphs.n && d->paragraphs.at[r->paragraph + 1].from <= at.from) {
			r->paragraph++;
			open = false; // a quotation that runs on is opened again
		}
		memset(k, 0, sizeof *k);
		k->s = tokens_of(&r->scratch, t->vocabulary, d->text, at, open);
		open = k->s.open_after;
		if (!k->s.cut && k->s.n) {
			r->first = d->statements.n;
			k->hits = lexicon_match(&r->scratch, t->lexicon, &k->s);
			if (i < 4)
				claims_learn(a, &r->topic, &k->s);
			mentions_learn(r->mentions, &k->s);
			k->frames = frames_of(&r->scratch, &k->s, &k->hits);
			read_sentence(r, k);
			in_order(r);
		}
		long_ones += k->s.cut;
		arena_free(&r->scratch);
	}
	warn_of_limits(r, long_ones);
}
