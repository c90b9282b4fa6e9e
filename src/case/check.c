// The walk over a case, and what was found as data. The rules are in the tables.
#include "case/check.h"

#include "case/check_rule.h"
#include "case/offsets.h"

#include <string.h>

const struct check_rule *const check_tables[] = {
	check_assumptions, check_uncertainty, check_alternatives, check_sources,
	check_argument,    check_change,      check_words,        NULL,
};

const char *check_standard(int number)
{
	static const char *const standards[] = {
		"ICD 203, 1: quality and credibility of sources, data, methods",
		"ICD 203, 2: uncertainty expressed and explained",
		"ICD 203, 3: information separated from assumptions and judgements",
		"ICD 203, 4: analysis of alternatives",
		"ICD 203, 5: customer relevance and implications",
		"ICD 203, 6: clear and logical argument",
		"ICD 203, 7: change from or consistency with earlier judgements",
		"ICD 203, 8: accurate judgements and assessments",
		"ICD 203, 9: effective visual information",
	};
	return standards[number - 1];
}

const char *check_writing(int number)
{
	static const char *const rules[] = {
		"rule 1: the range of a likelihood word stands beside it",
		"rule 2: never a confidence level and a likelihood in one sentence",
		"rule 3: no likelihood word that is not on the scale",
		"rule 4: confirmed needs a second origin, and no evidence is not a likelihood",
		"rule 5: an accusation names who makes it, and the judgement of others is not ours",
		"rule 6: information, assumption and judgement are told apart",
	};
	return rules[number - 1];
}

static const char *const severities[] = { "note", "warning", "error" };

const char *check_severity_name(enum check_severity s)
{
	return severities[s];
}

bool check_severity_read(const char *name, enum check_severity *s)
{
	for (int i = CHECK_NOTE; i <= CHECK_ERROR; i++)
		if (!strcmp(name, severities[i])) {
			*s = (enum check_severity)i;
			return true;
		}
	return false;
}

size_t check_count(const struct check_findings *found, enum check_severity least)
{
	size_t n = 0;
	for (each (f, &found->list))
		n += f->rule->severity >= least;
	return n;
}

// --- what the rules share ---

void check_found(struct checking *k, const char *place, int line, const char *text)
{
	struct check_finding *f = list_add(k->arena, &k->out->list);
	*f = (struct check_finding){ .rule = k->rule, .place = place, .text = text, .line = line, .statement = -1 };
}

static int statement_of(const struct checking *k, const char *id)
{
	return id ? case_find_statement(k->c, id) : -1;
}

void check_found_report(struct checking *k, size_t report, const char *below, const char *text)
{
	const struct report *r = &k->c->reports.at[report];
	check_found(k, check_place(k, "reports", r->id, below), r->line, text);
	k->out->list.at[k->out->list.n - 1].statement = statement_of(k, r->statement);
}

const char *check_place(struct checking *k, const char *list, const char *id, const char *below)
{
	return arena_printf(k->arena, "%s.%s%s", list, id ? id : "?", below);
}

const struct question_result *check_result(const struct checking *k, size_t question)
{
	return k->w ? &k->w->questions[question] : NULL;
}

bool check_live(const struct checking *k, size_t report)
{
	return !k->w || k->w->reports[report].live;
}

// --- the walk ---

static void look(struct checking *k, enum check_of of, size_t item)
{
	for (const struct check_rule *const *table = check_tables; *table; table++)
		for (k->rule = *table; k->rule->id; k->rule++)
			if (k->rule->of == of)
				k->rule->look(k, item);
}

static void look_text(struct checking *k, unsigned kind, const char *place, const char *text, size_t item, int line)
{
	struct check_text t = { kind, place, text, item, line, -1 };
	if (!text)
		return;
	k->text = &t;
	look(k, CHECK_TEXT, 0);
	k->text = NULL;
}

static void look_note(struct checking *k, const char *place, const char *key, const char *text, int line)
{
	look_text(k, CHECK_TEXT_NOTE, arena_printf(k->arena, "%s.%s", place, key), text, 0, line);
}

static void look_assumption(struct checking *k, size_t i)
{
	const struct assumption *x = &k->c->assumptions.at[i];
	const char *place = check_place(k, "assumptions", x->id, "");
	look(k, CHECK_ASSUMPTION, i);
	look_text(k, CHECK_TEXT_ASSUMPTION, arena_printf(k->arena, "%s.say", place), x->say, i, x->line);
	look_note(k, place, "why", x->why, x->line);
}

static void look_question(struct checking *k, size_t q)
{
	const struct question *ask = &k->c->questions.at[q];
	const char *place = check_place(k, "questions", ask->id, "");
	look(k, CHECK_QUESTION, q);
	look_text(k, CHECK_TEXT_ASK, arena_printf(k->arena, "%s.ask", place), ask->ask, q, ask->line);
	look_text(k, CHECK_TEXT_REASON, arena_printf(k->arena, "%s.confidence.because", place), ask->confidence_because,
		  q, ask->line);
	look_note(k, place, "changed", ask->changed, ask->line);
	for (each (h, &ask->hyps))
		look_text(k, CHECK_TEXT_HYPOTHESIS, arena_printf(k->arena, "%s.hypotheses.%s.say", place, h->id),
			  h->say, q, h->line);
}

static void look_fact(struct checking *k, size_t i)
{
	const struct fact *f = &k->c->facts.at[i];
	const char *place = check_place(k, "facts", f->id, "");
	look(k, CHECK_FACT, i);
	look_text(k, CHECK_TEXT_FACT, arena_printf(k->arena, "%s.say", place), f->say, i, f->line);
	look_note(k, place, "why", f->why, f->line);
}

