// Invented news for the tests of tracing: stories by number, the same text for the same number; edits of a text as
// outlets make them; and documents of such texts.
#ifndef TEST_STORY_H
#define TEST_STORY_H

#include "base/buf.h"
#include "base/rng.h"
#include "case/document.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

// Draws of one kind for one story.
struct story_draw {
	uint64_t seed, stream, n;
};

static inline size_t story_next(struct story_draw *d, size_t below)
{
	return (size_t)(rng_bits(d->seed, d->stream, d->n++) % below);
}

#define STORY_PICK(d, list) ((list)[story_next((d), sizeof(list) / sizeof *(list))])

static const char *const story_nouns[] = {
	"harbour",   "bridge",    "ferry",      "engine",    "council",   "tunnel",   "mill",       "orchard",
	"quarry",    "clinic",    "school",     "tramway",   "reservoir", "festival", "market",     "lighthouse",
	"warehouse", "foundry",   "museum",     "archive",   "canal",     "dyke",     "turbine",    "pension",
	"strike",    "budget",    "inquiry",    "verdict",   "petition",  "licence",  "contract",   "harvest",
	"drought",   "storm",     "landslide",  "epidemic",  "merger",    "auction",  "treaty",     "border",
	"convoy",    "satellite", "laboratory", "vaccine",   "orchestra", "stadium",  "marathon",   "referee",
	"cathedral", "monastery", "glacier",    "volcano",   "forest",    "meadow",   "beehive",    "fishery",
	"trawler",   "anchor",    "compass",    "telegraph", "newspaper", "printer",  "theatre",    "curtain",
	"violin",    "painting",  "forgery",    "ransom",    "burglary",  "bicycle",  "locomotive", "carriage",
	"platform",  "signal",    "timetable",  "crossing",  "pavement",  "lantern",  "chimney",    "furnace",
	"boiler",    "pipeline",  "refinery",   "tanker",    "cargo",     "copper",   "granite",    "timber",
	"wool",      "barley",    "saffron",    "salt",      "kitchen",   "bakery",   "tavern",     "hotel",
	"lottery",   "census"
};

static const char *const story_verbs[] = {
	"closed",     "opened",    "doubled",    "halved",    "rejected",   "approved",  "surveyed",  "flooded",
	"repaired",   "replaced",  "abandoned",  "inspected", "financed",   "insured",   "mortgaged", "photographed",
	"measured",   "postponed", "cancelled",  "overtook",  "surrounded", "guarded",   "concealed", "revealed",
	"questioned", "praised",   "doubted",    "mourned",   "celebrated", "imported",  "exported",  "borrowed",
	"inherited",  "auctioned", "demolished", "restored",  "extended",   "shortened", "painted",   "renamed",
	"divided",    "united",    "taxed",      "subsidised"
};

static const char *const story_adjectives[] = { "old",     "northern",  "narrow",  "costly",  "secret",  "public",
						"broken",  "wooden",    "foreign", "rural",   "crowded", "silent",
						"famous",  "disputed",  "modern",  "rusty",   "flooded", "regional",
						"annual",  "temporary", "private", "ancient", "empty",   "profitable",
						"damaged", "eastern",   "coastal", "frozen",  "steep",   "unfinished",
						"popular" };

static const char *const story_links[] = { "near",  "behind", "despite",    "after",      "before", "against",
					   "under", "beyond", "because of", "instead of", "across", "without" };

// Names are made of syllables, so that there are enough of them.
static inline void story_name(struct buf *b, struct story_draw *d)
{
	static const char *const first[] = { "Kel", "Dun",  "Mar",  "Tor", "Ves",  "Ash", "Bran", "Cor", "Hal", "Lind",
					     "Nor", "Pell", "Quen", "Ros", "Stav", "Ul",  "Wen",  "Yar", "Zel", "Fen" };
	static const char *const last[] = { "ford", "mere", "wick", "den",  "holm", "stad", "ler",
					    "vik",  "ton",  "gate", "rin",  "mar",  "low",  "dale",
					    "by",   "sund", "ric",  "wald", "nes",  "bury" };
	buf_text(b, STORY_PICK(d, first));
	buf_text(b, STORY_PICK(d, last));
}

// Half of the adjectives are made up, so that two stories have few rows of words in common.
static inline void story_phrase(struct buf *b, struct story_draw *d)
{
	static const char *const which[] = { "the", "the", "a", "this", "its", "every", "no", "their" };
	static const char *const head[] = { "bor", "cal", "dem", "fer", "gol", "hum", "jar",
					    "lov", "mun", "pol", "ras", "sed", "tam", "vir" };
	static const char *const middle[] = { "an", "el", "id", "om", "ur", "ast", "ent", "ist" };
	static const char *const end[] = { "al", "ic", "ous", "ese", "ish", "ive" };
	buf_printf(b, "%s ", STORY_PICK(d, which));
	if (story_next(d, 2)) {
		buf_text(b, STORY_PICK(d, head));
		buf_text(b, STORY_PICK(d, middle));
		buf_printf(b, "%s ", STORY_PICK(d, end));
	} else {
		buf_printf(b, "%s ", STORY_PICK(d, story_adjectives));
	}
	buf_text(b, STORY_PICK(d, story_nouns));
}

