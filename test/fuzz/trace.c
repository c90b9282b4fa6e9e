// Documents, and what comes from what: every document in one family, the tally adds up, places lie in the texts; the
// same in any order, and with an index that was kept, whole or damaged.
//
// Documents stand between lines of "%%". The first line of each is its outlet, title and date, with "|" between.
#include "base/utf8.h"
#include "case/json.h"
#include "trace/trace.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 24 };

static void need(bool fine)
{
	if (!fine)
		abort();
}

struct set {
	struct arena mem;
	const struct document *docs[MOST];
	size_t n;
};

// --- documents ---

static const char *field(struct arena *a, struct slice *line)
{
	ptrdiff_t end = slice_find(*line, "|");
	size_t n = end < 0 ? line->len : (size_t)end;
	const char *text = n ? arena_copy(a, line->at, n) : NULL;
	line->at += end < 0 ? n : n + 1;
	line->len -= end < 0 ? n : n + 1;
	return text;
}

// Sentences end with a full stop and a blank.
static void divide(struct arena *a, struct document *d)
{
	uint32_t paragraph = 0, sentence = 0;
	for (uint32_t i = 0; i <= d->len; i++) {
		bool ends = i == d->len || !strncmp(d->text + i, "\n\n", 2);
		if ((ends || (d->text[i] == ' ' && i && d->text[i - 1] == '.')) && i > sentence)
			list_push(a, &d->sentences, ((span){ sentence, i }));
		if (ends && i > paragraph)
			list_push(a, &d->paragraphs, ((span){ paragraph, i }));
		if (ends || (d->text[i] == ' ' && i && d->text[i - 1] == '.'))
			sentence = i + (ends ? 2 : 1);
		if (ends)
			paragraph = ++i + 1;
	}
}

// The first place where each other outlet is named cites it; "sources" are nobody with a name.
static void cite(struct arena *a, struct document *d, const struct set *s)
{
	for (size_t k = 0; k <= s->n; k++) {
		const char *name = k < s->n ? s->docs[k]->outlet : "sources";
		const char *at = name ? strstr(d->text, name) : NULL;
		if (!at)
			continue;
		uint32_t from = (uint32_t)(at - d->text), to = from + (uint32_t)strlen(name);
		enum citation_kind kind = k == s->n ? CITATION_UNNAMED : from ? CITATION_CITES : CITATION_CREDIT;
		list_push(a, &d->citations,
			  ((struct citation){ kind, k < s->n ? name : NULL, k % 2 != 0, { from, to }, SIZE_MAX }));
	}
}

static void add(struct set *s, struct slice part)
{
	struct document *d = arena_new(&s->mem, struct document);
	struct slice line = { 0 };
	slice_line(&part, &line);
	*d = (struct document){ .id = arena_printf(&s->mem, "d%02zu", s->n) };
	d->outlet = field(&s->mem, &line);
	d->title = field(&s->mem, &line);
	if (!date_read(slice_trim(line), &d->published))
		d->published = (struct date){ 0 };
	d->text = arena_copy(&s->mem, part.at, part.len);
	d->len = d->bytes = (uint32_t)strlen(d->text);
	divide(&s->mem, d);
	s->docs[s->n++] = d;
}

static struct set split(const char *at, size_t n)
{
	struct set s = { 0 };
	struct slice rest = { at, n };
	while (rest.len && s.n < MOST) {
		ptrdiff_t end = slice_find(rest, "\n%%\n");
		add(&s, (struct slice){ rest.at, end < 0 ? rest.len : (size_t)end });
		rest.len -= end < 0 ? rest.len : (size_t)end + 4;
		rest.at += end < 0 ? 0 : end + 4;
	}
	for (size_t i = 0; i < s.n; i++)
		cite(&s.mem, (struct document *)(uintptr_t)s.docs[i], &s);
	return s;
}

// --- what must hold ---

static bool share(double x)
{
	return x >= 0 && x <= 1;
}

static void check_edges(const struct tracing *t, const struct set *s)
{
	for (size_t i = 0; i < t->edges.n; i++) {
		const struct edge *e = &t->edges.at[i];
		need(e->child < s->n && (e->parent < s->n || e->parent == SIZE_MAX) && e->child != e->parent);
		need(!i || e[-1].child < e->child || (e[-1].child == e->child && e[-1].parent <= e->parent));
		need((unsigned)e->relation < relation_count && e->why && (e->parent != SIZE_MAX || e->name));
		need(share(e->similarity) && share(e->child_in_parent) && share(e->parent_in_child) && share(e->sure));
		uint32_t last = 0;
		for (each (p, &e->spans)) {
			need(p->from >= last && p->from < p->to && p->to <= s->docs[e->child]->len);
			last = p->from;
		}
	}
}

// Belongs to its family by an edge of its own, or by that of a text which it shares something with.
static bool is_tied(const struct tracing *t, size_t doc)
{
	if (origin_home(t, doc))
		return true;
	for (each (e, &t->edges))
		if (e->parent != SIZE_MAX && (e->child == doc || e->parent == doc) &&
		    t->family[e->child] == t->family[e->parent])
			return true;
	return false;
}

