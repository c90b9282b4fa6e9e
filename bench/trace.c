// bench-trace [OPTION...]: documents a second, pair F1, origins and memory of tracing copies, beside MinHash in the
// same run on the same documents, on one core. Prints CSV.
//
// Documents are made in batches while no clock runs. Each program runs in a process of its own, so that the memory of
// one is not the other's; peak_mb is what it adds to what the process has at its start, with the texts where it needs
// them to stay. The best of some runs counts for time. Seconds are of the processor.
#include "memory.h"
#include "minhash.h"
#include "trace_set.h"

#include "case/json.h"
#include "trace/rank.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 1000 };

struct settings {
	size_t documents, seed, words, peer, runs;
	const char *write;
	bool tune;
};

// A program that clusters: it is given the documents in batches, then asked for the cluster of each.
struct tracer {
	const char *name;
	bool keeps; // needs the texts until the end
	void (*add)(struct document *docs, size_t n);
	void (*end)(size_t *cluster);
};

// What a run tells.
struct outcome {
	double seconds, precision, recall, f1, peak, p50, p99;
	size_t words, origins_true, origins_found;
};

static struct arena kept; // of the program that runs
static struct trace_set set;

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "bench-trace: %s: %s\n", what, strerror(errno));
	exit(1);
}

// Hearsay: each document as it comes, then who took it from whom. The texts of the last days stay at hand, for the
// pairs that letters must decide; of older ones nothing does but their words' hashes.
enum { AT_HAND = 32 }; // batches

static struct copies copies;
static struct arena scratch;
static struct arena at_hand[AT_HAND];
static LIST_OWN(struct slice) texts;  // of the documents; empty: gone
static LIST_OWN(float) microseconds; // that each document took

static void hearsay_fold(void *context, uint32_t text, struct arena *a, struct folded *out)
{
	(void)context;
	folded_of(a, texts.at[text].at, texts.at[text].len, out);
}

static void hearsay_add(struct document *docs, size_t n)
{
	size_t batch = texts.n / BATCH;
	struct arena *a = &at_hand[batch % AT_HAND];
	if (!texts.n)
		copies_begin(&copies, hearsay_fold, NULL);
	for (size_t i = 0; batch >= AT_HAND && i < BATCH; i++)
		texts.at[(batch - AT_HAND) * BATCH + i] = (struct slice){ 0 };
	arena_free(a);
	for (size_t i = 0; i < n; i++) {
		struct folded f;
		double start = seconds();
		list_push_own(&texts, ((struct slice){ arena_copy(a, docs[i].text, docs[i].len), docs[i].len }));
		folded_of(&scratch, docs[i].text, docs[i].len, &f);
		copies_add(&copies, &docs[i], &f);
		arena_reset(&scratch);
		list_push_own(&microseconds, (float)((seconds() - start) * 1e6));
	}
}

static int by_time(const void *x, const void *y)
{
	float a = *(const float *)x, b = *(const float *)y;
	return (a > b) - (a < b);
}

// What one more document takes when all but the last tenth are there.
static void latencies(struct outcome *o)
{
	size_t n = microseconds.n / 10;
	float *last = microseconds.at + microseconds.n - n;
	if (!n)
		return;
	qsort(last, n, sizeof *last, by_time);
	o->p50 = last[n / 2];
	o->p99 = last[n * 99 / 100];
}

static void hearsay_end(size_t *cluster)
{
	struct aligner w = { 0 };
	for (each (k, &copies.clusters)) {
		const struct rank *members = k->n ? rank_members(&scratch, &copies, k, &w) : NULL;
		for (size_t i = 0; i < k->n; i++)
			cluster[members[i].text] = members[0].text;
		arena_reset(&scratch);
	}
	align_free(&w);
}

static struct minhash peer;

static void peer_add(struct document *docs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		minhash_add(&kept, &peer, docs[i].text, docs[i].len);
}

static void peer_end(size_t *cluster)
{
	minhash_clusters(&peer, cluster);
}

static const struct tracer hearsay = { "hearsay", false, hearsay_add, hearsay_end };
static const struct tracer minhash = { "minhash", false, peer_add, peer_end };

static size_t blanks(const char *s)
{
	size_t n = 1;
	for (; *s; s++)
		n += *s == ' ' || (*s == '\n' && s[1] != '\n');
	return n;
}

struct pair {
	size_t truth, found;
};

static int by_both(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;
	if (a->truth != b->truth)
		return a->truth < b->truth ? -1 : 1;
	return (a->found > b->found) - (a->found < b->found);
}

