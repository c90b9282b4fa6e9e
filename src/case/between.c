// Independence is shown, never assumed: that no copying was found is no evidence, since who retells a story in his own
// words leaves none. What shows it is that each says whom it has spoken to or what it has seen itself; the same person
// twice is one source in two outlets.
#include "case/between.h"

#include "case/outlets.h"

#include <string.h>

#define X_WORD(w) #w,
static const char *const words[] = { BETWEEN_TABLE(X_WORD) };

const char *between_name(enum between b)
{
	return (unsigned)b < between_count ? words[b] : "";
}

bool between_read(struct slice text, enum between *b)
{
	for (int i = 0; i < between_count; i++)
		if (slice_is(text, words[i])) {
			*b = (enum between)i;
			return true;
		}
	return false;
}

const struct citation *between_first_hand(const struct document *d)
{
	for (each (c, &d->citations))
		if (c->kind == CITATION_OWN ||
		    (c->kind == CITATION_TOLD && d->outlet && outlets_same(c->outlet, d->outlet)))
			return c;
	return NULL;
}

static const char *name_of(const struct document *d)
{
	return d->outlet ? d->outlet : d->path ? d->path : d->id;
}

static bool same_owner(const char *x, const char *y)
{
	const struct outlet_entry *p = x ? outlets_find(slice_of(x)) : NULL, *q = y ? outlets_find(slice_of(y)) : NULL;
	if (outlets_same(x, y))
		return true;
	return p && q && p->outlet && q->outlet && p->outlet->owner && q->outlet->owner &&
	       !strcmp(p->outlet->owner, q->outlet->owner);
}

// The sentence around a place, up to the place: there the one who spoke is named.
static struct slice before(const struct document *d, span at)
{
	uint32_t from = 0;
	for (each (s, &d->sentences))
		if (s->from <= at.from && at.from < s->to)
			from = s->from;
	return (struct slice){ d->text + from, at.to - from };
}

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

// The next word with a capital, of three letters and more.
static bool next_name(struct slice *s, struct slice *name)
{
	for (size_t i = 0; i < s->len; i++) {
		if (!letter(s->at[i]) || (i && letter(s->at[i - 1])))
			continue;
		size_t to = i;
		while (to < s->len && letter(s->at[to]))
			to++;
		*name = (struct slice){ s->at + i, to - i };
		if (name->at[0] >= 'A' && name->at[0] <= 'Z' && name->len >= 3) {
			*s = (struct slice){ s->at + to, s->len - to };
			return true;
		}
		i = to - 1;
	}
	return false;
}

static bool is_article(struct slice s)
{
	static const char *const common[] = { "The", "This", "That", "One", "Two", "Our", "His", "Her", "But", "And" };
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (slice_is(s, common[i]))
			return true;
	return false;
}

static size_t count_names(struct slice s)
{
	size_t n = 0;
	for (struct slice name; next_name(&s, &name);)
		n += !is_article(name);
	return n;
}

// Whether both name somebody, and nobody who is named twice: who has no name may be anybody.
static bool different_people(struct slice x, struct slice y)
{
	for (struct slice a, rest = x; next_name(&rest, &a);)
		for (struct slice b, other = y; next_name(&other, &b);)
			if (!is_article(a) && a.len == b.len && !memcmp(a.at, b.at, a.len))
				return false;
	return count_names(x) && count_names(y);
}

// Whether an edge leads from one family to the other.
static bool tied(const struct tracing *t, size_t f, size_t g)
{
	for (each (e, &t->edges)) {
		size_t x = t->family[e->child], y = e->parent == SIZE_MAX ? SIZE_MAX : t->family[e->parent];
		if ((x == f && y == g) || (x == g && y == f))
			return true;
	}
	return false;
}

// Whether both name one outlet as their source, though its story is not at hand.
static bool share_source(const struct tracing *t, size_t f, size_t g)
{
	for (each (e, &t->edges)) {
		if (e->relation != RELATION_cites || t->family[e->child] != f)
			continue;
		for (each (o, &t->edges))
			if (o->relation == RELATION_cites && t->family[o->child] == g && outlets_same(e->name, o->name))
				return true;
	}
	return false;
}

// What was settled of the two documents, else of any two of their families; NULL: nothing.
static const struct settled *settled_of(const struct tracing *t, size_t x, size_t y)
{
	const struct settled *found = NULL;
	size_t f = t->family[x], g = t->family[y];
	for (each (s, &t->settled)) {
		size_t p = t->family[s->a], q = t->family[s->b];
		if ((s->a == x && s->b == y) || (s->a == y && s->b == x))
			return s;
		if (!found && f != g && s->is != BETWEEN_same && ((p == f && q == g) || (p == g && q == f)))
			found = s;
	}
	return found;
}

static const char *settled_why(struct arena *a, const struct settled *s)
{
	static const char *const said[between_count] = {
		[BETWEEN_same] = "An analyst found that they have one origin",
		[BETWEEN_independent] = "An analyst found that they are independent",
		[BETWEEN_open] = "An analyst found that neither is established",
	};
	return s->why ? arena_printf(a, "%s: %s", said[s->is], s->why) : arena_printf(a, "%s.", said[s->is]);
}

enum between between_documents(struct arena *a, const struct tracing *t, const struct document *const *docs, size_t x,
			       size_t y, const char **why)
{
	size_t f = t->family[x], g = t->family[y];
	const struct document *p = docs[t->root[x]], *q = docs[t->root[y]];
	const struct citation *c = between_first_hand(p), *d = between_first_hand(q);
	const struct settled *s = settled_of(t, x, y);
	if (s && (f == g) == (s->is == BETWEEN_same)) {
		*why = settled_why(a, s);
		return (enum between)s->is;
	}
	if (f == g) {
		*why = arena_printf(a, "Both lead back to %s.",
				    t->families.at[f].origin_name ? t->families.at[f].origin_name : name_of(p));
		return BETWEEN_same;
	}
	if (tied(t, f, g) || share_source(t, f, g))
		*why = "Their texts or their sources meet: whether one rests on the other is not established.";
	else if (!c || !d)
		*why = arena_printf(a, "%s does not say that it has it at first hand: it may rest on the other.",
				    name_of(c ? q : p));
	else if (same_owner(p->outlet, q->outlet))
		*why = "Both belong to one owner: that they worked apart is not established.";
	else if (!different_people(before(p, c->at), before(q, d->at)))
		*why = "They may have spoken to the same people.";
	else {
		*why = arena_printf(a, "Each says that it has it at first hand: %s (\"%.*s\") and %s (\"%.*s\").",
				    name_of(p), (int)span_len(c->at), p->text + c->at.from, name_of(q),
				    (int)span_len(d->at), q->text + d->at.from);
		return BETWEEN_independent;
	}
	return BETWEEN_open;
}
