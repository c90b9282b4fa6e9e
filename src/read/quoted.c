// Lines that begin with '>' are quoted, with the line before them that says from whom; so is all behind "-----Original
// Message-----". What follows the last line of "-- " is the signature (RFC 3676, 4.3). A line as long as mail programs
// wrap them goes on in the next; a shorter or longer one ends a paragraph.
#include "read/quoted.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "read/look.h"

enum { NARROWEST_WRAP = 40, WIDEST_WRAP = 100, LINES_MOST = 8 * LIMIT_PARAGRAPHS };

enum kind { OWN, QUOTED, SIGNATURE };

struct line {
	span at;
	enum kind kind;
	bool apart; // a blank line stands before it
};

struct lines {
	LIST(struct line) list; // those that are not blank
};

static bool is_intro(struct slice line)
{
	struct slice s = slice_trim(line);
	bool dated = false;
	for (size_t i = 0; i < s.len; i++)
		dated |= look_digit(s.at[i]) || s.at[i] == '@';
	return slice_ends(s, ":") && (dated || slice_ends(s, "wrote:"));
}

// The lines before a quotation that say whose it is: one, or two where it was wrapped.
static void take_intro(const char *text, struct lines *s)
{
	size_t i = s->list.n;
	if (!i || s->list.at[i - 1].kind != OWN || !is_intro(slice_in(text, s->list.at[i - 1].at)))
		return;
	s->list.at[--i].kind = QUOTED;
	struct slice line = slice_in(text, s->list.at[i].at);
	if (i && s->list.at[i - 1].kind == OWN && !look_starts(line, "on ") &&
	    look_starts(slice_in(text, s->list.at[i - 1].at), "on "))
		s->list.at[i - 1].kind = QUOTED;
}

static enum status crowded(struct err *e)
{
	return err_set(e, STATUS_LIMIT, "more than %d paragraphs; split the file", LIMIT_PARAGRAPHS);
}

static enum status sort_lines(struct arena *a, const struct decoded *d, struct lines *s, struct err *e)
{
	struct slice rest = { d->text, d->len }, line;
	size_t signature = SIZE_MAX;
	bool original = false, in_quote = false, blank = true;
	while (slice_line(&rest, &line)) {
		struct slice shown = slice_trim(line);
		uint32_t from = (uint32_t)(shown.at - d->text);
		if (shown.len) {
			bool quote = shown.at[0] == '>';
			original |= look_starts(shown, "-----original message-----");
			if (quote && !in_quote)
				take_intro(d->text, s);
			in_quote = quote;
			if (slice_is(line, "-- "))
				signature = s->list.n;
			list_push(a, &s->list,
				  ((struct line){
				      { from, from + (uint32_t)shown.len }, quote || original ? QUOTED : OWN, blank }));
		}
		blank = !shown.len;
		if (s->list.n > LINES_MOST)
			return crowded(e);
	}
	for (size_t i = signature; i < s->list.n; i++)
		s->list.at[i].kind = s->list.at[i].kind == OWN ? SIGNATURE : s->list.at[i].kind;
	return STATUS_OK;
}

static bool own_is_more(const struct lines *s)
{
	size_t bytes[SIGNATURE + 1] = { 0 };
	for (each (x, &s->list))
		bytes[x->kind] += span_len(x->at);
	return bytes[OWN] > bytes[QUOTED];
}

static bool goes_on(const char *text, const struct line *l, const struct line *next)
{
	size_t columns = utf8_count(text + l->at.from, span_len(l->at));
	return !next->apart && next->kind == l->kind && columns >= NARROWEST_WRAP && columns <= WIDEST_WRAP;
}

enum status quoted_split(struct arena *a, const struct decoded *d, struct blocks *out, struct err *e)
{
	static const enum debris as[] = { DEBRIS_boilerplate, DEBRIS_quoted, DEBRIS_signature };
	struct lines s = { 0 };
	if (sort_lines(a, d, &s, e) != STATUS_OK)
		return e->status;
	*out = (struct blocks){ .text = d->text };
	bool leave_quoted = own_is_more(&s);
	for (size_t i = 0; i < s.list.n; i++) {
		const struct line *l = &s.list.at[i];
		if (i && goes_on(d->text, l - 1, l)) {
			out->list.at[out->list.n - 1].at.to = l->at.to;
			continue;
		}
		bool leave = l->kind == SIGNATURE || (l->kind == QUOTED && leave_quoted);
		list_push(a, &out->list,
			  ((struct block){ .at = l->at, .apart = l->apart, .out = leave, .kind = as[l->kind] }));
		if (out->list.n > LIMIT_PARAGRAPHS)
			return crowded(e);
	}
	return STATUS_OK;
}
