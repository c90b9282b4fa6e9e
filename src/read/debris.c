// Debris by general marks alone: the words a line starts with, its shape, and where on the page it stands. What is
// known of English pages stands in the tables below; nothing here knows a site.
#include "read/debris.h"

#include "read/calendar.h"
#include "read/look.h"
#include "read/when.h"

#include <string.h>

enum { HEAD_BLOCKS = 16, TAIL_BLOCKS = 12, SUBHEAD_WORDS = 12, PROSE_WORDS = 18 };

// Lines that start with these words, up to so many words long.
static const struct start {
	const char *words;
	enum debris kind;
	uint32_t most;
} starts[] = {
	{ "share this", DEBRIS_boilerplate, 14 },
	{ "share:", DEBRIS_nav, 14 },
	{ "share on", DEBRIS_nav, 10 },
	{ "follow us", DEBRIS_nav, 14 },
	{ "read more", DEBRIS_nav, 30 },
	{ "read also", DEBRIS_nav, 30 },
	{ "also read", DEBRIS_nav, 30 },
	{ "read next", DEBRIS_nav, 30 },
	{ "see also", DEBRIS_nav, 30 },
	{ "related:", DEBRIS_nav, 40 },
	{ "related articles", DEBRIS_nav, 40 },
	{ "related stories", DEBRIS_nav, 40 },
	{ "related content", DEBRIS_nav, 40 },
	{ "more on this", DEBRIS_nav, 30 },
	{ "more from", DEBRIS_nav, 12 },
	{ "skip to", DEBRIS_nav, 6 },
	{ "back to top", DEBRIS_nav, 4 },
	{ "most read", DEBRIS_nav, 6 },
	{ "related topics", DEBRIS_tags, 60 },
	{ "topics:", DEBRIS_tags, 60 },
	{ "tags:", DEBRIS_tags, 80 },
	{ "tag:", DEBRIS_tags, 80 },
	{ "tags", DEBRIS_tags, 80 },
	{ "filed under", DEBRIS_tags, 40 },
	{ "keywords:", DEBRIS_tags, 80 },
	{ "category:", DEBRIS_tags, 40 },
	{ "categories:", DEBRIS_tags, 40 },
	{ "advertisement", DEBRIS_ad, 4 },
	{ "sponsored", DEBRIS_ad, 8 },
	{ "promoted", DEBRIS_ad, 4 },
	{ "sign up", DEBRIS_boilerplate, 45 },
	{ "subscribe", DEBRIS_boilerplate, 45 },
	{ "got a tip", DEBRIS_boilerplate, 30 },
	{ "do you have a question", DEBRIS_boilerplate, 45 },
	{ "do you have a story", DEBRIS_boilerplate, 45 },
	{ "anyone with information is", DEBRIS_boilerplate, 40 },
	{ "write to our", DEBRIS_boilerplate, 30 },
	{ "if you have been affected", DEBRIS_boilerplate, 45 },
	{ "the views expressed", DEBRIS_boilerplate, 60 },
	{ "copyright", DEBRIS_boilerplate, 60 },
	{ "\u00a9", DEBRIS_boilerplate, 60 },
	{ "(c) ", DEBRIS_boilerplate, 40 },
	{ "all rights reserved", DEBRIS_boilerplate, 40 },
	{ "download our app", DEBRIS_boilerplate, 30 },
	{ "click here", DEBRIS_boilerplate, 30 },
	{ "support our journalism", DEBRIS_boilerplate, 60 },
	{ "photo:", DEBRIS_caption, 60 },
	{ "image:", DEBRIS_caption, 60 },
	{ "picture:", DEBRIS_caption, 60 },
	{ "caption:", DEBRIS_caption, 60 },
	{ "photo caption:", DEBRIS_caption, 60 },
	{ "photograph:", DEBRIS_caption, 60 },
	{ "[photo", DEBRIS_caption, 60 },
	{ "[image", DEBRIS_caption, 60 },
	{ "[caption", DEBRIS_caption, 60 },
	{ "(photo:", DEBRIS_caption, 40 },
	{ "file photo", DEBRIS_caption, 60 },
	{ "video:", DEBRIS_caption, 40 },
	{ "watch:", DEBRIS_caption, 30 },
	{ "pictured:", DEBRIS_caption, 60 },
	{ "image source", DEBRIS_credit, 12 },
	{ "image caption", DEBRIS_caption, 60 },
	{ "staff photo", DEBRIS_credit, 40 },
	{ "photo by", DEBRIS_credit, 20 },
	{ "photos by", DEBRIS_credit, 20 },
	{ "photographs by", DEBRIS_credit, 20 },
	{ "(photo by", DEBRIS_credit, 20 },
	{ "(reporting by", DEBRIS_credit, 60 },
	{ "(additional reporting", DEBRIS_credit, 60 },
	{ "(editing by", DEBRIS_credit, 40 },
	{ "(writing by", DEBRIS_credit, 60 },
	{ "(compiled by", DEBRIS_credit, 40 },
	{ "reporting by", DEBRIS_credit, 40 },
	{ "additional reporting by", DEBRIS_credit, 40 },
	{ "editing by", DEBRIS_credit, 30 },
	{ "writing by", DEBRIS_credit, 40 },
	{ "with files from", DEBRIS_credit, 20 },
	{ "source:", DEBRIS_credit, 14 },
	{ "sources:", DEBRIS_credit, 60 },
	{ "this story first appeared", DEBRIS_credit, 30 },
	{ "this article first appeared", DEBRIS_credit, 30 },
	{ "this article was originally published", DEBRIS_credit, 30 },
	{ "this story was originally published", DEBRIS_credit, 30 },
	{ "originally published", DEBRIS_credit, 30 },
};

