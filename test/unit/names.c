// Whom a phrase means, by tags that are given: "[the/DT militia/NN] denied/VBD it/PRP"; a number behind "=" is
// WordNet's file of a noun. What stands before " || " is an earlier sentence.
#include "read/resolve.h"
#include "base/buf.h"
#include "test/tap.h"

#include <stdlib.h>

static struct vocabulary *vocabulary;

static int tag_named(struct slice name)
{
	for (int tag = 0; tag < POS_COUNT; tag++)
		if (slice_is(name, pos_names[tag]))
			return tag;
	return POS_NONE;
}

// The words of a sentence with their tags; the phrase in brackets.
static struct tokens cut(struct arena *a, struct slice sentence, struct range *phrase)
{
	struct buf text = buf_in(a);
	struct slice rest = sentence, item;
	while (slice_cut(&rest, ' ', &item)) {
		struct slice word = { 0 };
		bool opens = item.at[0] == '[';
		item = (struct slice){ item.at + opens, item.len - opens };
		slice_cut(&item, '/', &word);
		if (text.n && !slice_is(word, ","))
			buf_char(&text, ' ');
		buf_slice(&text, word);
	}
	const char *words = buf_str(&text);
	struct tokens s = tokens_of(a, vocabulary, words, (span){ 0, (uint32_t)strlen(words) }, false);
	rest = sentence;
	for (int i = 0; slice_cut(&rest, ' ', &item) && i < s.n; i++) {
		struct slice word = { 0 }, tag = { 0 };
		bool opens = item.at[0] == '[';
		phrase->from = opens ? i : phrase->from;
		item = (struct slice){ item.at + opens, item.len - opens };
		if (slice_ends(item, "]"))
			*phrase = (struct range){ phrase->from, i + 1 };
		item.len -= slice_ends(item, "]");
		slice_cut(&item, '/', &word);
		slice_cut(&item, '=', &tag);
		s.t[i].tag = tag_named(tag);
		s.t[i].kind = item.len ? (uint8_t)(KIND_NOUN + strtol(item.at, NULL, 10)) : 0;
	}
	return s;
}

static void means(const char *story, const char *self, const char *wanted)
{
	struct arena a = { 0 };
	struct mentions *m = arena_new(&a, struct mentions);
	struct range phrase = { 0, 0 };
	struct slice last = slice_of(story);
	m->arena = &a;
	for (ptrdiff_t at; (at = slice_find(last, " || ")) >= 0;) {
		struct range who = { 0, 0 };
		struct tokens s = cut(&a, (struct slice){ last.at, (size_t)at }, &who);
		mentions_learn(m, &s);
		resolve_subject(m, &s);
		if (!range_empty(who))
			mentions_speak(m, &s, who, resolve_name(m, &s, who, NULL));
		last = (struct slice){ last.at + at + 4, last.len - (size_t)at - 4 };
	}
	struct tokens s = cut(&a, last, &phrase);
	mentions_learn(m, &s);
	const char *name = resolve_name(m, &s, phrase, self);
	ok(name ? wanted && !strcmp(name, wanted) : !wanted, "%s: %s", story, name ? name : "nobody");
	arena_free(&a);
}

static void test_phrases(void)
{
	means("it/PRP was/VBD [Ostrana's/NNP work/NN=4]", NULL, "Ostrana");
	means("they/PRP saw/VBD [Ostrana's/NNP trawler/NN=6]", NULL, "Ostrana's trawler");
	means("[no/DT member/NN of/IN the/DT committee/NN] knew/VBD", NULL, "committee");
	means("[investigators/NNS examining/VBG the/DT blast/NN] said/VBD", NULL, "investigators");
	means("[the/DT so-called/JJ Lantern/NNP gang/NN] fled/VBD", NULL, "Lantern gang");
	means("[the/DT cartel/NN itself/PRP] denied/VBD it/PRP", NULL, "cartel");
	means("then/RB [a/DT group/NN calling/VBG itself/PRP the/DT Sons/NNPS of/IN the/DT Quarry/NNP] said/VBD", NULL,
	      "Sons of the Quarry");
	means("by/IN the/DT Blue/NNP Caps/NNPS ,/, [a/DT youth/NN militia/NN] ,/, it/PRP said/VBD", NULL, "Blue Caps");
	means("by/IN [the/DT Speaker/NNP] ,/, Flora/NNP Hunt/NNP ./.", NULL, "Flora Hunt");
}

static void test_story(void)
{
	const char *said = "said/VBD Ms/NNP Ana/NNP Lorca/NNP ,/, a/DT clerk/NN ,/, today/NN || ";
	struct arena a = { 0 };
	means(arena_printf(&a, "%s[the/DT clerk/NN] denied/VBD it/PRP", said), NULL, "Ana Lorca");
	means(arena_printf(&a, "%s[Lorca/NNP] denied/VBD it/PRP", said), NULL, "Ana Lorca");
	means(arena_printf(&a, "%sthat/IN [she/PRP] knew/VBD", said), "Ana Lorca", "Ana Lorca");
	means(arena_printf(&a, "%sthat/IN [he/PRP] knew/VBD", said), "Ana Lorca", NULL);
	means("that/IN [I'd/PRP] known/VBN", "Ana Lorca", "Ana Lorca");
	arena_free(&a);
}

// Whom somebody speaks for.
static void test_side(void)
{
	struct arena a = { 0 };
	struct mentions *m = arena_new(&a, struct mentions);
	struct range none = { 0, 0 };
	m->arena = &a;
	struct tokens s = cut(&a,
			      slice_of("said/VBD Ravi/NNP Colley/NNP ,/, a/DT spokesman/NN for/IN Northmere/NNP "
				       "Water/NNP ,/, today/NN"),
			      &none);
	mentions_learn(m, &s);
	is_text(mentions_side(m, "Ravi Colley"), "Northmere Water", "a spokesman for it");
	s = cut(&a, slice_of("then/RB Copperline/NNP spokeswoman/NN Petra/NNP Sand/NNP spoke/VBD"), &none);
	mentions_learn(m, &s);
	is_text(mentions_side(m, "Petra Sand"), "Copperline", "its spokeswoman");
	arena_free(&a);
}

int main(void)
{
	struct arena a = { 0 };
	vocabulary = vocabulary_read(&a);
	test_phrases();
	test_story();
	test_side();
	arena_free(&a);
	return done();
}
