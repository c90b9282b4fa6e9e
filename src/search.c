// Words are compared letter by letter without case and accents, and found inside of longer ones, too. There is no
// index: a case is read through in less time than a person needs to see that it was. The texts of an item are found in
// its JSON, so that a new kind of item is searched as well.
#include "search.h"

#include "base/utf8.h"
#include "case/format.h"
#include "case/json.h"

#include <stdlib.h>
#include <string.h>

enum {
	WORDS_MOST = 16,
	LETTERS_MOST = 64,
	BEFORE = 60, // bytes of a snippet on either side of the word, at least to the next blank
	AFTER = 120,
};

struct word {
	uint32_t letter[LETTERS_MOST];
	size_t n;
};

struct query {
	struct word word[WORDS_MOST];
	size_t n;
};

// --- letters ---

// U+00C0 to U+017F without their accents; a blank where there is none to take.
static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y"
			    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
			    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// 0: a mark over the letter before.
static uint32_t fold(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xc0 && c < 0x180 && latin[c - 0xc0] != ' ')
		return (uint32_t)latin[c - 0xc0];
	if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
		return c + 32;
	if (c >= 0x400 && c <= 0x40f)
		return c + 80;
	return c >= 0x300 && c < 0x370 ? 0 : c == 0x2019 ? '\'' : c;
}

