// The reader children: a document comes back whole, a child is asked again, and whatever it does, the worst is a
// sentence on the document in hand. The reader, good or bad, is this program itself; the first word of a document
// chooses. The product has no such door.
#include "read/child.h"
#include "read/guess.h"
#include "read/icu.h"
#include "read/lock.h"
#include "read/tagger.h"
#include "read/process.h"
#include "read/serve.h"
#include "read/wire.h"

#include "base/limits.h"
#include "base/par.h"
#include "base/sanitize.h"
#include "test/tap.h"

#include <dirent.h>
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
	return child_read_page(a, slice_of(text), &(struct read_options){ .envelope.path = "tarn.txt" }, d, &e);
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

static void test_mail(void)
{
	struct arena a = { 0 };
	struct document d = { 0 };
	ok(read_text(&a, "From: =?koi8-r?Q?=E1=CE=CE=C1?= <a@orlen.example>\nSubject: =?iso-8859-2?Q?=B3=F3d=BC?=\n"
			 "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n\n"
			 "=E1=CE=CE=C1\n", &d) == STATUS_OK, "a mail comes back (%s)", e.text);
	is_text(d.title, "\u0142\u00f3d\u017a", "with its subject, whatever reads old encodings in a header");
	ok(d.byline.n == 1 && !strcmp(d.byline.at[0], "\u0410\u043d\u043d\u0430"), "its author");
	is_text(d.text, "\u0410\u043d\u043d\u0430", "and its text");
	arena_free(&a);
}

// How many processes this one has started that are not gone.
static int children_left(void)
{
	int n = 0;
	struct arena a = { 0 };
	DIR *dir = opendir("/proc");
	for (struct dirent *d; dir && (d = readdir(dir));) {
		FILE *f = *d->d_name >= '1' && *d->d_name <= '9'
			      ? fopen(arena_printf(&a, "/proc/%s/stat", d->d_name), "r")
			      : NULL;
		int parent = 0;
		if (f && fscanf(f, "%*d (%*[^)]) %*c %d", &parent) == 1)
			n += parent == getpid();
		if (f)
			fclose(f);
	}
	closedir(dir);
	arena_free(&a);
	return n;
}

