// Names are cut into parts and each part looked up; what may stand anywhere in a name is looked for in the name without
// its hyphens. Lines are compared with the beginnings in the table one by one: there are few of them and a line is
// short.
#include "read/furniture.h"

#include "base/hash.h"
#include "base/list.h"
#include "read/look.h"

#include <string.h>

extern const char embed_furniture[];

// The kinds of the table's rows. aside, dialog, frame: parts of names. state: beginnings of names. body, lead, hover:
// anywhere in a name. The others are phrases.
#define KIND_TABLE(X)                                                                                           \
	X(aside) X(dialog) X(frame) X(state) X(body) X(lead) X(hover) X(start) X(label) X(whole) X(bracket) X(end)

enum kind {
#define X(name) KIND_##name,
	KIND_TABLE(X)
#undef X
	KIND_COUNT
};

static const char *const kind_names[] = {
#define X(name) #name,
	KIND_TABLE(X)
#undef X
};

enum { SLOTS = 1 << 10, NAME_MOST = 64, LINE_MOST = 45, LABEL_MOST = 8, CAPTION_MOST = 40 };

struct part {
	const char *word;
	unsigned kinds; // bits of enum kind
};

struct furniture {
	struct part slot[SLOTS];
	size_t n;
	struct {
		LIST(const char *) list;
	} phrases[KIND_COUNT];
	struct {
		LIST(struct part) list;
	} anywhere[256]; // [first byte] what may stand anywhere in a name
};

static struct part *part_at(struct furniture *f, struct slice word)
{
	size_t i = hash_fast(word.at, word.len, 2) & (SLOTS - 1);
	while (f->slot[i].word && !slice_is(word, f->slot[i].word))
		i = (i + 1) & (SLOTS - 1);
	return &f->slot[i];
}

static unsigned kinds_of(const struct furniture *f, struct slice word)
{
	size_t i = hash_fast(word.at, word.len, 2) & (SLOTS - 1);
	while (f->slot[i].word && !slice_is(word, f->slot[i].word))
		i = (i + 1) & (SLOTS - 1);
	return f->slot[i].word ? f->slot[i].kinds : 0;
}

static void add(struct arena *a, struct furniture *f, enum kind kind, struct slice word)
{
	bool whole = kind < KIND_state || slice_starts(word, "=");
	if (!whole && kind <= KIND_hover && kind != KIND_state) {
		list_push(a, &f->anywhere[(unsigned char)word.at[0]].list,
			  ((struct part){ arena_copy(a, word.at, word.len), 1u << kind }));
		return;
	}
	if (!whole) {
		list_push(a, &f->phrases[kind].list, arena_copy(a, word.at, word.len));
		return;
	}
	if (slice_starts(word, "="))
		word = look_from(word, 1);
	struct part *p = part_at(f, word);
	if (!p->word && ++f->n > SLOTS / 2)
		return; // a table that outgrew us: names are missing, nothing breaks
	if (!p->word)
		p->word = arena_copy(a, word.at, word.len);
	p->kinds |= 1u << kind;
}

struct furniture *furniture_read(struct arena *a)
{
	struct furniture *f = arena_new(a, struct furniture);
	struct slice rest = slice_of(embed_furniture), line, kind, word;
	while (slice_line(&rest, &line)) {
		int k = 0;
		slice_cut(&line, '\t', &kind);
		while (k < KIND_COUNT && !slice_is(kind, kind_names[k]))
			k++;
		bool phrases = k >= KIND_start;
		while (k < KIND_COUNT && slice_cut(&line, phrases ? '|' : ' ', &word))
			if (slice_trim(word).len)
				add(a, f, (enum kind)k, slice_trim(word));
	}
	return f;
}

static char lower(char c)
{
	return look_upper(c) ? (char)(c + 32) : c;
}

// A name that describes the page's state or layout: "has-comments", "foo-col-3", "post-6996".
static bool means_nothing(const struct furniture *f, struct slice name)
{
	for (each (p, &f->phrases[KIND_state].list)) {
		size_t n = strlen(*p);
		bool digit = (*p)[n - 1] == '0';
		for (size_t i = 0; i + n <= name.len; i++) {
			bool starts = !i || !(look_letter(name.at[i - 1]) || look_digit(name.at[i - 1]));
			size_t same = 0;
			while (starts && same < n - digit && lower(name.at[i + same]) == (*p)[same])
				same++;
			if (same == n - digit && starts && (!digit || look_digit(name.at[i + same])))
				return true;
		}
	}
	return false;
}

