// What words tell of a person's sex.
#include "read/sex.h"
#include "test/tap.h"

static struct token word(const char *text, bool capital)
{
	return (struct token){ .word = text, .capital = capital };
}

static void is_sex(enum sex got, enum sex want, const char *what)
{
	ok(got == want, "%s", what);
}

static enum sex first(const char *name)
{
	struct token t = word(name, true);
	return sex_of_first_name(&t);
}

static enum sex noun(const char *text)
{
	struct token t = word(text, false);
	return sex_of_noun(&t);
}

int main(void)
{
	is_sex(first("aaron"), SEX_HE, "the first of the men");
	is_sex(first("zoran"), SEX_HE, "the last of the men");
	is_sex(first("abigail"), SEX_SHE, "the first of the women");
	is_sex(first("zuzana"), SEX_SHE, "the last of the women");
	is_sex(first("iv\xC3\xA1n"), SEX_HE, "a name with an accent");
	is_sex(first("zo\xC3\xAB"), SEX_SHE, "and one of a woman");
	is_sex(first("robin"), SEX_UNKNOWN, "a name of both");
	is_sex(first("lorca"), SEX_UNKNOWN, "a surname");
	is_sex(first("\xE5\xB1\xB1"), SEX_UNKNOWN, "other letters");
	struct token mark = word("mark", false), owner = { .word = "anna", .capital = true, .owner = true };
	is_sex(sex_of_first_name(&mark), SEX_UNKNOWN, "a word without a capital");
	is_sex(sex_of_first_name(&owner), SEX_UNKNOWN, "whose something is");
	is_sex(noun("mrs"), SEX_SHE, "a title");
	is_sex(noun("brother"), SEX_HE, "kin");
	is_sex(noun("ex-wife"), SEX_SHE, "who was kin");
	is_sex(noun("spokeswoman"), SEX_SHE, "an ending");
	is_sex(noun("clerk"), SEX_UNKNOWN, "a trade");
	is_sex(sex_of_description("miller's widow"), SEX_SHE, "a description");
	is_sex(sex_of_description("clerk of the queen"), SEX_UNKNOWN, "not of whom it is");
	ok(sex_agrees(SEX_HE, SEX_UNKNOWN) && sex_agrees(SEX_SHE, SEX_SHE) && !sex_agrees(SEX_HE, SEX_SHE),
	   "who is unknown may be anybody");
	return done();
}
