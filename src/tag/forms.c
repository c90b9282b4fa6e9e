// One pass over the bytes with bounded look-ahead. What decides is the class of a byte; of what is not ASCII only
// quotation marks, dashes, dots and spaces are told apart, and the rest are letters.
#include "tag/forms.h"

#include <string.h>

enum class { OTHER, SPACE, LETTER, DIGIT };

static enum class class_of(unsigned char b) {
	if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b >= 0x80) return LETTER;
	if (b >= '0' && b <= '9') return DIGIT;
	return b <= ' ' || b == 0x7f ? SPACE : OTHER;
}

// Marks that are not ASCII, as the ASCII that stands for them: quotation marks that open and close are '`' and '"'.
struct mark {
	char as; // 0: none is here
	unsigned char len;
	bool opens, closes, single;
};

static struct mark mark_at(const char *at, const char *end)
{
	const unsigned char *b = (const unsigned char *)at;
	if (*b == 0xc2 && end - at > 1) {
		if (b[1] == 0xa0)
			return (struct mark){ ' ', 2, false, false, false };
		if (b[1] == 0xab)
			return (struct mark){ '"', 2, true, false, false };
		if (b[1] == 0xbb)
			return (struct mark){ '"', 2, false, true, false };
	}
	if (*b != 0xe2 || end - at < 3 || b[1] != 0x80)
		return (struct mark){ 0 };
	switch (b[2]) {
	case 0x98:
		return (struct mark){ '\'', 3, true, false, true };
	case 0x99:
		return (struct mark){ '\'', 3, false, true, true };
	case 0x9c:
	case 0x9e:
		return (struct mark){ '"', 3, true, false, false };
	case 0x9d:
		return (struct mark){ '"', 3, false, true, false };
	case 0x92:
	case 0x93:
	case 0x94:
	case 0x95:
		return (struct mark){ '-', 3, false, false, false };
	case 0xa6:
		return (struct mark){ '.', 3, false, false, false };
	case 0xa8:
	case 0xa9:
	case 0xaf:
	case 0x8b:
		return (struct mark){ ' ', 3, false, false, false };
	default:
		return (struct mark){ b[2] <= 0x8f ? ' ' : '*', 3, false, false, false };
	}
}

struct cutter {
	const char *text;
	uint32_t at, end;
	struct forms *out;
	int quotation, open; // quotations so far; the number of the one that is open, or 0
	bool single;         // the open one has single marks
};

static bool apostrophe(const struct cutter *c, uint32_t at, uint32_t *len)
{
	if (at >= c->end)
		return false;
	*len = 1;
	if (c->text[at] == '\'')
		return true;
	*len = 3;
	return (unsigned char)c->text[at] == 0xe2 && mark_at(c->text + at, c->text + c->end).as == '\'' &&
	       (unsigned char)c->text[at + 2] == 0x99;
}

// A letter or digit begins here, and no mark that is not ASCII.
static bool wordy(const struct cutter *c, uint32_t at)
{
	if (at >= c->end)
		return false;
	unsigned char b = (unsigned char)c->text[at];
	enum class k = class_of(b);
	return (k == LETTER && (b < 0x80 || !mark_at(c->text + at, c->text + c->end).as)) || k == DIGIT;
}

// Words that keep the point behind them: "U.S.", "p.m.", "J.", "Gen.". One with a point inside keeps it where its last
// letter stands alone.
static bool keeps_point(const char *word, size_t n)
{
	static const char known[] = " mr mrs ms dr sen sens rep reps gov gen lt col maj sgt capt cmdr adm prof rev st "
				    "jr sr jan feb mar apr aug sept sep oct nov dec inc corp co ltd bros vs no ";
	bool capital = word[0] >= 'A' && word[0] <= 'Z';
	if (memchr(word, '.', n))
		return word[n - 2] == '.';
	if (n == 1)
		return capital && word[0] != 'I';
	char low[8] = " ";
	if (!capital || n > sizeof low - 4)
		return false;
	for (size_t i = 0; i < n; i++)
		low[i + 1] = (char)(word[i] | 0x20);
	low[n + 1] = ' ';
	return strstr(known, low);
}

static uint32_t address_end(const struct cutter *c)
{
	uint32_t at = c->at;
	while (at < c->end && class_of((unsigned char)c->text[at]) != SPACE)
		at++;
	while (at > c->at + 8 && strchr(".,;:!?)\"'", c->text[at - 1]))
		at--;
	return at;
}

