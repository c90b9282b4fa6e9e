// A likelihood that points back at what was said ("That is unlikely", "puts the odds of that at one in ten", "I have my
// doubts") is its holder's, as a sureness is (read/confidence.h): it goes to the last statement of the same speaker,
// right before it, and to nobody else's.
#include "read/likelihood.h"

#include "read/content.h"
#include "read/hedges.h"
#include "read/sureness.h"

#include "case/names.h"

#include <string.h>

// A clause that points back: its words, who holds it (empty: whoever speaks there), and how likely it is then.
struct pointing {
	struct range at, who;
	struct hedging hedging;
};

// "it", "that", "this theory".
static bool points(const struct tokens *s, int i, int *end)
{
	static const char *const nouns[] = { "possibility", "theory",     "explanation", "scenario", "idea",  "version",
					     "outcome",     "hypothesis", "notion",      "reading",  "claim", "view" };
	if (!sureness_points_back(&s->t[i]) || token_says(&s->t[i], "so"))
		return false;
	bool noun = i + 1 < s->n && token_among(&s->t[i + 1], nouns) && !token_says(&s->t[i], "it");
	*end = i + 1 + noun;
	return true;
}

// Where a clause that goes on at i ends, past asides in it.
static int clause_end(const struct tokens *s, int i)
{
	while (i < s->n) {
		const struct token *t = &s->t[i];
		int past = phrase_past_aside(s, i);
		bool mark = t->mark && !t->opens && !t->closes && !token_says(t, "%");
		bool joint = token_is(t, IS(sub) | IS(conj)) && !token_says(t, "than");
		if (joint || (mark && past == i))
			break;
		i = past > i ? past : i + 1;
	}
	return i;
}

// Whether nothing but a hedge stands in [from, to): no clause hangs on it ("it is unlikely that"), and nothing else is
// called so ("it is likely to rain").
static bool nothing_else(const struct tokens *s, int from, int to, span hedge)
{
	static const char *const empty[] = { "chance",      "chances",  "odds",   "likelihood",  "probability",
					     "possibility", "opinion",  "view",   "stage",       "moment",
					     "present",     "best",     "most",   "point",       "more",
					     "less",        "evidence", "higher", "explanation", "myself" };
	for (int i = from; i < to; i++) {
		const struct token *t = &s->t[i];
		bool own = hedge.from <= t->at.from && t->at.to <= hedge.to;
		if (!own && !t->mark && !token_among(t, empty) &&
		    !token_is(t, IS(pron) | IS(det) | IS(be) | IS(have) | IS(aux) | IS(modal) | IS(prep) | IS(adv) |
				     IS(say) | IS(think) | IS(neg)))
			return false;
		if (!own && token_says(t, "to"))
			return false;
	}
	bool hangs = to < s->n && (token_says(&s->t[to], "that") || token_says(&s->t[to], "whether") ||
				   token_says(&s->t[to], "than"));
	return !hangs;
}

// Reads the hedge of a clause from `from` on, which says nothing else behind `after`.
static bool hedged(struct arena *a, const struct spoken *k, int from, int after, struct pointing *out)
{
	int end = clause_end(&k->s, after);
	out->at = (struct range){ from, end };
	out->hedging = end > after ? hedges_likelihood(a, &k->s, &k->hits, from, end) : (struct hedging){ 0 };
	return out->hedging.worded && nothing_else(&k->s, after, end, out->hedging.hedge.at);
}

// "That is unlikely", "It was, he stressed, only a possibility".
static bool called(struct arena *a, const struct spoken *k, int i, struct pointing *out)
{
	const struct tokens *s = &k->s;
	int end;
	bool begins = i == 0 || s->t[i - 1].mark || token_is(&s->t[i - 1], IS(conj) | IS(sub) | IS(say));
	if (!begins || !points(s, i, &end))
		return false;
	int verb = phrase_skip_adverbs(s, phrase_past_aside(s, end), s->n);
	while (verb < s->n && token_is(&s->t[verb], IS(modal) | IS(adv)))
		verb++;
	bool is = verb < s->n && (token_is(&s->t[verb], IS(be)) || token_says(&s->t[verb], "seems") ||
				  token_says(&s->t[verb], "remains"));
	return is && hedged(a, k, i, verb + 1, out);
}

static const char *const places[] = { "put",    "puts",     "putting", "rate",   "rates",    "rated",  "give",
				      "gives",  "gave",     "call",    "calls",  "called",   "make",   "makes",
				      "regard", "regards",  "see",     "sees",   "think",    "thinks", "thought",
				      "find",   "finds",    "found",   "deem",   "deems",    "deemed", "rank",
				      "ranks",  "consider", "judge",   "judges", "considers" };

