#include "tag/reading.h"

#include "tag/mix.h"

static uint32_t few(int x, int most)
{
	return (uint32_t)(x < 0 ? 0 : x > most ? most : x);
}

static uint32_t size_of(int n)
{
	return n < 4 ? few(n, 3) : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : n < 35 ? 7 : n < 60 ? 8 : 9;
}

static uint32_t sure(float p)
{
	return p < .1f ? 0 : p < .3f ? 1 : p < .5f ? 2 : p < .7f ? 3 : p < .9f ? 4 : 5;
}

// A reading with what all its features need.
struct look {
	const struct unit *u;
	const float (*role)[CHAIN_ROOM];
	const struct reading *r;
	uint32_t *f;
	int n;
	int main;            // of the cue
	uint32_t word, kind; // of that
	uint32_t quoted;     // whether the cue stands in a quotation
	uint32_t shape;      // in which order source, cue and content stand
};

static void put(struct look *l, uint32_t feature)
{
	if (l->n < READING_FEATURES)
		l->f[l->n++] = feature;
}

static bool is_mark(const struct unit *u, int i)
{
	return unit_form(u, i)->shape & (FORM_MARK | FORM_OPENS | FORM_CLOSES);
}

static uint32_t edge(const struct unit *u, int i)
{
	return unit_form(u, i)->shape & FORM_EDGES;
}

static uint32_t tags(const struct unit *u, int i, int k)
{
	return unit_tag(u, i) << 8 | unit_tag(u, k);
}

enum where { NOWHERE, IN_CUE, IN_SOURCE, IN_CONTENT, ELSEWHERE };

static enum where where(const struct reading *r, int i)
{
	if (i < 0)
		return NOWHERE;
	if (i >= r->cue.from && i < r->cue.to)
		return IN_CUE;
	if (parts_hold(r->source, r->sources, i))
		return IN_SOURCE;
	return parts_hold(r->content, r->contents, i) ? IN_CONTENT : ELSEWHERE;
}

// How a part hangs in the tree: how many of its words hang on words outside, the last of them and what it hangs on;
// how many words of nobody hang on words inside. One and none is a phrase.
struct roots {
	int out, in, word;
	enum where on;
};

static struct roots roots_of(const struct look *l, struct tag_part p)
{
	const struct unit *u = l->u;
	struct roots x = { .word = p.from };
	int lo = p.from, hi = p.to;
	for (int i = p.from; i < p.to; i++) {
		int h = u->head[i];
		lo = u->first[i] < lo ? u->first[i] : lo;
		hi = u->last[i] >= hi ? u->last[i] + 1 : hi;
		if (is_mark(u, i) || (h >= p.from && h < p.to))
			continue;
		x.out++;
		x.word = i;
		x.on = where(l->r, h);
	}
	for (int i = lo; i < hi; i++) {
		bool inside = i >= p.from && i < p.to, below = u->head[i] >= p.from && u->head[i] < p.to;
		x.in += !inside && below && !is_mark(u, i) && where(l->r, i) == ELSEWHERE;
	}
	return x;
}

// Whether quotation marks are paired in a part, and whether it begins and ends in a quotation.
static uint32_t quotes_of(const struct unit *u, struct tag_part p)
{
	int opens = 0, closes = 0;
	for (int i = p.from; i < p.to; i++) {
		opens += !!(u->forms.at[i].shape & FORM_OPENS);
		closes += !!(u->forms.at[i].shape & FORM_CLOSES);
	}
	const struct wordform *a = &u->forms.at[p.from], *z = &u->forms.at[p.to - 1];
	uint32_t balance = opens > closes ? 2 : opens < closes ? 3 : opens > 0;
	return balance << 3 | (uint32_t)(a->quotation > 0) << 2 | (uint32_t)(z->quotation > 0) << 1 |
	       (a->quotation == z->quotation);
}

// A part, what its features need.
struct part {
	struct tag_part p;
	int label;                                      // ROLES_SOURCE or ROLES_CONTENT
	uint32_t side;                                  // source or content, before or behind the cue
	const struct wordform *before, *a, *z, *behind; // its first and last word, and those around
	struct roots roots;
	uint32_t hang, quotes, size, whole; // roots; quotes_of; size; sentences, and whether it begins and ends one
};

