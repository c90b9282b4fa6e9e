#include "tag/tag.h"

#include "tag/passive.h"

#include "base/stats.h"

#include <math.h>
#include <string.h>

enum { CUES = 96 }; // of a unit

static const float BARRED = 1e4f; // what a label loses that may not be

struct tag_work {
	struct unit *unit;
	float (*score)[CHAIN_ROOM], (*role)[CHAIN_ROOM], *scratch; // [FORMS_MOST]
	float (*own)[CHAIN_ROOM]; // [FORMS_MOST] what the words alone say of the second look
	bool *has_own;            // [FORMS_MOST]
	float (*marginal)[CHAIN_ROOM];
	uint8_t *label;
	struct cue cue[CUES];
	int cues;
	struct whose_view view;
	struct tag_found *found; // [CUES]
};

bool tag_next(struct tag_walk *w, struct unit *out)
{
	while (w->sentences) {
		uint32_t end = w->sentence->to;
		while (w->paragraphs && w->paragraph->to < end) {
			w->paragraph++;
			w->paragraphs--;
		}
		size_t n = 1;
		while (n < w->sentences && (!w->paragraphs || w->sentence[n].to <= w->paragraph->to))
			n++;
		n = forms_cut(w->text, w->sentence, n, &w->rest, &out->forms);
		w->sentence += n;
		w->sentences -= n;
		if (out->forms.n) {
			out->number = w->units++;
			return true;
		}
	}
	return false;
}