static uint32_t word_end(const struct cutter *c)
{
	const char *t = c->text;
	uint32_t at = c->at, len;
	if (c->end - at > 8 && !memcmp(t + at, "http", 4) && memchr(t + at + 4, ':', 2))
		return address_end(c);
	if (t[at] == '#' || t[at] == '@')
		at++;
	for (;;) {
		while (wordy(c, at))
			at++;
		if (at >= c->end)
			return at;
		bool follows = wordy(c, at + 1);
		switch (t[at]) {
		case '-':
		case '/':
		case '&':
		case '_':
		case '@':
			if (!follows)
				return at;
			break;
		case '.':
			if (!follows)
				return at + keeps_point(t + c->at, at - c->at);
			break;
		case ',':
		case ':':
			if (!follows || class_of((unsigned char)t[at - 1]) != DIGIT ||
			    class_of((unsigned char)t[at + 1]) != DIGIT)
				return at;
			break;
		default:
			if (!apostrophe(c, at, &len) || !wordy(c, at + len))
				return at;
			at += len - 1;
		}
		at++;
	}
}

static inline uint32_t mixed(uint32_t h, unsigned char b)
{
	return (h ^ b) * 0x01000193u; // FNV-1a
}

// The avalanche of MurmurHash3, so that all bits of a hash can be used.
static inline uint32_t finished(uint32_t h)
{
	h ^= h >> 16;
	h *= 0x85ebca6bu;
	h ^= h >> 13;
	h *= 0xc2b2ae35u;
	return h ^ h >> 16;
}

static inline unsigned char lowered(unsigned char b)
{
	return b >= 'A' && b <= 'Z' ? b | 0x20 : b >= '0' && b <= '9' ? '0' : b;
}

uint32_t forms_hash(const char *word, size_t n)
{
	uint32_t h = 0x811c9dc5u;
	for (size_t i = 0; i < n; i++)
		h = mixed(h, lowered((unsigned char)word[i]));
	return finished(h);
}

static struct wordform *add(struct cutter *c, uint32_t from, uint32_t to)
{
	struct wordform *f = &c->out->at[c->out->n++];
	*f = (struct wordform){ .from = from, .to = to, .quotation = (uint16_t)c->open };
	return f;
}

static void take_word(struct cutter *c, uint32_t to)
{
	struct wordform *f = add(c, c->at, to);
	const unsigned char *b = (const unsigned char *)c->text + c->at;
	size_t n = to - c->at;
	uint32_t exact = 0x811c9dc5u, low = 0x811c9dc5u, capitals = 0, small = 0;
	char tail[3] = { 0 };
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char x = b[i];
		if (x == 0xe2 && i + 2 < n && b[i + 1] == 0x80 && (b[i + 2] | 1) == 0x99) {
			x = '\'';
			i += 2;
		}
		unsigned char l = lowered(x);
		exact = mixed(exact, x >= '0' && x <= '9' ? '0' : x);
		low = mixed(low, l);
		capitals += x >= 'A' && x <= 'Z';
		small += x >= 'a' && x <= 'z';
		f->shape |= (x >= '0' && x <= '9' ? FORM_DIGIT : 0) | (x == '-' ? FORM_HYPHEN : 0);
		if (kept < 2)
			f->head2 = f->head2 << 8 | l;
		tail[0] = tail[1];
		tail[1] = tail[2];
		tail[2] = (char)l;
		kept++;
	}
	f->exact = finished(exact);
	f->low = finished(low);
	f->tail2 = (uint32_t)(unsigned char)tail[1] << 8 | (unsigned char)tail[2];
	f->tail3 = f->tail2 | (uint32_t)(unsigned char)tail[0] << 16;
	bool letter = class_of(b[0]) == LETTER;
	f->shape |= (letter ? FORM_WORD : 0) | (b[0] >= 'A' && b[0] <= 'Z' ? FORM_CAPITAL : 0) |
		    (capitals > 1 && !small ? FORM_SHOUT : 0);
	c->at = to;
}

// "Clinton's" is two, as are "don't" and "cannot": where the second begins, or `to`.
static uint32_t clitic(const struct cutter *c, uint32_t to)
{
	static const char *const ends[] = { "s", "re", "ve", "ll", "d", "m" };
	const char *t = c->text;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);
		for (uint32_t len = 1; len <= 3; len += 2) {
			uint32_t is, from = to - (uint32_t)n - len;
			if (to - c->at > n + len && apostrophe(c, from, &is) && is == len &&
			    (t[to - n] | 0x20) == ends[i][0] && (n == 1 || (t[to - 1] | 0x20) == ends[i][1]))
				return from;
		}
	}
	for (uint32_t len = 1; len <= 3; len += 2) {
		uint32_t is, mark = to - 1 - len;
		if (to - c->at > 2 + len && (t[to - 1] | 0x20) == 't' && apostrophe(c, mark, &is) && is == len &&
		    (t[mark - 1] | 0x20) == 'n')
			return mark - 1;
	}
	if (to - c->at == 6 && (t[c->at] | 0x20) == 'c' && !memcmp(t + c->at + 1, "annot", 5))
		return c->at + 3;
	return to;
}

