// A line names a statement, `[title]: text`, or an argument, `<title>: text`; what stands deeper below it and begins
// with a sign is in relation to it: `+` supports it and `-` attacks it, `+>` and `->` are supported and attacked by it.
// What has the same title is the same. Comments, tags, data and blocks of code are passed over.
#include "read/argdown.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { TAB = 4, MARK = 3 }; // columns; bytes of a byte order mark

// A place where a node is named.
struct mention {
	struct slice title; // with its bracket; none: it has no title
	const char *text;
	size_t indent, heading, line, node;
	size_t parent; // mention, SIZE_MAX: it stands in no relation
	bool attacks, outward;
};

struct reading {
	struct arena *arena;
	struct argdown *out;
	LIST(struct mention) mentions;
	LIST(size_t) open; // mentions that lines below may hang on, each deeper than the one before
	struct buf text;   // of the last mention
	bool continues;    // the next line may go on with it
};

// --- text ---

// Blanks out what stands between two marks, which may go over lines; these stay, so that lines keep their numbers.
static struct slice without_comments(struct arena *a, struct slice s)
{
	static const char *const marks[][2] = { { "/*", "*/" }, { "<!--", "-->" } };
	char *kept = arena_take(a, s.len + 1);
	const char *until = NULL;
	memcpy(kept, s.at, s.len);
	for (size_t i = 0; i < s.len; i++) {
		struct slice rest = { s.at + i, s.len - i };
		for (int m = 0; !until && m < 2; m++)
			until = slice_starts(rest, marks[m][0]) ? marks[m][1] : NULL;
		bool ends = until && slice_starts(rest, until);
		for (size_t k = 0, n = ends ? strlen(until) : 1; until && k < n; k++)
			if (kept[i + k] != '\n' && kept[i + k] != '\r')
				kept[i + k] = ' ';
		i += ends ? strlen(until) - 1 : 0;
		until = ends ? NULL : until;
	}
	return (struct slice){ kept, s.len };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

// A comment to the end of a line begins it, or follows white space: an address is none.
static struct slice without_end(struct slice s)
{
	for (size_t i = 0; i + 1 < s.len; i++)
		if (s.at[i] == '/' && s.at[i + 1] == '/' && (!i || is_blank(s.at[i - 1])))
			return (struct slice){ s.at, i };
	return s;
}

// Words as they read: without escapes, data in braces, and tags.
static const char *plain(struct arena *a, struct slice s)
{
	struct buf b = buf_in(a);
	size_t braces = 0;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		if (c == '\\' && i + 1 < s.len) {
			if (!braces)
				buf_char(&b, s.at[i + 1]);
			i++;
		} else if (c == '{' || (c == '}' && braces)) {
			braces += c == '{' ? 1 : -(size_t)1;
		} else if (!braces && c == '#' && i + 1 < s.len && !is_blank(s.at[i + 1]) &&
			   (!i || is_blank(s.at[i - 1]))) {
			char end = s.at[i + 1] == '(' ? ')' : ' ';
			while (i + 1 < s.len && s.at[i + 1] != end)
				i++;
			i += end == ')';
		} else if (!braces) {
			buf_char(&b, c);
		}
	}
	struct slice t = slice_trim((struct slice){ buf_str(&b), b.n });
	return arena_copy(a, t.at, t.len);
}

// --- lines ---

struct sign {
	const char *mark;
	bool taken, attacks, outward; // taken: else it is of a relation that is left out
};

// The longest first.
static const struct sign signs[] = {
	{ "+>", true, false, true },   { "->", true, true, true },    { "<+", true, false, false },
	{ "<-", true, true, false },   { "><", false, false, false }, { "<_", false, false, false },
	{ "_>", false, false, false }, { "+", true, false, false },   { "-", true, true, false },
	{ "_", false, false, false },  { "*", false, false, false },
};

static const struct sign *sign_of(struct slice s)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = strlen(signs[i].mark);
		if (slice_starts(s, signs[i].mark) && s.len > n && is_blank(s.at[n]))
			return &signs[i];
	}
	return NULL;
}

