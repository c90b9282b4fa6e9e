// Whose words are whose in texts of several paragraphs: turns of a transcript, reports that a body writes, quotations
// that go on.
#include "read/read.h"
#include "test/tap.h"

static struct tables tables;
static struct document d;

static void read_text(struct arena *a, const char *text)
{
	struct err e;
	struct read_options o = { .envelope.path = "text" };
	d = (struct document){ 0 };
	ok(read_page(a, &tables, slice_of(text), &o, &d, &e) == STATUS_OK, "it is read");
}

// The statement that a text's words stand in; NULL where none is.
static const struct statement *said(const char *words)
{
	for (size_t i = 0; i < d.statements.n; i++)
		if (slice_find(slice_in(d.text, d.statements.at[i].content.at[0]), words) >= 0)
			return &d.statements.at[i];
	return NULL;
}

static void is_said(const char *words, const char *speaker, const char *through)
{
	const struct statement *st = said(words);
	ok(st && slice_same(st->speaker.name, speaker), "\"%s\" is %s's", words, speaker);
	if (st && !slice_same(st->speaker.name, speaker))
		tap_show("got", st->speaker.name);
	if (through)
		ok(st && st->chain.n && slice_same(st->chain.at[st->chain.n - 1].name, through), "through %s", through);
	else
		ok(st && !st->chain.n, "through nobody");
}

static void test_turns(struct arena *a)
{
	read_text(a, "The fire at the Orlen mill: oral evidence\n\n"
		     "Witnesses: Dr Celia Marsh, Director, Fire Laboratory; Ivo Brandt, clerk.\n\n"
		     "Q1 Mr Teague: Was the fire an accident?\n\n"
		     "Dr Marsh: We believe that the fire was an accident.\n\n"
		     "Q2 Mr Teague: The mayor says that Red Kite set the fire.\n\n"
		     "IVO BRANDT, CLERK: He told me that Red Kite was behind the fire.\n\n"
		     "Dr Marsh: I think Red Kite may have set the fire.\n\n"
		     "BRANDT: The mayor blamed Red Kite for the fire.\n");
	is_said("the fire was an accident", "Celia Marsh", NULL);
	is_said("Red Kite set the fire", "mayor", "Teague");
	is_said("Red Kite may have set", "Celia Marsh", NULL);
	is_said("Red Kite for the fire", "mayor", "Ivo Brandt");
	const struct statement *st = said("was behind the fire");
	ok(!st || !slice_same(st->speaker.name, "Ivo Brandt"), "who holds the floor is not \"he\"");
	ok(!st || !slice_same(st->speaker.name, "Red Kite"), "nor is who is named behind it");
	read_text(a, "Fire at the Orlen mill\n\nClaim: Red Kite set the fire.\n\nVerdict: false.\n\n"
		     "Claim: The mayor said that the owner set the fire.\n\nVerdict: false.\n");
	st = said("the owner set");
	ok(st && slice_same(st->speaker.name, "mayor") && !st->chain.n, "labels of a list are nobody's turns");
}

static void test_labels(struct arena *a)
{
	read_text(a, "The fire at the Orlen mill\n\n"
		     "Presenter: Our reporter is Ana Lorca. Ana, who set the fire?\n\n"
		     "Lorca: The mayor says that Red Kite set the fire.\n\n"
		     "Presenter: Is he sure?\n\n"
		     "Lorca: I think Red Kite may have set the fire.\n");
	is_said("Red Kite set the fire", "mayor", "Ana Lorca");
	is_said("Red Kite may have set", "Ana Lorca", NULL);
	read_text(a, "The fire at the Orlen mill: oral evidence\n\n"
		     "Members present: Ms Ana Lorca (Chair); Mr Ivo Brandt.\n\n"
		     "The Minister for Ports (Mr Colin Marsh): I believe that Red Kite set the fire.\n\n"
		     "Chair: The mayor says that the owner set the fire.\n\n"
		     "Mr Marsh: He told me that the fire was an accident.\n\n"
		     "Chair: The mill was old.\n");
	is_said("Red Kite set the fire", "Colin Marsh", NULL);
	is_said("the owner set the fire", "mayor", "Ana Lorca");
}

static void test_writer(struct arena *a)
{
	read_text(a, "QUARRION FIRE LABS | Signals\n\nInterim report on the fire at the Orlen mill\n\n"
		     "We conclude that Red Kite set the fire.\n\n"
		     "The mayor said that the owner had set the fire.\n\n"
		     "The clerk told us that the driver had set the fire.\n");
	is_said("Red Kite set the fire", "Quarrion Fire Labs", NULL);
	is_said("the owner had set", "mayor", NULL);
	is_said("the driver had set", "clerk", "Quarrion Fire Labs");
	read_text(a, "Red Kite blamed for fire at the Orlen mill\n\nThe Ridge Courier\n\n"
		     "We conclude that Red Kite set the fire.\n");
	is_said("Red Kite set the fire", "[report]", NULL);
}

static void test_quotation(struct arena *a)
{
	read_text(a, "Fire destroys the old mill at Orlen\n\n"
		     "The clerk Ana Lorca said: “The owner told me that Red Kite had set the fire. Red Kite was behind "
		     "the fire.” The mayor was silent.\n");
	is_said("Red Kite was behind", "Ana Lorca", NULL);
}

int main(void)
{
	struct arena a = { 0 };
	tables = tables_read(&a);
	test_turns(&a);
	test_labels(&a);
	test_writer(&a);
	test_quotation(&a);
	arena_free(&a);
	return done();
}
