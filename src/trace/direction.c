// The grounds in their order: a stated credit, an agency among the two, what one text has beyond the other, time. Each
// gives a term of log-odds; their sum is how sure the direction is. What one text has more: a reprint is cut from the
// end, so a longer text that only goes on after the other ends came first; one that has words in between may be either.
#include "trace/direction.h"

#include "case/outlets.h"

static const double credit_odds = 4, foreign_odds = 1, agency_odds = 2, tail_odds = 1.5, time_odds = 2;
static const double whole = 0.9; // a text this much contained in the other is a part of it
static const double cut = 0.95;  // the other has at least so much more
static const double tail = 0.2;  // share of its surplus that stands before its last shared word, at most

const char *direction_credit(const struct document *d)
{
	for (each (c, &d->citations))
		if (c->kind == CITATION_CREDIT && c->outlet && !outlets_same(c->outlet, d->outlet))
			return c->outlet;
	for (each (name, &d->credit))
		if (!outlets_same(*name, d->outlet))
			return *name;
	for (each (name, &d->byline))
		if (outlets_agency(*name) && !outlets_same(*name, d->outlet))
			return *name;
	return NULL;
}

struct provenance direction_provenance(const struct document *d)
{
	return (struct provenance){ .outlet = outlets_key(d->outlet),
				    .credit = outlets_key(direction_credit(d)),
				    .published = d->published,
				    .agency = outlets_agency(d->outlet) };
}

static double by_credit(const struct provenance *x, const struct provenance *y)
{
	bool to_x = y->credit && y->credit == x->outlet, to_y = x->credit && x->credit == y->outlet;
	if (to_x != to_y)
		return to_x ? credit_odds : -credit_odds;
	if (!x->credit == !y->credit)
		return 0;
	return y->credit ? foreign_odds : -foreign_odds;
}

static double by_agency(const struct provenance *x, const struct provenance *y)
{
	return x->agency == y->agency ? 0 : x->agency ? agency_odds : -agency_odds;
}

static double by_surplus(const struct alignment *al)
{
	bool cut_y = al->b_in_a >= whole && al->a_in_b < cut && al->a_gap <= tail;
	bool cut_x = al->a_in_b >= whole && al->b_in_a < cut && al->b_gap <= tail;
	return cut_x == cut_y ? 0 : cut_y ? tail_odds : -tail_odds;
}

// A day alone is all of its hours: it comes before or after only what lies outside of it.
static double by_time(struct date x, struct date y)
{
	if (!date_known(x) || !date_known(y))
		return 0;
	int order = date_compare(x, y);
	if (x.at && y.at)
		order = (x.at > y.at) - (x.at < y.at);
	return order < 0 ? time_odds : order > 0 ? -time_odds : 0;
}

struct direction direction_of(const struct provenance *x, const struct provenance *y, const struct alignment *al)
{
	double terms[] = { [DIRECTION_CREDIT] = by_credit(x, y),
			   [DIRECTION_AGENCY] = by_agency(x, y),
			   [DIRECTION_CUT] = by_surplus(al),
			   [DIRECTION_TIME] = by_time(x->published, y->published) };
	struct direction d = { 0 };
	double best = 0;
	for (int i = DIRECTION_CREDIT; i <= DIRECTION_TIME; i++)
		d.odds += terms[i];
	for (int i = DIRECTION_CREDIT; i <= DIRECTION_TIME; i++)
		if (terms[i] * d.odds > best) {
			best = terms[i] * d.odds;
			d.ground = (enum direction_ground)i;
		}
	return d;
}

const char *direction_why(struct arena *a, enum direction_ground ground, const struct document *later)
{
	const char *credit = direction_credit(later);
	switch (ground) {
	case DIRECTION_CREDIT:
		return credit ? arena_printf(a, "it credits %s", credit) : "the other credits nobody";
	case DIRECTION_AGENCY:
		return "the other is a news agency's";
	case DIRECTION_CUT:
		return "it is the longer text without its end";
	case DIRECTION_TIME:
		return "it was published later";
	default:
		return NULL;
	}
}
