// A case made of what another program keeps: its items, put together one by one, and what is kept as it came.
//
// What the other format cannot say is said plainly: hypotheses start even, facts are as likely under one as under the
// other until somebody rates them, so that nothing is weighed that nobody weighed.
#ifndef READ_ADOPT_H
#define READ_ADOPT_H

#include "case/case.h"
#include "case/remarks.h"
#include "read/network_names.h"

enum adopt_kind { ADOPT_SOURCE, ADOPT_FACT, ADOPT_FOREIGN, ADOPT_NAME, ADOPT_QUESTION }; // questions: one a number

struct adopt {
	struct arena *a;
	struct remarks *told;
	// Reads JSON out of a text inside of the file: by a reader child, or in this process for the tests.
	enum status (*parse)(struct arena *a, struct slice bytes, struct node **n, struct err *e);
	struct node *tree, *questions, *facts, *sources, *reports, *judgements, *foreign;
	struct network_names ids;
	LIST_OWN(size_t) tries; // [name]: how often its id was asked for
	LIST_OWN(const struct node *) sources_by_name;
	LIST_OWN(struct node *) asked; // [question]
};

// What is said of one thing, as far as it is known.
struct adopt_judgement {
	const char *id; // NULL: the next number
	const char *who, *question, *hypothesis, *word, *confidence, *say;
};

void adopt_begin(struct adopt *x);

size_t adopt_question(struct adopt *x, const char *ask); // its number
const char *adopt_question_id(const struct adopt *x, size_t question);
// Adds a hypothesis; gives its id. NULL where the question has as many as it may.
const char *adopt_hypothesis(struct adopt *x, size_t question, const char *name, const char *say, const char *actor);
const char *adopt_source(struct adopt *x, const char *name, const char *grade); // its id; one a name
// A fact that bears on a question that has a hypothesis, unrated, and the report that says so.
void adopt_fact(struct adopt *x, size_t question, const char *say, const char *source, const char *holds,
		const char *published, const char *why);
void adopt_judge(struct adopt *x, const struct adopt_judgement *j);
void adopt_keep(struct adopt *x, const char *id, const char *format, const char *list, const struct node *object);

bool adopt_kept(const struct adopt *x, const char *id); // whether something is kept under an id

// The first lines of a text, cut where it is long.
const char *adopt_brief(struct arena *a, const char *text);

// A grade out of "B - Usually reliable" or admiralty-scale:source-reliability="b"; NULL where it is none.
const char *adopt_grade(struct arena *a, const char *text);

// "likely" out of estimative-language:likelihood-probability="likely"; NULL where it is no word of the scale.
const char *adopt_likelihood(struct arena *a, const char *tag);

// Whether a tree is nested so deep that it could not be kept inside of a case.
bool adopt_deep(const struct node *n);

// Makes the case, and gives back what the making took.
MUST_USE enum status adopt_end(struct adopt *x, const struct the_case *known, struct the_case *c, struct err *e);
void adopt_free(struct adopt *x);

#endif
