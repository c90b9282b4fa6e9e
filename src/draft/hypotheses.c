// Spellings of an actor: "a Ukrainian group" and "Ukrainian groups" are one, "Lorca" is "Ana Lorca", and a staged
// attack by nobody named is the staged attack that is talked of.
#include "draft/hypotheses.h"

#include <ctype.h>
#include <string.h>

enum { WORDS_MOST = 12 };

struct folded {
	struct slice word[WORDS_MOST]; // of the name itself; compared without case and plural
	int n;
};

static bool article(struct slice w)
{
	return slice_is_nocase(w, "the") || slice_is_nocase(w, "a") || slice_is_nocase(w, "an") ||
	       slice_is_nocase(w, "some");
}

// The words of a name without articles, plural endings and possessives.
static struct folded fold(const char *name)
{
	struct folded f = { 0 };
	struct slice rest = slice_of(name), w;
	while (f.n < WORDS_MOST && slice_cut(&rest, ' ', &w)) {
		if (slice_ends(w, "\xE2\x80\x99s"))
			w.len -= 4;
		else if (slice_ends(w, "'s"))
			w.len -= 2;
		if (w.len > 3 && slice_ends(w, "s") && !slice_ends(w, "ss"))
			w.len--;
		if (w.len && !article(w))
			f.word[f.n++] = w;
	}
	return f;
}

static bool same_word(struct slice a, struct slice b)
{
	return a.len == b.len && strncasecmp(a.at, b.at, a.len) == 0;
}

// Whether `tail` is the end of `whole`, word by word.
static bool ends(const struct folded *whole, const struct folded *tail)
{
	for (int i = 1; i <= tail->n; i++)
		if (!same_word(whole->word[whole->n - i], tail->word[tail->n - i]))
			return false;
	return true;
}

bool hypotheses_same(const char *a, const char *b)
{
	struct folded x = fold(a), y = fold(b);
	if (!x.n || !y.n)
		return x.n == y.n;
	if (x.n < y.n)
		return hypotheses_same(b, a);
	if (!ends(&x, &y))
		return false;
	// A surname may stand for the full name; "group" may not stand for "Ukrainian group".
	return x.n == y.n || (isupper((unsigned char)y.word[0].at[0]) &&
			      isupper((unsigned char)x.word[x.n - y.n - 1].at[0]) && x.n - y.n == 1);
}

size_t hypotheses_add(struct arena *a, struct hypotheses *h, enum role role, const char *actor)
{
	for (size_t i = 0; i < h->list.n; i++) {
		struct drafted *d = &h->list.at[i];
		if (d->role != role)
			continue;
		bool nameless = role == ROLE_staged && (!*actor || !*d->actor);
		if (!nameless && role != ROLE_unknown && !hypotheses_same(d->actor, actor))
			continue;
		if (strlen(actor) > strlen(d->actor))
			d->actor = actor;
		d->claims++;
		return i;
	}
	struct drafted *d = list_add(a, &h->list);
	*d = (struct drafted){ role, actor, 1 };
	return h->list.n - 1;
}
