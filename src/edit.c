#include "edit.h"

#include "case/json.h"
#include "case/lists.h"
#include "case/rating.h"
#include "draft/drop.h"

#include <string.h>

#define HYPOTHESES "hypotheses"

// --- reading ---

// The keys of an edit beside the one that says what it is.
static const struct {
	const char *word, *keys[3];
	bool item; // has one
} spellings[] = {
	[EDIT_SET] = { "set", { "to", "as" }, false },
	[EDIT_PUT] = { "put", { "item", "of" }, true },
	[EDIT_MERGE] = { "merge", { "item", "of", "id" }, true },
	[EDIT_DROP] = { "drop", { "of", "id" }, false },
};

enum { SPELLINGS = sizeof spellings / sizeof *spellings };

static enum status check_keys(const struct node *n, enum edit_what what, struct err *e)
{
	for (node_each (child, n)) {
		bool known = !strcmp(child->key, spellings[what].word);
		for (size_t i = 0; i < 3 && spellings[what].keys[i]; i++)
			known |= !strcmp(child->key, spellings[what].keys[i]);
		if (!known)
			return err_set(e, STATUS_BAD_INPUT, "there is no key '%.60s' of %s", child->key,
				       spellings[what].word);
	}
	return STATUS_OK;
}

// Which item a place belongs to: "facts.heard.if.staged" is of facts, heard.
static enum status read_set(struct arena *a, const struct node *n, struct edit *x, struct err *e)
{
	struct slice rest = slice_of(x->place = node_get_text(n, "set")), kind, id, field, last;
	const struct node *as = node_get(n, "as");
	x->value = node_get(n, "to");
	x->as = node_get_text(n, "as");
	if (!x->value)
		return err_set(e, STATUS_BAD_INPUT, "set needs 'to', a value or null");
	if (as && as->kind != NODE_NULL && !x->as)
		return err_set(e, STATUS_BAD_INPUT, "as: should be the id of an analyst");
	if (!slice_cut(&rest, '.', &kind) || !slice_cut(&rest, '.', &id) || !slice_cut(&rest, '.', &field))
		return err_set(e, STATUS_NOT_FOUND, "there is no place '%.120s' in a case; facts.ID.if.STATE is one",
			       x->place);
	x->kind = arena_copy(a, kind.at, kind.len);
	x->id = arena_copy(a, id.at, id.len);
	if (!strcmp(x->kind, "questions") && slice_cut(&rest, '[', &last))
		x->hypothesis = arena_copy(a, last.at, last.len);
	return STATUS_OK;
}

static enum status read_item(const struct node *n, struct edit *x, struct err *e)
{
	const char *kind = node_get_text(n, spellings[x->what].word), *of = node_get_text(n, "of");
	bool hypothesis = !strcmp(kind, HYPOTHESES), head = !strcmp(kind, "case");
	x->value = node_get(n, "item");
	if (spellings[x->what].item && (!x->value || x->value->kind != NODE_MAP))
		return err_set(e, STATUS_BAD_INPUT, "item: should be a map of keys and values");
	if (!strcmp(kind, "documents"))
		return err_set(e, STATUS_BAD_INPUT, "documents are added, not edited");
	if (!hypothesis && !lists_has(kind) && !(head && x->what != EDIT_DROP))
		return err_set(e, STATUS_BAD_INPUT, "there is no kind of item '%.40s'", kind);
	if (hypothesis != (of != NULL))
		return err_set(e, STATUS_BAD_INPUT,
			       hypothesis ? "of: names the question of the hypothesis" : "of: is for hypotheses alone");
	const char *own = node_get_text(x->value, "id"), *id = x->what == EDIT_PUT ? own : node_get_text(n, "id");
	if (head)
		id = "case";
	if (!id || !*id)
		return err_set(e, STATUS_BAD_INPUT, "id: says which of %s", kind);
	if (x->what == EDIT_MERGE && !head && node_get(x->value, "id") && (!own || strcmp(own, id) != 0))
		return err_set(e, STATUS_BAD_INPUT, "%s.%s: an id stays what it is", kind, id);
	x->kind = hypothesis ? "questions" : kind;
	x->id = hypothesis ? of : id;
	x->hypothesis = hypothesis ? id : NULL;
	return STATUS_OK;
}

static enum status read_edit(struct arena *a, const struct node *n, struct edit *x, struct err *e)
{
	int what = -1, said = 0;
	for (int i = 0; i < SPELLINGS; i++)
		if (node_get_text(n, spellings[i].word)) {
			what = i;
			said++;
		}
	if (said != 1)
		return err_set(e, STATUS_BAD_INPUT, "an edit has one of set, put, merge and drop, a text");
	x->what = (enum edit_what)what;
	enum status s = check_keys(n, x->what, e);
	return s ? s : x->what == EDIT_SET ? read_set(a, n, x, e) : read_item(n, x, e);
}

static enum status which(const struct edits *edits, const struct edit *x, struct err *e)
{
	return edits->list.n > 1 ? err_within(e, "edit %zu", (size_t)(x - edits->list.at) + 1) : e->status;
}

