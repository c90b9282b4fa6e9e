#include "write/phrase.h"
#include "test/tap.h"

static struct arena arena;

static void claims(void)
{
	static const struct {
		const char *ask, *say, *want;
	} rows[] = {
		{ "Who carried out the attack?", "A unit of the state", "a unit of the state carried out the attack" },
		{ "Who carried out the attack?", "Russians acting on their own",
		  "Russians acting on their own carried out the attack" },
		{ "Who carried out the attack?", "The state staged it", "the state staged it" },
		{ "Who did it?", "A hired crew of the millers", "a hired crew of the millers did it" },
		{ "Who did it?", "A group backed by the guild", "a group backed by the guild did it" },
		{ "Who did it?", "Overmere carried it out to gain time", "Overmere carried it out to gain time" },
		{ "Did he order it?", "He ordered it or knew", "he ordered it or knew" },
		{ "Did he order it?", "He did not", "he did not" },
		{ "Who did it?", "A man that was seen", "the answer to \"Who did it?\" is \"A man that was seen\"" },
		{ "Who was behind it?", "The guild", "the answer to \"Who was behind it?\" is \"The guild\"" },
		{ "How was it done?", "By \"boat\".", "the answer to \"How was it done?\" is \"By 'boat'\"" },
		{ "Did he?", NULL, "the answer to \"Did he?\" is yes" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct question q = { .id = "q", .ask = rows[i].ask };
		struct hypothesis h = { .id = "yes", .say = rows[i].say };
		is_text(phrase_claim(&arena, &q, &h), rows[i].want, "%s %s", rows[i].ask,
			rows[i].say ? rows[i].say : "yes");
	}
	struct question q = { .id = "q", .ask = "Who did it?" };
	struct hypothesis added = { .id = CASE_NONE_OF_THESE, .added = true };
	is_text(phrase_claim(&arena, &q, &added), "somebody or something not listed here did it", "none of these");
}

static void small_words(void)
{
	is_text(phrase_lower(&arena, "The outlet"), "the outlet", "an article loses its capital");
	is_text(phrase_lower(&arena, "Overmere"), "Overmere", "a name keeps it");
	is_text(phrase_lower(&arena, ""), "", "nothing stays nothing");
	is_text(phrase_clause(&arena, " It rained. "), "It rained", "a full stop goes");
	is_text(phrase_strength(0.2), NULL, "a fifth of a deciban is hardly anything");
	is_text(phrase_strength(-2), "clearly", "two decibans either way are clear");
}

int main(void)
{
	claims();
	small_words();
	arena_free(&arena);
	return done();
}