static struct part part_of(const struct look *l, struct tag_part p, int label)
{
	const struct unit *u = l->u;
	struct part x = { .p = p, .label = label, .roots = roots_of(l, p), .quotes = quotes_of(u, p) };
	x.side = (uint32_t)(label == ROLES_CONTENT) << 1 | (p.from > l->r->cue.from);
	x.before = unit_form(u, p.from - 1);
	x.a = unit_form(u, p.from);
	x.z = unit_form(u, p.to - 1);
	x.behind = unit_form(u, p.to);
	x.hang = few(x.roots.out, 3) << 8 | few(x.roots.in, 3) << 4 | x.roots.on;
	x.size = size_of(p.to - p.from);
	x.whole = few(x.z->sentence - x.a->sentence, 3) << 2 | (uint32_t) !!(x.a->shape & FORM_FIRST) << 1 |
		  !!((x.z->shape | x.behind->shape) & FORM_LAST);
	return x;
}

// Whether it is a phrase, and of what.
static void see_phrase(struct look *l, const struct part *x)
{
	const struct unit *u = l->u;
	int from = x->p.from, to = x->p.to, word = x->roots.word;
	uint32_t top = unit_tag(u, word) << 16 | (uint32_t)u->kind[word] << 8 | u->flags[word];
	put(l, mix3(301, x->side, x->hang, x->quotes));
	put(l, mix3(302, x->side, x->hang, edge(u, to - 1) << 16 | edge(u, to)));
	put(l, mix3(303, x->side, x->hang, edge(u, from) << 16 | edge(u, from - 1)));
	put(l, mix3(304, x->side, x->hang, l->kind));
	put(l, mix3(305, x->side, few(x->roots.out, 3) << 4 | x->roots.on, tags(u, from, to)));
	put(l, mix3(321, x->side, u->above[from] << 8 | u->kind[from], x->hang));
	put(l, mix3(322, x->side, x->hang, x->size));
	put(l, mix3(323, x->side, x->hang << 8 | unit_tag(u, from), l->shape));
	put(l, mix3(391, x->side, top, l->kind));
	put(l, mix3(392, x->side, top, l->word));
	put(l, mix3(393, x->side, u->forms.at[word].low, l->kind));
	put(l, mix3(394, x->side, u->forms.at[word].low, l->word));
	put(l, mix3(395, x->side, u->above[word] << 8 | unit_tag(u, word), l->word));
	put(l, mix3(396, x->side, top, l->shape));
}

// Where it begins and ends, and how long it is.
static void see_ends(struct look *l, const struct part *x)
{
	const struct unit *u = l->u;
	int from = x->p.from, to = x->p.to;
	put(l, mix3(306, x->side, x->a->low, x->before->low));
	put(l, mix3(307, x->side, tags(u, from, from - 1), edge(u, from) << 16 | edge(u, from - 1)));
	put(l, mix3(308, x->side, tags(u, to - 1, to), edge(u, to - 1) << 16 | edge(u, to)));
	put(l, mix3(309, x->side, x->behind->low, edge(u, to - 1)));
	put(l, mix3(310, x->side, x->z->low, x->behind->low));
	put(l, mix3(311, x->side, x->a->low, l->word));
	put(l, mix3(312, x->side, tags(u, from, to), x->quotes));
	put(l, mix3(313, x->side, x->quotes, edge(u, from - 1) << 16 | edge(u, to)));
	put(l, mix3(314, x->side, x->whole, x->quotes));
	put(l, mix3(315, x->side, x->size, x->quotes));
	put(l, mix3(316, x->side, x->size, l->kind));
	put(l, mix3(317, x->side, x->whole << 8 | unit_tag(u, from), l->word));
	put(l, mix3(318, x->side, x->a->low, x->behind->low));
	put(l, mix3(319, x->side, tags(u, from, from + 1), l->kind));
	put(l, mix3(320, x->side, x->whole, l->shape));
}

// What the first look says of its words, and of those before and behind.
static void see_first_look(struct look *l, const struct part *x)
{
	int from = x->p.from, to = x->p.to, n = l->u->forms.n;
	float least = 1, sum = 0, beside[2] = { 0 };
	for (int i = from - 1; i <= to; i++) {
		const float *p = i < 0 || i >= n ? l->role[i < 0 ? from : to - 1] : l->role[i];
		float is = p[x->label] + p[x->label + 1];
		if (i < from || i >= to) {
			beside[i >= to] = is;
			continue;
		}
		least = is < least && !is_mark(l->u, i) ? is : least;
		sum += is;
	}
	put(l, mix3(324, x->side, sure(least) << 3 | sure(sum / (float)(to - from)), x->quotes));
	put(l, mix3(325, x->side, sure(beside[0]) << 3 | sure(beside[1]), sure(l->role[from][x->label])));
}

static void see_part(struct look *l, struct tag_part p, int label)
{
	struct part x = part_of(l, p, label);
	see_phrase(l, &x);
	see_ends(l, &x);
	see_first_look(l, &x);
}

