// What a page of the workbench asks of the library, for scripts: CASE and one of
//   traced FORMAT | pair A B | unsettled | figure NAME [QUESTION] | add NAME (the bytes at standard input)
#include "hearsay.h"

#include <stdio.h>
#include <string.h>

static void failed(void *context, const char *error)
{
	(void)context;
	fprintf(stderr, "%s\n", error);
}

static int traced(struct hearsay *h, const char *format, const char **bytes, size_t *n)
{
	struct hearsay_tracing o = { .level = "report" };
	int s = hearsay_trace(h, NULL, 0, &o, failed, NULL);
	return s ? s : hearsay_traced(h, format, bytes, n);
}

static int add(struct hearsay *h, const char *name)
{
	static char bytes[1 << 20];
	return hearsay_add_bytes(h, name, bytes, fread(bytes, 1, sizeof bytes, stdin), failed, NULL);
}

static int run(struct hearsay *h, int count, char **words, const char **bytes, size_t *n)
{
	if (!strcmp(words[0], "traced") && count == 2)
		return traced(h, words[1], bytes, n);
	if (!strcmp(words[0], "pair") && count == 3)
		return hearsay_pair(h, words[1], words[2], bytes, n);
	if (!strcmp(words[0], "unsettled"))
		return hearsay_unsettled(h, bytes, n);
	struct hearsay_weighing o = { .draws = 500 };
	if (!strcmp(words[0], "figure") && count >= 2)
		return hearsay_figure(h, &o, words[1], count > 2 ? words[2] : NULL, bytes, n);
	if (!strcmp(words[0], "add") && count == 2)
		return add(h, words[1]);
	fprintf(stderr, "no such command\n");
	return -1;
}

int main(int count, char **words)
{
	const char *bytes = "";
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = count < 3 ? -1 : hearsay_open(h, words[1]);
	s = s ? s : run(h, count - 2, words + 2, &bytes, &n);
	if (s == 0 || s == 1)
		fwrite(bytes, 1, n, stdout);
	else
		fprintf(stderr, "%s\n", hearsay_error(h));
	int code = s < 0 ? 2 : hearsay_exit_code(s);
	hearsay_free(h);
	return code;
}