// "I'd put that at 80 per cent", "she thinks it improbable", "gives that theory a one in ten chance".
static bool placed(struct arena *a, const struct spoken *k, int i, struct pointing *out)
{
	static const char *const chances[] = { "chance", "chances", "likelihood", "probability", "odds" };
	const struct tokens *s = &k->s;
	if (!token_among(&s->t[i], places))
		return false;
	int at = i + 1, end;
	for (int n = 0; n < 3 && at < s->n; n++) // "the odds of"
		at += token_says(&s->t[at], "the") || token_says(&s->t[at], "of") || token_among(&s->t[at], chances);
	struct verb_group g = phrase_group(s, i);
	if (at >= s->n || g.negated || g.infinitive || g.passive || !points(s, at, &end) || !hedged(a, k, i, end, out))
		return false;
	bool joined;
	bool first_would = g.from > 0 && slice_ends(slice_of(s->t[g.from - 1].word), "'d");
	bool which = g.from > 0 && token_is(&s->t[g.from - 1], IS(wh) | IS(relative));
	out->who = first_would || which ? (struct range){ g.from - 1, g.from } : phrase_subject(s, g.from, &joined);
	if (range_empty(out->who))
		return false;
	out->at.from = out->who.from;
	return true;
}

// "I have my doubts", "he doubts it".
static bool doubted(struct arena *a, const struct spoken *k, int i, struct pointing *out)
{
	const struct tokens *s = &k->s;
	bool noun =
	    token_says(&s->t[i], "doubts") && i > 1 && s->t[i - 1].tag == POS_PRPS && token_is(&s->t[i - 2], IS(have));
	int verb = noun ? i - 2 : i, end = i + 1;
	bool about = noun && end + 1 < s->n && token_says(&s->t[end], "about");
	bool back = end + about < s->n && points(s, end + about, &end);
	struct surety sure;
	if ((!noun && !(back && token_is(&s->t[i], IS(doubt)))) || sureness_at(s, i, &sure) ||
	    phrase_group(s, verb).negated)
		return false;
	bool joined;
	out->who = phrase_subject(s, phrase_group(s, verb).from, &joined);
	int from = range_empty(out->who) ? verb : out->who.from;
	out->at = (struct range){ from, clause_end(s, end) };
	out->hedging = hedges_likelihood(a, s, &k->hits, from, end);
	return out->hedging.worded && nothing_else(s, end, out->at.to, out->hedging.hedge.at);
}

static bool pointing_at(struct arena *a, const struct spoken *k, int i, struct pointing *out)
{
	static bool (*const kinds[])(struct arena *, const struct spoken *, int, struct pointing *) = { called, placed,
													doubted };
	const struct token *t = &k->s.t[i];
	if (!(t->hooks & HOOK_POINT) && !token_is(t, IS(doubt)) && !token_says(t, "doubts"))
		return false; // as mostly
	for (size_t n = 0; n < sizeof kinds / sizeof *kinds; n++) {
		*out = (struct pointing){ 0 };
		if (kinds[n](a, k, i, out))
			return true;
	}
	return false;
}

// Whether words are asked: "The owner burned it? Unlikely."
static bool is_asked(const struct document *d, span at)
{
	const char *end = d->text + at.to, *last = at.to > at.from ? end - 1 : end;
	return *last == '?' || *end == '?';
}

// Whether a statement can take a likelihood that was told behind it: what makes it unlikely turns what was only
// imagined, never what was held.
static bool may_take(const struct document *d, const struct statement *st, const struct hedging *h)
{
	bool held = st->stance == STANCE_accuses || st->stance == STANCE_assesses || st->stance == STANCE_reports;
	bool imagined = st->stance == STANCE_speculates || (held && is_asked(d, st->content.at[0]));
	return !st->likelihood.word && (imagined || (held && !h->turns));
}

// "They all have a key, so I think it unlikely".
static bool is_drawn(const struct spoken *k, const struct pointing *p)
{
	static const char *const words[] = { "so", "therefore", "hence", "thus" };
	return p->at.from > 0 && token_among(&k->s.t[p->at.from - 1], words);
}

// Whether a clause is drawn from a statement of its sentence, which is then why.
static bool infers(const struct spoken *k, const struct pointing *p, const struct statement *st)
{
	bool judged = st->stance == STANCE_assesses || st->stance == STANCE_reports;
	return judged && !st->likelihood.word && is_drawn(k, p) && st->content.at[0].from >= k->s.at.from;
}

