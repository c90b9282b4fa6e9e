#include "read/attribute.h"

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

void attribute_find(struct arena *a, const struct tag_model *m, float least, struct document *d)
{
	struct arena scratch = { 0 };
	struct tag_work *w = tag_room(&scratch);
	struct unit *u = tag_unit(w);
	struct tag_walk walk = attribute_units(d);
	while (tag_next(&walk, u)) {
		struct tag_founds found = tag_find(m, w);
		for (int i = 0; i < found.n; i++) {
			const struct tag_found *f = &found.at[i];
			if (f->sure < (least > 0 ? least : m->settings.keep))
				continue;
			struct attribution *x = list_add(a, &d->attributions);
			struct tag_part cue = { f->cue.from, f->cue.to };
			put_spans(a, &u->forms, f->source, f->sources, &x->source);
			put_spans(a, &u->forms, &cue, 1, &x->cue);
			put_spans(a, &u->forms, f->content, f->contents, &x->content);
			x->confidence = (double)f->sure;
		}
	}
	arena_free(&scratch);
}
