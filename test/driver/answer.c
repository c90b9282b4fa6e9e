// Answers a network, in this process, for test/model/reference.py: `driver-answer NETWORK.uai EVIDENCE [TARGET]`. Lines
// out: "LOGPE x", of each variable that is not observed "M VARIABLE p ...", and with a target, of each finding "L
// NUMBER p ...", what is said of the target without it. --leaves after the target: only of findings that the sweep
// answers. Where tables are too large it says so and ends with the status of a limit.
#include "base/file.h"
#include "base/limits.h"
#include "read/network.h"
#include "weigh/query.h"
#include "weigh/retract.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(const char *what, size_t i, const double *p, size_t n)
{
	printf("%s %zu", what, i);
	for (size_t k = 0; k < n; k++)
		printf(" %.17g", p[k]);
	printf("\n");
}

static enum status answer(struct arena *a, const struct network *n, size_t target, bool leaves, struct err *e)
{
	struct query *q;
	if (query_make(a, n, target, &q, e))
		return e->status;
	bool possible = target == PLAN_NONE ? query_posteriors(q) : query_everything(q);
	if (target != PLAN_NONE && !leaves && retract_interior(q, e))
		return e->status;
	printf("LOGPE %.17g\n", q->log_p);
	for (size_t v = 0; possible && v < n->net.states.n; v++)
		if (q->posterior[v])
			print("M", v, q->posterior[v], n->net.states.at[v]);
	for (size_t i = 0; target != PLAN_NONE && i < n->findings.n; i++)
		if (!leaves || q->items[i].leaf)
			print("L", i, q->items[i].without, q->k);
	return STATUS_OK;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct slice bytes, evidence = { 0 };
	struct network n;
	bool beside = false;
	if (argc < 3)
		return 2;
	enum status s = file_read(&a, argv[1], LIMIT_NETWORK, "NETWORK", &bytes, &e);
	if (!s)
		s = file_read(&a, argv[2], LIMIT_NETWORK, "NETWORK", &evidence, &e);
	if (!s)
		s = network_parse(&a, NETWORK_UAI, bytes, evidence, &n, &beside, &e);
	if (!s)
		s = answer(&a, &n, argc > 3 ? strtoul(argv[3], NULL, 10) : PLAN_NONE, argc > 4, &e);
	if (s)
		fprintf(stderr, "%s\n", e.text);
	arena_free(&a);
	return (int)s;
}
