// The tagger cuts words finer than the rules do ("did" "n't"): a word of the rules takes what the first of its pieces
// has.
#include "read/parse.h"

#include "read/phrase.h"
#include "base/search.h"

void parse_add(struct arena *a, struct parse *p, const struct unit *u)
{
	int32_t first = (int32_t)p->list.n;
	for (int i = 0; i < u->forms.n; i++) {
		int32_t head = u->head[i] < 0 ? -1 : first + u->head[i];
		list_push(a, &p->list,
			  ((struct parsed){ u->forms.at[i].from, head, u->tag[i], u->kind[i], u->above[i] }));
	}
}

// The words of a sentence among all, and the token that holds each, or -1.
struct held {
	size_t first, n;
	const int *token;
};

static struct held held_by(struct arena *a, const struct parse *p, const struct tokens *s)
{
	size_t first = search_first(p->list.n, k, p->list.at[k].from < s->at.from), n = 0;
	while (first + n < p->list.n && p->list.at[first + n].from < s->at.to)
		n++;
	int *token = arena_take_array(a, n + 1, sizeof *token), at = 0;
	for (size_t i = 0; i < n; i++) {
		uint32_t byte = p->list.at[first + i].from;
		while (at < s->n && s->t[at].at.to <= byte)
			at++;
		token[i] = at < s->n && s->t[at].at.from <= byte ? at : -1;
	}
	return (struct held){ first, n, token };
}

// The token that the head of a word is in, past the pieces of its own token; -1 where that is outside of the sentence.
static int head_of(const struct parse *p, const struct held *h, int token, int32_t head)
{
	for (int steps = 0; head >= 0 && steps < 8; steps++) {
		size_t i = (size_t)head - h->first; // huge for one before the sentence
		int at = i < h->n ? h->token[i] : -1;
		if (at != token)
			return at;
		head = p->list.at[head].head;
	}
	return -1;
}

// Two finite verbs do not stand side by side: the first is the plural of a noun, "operations forces conducted it".
static void mend_plurals(struct tokens *s)
{
	for (int i = 1; i + 1 < s->n; i++) {
		struct token *t = &s->t[i], *next = &s->t[i + 1];
		if (t->tag != POS_VBZ || t->owner || !token_is(t, IS(group) | IS(person)) ||
		    !(token_noun(t - 1) || t[-1].tag == POS_JJ))
			continue;
		bool object = i + 2 < s->n && (s->t[i + 2].tag == POS_DT || s->t[i + 2].tag == POS_PRPS);
		if (next->tag == POS_VBN && object)
			next->tag = POS_VBD;
		if (next->tag == POS_VBD || next->tag == POS_VBZ || next->tag == POS_VBP || next->tag == POS_MD)
			t->tag = POS_NNS;
	}
}

static bool takes_verb(const struct token *t)
{
	return token_is(t, IS(modal)) || slice_starts(slice_of(t->word), "do") ||
	       slice_starts(slice_of(t->word), "did");
}

// What stands behind "did not" and "wouldn't" is a verb, whatever else it may be elsewhere: "We didn't leak it".
static void mend_verbs(struct tokens *s)
{
	for (int i = 2; i < s->n; i++) {
		struct token *t = &s->t[i];
		if (!token_noun(t) || !(t->forms & FORM_BASE) || t->capital || t->owner)
			continue;
		int not = i - 1;
		while (not > 0 && token_is(&s->t[not ], IS(adv)) && !token_is(&s->t[not ], IS(neg)))
			not --;
		int helper = token_says(&s->t[not ], "not") ? not -1 : not ;
		if (token_is(&s->t[not ], IS(neg)) && token_is(&s->t[helper], IS(aux) | IS(modal)) &&
		    takes_verb(&s->t[helper]))
			t->tag = POS_VB;
	}
}

// "The police suspect Karl Venn of the theft": many, and somebody "of" something; not "the murder suspect Karl Venn".
static bool charges_at(const struct tokens *s, int i)
{
	enum { NEAR = 9 };
	const struct token *t = &s->t[i];
	int who = i - 1; // past a place: "detectives in Harlow Bay"
	while (who > 1 && s->t[who].tag == POS_NNP)
		who--;
	who -= who > 0 && who < i - 1 && token_is(&s->t[who], IS(prep));
	const struct token *many = &s->t[who == i - 2 ? i - 1 : who]; // of one name, that: "the Guard suspect"
	if (!token_is(t, IS(accuse)) || !(t->forms & FORM_BASE) ||
	    !(many->tag == POS_NNS || many->tag == POS_NNPS || token_is(many, IS(group))))
		return false;
	int end = i + 1;
	while (end < s->n && s->t[end].tag == POS_NNP)
		end++;
	if (end > i + 1 && end < s->n && s->t[end].mark && !phrase_comma(s, end))
		return true; // "suspect Karl Venn."
	for (int k = i + 2; k < s->n && k - i < NEAR && !(s->t[k].mark && !phrase_comma(s, k)); k++)
		if (token_says(&s->t[k], "of"))
			return true;
	return false;
}

