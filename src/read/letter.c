#include "read/letter.h"

#include <ctype.h>
#include <string.h>

enum { HEAD = 4, NAME_MOST = 80, WORDS_MOST = 7 };

static bool is_field(struct slice line, const char *const *names, size_t n)
{
	enum { LONGEST = 10 }; // "Subject" and some blanks
	const char *colon = memchr(line.at, ':', line.len < LONGEST ? line.len : LONGEST);
	if (!colon)
		return false;
	struct slice word = slice_trim((struct slice){ line.at, (size_t)(colon - line.at) });
	for (size_t i = 0; i < n; i++)
		if (slice_is_nocase(word, names[i]))
			return true;
	return false;
}

bool letter_field(struct slice line)
{
	static const char *const names[] = { "to", "cc", "subject", "re", "date", "sent", "ref", "copy" };
	return is_field(line, names, sizeof names / sizeof *names);
}

// A name before what stands beside it: "Ruth Calder, Deputy Manager", "R. Calder <rc@example.org>"; empty: it is none.
static struct slice name_in(struct slice s)
{
	static const char *const ends[] = { ",", "<", "(", " - ", " \xE2\x80\x93 ", "|" };
	struct slice word, none = { 0 };
	int words = 0;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		ptrdiff_t at = slice_find(s, ends[i]);
		if (at >= 0)
			s.len = (size_t)at;
	}
	s = slice_trim(s);
	if (slice_starts(s, "The ") || slice_starts(s, "the "))
		s = (struct slice){ s.at + 4, s.len - 4 };
	for (struct slice rest = s; slice_cut(&rest, ' ', &word); words++) {
		bool large = word.len && (isupper((unsigned char)word.at[0]) || (unsigned char)word.at[0] >= 0x80);
		bool small = slice_is(word, "of") || slice_is(word, "for") || slice_is(word, "the") ||
			     slice_is(word, "and") || slice_is(word, "&") || slice_is(word, "de") ||
			     slice_is(word, "van") || slice_is(word, "von");
		if (!large && !small)
			return none;
	}
	bool ends_well = s.len && (isalnum((unsigned char)s.at[s.len - 1]) || (unsigned char)s.at[s.len - 1] >= 0x80);
	return words && words <= WORDS_MOST && ends_well && s.len <= NAME_MOST ? s : none;
}

// "Yours faithfully,", "Kind regards".
static bool closes(struct slice line)
{
	static const char *const words[] = { "Yours ",       "Sincerely",    "Regards",           "Best regards",
					     "Kind regards", "Best wishes",  "Respectfully",      "Faithfully",
					     "With regards", "Warm regards", "With kind regards", "With best wishes" };
	enum { LONG = 40 };
	for (size_t i = 0; line.len < LONG && i < sizeof words / sizeof *words; i++)
		if (slice_starts(line, words[i]))
			return !slice_ends(line, ".");
	return false;
}

// A head has two fields at least.
static bool head_line(struct letter *l, struct slice line, uint32_t at, struct slice *name)
{
	static const char *const from[] = { "from" };
	bool near = l->near > 0;
	if (is_field(line, from, 1)) {
		ptrdiff_t colon = slice_find(line, ":");
		l->name = name_in((struct slice){ line.at + colon + 1, line.len - (size_t)colon - 1 });
		l->from = at;
		l->known = false;
	} else if (!letter_field(line)) {
		l->near -= near;
		return false;
	}
	l->near = HEAD;
	if (!near || !l->name.len)
		return false;
	*name = l->name;
	l->name = (struct slice){ 0 };
	return l->known = true;
}

bool letter_line(struct letter *l, struct slice line, uint32_t at, struct slice *name)
{
	l->from = l->next > l->from ? l->next : l->from;
	if (head_line(l, line, at, name))
		return true;
	if (slice_starts(line, "Dear ") && !l->known)
		l->from = at;
	bool signs = l->signs, known = l->known;
	l->signs = closes(line);
	if (!signs)
		return false;
	*name = name_in(line);
	l->known = false;
	l->next = at + (uint32_t)line.len;
	return !known && name->len;
}
