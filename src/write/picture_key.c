// One entry after the other, each a sample and its words, folded into lines.
#include "write/picture_key.h"

#include "write/formats.h"
#include "write/measure.h"

#include <string.h>

enum { // pixels
	LINE = 20,
	TYPE = 11,
	APART = 18, // between entries
	SAMPLE = 26,
};

struct place {
	struct buf *out;
	int x, y, left, right;
};

// Makes room for an entry whose sample takes so many pixels, and writes its words behind it. Returns where the sample
// begins.
static int add_entry(struct place *at, int sample, const char *words)
{
	int width = sample + 6 + (int)measure_text(words, TYPE, false);
	if (at->x > at->left && at->x + width > at->right) {
		at->x = at->left;
		at->y += LINE;
	}
	int x = at->x;
	buf_printf(at->out, "<text class=\"key\" x=\"%d\" y=\"%d\">%s</text>", x + sample + 6, at->y, words);
	at->x += width + APART;
	return x;
}

static void add_mark(struct place *at, bool there, const char *class, const char *radius, const char *words)
{
	if (!there)
		return;
	int x = add_entry(at, 14, words);
	buf_printf(at->out, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%s\"/>\n", class, x + 7, at->y - 4, radius);
	if (!strcmp(class, "lost"))
		buf_printf(at->out, "<text class=\"what\" x=\"%d\" y=\"%d\">?</text>\n", x + 7, at->y);
}

static void add_line(struct place *at, bool there, const char *class, const char *words)
{
	if (!there)
		return;
	int x = add_entry(at, SAMPLE, words), y = at->y - 4;
	buf_printf(at->out, "<path class=\"link %s\" d=\"M%d %dh%d", class, x, y, SAMPLE);
	if (!strcmp(class, "cites"))
		buf_printf(at->out, "M%d %dl-5 4l5 4", x + 7, y - 4);
	buf_text(at->out, "\"/>\n");
}

static void add_stroke(struct place *at, bool there, const char *class, const char *form, const char *words)
{
	if (!there)
		return;
	int x = add_entry(at, 14, words);
	buf_printf(at->out, "<path class=\"%s\" d=\"M%d %d%s\"/>\n", class, x, at->y - 4, form);
}

int picture_key_draw(struct buf *out, const struct picture_key *k, int left, int right, int y)
{
	static const char *const words[] = { "copy",   "rewrite", "update",         "excerpt",
					     "digest", "cites",   "shares a source" };
	struct place at = { out, left, y, left, right };
	add_mark(&at, k->origin, "origin", "6", "origin");
	add_mark(&at, k->lost, "lost", "6", "untraceable");
	add_mark(&at, k->ghost, "ghost", "6", "origin that is not at hand");
	add_mark(&at, k->echo, "echo", "3.5", "echo");
	add_stroke(&at, k->folded, "rug", "m2 -4v8m5 -8v8m5 -8v8", "folded documents");
	add_stroke(&at, k->within, "within", "h14", "month or year");
	for (int r = 0; r < relation_count; r++) {
		bool both = r == RELATION_excerpt && k->relation[RELATION_digest]; // they are drawn alike
		if (r == RELATION_digest && k->relation[RELATION_excerpt])
			continue;
		add_line(&at, k->relation[r], relation_name((enum relation)r), both ? "excerpt, digest" : words[r]);
	}
	add_line(&at, k->joined, "joined", "belongs to it");
	return at.y + LINE;
}
