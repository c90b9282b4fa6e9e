#include "read/mentions.h"

#include "read/sides.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char *last_word(const char *name)
{
	const char *space = strrchr(name, ' ');
	return space ? space + 1 : name;
}

// The latest of a name, or -1.
static int place_of(const struct mentions *m, const char *name)
{
	int i = m->n - 1;
	while (i >= 0 && (m->at[i].begins != *name || strcmp(m->at[i].name, name) != 0))
		i--;
	return i;
}

static struct mention *find(struct mentions *m, const char *name)
{
	int i = place_of(m, name);
	return i < 0 ? NULL : &m->at[i];
}

const struct mention *mentions_find(const struct mentions *m, const char *name)
{
	int i = place_of(m, name);
	return i < 0 ? NULL : &m->at[i];
}

static bool same_kind(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void add_gloss(struct mention *m, const char *noun, const char *kind, struct arena *a)
{
	int i = 0;
	for (; i < MENTIONS_GLOSSES && m->gloss[i].noun; i++)
		if (strcmp(m->gloss[i].noun, noun) == 0 && same_kind(m->gloss[i].kind, kind))
			return;
	if (i < MENTIONS_GLOSSES)
		m->gloss[i] = (struct gloss){ arena_text(a, noun), arena_text(a, kind) };
}

const char *mentions_kind(const struct tokens *s, int from, int noun)
{
	static const char *const offices[] = { "prime",    "foreign", "deputy",   "vice",    "chief",    "assistant",
					       "interior", "home",    "internal", "first",   "economic", "financial",
					       "general",  "public",  "social",   "cultural" };
	const struct token *t = noun > from ? &s->t[noun - 1] : NULL;
	if (!t || t->mark || t->owner || !(t->tag == POS_NN || token_among(t, offices)))
		return NULL;
	return t->word;
}

static bool names_group(const struct token *t)
{
	return t->kind == KIND_NOUN + NOUN_GROUP || token_is(t, IS(group)) > token_is(t, IS(person));
}

// "The mayor", of whom "he" was said, is Ana Lorca now: she is no "he".
static void now_named(struct mentions *m, const struct mention *who, const char *noun)
{
	if (m->he && strcmp(m->he, noun) == 0)
		m->he = who->sex == SEX_SHE ? NULL : who->name;
	if (m->she && strcmp(m->she, noun) == 0)
		m->she = who->sex == SEX_HE ? NULL : who->name;
}

static void call(struct mentions *m, struct mention *who, const struct tokens *s, int at)
{
	const struct token *t = &s->t[at];
	const char *kind = mentions_kind(s, 0, at);
	add_gloss(who, t->word, kind, m->arena);
	if (kind && strcmp(kind, "prime") == 0 && token_says(t, "minister"))
		add_gloss(who, "premier", NULL, m->arena);
	if (who->sex == SEX_UNKNOWN)
		who->sex = sex_of_noun(t);
	bool either = token_is(t, IS(group)) && token_is(t, IS(person)); // "the operator", "the owner"
	if (who->being == BEING_UNKNOWN && names_group(t))
		who->being = BEING_GROUP;
	else if (who->being == BEING_UNKNOWN && token_is(t, IS(person) | IS(title)) && !either)
		who->being = BEING_PERSON;
	now_named(m, who, t->word);
}

// "In a letter to Red Kite, the mayor's clerk wrote": what a sentence is led by ends at its first comma.
static bool is_led(const struct tokens *s, int comma)
{
	for (int i = 0; i < comma; i++)
		if (s->t[i].mark)
			return false;
	return token_is(&s->t[0], IS(prep)) && !token_says(&s->t[0], "according");
}

// The noun that a description is about, which ends with a word: "minister" of "a minister in the government".
static int described(const struct tokens *s, int last)
{
	enum { DEEP = 4 };
	for (int steps = 0; steps < DEEP; steps++) {
		int over = s->t[last].head;
		if (over >= 0 && token_is(&s->t[over], IS(prep))) // trees that hang the noun on its preposition
			over = s->t[over].head;
		if (over < 0 || over >= last || !token_noun(&s->t[over]))
			break;
		for (int k = over + 1; k < last; k++)
			if (s->t[k].mark)
				return last;
		last = over;
	}
	return last;
}

// What a name is called just before it ("the gang known as X", "spokesman X", "the mayor, X,") and just after ("X, a
// firm that").
static void learn_gloss(struct mentions *m, struct mention *who, const struct tokens *s, int from, int to)
{
	int last = from - 1;
	bool between = phrase_comma(s, last) && phrase_comma(s, to);
	if (between)
		last = described(s, last - 1);
	if (last > 0 && token_says(&s->t[last], "as") &&
	    (token_says(&s->t[last - 1], "known") || token_says(&s->t[last - 1], "identified")))
		last -= 2;
	if (last >= 0 && (nominal_common(&s->t[last]) || (token_is(&s->t[last], NOMINAL_HEADS) && !s->t[last].owner)))
		call(m, who, s, last);
	if (between || to + 1 >= s->n || !phrase_comma(s, to) || !nominal_gloss(s, to + 1) || is_led(s, to))
		return;
	bool clause = token_is(&s->t[to + 1], IS(wh));
	if (clause && who->being == BEING_UNKNOWN && token_says(&s->t[to + 1], "who"))
		who->being = BEING_PERSON;
	if (clause && (to + 2 >= s->n || !token_is(&s->t[to + 2], IS(be))))
		return; // "X, who ran the inquiry for years": neither is what X is
	int end = to + 1;
	while (end < s->n && !s->t[end].mark)
		end++;
	int head = nominal_head(s, (struct range){ to + 1, end });
	enum sex told = who->sex;
	if (head < end && nominal_common(&s->t[head]) && head - to < 12)
		call(m, who, s, head);
	if (clause)
		who->sex = told; // "X, who was her husband"
}

// "Lorca" of "Ana Lorca".
static bool is_last(const struct mention *m, const char *word)
{
	return m->ends == *word && m->last != m->name && strcmp(m->last, word) == 0;
}

// "Ana" of "Ana Lorca", "Kestrel" of "Kestrel Leather".
static bool first_of_two(const struct mention *m, const char *word)
{
	size_t n = m->begins == *word ? strlen(word) : 0;
	return n && m->last == m->name + n + 1 && strncmp(m->name, word, n) == 0 && m->being != BEING_GROUP;
}

// Who may be meant by one word of a name, by its sex too, and how many are as likely.
struct bearer {
	struct mention *who;
	int ways;
};

static struct bearer bearer(struct mentions *m, const char *word, enum sex sex)
{
	struct bearer best = { NULL, 0 };
	int most = -1;
	if (strchr(word, ' '))
		return best;
	for (int i = m->n - 1; i >= 0; i--) {
		struct mention *who = &m->at[i];
		bool last = is_last(who, word);
		if ((!last && !first_of_two(who, word)) || !sex_agrees(sex, who->sex))
			continue;
		int rank = 2 * (sex && sex == who->sex) + (last && who->alone);
		if (rank > most)
			best = (struct bearer){ who, 0 };
		most = rank > most ? rank : most;
		best.ways += rank == most;
	}
	return best;
}

const char *mentions_full(struct mentions *m, const char *name, enum sex sex)
{
	struct mention *who = bearer(m, name, sex).who;
	return who ? who->name : name;
}

const char *mentions_kin(const struct mentions *m, const char *of, enum sex sex)
{
	const char *found = NULL;
	for (int i = 0; i < m->n; i++) {
		const char *name = m->at[i].name;
		if (m->at[i].sex != sex || !strcmp(name, of) || strcmp(last_word(name), last_word(of)) != 0)
			continue;
		if (found)
			return NULL;
		found = name;
	}
	return found;
}

enum sex mentions_told(const struct tokens *s, int from, int name)
{
	enum sex sex = SEX_UNKNOWN;
	int k = name - 1 - (name - 1 > from && phrase_comma(s, name - 1));
	for (; k >= from && !sex && nominal_titled(&s->t[k]); k--)
		sex = sex_of_noun(&s->t[k]);
	return sex;
}

// A name whose first word is a first name is a person's, unless another of its words is not.
static void learn_first_name(struct mention *who, const struct tokens *s, int from, int to)
{
	const uint64_t others = IS(group) | IS(outletword) | IS(document) | IS(incident) | IS(nation);
	enum sex sex = sex_of_first_name(&s->t[from]);
	for (int i = from; i < to; i++)
		if (token_is(&s->t[i], others))
			return;
	if (!sex || who->being == BEING_GROUP)
		return;
	who->being = BEING_PERSON;
	who->sex = who->sex ? who->sex : sex;
}

// "the clerk Ana", "the clerk, Ana,", "Ana": a word that is somebody's name by what it is or where it stands.
static bool is_somebody(const struct tokens *s, int at)
{
	bool apposed = at > 1 && phrase_comma(s, at - 1) && phrase_comma(s, at + 1);
	bool called = at > 0 && token_is(&s->t[at - 1], NOMINAL_HEADS);
	return called || (apposed && token_is(&s->t[at - 2], IS(person))) || sex_of_first_name(&s->t[at]);
}

static struct mention *add(struct mentions *m, const char *name)
{
	struct mention *who = find(m, name);
	if (!who && m->n < MENTIONS_MOST) {
		who = &m->at[m->n++];
		*who = (struct mention){ .name = name, .last = last_word(name), .begins = *name };
		who->ends = *who->last;
	}
	return who;
}

// Whom a name in the text is of, who may be new; NULL where it is nobody's that we can tell.
static struct mention *named(struct mentions *m, const struct tokens *s, int from, int to, enum sex told)
{
	const char *name = nominal_printed(m->arena, s, from, to);
	if (to - from > 1)
		return add(m, name);
	struct bearer b = bearer(m, name, told);
	if (b.who && b.ways == 1)
		b.who->alone |= is_last(b.who, name);
	if (b.who && (told || b.who->being == BEING_PERSON))
		return b.who;
	struct mention *who = find(m, name);
	if (who && !sex_agrees(told, who->sex)) // "Mrs Greel", where Mr Greel was named
		return add(m, nominal_printed(m->arena, s, from - 1, to));
	bool titled = from > 0 && nominal_titled(&s->t[from - 1]);
	return who || told || titled || is_somebody(s, from) ? add(m, name) : NULL;
}

// "Ivo and Ana Brand": of the one before "and" too, if that is a first name.
static void learn_pair(struct mentions *m, const struct tokens *s, int from, int to)
{
	if (to - from != 2 || from < 2 || !token_says(&s->t[from - 1], "and") || !sex_of_first_name(&s->t[from - 2]) ||
	    (from > 2 && nominal_named(&s->t[from - 3])))
		return;
	const char *first = nominal_printed(m->arena, s, from - 2, from - 1);
	struct mention *who = add(m, arena_printf(m->arena, "%s %s", first, nominal_printed(m->arena, s, to - 1, to)));
	if (who)
		learn_first_name(who, s, from - 2, from - 1);
}

// "A clerk", who has no name: not "the clerk Ana", "the clerk, Ana Lorca," nor "Ana Lorca, the clerk".
static bool is_unnamed(const struct tokens *s, int i)
{
	const struct token *t = &s->t[i];
	if (!nominal_common(t) || t->tag != POS_NN || token_is(t, IS(group)) ||
	    !(token_is(t, IS(person)) || t->kind == KIND_NOUN + NOUN_PERSON))
		return false;
	int behind = i + 1 + phrase_comma(s, i + 1), before = i - 1;
	while (before > 0 &&
	       (token_noun(&s->t[before]) || s->t[before].tag == POS_JJ || s->t[before].tag == POS_DT ||
		s->t[before].tag == POS_PRPS) &&
	       !s->t[before].capital)
		before--;
	bool told = before > 0 && phrase_comma(s, before) && s->t[before - 1].capital;
	return !told && !(behind < s->n && s->t[behind].capital);
}

void mentions_learn(struct mentions *m, const struct tokens *s)
{
	m->spoke = false;
	for (int i = 0; i < s->n; i++) {
		m->unnamed |= is_unnamed(s, i);
		if (!nominal_named(&s->t[i]))
			continue;
		int end = nominal_run(s, i, s->n), from = i;
		while (from + 1 < end && (nominal_titled(&s->t[from]) ||
					  (token_is(&s->t[from], IS(nation)) && nominal_titled(&s->t[from + 1]))))
			from++;
		bool title = from > i;
		int words = end - from, first = i;
		i = end - 1;
		bool alone = from == 0 && words == 1 && !sex_of_first_name(&s->t[from]);
		if (nominal_all_title(s, from, end) || words > 5 || alone)
			continue;
		enum sex told = mentions_told(s, first, from);
		struct mention *who = named(m, s, from, end, told);
		if (!who)
			continue;
		if (title || (from > 0 && token_is(&s->t[from - 1], IS(person) | IS(title)) &&
			      !token_is(&s->t[from - 1], IS(group))))
			who->being = BEING_PERSON;
		who->sex = who->sex ? who->sex : told;
		learn_first_name(who, s, from, end);
		learn_gloss(m, who, s, from, end);
		sides_learn(m, who, s, first, end);
		learn_pair(m, s, from, end);
	}
}

void mentions_person(struct mentions *m, const char *name)
{
	struct mention *who = add(m, name);
	if (who && who->being == BEING_UNKNOWN)
		who->being = BEING_PERSON;
}

// Whether a name says of itself what it is: "service" of "Harbour Safety Service", "ministry" of "Ministry of Defence".
static bool is_its_noun(const char *name, const char *noun)
{
	size_t n = strlen(noun);
	const char *last = strrchr(name, ' ');
	if (last && strcasecmp(last + 1, noun) == 0)
		return true;
	return strncasecmp(name, noun, n) == 0 && strncmp(name + n, " of ", 4) == 0;
}

const char *mentions_called(const struct mentions *m, const char *noun, const char *kind)
{
	const char *called = NULL;
	for (int i = m->n - 1; i >= 0; i--)
		for (int k = 0; k < MENTIONS_GLOSSES && m->at[i].gloss[k].noun; k++) {
			const struct gloss *g = &m->at[i].gloss[k];
			if (strcmp(g->noun, noun) != 0 || (kind && g->kind && strcmp(kind, g->kind) != 0))
				continue;
			if (!kind || g->kind)
				return m->at[i].name;
			called = called ? called : m->at[i].name;
		}
	for (int i = m->n - 1; i >= 0 && !called; i--)
		if (m->at[i].being != BEING_PERSON && is_its_noun(m->at[i].name, noun))
			return m->at[i].name;
	return called;
}

enum sex mentions_sex(const struct mentions *m, const char *name)
{
	const struct mention *who = mentions_find(m, name);
	return who ? who->sex : islower((unsigned char)*name) ? sex_of_description(name) : SEX_UNKNOWN;
}

// "she said": so she is one.
static void learn_sex(struct mentions *m, const struct token *pronoun, const char *name)
{
	struct mention *who = find(m, name);
	if (!who || who->sex != SEX_UNKNOWN)
		return;
	who->sex = sex_of_pronoun(pronoun);
	if (who->sex == SEX_HE && m->she && strcmp(m->she, name) == 0)
		m->she = NULL;
	if (who->sex == SEX_SHE && m->he && strcmp(m->he, name) == 0)
		m->he = NULL;
}

static void mean_person(struct mentions *m, const char *name)
{
	enum sex sex = mentions_sex(m, name);
	if (sex != SEX_SHE)
		m->he = name;
	if (sex != SEX_HE)
		m->she = name;
}

// "Brand meant to sell it to his wife": not of Ana Brand, who is a woman.
static bool is_another(const struct mentions *m, const struct tokens *s, const char *name)
{
	enum sex sex = mentions_sex(m, name);
	bool he = phrase_find(s, 0, s->n, "his") >= 0, she = phrase_find(s, 0, s->n, "her") >= 0;
	return (sex == SEX_SHE && he && !she) || (sex == SEX_HE && she && !he);
}

void mentions_speak(struct mentions *m, const struct tokens *s, struct range r, const char *name)
{
	if (!name || range_empty(r))
		return;
	if (token_is(&s->t[r.from], IS(pron))) {
		learn_sex(m, &s->t[r.from], name);
		return;
	}
	struct range c = nominal_core(s, r);
	if (range_empty(c))
		return;
	int head = nominal_head(s, c);
	if (c.to - c.from == 1 && s->t[head].capital && is_another(m, s, name))
		return;
	bool many = s->t[head].tag == POS_NNS || s->t[head].forms & FORM_MANY || token_says(&s->t[head], "people");
	bool person = mentions_being(m, name) == BEING_PERSON || mentions_sex(m, name) ||
		      (token_is(&s->t[head], IS(person)) && !token_is(&s->t[head], IS(group)));
	bool unknown = s->t[head].capital && strchr(name, ' ');                  // a name we know nothing of
	bool paper = token_is(&s->t[head], IS(document)) && !s->t[head].capital; // "witness accounts"
	if (many)
		m->they = paper ? m->they : name;
	else if (!person)
		m->it = name;
	if (!many && (person || unknown)) {
		mean_person(m, name);
		m->spoke = true;
	}
}

// Whether a name in the text is a person's, as far as can be told.
static bool is_persons(const struct mentions *m, const struct tokens *s, int from, int to, const char *name)
{
	const struct mention *who = mentions_find(m, name);
	if (!who || who->being != BEING_UNKNOWN)
		return who && who->being == BEING_PERSON;
	for (int i = from; i < to; i++)
		if (token_is(&s->t[i], IS(group) | IS(outletword) | IS(nation) | IS(document) | IS(incident)))
			return false;
	return strchr(name, ' ') != NULL;
}

// Names that are a place's where they stand, or only say which: "in Little Moor", "a Red Kite fitter".
static bool is_by_the_way(const struct tokens *s, int from, int to)
{
	static const char *const places[] = {
		"in", "at", "near", "off", "outside", "across", "over", "into", "through"
	};
	bool place = from > 0 && token_among(&s->t[from - 1], places);
	return place || s->t[to - 1].owner || (to < s->n && nominal_common(&s->t[to]));
}

// "Good evening, Mara.", "June, you say that": who is spoken to is not spoken of.
static bool is_called(const struct mentions *m, const struct tokens *s, int from, int to)
{
	bool opens = from == 0 && phrase_comma(s, to);
	bool told =
	    from > 1 && token_is(&s->t[from - 2], IS(person) | IS(title) | IS(group)); // "the clerk, Ana Lorca."
	bool ends = phrase_comma(s, from - 1) && (to >= s->n || s->t[to].mark) && !told;
	return m->aloud && (opens || ends);
}

// "By the defence attorney Ana Lorca", "by the attorney, Ana Lorca,": who is named behind a preposition.
static bool is_behind(const struct tokens *s, int name)
{
	int k = name - 1;
	if (k > 0 && phrase_comma(s, k) && token_is(&s->t[k - 1], IS(person)))
		k--;
	while (k > 0 && !s->t[k].mark && !s->t[k].capital && !s->t[k].owner &&
	       (token_noun(&s->t[k]) || s->t[k].tag == POS_JJ || s->t[k].tag == POS_DT))
		k--;
	return k >= 0 && token_is(&s->t[k], IS(prep));
}

void mentions_focus(struct mentions *m, const struct tokens *s)
{
	const char *behind = NULL;
	for (int i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		if (!t->quoted && (token_says(t, "he") || token_says(t, "she")))
			break;
		if (t->quoted || !nominal_named(t))
			continue;
		int first = i, from = i, end = nominal_run(s, i, s->n);
		while (from + 1 < end && nominal_titled(&s->t[from]))
			from++;
		i = end - 1;
		const char *printed = nominal_printed(m->arena, s, from, end);
		struct bearer b = bearer(m, printed, mentions_told(s, first, from));
		const char *name = b.who ? b.who->name : printed;
		if (b.ways > 1 || is_called(m, s, first, end) || is_by_the_way(s, first, end) ||
		    !is_persons(m, s, from, end, name))
			continue;
		if (!is_behind(s, first)) {
			mean_person(m, name);
			return;
		}
		behind = behind ? behind : name;
	}
	if (behind && !m->spoke)
		mean_person(m, behind);
}

void mentions_body(struct mentions *m, const struct tokens *s)
{
	const char *body = NULL;
	for (int i = 0; i < s->n && m->spoke && !m->it; i++) {
		int end = nominal_named(&s->t[i]) && !s->t[i].quoted ? nominal_run(s, i, s->n) : i;
		const struct mention *who = end > i ? mentions_find(m, nominal_printed(m->arena, s, i, end)) : NULL;
		i = end > i ? end - 1 : i;
		if (!who || who->being != BEING_GROUP || who->many)
			continue;
		if (body && body != who->name)
			return;
		body = who->name;
	}
	m->it = m->it ? m->it : body;
}

enum being mentions_being(const struct mentions *m, const char *name)
{
	const struct mention *who = mentions_find(m, name);
	return who ? who->being : BEING_UNKNOWN;
}

const char *mentions_side(const struct mentions *m, const char *name)
{
	const struct mention *who = mentions_find(m, name);
	return who && who->side ? who->side : sides_of_name(m, name);
}

bool mentions_alone(const struct mentions *m, const char *person)
{
	for (int i = 0; i < m->n; i++)
		if (m->at[i].being != BEING_GROUP && strcmp(m->at[i].name, person) != 0)
			return false;
	return !m->unnamed;
}
