// A draft put before a person: what it proposes, and what the person answers.
#include "hearsay.h"

#include "draft/item.h"
#include "draft/review.h"
#include "handle.h"

int hearsay_drafted(struct hearsay *h, const char *const **places, size_t *n)
{
	struct review_places drafted = { 0 };
	handle_begin(h);
	if (handle_load(h) != STATUS_OK)
		return (int)h->err.status;
	review_places(&h->handle, &h->c, &drafted);
	*places = drafted.list.at;
	*n = drafted.list.n;
	return STATUS_OK;
}

int hearsay_show(struct hearsay *h, const char *place, struct hearsay_item *item)
{
	struct buf out = buf_in(handle_begin(h));
	struct drafted_item i;
	if (handle_load(h) != STATUS_OK || item_find(&h->c, place, &i, &h->err) != STATUS_OK)
		return (int)h->err.status;
	const struct item_field f = item_field_of(out.arena, &h->c, &i);
	item_print(&out, &h->c, &i);
	*item = (struct hearsay_item){ buf_str(&out), f.name, f.value };
	return STATUS_OK;
}

int hearsay_keep(struct hearsay *h, const char *place, const char *value)
{
	handle_begin(h);
	if (handle_change(h, "review") != STATUS_OK)
		return (int)h->err.status;
	enum status s = review_keep(&h->handle, &h->c, place, value, &h->err);
	return handle_changed(h, s, value ? "edited in a review" : "kept in a review");
}

int hearsay_drop(struct hearsay *h, const char *place)
{
	handle_begin(h);
	if (handle_change(h, "review") != STATUS_OK)
		return (int)h->err.status;
	return handle_changed(h, review_drop(&h->handle, &h->c, place, &h->err), "dropped in a review");
}
