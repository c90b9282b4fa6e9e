#include "train/label.h"

#include <string.h>

static bool within(const struct wordform *w, const struct spans *spans)
{
	for (each (s, spans))
		if (w->from >= s->from && w->to <= s->to)
			return true;
	return false;
}

static void mark_role(const struct forms *f, const struct spans *spans, int begin, uint8_t *label)
{
	for (each (s, spans)) {
		bool first = true;
		for (int i = 0; i < f->n; i++)
			if (f->at[i].from >= s->from && f->at[i].to <= s->to) {
				label[i] = (uint8_t)(first ? begin : begin + 1);
				first = false;
			}
	}
}

void label_roles(const struct forms *f, const struct document *d, uint8_t *label)
{
	memset(label, ROLES_OUT, (size_t)f->n);
	for (each (x, &d->attributions))
		mark_role(f, &x->content, ROLES_CONTENT, label);
	for (each (x, &d->attributions))
		mark_role(f, &x->source, ROLES_SOURCE, label);
	for (each (x, &d->attributions))
		mark_role(f, &x->cue, ROLES_CUE, label);
	for (int i = 0; i < f->n; i++) // one that was cut in two begins anew
		if (!roles_may(i ? label[i - 1] : -1, label[i]))
			label[i]--;
}

const struct attribution *label_cue(const struct forms *f, const struct document *d, const struct cue *c)
{
	const struct attribution *best = NULL;
	span cue = { f->at[c->from].from, f->at[c->to - 1].to };
	uint32_t most = 0;
	for (each (x, &d->attributions))
		for (each (s, &x->cue)) {
			uint32_t from = s->from > cue.from ? s->from : cue.from, to = s->to < cue.to ? s->to : cue.to;
			if (to > from && to - from > most) {
				most = to - from;
				best = x;
			}
		}
	return best;
}

// Which role a word has for the cue: 0 none, 1 source, 2 content.
static int role_of(const struct forms *f, const struct attribution *x, const struct cue *c, int i)
{
	if (i >= c->from && i < c->to)
		return 0;
	return within(&f->at[i], &x->source) ? 1 : within(&f->at[i], &x->content) ? 2 : 0;
}

void label_whose(const struct forms *f, const struct attribution *x, const struct cue *c, int from, int to,
		 uint8_t *label)
{
	for (int i = from, end; i < to; i = end) {
		int role = role_of(f, x, c, i);
		for (end = i + 1; end < to && role_of(f, x, c, end) == role;)
			end++;
		int begin = role == 1 ? WHOSE_SOURCE : WHOSE_CONTENT;
		for (int k = i; k < end; k++)
			label[k - from] = (uint8_t)(!role          ? WHOSE_OUT
						    : k == end - 1 ? begin + 2
						    : k == i       ? begin
								   : begin + 1);
	}
}

bool label_right(const struct forms *f, const struct attribution *x, const struct reading *found)
{
	int source = 0, both = 0, ours = 0, theirs = 0;
	for (int i = 0; i < f->n; i++) {
		bool is = within(&f->at[i], &x->content), said = parts_hold(found->content, found->contents, i);
		source += within(&f->at[i], &x->source) && parts_hold(found->source, found->sources, i);
		both += is && said;
		ours += said;
		theirs += is;
	}
	bool sources = x->source.n || found->sources ? source > 0 : true;
	return sources && 2 * both >= (ours > theirs ? ours : theirs);
}

// How many words two sets share, by how many are in either; 1 where both are empty. Marks do not count.
static float shared(const struct forms *f, const struct spans *gold, const struct tag_part *part, int n)
{
	int both = 0, either = 0;
	for (int i = 0; i < f->n; i++) {
		bool a = within(&f->at[i], gold), b = parts_hold(part, n, i);
		if (f->at[i].shape & (FORM_MARK | FORM_OPENS | FORM_CLOSES))
			continue;
		both += a && b;
		either += a || b;
	}
	return either ? (float)both / (float)either : 1;
}

float label_worth(const struct forms *f, const struct attribution *x, const struct reading *found)
{
	struct tag_part part = { found->cue.from, found->cue.to };
	float cue = shared(f, &x->cue, &part, 1), source = shared(f, &x->source, found->source, found->sources),
	      content = shared(f, &x->content, found->content, found->contents);
	return cue + source + content + (float)(cue >= 1) + (float)(source >= 1) + 2 * (float)(content >= 1) +
	       (float)label_right(f, x, found);
}
