#include "tag/roles.h"

#include "tag/mix.h"

static uint32_t bucket(int d)
{
	return d < 0 ? 9 : d < 4 ? (uint32_t)d : d < 6 ? 4 : d < 10 ? 5 : d < 16 ? 6 : d < 30 ? 7 : 8;
}

int roles_may(int from, int to)
{
	switch (to) {
	case ROLES_SOURCE_ON:
		return from == ROLES_SOURCE || from == ROLES_SOURCE_ON;
	case ROLES_CUE_ON:
		return from == ROLES_CUE || from == ROLES_CUE_ON;
	case ROLES_CONTENT_ON:
		return from == ROLES_CONTENT || from == ROLES_CONTENT_ON;
	default:
		return 1;
	}
}

static uint32_t few(int x)
{
	return x > 2 ? 2 : (uint32_t)x;
}

// Where quotations are, seen from a word: inside, just behind one that closed, just before one that opens.
static uint32_t quotes_near(const struct unit *u, int i)
{
	const struct wordform *w = &u->forms.at[i];
	uint32_t in = w->shape & (FORM_OPENS | FORM_CLOSES) ? 2 : w->quotation ? 1 : 0;
	int before = -1, after = -1;
	for (int k = 1; k <= 8 && before < 0; k++)
		if (unit_form(u, i - k)->shape & FORM_CLOSES)
			before = k;
	for (int k = 1; k <= 8 && after < 0; k++)
		if (unit_form(u, i + k)->shape & FORM_OPENS)
			after = k;
	return in << 8 | bucket(before) << 4 | bucket(after);
}

// A word and what stands around it: words, tags, the word it hangs on and the verb above it.
struct around {
	const struct unit *u;
	int i;
	const struct wordform *w, *b1, *b2, *a1, *a2;     // the word, those before and those after
	uint32_t t, tb1, tb2, tb3, ta1, ta2, ta3;         // their tags
	int h, g, v, r;                                   // the head, its head, the verb above, the root; -1: none
	uint32_t wh, th, tg, wv, side, vside, quotes, in; // their words and tags; on which side they are; quotes_near
};

static struct around look_around(const struct unit *u, int i)
{
	const struct wordform *w = &u->forms.at[i];
	struct around x = { .u = u, .i = i, .w = w, .b1 = unit_form(u, i - 1), .b2 = unit_form(u, i - 2) };
	x.a1 = unit_form(u, i + 1);
	x.a2 = unit_form(u, i + 2);
	x.t = unit_tag(u, i);
	x.tb1 = unit_tag(u, i - 1);
	x.tb2 = unit_tag(u, i - 2);
	x.tb3 = unit_tag(u, i - 3);
	x.ta1 = unit_tag(u, i + 1);
	x.ta2 = unit_tag(u, i + 2);
	x.ta3 = unit_tag(u, i + 3);
	x.h = u->head[i];
	x.g = x.h >= 0 ? u->head[x.h] : -1;
	x.v = u->verb[i];
	x.r = u->root[w->sentence];
	x.wh = unit_form(u, x.h)->low;
	x.th = x.h < 0 ? POS_COUNT + 1 : u->tag[x.h];
	x.tg = unit_tag(u, x.g);
	x.wv = unit_form(u, x.v)->low;
	x.side = x.h < 0 ? 0 : x.h < i ? 1 : 2;
	x.vside = x.v < 0 ? 0 : x.v < i ? 1 : 2;
	x.quotes = quotes_near(u, i);
	x.in = x.quotes >> 8;
	return x;
}

// How far the verb above is.
static uint32_t distance(const struct around *x)
{
	return bucket(x->v < 0 ? -1 : x->v < x->i ? x->i - x->v : x->v - x->i);
}

