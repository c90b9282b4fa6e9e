#include "read/purpose.h"

#include "base/limits.h"

enum { WORDS = 8 }; // of a purpose

static bool begins_to(const struct finder *f, int i)
{
	return i + 1 < f->r.to && token_says(&f->s->t[i], "to") && f->s->t[i + 1].tag == POS_VB;
}

// "For publicity", "for the sympathy": what a deed done to oneself is good for.
static bool for_show(const struct finder *f, int i)
{
	static const char *const words[] = { "publicity", "sympathy", "attention", "effect", "show", "pity", "fame" };
	int noun = i + 1 + (i + 1 < f->r.to && token_is(&f->s->t[i + 1], IS(det)));
	return token_says(&f->s->t[i], "for") && noun < f->r.to && token_among(&f->s->t[noun], words);
}

bool purpose_follows(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	for (int k = i + 1; k < f->r.to; k++) {
		if (begins_to(f, k) || finder_two(f, k, "so", "that") || for_show(f, k))
			return true;
		bool ends = s->t[k].mark && !s->t[k].opens && !s->t[k].closes;
		if (ends && !(phrase_comma(s, k) && k + 1 < f->r.to && (begins_to(f, k + 1) || for_show(f, k + 1))))
			return false;
	}
	return false;
}

bool purpose_frames(const struct finder *f, int i)
{
	static const char *const words[] = { "justify", "frame", "incriminate", "implicate", "accuse", "blame" };
	for (int k = i + 1; k < f->r.to && !(f->s->t[k].mark && !f->s->t[k].opens && !f->s->t[k].closes); k++)
		if (begins_to(f, k) && token_among(&f->s->t[k + 1], words))
			return true;
	return false;
}

// Where the words of a purpose end that begins at `from`.
static int end_of(const struct finder *f, int from)
{
	int to = from;
	while (to < f->r.to && to - from < WORDS && !f->s->t[to].mark && !token_is(&f->s->t[to], IS(sub)))
		to++;
	return to;
}

static void add(struct finder *f, int from, int to, int at)
{
	const struct tokens *s = f->s;
	const char *name = to > from ? nominal_printed(f->m->arena, s, from, to) : NULL;
	struct claim *c = name && strlen(name) <= LIMIT_NAME ? finder_add(f, ROLE_purpose, at) : NULL;
	if (!c)
		return;
	c->actor = name;
	c->negated = finder_negated(f, at);
	c->apart = finder_apart(f, (struct range){ from, to }, at);
	for (int k = at - 1; k >= f->r.from && at - k < 6 && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(modal)))
			c->modal = k;
}

static const char *const aims[] = { "aim", "purpose", "goal", "object", "objective", "motive", "intention" };

// "The aim was to ruin him", "its purpose is theft": behind the be-verb.
static bool by_aim(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	if (!token_among(&s->t[i], aims))
		return false;
	int be = i + 1;
	while (be < f->r.to && be - i < 6 && !s->t[be].mark && !token_is(&s->t[be], IS(be)))
		be++;
	if (be >= f->r.to || !token_is(&s->t[be], IS(be)))
		return true;
	int from = be + 1;
	while (from < f->r.to && token_is(&s->t[from], IS(adv) | IS(be) | IS(neg)))
		from++;
	from = phrase_skip_adverbs(s, from, f->r.to);
	if (from < f->r.to && (begins_to(f, from) || (token_noun(&s->t[from]) && !s->t[from].capital)))
		add(f, from, end_of(f, from), from);
	return true;
}

// "Money was the motive".
static void by_motive(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int be = i - 1;
	while (be > f->r.from && i - be < 4 && !s->t[be].mark && !token_is(&s->t[be], IS(be)))
		be--;
	bool joined;
	bool the = i > f->r.from && token_says(&s->t[i - 1], "the");
	if (!the || !token_says(&s->t[i], "motive") || be <= f->r.from || !token_is(&s->t[be], IS(be)))
		return;
	struct range what = phrase_subject(s, phrase_group(s, be).from, &joined);
	if (what.from >= f->r.from && !range_empty(what) && token_noun(&s->t[what.from]) && what.to - what.from < 4)
		add(f, what.from, what.to, i);
}

