// Words and their classes. The table lists lemmas; the regular forms of English are made here, so that the table stays
// short enough to be read by a person.
#include "read/vocabulary.h"

#include "base/list.h"
#include "tag/forms.h"

#include <string.h>

extern const char embed_words[];

static const char *const class_names[] = {
#define X(name) #name,
	CLASS_TABLE(X)
#undef X
};

// The classes whose words are verbs and are inflected.
static const uint64_t verbs = IS(say) | IS(tell) | IS(think) | IS(guess) | IS(deny) | IS(doubt) | IS(reject) |
			      IS(accuse) | IS(blame) | IS(attribute) | IS(name) | IS(admit) | IS(decline) | IS(mute) |
			      IS(ruleout) | IS(show) | IS(cite) | IS(call) | IS(act) | IS(mayact) | IS(light) |
			      IS(direct) | IS(hold) | IS(know) | IS(stage);

enum { SLOTS = 1 << 14, LETTERS = 16 }; // the table holds some 8,000 forms

// A word lies whole in half a line of the cache, since a text's words are looked up one after another all over the
// table: its first letters, then zeros.
struct slot {
	char text[LETTERS];
	struct word word;
};

struct vocabulary {
	struct slot slot[SLOTS];
	const char *rest[SLOTS]; // the letters that a long word has besides
	size_t n;
	uint16_t phrases;
};

uint32_t vocabulary_hash(struct slice text)
{
	return forms_hash(text.at, text.len);
}

void vocabulary_ahead(const struct vocabulary *v, uint32_t hash)
{
	__builtin_prefetch(&v->slot[hash % SLOTS]);
}

// Where a word stands, or the free slot where it would.
static size_t slot_of(const struct vocabulary *v, struct slice text, uint32_t hash)
{
	char key[LETTERS] = { 0 };
	size_t n = text.len < LETTERS ? text.len : LETTERS, i = hash % SLOTS;
	struct slice more = { text.at + n, text.len - n };
	memcpy(key, text.at, n);
	for (; v->slot[i].text[0]; i = (i + 1) % SLOTS)
		if (memcmp(v->slot[i].text, key, LETTERS) == 0 &&
		    (n < LETTERS || slice_is(more, v->rest[i] ? v->rest[i] : "")))
			break;
	return i;
}

// The word of a text, new if it has to be; NULL where the table outgrew us: words are missing then, nothing breaks.
static struct word *word_of(struct arena *a, struct vocabulary *v, const char *text)
{
	size_t i = slot_of(v, slice_of(text), vocabulary_hash(slice_of(text))), n = strlen(text);
	if (!v->slot[i].text[0]) {
		if (++v->n > SLOTS / 4 * 3)
			return NULL;
		memcpy(v->slot[i].text, text, n < LETTERS ? n : LETTERS);
		v->rest[i] = n > LETTERS ? arena_text(a, text + LETTERS) : NULL;
	}
	return &v->slot[i].word;
}

// Of CLASS_COUNT, the word is only known to be a verb.
static void add(struct arena *a, struct vocabulary *v, const char *text, enum word_class c, unsigned forms)
{
	struct word *w = word_of(a, v, text);
	if (!w)
		return;
	w->is |= c == CLASS_COUNT ? 0 : UINT64_C(1) << c;
	w->forms |= (uint16_t)forms;
}

void vocabulary_hang_all(struct arena *a, struct vocabulary *v, enum hook hook, const char *const *words, size_t n,
			 size_t width)
{
	for (size_t i = 0; i < n; i++) {
		struct word *w = word_of(a, v, words[i * width]);
		if (w)
			w->hooks |= (uint16_t)hook;
	}
}

uint16_t vocabulary_phrase(struct arena *a, struct vocabulary *v, const char *word)
{
	struct word *w = word_of(a, v, word);
	if (w && !w->phrase)
		w->phrase = ++v->phrases;
	return w ? w->phrase : 0;
}

static bool vowel(char c)
{
	return strchr("aeiou", c) != NULL;
}

// The regular third person, past and -ing form of a lemma.
static void add_regular(struct arena *a, struct vocabulary *v, const char *lemma, enum word_class c, bool doubled,
			bool past)
{
	size_t n = strlen(lemma);
	char last = lemma[n - 1], before = n > 1 ? lemma[n - 2] : 'a';
	int cut = (int)n - 1;
	bool y = last == 'y' && !vowel(before), e = last == 'e' && before != 'e';
	bool hiss = last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c'));
	char twice[2] = { doubled ? last : '\0', '\0' };

	if (y)
		add(a, v, arena_printf(a, "%.*sies", cut, lemma), c, FORM_S);
	else
		add(a, v, arena_printf(a, hiss || last == 'o' ? "%ses" : "%ss", lemma), c, FORM_S);
	add(a, v, e ? arena_printf(a, "%.*sing", cut, lemma) : arena_printf(a, "%s%sing", lemma, twice), c, FORM_ING);
	if (!past)
		return;
	const char *ed = y   ? arena_printf(a, "%.*sied", cut, lemma)
			 : e ? arena_printf(a, "%sd", lemma)
			     : arena_printf(a, "%s%sed", lemma, twice);
	add(a, v, ed, c, FORM_PAST | FORM_PARTICIPLE);
}

