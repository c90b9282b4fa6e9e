// Agencies mark their copy at its start and its end; who republishes says so in a sentence of its own. A text that
// tells what an outlet reported credits nobody.
#include "read/credit.h"

#include "base/buf.h"
#include "case/outlets.h"
#include "read/calendar.h"
#include "read/look.h"

#include <string.h>

enum {
	DATELINE = 80,  // bytes into a line in which "(Reuters) -" stands
	STATEMENT = 60, // bytes into a line in which "first published in" begins
	NAME_WORDS = 6,
	NAME_LETTERS = 48, // bytes of a name
	NAME_LINE = 90,    // bytes of a line that is nothing but a name, with a byline before it and a date behind it
};

void credit_add(struct arena *a, struct slice name, struct document *d)
{
	struct buf out = buf_in(a);
	for (size_t i = 0; i < name.len; i++)
		if (!look_space(name.at[i]) || (out.n && out.at[out.n - 1] != ' '))
			buf_char(&out, look_space(name.at[i]) ? ' ' : name.at[i]);
	for (each (old, &d->credit))
		if (outlets_same(*old, buf_str(&out)))
			return;
	list_push(a, &d->credit, buf_str(&out));
}

static bool agency(struct arena *a, struct slice name)
{
	return name.len && name.len < 60 && outlets_agency(arena_copy(a, name.at, name.len));
}

// "KYIV, March 3 (Reuters) - ", "LONDON (AP) — ", "(dpa/AFP)": one or several in brackets, near the start, then a dash
// or the end.
static bool bracketed(struct arena *a, struct slice line, struct document *d)
{
	static const char *const dashes[] = { "-", "\u2013", "\u2014", "." };
	size_t open = 0;
	while (open < line.len && open < DATELINE && line.at[open] != '(')
		open++;
	const char *end = open < line.len ? memchr(line.at + open, ')', line.len - open) : NULL;
	if (!end || line.at[open] != '(' || end - (line.at + open) > 60)
		return false;
	struct slice inside = { line.at + open + 1, (size_t)(end - line.at) - open - 1 };
	struct slice rest = slice_trim(look_from(line, (size_t)(end - line.at) + 1));
	bool dash = !rest.len;
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		dash |= slice_starts(rest, dashes[i]);
	bool any = false;
	for (struct slice name; dash && slice_cut(&inside, '/', &name);) {
		name = slice_trim(name);
		if (agency(a, name)) {
			credit_add(a, name, d);
			any = true;
		}
	}
	return any;
}

// The words with capitals at the start of s, "of" between: "the Harbour Times" without its article. A word alone is
// too little, but for an outlet that is known.
static struct slice take_name(struct arena *a, struct slice s)
{
	struct slice rest = s, word;
	size_t from = 0, to = 0, n = 0;
	bool article = false;
	while (n < NAME_WORDS && look_word(&rest, &word)) {
		size_t at = (size_t)(word.at - s.at);
		if (to && (at - to != 1 || s.at[to] != ' '))
			break; // a comma, a full stop, a quotation mark
		if (slice_is_nocase(word, "the") && !to) {
			article = true;
			continue;
		}
		bool name = look_upper(word.at[0]) || (unsigned char)word.at[0] >= 0x80;
		if (!name && !(to && slice_is(word, "of")))
			break;
		from = to ? from : at;
		to = at + word.len;
		n++;
	}
	struct slice name = { s.at + from, to - from };
	bool day = calendar_month(name) || calendar_weekday_named(name) >= 0;
	return !day && (n > 1 || article || outlets_known(arena_copy(a, name.at, name.len)))
		   ? name
		   : (struct slice){ s.at, 0 };
}

