#include "case/envelope.h"

#include "base/utf8.h"

#include <string.h>

// Each text and a NUL, in the table's order.
void envelope_pack(struct buf *b, const struct envelope *e)
{
#define X(name)                                                                                                        \
	buf_slice(b, slice_of(e->name));                                                                               \
	buf_char(b, 0);
	ENVELOPE_TABLE(X)
#undef X
}

static bool unpack(struct arena *a, struct slice *rest, const char **text)
{
	struct slice piece;
	if (!rest->len || !memchr(rest->at, 0, rest->len) || !slice_cut(rest, 0, &piece) ||
	    utf8_valid(piece.at, piece.len) != piece.len)
		return false;
	*text = piece.len ? arena_copy(a, piece.at, piece.len) : NULL;
	return true;
}

bool envelope_unpack(struct arena *a, struct slice bytes, struct envelope *e)
{
	bool good = true;
#define X(name) good = good && unpack(a, &bytes, &e->name);
	ENVELOPE_TABLE(X)
#undef X
	return good && !bytes.len;
}

void envelope_write(struct arena *a, const struct envelope *e, struct node *map)
{
#define X(name) node_put_text(a, map, #name, e->name);
	ENVELOPE_TABLE(X)
#undef X
}

struct envelope envelope_read(const struct node *map)
{
	return (struct envelope){
#define X(name) .name = node_get_text(map, #name),
		ENVELOPE_TABLE(X)
#undef X
	};
}

void envelope_lay(struct arena *a, const struct envelope *e, struct document *d)
{
	struct date published;
	d->path = e->path;
	d->url = e->url;
	d->captured = e->captured;
	if (e->id)
		d->id = e->id;
	if (e->title)
		d->title = e->title;
	if (e->outlet)
		d->outlet = e->outlet;
	if (e->published && date_read(slice_of(e->published), &published)) {
		d->published = published;
		d->published_from = "given";
	}
	if (e->note)
		list_push(a, &d->warnings, e->note);
}
