// Words that a scanner, a typist or another edition spells another way: letter by letter (Levenshtein), which is what
// most of the time goes to where two texts are compared so.
#include "trace/slip.h"

enum { LONG_WORD = 24 }; // letters of a word that are compared

// Whether the edit distance is at most `most` (Levenshtein, one row at a time). Only places within `most` of the
// diagonal can lie on such a way (Ukkonen, "Algorithms for approximate string matching", 1985), and a row without a
// value that small is the end.
static bool within(const char *a, size_t n, const char *b, size_t m, unsigned most)
{
	unsigned char row[LONG_WORD + 1];
	if (n > m + most || m > n + most)
		return false;
	for (size_t j = 0; j <= m; j++)
		row[j] = (unsigned char)j;
	for (size_t i = 1; i <= n; i++) {
		size_t from = i > most ? i - most : 1, to = i + most < m ? i + most : m;
		unsigned corner = row[from - 1], left = from == 1 ? (unsigned)i : most + 1, least = left;
		row[from - 1] = (unsigned char)left;
		for (size_t j = from; j <= to; j++) {
			unsigned best = corner + (a[i - 1] != b[j - 1]);
			corner = row[j];
			best = best < corner + 1 ? best : corner + 1;
			best = best < left + 1 ? best : left + 1;
			row[j] = (unsigned char)(left = best);
			least = best < least ? best : least;
		}
		if (least > most)
			return false;
	}
	return row[m] <= most;
}

// The letters of `words` words from i on; those of a long word are not all compared.
static struct slice letters(const struct folded *t, size_t i, size_t words)
{
	const char *at = t->letters + t->place[i].letter;
	size_t n = 0, room = LONG_WORD;
	// The letters of the next word, or a new line, follow the last one; bytes of the text bound them from above.
	if (i + words < t->n && !(t->at[i + words] & WORD_OPENS) && t->place[i + words].letter > t->place[i].letter)
		n = t->place[i + words].letter - t->place[i].letter;
	else
		while (n < room && at[n] != '\n')
			n++;
	return (struct slice){ at, n < room ? n : room };
}

static bool slipped(struct slice p, struct slice q)
{
	size_t shorter = p.len < q.len ? p.len : q.len;
	return shorter >= 4 && within(p.at, p.len, q.at, q.len, shorter < 6 ? 1 : shorter < 10 ? 2 : 3);
}

bool slip_alike(const struct folded *a, size_t i, const struct folded *b, size_t j)
{
	if (word_same(a->at[i], b->at[j]))
		return true;
	if ((a->at[i] | b->at[j]) & WORD_DIGIT)
		return false;
	return slipped(letters(a, i, 1), letters(b, j, 1));
}

bool slip_joined(const struct folded *a, size_t i, const struct folded *b, size_t j)
{
	if (j + 1 >= b->n || ((a->at[i] | b->at[j] | b->at[j + 1]) & WORD_DIGIT) || (b->at[j + 1] & WORD_OPENS))
		return false;
	return slipped(letters(a, i, 1), letters(b, j, 2));
}
