// Words and their classes. The table lists lemmas; the regular forms of English are made here, so that the table stays
// short enough to be read by a person.
#include "read/vocabulary.h"

#include "base/hash.h"
#include "base/list.h"

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

enum { SLOTS = 1 << 14 }; // the table holds some 6,000 forms

struct vocabulary {
	uint16_t mark[SLOTS]; // of the word in a slot; 0: it is free
	struct word slot[SLOTS];
	size_t n;
};

uint64_t vocabulary_hash(struct slice word)
{
	return hash_fast(word.at, word.len, 0);
}

// Where a word stands, or the free slot where it would.
static size_t slot_of(const struct vocabulary *v, struct slice text, uint64_t hash)
{
	size_t i = hash & (SLOTS - 1);
	while (v->mark[i] && !(v->mark[i] == hash_mark(hash) && slice_is(text, v->slot[i].text)))
		i = (i + 1) & (SLOTS - 1);
	return i;
}

static void add(struct arena *a, struct vocabulary *v, const char *text, const char *lemma, enum word_class c,
		unsigned forms)
{
	uint64_t hash = vocabulary_hash(slice_of(text));
	size_t i = slot_of(v, slice_of(text), hash);
	struct word *w = &v->slot[i];
	if (!v->mark[i]) {
		if (++v->n > SLOTS / 2)
			return; // a table that outgrew us: words are missing, nothing breaks
		v->mark[i] = hash_mark(hash);
		w->text = arena_text(a, text);
		w->lemma = lemma;
	}
	w->is |= UINT64_C(1) << c;
	w->forms |= forms;
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
		add(a, v, arena_printf(a, "%.*sies", cut, lemma), lemma, c, FORM_S);
	else
		add(a, v, arena_printf(a, hiss || last == 'o' ? "%ses" : "%ss", lemma), lemma, c, FORM_S);
	add(a, v, e ? arena_printf(a, "%.*sing", cut, lemma) : arena_printf(a, "%s%sing", lemma, twice), lemma, c,
	    FORM_ING);
	if (!past)
		return;
	const char *ed = y   ? arena_printf(a, "%.*sied", cut, lemma)
			 : e ? arena_printf(a, "%sd", lemma)
			     : arena_printf(a, "%s%sed", lemma, twice);
	add(a, v, ed, lemma, c, FORM_PAST | FORM_PARTICIPLE);
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

	add(a, v, word, word, c, FORM_BASE);
	add_regular(a, v, word, c, doubled, !irregular);
	if (irregular) {
		add(a, v, arena_copy(a, past.at, past.len), word, c, FORM_PAST);
		add(a, v, arena_copy(a, participle.at, participle.len), word, c, FORM_PARTICIPLE);
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
		while (c < CLASS_COUNT && slice_cut(&line, ' ', &word)) {
			const char *text = arena_copy(a, word.at, word.len);
			if (verbs >> c & 1)
				add_verb(a, v, word, (enum word_class)c);
			else if (text[0])
				add(a, v, text, text, (enum word_class)c, 0);
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
		{ "ese", IS(nation) }, { "people", IS(person) }, { "person", IS(person) },
	};
	if (!strchr("tne", w.at[w.len - 1]))
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

struct word vocabulary_find(const struct vocabulary *v, struct slice text, uint64_t hash)
{
	const uint64_t countable = IS(person) | IS(group) | IS(outletword) | IS(anonymous) | IS(document) |
				   IS(incident) | IS(cause) | IS(findnoun) | IS(nation) | IS(time) | IS(stagednoun);
	size_t at = slot_of(v, text, hash);
	struct word found = v->mark[at] ? v->slot[at] : (struct word){ 0 };
	if (text.len < 4 || text.len > 32)
		return found;
	char room[32];
	if (!(found.is & countable) && text.at[text.len - 1] == 's')
		for (int how = 0; how < 3; how++) {
			struct slice one = singular(room, sizeof room, text, how);
			size_t s = one.len > 2 ? slot_of(v, one, vocabulary_hash(one)) : SIZE_MAX;
			uint64_t is = s < SLOTS && v->mark[s]   ? v->slot[s].is & countable
				      : how == 2 && one.len > 2 ? by_ending(one)
								: 0;
			if (is) {
				found.is |= is;
				found.forms |= FORM_MANY;
				break;
			}
		}
	if (!found.text && !found.is)
		found.is = by_ending(text);
	struct slice rest = found.is ? (struct slice){ 0 } : somebody(text);
	if (rest.len > 3)
		found.is = vocabulary_find(v, rest, vocabulary_hash(rest)).is & IS(person);
	return found;
}