enum status edit_read(struct arena *a, struct slice json, struct edits *out, struct err *e)
{
	struct node *all;
	if (json_read(a, json, &all, e) != STATUS_OK)
		return err_within(e, "edits");
	if (all->kind != NODE_LIST)
		return err_set(e, STATUS_BAD_INPUT, "edits are a list");
	for (node_each (n, all))
		if (read_edit(a, n, list_add(a, &out->list), e) != STATUS_OK)
			return err_within(e, "edit %zu", out->list.n);
	return STATUS_OK;
}

// --- items as trees ---

static enum status not_there(const struct edit *x, struct err *e)
{
	return x->hypothesis
		   ? err_set(e, STATUS_NOT_FOUND, "there is no %s.%s.%s in this case", x->kind, x->id, x->hypothesis)
		   : err_set(e, STATUS_NOT_FOUND, "there is no %s.%s in this case", x->kind, x->id);
}

// `was` with what `with` says put over it: null removes.
static struct node *merge(struct arena *a, const struct node *was, const struct node *with)
{
	struct node *out = node_map(a);
	for (node_each (child, was)) {
		const struct node *over = node_get(with, child->key);
		if (!over)
			node_put(a, out, child->key, node_copy(a, child));
		else if (over->kind == NODE_MAP && child->kind == NODE_MAP)
			node_put(a, out, child->key, merge(a, child, over));
		else if (over->kind != NODE_NULL)
			node_put(a, out, child->key, node_copy(a, over));
	}
	for (node_each (child, with))
		if (!node_get(was, child->key) && child->kind != NODE_NULL)
			node_put(a, out, child->key, node_copy(a, child));
	return out;
}

// What a person said over it is a person's.
static struct node *merge_item(struct arena *a, const struct node *was, const struct node *with)
{
	struct node *mine = node_map(a);
	for (node_each (child, was))
		if (strcmp(child->key, "drafted") != 0)
			node_put(a, mine, child->key, node_copy(a, child));
	return merge(a, mine, with);
}

static const struct node *hypothesis_of(const struct node *question, const char *id)
{
	for (node_each (h, node_get(question, HYPOTHESES))) {
		const char *other = node_get_text(h, "id");
		if (other && !strcmp(other, id))
			return h;
	}
	return NULL;
}

// The question with a hypothesis in place of the one with its id, or behind the others.
static struct node *with_hypothesis(struct arena *a, const struct node *question, const struct node *hypothesis)
{
	const char *id = node_get_text(hypothesis, "id");
	bool there = hypothesis_of(question, id);
	struct node *list = node_list(a), *with = node_map(a);
	for (node_each (h, node_get(question, HYPOTHESES))) {
		const char *other = node_get_text(h, "id");
		node_add(list, node_copy(a, other && !strcmp(other, id) ? hypothesis : h));
	}
	if (!there)
		node_add(list, node_copy(a, hypothesis));
	node_put(a, with, HYPOTHESES, list);
	return merge(a, question, with);
}

// What is read of a statement is what it knows: a key that it does not know would be lost.
static enum status check_statement(const struct node *item, struct err *e)
{
	static const char *const keys[] = { "id",        "document", "content", "also",       "speaker",    "chain",
					    "stance",    "targets",  "basis",   "likelihood", "confidence", "proxy_for",
					    "refers_to", "when",     "sure",    "words" };
	for (node_each (child, item)) {
		bool known = false;
		for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
			known |= !strcmp(keys[i], child->key);
		if (!known)
			return err_set(e, STATUS_BAD_INPUT, "statements.%s: there is no key '%.60s' here",
				       node_get_text(item, "id"), child->key);
	}
	return STATUS_OK;
}

static enum status put_item(struct arena *a, struct the_case *c, const struct edit *x, struct err *e)
{
	const struct node *was = lists_item(a, c, x->kind, x->id), *item = x->value, *whole = was;
	if (x->hypothesis) {
		if (!was)
			return err_set(e, STATUS_NOT_FOUND, "there is no question %s in this case", x->id);
		was = hypothesis_of(was, x->hypothesis);
	}
	if (!was && x->what == EDIT_MERGE)
		return not_there(x, e);
	if (x->what == EDIT_MERGE || !strcmp(x->kind, "case"))
		item = merge_item(a, was, item);
	if (x->hypothesis)
		item = with_hypothesis(a, whole, item);
	enum status s = !strcmp(x->kind, "statements") ? check_statement(item, e) : STATUS_OK;
	return s ? s : lists_put(a, c, x->kind, item, e);
}

// --- values and drops ---

static bool *mark_of(struct the_case *c, const struct edit *x)
{
	int at = lists_find(c, x->kind, x->id);
	if (at < 0)
		return NULL;
	if (!strcmp(x->kind, "facts"))
		return &c->facts.at[at].drafted;
	if (!strcmp(x->kind, "sources"))
		return &c->sources.at[at].drafted;
	if (!strcmp(x->kind, "reports"))
		return &c->reports.at[at].drafted;
	if (strcmp(x->kind, "questions") != 0 || !x->hypothesis)
		return NULL;
	for (each (h, &c->questions.at[at].hyps))
		if (!strcmp(h->id, x->hypothesis))
			return &h->drafted;
	return NULL;
}