// Lines that are one of these.
static const char *const lone[] = { "ad",       "ads",     "advert",     "print",  "email",    "e-mail",   "menu",
				    "search",   "home",    "share",      "tweet",  "whatsapp", "facebook", "twitter",
				    "close",    "loading", "loading...", "play",   "listen",   "save",     "next",
				    "previous", "live",    "login",      "log in", "comments", NULL };

// A kicker over the title.
static const char *const kickers[] = { "explainer",  "analysis",       "opinion",   "breaking",      "exclusive",
				       "feature",    "features",       "comment",   "profile",       "interview",
				       "fact check", "special report", "news",      "world",         "politics",
				       "updated",    "watch",          "editorial", "investigation", "breaking news",
				       NULL };

static const char *const counted[] = { "views", "view", "comments", "comment", "shares", "likes",
				       "reads", "read", "times",    "hits",    "visits", "retweets",
				       "min",   "mins", "minute",   "minutes", NULL };

static const char *const menu_words[] = { "home",     "news",     "world",     "politics",  "sport",
					  "sports",   "video",    "weather",   "live",      "share",
					  "facebook", "twitter",  "email",     "e-mail",    "mail",
					  "print",    "whatsapp", "copy link", "subscribe", "business",
					  "culture",  "opinion",  "tech",      "education", NULL };

static const char *const date_words[] = { "published", "posted", "updated", "last", "modified", "created", "date",
					  "on",        "at",     "first",   "gmt",  "bst",      "utc",     "est",
					  "edt",       "cet",    "am",      "pm",   "a.m",      "p.m",     "live",
					  "updates",   "by",     "the",     NULL };

static const char *const roles[] = { "correspondent", "reporter",  "editor",   "writer", "staff",
				     "team",          "columnist", "newsroom", "desk",   "bureau",
				     "contributor",   "producer",  "newsdesk", NULL };

// "Views:", "Views: 1,882", "Comments ()", "Views: | Comments:", "Read 3,214 times".
static bool is_counter(struct slice s)
{
	struct slice rest = s, word;
	bool any = false, number = false;
	while (look_word(&rest, &word)) {
		int value;
		if (look_number(word, &value))
			number = true;
		else if (look_one_of(word, counted))
			any = true;
		else
			return false;
	}
	return any && (number || s.at[s.len - 1] == ':' || s.at[s.len - 1] == ')');
}

