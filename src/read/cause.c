#include "read/cause.h"

#include "read/causal.h"

static bool is_none(const struct tokens *s, struct range r)
{
	return token_says(&s->t[r.from], "no") || token_says(&s->t[r.from], "not") ||
	       token_says(&s->t[r.from], "neither") || token_says(&s->t[r.from], "nothing");
}

// "Inconsistent with a fault", "hard to reconcile with an error": before it.
static bool is_at_odds(const struct finder *f, int at)
{
	static const char *const words[] = { "inconsistent", "incompatible", "irreconcilable", "reconcile", "square" };
	bool with = false;
	for (int k = at - 1; k >= f->r.from && at - k < 4 && !f->s->t[k].mark; k--) {
		with |= token_says(&f->s->t[k], "with");
		if (with && token_among(&f->s->t[k], words))
			return true;
	}
	return false;
}

// "Rather than damp", "first put down to damp": what is set against something else, or was held once.
static bool is_past(const struct finder *f, int at)
{
	static const char *const words[] = {
		"than", "first", "initially", "originally", "instead", "unlike", "without"
	};
	for (int k = at - 1; k >= f->r.from && at - k < 5 && !f->s->t[k].mark; k--)
		if (token_among(&f->s->t[k], words) &&
		    !(token_says(&f->s->t[k], "than") && k > 0 && token_says(&f->s->t[k - 1], "more")))
			return true;
	return false;
}

// Adds a cause whose predicate, or else whose first word, stands at `at`; what may negate it stands before `verb`.
static void add_by(struct finder *f, struct range what, int at, int verb)
{
	for (int i = what.from + 1; i + 1 < what.to; i++)
		if (token_says(&f->s->t[i], "nor")) { // "neither the weather nor the engine"
			add_by(f, (struct range){ i + 1, what.to }, i + 1, verb);
			if (f->out.n && f->out.at[f->out.n - 1].at == i + 1)
				f->out.at[f->out.n - 1].negated = true;
			what.to = i;
		}
	const char *name = causal_name(f->m, f->s, what);
	for (int i = 0; name && i < f->out.n; i++) {
		struct claim *old = &f->out.at[i];
		if (old->role == ROLE_did && strcmp(old->actor, name) == 0) {
			old->role = ROLE_accident; // "Ice did it"
			old->apart = finder_apart(f, what, at);
		}
		if (old->role == ROLE_accident && strcmp(old->actor, name) == 0)
			return;
	}
	struct claim *c = name ? finder_add(f, ROLE_accident, at) : NULL;
	if (!c)
		return;
	c->actor = name;
	c->negated = finder_negated(f, verb) || is_none(f->s, what) || is_at_odds(f, what.from);
	c->open = is_past(f, what.from);
	c->apart = finder_apart(f, what, at);
	finder_modal(f, c, at);
}

static void add(struct finder *f, struct range what, int at)
{
	add_by(f, what, at, at);
}

// --- what stands before it ---

struct lead {
	const char *words[3];
	bool sure; // only what surely is a cause may follow
};

static const struct lead leads[] = {
	{ { "caused", "by" }, false },
	{ { "triggered", "by" }, false },
	{ { "sparked", "by" }, false },
	{ { "set", "off", "by" }, false },
	{ { "started", "by" }, false },
	{ { "ignited", "by" }, false },
	{ { "brought", "down", "by" }, true },
	{ { "brought", "about", "by" }, false },
	{ { "brought", "on", "by" }, false },
	{ { "killed", "by" }, true },
	{ { "explained", "by" }, true },
	{ { "prompted", "by" }, true },
	{ { "due", "to" }, false },
	{ { "owing", "to" }, false },
	{ { "down", "to" }, false },
	{ { "result", "of" }, false },
	{ { "consequence", "of" }, false },
	{ { "matter", "of" }, true },
	{ { "case", "of" }, true },
	{ { "fault", "of" }, true },
	{ { "stemmed", "from" }, false },
	{ { "resulted", "from" }, false },
	{ { "arose", "from" }, false },
	{ { "because", "of" }, true },
	{ { "consistent", "with" }, true },
	{ { "points", "to" }, true },
	{ { "pointed", "to" }, true },
	{ { "pointing", "to" }, true },
	{ { "leaning", "towards" }, true },
	{ { "leaned", "towards" }, true },
	{ { "spoke", "of" }, true },
	{ { "spoken", "of" }, true },
	{ { "more", "than" }, true },
	{ { "attributable", "to" }, false },
	{ { "failed", "by" }, false },
	{ { "failed", "from" }, false },
	{ { "died", "of" }, true },
	{ { "died", "from" }, true },
};

