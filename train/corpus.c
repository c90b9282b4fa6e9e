#include "train/corpus.h"

#include "train/need.h"

#include "base/file.h"
#include "base/utf8.h"
#include "case/json.h"
#include "read/read.h"
#include "tag/pos.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct err e;

// Byte offset of every code point, and of the end.
static uint32_t *offsets_of(struct arena *a, struct slice text)
{
	uint32_t *at = arena_array(a, uint32_t, text.len + 2), code;
	size_t n = 0;
	for (size_t i = 0; i < text.len; i += utf8_decode(text.at + i, text.len - i, &code))
		at[n++] = (uint32_t)i;
	at[n] = (uint32_t)text.len;
	return at;
}

static void read_spans(struct arena *a, const struct node *list, const uint32_t *at, struct spans *out)
{
	if (list)
		for (node_each (s, list))
			list_push(a, out, ((span){ at[(size_t)s->first->number], at[(size_t)s->last->number] }));
}

static void read_article(struct arena *a, const struct tables *t, struct slice line, struct article *out)
{
	struct node *n;
	struct read_options o = { .envelope.path = "article.txt", .verbatim = true, .depth = READ_TEXT };
	need(json_read(a, line, &n, &e) == STATUS_OK, "an article is no JSON", &e);
	const char *text = node_get_text(n, "text");
	out->id = node_get_text(n, "id");
	need(text && out->id, "an article has no text or id", &e);
	need(read_page(a, t, slice_of(text), &o, &out->d, &e) == STATUS_OK, out->id, &e);
	need(out->d.len == strlen(text), "the text of an article was changed", &e);
	uint32_t *at = offsets_of(a, slice_of(text));
	for (node_each (x, node_get(n, "attributions"))) {
		struct attribution *to = list_add(a, &out->d.attributions);
		read_spans(a, node_get(x, "source"), at, &to->source);
		read_spans(a, node_get(x, "cue"), at, &to->cue);
		read_spans(a, node_get(x, "content"), at, &to->content);
	}
}

// The words of a sentence of the table, until it is whole.
struct rows {
	span at[FORMS_MOST];
	uint8_t tag[FORMS_MOST];
	int head[FORMS_MOST];
	int n;
};

static void end_sentence(struct arena *a, struct article *to, struct rows *r)
{
	if (!r->n)
		return;
	struct arena scratch = { 0 };
	struct forms f = forms_room(&scratch);
	span whole = { r->at[0].from, r->at[r->n - 1].to };
	uint32_t rest = 0;
	forms_cut(to->d.text, &whole, 1, &rest, &f);
	bool same = f.n == r->n;
	for (int i = 0; same && i < f.n; i++)
		same = f.at[i].from == r->at[i].from && f.at[i].to == r->at[i].to;
	if (same) {
		struct taught *t = list_add(a, &to->taught);
		t->forms = f;
		t->forms.at = arena_array(a, struct wordform, (size_t)f.n);
		memcpy(t->forms.at, f.at, (size_t)f.n * sizeof *f.at);
		t->forms.start = arena_array(a, uint32_t, 2);
		t->forms.start[1] = (uint32_t)f.n;
		t->tag = arena_array(a, uint8_t, (size_t)f.n);
		t->head = arena_array(a, int16_t, (size_t)f.n);
		for (int i = 0; i < f.n; i++) {
			t->tag[i] = r->tag[i];
			t->head[i] = (int16_t)(r->head[i] ? r->head[i] - 1 : f.n);
		}
	} else {
		list_push(a, &to->other, whole);
	}
	r->n = 0;
	arena_free(&scratch);
}

static enum pos pos_named(struct slice name)
{
	for (int i = 0; i < POS_COUNT; i++)
		if (slice_is(name, pos_names[i]))
			return (enum pos)i;
	return POS_SYM;
}

static struct article *article_named(struct corpus *c, struct slice id)
{
	for (each (x, &c->list))
		if (slice_is(id, x->id))
			return x;
	return NULL;
}

static void read_silver(struct arena *a, struct slice table, struct corpus *c)
{
	static struct rows r;
	struct article *to = NULL;
	uint32_t *at = NULL;
	for (struct slice line; slice_line(&table, &line);) {
		if (slice_starts(line, "# doc ")) {
			if (to)
				end_sentence(a, to, &r);
			to = article_named(c, (struct slice){ line.at + 6, line.len - 6 });
			need(to, "the table names an article that is not there", &e);
			at = offsets_of(a, (struct slice){ to->d.text, to->d.len });
		} else if (!line.len && to) {
			end_sentence(a, to, &r);
		} else if (to && line.at[0] != '#' && r.n < FORMS_MOST) {
			struct slice cell[8] = { 0 };
			for (int i = 0; i < 8; i++)
				slice_cut(&line, '\t', &cell[i]);
			r.at[r.n] = (span){ at[strtoul(cell[0].at, NULL, 10)], at[strtoul(cell[1].at, NULL, 10)] };
			r.tag[r.n] = (uint8_t)pos_named(cell[4]);
			r.head[r.n++] = (int)strtol(cell[6].at, NULL, 10);
		}
	}
	if (to)
		end_sentence(a, to, &r);
}

void corpus_read(struct arena *a, const char *articles, const char *silver, struct corpus *out)
{
	struct tables t = tables_read(a);
	struct slice bytes;
	need(file_read(a, articles, 1 << 28, "FILE", &bytes, &e) == STATUS_OK, articles, &e);
	for (struct slice line; slice_line(&bytes, &line);)
		if (line.len)
			read_article(a, &t, line, list_add(a, &out->list));
	if (!silver)
		return;
	need(file_read(a, silver, 1 << 28, "FILE", &bytes, &e) == STATUS_OK, silver, &e);
	read_silver(a, bytes, out);
}
