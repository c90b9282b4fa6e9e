// Texts folded into words: what they are compared by, and what is kept of each.
#include "trace/folded.h"
#include "base/rng.h"
#include "test/tap.h"
#include "trace/slip.h"

#include <stdlib.h>

static struct arena arena;

static struct folded fold(const char *text)
{
	struct folded t;
	folded_of(&arena, text, strlen(text), &t);
	return t;
}

// Its words in letters, each behind its marks: | opens a paragraph, " quoted, ^ a name, # has a digit.
static const char *shown(const char *text)
{
	struct folded t = fold(text);
	static char out[4096];
	size_t n = 0;
	for (size_t i = 0; i < t.n; i++) {
		size_t to = t.place[i].letter;
		while (t.letters[to] != '\n' && !(i + 1 < t.n && to == t.place[i + 1].letter))
			to++;
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%s%s%s%.*s", i ? " " : "",
				      t.at[i] & WORD_OPENS ? "|" : "", t.at[i] & WORD_QUOTED ? "\"" : "",
				      t.at[i] & WORD_NAME ? "^" : "", t.at[i] & WORD_DIGIT ? "#" : "",
				      (int)(to - t.place[i].letter), t.letters + t.place[i].letter);
	}
	out[n] = 0;
	return out;
}

static const struct {
	const char *text, *want, *what;
} cases[] = {
	{ "", "", "nothing" },
	{ " \n\n \t .,;!? \n", "", "no letters" },
	{ "x", "|x", "one letter" },
	{ "The barge, found (at last), is safe.", "|the barge found at last is safe", "marks are no words" },
	{ "The Barge sank. It lay at Kell.", "|the ^barge sank it lay at ^kell", "capitals inside a sentence" },
	{ "Who? Ann! Why: Bob", "|who ann why bob", "a capital that starts a sentence is no name" },
	{ "Room 14b cost 240,000", "|room #14b cost #240 #000", "digits" },
	{ "one two\nthree\n\nfour\n\n\nfive six", "|one two three |four |five six", "paragraphs open" },
	{ "he said \"No way\" to me", "|he said \"no \"way to me", "straight quotation marks" },
	{ "he said “No way” to me", "|he said \"no \"way to me", "curly ones" },
	{ "he said «No way» to me", "|he said \"no \"way to me", "angled ones" },
	{ "he said „No way“ to me", "|he said \"no \"way to me", "low and high ones" },
	{ "he said „No way” to me", "|he said \"no \"way to me", "low and high ones of the other kind" },
	{ "„one“ two “three” four", "|\"one two \"three four", "both kinds in one text" },
	{ "he said ``No way'' to me", "|he said \"no \"way to me", "two backticks and two apostrophes" },
	{ "he said ''No way'' to me", "|he said \"no \"way to me", "two apostrophes twice" },
	{ "\"He is Bob", "|\"he \"is \"^bob", "a quotation starts a sentence" },
	{ "\"one two\n\nthree", "|\"one \"two |three", "a quotation ends with its paragraph" },
	{ "one” two", "|one two", "a closing mark alone opens nothing" },
	{ "don't don’t dont d`ont", "|dont dont dont dont", "apostrophes are dropped" },
	{ "the workers' boat 'tis", "|the workers boat tis", "at either end too" },
	{ "al\xc2\xadumin", "|alumin", "soft hyphens are dropped" },
	{ "al\xe2\x80\x8bumin", "|alumin", "and blanks of no width" },
	{ "the alu-\nminium barge", "|the aluminium barge", "a word broken over two lines" },
	{ "the alu- minium barge", "|the aluminium barge", "also where the lines were run together" },
	{ "the alu‐\nminium barge", "|the aluminium barge", "with the hyphen of Unicode" },
	{ "the alu-    minium barge", "|the alu minium barge", "but not over many blanks" },
	{ "the Anglo-\nSaxon barge", "|the ^anglo ^saxon barge", "nor before a capital" },
	{ "a well-known boat - afloat", "|a well known boat afloat", "other hyphens part words" },
	{ "Café über élan señor ÅNGSTRÖM", "|cafe uber elan senor ^angstrom", "accents are folded" },
	{ "a–b—c…d·e×f", "|a b c d e f", "dashes, dots and signs part words" },
	{ "tide\xff\xfeknot \xc3", "|tide knot", "broken bytes part words" },
	{ "x\xe3\x80\x80y", "|x y", "the wide blank parts words" },
	{ "abcdefgh Abcdefghi ABCDEFGHIJKLMNOPQ", "|abcdefgh ^abcdefghi ^abcdefghijklmnopq", "words of 8 and more" },
	{ "[at] {zone} @home az`za _x_", "|at zone home azza x", "the neighbours of letters in ASCII" },
	{ "abz{bcdef xyz[xyzab ABZ@ABZCD ab`cdefgh", "|abz bcdef xyz xyzab ^abz ^abzcd abcdefgh", "within words too" },
	{ "123/45678 123:45678", "|#123 #45678 #123 #45678", "the neighbours of digits" },
	{ "1234567x x12345678 12345678 :9/0", "|#1234567x #x12345678 #12345678 #9 #0", "digits in long words" },
};

