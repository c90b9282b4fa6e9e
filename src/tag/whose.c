#include "tag/whose.h"

#include "tag/mix.h"

int whose_may(int from, int to)
{
	bool inside = from == WHOSE_SOURCE || from == WHOSE_SOURCE_ON,
	     within = from == WHOSE_CONTENT || from == WHOSE_CONTENT_ON;
	switch (to) {
	case WHOSE_SOURCE_ON:
		return inside;
	case WHOSE_CONTENT_ON:
		return within;
	case WHOSE_SOURCE_END:
		return !within;
	case WHOSE_CONTENT_END:
		return !inside;
	default: // out, a new part, or the end
		return !inside && !within;
	}
}

struct whose_view whose_room(struct arena *a)
{
	struct whose_view v = { 0 };
	int **lists[] = { &v.before, &v.commas, &v.ends, &v.marks };
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		*lists[i] = arena_array(a, int, FORMS_MOST + 1);
	v.path = arena_array(a, struct whose_path, FORMS_MOST);
	return v;
}

static const float FIRM = .3f; // of a cue that counts for others

void whose_look(struct whose_view *v, const struct unit *u, const float (*role)[CHAIN_ROOM], const struct cue *cue,
		int cues)
{
	v->u = u;
	v->role = role;
	v->cue = cue;
	v->cues = cues;
	for (int i = 0; i < u->forms.n; i++)
		v->path[i].cue = -1;
	for (int i = 0, c = 0, firm = 0; i <= u->forms.n; i++) {
		for (; c < cues && cue[c].from < i; c++)
			firm += cue[c].sure >= FIRM;
		v->before[i] = firm;
		uint16_t shape = i ? u->forms.at[i - 1].shape : 0;
		v->commas[i] = (i ? v->commas[i - 1] : 0) + !!(shape & (FORM_COMMA | FORM_COLON));
		v->ends[i] = (i ? v->ends[i - 1] : 0) + !!(shape & FORM_ENDS);
		v->marks[i] = (i ? v->marks[i - 1] : 0) + !!(shape & (FORM_OPENS | FORM_CLOSES));
	}
}

void whose_window(const struct whose_view *v, const struct cue *c, int *from, int *to)
{
	*from = c->from > WHOSE_REACH ? c->from - WHOSE_REACH : 0;
	*to = c->to + WHOSE_REACH < v->u->forms.n ? c->to + WHOSE_REACH : v->u->forms.n;
}

static uint32_t few(int x, int most)
{
	return (uint32_t)(x < 0 ? 0 : x > most ? most : x);
}

static uint32_t far(int d)
{
	return d < 0    ? 15
	       : d < 5  ? (uint32_t)d
	       : d < 7  ? 5
	       : d < 10 ? 6
	       : d < 15 ? 7
	       : d < 22 ? 8
	       : d < 35 ? 9
	       : d < 60 ? 10
			: 11;
}

static uint32_t sure(float p)
{
	return p < .02f ? 0 : p < .1f ? 1 : p < .25f ? 2 : p < .5f ? 3 : p < .75f ? 4 : p < .93f ? 5 : 6;
}

// The first look, of one word: source, content, and where they begin, in seven steps each.
static uint32_t roles_of(const struct whose_view *v, int i, bool begins)
{
	if (i < 0 || i >= v->u->forms.n)
		return 0xfff;
	const float *p = v->role[i];
	uint32_t is = sure(p[ROLES_SOURCE] + p[ROLES_SOURCE_ON]) << 3 | sure(p[ROLES_CONTENT] + p[ROLES_CONTENT_ON]);
	return begins ? is << 6 | sure(p[ROLES_SOURCE]) << 3 | sure(p[ROLES_CONTENT]) : is;
}

