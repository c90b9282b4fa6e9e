// Names and what they stand for. A pronoun is never a name: it is resolved here or the statement has no speaker.
#include "read/mentions.h"

#include "base/limits.h"

#include <ctype.h>
#include <string.h>

static bool named(const struct token *t)
{
	return t->capital && !t->mark &&
	       !token_is(t,
			 IS(day) | IS(month) | IS(pron) | IS(det) | IS(prep) | IS(sub) | IS(conj) | IS(adv) | IS(wh)) &&
	       !token_is(t, IS(be) | IS(have) | IS(aux) | IS(modal));
}

static bool titled(const struct token *t)
{
	return token_is(t, IS(title) | IS(person)) && !t->owner;
}

static bool particle(const struct token *t)
{
	static const char *const words[] = { "de", "al", "van", "von", "der", "bin", "el",
					     "la", "du", "da",  "di",  "den", "ibn" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_says(t, words[i]))
			return true;
	return false;
}

// The printed words of [from, to) without a final 's; marks inside stay as they are.
static const char *printed(struct arena *a, const struct tokens *s, int from, int to)
{
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

// The end of the run of capitalised words that begins at i; joins "of"-less particles only.
static int run_end(const struct tokens *s, int i, int end)
{
	int k = i;
	while (k < end && (named(&s->t[k]) || (k > i && particle(&s->t[k]) && k + 1 < end && named(&s->t[k + 1])))) {
		k++;
		if (s->t[k - 1].owner)
			break;
	}
	return k;
}

static struct mention *find_name(struct mentions *m, const char *name)
{
	for (int i = m->n - 1; i >= 0; i--)
		if (strcmp(m->at[i].name, name) == 0)
			return &m->at[i];
	return NULL;
}

static void add_gloss(struct mention *m, const char *word, struct arena *a)
{
	size_t i = 0, most = sizeof m->gloss / sizeof *m->gloss;
	for (; i < most && m->gloss[i]; i++)
		if (strcmp(m->gloss[i], word) == 0)
			return;
	if (i < most)
		m->gloss[i] = arena_text(a, word);
}

static const uint64_t heads = IS(person) | IS(group) | IS(outletword) | IS(document) | IS(title);

// Whether an apposition begins here, and no clause: "X, a clerk,", not "X, the clerk said".
static bool is_gloss(const struct tokens *s, int from)
{
	for (int k = from; k < s->n && k - from < 12; k++) {
		if (s->t[k].mark || token_is(&s->t[k], IS(prep) | IS(relative)))
			return true;
		if (k > from && phrase_finite(s, k))
			return false;
	}
	return false;
}

// The noun that a description is about: the last of those that stand together before a preposition, a verb or a mark.
static int head_of(const struct tokens *s, struct range r)
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

static bool common(const struct token *t)
{
	return (t->tag == POS_NN || t->tag == POS_NNS) && !t->owner && !t->capital;
}

static bool names_group(const struct token *t)
{
	return t->kind == KIND_NOUN + NOUN_GROUP || token_is(t, IS(group)) > token_is(t, IS(person));
}

static void call(struct mentions *m, struct mention *who, const struct token *t)
{
	add_gloss(who, t->word, m->arena);
	if (who->being == BEING_UNKNOWN && names_group(t))
		who->being = BEING_GROUP;
	else if (who->being == BEING_UNKNOWN && token_is(t, IS(person) | IS(title)))
		who->being = BEING_PERSON;
}

// What a name is called just before it ("the gang known as X", "spokesman X", "the mayor, X,") and just after ("X, a
// firm that").
static void learn_gloss(struct mentions *m, struct mention *who, const struct tokens *s, int from, int to)
{
	int last = from - 1;
	bool between = phrase_comma(s, last) && phrase_comma(s, to);
	if (between)
		last--;
	if (last > 0 && token_says(&s->t[last], "as") &&
	    (token_says(&s->t[last - 1], "known") || token_says(&s->t[last - 1], "identified")))
		last -= 2;
	if (last >= 0 && (common(&s->t[last]) || (token_is(&s->t[last], heads) && !s->t[last].owner)))
		call(m, who, &s->t[last]);
	if (between || to + 1 >= s->n || !phrase_comma(s, to) || !is_gloss(s, to + 1))
		return;
	int end = to + 1;
	while (end < s->n && !s->t[end].mark)
		end++;
	int head = head_of(s, (struct range){ to + 1, end });
	if (head < end && common(&s->t[head]) && head - to < 12)
		call(m, who, &s->t[head]);
}

// Whether no word of [from, to) can be a proper name: "Foreign Minister", "Interior Ministry".
static bool all_title(const struct tokens *s, int from, int to)
{
	for (int i = from; i < to; i++)
		if (!titled(&s->t[i]) && !token_is(&s->t[i], IS(nation) | IS(group)))
			return false;
	return true;
}

void mentions_learn(struct mentions *m, const struct tokens *s)
{
	for (int i = 0; i < s->n; i++) {
		if (!named(&s->t[i]))
			continue;
		int end = run_end(s, i, s->n), from = i;
		while (from + 1 < end &&
		       (titled(&s->t[from]) || (token_is(&s->t[from], IS(nation)) && titled(&s->t[from + 1]))))
			from++;
		bool title = from > i;
		int words = end - from;
		i = end - 1;
		bool alone = from == 0 && words == 1;
		if (all_title(s, from, end) || words > 5 || alone)
			continue;
		const char *name = printed(m->arena, s, from, end);
		struct mention *who = find_name(m, name);
		if (!who && m->n < MENTIONS_MOST &&
		    (words > 1 || title || (from > 0 && token_is(&s->t[from - 1], heads)))) {
			who = &m->at[m->n++];
			*who = (struct mention){ .name = name };
		}
		if (!who)
			continue;
		if (title || (from > 0 && token_is(&s->t[from - 1], IS(person) | IS(title)) &&
			      !token_is(&s->t[from - 1], IS(group))))
			who->being = BEING_PERSON;
		learn_gloss(m, who, s, from, end);
	}
}

// Whether `tail` is the last words of `name`.
static bool name_ends(const char *name, const char *tail)
{
	size_t n = strlen(name), t = strlen(tail);
	return n > t && strcmp(name + n - t, tail) == 0 && name[n - t - 1] == ' ';
}

// "Ana" of "Ana Lorca", "Kestrel" of "Kestrel Leather".
static bool first_of_two(const struct mention *m, const char *name)
{
	size_t n = strlen(name);
	return strncmp(m->name, name, n) == 0 && m->name[n] == ' ' && !strchr(m->name + n + 1, ' ') &&
	       m->being != BEING_GROUP;
}

// "Lorca" -> "Ana Lorca", where such a person was named.
static const char *full_name(struct mentions *m, const char *name)
{
	if (strchr(name, ' '))
		return name;
	for (int i = m->n - 1; i >= 0; i--)
		if (name_ends(m->at[i].name, name) || first_of_two(&m->at[i], name))
			return m->at[i].name;
	return name;
}

// "the clerk", "the gang": the last one called so.
static const char *described(struct mentions *m, const char *head)
{
	for (int i = m->n - 1; i >= 0; i--)
		for (size_t k = 0; k < sizeof m->at[i].gloss / sizeof *m->at[i].gloss && m->at[i].gloss[k]; k++)
			if (strcmp(m->at[i].gloss[k], head) == 0)
				return m->at[i].name;
	return NULL;
}

static bool many(const char *name)
{
	static const char *const singular[] = { "police", "ss", "us", "is" };
	size_t n = strlen(name);
	for (size_t i = 0; i < sizeof singular / sizeof *singular; i++)
		if (slice_ends(slice_of(name), singular[i]))
			return i == 0;
	return n > 3 && name[n - 1] == 's' && (!isupper((unsigned char)name[0]) || strstr(name, "officials") != NULL);
}

// Whether a pronoun can mean its speaker: "prosecutors said she ..." cannot.
static bool can_be(const struct mentions *m, char whom, const char *self)
{
	enum being being = mentions_being(m, self);
	bool two_names = isupper((unsigned char)self[0]) && strchr(self, ' ');
	switch (whom) {
	case 'h':
		return being == BEING_PERSON ||
		       (being == BEING_UNKNOWN && !many(self) && (two_names || islower((unsigned char)self[0])));
	case 'i':
		return being != BEING_PERSON && !many(self);
	case 't':
		return many(self) || being == BEING_GROUP;
	default:
		return true;
	}
}

static const char *pronoun(struct mentions *m, const struct token *t, const char *self)
{
	static const struct {
		const char *word;
		char whom;
	} pronouns[] = {
		{ "he", 'h' }, { "she", 'h' },    { "him", 'h' },  { "himself", 'h' }, { "herself", 'h' },
		{ "it", 'i' }, { "itself", 'i' }, { "they", 't' }, { "them", 't' },    { "themselves", 't' },
		{ "we", 's' }, { "i", 's' },      { "us", 's' },   { "me", 's' },
	};
	for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
		char whom = pronouns[i].whom;
		if (!token_says(t, pronouns[i].word))
			continue;
		if (self && can_be(m, whom, self))
			return self;
		return whom == 'h' ? m->he : whom == 'i' ? m->it : whom == 't' ? m->they : NULL;
	}
	return NULL;
}

