#include "read/charge.h"

#include "read/nominal.h"

static const char *const slander[] = { "slander", "libel", "defamation" };

// "sued him for libel", "has sued him for it", "sues the mayor over the claim that".
static bool sues_for_words(const struct tokens *s, const struct frame *f)
{
	enum { NEAR = 5, FAR = 9 };
	static const char *const sues[] = { "sue", "sues", "sued", "suing" };
	static const char *const prep[] = { "for", "over", "about" }, *const it[] = { "it", "that" };
	static const char *const said[] = { "remark",  "remarks",  "claims", "report",   "article",
					    "comment", "comments", "words",  "statement" };
	bool of = false;
	if (f->away || f->cue.at >= s->n || !token_among(&s->t[f->cue.at], sues))
		return false;
	for (int i = f->cue.to; i < s->n && i - f->cue.to < FAR && !s->t[i].mark; i++) {
		bool near = i - f->cue.to <= NEAR && i > f->cue.to && token_says(&s->t[i - 1], "for");
		bool words =
		    token_is(&s->t[i], IS(alleged)) || token_among(&s->t[i], said) || token_among(&s->t[i], slander);
		if ((of && words) || (near && token_among(&s->t[i], it)))
			return true;
		of |= token_among(&s->t[i], prep);
	}
	return false;
}

// "Stuffing ballot boxes", "locking the exits": what hands do, whatever the verb; not "rushing it", "sitting on it".
static bool is_handiwork(const struct tokens *s, int i)
{
	static const char *const idle[] = { "rushing", "letting", "keeping",   "dragging", "playing",
					    "using",   "looking", "dawdling",  "jumping",  "hurrying",
					    "wasting", "turning", "putting",   "making",   "taking",
					    "running", "cutting", "spreading", "sowing",   "stoking" };
	int next = phrase_skip_adverbs(s, i + 1, s->n);
	bool object = next < s->n && !s->t[next].mark && !token_is(&s->t[next], IS(prep) | IS(conj) | IS(sub));
	switch (s->t[i].kind) {
	case VERB_CHANGE:
	case VERB_CONTACT:
	case VERB_CREATION:
	case VERB_POSSESSION:
	case VERB_BODY:
		return object && !token_among(&s->t[i], idle);
	default:
		return false;
	}
}

// "accused the government of rushing to name a culprit": what it is accused of is not what happened.
static bool of_other_things(const struct topic *topic, const struct tokens *s, const struct frame *f)
{
	enum { FAR = 8 };
	const uint64_t deeds = IS(act) | IS(mayact) | IS(light) | IS(direct) | IS(know) | IS(stage) | IS(incident) |
			       IS(stagednoun) | IS(cause) | IS(responsibility) | IS(pron);
	int from = range_empty(f->object) ? f->cue.to : f->object.to;
	const char *prep = f->act == ACT_accuse ? "of" : f->act == ACT_blame ? "for" : NULL;
	int of = prep ? phrase_find(s, from, f->content.to, prep) : -1;
	if (of < 0 || of - from > FAR || of + 1 >= s->n || s->t[of + 1].tag != POS_VBG ||
	    token_says(&s->t[of + 1], "having") || is_handiwork(s, of + 1)) // what was done
		return false;
	for (int i = of + 1; i < f->content.to && !token_says(&s->t[i], "to"); i++) // not what it is done for
		if (token_is(&s->t[i], deeds) || claims_topical(topic, s->t[i].word))
			return false;
	return true;
}

// "accused the mayor of slander", "of hypocrisy": of words and of what somebody is like.
static bool of_words(const struct tokens *s, const struct frame *f)
{
	static const char *const words[] = { "lying",      "lies",       "hypocrisy",  "bias",       "racism",
					     "cowardice",  "spite",      "arrogance",  "dishonesty", "ignorance",
					     "panic",      "propaganda", "malice",     "prejudice",  "scaremongering",
					     "incitement", "blasphemy",  "opportunism" };
	int from = range_empty(f->object) ? f->cue.to : f->object.to;
	int of = f->act == ACT_accuse ? phrase_find(s, from, from + 2 < s->n ? from + 2 : s->n, "of") : -1;
	return of >= 0 && of + 1 < s->n && (token_among(&s->t[of + 1], words) || token_among(&s->t[of + 1], slander));
}

bool charge_elsewhere(const struct topic *topic, const struct tokens *s, const struct frame *f)
{
	return sues_for_words(s, f) || of_words(s, f) || of_other_things(topic, s, f);
}

int charge_at(const struct tokens *s, struct range r)
{
	for (int i = r.from; i + 1 < r.to; i++) {
		bool door = token_says(&s->t[i], "door") || token_says(&s->t[i], "feet");
		if ((door && token_says(&s->t[i + 1], "of")) ||
		    (token_says(&s->t[i], "finger") && token_says(&s->t[i + 1], "at")))
			return i + 1;
	}
	return -1;
}

struct range charge_named(const struct tokens *s, struct range who)
{
	int end = phrase_comma(s, who.to) ? nominal_run(s, who.to + 1, s->n) : who.to;
	return end > who.to + 1 && phrase_comma(s, end) ? (struct range){ who.to + 1, end } : who;
}

bool charge_made(const struct tokens *s, const struct frame *f)
{
	static const char *const verbs[] = { "lay",    "lays",    "laid",  "laying", "pin",     "pins",
					     "pinned", "pinning", "point", "points", "pointed", "pointing" };
	return f->act != ACT_attribute || (!f->away && token_among(&s->t[f->cue.at], verbs));
}

// "The claim that", "the claim by the mayor that".
static bool goes_on_that(const struct tokens *s, int noun, int end)
{
	enum { NEAR = 8 };
	int k = noun + 1;
	bool by = k < end && (token_says(&s->t[k], "by") || token_says(&s->t[k], "from"));
	while (by && k + 1 < end && k - noun < NEAR && !s->t[k].mark && !token_says(&s->t[k], "that"))
		k++;
	return k < end && token_says(&s->t[k], "that");
}

int charge_told(const struct tokens *s, struct range r)
{
	for (int i = r.from; i + 1 < r.to; i++)
		if (token_is(&s->t[i], IS(alleged) | IS(thought) | IS(guessed)) && goes_on_that(s, i, r.to))
			return i;
	return -1;
}

struct range charge_ahead(const struct tokens *s, const struct frame *f)
{
	static const char *const relatives[] = { "which", "whom", "who", "that" };
	int which = f->source.from - 1;
	bool charges = frames_charges(f->act);
	bool joined, bare = f->cue.to < s->n && token_is(&s->t[f->cue.to], IS(prep));
	if (!charges || !bare || which < 1 || range_empty(f->source) || f->source.to > f->cue.from ||
	    !token_among(&s->t[which], relatives))
		return (struct range){ 0, 0 };
	struct range who = phrase_subject(s, which - phrase_comma(s, which - 1), &joined);
	int name = who.from - 1;
	while (phrase_comma(s, who.from - 1) && name > 0 && nominal_named(&s->t[name - 1]))
		name--;
	bool described = name < who.from - 1 && token_is(&s->t[who.from], IS(det)); // "Jan Lind, the preacher whom"
	return described ? (struct range){ name, who.from - 1 } : who;
}
