// gate MARKED.ndjson MODEL OUT: learns from marked texts (tools/marked.py) which of the things that are said in a text
// bear on a case, says what it comes to on texts that were not learned from, and writes MODEL with it as OUT. With
// QUICK in the environment it only learns.
#include "train/marked.h"

#include "read/tagger.h"

#include <stdio.h>
#include <stdlib.h>

enum { BITS = 15 };

static const struct softmax_options settings = {
	.bits = BITS, .runs = 15, .epochs = 16, .rate = .05f, .shrink = 1e-4f, .seed = 7
};

// From all texts but those of a part; of MARKED_PARTS: from all.
static struct linear learn(struct arena *a, const struct lessons *from, uint32_t classes, size_t but)
{
	struct softmax_options o = settings;
	struct arena scratch = { 0 };
	LIST(struct softmax_example) x = { 0 };
	for (each (s, from))
		if (s->label >= 0 && s->text % MARKED_PARTS != but)
			list_push(&scratch, &x,
				  ((struct softmax_example){ s->feature, s->features, s->label, s->weight, s->text }));
	o.classes = classes;
	struct linear out = softmax_train(a, x.at, x.n, &o);
	arena_free(&scratch);
	return out;
}

// Texts in parts, each judged by what was learned from the others.
static void judge_aims(const struct marked *m)
{
	static const float least[] = { .25f, .35f, .45f };
	enum { LEASTS = sizeof least / sizeof *least };
	struct arena scratch = { 0 };
	size_t right[LEASTS] = { 0 }, found[LEASTS] = { 0 }, gold = 0;
	for (size_t part = 0; part < MARKED_PARTS; part++) {
		struct linear aim = learn(&scratch, &m->aims, AIM_CLASSES, part);
		for (each (s, &m->aims)) {
			float share[LINEAR_CLASSES];
			if (s->text % MARKED_PARTS != part)
				continue;
			linear_share(&aim, s->feature, s->features, share);
			gold += s->label > 0;
			for (int c = 1; c < AIM_CLASSES; c++)
				for (int k = 0; k < LEASTS; k++) {
					found[k] += share[c] >= least[k];
					right[k] += share[c] >= least[k] && s->label == c;
				}
		}
	}
	for (int k = 0; k < LEASTS; k++)
		printf("aim, from %.2f on: precision %.3f, recall %.3f of %zu among %zu\n", (double)least[k],
		       (double)right[k] / (double)found[k], (double)right[k] / (double)gold, gold, m->aims.n);
	arena_free(&scratch);
}

struct score {
	size_t right, found, stance; // statements found where there is one, found at all, of the right stance
};

static void judge(const struct linear *gate, const struct lesson *s, float least, struct score *to)
{
	float share[LINEAR_CLASSES];
	int best = GATE_STANCE;
	linear_share(gate, s->feature, s->features, share);
	for (int c = GATE_STANCE; c < GATE_CLASSES; c++)
		best = share[c] > share[best] ? c : best;
	if (1 - share[GATE_NEITHER] - share[GATE_FACT] < least)
		return;
	to->found++;
	to->right += s->label >= GATE_STANCE;
	to->stance += s->label == best;
}

// Texts in ten parts, each judged by what was learned from the other nine.
static void judge_all(const struct marked *m)
{
	static const float least[] = { .3f, .4f, .5f, .6f };
	struct score score[sizeof least / sizeof *least] = { 0 };
	struct arena scratch = { 0 };
	for (size_t fold = 0; fold < MARKED_PARTS; fold++) {
		struct linear gate = learn(&scratch, &m->statements, GATE_CLASSES, fold);
		for (each (s, &m->statements))
			for (size_t k = 0;
			     s->label >= 0 && s->text % MARKED_PARTS == fold && k < sizeof least / sizeof *least; k++)
				judge(&gate, s, least[k], &score[k]);
	}
	size_t gold = 0;
	for (each (s, &m->statements))
		gold += s->label >= GATE_STANCE;
	for (size_t k = 0; k < sizeof least / sizeof *least; k++)
		printf("gate, from %.1f on: precision %.3f, recall %.3f of %zu; stance %.3f\n", (double)least[k],
		       (double)score[k].right / (double)score[k].found, (double)score[k].right / (double)gold, gold,
		       (double)score[k].stance / (double)score[k].right);
	arena_free(&scratch);
}

int main(int argc, char **argv)
{
	static struct arena a;
	static struct marked m;
	struct err e = { 0 };
	struct tables t = tables_read(&a);
	if (argc != 4) {
		fprintf(stderr, "usage: gate MARKED.ndjson MODEL OUT\n");
		return 2;
	}
	setenv("HEARSAY_MODEL", argv[2], 1);
	if (tagger_open(&a, &t.tagger, &e) == STATUS_OK) {
		struct tag_model *with = &t.tagger->outer;
		with->gate = with->aim = (struct linear){ .weight = NULL }; // learned anew, whatever it had
		marked_read(&a, &t, argv[1], MARKED_PARTS, &m);
		printf("gate: %zu texts, %zu things that may be statements, %zu statements marked\n", m.texts,
		       m.statements.n, m.marks);
		if (!getenv("QUICK"))
			judge_all(&m);
		with->gate = learn(&a, &m.statements, GATE_CLASSES, MARKED_PARTS);
		struct marked taught = { .teach = true };
		marked_read(&a, &t, argv[1], MARKED_PARTS, &taught);
		if (!getenv("QUICK"))
			judge_aims(&taught);
		struct marked again = { 0 };
		for (size_t part = 0; part < MARKED_PARTS; part++) {
			with->gate = learn(&a, &m.statements, GATE_CLASSES, part);
			with->aim = learn(&a, &taught.aims, AIM_CLASSES, part);
			marked_read(&a, &t, argv[1], part, &again);
		}
		if (!getenv("QUICK"))
			judge_aims(&again);
		with->gate = learn(&a, &m.statements, GATE_CLASSES, MARKED_PARTS);
		with->aim = learn(&a, &again.aims, AIM_CLASSES, MARKED_PARTS);
		if (model_write(argv[3], with, &e) == STATUS_OK)
			return 0;
	}
	fprintf(stderr, "gate: %s\n", e.text);
	return 1;
}
