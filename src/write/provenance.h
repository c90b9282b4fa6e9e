// The provenance of a case in time: left who it came from, in the middle through whom, right the documents by their
// days; what comes from a document hangs on it. Reports and documents in one picture.
#ifndef WRITE_PROVENANCE_H
#define WRITE_PROVENANCE_H

#include "write/axis.h"
#include "write/sections.h"

// Who stands behind reports: a source, or somebody unknown behind one of them.
struct provenance_origin {
	const char *id, *name, *under; // under: grade and kind
	bool lost;
	double decibans; // what the answer loses without it; 0 where no question is asked
	bool weighed;
	size_t group; // of the document where it counts
	double x, y;
};

struct provenance_relay {
	const char *id, *name, *under;
	size_t depth, n; // place in the chain, from the origin; ways through it
	double x, y;
};

// A document; or a report of which the case has none.
struct provenance_page {
	const char *id, *name, *under;
	size_t document; // of the tracing, or SIZE_MAX
	struct date day;
	size_t on;              // the page it hangs on, or SIZE_MAX
	const char *how;        // "copy 91 %"
	enum relation relation; // to it; relation_count: belongs to its family
	bool carries;           // a counted report
	bool lost;              // counts as untraceable
	size_t group;           // the page at the head of those that hang together
	double x, y;
	bool left; // its name stands left of it
};

struct provenance_way {
	size_t origin, page;
	LIST(size_t) relays; // nearest the origin first
	bool echo;
};

struct provenance {
	struct arena *a;
	struct writing *g;
	LIST(struct provenance_origin) origins;
	LIST(struct provenance_relay) relays;
	LIST(struct provenance_page) pages;
	LIST(struct provenance_way) ways;
	LIST(size_t) heads; // pages at the head of groups, by date
	size_t unseen;      // pages that have no place
	struct axis axis;
	double width, bottom;
};

enum { // pixels
	PROVENANCE_TOP = 44,
	PROVENANCE_ORIGIN = 222, // the middle of the circles
	PROVENANCE_RELAY = 364,  // of the first relays
	PROVENANCE_DEPTH = 132,  // from one column of relays to the next
	PROVENANCE_DEPTHS = 2,   // columns
};

void provenance_find(struct provenance *p, size_t question); // what there is
void provenance_place(struct provenance *p);                 // where it stands

// NULL where there is neither a report nor a document.
struct scene *provenance_scene(struct writing *g, size_t question, double width);

#endif
