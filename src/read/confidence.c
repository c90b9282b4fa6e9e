// A sureness is its holder's, and goes to a statement of that holder or to none: to what follows its own words ("is
// sure that"), to what it stands in or behind ("..., though with low confidence"), else to what the same holder says in
// the sentence before or after.
#include "read/confidence.h"

#include "read/resolve.h"
#include "read/sureness.h"

#include "base/search.h"

#include <string.h>
#include <strings.h>

// Whether a paragraph is somebody's by the words before a colon that it begins with, as in a transcript: its "I" is
// they.
static bool labelled(const struct reader *r)
{
	enum { LABEL = 80 }; // bytes
	const char *text = r->d->text + r->d->paragraphs.at[r->paragraph].from;
	size_t n = strcspn(text, ":?!\n");
	return n < LABEL && text[n] == ':';
}

static bool between(int at, int from, int to)
{
	return from <= at && at < to;
}

// Whether who is sure is the speaker of a statement.
static bool is_speaker(struct reader *r, const struct spoken *k, const struct surety *x, const char *speaker)
{
	if (range_empty(x->who))
		return true;
	const struct token *t = &k->s.t[x->who.from];
	bool one = x->who.to - x->who.from == 1;
	if (one && voice_first_person(t))
		return t->quoted || strcmp(speaker, voice_own(r).name) == 0 || !x->who.from || labelled(r);
	static const char *const own[] = { "my", "our", "his", "her", "its", "their" };
	if (token_among(t, own) && x->who.to - x->who.from <= 3)
		return true; // "our services are sure", she says
	const char *name = voice_holder(r, k, x->who, speaker);
	return name && voice_means(name, speaker);
}

// Whether a sureness is of what follows it behind an "and", and not of what stands before: "attributes the breach to
// them and, with low confidence, the leak to others", "says so and points, with low confidence, to others".
static bool of_another(const struct tokens *s, const struct surety *x, int from)
{
	int next = x->to;
	while (next < s->n && (s->t[next].closes || phrase_comma(s, next)))
		next++;
	bool goes_on = next < s->n && !s->t[next].mark && !token_is(&s->t[next], IS(sub));
	if (x->kind != SURETY_BESIDE || x->back || !goes_on)
		return false;
	for (int k = x->from - 1; k > from; k--) {
		int at = phrase_skip_adverbs(s, k + 1, x->from);
		bool joins = token_says(&s->t[k], "and") || token_says(&s->t[k], "but");
		if (joins && (phrase_finite(s, at) || token_verb(&s->t[at]) || at == x->from ||
			      (phrase_comma(s, at) && at + 1 == x->from)))
			return true;
	}
	return false;
}

// Whether two frames are one speaker's.
static bool same_party(const struct spoken *k, const struct frame *a, const struct frame *b)
{
	const char *names[2] = { NULL, NULL };
	for (size_t i = 0; i < k->frames.list.n; i++) {
		int cue = k->frames.list.at[i].cue.at;
		names[0] = cue == a->cue.at ? k->party[i].name : names[0];
		names[1] = cue == b->cue.at ? k->party[i].name : names[1];
	}
	return names[0] && names[1] && strcmp(names[0], names[1]) == 0;
}

// How well the words of a frame fit a sureness: it is the frame's own cue; stands in its content; behind or before it.
enum fit { FIT_NONE, FIT_BEFORE, FIT_BEHIND, FIT_INSIDE, FIT_CUE };