// Parts and cue in the order of the text.
struct piece {
	struct tag_part part;
	uint32_t role; // 0 source, 1 content, 2 cue
};

enum { PIECES = 2 * TAG_PARTS + 1 };

static int pieces_of(const struct reading *r, struct piece *out)
{
	int n = 0;
	for (int k = 0; k < r->sources; k++)
		out[n++] = (struct piece){ r->source[k], 0 };
	for (int k = 0; k < r->contents; k++)
		out[n++] = (struct piece){ r->content[k], 1 };
	out[n++] = (struct piece){ { r->cue.from, r->cue.to }, 2 };
	for (int i = 1; i < n; i++)
		for (int k = i; k > 0 && out[k].part.from < out[k - 1].part.from; k--) {
			struct piece swap = out[k];
			out[k] = out[k - 1];
			out[k - 1] = swap;
		}
	return n;
}

static uint32_t shape_of(const struct piece *p, int n)
{
	uint32_t shape = 1;
	for (int i = 0; i < n && i < 8; i++)
		shape = shape << 2 | p[i].role;
	return shape;
}

// What lies between two of them.
static void see_gap(struct look *l, const struct piece *a, const struct piece *b)
{
	const struct unit *u = l->u;
	int words = 0, first = -1;
	uint32_t marks = 0;
	for (int i = a->part.to; i < b->part.from; i++) {
		marks |= edge(u, i);
		if (is_mark(u, i))
			continue;
		first = first < 0 ? i : first;
		words++;
	}
	uint32_t pair = a->role << 2 | b->role, inside = edge(u, a->part.to - 1) << 16 | edge(u, b->part.from);
	put(l, mix3(331, pair, few(words, 5), marks));
	put(l, mix3(332, pair, few(words, 5), l->word));
	put(l, mix3(333, pair, few(words, 2), unit_form(u, first)->low));
	put(l, mix3(334, pair, few(words, 3) << 16 | marks, inside));
	put(l, mix3(335, pair, few(words, 3), tags(u, first, b->part.from - 1)));
	put(l, mix3(336, pair, few(words, 5), l->shape));
	put(l, mix3(337, pair, few(words, 4), l->kind));
	if (first >= 0)
		put(l, mix3(338, pair, unit_form(u, first)->low, unit_tag(u, b->part.from)));
}

// Whether one part of a content hangs on the one before, or the other way.
static void see_joints(struct look *l)
{
	const struct reading *r = l->r;
	for (int k = 1; k < r->contents; k++) {
		struct tag_part a = r->content[k - 1], b = r->content[k];
		int up = 0, down = 0;
		for (int i = a.from; i < a.to; i++)
			up += l->u->head[i] >= b.from && l->u->head[i] < b.to;
		for (int i = b.from; i < b.to; i++)
			down += l->u->head[i] >= a.from && l->u->head[i] < a.to;
		put(l, mix3(341, few(up, 2) << 2 | few(down, 2), l->shape, l->quoted));
		put(l, mix3(342, few(up, 2) << 2 | few(down, 2), edge(l->u, a.to), edge(l->u, a.to - 1)));
	}
}

// The order of the parts, and the cue.
static void see_all(struct look *l)
{
	const struct reading *r = l->r;
	const struct unit *u = l->u;
	const struct cue *c = &r->cue;
	uint32_t parts = few(r->sources, 2) << 4 | few(r->contents, 4), tag = unit_tag(u, l->main);
	uint32_t behind = r->behind > -.01f ? 0 : r->behind > -.5f ? 1 : r->behind > -1.5f ? 2 : 3;
	put(l, mix(351, l->shape));
	put(l, mix2(352, l->shape, l->word));
	put(l, mix2(353, l->shape, l->kind));
	put(l, mix3(354, l->shape, l->quoted, tag));
	put(l, mix3(355, parts, l->word, unit_form(u, c->to)->low));
	put(l, mix3(356, parts, sure(c->sure), l->kind));
	put(l, mix2(357, l->shape, tags(u, c->from - 1, c->to)));
	put(l, mix2(358, l->word, sure(c->sure)));
	put(l, mix2(359, few(c->to - c->from, 4), tags(u, c->from, c->to - 1)));
	put(l, mix2(360, unit_form(u, c->from)->low, unit_form(u, c->to - 1)->low));
	put(l, mix2(361, few(u->number, 2), l->shape));
	put(l, mix2(362, behind, parts));
	put(l, mix3(363, l->kind, u->sense[l->main], parts));
	put(l, mix3(364, few(u->depth[l->main], 5), tag, parts));
}