static void check_families(const struct tracing *t, const struct set *s)
{
	size_t members = 0, untraceable = 0;
	for (size_t f = 0; f < t->families.n; f++) {
		const struct family *x = &t->families.at[f];
		need(x->members.n > 0 && (x->origin == SIZE_MAX || x->members.at[0] == x->origin));
		need(x->origin != SIZE_MAX || (x->untraceable && x->origin_name));
		for (each (m, &x->members)) {
			need(*m < s->n && t->family[*m] == f);
			need(t->root[*m] < s->n && t->family[t->root[*m]] == f);
			need(t->root[t->root[*m]] == t->root[*m]);
			need(x->origin == SIZE_MAX || t->root[*m] == x->origin);
			need(*m == x->origin || is_tied(t, *m));
		}
		members += x->members.n;
		untraceable += x->untraceable;
	}
	need(members == s->n && t->tally.documents == s->n && t->tally.untraceable == untraceable);
	need(t->tally.origins + untraceable == t->families.n && t->tally.echoes == s->n - t->families.n);
}

static struct tracing trace(struct arena *a, const struct set *s, enum trace_level level, struct trace_kept *kept)
{
	struct tracing t;
	struct trace_options o = { .level = level, .kept = kept };
	trace_documents(a, s->docs, s->n, &o, &t);
	check_edges(&t, s);
	check_families(&t, s);
	return t;
}

static const char *printed(struct arena *a, const struct tracing *t, const struct set *s)
{
	struct buf b = buf_in(a);
	json_write(&b, origin_write(a, t, s->docs));
	origin_write_clusters(&b, t, s->docs);
	origin_write_edges(&b, t, s->docs);
	return buf_str(&b);
}

static const struct edge *edge_like(const struct tracing *t, const struct edge *e, size_t child, size_t parent)
{
	for (each (x, &t->edges))
		if (x->child == child && x->parent == parent && x->relation == e->relation &&
		    x->spans.n == e->spans.n && !strcmp(x->why, e->why))
			return x;
	return NULL;
}

static void check_reversed(struct arena *a, const struct set *s, enum trace_level level, const struct tracing *t)
{
	struct set back = { .n = s->n };
	size_t last = s->n - 1;
	for (size_t i = 0; i < s->n; i++)
		back.docs[last - i] = s->docs[i];
	struct tracing u = trace(a, &back, level, NULL);
	need(u.edges.n == t->edges.n && u.families.n == t->families.n && u.tally.origins == t->tally.origins);
	for (size_t i = 0; i < s->n; i++)
		need(u.root[last - i] == last - t->root[i]);
	for (each (e, &t->edges))
		need(edge_like(&u, e, last - e->child, e->parent == SIZE_MAX ? SIZE_MAX : last - e->parent));
}

// --- an index that was kept ---

static struct trace_kept kept_as(const struct segments *one)
{
	return (struct trace_kept){ .segments = one };
}

// The answer with one segment is `want`; returns how many hold.
static size_t with_segment(struct arena *a, const struct set *s, struct slice bytes, const char *want)
{
	struct segments one = { &bytes, 1, 1 };
	struct trace_kept kept = kept_as(&one);
	struct tracing t = trace(a, s, TRACE_REPORT, &kept);
	need(!strcmp(printed(a, &t, s), want));
	return kept.valid;
}

static void check_kept(const struct set *s, struct slice input)
{
	struct arena a = { 0 };
	struct segments none = { 0 };
	struct trace_kept kept = kept_as(&none);
	struct tracing t = trace(&a, s, TRACE_REPORT, NULL);
	const char *want = printed(&a, &t, s);
	t = trace(&a, s, TRACE_REPORT, &kept);
	need(!strcmp(printed(&a, &t, s), want) && kept.fresh.len > 0);
	need(with_segment(&a, s, kept.fresh, want) == 1);
	need(with_segment(&a, s, input, want) == 0);
	char *flipped = arena_copy(&a, kept.fresh.at, kept.fresh.len);
	flipped[(input.len * 31 + (unsigned char)*input.at) % kept.fresh.len] ^= 1 << input.len % 8;
	need(with_segment(&a, s, (struct slice){ flipped, kept.fresh.len }, want) == 0);
	struct set part = { .n = s->n / 2 };
	for (size_t i = 0; i < part.n; i++)
		part.docs[i] = s->docs[i];
	kept = kept_as(&none);
	trace(&a, &part, TRACE_REPORT, &kept);
	if (part.n)
		with_segment(&a, s, kept.fresh, want);
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	char *text = arena_copy(&a, (const char *)at, n);
	for (size_t i = 0; i < n; i++) // valid, as what was read is
		if (!text[i] || (text[i] & 0x80 && utf8_valid(text, n) != n))
			text[i] = ' ';
	struct set s = split(text, n);
	size_t families = s.n;
	for (enum trace_level level = TRACE_TEXT; s.n && level <= TRACE_STRICT; level++) {
		struct tracing t = trace(&a, &s, level, NULL);
		need(t.families.n <= families);
		families = t.families.n;
		check_reversed(&a, &s, level, &t);
	}
	if (s.n)
		check_kept(&s, (struct slice){ (const char *)at, n });
	arena_free(&s.mem);
	arena_free(&a);
	return 0;
}
