// A bundle of somebody else as a case. What is attributed to somebody there is a question here, to whom is a
// hypothesis; who said so, and how sure they were on their own scale, is a judgement of others. A note on what happened
// is a fact with a report. The rest is kept, and told.
#include "read/stix.h"

#include "case/date.h"
#include "case/foreign.h"
#include "case/stix.h"

#include <math.h>
#include <string.h>

// What was made of a thing, by its number in the bundle.
struct made {
	size_t
	    question; // one more than its number; 0: none. Of what is attributed: the question; of to whom: the first
	const char *hypothesis; // in that question: of to whom, and of the relationship itself
};

struct foreign_bundle {
	struct stix_bundle *b;
	struct adopt *to;
	struct made *made;          // [thing]
	bool own;                   // the bundle is ours: judgements are named by what they came from
	struct network_names pairs; // [hypothesis], by question and thing
	LIST(const char *) ids;     // [hypothesis]
};

static const char *text_of(const struct stix_thing *t, const char *key)
{
	const char *text = t ? node_get_text(t->object, key) : NULL;
	return text && *text ? text : NULL;
}

static bool is_type(const struct stix_thing *t, const char *type)
{
	return !strcmp(t->type, type);
}

static size_t number_of(const struct foreign_bundle *f, const struct stix_thing *t)
{
	return (size_t)(t - f->b->things.at);
}

static struct stix_thing *refer(const struct foreign_bundle *f, const struct stix_thing *t, const char *key)
{
	return stix_find(f->b, text_of(t, key));
}

// --- who said it, how sure, when ---

static const char *who_of(struct foreign_bundle *f, const struct stix_thing *t)
{
	const struct node *authors = node_get(t->object, "authors");
	const char *first =
	    authors && authors->first && authors->first->kind == NODE_TEXT ? authors->first->text : NULL;
	struct stix_thing *by = refer(f, t, "created_by_ref");
	if (first && *first)
		return first;
	if (by)
		by->used = true;
	return text_of(by, "name") ? text_of(by, "name") : "Somebody not named";
}

// Theirs, on their scale: STIX has one number for several.
static const char *confidence_of(struct foreign_bundle *f, const struct stix_thing *t)
{
	double x = node_get_number(t->object, "confidence", -1);
	return x >= 0 && x <= 100 ? arena_printf(f->to->a, "%.0f (confidence of STIX, 0 to 100)", x) : NULL;
}

static const char *grade_of(struct foreign_bundle *f, const struct stix_thing *t)
{
	const char *grade = adopt_grade(f->to->a, text_of(t, "x_opencti_reliability"));
	for (node_each (label, t ? node_get(t->object, "labels") : NULL))
		if (!grade && label->kind == NODE_TEXT)
			grade = adopt_grade(f->to->a, strchr(label->text, ':') ? label->text : NULL);
	return grade;
}

static const char *day_of(struct foreign_bundle *f, const struct stix_thing *t)
{
	const char *created = text_of(t, "created");
	struct date d;
	char day[DATE_TEXT];
	if (!created || !date_read((struct slice){ created, strnlen(created, 10) }, &d))
		return NULL;
	date_print(d, day);
	return arena_text(f->to->a, day);
}

// --- attributions ---

static bool is_attribution(const struct stix_thing *t)
{
	const char *type = text_of(t, "relationship_type");
	return !t->old && is_type(t, "relationship") && type && !strcmp(type, "attributed-to");
}

static const char *add_hypothesis(struct foreign_bundle *f, size_t question, const struct stix_thing *target)
{
	size_t at = network_names_find(&f->pairs, question, slice_of(target->id));
	if (at != SIZE_MAX)
		return f->ids.at[at];
	const char *name = text_of(target, "name");
	const char *id =
	    adopt_hypothesis(f->to, question, name, arena_printf(f->to->a, "%s did it", adopt_brief(f->to->a, name)),
			     adopt_brief(f->to->a, name));
	network_names_put(&f->pairs, question, target->id);
	list_push(f->to->a, &f->ids, id);
	return id;
}

static void add_attribution(struct foreign_bundle *f, struct stix_thing *t)
{
	struct stix_thing *source = refer(f, t, "source_ref"), *target = refer(f, t, "target_ref");
	const char *what = text_of(source, "name"), *who = text_of(target, "name");
	if (!what || !who || source->old || target->old)
		return;
	struct made *s = &f->made[number_of(f, source)], *h = &f->made[number_of(f, target)];
	what = adopt_brief(f->to->a, what);
	if (!s->question)
		s->question = adopt_question(f->to, slice_ends(slice_of(what), "?") // an event of ours
							? what
							: arena_printf(f->to->a, "Who is behind %s?", what)) +
			      1;
	const char *id = add_hypothesis(f, s->question - 1, target);
	source->used = target->used = true;
	if (!id) {
		remarks_add(f->to->a, f->to->told, REMARK_LEFT, "%s: more hypotheses than a question may have", t->id);
		return;
	}
	if (!h->question)
		*h = (struct made){ s->question, id };
	f->made[number_of(f, t)] = (struct made){ s->question, id };
	t->used = true;
	const char *say = text_of(t, "description");
	adopt_judge(f->to, &(struct adopt_judgement){ .who = who_of(f, t),
						      .question = adopt_question_id(f->to, s->question - 1),
						      .hypothesis = id,
						      .confidence = confidence_of(f, t),
						      .say = say ? adopt_brief(f->to->a, say)
								 : arena_printf(f->to->a, "%s is attributed to %s.",
										what, adopt_brief(f->to->a, who)) });
}

