// The one table between ratings and likelihoods, matrices through the frame of the reader, ids that are taken, and ZIP
// archives that come out as they went in.
#include "base/zipped.h"
#include "case/json.h"
#include "case/matrix_node.h"
#include "draft/matrix_case.h"
#include "draft/taken.h"
#include "read/matrix.h"
#include "test/tap.h"

static struct arena a;
static struct err e;

static void test_table(void)
{
	static const struct {
		double p;
		enum matrix_rating rating;
	} edges[] = { { 1, MATRIX_CC },    { 0.80, MATRIX_CC }, { 0.79, MATRIX_C },    { 0.55, MATRIX_C },
		      { 0.54, MATRIX_N },  { 0.45, MATRIX_N },  { 0.44, MATRIX_I },    { 0.20, MATRIX_I },
		      { 0.19, MATRIX_II }, { 0, MATRIX_II },    { 1 - 0.2, MATRIX_CC } };
	for (int r = MATRIX_II; r <= MATRIX_CC; r++) {
		struct value v;
		enum matrix_rating back;
		bool word = matrix_value(&a, matrix_rating_word((enum matrix_rating)r), &v);
		ok(word && (int)matrix_rating_of(value_belief(&v, 0, NULL).p) == r, "%s stands for '%s', and back",
		   matrix_rating_name((enum matrix_rating)r), matrix_rating_word((enum matrix_rating)r));
		ok(matrix_rating_read(slice_of(matrix_rating_name((enum matrix_rating)r)), &back) && (int)back == r,
		   "its name is read");
	}
	for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
		is_text(matrix_rating_name(matrix_rating_of(edges[i].p)), matrix_rating_name(edges[i].rating),
			"%g is %s", edges[i].p, matrix_rating_name(edges[i].rating));
	ok(!matrix_rating_word(MATRIX_NA) && !matrix_rating_word(MATRIX_BLANK), "what nobody rated has no likelihood");
	for (int l = MATRIX_LOW; l <= MATRIX_HIGH; l++)
		is_int(matrix_level_of(matrix_grade((enum matrix_level)l)), l, "%s stands for grade %s, and back",
		       matrix_level_name((enum matrix_level)l), matrix_grade((enum matrix_level)l));
	ok(!matrix_grade(MATRIX_UNSAID) && matrix_level_of(NULL) == MATRIX_UNSAID && !matrix_level_of("F"),
	   "a grade that says nothing is no credibility");
}

static bool reads(const char *json, struct matrix *m)
{
	struct node *n;
	return json_read(&a, slice_of(json), &n, &e) == STATUS_OK && matrix_node_read(&a, n, m);
}

#define ITEM(ratings, values)                                                                                          \
	"{\"hypotheses\":[{\"say\":\"a\"},{\"say\":\"b\"}],\"items\":[{\"say\":\"x\",\"date\":\"2031-03\",\"line\":7," \
	"\"credibility\":\"HIGH\",\"ratings\":" ratings ",\"values\":" values "}]}"

static void test_frame(void)
{
	struct matrix m;
	ok(reads(ITEM("[\"CC\",\"\"]", "[\"0.9\",null]"), &m), "a matrix comes through the frame");
	ok(m.items.n == 1 && m.items.at[0].line == 7 && m.items.at[0].date.month == 3, "with what its items have");
	is_text(m.items.at[0].cells[0].value, "0.9", "and their cells");
	static const char *const bad[] = {
		"[]",
		ITEM("[\"CC\"]", "[null,null]"),
		ITEM("[\"CC\",\"X\"]", "[null,null]"),
		ITEM("[\"CC\",\"\"]", "[\"1.5\",null]"),
		ITEM("[\"CC\",\"\"]", "[\"sure\",null]"),
		ITEM("[\"CC\",\"\"]", "[null]"),
		ITEM("[\"CC\",1]", "[null,null]"),
		ITEM("\"CC\"", "[null,null]"),
		"{\"hypotheses\":[],\"items\":[{\"say\":\"x\"}]}",
		"{\"hypotheses\":[],\"items\":[{\"credibility\":\"SO SO\",\"ratings\":[],\"values\":[]}]}",
		"{\"hypotheses\":[],\"items\":[{\"date\":\"soon\",\"ratings\":[],\"values\":[]}]}",
		"{\"hypotheses\":[],\"items\":[],\"assumed\":[1]}",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!reads(bad[i], &m), "what a broken reader might send is none: %s", bad[i]);
}