static enum fit fit_of(const struct spoken *k, const struct frame *f, const struct surety *x)
{
	int cue = f->cue.from < f->content.from ? f->cue.from : f->content.from;
	int source = range_empty(f->source) || f->source.from > cue ? cue : f->source.from;
	// "bet the farm that", "as sure as one can be that"
	int begin = x->to > f->content.from ? x->to : f->content.from;
	bool own = x->clause >= 0 && x->clause <= begin + 1 && x->head >= source;
	int noun = x->clause - 2; // "low confidence in its assessment that"
	own |= noun >= begin && noun - begin <= 2 && x->head >= source &&
	       token_is(&k->s.t[noun], IS(thought) | IS(alleged) | IS(guessed) | IS(findnoun));
	// "sure of her job, she said"
	bool another = x->thing && x->kind == SURETY_STATE && f->content.from > x->to + 2;
	if (!f->away && between(x->head, source, f->content.from) && (own || (x->clause < 0 && !another)))
		return FIT_CUE;
	if (x->clause > x->head && x->clause == f->source.from) // "is sure that it has nothing to do with"
		return FIT_CUE;
	if (f->trailing && x->clause < 0 && between(x->head, f->content.to, f->cue.to))
		return FIT_CUE;
	if (x->from > f->content.from && of_another(&k->s, x, f->content.from))
		return FIT_NONE;
	if (between(x->head, f->content.from, f->content.to))
		return FIT_INSIDE;
	if (x->clause >= 0 || x->thing)
		return FIT_NONE;
	for (each (other, &k->frames.list)) { // somebody else speaks in between
		bool held = !range_empty(x->who) && between(other->cue.at, x->who.to, x->head); // "she puts it at"
		bool same = same_party(k, other, f); // "though it concedes that"
		bool behind = between(other->cue.at, f->content.to, x->head) && !held && !same;
		bool before = between(other->cue.at, x->to, f->cue.at) && other->content.from > f->content.from;
		if (!other->away && other->cue.at != f->cue.at && !other->trailing && (behind || before))
			return FIT_NONE;
	}
	if (x->head >= f->content.to)
		return FIT_BEHIND;
	if (x->back)
		return FIT_NONE;
	return x->kind == SURETY_BESIDE && x->to <= source ? FIT_BEFORE : FIT_NONE;
}

// Whether a statement can be said with a sureness. Being sure of what may not bear on the case tells nothing of it, but
// doubts, and a level of confidence, do.
static bool may_be_sure(const struct statement *st, const struct surety *x)
{
	bool weighs =
	    !x || x->doubted || x->graded || x->back || x->kind == SURETY_BESIDE || st->targets.n || st->sure >= .92;
	return st->stance != STANCE_declines && !st->confidence.word && weighs;
}

// "She told the court she was certain": a sureness that somebody tells of weighs, whatever it is about.
static bool is_told(const struct spoken *k, const struct frame *f, const struct surety *x)
{
	const struct frame *out = f->outer >= 0 ? &k->frames.list.at[f->outer] : NULL;
	return k->s.t[x->head].quoted || (out && (out->act == ACT_say || out->act == ACT_tell));
}

// "The police" of "the police hold that view with high confidence": who holds it, before a sureness that says nothing
// of whose it is; empty where it is a pronoun, or what is held.
static struct range holder(const struct tokens *s, const struct surety *x)
{
	struct range none = { 0, 0 };
	for (int i = 0; i < x->from; i++) {
		bool joined = false;
		if (!phrase_finite(s, i))
			continue;
		struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
		return range_empty(who) || token_is(&s->t[who.from], IS(pron)) || !claims_someone(s, who) ? none : who;
	}
	return none;
}

// Whether words say nothing but how sure somebody is, *x: "we hold that view with moderate confidence".
static bool alone(const struct tokens *s, struct range content, struct surety *x)
{
	static const char *const empty[] = {
		"hold",     "holds",   "held",        "say",       "says",     "said",       "attach",    "attaches",
		"attached", "place",   "places",      "placed",    "put",      "puts",       "assign",    "assigns",
		"assigned", "call",    "calls",       "called",    "rates",    "rated",      "gives",     "gave",
		"view",     "finding", "point",       "matter",    "judgment", "assessment", "mind",      "judgement",
		"though",   "here",    "made",        "own",       "too",      "conclusion", "describes", "described",
		"much",     "more",    "stress",      "stressed",  "score",    "reading",    "theory",    "anything",
		"count",    "front",   "explanation", "hypothesis"
	};
	static const char *const reasons[] = { "since", "because", "given" }; // it stands by what follows
	int own = 0, at = content.from;
	while (at < content.to && !sureness_at(s, at, x))
		at++;
	if (at >= content.to || x->clause >= 0)
		return false;
	x->who = range_empty(x->who) ? holder(s, x) : x->who;
	for (int i = x->to; i < content.to; i++)
		content.to = token_among(&s->t[i], reasons) ? i : content.to;
	for (int i = content.from; i < content.to; i++) {
		const struct token *t = &s->t[i];
		bool said = between(i, x->from, x->to) || between(i, x->who.from, x->who.to);
		bool other = phrase_finite(s, i) && !token_is(t, IS(be) | IS(have)) && !token_among(t, empty);
		own += said;
		if (other && !said)
			return false;
		if (!said && !t->mark && !t->opens && !t->closes && !token_among(t, empty) &&
		    !token_is(t, IS(pron) | IS(det) | IS(be) | IS(have) | IS(aux) | IS(prep) | IS(adv) | IS(conj)))
			return false;
	}
	return own > 0;
}

