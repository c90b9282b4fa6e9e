// Names are folded and looked up in an open-addressed table; a domain is a name too ("reuterscom"), so that an outlet
// is found however a page gives it.
#include "case/outlet_table.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

enum { COLUMNS = 6, SLOTS_FIRST = 1 << 12, ROWS = 100000 };

static bool letter(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

size_t outlet_table_fold(struct slice s, char out[OUTLET_NAME])
{
	static const char *const openings[] = { "the ", "www." };
	size_t n = 0;
	s = slice_trim(s);
	for (size_t k = 0; k < sizeof openings / sizeof *openings; k++)
		if (s.len > 4 && slice_is_nocase((struct slice){ s.at, 4 }, openings[k]))
			s = (struct slice){ s.at + 4, s.len - 4 };
	for (size_t i = 0; i < s.len && n + 1 < OUTLET_NAME; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if (letter(c))
			out[n++] = (char)c;
	}
	out[n] = 0;
	return n;
}

static size_t slot_of(const struct outlet_table *t, struct slice folded)
{
	size_t i = hash_fast(folded.at, folded.len, 3) & (t->slots - 1);
	while (t->slot[i] && !slice_is(folded, t->slot[i]->folded))
		i = (i + 1) & (t->slots - 1);
	return i;
}

const struct outlet_entry *outlet_table_find(const struct outlet_table *t, struct slice folded)
{
	return t->slots && folded.len ? t->slot[slot_of(t, folded)] : NULL;
}

static void grow(struct outlet_table *t)
{
	struct outlet_table old = *t;
	t->slots = old.slots ? 2 * old.slots : SLOTS_FIRST;
	t->slot = arena_array(&t->arena, struct outlet_entry *, t->slots);
	for (size_t i = 0; i < old.slots; i++)
		if (old.slot[i])
			t->slot[slot_of(t, slice_of(old.slot[i]->folded))] = old.slot[i];
}

// The entry of a name, new where there is none; NULL for a name without letters.
static struct outlet_entry *entry_of(struct outlet_table *t, struct slice name)
{
	char folded[OUTLET_NAME];
	size_t n = outlet_table_fold(name, folded);
	if (!n)
		return NULL;
	if (2 * (t->n + 1) > t->slots)
		grow(t);
	struct outlet_entry **at = &t->slot[slot_of(t, (struct slice){ folded, n })];
	if (!*at) {
		*at = arena_new(&t->arena, struct outlet_entry);
		(*at)->folded = arena_copy(&t->arena, folded, n);
		t->n++;
	}
	return *at;
}

// "The Hill": one word behind an article.
static bool needs_article(struct slice name)
{
	return slice_starts(name, "The ") && !memchr(name.at + 4, ' ', name.len - 4);
}

static size_t capitals(struct slice s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += s.at[i] >= 'A' && s.at[i] <= 'Z';
	return n;
}

static void add_name(struct outlet_table *t, struct slice name, const struct outlet *o)
{
	struct outlet_entry *x = entry_of(t, name);
	if (!x)
		return;
	bool again = x->outlet == o; // "BILD" beside "Bild": the one with more small letters holds for both
	x->article = needs_article(name) && (!again || x->article);
	if (!again || capitals(name) < capitals(slice_of(x->written)))
		x->written = arena_copy(&t->arena, name.at, name.len);
	x->outlet = o;
}

static void add_weak(struct outlet_table *t, struct slice name, const struct outlet *o)
{
	struct outlet_entry *x = entry_of(t, name);
	if (!x)
		return;
	list_push(&t->arena, &x->weak, o);
	if (!x->written)
		x->written = arena_copy(&t->arena, name.at, name.len);
}

static void add_aliases(struct outlet_table *t, struct slice aliases, const struct outlet *o)
{
	for (struct slice name; slice_cut(&aliases, '|', &name);) {
		name = slice_trim(name);
		if (slice_starts(name, "?"))
			add_weak(t, slice_trim((struct slice){ name.at + 1, name.len - 1 }), o);
		else if (name.len)
			add_name(t, name, o);
	}
}

static void add_domains(struct outlet_table *t, struct slice domains, const struct outlet *o)
{
	for (struct slice host; slice_cut(&domains, ' ', &host);)
		if (slice_trim(host).len)
			add_name(t, slice_trim(host), o);
}

static const char *given(struct outlet_table *t, struct slice cell)
{
	return cell.len && !slice_is(cell, "-") ? arena_copy(&t->arena, cell.at, cell.len) : NULL;
}

static enum status read_row(struct outlet_table *t, struct slice line, struct err *e)
{
	static const char *const kinds[] = { "outlet", "agency", "none" };
	struct slice cell[COLUMNS] = { 0 };
	size_t n = 0, kind = 0;
	char folded[OUTLET_NAME];
	while (n < COLUMNS && slice_cut(&line, '\t', &cell[n])) {
		cell[n] = slice_trim(cell[n]);
		n++;
	}
	if (n < 2)
		return err_set(e, STATUS_BAD_INPUT,
			       "has one column; write NAME, agency or outlet, OWNER, COUNTRY, ALIASES and DOMAINS, "
			       "with tabs between them");
	if (line.len)
		return err_set(e, STATUS_BAD_INPUT, "has more than %d columns; take out tabs that are too many",
			       COLUMNS);
	size_t len = outlet_table_fold(cell[0], folded);
	if (!len || len + 1 >= OUTLET_NAME)
		return err_set(e, STATUS_BAD_INPUT,
			       "the first column is no name; write one of 1 to %d letters and digits",
			       OUTLET_NAME - 2);
	while (kind < sizeof kinds / sizeof *kinds && !slice_is(cell[1], kinds[kind]))
		kind++;
	if (kind == sizeof kinds / sizeof *kinds)
		return err_set(e, STATUS_BAD_INPUT, "the second column is '%.*s'; write agency, outlet or none",
			       (int)(cell[1].len < 40 ? cell[1].len : 40), cell[1].at ? cell[1].at : "");
	struct outlet *o = arena_new(&t->arena, struct outlet);
	*o = (struct outlet){ .name = arena_copy(&t->arena, cell[0].at, cell[0].len),
			      .kind = (enum outlet_kind)kind,
			      .owner = given(t, cell[2]),
			      .country = given(t, cell[3]),
			      .key = hash_fast(folded, len, 0) | 1 };
	add_name(t, cell[0], o);
	add_aliases(t, cell[4], o);
	add_domains(t, cell[5], o);
	return STATUS_OK;
}

enum status outlet_table_read(struct outlet_table *t, struct slice text, const char *path, struct err *e)
{
	struct slice line;
	if (utf8_valid(text.at, text.len) != text.len)
		return err_set(e, STATUS_BAD_INPUT, "%s: is not in UTF-8; save it so", path);
	for (int number = 1; slice_line(&text, &line); number++) {
		if (!slice_trim(line).len || slice_starts(line, "#"))
			continue;
		if (number > ROWS)
			return err_set(e, STATUS_LIMIT, "%s: has more than %d lines; leave some out", path, ROWS);
		if (read_row(t, line, e) != STATUS_OK)
			return err_within(e, "%s: line %d", path, number);
	}
	return STATUS_OK;
}
