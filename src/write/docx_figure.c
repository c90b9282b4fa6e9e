// A figure is a picture with the words of its twin for those who do not see it. Where nothing can be drawn, for want of
// fonts, the table of its numbers says the same.
#include "write/docx_figure.h"

#include "write/docx_table.h"
#include "write/docx_text.h"
#include "write/figure.h"
#include "write/number.h"
#include "write/paper.h"

#include <math.h>

enum { EMU = 635 }; // a twentieth of a point in the units of DrawingML

static const double sharp = 3; // pixels of the picture to one of the scene

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

static void add_name(struct buf *out, size_t number, const struct scene *s)
{
	buf_printf(out, "id=\"%zu\" name=\"Figure %zu\" descr=\"", number, number);
	plain_html(out, s->title);
	buf_text(out, ". ");
	plain_html(out, s->words);
	buf_text(out, "\"");
}

// An inline picture as wide as the text, or as high as a page has room for.
static void add_picture(struct docx *d, const struct scene *s, struct slice png)
{
	struct buf *out = &d->body;
	size_t number = d->pictures.n + 1;
	double fit = fmin(DOCX_WIDE / s->width, DOCX_HIGH / s->height);
	long wide = (long)(s->width * fit) * EMU, high = (long)(s->height * fit) * EMU;
	list_push(out->arena, &d->pictures,
		  ((struct docx_picture){ arena_printf(out->arena, "media/figure%zu.png", number), png }));
	docx_text_begin(out, "Figure");
	buf_printf(out,
		   "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" "
		   "xmlns:wp=\"" DRAWING "wordprocessingDrawing\"><wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:docPr ",
		   wide, high);
	add_name(out, number, s);
	buf_text(out, "/><a:graphic xmlns:a=\"" DRAWING "main\"><a:graphicData uri=\"" DRAWING
		      "picture\"><pic:pic xmlns:pic=\"" DRAWING "picture\"><pic:nvPicPr><pic:cNvPr ");
	add_name(out, number, s);
	buf_printf(out,
		   "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdFigure%zu\"/><a:stretch>"
		   "<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext "
		   "cx=\"%ld\" cy=\"%ld\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
		   "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
		   number, wide, high);
	docx_text_end(out);
}

static void add_heads(struct arena *a, struct table *t, const char *const *heads, size_t n)
{
	t->columns = n;
	for (size_t i = 0; i < n; i++)
		list_push(a, &t->head,
			  ((struct cell){ .text = heads[i] + (heads[i][0] == '#'), .figure = heads[i][0] == '#' }));
}

static void add_cell(struct arena *a, struct table *t, const char *text)
{
	bool figure = t->head.at[t->cells.n % t->columns].figure;
	list_push(a, &t->cells, ((struct cell){ .text = text, .figure = figure }));
}

static void add_table(struct docx *d, const struct figure *f)
{
	static const char *const heads[] = { "", "what it did", "#decibans", "#before", "#then", "#nine in ten" };
	struct arena *a = d->body.arena;
	struct table t = { .caption = f->title };
	add_heads(a, &t, heads, sizeof heads / sizeof *heads);
	for (each (m, &f->marks)) {
		add_cell(a, &t, m->label);
		add_cell(a, &t, m->note ? m->note : number_word(m->p));
		add_cell(a, &t, m->from < 0 ? "" : number_decibans(a, m->decibans));
		add_cell(a, &t, m->prior < 0 ? "" : number_percent(a, m->prior));
		add_cell(a, &t, arena_printf(a, "%s %%", number_percent(a, m->p)));
		add_cell(a, &t, m->lo < 0 ? "" : number_interval(a, m->lo, m->hi));
	}
	docx_table_write(d, &t, f->about);
}

void docx_figure_write(struct docx *d, const struct block *b)
{
	struct arena *a = d->body.arena;
	const struct figure *f = &b->figure;
	const struct scene *s = figure_scene(a, f, FIGURE_WIDE);
	struct buf png = buf_in(a);
	if (s)
		paper_png(&png, s, sharp);
	if (png.n) {
		docx_text_paragraph(&d->body, "Caption", f->title);
		add_picture(d, s, (struct slice){ png.at, png.n });
		docx_text_paragraph(&d->body, "About", f->about);
	} else if (b->table.columns) {
		docx_table_write(d, &b->table, f->about);
	} else if (f->marks.n) {
		add_table(d, f);
	}
}
