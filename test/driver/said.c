// said [--verbatim] FILE...: everything in each text that might be a statement, as training sees it: a line of JSON
// each, with the file's number, the bytes of the content, the speaker, what the rules make of it, and its features.
#include "read/read.h"
#include "read/said.h"
#include "read/tagger.h"
#include "base/file.h"

#include <stdio.h>

struct printer {
	const char *path;
	bool verbatim;
	const struct document *d;
};

static void see(void *context, const struct said_candidate *c)
{
	const struct printer *p = context;
	span at = p->verbatim ? c->content : document_original(p->d, c->content);
	printf("{\"path\":\"%s\",\"from\":%u,\"to\":%u,\"speaker\":\"", p->path, at.from, at.to);
	for (const char *s = c->speaker; *s; s++)
		if (*s != '"' && *s != '\\' && (unsigned char)*s >= ' ')
			putchar(*s);
	printf("\",\"keep\":%d,\"stance\":\"%s\",\"claims\":%d,\"feature\":[", c->verdict->keep,
	       c->verdict->keep ? stance_name(c->verdict->stance) : "", c->verdict->claims.n);
	for (int i = 0; i < c->features; i++)
		printf("%s%u", i ? "," : "", c->feature[i]);
	printf("]}\n");
}

static int see_aim(void *context, const struct said_aim *a)
{
	const struct printer *p = context;
	span at = p->verbatim ? a->content : document_original(p->d, a->content);
	const struct aim *is = a->is;
	printf("{\"aim\":\"%s\",\"path\":\"%s\",\"from\":%u,\"to\":%u,\"speaker\":\"%s\",\"stance\":\"%s\",\"here\":%d,"
	       "\"claim\":%d,\"voiced\":%d,"
	       "\"self\":%d,\"thing\":%d,\"feature\":[",
	       is->actor, p->path, at.from, at.to, a->speaker, stance_name(a->stance), is->head, is->claim, is->voiced,
	       is->speaker, is->thing);
	for (int i = 0; i < a->features; i++)
		printf("%s%u", i ? "," : "", a->feature[i]);
	printf("]}\n");
	return -1;
}

int main(int argc, char **argv)
{
	struct arena kept = { 0 };
	struct tables t = tables_read(&kept);
	struct err e;
	tagger_preload();
	if (tagger_open(&kept, &t.tagger, &e) != STATUS_OK) {
		fprintf(stderr, "%s\n", e.text);
		return 1;
	}
	bool verbatim = argc > 1 && strcmp(argv[1], "--verbatim") == 0;
	for (int i = 1 + verbatim; i < argc; i++) {
		struct arena a = { 0 };
		struct slice text;
		struct document d;
		struct printer p = { argv[i], verbatim, &d };
		struct said_watch watch = { see, see_aim, &p };
		struct read_options o = { .verbatim = verbatim, .watch = &watch };
		if (file_read(&a, argv[i], SIZE_MAX / 2, "", &text, &e) != STATUS_OK ||
		    read_page(&a, &t, text, &o, &d, &e) != STATUS_OK) {
			fprintf(stderr, "%s: %s\n", argv[i], e.text);
			return 1;
		}
		arena_free(&a);
	}
	arena_free(&kept);
	return 0;
}