// "caused by damp", "down to a blocked drain", "a matter of bad luck".
static int led_to(const struct finder *f, int i, bool *sure)
{
	for (size_t k = 0; k < sizeof leads / sizeof *leads && token_among(&f->s->t[i], leads); k++) {
		int n = 0;
		while (n < 3 && leads[k].words[n] && i + n < f->r.to && token_says(&f->s->t[i + n], leads[k].words[n]))
			n++;
		if (n == 3 || !leads[k].words[n]) {
			*sure = leads[k].sure;
			return i + n;
		}
	}
	return -1;
}

// "The fire started because of": what happened, before a lead.
static bool starts_story(const struct finder *f, int at)
{
	static const char *const begins[] = { "started",  "began", "happened", "occurred", "crashed", "collapsed",
					      "exploded", "sank",  "failed",   "derailed", "broke",   "capsized" };
	enum { NEAR = 4 };
	for (int k = at - 1; k >= f->r.from && at - k < NEAR && !f->s->t[k].mark; k--)
		if (token_among(&f->s->t[k], begins))
			return true;
	return false;
}

static bool fits(const struct tokens *s, struct range r, bool sure)
{
	return !range_empty(r) && (sure ? causal_surely(s, r) : causal_may_be(s, r));
}

// --- what stands behind it ---

// "A candle, not an arsonist, started it": from the comma before the verb to the one before "not", or -1.
static int contrast(const struct finder *f, int verb)
{
	const struct tokens *s = f->s;
	for (int k = verb - 2; phrase_comma(s, verb - 1) && k > f->r.from && verb - k < 9; k--)
		if (phrase_comma(s, k))
			return token_says(&s->t[k + 1], "not") ? k : -1;
	return -1;
}

// The subject of a predicate, also over "is thought to", "is likely to", "seems to".
static struct range subject_of(const struct finder *f, int verb)
{
	const struct tokens *s = f->s;
	bool joined;
	struct verb_group g = phrase_group(s, verb);
	for (int steps = 0; g.infinitive && steps < 2 && g.from > f->r.from; steps++) {
		int k = g.from - 1;
		if (token_noun(&s->t[k]))
			break; // "holds a worn cell to be the cause"
		while (k > f->r.from && k > g.from - 5 && !token_is(&s->t[k], IS(be)) && !token_verb(&s->t[k]) &&
		       !s->t[k].mark)
			k--;
		g = phrase_group(s, k);
	}
	int open = contrast(f, g.from);
	struct range r = phrase_subject(s, open < 0 ? g.from : open, &joined);
	return r.from < f->r.from ? (struct range){ 0, 0 } : r;
}

// The be-verb of a predicate noun or adjective at i: "was the most probable cause".
static int be_before(const struct finder *f, int i)
{
	for (int k = i - 1; k >= f->r.from && i - k < 7 && !f->s->t[k].mark; k--) {
		const struct token *t = &f->s->t[k];
		if (token_is(t, IS(be)))
			return k;
		if (token_verb(t) || (token_is(t, IS(prep)) && !token_says(t, "to")))
			return -1;
	}
	return -1;
}

static int be_behind(const struct finder *f, int i)
{
	for (int k = i + 1; k < f->r.to && k - i < 7 && !f->s->t[k].mark; k++)
		if (token_is(&f->s->t[k], IS(be)))
			return k;
	return -1;
}

