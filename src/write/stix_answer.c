// STIX 2.1: what was judged of a case. Confidence of STIX is one number from 0 to 100, and its specification has
// several scales for it, in appendix A: here a likelihood stands as the word that it is, on the scale called DNI there,
// whose bands are not those of ICD 203 (58 % is likely on the one and a roughly even chance on the other); a level of
// confidence stands on the scale None, Low, Med, High. Which scale it is stands beside each number.
#include "write/stix.h"

#include "case/scale.h"
#include "case/stix_scale.h"
#include "write/export.h"
#include "write/number.h"
#include "write/phrase.h"

#include <string.h>

static const char *percent_scale(struct arena *a, double p)
{
	return arena_printf(a, "%s (%s %%)", number_word(p), number_band(a, p));
}

// A level's value on the scale None, Low, Med, High.
static int level_value(enum sureness level)
{
	static const char *const words[sureness_count] = {
		[SURENESS_low] = "Low", [SURENESS_moderate] = "Med", [SURENESS_high] = "High"
	};
	return stix_scale_confidence(STIX_SCALE_LMH, words[level]);
}

// --- the report and its sections ---

static void add_sentences(struct buf *b, const struct block *k)
{
	bool first = true;
	for (each (x, &k->sentences)) {
		buf_text(b, first ? "" : " ");
		for (each (p, &x->pieces))
			buf_text(b, p->text);
		first = false;
	}
	buf_char(b, '\n');
}

static void add_table(struct buf *b, const struct table *t)
{
	buf_printf(b, "%s\n", t->caption ? t->caption : "");
	for (size_t i = 0; i < t->head.n; i++)
		buf_printf(b, "%s%s", i ? " | " : "", t->head.at[i].text);
	for (size_t i = 0; i < t->cells.n; i++)
		buf_printf(b, "%s%s", i % t->columns ? " | " : "\n", t->cells.at[i].text);
	buf_char(b, '\n');
}

// Figures draw what sentences and tables say.
static void add_block(struct buf *b, const struct block *k)
{
	if (k->kind == BLOCK_FIGURE)
		return;
	if (b->n)
		buf_char(b, '\n');
	if (k->kind == BLOCK_HEADING)
		buf_printf(b, "%s\n", k->heading);
	else if (k->kind == BLOCK_TABLE)
		add_table(b, &k->table);
	else
		add_sentences(b, k);
}

static void add_section(struct stix *s, const struct section *x)
{
	struct buf b = buf_in(s->a);
	for (each (k, &x->blocks))
		add_block(&b, k);
	struct node *n = stix_note(s, "section", arena_printf(s->a, "%d", x->number),
				   arena_printf(s->a, "%d. %s", x->number, x->title), b.n ? buf_str(&b) : x->title);
	stix_refer(s, n, stix_id(s, "report", "assessment", ""));
	for (size_t q = 0; x->number < 8 && q < s->c->questions.n; q++)
		stix_refer(s, n, stix_question(s, q));
	stix_extend(s, n, "section");
}

// --- the key judgement on a question ---

// Section 1 has a heading a question, and under it what is said of it.
static const char *answer_text(struct stix *s, const struct section *first, size_t question)
{
	struct buf b = buf_in(s->a);
	size_t heading = 0;
	for (each (k, &first->blocks)) {
		heading += k->kind == BLOCK_HEADING;
		if (heading == question + 1)
			add_block(&b, k);
	}
	return buf_str(&b);
}

static void add_judgement(struct stix *s, const struct section *first, size_t q)
{
	const struct question *ask = &s->c->questions.at[q];
	const struct question_result *r = &s->in->w->questions[q];
	int value = level_value(r->confidence.level);
	struct buf b = buf_in(s->a);
	buf_printf(
	    &b,
	    "%s\nThe confidence of this object, %d, is the level \"%s\" on the scale None, Low, Med, High of STIX "
	    "2.1, appendix A. It is about the basis of the judgement.",
	    answer_text(s, first, q), value, sureness_name(r->confidence.level));
	struct node *n =
	    stix_note(s, "judgement", ask->id, arena_printf(s->a, "Key judgement: %s", phrase_ask(ask)), buf_str(&b));
	node_put_number(s->a, n, "confidence", value);
	stix_refer(s, n, stix_question(s, q));
	stix_refer(s, n, stix_hypothesis(s, q, r->lead));
	struct node *ours = stix_about(s, n, "judgement", ask, &ask->hyps.at[r->lead]),
		    *k = node_put_map(s->a, ours, "confidence");
	node_put_text(s->a, k, "level", sureness_name(r->confidence.level));
	node_put_number(s->a, k, "sum", r->confidence.sum);
}

