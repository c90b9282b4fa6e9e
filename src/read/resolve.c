// A noun phrase is a name, a pronoun or a description; the last two mean somebody who was named before. A pronoun is
// never a name: it is resolved here, or the statement has no speaker.
#include "read/resolve.h"

#include "base/limits.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool many(const char *name)
{
	static const char *const singular[] = { "police", "ss", "us", "is" };
	static const char *const joints[] = { " in ", " at ", " from ", " with ", " on ", " for ", " briefed " };
	struct slice head = slice_of(name); // "diplomats in the capital"
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		ptrdiff_t at = slice_find(head, joints[i]);
		head.len = at > 0 ? (size_t)at : head.len;
	}
	size_t n = head.len;
	for (size_t i = 0; i < sizeof singular / sizeof *singular; i++)
		if (slice_ends(head, singular[i]))
			return i == 0;
	size_t word = n;
	while (word > 0 && name[word - 1] != ' ')
		word--;
	static const char *const plural[] = { "men", "women", "people" };
	for (size_t i = 0; i < sizeof plural / sizeof *plural; i++)
		if (slice_is_nocase((struct slice){ name + word, n - word }, plural[i]))
			return true;
	return n > 3 && name[n - 1] == 's' &&
	       (!isupper((unsigned char)name[word]) || strstr(name, "officials") != NULL);
}

// "Assessment", "court": what is no he or she.
static bool is_paper(const char *name)
{
	static const char *const words[] = {
		"assessment", "report",     "letter",  "statement", "review",  "study",
		"affidavit",  "indictment", "court",   "panel",     "jury",    "inquiry",
		"complaint",  "memo",       "dossier", "ruling",    "warrant", "newspaper"
	};
	struct slice rest = slice_of(name), word;
	while (slice_cut(&rest, ' ', &word))
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (slice_is(word, words[i]))
				return true;
	return false;
}

// Whether a pronoun can mean its speaker: "prosecutors said she ..." cannot.
static bool can_be(const struct mentions *m, char whom, enum sex sex, const char *self)
{
	enum sex known = mentions_sex(m, self);
	if (!sex_agrees(sex, known))
		return false;
	enum being being = known ? BEING_PERSON : mentions_being(m, self);
	bool two_names = isupper((unsigned char)self[0]) && strchr(self, ' ');
	switch (whom) {
	case 'h':
		return being == BEING_PERSON || (being == BEING_UNKNOWN && !many(self) &&
						 (two_names || (islower((unsigned char)self[0]) && !is_paper(self))));
	case 'i':
		return being != BEING_PERSON && !many(self);
	case 't':
		return many(self) || being == BEING_GROUP;
	default:
		return true;
	}
}

static const struct means {
	const char *word;
	char whom;
	enum sex sex;
} pronouns[] = {
	{ "he", 'h', SEX_HE },
	{ "she", 'h', SEX_SHE },
	{ "him", 'h', SEX_HE },
	{ "her", 'h', SEX_SHE },
	{ "his", 'h', SEX_HE },
	{ "himself", 'h', SEX_HE },
	{ "herself", 'h', SEX_SHE },
	{ "it", 'i' },
	{ "its", 'i' },
	{ "itself", 'i' },
	{ "they", 't' },
	{ "them", 't' },
	{ "their", 't' },
	{ "themselves", 't' },
	{ "we", 's' },
	{ "i", 's' },
	{ "us", 's' },
	{ "me", 's' },
};

// What a pronoun can mean, also in "she's"; NULL where the table has none.
static const struct means *meaning(const struct token *t)
{
	for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
		size_t n = strlen(pronouns[i].word);
		if (strncmp(t->word, pronouns[i].word, n) == 0 && (!t->word[n] || t->word[n] == '\''))
			return &pronouns[i];
	}
	return NULL;
}

bool resolve_pronoun(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	bool whose = t->tag == POS_PRPS && i > 0 && token_is(t - 1, IS(be)); // not "a friend of his said"
	return token_is(t, IS(pron)) || whose;
}

bool resolve_fits(const struct mentions *m, const struct token *pronoun, const char *name)
{
	const struct means *p = meaning(pronoun);
	return p && p->whom != 's' && can_be(m, p->whom, p->sex, name);
}

