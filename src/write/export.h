// What names and dates a case for other programs.
#ifndef WRITE_EXPORT_H
#define WRITE_EXPORT_H

#include "write/write.h"

// Its title; of one without, its first question; "" where there is neither.
const char *export_title(const struct the_case *c);

// When it was made and changed last, in seconds since 1970: by the case file's journal; of a case without one, the end
// of the case's date, or of its last report's; 0 where nothing is known. Made is never after changed.
void export_times(const struct write_input *in, int64_t *made, int64_t *changed);

// Whether a hypothesis lays what happened to an actor that it names.
bool export_attributes(const struct hypothesis *h);

// A node to stand in another tree, too.
struct node *export_copy(struct arena *a, const struct node *n);

#endif