int whose_word_features(const struct whose_view *v, int i, uint32_t f[WHOSE_WORD_FEATURES])
{
	const struct unit *u = v->u;
	const struct wordform *w = &u->forms.at[i], *b1 = unit_form(u, i - 1), *a1 = unit_form(u, i + 1);
	uint32_t t = unit_tag(u, i), tb1 = unit_tag(u, i - 1), ta1 = unit_tag(u, i + 1);
	uint32_t r = roles_of(v, i, true), rb = roles_of(v, i - 1, false), ra = roles_of(v, i + 1, false);
	uint32_t r0 = roles_of(v, i, false);
	int n = 0;
	f[n++] = mix(101, w->low);
	f[n++] = mix2(102, b1->low, w->low);
	f[n++] = mix2(103, w->low, a1->low);
	f[n++] = mix(104, b1->low);
	f[n++] = mix(105, a1->low);
	f[n++] = mix3(106, tb1, t, ta1);
	f[n++] = mix3(107, t, ta1, unit_tag(u, i + 2));
	f[n++] = mix3(108, t, tb1, unit_tag(u, i - 2));
	f[n++] = mix(109, r);
	f[n++] = mix2(110, r, ra);
	f[n++] = mix2(111, r, rb);
	f[n++] = mix2(112, r0 << 12 | rb << 6, ra);
	f[n++] = mix2(113, r, t);
	f[n++] = mix3(114, r0, b1->shape & FORM_EDGES, w->shape & FORM_EDGES);
	f[n++] = mix3(115, r0, a1->shape & FORM_EDGES, w->shape & FORM_EDGES);
	f[n++] = mix2(116, r0, w->low);
	f[n++] = mix3(117, roles_of(v, i - 2, false), rb, r0);
	f[n++] = mix3(118, r0, ra, roles_of(v, i + 2, false));
	f[n++] = mix3(119, w->quotation > 0, b1->shape & FORM_EDGES, t);
	f[n++] = mix3(120, w->quotation > 0, a1->shape & FORM_EDGES, t);
	f[n++] = mix3(121, u->kind[i], r0, t);
	f[n++] = mix3(122, u->kind[i] << 8 | u->flags[i], tb1, ta1);
	f[n++] = mix3(123, u->above[i], r0, t);
	return n;
}

enum { CHAIN_UP = 8, CLIMB = 12 }; // words above the cue, and above a word, that are looked at

// The path of word i to the words above the cue, of which marked ones are known: up to one of those, and down again.
static void climb(struct whose_path *path, const struct unit *u, int i, int cue)
{
	int below[CLIMB + 1], n = 0, k = i;
	for (; k >= 0 && path[k].cue != cue && n <= CLIMB; k = u->head[k])
		below[n++] = k;
	struct whose_path p = { cue, 7, 7, -1, -1 };
	if (k >= 0 && path[k].cue == cue)
		p = path[k];
	while (n--) {
		bool far = p.top < 0;
		p.via = !far && p.up == 0 ? (int16_t)below[n] : p.via;
		p.up = (uint8_t)(far ? 7 : p.up < 6 ? p.up + 1 : 6);
		path[below[n]] = p;
	}
}

int whose_main(const struct unit *u, const struct cue *c)
{
	int main = c->to - 1;
	for (int k = c->from; k < c->to; k++)
		if (u->depth[k] < u->depth[main])
			main = k;
	return main;
}

void whose_paths(struct whose_view *v, int cue, int from, int to)
{
	const struct unit *u = v->u;
	int k = whose_main(u, &v->cue[cue]);
	for (uint8_t down = 0; k >= 0 && down < CHAIN_UP; k = u->head[k], down++)
		v->path[k] = (struct whose_path){ (int16_t)cue, 0, down, (int16_t)k, (int16_t)k };
	for (int i = from > 0 ? from - 1 : 0; i < to + 1 && i < u->forms.n; i++)
		climb(v->path, u, i, cue);
}

