// A value as an analyst enters it, and the probability and spread it stands for (doc/method.md, section "Values").
#ifndef CASE_VALUE_H
#define CASE_VALUE_H

#include "base/list.h"
#include "case/node.h"

enum value_kind {
	VALUE_NONE,   // not entered
	VALUE_NUMBER, // 0.3: its own centre, spread by the case's imprecision
	VALUE_EXACT,  // {exact: 0.3}
	VALUE_TERM,   // likely
	VALUE_RANGE,  // [0.2, 0.4]
	VALUE_BY,     // {by: {ana: likely, ben: 0.2}}
	VALUE_REST,   // one minus the others of its set
	VALUE_YES,    // only of a report's holds: 0.97, not drawn
	VALUE_NO,     // 0.03
};

struct value {
	enum value_kind kind;
	double lo, hi;            // NUMBER, EXACT: lo = hi; TERM, RANGE: the band
	const char *term;         // TERM: as entered
	LIST(struct opinion) by;  // BY: in the order entered
};

struct opinion {
	const char *analyst;
	struct value value; // never BY, REST, YES or NO
};

// What a value may be, where it stands.
enum value_place { VALUE_OF_CELL, VALUE_OF_PRIOR, VALUE_OF_HOLDS };

// Reads a value; the error says what is wrong with it, the caller adds the place.
MUST_USE enum status value_read(struct arena *a, const struct node *n, enum value_place where, struct value *v,
				struct err *e);
struct node *value_write(struct arena *a, const struct value *v);

// How a value spreads in log-odds: normal around `centre` with deviation `spread`; p is the centre as a probability,
// itself exactly 0 or 1 where that was entered. spread 0: never drawn. `number_spread` is the case's: 0.35,
// imprecision:, or 0 for numbers: exact. `analyst` not NULL takes that analyst's opinion where the value has one, the
// pooled one where not.
struct belief {
	double p, centre, spread;
};
struct belief value_belief(const struct value *v, double number_spread, const char *analyst);

#endif
