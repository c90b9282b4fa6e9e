// Feeds: where their items are, what one says, what is refused.
#include "read/feed.h"
#include "read/read.h"
#include "test/tap.h"

static struct err e;
static struct tables tables;

static void is_split(const char *feed, const char *items)
{
	struct arena a = { 0 };
	struct buf got = buf_in(&a);
	for (struct slice rest = slice_of(feed), item; feed_next(&rest, &item); buf_char(&got, '|'))
		buf_slice(&got, item);
	is_text(buf_str(&got), items, "items of %s", feed);
	arena_free(&a);
}

static void test_items(void)
{
	is_split("<rss><channel><title>x</title><item><a/></item> <item x='1'>b</item></channel>",
		 "<item><a/></item>|<item x='1'>b</item>|");
	is_split("<feed><entry>a</entry\t><entry/>", "<entry>a</entry\t>|");
	is_split("<rdf:RDF><items><rdf:li/></items><item>a</item>", "<item>a</item>|");
	is_split("<item><![CDATA[</item><item>]]></item>", "<item><![CDATA[</item><item>]]></item>|");
	is_split("<!-- <item> --><item>a<!--</item>--></item>", "<item>a<!--</item>--></item>|");
	is_split("<item>a<item>b</item>", "<item>a|<item>b</item>|");
	is_split("<item>a</entry></item>", "<item>a</entry></item>|");
	is_split("<item>never ends", "");
	is_split("<item><![CDATA[</item>", "");
	is_split("", "");
}

static void read_item(const char *item, const char *text, const char *title)
{
	struct arena a = { 0 };
	struct document d = { 0 };
	e = (struct err){ 0 };
	enum status s = read_page(&a, &tables, slice_of(item), &(struct read_options){ .depth = READ_TEXT }, &d, &e);
	is_text(s == STATUS_OK ? d.text : e.text, text, "%s", item);
	is_text(d.title, title, "its title");
	arena_free(&a);
}

static void test_read(void)
{
	read_item("<item><description>short</description><content:encoded>the <b>long</b> one</content:encoded></item>",
		  "the long one", NULL);
	read_item("<item><title>t</title><content:encoded> </content:encoded><description>a</description></item>", "a",
		  "t");
	read_item("<entry><title type='html'>&lt;b>t&lt;/b></title><summary>a &amp;lt; b &nbsp; c</summary></entry>",
		  "a < b c", "t");
	read_item("<item><title>t</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>",
		  "no text in this item of a feed; read the page that it leads to", NULL);
	read_item("<item><description>&lol;&lol2;</description></item>", "&lol;&lol2;", NULL);
}

// Two megabytes, made to hurt: a quadratic reader would not end in a test's time.
static void test_hostile(void)
{
	static const struct {
		const char *start, *piece;
	} cases[] = {
		{ "<item>", "<a>" },
		{ "<item><description>", "&lt;div>" },
		{ "<item>", "<!--" },
		{ "<item>", "<![CDATA[" },
		{ "<item>", "<item>" },
		{ "<item><description>", "&amp;amp;" },
		{ "<item>", "<description>" },
		{ "<item><author>", "<name>(@" },
		{ "<item>", "<title>x</title>" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct document d;
		struct buf feed = buf_in(&a);
		struct slice rest, item;
		buf_text(&feed, cases[i].start);
		while (feed.n < 2 << 20)
			buf_text(&feed, cases[i].piece);
		rest = (struct slice){ feed.at, feed.n };
		while (feed_next(&rest, &item))
			;
		enum status s = read_page(&a, &tables, (struct slice){ feed.at, feed.n },
					  &(struct read_options){ .depth = READ_TEXT }, &d, &e);
		ok(s == STATUS_OK || e.text[0], "%s%s...: %s", cases[i].start, cases[i].piece,
		   s == STATUS_OK ? "read" : e.text);
		arena_free(&a);
	}
}

int main(void)
{
	struct arena a = { 0 };
	tables = tables_read(&a);
	test_items();
	test_read();
	test_hostile();
	arena_free(&a);
	return done();
}
