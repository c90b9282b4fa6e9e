// A document's statements, sentence by sentence: words, frames, speakers, stances; inner frames first, since the
// innermost holder owns a claim and the frames around it only carry it.
#include "read/said.h"

#include "read/accusing.h"
#include "read/aim.h"
#include "read/bearing.h"
#include "read/confidence.h"
#include "read/content.h"
#include "read/decide.h"
#include "read/facts.h"
#include "read/likelihood.h"
#include "read/odds.h"
#include "read/owning.h"
#include "read/relay.h"
#include "read/target.h"
#include "read/voice.h"
#include "read/voiced.h"

#include "base/limits.h"

#include <ctype.h>
#include <string.h>

// `again`: the same words may have been another's before.
static struct statement *new_statement(struct reader *r, struct party speaker, span content, enum stance stance,
				       bool again)
{
	struct document *d = r->d;
	for (size_t i = r->first; i < d->statements.n; i++) {
		struct statement *old = &d->statements.at[i];
		if (span_same(old->content.at[0], content) && !again)
			return NULL; // another cue of the same words, or who carries them
		bool same = old->stance == stance && strcmp(old->speaker.name, speaker.name) == 0;
		bool that =
		    old->content.at[0].to == content.to && content.from + sizeof "that" == old->content.at[0].from;
		if (same && (that || span_holds(old->content.at[0], content)))
			return NULL;
	}
	struct statement *st = list_add(r->arena, &d->statements);
	st->found = (uint32_t)d->statements.n;
	st->document = d->id;
	list_push(r->arena, &st->content, content);
	st->speaker = speaker;
	st->stance = stance;
	st->sure = 0.5;
	return st;
}

// The hedge, of the first target. "Impossible" is a denial, and no likelihood.
static void set_likelihood(struct statement *st, const struct verdict *in)
{
	if (!in->hedging.hedge.word || strcmp(in->hedging.hedge.word, "impossible") == 0 ||
	    st->stance == STANCE_declines || (st->stance == STANCE_no_conclusion && !in->hedging.worded))
		return;
	st->likelihood = in->hedging.hedge;
	bool against = st->targets.n && st->targets.at[0].polarity == POLARITY_against;
	if ((against && !in->hedging.turns) || in->twice)
		st->likelihood.level = (int)hedges_flip((enum level)st->likelihood.level);
}

// A hedge beside the only thing that a sentence says: "The most likely cause, they say, is a fault." Of a quotation of
// several sentences, only the one that says it.
static bool hedge_beside(struct reader *r, const struct spoken *k, struct range content, struct verdict *in)
{
	int from = content.from, to = content.to;
	while (from > 0 && !content_stops(&k->s, from - 1))
		from--;
	while (to < k->s.n && !content_stops(&k->s, to))
		to++;
	struct hedging all = hedges_likelihood(&r->scratch, &k->s, &k->hits, from, to);
	bool inside = span_holds(tokens_span(&k->s, content.from, content.to), all.hedge.at);
	if (!all.estimate || inside)
		return false; // what stands in the content has been weighed
	in->hedging = all;
	in->hedging.hedge.word = arena_text(r->arena, all.hedge.word);
	return true;
}

// Whether it stands in what another denies or rejects: what is left of it, nobody can tell.
static bool is_taken_back(const struct spoken *k, const struct frame *f)
{
	static const char *const once[] = { "earlier", "previous", "original" };
	for (int i = 1; i < k->s.n; i++) // "an earlier version of this article said"
		if (token_says(&k->s.t[i], "version") && token_among(&k->s.t[i - 1], once))
			return true;
	for (int o = f->outer; o >= 0; o = k->frames.list.at[o].outer) {
		const struct frame *out = &k->frames.list.at[o];
		if (out->act == ACT_deny || out->act == ACT_reject || out->act == ACT_doubt)
			return true;
	}
	return false;
}

// Shows a frame to who trains the gate.
static void show(struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		 const struct verdict *in)
{
	if (!r->watch)
		return;
	struct said_candidate *c = arena_new(&r->scratch, struct said_candidate);
	span content = tokens_span(&k->s, f->content.from, f->content.to);
	*c = (struct said_candidate){ content, who->name ? who->name : "", in, { 0 }, 0 };
	c->features = gate_features(r, k, f, who, in, c->feature);
	r->watch->see(r->watch->context, c);
}

