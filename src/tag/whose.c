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

// A word as seen from a cue.
struct pair {
	const struct whose_view *v;
	const struct unit *u;
	const struct cue *c;
	int i, main, d;                             // the word, the cue's main word, how many words lie between
	const struct wordform *w, *b1, *a1, *q, *m; // the word, its neighbours, the cue's first and main word
	uint32_t t, tb, tm, ta;                     // tags of the word; before, of and behind the cue
	uint32_t side, others, commas, ends, marks; // before 0, behind 1, inside 2; what lies between
	uint32_t other, in, quote, place, r, rr;    // a cue itself; quotations; where it stands; roles_of
	struct whose_path p;                        // to the cue
	uint32_t path, tv, wv, tt, cm;              // the same as a number; words on it; senses of the cue
};

// What lies between the word and the cue.
static void count_between(struct pair *x)
{
	const struct whose_view *v = x->v;
	bool behind = x->side == 1;
	int lo = behind ? x->c->to : x->i + 1, hi = behind ? x->i : x->c->from;
	x->d = behind ? x->i - x->c->to : x->c->from - 1 - x->i;
	if (x->side == 2)
		return;
	x->others = few(v->before[hi] - v->before[lo], 3);
	x->commas = few(v->commas[hi] - v->commas[lo], 3);
	x->ends = few(v->ends[hi] - v->ends[lo], 2);
	x->marks = few(v->marks[hi] - v->marks[lo], 4);
}

// Sentences from the cue to the word, from three before to three behind.
static uint32_t sentences_apart(int d)
{
	return few(3 + d, 6);
}

static struct pair see_pair(const struct whose_view *v, int cue, int i)
{
	const struct unit *u = v->u;
	const struct cue *c = &v->cue[cue];
	const struct wordform *w = &u->forms.at[i], *q = &u->forms.at[c->from];
	struct pair x = { .v = v, .u = u, .c = c, .i = i, .main = whose_main(u, c), .w = w, .q = q, .p = v->path[i] };
	x.b1 = unit_form(u, i - 1);
	x.a1 = unit_form(u, i + 1);
	x.m = &u->forms.at[x.main];
	x.t = unit_tag(u, i);
	x.tb = unit_tag(u, c->from - 1);
	x.tm = unit_tag(u, x.main);
	x.ta = unit_tag(u, c->to);
	x.side = i < c->from ? 0 : i < c->to ? 2 : 1;
	count_between(&x);
	x.other = x.side == 2 ? 7 : sure(v->role[i][ROLES_CUE] + v->role[i][ROLES_CUE_ON]);
	x.in = (w->quotation > 0) | (q->quotation > 0) << 1 | (w->quotation == q->quotation) << 2;
	x.quote = x.in << 3 | x.marks;
	x.place = x.side << 6 | sentences_apart(w->sentence - q->sentence) << 2 | x.others;
	x.r = roles_of(v, i, false);
	x.rr = roles_of(v, i, true);
	x.path = (uint32_t)x.p.up << 4 | (uint32_t)x.p.down << 1 | (x.p.via > x.p.top);
	x.tv = unit_tag(u, x.p.via);
	x.wv = unit_form(u, x.p.via)->low;
	x.tt = unit_tag(u, x.p.top);
	x.cm = (uint32_t)u->kind[x.main] << 8 | u->flags[x.main];
	return x;
}

// On which side of the cue, how far, and what lies between.
static int sides(const struct pair *x, uint32_t *f)
{
	int n = 0;
	f[n++] = mix2(201, x->place, x->quote);
	f[n++] = mix3(202, x->place, x->quote, x->r);
	f[n++] = mix3(203, x->side, far(x->d), x->quote);
	f[n++] = mix3(204, x->place, far(x->d), x->t);
	f[n++] = mix3(205, x->side << 4 | far(x->d), x->r, x->t);
	f[n++] = mix3(206, x->m->low, x->place, x->in);
	f[n++] = mix3(207, x->m->low, x->side << 4 | few(x->d, 4), x->t);
	f[n++] = mix3(208, x->m->low, x->place, x->r);
	return n;
}

// How the word and the cue hang together.
static int hanging(const struct pair *x, uint32_t *f)
{
	int n = 0;
	f[n++] = mix3(209, x->path, x->tv, x->side);
	f[n++] = mix3(210, x->path, x->tv << 8 | x->tt, x->t);
	f[n++] = mix3(211, x->path, x->wv, x->side);
	f[n++] = mix3(212, x->m->low, x->path, x->tv);
	f[n++] = mix3(213, x->path << 8 | x->tv, x->r, x->quote);
	return n;
}

// Marks and other cues between them, and what the first look says.
static int between(const struct pair *x, uint32_t *f)
{
	int n = 0;
	f[n++] = mix3(214, x->commas << 4 | x->ends, x->place, x->w->shape & FORM_EDGES);
	f[n++] = mix3(215, x->commas << 4 | x->ends, x->place, x->r);
	f[n++] = mix3(216, x->commas << 4 | x->ends, x->place, x->quote);
	f[n++] = mix3(217, x->other << 2 | x->others, x->side, x->r);
	f[n++] = mix3(218, x->tb << 16 | x->tm << 8 | x->ta, x->side << 4 | few(x->d, 5), x->t);
	f[n++] = mix3(219, x->tb << 16 | x->tm << 8 | x->ta, x->place, x->r);
	f[n++] = mix3(220, sure(x->c->sure), x->side, few(x->others, 1));
	f[n++] = mix3(221, sure(x->c->sure), x->m->low, x->side);
	f[n++] = mix3(222, x->place << 4 | x->commas, x->b1->low, x->w->low);
	f[n++] = mix3(223, x->place << 4 | x->commas, x->w->low, x->a1->low);
	f[n++] = mix3(224, x->w->low, x->side << 4 | few(x->d, 3), x->m->low);
	f[n++] = mix3(225, x->rr, x->place, x->quote);
	f[n++] = mix3(226, x->rr, x->place, roles_of(x->v, x->i + 1, false));
	f[n++] = mix3(227, x->rr, x->place, roles_of(x->v, x->i - 1, false));
	return n;
}