// --- opinions and notes ---

// What the first of its references that is part of a question was made; {0} where there is none.
static struct made about(const struct foreign_bundle *f, const struct stix_thing *t)
{
	struct made best = { 0 };
	for (node_each (ref, node_get(t->object, "object_refs"))) {
		const struct stix_thing *other = ref->kind == NODE_TEXT ? stix_find(f->b, ref->text) : NULL;
		struct made m = other ? f->made[number_of(f, other)] : best;
		if (m.question && (!best.question || (m.hypothesis && !best.hypothesis)))
			best = m;
	}
	return best;
}

static void judge(struct foreign_bundle *f, const struct stix_thing *t, struct made m, const char *word,
		  const char *say)
{
	adopt_judge(f->to,
		    &(struct adopt_judgement){ .id = f->own ? t->id : NULL,
					       .who = who_of(f, t),
					       .question = m.question ? adopt_question_id(f->to, m.question - 1) : NULL,
					       .hypothesis = m.hypothesis,
					       .word = word,
					       .confidence = confidence_of(f, t),
					       .say = say });
}

static void add_opinion(struct foreign_bundle *f, struct stix_thing *t)
{
	const char *opinion = text_of(t, "opinion"), *why = text_of(t, "explanation");
	if (!opinion)
		return;
	t->used = true;
	judge(f, t, about(f, t), opinion,
	      why ? adopt_brief(f->to->a, why) : arena_printf(f->to->a, "An opinion: %s.", opinion));
}

// A note on a hypothesis is somebody's judgement; one on anything else is what somebody reports.
static void add_note(struct foreign_bundle *f, struct stix_thing *t)
{
	const char *content = text_of(t, "content"), *abstract = text_of(t, "abstract");
	struct made m = about(f, t);
	if (!content)
		return;
	t->used = true;
	if (m.hypothesis || !f->to->asked.n) {
		judge(f, t, m, NULL, adopt_brief(f->to->a, content));
		return;
	}
	struct stix_thing *by = refer(f, t, "created_by_ref");
	const char *grade = grade_of(f, t);
	const char *source = adopt_source(f->to, adopt_brief(f->to->a, who_of(f, t)), grade ? grade : grade_of(f, by));
	adopt_fact(f->to, m.question ? m.question - 1 : 0, adopt_brief(f->to->a, content), source, "yes", day_of(f, t),
		   abstract ? adopt_brief(f->to->a, abstract) : NULL);
}

// --- the whole ---

// What the bundle is about: its first report, else its first grouping.
static void put_title(struct foreign_bundle *f)
{
	static const char *const types[] = { "report", "grouping" };
	for (size_t k = 0; k < sizeof types / sizeof *types; k++)
		for (each (t, &f->b->things))
			if (!t->old && is_type(t, types[k]) && text_of(t, "name")) {
				t->used = true;
				node_put_text(f->to->a, f->to->tree, "title",
					      adopt_brief(f->to->a, text_of(t, "name")));
				return;
			}
}

static void tell_made(struct foreign_bundle *f)
{
	struct adopt *x = f->to;
	remarks_add(x->a, x->told, REMARK_READ,
		    "a bundle of STIX. Objects: %zu; questions made of them: %zu, hypotheses: %zu, facts: %zu, "
		    "judgements of others: %zu",
		    f->b->things.n, x->questions->n, f->ids.n, x->facts->n, x->judgements->n);
	if (!x->questions->n)
		remarks_add(x->a, x->told, REMARK_LEFT,
			    "no question: nothing in the bundle is attributed to anybody by a relationship of it");
}

