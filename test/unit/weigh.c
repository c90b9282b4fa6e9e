// Corners of weighing that random cases do not reach: answers on an edge, certainties, draws that cannot be.
#include "case/check.h"
#include "case/format.h"
#include "case/yaml.h"
#include "weigh/weigh.h"
#include "test/tap.h"

static struct arena arena;
static struct the_case c;
static struct assessment w;
static struct err e;

static enum status weigh(const char *yaml)
{
	struct node *n;
	struct weigh_options o = { .draws = 200, .seed = 1 };
	e = (struct err){ 0 };
	c = (struct the_case){ 0 };
	enum status s = yaml_read(&arena, slice_of(yaml), &n, &e);
	s = s ? s : format_read_case(&arena, n, NULL, &c, &e);
	s = s ? s : weigh_case(&arena, &c, &o, &w, &e);
	if (s)
		tap_show("said", e.text);
	return s;
}

// 1 - 0.8 is a hair below 0.2.
static void edges(void)
{
	is_int(weigh("questions:\n"
		     "  - {id: q, open: no, hypotheses: [{id: a, prior: 0.8}, {id: b, prior: rest}]}\n"),
	       STATUS_OK, "a rest of 0.2 is weighed");
	is_text(w.questions[0].hyps[0].word, "very likely", "80 %% takes the upper word");
	is_text(w.questions[0].hyps[1].word, "unlikely", "and so does 20 %%, whatever the last bit says");
}

// 0.33 + 0.56 + 0.11 is a hair above 1.
static void nothing_left(void)
{
	is_int(weigh("questions:\n"
		     "  - {id: q, open: no, hypotheses: [{id: a, prior: 0.33}, {id: b, prior: 0.56}, {id: d, prior: "
		     "0.11}, {id: e, prior: rest}]}\n"),
	       STATUS_OK, "priors that sum to one leave a rest of nothing");
	is_near(w.questions[0].hyps[3].p, 0, 0, "which has no chance");
}

int main(void)
{
	edges();
	nothing_left();
	arena_free(&arena);
	return done();
}
