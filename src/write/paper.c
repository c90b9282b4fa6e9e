// The fonts are those of the machine's packages, by a configuration of our own: what a user has set up, or the language
// of the system, must not change the bytes of a report.
#include "write/paper.h"

#include <assert.h>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <string.h>

#include "write/paper_calls.h" // made from paper.calls

static const char fonts[] = "<fontconfig>"
			    "<dir>/usr/share/fonts</dir><cachedir>/var/cache/fontconfig</cachedir>"
			    "<alias binding=\"same\"><family>paper serif</family><prefer>"
			    "<family>Liberation Serif</family><family>DejaVu Serif</family>"
			    "<family>DejaVu Sans</family></prefer></alias>"
			    "<alias binding=\"same\"><family>paper sans</family><prefer>"
			    "<family>Liberation Sans</family><family>DejaVu Sans</family></prefer></alias>"
			    "</fontconfig>";

// What lays text out.
struct press {
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
};

struct paper_text {
	PangoLayout *layout;
	const struct paper_run *runs;
	size_t n, *ends; // [run] where its text ends
};

struct paper {
	struct arena *arena;
	struct press press;
	cairo_surface_t *surface;
	cairo_t *cr;
	LIST(struct paper_text *) texts;
};

static enum status press_open(struct press *p, struct err *e)
{
	if (late_load(&late_all, "pages and pictures need cairo, Pango and fontconfig", e) != STATUS_OK)
		return e->status;
	p->config = FcConfigCreate();
	bool good =
	    FcConfigParseAndLoadFromMemory(p->config, (const FcChar8 *)fonts, FcTrue) && FcConfigBuildFonts(p->config);
	const FcFontSet *set = good ? FcConfigGetFonts(p->config, FcSetSystem) : NULL;
	if (!set || !set->nfont) {
		FcConfigDestroy(p->config);
		return err_set(e, STATUS_NOT_FOUND, "there are no fonts in /usr/share/fonts; install fonts-liberation");
	}
	p->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(p->map), p->config);
	p->context = pango_font_map_create_context(p->map);
	cairo_font_options_t *o = cairo_font_options_create();
	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(p->context, o);
	cairo_font_options_destroy(o);
	pango_cairo_context_set_resolution(p->context, 72);
	pango_context_set_round_glyph_positions(p->context, FALSE);
	pango_context_set_language(p->context, pango_language_from_string("en"));
	return STATUS_OK;
}

static void press_close(struct press *p)
{
	g_object_unref(p->context);
	g_object_unref(p->map);
	FcConfigDestroy(p->config);
}

// --- text ---