bool confidence_alone(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker)
{
	struct surety x;
	return alone(&k->s, f->content, &x) && (x.who.from == f->source.from || is_speaker(r, k, &x, speaker));
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

// "The engineers think it was the ice, and they do so with high confidence": the subject again, as a pronoun.
static bool takes_up(const struct reader *r, const struct spoken *k, const struct surety *x, const struct said_part *p)
{
	const struct token *t = range_empty(x->who) ? NULL : &k->s.t[x->who.from];
	bool pronoun = t && x->who.to - x->who.from == 1 && token_is(t, IS(pron)) && !voice_first_person(t);
	for (size_t i = 0; pronoun && i < k->frames.list.n; i++) { // another speaks in between
		int source = k->frames.list.at[i].source.from;
		pronoun &=
		    range_empty(k->frames.list.at[i].source) || source <= p->frame.source.from || source >= x->who.from;
	}
	const char *name = r->d->statements.at[p->found - 1].speaker.name;
	bool many = pronoun && token_says(t, "they") && mentions_sex(r->mentions, name) == SEX_UNKNOWN;
	return pronoun && (many || resolve_fits(r->mentions, t, name));
}

// "The police" of "the police concede they are not sure": who says so, right before who is sure; empty where nobody
// does.
static struct range says_so(const struct tokens *s, const struct surety *x)
{
	struct range none = { 0, 0 };
	bool one = x->who.to - x->who.from == 1 && token_is(&s->t[x->who.from], IS(pron));
	int own = one ? s->t[x->who.from].head : -1, verb = own >= 0 ? s->t[own].head : -1;
	if (verb <= 0 || verb >= x->who.from)
		return none;
	int last = verb - 1;
	while (last >= 0 && s->t[last].head != verb && !s->t[last].mark)
		last--;
	if (last < 0 || !token_noun(&s->t[last]))
		return none;
	int from = last;
	while (from > 0 && !s->t[from - 1].mark && !token_is(&s->t[from - 1], IS(sub) | IS(conj)))
		from--;
	return (struct range){ from, last + 1 };
}

// Whether somebody else says so between a part and a sureness.
static bool is_anothers(struct reader *r, const struct spoken *k, const struct surety *x, const struct said_part *p)
{
	struct range who = says_so(&k->s, x);
	if (range_empty(who) || who.from < p->frame.content.to)
		return false;
	const char *other = voice_holder(r, k, who, NULL);
	return !other || !voice_means(other, r->d->statements.at[p->found - 1].speaker.name);
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
	if (!found || (!range_empty(x->who) && found->frame.source.from == x->who.from))
		return found; // its own source
	if (*best == FIT_BEHIND && is_anothers(r, k, x, found))
		return NULL;
	if (((*best == FIT_BEHIND && x->back) || *best == FIT_CUE) && takes_up(r, k, x, found))
		return found;
	return is_speaker(r, k, x, r->d->statements.at[found->found - 1].speaker.name) ? found : NULL;
}

static struct hedge printed(struct reader *r, const struct tokens *s, const struct surety *x)
{
	struct buf b = buf_in(r->arena);
	for (int i = x->from; i < x->to; i++) {
		if (s->t[i].opens || s->t[i].closes)
			continue;
		if (b.n && !token_says(&s->t[i], ",") && !token_says(&s->t[i], "%"))
			buf_char(&b, ' ');
		buf_text(&b, s->t[i].word);
	}
	return (struct hedge){ buf_str(&b), (int)x->level, tokens_span(s, x->from, x->to) };
}

// Whom "her confidence" means.
static const char *owner_of(const struct mentions *m, const struct token *t)
{
	return token_says(t, "his")     ? m->he
	       : token_says(t, "her")   ? m->she
	       : token_says(t, "its")   ? m->it
	       : token_says(t, "their") ? m->they
					: NULL;
}

// "I call it improbable, and I am none too sure of that": it points back at its own sentence.
static bool points_inside(const struct spoken *k, const struct surety *x)
{
	int from = range_empty(x->who) || x->who.from > x->from ? x->from : x->who.from;
	if (x->back && from > 2 && token_is(&k->s.t[from - 1], IS(conj) | IS(sub)))
		return true;
	for (int i = 0; x->back && i < from; i++) {
		bool cue = false;
		for (each (f, &k->frames.list))
			cue |= between(i, f->cue.from, f->cue.to);
		bool own = i > 0 && token_is(&k->s.t[i], IS(be)) && sureness_points_back(&k->s.t[i - 1]); // "this was"
		if (!cue && !own && phrase_finite(&k->s, i))
			return true;
	}
	return false;
}

// "The firm's confidence is low", right behind what a body has said that nobody has called a firm: it is meant.
static bool is_some_body(const struct reader *r, const struct tokens *s, const struct surety *x)
{
	struct range who = x->who;
	const struct token *head = &s->t[who.to - 1];
	bool one = who.to - who.from == 2 && token_says(&s->t[who.from], "the") && token_is(head, IS(group));
	const char *word = one ? nominal_printed(r->arena, s, who.to - 1, who.to) : NULL;
	bool over = x->to >= s->n || s->t[x->to].mark || token_says(&s->t[x->to], "because"); // not "before the race"
	return one && over && r->last_by && !mentions_called(r->mentions, word, NULL) &&
	       mentions_being(r->mentions, r->last_by) != BEING_PERSON &&
	       mentions_sex(r->mentions, r->last_by) == SEX_UNKNOWN;
}

// What no statement of its sentence is said with waits for one in the next sentence, or is said of the one before.
// Alone, nobody being sure by name, it is a note on what was just said, whoever said that.
static void leave(struct reader *r, const struct spoken *k, const struct surety *x, size_t sentence)
{
	if (x->clause >= 0 || x->thing)
		return;
	const struct token *t = range_empty(x->who) ? NULL : &k->s.t[x->who.from];
	struct surety same = { 0 };
	bool one = t && x->who.to - x->who.from == 1;
	bool speaker = !t || (one && voice_first_person(t));
	bool note = speaker && !k->parts.n && alone(&k->s, (struct range){ 0, k->s.n }, &same);
	for (each (f, &k->frames.list)) { // "she added that she was only fairly confident, since"
		struct range own = f->content;
		for (int i = x->to; i < own.to; i++)
			own.to = (phrase_comma(&k->s, i) || token_is(&k->s.t[i], IS(sub))) ? i : own.to;
		note |= between(x->head, own.from, own.to) && alone(&k->s, own, &same);
	}
	if (!note && points_inside(k, x))
		return;
	const char *who = one ? owner_of(r->mentions, t) : NULL;
	if (note && !t) // whoever holds it, by the words or by the tagger; else whoever spoke last
		who = range_empty(same.who) ? voice_at(r, k, x->head) : voice_holder(r, k, same.who, NULL);
	if (note && !t && who && range_empty(same.who) && voice_is_own(r, who))
		who = NULL;
	struct range says = says_so(&k->s, x);
	if (!who && !range_empty(says))
		who = voice_holder(r, k, says, NULL);
	if (!one && t && x->back && is_some_body(r, &k->s, x))
		who = r->last_by;
	if (one && !who && x->back && r->last_by && resolve_fits(r->mentions, t, r->last_by))
		who = r->last_by; // "They did it, says A. She is sure of that."
	if (!who && !speaker)
		who = voice_holder(r, k, x->who, NULL);
	else if (!who && (k->s.t[x->head].quoted || t || (x->back && !note)) && (!labelled(r) || r->floor.name))
		who = voice_at(r, k, x->head);
	else if (!who)
		who = "";
	uint32_t since = note ? 0 : r->d->paragraphs.at[r->paragraph].from;
	since = *(who ? who : "") ? 0 : since;
	if (who && (t || x->back || note))
		list_push(r->arena, &r->unplaced,
			  ((struct unplaced){ printed(r, &k->s, x), arena_text(r->arena, who), sentence, since, x->back,
					      note }));
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
		bool weighs = best && fit >= FIT_INSIDE && is_told(k, &best->frame, &x);
		for (each (p, &k->parts)) { // "sure that A and that B" is so of both
			struct statement *st = &r->d->statements.at[p->found - 1];
			bool same = best && (p == best || (fit == FIT_CUE && p->frame.cue.at == best->frame.cue.at));
			if (!same || !may_be_sure(st, weighs ? NULL : &x))
				continue;
			st->confidence = printed(r, &k->s, &x);
			weighs = true; // what is said of one of them is of the other
		}
	}
}