static int by_found(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;
	return (a->found > b->found) - (a->found < b->found);
}

// Pairs of neighbours that are the same; counts the groups.
static double pairs_count(const struct pair *p, size_t n, bool truth, bool found, size_t *groups)
{
	double pairs = 0;
	*groups = 0;
	for (size_t from = 0, to; from < n; from = to, ++*groups) {
		for (to = from; to < n; to++)
			if ((truth && p[to].truth != p[from].truth) || (found && p[to].found != p[from].found))
				break;
		pairs += (double)(to - from) * (double)(to - from - 1) / 2;
	}
	return pairs;
}

// Pairs in one cluster and of one origin, as test data for tracers are scored.
static void score(const size_t *cluster, size_t n, struct outcome *o)
{
	struct arena scratch = { 0 };
	struct pair *p = arena_array(&scratch, struct pair, n + 1);
	size_t groups;
	for (size_t i = 0; i < n; i++)
		p[i] = (struct pair){ trace_set_origin(&set, i), cluster[i] };
	qsort(p, n, sizeof *p, by_both);
	double both = pairs_count(p, n, true, true, &groups);
	double truth = pairs_count(p, n, true, false, &o->origins_true);
	qsort(p, n, sizeof *p, by_found);
	double found = pairs_count(p, n, false, true, &o->origins_found);
	o->precision = found > 0 ? both / found : 1;
	o->recall = truth > 0 ? both / truth : 1;
	o->f1 = both > 0 ? 2 * both / (found + truth) : 0;
	arena_free(&scratch);
}

// Feeds a program the first n documents; seconds are those spent in it.
static double feed(const struct tracer *t, size_t n, size_t *words)
{
	double spent = 0;
	struct arena own = { 0 };
	*words = 0;
	for (size_t from = 0; from < n; from += BATCH) {
		struct arena *a = t->keeps ? &kept : &own;
		size_t size = n - from < BATCH ? n - from : BATCH;
		struct document *docs = arena_array(a, struct document, size);
		for (size_t i = 0; i < size; i++) {
			trace_set_document(&set, from + i, a, &docs[i]);
			*words += blanks(docs[i].text);
		}
		double start = seconds();
		t->add(docs, size);
		spent += seconds() - start;
		arena_free(&own);
	}
	return spent;
}

static struct outcome run_here(const struct tracer *t, size_t n)
{
	struct outcome o = { 0 };
	size_t *cluster = arena_array(&kept, size_t, n + 1);
	double before = memory("VmRSS:");
	o.seconds = feed(t, n, &o.words);
	double start = seconds();
	t->end(cluster);
	o.seconds += seconds() - start;
	o.peak = memory("VmHWM:") - before;
	latencies(&o);
	score(cluster, n, &o);
	return o;
}

// The same in a child.
static struct outcome run_once(const struct tracer *t, size_t n)
{
	struct outcome o;
	int ends[2];
	if (pipe(ends))
		fail("pipe");
	pid_t child = fork();
	if (child < 0)
		fail("fork");
	if (!child) {
		o = run_here(t, n);
		_exit(write(ends[1], &o, sizeof o) != (ssize_t)sizeof o);
	}
	close(ends[1]);
	if (read(ends[0], &o, sizeof o) != (ssize_t)sizeof o)
		fail(t->name);
	close(ends[0]);
	waitpid(child, NULL, 0);
	return o;
}

static void run(const struct tracer *t, const struct settings *s, size_t n)
{
	struct outcome best = run_once(t, n);
	for (size_t i = 1; i < s->runs; i++) {
		struct outcome o = run_once(t, n);
		best.seconds = o.seconds < best.seconds ? o.seconds : best.seconds;
	}
	printf("%s,%zu,%zu,%.3f,%.0f,%.4f,%.4f,%.4f,%zu,%zu,%.1f,%.0f,%.0f\n", t->name, n, best.words, best.seconds,
	       (double)n / best.seconds, best.precision, best.recall, best.f1, best.origins_true, best.origins_found,
	       best.peak, best.p50, best.p99);
	fflush(stdout);
}

