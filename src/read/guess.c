#include "read/guess.h"

#include <stdio.h>
#include <uchardet/uchardet.h>

#include "read/guess_calls.h" // made from guess.calls

enum status guess_load(struct err *e)
{
	return late_load(&late_all, "text that does not say its encoding needs uchardet", e);
}

void guess_charset(struct slice bytes, char *label, size_t room)
{
	struct err e;
	*label = 0;
	if (guess_load(&e) != STATUS_OK)
		return;
	uchardet_t u = uchardet_new();
	if (!uchardet_handle_data(u, bytes.at, bytes.len))
		uchardet_data_end(u);
	snprintf(label, room, "%s", uchardet_get_charset(u));
	uchardet_delete(u);
}
