#include "tag/ways.h"

#include <math.h>
#include <string.h>

static const float BARRED = 1e4f;   // what a label loses that may not be
static const float IDLE = .98f;     // sure enough that a word is nobody's
static const float HOPELESS = .03f; // a cue that is so seldom one is not looked at again
static const float FAR_BEHIND = 3;  // a path that is so much less likely than the best is no way to read a cue: ln

struct tag_work *tag_room(struct arena *a)
{
	struct tag_work *w = arena_new(a, struct tag_work);
	w->unit = unit_room(a);
	w->score = arena_take_array(a, FORMS_MOST, sizeof *w->score);
	w->role = arena_take_array(a, FORMS_MOST, sizeof *w->role);
	w->own = arena_take_array(a, FORMS_MOST, sizeof *w->own);
	w->marginal = arena_take_array(a, FORMS_MOST, sizeof *w->marginal);
	w->has_own = arena_array(a, bool, FORMS_MOST);
	w->label = arena_array(a, uint8_t, FORMS_MOST * CHAIN_SEVERAL);
	w->scratch = arena_array(a, float, chain_scratch(FORMS_MOST));
	w->view = whose_room(a);
	w->reading = arena_take_array(a, CUES, sizeof *w->reading);
	w->ways = arena_array(a, struct ways, CUES);
	w->other = arena_array(a, struct reading_other, CUES);
	w->found = arena_array(a, struct tag_found, CUES);
	return w;
}

struct unit *tag_unit(struct tag_work *w)
{
	return w->unit;
}

// A cue begins where that is likely enough, and goes on while the next word is likelier to go on than not.
static void find_cues(struct tag_work *w, float least)
{
	const float(*p)[CHAIN_ROOM] = (const float(*)[CHAIN_ROOM])w->role;
	w->cues = 0;
	for (int i = 0; i < w->unit->forms.n && w->cues < CUES; i++) {
		float start = p[i][ROLES_CUE];
		if (start < least)
			continue;
		int to = i + 1;
		while (to < w->unit->forms.n && p[to][ROLES_CUE_ON] > .5f * start && p[to][ROLES_CUE] < start)
			to++;
		w->cue[w->cues++] = (struct cue){ i, to, start };
		i = to - 1;
	}
}

void ways_cues(const struct roles_model *m, float least, struct tag_work *w)
{
	roles_see(m, w->unit, w->score, w->scratch, w->role);
	find_cues(w, least);
}

// Whether the first look is sure that a word is nobody's: it is not looked at again.
static bool is_idle(const struct tag_work *w, int i)
{
	return w->role[i][ROLES_OUT] > IDLE;
}

// What the words alone say of the second look: once for all cues whose window holds them.
static void see_own(const struct whose_model *m, struct tag_work *w, int from, int to)
{
	uint32_t feature[WHOSE_WORD_FEATURES];
	for (int i = from; i < to; i++) {
		if (w->has_own[i] || is_idle(w, i))
			continue;
		int n = whose_word_features(&w->view, i, feature);
		table_ask(&m->table, feature, n);
		table_sum(&m->table, feature, n, w->own[i]);
		w->has_own[i] = true;
	}
}

static void score_window(const struct whose_model *m, struct tag_work *w, int cue, int from, int to)
{
	const struct cue *c = &w->cue[cue];
	uint32_t feature[2][WHOSE_FEATURES];
	int n[2] = { 0 }, last = -1; // the word before, whose features are asked for
	see_own(m, w, from, to);
	whose_paths(&w->view, cue, from, to);
	for (int i = from, k = 0; i <= to; i++) { // as in roles_see
		bool out = i < to && ((i >= c->from && i < c->to) || is_idle(w, i));
		if (out)
			for (int y = 0; y < CHAIN_LABELS; y++)
				w->score[i - from][y] = y ? -BARRED : 0;
		if (out)
			continue;
		if (i < to) {
			n[k & 1] = whose_cue_features(&w->view, cue, i, feature[k & 1]);
			table_ask(&m->table, feature[k & 1], n[k & 1]);
		}
		if (last >= 0) {
			float *score = w->score[last - from];
			table_sum(&m->table, feature[~k & 1], n[~k & 1], score);
			for (int y = 0; y < CHAIN_LABELS; y++)
				score[y] += w->own[last][y];
		}
		last = i;
		k++;
	}
}

static void take_parts(const uint8_t *label, int from, int n, int begin, struct tag_part *part, int *parts)
{
	*parts = 0;
	for (int i = 0; i < n && *parts < TAG_PARTS; i++) {
		if (label[i] != begin && label[i] != begin + 2)
			continue;
		int to = i;
		while (label[to] != begin + 2)
			to++;
		part[(*parts)++] = (struct tag_part){ from + i, from + to + 1 };
		i = to;
	}
}

// The likeliest word of a content is one: then the best path has a content.
static void want_content(struct tag_work *w, int n)
{
	int best = 0;
	float most = 0;
	for (int i = 0; i < n; i++) {
		const float *p = w->marginal[i];
		float is = p[WHOSE_CONTENT] + p[WHOSE_CONTENT_ON] + p[WHOSE_CONTENT_END];
		if (is > most) {
			most = is;
			best = i;
		}
	}
	for (int y = 0; y < WHOSE_CONTENT; y++)
		w->score[best][y] -= BARRED;
}

