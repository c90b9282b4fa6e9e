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

int roles_features(const struct unit *u, int i, uint32_t f[ROLES_FEATURES])
{
	const struct wordform *w = &u->forms.at[i], *b1 = unit_form(u, i - 1), *b2 = unit_form(u, i - 2);
	const struct wordform *a1 = unit_form(u, i + 1), *a2 = unit_form(u, i + 2);
	uint32_t t = unit_tag(u, i), tb1 = unit_tag(u, i - 1), tb2 = unit_tag(u, i - 2), ta1 = unit_tag(u, i + 1),
		 ta2 = unit_tag(u, i + 2), tb3 = unit_tag(u, i - 3), ta3 = unit_tag(u, i + 3);
	int h = u->head[i], g = h >= 0 ? u->head[h] : -1, v = u->verb[i], r = u->root[w->sentence];
	uint32_t side = h < 0 ? 0 : h < i ? 1 : 2;
	uint32_t wh = unit_form(u, h)->low, th = h < 0 ? POS_COUNT + 1 : u->tag[h], tg = unit_tag(u, g);
	uint32_t wv = unit_form(u, v)->low, vside = v < 0 ? 0 : v < i ? 1 : 2;
	uint32_t quotes = quotes_near(u, i), in = quotes >> 8, shape = w->shape & 0x1fff;
	int start = (int)u->forms.start[w->sentence], end = (int)u->forms.start[w->sentence + 1];
	uint32_t lk = unit_tag(u, u->low_kid[i]), hk = unit_tag(u, u->high_kid[i]);
	int n = 0;
	// the word and its neighbours
	f[n++] = mix(1, w->low);
	f[n++] = mix(2, b1->low);
	f[n++] = mix(3, a1->low);
	f[n++] = mix(4, b2->low);
	f[n++] = mix(5, a2->low);
	f[n++] = mix2(6, b1->low, w->low);
	f[n++] = mix2(7, w->low, a1->low);
	f[n++] = mix(8, t);
	f[n++] = mix2(9, t, tb1);
	f[n++] = mix2(10, t, ta1);
	f[n++] = mix2(11, tb1, tb2);
	f[n++] = mix2(12, ta1, ta2);
	f[n++] = mix3(13, t, tb1, ta1);
	f[n++] = mix3(14, t, tb1, tb2);
	f[n++] = mix3(15, t, ta1, ta2);
	f[n++] = mix2(16, w->low, ta1);
	f[n++] = mix2(17, w->low, tb1);
	f[n++] = mix(18, w->tail3);
	f[n++] = mix2(19, shape & (FORM_CAPITAL | FORM_SHOUT | FORM_DIGIT | FORM_FIRST), t);
	// quotations, and where in the sentence it stands
	f[n++] = mix(20, quotes);
	f[n++] = mix2(21, quotes, t);
	f[n++] = mix2(22, in, w->low);
	f[n++] = mix3(23, in, t, b1->shape & (FORM_CLOSES | FORM_OPENS | FORM_COMMA | FORM_ENDS));
	f[n++] = mix3(24, in, t, a1->shape & (FORM_CLOSES | FORM_OPENS | FORM_COMMA | FORM_ENDS));
	f[n++] = mix2(25, bucket(i - start), t);
	f[n++] = mix2(26, bucket(end - 1 - i), t);
	f[n++] = mix3(27, w->sentence == 0, t, in);
	// what it hangs on, what hangs on it, the verb above it, the root of the sentence
	f[n++] = mix2(28, wh, side);
	f[n++] = mix3(29, th, side, t);
	f[n++] = mix2(30, wh, w->low);
	f[n++] = mix3(31, tg, th << 8 | side, t);
	f[n++] = mix3(32, unit_form(u, g)->low, th, side);
	f[n++] = mix3(33, u->kids[i] > 4 ? 4 : u->kids[i], t, lk << 8 | hk);
	f[n++] = mix2(34, unit_form(u, u->low_kid[i])->low, t);
	f[n++] = mix2(35, unit_form(u, u->high_kid[i])->low, t);
	f[n++] = mix2(36, wv, vside);
	f[n++] = mix3(37, wv, vside, t);
	f[n++] = mix3(38, wv, vside, bucket(v < 0 ? -1 : v < i ? i - v : v - i));
	f[n++] = mix3(39, unit_form(u, r)->low, r < i ? 1 : r > i ? 2 : 3, in);
	f[n++] = mix3(40, unit_form(u, r)->low, r < i ? 1 : r > i ? 2 : 3, t);
	// longer runs
	f[n++] = mix3(41, tb3 << 8 | tb2, tb1, t);
	f[n++] = mix3(42, t, ta1, ta2 << 8 | ta3);
	f[n++] = mix2(43, b2->low, b1->low);
	f[n++] = mix2(44, a1->low, a2->low);
	f[n++] = mix3(45, b1->low, w->low, a1->low);
	f[n++] = mix3(46, u->depth[i] > 6 ? 6 : u->depth[i], t, side);
	f[n++] = mix3(47, w->low, th, side);
	f[n++] = mix3(48, wv, b1->low, in);
	f[n++] = mix3(49, wv, a1->low, in);
	f[n++] = mix2(50, unit_form(u, i - 3)->low, 0);
	f[n++] = mix2(51, unit_form(u, i + 3)->low, 0);
	f[n++] = mix2(52, unit_form(u, u->last[i] + 1)->low, t);
	f[n++] = mix3(53, unit_form(u, u->last[i] + 1)->shape & FORM_EDGES, t,
		      unit_form(u, u->first[i] - 1)->shape & FORM_EDGES);
	f[n++] = mix3(54, tb2 << 8 | tb1, t, ta1 << 8 | ta2);
	uint32_t c = u->kind[i], gl = u->flags[i], k = u->above[i], z = u->sense[i];
	uint32_t cb = i ? u->kind[i - 1] : 255, ca = i + 1 < u->forms.n ? u->kind[i + 1] : 255;
	uint32_t ch = h < 0 ? 255 : u->kind[h], cv = v < 0 ? 255 : u->kind[v], gv = v < 0 ? 0 : u->flags[v];
	uint32_t gh = h < 0 ? 0 : u->flags[h], zv = v < 0 ? 0 : u->sense[v], kv = v < 0 ? 0 : u->above[v];
	// senses
	f[n++] = mix2(60, c, t);
	f[n++] = mix2(61, gl, t);
	f[n++] = mix2(62, k, t);
	f[n++] = mix(63, z);
	f[n++] = mix3(64, gl, c, ta1);
	f[n++] = mix3(65, gl, c, a1->low);
	f[n++] = mix3(66, gl, c, tb1);
	f[n++] = mix3(67, c, cb, t);
	f[n++] = mix3(68, c, ca, t);
	f[n++] = mix3(69, ch, side, c);
	f[n++] = mix3(70, ch << 8 | gh, side, t);
	f[n++] = mix3(71, cv << 8 | gv, vside, t);
	f[n++] = mix3(72, zv, vside, t);
	f[n++] = mix3(73, kv, vside, in);
	f[n++] = mix3(74, gl, c, quotes);
	f[n++] = mix3(75, z, ta1, in);
	f[n++] = mix3(76, few(u->number), w->low, w->shape & FORM_MARK);
	f[n++] = mix3(77, few(u->number), t, bucket(i));
	f[n++] = mix3(78, gl, b1->low, t);
	f[n++] = mix3(79, gl & 0x37, t, unit_tag(u, u->low_kid[i]) << 8 | unit_tag(u, u->high_kid[i]));
	f[n++] = mix3(80, cv << 8 | gv, vside, bucket(v < 0 ? -1 : v < i ? i - v : v - i) << 4 | in);
	return n;
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