// What was not used, by its type, in the order of the first of each.
static void tell_left(struct foreign_bundle *f)
{
	struct network_names types = { 0 };
	LIST(size_t) counts = { 0 };
	size_t old = 0, ours = 0;
	for (each (t, &f->b->things)) {
		ours += t->ours != NULL;
		old += t->old;
		if (t->used || t->old || foreign_is_own("stix", NULL, t->object))
			continue;
		size_t at = network_names_find(&types, 0, slice_of(t->type));
		if (at == SIZE_MAX) {
			at = counts.n;
			network_names_put(&types, 0, t->type);
			list_push(f->to->a, &counts, 0);
		}
		counts.at[at]++;
	}
	for (size_t i = 0; i < counts.n; i++)
		remarks_add(f->to->a, f->to->told, REMARK_LEFT, "kept as it came and not used: %zu %.60s", counts.at[i],
			    types.list.at[i].text);
	if (old)
		remarks_add(f->to->a, f->to->told, REMARK_LEFT,
			    "kept as it came and not used: %zu revoked or older versions", old);
	if (ours)
		remarks_add(f->to->a, f->to->told, REMARK_LEFT,
			    "of hearsay, but without the case: %zu objects, read as they stand and not kept", ours);
	network_names_free(&types);
}

void stix_foreign(struct stix_bundle *b)
{
	struct foreign_bundle f = { .b = b, .to = b->to, .made = arena_array(b->to->a, struct made, b->things.n) };
	put_title(&f);
	for (each (t, &b->things))
		if (is_attribution(t))
			add_attribution(&f, t);
	for (each (t, &b->things)) {
		if (!t->old && is_type(t, "opinion"))
			add_opinion(&f, t);
		else if (!t->old && is_type(t, "note"))
			add_note(&f, t);
	}
	tell_made(&f);
	tell_left(&f);
	network_names_free(&f.pairs);
}

// --- a bundle of ours ---

static void find_questions(struct foreign_bundle *f, struct network_names *names, struct node *tree)
{
	for (struct node *list = tree->first; list; list = list->next)
		if (!strcmp(list->key, "questions"))
			for (struct node *q = list->first; q; q = q->next)
				if (node_get_text(q, "id")) {
					network_names_put(names, 0, node_get_text(q, "id"));
					list_push_own(&f->to->asked, q);
				}
}

// An object of ours says which question and hypothesis it is about; a question is an item.
static void find_made(struct foreign_bundle *f, const struct network_names *questions)
{
	for (each (t, &f->b->things)) {
		const char *question = t->ours ? node_get_text(t->ours, STIX_QUESTION) : NULL;
		const char *kind = t->ours ? node_get_text(t->ours, STIX_KIND) : "";
		if (!question && !strcmp(kind, "questions"))
			question = node_get_text(node_get(t->ours, STIX_ITEM), "id");
		size_t at = question ? network_names_find(questions, 0, slice_of(question)) : SIZE_MAX;
		if (at != SIZE_MAX)
			f->made[number_of(f, t)] = (struct made){ at + 1, node_get_text(t->ours, STIX_HYPOTHESIS) };
	}
}

// By others: what we made is not, even where it has lost our extension.
static bool is_said(const struct foreign_bundle *f, const struct stix_thing *t)
{
	const char *by = text_of(t, "created_by_ref");
	return !t->ours && !t->old && (!by || strcmp(by, STIX_IDENTITY) != 0) &&
	       (is_type(t, "opinion") || is_type(t, "note")) && about(f, t).question;
}

// Behind the judgements that the case has; one that came before is there already.
static void put_judgements(struct foreign_bundle *f, struct node *tree)
{
	struct adopt *x = f->to;
	struct network_names known = { 0 };
	struct node *list = NULL;
	size_t added = 0;
	for (struct node *n = tree->first; n; n = n->next)
		if (!strcmp(n->key, "judgements") && n->kind == NODE_LIST)
			list = n;
	for (node_each (j, list))
		if (node_get_text(j, "id"))
			network_names_put(&known, 0, node_get_text(j, "id"));
	for (struct node *j = x->judgements->first, *next; j; j = next) {
		next = j->next;
		if (network_names_add(x->a, &known, 0, slice_of(node_get_text(j, "id"))) == SIZE_MAX)
			continue;
		j->next = NULL;
		list = list ? list : node_put_list(x->a, tree, "judgements");
		node_add(list, j);
		added++;
	}
	network_names_free(&known);
	if (added)
		remarks_add(x->a, x->told, REMARK_READ, "judgements of others on it, new in the case: %zu", added);
}

void stix_foreign_said(struct stix_bundle *b, struct node *tree)
{
	struct foreign_bundle f = { .b = b, .to = b->to, .own = true };
	struct network_names questions = { 0 };
	f.made = arena_array(b->to->a, struct made, b->things.n);
	find_questions(&f, &questions, tree);
	find_made(&f, &questions);
	for (each (t, &b->things))
		if (is_said(&f, t) && is_type(t, "opinion"))
			add_opinion(&f, t);
		else if (is_said(&f, t) && text_of(t, "content"))
			judge(&f, t, about(&f, t), NULL, adopt_brief(f.to->a, text_of(t, "content")));
	if (b->to->foreign->n)
		remarks_add(b->to->a, b->to->told, REMARK_LEFT, "objects of others, kept as they came: %zu",
			    b->to->foreign->n);
	put_judgements(&f, tree);
	network_names_free(&questions);
}
