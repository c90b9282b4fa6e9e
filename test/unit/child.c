// The reader child: a document comes back whole, and whatever a reader does, the worst is a sentence. The reader, good
// or bad, is this program itself; the first word of a document chooses. The product has no such door.
#include "read/child.h"
#include "read/lock.h"
#include "read/wire.h"

#include "base/limits.h"
#include "base/sanitize.h"
#include "test/tap.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static const char page[] =
	"Mill burns in Tarn\n\nBy Ada Holt\n\nThe old mill in Tarn burned down on Monday, the fire service said. "
	"Nobody was hurt in the fire, it said.\n\nDr. Lund said that the wiring was old and that he had warned the "
	"owner of it in 2019.\n";

static struct err e;

static enum status read_text(struct arena *a, const char *text, struct document *d)
{
	e = (struct err){ 0 };
	return child_read_page(a, slice_of(text), &(struct read_options){ .path = "tarn.txt" }, d, &e);
}

static void test_page(void)
{
	struct arena a = { 0 };
	struct document d = { 0 };
	ok(read_text(&a, page, &d) == STATUS_OK, "a page comes back (%s)", e.text);
	is_text(d.path, "tarn.txt", "with its path");
	is_text(d.title, "Mill burns in Tarn", "its title");
	ok(d.paragraphs.n == 3 && d.sentences.n == 4, "its paragraphs and sentences (%zu, %zu)", d.paragraphs.n,
	   d.sentences.n);
	ok(d.map.n > 0 && d.bytes == strlen(page), "and the map to its bytes");
	struct document old = { 0 }; // Shift_JIS: whatever converts it is at hand although nothing can be opened
	ok(read_text(&a, "\x8f\xc1\x96\x68\x91\xe0\x82\xcd\x89\xce\x82\xf0\x8f\xc1\x82\xb5\x82\xbd\x81\x42", &old) ==
	       STATUS_OK,
	   "a page in an old encoding comes back (%s)", e.text);
	is_text(old.text, "\u6d88\u9632\u968a\u306f\u706b\u3092\u6d88\u3057\u305f\u3002", "as Unicode");
	struct document cut = { 0 };
	ok(read_text(&a, "\x01\x02\x03\xff\xfe\x04 not text", &cut) == STATUS_BAD_INPUT && strstr(e.text, "not text"),
	   "what is no text is refused in the child, and the sentence comes back: %s", e.text);
	arena_free(&a);
}

static void test_trees(void)
{
	struct arena a = { 0 };
	struct node *n = NULL;
	const char yaml[] = "title: One\nquestions:\n- id: who\n  prior: 0.25\n";
	ok(child_read_yaml(&a, slice_of(yaml), &n, &e) == STATUS_OK, "YAML comes back");
	const struct node *who = node_get(n, "questions");
	ok(who && who->first && node_get_number(who->first, "prior", 0) == 0.25, "with its values");
	ok(who && who->first && node_get(who->first, "prior")->line == 4, "and its lines");
	ok(child_read_yaml(&a, slice_of("a: [1, 2\nb: }"), &n, &e) == STATUS_BAD_INPUT && strstr(e.text, "line"),
	   "broken YAML names its line: %s", e.text);
	ok(child_read_json(&a, slice_of("{\"a\":[1,true,null,\"x\"]}"), &n, &e) == STATUS_OK &&
	       node_get(n, "a")->n == 4,
	   "JSON comes back");
	ok(child_read_json(&a, slice_of("{\"a\":"), &n, &e) == STATUS_BAD_INPUT, "broken JSON is refused: %s", e.text);
	arena_free(&a);
}

static void expect(const char *order, enum status status, const char *words)
{
	struct arena a = { 0 };
	struct document d;
	enum status s = read_text(&a, arena_printf(&a, "bad %s", order), &d);
	ok(s == status && strstr(e.text, words), "%s: %s", order, e.text);
	arena_free(&a);
}

static void test_bad_readers(void)
{
	expect("crash", STATUS_BAD_INPUT, "signal 11");
	expect("exit", STATUS_BAD_INPUT, "exit 7");
	expect("nonsense", STATUS_BAD_INPUT, "makes no sense");
	expect("half", STATUS_BAD_INPUT, "makes no sense");
	expect("other", STATUS_BAD_INPUT, "makes no sense");
	expect("files", STATUS_BAD_INPUT, "exit 0 of 4");
	child_patience(1);
	expect("hang", STATUS_LIMIT, "longer than 1 seconds");
	child_patience(LIMIT_READER_WAIT);
#if !SANITIZE_SPACE
	expect("bomb", STATUS_LIMIT, "ran out of memory");
#endif
}