// The first statement that begins in a sentence or behind it.
static size_t of_sentence(const struct document *d, size_t sentence)
{
	uint32_t from = sentence < d->sentences.n ? d->sentences.at[sentence].from : UINT32_MAX;
	return search_first(d->statements.n, k, d->statements.at[k].content.at[0].from < from);
}

// Whether a speaker is the report itself by another name: "this briefing".
static bool is_itself(const struct document *d, const struct party *p)
{
	struct slice at = slice_in(d->text, p->at);
	bool document = p->kind && strcmp(p->kind, "document") == 0;
	return document && (slice_starts(at, "This ") || slice_starts(at, "this "));
}

// Whether what somebody is sure of is what another has said: one of them, or the body whose report said so.
static bool is_same(const struct unplaced *u, const struct party *speaker)
{
	static const char one[] = "One of ";
	const char *who = u->who;
	bool part = strncasecmp(who, one, sizeof one - 1) == 0 && voice_means(who + sizeof one - 1, speaker->name);
	bool report = u->back && speaker->kind && !strcmp(speaker->kind, "document");
	return !*who || part || report || voice_means(who, speaker->name);
}

// The statement of a speaker ("": of anyone) in a sentence, of those in text order: its first or its last; NULL where
// none is. *any is set where the sentence has statements.
static struct statement *of_speaker(const struct reader *r, const struct unplaced *u, size_t sentence, bool last,
				    bool *any)
{
	struct document *d = r->d;
	bool own = voice_is_own(r, u->who);
	struct statement *found = NULL, *s = d->statements.at;
	size_t i = sentence < d->sentences.n ? of_sentence(d, sentence) : d->statements.n,
	       end = of_sentence(d, sentence + 1);
	*any = i < end;
	for (; i < end; i++) {
		uint32_t at = s[i].content.at[0].from, before = found ? found->content.at[0].from : 0;
		bool same = is_same(u, &s[i].speaker) || (own && is_itself(d, &s[i].speaker));
		if (same && may_be_sure(&s[i], NULL) && (!found || (at > before) == last))
			found = &s[i];
	}
	return found;
}

// The nearest statement of a speaker before or behind a sentence, with nobody else's in between.
static struct statement *nearest(const struct reader *r, const struct unplaced *u, int step)
{
	enum { FAR = 2, FAR_BACK = 4 }; // sentences
	bool any = false;
	size_t at = u->sentence;
	for (int i = 0; i < (u->back ? FAR_BACK : FAR) && !any && (step > 0 || at > 0); i++) {
		at += (size_t)step;
		struct statement *found = of_speaker(r, u, at, step < 0, &any);
		if (found)
			return found->content.at[0].from >= u->since ? found : NULL;
	}
	return NULL;
}

void confidence_settle(struct reader *r)
{
	for (each (u, &r->unplaced)) {
		bool any;
		struct statement *here = of_speaker(r, u, u->sentence, true, &any);
		struct statement *before = nearest(r, u, -1), *after = *u->who ? nearest(r, u, 1) : NULL;
		struct statement *beside = u->back ? before : u->note && before ? before : after ? after : before;
		bool first = here && (!u->back || here->content.at[0].from < u->hedge.at.from);
		struct statement *to = first ? here : beside;
		if (to)
			to->confidence = u->hedge;
	}
}