static const char *pronoun(struct mentions *m, const struct token *t, const char *self)
{
	const struct means *p = meaning(t);
	if (!p)
		return NULL;
	bool author = p->whom != 's' && slice_same(self, m->author); // who writes "she" does not mean herself
	if (self && !author && can_be(m, p->whom, p->sex, self))
		return self;
	return p->whom == 'h'   ? (p->sex == SEX_SHE ? m->she : m->he)
	       : p->whom == 'i' ? m->it
	       : p->whom == 't' ? m->they
				: NULL;
}

// "spokesman for the firm" -> "spokesman for Bluegate Capital", where the firm was named.
static const char *with_name(struct mentions *m, const struct tokens *s, struct range r, int head)
{
	int the = phrase_find(s, head, r.to, "the");
	const char *who = the > head && the + 2 == r.to && !s->t[the + 1].capital
			      ? mentions_called(m, s->t[the + 1].word, NULL)
			      : NULL;
	if (!who)
		return nominal_printed(m->arena, s, r.from, r.to);
	return arena_printf(m->arena, "%s %s", nominal_printed(m->arena, s, r.from, the), who);
}

// The name behind a description: "its chairman, Lev Padar,". Empty where none is.
static struct range apposed(const struct tokens *s, struct range description)
{
	struct range none = { 0, 0 };
	int from = description.to + 1;
	if (!phrase_comma(s, description.to) || from >= s->n)
		return none;
	static const char *const articles[] = { "the", "a", "an" };
	bool alone = description.to - description.from == 1; // "the Speaker, Dame Flora Hunt,"
	bool titled = description.from > 0 && token_among(&s->t[description.from - 1], articles) &&
		      (alone || token_is(&s->t[description.to - 1], IS(title) | IS(person)));
	if (!nominal_common(&s->t[description.to - 1]) && !titled)
		return none;
	int end = nominal_run(s, from, s->n);
	bool over = end >= s->n || phrase_comma(s, end) || (s->t[end].mark && !s->t[end].opens);
	return end > from && over ? nominal_proper(s, (struct range){ from, end }) : none;
}

// The name before a description: "the Blue Caps, a youth militia,". Empty where none is.
static struct range apposed_to(const struct tokens *s, struct range description, int from)
{
	struct range none = { 0, 0 };
	if (from < 2 || !phrase_comma(s, from - 1) ||
	    !(token_says(&s->t[from], "a") || token_says(&s->t[from], "an")) ||
	    !nominal_common(&s->t[description.to - 1]) || !nominal_gloss(s, from))
		return none;
	int begin = from - 1;
	while (begin > 0 && nominal_run(s, begin - 1, from - 1) == from - 1)
		begin--;
	return begin < from - 1 ? nominal_proper(s, (struct range){ begin, from - 1 }) : none;
}

// "a group calling itself", "a gang known as": not "Lorca named".
static bool calls(const struct tokens *s, int k)
{
	static const char *const words[] = { "calling", "styling", "naming", "called", "named", "dubbed", "known" };
	bool said_of = s->t[k].forms & FORM_ING || (s->t[k].tag != POS_VBD && nominal_common(&s->t[k - 1]));
	return said_of && token_among(&s->t[k], words);
}

// "a group calling itself the Sons of the Quarry", "a gang known as Red Kite". Empty where nobody is called anything.
static struct range self_called(const struct tokens *s, struct range r)
{
	for (int k = r.from + 1; k < s->n && k < r.from + 8 && !s->t[k].mark; k++) {
		if (!calls(s, k))
			continue;
		k += k + 1 < s->n && (token_says(&s->t[k + 1], "itself") || token_says(&s->t[k + 1], "themselves") ||
				      token_says(&s->t[k + 1], "himself") || token_says(&s->t[k + 1], "as"));
		k += k + 1 < s->n && token_says(&s->t[k + 1], "the");
		int end = nominal_run(s, k + 1, s->n);
		while (end > k + 1 && end + 1 < s->n && token_says(&s->t[end], "of")) {
			int next = end + 1 + (end + 2 < s->n && token_says(&s->t[end + 1], "the"));
			if (nominal_run(s, next, s->n) == next)
				break;
			end = nominal_run(s, next, s->n);
		}
		if (end < s->n && token_says(&s->t[end], "as"))
			break; // "the police named Karl Venn as the bomber"
		return (struct range){ k + 1, end };
	}
	return (struct range){ 0, 0 };
}

