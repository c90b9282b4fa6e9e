// One table for the program, made when it is first asked. Whoever makes it first has it: others that made it at the
// same time throw theirs away, so no lock is needed.
#include "case/outlets.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"

#include <stdatomic.h>
#include <string.h>

extern const char embed_outlets[];
extern const size_t embed_outlets_size;

static _Atomic(struct outlet_table *) table;
static _Atomic(const char *) file;

// First and last words of a folded name that say "outlet".
static const char *const paper_begins[] = { "radio", "channel", "daily" };
static const char *const paper_ends[] = {
	"times",    "post",       "herald",       "tribune",  "gazette",   "courier", "chronicle",
	"observer", "mirror",     "journal",      "ledger",   "weekly",    "radio",   "news",
	"wire",     "press",      "dispatch",     "sentinel", "mail",      "argus",   "examiner",
	"inquirer", "television", "broadcasting", "magazine", "newspaper", "monitor", "daily",
};

// Endings of a folded name that say "agency".
static const char *const agency_words[] = {
	"newsagency", "pressagency", "pressassociation", "newsservice",
	"newswire",   "wireservice", "telegraphagency",  "agency",
};

// The table that the program carries, in memory of its own.
static struct outlet_table *carried(void)
{
	struct arena first = { 0 };
	struct err e;
	struct outlet_table *t = arena_new(&first, struct outlet_table);
	t->arena = first;
	if (outlet_table_read(t, (struct slice){ embed_outlets, embed_outlets_size }, "outlets.tsv", &e) != STATUS_OK)
		return t; // a slip of ours, which a test finds: the rows before it are there
	return t;
}

static void drop(struct outlet_table *t)
{
	struct arena last = t->arena; // the table itself lies in it
	arena_free(&last);
}

static const struct outlet_table *current(void)
{
	struct outlet_table *t = atomic_load(&table), *none = NULL;
	if (t)
		return t;
	t = carried();
	if (atomic_compare_exchange_strong(&table, &none, t))
		return t;
	drop(t);
	return none;
}

enum status outlets_load(const char *path, struct err *e)
{
	struct arena scratch = { 0 };
	struct slice bytes;
	if (!strcmp(path, "-"))
		return err_set(e, STATUS_USAGE, "a table of outlets is read more than once; name a file, not '-'");
	struct outlet_table *t = carried();
	enum status s = file_read(&scratch, path, LIMIT_OUTLETS, "OUTLETS", &bytes, e);
	if (s == STATUS_OK)
		s = outlet_table_read(t, bytes, path, e);
	arena_free(&scratch);
	if (s != STATUS_OK) {
		drop(t);
		return s;
	}
	t->before = atomic_exchange(&table, t); // kept: somebody may still hold names of it
	atomic_store(&file, arena_text(&t->arena, path));
	return STATUS_OK;
}

const char *outlets_file(void)
{
	return atomic_load(&file);
}

// A domain's ending is no part of a name: "harbourtimes.com" is "Harbour Times".
static void cut_domain(struct slice name, char *folded)
{
	static const char *const endings[] = { ".com", ".org", ".net", ".news", ".example", ".co.uk" };
	size_t n = strlen(folded);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		char ending[OUTLET_NAME];
		if (!slice_ends(slice_trim(name), endings[i]))
			continue;
		size_t m = outlet_table_fold(slice_of(endings[i]), ending);
		if (n > m)
			folded[n - m] = 0;
	}
}

const struct outlet_entry *outlets_find(struct slice name)
{
	char folded[OUTLET_NAME];
	size_t n = outlet_table_fold(name, folded);
	return outlet_table_find(current(), (struct slice){ folded, n });
}

// The outlet of a host's name ("edition.cnn.com"), or NULL.
static const struct outlet *of_host(struct slice host)
{
	while (host.len && memchr(host.at, '.', host.len)) {
		const struct outlet_entry *x = outlets_find(host);
		if (x && x->outlet)
			return x->outlet;
		struct slice part;
		slice_cut(&host, '.', &part);
	}
	return NULL;
}

// The outlet that a name is in full, or NULL. Its domain may stand for it.
static const struct outlet *outlet_of(struct slice name, char folded[OUTLET_NAME])
{
	const struct outlet_table *t = current();
	size_t n = outlet_table_fold(name, folded);
	const struct outlet_entry *x = outlet_table_find(t, (struct slice){ folded, n });
	if (x && x->outlet)
		return x->outlet;
	const struct outlet *o = memchr(name.at ? name.at : "", ' ', name.len) ? NULL : of_host(name);
	if (o)
		return o;
	cut_domain(name, folded);
	x = outlet_table_find(t, slice_of(folded));
	return x ? x->outlet : NULL;
}

bool outlets_weak(const struct outlet_entry *weak, const struct outlet *o)
{
	for (each (x, &weak->weak))
		if (*x == o)
			return true;
	return false;
}

static bool says_agency(struct slice folded)
{
	for (size_t i = 0; i < sizeof agency_words / sizeof *agency_words; i++)
		if (slice_ends(folded, agency_words[i]))
			return true;
	return false;
}

bool outlets_agency(const char *name)
{
	char folded[OUTLET_NAME];
	const struct outlet *o = outlet_of(slice_of(name), folded);
	return o ? o->kind == OUTLET_AGENCY : says_agency(slice_of(folded));
}

bool outlets_says(struct slice name)
{
	char folded[OUTLET_NAME];
	name = slice_trim(name);
	if (slice_starts(name, "The ") || slice_starts(name, "the "))
		name = (struct slice){ name.at + 4, name.len - 4 };
	if (!name.len || !memchr(name.at, ' ', name.len))
		return false;
	struct slice f = { folded, outlet_table_fold(name, folded) };
	for (size_t i = 0; i < sizeof paper_begins / sizeof *paper_begins; i++)
		if (slice_starts(f, paper_begins[i]))
			return true;
	for (size_t i = 0; i < sizeof paper_ends / sizeof *paper_ends; i++)
		if (slice_ends(f, paper_ends[i]))
			return true;
	return false;
}

bool outlets_known(const char *name)
{
	char folded[OUTLET_NAME];
	const struct outlet *o = outlet_of(slice_of(name), folded);
	if (o)
		return o->kind != OUTLET_NONE;
	struct slice all = slice_of(folded);
	return outlet_table_find(current(), all) || says_agency(all) || outlets_says(slice_of(name));
}

uint64_t outlets_key(const char *name)
{
	char folded[OUTLET_NAME];
	const struct outlet *o = outlet_of(slice_of(name), folded);
	if (o)
		return o->key;
	return *folded ? hash_fast(folded, strlen(folded), 0) | 1 : 0;
}

bool outlets_same(const char *a, const char *b)
{
	uint64_t key = outlets_key(a);
	return key && key == outlets_key(b);
}