static void look_source(struct checking *k, size_t i)
{
	const struct source *s = &k->c->sources.at[i];
	const char *place = check_place(k, "sources", s->id, "");
	look(k, CHECK_SOURCE, i);
	look_note(k, place, "access", s->access, s->line);
	look_note(k, place, "record", s->record, s->line);
	look_note(k, place, "why", s->why, s->line);
}

static void look_report(struct checking *k, size_t i)
{
	const struct report *r = &k->c->reports.at[i];
	const char *place = check_place(k, "reports", r->id, "");
	look(k, CHECK_REPORT, i);
	look_note(k, place, "echo_why", r->echo_why, r->line);
	look_note(k, place, "why", r->why, r->line);
}

static void look_judgement(struct checking *k, size_t i)
{
	size_t before = k->out->list.n;
	look(k, CHECK_JUDGEMENT, i);
	for (size_t f = before; f < k->out->list.n; f++)
		k->out->list.at[f].statement = statement_of(k, k->c->judgements.at[i].statement);
}

static void count_reports(struct checking *k)
{
	const struct the_case *c = k->c;
	k->told = arena_array(k->arena, struct check_told, c->facts.n + 1);
	k->through = arena_array(k->arena, size_t, c->sources.n + 1);
	k->from = arena_array(k->arena, size_t, c->sources.n + 1);
	for (size_t f = 0; f < c->facts.n; f++)
		k->told[f].first = -1;
	for (size_t i = 0; i < c->reports.n; i++) {
		const struct report *r = &c->reports.at[i];
		struct check_told *t = &k->told[r->fact.at];
		t->reported = true;
		if (!check_live(k, i))
			continue;
		k->live++;
		for (each (v, &r->via))
			k->through[v->at]++;
		if (!r->from.id)
			continue;
		k->from[r->from.at]++;
		t->origins += t->first != r->from.at && t->origins < 2; // whether there is a second: no more is asked
		t->first = t->first < 0 ? r->from.at : t->first;
	}
}

void check_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct check_findings *out)
{
	static const struct {
		enum check_of of;
		void (*look)(struct checking *k, size_t item); // NULL: the rules alone
	} lists[] = {
		{ CHECK_ASSUMPTION, look_assumption },
		{ CHECK_QUESTION, look_question },
		{ CHECK_FACT, look_fact },
		{ CHECK_GRADE, NULL },
		{ CHECK_SOURCE, look_source },
		{ CHECK_REPORT, look_report },
		{ CHECK_JUDGEMENT, look_judgement },
	};
	const size_t n[] = { c->assumptions.n, c->questions.n, c->facts.n,     c->grades.n,
			     c->sources.n,     c->reports.n,   c->judgements.n };
	struct checking k = { .arena = a, .c = c, .w = w, .out = out };
	count_reports(&k);
	look(&k, CHECK_CASE, 0);
	for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
		for (size_t i = 0; i < n[l]; i++)
			if (lists[l].look)
				lists[l].look(&k, i);
			else
				look(&k, lists[l].of, i);
}

// --- as data ---

bool check_passage(struct arena *a, const struct the_case *c, const struct check_finding *f, const char **document,
		   span *at)
{
	if (f->statement < 0 || !c->statements.at[f->statement].content.n)
		return false;
	const struct statement *s = &c->statements.at[f->statement];
	int d = s->document ? case_find_document(c, s->document) : -1;
	const struct document *doc = d < 0 ? NULL : &c->documents.at[d];
	struct offsets points = offsets_of(a, doc ? doc->text : NULL, doc ? doc->len : 0);
	*document = doc && doc->path ? doc->path : s->document;
	*at = (span){ offsets_points(&points, s->content.at[0].from), offsets_points(&points, s->content.at[0].to) };
	return *document != NULL;
}

struct node *check_write(struct arena *a, const struct the_case *c, const struct check_findings *found)
{
	struct node *list = node_list(a);
	for (each (f, &found->list)) {
		struct node *n = node_add(list, node_map(a));
		const char *document;
		span at;
		node_put_text(a, n, "rule", f->rule->id);
		node_put_text(a, n, "place", f->place);
		node_put_text(a, n, "text", f->text);
		node_put_text(a, n, "mend", f->rule->mend);
		node_put_text(a, n, "standard", check_standard(f->rule->standard));
		if (f->rule->writing)
			node_put_text(a, n, "writing", check_writing(f->rule->writing));
		node_put_text(a, n, "severity", check_severity_name(f->rule->severity));
		node_put_bool(a, n, "grave", f->rule->severity == CHECK_ERROR);
		if (f->line)
			node_put_number(a, n, "line", f->line);
		if (f->words) {
			node_put_text(a, n, "words", f->words);
			node_put_number(a, n, "at", f->at);
		}
		if (!check_passage(a, c, f, &document, &at))
			continue;
		struct node *passage = node_put_map(a, n, "passage"), *pair;
		node_put_text(a, passage, "document", document);
		pair = node_put_list(a, passage, "at");
		node_add(pair, node_number(a, at.from));
		node_add(pair, node_number(a, at.to));
	}
	return list;
}

void check_put(struct arena *a, const struct check_findings *found, struct node *map)
{
	struct node *list = node_put_list(a, map, "findings");
	for (each (f, &found->list))
		node_add(list, node_text(a, arena_printf(a, "%s: %s %s", f->place, f->text, f->rule->mend)));
}
