#include "read/bearing.h"

// Whether a text is about something that somebody is said to have done, or not to have done. In a long one, one such
// sentence is by the way, and so are more where hardly any is surely a statement.
static bool about_somebody(const struct document *d)
{
	enum { LONG = 10, NAMED = 2 };            // sentences; statements that name somebody
	enum { LARGE = 1500, FEW = 2, PART = 3 }; // bytes; in a smaller text, sure statements, and of how many one is
	enum { SOME = 3, MANY = 8, CERTAIN = 3 }; // statements that are surely some, and that are so beyond doubt
	int named = 0, sure = 0, other = 0, certain = 0; // other: sure, and not of a cause alone
	for (each (s, &d->statements)) {
		sure += s->sure >= .8;
		certain += s->sure >= .9;
		bool cause = false, somebody = false;
		for (each (t, &s->targets)) {
			// Who knew of something need not have known of a deed: "they knew in January".
			bool knew = t->role == ROLE_knew && s->stance != STANCE_accuses;
			somebody |= t->role != ROLE_unknown && t->role != ROLE_accident && !knew;
			cause |= t->role == ROLE_accident;
		}
		bool says = s->stance != STANCE_reports && s->sure >= .5;
		other += s->sure >= .8 && (somebody || !cause);
		named += says && (somebody || cause);
	}
	if (d->sentences.n <= LONG && named)
		return true;
	if (d->len <= LARGE && named && sure >= FEW && (size_t)(PART * sure) >= d->statements.n)
		return true;
	return certain >= CERTAIN || sure >= MANY || named >= MANY || (named > NAMED && (other >= SOME || certain > 1));
}

// Whether all that is said only tells what happened, of nobody.
static bool takes_no_side(const struct document *d)
{
	for (each (s, &d->statements))
		if (s->stance != STANCE_reports || s->targets.n)
			return false;
	return true;
}

bool bearing_of(const struct document *d)
{
	return (d->incident.label || about_somebody(d)) && !takes_no_side(d);
}