static void test_refusals(void)
{
	struct arena a = { 0 };
	struct document d;
	struct slice big = { page, (size_t)LIMIT_DOCUMENT + 1 };
	ok(child_read_page(&a, big, &(struct read_options){ 0 }, &d, &e) == STATUS_LIMIT && strstr(e.text, "DOCUMENT"),
	   "too large a document is refused before it is sent: %s", e.text);
	setenv("HEARSAY_READER", "/nowhere/hearsay", 1);
	ok(read_text(&a, page, &d) != STATUS_OK && strstr(e.text, "cannot be started"), "no reader: %s", e.text);
	setenv("HEARSAY_IS_READER", "1", 1);
	ok(read_text(&a, page, &d) == STATUS_IO && strstr(e.text, "HEARSAY_READER"), "a reader starts no reader: %s",
	   e.text);
	arena_free(&a);
}

// --- the readers ---

static void answer(enum status status, const char *text, const char *json, size_t json_said)
{
	struct arena a = { 0 };
	struct buf b = buf_in(&a);
	wire_put_answer(&b, &(struct wire_answer){ status, slice_of(text), { json, json_said }, { 0 } });
	buf_text(&b, text);
	buf_text(&b, json);
	if (write(STDOUT_FILENO, b.at, b.n) < 0)
		_exit(9);
	_exit(0);
}

// How many ways out are open.
static void try_files(void)
{
	int open_ways = (open("/etc/passwd", O_RDONLY) >= 0) + (socket(AF_INET, SOCK_STREAM, 0) >= 0) + (fork() >= 0) +
			(kill(getppid(), 0) == 0);
	struct arena a = { 0 };
	answer(STATUS_BAD_INPUT, arena_printf(&a, "exit %d of 4", open_ways), "", 0);
}

static void misbehave(const char *order)
{
	struct arena a = { 0 };
	if (!strcmp(order, "crash"))
		signal(SIGSEGV, SIG_DFL), raise(SIGSEGV);
	else if (!strcmp(order, "exit"))
		_exit(7);
	else if (!strcmp(order, "nonsense"))
		answer((enum status)77, "what", "", 0);
	else if (!strcmp(order, "half"))
		answer(STATUS_OK, "", "{\"hearsay\":1", 4000);
	else if (!strcmp(order, "other"))
		answer(STATUS_OK, "", "[1,2,3]", 7);
	else if (!strcmp(order, "files"))
		try_files();
	else if (!strcmp(order, "hang"))
		for (char c; read(STDIN_FILENO, &c, 1) >= 0;)
			;
	else if (!strcmp(order, "bomb"))
		for (;;)
			memset(arena_take(&a, 1 << 24), 1, 1 << 24);
}

static int read_badly(void)
{
	char head[WIRE_HEAD], body[256] = { 0 };
	struct wire_request r;
	if (lock_in(LIMIT_READER_MEMORY, LIMIT_READER_SECONDS, &e) != STATUS_OK)
		return 8;
	if (read(STDIN_FILENO, head, sizeof head) != sizeof head || !wire_get_request(head, &r) || r.bytes.len >= 200)
		return 6;
	for (size_t n = 0, all = r.path.len + r.bytes.len; n < all;) {
		ssize_t got = read(STDIN_FILENO, body + n, all - n);
		if (got <= 0)
			return 5;
		n += (size_t)got;
	}
	misbehave(body + r.path.len + strlen("bad "));
	return 4;
}

// Whether the document waiting at standard input is an order to misbehave: looked at without taking it.
static bool is_order(void)
{
	char seen[WIRE_HEAD + 64];
	struct wire_request r;
	if (recv(STDIN_FILENO, seen, WIRE_HEAD, MSG_PEEK | MSG_WAITALL) != WIRE_HEAD || !wire_get_request(seen, &r))
		return false;
	size_t n = WIRE_HEAD + r.path.len + 4;
	if (r.bytes.len < 4 || n > sizeof seen || recv(STDIN_FILENO, seen, n, MSG_PEEK | MSG_WAITALL) != (ssize_t)n)
		return false;
	return !memcmp(seen + n - 4, "bad ", 4);
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "--reader"))
		return is_order() ? read_badly() : child_main();
	test_page();
	test_trees();
	test_bad_readers();
	test_refusals();
	return done();
}
