// Which reports enter the product, and which are echoes of another: origins count once (doc/method.md, "The network").
#ifndef WEIGH_COUNT_H
#define WEIGH_COUNT_H

#include "case/case.h"

// How a report enters the product: not at all, or with what it says, or with that less what it may owe an earlier
// counted report of the same fact that agrees with it. That is as entered or, where it was settled of the documents of
// the two, all of it or what is usual.
enum count_fate { COUNT_OUT, COUNT_IN, COUNT_ECHO, COUNT_SAME, COUNT_USUAL };

// What was settled of the documents of two reports of one fact: kept of the later one.
struct count_tie {
	size_t later, earlier; // reports
	enum between is;
};

struct count {
	size_t *kept; // counted reports by day, then order in the file
	size_t n, live;
	size_t *behind;      // [report] the report that counts in its place; itself, or SIZE_MAX where not live
	unsigned char *fate; // [report] enum count_fate
	bool *changed;       // [report] counted, and its origin said the opposite too
	struct position *of; // scratch: [group]
};

// What does not depend on which reports are left out.
struct count_base {
	const struct the_case *c;
	size_t *order;         // reports by day, then order in the file
	size_t *group, groups; // [report] of one fact and one named origin; an untraceable one is alone
	size_t *by_fact,
	    *first; // reports by fact, then as in `order`; of a fact: by_fact[first[fact] .. first[fact + 1])
	LIST(struct count_tie) ties; // by the later one
};

void count_prepare(struct arena *a, const struct the_case *c, struct count_base *b);

// Counts the live reports. `affirms[report]`: it says at least 0.5.
void count_reports(struct arena *a, const struct count_base *b, const bool *live, const bool *affirms,
		   struct count *out);

// The part of it that is about one fact, which is all that changes where other reports of that fact are live: behind,
// fate and changed of its reports. Those of `out` must be there; kept, n and live stay as they are.
void count_fact(const struct count_base *b, size_t fact, const bool *live, const bool *affirms, struct count *out);
struct count count_room(struct arena *a, const struct count_base *b); // nothing counted

#endif