// Cuts what is no part of a name: a relative clause, an apposition, a time.
static bool leads(const struct token *t)
{
	static const char *const words[] = { "the", "a",    "an",   "both",  "its",   "his", "her", "their",
					     "our", "this", "that", "these", "those", "my",  "even" };
	if (t->mark || (token_is(t, IS(conj) | IS(sub)) && !t->capital))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_says(t, words[i]))
			return true;
	return false;
}

// "in Helsinki", "after the vote", "earlier this month", "working for": what a name does not hold.
static bool trails(const struct tokens *s, int k, int end)
{
	static const char *const words[] = { "after",   "before", "during", "since", "until", "amid", "following",
					     "earlier", "late",   "last",   "this",  "on",    "over" };
	const struct token *t = &s->t[k];
	if (token_says(t, "in") || token_says(t, "at"))
		return k + 1 < end && (s->t[k + 1].capital || s->t[k + 1].number);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_says(t, words[i]))
			return true;
	return slice_ends(slice_of(t->word), "ing") && strlen(t->word) > 5 && t->forms != 0 && !t->capital;
}

static struct range core(const struct tokens *s, struct range r)
{
	while (r.from < r.to && leads(&s->t[r.from]))
		r.from++;
	for (int k = r.from; k < r.to; k++) {
		const struct token *t = &s->t[k];
		bool named_before = k > r.from && (s->t[k - 1].tag == POS_NNP || s->t[k - 1].tag == POS_NNPS);
		bool stop = (t->tag == POS_IN && named_before && !token_says(t, "of") && !token_says(t, "for")) ||
			    (t->mark && !token_says(t, "-") && !token_says(t, "&") && !token_says(t, "/")) ||
			    (token_is(t, IS(relative)) && k > r.from) ||
			    (token_is(t, IS(prep)) && k + 1 < r.to && token_is(&s->t[k + 1], IS(day) | IS(month))) ||
			    (token_is(t, IS(day)) && k > r.from) || (k > r.from && trails(s, k, r.to));
		if (stop) {
			r.to = k;
			break;
		}
	}
	return r;
}

