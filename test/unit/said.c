// The table test/golden/said/statements.tsv: who is heard to say what, and what must never be heard.
#include "base/file.h"
#include "read/read.h"
#include "test/tap.h"

#include <stdlib.h>

#define HEADLINE "Fire destroys the old mill at Orlen\n\n"

static struct tables tables;

static bool has_text(struct slice s, const char *text)
{
	return s.len == 0 || (text && slice_is(s, text));
}

// ROLE:ACTOR/POLARITY
static bool has_target(const struct statement *st, struct slice want)
{
	struct slice role = { 0 }, actor = { 0 };
	if (!want.len)
		return true;
	slice_cut(&want, ':', &role);
	slice_cut(&want, '/', &actor);
	for (size_t i = 0; i < st->targets.n; i++) {
		const struct target *t = &st->targets.at[i];
		if (slice_is(role, role_name(t->role)) && slice_is(actor, t->actor) &&
		    slice_is(want, polarity_name(t->polarity)))
			return true;
	}
	return false;
}

static bool is_carried(const struct statement *st, struct slice by)
{
	for (size_t i = 0; i < st->chain.n; i++)
		if (slice_is(by, st->chain.at[i].name))
			return true;
	return !by.len;
}

// SPEAKER|STANCE|TARGET|LEVEL|CARRIER
static bool is_wanted(const struct statement *st, struct slice want)
{
	enum { PARTS = 5 };
	struct slice part[PARTS] = { 0 };
	for (int i = 0; i < PARTS && slice_cut(&want, '|', &part[i]); i++)
		;
	const char *level = st->likelihood.word ? level_name((enum level)st->likelihood.level) : NULL;
	return has_text(part[0], st->speaker.name) && has_text(part[1], stance_name(st->stance)) &&
	       has_target(st, part[2]) && has_text(part[3], level) && is_carried(st, part[4]);
}

static bool is_forbidden(const struct statement *st, struct slice never)
{
	if (slice_starts(never, "speaker:"))
		return slice_is((struct slice){ never.at + 8, never.len - 8 }, st->speaker.name);
	if (slice_is(never, "targets"))
		return st->targets.n > 0;
	for (size_t i = 0; slice_starts(never, "for:") && i < st->targets.n; i++)
		if (slice_is((struct slice){ never.at + 4, never.len - 4 }, st->targets.at[i].actor) &&
		    st->targets.at[i].polarity == POLARITY_for)
			return true;
	return slice_is(never, stance_name(st->stance));
}

static void show(const struct document *d)
{
	for (size_t i = 0; i < d->statements.n; i++) {
		const struct statement *st = &d->statements.at[i];
		printf("# %s | %s", st->speaker.name, stance_name(st->stance));
		for (size_t k = 0; k < st->targets.n; k++)
			printf(" | %s:%s/%s", role_name(st->targets.at[k].role), st->targets.at[k].actor,
			       polarity_name(st->targets.at[k].polarity));
		printf(" | %s\n", st->likelihood.word ? level_name((enum level)st->likelihood.level) : "");
	}
}

static bool row_holds(const struct document *d, struct slice wanted, struct slice never)
{
	struct slice want, word;
	while (wanted.len && slice_cut(&wanted, ';', &want)) {
		bool found = false;
		for (size_t i = 0; i < d->statements.n; i++)
			found |= is_wanted(&d->statements.at[i], slice_trim(want));
		if (!found)
			return false;
	}
	while (never.len && slice_cut(&never, ',', &word)) {
		for (size_t i = 0; i < d->statements.n; i++)
			if (is_forbidden(&d->statements.at[i], slice_trim(word)))
				return false;
	}
	return true;
}

static void check_row(struct slice line)
{
	struct slice text = { 0 }, wanted = { 0 }, never = { 0 };
	slice_cut(&line, '\t', &text);
	slice_cut(&line, '\t', &wanted);
	slice_cut(&line, '\t', &never);
	struct arena a = { 0 };
	struct err e;
	struct document d = { 0 };
	struct read_options o = { .envelope.path = "row" };
	const char *page = arena_printf(&a, HEADLINE "%.*s\n", (int)text.len, text.at);
	bool read = read_page(&a, &tables, slice_of(page), &o, &d, &e) == STATUS_OK;
	bool good = read && row_holds(&d, wanted, never);
	ok(good, "%.*s", (int)text.len, text.at);
	if (!good)
		show(&d);
	arena_free(&a);
}

int main(void)
{
	struct arena a = { 0 };
	struct err e;
	struct slice rows, line;
	const char *root = getenv("HEARSAY_ROOT");
	const char *path = arena_printf(&a, "%s/test/golden/said/statements.tsv", root ? root : ".");
	if (file_read(&a, path, 1 << 20, "DOCUMENT", &rows, &e)) {
		printf("Bail out! %s\n", e.text);
		return 1;
	}
	tables = tables_read(&a);
	while (slice_line(&rows, &line))
		if (line.len && line.at[0] != '#')
			check_row(line);
	arena_free(&a);
	return done();
}