// --- likelihoods ---

static void put_likelihood(struct stix *s, struct node *ours, const struct hypothesis_result *h)
{
	const struct band *band = scale_of(h->p);
	struct node *m = node_put_map(s->a, ours, "likelihood"), *interval;
	node_put_text(s->a, m, "scale", "icd203");
	node_put_text(s->a, m, "word", band->word);
	node_put_number(s->a, m, "low", band->lo);
	node_put_number(s->a, m, "high", band->hi);
	node_put_number(s->a, m, "estimate", h->p);
	node_put_number(s->a, m, "prior", h->prior);
	interval = node_put_list(s->a, m, "interval");
	node_add(interval, node_number(s->a, h->lo));
	node_add(interval, node_number(s->a, h->hi));
}

static const char *say_likelihood(struct stix *s, const struct hypothesis_result *h)
{
	return arena_printf(
	    s->a,
	    "Its likelihood is: %s, on the scale of ICD 203. The estimate is %s %%, with nine draws in ten at "
	    "%s %%; before any report it stood at %s %%.",
	    percent_scale(s->a, h->p), number_percent(s->a, h->p), number_interval(s->a, h->lo, h->hi),
	    number_percent(s->a, h->prior));
}

static void add_likelihood(struct stix *s, size_t q, size_t i)
{
	const struct question *ask = &s->c->questions.at[q];
	const struct hypothesis *x = &ask->hyps.at[i];
	const struct hypothesis_result *h = &s->in->w->questions[q].hyps[i];
	struct node *n =
	    stix_note(s, "likelihood", arena_printf(s->a, "%s.%s", ask->id, x->id),
		      arena_printf(s->a, "How likely: %s", phrase_hypothesis(s->a, x)), say_likelihood(s, h));
	stix_refer(s, n, stix_hypothesis(s, q, i));
	put_likelihood(s, stix_about(s, n, "likelihood", ask, x), h);
}

// --- who did it ---

static const char *actor_id(const struct stix *s, const char *actor)
{
	return stix_id(s, "threat-actor", "actor", actor);
}

static bool named_before(const struct stix *s, size_t question, const struct hypothesis *h)
{
	for (size_t q = 0; q <= question; q++)
		for (each (x, &s->c->questions.at[q].hyps)) {
			if (x == h)
				return false;
			if (export_attributes(x) && !strcmp(x->actor, h->actor))
				return true;
		}
	return false;
}

static void add_attribution(struct stix *s, size_t q, size_t i)
{
	const struct question *ask = &s->c->questions.at[q];
	const struct hypothesis *x = &ask->hyps.at[i];
	const struct hypothesis_result *h = &s->in->w->questions[q].hyps[i];
	int value = stix_scale_likelihood(scale_of(h->p));
	if (!named_before(s, q, x)) {
		struct node *actor = stix_object(s, "threat-actor", "actor", x->actor);
		node_put_text(s->a, actor, "name", x->actor);
		node_put_text(
		    s->a, actor, "description",
		    "Named by a hypothesis of an assessment. To be named is no finding: how likely the hypothesis "
		    "is stands at the relationship.");
		stix_extend(s, actor, "actor");
	}
	struct node *n = stix_object(s, "relationship", "attribution", arena_printf(s->a, "%s.%s", ask->id, x->id));
	node_put_text(s->a, n, "relationship_type", "attributed-to");
	node_put_text(
	    s->a, n, "description",
	    arena_printf(s->a,
			 "A hypothesis: %s. %s The number %d of this object is the word \"%s\" on the scale DNI of "
			 "STIX 2.1, appendix A, whose bands differ from those of ICD 203.",
			 phrase_clause(s->a, phrase_hypothesis(s->a, x)), say_likelihood(s, h), value,
			 number_word(h->p)));
	node_put_text(s->a, n, "source_ref", stix_id(s, "campaign", "event", ask->id));
	node_put_text(s->a, n, "target_ref", actor_id(s, x->actor));
	node_put_number(s->a, n, "confidence", value);
	put_likelihood(s, stix_about(s, n, "attribution", ask, x), h);
}