// Where the proper name stands in a noun phrase that is a person or a body with a name: "spokesman Ilya Orlov", "the
// firm Copperline", "the gang known as Red Kite", "Interior Minister Petra Lindahl". Empty where the phrase is a
// description.
static struct range proper(const struct tokens *s, struct range r)
{
	struct range none = { r.to, r.to };
	int from = r.to;
	while (from > r.from && (named(&s->t[from - 1]) || (particle(&s->t[from - 1]) && from < r.to)) &&
	       !(from < r.to && s->t[from - 1].owner))
		from--;
	if (from == r.to || particle(&s->t[from]))
		return none;
	int name = from;
	while (name + 1 < r.to &&
	       (titled(&s->t[name]) || (token_is(&s->t[name], IS(nation)) && titled(&s->t[name + 1]))))
		name++;
	if (name > from && !all_title(s, name, r.to))
		return (struct range){ name, r.to };
	if (from == r.from)
		return r; // all of it is the name
	const struct token *b = &s->t[from - 1];
	if (token_is(b, heads) && !b->owner)
		return (struct range){ from, r.to };
	if (token_says(b, "as") && from - 2 >= r.from &&
	    (token_says(&s->t[from - 2], "known") || token_says(&s->t[from - 2], "identified")))
		return (struct range){ from, r.to };
	return none;
}

