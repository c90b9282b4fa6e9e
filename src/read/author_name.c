#include "read/author_name.h"

#include "read/look.h"
#include "read/stamp.h"

#include <string.h>

enum { LONGEST = 60, MOST_WORDS = 6 };

const char *const author_name_marks[] = { ",", ";", "|", "/", "\n", "+", "(", " - ", " \u2013 ", " \u2014 ", NULL };
const char *const author_name_joins[] = { " & ",   " and ", " und ", " et ",     " y ",    " e ",   " i ", " en ",
					  " och ", " og ",  " ve ",  " \u0438 ", " with ", " mit ", NULL };

bool author_name_cut(struct slice *rest, const char *const *between, struct slice *piece)
{
	if (!rest->len)
		return false;
	for (size_t i = 0; i < rest->len; i++)
		for (const char *const *b = between; *b; b++)
			if (look_starts(look_from(*rest, i), *b)) {
				*piece = (struct slice){ rest->at, i };
				*rest = look_from(*rest, i + strlen(*b));
				return true;
			}
	*piece = *rest;
	*rest = look_from(*rest, rest->len);
	return true;
}

size_t author_name_words(struct slice s)
{
	size_t n = 0;
	struct slice word;
	while (look_word(&s, &word))
		n++;
	return n;
}

bool author_name_has(const struct html_clues *c, enum page_class class, struct slice s)
{
	struct slice word;
	while (look_word(&s, &word))
		if (page_words_row(c->words, class, word))
			return true;
	return false;
}

static bool plain_letter(char c)
{
	return look_letter(c) && (unsigned char)c < 0x80;
}

struct slice author_name_strip(struct slice s)
{
	static const char *const marks[] = { ".", ",",      ":",      ";",      "-",      "\u2013", "\u2014",
					     "|", "\u2022", "\u00b7", "\u25cf", "\u00a9", "*",      "(",
					     ")", "\"",     "\u201c", "\u201d", "@",      "/",      ">",
					     "<", "\ufeff", "\u203a", "\u00bb" };
	for (bool more = true; more;) {
		s = slice_trim(s);
		more = false;
		if (s.len && plain_letter(s.at[0]) && plain_letter(s.at[s.len - 1]))
			return s;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			size_t n = strlen(marks[i]);
			if (slice_starts(s, marks[i])) {
				s = look_from(s, n);
				more = true;
			} else if (slice_ends(s, marks[i]) &&
				   !(marks[i][0] == '.' && s.len > 2 && s.at[s.len - 3] == ' ')) {
				s.len -= n;
				more = true;
			}
		}
	}
	return s;
}

struct slice author_name_behind_by(const struct html_clues *c, struct slice s)
{
	size_t len;
	struct stamp stamp;
	for (int times = 0; times < 4; times++) {
		s = author_name_strip(s);
		if (s.len > 3 && slice_starts(s, "By") && look_upper(s.at[2])) {
			s = look_from(s, 2); // "ByAnn Lee"
			continue;
		}
		if (s.len && stamp_read(c->words, c->lang, s, &stamp)) {
			s = look_from(s, stamp.len);
			continue;
		}
		if (!page_words_at(c->words, PAGE_by, s, &len) || len == s.len || look_letter(s.at[len]))
			return s;
		s = look_from(s, len);
	}
	return author_name_strip(s);
}

// "ann.lee", "ann_lee": what a machine calls somebody.
static bool looks_like_id(struct slice s)
{
	bool dotted = false;
	for (size_t i = 0; i < s.len; i++) {
		if (look_space(s.at[i]) || look_upper(s.at[i]))
			return false;
		dotted |= s.at[i] == '_' || (s.at[i] == '.' && i + 1 < s.len);
	}
	return dotted;
}

bool author_name_is(const struct html_clues *c, struct slice s, enum author_name_in in)
{
	size_t words = author_name_words(s), figures = 0;
	for (size_t i = 0; i < s.len; i++)
		figures += look_digit(s.at[i]);
	if (s.len < 2 || s.len > LONGEST || !words || words > MOST_WORDS || figures > 4 || figures * 2 > s.len)
		return false;
	if (look_digit(s.at[0]) || looks_like_id(s) || page_words_row(c->words, PAGE_nobody, s) ||
	    slice_find(s, "://") >= 0 || slice_find(s, "www.") >= 0 || memchr(s.at, '@', s.len) ||
	    memchr(s.at, '{', s.len) || memchr(s.at, '?', s.len))
		return false;
	struct slice rest = s, first;
	if (!look_word(&rest, &first) || page_words_row(c->words, PAGE_article, first))
		return false;
	if (page_words_row(c->words, PAGE_month, s) || page_words_row(c->words, PAGE_by, s) ||
	    page_words_row(c->words, PAGE_label, s))
		return false;
	return in == AUTHOR_NAME_VALUE || (look_names(s) && !figures && (words >= 2 || in == AUTHOR_NAME_ELEMENT));
}

struct slice author_name_until_end(const struct html_clues *c, struct slice s)
{
	for (size_t i = 1, len; i < s.len; i++) {
		if (!look_space(s.at[i - 1]) && s.at[i - 1] != ',')
			continue;
		struct slice rest = look_from(s, i);
		struct stamp stamp;
		if (page_words_at(c->words, PAGE_by_end, rest, &len) || look_digit(s.at[i]) ||
		    stamp_read(c->words, c->lang, rest, &stamp))
			return (struct slice){ s.at, i };
	}
	return s;
}

struct slice author_name_turn(const struct html_clues *c, struct slice s)
{
	struct slice last, rest = s;
	if (!slice_cut(&rest, ',', &last) || !rest.len || memchr(rest.at, ',', rest.len))
		return s;
	rest = slice_trim(rest);
	const char *turned = arena_printf(c->arena, "%.*s %.*s", (int)rest.len, rest.at, (int)last.len, last.at);
	return slice_of(turned);
}
