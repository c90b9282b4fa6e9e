// Edits as a page sends them, on a case: made whole or refused with a sentence; what they leave is a case that can be
// written and read again. Edits of values alone are taken back to the last bit.
#include "case/format.h"
#include "case/json.h"
#include "edit.h"
#include "search.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

// clang-format off
static const char river[] =
	"{\"hearsay\": 1, \"title\": \"T\", \"analysts\": [\"ana\"], "
	"\"questions\": [{\"id\": \"who\", \"hypotheses\": [{\"id\": \"a\", \"prior\": 0.4, \"drafted\": true}, "
	"{\"id\": \"b\", \"prior\": \"unlikely\"}]}, "
	"{\"id\": \"why\", \"given\": [\"who\"], \"hypotheses\": [{\"id\": \"c\", "
	"\"prior\": [{\"when\": {\"who\": \"a\"}, \"is\": 0.3}, {\"is\": 0.1}]}, {\"id\": \"d\", "
	"\"prior\": \"rest\"}]}], "
	"\"facts\": [{\"id\": \"f\", \"about\": [\"who\"], \"if\": {\"a\": \"likely\"}}, "
	"{\"id\": \"g\", \"about\": [\"who\", \"why\"], \"if\": [{\"when\": {\"who\": \"a\"}, "
	"\"is\": {\"by\": {\"ana\": 0.2}}}, {\"is\": [0.1, 0.4]}]}], "
	"\"sources\": [{\"id\": \"s\", \"reliability\": \"B\"}], "
	"\"reports\": [{\"id\": \"r\", \"fact\": \"f\", \"from\": \"s\"}], "
	"\"assumptions\": [{\"id\": \"x\", \"supports\": [\"f\"]}], "
	"\"statements\": [{\"id\": \"t\", \"document\": \"0\", \"content\": [0, 1], "
	"\"speaker\": {\"name\": \"N\"}, \"stance\": \"accuses\", \"targets\": [], \"basis\": \"unstated\", "
	"\"words\": \"W\"}]}";
// clang-format on

static struct the_case fresh(struct arena *a)
{
	struct the_case c;
	struct node *tree;
	struct err e;
	if (json_read(a, slice_of(river), &tree, &e) || format_read_case(a, tree, NULL, &c, &e) ||
	    case_settle(a, &c, &e))
		abort();
	return c;
}

static const char *written(struct arena *a, const struct the_case *c)
{
	struct buf b = buf_in(a);
	json_write(&b, format_write_case(a, c));
	return buf_str(&b);
}

// What is left of edits that were made is a case.
static void check_case_of(struct arena *a, const struct the_case *c)
{
	struct the_case again;
	struct node *tree;
	struct err e;
	struct buf found = buf_in(a);
	const char *text = written(a, c);
	if (json_read(a, slice_of(text), &tree, &e) || format_read_case(a, tree, NULL, &again, &e) ||
	    case_settle(a, &again, &e) || strcmp(text, written(a, &again)) != 0)
		abort();
	search_case(&found, c, NULL, "likely t", 5);
	if (json_read(a, (struct slice){ found.at, found.n }, &tree, &e))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct the_case c = fresh(&a);
	struct edits edits = { 0 };
	struct edit_was was = { 0 };
	struct err e = { 0 };
	if (edit_read(&a, (struct slice){ (const char *)at, n }, &edits, &e) != STATUS_OK) {
		if (!*e.text)
			abort();
		arena_free(&a);
		return 0;
	}
	const char *before = written(&a, &c);
	bool values = edit_remember(&a, &c, &edits, &was);
	enum status s = edit_make(&a, &c, &edits, &e);
	if (s == STATUS_OK)
		check_case_of(&a, &c);
	else if (!*e.text)
		abort();
	if (values) {
		edit_put_back(&a, &c, &was);
		if (strcmp(before, written(&a, &c)) != 0)
			abort();
	}
	arena_free(&a);
	return 0;
}