// Where the cue ends.
static void see_cue_end(struct look *l)
{
	const struct unit *u = l->u;
	const struct reading *r = l->r;
	int to = r->cue.to;
	uint32_t ends = sure(r->ends), later = r->moved > 0 ? 2 : r->moved == 0, last = tags(u, to - 1, to);
	uint32_t z = unit_form(u, to - 1)->low, a = unit_form(u, to)->low;
	put(l, mix2(381, few(r->moved + 4, 9), ends));
	put(l, mix3(382, later, l->word, z));
	put(l, mix3(383, later, last, few(to - r->cue.from, 4)));
	put(l, mix3(384, later, z, a));
	put(l, mix3(385, ends, last, edge(u, to)));
	put(l, mix2(386, u->kind[to - 1], last));
	put(l, mix3(387, z, where(r, to), edge(u, to)));
	put(l, mix3(388, last, where(r, to), l->kind));
	put(l, mix3(389, few(u->last[l->main] - to, 3), few(to - 1 - l->main, 4), unit_tag(u, to - 1)));
}

static const float COUNTS = .25f; // another cue, where it is at least so likely one

static bool meet(const struct tag_part *a, int n, const struct tag_part *b, int m)
{
	for (int i = 0; i < n; i++)
		for (int k = 0; k < m; k++)
			if (a[i].from < b[k].to && b[k].from < a[i].to)
				return true;
	return false;
}

// What others are read to have said: whether their cues stand in this content, this cue in theirs, or contents run
// into theirs or into their sources.
static void see_others(struct look *l, const struct reading_other *other, int others)
{
	const struct reading *r = l->r;
	int clash = 0, holds = 0, held = 0, robs = 0;
	float most = 0, next = 0;
	for (int k = 0; k < others; k++) {
		const struct reading *o = other[k].reading;
		if (other[k].sure < COUNTS || o->cue.from == r->cue.from)
			continue;
		uint32_t p = sure(other[k].sure), behind = o->cue.from > r->cue.from;
		if (parts_hold(r->content, r->contents, o->cue.from)) {
			holds++;
			most = other[k].sure > most ? other[k].sure : most;
			put(l, mix3(371, p, behind, l->quoted));
			put(l, mix3(372, l->kind, p, l->u->forms.at[o->cue.from].quotation > 0));
		} else if (parts_hold(o->content, o->contents, r->cue.from)) {
			held++;
			next = other[k].sure > next ? other[k].sure : next;
			put(l, mix3(373, p, behind, l->quoted));
			put(l, mix3(374, l->kind, p, l->shape));
		} else {
			clash += meet(r->content, r->contents, o->content, o->contents);
			robs += meet(r->content, r->contents, o->source, o->sources);
		}
	}
	uint32_t ran = few(clash, 2) << 2 | few(robs, 2), stood = few(holds, 2) << 2 | few(held, 2);
	put(l, mix3(375, ran, stood, sure(most) << 3 | sure(next)));
	put(l, mix2(376, ran, sure(r->cue.sure)));
	put(l, mix2(377, stood, l->kind));
}

enum { CONTENTS = 3 }; // parts of a content that are looked at

int reading_features(const struct unit *u, const float (*role)[CHAIN_ROOM], const struct reading *r,
		     const struct reading_other *other, int others, uint32_t *feature)
{
	struct piece piece[PIECES];
	int n = pieces_of(r, piece), main = whose_main(u, &r->cue);
	struct look l = { .u = u, .role = role, .r = r, .f = feature, .main = main };
	l.word = u->forms.at[main].low;
	l.kind = (uint32_t)u->kind[main] << 8 | u->flags[main];
	l.quoted = u->forms.at[main].quotation > 0;
	l.shape = shape_of(piece, n);
	see_all(&l);
	see_cue_end(&l);
	for (int k = 0; k < r->sources; k++)
		see_part(&l, r->source[k], ROLES_SOURCE);
	for (int k = 0; k < r->contents && k < CONTENTS; k++)
		see_part(&l, r->content[k], ROLES_CONTENT);
	see_joints(&l);
	for (int k = 1; k < n; k++)
		see_gap(&l, &piece[k - 1], &piece[k]);
	see_others(&l, other, others);
	return l.n;
}

struct reading_sums reading_sum(const struct reading_model *m, const struct reading *r, const uint32_t *feature, int n)
{
	int which = 0, right = 0;
	for (int i = 0; i < n; i++) {
		const struct reading_weights *w = &m->weight[reading_slot(feature[i])];
		which += w->which;
		right += w->right;
	}
	return (struct reading_sums){ (float)which * m->which + r->behind * m->behind, (float)right * m->right };
}