static struct range noun_behind(const struct finder *f, int i)
{
	while (i < f->r.to && token_is(&f->s->t[i], IS(adv) | IS(neg) | IS(be) | IS(have) | IS(modal)))
		i++;
	return phrase_noun(f->s, i, f->r.to, NULL);
}

// "Gave damp as the cause", "called damp the likely cause", "found it to be the cause": what is called the cause at i.
static struct range called_so(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	struct range none = { 0, 0 };
	int at = i;
	while (at > f->r.from && i - at < 5 &&
	       (token_is(&s->t[at - 1], IS(det) | IS(adv)) || s->t[at - 1].tag == POS_JJ ||
		s->t[at - 1].tag == POS_JJS || s->t[at - 1].tag == POS_JJR))
		at--;
	bool as = at > f->r.from && token_says(&s->t[at - 1], "as");
	int verb = at - 1;
	while (verb > f->r.from && at - verb < 9 && !token_verb(&s->t[verb]) && !s->t[verb].mark)
		verb--;
	// Where the clause begins with these words, there is no verb to look at.
	if (at == i || verb < f->r.from || !token_verb(&s->t[verb]))
		return none;
	if (!as && !token_is(&s->t[verb], IS(call) | IS(think)))
		return none;
	return phrase_noun(s, verb + 1, at - as, NULL);
}

// Whether it may be what is called the cause.
static bool may_be_called(const struct tokens *s, struct range r)
{
	return !range_empty(r) && (causal_may_be(s, r) || causal_called(s, r));
}

static const char *const cause_words[] = { "cause", "culprit", "explanation", "trigger", "origin" };

// "The likeliest cause was damp", "damp was the cause", "the culprit is a valve".
static bool by_cause_word(struct finder *f, int i)
{
	static const char *const likely[] = { "likely", "probable", "possible", "likeliest", "plausible" };
	bool source = token_says(&f->s->t[i], "source") && i > f->r.from && token_among(&f->s->t[i - 1], likely);
	if (!token_among(&f->s->t[i], cause_words) && !source)
		return false;
	int before = be_before(f, i), behind = be_behind(f, i);
	struct range what = before >= 0 ? subject_of(f, before) : (struct range){ 0, 0 };
	if (may_be_called(f->s, what)) {
		add(f, what, i);
		return true;
	}
	what = behind >= 0 ? noun_behind(f, behind) : what;
	if (behind >= 0 && may_be_called(f->s, what))
		add(f, what, what.from);
	what = behind < 0 && before < 0 ? called_so(f, i) : (struct range){ 0, 0 };
	if (fits(f->s, what, false))
		add(f, what, what.from);
	return true;
}

// "To blame", "at fault", "responsible", "behind it".
static bool by_fault(struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	if (!finder_two(f, i, "to", "blame") && !finder_two(f, i, "at", "fault") && !token_says(t, "responsible") &&
	    !token_says(t, "behind"))
		return false;
	int be = be_before(f, i);
	struct range what = be >= 0 ? subject_of(f, be) : (struct range){ 0, 0 };
	if (fits(f->s, what, false))
		add(f, what, i);
	return true;
}

// --- verbs ---

static const char *const bringing[] = { "cause",   "causes",  "caused",  "triggered", "trigger",   "sparked", "spark",
					"started", "ignited", "explain", "explains",  "explained", "killed" };

static const char *const bringing_pairs[][2] = {
	{ "brought", "off" }, { "brought", "down" }, { "brought", "on" },     { "brought", "about" },
	{ "set", "off" },     { "touched", "off" },  { "contributed", "to" }, { "led", "to" },
	{ "resulted", "in" }, { "accounts", "for" }, { "accounted", "for" },  { "account", "for" },
	{ "did", "it" },      { "did", "this" },     { "done", "it" },        { "done", "this" },
};