// Takes a title in brackets off, with what opens it; none where there is none.
static struct slice take_title(struct slice *s)
{
	struct slice title = { 0 };
	size_t at = s->len && s->at[0] == '@' ? 1 : 0;
	char end = s->len > at && s->at[at] == '[' ? ']' : s->len > at && s->at[at] == '<' ? '>' : 0;
	for (size_t i = at + 1; end && i < s->len; i++) {
		if (s->at[i] == '\\') {
			i++;
		} else if (s->at[i] == end) {
			title = (struct slice){ s->at + at, i - at };
			*s = slice_trim((struct slice){ s->at + i + 1, s->len - i - 1 });
			break;
		}
	}
	return title;
}

static void end_mention(struct reading *r)
{
	if (r->text.n)
		r->mentions.at[r->mentions.n - 1].text = buf_str(&r->text);
	r->text = buf_in(r->arena);
}

static void add_words(struct reading *r, struct slice s)
{
	const char *words = plain(r->arena, s);
	if (*words)
		buf_printf(&r->text, "%s%s", r->text.n ? " " : "", words);
}

static void add_mention(struct reading *r, struct slice s, size_t indent, const struct sign *sign, size_t line)
{
	end_mention(r);
	struct mention m = { .indent = indent, .line = line, .heading = r->out->headings.n, .parent = SIZE_MAX };
	m.title = take_title(&s);
	bool says = !m.title.len || slice_starts(s, ":");
	if (m.title.len && says)
		s = slice_trim((struct slice){ s.at + 1, s.len - 1 });
	if (says)
		add_words(r, s);
	while (r->open.n && r->mentions.at[r->open.at[r->open.n - 1]].indent >= indent)
		r->open.n--;
	if (sign && r->open.n) {
		m.parent = r->open.at[r->open.n - 1];
		m.attacks = sign->attacks;
		m.outward = sign->outward;
	}
	list_push(r->arena, &r->open, r->mentions.n);
	list_push(r->arena, &r->mentions, m);
	r->continues = says;
}

static bool is_premise(struct slice s)
{
	size_t i = 1;
	while (i < s.len && s.at[i] >= '0' && s.at[i] <= '9')
		i++;
	return slice_starts(s, "--") || (s.len && s.at[0] == '(' && i > 1 && i < s.len && s.at[i] == ')');
}

static void read_line(struct reading *r, struct slice line, size_t number)
{
	size_t indent = 0;
	for (size_t i = 0; i < line.len && is_blank(line.at[i]); i++)
		indent += line.at[i] == '\t' ? TAB : 1;
	struct slice s = slice_trim(line);
	const struct sign *sign = sign_of(s);
	if (!s.len) {
		r->continues = false;
	} else if (s.at[0] == '#' && !sign && slice_find(s, "# ") >= 0 && (size_t)slice_find(s, "# ") < 6) {
		size_t n = (size_t)slice_find(s, "# ") + 1;
		list_push(r->arena, &r->out->headings,
			  plain(r->arena, slice_trim((struct slice){ s.at + n, s.len - n })));
		r->open.n = 0;
		r->continues = false;
	} else if (is_premise(s) || (sign && !sign->taken)) {
		r->out->left++;
		r->continues = false;
	} else if (sign) {
		size_t n = strlen(sign->mark);
		add_mention(r, slice_trim((struct slice){ s.at + n, s.len - n }), indent, sign, number);
	} else if (r->continues && s.at[0] != '[' && s.at[0] != '<') {
		add_words(r, s);
	} else {
		add_mention(r, s, indent, NULL, number);
	}
}

// "title: ..." of the data at the top.
static void read_title(struct reading *r, struct slice s)
{
	if (!slice_starts(s, "title:") || r->out->title)
		return;
	s = slice_trim((struct slice){ s.at + 6, s.len - 6 });
	if (s.len > 1 && (s.at[0] == '"' || s.at[0] == '\'') && s.at[s.len - 1] == s.at[0])
		s = (struct slice){ s.at + 1, s.len - 2 };
	r->out->title = s.len ? plain(r->arena, s) : NULL;
}

