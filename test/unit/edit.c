// The case changed through the library: every kind of edit, what is refused and what that leaves, trials, conflicts,
// and steps undone. What is drawn at random is in test/cli/edits.py.
#include "hearsay.h"

#include "base/buf.h"
#include "base/status.h"
#include "test/tap.h"

#include <stdlib.h>
#include <unistd.h>

static const char *const river[] = {
	"[{\"put\": \"case\", \"item\": {\"title\": \"The sluice\", \"grades\": {\"G\": [0.4, 0.6]}}},",
	"{\"put\": \"analysts\", \"item\": {\"id\": \"ana\"}},",
	"{\"put\": \"analysts\", \"item\": {\"id\": \"ben\"}},",
	"{\"put\": \"questions\", \"item\": {\"id\": \"who\", \"ask\": \"Who?\", \"hypotheses\": [{\"id\": ",
	"\"miller\", \"prior\": 0.4, \"drafted\": true}, {\"id\": \"ferry\", \"prior\": 0.3}, {\"id\": ",
	"\"storm\", \"prior\": \"rest\"}]}},",
	"{\"put\": \"facts\", \"item\": {\"id\": \"seen\", \"say\": \"He was seen\", \"about\": [\"who\"], \"if\": ",
	"{\"miller\": \"likely\"}, \"drafted\": true}},",
	"{\"put\": \"facts\", \"item\": {\"id\": \"heard\", \"about\": [\"who\"], \"if\": {\"miller\": 0.7, ",
	"\"ferry\": 0.2}}},",
	"{\"put\": \"sources\", \"item\": {\"id\": \"porter\", \"name\": \"The Pörter\", \"reliability\": \"F\", ",
	"\"why\": \"Unknown\", \"drafted\": true}},",
	"{\"put\": \"reports\", \"item\": {\"id\": \"r1\", \"fact\": \"seen\", \"from\": \"porter\"}},",
	"{\"put\": \"reports\", \"item\": {\"id\": \"r2\", \"fact\": \"heard\"}},",
	"{\"put\": \"judgements\", \"item\": {\"id\": \"j1\", \"who\": \"The vicar\", \"question\": \"who\", ",
	"\"hypothesis\": \"ferry\", \"statement\": \"s1\"}},",
	"{\"put\": \"statements\", \"item\": {\"id\": \"s1\", \"document\": \"d\", \"content\": [0, 4], ",
	"\"speaker\": {\"name\": \"He\", \"kind\": \"person\"}, \"stance\": \"accuses\", \"basis\": ",
	"\"unstated\", \"targets\": [], \"words\": \"It was\"}}]",
};

static char folder[] = "/tmp/hearsay-edit-XXXXXX", path[64];
static struct hearsay *h;
static const char *before; // the case, copied
static struct arena a;

// On one line.
static const char *the_case(void)
{
	const char *bytes = "";
	size_t n = 0;
	struct buf b = buf_in(&a);
	if (hearsay_export(h, "json", NULL, &bytes, &n))
		return "";
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] != '\n') {
			buf_char(&b, bytes[i]);
			continue;
		}
		if (i && bytes[i - 1] == ',')
			buf_char(&b, ' ');
		while (bytes[i + 1] == ' ')
			i++;
	}
	return buf_str(&b);
}

static int edit_at(const char *json, long long base)
{
	before = the_case();
	return hearsay_edit(h, json, strlen(json), "as it should be", base);
}

// Made, and the case says so.
static void makes(const char *json, const char *says, const char *name)
{
	int s = edit_at(json, -1);
	const char *error = s ? arena_text(&a, hearsay_error(h)) : says;
	if (!ok(s == STATUS_OK && strstr(the_case(), says), "%s", name))
		tap_show(error, the_case());
}

// Refused, in words, and the case is as it was.
static void refuses(const char *json, int status, const char *words, const char *name)
{
	is_int(edit_at(json, -1), status, "%s", name);
	if (!ok(strstr(hearsay_error(h), words), "in a sentence: %s", words))
		tap_show("got", hearsay_error(h));
	is_text(the_case(), before, "and the case is as it was");
}

