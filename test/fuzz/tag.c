// Any text, to attributions: spans lie in the text and hold words, confidences are probabilities.
#include "test/fuzz_page.h"

static void need(bool fine)
{
	if (!fine)
		abort();
}

static void check(const struct spans *spans, const struct document *d)
{
	for (each (s, spans))
		need(s->from < s->to && s->to <= d->len);
}

// An inner one stands inside of the content of the outer.
static void check_all(const struct attributions *all, const struct document *d)
{
	for (each (x, all)) {
		need(x->cue.n == 1 && x->content.n > 0 && x->confidence >= 0 && x->confidence <= 1);
		check(&x->source, d);
		check(&x->cue, d);
		check(&x->content, d);
		for (each (y, &x->inner)) {
			bool inside = false;
			for (each (s, &x->content))
				inside |= span_holds(*s, y->cue.at[0]);
			need(inside);
		}
		check_all(&x->inner, d);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct document d;
	struct read_options o = { .verbatim = true, .depth = READ_ATTRIBUTIONS, .least = .01f };
	if (read_page(&a, fuzz_tables_trained(), (struct slice){ (const char *)at, n }, &o, &d, &e) == STATUS_OK)
		check_all(&d.attributions, &d);
	arena_free(&a);
	return 0;
}
