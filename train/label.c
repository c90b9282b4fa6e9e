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

static bool has(const struct tag_part *part, int n, int i)
{
	for (int k = 0; k < n; k++)
		if (i >= part[k].from && i < part[k].to)
			return true;
	return false;
}

bool label_right(const struct forms *f, const struct attribution *x, const struct tag_found *found)
{
	int source = 0, both = 0, ours = 0, theirs = 0;
	for (int i = 0; i < f->n; i++) {
		bool is = within(&f->at[i], &x->content), said = has(found->content, found->contents, i);
		source += within(&f->at[i], &x->source) && has(found->source, found->sources, i);
		both += is && said;
		ours += said;
		theirs += is;
	}
	bool sources = x->source.n || found->sources ? source > 0 : true;
	return sources && 2 * both >= (ours > theirs ? ours : theirs);
}