// How likely a cue ends before word `to`, by the first look.
static float ends_at(const struct tag_work *w, const struct cue *c, int to)
{
	const float(*p)[CHAIN_ROOM] = (const float(*)[CHAIN_ROOM])w->role;
	float goes = 1;
	for (int i = c->from + 1; i < to; i++)
		goes = p[i][ROLES_CUE_ON] < goes ? p[i][ROLES_CUE_ON] : goes;
	return to < w->unit->forms.n ? goes * (1 - p[to][ROLES_CUE_ON]) : goes;
}

// Takes from a content what the cue has now.
static void cut_before(struct reading *r, int from, int to)
{
	int kept = 0;
	for (int k = 0; k < r->contents; k++) {
		struct tag_part p = r->content[k];
		if (p.from >= from && p.from < to)
			p.from = to;
		if (p.from < p.to)
			r->content[kept++] = p;
	}
	r->contents = kept;
}

enum { FARTHER = 8, ENDS = 3 };   // words that a cue may end later; other ends that are tried
static const float LIKELY = .06f; // of an end, to be tried

// The first word behind the cue, in its sentence and at most FARTHER on, that is a mark or of a part.
static int next_part(const struct unit *u, const struct reading *r)
{
	int i = r->cue.to, last = i + FARTHER < u->forms.n ? i + FARTHER : u->forms.n;
	while (i < last && u->forms.at[i].sentence == u->forms.at[r->cue.from].sentence &&
	       !(u->forms.at[i].shape & FORM_MARK) && !parts_hold(r->source, r->sources, i) &&
	       !parts_hold(r->content, r->contents, i))
		i++;
	return i;
}

// The likeliest reading with its cue ending elsewhere: where the first look finds that not unlikely, and where the next
// part begins. Returns how many readings there are with these.
static int move_ends(const struct tag_work *w, struct reading *r, int n)
{
	const struct reading first = r[0];
	const struct unit *u = w->unit;
	int to = first.cue.to, last = to + FARTHER < u->forms.n ? to + FARTHER : u->forms.n,
	    next = next_part(u, &first);
	for (int t = first.cue.from + 1, most = n + ENDS; t <= last && n < most; t++) {
		float likely = ends_at(w, &first.cue, t);
		if (u->forms.at[t - 1].sentence != u->forms.at[first.cue.from].sentence ||
		    parts_hold(first.source, first.sources, t - 1))
			break;
		if (t == to || (likely < LIKELY && t != next))
			continue;
		struct reading *x = &r[n];
		*x = first;
		x->cue.to = t;
		x->moved = t - to;
		x->ends = likely;
		cut_before(x, to, t);
		n += x->contents > 0;
	}
	return n;
}

// What the best paths of the second look come to.
static void take_paths(struct tag_work *w, int cue, int from, int n, const float *whole)
{
	struct ways *x = &w->ways[cue];
	float ends = ends_at(w, &w->cue[cue], w->cue[cue].to);
	for (int k = 0; k < x->n; k++) {
		struct reading *r = &x->reading[k];
		*r = (struct reading){ .cue = w->cue[cue], .ends = ends, .behind = whole[k] - whole[0] };
		take_parts(w->label + k * n, from, n, WHOSE_SOURCE, r->source, &r->sources);
		take_parts(w->label + k * n, from, n, WHOSE_CONTENT, r->content, &r->contents);
	}
}

// The ways to read a cue.
static void read_cue(const struct tag_model *m, struct tag_work *w, int cue)
{
	int from, to;
	float whole[CHAIN_SEVERAL];
	whose_window(&w->view, &w->cue[cue], &from, &to);
	score_window(&m->whose, w, cue, from, to);
	int n = to - from;
	const float(*score)[CHAIN_ROOM] = (const float(*)[CHAIN_ROOM])w->score;
	double log_z = chain_marginals(&m->whose.steps, score, n, w->scratch, w->marginal);
	memset(w->label, 0, (size_t)n);
	double none = chain_score(&m->whose.steps, score, n, w->label) - log_z;
	struct ways *x = &w->ways[cue];
	*x = (struct ways){ .reading = w->reading[cue], .any = 1 - exp(none) };
	x->reading[0] = (struct reading){ .cue = w->cue[cue] };
	w->other[cue] = (struct reading_other){ x->reading, (float)x->any * w->cue[cue].sure };
	if (w->other[cue].sure < HOPELESS)
		return;
	want_content(w, n);
	x->n = chain_several(&m->whose.steps, score, (const float(*)[CHAIN_ROOM])w->marginal, n, w->scratch, w->label,
			     whole);
	while (x->n > 1 && whole[x->n - 1] < whole[0] - FAR_BEHIND)
		x->n--;
	take_paths(w, cue, from, n, whole);
	if (x->n)
		x->n = move_ends(w, x->reading, x->n);
}

int ways_find(const struct tag_model *m, struct tag_work *w)
{
	ways_cues(&m->roles, m->settings.cue_least, w);
	if (!w->cues)
		return 0;
	whose_look(&w->view, w->unit, (const float(*)[CHAIN_ROOM])w->role, w->cue, w->cues);
	memset(w->has_own, 0, (size_t)w->unit->forms.n);
	for (int c = 0; c < w->cues; c++)
		read_cue(m, w, c);
	return w->cues;
}

int ways_features(const struct tag_work *w, const struct reading *r, uint32_t feature[READING_FEATURES])
{
	return reading_features(w->unit, (const float(*)[CHAIN_ROOM])w->role, r, w->other, w->cues, feature);
}