static const char *const meant[] = { "meant", "intended", "designed", "calculated", "aimed" };

// "Was meant to stop the ship", "had been designed to scare": said of what was done, not of who did it.
static bool is_meant(const struct finder *f, int i)
{
	if (!token_among(&f->s->t[i], meant) || i + 2 >= f->r.to)
		return false;
	int be = i - 1;
	while (be > f->r.from && token_is(&f->s->t[be], IS(adv) | IS(neg)))
		be--;
	return be >= f->r.from && token_is(&f->s->t[be], IS(be)) &&
	       (begins_to(f, i + 1) || token_says(&f->s->t[i + 1], "at"));
}

static const char *const answers[] = { "revenge",   "spite",        "retaliation",  "vengeance", "blackmail",
				       "extortion", "self-defence", "self-defense", "reprisal",  "intimidation" };

// "This was spite", "it was self-defence".
static bool is_answer(const struct finder *f, int i)
{
	static const char *const subjects[] = { "it", "this", "that", "these" };
	int be = i - 1;
	while (be > f->r.from && i - be < 4 && token_is(&f->s->t[be], IS(adv) | IS(neg) | IS(det)))
		be--;
	return token_among(&f->s->t[i], answers) && be > f->r.from && token_is(&f->s->t[be], IS(be)) &&
	       phrase_group(f->s, be).from > 0 && token_among(&f->s->t[phrase_group(f->s, be).from - 1], subjects);
}

static const struct {
	const char *feeling, *before;
} feelings[] = { { "revenge", "in" },  { "retaliation", "in" }, { "reprisal", "in" },
		 { "revenge", "for" }, { "spite", "of" },       { "revenge", "of" },
		 { "greed", "of" },    { "jealousy", "of" },    { "hatred", "of" } };

// "In revenge for the raid", "out of spite": at the small word.
static bool is_feeling(const struct finder *f, int i)
{
	if (i + 1 >= f->r.to || !(f->s->t[i + 1].hooks & HOOK_CLAIM))
		return false;
	for (size_t k = 0; k < sizeof feelings / sizeof *feelings; k++)
		if (finder_two(f, i, feelings[k].before, feelings[k].feeling))
			return true;
	return false;
}

static const char *const attempts[] = { "attempt", "effort", "bid" };

// "An attempt to assassinate X", where the deed itself is said to be it.
static bool is_attempt(const struct finder *f, int i)
{
	if (!token_among(&f->s->t[i], attempts) || !begins_to(f, i + 1))
		return false;
	for (int k = i - 1; k >= f->r.from && i - k < 6; k--)
		if (token_is(&f->s->t[k], IS(be)))
			return true;
	return false;
}

void purpose_told(struct finder *f, int i)
{
	int at = i + 1 < f->r.to && token_says(&f->s->t[i + 1], "at");
	if (is_feeling(f, i))
		add(f, i + 1, end_of(f, i + 1), i);
	if (!(f->s->t[i].hooks & HOOK_CLAIM))
		return;
	if (by_aim(f, i))
		by_motive(f, i);
	else if (is_meant(f, i))
		add(f, i + 1 + at, end_of(f, i + 1 + at), i);
	else if (is_answer(f, i))
		add(f, i, i + 1, i);
	else if (is_attempt(f, i))
		add(f, i, end_of(f, i), i);
}

void purpose_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_CLAIM, aims);
	vocabulary_hang(a, v, HOOK_CLAIM, feelings);
	vocabulary_hang(a, v, HOOK_CLAIM, meant);
	vocabulary_hang(a, v, HOOK_CLAIM, answers);
	vocabulary_hang(a, v, HOOK_CLAIM, attempts);
}