// "Police suspect sabotage.": many, and no other verb to the end of the clause.
static bool charges_alone(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i], *many = t - 1;
	if (!token_says(t, "suspect") || !(many->tag == POS_NNS || token_is(many, IS(group))))
		return false;
	int end = i + 1;
	while (end < s->n && !s->t[end].mark && s->t[end].tag != POS_VBD && s->t[end].tag != POS_VBZ &&
	       s->t[end].tag != POS_VBP && s->t[end].tag != POS_MD)
		end++;
	return end > i + 1 && (end == s->n || s->t[end].mark);
}

// "The valet stole the diary", "the commission assesses that": what is taken for the second noun of two is the verb,
// where no other stands before it and its form is no noun's; so it is in "the guard stole it", whose guard is taken for
// an adjective.
static void mend_pasts(struct tokens *s)
{
	const uint64_t deeds = IS(act) | IS(mayact) | IS(direct) | IS(light);
	const uint64_t cues = IS(say) | IS(think) | IS(doubt) | IS(deny);
	for (int i = 1; i + 1 < s->n; i++) {
		struct token *t = &s->t[i];
		const struct token *next = t + 1;
		if (!token_is(t, deeds | cues | IS(accuse)))
			continue;
		if (t->tag == POS_VBZ && token_is(t, IS(alleged)) && token_is(t - 1, IS(prep)))
			t->tag = POS_NNS; // "aware of claims that"
		bool past = token_is(t, deeds) && t->forms & FORM_PAST && !(t->forms & FORM_BASE);
		bool that = token_says(next, "that") || token_says(next, ".") ||
			    (token_says(next, ",") && i + 2 < s->n && token_says(next + 1, "with"));
		bool holds = token_is(t, cues) && t->forms & FORM_S && t->tag == POS_NNS && that;
		bool hold = token_is(t, cues | IS(accuse)) && t->forms & FORM_BASE && token_says(next, "that") &&
			    (t[-1].tag == POS_NNS || token_is(t - 1, IS(group))); // "police suspect that"
		hold |= token_is(t, IS(doubt) | IS(deny)) && t->forms & FORM_BASE && t[-1].tag == POS_NNS &&
			(next->capital || token_is(next, IS(pron) | IS(det))); // "detectives doubt Kelmar planted it"
		bool at =
		    token_is(t, IS(act)) && (token_says(next, "at") || token_says(next, "into")); // "the army shot at"
		bool object = token_is(next, IS(det)) || next->tag == POS_DT || next->tag == POS_PRPS ||
			      next->tag == POS_PRP || at;
		bool called = t[-1].tag == POS_JJ && i > 1 && (t[-2].tag == POS_DT || t[-2].tag == POS_PRPS);
		hold |= (charges_at(s, i) && (object || next->capital)) || charges_alone(s, i);
		if (token_noun(t) && past && object && !at && called)
			t[-1].tag = POS_NN;
		if ((token_noun(t) || hold) && token_noun(t - 1) && !t[-1].owner && ((past && object) || holds || hold))
			t->tag = past ? POS_VBD : holds ? POS_VBZ : POS_VBP;
	}
}

// "A message posted on a site claimed that", "a letter found in the wreck says": what became of a document does not
// tell what it says, the verb behind does.
static void mend_reduced(struct tokens *s)
{
	static const char *const words[] = { "posted",     "published", "found",    "sent",      "left",
					     "released",   "broadcast", "shared",   "uploaded",  "leaked",
					     "dated",      "signed",    "seen",     "obtained",  "issued",
					     "circulated", "written",   "attached", "recovered", "recorded" };
	static const char *const papers[] = { "messages", "video", "videos", "photo", "photos" };
	for (int i = 1; i + 1 < s->n; i++) {
		struct token *t = &s->t[i];
		if (t->tag != POS_VBD || !token_among(t, words) || !token_is(t + 1, IS(prep)) ||
		    !(token_is(t - 1, IS(document)) || token_among(t - 1, papers)))
			continue;
		int k = i + 1;
		while (k < s->n && !s->t[k].mark && s->t[k].tag != POS_VBD && s->t[k].tag != POS_VBZ &&
		       s->t[k].tag != POS_VBP && s->t[k].tag != POS_MD && !token_is(&s->t[k], IS(relative) | IS(sub)))
			k++;
		if (k < s->n && token_verb(&s->t[k]) && !token_is(&s->t[k - 1], IS(conj) | IS(pron)))
			t->tag = POS_VBN;
	}
}