// The word and its neighbours.
static int words(const struct around *x, uint32_t *f)
{
	int n = 0;
	f[n++] = mix(1, x->w->low);
	f[n++] = mix(2, x->b1->low);
	f[n++] = mix(3, x->a1->low);
	f[n++] = mix(4, x->b2->low);
	f[n++] = mix(5, x->a2->low);
	f[n++] = mix2(6, x->b1->low, x->w->low);
	f[n++] = mix2(7, x->w->low, x->a1->low);
	f[n++] = mix(8, x->t);
	f[n++] = mix2(9, x->t, x->tb1);
	f[n++] = mix2(10, x->t, x->ta1);
	f[n++] = mix2(11, x->tb1, x->tb2);
	f[n++] = mix2(12, x->ta1, x->ta2);
	f[n++] = mix3(13, x->t, x->tb1, x->ta1);
	f[n++] = mix3(14, x->t, x->tb1, x->tb2);
	f[n++] = mix3(15, x->t, x->ta1, x->ta2);
	f[n++] = mix2(16, x->w->low, x->ta1);
	f[n++] = mix2(17, x->w->low, x->tb1);
	f[n++] = mix(18, x->w->tail3);
	f[n++] = mix2(19, x->w->shape & (FORM_CAPITAL | FORM_SHOUT | FORM_DIGIT | FORM_FIRST), x->t);
	return n;
}

// Quotations, and where in the sentence it stands.
static int places(const struct around *x, uint32_t *f)
{
	int start = (int)x->u->forms.start[x->w->sentence], end = (int)x->u->forms.start[x->w->sentence + 1];
	int n = 0;
	f[n++] = mix(20, x->quotes);
	f[n++] = mix2(21, x->quotes, x->t);
	f[n++] = mix2(22, x->in, x->w->low);
	f[n++] = mix3(23, x->in, x->t, x->b1->shape & (FORM_CLOSES | FORM_OPENS | FORM_COMMA | FORM_ENDS));
	f[n++] = mix3(24, x->in, x->t, x->a1->shape & (FORM_CLOSES | FORM_OPENS | FORM_COMMA | FORM_ENDS));
	f[n++] = mix2(25, bucket(x->i - start), x->t);
	f[n++] = mix2(26, bucket(end - 1 - x->i), x->t);
	f[n++] = mix3(27, x->w->sentence == 0, x->t, x->in);
	return n;
}

// What it hangs on, what hangs on it, the verb above it, the root of the sentence.
static int tree(const struct around *x, uint32_t *f)
{
	const struct unit *u = x->u;
	int i = x->i;
	uint32_t kids = unit_tag(u, u->low_kid[i]) << 8 | unit_tag(u, u->high_kid[i]);
	uint32_t root = unit_form(u, x->r)->low, rside = x->r < i ? 1 : x->r > i ? 2 : 3;
	int n = 0;
	f[n++] = mix2(28, x->wh, x->side);
	f[n++] = mix3(29, x->th, x->side, x->t);
	f[n++] = mix2(30, x->wh, x->w->low);
	f[n++] = mix3(31, x->tg, x->th << 8 | x->side, x->t);
	f[n++] = mix3(32, unit_form(u, x->g)->low, x->th, x->side);
	f[n++] = mix3(33, u->kids[i] > 4 ? 4 : u->kids[i], x->t, kids);
	f[n++] = mix2(34, unit_form(u, u->low_kid[i])->low, x->t);
	f[n++] = mix2(35, unit_form(u, u->high_kid[i])->low, x->t);
	f[n++] = mix2(36, x->wv, x->vside);
	f[n++] = mix3(37, x->wv, x->vside, x->t);
	f[n++] = mix3(38, x->wv, x->vside, distance(x));
	f[n++] = mix3(39, root, rside, x->in);
	f[n++] = mix3(40, root, rside, x->t);
	return n;
}

// Longer runs.
static int runs(const struct around *x, uint32_t *f)
{
	const struct unit *u = x->u;
	int i = x->i;
	int n = 0;
	f[n++] = mix3(41, x->tb3 << 8 | x->tb2, x->tb1, x->t);
	f[n++] = mix3(42, x->t, x->ta1, x->ta2 << 8 | x->ta3);
	f[n++] = mix2(43, x->b2->low, x->b1->low);
	f[n++] = mix2(44, x->a1->low, x->a2->low);
	f[n++] = mix3(45, x->b1->low, x->w->low, x->a1->low);
	f[n++] = mix3(46, u->depth[i] > 6 ? 6 : u->depth[i], x->t, x->side);
	f[n++] = mix3(47, x->w->low, x->th, x->side);
	f[n++] = mix3(48, x->wv, x->b1->low, x->in);
	f[n++] = mix3(49, x->wv, x->a1->low, x->in);
	f[n++] = mix2(50, unit_form(u, i - 3)->low, 0);
	f[n++] = mix2(51, unit_form(u, i + 3)->low, 0);
	f[n++] = mix2(52, unit_form(u, u->last[i] + 1)->low, x->t);
	f[n++] = mix3(53, unit_form(u, u->last[i] + 1)->shape & FORM_EDGES, x->t,
		      unit_form(u, u->first[i] - 1)->shape & FORM_EDGES);
	f[n++] = mix3(54, x->tb2 << 8 | x->tb1, x->t, x->ta1 << 8 | x->ta2);
	return n;
}

