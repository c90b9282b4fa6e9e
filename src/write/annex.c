// Section 8: annexes. The matrix, every statement used with its words and place, the method with its limits, what a
// reviewer would say, and what makes the report repeatable.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "base/buf.h"
#include "base/stats.h"

#include <math.h>
#include <string.h>

// The value entered for a fact under one hypothesis, where one row names it; else what stands in the file instead.
static const char *cell_of(struct writing *g, const struct fact *f, size_t q, const struct hypothesis *h)
{
	const char *name = NULL;
	for (each (row, &f->cells.rows)) {
		bool holds = true, only = row->when.n == 1;
		for (each (w, &row->when))
			holds &= w->of.at == (int)q && !strcmp(w->state.id, h->id);
		if (holds && (only || !row->when.n))
			return number_value(g->t->arena, &row->is);
		if (row->when.n > 1)
			name = "by several";
	}
	return name ? name : "between";
}

static bool about(const struct fact *f, size_t q)
{
	for (each (r, &f->about))
		if (r->at == (int)q)
			return true;
	return false;
}

// What a fact adds to the odds of one answer: what these lose when it is taken away.
static bool adds(struct writing *g, const struct fact *f, size_t q, size_t h, double *decibans)
{
	const struct question_result *r = &g->w->questions[q];
	const struct removal *gone = rank_removal(r, REMOVAL_FACT, f->id);
	if (!gone)
		return false;
	*decibans = stats_decibans(r->hyps[h].p) - stats_decibans(gone->p[h]);
	return isfinite(*decibans);
}

static void add_matrix(struct writing *g, size_t q)
{
	struct arena *a = g->t->arena;
	const struct question *ask = &g->c->questions.at[q];
	LIST(const char *) head = { 0 };
	size_t rows = 0;
	for (each (f, &g->c->facts))
		rows += about(f, q);
	if (!rows)
		return;
	list_push(a, &head, "How likely each fact is, and what it adds in decibans, if");
	for (each (h, &ask->hyps))
		list_push(a, &head, phrase_hypothesis(a, h));
	tree_table(g->t, arena_printf(a, "The matrix: %s", phrase_ask(ask)), head.at, head.n);
	for (each (f, &g->c->facts)) {
		if (!about(f, q))
			continue;
		tree_cell(g->t, "%s", phrase_upper(a, f->say ? phrase_clause(a, f->say) : f->id));
		for (size_t h = 0; h < ask->hyps.n; h++) {
			double decibans;
			tree_cell(g->t, "%s", cell_of(g, f, q, &ask->hyps.at[h]));
			if (adds(g, f, q, h, &decibans))
				tree_look(g->t, CELL_TINT, decibans);
		}
	}
}

static const char *place_of(struct arena *a, const struct passage *p)
{
	struct buf b = buf_in(a);
	for (each (s, &p->places))
		buf_printf(&b, "%s%u-%u", s == p->places.at ? "" : ", ", s->from, s->to);
	return b.n ? buf_str(&b) : "not known";
}

static void add_statements(struct writing *g)
{
	static const char *const head[] = { "Statement", "Exact words", "Document", "Characters" };
	bool any = false;
	for (size_t n = 0; n < g->t->notes.n; n++)
		for (each (p, &g->t->notes.at[n].passages)) {
			if (!any)
				tree_table(g->t, "Every statement used, in the order of the notes", head, 4);
			any = true;
			tree_cell(g->t, "%s", p->statement);
			tree_cell(g->t, "%s%s", p->words ? p->words : "not at hand", p->cut ? " ..." : "");
			tree_cell(g->t, "%s%s%s",
				  p->title      ? p->title
				  : p->document ? p->document
						: "not known",
				  p->path ? ", " : "", p->path ? p->path : "");
			tree_cell(g->t, "%s", place_of(g->t->arena, p));
		}
	if (any)
		return;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "No statement with its words stands behind this report: the case was entered by hand.");
}

static void say_method(struct writing *g)
{
	static const char *const lines[] = {
		"The answer is computed from the priors, ratings and grades entered in the case by the rules of "
		"probability; nothing else enters it.",
		"Each report is heard through its chain: a relay or origin is sound with the chance of its grade, else "
		"its word is worth nothing or what its interest wants.",
		"An origin counts once for a fact, however often it is repeated; an untraceable report may be an echo "
		"and is discounted for it.",
		"Words stand for the bands of ICD 203; every value is drawn within its band, and the interval is where "
		"nine draws in ten fall.",
		"Confidence is about the basis, never about the likelihood: it is computed from points and caps over "
		"origins, grades, kinds, width and robustness.",
		"Known limits: the bands of the grades and the thresholds of confidence are this program's own; facts "
		"count as independent once the answer is given, unless the case says otherwise; the answer is no "
		"better than what was entered.",
	};
	tree_heading(g->t, "Method and its limits");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		tree_block(g->t, BLOCK_ITEM);
		tree_sentence(g->t, SENTENCE_information);
		tree_say(g->t, "%s", lines[i]);
	}
}

static void say_findings(struct writing *g)
{
	if (!g->in->found)
		return;
	tree_heading(g->t, "What a reviewer would say");
	for (int grave = 1; grave >= 0; grave--)
		for (each (f, &g->in->found->list)) {
			if ((f->rule->severity == CHECK_ERROR) != grave)
				continue;
			tree_block(g->t, BLOCK_ITEM);
			tree_sentence(g->t, SENTENCE_judgement);
			tree_strong(g->t, grave ? "To mend" : "To consider");
			tree_say(g->t, ": %s %s (%s; %s)", f->text, f->rule->mend, f->place,
				 check_standard(f->rule->standard));
		}
	if (!g->in->found->list.n) {
		tree_block(g->t, BLOCK_PARAGRAPH);
		tree_sentence(g->t, SENTENCE_judgement);
		tree_strong(g->t, "Nothing");
		tree_say(g->t, " found.");
	}
}

static void add_repeat(struct writing *g)
{
	static const char *const head[] = { "To repeat this report", "Use" };
	struct arena *a = g->t->arena;
	tree_table(g->t, "Same case, same seed, same version: same bytes", head, 2);
	tree_cell(g->t, "Case");
	tree_cell(g->t, "%s", g->c->title ? g->c->title : "untitled");
	tree_cell(g->t, "Scale");
	tree_cell(g->t, "%s", g->c->scale ? g->c->scale : "icd203");
	tree_cell(g->t, "Seed and draws");
	tree_cell(g->t, "%llu, %s", (unsigned long long)g->w->seed, number_whole(a, g->w->draws));
	tree_cell(g->t, "Journal");
	tree_cell(g->t, "%s", g->in->journal ? g->in->journal : "none: the case is a text file");
	tree_cell(g->t, "Program");
	tree_cell(g->t, "hearsay %s", g->in->version ? g->in->version : "of unknown version");
}

void annex_section(struct writing *g)
{
	tree_section(g->t, 8, "Annexes");
	for (size_t q = 0; q < g->c->questions.n; q++)
		add_matrix(g, q);
	add_statements(g);
	say_method(g);
	say_findings(g);
	add_repeat(g);
}
