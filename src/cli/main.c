#include "hearsay.h"

#include <stdio.h>

int main(void)
{
	puts(hearsay_version());
	return 0;
}
