#include "tag/tag.h"

#include "tag/passive.h"
#include "tag/ways.h"

#include "base/stats.h"

#include <math.h>

static float logit(double p)
{
	p = p < 1e-6 ? 1e-6 : p > 1 - 1e-6 ? 1 - 1e-6 : p;
	return (float)stats_logit(p);
}

// What the confidence of an attribution is made of (Platt 1999): 1, that the cue is one, that anything is its content,
// whether it has a source, and what the third look makes of it.
static void weigh(struct tag_found *f, const struct ways *ways, float right)
{
	f->signs[0] = 1;
	f->signs[1] = logit((double)f->is.cue.sure);
	f->signs[2] = logit(ways->any);
	f->signs[3] = (float)(f->is.sources > 0);
	f->signs[4] = right;
}

static float confidence(const struct tag_settings *s, const struct tag_found *f)
{
	float sum = 0;
	for (int k = 0; k < TAG_SIGNS; k++)
		sum += s->sure[k] * f->signs[k];
	return 1 / (1 + expf(-sum));
}

// The way that is meant.
static void choose(const struct tag_model *m, struct tag_work *w, const struct ways *ways, struct tag_found *f)
{
	uint32_t feature[READING_FEATURES];
	struct reading_sums best = { 0, 0 };
	int top = 0;
	for (int k = 0; k < ways->n; k++) {
		int n = ways_features(w, &ways->reading[k], feature);
		struct reading_sums sum = reading_sum(&m->reading, &ways->reading[k], feature, n);
		if (!k || sum.which > best.which) {
			best = sum;
			top = k;
		}
	}
	*f = (struct tag_found){ .is = ways->reading[top] };
	weigh(f, ways, best.right);
	passive_mend(w->unit, &f->is);
	f->sure = confidence(&m->settings, f);
}

static bool holds(const struct reading *outer, const struct cue *cue)
{
	for (int i = 0; i < outer->contents; i++)
		if (outer->content[i].from <= cue->from && cue->to <= outer->content[i].to)
			return true;
	return false;
}

struct tag_founds tag_find(const struct tag_model *m, struct tag_work *w)
{
	struct tag_founds out = { w->found, 0 };
	unit_see(w->unit, &m->pos, &m->tree, &m->senses);
	int cues = ways_find(m, w);
	for (int c = 0; c < cues; c++) {
		if (!w->ways[c].n)
			continue;
		choose(m, w, &w->ways[c], &w->found[out.n]);
		out.n += w->found[out.n].is.contents > 0;
	}
	return out;
}

bool tag_is_inner(const struct tag_founds *all, const struct tag_found *x)
{
	for (int k = 0; k < all->n; k++)
		if (&all->at[k] != x && all->at[k].sure > x->sure && holds(&all->at[k].is, &x->is.cue))
			return true;
	return false;
}

enum { COGNITION = 31, COMMUNICATION = 32 }; // verbs, by WordNet's files

bool tag_may_hold(const struct unit *u, struct tag_part p)
{
	for (int i = p.from; i < p.to; i++) {
		bool says = u->kind[i] == COMMUNICATION || u->kind[i] == COGNITION;
		if (says && u->low_kid[i] >= p.from && u->low_kid[i] < i)
			return true;
		if (u->tag[i] == POS_VBG && u->forms.at[i].low == forms_hash("according", 9))
			return true;
	}
	return false;
}