// "Brought on the collapse", "set it off", "led to the loss".
static bool brings_about(const struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	bool found = token_among(t, bringing);
	for (size_t k = 0; k < sizeof bringing_pairs / sizeof *bringing_pairs && token_among(t, bringing_pairs); k++)
		for (int next = i + 1; next < f->r.to && next <= i + 2 && token_says(t, bringing_pairs[k][0]); next++)
			found |=
			    token_says(&f->s->t[next], bringing_pairs[k][1]) && !(next > i + 1 && t->word[0] == 'd');
	return found && !phrase_group(f->s, i).passive;
}

static const char *const playing[] = { "played", "play", "had", "has" };

// "Played a part", "had no role": in what happened.
static bool plays_part(const struct finder *f, int i)
{
	bool part = false;
	if (!token_among(&f->s->t[i], playing))
		return false;
	for (int k = i + 1; k < f->r.to && k - i < 5 && !f->s->t[k].mark; k++)
		part |= token_says(&f->s->t[k], "part") || token_says(&f->s->t[k], "role");
	return part;
}

static const char *const breaking[] = {
	"failed",          "broke",    "broken",     "burst",    "slipped",  "snapped", "cracked",
	"jammed",          "leaked",   "split",      "sheared",  "corroded", "rotted",  "rusted",
	"melted",          "froze",    "overheated", "ignited",  "stuck",    "drifted", "malfunctioned",
	"parted",          "torn",     "liquefied",  "blew",     "ruptured", "tore",    "perished",
	"short-circuited", "misfired", "shorted",    "exploded", "tripped",  "fused"
};

static const char *const breaking_pairs[][2] = { { "gave", "way" },      { "given", "way" },    { "came", "loose" },
						 { "come", "loose" },    { "worked", "loose" }, { "came", "apart" },
						 { "come", "apart" },    { "came", "off" },     { "come", "off" },
						 { "left", "open" },     { "left", "on" },      { "left", "running" },
						 { "left", "unlocked" }, { "went", "up" },      { "gone", "up" },
						 { "caught", "fire" },   { "went", "off" },     { "gone", "off" } };

// What breaks of itself: "the seal had given way".
static bool breaks(const struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	for (size_t k = 0; k < sizeof breaking_pairs / sizeof *breaking_pairs && token_among(t, breaking_pairs); k++)
		if (finder_two(f, i, breaking_pairs[k][0], breaking_pairs[k][1]))
			return true;
	if (!token_among(t, breaking) || (i + 1 < f->s->n && (token_says(t + 1, "into") || token_says(t + 1, "out"))))
		return false;
	struct verb_group g = phrase_group(f->s, i);
	return !g.passive && (t->tag != POS_VBN || g.perfect); // not "computers broken by"
}

// "Lightning struck the mast", "a faulty relay opened it": no weapon, no substance that somebody gave.
static bool strikes(const struct finder *f, int i, struct range what)
{
	int head = nominal_head(f->s, what), file = f->s->t[head].kind - KIND_NOUN;
	bool alive = file == NOUN_ANIMAL || file == NOUN_PLANT || file == NOUN_OBJECT;
	return causal_faulty(f->s, what) || (token_is(&f->s->t[i], IS(act)) && (alive || causal_surely(f->s, what)));
}

// Whether a verb does something by itself: no passive, and no verb of saying or thinking.
static bool acts(const struct finder *f, int i)
{
	const struct token *t = &f->s->t[i];
	bool deed = token_is(t, IS(act) | IS(mayact) | IS(light)) || (t->tag == POS_VBD && !t->is);
	return deed && t->tag != POS_VBG && !phrase_group(f->s, i).passive;
}

// "The trial had failed".
static bool is_undertaking(const struct tokens *s, struct range what)
{
	return s->t[nominal_head(s, what)].kind == KIND_NOUN + NOUN_ACT && !causal_surely(s, what);
}

