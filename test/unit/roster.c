// Names of one text, held against each other: cut once, they answer as they do in letters.
#include "case/roster.h"
#include "test/tap.h"

static struct arena arena;
static struct roster roster = { .arena = &arena };

static void held(const char *a, const char *b, bool one, bool akin)
{
	const struct name *x = roster_name(&roster, a), *y = roster_name(&roster, b);
	ok(names_one(x, y) == one && names_one(y, x) == one && names_same(a, b) == one, "%s, %s: %s", a, b,
	   one ? "one" : "two");
	ok(names_akin(x, y) == akin && names_akin(y, x) == akin && names_related(a, b) == akin, "%s, %s: %s", a, b,
	   akin ? "akin" : "not akin");
}

static void can_act(const char *name, bool usable)
{
	ok(roster_name(&roster, name)->usable == usable && names_usable(name) == usable, "%s: %s", name,
	   usable ? "somebody" : "nobody");
}

int main(void)
{
	held("Ana Lorca", "Lorca", true, true);
	held("Free Mareth Front", "FMF", true, false);
	held("Kyiv", "Ukraine", true, true);
	held("Ukrainian officials", "Kyiv", false, true);
	held("Ukraine", "Poland", false, false);
	held("Karsk embassy", "Karskian navy", false, true);
	held("the dock workers", "dock worker", true, false);
	held("Harbour Board", "Tolvane", false, false);
	can_act("Red Kite", true);
	can_act("officials", false);
	can_act("the group", false);
	can_act("officials who were told", false);
	ok(roster_name(&roster, "Red Kite") == roster_name(&roster, "Red Kite"),
	   "a name that came before is not cut again");
	arena_free(&arena);
	return done();
}