// One that was started for a tree has no library for pages.
static void test_bare(void)
{
	struct arena a = { 0 };
	struct document d = { 0 };
	struct node *n = NULL;
	child_rest();
	ok(child_read_json(&a, slice_of("[1]"), &n, &e) == STATUS_OK, "a reader is asked for a tree first");
	ok(read_text(&a, page, &d) == STATUS_OK && d.sentences.n == 4, "then for a page (%s)", e.text);
	ok(child_read_json(&a, slice_of("[1]"), &n, &e) == STATUS_OK && children_left() == 1,
	   "another has taken its place, and reads trees, too");
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

static enum status order(const char *what)
{
	struct arena a = { 0 };
	struct document d;
	enum status s = read_text(&a, arena_printf(&a, "bad %s", what), &d);
	arena_free(&a);
	return s;
}

static void expect(const char *what, enum status status, const char *words)
{
	enum status s = order(what);
	ok(s == status && strstr(e.text, words), "%s: %s", what, e.text);
}

// A network of a reader that answers what is none: asked after a page, which chose the bad reader.
static void expect_no_network(const char *what)
{
	struct arena a = { 0 };
	struct network n;
	bool beside = true;
	order("who");
	enum status s = child_read_network(&a, NETWORK_UAI, slice_of(what), (struct slice){ 0 }, &n, &beside, &e);
	ok(s == STATUS_BAD_INPUT && !beside && strstr(e.text, "makes no sense"), "no network, %s: %s", what, e.text);
	arena_free(&a);
}

static void test_bad_readers(void)
{
	child_rest(); // the product's own
	expect("crash", STATUS_BAD_INPUT, "signal 11");
	expect("exit", STATUS_BAD_INPUT, "exit 7");
	expect("nonsense", STATUS_BAD_INPUT, "makes no sense");
	expect("half", STATUS_BAD_INPUT, "makes no sense");
	expect("other", STATUS_BAD_INPUT, "makes no sense");
	expect_no_network("bad other");
	expect_no_network("bad eight");
	expect("files", STATUS_BAD_INPUT, "exit 0 of 4");
	expect("late", STATUS_BAD_INPUT, "still here"); // the kernel's word of a request that was taken off already
	expect("spin", STATUS_LIMIT, "processor time");
	process_patience(1);
	expect("hang", STATUS_LIMIT, "longer than 1 seconds");
	process_patience(LIMIT_READER_WAIT);
#if !SANITIZE_SPACE
	expect("bomb", STATUS_LIMIT, "ran out of memory");
#endif
}

// The process id of the reader that is asked next, as it says itself.
static long reader_id(void)
{
	order("who");
	const char *id = strstr(e.text, "I am ");
	return id ? strtol(id + 5, NULL, 10) : 0;
}

static void test_again(void)
{
	static const char other[] = "The fire in Tarn\n\nIt was laid, the fire service said on Monday.\n";
	struct arena a = { 0 };
	struct document d = { 0 };
	child_rest();
	is_int(children_left(), 0, "after child_rest no reader is left");
	long first = reader_id();
	ok(first > 0 && reader_id() == first, "a reader is asked again");
	ok(read_text(&a, other, &d) == STATUS_OK && reader_id() == first, "and again");
	order("crash");
	long second = reader_id();
	ok(second > 0 && second != first, "after a crash a new one is");
	order("other");
	long third = reader_id();
	ok(third != second, "and after an answer that makes no sense");
	kill((pid_t)third, SIGKILL);
	usleep(100000);
	ok(read_text(&a, other, &d) == STATUS_OK, "one that died meanwhile costs no document (%s)", e.text);
	first = reader_id();
	char *big = arena_take(&a, LIMIT_READER_BYTES + 1);
	memset(big, 'x', LIMIT_READER_BYTES);
	order(big);
	ok(reader_id() != first, "after many bytes another takes its place");
	for (first = reader_id(), second = 0; second < LIMIT_READER_DOCUMENTS && reader_id() == first;)
		second++;
	is_int(second, LIMIT_READER_DOCUMENTS - 2, "and after many documents");
	arena_free(&a);
}

enum { DOCUMENTS = 120 }; // any one reader may be given all of them that are not its end

static void read_or_crash(void *context, size_t i, size_t thread)
{
	(void)thread;
	struct arena a = { 0 };
	struct err mine = { 0 };
	struct document d = { 0 };
	const char *text = i % 3 == 1 ? "bad crash" : arena_printf(&a, "Title %zu\n\n%s", i, page);
	enum status s = child_read_page(&a, slice_of(text), &(struct read_options){ 0 }, &d, &mine);
	((bool *)context)[i] = i % 3 == 1 ? s == STATUS_BAD_INPUT && strstr(mine.text, "signal 11")
					  : s == STATUS_OK && strstr(d.text, arena_printf(&a, "Title %zu", i)) != NULL;
	if (!((bool *)context)[i])
		printf("# document %zu: status %d, %s\n", i, (int)s, s == STATUS_OK ? "another's text" : mine.text);
	arena_free(&a);
}

// Several threads at once: each document has its own answer, each crash is its own.
static void test_threads(void)
{
	bool good[DOCUMENTS] = { false };
	size_t n = 0;
	par_threads(4);
	par_for(DOCUMENTS, read_or_crash, good);
	for (size_t i = 0; i < DOCUMENTS; i++)
		n += good[i];
	is_int((long long)n, DOCUMENTS, "a crash costs the document in hand alone, on four threads");
	ok(children_left() <= 4, "by at most four readers (%d)", children_left());
}

static void test_refusals(void)
{
	struct arena a = { 0 };
	struct document d;
	struct slice big = { page, (size_t)LIMIT_DOCUMENT + 1 };
	ok(child_read_page(&a, big, &(struct read_options){ 0 }, &d, &e) == STATUS_LIMIT && strstr(e.text, "DOCUMENT"),
	   "too large a document is refused before it is sent: %s", e.text);
	child_rest();
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
	wire_put_answer(&b, &(struct wire_answer){
				    .status = status, .text = slice_of(text), .made = { json, json_said } });
	buf_text(&b, text);
	buf_text(&b, json);
	if (write(STDOUT_FILENO, b.at, b.n) < 0)
		_exit(9);
	arena_free(&a);
}

// How many ways out are open.
static void try_files(void)
{
	int open_ways = (open("/etc/passwd", O_RDONLY) >= 0) + (socket(AF_INET, SOCK_STREAM, 0) >= 0) + (fork() >= 0) +
			(kill(getppid(), 0) == 0);
	struct arena a = { 0 };
	answer(STATUS_BAD_INPUT, arena_printf(&a, "exit %d of 4", open_ways), "", 0);
}

static void misbehave(const char *what)
{
	struct arena a = { 0 };
	if (!strcmp(what, "crash"))
		signal(SIGSEGV, SIG_DFL), raise(SIGSEGV);
	else if (!strcmp(what, "exit"))
		_exit(7);
	else if (!strcmp(what, "nonsense"))
		answer((enum status)77, "what", "", 0);
	else if (!strcmp(what, "half"))
		answer(STATUS_OK, "", "{\"hearsay\":1", 4000), _exit(0);
	else if (!strcmp(what, "other"))
		answer(STATUS_OK, "", "[1,2,3]", 7);
	else if (!strcmp(what, "eight"))
		answer(STATUS_OK, "", "{\"a\":12}", 8);
	else if (!strcmp(what, "who"))
		answer(STATUS_BAD_INPUT, arena_printf(&a, "I am %ld", (long)getpid()), "", 0);
	else if (!strcmp(what, "files"))
		try_files();
	else if (!strcmp(what, "hang"))
		for (char c; read(STDIN_FILENO, &c, 1) >= 0;)
			;
	else if (!strcmp(what, "late"))
		serve_watch(STDIN_FILENO), raise(SIGIO), answer(STATUS_BAD_INPUT, "still here", "", 0);
	else if (!strcmp(what, "spin"))
		for (lock_time(1);;)
			;
	else if (!strcmp(what, "bomb"))
		for (;;)
			memset(arena_take(&a, 1 << 24), 1, 1 << 24);
	else
		answer(STATUS_BAD_INPUT, "no such order", "", 0);
}

static void read_all(char *at, size_t n)
{
	while (n) {
		ssize_t got = read(STDIN_FILENO, at, n);
		if (got <= 0)
			_exit(got ? 5 : 0);
		at += got;
		n -= (size_t)got;
	}
}

// Passes a request on to the true reader, through a socket to itself that was there before the lock.
static void serve_page(const int ends[2], const struct wire_request *r, struct slice head)
{
	struct arena a = { 0 };
	struct buf b = buf_in(&a);
	buf_slice(&b, head);
	buf_add(&b, r->envelope.at, r->envelope.len + r->bytes.len);
	if (write(ends[0], b.at, b.n) != (ssize_t)b.n || close(ends[0]) || serve_all(ends[1], STDOUT_FILENO, &e))
		_exit(6);
	arena_free(&a);
}

// Obeys orders, and reads one page.
static int read_badly(void)
{
	int ends[DOCUMENTS][2];
	for (size_t i = 0; i < DOCUMENTS; i++)
		if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends[i]))
			return 7;
	tagger_preload();
	if (icu_preload(&e) != STATUS_OK || guess_load(&e) != STATUS_OK)
		return 8;
	if (lock_in(LIMIT_READER_MEMORY, LIMIT_READER_SECONDS, &e) != STATUS_OK)
		return 8;
	for (size_t pages = 0;;) {
		struct arena a = { 0 };
		char head[WIRE_HEAD];
		struct wire_request r;
		read_all(head, sizeof head);
		if (!wire_get_request(head, &r))
			return 6;
		char *body = arena_take(&a, r.envelope.len + r.bytes.len + 1);
		read_all(body, r.envelope.len + r.bytes.len);
		r.envelope.at = body;
		if (!strncmp(body + r.envelope.len, "bad ", 4))
			misbehave(body + r.envelope.len + 4);
		else
			serve_page(ends[pages++ % DOCUMENTS], &r, (struct slice){ head, sizeof head });
		arena_free(&a);
	}
}

// Whether what waits at standard input is what the tests of the product's own reader send; looked at, not taken.
static bool is_for_product(void)
{
	char seen[WIRE_HEAD + 64];
	struct wire_request r;
	if (recv(STDIN_FILENO, seen, WIRE_HEAD, MSG_PEEK | MSG_WAITALL) != WIRE_HEAD || !wire_get_request(seen, &r))
		return false;
	size_t n = WIRE_HEAD + r.envelope.len + 4;
	if (r.bytes.len < 4 || n > sizeof seen || recv(STDIN_FILENO, seen, n, MSG_PEEK | MSG_WAITALL) != (ssize_t)n)
		return false;
	return r.kind != WIRE_PAGE || !memcmp(seen + n - 4, "Mill", 4) || !memcmp(seen + n - 4, "\x01\x02", 2);
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "--reader"))
		return is_for_product() ? child_main() : read_badly();
	test_page();
	test_mail();
	test_trees();
	test_bare();
	test_bad_readers();
	test_again();
	test_threads();
	test_refusals();
	return done();
}