// "The chain had slipped": a group to WordNet, and no body of people.
static bool is_series(const struct tokens *s, struct range what)
{
	const struct token *t = range_empty(what) ? NULL : &s->t[nominal_head(s, what)];
	return t && t->kind == KIND_NOUN + NOUN_GROUP && t->tag == POS_NN && !claims_someone(s, what);
}

static const char *const states[] = { "stuck",  "blocked",    "jammed",     "loose",       "worn",    "corroded",
				      "faulty", "defective",  "cracked",    "clogged",     "rusted",  "rotten",
				      "frozen", "overloaded", "overheated", "overwhelmed", "flooded", "misaligned" };

static const char *const duties[] = { "respond", "responded", "work",    "worked", "open",   "opened",  "close",
				      "closed",  "start",     "tripped", "trip",   "engage", "engaged", "function" };

// "The valve was stuck", "the brake had not responded": a thing that was not as it should have been.
static bool by_condition(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	bool duty = token_among(&s->t[i], duties) && token_verb(&s->t[i]);
	if (duty) {
		struct verb_group g = phrase_group(s, i);
		duty = g.negated && g.modal < 0 && !g.passive;
	}
	int be = token_among(&s->t[i], states) ? be_before(f, i) : -1;
	bool over = i + 1 >= f->r.to || s->t[i + 1].mark || token_is(&s->t[i + 1], IS(prep) | IS(sub) | IS(conj));
	if ((!duty && be < 0) || !over)
		return false;
	struct range what = subject_of(f, duty ? i : be);
	int head = range_empty(what) ? -1 : nominal_head(s, what);
	bool made = head >= 0 && (s->t[head].kind == KIND_NOUN + NOUN_ARTIFACT || s->t[head].kind == 0);
	bool thing = made && fits(s, what, false);
	if (!thing)
		return false;
	int before = f->out.n;
	if (duty) // the "not" of its verb is what was wrong with it
		add(f, what, what.from);
	else
		add_by(f, what, be, i);
	return f->out.n > before;
}

static void by_verb(struct finder *f, int i)
{
	bool listed = f->s->t[i].hooks & HOOK_CLAIM;
	if (listed && by_condition(f, i))
		return;
	const struct token *t = &f->s->t[i];
	if (!token_verb(t) && !(i > f->r.from && token_is(t - 1, IS(have))))
		return;
	bool part = listed && plays_part(f, i), about = part || (listed && brings_about(f, i));
	bool fails = listed && breaks(f, i);
	if (!about && !fails && !acts(f, i))
		return;
	struct range what = subject_of(f, i);
	bool fit = fits(f->s, what, false) || (fails && is_series(f->s, what));
	if (!fit || (fails && is_undertaking(f->s, what)) || (!about && !fails && !strikes(f, i, what)))
		return;
	add(f, what, phrase_comma(f->s, what.to) ? what.from : i); // after a contrast
	if (part && f->out.n && f->out.at[f->out.n - 1].at == i)
		f->out.at[f->out.n - 1].negated |= phrase_find(f->s, i, i + 3 < f->r.to ? i + 3 : f->r.to, "no") > 0;
}

// "It was the wiring", "this wasn't wear".
static void by_answer(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	bool will = token_says(t, "it'll");
	if (!token_says(t, "it") && !token_says(t, "this") && !token_says(t, "it's") && !will)
		return;
	int at = i + 1;
	bool be = token_says(t, "it's");
	for (; at < f->r.to && token_is(&s->t[at], IS(be) | IS(modal) | IS(have) | IS(neg) | IS(adv) | IS(aux)); at++)
		be |= token_is(&s->t[at], IS(be)) || token_says(&s->t[at], "wasn't") || token_says(&s->t[at], "isn't");
	if (!be || at >= f->r.to)
		return;
	struct range what = phrase_noun(s, at, f->r.to, NULL);
	bool over = what.to >= f->r.to || s->t[what.to].mark || token_says(&s->t[what.to], "that") ||
		    token_is(&s->t[what.to], IS(relative)) ||
		    (what.to + 1 < f->r.to && finder_sets_against(s, what.to + 1));
	bool now = token_says(t, "it's") || token_says(&s->t[i + 1], "is");
	bool some = token_says(&s->t[what.from], "a") || token_says(&s->t[what.from], "an"); // "it's a tool that"
	if (over && fits(s, what, now && some))
		add(f, what, what.from);
}

