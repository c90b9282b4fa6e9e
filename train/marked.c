#include "train/marked.h"

#include "base/file.h"
#include "case/json.h"
#include "case/names.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static struct err e;

static void need(bool fine, const char *what)
{
	if (fine)
		return;
	fprintf(stderr, "gate: %s%s%s\n", what, e.text[0] ? ": " : "", e.text);
	exit(1);
}

struct text {
	struct arena *arena;
	struct marked *out;
	const struct document *d;
	const struct node *marks;
	size_t first; // of its things in the list
	bool whole, teach;
	float weight;
};

static uint32_t *kept(struct arena *a, const uint32_t *feature, int n)
{
	uint32_t *out = arena_array(a, uint32_t, (size_t)n);
	memcpy(out, feature, sizeof *out * (size_t)n);
	return out;
}

static void see(void *context, const struct said_candidate *c)
{
	struct text *t = context;
	struct seen *s = list_add(t->arena, &t->out->list);
	s->text = t->out->texts;
	s->weight = t->weight;
	s->at = document_original(t->d, c->content);
	s->speaker = arena_text(t->arena, c->speaker);
	s->kept = c->verdict->keep;
	s->stance = c->verdict->stance;
	s->features = c->features;
	s->feature = kept(t->arena, c->feature, c->features);
	s->label = -1;
}

// How well a content fits a mark: Dice's share of both, and something for one that holds it and is not much longer; 0
// where they are not the same.
static double fits(span found, span mark)
{
	uint32_t from = found.from > mark.from ? found.from : mark.from, to = found.to < mark.to ? found.to : mark.to;
	double dice = to > from ? 2.0 * (to - from) / (double)(span_len(found) + span_len(mark)) : 0;
	bool holds = span_holds(found, mark) && span_len(found) <= 4 * span_len(mark);
	return dice >= .4 ? dice : holds ? .3 : 0;
}

static const char *last_word(const char *name)
{
	const char *space = strrchr(name, ' ');
	return space ? space + 1 : name;
}

static bool is_named(const struct node *names, const char *speaker)
{
	for (node_each (n, names))
		if (*speaker && n->text &&
		    (!strcasecmp(n->text, speaker) || !strcasecmp(last_word(n->text), last_word(speaker))))
			return true;
	return false;
}

// The marked statement that words of a speaker are, or NULL.
static const struct node *mark_of(const struct text *t, span at, const char *speaker)
{
	const struct node *best = NULL;
	double most = 0;
	for (node_each (mark, t->marks))
		for (node_each (where, node_get(mark, "spans"))) {
			span s = { (uint32_t)where->first->number, (uint32_t)where->last->number };
			double fit = node_get_number(mark, "class", 0) >= GATE_STANCE ? fits(at, s) : 0;
			fit += fit > 0 ? is_named(node_get(mark, "names"), speaker) : 0;
			if (fit > most) {
				most = fit;
				best = mark;
			}
		}
	return best;
}

static bool is_actor(const struct node *names, const char *actor)
{
	for (node_each (n, names))
		if (n->text && names_same(n->text, actor))
			return true;
	return false;
}

static int see_aim(void *context, const struct said_aim *a)
{
	struct text *t = context;
	const struct node *mark = mark_of(t, document_original(t->d, a->content), a->speaker);
	int labels = 0;
	if (!t->whole)
		return -1;
	if (!mark)
		return t->teach ? 0 : -1;
	struct seen_aim s = {
		t->out->texts, t->weight, arena_text(t->arena, a->is->actor), kept(t->arena, a->feature, a->features),
		a->features,   0
	};
	for (node_each (target, node_get(mark, "targets")))
		if (is_actor(node_get(target, "names"), a->is->actor)) {
			s.label = 1 + (int)node_get_number(target, "role", 0);
			list_push(t->arena, &t->out->aims, s);
			labels++;
		}
	if (!labels)
		list_push(t->arena, &t->out->aims, s);
	return t->teach ? s.label : -1;
}

// The one that a mark is about: of its speaker, if there is one, and the closest. What else is near it teaches nothing.
static void mark_one(const struct text *t, const struct node *mark, span at)
{
	struct seen *best = NULL;
	double most = 0;
	int label = (int)node_get_number(mark, "class", GATE_NEITHER);
	for (size_t i = t->first; i < t->out->list.n; i++) {
		struct seen *s = &t->out->list.at[i];
		double fit = fits(s->at, at);
		if (fit <= 0)
			continue;
		if (s->label == GATE_NEITHER || s->label == GATE_FACT)
			s->label = -1;
		fit += is_named(node_get(mark, "names"), s->speaker);
		if (fit > most && s->label < GATE_STANCE) {
			most = fit;
			best = s;
		}
	}
	if (best)
		best->label = node_get_bool(mark, "optional", false) ? -1 : label;
}

// A mark is about all that has its very words: in a text where only some things are marked.
static void mark_all(const struct text *t, const struct node *mark, span at)
{
	for (size_t i = t->first; i < t->out->list.n; i++)
		if (fits(t->out->list.at[i].at, at) > .8)
			t->out->list.at[i].label = (int)node_get_number(mark, "class", GATE_NEITHER);
}

static void read_text(struct arena *a, const struct tables *tables, struct slice line, struct marked *out)
{
	struct node *n;
	struct document d;
	struct text t = { .arena = a, .out = out, .d = &d, .first = out->list.n };
	struct said_watch watch = { see, see_aim, &t };
	need(json_read(a, line, &n, &e) == STATUS_OK, "a text is no JSON");
	const char *text = node_get_text(n, "text"), *path = node_get_text(n, "id");
	bool whole = node_get_bool(n, "whole", true);
	need(text && path, "a text has no text or id");
	t.marks = node_get(n, "marks");
	t.whole = whole;
	t.weight = (float)node_get_number(n, "weight", 1);
	t.teach = out->teach;
	struct read_options o = { .envelope.path = path, .verbatim = !whole, .watch = &watch };
	need(read_page(a, tables, slice_of(text), &o, &d, &e) == STATUS_OK, path);
	for (size_t i = t.first; whole && i < out->list.n; i++)
		out->list.at[i].label = GATE_NEITHER;
	for (node_each (mark, t.marks))
		for (node_each (at, node_get(mark, "spans"))) {
			span s = { (uint32_t)at->first->number, (uint32_t)at->last->number };
			(whole ? mark_one : mark_all)(&t, mark, s);
			out->statements += whole && at == node_get(mark, "spans")->first &&
					   node_get_number(mark, "class", 0) >= GATE_STANCE &&
					   !node_get_bool(mark, "optional", false);
		}
	out->texts++;
}

void marked_read(struct arena *a, const struct tables *t, const char *path, struct marked *out)
{
	struct slice all, line;
	need(file_read(a, path, SIZE_MAX / 2, "", &all, &e) == STATUS_OK, path);
	while (slice_cut(&all, '\n', &line))
		if (line.len)
			read_text(a, t, line, out);
}