// And what it may be aimed at, once it is a statement.
static void show_aims(struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		      const struct verdict *in, struct aims *all, const struct statement *st)
{
	for (int i = 0; r->watch && i < all->n; i++) {
		struct said_aim *a = arena_new(&r->scratch, struct said_aim);
		*a = (struct said_aim){ st->content.at[0], who->name, in->stance, &all->at[i], { 0 }, 0 };
		a->features = aim_features(r, k, f, who, in, all, i, a->feature);
		all->at[i].taught = r->watch->see_aim(r->watch->context, a);
	}
}

// "I would stake my name on it": words that only say how sure their speaker is of what was just said are no statement.
static bool is_sureness(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker)
{
	enum { NEAR = 200 }; // bytes
	const struct document *d = r->d;
	const struct statement *last = d->statements.n ? &d->statements.at[d->statements.n - 1] : NULL;
	return last && strcmp(last->speaker.name, speaker) == 0 && last->content.at[0].to + NEAR >= k->s.at.from &&
	       confidence_alone(r, k, f, speaker);
}

static void say_part(struct reader *r, struct spoken *k, size_t i, const struct frame *whole)
{
	struct frame only = *whole, *f = &only;
	f->content.to = content_whole(&k->s, f->content);
	struct party who = k->party[i];
	if (range_empty(f->content))
		return;
	if (!who.name && f->cue.passive)
		who = voice_around(k, i);
	bool by_others = f->act == ACT_accuse || f->act == ACT_blame ||
			 (f->act == ACT_tell && k->s.t[f->cue.at].quoted);
	if (who.name && f->cue.passive && who.name != k->party[i].name && by_others)
		return; // "She said he was being blamed": not by her
	if (!who.name && f->cue.passive)
		who = voice_own(r);
	bool told = who.name && !is_taken_back(k, f) && !owning_mistaken(r, k, f, who.name);
	if (told && f->act == ACT_admit && owning_of_another(&k->s, f->source, who.name))
		return;
	if (!told && !r->watch)
		return; // who trains the gate is shown what is no statement, too
	struct verdict in = stance_of(&r->scratch, r->mentions, &r->topic, &k->s, &k->hits, f, k->party[i].name);
	if (f->cue.to == 0 && who.name && voice_is_own(r, who.name))
		who = voice_untold(r, k, in.stance, who);
	show(r, k, f, &who, &in);
	if (!told || likelihood_only(r, k, f, who.name) || is_sureness(r, k, f, who.name))
		return;
	struct decision made = decide(r, k, f, &who, &in);
	if (made.fact)
		facts_add(r, k, whole->content, who.name);
	if (!in.keep)
		return;
	owning_quoted(r, k, f, &in, who.name);
	owning_up(r, &k->s, f, &in, who.name);
	owning_charge(&k->s, f, &in);
	if (in.stance == STANCE_accuses && voice_accuses(r, k, f, who.name))
		return;
	span at = tokens_span(&k->s, f->content.from, f->content.to);
	struct statement *st =
	    voiced_within_last(r->d, who.name, in.stance, at) ? NULL : new_statement(r, who, at, in.stance, f->again);
	if (!st)
		return;
	in.hedging.hedge.word = arena_text(r->arena, in.hedging.hedge.word);
	if (in.stance != STANCE_declines) {
		struct aims aims = aim_all(r, k, f, &who, &in);
		show_aims(r, k, f, &who, &in, &aims, st);
		target_set(r, k, f, &who, &in, &aims, st);
		if (st->stance == STANCE_accuses && in.guessed && !aim_told(&k->s, &aims, st))
			st->stance = STANCE_assesses; // no word accuses, and nobody in the words is accused
	}
	if (!in.hedging.hedge.word && k->frames.list.n == 1 && hedge_beside(r, k, f->content, &in) &&
	    st->stance == STANCE_accuses)
		st->stance = STANCE_assesses; // "In all probability, she said, he killed her"
	if (!in.hedging.hedge.word && in.stance == STANCE_not_ruled_out)
		in.hedging = hedges_conceded(r->arena, &k->s, &k->hits, f->content.to);
	set_likelihood(st, &in);
	relay_chain(r, k, i, st);
	st->basis = voice_basis(k, f, &who, in.stance);
	list_push(&r->scratch, &k->parts, ((struct said_part){ st->found, *f }));
	st->sure = made.sure;
	k->kept[i] = st->found;
	for (each (t, &st->targets))
		voiced_keep(r, st, t);
	r->last_by = st->speaker.name;
	for (int o = f->outer; o >= 0; o = k->frames.list.at[o].outer)
		k->carried[o] = true;
}

