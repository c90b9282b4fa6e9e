// Section 4: how we know. Reports and documents are two counts, each with its unit; then a descriptor for every source:
// access, record, interest, grade.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "base/buf.h"

#include <math.h>

static void say_tally(struct writing *g)
{
	struct arena *a = g->t->arena;
	const struct report_tally *k = &g->w->tally;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "The case counts %s: %s, %s, %s untraceable.", number_of(a, k->reports, "report"),
		 number_of(a, k->origins, "origin"),
		 k->echoes == 1 ? "1 echo" : arena_printf(a, "%s echoes", number_whole(a, k->echoes)),
		 number_whole(a, k->untraceable));
	note_refer(g, NOTE_TALLY, 0);
	tree_sentence(g->t, SENTENCE_information);
	if (g->in->t) {
		const struct tally *d = &g->in->t->tally;
		tree_say(g->t, "It holds %s: %s, %s, %s untraceable.", number_of(a, d->documents, "document"),
			 number_of(a, d->origins, "origin"),
			 d->echoes == 1 ? "1 echo" : arena_printf(a, "%s echoes", number_whole(a, d->echoes)),
			 number_whole(a, d->untraceable));
	} else if (g->c->documents.n) {
		tree_say(g->t, "It holds %s, not traced.", number_of(a, g->c->documents.n, "document"));
	} else {
		tree_say(g->t, g->w->tally.reports ? "It holds no documents: its reports were entered by hand."
						   : "It holds no documents.");
	}
	note_refer(g, NOTE_DOCUMENTS, 0);
}

void known_figure(struct writing *g)
{
	struct figure *f = &tree_block(g->t, BLOCK_FIGURE)->figure;
	f->kind = FIGURE_tally;
	f->title = "Reports: what they come from";
	f->about = "Full: an origin. Broken: untraceable. Small: an echo.";
	f->tally = g->w->tally;
}

// How many live reports come from each source, and through it.
struct carried {
	size_t from, through;
};

static struct carried *carried_by(struct writing *g)
{
	struct carried *n = arena_array(g->t->arena, struct carried, g->c->sources.n + 1);
	for (size_t i = 0; i < g->c->reports.n; i++) {
		const struct report *r = &g->c->reports.at[i];
		if (!g->w->reports[i].live)
			continue;
		if (r->from.id)
			n[r->from.at].from++;
		for (each (v, &r->via))
			n[v->at].through++;
	}
	return n;
}

// The relay through which half of the reports or more reach us: many origins, one narrow way.
static void say_waist(struct writing *g, const struct carried *n)
{
	size_t widest = 0;
	for (size_t s = 1; s < g->c->sources.n; s++)
		if (n[s].through > n[widest].through)
			widest = s;
	if (!g->c->sources.n || n[widest].through < 2 || n[widest].through * 2 < g->w->tally.reports)
		return;
	const struct source *s = &g->c->sources.at[widest];
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "%s reports reach us through one relay, %s (%s): where it errs, they err together.",
		 n[widest].through == g->w->tally.reports
		     ? arena_printf(g->t->arena, "All %zu", n[widest].through)
		     : arena_printf(g->t->arena, "%zu of the %zu", n[widest].through, g->w->tally.reports),
		 phrase_lower(g->t->arena, note_source(s)), note_grade(s));
	note_refer(g, NOTE_SOURCE, widest);
}

static void say_conflict(struct writing *g)
{
	double bits = g->w->conflict;
	const char *times = number_times(g->t->arena, bits * 10 * log10(2));
	if (g->w->tally.reports < 2)
		return;
	tree_sentence(g->t, SENTENCE_judgement);
	tree_say(g->t, "The reports ");
	tree_strong(g->t, fabs(bits) < 0.05 ? "neither quarrel nor bear one another out"
			  : bits > 0        ? "quarrel"
					    : "bear one another out");
	if (fabs(bits) < 0.05)
		tree_say(g->t, ".");
	else
		tree_say(g->t, ": all of them together are %s times %s probable than if each stood alone.", times,
			 bits > 0 ? "less" : "more");
	note_refer(g, NOTE_TALLY, 0);
}

static void say_interests(struct writing *g, const struct source *s)
{
	for (each (want, &s->interests)) {
		const struct fact *f = &g->c->facts.at[want->fact.at];
		tree_sentence(g->t, SENTENCE_information);
		tree_say(g->t, "It has an interest in our believing that this %s: %s.",
			 want->wants ? "holds" : "does not hold",
			 phrase_lower(g->t->arena, phrase_clause(g->t->arena, f->say ? f->say : f->id)));
		note_refer(g, NOTE_SOURCE, (size_t)(s - g->c->sources.at));
		note_refer(g, NOTE_CELLS, (size_t)want->fact.at);
	}
}

static void say_words(struct writing *g, size_t source, const char *label, const char *words)
{
	if (!words)
		return;
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "%s: %s.", label, phrase_clause(g->t->arena, words));
	note_refer(g, NOTE_SOURCE, source);
}

static void say_source(struct writing *g, size_t at, struct carried n)
{
	struct arena *a = g->t->arena;
	const struct source *s = &g->c->sources.at[at];
	struct buf b = buf_in(a);
	if (n.from)
		buf_printf(&b, "; %s from it", number_of(a, n.from, "report"));
	if (n.through)
		buf_printf(&b, "%s %s through it", n.from ? "," : ";", number_of(a, n.through, "report"));
	if (!n.from && !n.through)
		buf_text(&b, "; no report from it or through it");
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "%s: %s, %s, %s%s.", phrase_upper(a, note_source(s)), s->kind ? s->kind : "kind not entered",
		 s->reliability ? arena_printf(a, "graded %s", s->reliability) : "not graded and so counted as F",
		 case_inspectable(s) ? "open to inspection" : "closed to inspection", buf_str(&b));
	note_refer(g, NOTE_SOURCE, at);
	say_words(g, at, "Access", s->access);
	say_words(g, at, "Record", s->record);
	say_interests(g, s);
}

void known_section(struct writing *g)
{
	struct carried *n = carried_by(g);
	tree_section(g->t, 4, "How we know");
	say_tally(g);
	say_waist(g, n);
	say_conflict(g);
	known_figure(g);
	ways_figure(g);
	ways_documents(g);
	for (size_t s = 0; s < g->c->sources.n; s++)
		say_source(g, s, n[s]);
	others_unused(g);
}