// What a question is about, where its hypotheses lay it to somebody.
static void add_attributions(struct stix *s, size_t q)
{
	const struct question *ask = &s->c->questions.at[q];
	bool any = false;
	for (each (h, &ask->hyps))
		any = any || export_attributes(h);
	if (!any)
		return;
	struct node *n = stix_object(s, "campaign", "event", ask->id);
	node_put_text(s->a, n, "name", phrase_ask(ask));
	node_put_text(s->a, n, "description", "What this question of an assessment is about.");
	stix_extend(s, n, "event");
	for (size_t h = 0; h < ask->hyps.n; h++)
		if (export_attributes(&ask->hyps.at[h]))
			add_attribution(s, q, h);
}

// --- analysts ---

// How an analyst's own answer stands to ours: its likelihood of our leader, in the steps of the scale.
static const char *opinion_of(double p)
{
	return p < 0.2    ? "strongly-disagree"
	       : p < 0.45 ? "disagree"
	       : p < 0.55 ? "neutral"
	       : p < 0.8  ? "agree"
			  : "strongly-agree";
}

static const char *analyst_name(const struct stix *s, const char *id)
{
	for (each (x, &s->c->analysts))
		if (!strcmp(x->id, id) && x->name && *x->name)
			return x->name;
	return id;
}

static void add_opinion(struct stix *s, size_t q, const struct analyst_result *r)
{
	const struct question *ask = &s->c->questions.at[q];
	size_t lead = s->in->w->questions[q].lead;
	struct node *n = stix_object(s, "opinion", "opinion", arena_printf(s->a, "%s.%s", ask->id, r->id));
	node_put_text(s->a, n, "explanation",
		      arena_printf(s->a, "With the values of %s alone this hypothesis is: %s, %s %%. %s",
				   analyst_name(s, r->id), percent_scale(s->a, r->p[lead]),
				   number_percent(s->a, r->p[lead]),
				   r->lead == lead ? "It leads there too."
						   : arena_printf(s->a, "There the most probable is: %s.",
								  phrase_hypothesis(s->a, &ask->hyps.at[r->lead]))));
	node_add(node_put_list(s->a, n, "authors"), node_text(s->a, analyst_name(s, r->id)));
	node_put_text(s->a, n, "opinion", opinion_of(r->p[lead]));
	stix_refer(s, n, stix_hypothesis(s, q, lead));
	stix_about(s, n, "opinion", ask, &ask->hyps.at[lead]);
}

void stix_answer(struct stix *s, const struct tree *t)
{
	const struct node *first = s->objects->first->next; // behind the definition of the extension
	struct node *n = stix_object(s, "report", "assessment", ""), *refs;
	node_put_text(s->a, n, "name", t->title);
	node_put_text(s->a, n, "description", t->under);
	node_put_text(s->a, n, "published", s->modified);
	refs = node_put_list(s->a, n, "object_refs");
	stix_extend(s, n, "assessment");
	for (each (x, &t->sections))
		add_section(s, x);
	for (size_t q = 0; q < s->c->questions.n; q++) {
		add_judgement(s, &t->sections.at[0], q);
		for (size_t h = 0; h < s->c->questions.at[q].hyps.n; h++)
			add_likelihood(s, q, h);
		add_attributions(s, q);
		for (each (r, &s->in->w->questions[q].analysts))
			add_opinion(s, q, r);
	}
	for (const struct node *o = first; o; o = o->next)
		if (o != n)
			node_add(refs, node_text(s->a, node_get_text(o, "id")));
}