static inline void story_sentence(struct buf *b, struct story_draw *d)
{
	size_t from = b->n;
	switch (story_next(d, 4)) {
	case 0:
		story_phrase(b, d);
		break;
	case 1:
		story_name(b, d);
		buf_text(b, " of ");
		story_name(b, d);
		break;
	case 2:
		buf_printf(b, "%zu workers of ", 3 + story_next(d, 900));
		story_name(b, d);
		break;
	default:
		buf_printf(b, "%s and ", STORY_PICK(d, story_nouns));
		story_phrase(b, d);
	}
	for (size_t k = 0, n = 1 + story_next(d, 2); k <= n; k++) {
		buf_printf(b, "%s %s ", k ? ", and" : "", STORY_PICK(d, story_verbs));
		story_phrase(b, d);
		buf_printf(b, " %s ", STORY_PICK(d, story_links));
		if (story_next(d, 2))
			story_name(b, d);
		else
			story_phrase(b, d);
	}
	buf_char(b, '.');
	b->at[from] = (char)toupper((unsigned char)b->at[from]);
}

// A story of some sixty words a paragraph.
static inline const char *story_text(struct arena *a, uint64_t number, size_t paragraphs)
{
	struct buf b = buf_in(a);
	struct story_draw d = { 20241002, number, 0 };
	for (size_t p = 0; p < paragraphs; p++)
		for (size_t s = 0; s < 3; s++) {
			buf_text(&b, !b.n ? "" : s ? " " : "\n\n");
			story_sentence(&b, &d);
		}
	return buf_str(&b);
}

// Text y behind text x.
static inline const char *story_join(struct arena *a, const char *x, const char *y)
{
	return arena_printf(a, "%s\n\n%s", x, y);
}

// Paragraphs [from, to) of a text.
static inline const char *story_cut(struct arena *a, const char *text, size_t from, size_t to)
{
	const char *at = text, *begin = NULL;
	for (size_t k = 0; k < to && at; k++) {
		begin = k == from ? at : begin;
		at = strstr(at, "\n\n");
		at = at && k + 1 < to ? at + 2 : at;
	}
	if (!begin)
		return "";
	return arena_copy(a, begin, at ? (size_t)(at - begin) : strlen(begin));
}

// Letters taken for others by a scanner, blanks lost or put in: a share of the characters.
static inline const char *story_scanned(struct arena *a, const char *text, uint64_t seed, double share)
{
	struct buf b = buf_in(a);
	for (uint64_t i = 0; text[i]; i++) {
		bool letter = isalpha((unsigned char)text[i]), blank = text[i] == ' ';
		if ((!letter && !blank) || rng_uniform(seed, 1, i) > share)
			buf_char(&b, text[i]);
		else if (letter && rng_uniform(seed, 2, i) < 0.8)
			buf_char(&b, (char)('a' + rng_bits(seed, 3, i) % 26));
		else if (letter)
			buf_printf(&b, "%c ", text[i]);
	}
	return buf_str(&b);
}

// A share of the words replaced by others.
static inline const char *story_reworded(struct arena *a, const char *text, uint64_t seed, double share)
{
	struct buf b = buf_in(a);
	struct story_draw d = { seed, 9, 0 };
	for (size_t i = 0, to; text[i]; i = to) {
		for (to = i; isalnum((unsigned char)text[to]); to++)
			;
		if (to == i)
			buf_char(&b, text[to++]);
		else if (islower((unsigned char)text[i]) && rng_uniform(seed, 4, i) < share)
			buf_text(&b, STORY_PICK(&d, story_nouns));
		else
			buf_add(&b, text + i, to - i);
	}
	return buf_str(&b);
}

// A document as it would have been read; title and outlet may be NULL, `day` a date, a moment or NULL.
static inline struct document *story_document(struct arena *a, const char *id, const char *outlet, const char *title,
					      const char *day, const char *text)
{
	struct document *d = arena_new(a, struct document);
	*d = (struct document){
		.id = id, .outlet = outlet, .title = title, .text = text, .len = (uint32_t)strlen(text)
	};
	if (day && !date_read(slice_of(day), &d->published))
		d->published = (struct date){ 0 };
	uint32_t from = 0, sentence = 0;
	for (uint32_t i = 0; i <= d->len; i++) {
		bool ends = i == d->len || !strncmp(text + i, "\n\n", 2);
		if (ends || (text[i] == ' ' && i && text[i - 1] == '.')) {
			if (i > sentence)
				list_push(a, &d->sentences, ((span){ sentence, i }));
			sentence = ends ? i + 2 : i + 1;
		}
		if (ends) {
			if (i > from)
				list_push(a, &d->paragraphs, ((span){ from, i }));
			from = i + 2;
			i++;
		}
	}
	return d;
}

#endif
