// Pages made to hurt, at one size and at eight times that: eight times the nodes at most, processor time that a linear
// parser needs (a quadratic one takes 64 times as long), and every place as it should be.
#include "read/html_build.h"
#include "test/html_tree.h"
#include "test/tap.h"

#include <limits.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

enum { SMALL = 96 << 10, TIMES = 8, TRIES = 3, ROUNDS = 5 };

static const struct hostile {
	const char *name, *start, *piece, *end; // '#' in a piece is a number that counts up
} pages[] = {
	{ "nested blocks", "", "<div>", "x" },
	{ "nested formatting", "", "<b><i>", "x" },
	{ "nested links with blocks", "", "<a><div>", "x" },
	{ "misnested links", "", "<a>x<p>y</a>z", "" },
	{ "misnested formatting", "<p>", "<b><i><u>x</b></u></i>", "" },
	{ "spans that never end, blocks that do", "", "<span><div></span></div>", "" },
	{ "deep, then end tags without a start", "<div><div><div><p>", "<div></span></p></h1></td></li></a>", "" },
	{ "end tags of paragraphs", "", "</p>", "" },
	{ "end tags of anything", "", "</a></b></div></table></x>", "" },
	{ "unknown elements", "", "<x-#>", "" },
	{ "unknown elements that end", "<x><x><x><x>", "<x-#></x-1></y>", "" },
	{ "nested lists", "", "<ul><li>", "" },
	{ "list items", "<ul>", "<li>x", "" },
	{ "nested tables", "", "<table><tr><td>", "" },
	{ "tables without cells", "", "<table>x", "" },
	{ "rows of formatting", "<table>", "<tr><td><b><font>", "" },
	{ "nested forms", "", "<form><div></form>", "" },
	{ "forms that ended early", "", "<form><b></form></b>", "" },
	{ "nested templates", "", "<template><tr>", "" },
	{ "selects", "", "<select><option><select>", "" },
	{ "headings that never end", "", "<h1><div></h2>", "" },
	{ "nested SVG", "", "<svg><title><p>", "" },
	{ "SVG broken out of", "", "<svg><g><p>", "" },
	{ "CDATA", "<svg>", "<![CDATA[]]>", "" },
	{ "attributes", "<p ", "a#=1 ", ">x" },
	{ "attributes that are the same", "<p ", "a=1 ", ">x" },
	{ "attributes of every element", "", "<p a=1 b=2 c=3 a=4 d e f g h i j k l m n o p q r s t u v>", "" },
	{ "an attribute's value that never ends", "<p a=\"", "<p a='>", "" },
	{ "a tag that never ends", "<p ", "a ", "" },
	{ "a comment that never ends", "<!--", "-- ->", "" },
	{ "comments", "", "<!-->", "" },
	{ "a doctype that never ends", "<!doctype ", "x ", "" },
	{ "doctypes", "", "<!doctype x>", "" },
	{ "less-than signs", "", "<", "" },
	{ "starts of end tags", "", "</", "" },
	{ "raw text that never ends", "<title>", "</titl", "" },
	{ "a script that never ends", "<script>", "<!--<script></script-->", "" },
	{ "scripts", "", "<script></script>", "" },
	{ "ampersands", "", "&", "" },
	{ "references that are none", "", "&CounterClockwiseContourIntegra", "" },
	{ "references", "", "&CounterClockwiseContourIntegral;&#x2019;&notx", "" },
	{ "long numbers", "", "&#99999999999999999999;&#000000000000000000000000", "" },
	{ "carriage returns", "<p>", "\r\n\r", "" },
	{ "an old encoding", "<meta charset=shift_jis>", "\x82\xa0 \x82<", "" },
};

static struct slice page_of(struct arena *a, const struct hostile *h, size_t size)
{
	struct buf b = buf_in(a);
	buf_text(&b, h->start);
	for (int i = 0; b.n < size; i++)
		for (const char *c = h->piece; *c; c++)
			if (*c == '#' && c[1] != 'x' && c[-1] != '&')
				buf_printf(&b, "%d", i);
			else
				buf_char(&b, *c);
	buf_text(&b, h->end);
	return (struct slice){ b.at, b.n };
}

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// The shortest of a few runs from bytes to tree; *nodes are the tree's, *wrong what is not as it should be.
static double run(struct slice page, bool xml, size_t *nodes, const char **wrong)
{
	double best = 1e9;
	for (int i = 0; i < TRIES; i++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct decoded d;
		struct html_tree t;
		double start = seconds();
		bool good =
		    bytes_decode(&a, page, NULL, &d, &e) == STATUS_OK && html_build(&a, &d, xml, &t, &e) == STATUS_OK;
		double took = seconds() - start;
		best = took < best ? took : best;
		if (i == 0) {
			*nodes = good ? t.nodes.n : 0;
			*wrong = good ? html_tree_wrong(page.len, &t) : e.text[0] ? "it is read" : "refused silently";
		}
		arena_free(&a);
	}
	return best;
}

// What TIMES the page may take, in seconds: well above linear, and far below quadratic.
static double bound(double small)
{
	return 4 * TIMES * small + 0.005;
}

static void check(const struct hostile *h, bool xml)
{
	struct arena a = { 0 };
	size_t few, many;
	const char *wrong, *wrong_too;
	struct slice page = page_of(&a, h, SMALL), longer = page_of(&a, h, TIMES * SMALL);
	double small = 0, large = INFINITY;
	// What is linear shows it at the latest when the machine is quiet again.
	for (int round = 0; round < ROUNDS && large >= bound(small); round++) {
		small = run(page, xml, &few, &wrong);
		large = run(longer, xml, &many, &wrong_too);
	}
	const char *kind = xml ? " (XML)" : "";
	ok(!wrong && !wrong_too, "%s%s: %s", h->name, kind, wrong ? wrong : wrong_too ? wrong_too : "all in place");
	ok(many <= TIMES * few + TIMES, "%s%s: %zu nodes, then %zu", h->name, kind, few, many);
	ok(large < bound(small), "%s%s: %.2f ms, then %.2f ms", h->name, kind, small * 1e3, large * 1e3);
	arena_free(&a);
}

int main(void)
{
	mallopt(M_MMAP_MAX, 0);
	mallopt(M_TRIM_THRESHOLD, INT_MAX);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		check(&pages[i], false);
		check(&pages[i], true);
	}
	return done();
}
