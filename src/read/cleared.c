#include "read/cleared.h"

#include "read/noun.h"

// "The marten was dead": what a thing is said to be, unless that is faulty, tells against it as a cause as often as
// for.
static bool is_described_as(const struct tokens *s, const struct aim *a)
{
	int head = a->head >= 0 ? s->t[a->head].head : -1;
	if (head <= a->head || s->t[head].tag != POS_JJ || token_is(&s->t[head], IS(causeadj)))
		return false;
	for (int i = a->head + 1; i < head; i++)
		if (token_is(&s->t[i], IS(be)))
			return true;
	return false;
}

// "Rafa was here, watching football", "Terry was sober as a judge": who is said to be so or elsewhere did nothing by
// it. And what was done to somebody is not his deed: "the guard was locked in by the thieves", "the board was
// deceived"; unless it is what is done to those who did it.
static bool is_stated(const struct tokens *s, const struct aim *a)
{
	static const char *const singled[] = { "seen",       "caught",  "paid",    "hired",  "sent",     "filmed",
					       "recorded",   "spotted", "named",   "found",  "arrested", "linked",
					       "traced",     "told",    "ordered", "asked",  "bribed",   "recruited",
					       "heard",      "trained", "used",    "behind", "charged",  "suspected",
					       "identified", "known" };
	static const char *const idle[] = { "working", "sleeping", "eating",      "drinking", "dancing",    "fishing",
					    "playing", "watching", "dining",      "shopping", "travelling", "visiting",
					    "staying", "living",   "teaching",    "praying",  "training",   "attending",
					    "singing", "cooking",  "celebrating", "serving",  "swimming",   "sailing" };
	int i = a->head + 1;
	if (a->head < 0)
		return false;
	while (i < s->n && (token_is(&s->t[i], IS(adv) | IS(have) | IS(modal))))
		i++;
	if (i >= s->n || !token_is(&s->t[i], IS(be)))
		return false;
	while (i < s->n && token_is(&s->t[i], IS(adv) | IS(be) | IS(neg)))
		i++;
	if (i >= s->n || token_among(&s->t[i], singled))
		return false;
	const struct token *t = &s->t[i];
	if (token_among(t, idle))
		return i + 1 >= s->n || !token_says(&s->t[i + 1], "with");
	return t->tag == POS_JJ || t->tag == POS_IN || t->tag == POS_RB || t->tag == POS_VBN;
}

// "These hackers are an alibi", "the boys were a scapegoat": whom somebody else hides behind.
static bool is_pretext(const struct tokens *s, const struct aim *a)
{
	static const char *const words[] = { "alibi",       "excuse",   "excuses", "scapegoat", "scapegoats",
					     "distraction", "victim",   "victims", "pretext",   "herring",
					     "cover",       "innocent", "patsy",   "fiction",   "myth" };
	int i = a->head + 1;
	if (a->head < 0 || i >= s->n || !token_is(&s->t[i], IS(be)))
		return false;
	while (i < s->n && (token_is(&s->t[i], IS(be) | IS(adv) | IS(det)) || s->t[i].tag == POS_JJ))
		i++;
	return i < s->n && token_among(&s->t[i], words);
}

// "The valve worked as it should": what is said to have done so was no cause.
static bool is_sound(const struct tokens *s, const struct aim *a)
{
	static const char *const words[] = { "worked",   "works",     "performed", "functioned", "operated", "held",
					     "performs", "functions", "responded", "complied",   "met",      "passed" };
	int head = a->head >= 0 ? s->t[a->head].head : -1;
	if (head <= a->head || phrase_group(s, head).negated)
		return false;
	bool did = token_says(&s->t[head], "did") && head + 1 < s->n && // "did what it was built to do"
		   (token_says(&s->t[head + 1], "what") || token_says(&s->t[head + 1], "its"));
	return did || token_among(&s->t[head], words);
}

// "When the Vigilant came to help": who comes to help has done nothing by it.
static bool comes_to_help(const struct tokens *s, const struct aim *a)
{
	static const char *const helps[] = { "help", "rescue", "assist", "save", "warn", "stop", "put" };
	enum { NEAR = 5 };
	for (int i = a->head + 1; a->head >= 0 && i + 2 < s->n && i - a->head < NEAR && !s->t[i].mark; i++)
		if (s->t[i].tag == POS_VBD && token_says(&s->t[i + 1], "to"))
			return token_among(&s->t[i + 2], helps);
	return false;
}

// "It could not have worked without a traitor", "rather a mob than an army": which way that points, nobody can tell by
// the words alone.
bool cleared_without(const struct tokens *s, const struct aim *a)
{
	struct noun n = { a->at, a->head };
	int prep = a->head >= 0 ? noun_preposition(s, &n) : -1, over = a->head >= 0 ? s->t[a->head].head : -1;
	if (over >= 0 && over < a->head && phrase_group(s, over).modal >= 0 &&
	    (token_says(&s->t[over], "need") || token_says(&s->t[over], "take")))
		return true; // "it would take a storm"
	return prep >= 0 && (token_says(&s->t[prep], "without") || token_says(&s->t[prep], "than"));
}

