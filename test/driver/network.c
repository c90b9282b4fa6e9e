// Reads a network, in this process, for test/model/networks.py: `driver-network FILE [EVIDENCE]`. Lines out: of each
// variable "v NAME STATE ...", of each table "t VARIABLE ...: NUMBER ...", of each finding "f VARIABLE STATE". With
// --pack after the files, the packed bytes instead: their length in four bytes, they, and the numbers.
#include "base/file.h"
#include "base/limits.h"
#include "read/network.h"

#include <stdio.h>
#include <string.h>

static void print(const struct network *n)
{
	for (size_t v = 0; v < n->net.states.n; v++) {
		printf("v %s", n->names[v]);
		for (size_t s = 0; s < n->net.states.at[v]; s++)
			printf(" %s", n->states[v][s]);
		printf("\n");
	}
	for (each (t, &n->net.tables)) {
		printf("t");
		for (size_t i = 0; i < t->n; i++)
			printf(" %zu", t->vars[i]);
		printf(":");
		for (size_t i = 0; i < t->cells; i++)
			printf(" %.17g", n->values[t->at + i]);
		printf("\n");
	}
	for (each (f, &n->findings))
		printf("f %zu %zu\n", f->variable, f->state);
}

static void pack(struct arena *a, const struct network *n)
{
	struct buf out = buf_in(a), made = buf_in(a);
	network_pack(&made, n);
	buf_u32(&out, (uint32_t)made.n);
	buf_add(&out, made.at, made.n);
	fwrite(out.at, 1, out.n, stdout);
	fwrite(n->values, sizeof *n->values, n->net.cells, stdout);
}

static enum network_format format_of(const char *path)
{
	struct slice s = slice_of(path);
	return slice_ends(s, ".bif") ? NETWORK_BIF : slice_ends(s, ".xdsl") ? NETWORK_XDSL : NETWORK_UAI;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct slice bytes, evidence = { 0 };
	struct network n;
	bool beside = false, packed = argc > 2 && !strcmp(argv[argc - 1], "--pack");
	argc -= packed;
	if (argc < 2)
		return 2;
	enum status s = file_read(&a, argv[1], LIMIT_NETWORK, "NETWORK", &bytes, &e);
	if (s == STATUS_OK && argc > 2)
		s = file_read(&a, argv[2], LIMIT_NETWORK, "NETWORK", &evidence, &e);
	if (s == STATUS_OK)
		s = network_parse(&a, format_of(argv[1]), bytes, evidence, &n, &beside, &e);
	if (s != STATUS_OK)
		fprintf(stderr, "%s\n", e.text);
	else if (packed)
		pack(&a, &n);
	else
		print(&n);
	arena_free(&a);
	return s != STATUS_OK;
}