// Senses.
static int senses(const struct around *x, uint32_t *f)
{
	const struct unit *u = x->u;
	int i = x->i, h = x->h, v = x->v;
	uint32_t c = u->kind[i], gl = u->flags[i], k = u->above[i], z = u->sense[i];
	uint32_t cb = i ? u->kind[i - 1] : 255, ca = i + 1 < u->forms.n ? u->kind[i + 1] : 255;
	uint32_t ch = h < 0 ? 255 : u->kind[h], cv = v < 0 ? 255 : u->kind[v], gv = v < 0 ? 0 : u->flags[v];
	uint32_t gh = h < 0 ? 0 : u->flags[h], zv = v < 0 ? 0 : u->sense[v], kv = v < 0 ? 0 : u->above[v];
	uint32_t kids = unit_tag(u, u->low_kid[i]) << 8 | unit_tag(u, u->high_kid[i]);
	int n = 0;
	f[n++] = mix2(60, c, x->t);
	f[n++] = mix2(61, gl, x->t);
	f[n++] = mix2(62, k, x->t);
	f[n++] = mix(63, z);
	f[n++] = mix3(64, gl, c, x->ta1);
	f[n++] = mix3(65, gl, c, x->a1->low);
	f[n++] = mix3(66, gl, c, x->tb1);
	f[n++] = mix3(67, c, cb, x->t);
	f[n++] = mix3(68, c, ca, x->t);
	f[n++] = mix3(69, ch, x->side, c);
	f[n++] = mix3(70, ch << 8 | gh, x->side, x->t);
	f[n++] = mix3(71, cv << 8 | gv, x->vside, x->t);
	f[n++] = mix3(72, zv, x->vside, x->t);
	f[n++] = mix3(73, kv, x->vside, x->in);
	f[n++] = mix3(74, gl, c, x->quotes);
	f[n++] = mix3(75, z, x->ta1, x->in);
	f[n++] = mix3(76, few(u->number), x->w->low, x->w->shape & FORM_MARK);
	f[n++] = mix3(77, few(u->number), x->t, bucket(i));
	f[n++] = mix3(78, gl, x->b1->low, x->t);
	f[n++] = mix3(79, gl & 0x37, x->t, kids);
	f[n++] = mix3(80, cv << 8 | gv, x->vside, distance(x) << 4 | x->in);
	return n;
}

int roles_features(const struct unit *u, int i, uint32_t feature[ROLES_FEATURES])
{
	struct around x = look_around(u, i);
	int n = words(&x, feature);
	n += places(&x, feature + n);
	n += tree(&x, feature + n);
	n += runs(&x, feature + n);
	return n + senses(&x, feature + n);
}

void roles_see(const struct roles_model *m, const struct unit *u, float (*score)[CHAIN_ROOM], float *scratch,
	       float (*marginal)[CHAIN_ROOM])
{
	uint32_t feature[2][ROLES_FEATURES];
	int n[2] = { 0 };
	for (int i = 0; i <= u->forms.n; i++) { // the features of a word, then the sum of the one before
		if (i < u->forms.n) {
			n[i & 1] = roles_features(u, i, feature[i & 1]);
			table_ask(&m->table, feature[i & 1], n[i & 1]);
		}
		if (i)
			table_sum(&m->table, feature[~i & 1], n[~i & 1], score[i - 1]);
	}
	if (u->forms.n)
		chain_marginals(&m->steps, (const float(*)[CHAIN_ROOM])score, u->forms.n, scratch, marginal);
}
