#include "read/nominal.h"

#include "base/slice.h"

#include <ctype.h>
#include <string.h>

bool nominal_named(const struct token *t)
{
	return t->capital && !t->mark &&
	       !token_is(t,
			 IS(day) | IS(month) | IS(pron) | IS(det) | IS(prep) | IS(sub) | IS(conj) | IS(adv) | IS(wh)) &&
	       !token_is(t, IS(be) | IS(have) | IS(aux) | IS(modal));
}

bool nominal_titled(const struct token *t)
{
	return token_is(t, IS(title) | IS(person)) && !t->owner;
}

static bool particle(const struct token *t)
{
	static const char *const words[] = { "de", "al", "van", "von", "der", "bin", "el",
					     "la", "du", "da",  "di",  "den", "ibn" };
	return token_among(t, words);
}

// "Strand & Sound".
static bool joins(const struct tokens *s, int first, int k, int end)
{
	return k > first && token_says(&s->t[k], "&") && k + 1 < end && nominal_named(&s->t[k + 1]);
}

int nominal_run(const struct tokens *s, int i, int end)
{
	int k = i;
	while (k < end && (nominal_named(&s->t[k]) || joins(s, i, k, end) ||
			   (k > i && particle(&s->t[k]) && k + 1 < end && nominal_named(&s->t[k + 1])))) {
		k++;
		if (s->t[k - 1].owner)
			break;
	}
	return k;
}

int nominal_head(const struct tokens *s, struct range r)
{
	int head = -1;
	for (int k = r.from; k < r.to; k++) {
		const struct token *t = &s->t[k];
		if (token_noun(t) && !t->owner)
			head = k;
		bool goes_on = token_noun(t) || t->owner || t->tag == POS_JJ || t->tag == POS_CD || t->tag == POS_DT ||
			       t->tag == POS_PRPS || t->tag == POS_VBG || t->tag == POS_VBN || t->tag == POS_NONE;
		if (head >= 0 && !goes_on)
			break;
	}
	return head >= 0 ? head : r.to - 1;
}

bool nominal_all_title(const struct tokens *s, int from, int to)
{
	for (int i = from; i < to; i++)
		if (!nominal_titled(&s->t[i]) && !token_is(&s->t[i], IS(nation) | IS(group)))
			return false;
	return true;
}

// Cuts what is no part of a name: a relative clause, an apposition, a time.
static bool leads(const struct token *t)
{
	static const char *const words[] = { "the",         "a",       "an",    "both",      "its",     "his",
					     "her",         "their",   "our",   "this",      "that",    "these",
					     "those",       "my",      "even",  "so-called", "alleged", "suspected",
					     "self-styled", "neither", "either" };
	if (t->mark || (token_is(t, IS(conj) | IS(sub)) && !t->capital))
		return true;
	if (t->number && (strchr(t->word, '.') || strchr(t->word, ':')))
		return true; // "16.48", the clock before an entry; "9.4", the number of a paragraph
	return token_among(t, words);
}

// "The regime in Oskary", "actors based in Norrland": at a preposition, a place that tells who is meant.
static bool at_home(const struct tokens *s, int k)
{
	return k > 0 && s->t[k + 1].tag == POS_NNP &&
	       (nominal_common(&s->t[k - 1]) || token_says(&s->t[k - 1], "based"));
}

// "Working for".
static bool goes_on(const struct token *t)
{
	return slice_ends(slice_of(t->word), "ing") && strlen(t->word) > 5 && t->forms != 0 && !t->capital;
}

// "The coastguard in the sinking of the ferry": a part in it, and no coastguard of the sinking.
static bool in_deed(const struct tokens *s, int k)
{
	const struct token *what = &s->t[k + 2];
	bool thing = what->kind == KIND_NOUN + NOUN_ARTIFACT; // "in the building"
	return token_is(&s->t[k + 1], IS(det)) && ((goes_on(what) && !thing) || token_is(what, IS(incident)));
}

