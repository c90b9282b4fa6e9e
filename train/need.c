#include "train/need.h"

#include <stdio.h>
#include <stdlib.h>

void need(bool fine, const char *what, const struct err *e)
{
	if (fine)
		return;
	fprintf(stderr, "training: %s%s%s\n", what, e->text[0] ? ": " : "", e->text);
	exit(1);
}