void cause_told(struct finder *f, int i)
{
	bool sure = false, listed = f->s->t[i].hooks & HOOK_CLAIM;
	int at = listed ? led_to(f, i, &sure) : -1;
	if (at > 0) {
		struct range what = phrase_noun(f->s, at, f->r.to, NULL);
		if (fits(f->s, what, sure && !starts_story(f, i)))
			add_by(f, what, what.from, f->s->t[i].tag == POS_VBN ? i : what.from);
		return;
	}
	if ((listed && by_cause_word(f, i)) || by_fault(f, i))
		return;
	by_verb(f, i);
	by_answer(f, i);
}

void cause_hang(struct arena *a, struct vocabulary *v)
{
	static const char *const others[] = { "source" };
	vocabulary_hang(a, v, HOOK_CLAIM, leads);
	vocabulary_hang(a, v, HOOK_CLAIM, cause_words);
	vocabulary_hang(a, v, HOOK_CLAIM, others);
	vocabulary_hang(a, v, HOOK_CLAIM, bringing);
	vocabulary_hang(a, v, HOOK_CLAIM, bringing_pairs);
	vocabulary_hang(a, v, HOOK_CLAIM, playing);
	vocabulary_hang(a, v, HOOK_CLAIM, breaking);
	vocabulary_hang(a, v, HOOK_CLAIM, breaking_pairs);
	vocabulary_hang(a, v, HOOK_CLAIM, states);
	vocabulary_hang(a, v, HOOK_CLAIM, duties);
}

// "You would need a storm": what it would take was not there.
static bool would_need(const struct finder *f, int i)
{
	for (int k = i - 1; k > f->r.from && i - k < 5 && !f->s->t[k].mark; k--)
		if (token_says(&f->s->t[k], "need") || token_says(&f->s->t[k], "take"))
			return phrase_group(f->s, k).modal >= 0;
	return false;
}

// "Aware of a fault", "the day of the accident", "an accident waiting to happen", "at fault": named by the way.
static bool by_the_way(const struct finder *f, int i)
{
	static const char *const words[] = {
		"aware", "inkling", "knowledge", "warned", "told", "notice", "day", "time"
	};
	bool the = false;
	if (i > f->r.from && token_says(&f->s->t[i], "mistake") && token_says(&f->s->t[i - 1], "no"))
		return true; // "make no mistake: we did it"
	for (int k = i - 1; k >= f->r.from && i - k < 5 && !f->s->t[k].mark; k--) {
		const struct token *t = &f->s->t[k];
		the |= token_says(t, "the") || token_says(t, "this") || token_says(t, "that");
		if (token_is(t, IS(be)))
			return false;
		if (token_among(t, words))
			return true;
	}
	return the && token_is(&f->s->t[i], IS(incident));
}

void cause_named(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	const struct token *t = &s->t[i];
	const uint64_t before =
	    IS(prep) | IS(be) | IS(det) | IS(conj) | IS(sub) | IS(neg) | IS(pron) | IS(adv) | IS(wh);
	if (!token_is(t, IS(cause) | IS(causeadj)) || t->forms || would_need(f, i) || by_the_way(f, i))
		return;
	for (int k = 0; k < f->out.n; k++)
		if (f->out.at[k].role == ROLE_accident)
			return;
	int from = i;
	while (from > f->r.from && !s->t[from - 1].mark && !token_is(&s->t[from - 1], before) &&
	       !s->t[from - 1].forms && !causal_ended(s, from - 1) && i - from < 4)
		from--;
	struct range what = phrase_noun(s, from, f->r.to, NULL);
	if (causal_surely(s, what))
		add(f, what, i);
}