// "A loosened rail joint was": the last of the adjectives between an article and a verb is what the phrase is about.
static void mend_heads(struct tokens *s)
{
	for (int i = 2; i + 1 < s->n; i++) {
		int from = i - 1;
		if (s->t[i].tag != POS_JJ || s->t[from].tag != POS_JJ)
			continue;
		if (!token_is(&s->t[i + 1], IS(be) | IS(have) | IS(modal)) && s->t[i + 1].tag != POS_VBD)
			continue;
		while (from > 0 && s->t[from].tag == POS_JJ)
			from--;
		if (s->t[from].tag == POS_DT && i - from > 2)
			s->t[i].tag = POS_NN;
	}
}

// "The insurer said": what is taken for a comparative, where a verb follows, is who does something.
static void mend_doers(struct tokens *s)
{
	static const char *const compared[] = { "older",  "younger", "elder",  "latter", "former",  "other",
						"better", "worse",   "bigger", "larger", "smaller", "lower",
						"higher", "later",   "richer", "poorer", "weaker",  "stronger" };
	for (int i = 1; i + 1 < s->n; i++) {
		struct token *t = &s->t[i];
		const struct token *next = t + 1;
		if (t->tag != POS_JJR || token_among(t, compared))
			continue;
		bool named = token_is(t - 1, IS(det)) || t[-1].tag == POS_PRPS || t[-1].tag == POS_NN;
		bool verb = token_verb(next) || token_is(next, IS(have) | IS(be) | IS(modal)) || token_says(next, ",");
		if (!named || !verb)
			continue;
		t->tag = POS_NN;
		t->kind = KIND_NOUN + NOUN_PERSON;
	}
}

// "The blame lies with X": no lie.
static void mend_lies(struct tokens *s)
{
	static const char *const where[] = { "with", "in", "at", "on", "behind", "elsewhere", "there", "between" };
	for (int i = 0; s->is & IS(lie) && i + 1 < s->n; i++)
		if ((token_says(&s->t[i], "lies") || token_says(&s->t[i], "lie")) && token_among(&s->t[i + 1], where))
			s->t[i].is &= ~IS(lie);
}

// "The hijacked ship": a participle that only describes.
static bool describes(const struct tokens *s, int i)
{
	return i + 1 < s->n && i > 0 && (token_noun(&s->t[i + 1]) || s->t[i + 1].tag == POS_JJ) &&
	       !token_is(&s->t[i - 1], IS(be) | IS(have) | IS(neg) | IS(adv) | IS(aux));
}

// A verb that the vocabulary does not know has the form that its tag tells; a gerund does not: it describes as often
// ("neighbouring Velia").
static void lend_forms(struct tokens *s)
{
	static const uint16_t form_of[] = { [POS_VB] = FORM_BASE,
					    [POS_VBP] = FORM_BASE,
					    [POS_VBZ] = FORM_S,
					    [POS_VBD] = FORM_PAST,
					    [POS_VBN] = FORM_PARTICIPLE };
	for (int i = 0; i < s->n; i++) {
		struct token *t = &s->t[i];
		bool number = i > 0 && t[-1].tag == POS_CD; // "three hundred"
		if (t->forms || t->is || t->mark || t->owner || number)
			continue;
		if ((size_t)t->tag < sizeof form_of / sizeof *form_of && !(t->tag == POS_VBN && describes(s, i)))
			t->forms = form_of[t->tag];
	}
}

void parse_join(struct arena *a, const struct parse *p, struct tokens *s)
{
	struct held held = held_by(a, p, s);
	size_t next = 0;
	for (int i = 0; i < s->n; i++) {
		struct token *t = &s->t[i];
		while (next < held.n && p->list.at[held.first + next].from < t->at.from)
			next++;
		bool known = next < held.n && p->list.at[held.first + next].from < t->at.to;
		const struct parsed *w = known ? &p->list.at[held.first + next] : NULL;
		t->tag = w ? w->tag : POS_NONE;
		t->kind = w ? w->kind : 0;
		t->above = w ? w->above : 0;
		t->head = w ? head_of(p, &held, i, w->head) : -1;
	}
	mend_plurals(s);
	mend_verbs(s);
	mend_pasts(s);
	mend_lies(s);
	mend_doers(s);
	mend_reduced(s);
	mend_heads(s);
	lend_forms(s);
}