// "in Helsinki", "after the vote", "earlier this month", "working for": what a name does not hold.
static bool trails(const struct tokens *s, int k, int end)
{
	static const char *const words[] = { "after",   "before", "during", "since", "until", "amid", "following",
					     "earlier", "late",   "last",   "this",  "on",    "over" };
	static const char *const asides[] = { "all",   "fact",   "turn",    "particular", "effect", "response",
					      "reply", "person", "writing", "court",      "public", "private" };
	const struct token *t = &s->t[k];
	if (k > 1 && s->t[k - 1].tag == POS_VBN && token_is(&s->t[k - 2], IS(anonymous)))
		return false;       // "people briefed on it"
	if (token_says(t, "under")) // "rebels under Captain Irie"
		return k > 0 && s->t[k - 1].kind == KIND_NOUN + NOUN_PERSON;
	if (token_says(t, "in") && k + 1 < end && token_among(&s->t[k + 1], asides))
		return true; // "the army in all likelihood"
	if (token_says(t, "in") || token_says(t, "at"))
		return k + 1 < end && (s->t[k + 1].number || (s->t[k + 1].capital && !at_home(s, k)) ||
				       (k + 2 < end && in_deed(s, k)));
	return token_among(t, words) || (goes_on(t) && !token_is(&s->t[k - 1], IS(det)));
}

// "no member of the board", "any of them": what is counted is behind "of".
static int uncounted(const struct tokens *s, struct range r)
{
	static const char *const whole[] = { "no", "any", "none", "every", "each" };
	static const char *const parts[] = { "member", "members", "part", "parts" };
	int k = r.from;
	bool counted = token_among(&s->t[k], whole);
	k += counted;
	if (k < r.to && token_among(&s->t[k], parts))
		k++;
	if (k > r.from && k + 1 < r.to && token_says(&s->t[k], "of"))
		return k + 1;
	return counted && k + 1 == r.from + 1 && k < r.to ? k : r.from;
}

// "Ostrana's work", "the company's involvement": whose it is, where what they have is nobody and nothing to be held to
// account. Returns where the owner ends, or -1.
static int owner_end(const struct tokens *s, struct range r)
{
	int head = nominal_head(s, r), file = s->t[head].kind - KIND_NOUN;
	bool deed = file == NOUN_ACT || file == NOUN_ATTRIBUTE || file == NOUN_STATE || file == NOUN_COGNITION ||
		    file == NOUN_FEELING || file == NOUN_MOTIVE;
	if (!deed || s->t[head].capital || token_is(&s->t[head], NOMINAL_HEADS | IS(cause) | IS(causeadj)))
		return -1;
	for (int k = head - 1; k >= r.from; k--)
		if (s->t[k].owner)
			return k + 1;
	return -1;
}

// "investigators examining it", "a statement signed by". Of those who are not named, what they were told is the name:
// "two people briefed on the inquiry".
static bool is_participle(const struct tokens *s, int k, struct range r)
{
	if (k > r.from && token_is(&s->t[k - 1], IS(anonymous)) && k + 2 < r.to && token_is(&s->t[k + 1], IS(prep)))
		return false;
	bool based = token_says(&s->t[k], "based") && k + 2 < r.to && token_is(&s->t[k + 1], IS(prep));
	bool adjective = k > 0 && s->t[k - 1].tag == POS_NN && s->t[k - 1].kind == 0; // "faulty wiring"
	return k > r.from && !based && !adjective && token_noun(&s->t[k - 1]) &&
	       (s->t[k].tag == POS_VBG || s->t[k].tag == POS_VBN) && !(k + 1 < r.to && token_noun(&s->t[k + 1])) &&
	       !s->t[k].capital;
}

// A dash that parts: "crews - as the group denies it", not "co-owner".
static bool parts(const struct tokens *s, int k)
{
	return token_says(&s->t[k], "-") && k > 0 && s->t[k].at.from > s->t[k - 1].at.to;
}

// "the cartel itself", "the dealer most": what says nothing of who it is.
static bool trailing_word(const struct token *t)
{
	static const char *const words[] = { "itself", "himself", "herself",     "themselves", "most",
					     "also",   "alone",   "responsible", "liable",     "accountable" };
	return token_is(t, IS(prep) | IS(adv)) || t->tag == POS_RB || token_among(t, words);
}

