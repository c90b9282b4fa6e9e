// A page and a feed of any bytes: a tree whose places are nested and in order, and every character of which leads back.
#include "read/html_build.h"
#include "test/fuzz.h"
#include "test/html_tree.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	for (int xml = 0; xml < 2; xml++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct decoded d;
		struct html_tree t;
		if (bytes_decode(&a, (struct slice){ (const char *)at, n }, NULL, &d, &e) == STATUS_OK &&
		    html_build(&a, &d, xml, &t, &e) == STATUS_OK) {
			const char *wrong = html_tree_wrong(n, &t);
			if (wrong) {
				fprintf(stderr, "not so: %s\n", wrong);
				abort();
			}
		} else {
			fuzz_sentence(&e);
		}
		arena_free(&a);
	}
	return 0;
}
