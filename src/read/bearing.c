#include "read/bearing.h"

// Whether a text is about something that somebody is said to have done, or not to have done. In a long one, one such
// sentence is by the way, and so are all where hardly any is surely a statement.
static bool about_somebody(const struct document *d)
{
	enum { LONG = 10, MANY = 8, SOME = 3, NAMED = 2 }; // sentences; statements surely some; that name somebody
	int named = 0, sure = 0;
	for (each (s, &d->statements))
		sure += s->sure >= .8;
	for (each (s, &d->statements))
		for (each (t, &s->targets))
			if (t->role != ROLE_unknown && s->stance != STANCE_reports && s->sure >= .5) {
				named++;
				break;
			}
	bool long_one = d->sentences.n > LONG;
	return sure >= MANY || (long_one ? named > NAMED && sure >= SOME : named > 0);
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
