#include "base/file.h"
#include "case/outlets.h"
#include "test/tap.h"

#include <stdlib.h>
#include <unistd.h>

extern const char embed_outlets[];
extern const size_t embed_outlets_size;

static void names(void)
{
	ok(outlets_same("AP", "The Associated Press"), "an alias is the outlet");
	ok(outlets_same("apnews.com", "Associated Press"), "and so is its domain");
	ok(outlets_same("edition.cnn.com", "CNN"), "and a host below it");
	ok(outlets_same("NYT", "nytimes.com"), "two of one row");
	ok(outlets_same("harbourtimes.com", "Harbour Times"), "a domain's ending is no part of a name");
	ok(!outlets_same("The Times", "The New York Times"), "a weak name alone is not the outlet");
	ok(!outlets_same("", NULL), "no name is none");
	ok(outlets_key(NULL) == 0 && outlets_key("") == 0, "and has no key");
	ok(outlets_agency("Reuters") && outlets_agency("dpa") && !outlets_agency("CNN"), "agencies");
	ok(outlets_agency("Northern Press Agency"), "one that says so");
	ok(outlets_known("Orla Courier") && outlets_known("Radio Nord"), "names that say what they are");
	ok(!outlets_known("Royal Mail"), "but for those that only sound so");
	ok(!outlets_known("Pella Holdings"), "others are not known");
}

static void entries(void)
{
	const struct outlet_entry *x = outlets_find(slice_of("The Hill"));
	ok(x && x->outlet && x->article, "one word behind an article needs it");
	x = outlets_find(slice_of("Guardian"));
	ok(x && x->outlet && !x->article, "unless the table has it without");
	ok(x && x->outlet->owner && x->outlet->country, "who owns it, and where");
	const struct outlet_entry *times = outlets_find(slice_of("Times"));
	const struct outlet_entry *york = outlets_find(slice_of("New York Times"));
	ok(times && york && outlets_weak(times, york->outlet), "a weak name may be an outlet's");
	ok(times && x && !outlets_weak(times, x->outlet), "and not another's");
}

static void own_table(void)
{
	struct arena a = { 0 };
	struct outlet_table *t = arena_new(&a, struct outlet_table);
	struct err e = { 0 };
	ok(outlet_table_read(t, (struct slice){ embed_outlets, embed_outlets_size }, "outlets.tsv", &e) == STATUS_OK,
	   "every line of the program's table is good: %s", e.text);
	ok(t->n > 1000, "it has %zu names", t->n);
	arena_free(&t->arena);
	arena_free(&a);
}

static const char *refused(const char *text)
{
	static struct err e;
	struct outlet_table t = { 0 };
	enum status s = outlet_table_read(&t, slice_of(text), "mine.tsv", &e);
	arena_free(&t.arena);
	return s == STATUS_OK ? NULL : e.text;
}

static void bad_lines(void)
{
	is_text(refused("# a line of words\n\nNight Owl\toutlet\n"), NULL, "two columns are enough");
	is_text(refused("Night Owl\n"),
		"mine.tsv: line 1: has one column; write NAME, agency or outlet, OWNER, COUNTRY, ALIASES and DOMAINS, "
		"with tabs between them",
		"one is not");
	is_text(refused("Night Owl\toutlet\nDay Owl\tpaper\n"),
		"mine.tsv: line 2: the second column is 'paper'; write agency, outlet or none", "no kind");
	is_text(refused(" -\toutlet\n"),
		"mine.tsv: line 1: the first column is no name; write one of 1 to 62 letters and digits", "no name");
	is_text(refused("A\toutlet\t-\t-\tB\tb.example\tmore\n"),
		"mine.tsv: line 1: has more than 6 columns; take out tabs that are too many", "too much");
	is_text(refused("A\xff\toutlet\n"), "mine.tsv: is not in UTF-8; save it so", "no text");
}

static void own_file(void)
{
	char path[] = "/tmp/hearsay-outlets-XXXXXX";
	struct err e = { 0 };
	int fd = mkstemp(path);
	close(fd);
	const char *rows = "Night Owl Bulletin\tagency\tOwl Media\tGB\tThe Owl | ?Bulletin\tnightowl.example\n"
			   "Reuters\toutlet\n";
	ok(file_write(path, slice_of(rows), &e) == STATUS_OK, "a table of one's own");
	ok(!outlets_known("The Owl") && !outlets_file(), "is not known before");
	ok(outlets_load(path, &e) == STATUS_OK, "it is added");
	ok(outlets_agency("The Owl") && outlets_same("nightowl.example", "Night Owl Bulletin"), "and known then");
	ok(!outlets_agency("Reuters"), "a row of its takes the place of the program's");
	ok(outlets_agency("AP"), "what it does not name stays");
	is_text(outlets_file(), path, "which file it is");
	ok(file_write(path, slice_of("Night Owl\tbird\n"), &e) == STATUS_OK, "a bad table");
	ok(outlets_load(path, &e) == STATUS_BAD_INPUT && outlets_agency("The Owl"), "leaves what was there");
	unlink(path);
	ok(outlets_load(path, &e) == STATUS_NOT_FOUND, "a file that is not there: %s", e.text);
	ok(outlets_load("-", &e) == STATUS_USAGE, "standard input is none: %s", e.text);
}

int main(void)
{
	names();
	entries();
	own_table();
	bad_lines();
	own_file();
	return done();
}