// Pieces between bars, arrows or dots: how many, and how many of the words of a menu.
static bool is_menu(struct slice s)
{
	static const char *const bars[] = { " | ", " > ", " \u00b7 ", " \u2022 ", " \u00bb ", " / " };
	for (size_t k = 0; k < sizeof bars / sizeof *bars; k++) {
		size_t pieces = 0, known = 0, words = 0;
		struct slice rest = s, word;
		while (rest.len) {
			ptrdiff_t hit = slice_find(rest, bars[k]);
			struct slice piece = slice_trim((struct slice){ rest.at, hit < 0 ? rest.len : (size_t)hit });
			rest = hit < 0 ? look_from(rest, rest.len) : look_from(rest, (size_t)hit + strlen(bars[k]));
			pieces++;
			known += look_one_of(piece, menu_words);
			while (look_word(&piece, &word))
				words++;
		}
		if (pieces >= 2 && words <= pieces * 3 && (known || pieces >= 3))
			return true;
	}
	return false;
}

// A word of the trade, and no small word but such: "Courier live team", "Education correspondent, Channel 9".
static bool has_role(struct slice s)
{
	struct slice word;
	bool any = false;
	for (struct slice rest = s; look_word(&rest, &word);) {
		bool role = look_one_of(word, roles);
		bool small = !look_upper(word.at[0]) && !look_digit(word.at[0]);
		if (small && !role && !slice_is(word, "live") && !slice_is(word, "of") && !slice_is(word, "and"))
			return false;
		any |= role;
	}
	return any;
}

// "By Ann Lee and Tom Ruud", "By Staff", "The Courier live team".
static bool is_byline(const struct block *k, struct slice s)
{
	if (k->words > 16 || (look_sentence_end(s) && k->words > 6))
		return false;
	if (look_starts(s, "by ")) {
		struct slice rest = slice_trim(look_from(s, 3)), word;
		return look_word(&rest, &word) && look_upper(word.at[0]);
	}
	return k->words >= 2 && k->words <= 7 && look_upper(s.at[0]) && has_role(s) && !look_sentence_end(s);
}

bool debris_date_line(struct slice s, span *date)
{
	size_t capitals = 0, small = 0;
	bool found = false;
	for (size_t i = 0; i < s.len && s.len < 120;) {
		struct when w;
		bool begins = !i || !(look_letter(s.at[i - 1]) || look_digit(s.at[i - 1]));
		if (begins && !found && when_read(look_from(s, i), &w) && w.day && w.year) {
			*date = (span){ (uint32_t)i, (uint32_t)(i + w.len) };
			i += w.len + w.clock;
			found = true;
			continue;
		}
		if (!begins || !look_letter(s.at[i])) {
			if (begins && look_digit(s.at[i]))
				small++;
			i++;
			continue;
		}
		struct slice rest = look_from(s, i), word;
		look_word(&rest, &word);
		if (!look_one_of(word, date_words))
			*(look_upper(word.at[0]) ? &capitals : &small) += 1;
		i += word.len;
	}
	return found && !small && capitals <= 5 && !slice_ends(s, ".");
}

static bool unset_date(struct slice s, span at)
{
	struct when w;
	return when_read(slice_in(s.at, at), &w) && calendar_unset(w.year, w.month, w.day);
}

// A place in capitals and what follows it up to a dash.
static bool place_first(struct slice s)
{
	struct slice word;
	if (!look_word(&s, &word) || word.len < 2)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] >= 'a' && word.at[i] <= 'z')
			return false;
	return look_upper(word.at[0]);
}

