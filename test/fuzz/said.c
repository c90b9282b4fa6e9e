// Any text, to statements with the trained model: each stands in the text, in order, and is somebody's; a refusal is
// about nothing, and no denial accuses.
#include "test/fuzz_page.h"

static void need(bool fine)
{
	if (!fine)
		abort();
}

static void check_target(const struct statement *s, const struct target *t)
{
	need(t->role < role_count && t->polarity < polarity_count && t->actor);
	need(s->stance != STANCE_declines);
	need(!(s->stance == STANCE_denies && t->polarity == POLARITY_for && t->role < ROLE_accident));
}

static void check(const struct document *d)
{
	uint32_t before = 0;
	for (each (s, &d->statements)) {
		need(s->content.n && s->speaker.name && *s->speaker.name && s->stance < stance_count);
		need(s->content.at[0].from >= before && s->sure >= 0 && s->sure <= 1);
		before = s->content.at[0].from;
		for (each (part, &s->content))
			need(part->from < part->to && part->to <= d->len);
		for (each (t, &s->targets))
			check_target(s, t);
	}
	for (each (f, &d->findings))
		need(f->at.from < f->at.to && f->at.to <= d->len);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct document d;
	struct read_options o = { .verbatim = true };
	if (read_page(&a, fuzz_tables_trained(), (struct slice){ (const char *)at, n }, &o, &d, &e) == STATUS_OK) {
		struct buf out = buf_in(&a);
		document_check(&d);
		check(&d);
		json_write(&out, document_write(&a, &d));
	}
	arena_free(&a);
	return 0;
}