static void read_lines(struct reading *r, struct slice rest)
{
	bool data = false, code = false, begun = false;
	size_t number = 0;
	for (struct slice line; slice_line(&rest, &line);) {
		struct slice s = slice_trim(line);
		number++;
		if (!code && slice_starts(s, "===") && (data || !begun))
			data = !data;
		else if (slice_starts(s, "```"))
			code = !code;
		else if (data)
			read_title(r, s);
		else if (!code)
			read_line(r, without_end(line), number);
		begun |= s.len > 0;
	}
}

// --- nodes ---

static int by_title(const void *a, const void *b)
{
	const struct mention *x = *(const struct mention *const *)a, *y = *(const struct mention *const *)b;
	size_t n = x->title.len < y->title.len ? x->title.len : y->title.len;
	int d = n ? memcmp(x->title.at, y->title.at, n) : 0;
	d = d ? d : (x->title.len > y->title.len) - (x->title.len < y->title.len);
	return d ? d : (x > y) - (x < y); // in the order of the text
}

// Mentions of one title get the first one's place as their node.
static void unite(struct reading *r)
{
	size_t n = r->mentions.n;
	struct mention **sorted = arena_array(r->arena, struct mention *, n + 1);
	for (size_t i = 0; i < n; i++)
		sorted[i] = &r->mentions.at[i];
	qsort(sorted, n, sizeof *sorted, by_title);
	for (size_t i = 0, first = 0; i < n; i++) {
		const struct slice x = sorted[i]->title, y = sorted[first]->title;
		if (!x.len || x.len != y.len || memcmp(x.at, y.at, x.len) != 0)
			first = i;
		sorted[i]->node = (size_t)(sorted[first] - r->mentions.at);
	}
}

static const char *title_of(struct arena *a, struct slice title)
{
	return title.len ? plain(a, (struct slice){ title.at + 1, title.len - 1 }) : NULL;
}

static void make_nodes(struct reading *r)
{
	struct argdown *out = r->out;
	for (size_t i = 0; i < r->mentions.n; i++) {
		struct mention *m = &r->mentions.at[i];
		size_t first = m->node;
		if (first == i) {
			m->node = out->nodes.n;
			list_push(
			    r->arena, &out->nodes,
			    ((struct argdown_node){ title_of(r->arena, m->title), m->text, m->heading, m->line }));
		} else {
			m->node = r->mentions.at[first].node;
			if (!out->nodes.at[m->node].text)
				out->nodes.at[m->node].text = m->text;
		}
		if (m->parent == SIZE_MAX)
			continue;
		size_t parent = r->mentions.at[m->parent].node;
		list_push(r->arena, &out->edges,
			  ((struct argdown_edge){ m->outward ? parent : m->node, m->outward ? m->node : parent,
						  m->attacks }));
	}
}

enum status argdown_read(struct arena *a, struct slice bytes, struct argdown *out, struct err *e)
{
	struct reading r = { .arena = a, .out = out, .text = buf_in(a) };
	*out = (struct argdown){ 0 };
	if (slice_starts(bytes, "\xef\xbb\xbf"))
		bytes = (struct slice){ bytes.at + MARK, bytes.len - MARK };
	if (utf8_valid(bytes.at, bytes.len) != bytes.len || (bytes.len && memchr(bytes.at, 0, bytes.len)))
		return err_set(e, STATUS_BAD_INPUT, "not text in UTF-8");
	read_lines(&r, without_comments(a, bytes));
	end_mention(&r);
	if (r.mentions.n > LIMIT_CELLS)
		return err_set(e, STATUS_LIMIT, "%zu statements, more than the limit CELLS of %d", r.mentions.n,
			       LIMIT_CELLS);
	unite(&r);
	make_nodes(&r);
	return STATUS_OK;
}
