// Scenes as SVG: colours are classes, f-NAME for what is filled and s-NAME for lines, so that one style sheet turns
// them for dark ground. Numbers are written with two decimals at most.
#include "write/scene_svg.h"

#include "write/formats.h"

#include <stdio.h>
#include <string.h>

static void add_number(struct buf *out, double v)
{
	char text[32];
	int n = snprintf(text, sizeof text, "%.2f", v);
	while (n > 1 && text[n - 1] == '0')
		n--;
	if (text[n - 1] == '.')
		n--;
	buf_add(out, text, !strncmp(text, "-0", (size_t)n) ? 1 : (size_t)n);
}

static void add_attribute(struct buf *out, const char *name, double v)
{
	buf_printf(out, " %s=\"", name);
	add_number(out, v);
	buf_char(out, '"');
}

static void add_classes(struct buf *out, const struct scene_look *k)
{
	buf_printf(out, " class=\"f-%s", scene_colours[k->fill].name);
	if (k->stroke != PAINT_none)
		buf_printf(out, " s-%s", scene_colours[k->stroke].name);
	buf_char(out, '"');
	if (k->stroke == PAINT_none)
		return;
	if (k->width != 1)
		add_attribute(out, "stroke-width", k->width);
	if (k->dash == DASH_solid)
		return;
	buf_text(out, " stroke-dasharray=\"");
	for (const double *d = scene_dashes[k->dash]; *d > 0; d++) {
		buf_text(out, d == scene_dashes[k->dash] ? "" : " ");
		add_number(out, *d);
	}
	buf_text(out, k->dash == DASH_dotted ? "\" stroke-linecap=\"round\"" : "\"");
}

static void add_path(struct buf *out, const struct scene *s, const struct scene_item *i)
{
	buf_text(out, "<path");
	add_classes(out, &i->look);
	buf_text(out, " d=\"");
	for (size_t k = i->step; k < i->to; k++) {
		const struct scene_step *p = &s->steps.at[k];
		int numbers = p->op == 'Z' ? 0 : p->op == 'C' ? 6 : 2;
		buf_char(out, p->op);
		for (int v = 0; v < numbers; v++) {
			buf_text(out, v ? " " : "");
			add_number(out, p->x[v]);
		}
	}
	buf_text(out, "\"/>");
}

static void add_text(struct buf *out, const struct scene_item *i)
{
	static const char *const anchors[] = { "", " text-anchor=\"middle\"", " text-anchor=\"end\"" };
	const struct scene_type *t = &i->type;
	buf_printf(out, "<text class=\"%s f-%s%s\"", t->serif ? "serif" : "sans", scene_colours[t->paint].name,
		   t->halo ? " halo" : "");
	add_attribute(out, "x", i->x);
	add_attribute(out, "y", i->y);
	add_attribute(out, "font-size", t->size);
	buf_printf(out, "%s%s%s>", t->bold ? " font-weight=\"600\"" : "", t->italic ? " font-style=\"italic\"" : "",
		   anchors[i->anchor]);
	plain_html(out, i->text);
	buf_text(out, "</text>");
}

// What stands for a thing can be chosen: the page moves the focus among such.
static void add_group(struct buf *out, const struct scene_item *i)
{
	buf_text(out, "<g");
	if (i->what) {
		buf_printf(out, " data-kind=\"%s\" data-id=\"", i->what);
		plain_html(out, i->id);
		buf_char(out, '"');
	}
	if (i->what && i->text) {
		buf_text(out, " role=\"button\" tabindex=\"-1\" aria-label=\"");
		plain_html(out, i->text);
		buf_char(out, '"');
	}
	buf_char(out, '>');
}