// The one body named so far that by its name is a band, as "the group" and "the militia" may mean: the Grey Faction;
// NULL where there is none, or more than one.
static const char *band(const struct mentions *m)
{
	static const char *const words[] = { "Group",    "Faction", "Brigade", "Brigades", "Front",
					     "Movement", "League",  "Cell",    "Column",   "Collective",
					     "Militia",  "Legion",  "Network", "Army" };
	const char *one = NULL;
	for (int i = 0; i < m->n; i++) {
		const char *name = m->at[i].name, *last = strrchr(name, ' ');
		bool is = false;
		for (size_t k = 0; last && k < sizeof words / sizeof *words; k++)
			is |= strcmp(last + 1, words[k]) == 0;
		if (is && one)
			return NULL;
		one = is ? name : one;
	}
	return one;
}

const char *resolve_spoken(const struct mentions *m, const struct token *head)
{
	static const char *const bands[] = { "group", "gang", "militia", "militants", "faction" };
	static const char *const words[] = { "company",  "firm",    "group",   "organisation", "organization",
					     "outfit",   "gang",    "militia", "airline",      "bank",
					     "retailer", "charity", "trust",   "manufacturer", "operator" };
	const char *one = token_among(head, bands) ? band(m) : NULL;
	if (one)
		return one;
	return token_among(head, words) && m->it && isupper((unsigned char)m->it[0]) ? m->it : NULL;
}

bool resolve_stands_in(const struct tokens *s, struct range r)
{
	static const char *const words[] = { "one",    "another", "other",  "others", "neither",
					     "second", "third",   "fourth", "fifth" };
	while (r.from + 1 < r.to && (token_says(&s->t[r.from], "a") || token_says(&s->t[r.from], "the")))
		r.from++;
	bool them = r.to - r.from == 3 && token_says(&s->t[r.from + 1], "of") && token_says(&s->t[r.from + 2], "them");
	return (them || r.to - r.from == 1) && token_among(&s->t[r.from], words);
}

