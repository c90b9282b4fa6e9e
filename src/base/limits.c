#include "base/limits.h"

#include <stddef.h>

const struct limit_row limits_table[] = {
#define X(name, value, what) { #name, value, what },
	LIMITS_TABLE(X)
#undef X
	{ NULL, 0, NULL },
};