// "spokesman for the firm" -> "spokesman for Bluegate Capital", where the firm was named.
static const char *with_name(struct mentions *m, const struct tokens *s, struct range r, int head)
{
	int the = phrase_find(s, head, r.to, "the");
	const char *who =
	    the > head && the + 2 == r.to && !s->t[the + 1].capital ? described(m, s->t[the + 1].word) : NULL;
	if (!who)
		return printed(m->arena, s, r.from, r.to);
	return arena_printf(m->arena, "%s %s", printed(m->arena, s, r.from, the), who);
}

// The name behind a description: "its chairman, Lev Padar,". Empty where none is.
static struct range apposed(const struct tokens *s, struct range description)
{
	struct range none = { 0, 0 };
	int from = description.to + 1;
	if (!phrase_comma(s, description.to) || from >= s->n || !common(&s->t[description.to - 1]))
		return none;
	int end = run_end(s, from, s->n);
	bool over = end >= s->n || phrase_comma(s, end) || (s->t[end].mark && !s->t[end].opens);
	return end > from && over ? proper(s, (struct range){ from, end }) : none;
}

static const char *resolve(struct mentions *m, const struct tokens *s, struct range r, const char *self)
{
	while (r.from < r.to && s->t[r.from].mark)
		r.from++;
	if (range_empty(r))
		return NULL;
	const struct token *first = &s->t[r.from];
	if (r.to - r.from == 1 && token_is(first, IS(pron)) && !(first->shout && token_is(first, IS(nation))))
		return pronoun(m, first, self);
	if (token_says(first, "one") && r.to - r.from == 3 && token_says(&s->t[r.from + 2], "them"))
		return m->they ? arena_printf(m->arena, "one of %s", m->they) : NULL;
	if (r.to - r.from == 1 && token_says(first, "neither"))
		return m->they;
	bool definite = token_says(first, "the") || token_says(first, "this") || token_says(first, "that");
	r = core(s, r);
	if (range_empty(r) || (r.to - r.from == 1 && token_is(&s->t[r.from], IS(pron) | IS(prep) | IS(det) | IS(adv))))
		return NULL;
	struct range name = proper(s, r);
	name = range_empty(name) ? apposed(s, r) : name;
	if (!range_empty(name))
		return full_name(m, printed(m->arena, s, name.from, name.to));
	int head = head_of(s, r);
	bool plain = definite;
	for (int k = r.from; k < head; k++) {
		plain |= s->t[k].owner;
		plain &= !named(&s->t[k]) || s->t[k].owner;
	}
	if (plain && head == r.to - 1 && !(s->t[head].forms & FORM_MANY) && s->t[head].tag != POS_NNS) {
		const char *who = described(m, s->t[head].word);
		if (who)
			return who;
	}
	return with_name(m, s, r, head);
}

const char *mentions_name(struct mentions *m, const struct tokens *s, struct range r, const char *self)
{
	const char *name = resolve(m, s, r, self);
	return name && strnlen(name, LIMIT_NAME + 1) <= LIMIT_NAME ? name : NULL;
}

void mentions_subject(struct mentions *m, const struct tokens *s)
{
	for (int i = 0; i < s->n; i++) {
		int head = s->t[i].head;
		bool main = head < 0 || s->t[head].head < 0, joined = false;
		if (!main || s->t[i].quoted || !phrase_finite(s, i))
			continue;
		struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
		const char *name = range_empty(who) ? NULL : mentions_name(m, s, who, NULL);
		if (name && find_name(m, name))
			mentions_speak(m, s, who, name);
		return;
	}
}

void mentions_speak(struct mentions *m, const struct tokens *s, struct range r, const char *name)
{
	if (!name || range_empty(r) || token_is(&s->t[r.from], IS(pron)))
		return;
	struct range c = core(s, r);
	if (range_empty(c))
		return;
	int head = head_of(s, c);
	bool many = s->t[head].forms & FORM_MANY;
	bool person = mentions_being(m, name) == BEING_PERSON ||
		      (token_is(&s->t[head], IS(person)) && !token_is(&s->t[head], IS(group)));
	if (many)
		m->they = name;
	else if (person)
		m->he = name;
	else
		m->it = name;
	if (!many && !person && s->t[head].capital && strchr(name, ' '))
		m->he = name; // a name we know nothing of
}

enum being mentions_being(const struct mentions *m, const char *name)
{
	for (int i = m->n - 1; i >= 0; i--)
		if (strcmp(m->at[i].name, name) == 0)
			return m->at[i].being;
	return BEING_UNKNOWN;
}