static void take_mark(struct cutter *c)
{
	const char *t = c->text;
	struct mark m = mark_at(t + c->at, t + c->end);
	uint32_t len = m.as ? m.len : 1;
	char as = m.as ? m.as : t[c->at];
	bool before =
	    c->at > 0 && class_of((unsigned char)t[c->at - 1]) != SPACE && t[c->at - 1] != '(' && t[c->at - 1] != '[';
	bool after = wordy(c, c->at + len);
	if (as == '-' || as == '.' || as == '*')
		while (c->at + len < c->end && t[c->at + len] == t[c->at])
			len++;
	bool opens = m.opens, closes = m.closes;
	if (as == '"' && !m.as) {
		closes = c->open && !c->single;
		opens = !closes;
	} else if (as == '\'') {
		opens = (m.as ? opens : !before && after) && !c->open;
		closes = !opens && c->open && c->single && before && !after;
	}
	if (closes && !c->open)
		closes = as == '"';
	if (opens) {
		c->open = ++c->quotation;
		c->single = as == '\'';
	}
	struct wordform *f = add(c, c->at, c->at + len);
	if (closes)
		c->open = 0;
	if (opens || closes)
		as = opens ? '`' : '"';
	f->shape |= FORM_MARK |
		    (opens    ? FORM_OPENS
		     : closes ? FORM_CLOSES
			      : 0) |
		    (as == '.' || as == '!' || as == '?' ? FORM_ENDS : 0) | (as == ',' ? FORM_COMMA : 0) |
		    (as == ':' || as == ';' || as == '-' ? FORM_COLON : 0);
	char name[2] = { as, 0 };
	if (as == '.' && len > 1)
		name[0] = '~';
	f->exact = f->low = forms_hash(name, 1);
	f->tail2 = f->tail3 = f->head2 = (unsigned char)name[0];
	c->at += len;
}

static void take(struct cutter *c)
{
	unsigned char b = (unsigned char)c->text[c->at];
	uint32_t len = 0;
	if (class_of(b) == SPACE) {
		c->at++;
		return;
	}
	struct mark m = b >= 0x80 ? mark_at(c->text + c->at, c->text + c->end) : (struct mark){ 0 };
	if (m.as == ' ') {
		c->at += m.len;
		return;
	}
	bool tag = (b == '#' || b == '@') && wordy(c, c->at + 1);
	if (wordy(c, c->at) || tag) {
		uint32_t to = word_end(c), split = clitic(c, to);
		take_word(c, split);
		if (split < to && c->out->n < FORMS_MOST)
			take_word(c, to);
	} else if (apostrophe(c, c->at, &len) && c->out->n && c->out->at[c->out->n - 1].to == c->at &&
		   c->at + len < c->end && (c->text[c->at + len] | 0x20) == 's' && !wordy(c, c->at + len + 1)) {
		take_word(c, c->at + len + 1); // "U.S.'s", where the word ended before
	} else {
		take_mark(c);
	}
}

struct forms forms_room(struct arena *a)
{
	return (struct forms){ .at = arena_array(a, struct wordform, FORMS_MOST),
			       .start = arena_array(a, uint32_t, FORMS_MOST + 1) };
}

size_t forms_cut(const char *text, const span *sentences, size_t n, uint32_t *rest, struct forms *out)
{
	struct cutter c = { .text = text, .out = out };
	size_t taken = 0;
	uint32_t from = *rest;
	out->text = text;
	out->n = out->sentences = 0;
	*rest = 0;
	for (; taken < n && !*rest; taken++, from = 0) {
		int start = out->n;
		struct cutter before = c;
		c.at = from ? from : sentences[taken].from;
		c.end = sentences[taken].to;
		while (c.at < c.end && out->n < FORMS_MOST)
			take(&c);
		if (c.at < c.end && start) { // it begins the next unit
			c = before;
			out->n = start;
			break;
		}
		*rest = c.at < c.end ? c.at : 0;
		if (out->n == start)
			continue;
		out->start[out->sentences] = (uint32_t)start;
		out->at[start].shape |= FORM_FIRST;
		out->at[out->n - 1].shape |= FORM_LAST;
		for (int i = start; i < out->n; i++)
			out->at[i].sentence = (uint16_t)out->sentences;
		out->sentences++;
	}
	out->start[out->sentences] = (uint32_t)out->n;
	return *rest ? taken - 1 : taken;
}
