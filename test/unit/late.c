// Libraries that are loaded late: what is there is found, what is not is named.
#include "base/late.h"
#include "test/tap.h"

static double (*cosine)(double x);
static struct err e;

static enum status load(const struct late_name *names, size_t n)
{
	struct late l = { names, n, false };
	return late_load(&l, "angles need it", &e);
}

int main(void)
{
	const struct late_name good[] = { { "libm.so.6", NULL, NULL }, { NULL, "cos", &cosine } };
	const struct late_name lacks[] = { { "libm.so.6", NULL, NULL }, { NULL, "cosinus", &cosine } };
	const struct late_name none[] = { { "libangle.so.9", NULL, NULL }, { NULL, "cos", &cosine } };
	struct late twice = { good, 2, false };
	ok(load(good, 2) == STATUS_OK && cosine && cosine(0) == 1, "a function of a library is there");
	ok(late_load(&twice, "", &e) == STATUS_OK, "it may be asked for");
	twice.names = none;
	ok(late_load(&twice, "", &e) == STATUS_OK, "again and again, and is looked for once");
	ok(load(lacks, 2) == STATUS_NOT_FOUND, "a library of another version is refused");
	is_text(e.text, "libm.so.6 has no cosinus; angles need it", "with what it lacks");
	ok(load(none, 2) == STATUS_NOT_FOUND, "a library that is not there is refused");
	is_text(e.text, "libangle.so.9 is not there; angles need it", "by its name");
	return done();
}
