// What is different between two cases, item by item, in an order in which the changes can be made one after another;
// and the case as it stands after some of them. Only what an answer depends on counts: a case put in other words is the
// same.
#ifndef CASE_CHANGES_H
#define CASE_CHANGES_H

#include "case/case.h"

struct change {
	const char *place;       // "reports.r4"; "case" for its head
	const char *say;         // "reliability: E, was B"; "added: fact seen, from x"; "removed"
	int section;             // of the items below
	const struct node *from; // NULL: added
	const struct node *to;   // NULL: removed
};

struct changes {
	LIST(struct change) list;
};

// In this order: reports that went; the head; sources, questions, facts and assumptions that came or changed; reports
// that changed; reports that came, by date; items of other kinds that went.
void changes_find(struct arena *a, const struct node *from, const struct node *to, struct changes *out);

// A case while changes are made to it, as items that stand in its lists.
enum { CHANGES_QUESTIONS, CHANGES_FACTS, CHANGES_SOURCES, CHANGES_REPORTS, CHANGES_ASSUMPTIONS, CHANGES_SECTIONS };

struct changes_state {
	const struct node *head;
	LIST(const struct node *) items[CHANGES_SECTIONS];
};

struct changes_state changes_begin(struct arena *a, const struct node *from);
void changes_make(struct arena *a, struct changes_state *s, const struct change *c);
struct node *changes_tree(struct arena *a, const struct changes_state *s); // for format_read_case

#endif
