// A page's own data, from its head and its datelines alone: unknown rather than wrong.
#include "read/meta.h"

#include "base/limits.h"
#include "read/calendar.h"
#include "read/debris.h"
#include "read/look.h"
#include "read/when.h"

#include <string.h>

enum { TITLE_WORDS = 32, MASTHEAD_WORDS = 6 };

static const char *const media_words[] = {
	"ledger",    "courier",    "times",     "herald",    "post",     "gazette",    "tribune",  "news",
	"journal",   "advertiser", "messenger", "radio",     "tv",       "television", "channel",  "broadcasting",
	"telegraph", "guardian",   "observer",  "chronicle", "standard", "sentinel",   "bulletin", "newsroom",
	"newswire",  "wire",       "press",     "reuters",   "afp",      "ap",         "cnn",      "bbc",
	"daily",     "weekly",     "magazine",  "wikinews",  "echo",     "examiner",   "dispatch", "record",
	"argus",     "mercury",    "inquirer",  "globe",     "telegram", NULL
};

static bool names_medium(struct slice s)
{
	struct slice word;
	for (struct slice rest = s; look_word(&rest, &word);)
		if (look_one_of(word, media_words))
			return true;
	return false;
}

static char *fold_spaces(struct arena *a, struct slice s)
{
	char *out = arena_take(a, s.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		if (!look_space(s.at[i]) && (unsigned char)s.at[i] >= 0x20)
			out[n++] = s.at[i];
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	while (n && out[n - 1] == ' ')
		n--;
	out[n] = 0;
	return out;
}

static size_t head_end(const struct blocks *b)
{
	return b->first < b->list.n ? b->first : b->list.n < 8 ? b->list.n : 8;
}

// A line that is the name of a paper or station, with other lines of the head after it.
static void find_outlet(struct arena *a, struct blocks *b, struct document *d)
{
	for (size_t i = 0; i < head_end(b) && !d->outlet; i++) {
		struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		bool more = false;
		for (size_t j = i ? 0 : 1; j < head_end(b); j++)
			more |= j != i && !b->list.at[j].out && !b->list.at[j].date_line && b->list.at[j].words >= 4;
		if (k->out || k->date_line || !k->words || k->words > MASTHEAD_WORDS || !more || !look_names(s) ||
		    !names_medium(s) || look_sentence_end(s))
			continue;
		d->outlet = fold_spaces(a, s);
		k->out = true;
		k->kind = DEBRIS_nav;
	}
}

// The outlet that stands beside the date: "The Ardley Messenger, Friday 9 March 2018".
static void outlet_of_date_line(struct arena *a, struct slice s, span date, struct document *d)
{
	struct slice before = slice_trim((struct slice){ s.at, date.from });
	while (before.len && strchr(",|-", before.at[before.len - 1]))
		before = slice_trim((struct slice){ before.at, before.len - 1 });
	if (!d->outlet && before.len && look_names(before) && names_medium(before))
		d->outlet = fold_spaces(a, before);
}

// "By Ann Lee and Tom Ruud, Courier staff | 8 March" -> the names.
static void read_byline(struct arena *a, struct slice s, struct document *d)
{
	if (!look_starts(s, "by "))
		return;
	s = look_from(s, 3);
	for (size_t i = 0; i < s.len; i++)
		if (strchr("|,(\n", s.at[i]) || look_starts(look_from(s, i), " in ") ||
		    look_starts(look_from(s, i), " for "))
			s.len = i;
	while (s.len) {
		ptrdiff_t hit = slice_find(s, " and ");
		struct slice name = slice_trim((struct slice){ s.at, hit < 0 ? s.len : (size_t)hit });
		s = hit < 0 ? look_from(s, s.len) : look_from(s, (size_t)hit + 5);
		if (name.len && look_names(name) && !slice_is_nocase(name, "staff"))
			list_push(a, &d->byline, fold_spaces(a, name));
	}
}

static void publish(struct arena *a, const struct decoded *from, span at, const struct when *w, const char *how,
		    struct document *d)
{
	if (d->published_from || w->ambiguous || (w->day && calendar_unset(w->year ? w->year : 2000, w->month, w->day)))
		return;
	if (w->year && (w->year < 1995 || w->year > 2200))
		return;
	char value[WHEN_TEXT];
	when_print(w, value);
	d->published = w->year ? (struct date){ w->year, w->month, w->day } : (struct date){ 0 };
	d->published_from = how;
	list_push(a, &d->dates,
		  ((struct dated){ bytes_original(from, at), arena_text(a, value), DATE_ROLE_publication, true }));
}

// Whether the first bytes of a line name a day, with its year if it has to; from *at on.
static bool find_day(struct slice s, size_t most, bool year, struct when *w, size_t *at)
{
	for (; *at < s.len && *at < most; ++*at) {
		bool starts = !*at || !(look_letter(s.at[*at - 1]) || look_digit(s.at[*at - 1]));
		if (starts && when_read(look_from(s, *at), w) && w->day && (w->year || !year))
			return true;
	}
	return false;
}

// The first date of a line of the head.
static void publish_line(struct arena *a, const struct decoded *from, struct blocks *b, struct block *k,
			 const char *how, struct document *d)
{
	enum { REACH = 200 };
	struct slice s = block_text(b, k);
	struct when w;
	size_t i = 0;
	if (!find_day(s, REACH, false, &w, &i))
		return;
	uint32_t at = k->at.from + (uint32_t)i;
	publish(a, from, (span){ at, at + (uint32_t)w.len }, &w, how, d);
	outlet_of_date_line(a, s, (span){ (uint32_t)i, (uint32_t)(i + w.len) }, d);
}

// "HALSTEIN, Norland, March 14, 2019 (Corvane News Agency) -": agency and date.
static void read_dateline(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d)
{
	for (each (m, &b->marks)) {
		struct slice s = slice_in(b->text, m->at);
		const char *open = memchr(s.at, '(', s.len), *close = memchr(s.at, ')', s.len);
		if (open && close && close > open + 1) {
			char *agency = fold_spaces(a, (struct slice){ open + 1, (size_t)(close - open - 1) });
			list_push(a, &d->credit, agency);
			if (!d->outlet)
				d->outlet = agency;
		}
		struct block line = { .at = m->at };
		struct blocks one = { .text = b->text };
		publish_line(a, from, &one, &line, "dateline", d);
	}
}

// Whether a piece of a line ends before `at`: nothing stands there, or a bar, a dot, a dash.
static bool piece_begins(struct slice s, size_t at)
{
	static const char *const bars[] = { "|", "\u00b7", "\u2022", "\u2014", "\u2013" };
	struct slice before = slice_trim((struct slice){ s.at, at });
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
		if (slice_ends(before, bars[i]))
			return true;
	return !before.len;
}

// "Field report, June 2021": a few words of a piece.
static bool short_piece(struct slice s, size_t at)
{
	struct slice before = slice_trim((struct slice){ s.at, at }), word;
	int words = 0;
	if (!slice_ends(before, ","))
		return false;
	while (before.len && !piece_begins(before, before.len - 1))
		before.len--;
	for (struct slice rest = { s.at + before.len, at - before.len }; look_word(&rest, &word);)
		words++;
	return words <= 2;
}

enum head_rank { HEAD_NONE, HEAD_NAMED, HEAD_PIECE, HEAD_TOLD };

// How sure a date in a line of the head is the page's own: "Fire at Marrick, 11 November 2021" may be the fire's,
// "Harborne Institute | September 2022" is the page's, and "Issued 4 March 2022" says so.
static enum head_rank rank_date(const struct block *k, struct slice s, const struct when *w, size_t at)
{
	enum { WORDS = 20, OPENING = 40 };
	static const char *const tells[] = { "issued",   "published", "posted",   "updated", "presented",
					     "released", "printed",   "modified", NULL };
	struct slice before = { s.at, at }, word;
	bool told = false, line = k->words <= WORDS && !look_sentence_end(s), piece = piece_begins(s, at);
	for (struct slice rest = before; at < OPENING * 2 && look_word(&rest, &word);)
		told |= look_one_of(word, tells);
	if (k->words <= WORDS && told)
		return HEAD_TOLD;
	if (k->words <= WORDS && piece && (line || memchr(s.at, '|', s.len)))
		return HEAD_PIECE;
	if (!w->day) {
		bool issue = look_starts(look_from(s, at + w->len), " issue");
		return line && (issue || short_piece(s, at)) ? HEAD_PIECE : HEAD_NONE;
	}
	before = slice_trim(before);
	bool opening = at < OPENING && slice_ends(before, ",") && look_names(before);
	return line || opening ? HEAD_NAMED : HEAD_NONE;
}

// A whole date, or a month with its year, in a line of the head: "Sablefort Labs | Threat research | 22 February 2024 |
// 9 min", "Presented to Parliament on 19 November 2015", "Field report, June 2021"; or in the first words of the text:
// "KASTRIA, June 3, 2023. /VESTINFORM/", "Cordwell, 27 September 2024 -". The surest counts, and of equals the first.
static void read_head_line(struct arena *a, const struct decoded *from, struct blocks *b, enum head_rank least,
			   struct document *d)
{
	enum { LINES = 8, REACH = 200 };
	enum head_rank best = least - 1;
	struct when when = { 0 };
	span at = { 0, 0 };
	for (size_t i = 0; i < b->list.n && i < LINES; i++) {
		struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		for (size_t n = 0; n < s.len && n < REACH; n++) {
			struct when w;
			struct slice word;
			bool starts = !n || !(look_letter(s.at[n - 1]) || look_digit(s.at[n - 1]));
			if (!starts || !when_read(look_from(s, n), &w) || !w.month)
				continue;
			bool weekday = w.day && look_word(&(struct slice){ s.at + n, s.len - n }, &word) &&
				       calendar_weekday_named(word) >= 0 && piece_begins(s, n);
			if (!w.year && !weekday)
				continue;
			enum head_rank rank = rank_date(k, s, &w, n);
			if (rank > best) {
				uint32_t first = k->at.from + (uint32_t)n;
				at = (span){ first, first + (uint32_t)w.len };
				when = w;
				best = rank;
			}
			if (rank > HEAD_NONE)
				break; // "4 Feb 2020 | Updated 5 Feb 2020"
			n += w.len - 1;
		}
	}
	if (best >= least)
		publish(a, from, at, &when, "head", d);
}

static void find_title(struct arena *a, const struct blocks *b, struct document *d)
{
	for (size_t i = 0; i < b->list.n && i <= head_end(b); i++) {
		const struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		if (k->out || k->date_line || k->marked)
			continue;
		if (k->words <= TITLE_WORDS && !slice_ends(s, ".") && (i < b->first || b->first >= b->list.n))
			d->title = fold_spaces(a, s);
		return;
	}
}

// English, if enough of its words are English small words; else unknown.
static const char *find_language(const struct blocks *b)
{
	static const char *const small[] = { "the", "of", "and",  "to", "in",  "a",  "that", "was", "for", "on", "said",
					     "it",  "is", "with", "by", "had", "he", "from", "at",  "as",  NULL };
	size_t words = 0, known = 0;
	for (each (k, &b->list)) {
		struct slice rest = block_text(b, k), word;
		while (words < 2000 && look_word(&rest, &word)) {
			words++;
			known += word.len <= 4 && look_one_of(word, small);
		}
	}
	return words >= 10 && known * 100 >= words * 15 ? "en" : NULL;
}

void meta_head(struct arena *a, const struct decoded *from, struct blocks *b, struct document *d)
{
	find_outlet(a, b, d);
	for (size_t i = 0; i < b->list.n && i <= head_end(b); i++) {
		struct block *k = &b->list.at[i];
		if (k->date_line) {
			publish_line(a, from, b, k, "date line", d);
			k->out = true;
		} else if (k->out && k->kind == DEBRIS_byline) {
			read_byline(a, block_text(b, k), d);
			publish_line(a, from, b, k, "byline", d);
		}
	}
	find_title(a, b, d);
	read_head_line(a, from, b, HEAD_PIECE, d);
	read_dateline(a, from, b, d);
	read_head_line(a, from, b, HEAD_NAMED, d);
}

void meta_read(struct arena *a, const struct decoded *from, struct blocks *b, struct document *d)
{
	meta_head(a, from, b, d);
	d->lang = find_language(b);
}