size_t debris_dateline(struct slice s)
{
	static const char *const dashes[] = { " - ", " -- ", "\u2014", "\u2013", " _ " };
	struct slice start = { s.at, s.len < 140 ? s.len : 140 };
	size_t best = 0, dash = 0;
	for (size_t k = 0; k < sizeof dashes / sizeof *dashes; k++) {
		ptrdiff_t hit = slice_find(start, dashes[k]);
		if (hit > 0 && (!best || (size_t)hit < best)) {
			best = (size_t)hit;
			dash = strlen(dashes[k]);
		}
	}
	struct slice before = slice_trim((struct slice){ s.at, best });
	if (!best || !look_names(before) || !(place_first(before) || slice_ends(before, ")")))
		return 0;
	size_t end = best + dash;
	while (look_space(s.at[end - 1]))
		end--;
	return end;
}

static void leave_out(struct block *k, enum debris kind)
{
	k->out = true;
	k->marked = false;
	k->kind = kind;
}

static bool by_start(const struct block *k, struct slice s, enum debris *kind)
{
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		const struct start *r = &starts[i];
		if (k->words > r->most || !look_starts(s, r->words))
			continue;
		// A word like "tags" or "copyright" may begin a sentence: then its line ends as one does.
		bool bare =
		    look_letter(r->words[strlen(r->words) - 1]) && !strchr(r->words, ' ') && look_letter(r->words[0]);
		if (bare && look_sentence_end(s) && r->kind != DEBRIS_boilerplate && k->words > 6)
			continue;
		*kind = r->kind;
		return true;
	}
	return false;
}

// What one line says of itself, wherever it stands.
static bool by_itself(const struct block *k, struct slice s, enum debris *kind)
{
	span date;
	if (by_start(k, s, kind))
		return true;
	if (k->words <= 12 && is_counter(s))
		*kind = DEBRIS_counter;
	else if (look_one_of(s, lone))
		*kind = slice_starts(s, "ad") ? DEBRIS_ad : DEBRIS_nav;
	else if (k->words <= 40 && !look_sentence_end(s) && is_menu(s))
		*kind = DEBRIS_nav;
	else if (k->words <= 14 && debris_date_line(s, &date) && unset_date(s, date))
		*kind = DEBRIS_epoch_date;
	else
		return false;
	return true;
}

static bool is_prose(const struct blocks *b, const struct block *k)
{
	return k->words >= PROSE_WORDS && look_sentence_end(block_text(b, k));
}

static void find_body(struct blocks *b)
{
	b->first = b->list.n;
	b->last = 0;
	for (size_t i = 0; i < b->list.n; i++)
		if (!b->list.at[i].out && is_prose(b, &b->list.at[i])) {
			b->first = b->first < i ? b->first : i;
			b->last = i;
		}
}

// Two or three capitalised words over a line with a role: a byline in two lines.
static bool two_line_byline(struct blocks *b, size_t i)
{
	struct block *name = &b->list.at[i], *role = name + 1;
	if (i + 1 >= b->list.n || role->apart || role->out || name->words < 2 || name->words > 4 || role->words > 8)
		return false;
	if (!look_names(block_text(b, name)) || !has_role(block_text(b, role)) ||
	    look_sentence_end(block_text(b, role)))
		return false;
	name->at.to = role->at.to;
	leave_out(name, DEBRIS_byline);
	leave_out(role, DEBRIS_byline);
	role->at.from = role->at.to; // it stands in the first now
	return true;
}

// "Wednesday 5 June 2024 | The live team": each part on its own.
static void part_date(struct arena *a, struct blocks *b, size_t i)
{
	struct slice s = block_text(b, &b->list.at[i]);
	ptrdiff_t bar = slice_find(s, " | ");
	span date;
	if (bar > 0 && debris_date_line((struct slice){ s.at, (size_t)bar }, &date)) {
		block_cut(a, b, i, b->list.at[i].at.from + (uint32_t)bar + 3);
		b->list.at[i].at.to -= 2;
	}
}