static PangoFontDescription *font_of(const struct scene_type *t)
{
	PangoFontDescription *d = pango_font_description_new();
	pango_font_description_set_family_static(d, t->serif ? "paper serif" : "paper sans");
	pango_font_description_set_absolute_size(d, t->size * PANGO_SCALE);
	pango_font_description_set_weight(d, t->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(d, t->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	return d;
}

static void add_attribute(PangoAttrList *list, PangoAttribute *a, size_t from, size_t to)
{
	a->start_index = (guint)from;
	a->end_index = (guint)to;
	pango_attr_list_insert(list, a);
}

static PangoLayout *layout_of(struct press *p, struct arena *a, const struct paper_run *runs, size_t n, size_t *ends)
{
	PangoLayout *l = pango_layout_new(p->context);
	PangoAttrList *list = pango_attr_list_new();
	struct buf text = buf_in(a);
	add_attribute(list, pango_attr_insert_hyphens_new(FALSE), 0, G_MAXUINT);
	for (size_t i = 0; i < n; i++) {
		size_t from = text.n;
		buf_text(&text, runs[i].text);
		PangoFontDescription *d = font_of(&runs[i].type);
		add_attribute(list, pango_attr_font_desc_new(d), from, text.n);
		pango_font_description_free(d);
		if (runs[i].whole) // together with one before it
			add_attribute(list, pango_attr_allow_breaks_new(FALSE),
				      i && runs[i - 1].whole && from ? from - 1 : from, text.n);
		for (size_t k = from; k + 1 < text.n; k++) // a number and its percent sign are not parted
			if (text.at[k] == ' ' && text.at[k + 1] == '%')
				add_attribute(list, pango_attr_allow_breaks_new(FALSE), k, k + 2);
		ends[i] = text.n;
	}
	pango_layout_set_text(l, buf_str(&text), (int)text.n);
	pango_layout_set_attributes(l, list);
	pango_attr_list_unref(list);
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	return l;
}

struct paper_text *paper_set(struct paper *p, const struct paper_run *runs, size_t n, double width,
			     enum scene_anchor anchor, bool one)
{
	static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
	struct paper_text *t = arena_new(p->arena, struct paper_text);
	t->runs = runs;
	t->n = n;
	t->ends = arena_array(p->arena, size_t, n + 1);
	t->layout = layout_of(&p->press, p->arena, runs, n, t->ends);
	pango_layout_set_width(t->layout, (int)(width * PANGO_SCALE));
	pango_layout_set_alignment(t->layout, alignments[anchor]);
	if (one)
		pango_layout_set_ellipsize(t->layout, PANGO_ELLIPSIZE_END);
	list_push(p->arena, &p->texts, t);
	return t;
}

size_t paper_lines(const struct paper_text *t)
{
	return (size_t)pango_layout_get_line_count(t->layout);
}

double paper_width(const struct paper_text *t)
{
	PangoRectangle r;
	pango_layout_get_extents(t->layout, NULL, &r);
	return (double)r.width / PANGO_SCALE;
}

static void set_paint(cairo_t *cr, enum scene_paint paint)
{
	uint32_t c = paint == PAINT_page ? 0xffffff : scene_colours[paint].light; // paper is white
	cairo_set_source_rgb(cr, (c >> 16) / 255.0, (c >> 8 & 255) / 255.0, (c & 255) / 255.0);
}

static const struct paper_run *run_at(const struct paper_text *t, size_t offset, bool *first)
{
	size_t i = 0;
	while (i + 1 < t->n && offset >= t->ends[i])
		i++;
	*first = offset == (i ? t->ends[i - 1] : 0);
	return &t->runs[i];
}

static void draw_run(struct paper *p, const struct paper_text *t, PangoLayoutRun *run, double x, double y, bool *within)
{
	bool first;
	const struct paper_run *r = run_at(t, (size_t)run->item->offset, &first);
	char attribute[64];
	if (*within && r->link) {
		cairo_tag_end(p->cr, "Span");
		*within = false;
	}
	if (r->dest && first)
		paper_place(p, r->dest, x, y - r->type.size - r->rise);
	if (r->link) {
		snprintf(attribute, sizeof attribute, "dest='%s'", r->link);
		cairo_tag_begin(p->cr, CAIRO_TAG_LINK, attribute);
	}
	set_paint(p->cr, r->type.paint);
	cairo_move_to(p->cr, x, y - r->rise);
	pango_cairo_show_glyph_item(p->cr, pango_layout_get_text(t->layout), run);
	if (r->link)
		cairo_tag_end(p->cr, CAIRO_TAG_LINK);
}

void paper_draw(struct paper *p, const struct paper_text *t, size_t from, size_t to, double x, double y, double leading,
		bool tagged)
{
	PangoLayoutIter *at = pango_layout_get_iter(t->layout);
	size_t line = 0;
	bool within = false, first;
	do {
		PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);
		PangoRectangle place;
		if (!run) { // the end of a line
			line++;
			continue;
		}
		if (line < from || line >= to)
			continue;
		pango_layout_iter_get_run_extents(at, NULL, &place);
		if (tagged && !within && !run_at(t, (size_t)run->item->offset, &first)->link) {
			cairo_tag_begin(p->cr, "Span", "");
			within = true;
		}
		draw_run(p, t, run, x + (double)place.x / PANGO_SCALE, y + (double)(line - from) * leading, &within);
	} while (pango_layout_iter_next_run(at));
	if (within)
		cairo_tag_end(p->cr, "Span");
	pango_layout_iter_free(at);
}

// --- scenes ---

static void draw_look(cairo_t *cr, const struct scene_look *k)
{
	if (k->fill != PAINT_none) {
		set_paint(cr, k->fill);
		cairo_fill_preserve(cr);
	}
	if (k->stroke != PAINT_none) {
		int dashes = 0;
		while (scene_dashes[k->dash][dashes] > 0)
			dashes++;
		set_paint(cr, k->stroke);
		cairo_set_line_width(cr, k->width);
		cairo_set_dash(cr, scene_dashes[k->dash], dashes, 0);
		cairo_set_line_cap(cr, k->dash == DASH_dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

static void draw_path(cairo_t *cr, const struct scene *s, const struct scene_item *i)
{
	for (size_t k = i->step; k < i->to; k++) {
		const double *x = s->steps.at[k].x;
		switch (s->steps.at[k].op) {
		case 'M':
			cairo_move_to(cr, x[0], x[1]);
			break;
		case 'L':
			cairo_line_to(cr, x[0], x[1]);
			break;
		case 'C':
			cairo_curve_to(cr, x[0], x[1], x[2], x[3], x[4], x[5]);
			break;
		default:
			cairo_close_path(cr);
		}
	}
}

static void draw_text(struct press *p, cairo_t *cr, struct arena *a, const struct scene_item *i)
{
	struct paper_run run = { .text = i->text, .type = i->type };
	PangoRectangle r;
	size_t end;
	PangoLayout *l = layout_of(p, a, &run, 1, &end);
	pango_layout_set_single_paragraph_mode(l, TRUE);
	pango_layout_get_extents(l, NULL, &r);
	double shift =
	    i->anchor == ANCHOR_start ? 0 : (double)r.width / PANGO_SCALE / (i->anchor == ANCHOR_end ? 1 : 2);
	PangoLayoutLine *line = pango_layout_get_line_readonly(l, 0);
	cairo_move_to(cr, i->x - shift, i->y);
	if (i->type.halo) {
		pango_cairo_layout_line_path(cr, line);
		cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
		draw_look(cr, &(struct scene_look){ PAINT_none, PAINT_page, 3, DASH_solid });
		cairo_move_to(cr, i->x - shift, i->y);
	}
	set_paint(cr, i->type.paint);
	pango_cairo_show_layout_line(cr, line);
	cairo_new_path(cr);
	g_object_unref(l);
}

static void draw_scene(struct press *p, cairo_t *cr, const struct scene *s)
{
	for (each (i, &s->items))
		switch (i->kind) {
		case SCENE_PATH:
			draw_path(cr, s, i);
			draw_look(cr, &i->look);
			break;
		case SCENE_RECT:
			cairo_rectangle(cr, i->x, i->y, i->w, i->h);
			draw_look(cr, &i->look);
			break;
		case SCENE_CIRCLE:
			cairo_new_sub_path(cr);
			cairo_arc(cr, i->x, i->y, i->w, 0, 2 * G_PI);
			cairo_close_path(cr);
			draw_look(cr, &i->look);
			break;
		case SCENE_TEXT:
			draw_text(p, cr, s->arena, i);
			break;
		case SCENE_BEGIN:
		case SCENE_END:
			break;
		}
}

void paper_scene(struct paper *p, const struct scene *s, double from, double to, double x, double y, double scale)
{
	cairo_save(p->cr);
	cairo_translate(p->cr, x, y);
	cairo_scale(p->cr, scale, scale);
	cairo_translate(p->cr, 0, -from);
	if (from > 0 || to < s->height) {
		cairo_rectangle(p->cr, 0, from, s->width, to - from);
		cairo_clip(p->cr);
	}
	draw_scene(&p->press, p->cr, s);
	cairo_restore(p->cr);
}

void paper_rect(struct paper *p, double x, double y, double w, double h, enum scene_paint fill)
{
	set_paint(p->cr, fill);
	cairo_rectangle(p->cr, x, y, w, h);
	cairo_fill(p->cr);
}

// --- the document ---

static cairo_status_t take_bytes(void *context, const unsigned char *bytes, unsigned int n)
{
	buf_add(context, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

enum status paper_open(struct arena *a, struct buf *out, const struct paper_sheet *sheet, struct paper **made,
		       struct err *e)
{
	struct paper *p = arena_new(a, struct paper);
	char date[DATE_TEXT + 32];
	struct date d = sheet->date;
	p->arena = a;
	if (press_open(&p->press, e) != STATUS_OK)
		return e->status;
	p->surface = cairo_pdf_surface_create_for_stream(take_bytes, out, sheet->width, sheet->height);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE, sheet->title);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATOR, sheet->creator);
	snprintf(date, sizeof date, "%04d-%02d-%02dT00:00:00Z", date_known(d) ? d.year : 1970, d.month ? d.month : 1,
		 d.day ? d.day : 1);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
	p->cr = cairo_create(p->surface);
	*made = p;
	return STATUS_OK;
}

void paper_next(struct paper *p)
{
	cairo_show_page(p->cr);
}

void paper_close(struct paper *p)
{
	cairo_destroy(p->cr);
	cairo_surface_finish(p->surface);
	assert(cairo_surface_status(p->surface) == CAIRO_STATUS_SUCCESS); // tags that do not match are our mistake
	cairo_surface_destroy(p->surface);
	for (each (t, &p->texts))
		g_object_unref((*t)->layout);
	press_close(&p->press);
}

void paper_begin(struct paper *p, const char *tag)
{
	cairo_tag_begin(p->cr, tag, "");
}

void paper_end(struct paper *p, const char *tag)
{
	cairo_tag_end(p->cr, tag);
}

void paper_place(struct paper *p, const char *name, double x, double y)
{
	char attributes[96];
	snprintf(attributes, sizeof attributes, "name='%s' x=%d y=%d", name, (int)x, (int)y);
	cairo_tag_begin(p->cr, CAIRO_TAG_DEST, attributes);
	cairo_tag_end(p->cr, CAIRO_TAG_DEST);
}

int paper_outline(struct paper *p, int below, const char *text, const char *name)
{
	char attributes[64];
	snprintf(attributes, sizeof attributes, "dest='%s'", name);
	return cairo_pdf_surface_add_outline(p->surface, below, text, attributes,
					     below ? (cairo_pdf_outline_flags_t)0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void paper_png(struct buf *out, const struct scene *s, double scale)
{
	struct press press;
	struct err e;
	if (press_open(&press, &e) != STATUS_OK)
		return;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(s->width * scale + 0.5),
							      (int)(s->height * scale + 0.5));
	cairo_t *cr = cairo_create(surface);
	set_paint(cr, PAINT_page);
	cairo_paint(cr);
	cairo_scale(cr, scale, scale);
	draw_scene(&press, cr, s);
	cairo_destroy(cr);
	cairo_surface_write_to_png_stream(surface, take_bytes, out);
	cairo_surface_destroy(surface);
	press_close(&press);
}