// The peer's scores by what there is to tune.
static void tune(const struct settings *s)
{
	static const int rows[][2] = { { 64, 2 }, { 42, 3 }, { 32, 4 }, { 25, 5 } };
	size_t *cluster = arena_array(&kept, size_t, s->peer + 1), words;
	printf("gram,bands,rows,threshold,pair_precision,pair_recall,pair_f1\n");
	for (int gram = 2; gram <= 5; gram++) {
		struct minhash_options o = { .gram = gram };
		minhash_open(&peer, &o);
		feed(&minhash, s->peer, &words);
		for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
			for (int same = 20; same <= 60; same += 2) {
				struct outcome out;
				double least = same / (double)MINHASH_VALUES;
				peer.options = (struct minhash_options){ gram, rows[r][0], rows[r][1], least };
				minhash_clusters(&peer, cluster);
				score(cluster, s->peer, &out);
				printf("%d,%d,%d,%.3f,%.4f,%.4f,%.4f\n", gram, rows[r][0], rows[r][1], least,
				       out.precision, out.recall, out.f1);
			}
		fflush(stdout);
	}
}

static void document_print(FILE *docs, FILE *gold, size_t i)
{
	struct arena a = { 0 };
	struct document d;
	char time[SET_TIME];
	struct buf line = buf_in(&a);
	trace_set_document(&set, i, &a, &d);
	trace_set_time(&set, i, time);
	struct node *n = node_map(&a);
	node_put_text(&a, n, "id", d.id);
	node_put_text(&a, n, "outlet", d.outlet);
	node_put_text(&a, n, "published", *time ? time : NULL);
	node_put_text(&a, n, "title", d.title);
	node_put_text(&a, n, "text", d.text);
	json_write(&line, n);
	size_t origin = trace_set_origin(&set, i), parent = trace_set_parent(&set, i);
	const char *origin_id = trace_set_id(&a, &set, origin);
	fprintf(docs, "%s\n", buf_str(&line));
	fprintf(gold, "%s\t%s\t%s\t%s\t%s\n", d.id, origin_id, origin_id, trace_set_kind(&set, i),
		parent == i ? "" : trace_set_id(&a, &set, parent));
	arena_free(&a);
}

// The set as lines of JSON, and what is true of it beside.
static void set_write(const struct settings *s)
{
	char *path = arena_printf(&kept, "%s.gold.tsv", s->write);
	FILE *docs = fopen(s->write, "w"), *gold = fopen(path, "w");
	if (!docs || !gold)
		fail(s->write);
	fprintf(gold, "id\ttext_origin\treport_origin\tkind\tparent\n");
	for (size_t i = 0; i < s->documents; i++)
		document_print(docs, gold, i);
	if (fclose(docs) || fclose(gold))
		fail(s->write);
}

static int usage(void)
{
	fprintf(stderr, "usage: bench-trace [--documents N] [--seed S] [--words W] [--peer N] [--runs R] [--tune]\n"
			"                   [--write FILE]\n");
	return 2;
}

static bool settings_read(int argc, char **argv, struct settings *s)
{
	static const struct option options[] = {
		{ "documents", 1, NULL, 'd' }, { "seed", 1, NULL, 's' }, { "words", 1, NULL, 'w' },
		{ "peer", 1, NULL, 'p' },      { "runs", 1, NULL, 'r' }, { "tune", 0, NULL, 't' },
		{ "write", 1, NULL, 'f' },     { 0 },
	};
	*s = (struct settings){ .documents = 20000, .seed = 1, .words = 400, .peer = 20000, .runs = 3 };
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		size_t number = optarg ? strtoul(optarg, NULL, 10) : 0;
		switch (c) {
		case 'd': s->documents = number; break;
		case 's': s->seed = number; break;
		case 'w': s->words = number; break;
		case 'p': s->peer = number; break;
		case 'r': s->runs = number; break;
		case 't': s->tune = true; break;
		case 'f': s->write = optarg; break;
		default: return false;
		}
	}
	s->peer = s->peer < s->documents ? s->peer : s->documents;
	return optind == argc && s->documents && s->words && s->runs;
}

int main(int argc, char **argv)
{
	struct settings s;
	if (!settings_read(argc, argv, &s))
		return usage();
	trace_set_open(&set, s.seed, s.words);
	if (s.write) {
		set_write(&s);
		return 0;
	}
	if (s.tune) {
		tune(&s);
		return 0;
	}
	minhash_open(&peer, &minhash_tuned);
	printf("program,documents,words,seconds,documents_a_second,pair_precision,pair_recall,pair_f1,origins_true,"
	       "origins_found,peak_mb,p50_us,p99_us\n");
	fflush(stdout);
	if (s.peer) {
		run(&hearsay, &s, s.peer);
		run(&minhash, &s, s.peer);
	}
	if (s.peer < s.documents)
		run(&hearsay, &s, s.documents);
	return 0;
}