// "Braggarts, that's what they are."
static bool is_called_behind(const struct tokens *s, const struct aim *a)
{
	int i = a->head + 1;
	if (a->head < 0 || !phrase_comma(s, i) || i + 3 >= s->n)
		return false;
	bool that = token_says(&s->t[i + 1], "that's") || token_says(&s->t[i + 1], "that");
	return that && phrase_find(s, i + 2, i + 4, "what") > 0;
}

// "They're braggarts": what people are called is not who did it; but "it was braggarts".
static bool is_called(const struct tokens *s, const struct aim *a)
{
	static const char *const subjects[] = { "he", "she", "they", "we", "you", "i" };
	static const char *const both[] = { "he's", "she's", "they're", "we're", "you're", "i'm" };
	int i = a->head >= 0 ? a->at.from - 1 : -1;
	while (i > 0 && token_is(&s->t[i], IS(adv) | IS(det) | IS(neg)))
		i--;
	return i >= 0 && !s->t[a->head].capital &&
	       (token_among(&s->t[i], both) ||
		(i > 0 && token_is(&s->t[i], IS(be)) && token_among(&s->t[i - 1], subjects)));
}

// "Our feed was tested": nobody blames what is his own.
static bool is_his_own(const struct tokens *s, const struct aim *a)
{
	static const char *const words[] = { "our", "my", "their", "its", "his", "her" };
	return a->head >= 0 && a->at.from < a->head && token_among(&s->t[a->at.from], words);
}

// "Learned of it at breakfast", "were first told on Friday", "the last to know": who knew later did not know.
static bool learns(const struct tokens *s, struct range at)
{
	static const char *const words[] = { "learn", "learned", "learnt", "heard", "hear", "hears" };
	for (int i = at.from; i < at.to; i++) {
		if (token_says(&s->t[i], "last") && i + 2 < at.to && token_says(&s->t[i + 2], "know"))
			return true;
		bool late = i > at.from && (token_says(&s->t[i - 1], "first") || token_says(&s->t[i - 1], "only"));
		if (token_verb(&s->t[i]) && (token_among(&s->t[i], words) || (late && token_says(&s->t[i], "told"))))
			return true;
	}
	return false;
}

// "Had admitted to the vet that he had": who is told something did not do it.
static bool is_listener(const struct tokens *s, const struct aim *a)
{
	const uint64_t speech = IS(say) | IS(tell) | IS(admit) | IS(deny) | IS(think) | IS(guess);
	struct noun n = { a->at, a->head };
	int prep = a->head >= 0 ? noun_preposition(s, &n) : -1;
	return prep > 0 && token_says(&s->t[prep], "to") && token_is(&s->t[prep - 1], speech) &&
	       token_verb(&s->t[prep - 1]);
}

// "The clerk had fallen for a trick", "the crew lost everything": who suffers it did not do it.
static bool suffers(const struct tokens *s, const struct aim *a)
{
	static const char *const words[] = { "fallen",  "fell",     "suffered", "lost",     "died",   "survived",
					     "escaped", "received", "drowned",  "perished", "needed", "deserved" };
	int head = a->head >= 0 ? s->t[a->head].head : -1;
	return head > a->head && token_among(&s->t[head], words);
}

// "Zander suggested striking the depot": what was thought of, nobody has done by that.
static bool only_proposes(const struct tokens *s, const struct aim *a)
{
	static const char *const words[] = { "suggested", "proposed",    "considered", "discussed", "mulled",
					     "advocated", "recommended", "floated",    "urged",     "contemplated",
					     "suggests",  "proposes",    "considers",  "favoured",  "envisaged",
					     "imagined",  "opposed",     "resisted",   "avoided",   "refused" };
	int head = a->head >= 0 ? s->t[a->head].head : -1;
	return head > a->head && token_among(&s->t[head], words) && head + 1 < s->n && s->t[head + 1].forms & FORM_ING;
}

// Whether it is named as a cause where the words speak for it.
static bool is_harmless(const struct tokens *s, const struct aim *a, enum role role)
{
	return role == ROLE_accident && (is_described_as(s, a) || is_his_own(s, a) || is_sound(s, a));
}

bool cleared_of(const struct tokens *s, const struct aim *a, enum role role, struct range content)
{
	if (role < ROLE_accident && (is_stated(s, a) || is_pretext(s, a) || suffers(s, a) || learns(s, content) ||
				     only_proposes(s, a) || comes_to_help(s, a)))
		return true;
	return is_called(s, a) || is_called_behind(s, a) || is_listener(s, a) || is_harmless(s, a, role);
}
