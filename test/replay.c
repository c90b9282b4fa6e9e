// Feeds a fuzz target with every file of its corpus, in the order of their names, and with a few bytes of nothing: what
// once broke stays fixed.
#include "test/fuzz.h"
#include "test/tap.h"

#include <dirent.h>
#include <stdlib.h>

enum { MOST = 16 << 20 };

static void feed(const char *folder, const char *name)
{
	static char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *f = fopen(path, "rb");
	uint8_t *at = malloc(MOST);
	size_t n = f && at ? fread(at, 1, MOST, f) : 0;
	uint8_t *exact = malloc(n + 1); // of its own size, so that a sanitizer sees a read behind the end
	if (f && at && exact) {
		memcpy(exact, at, n);
		exact = realloc(exact, n ? n : 1);
		ok(LLVMFuzzerTestOneInput(exact, n) == 0, "%s, %zu bytes", name, n);
	} else {
		ok(false, "%s can be read", path);
	}
	free(exact);
	free(at);
	if (f)
		fclose(f);
}

static int is_seed(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

int main(int argc, char **argv)
{
	struct dirent **seeds = NULL;
	int n = argc > 1 ? scandir(argv[1], &seeds, is_seed, alphasort) : 0;
	for (int i = 0; i < n; i++) {
		feed(argv[1], seeds[i]->d_name);
		free(seeds[i]);
	}
	free(seeds);
	ok(LLVMFuzzerTestOneInput((const uint8_t *)"", 0) == 0, "no bytes");
	ok(n > 0, "there is a corpus in %s", argc > 1 ? argv[1] : "its first argument");
	return done();
}