static bool ends_sentence(const struct tokens *s, int t, int to)
{
	return content_stops(s, t) && t + 1 < to && s->t[t + 1].capital;
}

// "Brandt and Marsh blamed each other": each says it of the other.
static bool say_each(struct reader *r, struct spoken *k, size_t i, const struct frame *f)
{
	struct frame of[2];
	struct party both = k->party[i];
	if (!accusing_each(&k->s, f, of))
		return false;
	for (int n = 0; n < 2; n++) {
		k->party[i] = voice_of(r, &k->s, of[n].source, NULL);
		say_part(r, k, i, &of[n]);
	}
	k->party[i] = both;
	return true;
}

// A quotation of several sentences is a statement a sentence; "that A and that B" is two, and so is "A 70%, B 30%".
static void say(struct reader *r, struct spoken *k, size_t i, const struct frame *f)
{
	const struct tokens *s = &k->s;
	struct frame part = *f;
	bool says = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_think || f->act == ACT_guess ||
		    f->act == ACT_according;
	int colon = phrase_find(s, f->content.from, f->content.to, ":");
	bool list = odds_list(s, colon < 0 ? f->content.from : colon + 1, f->content.to);
	if (say_each(r, k, i, f))
		return;
	for (int t = f->content.from; (says || list) && t < f->content.to; t++) {
		bool item = list && phrase_comma(s, t);
		bool sentence = item || ends_sentence(s, t, f->content.to);
		bool clause = token_says(&s->t[t], "and") && t + 1 < f->content.to &&
			      token_says(&s->t[t + 1], "that") &&
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

// Whether a frame says a part of what the same speaker thinks in another one: "She thought it unlikely that it was he,
// she noted". Apart, it may have lost a hedge.
static bool within_own(const struct spoken *k, size_t i)
{
	const struct frame *f = &k->frames.list.at[i];
	for (size_t n = 0; n < k->frames.list.n; n++) {
		const struct frame *out = &k->frames.list.at[n];
		bool holds = out->content.from < f->content.from && f->content.to <= out->content.to;
		bool cue = f->cue.at >= out->content.from && f->cue.at < out->content.to;
		bool thinks = out->act == ACT_think || out->act == ACT_guess || out->act == ACT_doubt;
		if (n != i && thinks && holds && !cue && k->party[i].name && k->party[n].name == k->party[i].name)
			return true;
	}
	return false;
}

// "Dismissed it, saying the group was a front": what is said instead of what is taken back.
static bool says_instead(const struct spoken *k, const struct frame *out, const struct frame *in)
{
	const struct token *cue = &k->s.t[in->cue.at];
	return frames_take_back(out->act) && in->cue.from > out->cue.at && cue->forms & FORM_ING &&
	       phrase_comma(&k->s, in->cue.from - 1);
}

// What is left of an outer frame's content before the inner one takes over.
static void say_left(struct reader *r, struct spoken *k, size_t i, struct frame f)
{
	bool cut = false, clause = f.act == ACT_say || f.act == ACT_tell || f.act == ACT_think || f.act == ACT_guess ||
				   f.act == ACT_show || f.act == ACT_according || f.act == ACT_cite;
	for (size_t n = 0; n < k->frames.list.n; n++) {
		const struct frame *in = &k->frames.list.at[n];
		int from = frames_take_over(&k->s, in);
		bool own = from == f.content.from && k->party[n].name == k->party[i].name;
		if (clause && own && n != i && in->outer == (int)i && k->kept[n] && in->content.to >= f.content.to)
			return; // "he said he doubted that ..." says it once
		bool said = (clause && (k->carried[n] || k->kept[n])) || (!in->away && says_instead(k, &f, in));
		if (in->outer == (int)i && n != i && said && from < f.content.to && from >= f.content.from && !own) {
			f.content.to = from - phrase_comma(&k->s, from - 1);
			cut = true;
		}
	}
	if ((clause && cut && f.content.to - f.content.from < 6) || within_own(k, i))
		return;
	say(r, k, i, &f);
}

// A frame's sentences, each without what inner frames say of it.
static void say_outer(struct reader *r, struct spoken *k, size_t i)
{
	struct frame f = k->frames.list.at[i];
	int end = f.content.to;
	for (int t = f.content.from; t < end; t++) {
		if (!ends_sentence(&k->s, t, end))
			continue;
		f.content.to = t;
		say_left(r, k, i, f);
		f.content = (struct range){ t + 1, end };
	}
	say_left(r, k, i, f);
}

// A frame, in its turn, with those behind it that say the same words: of two cues the nearer says what they are, as in
// "consider the possibility that".
static void say_alike(struct reader *r, struct spoken *k, size_t i, int depth)
{
	const struct range c = k->frames.list.at[i].content;
	for (size_t n = 0; n < i; n++)
		if (frames_depth(&k->frames, n) == depth && range_same(k->frames.list.at[n].content, c))
			return; // said with that one
	for (size_t n = k->frames.list.n; n-- > i;)
		if (frames_depth(&k->frames, n) == depth && range_same(k->frames.list.at[n].content, c))
			say_outer(r, k, n);
}

// A sentence of a quotation that has no cue of its own is the last speaker's.
static void say_quoted(struct reader *r, struct spoken *k)
{
	struct frame f = { .act = ACT_own, .lemma = "", .joined = -1, .outer = -1, .heard = -1 };
	f.content.to = k->s.n;
	f.cue = (struct verb_group){ .modal = -1 };
	while (f.content.to > 0 && k->s.t[f.content.to - 1].mark)
		f.content.to--;
	bool whole = k->s.open_before || (k->s.n > 2 && k->s.t[0].opens);
	if (r->floor.name && k->s.n && token_says(&k->s.t[k->s.n - 1], "?"))
		return; // who asks another holds nothing yet
	for (int i = 0; i < f.content.to; i++)
		whole &= k->s.t[i].quoted || k->s.t[i].mark;
	k->party[0] = whole ? r->voice : voice_own(r);
	if (!k->party[0].name)
		return;
	if (whole)
		f.act = ACT_say;
	list_push(&r->scratch, &k->frames.list, f);
	say(r, k, 0, &f);
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
	static const char *const ends[] = { ") - ",           ") \xE2\x80\x94 ", ") \xE2\x80\x93 ",
					    " \xE2\x80\x94 ", " \xE2\x80\x93 ",  " - " };
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
	struct statement *st =
	    new_statement(r, voice_own(r), tokens_span(&k->s, op.from, end), STANCE_no_conclusion, false);
	if (st)
		list_push(r->arena, &st->targets,
			  ((struct target){ .role = ROLE_unknown, .actor = "", .polarity = POLARITY_for }));
}

// Whom "that could include" names; empty where a sentence does not go on so.
static struct range included(const struct tokens *s)
{
	static const char *const openers[] = { "that", "this", "these", "which", "they" };
	static const char *const verbs[] = { "include", "includes", "included" };
	int i = 1;
	if (!s->n || !token_among(&s->t[0], openers))
		return (struct range){ 0, 0 };
	while (i < s->n && token_is(&s->t[i], IS(modal) | IS(adv)))
		i++;
	if (i >= s->n || !token_among(&s->t[i], verbs))
		return (struct range){ 0, 0 };
	struct range who = phrase_noun(s, i + 1, s->n, NULL);
	return claims_actor(s, who) ? who : (struct range){ 0, 0 };
}

// What is not ruled out, told on in the next sentence: "That could include people of his own."
static void say_more(struct reader *r, const struct spoken *k)
{
	const struct tokens *s = &k->s;
	const struct document *d = r->d;
	struct range who = included(s);
	const struct statement *last = d->statements.n ? &d->statements.at[d->statements.n - 1] : NULL;
	if (range_empty(who) || !last || last->stance != STANCE_not_ruled_out ||
	    last->content.at[0].from < d->paragraphs.at[r->paragraph].from)
		return;
	const char *name = resolve_name(r->mentions, s, who, NULL);
	int end = s->n;
	while (end > 0 && s->t[end - 1].mark)
		end--;
	struct party speaker = last->speaker;
	struct statement *st =
	    name ? new_statement(r, speaker, tokens_span(s, 0, end), STANCE_not_ruled_out, false) : NULL;
	if (!st)
		return;
	st->likelihood = hedges_likelihood(&r->scratch, s, &k->hits, 0, end).hedge;
	st->likelihood.word = st->likelihood.word ? arena_text(r->arena, st->likelihood.word) : NULL;
	list_push(r->arena, &st->targets,
		  ((struct target){ .role = ROLE_did, .actor = name, .polarity = POLARITY_open }));
	voiced_keep(r, st, &st->targets.at[0]);
}

// A sentence, without its dateline at the text's beginning.
static span sentence_of(const struct reader *r, size_t i)
{
	span at = turn_words(&r->turns, r->d->sentences.at[i]);
	return i < 8 ? without_dateline(r->d->text, at) : at;
}

// "He killed my husband," the widow said of Pell: whom a pronoun in the words means.
static bool said_of(struct reader *r, const struct spoken *k, const struct frame *f)
{
	int of = f->cue.to > f->source.to ? f->cue.to : f->source.to;
	bool says = (f->act == ACT_say || f->act == ACT_tell) && f->trailing && !f->away;
	if (!says || of + 1 >= k->s.n || !token_says(&k->s.t[of], "of"))
		return false;
	struct range who = phrase_noun(&k->s, of + 1, k->s.n, NULL);
	const char *name = claims_actor(&k->s, who) ? resolve_name(r->mentions, &k->s, who, NULL) : NULL;
	if (name)
		mentions_speak(r->mentions, &k->s, who, name);
	return name != NULL;
}

static void read_sentence(struct reader *r, struct spoken *k, size_t sentence)
{
	for (size_t i = 0; i < k->frames.list.n; i++) {
		const struct frame *f = &k->frames.list.at[i];
		k->party[i] = f->away ? r->heard.list.at[f->heard].party : voice_party(r, k, i);
		if (f->heard >= 0)
			r->heard.list.at[f->heard].party = k->party[i];
		if (!range_empty(f->source) && k->party[i].name && !(f->cue.passive && frames_charges(f->act)))
			mentions_speak(r->mentions, &k->s, f->source, k->party[i].name); // not whom X is accused by
	}
	bool of = false;
	struct mentions *m = r->mentions;
	const struct {
		const char *he, *she, *it, *they;
	} before = { m->he, m->she, m->it, m->they };
	for (size_t i = 0; i < k->frames.list.n; i++) {
		voice_cite(r, k, i);
		of |= said_of(r, k, &k->frames.list.at[i]);
	}
	int deepest = 0;
	for (size_t i = 0; i < k->frames.list.n; i++)
		deepest = frames_depth(&k->frames, i) > deepest ? frames_depth(&k->frames, i) : deepest;
	for (int depth = deepest; depth >= 0; depth--) // the inner before the outer, which loses what they say
		for (size_t i = 0; i < k->frames.list.n; i++)
			if (frames_depth(&k->frames, i) == depth)
				say_alike(r, k, i, depth);
	if (of) { // in this sentence only
		m->he = before.he;
		m->she = before.she;
		m->it = before.it;
		m->they = before.they;
	}
	if (!k->frames.list.n)
		say_quoted(r, k);
	if (r->d->statements.n == r->first)
		say_more(r, k);
	if (r->d->statements.n == r->first)
		say_nobody(r, k);
	for (size_t i = 0; i < k->frames.list.n; i++)
		if (k->party[i].name ? voice_leads(k, i) : voice_opens(k, i))
			r->voice = k->party[i];
	voice_afar(r, k, sentence);
	likelihood_of_sentence(r, k);
	confidence_of_sentence(r, k, sentence);
	relay_keep(r, k);
	facts_of_sentence(r, k);
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

// Cuts a sentence into words; false where it is too long, or there are none.
static bool open_sentence(struct reader *r, struct spoken *k, span at, bool *open)
{
	memset(k, 0, sizeof *k);
	k->s = tokens_of(&r->scratch, r->tables->vocabulary, r->d->text, at, *open);
	*open = k->s.open_after;
	r->first = r->d->statements.n;
	if (k->s.cut || !k->s.n)
		return false;
	parse_join(&r->scratch, r->parse, &k->s);
	k->hits = lexicon_match(&r->scratch, r->tables->lexicon, &k->s);
	k->hedges = hedges_any(&k->s, &k->hits);
	return true;
}

// The frames of a sentence: those of the rules, and those that the tagger heard. Of words whose cue comes only behind,
// nobody knows yet whose they are.
static void open_frames(struct reader *r, struct spoken *k, size_t sentence)
{
	k->frames = frames_of(&r->scratch, &k->s, &k->hits);
	for (size_t i = heard_first(&r->heard, sentence); i < r->heard.at.n && r->heard.at.at[i].sentence == sentence;
	     i++) {
		struct heard *h = &r->heard.list.at[r->heard.at.at[i].heard];
		if (turn_is_label(&r->turns, h->is->cue.at[0]))
			h->party = r->floor;
		k->awaits |= h->cue > sentence;
		if (h->cue <= sentence)
			heard_join(&r->scratch, &k->s, &r->heard, r->heard.at.at[i].heard, &k->frames);
	}
	for (each (f, &k->frames.list))
		if (!f->away && f->cue.to > 0)
			content_within(&k->s, f);
	heard_settle(&k->frames);
	frames_nest(&k->frames);
}

// Words before this sentence whose cue is in it: "It was a bomb. It was no accident," he said.
static void read_back(struct reader *r, struct spoken *k, size_t sentence)
{
	for (size_t i = heard_first(&r->heard, sentence > BACK ? sentence - BACK : 0);
	     i < r->heard.at.n && r->heard.at.at[i].sentence < sentence; i++) {
		const struct heard_at *at = &r->heard.at.at[i];
		if (r->heard.list.at[at->heard].cue != sentence)
			continue;
		bool open = r->open[at->sentence % BACK];
		if (!open_sentence(r, k, sentence_of(r, at->sentence), &open))
			continue;
		heard_join(&r->scratch, &k->s, &r->heard, at->heard, &k->frames);
		read_sentence(r, k, at->sentence);
	}
}

void said_statements(struct arena *a, const struct tables *t, const struct parse *parse, const struct said_watch *watch,
		     struct document *d)
{
	struct reader *r = arena_new(a, struct reader);
	struct spoken *k = arena_new(a, struct spoken);
	r->arena = a;
	r->d = d;
	r->tables = t;
	r->parse = parse;
	r->watch = watch;
	r->mentions = arena_new(a, struct mentions);
	r->mentions->arena = a;
	r->names = arena_new(a, struct roster);
	r->names->arena = a;
	r->heard = heard_of(a, d);
	r->turns = turn_all(a, d);
	r->writer = writer_of(a, d);
	r->issuers = writer_heads(a, t->vocabulary, d);
	bool open = false;
	size_t long_ones = 0;
	for (size_t i = 0; i < d->sentences.n && d->statements.n < LIMIT_STATEMENTS; i++) {
		span at = sentence_of(r, i);
		while (r->paragraph + 1 < d->paragraphs.n && d->paragraphs.at[r->paragraph + 1].from <= at.from) {
			r->paragraph++;
			open = false; // a quotation that runs on is opened again
		}
		turn_reach(r, r->d->sentences.at[i]);
		writer_reach(r, r->d->sentences.at[i]);
		r->open[i % BACK] = open;
		if (open_sentence(r, k, at, &open)) {
			if (i < 4)
				claims_learn(a, &r->topic, &k->s);
			mentions_learn(r->mentions, &k->s);
			open_frames(r, k, i);
			read_sentence(r, k, i);
			resolve_subject(r->mentions, &k->s);
			mentions_focus(r->mentions, &k->s);
			mentions_body(r->mentions, &k->s);
			read_back(r, k, i);
		}
		long_ones += k->s.cut;
		arena_free(&r->scratch);
	}
	if (!bearing_of(d))
		d->statements.n = d->findings.n = 0; // what was taken for statements bears on nothing
	document_order_statements(a, d);
	confidence_settle(r);
	target_headline(d);
	warn_of_limits(r, long_ones);
}
