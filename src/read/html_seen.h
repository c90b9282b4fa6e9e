// Dates that are written in a page for its readers, and how it writes them.
#ifndef READ_HTML_SEEN_H
#define READ_HTML_SEEN_H

#include "read/html_clues.h"
#include "read/stamp.h"

// Which of two figures is the day on this page, and after when no date can be.
struct html_order {
	bool known, day_first;
	struct date captured; // or unknown
};

// By the page's own unambiguous dates, else by its language.
struct html_order html_seen_order(const struct html_clues *c, struct date captured);

// Sets the day of an ambiguous date; false where nobody knows it, and where the date is unset or in the future.
bool html_seen_settle(const struct html_order *order, struct stamp *stamp);

// The words before byte `at` of the page's text say what a date there is: row 1 of "label", row 2, or 0.
int html_seen_label(const struct html_clues *c, uint32_t at);

// Whether byte `at` of the page's text is where an article's date stands: around its headline.
bool html_seen_near(const struct html_clues *c, uint32_t at);

struct html_seen {
	struct stamp stamp;
	span at;   // in the page's text
	int worth; // 0: none was found; see the values below
};

enum {
	HTML_SEEN_ENOUGH = 2, // it may stand alone,
	HTML_SEEN_FAIR = 4,   // cast doubt on what machines say,
	HTML_SEEN_SURE = 6,   // stand against it
};

struct html_seen html_seen_find(const struct html_clues *c, const struct html_order *order);

#endif