static void take(struct reader *r, struct statement *st, const struct hedging *h)
{
	st->likelihood = h->hedge;
	st->likelihood.word = arena_text(r->arena, h->hedge.word);
	for (each (t, &st->targets))
		if (h->turns && t->polarity == POLARITY_for)
			t->polarity = POLARITY_against;
	if (st->stance == STANCE_accuses || st->stance == STANCE_reports)
		st->stance = h->estimate ? STANCE_assesses : STANCE_speculates;
	bool against = st->targets.n && st->targets.at[0].polarity == POLARITY_against;
	if (against && !h->turns)
		st->likelihood.level = (int)hedges_flip((enum level)h->hedge.level);
}

// The last statement before a byte, within so many; NULL where none is, or it is another's.
static struct statement *before(struct reader *r, uint32_t at, uint32_t near, const char *speaker)
{
	enum { LATEST = 8 }; // statements
	struct document *d = r->d;
	struct statement *found = NULL;
	size_t first = d->statements.n > LATEST ? d->statements.n - LATEST : 0;
	for (size_t i = first; i < d->statements.n; i++) {
		struct statement *st = &d->statements.at[i];
		uint32_t from = st->content.at[0].from, was = found ? found->content.at[0].from : 0;
		uint32_t to = st->content.at[0].to;
		if (to <= at && to + near >= at && (!found || from > was))
			found = st;
	}
	return found && voice_means(speaker, found->speaker.name) ? found : NULL;
}

// Whether a clause has become a statement itself, which has its hedge.
static bool is_statement(const struct reader *r, span clause, span hedge)
{
	for (size_t i = r->first; i < r->d->statements.n; i++) {
		span at = r->d->statements.at[i].content.at[0];
		if (span_holds(at, hedge) && at.from + 2 >= clause.from)
			return true;
	}
	return false;
}

// Whom a clause is held by, which a speaker says; NULL where nobody is found.
static const char *holder(struct reader *r, const struct spoken *k, const struct pointing *p, const char *self)
{
	bool speaks = range_empty(p->who) || voice_first_person(&k->s.t[p->who.from]);
	return speaks ? self : voice_holder(r, k, p->who, self);
}

// Gives what was said before a clause how likely its holder calls it there; false where nothing can take that. What the
// clause makes unlikely while it says so in a statement of its own stays as it was.
static bool give(struct reader *r, const struct spoken *k, const struct pointing *p, const char *who, bool own)
{
	enum { NEAR = 120 }; // bytes
	struct statement *st = who ? before(r, k->s.t[p->at.from].at.from, NEAR, who) : NULL;
	bool drawn = st && infers(k, p, st), asked = st && is_asked(r->d, st->content.at[0]);
	bool fits = st && (may_take(r->d, st, &p->hedging) || drawn) && !(own && p->hedging.turns && !asked && !drawn);
	if (fits)
		take(r, st, &p->hedging);
	return fits;
}

// "The service puts the odds of that at one in ten", an aide says: that is the service's, of what it said just before.
// "They burned it? I doubt it": there the speaker says one thing in two clauses.
static bool says_only(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker)
{
	struct range c = f->content;
	struct pointing p;
	for (int i = f->cue.from < c.from ? f->cue.from : c.from; i < c.to; i++) {
		if (!pointing_at(&r->scratch, k, i, &p) || p.at.from > c.from + 1 ||
		    content_trim(&k->s, c).to > p.at.to)
			continue;
		if (is_drawn(k, &p))
			return p.hedging.turns; // what it is drawn from comes later
		const char *who = holder(r, k, &p, speaker);
		bool another = who && !names_same(who, speaker);
		return (another || p.hedging.turns) && give(r, k, &p, who, false);
	}
	return false;
}

static const char *const announced[] = { "possibility", "explanation", "scenario", "theory", "alternative" };

// "Sees another possibility": words that only announce what is said next.
static bool only_announces(const struct tokens *s, const struct frame *f)
{
	enum { MOST = 5 }; // words
	struct range c = content_trim(s, f->content);
	if (range_empty(c) || c.to - c.from > MOST || frames_take_back(f->act) ||
	    !token_among(&s->t[c.to - 1], announced))
		return false;
	for (int i = c.from; i + 1 < c.to; i++)
		if (token_verb(&s->t[i]) || token_noun(&s->t[i]) || token_is(&s->t[i], IS(neg)) ||
		    token_says(&s->t[i], "no"))
			return false;
	return true;
}

bool likelihood_only(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker)
{
	enum { NEXT = 4 }; // bytes
	struct hedging alone = { 0 };
	struct range c = f->content;
	if (range_empty(c) || !k->hedges)
		return false;
	if (only_announces(&k->s, f))
		return true;
	if (says_only(r, k, f, speaker))
		return true;
	uint32_t at = k->s.t[c.from].at.from;
	struct statement *st = before(r, at, NEXT, speaker);
	if (!st || !hedges_alone(&r->scratch, &k->s, &k->hits, c.from, c.to, &alone))
		return false;
	if (may_take(r->d, st, &alone)) {
		take(r, st, &alone);
	} else if (!st->likelihood.word) { // "Not entirely. Ninety per cent."
		st->likelihood = alone.hedge;
		st->likelihood.word = arena_text(r->arena, alone.hedge.word);
	}
	return true;
}