static void begin(void)
{
	struct buf edits = buf_in(&a);
	if (!mkdtemp(folder))
		abort();
	for (size_t i = 0; i < sizeof river / sizeof *river; i++)
		buf_text(&edits, river[i]);
	snprintf(path, sizeof path, "%s/a.hearsay", folder);
	h = hearsay_new();
	hearsay_as(h, "maker");
	ok(!hearsay_create(h, path, NULL) && !edit_at(buf_str(&edits), -1), "a case is made %s", hearsay_error(h));
	hearsay_as(h, "ana");
}

static void values_are_set(void)
{
	makes("[{\"set\": \"facts.seen.if.ferry\", \"to\": [0.1, 0.2]}]", "\"ferry\": [0.1, 0.2]",
	      "a cell that was not rated");
	ok(!strstr(the_case(), "\"drafted\": true}, {\"id\": \"heard\""), "whose fact is no draft any more");
	makes("[{\"set\": \"facts.seen.if.none-of-these\", \"to\": 0.5}]", "\"none-of-these\": 0.5",
	      "a cell of what a question gets by itself");
	makes("[{\"set\": \"facts.seen.if.ferry\", \"to\": null}]", "\"none-of-these\": 0.5",
	      "a cell that is taken back");
	refuses("[{\"set\": \"facts.seen.if.none-of-these\", \"to\": null},"
		"{\"set\": \"facts.seen.if.miller\", \"to\": null}]",
		STATUS_BAD_INPUT, "edit 2: facts.seen.if.miller: a fact needs one cell", "the last cell");
	makes("[{\"set\": \"questions.who.prior.storm\", \"to\": 0.3}]", "\"storm\", \"prior\": 0.3",
	      "a prior that took the rest");
	refuses("[{\"set\": \"questions.who.prior.miller\", \"to\": null}]", STATUS_BAD_INPUT, "needs a prior",
		"no prior");
	makes("[{\"set\": \"sources.porter.reliability\", \"to\": \"G\"}]", "\"reliability\": \"G\"}", "a grade");
	ok(!strstr(the_case(), "Unknown"), "goes without the reason of the one before it");
	makes("[{\"set\": \"reports.r1.holds\", \"to\": \"no\"}, {\"set\": \"reports.r1.echo\", \"to\": 0.2}]",
	      "\"holds\": \"no\", \"from\": \"porter\", \"echo\": 0.2", "what a report says, and an echo");
	refuses("[{\"set\": \"facts.seen.if.nobody\", \"to\": 0.5}]", STATUS_NOT_FOUND, "the nearest is",
		"a place that is none");
	refuses("[{\"set\": \"facts.seen.if.miller\", \"to\": \"quite likely\"}]", STATUS_BAD_INPUT, "no such word",
		"a value that is none");
	refuses("[{\"set\": \"questions.who.prior.miller\", \"to\": 0}, {\"set\": \"questions.who.prior.ferry\","
		"\"to\": 0}, {\"set\": \"questions.who.prior.storm\", \"to\": 0}]",
		STATUS_BAD_INPUT, "all priors are 0", "what breaks a rule of the model");
}

static void analysts_have_their_own(void)
{
	makes("[{\"set\": \"facts.heard.if.ferry\", \"to\": \"likely\", \"as\": \"ana\"}]",
	      "\"by\": {\"ana\": \"likely\", \"ben\": 0.2}", "one analyst's value, and the others keep theirs");
	makes("[{\"set\": \"facts.heard.if.ferry\", \"to\": 0.3, \"as\": \"eve\"}]",
	      "\"by\": {\"ana\": \"likely\", \"ben\": 0.2, \"eve\": 0.3}", "of a new analyst, too");
	ok(strstr(the_case(), "{\"id\": \"eve\"}"), "who is one of the case's then");
	refuses("[{\"drop\": \"analysts\", \"id\": \"eve\"}]", STATUS_BAD_INPUT, "facts.heard.if.ferry",
		"to drop whose values stand");
	makes("[{\"set\": \"facts.heard.if.ferry\", \"to\": null, \"as\": \"eve\"}, {\"drop\": \"analysts\","
	      "\"id\": \"eve\"}]",
	      "\"by\": {\"ana\": \"likely\", \"ben\": 0.2}", "but they can be taken back first");
	makes("[{\"set\": \"reports.r2.holds\", \"to\": \"no\", \"as\": \"ben\"}]", "\"ben\": {\"exact\": 0.03}",
	      "yes and no are numbers of theirs");
	refuses("[{\"set\": \"sources.porter.reliability\", \"to\": \"A\", \"as\": \"ben\"}]", STATUS_BAD_INPUT,
		"everybody's", "a grade of one analyst");
	refuses("[{\"set\": \"facts.heard.if.ferry\", \"to\": 0.1, \"as\": \"Dr. No\"}]", STATUS_BAD_INPUT, "not an id",
		"an analyst without an id");
}

