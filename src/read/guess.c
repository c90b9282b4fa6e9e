#include "read/guess.h"

#include <stdio.h>
#include <uchardet/uchardet.h>

void guess_charset(struct slice bytes, char *label, size_t room)
{
	uchardet_t u = uchardet_new();
	if (!uchardet_handle_data(u, bytes.at, bytes.len))
		uchardet_data_end(u);
	snprintf(label, room, "%s", uchardet_get_charset(u));
	uchardet_delete(u);
}