// Whether two texts fold into the same words, but for their marks.
static bool same_words(const char *x, const char *y)
{
	struct folded a = fold(x), b = fold(y);
	bool same = a.n == b.n;
	for (size_t i = 0; same && i < a.n; i++)
		same = word_same(a.at[i], b.at[i]) && token_same(token_of(a.at[i]), token_of(b.at[i]));
	return same && a.n;
}

static void check_same(void)
{
	ok(same_words("The Mayor's boat", "THE MAYOR’S BOAT"), "capitals and apostrophes do not tell words apart");
	ok(same_words("Рыбак УШЁЛ", "рыбак ушёл"), "nor do capitals of Cyrillic");
	ok(same_words("ΝΕΡΟ νερο", "νερο ΝΕΡΟ"), "or Greek");
	ok(same_words("ÀÉÎÕÜÝ çñ", "aeiouy cn"), "nor accents of Latin letters");
	ok(same_words("“the tide”", "\"the tide\""), "nor kinds of quotation marks");
	ok(!same_words("the tide", "the tile"), "letters do");
	ok(!same_words("9 boats", "8 boats"), "and digits");
	ok(!same_words("ab c", "a bc"), "and where the blank is");
	ok(!same_words("東京 港", "東京 湾"), "and letters beyond the alphabets");
	ok(!same_words("harbourside", "harboursides"), "and the ends of long words");
}

static void check_places(void)
{
	const char *text = "  Über-\nall, “Ann’s” boat’\n\n7 x";
	static const char *want[] = { "Über-\nall", "Ann’s", "boat", "7", "x" };
	struct folded t = fold(text);
	is_int((long long)t.n, 5, "five words");
	for (size_t i = 0; i < t.n && i < 5; i++) {
		struct slice s = slice_in(text, folded_span(&t, i));
		ok(slice_is(s, want[i]), "word %zu is %s: %.*s", i, want[i], (int)s.len, s.at);
	}
	is_int((long long)folded_paragraph(&t, 0), 3, "the first paragraph ends behind the third word");
	is_int((long long)folded_paragraph(&t, 3), 5, "the second at the end");
	is_int((long long)folded_find(&t, 0), 0, "the first word from the start on");
	is_int((long long)folded_find(&t, t.place[1].from), 1, "a word from where it begins");
	is_int((long long)folded_find(&t, t.place[1].from + 1), 2, "not from inside of it");
	is_int((long long)folded_find(&t, (uint32_t)strlen(text)), 5, "none at the end");
	ok(!memcmp(t.letters, "\nuberallannsboat\n7x\n", 20), "letters stand in a row");
	folded_move(&t, 0, 3, 5);
	t.n = 2;
	ok(t.at[0] & WORD_DIGIT && t.place[1].from == strlen(text) - 1, "words are moved with their places");
	is_int((long long)fold("").n, 0, "an empty text has no words");
	ok(fold("").letters[0] == '\n', "and a row of letters that ends");
}

// What holds of any bytes.
static bool sound(const char *text, size_t n, struct arena *a)
{
	struct folded t;
	uint32_t from = 0, letter = 0;
	folded_of(a, text, n, &t);
	for (size_t i = 0; i < t.n; i++) {
		struct folded_place p = t.place[i];
		bool opens = t.at[i] & WORD_OPENS;
		if (p.from < from || p.to <= p.from || p.to > n || (!i && !opens))
			return false;
		if (p.letter < letter + (i > 0) || opens != (p.letter && t.letters[p.letter - 1] == '\n'))
			return false;
		from = p.to;
		letter = p.letter;
		if (folded_find(&t, p.from) != i)
			return false;
	}
	return true;
}

static void check_any_bytes(void)
{
	static const char *pieces[] = { "a", "B", "7", " ", "\n", "\n\n", "-", "'", "''", "\"", "`", ".", "\xc3\xa9",
					"\xe2\x80\x9c", "\xe2\x80\x9d", "\xc2\xad", "\xff", "\xe6\x9d\xb1", "\xc3", "",
					"harbour", "Lighthouse1" };
	size_t wrong = 0;
	for (uint64_t k = 0; k < 20000; k++) {
		char text[512];
		size_t n = 0, length = rng_bits(7, k, 0) % 30;
		for (uint64_t i = 0; i < length; i++) {
			const char *p = pieces[rng_bits(7, k, i + 1) % (sizeof pieces / sizeof *pieces)];
			memcpy(text + n, p, strlen(p));
			n += strlen(p);
		}
		struct arena scratch = { 0 };
		char *exact = malloc(n ? n : 1); // of its own size, so that a sanitizer sees a read behind the end
		if (exact)
			memcpy(exact, text, n);
		wrong += !exact || !sound(exact, n, &scratch);
		free(exact);
		arena_free(&scratch);
	}
	is_int((long long)wrong, 0, "places and letters rise, whatever the bytes");
}