static void items_are_put(void)
{
	makes("[{\"put\": \"facts\", \"item\": {\"id\": \"wet\", \"about\": [\"who\"], \"if\": {\"storm\": 0.9}}},"
	      "{\"put\": \"reports\", \"item\": {\"id\": \"r3\", \"fact\": \"wet\"}}]",
	      "\"id\": \"r3\", \"fact\": \"wet\"", "items that are new");
	makes("[{\"put\": \"hypotheses\", \"of\": \"who\", \"item\": {\"id\": \"moon\", \"prior\": 0.1}},"
	      "{\"merge\": \"hypotheses\", \"of\": \"who\", \"id\": \"moon\", \"item\": {\"say\": \"The moon\"}}]",
	      "{\"id\": \"moon\", \"say\": \"The moon\", \"prior\": 0.1}", "a hypothesis");
	makes("[{\"merge\": \"statements\", \"id\": \"s1\", \"item\": {\"speaker\": {\"name\": \"She\"},"
	      "\"words\": null}}]",
	      "\"name\": \"She\", \"kind\": \"person\"", "fields of an item, those of its maps, too");
	makes("[{\"put\": \"case\", \"item\": {\"title\": \"The sluice again\", \"as_of\": \"2031-05\"}}]",
	      "\"grades\": {\"G\": [0.4, 0.6]}", "fields of the head, and the others stay");
	makes("[{\"merge\": \"facts\", \"id\": \"wet\", \"item\": {\"say\": \"It was wet\", \"drafted\": true}}]",
	      "\"drafted\": true", "what says so stays a draft");
	refuses("[{\"put\": \"facts\", \"item\": {\"id\": \"dry\", \"abuot\": [\"who\"]}}]", STATUS_BAD_INPUT,
		"did you mean 'about'", "a key that is none");
	refuses("[{\"merge\": \"statements\", \"id\": \"s1\", \"item\": {\"speeker\": 1}}]", STATUS_BAD_INPUT,
		"no key 'speeker'", "a key of no statement");
	refuses("[{\"merge\": \"facts\", \"id\": \"gone\", \"item\": {}}]", STATUS_NOT_FOUND, "no facts.gone",
		"what is not there");
	refuses("[{\"merge\": \"facts\", \"id\": \"wet\", \"item\": {\"id\": \"w\"}}]", STATUS_BAD_INPUT, "id stays",
		"another id");
	refuses("[{\"put\": \"documents\", \"item\": {\"id\": \"d\"}}]", STATUS_BAD_INPUT, "added", "a document");
	refuses("[{\"put\": \"case\", \"item\": {\"title\": \"x\"}}, {\"put\": \"fact\", \"item\": {\"id\": \"x\"}}]",
		STATUS_BAD_INPUT, "edit 2: there is no kind", "a kind that is none, after what is fine");
	refuses("{\"set\": 1}", STATUS_BAD_INPUT, "a list", "what is no list");
	refuses("[{\"drop\": \"facts\", \"id\": \"wet\", \"to\": 1}]", STATUS_BAD_INPUT, "no key 'to'",
		"a key of another edit");
}

static void items_are_dropped(void)
{
	makes("[{\"drop\": \"facts\", \"id\": \"wet\"}, {\"put\": \"facts\", \"item\": {\"id\": \"dry\","
	      "\"about\": [\"who\"], \"if\": {\"miller\": 0.5}}}]",
	      "\"id\": \"dry\"", "a fact, and another comes");
	ok(!strstr(the_case(), "\"r3\""), "its report went with it");
	makes("[{\"drop\": \"statements\", \"id\": \"s1\"}]", "\"hypothesis\": \"ferry\"}",
	      "a statement, and its name");
	makes("[{\"drop\": \"hypotheses\", \"of\": \"who\", \"id\": \"ferry\"}]",
	      "\"who\": \"The vicar\", \"question\": \"who\"}", "a hypothesis, and what names it");
	refuses("[{\"drop\": \"questions\", \"id\": \"who\"}]", STATUS_BAD_INPUT, "not a question",
		"what facts are about");
	refuses("[{\"drop\": \"sources\", \"id\": \"porter\"}]", STATUS_BAD_INPUT, "not a source",
		"what is reported by");
	refuses("[{\"drop\": \"hypotheses\", \"of\": \"who\", \"id\": \"none-of-these\"}]", STATUS_NOT_FOUND, "no ",
		"what the question gets by itself");
}

