// train TRAIN.ndjson TRAIN.tsv DEV.ndjson DEV.tsv SENSES.tsv MODEL: makes the model from labelled articles, and says
// what it comes to on others. The same input gives the same bytes.
#include "train/judge.h"
#include "train/label.h"
#include "train/senses.h"
#include "train/units.h"

#include "base/par.h"
#include "tag/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const float cue_least = .08f, source_least = .08f, inner = .3f;

// The second look, learned from all articles, or from those of an even number.
struct whose_job {
	struct units *units;
	struct arena arena[2];
	struct field field[2];
};

static void learn_whose(void *context, size_t even, size_t thread)
{
	(void)thread;
	struct whose_job *j = context;
	struct arena scratch = { 0 };
	struct examples x = { .arena = &scratch, .per = WHOSE_FEATURES };
	struct unit *u = unit_room(&scratch);
	struct whose_view v = whose_room(&scratch);
	for (size_t i = 0; i < j->units->corpus->list.n; i += 1 + even) {
		const struct document *d = &j->units->corpus->list.at[i].d;
		for (each (k, &j->units->of[i])) {
			units_load(j->units, k, u);
			whose_look(&v, u, (const float(*)[CHAIN_ROOM])k->role, k->cue, k->cues);
			for (int c = 0; c < k->cues; c++) {
				int from, to;
				whose_window(&v, &k->cue[c], &from, &to);
				whose_paths(&v, c, from, to);
				size_t at = examples_open(&x, (size_t)(to - from));
				for (int w = from; w < to; w++) {
					uint32_t *f = x.feature + (at + (size_t)(w - from)) * WHOSE_FEATURES;
					int n = whose_word_features(&v, w, f);
					if (w < k->cue[c].from || w >= k->cue[c].to) // which is always out
						whose_cue_features(&v, c, w, f + n);
				}
				const struct attribution *gold = label_cue(&u->forms, d, &k->cue[c]);
				if (gold)
					label_whose(&u->forms, gold, &k->cue[c], from, to, x.label + at);
			}
		}
	}
	struct field_options o = { .least = 10, .seed = 100 + even, .may = whose_may };
	j->field[even] = field_train(&j->arena[even], &x, &o);
	arena_free(&scratch);
}

static struct tag_model model_of(const struct units *u, size_t fold, const struct field *whose)
{
	return (
	    struct tag_model){ .pos = u->pos[fold],
			       .tree = u->tree[fold],
			       .senses = *u->senses,
			       .roles = { u->roles[fold].table, u->roles[fold].steps },
			       .whose = { whose->table, whose->steps },
			       .settings = { .cue_least = cue_least, .source_least = source_least, .inner = inner } };
}

// How sure to be: learned on the articles that the second model of the second look has not seen, in two rounds, since
// what is inside a content is doubted by the confidence of that.
static void fit(const struct units *u, const struct field *whose, struct tag_settings *s)
{
	struct arena scratch = { 0 };
	struct tag_work *w = tag_room(&scratch);
	double f1 = 0;
	for (int round = 0; round < 3; round++) {
		struct cases x = { 0 };
		for (size_t i = 1; i < u->corpus->list.n; i += 2) {
			struct tag_model m = model_of(u, i % FOLDS, whose);
			memcpy(m.settings.sure, s->sure, sizeof s->sure);
			judge_article(&scratch, &m, w, &u->corpus->list.at[i].d, &x);
		}
		if (round < 2)
			fit_weights(x.at, x.n, s->sure);
		else
			s->keep = fit_bound(x.at, x.n, x.gold, &f1);
	}
	printf("confidence: %.4f %.4f %.4f %.4f; bound %.4f, F1 there %.4f\n", (double)s->sure[0], (double)s->sure[1],
	       (double)s->sure[2], (double)s->sure[3], (double)s->keep, f1);
	arena_free(&scratch);
}

int main(int argc, char **argv)
{
	static struct arena a;
	static struct corpus train, dev;
	static struct units u;
	static struct whose_job j;
	struct err e = { 0 };
	if (argc != 7) {
		fprintf(stderr, "usage: train TRAIN.ndjson TRAIN.tsv DEV.ndjson DEV.tsv SENSES.tsv MODEL\n");
		return 2;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	corpus_read(&a, argv[1], argv[2], &train);
	corpus_read(&a, argv[3], argv[4], &dev);
	printf("articles: %zu to learn from, %zu to measure\n", train.list.n, dev.list.n);
	struct sense_model senses = senses_read(&a, argv[5]);
	u.corpus = &train;
	u.senses = &senses;
	j.units = &u;
	units_syntax(&u);
	units_roles(&u, cue_least);
	printf("first look: %zu features\n", u.roles[ALL].features);
	par_for(2, learn_whose, &j);
	printf("second look: %zu features\n", j.field[0].features);
	struct tag_model m = model_of(&u, ALL, &j.field[0]);
	fit(&u, &j.field[1], &m.settings);
	judge_syntax(&dev, &m);
	judge_confidence(&dev, &m);
	if (model_write(argv[6], &m, &e) == STATUS_OK)
		return 0;
	fprintf(stderr, "train: %s\n", e.text);
	return 1;
}
