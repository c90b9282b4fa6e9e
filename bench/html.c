// How fast pages become trees: bench-html FILE... prints CSV, a line for each step of ours and one for gumbo, over all
// files in the same run. Each goes through all pages over and over for about a second; the best round counts.
#include "base/file.h"
#include "base/limits.h"
#include "read/html_build.h"
#include "read/html_meta.h"
#include "read/page_words.h"

#include <gumbo.h>
#include <stdio.h>
#include <time.h>

struct page {
	struct slice bytes;
	struct decoded decoded;
};

struct pages {
	struct page *at;
	size_t n, room, bytes;
};

// Processor time: what else the machine does should not count.
static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void tokens(const struct page *p)
{
	struct arena a = { 0 };
	struct html_tokens t = html_token_start(&a, p->decoded.text, p->decoded.len, false);
	for (struct html_token k; html_token_next(&t, &k); t.attrs.n = 0)
		;
	arena_free(&a);
}

static void tree(const struct page *p)
{
	struct arena a = { 0 };
	struct html_tree t;
	struct err e;
	if (html_build(&a, &p->decoded, false, &t, &e) != STATUS_OK)
		fprintf(stderr, "%s\n", e.text);
	arena_free(&a);
}

static void meta(const struct page *p)
{
	struct arena a = { 0 };
	struct html_tree t;
	struct document d = { 0 };
	struct err e;
	if (html_build(&a, &p->decoded, false, &t, &e) == STATUS_OK)
		html_meta_read(&a, &t, &(struct html_meta_hints){ 0 }, &d);
	arena_free(&a);
}

static void words(const struct page *p)
{
	struct arena a = { 0 };
	(void)p;
	page_words_read(&a);
	arena_free(&a);
}

static void decode(const struct page *p)
{
	struct arena a = { 0 };
	struct decoded d;
	struct err e;
	if (bytes_decode(&a, p->bytes, NULL, &d, &e) != STATUS_OK)
		fprintf(stderr, "%s\n", e.text);
	arena_free(&a);
}

static void gumbo(const struct page *p)
{
	GumboOutput *out = gumbo_parse_with_options(&kGumboDefaultOptions, p->decoded.text, p->decoded.len);
	gumbo_destroy_output(&kGumboDefaultOptions, out);
}

static void run(const struct pages *pages, const char *name, void (*parse)(const struct page *))
{
	double best = 0, start = now();
	int rounds = 0;
	for (; rounds < 3 || now() - start < 1; rounds++) {
		double from = now();
		for (size_t i = 0; i < pages->n; i++)
			parse(&pages->at[i]);
		double speed = (double)pages->bytes / (now() - from);
		best = speed > best ? speed : best;
	}
	printf("%s,%zu,%zu,%d,%.1f,%.0f\n", name, pages->n, pages->bytes, rounds, best / 1e6,
	       best * (double)pages->n / (double)pages->bytes);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct pages pages = { 0 };
	struct err e;
	for (int i = 1; i < argc; i++) {
		struct page *p = list_add(&a, &pages);
		if (file_read(&a, argv[i], LIMIT_DOCUMENT, "DOCUMENT", &p->bytes, &e) != STATUS_OK ||
		    bytes_decode(&a, p->bytes, NULL, &p->decoded, &e) != STATUS_OK) {
			fprintf(stderr, "%s\n", e.text);
			pages.n--;
			continue;
		}
		pages.bytes += p->decoded.len;
	}
	printf("what,pages,bytes,rounds,MB/s,pages/s\n");
	run(&pages, "decode", decode);
	run(&pages, "tokens", tokens);
	run(&pages, "tree", tree);
	run(&pages, "meta", meta);
	run(&pages, "words", words);
	run(&pages, "gumbo", gumbo);
	arena_free(&a);
	return 0;
}