// "say:said", "write:wrote:written", "plan+", "accuse".
static void add_verb(struct arena *a, struct vocabulary *v, struct slice entry, enum word_class c)
{
	struct slice lemma = { 0 }, past = { 0 }, participle = { 0 };
	slice_cut(&entry, ':', &lemma);
	bool irregular = slice_cut(&entry, ':', &past);
	if (!slice_cut(&entry, ':', &participle))
		participle = past;
	bool doubled = slice_ends(lemma, "+");
	const char *word = arena_copy(a, lemma.at, lemma.len - doubled);
	if (word[0] == '\0')
		return;

	add(a, v, word, c, FORM_BASE);
	add_regular(a, v, word, c, doubled, !irregular);
	if (irregular) {
		add(a, v, arena_copy(a, past.at, past.len), c, FORM_PAST);
		add(a, v, arena_copy(a, participle.at, participle.len), c, FORM_PARTICIPLE);
	}
}

struct vocabulary *vocabulary_read(struct arena *a)
{
	struct vocabulary *v = arena_new(a, struct vocabulary);
	struct slice rest = slice_of(embed_words), line, name, word;
	while (slice_line(&rest, &line)) {
		if (slice_starts(line, "#") || !slice_cut(&line, '\t', &name))
			continue;
		int c = 0;
		while (c < CLASS_COUNT && !slice_is(name, class_names[c]))
			c++;
		bool verb = c == CLASS_COUNT ? slice_is(name, "verb") : verbs >> c & 1;
		while ((c < CLASS_COUNT || verb) && slice_cut(&line, ' ', &word)) {
			const char *text = arena_copy(a, word.at, word.len);
			if (verb)
				add_verb(a, v, word, (enum word_class)c);
			else if (text[0])
				add(a, v, text, (enum word_class)c, 0);
		}
	}
	return v;
}

// What a word's ending says, for words that no list has.
static uint64_t by_ending(struct slice w)
{
	static const struct {
		const char *ending;
		uint64_t is;
	} endings[] = {
		{ "ist", IS(person) }, { "woman", IS(person) },  { "women", IS(person) },  { "man", IS(person) },
		{ "men", IS(person) }, { "crat", IS(person) },   { "ician", IS(person) },  { "ian", IS(nation) },
		{ "ese", IS(nation) }, { "people", IS(person) }, { "person", IS(person) }, { "-in-law", IS(person) },
	};
	if (!strchr("tnew", w.at[w.len - 1]))
		return 0; // as most words do not end
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (w.len >= strlen(endings[i].ending) + 3 && slice_ends(w, endings[i].ending))
			return endings[i].is;
	return 0;
}

// The singular of a plural, by its ending: one of "s", "es", "ies", or nothing.
static struct slice singular(char *room, size_t most, struct slice w, int how)
{
	struct slice none = { 0 };
	if (how == 0 && slice_ends(w, "ies") && w.len < most) {
		memcpy(room, w.at, w.len - 3);
		room[w.len - 3] = 'y';
		return (struct slice){ room, w.len - 2 };
	}
	if (how == 1 && slice_ends(w, "es"))
		return (struct slice){ w.at, w.len - 2 };
	if (how == 2 && slice_ends(w, "s") && !slice_ends(w, "ss"))
		return (struct slice){ w.at, w.len - 1 };
	return none;
}

// "ex-wife", "co-founder", "vice-chairman": what is behind the first hyphen, where it is somebody; empty else.
static struct slice somebody(struct slice w)
{
	static const char *const before[] = { "ex-", "co-", "vice-", "deputy-" };
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (slice_starts(w, before[i]))
			return (struct slice){ w.at + strlen(before[i]), w.len - strlen(before[i]) };
	return (struct slice){ 0 };
}

struct word vocabulary_find(const struct vocabulary *v, struct slice text, uint32_t hash)
{
	const uint64_t countable = IS(person) | IS(group) | IS(outletword) | IS(anonymous) | IS(document) |
				   IS(incident) | IS(cause) | IS(findnoun) | IS(nation) | IS(time) | IS(stagednoun);
	size_t at = slot_of(v, text, hash);
	struct word found = v->slot[at].word;
	if (text.len < 4 || text.len > 32)
		return found;
	char room[32];
	if (!(found.is & countable) && text.at[text.len - 1] == 's')
		for (int how = 0; how < 3; how++) {
			struct slice one = singular(room, sizeof room, text, how);
			size_t s = one.len > 2 ? slot_of(v, one, vocabulary_hash(one)) : SIZE_MAX;
			uint64_t is = s < SLOTS ? v->slot[s].word.is : 0;
			if (!is && how == 2 && one.len > 2)
				is = by_ending(one);
			is &= countable;
			if (is) {
				found.is |= is;
				found.forms |= FORM_MANY;
				break;
			}
		}
	if (!found.is)
		found.is = by_ending(text);
	struct slice rest = found.is ? (struct slice){ 0 } : somebody(text);
	if (rest.len > 3)
		found.is = vocabulary_find(v, rest, vocabulary_hash(rest)).is & IS(person);
	return found;
}
