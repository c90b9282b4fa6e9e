// The kinds of figures, a file each, and the scale that several of them share: 0 to 100 with the edges of the words. It
// never stretches to the data.
#ifndef WRITE_FIGURE_KINDS_H
#define WRITE_FIGURE_KINDS_H

#include "write/figure.h"

// Each draws into a scene that has its width, and sets height and words.
void figure_ruler(struct scene *s, const struct figure *f);
void figure_steps(struct scene *s, const struct figure *f);
void figure_tally(struct scene *s, const struct figure *f);
void figure_time(struct scene *s, const struct figure *f);
void figure_ways(struct scene *s, const struct figure *f); // at least FIGURE_WIDE

extern const struct scene_type figure_label, figure_strong, figure_small, figure_small_end; // of text
extern const struct scene_look figure_hair, figure_thin, figure_full;

struct figure_scale {
	double x, width;
};

double figure_scale_x(struct figure_scale k, double p);
void figure_scale_edges(struct scene *s, struct figure_scale k, double top, double bottom);
void figure_scale_names(struct scene *s, struct figure_scale k, double y); // "5 20 45 ..." on this baseline
void figure_scale_interval(struct scene *s, struct figure_scale k, const struct mark *m, double y); // lines and dot
void figure_scale_prior(struct scene *s, struct figure_scale k, double p, double y);                // a triangle

// Adds a mark's numbers, as a line of the twin.
void figure_words(struct buf *out, const struct mark *m);

#endif