static void add_item(struct buf *out, const struct scene *s, const struct scene_item *i)
{
	switch (i->kind) {
	case SCENE_PATH:
		add_path(out, s, i);
		break;
	case SCENE_RECT:
	case SCENE_CIRCLE:
		buf_text(out, i->kind == SCENE_RECT ? "<rect" : "<circle");
		add_classes(out, &i->look);
		add_attribute(out, i->kind == SCENE_RECT ? "x" : "cx", i->x);
		add_attribute(out, i->kind == SCENE_RECT ? "y" : "cy", i->y);
		add_attribute(out, i->kind == SCENE_RECT ? "width" : "r", i->w);
		if (i->kind == SCENE_RECT)
			add_attribute(out, "height", i->h);
		buf_text(out, "/>");
		break;
	case SCENE_TEXT:
		add_text(out, i);
		break;
	case SCENE_BEGIN:
		add_group(out, i);
		if (i->text && !i->what) {
			buf_text(out, "<title>");
			plain_html(out, i->text);
			buf_text(out, "</title>");
		}
		break;
	case SCENE_END:
		buf_text(out, "</g>");
		break;
	}
	buf_char(out, '\n');
}

static void add_twin(struct buf *out, const struct scene *s)
{
	if (!s->title)
		return;
	buf_text(out, "<title>");
	plain_html(out, s->title);
	buf_text(out, "</title>\n");
	if (!s->words)
		return;
	buf_text(out, "<desc>");
	plain_html(out, s->words);
	buf_text(out, "</desc>\n");
}

static void add_size(struct buf *out, const struct scene *s)
{
	add_attribute(out, "width", s->width);
	add_attribute(out, "height", s->height);
	buf_text(out, " viewBox=\"0 0 ");
	add_number(out, s->width);
	buf_char(out, ' ');
	add_number(out, s->height);
	buf_text(out, s->listens ? "\" role=\"group\"" : s->title ? "\" role=\"img\"" : "\" aria-hidden=\"true\"");
}

void scene_svg(struct buf *out, const struct scene *s, const char *class)
{
	buf_printf(out, "<svg class=\"%s\"", class);
	add_size(out, s);
	buf_text(out, ">\n");
	add_twin(out, s);
	for (each (i, &s->items))
		add_item(out, s, i);
	buf_text(out, "</svg>\n");
}

static void add_colours(struct buf *out, bool dark)
{
	for (int p = PAINT_ink; p < PAINT_count; p++) {
		const struct scene_colour *c = &scene_colours[p];
		buf_printf(out, ".f-%s { fill: #%06x } .s-%s { stroke: #%06x }\n", c->name, dark ? c->dark : c->light,
			   c->name, dark ? c->dark : c->light);
	}
	buf_printf(out, ".halo { stroke: #%06x }\n",
		   dark ? scene_colours[PAINT_page].dark : scene_colours[PAINT_page].light);
}

void scene_svg_style(struct buf *out)
{
	buf_text(out, ".f-none { fill: none }\n");
	for (int p = PAINT_ink; p < PAINT_count; p++) {
		const struct scene_colour *c = &scene_colours[p];
		const char *colour =
		    arena_printf(out->arena, "var(--%s, light-dark(#%06x, #%06x))", c->name, c->light, c->dark);
		buf_printf(out, ".f-%s { fill: %s } .s-%s { stroke: %s }\n", c->name, colour, c->name, colour);
	}
	buf_printf(out,
		   ".halo { stroke: var(--page, light-dark(#%06x, #%06x)); stroke-width: 3; paint-order: stroke }\n",
		   scene_colours[PAINT_page].light, scene_colours[PAINT_page].dark);
}

void scene_svg_file(struct buf *out, const struct scene *s)
{
	buf_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"en\"");
	add_size(out, s);
	buf_text(out, ">\n");
	add_twin(out, s);
	buf_text(
	    out,
	    "<style>\n.sans { font-family: \"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif }\n"
	    ".serif { font-family: Charter, \"Bitstream Charter\", \"Iowan Old Style\", Georgia, \"Liberation "
	    "Serif\", serif }\ntext { unicode-bidi: plaintext }\n.f-none { fill: none; pointer-events: all }\ng:hover "
	    "> rect.f-none { fill: #808285; fill-opacity: .15 }\n"
	    ".halo { stroke-width: 3; paint-order: stroke }\n");
	add_colours(out, false);
	buf_text(out, "@media (prefers-color-scheme: dark) {\n");
	add_colours(out, true);
	buf_text(out, "}\n</style>\n<rect class=\"f-page\" width=\"100%\" height=\"100%\"/>\n");
	for (each (i, &s->items))
		add_item(out, s, i);
	buf_text(out, "</svg>\n");
}
