#include "read/adopt.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "case/format.h"
#include "case/scale.h"

#include <math.h>
#include <string.h>

enum { BRIEF = 400, DEEP = LIMIT_NESTING - 16 };

void adopt_begin(struct adopt *x)
{
	x->tree = node_map(x->a);
	node_put_number(x->a, x->tree, "hearsay", 1);
	x->questions = node_list(x->a);
	x->facts = node_list(x->a);
	x->sources = node_list(x->a);
	x->reports = node_list(x->a);
	x->judgements = node_list(x->a);
	x->foreign = node_list(x->a);
}

void adopt_free(struct adopt *x)
{
	network_names_free(&x->ids);
	arena_free(&x->tries.mem);
	arena_free(&x->sources_by_name.mem);
	arena_free(&x->asked.mem);
}

// A text of which there is only one of its kind: "note", "note-2", "note-3".
static const char *unique(struct adopt *x, size_t kind, const char *text)
{
	size_t at = network_names_find(&x->ids, kind, slice_of(text));
	const char *id = text;
	while (at != SIZE_MAX && network_names_find(&x->ids, kind, slice_of(id)) != SIZE_MAX)
		id = arena_printf(x->a, "%s-%zu", text, ++x->tries.at[at] + 1);
	network_names_put(&x->ids, kind, id);
	list_push_own(&x->tries, 0);
	return id;
}

const char *adopt_question_id(const struct adopt *x, size_t question)
{
	return node_get_text(x->asked.at[question], "id");
}

size_t adopt_question(struct adopt *x, const char *ask)
{
	struct node *q = node_add(x->questions, node_map(x->a));
	node_put_text(x->a, q, "id", x->questions->n == 1 ? "who" : arena_printf(x->a, "who-%zu", x->questions->n));
	node_put_text(x->a, q, "ask", ask);
	node_put_list(x->a, q, "hypotheses");
	list_push_own(&x->asked, q);
	return x->asked.n - 1;
}

const char *adopt_hypothesis(struct adopt *x, size_t question, const char *name, const char *say, const char *actor)
{
	struct node *list = x->asked.at[question]->last;
	if (list->n + 1 >= LIMIT_HYPOTHESES)
		return NULL;
	struct node *h = node_add(list, node_map(x->a));
	const char *id = case_make_id(x->a, name);
	id = unique(x, ADOPT_QUESTION + question, !strcmp(id, CASE_NONE_OF_THESE) ? "none" : id);
	node_put_text(x->a, h, "id", id);
	node_put_text(x->a, h, "say", say);
	node_put_text(x->a, h, "role", actor ? "did" : NULL);
	node_put_text(x->a, h, "actor", actor);
	return id;
}

// One source has one grade: the first that is said of it.
static const char *known_source(struct adopt *x, const struct node *source, const char *grade)
{
	const char *has = node_get_text(source, "reliability");
	if (grade && (!has || strcmp(grade, has) != 0))
		remarks_add(x->a, x->told, REMARK_LEFT, "another grade of %.100s, %s: it stands at %s",
			    node_get_text(source, "name"), grade, has ? has : "none");
	return node_get_text(source, "id");
}

const char *adopt_source(struct adopt *x, const char *name, const char *grade)
{
	size_t at = network_names_find(&x->ids, ADOPT_NAME, slice_of(name));
	if (at != SIZE_MAX)
		return known_source(x, x->sources_by_name.at[x->tries.at[at]], grade);
	struct node *s = node_add(x->sources, node_map(x->a));
	const char *id = unique(x, ADOPT_SOURCE, case_make_id(x->a, name));
	node_put_text(x->a, s, "id", id);
	node_put_text(x->a, s, "name", name);
	node_put_text(x->a, s, "reliability", grade);
	network_names_put(&x->ids, ADOPT_NAME, arena_text(x->a, name));
	list_push_own(&x->tries, x->sources_by_name.n);
	list_push_own(&x->sources_by_name, s);
	return id;
}

// One hypothesis is rated as a roughly even chance, and the others take the middle of it: all the same.
void adopt_fact(struct adopt *x, size_t question, const char *say, const char *source, const char *holds,
		const char *published, const char *why)
{
	struct node *f = node_add(x->facts, node_map(x->a)), *r = node_add(x->reports, node_map(x->a)), *cells;
	const char *id = unique(x, ADOPT_FACT, arena_printf(x->a, "fact-%zu", x->facts->n));
	node_put_text(x->a, f, "id", id);
	node_put_text(x->a, f, "say", say);
	node_put_text(x->a, f, "about", adopt_question_id(x, question));
	cells = node_put_map(x->a, f, "if");
	node_put_text(x->a, cells, node_get_text(x->asked.at[question]->last->first, "id"), "roughly even chance");
	node_put_text(x->a, r, "id", arena_printf(x->a, "r%zu", x->reports->n));
	node_put_text(x->a, r, "fact", id);
	node_put_text(x->a, r, "holds", holds);
	node_put_text(x->a, r, "from", source);
	node_put_text(x->a, r, "published", published);
	node_put_text(x->a, r, "why", why);
}