// The reason of a grade that the program gave goes with that grade.
static enum status set_value(struct arena *a, struct the_case *c, const struct edit *x, struct err *e)
{
	bool *mark = mark_of(c, x);
	int at = !strcmp(x->kind, "sources") ? lists_find(c, x->kind, x->id) : -1;
	struct source *source = at < 0 ? NULL : &c->sources.at[at];
	const char *before = source ? source->reliability : NULL;
	enum status s = rating_set(a, c, x->place, x->value, x->as, e);
	if (s != STATUS_OK)
		return s;
	const char *now = source ? source->reliability : NULL;
	if (source && source->drafted && strcmp(before ? before : "", now ? now : "") != 0)
		source->why = NULL;
	if (mark)
		*mark = false;
	return s;
}

// An analyst whose values are weighed stays: without the name nobody could tell whose they are.
static enum status drop_analyst(struct arena *a, struct the_case *c, size_t at, struct err *e)
{
	size_t n;
	const struct place *places = place_all(a, c, &n);
	for (size_t i = 0; i < n; i++)
		if (places[i].value)
			for (each (o, &places[i].value->by))
				if (!strcmp(o->analyst, c->analysts.at[at].id))
					return err_set(e, STATUS_BAD_INPUT,
						       "analysts.%s: has a value at %s; take their values back first",
						       o->analyst, places[i].name);
	lists_remove(c, "analysts", at);
	return STATUS_OK;
}

static enum status drop(struct arena *a, struct the_case *c, const struct edit *x, struct err *e)
{
	static const char *const kinds[] = {
		[ITEM_ASSUMPTION] = "assumptions", [ITEM_QUESTION] = "questions",
		[ITEM_HYPOTHESIS] = HYPOTHESES,    [ITEM_FACT] = "facts",
		[ITEM_SOURCE] = "sources",         [ITEM_REPORT] = "reports",
		[ITEM_JUDGEMENT] = "judgements",
	};
	int at = lists_find(c, x->kind, x->id);
	if (at < 0)
		return not_there(x, e);
	if (!strcmp(x->kind, "analysts"))
		return drop_analyst(a, c, (size_t)at, e);
	struct drafted_item i = { .at = (size_t)at };
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (!strcmp(kinds[k], x->hypothesis ? HYPOTHESES : x->kind)) {
			i.kind = (enum item_kind)k;
			size_t n = x->hypothesis ? c->questions.at[at].hyps.n : 0;
			while (i.hyp < n && (c->questions.at[at].hyps.at[i.hyp].added ||
					     strcmp(c->questions.at[at].hyps.at[i.hyp].id, x->hypothesis) != 0))
				i.hyp++;
			return x->hypothesis && i.hyp == n ? not_there(x, e) : drop_item(c, &i, e);
		}
	if (!strcmp(x->kind, "statements"))
		drop_statement(c, (size_t)at);
	else
		lists_remove(c, x->kind, (size_t)at);
	return STATUS_OK;
}

enum status edit_make(struct arena *a, struct the_case *c, const struct edits *edits, struct err *e)
{
	for (each (x, &edits->list)) {
		enum status s = x->what == EDIT_SET    ? set_value(a, c, x, e)
				: x->what == EDIT_DROP ? drop(a, c, x, e)
						       : put_item(a, c, x, e);
		if (s != STATUS_OK)
			return which(edits, x, e);
	}
	return case_settle(a, c, e);
}

// --- taking back ---

static bool remember(struct arena *a, struct the_case *c, const struct edit *x, struct edit_value *out)
{
	struct place p;
	struct err ignored;
	if (x->what != EDIT_SET || x->value->kind == NODE_NULL || rating_find(a, c, x->place, &p, &ignored))
		return false;
	if (p.kind == PLACE_GRADE) {
		out->source = &c->sources.at[p.item];
		out->reliability = out->source->reliability;
		out->why = out->source->why;
	} else if (!p.value)
		return false;
	out->at = p.value;
	out->value = p.value ? *p.value : (struct value){ 0 };
	out->mark = mark_of(c, x);
	out->drafted = out->mark && *out->mark;
	return true;
}

bool edit_remember(struct arena *a, struct the_case *c, const struct edits *edits, struct edit_was *out)
{
	*out = (struct edit_was){ .lists = *c };
	for (each (x, &edits->list))
		if (!remember(a, c, x, list_add(a, &out->values)))
			return false;
	return true;
}

// A value that was set twice has its first one in the end. Settling again finds room for what it adds where it was.
void edit_put_back(struct arena *a, struct the_case *c, const struct edit_was *was)
{
	struct err ignored;
	*c = was->lists;
	for (size_t i = was->values.n; i-- > 0;) {
		const struct edit_value *v = &was->values.at[i];
		if (v->at)
			*v->at = v->value;
		if (v->source) {
			v->source->reliability = v->reliability;
			v->source->why = v->why;
		}
		if (v->mark)
			*v->mark = v->drafted;
	}
	if (case_settle(a, c, &ignored) != STATUS_OK)
		*c = was->lists; // it was settled before: it is again
}