// The words beside them.
static int neighbours(const struct pair *x, uint32_t *f)
{
	const struct unit *u = x->u;
	const struct cue *c = x->c;
	int i = x->i;
	const struct wordform *before = unit_form(u, c->from - 1), *behind = unit_form(u, c->to);
	uint32_t size = few(c->to - c->from, 3);
	uint32_t up = x->v->path[i > 0 ? i - 1 : i].up, next_up = x->v->path[i + 1 < u->forms.n ? i + 1 : i].up;
	int n = 0;
	f[n++] = mix3(228, x->path, x->w->shape & FORM_EDGES, (x->a1->shape & FORM_EDGES) << 4 | x->side);
	f[n++] = mix3(229, next_up << 8 | x->path, x->t, unit_tag(u, i + 1));
	f[n++] = mix3(230, up << 8 | x->path, x->t, unit_tag(u, i - 1));
	f[n++] = mix3(231, x->a1->low, x->path, x->side);
	f[n++] = mix3(232, x->w->low, x->path, x->side);
	f[n++] = mix3(233, x->b1->low, x->path, x->side);
	f[n++] = mix3(234, size << 4 | x->side, x->m->low, behind->low);
	f[n++] = mix3(235, before->low, x->side << 4 | few(x->d, 2), x->t);
	f[n++] = mix3(236, behind->low, x->side << 4 | few(x->d, 2), x->t);
	f[n++] = mix3(237, behind->shape & FORM_EDGES, before->shape & FORM_EDGES, x->place << 8 | x->quote);
	f[n++] = mix3(238, x->q->low, x->place, x->quote);
	f[n++] = mix3(239, x->w->shape & FORM_FIRST, x->place, x->quote << 8 | x->r);
	f[n++] = mix3(240, x->place, x->quote, x->t);
	f[n++] = mix3(241, x->w->low, x->quote, x->place);
	return n;
}

// Senses of the cue and of the words between.
static int kinds(const struct pair *x, uint32_t *f)
{
	const struct unit *u = x->u;
	int i = x->i, main = x->main;
	uint32_t km = u->above[main], zm = u->sense[main], c0 = u->kind[i];
	uint32_t cvia = x->p.via < 0 ? 255 : u->kind[x->p.via];
	int n = 0;
	f[n++] = mix3(242, x->cm, x->place, x->in);
	f[n++] = mix3(243, x->cm, x->place, x->r);
	f[n++] = mix3(244, x->cm, x->path, x->tv);
	f[n++] = mix3(245, km, x->place, x->in);
	f[n++] = mix3(246, km, x->path, x->tv);
	f[n++] = mix3(247, zm, x->side << 4 | few(x->d, 4), x->t);
	f[n++] = mix3(248, zm, x->path, x->tv);
	f[n++] = mix3(249, c0, x->path, x->side);
	f[n++] = mix3(250, cvia, x->path, x->side << 8 | x->t);
	f[n++] = mix3(251, x->cm, x->path, c0);
	f[n++] = mix3(252, c0, x->place, x->r);
	f[n++] = mix3(253, x->cm, sure(x->c->sure), x->side);
	f[n++] = mix3(254, few(u->number, 2), x->place, x->w->shape & FORM_EDGES);
	f[n++] = mix3(255, x->cm, x->side << 4 | few(x->d, 5), x->w->low);
	return n;
}

// Whether the cue stands in a content itself.
static int inner(const struct pair *x, uint32_t *f)
{
	uint32_t rc = roles_of(x->v, x->main, false) << 3 | sure(x->c->sure);
	int n = 0;
	f[n++] = mix3(257, rc, x->side, x->r);
	f[n++] = mix3(258, rc, x->place, x->in);
	f[n++] = mix3(259, x->other << 2 | x->others, x->side, x->t);
	return n;
}

// Where the words below the cue begin and end.
static int bounds(const struct pair *x, uint32_t *f)
{
	const struct unit *u = x->u;
	int via = x->p.via, i = x->i;
	uint32_t bound = via < 0 ? 4 : (uint32_t)(i == u->last[via]) << 1 | (i == u->first[via]);
	uint32_t below = bound << 3 | x->p.down;
	uint32_t end =
	    (uint32_t)(x->a1->shape & (FORM_EDGES | FORM_LAST)) << 16 | (uint32_t)(x->b1->shape & FORM_EDGES);
	int n = 0;
	f[n++] = mix3(260, below, x->tv << 8 | x->side, x->r);
	f[n++] = mix3(261, below, x->cm, x->tv);
	f[n++] = mix3(262, below, end, x->side);
	f[n++] = mix3(263, end, x->place, x->in << 6 | x->r);
	f[n++] = mix3(256, x->tm << 16 | x->ta << 8 | x->t, x->cm, x->path);
	return n;
}

int whose_cue_features(const struct whose_view *v, int cue, int i, uint32_t feature[WHOSE_CUE_FEATURES])
{
	struct pair x = see_pair(v, cue, i);
	int n = sides(&x, feature);
	n += hanging(&x, feature + n);
	n += between(&x, feature + n);
	n += neighbours(&x, feature + n);
	n += kinds(&x, feature + n);
	n += inner(&x, feature + n);
	return n + bounds(&x, feature + n);
}