struct range nominal_core(const struct tokens *s, struct range r)
{
	while (r.from < r.to && leads(&s->t[r.from]))
		r.from++;
	if (!range_empty(r))
		r.from = uncounted(s, r);
	while (r.from < r.to && leads(&s->t[r.from]))
		r.from++;
	for (int k = r.from; k < r.to; k++) {
		const struct token *t = &s->t[k];
		bool named_before = k > r.from && (s->t[k - 1].tag == POS_NNP || s->t[k - 1].tag == POS_NNPS);
		bool stop = (t->tag == POS_IN && named_before && !token_says(t, "of") && !token_says(t, "for")) ||
			    (t->mark && !token_says(t, "-") && !token_says(t, "&") && !token_says(t, "/")) ||
			    parts(s, k) || (token_is(t, IS(relative)) && k > r.from && t->tag != POS_DT) ||
			    (token_is(t, IS(prep)) && k + 1 < r.to && token_is(&s->t[k + 1], IS(day) | IS(month))) ||
			    (token_is(t, IS(day)) && k > r.from) || (k > r.from && trails(s, k, r.to)) ||
			    is_participle(s, k, r);
		if (stop) {
			r.to = k;
			break;
		}
	}
	while (r.to - 1 > r.from && trailing_word(&s->t[r.to - 1]))
		r.to--;
	int owner = range_empty(r) ? -1 : owner_end(s, r);
	if (owner > r.from)
		r.to = owner;
	return r;
}

struct range nominal_proper(const struct tokens *s, struct range r)
{
	struct range none = { r.to, r.to };
	int from = r.to;
	while (from > r.from && (nominal_named(&s->t[from - 1]) || (particle(&s->t[from - 1]) && from < r.to)) &&
	       !(from < r.to && s->t[from - 1].owner))
		from--;
	if (from == r.to || particle(&s->t[from]))
		return none;
	int name = from;
	while (name + 1 < r.to &&
	       (nominal_titled(&s->t[name]) || (token_is(&s->t[name], IS(nation)) && nominal_titled(&s->t[name + 1]))))
		name++;
	if (from > r.from && token_is(&s->t[from - 1], IS(prep)))
		return none; // "a spokesman for Governor Winstead": not he
	if (name > from && !nominal_all_title(s, name, r.to))
		return (struct range){ name, r.to };
	if (from == r.from)
		return r; // all of it is the name
	const struct token *b = &s->t[from - 1];
	for (int i = r.from; i < from - 1; i++)
		if (token_is(&s->t[i], IS(prep)))
			return none; // "a former employee of the firm Brandt": not the firm
	if (token_is(b, NOMINAL_HEADS) && !b->owner)
		return (struct range){ from, r.to };
	if (token_says(b, "as") && from - 2 >= r.from &&
	    (token_says(&s->t[from - 2], "known") || token_says(&s->t[from - 2], "identified")))
		return (struct range){ from, r.to };
	return none;
}

// What stands behind a name and is none of it: "Ana Lorca KC".
static bool is_degree(const struct token *t)
{
	static const char *const words[] = { "kc", "qc", "mp", "mep", "md", "obe", "mbe", "cbe", "jp", "phd", "frs" };
	return t->capital && token_among(t, words);
}

const char *nominal_printed(struct arena *a, const struct tokens *s, int from, int to)
{
	while (to - from > 2 && is_degree(&s->t[to - 1]))
		to--;
	span at = tokens_span(s, from, to);
	size_t n = span_len(at);
	const char *text = s->text + at.from;
	if (n > 2 && (text[n - 1] == 's' || text[n - 1] == 'S') && s->t[to - 1].owner) {
		if (text[n - 2] == '\'')
			n -= 2;
		else if (n > 4 && memcmp(text + n - 4, "\xE2\x80\x99", 3) == 0)
			n -= 4;
	}
	char *out = arena_copy(a, text, n);
	for (size_t i = 0; i < n; i++)
		if (out[i] == '\n' || out[i] == '\t')
			out[i] = ' ';
	return out;
}

bool nominal_gloss(const struct tokens *s, int from)
{
	if (from < s->n && phrase_finite(s, from))
		return false; // "X, for Y, put it to the clerk"
	for (int k = from; k < s->n && k - from < 12; k++) {
		if (s->t[k].mark || token_is(&s->t[k], IS(prep) | IS(relative)))
			return true;
		if (k > from && phrase_finite(s, k))
			return false;
	}
	return false;
}

bool nominal_common(const struct token *t)
{
	return (t->tag == POS_NN || t->tag == POS_NNS) && !t->owner && !t->capital;
}

const char *nominal_calm(struct arena *a, const char *name)
{
	static const char *const small[] = { " Of ", " The ", " For ", " And ", " On ", " In ", " To " };
	char *out = arena_copy(a, name, strlen(name));
	for (char *c = out; *c; c++) {
		if (islower((unsigned char)name[c - out]))
			return name;
		if (c > out && isalpha((unsigned char)c[-1]))
			*c = (char)tolower((unsigned char)*c);
	}
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		for (char *at = strstr(out, small[i]); at; at = strstr(at, small[i]))
			at[1] = (char)tolower((unsigned char)at[1]);
	return out;
}
