#include "train/marked.h"

#include "train/need.h"

#include "base/file.h"
#include "case/json.h"
#include "case/names.h"
#include "read/read.h"

#include <string.h>
#include <strings.h>

static struct err e;

// Where the content of a lesson stands, and who says it.
struct place {
	span at;
	const char *speaker;
};

struct text {
	struct arena *arena;
	struct marked *out;
	const struct document *d;
	const struct node *marks;
	LIST(struct place) places; // of its statements, from `first` on
	size_t first;              // of them in the list
	bool whole, teach;
	float weight;
};

static struct lesson lesson_of(const struct text *t, const uint32_t *feature, int n, int label)
{
	struct lesson x = { t->out->text, t->weight, arena_array(t->arena, uint32_t, (size_t)n), n, label };
	memcpy(x.feature, feature, sizeof *feature * (size_t)n);
	return x;
}

static void see(void *context, const struct said_candidate *c)
{
	struct text *t = context;
	list_push(t->arena, &t->out->statements, lesson_of(t, c->feature, c->features, t->whole ? GATE_NEITHER : -1));
	list_push(t->arena, &t->places,
		  ((struct place){ document_original(t->d, c->content), arena_text(t->arena, c->speaker) }));
}

static int class_of(const struct node *mark)
{
	return (int)node_get_number(mark, "class", GATE_NEITHER);
}

static span span_of(const struct node *pair)
{
	return (span){ (uint32_t)pair->first->number, (uint32_t)pair->last->number };
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
			double fit = class_of(mark) >= GATE_STANCE ? fits(at, span_of(where)) : 0;
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
	struct lesson x = lesson_of(t, a->feature, a->features, 0);
	for (node_each (target, node_get(mark, "targets")))
		if (is_actor(node_get(target, "names"), a->is->actor)) {
			x.label = 1 + (int)node_get_number(target, "role", 0);
			list_push(t->arena, &t->out->aims, x);
			labels++;
		}
	if (!labels)
		list_push(t->arena, &t->out->aims, x);
	return t->teach ? x.label : -1;
}

// The one that a mark is about: of its speaker, if there is one, and the closest. What else is near it teaches nothing.
static void mark_one(const struct text *t, const struct node *mark, span at)
{
	struct lesson *best = NULL;
	double most = 0;
	for (size_t i = 0; i < t->places.n; i++) {
		struct lesson *x = &t->out->statements.at[t->first + i];
		double fit = fits(t->places.at[i].at, at);
		if (fit <= 0)
			continue;
		if (x->label == GATE_NEITHER || x->label == GATE_FACT)
			x->label = -1;
		fit += is_named(node_get(mark, "names"), t->places.at[i].speaker);
		if (fit > most && x->label < GATE_STANCE) {
			most = fit;
			best = x;
		}
	}
	if (best)
		best->label = node_get_bool(mark, "optional", false) ? -1 : class_of(mark);
}

// A mark is about all that has its very words: in a text where only some things are marked.
static void mark_all(const struct text *t, const struct node *mark, span at)
{
	for (size_t i = 0; i < t->places.n; i++)
		if (fits(t->places.at[i].at, at) > .8)
			t->out->statements.at[t->first + i].label = class_of(mark);
}

static void read_text(struct arena *a, const struct tables *tables, struct slice line, struct marked *out)
{
	struct node *n;
	struct document d;
	struct text t = { .arena = a, .out = out, .d = &d, .first = out->statements.n };
	struct said_watch watch = { see, see_aim, &t };
	need(json_read(a, line, &n, &e) == STATUS_OK, "a text is no JSON", &e);
	const char *text = node_get_text(n, "text"), *path = node_get_text(n, "id");
	bool whole = node_get_bool(n, "whole", true);
	need(text && path, "a text has no text or id", &e);
	t.marks = node_get(n, "marks");
	t.whole = whole;
	t.weight = (float)node_get_number(n, "weight", 1);
	t.teach = out->teach;
	struct read_options o = { .envelope.path = path, .verbatim = !whole, .watch = &watch };
	need(read_page(a, tables, slice_of(text), &o, &d, &e) == STATUS_OK, path, &e);
	for (node_each (mark, t.marks)) {
		out->marks += whole && class_of(mark) >= GATE_STANCE && !node_get_bool(mark, "optional", false);
		for (node_each (at, node_get(mark, "spans")))
			(whole ? mark_one : mark_all)(&t, mark, span_of(at));
	}
	out->texts++;
}

void marked_read(struct arena *a, const struct tables *t, const char *path, size_t part, struct marked *out)
{
	struct slice all, line;
	size_t text = 0;
	need(file_read(a, path, SIZE_MAX / 2, "", &all, &e) == STATUS_OK, path, &e);
	while (slice_cut(&all, '\n', &line)) {
		if (!line.len)
			continue;
		out->text = text++;
		if (part == MARKED_PARTS || out->text % MARKED_PARTS == part)
			read_text(a, t, line, out);
	}
}
