// How boxes are broken into pages: what is kept together, what comes again, and that nothing stands below the end.
#include "write/flow.h"
#include "test/tap.h"

static struct flow column(struct arena *a)
{
	return (struct flow){ .arena = a, .top = 10, .bottom = 110 }; // 100 points a page
}

static void check_breaks(struct arena *a)
{
	struct flow f = column(a);
	for (int i = 0; i < 5; i++)
		flow_box(&f, 10, 30, false);
	ok(flow_pages(&f) == 3, "two boxes and what is between them fill a page");
	ok(f.boxes.at[0].y == 10 && f.boxes.at[1].y == 50, "nothing is free above the first of a page");
	ok(f.boxes.at[2].page == 1 && f.boxes.at[2].y == 10, "the third begins the next page");
	ok(f.boxes.at[4].page == 2, "and the fifth another");
}

static void check_keep(struct arena *a)
{
	struct flow f = column(a);
	flow_box(&f, 0, 70, false);
	flow_box(&f, 5, 20, true); // would fit alone
	flow_box(&f, 0, 20, false);
	ok(flow_pages(&f) == 2 && f.boxes.at[1].page == 1 && f.boxes.at[2].y == 30,
	   "a heading goes with what it heads");
}

static void check_high(struct arena *a)
{
	struct flow f = column(a);
	flow_box(&f, 0, 10, false);
	for (int i = 0; i < 12; i++)
		flow_box(&f, 0, 30, i < 11);
	size_t pages = flow_pages(&f);
	bool good = true;
	for (each (b, &f.boxes))
		good &= b->y + b->height <= 110;
	ok(good && pages == 4, "what is kept together but higher than a page is broken between its boxes");
	struct flow one = column(a);
	flow_box(&one, 0, 10, false);
	flow_box(&one, 0, 500, false);
	flow_box(&one, 0, 10, false);
	ok(flow_pages(&one) == 3 && one.boxes.at[1].y == 10, "a box higher than a page has a page of its own");
}

static void check_head(struct arena *a)
{
	struct flow f = column(a);
	flow_box(&f, 0, 15, true);
	for (int i = 0; i < 6; i++)
		flow_box(&f, 0, 30, false)->head = i ? 0 : SIZE_MAX;
	ok(flow_pages(&f) == 3, "a head takes room on every page");
	ok(f.boxes.at[3].page == 1 && f.boxes.at[3].y == 25, "rows begin below it");
}

int main(void)
{
	struct arena a = { 0 };
	check_breaks(&a);
	check_keep(&a);
	check_high(&a);
	check_head(&a);
	arena_free(&a);
	return done();
}
