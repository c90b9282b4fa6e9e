#include "train/judge.h"

#include "read/attribute.h"
#include "train/label.h"

#include <stdio.h>
#include <string.h>

void judge_article(struct arena *a, const struct tag_model *m, struct tag_work *w, const struct document *d,
		   struct cases *out)
{
	struct arena scratch = { 0 };
	bool *met = arena_array(&scratch, bool, d->attributions.n + 1);
	struct unit *u = tag_unit(w);
	struct tag_walk walk = attribute_units(d);
	while (tag_next(&walk, u)) {
		struct tag_founds found = tag_find(m, w);
		for (int k = 0; k < found.n; k++) {
			if (tag_is_inner(&found, &found.at[k]))
				continue;
			struct fit_case *x = list_add(a, out);
			const struct attribution *gold = label_cue(&u->forms, d, &found.at[k].is.cue);
			memcpy(x->signs, found.at[k].signs, sizeof x->signs);
			x->sure = found.at[k].sure;
			x->right =
			    gold && !met[gold - d->attributions.at] && label_right(&u->forms, gold, &found.at[k].is);
			if (x->right)
				met[gold - d->attributions.at] = true;
		}
	}
	out->gold += d->attributions.n;
	arena_free(&scratch);
}

void judge_syntax(const struct corpus *c, const struct tag_model *m)
{
	struct arena scratch = { 0 };
	struct tree_state *s = tree_room(&scratch);
	uint8_t *tag = arena_array(&scratch, uint8_t, FORMS_MOST);
	int16_t *head = arena_array(&scratch, int16_t, FORMS_MOST);
	size_t n = 0, tags = 0, heads = 0, same = 0, other = 0;
	for (each (x, &c->list)) {
		same += x->taught.n;
		other += x->other.n;
		for (each (t, &x->taught)) {
			pos_tag(&m->pos, &t->forms, tag);
			tree_parse(&m->tree, s, &t->forms, tag, head);
			for (int i = 0; i < t->forms.n; i++, n++) {
				tags += tag[i] == t->tag[i];
				heads += (head[i] < 0 ? t->forms.n : head[i]) == t->head[i];
			}
		}
	}
	printf("dev: %zu of %zu sentences are cut to the same words; of %zu words there, tags agree on %.4f, heads on "
	       "%.4f\n",
	       same, same + other, n, (double)tags / (double)n, (double)heads / (double)n);
	arena_free(&scratch);
}

void judge_confidence(const struct corpus *c, const struct tag_model *m)
{
	struct arena scratch = { 0 };
	struct tag_work *w = tag_room(&scratch);
	struct cases x = { 0 };
	struct fit_step step[10];
	for (each (article, &c->list))
		judge_article(&scratch, m, w, &article->d, &x);
	double error = fit_error(x.at, x.n, step), best;
	printf("dev: %zu found, expected calibration error %.4f\n", x.n, error);
	for (int k = 0; k < 10; k++)
		if (step[k].n)
			printf("  confidence %.1f to %.1f: %4zu, mean %.3f, right %.3f\n", k / 10., (k + 1) / 10.,
			       step[k].n, step[k].sure / (double)step[k].n, step[k].right / (double)step[k].n);
	float bound = fit_bound(x.at, x.n, x.gold, &best);
	printf("dev: the best bound would be %.4f, F1 %.4f\n", (double)bound, best);
	arena_free(&scratch);
}
