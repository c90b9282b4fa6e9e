// train TRAIN.ndjson TRAIN.tsv DEV.ndjson DEV.tsv SENSES.tsv LESSONS.ndjson MODEL: makes the model from labelled
// articles and lessons (tools/lessons.py), and says what it comes to on others. The same input gives the same bytes.
#include "train/readings.h"
#include "train/judge.h"
#include "train/label.h"
#include "train/senses.h"
#include "train/units.h"

#include "base/par.h"
#include "tag/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// How likely a cue must be by the first look, to be learned from and to be looked at.
static const float least_learned = .12f, least_looked_at = .16f;

// The second look, learned from all articles, from those of an even number, and from the others; the third, from all
// and from those of an even number.
struct looks {
	struct units *units;
	struct arena arena[3];
	struct field field[3];
	struct reading_model reading[2];
};

// The words around a cue, as an example.
static void add_cue(struct examples *x, struct whose_view *v, int cue, const struct attribution *gold)
{
	const struct cue *c = &v->cue[cue];
	int from, to;
	whose_window(v, c, &from, &to);
	whose_paths(v, cue, from, to);
	size_t at = examples_open(x, (size_t)(to - from));
	for (int w = from; w < to; w++) {
		uint32_t *f = x->feature + (at + (size_t)(w - from)) * WHOSE_FEATURES;
		int n = whose_word_features(v, w, f);
		if (w < c->from || w >= c->to) // which is always out
			whose_cue_features(v, cue, w, f + n);
	}
	if (gold)
		label_whose(&v->u->forms, gold, c, from, to, x->label + at);
}

static void learn_whose(void *context, size_t part, size_t thread)
{
	(void)thread;
	struct looks *j = context;
	struct arena scratch = { 0 };
	struct examples x = { .arena = &scratch, .per = WHOSE_FEATURES };
	struct unit *u = unit_room(&scratch);
	struct whose_view v = whose_room(&scratch);
	for (size_t i = part == 2; i < j->units->corpus->list.n; i += part ? 2 : 1) {
		const struct document *d = &j->units->corpus->list.at[i].d;
		for (each (k, &j->units->of[i])) {
			units_load(j->units, k, u);
			whose_look(&v, u, (const float(*)[CHAIN_ROOM])k->role, k->cue, k->cues);
			for (int c = 0; c < k->cues; c++)
				add_cue(&x, &v, c, label_cue(&u->forms, d, &k->cue[c]));
		}
	}
	struct field_options o = { .least = 10, .seed = 100 + part, .may = whose_may };
	j->field[part] = field_train(&j->arena[part], &x, &o);
	arena_free(&scratch);
}

static struct tag_model model_of(const struct units *u, size_t fold, const struct field *whose)
{
	return (struct tag_model){ .pos = u->pos[fold],
				   .tree = u->tree[fold],
				   .senses = *u->senses,
				   .roles = { u->roles[fold].table, u->roles[fold].steps },
				   .whose = { whose->table, whose->steps },
				   .settings = { .cue_least = least_looked_at } };
}

// Reads an article by models that have not learned from it.
static struct tag_model stranger(const void *job, size_t article)
{
	const struct looks *j = job;
	return model_of(j->units, article % FOLDS, &j->field[1 + !(article % 2)]);
}

static void learn_readings(void *context, size_t even, size_t thread)
{
	(void)thread;
	struct looks *j = context;
	struct arena scratch = { 0 };
	struct trials x = trials_hold(&scratch, j->units, 0, 1 + even, stranger, j);
	j->reading[even] = readings_train(&j->arena[even], &x);
	arena_free(&scratch);
}

// How sure to be: learned on the articles that neither the second look nor the third has seen, in two rounds, since
// which are inner ones depends on it; then the bound.
static void fit(const struct looks *j, struct tag_settings *s)
{
	struct arena scratch = { 0 };
	struct tag_work *w = tag_room(&scratch);
	const struct corpus *corpus = j->units->corpus;
	double f1 = 0;
	for (int round = 0; round < 3; round++) {
		struct cases x = { 0 };
		for (size_t i = 1; i < corpus->articles; i += 2) {
			struct tag_model m = model_of(j->units, i % FOLDS, &j->field[1]);
			m.reading = j->reading[1];
			memcpy(m.settings.sure, s->sure, sizeof s->sure);
			judge_article(&scratch, &m, w, &corpus->list.at[i].d, &x);
		}
		if (round < 2)
			fit_weights(x.at, x.n, s->sure);
		else
			s->keep = fit_bound(x.at, x.n, x.gold, &f1);
	}
	printf("confidence:");
	for (int k = 0; k < TAG_SIGNS; k++)
		printf(" %.4f", (double)s->sure[k]);
	printf("; bound %.4f, F1 there %.4f\n", (double)s->keep, f1);
	arena_free(&scratch);
}

int main(int argc, char **argv)
{
	static struct arena a;
	static struct corpus train, dev;
	static struct units u;
	static struct looks j;
	struct err e = { 0 };
	if (argc != 8) {
		fprintf(stderr,
			"usage: train TRAIN.ndjson TRAIN.tsv DEV.ndjson DEV.tsv SENSES.tsv LESSONS.ndjson MODEL\n");
		return 2;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	corpus_read(&a, argv[1], argv[2], &train);
	train.articles = train.list.n;
	corpus_read(&a, argv[6], NULL, &train);
	corpus_read(&a, argv[3], argv[4], &dev);
	printf("articles: %zu and %zu lessons to learn from, %zu to measure\n", train.articles,
	       train.list.n - train.articles, dev.list.n);
	struct sense_model senses = senses_read(&a, argv[5]);
	u.corpus = &train;
	u.senses = &senses;
	j.units = &u;
	units_syntax(&u);
	units_roles(&u, least_learned);
	printf("first look: %zu features\n", u.roles[ALL].features);
	par_for(3, learn_whose, &j);
	printf("second look: %zu features\n", j.field[0].features);
	struct tag_model m = model_of(&u, ALL, &j.field[0]);
	par_for(2, learn_readings, &j);
	m.reading = j.reading[0];
	fit(&j, &m.settings);
	judge_syntax(&dev, &m);
	judge_confidence(&dev, &m);
	if (model_write(argv[7], &m, &e) == STATUS_OK)
		return 0;
	fprintf(stderr, "train: %s\n", e.text);
	return 1;
}
