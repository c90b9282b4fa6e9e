// One entry after the other, each a sample and its words, folded into lines. What a line or a mark means is told by its
// form, never by its colour.
#include "write/picture_key.h"

#include "write/measure.h"

enum { // pixels
	LINE = 20,
	APART = 18, // between entries
	SAMPLE = 26,
};

static const struct scene_type key_type = { .size = 11, .paint = PAINT_soft };
const struct scene_look picture_key_rug = { PAINT_none, PAINT_soft, 1, DASH_solid };
const struct scene_look picture_key_within = { PAINT_none, PAINT_shade, 3, DASH_solid };

struct place {
	struct scene *s;
	int x, y, left, right;
};

struct scene_look picture_key_link(int relation)
{
	struct scene_look k = { PAINT_none, PAINT_soft, 1.5, DASH_solid };
	switch (relation) {
	case RELATION_rewrite:
		k.dash = DASH_rewrite;
		break;
	case RELATION_update:
		k.dash = DASH_update;
		break;
	case RELATION_excerpt:
	case RELATION_digest:
		k.width = 2;
		k.dash = DASH_dotted;
		break;
	case RELATION_cites:
		k.width = 1.2;
		break;
	case RELATION_copy:
		break;
	default:
		k.width = 0.6;
	}
	return k;
}

void picture_key_mark(struct scene *s, enum picture_mark mark, int x, int y)
{
	static const struct scene_look looks[] = {
		[MARK_ORIGIN] = { PAINT_ink, PAINT_page, 2, DASH_solid },
		[MARK_LOST] = { PAINT_page, PAINT_ink, 1.5, DASH_broken },
		[MARK_GHOST] = { PAINT_page, PAINT_ink, 1.5, DASH_broken },
		[MARK_ECHO] = { PAINT_page, PAINT_ink, 1.3, DASH_solid },
	};
	scene_circle(s, x, y, mark == MARK_ECHO ? 3.5 : 6, looks[mark]);
	if (mark == MARK_LOST)
		scene_text(s, x, y + 4, ANCHOR_middle,
			   (struct scene_type){ .size = 10, .bold = true, .paint = PAINT_ink }, "?");
}

void picture_key_arrow(struct scene *s, int x, int y, int way)
{
	scene_move(s, x + 5 * way, y - 4);
	scene_to(s, x, y);
	scene_to(s, x + 5 * way, y + 4);
}

// Makes room for an entry whose sample takes so many pixels, and writes its words behind it. Returns where the sample
// begins.
static int add_entry(struct place *at, int sample, const char *words)
{
	int width = sample + 6 + (int)measure_text(words, key_type.size, false);
	if (at->x > at->left && at->x + width > at->right) {
		at->x = at->left;
		at->y += LINE;
	}
	int x = at->x;
	scene_text(at->s, x + sample + 6, at->y, ANCHOR_start, key_type, words);
	at->x += width + APART;
	return x;
}

static void add_mark(struct place *at, bool there, enum picture_mark mark, const char *words)
{
	if (there)
		picture_key_mark(at->s, mark, add_entry(at, 14, words) + 7, at->y - 4);
}

static void add_line(struct place *at, bool there, int r, const char *words)
{
	if (!there)
		return;
	int x = add_entry(at, SAMPLE, words), y = at->y - 4;
	scene_line(at->s, x, y, x + SAMPLE, y, picture_key_link(r));
	if (r == RELATION_cites)
		picture_key_arrow(at->s, x + 2, y, 1);
}

static void add_rug(struct place *at)
{
	int x = add_entry(at, 14, "folded documents");
	for (int i = 2; i <= 12; i += 5)
		scene_line(at->s, x + i, at->y - 8, x + i, at->y, picture_key_rug);
}

static void add_within(struct place *at)
{
	int x = add_entry(at, 14, "month or year");
	scene_line(at->s, x, at->y - 4, x + 14, at->y - 4, picture_key_within);
}

int picture_key_draw(struct scene *s, const struct picture_key *k, int left, int right, int y)
{
	static const char *const words[] = { "copy",   "rewrite", "update",         "excerpt",
					     "digest", "cites",   "shares a source" };
	struct place at = { s, left, y, left, right };
	add_mark(&at, k->origin, MARK_ORIGIN, "origin");
	add_mark(&at, k->lost, MARK_LOST, "untraceable");
	add_mark(&at, k->ghost, MARK_GHOST, "origin that is not at hand");
	add_mark(&at, k->echo, MARK_ECHO, "echo");
	if (k->folded)
		add_rug(&at);
	if (k->within)
		add_within(&at);
	for (int r = 0; r < relation_count; r++) {
		bool both = r == RELATION_excerpt && k->relation[RELATION_digest]; // they are drawn alike
		if (r == RELATION_digest && k->relation[RELATION_excerpt])
			continue;
		add_line(&at, k->relation[r], r, both ? "excerpt, digest" : words[r]);
	}
	add_line(&at, k->joined, relation_count, "belongs to it");
	return at.y + LINE;
}
