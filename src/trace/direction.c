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

struct term {
	double odds;
	const char *why; // of the one that came later
};

static struct term by_credit(struct arena *a, const struct document *x, const struct document *y)
{
	const char *cx = direction_credit(x), *cy = direction_credit(y);
	bool to_x = cy && outlets_same(cy, x->outlet), to_y = cx && outlets_same(cx, y->outlet);
	if (to_x != to_y)
		return (struct term){ to_x ? credit_odds : -credit_odds,
				      arena_printf(a, "it credits %s", to_x ? cy : cx) };
	if (!cx == !cy)
		return (struct term){ 0 };
	return (struct term){ cy ? foreign_odds : -foreign_odds, arena_printf(a, "it credits %s", cy ? cy : cx) };
}

static struct term by_agency(const struct document *x, const struct document *y)
{
	bool ax = outlets_agency(x->outlet), ay = outlets_agency(y->outlet);
	return (struct term){ ax == ay ? 0 : ax ? agency_odds : -agency_odds, "the other is a news agency's" };
}

static struct term by_surplus(const struct alignment *al)
{
	bool cut_y = al->b_in_a >= whole && al->a_in_b < cut && al->a_gap <= tail;
	bool cut_x = al->a_in_b >= whole && al->b_in_a < cut && al->b_gap <= tail;
	return (struct term){ cut_x == cut_y ? 0
			      : cut_y        ? tail_odds
					     : -tail_odds,
			      "it is the longer text without its end" };
}

static struct term by_time(const struct document *x, const struct document *y)
{
	bool known = date_known(x->published) && date_known(y->published);
	int order = known ? date_compare(x->published, y->published) : 0;
	return (struct term){ order < 0 ? time_odds : order > 0 ? -time_odds : 0, "it was published later" };
}

struct direction direction_of(struct arena *a, const struct document *x, const struct document *y,
			      const struct alignment *al)
{
	struct term terms[] = { by_credit(a, x, y), by_agency(x, y), by_surplus(al), by_time(x, y) };
	struct direction d = { 0 };
	double best = 0;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		d.odds += terms[i].odds;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (terms[i].odds * d.odds > best) {
			best = terms[i].odds * d.odds;
			d.why = terms[i].why;
		}
	return d;
}