struct tag_work *tag_room(struct arena *a)
{
	struct tag_work *w = arena_new(a, struct tag_work);
	w->unit = unit_room(a);
	w->score = arena_take_array(a, FORMS_MOST, sizeof *w->score);
	w->role = arena_take_array(a, FORMS_MOST, sizeof *w->role);
	w->own = arena_take_array(a, FORMS_MOST, sizeof *w->own);
	w->marginal = arena_take_array(a, FORMS_MOST, sizeof *w->marginal);
	w->has_own = arena_array(a, bool, FORMS_MOST);
	w->label = arena_array(a, uint8_t, FORMS_MOST);
	w->scratch = arena_array(a, float, chain_scratch(FORMS_MOST));
	w->view = whose_room(a);
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

int tag_cues(const struct roles_model *m, float least, struct tag_work *w, const struct cue **cue,
	     const float (**role)[CHAIN_ROOM])
{
	roles_see(m, w->unit, w->score, w->scratch, w->role);
	find_cues(w, least);
	*cue = w->cue;
	*role = (const float(*)[CHAIN_ROOM])w->role;
	return w->cues;
}

// What the words alone say of the second look: once for all cues whose window holds them.
static void see_own(const struct whose_model *m, struct tag_work *w, int from, int to)
{
	uint32_t feature[WHOSE_WORD_FEATURES];
	for (int i = from; i < to; i++) {
		if (w->has_own[i])
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
	int n[2] = { 0 };
	see_own(m, w, from, to);
	whose_paths(&w->view, cue, from, to);
	for (int i = from; i <= to; i++) { // as in roles_see
		if (i < to) {
			n[i & 1] = whose_cue_features(&w->view, cue, i, feature[i & 1]);
			table_ask(&m->table, feature[i & 1], n[i & 1]);
		}
		if (i == from)
			continue;
		float *score = w->score[i - 1 - from];
		table_sum(&m->table, feature[~i & 1], n[~i & 1], score);
		for (int y = 0; y < CHAIN_LABELS; y++)
			score[y] += w->own[i - 1][y];
		for (int y = 1; y < CHAIN_LABELS && i - 1 >= c->from && i - 1 < c->to; y++)
			score[y] = -BARRED;
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

// How likely a source starts at word i of the window: at its first word, or as a word alone.
static float source_starts(const struct tag_work *w, int i)
{
	float alone = w->marginal[i][WHOSE_SOURCE_END];
	if (i && w->marginal[i - 1][WHOSE_SOURCE] + w->marginal[i - 1][WHOSE_SOURCE_ON] > alone / 2)
		alone = 0; // the end of one that started before
	return w->marginal[i][WHOSE_SOURCE] + alone;
}

// A source that the best path left out, where the start of one is likely enough.
static void add_source(struct tag_work *w, float least, int from, int n, struct tag_found *f)
{
	int best = -1;
	float most = least;
	for (int i = 0; i < n; i++) {
		float p = w->label[i] == WHOSE_OUT ? source_starts(w, i) : 0;
		if (p > most) {
			most = p;
			best = i;
		}
	}
	if (best < 0)
		return;
	int to = best;
	while (to + 1 < n && w->label[to + 1] == WHOSE_OUT && w->marginal[to][WHOSE_SOURCE_END] < most / 2 &&
	       w->marginal[to + 1][WHOSE_SOURCE_ON] + w->marginal[to + 1][WHOSE_SOURCE_END] > most / 2)
		to++;
	f->source[0] = (struct tag_part){ from + best, from + to + 1 };
	f->sources = 1;
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

static float logit(double p)
{
	p = p < 1e-6 ? 1e-6 : p > 1 - 1e-6 ? 1 - 1e-6 : p;
	return (float)stats_logit(p);
}

// What the confidence of an attribution is made of (Platt 1999): 1, that the cue is one, that anything is its content,
// and whether it has a source.
static void weigh(struct tag_found *f, double none)
{
	f->signs[0] = 1;
	f->signs[1] = logit((double)f->cue.sure);
	f->signs[2] = logit(1 - exp(none));
	f->signs[3] = (float)(f->sources > 0);
}

static float confidence(const struct tag_settings *s, const struct tag_found *f)
{
	float sum = 0;
	for (int k = 0; k < TAG_SIGNS; k++)
		sum += s->sure[k] * f->signs[k];
	return 1 / (1 + expf(-sum));
}

static void find(const struct tag_model *m, struct tag_work *w, int cue, struct tag_found *f)
{
	int from, to;
	whose_window(&w->view, &w->cue[cue], &from, &to);
	score_window(&m->whose, w, cue, from, to);
	int n = to - from;
	const float(*score)[CHAIN_ROOM] = (const float(*)[CHAIN_ROOM])w->score;
	double log_z = chain_marginals(&m->whose.steps, score, n, w->scratch, w->marginal);
	memset(w->label, 0, (size_t)n);
	double none = chain_score(&m->whose.steps, score, n, w->label) - log_z;
	want_content(w, n);
	chain_best(&m->whose.steps, score, n, w->scratch, w->label);
	*f = (struct tag_found){ .cue = w->cue[cue] };
	take_parts(w->label, from, n, WHOSE_SOURCE, f->source, &f->sources);
	take_parts(w->label, from, n, WHOSE_CONTENT, f->content, &f->contents);
	if (!f->sources)
		add_source(w, m->settings.source_least, from, n, f);
	passive_mend(w->unit, f);
	weigh(f, none);
	f->sure = confidence(&m->settings, f);
}

static bool holds(const struct tag_found *outer, const struct cue *cue)
{
	for (int i = 0; i < outer->contents; i++)
		if (outer->content[i].from <= cue->from && cue->to <= outer->content[i].to)
			return true;
	return false;
}

// What is said inside of what another said is his to answer for: the less sure of the two is doubted.
static void doubt_inner(const struct tag_settings *s, struct tag_founds *found)
{
	for (int i = 0; i < found->n; i++) {
		float most = 0;
		for (int k = 0; k < found->n; k++)
			if (k != i && holds(&found->at[k], &found->at[i].cue) && found->at[k].sure > most)
				most = found->at[k].sure;
		found->at[i].doubt = s->inner * most;
	}
	for (int i = 0; i < found->n; i++)
		found->at[i].sure *= 1 - found->at[i].doubt;
}

struct tag_founds tag_find(const struct tag_model *m, struct tag_work *w)
{
	const struct cue *cue;
	const float(*role)[CHAIN_ROOM];
	struct tag_founds out = { w->found, 0 };
	unit_see(w->unit, &m->pos, &m->tree, &m->senses);
	int cues = tag_cues(&m->roles, m->settings.cue_least, w, &cue, &role);
	if (!cues)
		return out;
	whose_look(&w->view, w->unit, role, cue, cues);
	memset(w->has_own, 0, (size_t)w->unit->forms.n);
	for (int c = 0; c < cues; c++) {
		find(m, w, c, &w->found[out.n]);
		out.n += w->found[out.n].contents > 0;
	}
	doubt_inner(&m->settings, &out);
	return out;
}