static const char *const raises[] = { "raised",  "raises",    "raise",    "floated",  "floats",   "aired",
				      "airs",    "mentioned", "mentions", "offered",  "offers",   "see",
				      "sees",    "saw",       "has",      "had",      "put",      "puts",
				      "pointed", "points",    "named",    "proposed", "proposes", "have" };

// "Raised another possibility.", "There is a less likely explanation.": a hedge that announces what is said next.
static bool announces(struct arena *a, const struct spoken *k, int i, struct pointing *out)
{
	const struct tokens *s = &k->s;
	if (!token_among(&s->t[i], raises))
		return false;
	int end = i + 1;
	while (end < s->n && end - i < 7 && !s->t[end].mark && !token_is(&s->t[end], IS(neg)) &&
	       !token_says(&s->t[end], "no") && !token_among(&s->t[end], announced))
		end++;
	bool ends = end + 1 >= s->n || content_stops(s, end + 1);
	if (end >= s->n || !token_among(&s->t[end], announced) || !ends || phrase_group(s, i).negated)
		return false;
	bool joined;
	out->who = phrase_subject(s, phrase_group(s, i).from, &joined);
	out->at = (struct range){ i, end + 1 };
	out->hedging = hedges_likelihood(a, s, &k->hits, i + 1, end + 1);
	return out->hedging.worded && !range_empty(out->who);
}

// "It could, yes.", "They might have.": whoever is asked says so before more.
static bool answers(struct arena *a, const struct spoken *k, int i, struct pointing *out)
{
	static const char *const modals[] = { "could", "might", "may" };
	const struct tokens *s = &k->s;
	bool begins = i == 0 || s->t[i - 1].mark;
	if (!begins || !token_is(&s->t[i], IS(pron)) || i + 1 >= s->n || !token_among(&s->t[i + 1], modals))
		return false;
	int end = i + 2;
	while (end < s->n && token_is(&s->t[end], IS(have) | IS(be) | IS(adv)))
		end++;
	out->at = (struct range){ i, end };
	out->hedging = hedges_likelihood(a, s, &k->hits, i, end);
	return (end >= s->n || s->t[end].mark) && out->hedging.hedge.word;
}

// Gives what was announced to the first statement behind it that its speaker makes in the paragraph.
static void follow(struct reader *r)
{
	struct announced *n = &r->announced;
	for (size_t i = r->first; n->who && i < r->d->statements.n; i++) {
		struct statement *st = &r->d->statements.at[i];
		if (st->content.at[0].from < n->hedging.hedge.at.to)
			continue;
		bool same = n->paragraph == r->paragraph && voice_means(n->who, st->speaker.name);
		bool open = st->stance == STANCE_not_ruled_out && !st->likelihood.word;
		if (same && !open && !may_take(r->d, st, &n->hedging))
			continue;
		if (same)
			take(r, st, &n->hedging);
		n->who = NULL;
	}
}

// Keeps a hedge that announces what is said next, unless it became a statement itself.
static void announce(struct reader *r, const struct spoken *k, int i)
{
	struct pointing p = { 0 };
	const struct token *t = &k->s.t[i];
	if (!(t->hooks & HOOK_POINT) && !token_is(t, IS(pron)))
		return;
	if (!announces(&r->scratch, k, i, &p) && !answers(&r->scratch, k, i, &p))
		return;
	const char *who = holder(r, k, &p, voice_at(r, k, i));
	if (!who || is_statement(r, tokens_span(&k->s, p.at.from, p.at.to), p.hedging.hedge.at))
		return;
	r->announced = (struct announced){ arena_text(r->arena, who), r->paragraph, p.hedging };
	r->announced.hedging.hedge.word = arena_text(r->arena, p.hedging.hedge.word);
	follow(r);
}

void likelihood_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_POINT, places);
	vocabulary_hang(a, v, HOOK_POINT, raises);
}

void likelihood_of_sentence(struct reader *r, const struct spoken *k)
{
	struct pointing p;
	follow(r);
	for (int i = 0; i < k->s.n && k->hedges; i++) {
		announce(r, k, i);
		if (!pointing_at(&r->scratch, k, i, &p))
			continue;
		span clause = tokens_span(&k->s, p.at.from, p.at.to);
		const char *self = voice_at(r, k, p.at.from);
		give(r, k, &p, holder(r, k, &p, self), is_statement(r, clause, p.hedging.hedge.at));
		i = p.at.to > i ? p.at.to - 1 : i;
	}
}
