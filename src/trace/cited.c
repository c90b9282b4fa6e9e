// A name that no table has is an outlet's if a document at hand comes from it. What is filler is told by phrases that
// belong to no story.
#include "trace/cited.h"

#include "case/outlets.h"

#include <stdlib.h>
#include <strings.h>

enum { FILLER_MOST = 400 }; // bytes of a sentence that can be filler

static int by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

static bool unsettled(const struct document *d)
{
	for (each (c, &d->citations))
		if (c->named_only)
			return true;
	return false;
}

static const struct document *settled(struct arena *a, const struct document *d, const uint64_t *keys, size_t n)
{
	struct document *out = arena_new(a, struct document);
	*out = *d;
	out->citations.at = NULL;
	out->citations.n = out->citations.room = 0;
	for (each (c, &d->citations)) {
		uint64_t key = c->named_only ? outlets_key(c->outlet) : 0;
		if (c->named_only && !(n && bsearch(&key, keys, n, sizeof *keys, by_key)))
			continue;
		struct citation *x = list_add(a, &out->citations);
		*x = *c;
		x->named_only = false;
	}
	return out;
}

const struct document **cited_settle(struct arena *a, const struct document *const *docs, size_t n)
{
	struct arena scratch = { 0 };
	const struct document **out = arena_array(a, const struct document *, n + 1);
	LIST(uint64_t) keys = { 0 };
	for (size_t i = 0; i < n; i++) {
		if (docs[i]->outlet)
			list_push(&scratch, &keys, outlets_key(docs[i]->outlet));
		for (each (name, &docs[i]->credit))
			list_push(&scratch, &keys, outlets_key(*name));
	}
	if (keys.n)
		qsort(keys.at, keys.n, sizeof *keys.at, by_key);
	for (size_t i = 0; i < n; i++)
		out[i] = unsettled(docs[i]) ? settled(a, docs[i], keys.at, keys.n) : docs[i];
	arena_free(&scratch);
	return out;
}

static bool in_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80);
}

// The phrase's words, one after the other; "*" stands for up to four others.
static bool phrase_at(struct slice s, const char *phrase)
{
	struct slice rest = slice_of(phrase), part;
	size_t i = 0;
	for (int most = 0; slice_cut(&rest, ' ', &part);) {
		if (slice_is(part, "*")) {
			most = 4;
			continue;
		}
		for (;; most--) {
			while (i < s.len && !in_word(s.at[i]))
				i++;
			if (s.len - i >= part.len && !strncasecmp(s.at + i, part.at, part.len) &&
			    (i + part.len == s.len || !in_word(s.at[i + part.len])))
				break;
			if (!most || i >= s.len)
				return false;
			while (i < s.len && in_word(s.at[i]))
				i++;
		}
		i += part.len;
		most = 0;
	}
	return true;
}

static const char *const fillers[] = {
	"not * clear",
	"no * details were",
	"no * information was",
	"details were not",
	"further details were",
	"not * respond to",
	"not * return * calls",
	"not * return * messages",
	"not * reply to",
	"declined to comment",
	"declined * comment",
	"could not be reached",
	"not be * reached for",
	"not * available for comment",
	"request for comment",
	"requests for comment",
	"offered no * comment",
	"had no * comment",
	"not * independently verify",
	"not * independently verified",
	"not * independently confirm",
	"not * independently confirmed",
	"not * immediately confirm",
	"not * immediately verify",
	"not * been verified",
	"not * been confirmed",
	"not * be * verified",
	"not * be * confirmed",
	"not name its source",
	"not name its sources",
	"not * say how",
	"reached out",
	"unable to * verify",
	"unable to * confirm",
	"is a developing story",
	"is a breaking story",
	"check back for",
	"more to follow",
	"more details to follow",
	"story will be updated",
	"has not commented",
	"have not commented",
	"has yet to comment",
	"sign up for",
	"subscribe to",
	"already a subscriber",
	"subscriber account",
	"your inbox",
	"newsletter",
	"follow us on",
	"like us on",
	"download our",
	"terms of service",
	"privacy policy",
	"unsubscribe",
	"support local journalism",
	"news tip",
	"letters to the editor",
	"all rights reserved",
	"may not be published",
	"no more than * words",
	"comments are moderated",
	"our newsroom",
	"click here",
	"read more",
	"contact the",
	"contributed to this report",
	"advertisement",
	"writes for",
	"send * e mail",
	"sign in to",
	"log in with",
	"latest updates from",
};

bool cited_filler(const struct document *d, span sentence)
{
	struct slice s = { d->text + sentence.from, span_len(sentence) };
	if (s.len > FILLER_MOST)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (!in_word(s.at[i]) || (i && in_word(s.at[i - 1])))
			continue;
		for (size_t k = 0; k < sizeof fillers / sizeof *fillers; k++)
			if (!((s.at[i] ^ fillers[k][0]) & ~0x20) &&
			    phrase_at((struct slice){ s.at + i, s.len - i }, fillers[k]))
				return true;
	}
	return false;
}
