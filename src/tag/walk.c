#include "tag/walk.h"

bool tag_next(struct tag_walk *w, struct unit *out)
{
	while (w->sentences) {
		uint32_t end = w->sentence->to;
		while (w->paragraphs && w->paragraph->to < end) {
			w->paragraph++;
			w->paragraphs--;
		}
		size_t n = 1;
		while (n < w->sentences && (!w->paragraphs || w->sentence[n].to <= w->paragraph->to))
			n++;
		n = forms_cut(w->text, w->sentence, n, &w->rest, &out->forms);
		w->sentence += n;
		w->sentences -= n;
		if (out->forms.n) {
			out->number = w->units++;
			return true;
		}
	}
	return false;
}