static const char *weighed(void)
{
	const struct hearsay_weighing o = { .draws = HEARSAY_NO_DRAWS };
	const char *bytes = "";
	size_t n = 0;
	return hearsay_weigh(h, &o, "text", &bytes, &n) ? "" : arena_copy(&a, bytes, n);
}

static const char *tried(const char *json, int status)
{
	const struct hearsay_weighing o = { .draws = HEARSAY_NO_DRAWS };
	const char *bytes = "";
	size_t n = 0;
	before = the_case();
	const char *were = weighed();
	int s = hearsay_try(h, json, strlen(json), &o, "text", &bytes, &n);
	const char *told = s ? "" : arena_copy(&a, bytes, n);
	is_int(s, status, "it is tried %s", s ? hearsay_error(h) : "");
	ok(!strcmp(the_case(), before) && !strcmp(weighed(), were), "and the case is as it was");
	return told;
}

static void trials_leave_no_trace(void)
{
	static const char *const edits[] = {
		"[{\"set\": \"facts.seen.if.miller\", \"to\": 0.01}]",
		"[{\"set\": \"facts.seen.if.miller\", \"to\": 0.01, \"as\": \"new\"}]",
		"[{\"set\": \"facts.seen.if.miller\", \"to\": 0.9}, {\"set\": \"facts.seen.if.miller\", \"to\": 0.02}]",
		"[{\"set\": \"sources.porter.reliability\", \"to\": \"A\"}, {\"set\": \"reports.r1.holds\","
		"\"to\": \"yes\"}]",
		"[{\"put\": \"reports\", \"item\": {\"id\": \"r9\", \"fact\": \"heard\"}}]",
		"[{\"drop\": \"reports\", \"id\": \"r1\"}]",
	};
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		const char *told = tried(edits[i], STATUS_OK), *bytes;
		size_t n;
		ok(!strstr(told, " to ") || !strstr(told, "confidence"), "it tells no intervals");
		ok(edit_at(edits[i], -1) == STATUS_OK && !strcmp(told, weighed()), "and the edit gives what it told");
		ok(!hearsay_undo(h, false, &bytes, &n), "which is undone");
	}
	tried("[{\"set\": \"questions.who.prior.miller\", \"to\": 0}, {\"set\": \"questions.who.prior.moon\","
	      "\"to\": 0}, {\"set\": \"questions.who.prior.storm\", \"to\": 0}]",
	      STATUS_BAD_INPUT);
	tried("[{\"set\": \"facts.seen.if.miller\", \"to\": 7}]", STATUS_BAD_INPUT);
	tried("[{\"drop\": \"questions\", \"id\": \"who\"}]", STATUS_BAD_INPUT);
}

