#include "read/attribute.h"

// What is written down of a text, and from which confidence on.
struct finder {
	struct arena *arena, *scratch;
	const struct tagger *tagger;
	float least;
	struct tag_work *work; // of the tagger
	const char *text;
	struct parse *parse; // or NULL
};

static void put_spans(struct arena *a, const struct forms *f, const struct tag_part *part, int n, struct spans *out)
{
	for (int i = 0; i < n; i++)
		list_push(a, out, ((span){ f->at[part[i].from].from, f->at[part[i].to - 1].to }));
}

// Whether the text begins with its title: one that is set was taken out of it.
static bool has_title(const struct document *d)
{
	return !d->title && d->paragraphs.n > 1;
}

struct tag_walk attribute_units(const struct document *d)
{
	return (struct tag_walk){ .text = d->text,
				  .paragraph = d->paragraphs.at,
				  .sentence = d->sentences.at,
				  .paragraphs = d->paragraphs.n,
				  .sentences = d->sentences.n,
				  .units = has_title(d) ? 0 : 1 };
}

// A sentence, or what a content has of it, that may hold what others said; the content is that of the attribution of
// a number in its list.
struct inside {
	size_t number;
	span at;
};

struct insides {
	struct inside *at;
	size_t n, room;
};

// The sentences of a content that may.
static void look_inside(const struct finder *f, struct tag_part content, size_t number, struct insides *out)
{
	const struct unit *u = tag_unit(f->work);
	for (struct tag_part p = { content.from, content.from }; p.from < content.to; p.from = p.to) {
		while (p.to < content.to && u->forms.at[p.to].sentence == u->forms.at[p.from].sentence)
			p.to++;
		if (tag_may_hold(u, p))
			list_push(f->scratch, out,
				  ((struct inside){ number, { u->forms.at[p.from].from, u->forms.at[p.to - 1].to } }));
	}
}

static void add(const struct finder *f, const struct reading *r, float sure, struct attributions *out)
{
	const struct unit *u = tag_unit(f->work);
	struct attribution *to = list_add(f->arena, out);
	struct tag_part cue = { r->cue.from, r->cue.to };
	put_spans(f->arena, &u->forms, r->source, r->sources, &to->source);
	put_spans(f->arena, &u->forms, &cue, 1, &to->cue);
	put_spans(f->arena, &u->forms, r->content, r->contents, &to->content);
	to->confidence = (double)sure;
}

enum { LEVELS = 4 }; // what is said, and what is said inside of it, and so on

// Finds who said what in the unit at hand. What is said inside of what another said, who is surer to have said it, is
// left to the inner level: the same once more, on each sentence of the content that may hold some.
static void find(const struct finder *f, struct attributions *out, int level)
{
	struct insides inside = { 0 };
	struct tag_founds found = tag_find(level == 1 ? &f->tagger->outer : &f->tagger->inner, f->work);
	if (level == 1 && f->parse)
		parse_add(f->arena, f->parse, tag_unit(f->work));
	for (int i = 0; i < found.n; i++) {
		const struct reading *r = &found.at[i].is;
		if (found.at[i].sure < f->least || tag_is_inner(&found, &found.at[i]))
			continue;
		for (int k = 0; k < r->contents && level < LEVELS; k++)
			look_inside(f, r->content[k], out->n, &inside);
		add(f, r, found.at[i].sure, out);
	}
	for (each (x, &inside)) {
		struct tag_walk walk = { .text = f->text, .sentence = &x->at, .sentences = 1, .units = 1 };
		while (tag_next(&walk, tag_unit(f->work)))
			find(f, &out->at[x->number].inner, level + 1);
	}
}

size_t attribute_find(struct arena *a, const struct tagger *t, float least, struct parse *parse,
		      struct document *d)
{
	struct arena scratch = { 0 };
	struct finder f = { a, &scratch, t, least > 0 ? least : t->outer.settings.keep, t->work, d->text,
			    parse };
	struct tag_walk walk = attribute_units(d);
	size_t words = 0;
	while (tag_next(&walk, tag_unit(f.work))) {
		words += (size_t)tag_unit(f.work)->forms.n;
		find(&f, &d->attributions, 1);
	}
	arena_free(&scratch);
	return words;
}

void attribute_keep(float least, struct attributions *all)
{
	size_t n = 0;
	for (size_t i = 0; i < all->n; i++) {
		if (all->at[i].confidence < (double)least)
			continue;
		all->at[n] = all->at[i];
		attribute_keep(least, &all->at[n++].inner);
	}
	all->n = n;
}
