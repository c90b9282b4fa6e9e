// How a text is cut into words for the tagger, and where quotations are.
#include "tag/forms.h"
#include "base/buf.h"
#include "test/tap.h"

#include <string.h>

// The words with a bar between them.
static const char *cut(struct arena *a, const char *text, struct forms *f)
{
	span whole = { 0, (uint32_t)strlen(text) };
	uint32_t rest = 0;
	struct buf out = buf_in(a);
	*f = forms_room(a);
	forms_cut(text, &whole, 1, &rest, f);
	for (int i = 0; i < f->n; i++) {
		buf_text(&out, i ? "|" : "");
		buf_add(&out, text + f->at[i].from, f->at[i].to - f->at[i].from);
	}
	return buf_str(&out);
}

static const char *const words[][2] = {
	{ "She said no.", "She|said|no|." },
	{ "Orlan's aide doesn't know.", "Orlan|'s|aide|does|n't|know|." },
	{ "They cannot say; I\u2019ve asked.", "They|can|not|say|;|I|\u2019ve|asked|." },
	{ "Mr. J. Vance of the U.S. Navy", "Mr.|J.|Vance|of|the|U.S.|Navy" },
	{ "At 10:30 a.m. he paid $1,250.50 (9.5%).", "At|10:30|a.m.|he|paid|$|1,250.50|(|9.5|%|)|." },
	{ "well-known AT&T and/or O'Neill", "well-known|AT&T|and/or|O'Neill" },
	{ "see http://example.org/a,b?c=1.", "see|http://example.org/a,b?c=1|." },
	{ "wait... no \u2014 yes\u2026", "wait|...|no|\u2014|yes|\u2026" },
	{ "#storm @harbour said", "#storm|@harbour|said" },
	{ "caf\u00e9 na\u00efve", "caf\u00e9|na\u00efve" },
};

static void test_words(void)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct arena a = { 0 };
		struct forms f;
		is_text(cut(&a, words[i][0], &f), words[i][1], "%s", words[i][0]);
		arena_free(&a);
	}
}

static void test_quotations(void)
{
	static const char *const texts[] = { "He said \"no\" and \"yes\" too.",
					     "He said \u201cno\u201d and \u201cyes\u201d too." };
	for (int t = 0; t < 2; t++) {
		struct arena a = { 0 };
		struct forms f;
		cut(&a, texts[t], &f);
		static const int number[] = { 0, 0, 1, 1, 1, 0, 2, 2, 2, 0, 0 };
		bool same = f.n == 11;
		for (int i = 0; same && i < f.n; i++)
			same = f.at[i].quotation == number[i];
		ok(same, "the first quotation is 1, the second 2, what is outside 0: %s", texts[t]);
		arena_free(&a);
	}
}

// A sentence longer than a unit is cut where the room ends, and goes on there; none of its words is lost.
static void test_long(void)
{
	struct arena a = { 0 };
	struct buf text = buf_in(&a);
	for (int i = 0; i < 5000; i++)
		buf_text(&text, "word ");
	span whole = { 0, (uint32_t)text.n };
	struct forms f = forms_room(&a);
	uint32_t rest = 0;
	int words_seen = 0, units = 0;
	for (size_t left = 1; left;) {
		size_t n = forms_cut(buf_str(&text), &whole, left, &rest, &f);
		left -= n;
		words_seen += f.n;
		units++;
	}
	ok(words_seen == 5000 && units == 5, "5000 words come in %d units, %d words", units, words_seen);
	arena_free(&a);
}

int main(void)
{
	test_words();
	test_quotations();
	test_long();
	return done();
}