void adopt_judge(struct adopt *x, const struct adopt_judgement *j)
{
	struct node *n = node_add(x->judgements, node_map(x->a));
	node_put_text(x->a, n, "id", j->id ? j->id : arena_printf(x->a, "j%zu", x->judgements->n));
	node_put_text(x->a, n, "who", j->who);
	node_put_text(x->a, n, "question", j->question);
	node_put_text(x->a, n, "hypothesis", j->hypothesis);
	node_put_text(x->a, n, "word", j->word);
	node_put_text(x->a, n, "confidence", j->confidence);
	node_put_text(x->a, n, "say", j->say);
}

void adopt_keep(struct adopt *x, const char *id, const char *format, const char *list, const struct node *object)
{
	struct node *n = node_add(x->foreign, node_map(x->a)), *copy = arena_new(x->a, struct node);
	*copy = *object;
	copy->next = NULL;
	node_put_text(x->a, n, "id", unique(x, ADOPT_FOREIGN, id));
	node_put_text(x->a, n, "format", format);
	node_put_text(x->a, n, "list", list);
	node_put(x->a, n, "object", copy);
}

bool adopt_kept(const struct adopt *x, const char *id)
{
	return network_names_find(&x->ids, ADOPT_FOREIGN, slice_of(id)) != SIZE_MAX;
}

const char *adopt_brief(struct arena *a, const char *text)
{
	struct slice s = slice_trim(slice_of(text));
	const char *blank = s.len ? strstr(s.at, "\n\n") : NULL;
	size_t n = blank ? (size_t)(blank - s.at) : s.len;
	if (n <= BRIEF)
		return n == s.len ? arena_copy(a, s.len ? s.at : "", n) : arena_printf(a, "%.*s ...", (int)n, s.at);
	return arena_printf(a, "%.*s ...", (int)utf8_floor(s.at, BRIEF), s.at);
}

const char *adopt_grade(struct arena *a, const char *text)
{
	static const char tag[] = "admiralty-scale:source-reliability=\"";
	if (!text)
		return NULL;
	if (!strncmp(text, tag, sizeof tag - 1))
		text += sizeof tag - 1;
	char c = (char)(*text & ~0x20);
	bool alone = text[0] && (!text[1] || text[1] == ' ' || text[1] == '"');
	return alone && c >= 'A' && c <= 'F' ? arena_printf(a, "%c", c) : NULL;
}

const char *adopt_likelihood(struct arena *a, const char *tag)
{
	static const char start[] = "estimative-language:likelihood-probability=\"";
	if (!tag || strncmp(tag, start, sizeof start - 1) != 0)
		return NULL;
	char *word = arena_text(a, tag + sizeof start - 1);
	for (char *p = word; *p; p++)
		*p = (char)(*p == '-' ? ' ' : *p == '"' ? 0 : *p);
	return scale_find(slice_of(word)) ? word : NULL;
}

static bool deeper(const struct node *n, int levels)
{
	if (!levels)
		return true;
	for (node_each (child, n))
		if (deeper(child, levels - 1))
			return true;
	return false;
}

bool adopt_deep(const struct node *n)
{
	return deeper(n, DEEP);
}

// Hypotheses start even, and leave none-of-these its usual share.
static void put_priors(struct adopt *x)
{
	for (node_each (q, x->questions)) {
		const struct node *list = node_get(q, "hypotheses");
		double even = round(9500 / (double)list->n) / 1e4;
		for (struct node *h = list->first; h; h = h->next)
			node_put_number(x->a, h, "prior", even);
	}
	if (x->questions->n)
		remarks_add(
		    x->a, x->told, REMARK_ASSUMED,
		    "the hypotheses say that whoever is named did it, and are equally likely before the evidence: "
		    "set their words and priors");
	if (x->facts->n)
		remarks_add(
		    x->a, x->told, REMARK_ASSUMED,
		    "the facts are unrated, a roughly even chance under every hypothesis, and move nothing until "
		    "they are rated: %zu",
		    x->facts->n);
}

enum status adopt_end(struct adopt *x, const struct the_case *known, struct the_case *c, struct err *e)
{
	put_priors(x);
	node_put(x->a, x->tree, "questions", x->questions);
	node_put(x->a, x->tree, "facts", x->facts);
	node_put(x->a, x->tree, "sources", x->sources);
	node_put(x->a, x->tree, "reports", x->reports);
	node_put(x->a, x->tree, "judgements", x->judgements);
	node_put(x->a, x->tree, "foreign", x->foreign);
	return format_read_case(x->a, x->tree, known, c, e);
}
