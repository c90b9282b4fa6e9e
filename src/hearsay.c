// The story of the program, in the data's order.
#include "hearsay.h"

const char *hearsay_version(void)
{
	return HEARSAY_VERSION;
}
