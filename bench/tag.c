// bench-tag FILE...: how fast attributions are found in texts, on one core, and where the time goes. Prints CSV.
//
// Each file is a text, or lines of JSON with a "text" each. A token is a form (tag/forms.h); the best of some rounds
// counts. Stages are measured by stopping after each of them.
#include "base/file.h"
#include "case/json.h"
#include "read/attribute.h"
#include "read/read.h"
#include "read/tagger.h"
#include "tag/ways.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum stage { SENTENCES, WORDS, TREES, FIRST_LOOK, OTHER_LOOKS, INNER_LEVEL, STAGES };
enum { ROUNDS = 9 };

static const char *const names[STAGES] = { "text to sentences", "words",       "tags and trees",
					   "first look",        "other looks", "inner level" };

static struct arena a;
static struct tables tables;
static struct tagger *tagger;
static LIST(struct slice) texts;

static void need(enum status s, const struct err *e)
{
	if (s == STATUS_OK)
		return;
	fprintf(stderr, "bench-tag: %s\n", e->text);
	exit(1);
}

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void add_texts(const char *path)
{
	struct err e = { 0 };
	struct slice bytes, line;
	struct node *n;
	need(file_read(&a, path, 1 << 28, "FILE", &bytes, &e), &e);
	if (!slice_starts(bytes, "{")) {
		list_push(&a, &texts, bytes);
		return;
	}
	while (slice_line(&bytes, &line)) {
		need(json_read(&a, line, &n, &e), &e);
		list_push(&a, &texts, slice_of(node_get_text(n, "text")));
	}
}

// Reads all up to a stage; returns how many tokens there were.
static size_t read_up_to(enum stage stage)
{
	const struct tag_model *m = &tagger->outer;
	struct tag_work *w = tagger->work;
	size_t n = 0;
	for (each (t, &texts)) {
		struct arena scratch = { 0 };
		struct err e = { 0 };
		struct document d;
		struct read_options o = { .envelope.path = "text.txt", .verbatim = true, .depth = READ_TEXT };
		need(read_page(&scratch, &tables, *t, &o, &d, &e), &e);
		struct tag_walk walk = attribute_units(&d);
		struct unit *u = tag_unit(w);
		while (stage >= WORDS && stage < INNER_LEVEL && tag_next(&walk, u)) {
			n += (size_t)u->forms.n;
			if (stage == TREES || stage == FIRST_LOOK)
				unit_see(u, &m->pos, &m->tree, &m->senses);
			if (stage == FIRST_LOOK)
				ways_cues(&m->roles, m->settings.cue_least, w);
			if (stage == OTHER_LOOKS)
				tag_find(m, w);
		}
		if (stage == INNER_LEVEL) // which begins anew
			n += attribute_find(&scratch, tagger, 0, NULL, &d);
		arena_free(&scratch);
	}
	return n;
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	if (argc < 2) {
		fprintf(stderr, "usage: bench-tag FILE...\n");
		return 2;
	}
	for (int i = 1; i < argc; i++)
		add_texts(argv[i]);
	tables = tables_read(&a);
	double start = seconds();
	need(tagger_open(&a, &tagger, &e), &e);
	printf("stage,seconds,tokens,tokens_per_second\n");
	printf("load the model,%.4f,,\n", seconds() - start);
	double best[STAGES];
	size_t tokens = 0;
	for (int round = 0; round < ROUNDS; round++) // of each stage, so that a busy moment does not cost one all
		for (enum stage stage = SENTENCES; stage < STAGES; stage++) {
			start = seconds();
			tokens = read_up_to(stage);
			double took = seconds() - start;
			best[stage] = !round || took < best[stage] ? took : best[stage];
		}
	for (enum stage stage = SENTENCES; stage < STAGES; stage++) {
		double took = best[stage] - (stage ? best[stage - 1] : 0);
		printf("%s,%.4f,%zu,%.0f\n", names[stage], took, tokens, (double)tokens / took);
	}
	printf("all,%.4f,%zu,%.0f\n", best[STAGES - 1], tokens, (double)tokens / best[STAGES - 1]);
	return 0;
}
