// train TRAIN.ndjson TRAIN.tsv DEV.ndjson DEV.tsv SENSES.tsv MODEL PREDICTIONS: makes the model from labelled articles,
// says what it comes to on others, and writes what it finds there. The same input gives the same bytes.
#include "train/fit.h"
#include "train/label.h"
#include "train/units.h"

#include "base/file.h"
#include "base/par.h"
#include "base/utf8.h"
#include "tag/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const float cue_least = .08f, source_least = .08f, inner = .3f;

static void need(enum status s, const struct err *e)
{
	if (s == STATUS_OK)
		return;
	fprintf(stderr, "train: %s\n", e->text);
	exit(1);
}

// A synset's number as 16 bits.
static uint16_t short_of(struct slice number)
{
	return (uint16_t)((uint32_t)strtoul(number.at, NULL, 10) * 2654435761u >> 16);
}

static struct sense_model senses_read(struct arena *a, const char *path)
{
	struct err e = { 0 };
	struct slice bytes, line, cell[7];
	struct sense *at = arena_array(a, struct sense, 1u << SENSE_BITS);
	uint32_t n = 0;
	need(file_read(a, path, 1 << 28, "FILE", &bytes, &e), &e);
	while (slice_line(&bytes, &line)) {
		for (int i = 0; i < 7; i++)
			slice_cut(&line, '\t', &cell[i]);
		uint32_t key = forms_hash(cell[0].at, cell[0].len), k = key >> (32 - SENSE_BITS);
		while (at[k].key && at[k].key != key)
			k = (k + 1) & ((1u << SENSE_BITS) - 1);
		n += !at[k].key;
		at[k] = (struct sense){ .key = key,
					.verb = (uint8_t)strtoul(cell[1].at, NULL, 10),
					.noun = (uint8_t)strtoul(cell[2].at, NULL, 10),
					.flags = (uint8_t)strtoul(cell[3].at, NULL, 10),
					.verb_sense = short_of(cell[4]),
					.verb_kind = short_of(cell[5]),
					.noun_kind = short_of(cell[6]) };
	}
	printf("senses: %u words\n", n);
	if (n > 7u << (SENSE_BITS - 3)) {
		fprintf(stderr, "train: more words than the table of senses has room for\n");
		exit(1);
	}
	return (struct sense_model){ at };
}

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
				size_t at = field_open(&x, (size_t)(to - from));
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
	struct field_options o = { .epochs = 14,
				   .rate = .01f,
				   .calm = 1,
				   .drop = .5f,
				   .least = 10,

				   .seed = 100 + even,
				   .may = whose_may };
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

struct cases {
	struct fit_case *at;
	size_t n, room, gold;
};

// What a model finds in an article, and whether it is right. A cue of the labels counts for the first that finds it.
static void judge(struct arena *a, const struct tag_model *m, struct tag_work *w, const struct document *d,
		  struct cases *out)
{
	struct arena scratch = { 0 };
	bool *met = arena_array(&scratch, bool, d->attributions.n + 1);
	struct unit *u = tag_unit(w);
	struct tag_walk walk = units_walk(d);
	while (tag_next(&walk, u)) {
		struct tag_founds found = tag_find(m, w);
		for (int k = 0; k < found.n; k++) {
			struct fit_case *x = list_add(a, out);
			const struct attribution *gold = label_cue(&u->forms, d, &found.at[k].cue);
			memcpy(x->signs, found.at[k].signs, sizeof x->signs);
			x->doubt = found.at[k].doubt;
			x->sure = found.at[k].sure;
			x->right =
			    gold && !met[gold - d->attributions.at] && label_right(&u->forms, gold, &found.at[k]);
			if (x->right)
				met[gold - d->attributions.at] = true;
		}
	}
	out->gold += d->attributions.n;
	arena_free(&scratch);
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
			judge(&scratch, &m, w, &u->corpus->list.at[i].d, &x);
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

// Words that differ from the silver tags and heads.
static void measure_syntax(const struct corpus *c, const struct tag_model *m)
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

static void measure_sure(const struct corpus *c, const struct tag_model *m)
{
	struct arena scratch = { 0 };
	struct tag_work *w = tag_room(&scratch);
	struct cases x = { 0 };
	struct fit_step step[10];
	for (each (article, &c->list))
		judge(&scratch, m, w, &article->d, &x);
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
	measure_syntax(&dev, &m);
	measure_sure(&dev, &m);
	need(model_write(argv[6], &m, &e), &e);
	return 0;
}