// The plain edit distance, all of its table.
static size_t distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), d[40][40];
	for (size_t i = 0; i <= n; i++)
		for (size_t j = 0; j <= m; j++) {
			size_t best = i + j;
			if (i && j) {
				best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
				best = best < d[i - 1][j] + 1 ? best : d[i - 1][j] + 1;
				best = best < d[i][j - 1] + 1 ? best : d[i][j - 1] + 1;
			}
			d[i][j] = best;
		}
	return d[n][m];
}

static bool slipped(const char *a, const char *b)
{
	size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
	return n >= 4 && distance(a, b) <= (n < 6 ? 1u : n < 10 ? 2u : 3u);
}

static void random_word(char *out, uint64_t k)
{
	size_t n = 1 + rng_bits(8, k, 0) % 18;
	for (size_t i = 0; i < n; i++)
		out[i] = (char)('a' + rng_bits(8, k, 1 + i) % 26);
	out[n] = 0;
}

// Up to four letters changed, lost or doubled.
static void slip_word(char *out, uint64_t k, const char *like)
{
	size_t n = strlen(like);
	memcpy(out, like, n + 1);
	for (size_t slips = rng_bits(9, k, 0) % 5; slips; slips--) {
		size_t at = rng_bits(9, k, slips) % n;
		switch (rng_bits(9, k, 10 + slips) % 3) {
		case 0: out[at] = (char)('a' + rng_bits(9, k, 20 + slips) % 26); break;
		case 1:
			if (n > 1)
				memmove(out + at, out + at + 1, --n - at);
			break;
		default: memmove(out + at + 1, out + at, n++ - at);
		}
	}
	out[n] = 0;
}

static void check_alike(void)
{
	size_t wrong = 0, alike = 0, joined = 0;
	for (uint64_t k = 0; k < 20000; k++) {
		char a[40], b[40], two[44];
		struct arena scratch = { 0 };
		struct folded x, y, z;
		random_word(a, k);
		slip_word(b, k, a);
		folded_of(&scratch, a, strlen(a), &x);
		folded_of(&scratch, b, strlen(b), &y);
		bool want = !strcmp(a, b) || slipped(a, b);
		wrong += slip_alike(&x, 0, &y, 0) != want || slip_alike(&y, 0, &x, 0) != want;
		alike += want;
		if (strlen(b) > 1) {
			size_t cut = 1 + rng_bits(10, k, 0) % (strlen(b) - 1);
			snprintf(two, sizeof two, "%.*s %s", (int)cut, b, b + cut);
			folded_of(&scratch, two, strlen(two), &z);
			wrong += slip_joined(&x, 0, &z, 0) != slipped(a, b);
			joined += slipped(a, b);
		}
		arena_free(&scratch);
	}
	ok(alike > 5000 && alike < 19000 && joined > 3000, "%zu pairs are alike, %zu joined", alike, joined);
	is_int((long long)wrong, 0, "words are alike just where the edit distance says so");
}

static void check_pairs(void)
{
	struct folded a = fold("harbour 1990 cat keeper lockkeeper 12345 tide\n\nend"),
		      b = fold("harb0ur harbor 1991 cut keepor lock keeper 1234 5 tid e\n\nnd tide");
	ok(!slip_alike(&a, 0, &b, 0), "a word with a digit is no slip of another");
	ok(slip_alike(&a, 0, &b, 1), "harbour and harbor are alike");
	ok(!slip_alike(&a, 1, &b, 2), "numbers are not");
	ok(!slip_alike(&a, 2, &b, 3), "short words are not");
	ok(slip_alike(&a, 3, &b, 4), "keeper and keepor are");
	ok(slip_joined(&a, 4, &b, 5), "lockkeeper is lock keeper");
	ok(!slip_joined(&a, 5, &b, 7), "numbers are not run together");
	ok(slip_joined(&a, 6, &b, 9), "tide is tid e");
	ok(!slip_joined(&a, 6, &b, 10), "words of two paragraphs are not run together");
	ok(!slip_joined(&a, 6, &b, b.n - 1), "nothing follows the last word");
}

static void check_grams(void)
{
	struct folded a = fold("The tide \"took the\" barge"), b = fold("the TIDE took The barge");
	ok(folded_gram(a.at, 5) == folded_gram(b.at, 5), "the key of a row does not hang on marks");
	ok(folded_gram(a.at, 5) != folded_gram(a.at, 4), "it does on the length");
	ok(folded_gram(a.at, 1) != folded_gram(a.at + 1, 1), "and on the words");
	ok(folded_gram(a.at, 2) != folded_gram((word[]){ a.at[1], a.at[0] }, 2), "and on their order");
	ok(folded_gram(a.at, 0) != 0, "and is never 0");
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_text(shown(cases[i].text), cases[i].want, "%s", cases[i].what);
	check_same();
	check_places();
	check_any_bytes();
	check_alike();
	check_pairs();
	check_grams();
	arena_free(&arena);
	return done();
}
