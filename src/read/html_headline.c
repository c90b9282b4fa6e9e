#include "read/html_headline.h"

#include "base/hash.h"
#include "read/look.h"

#include <string.h>

enum { HEADING_LONG = 400 };

// Worths of headings, set on pages with answers. A heading may say up to 2 of what the head says: its words are there,
// and the other way round.
#define FIRST_RANK .5 // an h1
#define AWAY .3       // it stands in navigation and the like
#define LEAST .8      // less is no headline,
#define MUCH 1.2      // and less than this is only one where there is no h1
#define ALMOST .9     // of the words are the site's name
#define EPSILON .001

double html_headline_shared(struct slice a, struct slice b)
{
	enum { MOST = 48 };
	uint64_t seen[MOST];
	size_t n = 0, words = 0, same = 0;
	struct slice word;
	while (n < MOST && look_word(&b, &word))
		seen[n++] = hash_fast(word.at, word.len, 0);
	while (words < MOST && look_word(&a, &word)) {
		uint64_t key = hash_fast(word.at, word.len, 0);
		words++;
		for (size_t i = 0; i < n; i++)
			if (seen[i] == key) {
				same++;
				break;
			}
	}
	return words ? (double)same / (double)words : 0;
}

// How much a heading says of what the head calls the page, from 0 to 2, and how likely its place makes it.
static double headline_worth(const struct html_clues *c, uint32_t heading, struct slice text, struct slice named)
{
	double title = html_headline_shared(text, c->title.value), meta = html_headline_shared(text, named);
	return (title > meta ? title : meta) + html_headline_shared(named.len ? named : c->title.value, text) +
	       (html_tree_is(c->tree, heading, TAG_h1) ? FIRST_RANK : 0) - (c->away[heading] ? AWAY : 0);
}

// "The Courier" in "Mill burns | The Courier" is the site's name.
static bool ends_title(struct slice title, struct slice text)
{
	return text.len * 2 < title.len && !memcmp(title.at + title.len - text.len, text.at, text.len);
}

// The heading that says most of it; the first h1 that is not the site's name where none says much.
uint32_t html_headline_find(const struct html_clues *c)
{
	const struct html_said *og = html_clues_meta(c, PAGE_meta_title, 0),
			       *site = html_clues_meta(c, PAGE_meta_outlet, 0);
	struct slice named = og ? og->value : (struct slice){ "", 0 },
		     owner = site ? site->value : (struct slice){ "", 0 };
	double best = LEAST;
	uint32_t first = 0, found = 0;
	for (each (h, &c->headings)) {
		struct slice text = html_clues_text(c, *h);
		if (!text.len || text.len > HEADING_LONG || html_headline_shared(text, owner) > ALMOST ||
		    ends_title(c->title.value, text))
			continue;
		if (!first && html_tree_is(c->tree, *h, TAG_h1) && !c->away[*h])
			first = *h;
		double worth = headline_worth(c, *h, text, named);
		if (worth > best + EPSILON) {
			best = worth;
			found = *h;
		}
	}
	return best < MUCH && first ? first : found;
}