// "two former cleaners": those who can be told apart as one and another.
static bool is_counted(const char *name)
{
	static const char *const words[] = {
		"two ", "three ", "four ", "five ", "several ", "some ", "six ", "a few "
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncasecmp(name, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

// "one of two cleaners", for "one" or "one of them": a part of those who were spoken of last; all of them for
// "neither".
static const char *of_them(struct mentions *m, const struct tokens *s, struct range r)
{
	bool them = token_says(&s->t[r.to - 1], "them");
	if (!m->they || token_says(&s->t[r.from], "neither"))
		return m->they;
	if (!them && !is_counted(m->they))
		return NULL;
	return arena_printf(m->arena, "%s of %s", nominal_printed(m->arena, s, r.from, them ? r.to - 2 : r.to),
			    m->they);
}

// "his wife": who has his name and her sex.
static const char *kin(struct mentions *m, const struct tokens *s, struct range r, const char *self)
{
	static const char *const words[] = { "wife",  "husband", "mother",   "father", "sister", "brother",
					     "widow", "son",     "daughter", "uncle",  "aunt" };
	if (r.to - r.from != 2 || !token_among(&s->t[r.to - 1], words))
		return NULL;
	enum sex whose = token_says(&s->t[r.from], "his")   ? SEX_HE
			 : token_says(&s->t[r.from], "her") ? SEX_SHE
							    : SEX_UNKNOWN;
	const char *of = whose == SEX_HE ? m->he : whose == SEX_SHE ? m->she : NULL;
	if (whose && self && mentions_sex(m, self) == whose)
		of = self;
	return of ? mentions_kin(m, of, sex_of_noun(&s->t[r.to - 1])) : NULL;
}

static const char *resolve(struct mentions *m, const struct tokens *s, struct range r, const char *self)
{
	while (r.from < r.to && s->t[r.from].mark)
		r.from++;
	if (range_empty(r))
		return NULL;
	const struct token *first = &s->t[r.from];
	if (r.to - r.from == 1 && resolve_pronoun(s, r.from) && !(first->shout && token_is(first, IS(nation))))
		return pronoun(m, first, self);
	if (resolve_stands_in(s, r))
		return of_them(m, s, r);
	const char *relative = kin(m, s, r, self);
	if (relative)
		return relative;
	struct range called = self_called(s, r);
	if (!range_empty(called))
		return mentions_full(m, nominal_printed(m->arena, s, called.from, called.to), SEX_UNKNOWN);
	int begin = r.from;
	bool definite = token_says(first, "the") || token_says(first, "this") || token_says(first, "that");
	r = nominal_core(s, r);
	if (range_empty(r) || (r.to - r.from == 1 && token_is(&s->t[r.from], IS(pron) | IS(prep) | IS(det) | IS(adv))))
		return NULL;
	struct range name = apposed(s, r);
	name = range_empty(name) ? nominal_proper(s, r) : name;
	name = range_empty(name) ? apposed_to(s, r, begin) : name;
	if (!range_empty(name))
		return mentions_full(m, nominal_printed(m->arena, s, name.from, name.to),
				     mentions_told(s, begin, name.from));
	int head = nominal_head(s, r);
	bool plain = definite;
	for (int k = r.from; k < head; k++) {
		plain |= s->t[k].owner && !s->t[k].capital;
		plain &= !nominal_named(&s->t[k]);
	}
	if (plain && head == r.to - 1 && !(s->t[head].forms & FORM_MANY) && s->t[head].tag != POS_NNS) {
		struct token called_so = s->t[head]; // "the firm" of "the firm's"
		if (called_so.owner)
			called_so.word = nominal_printed(m->arena, s, head, head + 1);
		const char *who = mentions_called(m, called_so.word, mentions_kind(s, r.from, head));
		if (!who && r.to - r.from == 1)
			who = resolve_spoken(m, &called_so);
		if (who && self && strcmp(who, self) == 0 && can_be(m, 'h', SEX_UNKNOWN, self))
			who = NULL; // "Lorca said the firm": not she
		if (who)
			return who;
	}
	return with_name(m, s, r, head);
}

const char *resolve_name(struct mentions *m, const struct tokens *s, struct range r, const char *self)
{
	const char *name = resolve(m, s, r, self);
	return name && strnlen(name, LIMIT_NAME + 1) <= LIMIT_NAME ? name : NULL;
}

// Whether a subject that was not named is one that a pronoun can mean: a body, a document, somebody new ("a former
// clerk", "the Karsk envoy"). "The clerk" was named before.
static bool can_be_meant(const struct tokens *s, struct range who)
{
	const struct token *head = &s->t[nominal_head(s, who)];
	bool named = false, many = head->tag == POS_NNS;
	for (int i = who.from + 1; i < who.to; i++)
		named |= s->t[i].capital;
	if (token_is(&s->t[who.from], IS(neg) | IS(pron)))
		return false;
	if (token_is(head, IS(group) | IS(document)) && !many)
		return true; // "the gang", "the bulletin": it
	bool new = many || named || !token_says(&s->t[who.from], "the");
	return new && (token_is(head, IS(person) | IS(anonymous)) || head->kind == KIND_NOUN + NOUN_PERSON);
}

void resolve_subject(struct mentions *m, const struct tokens *s)
{
	for (int i = 0; i < s->n; i++) {
		int head = s->t[i].head;
		bool main = head < 0 || s->t[head].head < 0, joined = false;
		int tag = s->t[i].tag;
		bool finite = phrase_finite(s, i) || tag == POS_VBD || tag == POS_VBZ || tag == POS_VBP;
		if (!main || s->t[i].quoted || !finite)
			continue;
		struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
		const char *name = range_empty(who) ? NULL : resolve_name(m, s, who, NULL);
		bool people = name && can_be_meant(s, who);
		if (people || (name && mentions_find(m, name)))
			mentions_speak(m, s, who, name);
		return;
	}
}