static void others_are_not_written_over(void)
{
	struct hearsay *other = hearsay_new();
	const char json[] = "[{\"set\": \"facts.heard.if.miller\", \"to\": 0.6}]", *bytes;
	const char drop[] = "[{\"drop\": \"reports\", \"id\": \"r2\"}]";
	long long seen, now;
	size_t n;
	ok(!hearsay_at(h, &seen) && seen > 10, "the journal has entries");
	hearsay_as(other, "ben");
	ok(!hearsay_open(other, path) && !hearsay_edit(other, json, strlen(json), NULL, seen),
	   "another changes a fact");
	is_int(edit_at("[{\"set\": \"facts.heard.if.miller\", \"to\": 0.5}]", seen), STATUS_CONFLICT,
	       "who did not see it may not change it");
	ok(strstr(hearsay_error(h), "facts.heard was changed by ben at "), "and is told who did: %s", hearsay_error(h));
	is_int(status_http(STATUS_CONFLICT), 409, "as the web tells it");
	is_int(hearsay_keep(h, "questions.who.miller", NULL), STATUS_OK, "what was loaded for it is what there is");
	is_int(edit_at("[{\"drop\": \"hypotheses\", \"of\": \"who\", \"id\": \"storm\"}, {\"drop\": \"facts\","
		       "\"id\": \"heard\"}]",
		       seen),
	       STATUS_CONFLICT, "nor drop it");
	is_int(edit_at("[{\"set\": \"facts.seen.if.miller\", \"to\": 0.5}]", seen), STATUS_OK, "another fact is free");
	ok(!hearsay_at(other, &now) && now == seen + 3, "the other sees three entries more");
	ok(!hearsay_edit(other, drop, strlen(drop), NULL, now), "and goes on");
	is_int(edit_at("[{\"merge\": \"reports\", \"id\": \"r2\", \"item\": {\"why\": \"x\"}}]", now), STATUS_CONFLICT,
	       "what is gone is a conflict, too");
	ok(strstr(hearsay_error(h), "reports.r2 was removed by ben"), "which says so: %s", hearsay_error(h));
	hearsay_as(other, "ana");
	is_int(hearsay_undo(other, false, &bytes, &n), STATUS_OK, "ana undoes her own step, from wherever");
	ok(strstr(bytes, "facts.seen: as it should be"), "told with its reason");
	is_int(hearsay_undo(other, true, &bytes, &n), STATUS_OK, "and does it again");
	is_int(hearsay_undo(other, true, &bytes, &n), STATUS_NOT_FOUND, "once");
	hearsay_free(other);
}

static void undoing_ends(void)
{
	const char *bytes;
	size_t n, steps = 0;
	int s;
	while (!(s = hearsay_undo(h, false, &bytes, &n)))
		steps++;
	ok(steps > 0 && s == STATUS_CONFLICT, "ana's steps are undone, up to what ben changed since: %s",
	   hearsay_error(h));
	hearsay_as(h, "ben");
	while (!(s = hearsay_undo(h, false, &bytes, &n)))
		steps++;
	is_int(s, STATUS_NOT_FOUND, "and ben's: %s", hearsay_error(h));
	hearsay_as(h, "ana");
	while (!(s = hearsay_undo(h, false, &bytes, &n)))
		steps++;
	is_int(s, STATUS_NOT_FOUND, "then the rest of ana's: %s", hearsay_error(h));
	ok(!hearsay_verify(h, &bytes, &n), "the journal holds: %s", hearsay_error(h));
}

static void the_maker_ends_at_the_beginning(void)
{
	const char *bytes;
	size_t n;
	hearsay_as(h, "maker");
	is_int(hearsay_undo(h, false, &bytes, &n), STATUS_OK, "who made the case can undo that, too");
	is_int(hearsay_undo(h, false, &bytes, &n), STATUS_NOT_FOUND, "but not that there is one");
	ok(strstr(hearsay_error(h), "'new'"), "for it is the beginning: %s", hearsay_error(h));
}

static void words_are_found(void)
{
	const char *bytes;
	size_t n;
	ok(!hearsay_search(h, "PORTER", 5, &bytes, &n) && strstr(bytes, "\"id\": \"porter\""), "without case");
	ok(!hearsay_search(h, "the porter", 5, &bytes, &n) && strstr(bytes, "The Pörter"), "without accents");
	ok(!hearsay_search(h, "It was", 5, &bytes, &n) && strstr(bytes, "\"statements\""), "in what was said");
	ok(!hearsay_search(h, "porter miller", 5, &bytes, &n) && !strcmp(bytes, "[]\n"), "all words, or none");
	ok(!hearsay_search(h, " ", 5, &bytes, &n) && !strcmp(bytes, "[]\n"), "no words are nowhere");
	is_int(hearsay_document_of(h, "d", &bytes, &n), STATUS_NOT_FOUND, "a document that is not there");
	is_int(hearsay_original(h, "d", &bytes, &n), STATUS_NOT_FOUND, "nor its original");
}

int main(void)
{
	begin();
	const char *first = the_case();
	words_are_found();
	values_are_set();
	analysts_have_their_own();
	items_are_put();
	items_are_dropped();
	trials_leave_no_trace();
	others_are_not_written_over();
	undoing_ends();
	is_text(the_case(), first, "all undone, the case is as it was made");
	the_maker_ends_at_the_beginning();
	hearsay_free(h);
	unlink(path);
	rmdir(folder);
	arena_free(&a);
	return done();
}