int whose_cue_features(const struct whose_view *v, int cue, int i, uint32_t f[WHOSE_CUE_FEATURES])
{
	const struct unit *u = v->u;
	const struct cue *c = &v->cue[cue];
	const struct wordform *w = &u->forms.at[i], *q = &u->forms.at[c->from], *b1 = unit_form(u, i - 1),
			      *a1 = unit_form(u, i + 1);
	int main = whose_main(u, c);
	const struct wordform *m = &u->forms.at[main];
	bool inside = i >= c->from && i < c->to, after = i >= c->to;
	uint32_t side = inside ? 2 : after ? 1 : 0;
	int d = after ? i - c->to : c->from - 1 - i, lo = after ? c->to : i + 1, hi = after ? i : c->from;
	uint32_t t = unit_tag(u, i), ds = (uint32_t)(8 + w->sentence - q->sentence);
	ds = ds < 5 ? 5 : ds > 11 ? 11 : ds;
	uint32_t others = inside ? 0 : few(v->before[hi] - v->before[lo] - (after && 0), 3);
	uint32_t other = inside ? 7 : sure(v->role[i][ROLES_CUE] + v->role[i][ROLES_CUE_ON]);
	uint32_t commas = inside ? 0 : few(v->commas[hi] - v->commas[lo], 3),
		 ends = inside ? 0 : few(v->ends[hi] - v->ends[lo], 2);
	uint32_t marks = inside ? 0 : few(v->marks[hi] - v->marks[lo], 4);
	uint32_t in = (w->quotation > 0) | (q->quotation > 0) << 1 | (w->quotation == q->quotation) << 2;
	uint32_t quote = in << 3 | marks, r = roles_of(v, i, false), rr = roles_of(v, i, true);
	uint32_t place = side << 6 | ds << 2 | others;
	struct whose_path p = v->path[i];
	uint32_t path = (uint32_t)p.up << 4 | (uint32_t)p.down << 1 | (p.via > p.top);
	uint32_t tv = unit_tag(u, p.via), wv = unit_form(u, p.via)->low, tt = unit_tag(u, p.top);
	uint32_t tb = unit_tag(u, c->from - 1), ta = unit_tag(u, c->to), tm = unit_tag(u, main);
	uint32_t size = (uint32_t)(c->to - c->from > 3 ? 3 : c->to - c->from);
	int n = 0;
	// on which side of the cue, how far, and what lies between
	f[n++] = mix2(201, place, quote);
	f[n++] = mix3(202, place, quote, r);
	f[n++] = mix3(203, side, far(d), quote);
	f[n++] = mix3(204, place, far(d), t);
	f[n++] = mix3(205, side << 4 | far(d), r, t);
	f[n++] = mix3(206, m->low, place, in);
	f[n++] = mix3(207, m->low, side << 4 | few(d, 4), t);
	f[n++] = mix3(208, m->low, place, r);
	// how the word and the cue hang together
	f[n++] = mix3(209, path, tv, side);
	f[n++] = mix3(210, path, tv << 8 | tt, t);
	f[n++] = mix3(211, path, wv, side);
	f[n++] = mix3(212, m->low, path, tv);
	f[n++] = mix3(213, path << 8 | tv, r, quote);
	// marks and other cues between them, and what the first look says
	f[n++] = mix3(214, commas << 4 | ends, place, w->shape & FORM_EDGES);
	f[n++] = mix3(215, commas << 4 | ends, place, r);
	f[n++] = mix3(216, commas << 4 | ends, place, quote);
	f[n++] = mix3(217, other << 2 | others, side, r);
	f[n++] = mix3(218, tb << 16 | tm << 8 | ta, side << 4 | few(d, 5), t);
	f[n++] = mix3(219, tb << 16 | tm << 8 | ta, place, r);
	f[n++] = mix3(220, sure(c->sure), side, few(others, 1));
	f[n++] = mix3(221, sure(c->sure), m->low, side);
	f[n++] = mix3(222, place << 4 | commas, b1->low, w->low);
	f[n++] = mix3(223, place << 4 | commas, w->low, a1->low);
	f[n++] = mix3(224, w->low, side << 4 | few(d, 3), m->low);
	f[n++] = mix3(225, rr, place, quote);
	f[n++] = mix3(226, rr, place, roles_of(v, i + 1, false));
	f[n++] = mix3(227, rr, place, roles_of(v, i - 1, false));
	f[n++] = mix3(228, path, w->shape & FORM_EDGES, (a1->shape & FORM_EDGES) << 4 | side);
	f[n++] = mix3(229, (uint32_t)v->path[i + 1 < u->forms.n ? i + 1 : i].up << 8 | path, t, unit_tag(u, i + 1));
	f[n++] = mix3(230, (uint32_t)v->path[i > 0 ? i - 1 : i].up << 8 | path, t, unit_tag(u, i - 1));
	f[n++] = mix3(231, a1->low, path, side);
	f[n++] = mix3(232, w->low, path, side);
	f[n++] = mix3(233, b1->low, path, side);
	f[n++] = mix3(234, size << 4 | side, m->low, unit_form(u, c->to)->low);
	f[n++] = mix3(235, unit_form(u, c->from - 1)->low, side << 4 | few(d, 2), t);
	f[n++] = mix3(236, unit_form(u, c->to)->low, side << 4 | few(d, 2), t);
	f[n++] = mix3(237, unit_form(u, c->to)->shape & FORM_EDGES, unit_form(u, c->from - 1)->shape & FORM_EDGES,
		      place << 8 | quote);
	f[n++] = mix3(238, q->low, place, quote);
	f[n++] = mix3(239, w->shape & FORM_FIRST, place, quote << 8 | r);
	f[n++] = mix3(240, place, quote, t);
	f[n++] = mix3(241, w->low, quote, place);
	uint32_t cm = (uint32_t)u->kind[main] << 8 | u->flags[main], km = u->above[main], zm = u->sense[main];
	uint32_t c0 = u->kind[i], cvia = p.via < 0 ? 255 : u->kind[p.via];
	// senses of the cue and of the words between
	f[n++] = mix3(242, cm, place, in);
	f[n++] = mix3(243, cm, place, r);
	f[n++] = mix3(244, cm, path, tv);
	f[n++] = mix3(245, km, place, in);
	f[n++] = mix3(246, km, path, tv);
	f[n++] = mix3(247, zm, side << 4 | few(d, 4), t);
	f[n++] = mix3(248, zm, path, tv);
	f[n++] = mix3(249, c0, path, side);
	f[n++] = mix3(250, cvia, path, side << 8 | t);
	f[n++] = mix3(251, cm, path, c0);
	f[n++] = mix3(252, c0, place, r);
	f[n++] = mix3(253, cm, sure(c->sure), side);
	f[n++] = mix3(254, few(u->number, 2), place, w->shape & FORM_EDGES);
	f[n++] = mix3(255, cm, side << 4 | few(d, 5), w->low);
	uint32_t rc = roles_of(v, main, false);
	// whether the cue stands in a content itself
	f[n++] = mix3(257, rc << 3 | sure(c->sure), side, r);
	f[n++] = mix3(258, rc << 3 | sure(c->sure), place, in);
	f[n++] = mix3(259, other << 2 | others, side, t);
	uint32_t bound = p.via < 0 ? 4 : (uint32_t)(i == u->last[p.via]) << 1 | (i == u->first[p.via]);
	uint32_t end = (uint32_t)(a1->shape & (FORM_EDGES | FORM_LAST)) << 16 | (uint32_t)(b1->shape & FORM_EDGES);
	// where the words below the cue begin and end
	f[n++] = mix3(260, bound << 3 | p.down, tv << 8 | side, r);
	f[n++] = mix3(261, bound << 3 | p.down, cm, tv);
	f[n++] = mix3(262, bound << 3 | p.down, end, side);
	f[n++] = mix3(263, end, place, in << 6 | r);
	f[n++] = mix3(256, tm << 16 | ta << 8 | t, cm, path);
	return n;
}
