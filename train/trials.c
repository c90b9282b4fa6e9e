#include "train/trials.h"

#include "train/label.h"

static void add_way(struct arena *a, const struct tag_work *w, const struct reading *r, const struct attribution *gold,
		    struct trials *out)
{
	const struct forms *f = &w->unit->forms;
	uint32_t feature[READING_FEATURES];
	int n = ways_features(w, r, feature);
	*list_add(a, &out->way) = (struct trial_way){ .first = out->feature.n,
						      .n = (size_t)n,
						      .behind = r->behind,
						      .worth = gold ? label_worth(f, gold, r) : 0,
						      .right = gold && label_right(f, gold, r) };
	for (int i = 0; i < n; i++)
		list_push(a, &out->feature, reading_slot(feature[i]));
}

static void read_unit(struct arena *a, const struct tag_model *m, struct tag_work *w, const struct document *d,
		      struct trials *out)
{
	int cues = ways_find(m, w);
	for (int c = 0; c < cues; c++) {
		const struct ways *x = &w->ways[c];
		if (!x->n)
			continue;
		const struct attribution *gold = label_cue(&w->unit->forms, d, &w->cue[c]);
		list_push(a, &out->cue, ((struct trial){ out->way.n, x->n, gold != NULL }));
		for (int k = 0; k < x->n; k++)
			add_way(a, w, &x->reading[k], gold, out);
	}
}

struct trials trials_hold(struct arena *a, const struct units *u, size_t first, size_t every, trial_model *model,
			  const void *context)
{
	struct trials out = { 0 };
	struct tag_work *w = tag_room(a);
	for (size_t i = first; i < u->corpus->list.n; i += every) {
		struct tag_model m = model(context, i);
		for (each (k, &u->of[i])) {
			units_load(u, k, tag_unit(w));
			read_unit(a, &m, w, &u->corpus->list.at[i].d, &out);
		}
	}
	return out;
}
