// A run of texts of an index as bytes, to be kept in a file: what they were compared by and what was decided of them.
#ifndef TRACE_SEGMENT_H
#define TRACE_SEGMENT_H

#include "base/buf.h"
#include "trace/copies.h"

// Texts from `from` on, whose keys must have been kept. docs[i]: text i's document.
void segment_write(struct buf *out, const struct copies *c, uint32_t from, const struct document *const *docs);

// Adds the texts of a segment to the index, in the order they came then, and notes their paragraphs. `docs` are the
// next n documents in the order of time: those of the segment must be the first of these. Returns how many it has, or 0
// where the segment is damaged, of another version or of other documents: then the index is to be made anew, since some
// of its texts may have been added.
size_t segment_read(struct copies *c, struct slice bytes, const struct document *const *docs, size_t n);

#endif
