// The rules for texts: what stands in the words that a person wrote. Words are found whole, in any case.
#include "case/check_rule.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

struct hit {
	const char *at;
	size_t n;
};

static bool inside_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static struct hit find_word(const char *text, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = text; *at; at++)
		if ((at == text || !inside_word(at[-1])) && !strncasecmp(at, word, n) && !inside_word(at[n]))
			return (struct hit){ at, n };
	return (struct hit){ NULL, 0 };
}

// The first word of the list that stands in the text.
static struct hit find_any(const char *text, const char *const *words)
{
	struct hit hit = { NULL, 0 };
	for (; *words && !hit.at; words++)
		hit = find_word(text, *words);
	return hit;
}

static void found(struct checking *k, struct hit hit, const char *text)
{
	const struct check_text *t = k->text;
	check_found(k, t->place, t->line, text);
	struct check_finding *f = &k->out->list.at[k->out->list.n - 1];
	f->words = arena_copy(k->arena, hit.at, hit.n);
	f->at = (uint32_t)utf8_count(t->text, (size_t)(hit.at - t->text));
}

static const char *const likelihoods[] = { "almost certain", "almost certainly",
					   "nearly certain", "nearly certainly",
					   "likely",         "unlikely",
					   "probable",       "probably",
					   "improbable",     "remote chance",
					   "even chance",    "even odds",
					   "no chance",      NULL };

static const char *const sure_words[] = { "confidence", "confident", NULL };

static const char *const outside[] = { "possibly",
				       "perhaps",
				       "maybe",
				       "may have",
				       "might have",
				       "could have",
				       "may be",
				       "might be",
				       "could be",
				       "conceivably",
				       "presumably",
				       "plausible",
				       "plausibly",
				       "doubtless",
				       "undoubtedly",
				       "without doubt",
				       "beyond doubt",
				       "definitely",
				       "good chance",
				       "fair chance",
				       "chances are",
				       "in all likelihood",
				       "cannot be ruled out",
				       "cannot rule out",
				       "cannot be excluded",
				       NULL };

static void look_mixed(struct checking *k, size_t none)
{
	static const char *const loose[] = { "possible", "possibly", NULL };
	struct hit hit = find_any(k->text->text, sure_words);
	(void)none;
	if (hit.at && (find_any(k->text->text, likelihoods).at || find_any(k->text->text, loose).at))
		found(k, hit, "A likelihood and a confidence stand in one sentence.");
}

static void look_scale(struct checking *k, size_t none)
{
	struct hit hit = find_any(k->text->text, outside);
	(void)none;
	if ((k->text->kind & CHECK_TEXT_CLAIM) && hit.at)
		found(k, hit, "It estimates in words that are not on the scale.");
}

static void look_estimate(struct checking *k, size_t none)
{
	struct hit hit = find_any(k->text->text, likelihoods);
	(void)none;
	if ((k->text->kind & (CHECK_TEXT_HYPOTHESIS | CHECK_TEXT_FACT)) && hit.at)
		found(k, hit, "It says how likely it is, beside the number that says so.");
}

static void look_absence(struct checking *k, size_t none)
{
	static const char *const words[] = {
		"no evidence", "no proof", "no indication", "no sign that", "not proven", "nothing suggests", NULL
	};
	struct hit hit = find_any(k->text->text, words);
	(void)none;
	if ((k->text->kind & CHECK_TEXT_CLAIM) && hit.at)
		found(k, hit, "That nothing was found is put as if it told how likely something is.");
}

static bool stands_after(const char *text, const char *at, const char *word)
{
	size_t n = strlen(word);
	return (size_t)(at - text) > n && at[-1] == ' ' && !strncasecmp(at - 1 - n, word, n);
}

// One origin alone: of the fact, or of the answer.
static bool alone(const struct checking *k)
{
	const struct check_text *t = k->text;
	if (t->kind == CHECK_TEXT_FACT)
		return k->told[t->item].origins < 2;
	return k->w && k->w->draws && k->w->questions[t->item].confidence.inputs.n_eff < 2;
}

static void look_confirmed(struct checking *k, size_t none)
{
	static const char *const words[] = { "confirmed", "confirms", "corroborated", "verified", NULL };
	struct hit hit = find_any(k->text->text, words);
	const unsigned kinds = CHECK_TEXT_FACT | CHECK_TEXT_HYPOTHESIS | CHECK_TEXT_REASON;
	(void)none;
	if ((k->text->kind & kinds) && hit.at && !stands_after(k->text->text, hit.at, "not") && alone(k))
		found(k, hit, "It is called confirmed, and one origin alone stands behind it.");
}

static void look_accused(struct checking *k, size_t none)
{
	static const char *const words[] = { "is accused",    "are accused", "was accused",
					     "were accused",  "is blamed",   "are blamed",
					     "was blamed",    "were blamed", "is suspected",
					     "was suspected", "allegedly",   "is alleged",
					     "was alleged",   NULL };
	static const char *const holders[] = { "by", "according to", NULL };
	struct hit hit = find_any(k->text->text, words);
	(void)none;
	if ((k->text->kind & CHECK_TEXT_CLAIM) && hit.at && !find_any(k->text->text, holders).at)
		found(k, hit, "Somebody is accused, and nobody is named who does it.");
}

static void look_borrowed(struct checking *k, size_t none)
{
	(void)none;
	if (!(k->text->kind & CHECK_TEXT_CLAIM))
		return;
	for (each (j, &k->c->judgements)) {
		struct hit hit = find_word(k->text->text, j->who ? j->who : "");
		if (!j->who || !*j->who || !hit.at)
			continue;
		if (k->text->kind == CHECK_TEXT_REASON || find_any(k->text->text, sure_words).at ||
		    find_any(k->text->text, likelihoods).at) {
			found(k, hit, "What others concluded, or how sure they are, is shown as ours.");
			return;
		}
	}
}

const struct check_rule check_words[] = {
	{ "mixed-wording", 2, 2, CHECK_ERROR, CHECK_TEXT, look_mixed, "a likelihood and a confidence in one sentence",
	  "Say how likely it is in one sentence, and how good the basis is in the next." },
	{ "scale-word", 2, 3, CHECK_WARNING, CHECK_TEXT, look_scale, "a likelihood in words that are not on the scale",
	  "Take the estimate out, or use a term of the scale." },
	{ "likelihood-in-text", 3, 6, CHECK_WARNING, CHECK_TEXT, look_estimate,
	  "a fact or a hypothesis that judges itself", "Say what it is, and rate how likely that is." },
	{ "no-evidence", 6, 4, CHECK_WARNING, CHECK_TEXT, look_absence, "no evidence, used as a likelihood",
	  "Say who searched for what, and rate how likely nothing would be found." },
	{ "confirmed-once", 1, 4, CHECK_ERROR, CHECK_TEXT, look_confirmed, "confirmed by one origin",
	  "Find the second origin, or say that it is reported." },
	{ "accusation-without-holder", 3, 5, CHECK_WARNING, CHECK_TEXT, look_accused, "an accusation that nobody makes",
	  "Name who accuses." },
	{ "borrowed-judgement", 3, 5, CHECK_ERROR, CHECK_TEXT, look_borrowed, "the judgement of others, shown as ours",
	  "Leave it to the judgements, and give our own reason." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