static bool is_letter(uint32_t c)
{
	return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The next letter that counts, and where it ends; 0 at the end.
static uint32_t next(struct slice text, size_t *at)
{
	while (*at < text.len) {
		uint32_t c;
		size_t n = utf8_decode(text.at + *at, text.len - *at, &c);
		*at += n ? n : 1;
		if (n && (c = fold(c)))
			return c;
	}
	return 0;
}

static struct query query_of(const char *text)
{
	struct query q = { 0 };
	struct slice s = slice_of(text);
	size_t at = 0;
	bool inside = false;
	for (uint32_t c; (c = next(s, &at));) {
		bool blank = c <= ' ' || c == 0xa0;
		if (!blank && !inside && q.n == WORDS_MOST)
			break;
		q.n += !blank && !inside;
		inside = !blank;
		struct word *w = &q.word[q.n ? q.n - 1 : 0];
		if (inside && w->n < LETTERS_MOST)
			w->letter[w->n++] = c;
	}
	return q;
}

struct place {
	size_t from, to; // bytes; from SIZE_MAX: not there
	bool starts;     // at the beginning of a word
};

static bool stands_at(struct slice text, size_t at, const struct word *w, size_t *end)
{
	for (size_t i = 1; i < w->n; i++)
		if (next(text, &at) != w->letter[i])
			return false;
	*end = at;
	return true;
}

// The first place where the word stands, that at the beginning of a word before any other.
static struct place find(struct slice text, const struct word *w)
{
	struct place best = { SIZE_MAX, 0, false };
	uint32_t before = ' ', c;
	size_t at = 0, from = 0, end;
	for (; (c = next(text, &at)); before = c, from = at) {
		if (c != w->letter[0] || (is_letter(before) && best.from != SIZE_MAX) || !stands_at(text, at, w, &end))
			continue;
		best = (struct place){ utf8_floor(text.at, from), end, !is_letter(before) };
		if (best.starts)
			break;
	}
	return best;
}

// --- texts ---

struct hit {
	const char *kind, *id, *of, *field;
	struct slice text;
	struct place at;
	int rank; // the least first
	size_t order;
};

struct text {
	const char *field;
	struct slice text;
	int rank;
};

struct searching {
	struct arena *arena;
	struct query q;
	LIST(struct hit) hits;
	LIST(struct text) texts; // of the item that is looked at
};

// What is a text for a person, by its key; its rank beside the others.
static int rank_of(const char *key)
{
	static const char *const names[] = { "id", "title", "name" };
	static const char *const texts[] = { "say",     "ask",    "words",  "who",     "actor",    "why",
					     "because", "outlet", "byline", "changed", "echo_why", "access",
					     "record",  "path",   "credit", "url",     "canonical" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(key, names[i]))
			return 0;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (!strcmp(key, texts[i]))
			return 1;
	return -1;
}

static void add_text(struct searching *s, const char *field, struct slice text, int rank)
{
	list_push(s->arena, &s->texts, ((struct text){ field, text, rank }));
}

static void add_texts(struct searching *s, const struct node *n, const char *key, const char *field)
{
	if (n->kind == NODE_TEXT && rank_of(key) >= 0)
		add_text(s, field, slice_of(n->text), strcmp(key, field) ? 1 : rank_of(key));
	for (node_each (child, n)) {
		if (n->kind == NODE_LIST)
			add_texts(s, child, key, field);
		else if (strcmp(child->key, "hypotheses") != 0) // items of their own
			add_texts(s, child, child->key,
				  *field ? arena_printf(s->arena, "%s.%s", field, child->key) : child->key);
	}
}

// The item is a hit where each word stands in one of its texts; it is told by the text with the most of them.
static void look(struct searching *s, const char *kind, const char *id, const char *of)
{
	bool found[WORDS_MOST] = { false };
	struct hit best = { .kind = kind, .id = id, .of = of, .rank = -1 };
	size_t most = 0, all = 0;
	for (each (t, &s->texts)) {
		size_t n = 0;
		struct place first = { SIZE_MAX, 0, false };
		for (size_t w = 0; w < s->q.n; w++) {
			struct place p = find(t->text, &s->q.word[w]);
			if (p.from == SIZE_MAX || (!p.starts && !strcmp(t->field, "id")))
				continue; // the middle of an id says nothing
			first = n++ ? first : p;
			found[w] = true;
		}
		if (n < most || !n || (n == most && t->rank >= best.rank))
			continue;
		most = n;
		best.field = t->field;
		best.text = t->text;
		best.at = first;
		best.rank = t->rank;
	}
	for (size_t w = 0; w < s->q.n; w++)
		all += found[w];
	s->texts.n = 0;
	if (!s->q.n || all < s->q.n)
		return;
	best.rank = 2 * best.rank + !best.at.starts;
	best.order = s->hits.n;
	list_push(s->arena, &s->hits, best);
}

// --- what there is ---

static void look_hypotheses(struct searching *s, const struct node *question)
{
	for (node_each (h, node_get(question, "hypotheses"))) {
		add_texts(s, h, "", "");
		look(s, "hypotheses", node_get_text(h, "id"), node_get_text(question, "id"));
	}
}

static void look_items(struct searching *s, const struct the_case *c, const struct node *list)
{
	size_t i = 0;
	for (node_each (n, list)) {
		const char *of = node_get_text(n, !strcmp(list->key, "reports") ? "fact" : "document");
		add_texts(s, n, "", "");
		if (!strcmp(list->key, "documents") && c->documents.at[i].text)
			add_text(s, "text", (struct slice){ c->documents.at[i].text, c->documents.at[i].len }, 2);
		look(s, list->key, node_get_text(n, "id"), of);
		look_hypotheses(s, n);
		i++;
	}
}

// What one entry after another says why; of those that were entered together, the first.
static void look_journal(struct searching *s, const struct keep_journal *journal)
{
	long long step = 0;
	for (each (x, &journal->entries)) {
		if (x->step == step)
			continue;
		step = x->step;
		add_text(s, "why", slice_of(x->why), 2);
		look(s, "journal", arena_printf(s->arena, "%lld", x->row),
		     arena_printf(s->arena, "%s.%s", x->kind, x->id));
	}
}

// --- hits ---

static int by_rank(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank - y->rank;
	return x->order < y->order ? -1 : x->order > y->order;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Some words around the place, on one line.
static const char *snippet(struct arena *a, const struct hit *h)
{
	size_t from = h->at.from > BEFORE ? h->at.from - BEFORE : 0;
	size_t to = h->text.len - h->at.to > AFTER ? h->at.to + AFTER : h->text.len;
	while (from && from < h->at.from && !is_blank(h->text.at[from - 1]))
		from++;
	while (to < h->text.len && to > h->at.to && !is_blank(h->text.at[to]))
		to--;
	struct buf b = buf_in(a);
	buf_text(&b, from ? "… " : "");
	bool blank = false;
	for (size_t i = from; i < to; i++) {
		if (!is_blank(h->text.at[i]) || !blank)
			buf_char(&b, is_blank(h->text.at[i]) ? ' ' : h->text.at[i]);
		blank = is_blank(h->text.at[i]);
	}
	buf_text(&b, to < h->text.len ? " …" : "");
	return utf8_clean(a, buf_str(&b));
}

static void write_hits(struct buf *out, const struct searching *s, size_t most)
{
	struct arena *a = out->arena;
	struct node *list = node_list(a);
	for (size_t i = 0; i < s->hits.n && i < most; i++) {
		const struct hit *h = &s->hits.at[i];
		struct node *n = node_add(list, node_map(a));
		node_put_text(a, n, "kind", h->kind);
		node_put_text(a, n, "id", h->id);
		node_put_text(a, n, "of", h->of);
		node_put_text(a, n, "field", h->field);
		node_put_text(a, n, "snippet", snippet(a, h));
		node_put_number(a, n, "at", (double)utf8_count(h->text.at, h->at.from));
	}
	json_write_pretty(out, list);
}

void search_case(struct buf *out, const struct the_case *c, const struct keep_journal *journal, const char *words,
		 size_t most)
{
	struct searching s = { .arena = out->arena, .q = query_of(words) };
	struct the_case items = *c;
	items.statements.n = 0;
	for (int pass = 0; pass < 2; pass++) {
		struct node *tree = format_write_case(out->arena, &items);
		for (node_each (n, tree))
			if (n->kind == NODE_LIST)
				look_items(&s, c, n);
		// Statements count in bytes where no document is by: their places are not asked for here.
		items = (struct the_case){ .imprecision = -1 };
		items.statements = c->statements;
	}
	if (journal)
		look_journal(&s, journal);
	if (s.hits.n)
		qsort(s.hits.at, s.hits.n, sizeof *s.hits.at, by_rank);
	write_hits(out, &s, most);
}