static void test_child(void)
{
	struct matrix m = { 0 };
	struct slice sheet = slice_of("Evidence,H1,H2\nIt was wet,CC,I\n");
	ok(matrix_parse(&a, MATRIX_CSV, sheet, &m, &e) == STATUS_OK && m.items.n == 1, "a sheet is read here");
	is_int(m.items.at[0].cells[1].rating, MATRIX_I, "with its ratings");
	ok(matrix_parse(&a, MATRIX_ACHZ, sheet, &m, &e) == STATUS_BAD_INPUT, "and is no project: %s", e.text);
	enum matrix_format f = MATRIX_CSV;
	ok(matrix_format_of("A.XLSX", &f) && f == MATRIX_XLSX && !matrix_format_of(".csv", &f) &&
	       !matrix_format_of("a.yaml", &f),
	   "the format is told by the end of the name");
}

static void test_taken(void)
{
	struct taken t = { 0 };
	is_text(taken_claim(&a, &t, "e1"), "e1", "an id that is free");
	taken_put(&a, &t, "e1-2", 0);
	is_text(taken_claim(&a, &t, "e1"), "e1-3", "one that is taken gets the next free number");
	is_text(taken_claim(&a, &t, "e1"), "e1-4", "and so on");
	for (int i = 0; i < 1000; i++)
		taken_put(&a, &t, arena_printf(&a, "x%d", i), (size_t)i);
	taken_put(&a, &t, "x7", 0);
	taken_put(&a, &t, NULL, 0);
	ok(taken_find(&t, "x7") == 7 && taken_find(&t, "x999") == 999 && taken_find(&t, "y") == TAKEN_NONE,
	   "a thousand of them are found, and the first number of each stays");
}

// A case that has all that could be in the way.
static void test_added(void)
{
	struct the_case c = { .imprecision = -1 };
	struct remarks told = { 0 };
	struct matrix m = { 0 };
	struct slice sheet = slice_of("ID,Evidence,Source,H1,H2\nE1,It was wet,Clerk,CC,I\nE1,It was late,Clerk,,\n");
	if (!ok(matrix_parse(&a, MATRIX_CSV, sheet, &m, &e) == STATUS_OK, "a sheet %s", e.text))
		return;
	matrix_case_add(&a, &m, "Why?", &c, &told);
	matrix_case_add(&a, &m, NULL, &c, &told);
	ok(case_settle(&a, &c, &e) == STATUS_OK, "added twice it is a case in order: %s", e.text);
	is_text(c.questions.at[1].id, "question-2", "with another id for the question");
	is_text(c.facts.at[3].id, "e1-4", "and for each fact");
	ok(c.sources.n == 1 && c.reports.n == 4, "and one source");
	is_text(c.questions.at[0].ask, "Why?", "the question is what was asked");
	ok(c.facts.at[1].cells.rows.n == 2 && !strcmp(c.facts.at[1].cells.rows.at[0].is.term, "roughly even chance"),
	   "an item without ratings says the same of each hypothesis");
}

static void test_zip(void)
{
	const struct zipped_member members[] = { { "a/one.xml", slice_of("<a/>") }, { "two", { "\0\1", 2 } } };
	struct buf out = buf_in(&a), again = buf_in(&a);
	struct zipped *z;
	struct slice bytes;
	bool there;
	ok(zipped_write(&out, members, 2, &e) == STATUS_OK && zipped_write(&again, members, 2, &e) == STATUS_OK,
	   "an archive is written %s", e.text);
	ok(out.n == again.n && !memcmp(out.at, again.at, out.n), "twice the same");
	ok(zipped_open(&a, (struct slice){ out.at, out.n }, &z, &e) == STATUS_OK, "it is opened");
	ok(zipped_read(&a, z, "a/one.xml", 4, "SHEET", &bytes, &there, &e) == STATUS_OK && there &&
	       slice_is(bytes, "<a/>"),
	   "a member comes back");
	ok(zipped_read(&a, z, "a/one.xml", 3, "SHEET", &bytes, &there, &e) == STATUS_LIMIT, "not a byte too many: %s",
	   e.text);
	ok(zipped_read(&a, z, "three", 4, "SHEET", &bytes, &there, &e) == STATUS_OK && !there, "one that is not there");
	zipped_close(z);
	ok(zipped_open(&a, (struct slice){ out.at, out.n - 1 }, &z, &e) == STATUS_BAD_INPUT, "cut it is none: %s",
	   e.text);
}

int main(void)
{
	test_table();
	test_frame();
	test_child();
	test_taken();
	test_added();
	test_zip();
	arena_free(&a);
	return done();
}