static void mark_head(struct arena *a, struct blocks *b)
{
	for (size_t i = 0; i < b->list.n && i < HEAD_BLOCKS && i <= b->first; i++) {
		if (b->list.at[i].out)
			continue;
		part_date(a, b, i);
		struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		span date;
		if (is_byline(k, s) || two_line_byline(b, i))
			leave_out(&b->list.at[i], DEBRIS_byline);
		else if (look_one_of(s, kickers))
			leave_out(k, DEBRIS_tags);
		else if (k->words <= 14 && debris_date_line(s, &date))
			k->date_line = true;
	}
}

// A credit in brackets or after the last sentence of a paragraph near the page's end; a caption's credit.
static void cut_credit(struct arena *a, struct blocks *b, size_t i)
{
	static const char *const marks[] = { "(Reporting by", "(Additional reporting",
					     "(Editing by",   "(Writing by",
					     "(Compiled by",  " Image: ",
					     " Photo: ",      " Picture: ",
					     " Credit: " };
	struct block *k = &b->list.at[i];
	struct slice s = block_text(b, k);
	for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
		ptrdiff_t hit = slice_find(s, marks[m]);
		bool bracket = marks[m][0] == '(';
		enum debris whole;
		if (hit <= 0 || by_start(k, s, &whole) || (!bracket && (k->words > 45 || s.len - (size_t)hit > 80)))
			continue;
		block_cut(a, b, i, k->at.from + (uint32_t)hit);
		leave_out(&b->list.at[i + 1], DEBRIS_credit);
		if (!bracket)
			leave_out(&b->list.at[i], DEBRIS_caption);
		return;
	}
}

static void mark_credits(struct arena *a, struct blocks *b)
{
	for (size_t i = 0; i < b->list.n; i++) {
		bool edge = i < HEAD_BLOCKS || i + TAIL_BLOCKS >= b->list.n;
		if (edge && !b->list.at[i].out)
			cut_credit(a, b, i);
	}
}

// Short lines between paragraphs that end in no point.
static void mark_subheads(struct blocks *b)
{
	for (size_t i = b->first; i < b->last; i++) {
		struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		bool ends = look_sentence_end(s) && !slice_ends(s, "?");
		if (k->out || !k->words || k->words > SUBHEAD_WORDS || ends || s.at[0] == '"' ||
		    slice_starts(s, "\u201c"))
			continue;
		k->marked = true;
		k->kind = DEBRIS_subhead;
	}
}

// Live pages open with a subhead: a clock time and its title before the first paragraph.
static void mark_clocks(struct blocks *b)
{
	for (size_t i = 1; i < b->first && i < HEAD_BLOCKS && i < b->list.n; i++) {
		struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		if (!k->out && s.len > 6 && look_digit(s.at[0]) && look_digit(s.at[1]) && strchr(":.", s.at[2]) &&
		    look_digit(s.at[3]) && look_digit(s.at[4]) && s.at[5] == ' ' && k->words <= SUBHEAD_WORDS) {
			k->marked = true;
			k->kind = DEBRIS_subhead;
		}
	}
}

static void mark_datelines(struct arena *a, struct blocks *b)
{
	for (size_t i = b->first, seen = 0; i <= b->last && i < b->list.n && seen < 2; i++) {
		struct block *k = &b->list.at[i];
		size_t n = k->out || k->marked ? 0 : debris_dateline(block_text(b, k));
		seen += !k->out && !k->marked;
		if (n) {
			list_push(a, &b->marks,
				  ((struct debris_at){ { k->at.from, k->at.from + (uint32_t)n }, DEBRIS_dateline }));
			return;
		}
	}
}

void debris_mark(struct arena *a, struct blocks *b)
{
	mark_credits(a, b);
	for (each (k, &b->list)) {
		enum debris kind;
		if (!k->out && !span_empty(k->at) && by_itself(k, block_text(b, k), &kind))
			leave_out(k, kind);
	}
	find_body(b);
	mark_head(a, b);
	find_body(b); // parting moved the blocks
	mark_clocks(b);
	mark_subheads(b);
	mark_datelines(a, b);
}