// The next part of a name, in lower case: cut at what is no letter or digit and where "aB" meets.
static bool next_part(struct slice *name, char out[NAME_MOST], struct slice *part)
{
	size_t i = 0, n = 0;
	while (i < name->len && !look_letter(name->at[i]) && !look_digit(name->at[i]))
		i++;
	while (i < name->len && (look_letter(name->at[i]) || look_digit(name->at[i]))) {
		bool hump = n && look_upper(name->at[i]) && !look_upper(name->at[i - 1]);
		if (hump)
			break;
		if (n < NAME_MOST)
			out[n++] = lower(name->at[i]);
		i++;
	}
	*name = look_from(*name, i);
	*part = (struct slice){ out, n };
	return n > 0;
}

// Which kinds of words of the table stand anywhere in a name that is in lower case and without its hyphens.
static unsigned anywhere(const struct furniture *f, struct slice flat)
{
	unsigned kinds = 0;
	for (size_t i = 0; i < flat.len; i++)
		for (each (w, &f->anywhere[(unsigned char)flat.at[i]].list))
			if (slice_starts(look_from(flat, i), w->word))
				kinds |= w->kinds;
	return kinds;
}

static unsigned read_name(const struct furniture *f, struct slice name)
{
	char flat[NAME_MOST], chars[NAME_MOST];
	struct slice rest = name, part;
	unsigned kinds = 0, out = 0;
	size_t n = 0;
	for (size_t i = 0; i < name.len && n < NAME_MOST; i++)
		if (name.at[i] != '-' && name.at[i] != '_')
			flat[n++] = lower(name.at[i]);
	bool state = means_nothing(f, name);
	while (next_part(&rest, chars, &part))
		kinds |= kinds_of(f, part);
	if (kinds >> KIND_dialog & 1 && !state)
		out |= FURNITURE_DIALOG;
	if (kinds >> KIND_aside & 1 && !state && !(kinds >> KIND_frame & 1))
		out |= FURNITURE_ASIDE;
	kinds |= anywhere(f, (struct slice){ flat, n });
	if (kinds >> KIND_body & 1)
		out |= FURNITURE_BODY;
	if (kinds >> KIND_lead & 1)
		out |= FURNITURE_LEAD;
	if (kinds >> KIND_hover & 1)
		out |= FURNITURE_HOVER;
	return out;
}

unsigned furniture_names(const struct furniture *f, struct slice names)
{
	unsigned out = 0;
	for (size_t i = 0, from = 0; i <= names.len; i++) {
		if (i < names.len && !look_space(names.at[i]))
			continue;
		if (i > from)
			out |= read_name(f, (struct slice){ names.at + from, i - from });
		from = i + 1;
	}
	return out;
}

static bool begins(struct slice line, const char *phrase)
{
	if (lower(line.at[0]) != lower(phrase[0]))
		return false; // as most do not
	size_t n = strlen(phrase);
	if (phrase[n - 1] != '*')
		return look_starts(line, phrase);
	for (size_t i = 0; i + 1 < n; i++)
		if (i >= line.len || lower(line.at[i]) != phrase[i])
			return false;
	return true;
}

static bool begins_any(const struct furniture *f, enum kind kind, struct slice line)
{
	for (each (p, &f->phrases[kind].list))
		if (line.len && begins(line, *p))
			return true;
	return false;
}

bool furniture_line(const struct furniture *f, struct slice line, uint32_t words, bool sentence)
{
	while (line.len && !look_letter(line.at[0]) && !look_digit(line.at[0]))
		line = look_from(line, 1);
	if (words >= LINE_MOST || !line.len)
		return false;
	if (begins_any(f, KIND_start, line))
		return true;
	if (words <= LABEL_MOST && !sentence && begins_any(f, KIND_label, line))
		return true;
	while (line.len && strchr(": ", line.at[line.len - 1]))
		line.len--;
	for (each (p, &f->phrases[KIND_whole].list))
		if (slice_is_nocase(line, *p))
			return true;
	return false;
}

bool furniture_caption(const struct furniture *f, struct slice line)
{
	while (line.len && strchr(" .", line.at[line.len - 1]))
		line.len--;
	for (each (p, &f->phrases[KIND_end].list)) {
		size_t n = strlen(*p);
		if (line.len >= n && slice_is_nocase(look_from(line, line.len - n), *p))
			return true;
	}
	if (!line.len || !strchr(")]", line.at[line.len - 1]))
		return false;
	size_t open = line.len;
	while (open && line.len - open < CAPTION_MOST * 2 && !strchr("([", line.at[open - 1]))
		open--;
	return open && strchr("([", line.at[open - 1]) && begins_any(f, KIND_bracket, look_from(line, open));
}