// "This article first appeared in the Harbour Times."
static bool stated(struct arena *a, struct slice line, struct document *d)
{
	static const char *const phrases[] = {
		"first appeared in",
		"first appeared on",
		"originally appeared in",
		"originally appeared on",
		"first published in",
		"first published by",
		"first published on",
		"originally published in",
		"originally published by",
		"originally published on",
		"republished from",
		"republished with permission from",
		"reprinted with permission from",
		"reprinted from",
		"reproduced with permission from",
		"courtesy of",
		"zuerst erschienen in",
		"zuerst erschienen bei",
		"zuerst erschienen auf",
		"erschien zuerst in",
		"erschien zuerst bei",
		"erschien zuerst auf",
	};
	static const char *const starts[] = { "This",     "The ",      "A version",   "Originally",
					      "First",    "Reprinted", "Republished", "Reproduced",
					      "Courtesy", "Dieser",    "Diese",       "Der ",
					      "Zuerst",   "Story",     "Article",     "Photo" };
	bool starts_so = false;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		starts_so |= slice_starts(line, starts[i]);
	for (size_t i = 0; starts_so && i < line.len && i < STATEMENT; i++)
		for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++) {
			struct slice at = look_from(line, i);
			if ((i && line.at[i - 1] != ' ') || !look_starts(at, phrases[k]))
				continue;
			struct slice name = take_name(a, look_from(at, strlen(phrases[k])));
			if (name.len)
				credit_add(a, name, d);
			return name.len > 0;
		}
	return false;
}

// "Copyright 2019 The Associated Press. All rights reserved.", "© 2019 AFP".
static bool copyright(struct arena *a, struct slice line, struct document *d)
{
	static const char *const signs[] = { "copyright", "\u00a9", "(c)" };
	bool sign = false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (look_starts(line, signs[i])) {
			line = slice_trim(look_from(line, strlen(signs[i])));
			sign = true;
			i = SIZE_MAX; // both may stand: "Copyright © 2019"
		}
	if (!sign)
		return false;
	while (line.len && (look_digit(line.at[0]) || strchr(" ,-", line.at[0])))
		line = look_from(line, 1);
	struct slice name = take_name(a, line);
	if (!name.len || !outlets_known(arena_copy(a, name.at, name.len)))
		return false;
	credit_add(a, name, d);
	return true;
}

// The first of a few words off the front of a line.
static struct slice cut_start(struct slice line, const char *const *starts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (look_starts(line, starts[i]))
			return slice_trim(look_from(line, strlen(starts[i])));
	return line;
}

// A line that is nothing but a name: "— The Harbour Times", "(Orla Courier)", "From Northern Press Agency", "Harbour
// Newswire — Published March 3, 2019", "By Ann Lee, Harbour Newswire".
static bool named(struct arena *a, struct slice line, struct document *d)
{
	static const char *const marks[] = { "\u2014", "\u2013", "--", "-", "(", "|", "*" };
	static const char *const words[] = { "story from ", "report from ",    "from ",        "source: ",
					     "sources: ",   "via ",            "by ",          "credit: ",
					     "story by ",   "distributed by ", "provided by ", "report by " };
	static const char *const behind[] = { " \u2014 ", " \u2013 ", " -- ", " - ", " | " };
	line = cut_start(line, marks, sizeof marks / sizeof *marks);
	line = cut_start(line, words, sizeof words / sizeof *words);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		ptrdiff_t at = slice_find(line, behind[i]);
		if (at > 0)
			line = (struct slice){ line.at, (size_t)at };
	}
	while (line.len && strchr(").", line.at[line.len - 1]))
		line.len--;
	const char *comma = line.len ? memrchr(line.at, ',', line.len) : NULL;
	if (comma)
		line = look_from(line, (size_t)(comma - line.at) + 1);
	line = slice_trim(line);
	struct slice name = take_name(a, line);
	bool whole = name.len && name.at + name.len == line.at + line.len;
	if (!whole || line.len > NAME_LETTERS || !outlets_known(arena_copy(a, line.at, line.len)))
		return false;
	credit_add(a, line, d);
	return true;
}

bool credit_find(struct arena *a, struct slice line, struct document *d)
{
	line = slice_trim(line);
	return bracketed(a, line, d) || stated(a, line, d) || copyright(a, line, d) ||
	       (line.len < NAME_LINE && named(a, line, d));
}
