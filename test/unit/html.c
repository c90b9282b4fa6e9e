// The tree of a page, written as an outline: "div(p('text') br)"; void and empty elements without brackets.
#include "read/html_build.h"
#include "read/html_text.h"
#include "test/tap.h"

#include "base/buf.h"

static struct err e;

static void outline(struct arena *a, const struct html_tree *t, struct buf *out)
{
	uint32_t above[600], depth = 0;
	for (uint32_t n = 1; n < t->nodes.n; n++) {
		while (depth && t->nodes.at[above[depth - 1]].end <= n) {
			buf_text(out, ")");
			depth--;
		}
		const struct html_node *node = &t->nodes.at[n];
		if (t->nodes.at[n - 1].end <= n)
			buf_text(out, " ");
		if (node->text) {
			struct slice s = html_text_of(a, t, n);
			buf_printf(out, "'%.*s'", (int)s.len, s.at);
			continue;
		}
		buf_slice(out, html_tree_name(t, n));
		if (node->end > n + 1) {
			buf_text(out, "(");
			above[depth++] = n;
		}
	}
	while (depth--)
		buf_text(out, ")");
}

static struct html_tree build(struct arena *a, const char *page, bool xml)
{
	struct decoded *d = arena_new(a, struct decoded);
	struct html_tree t;
	ok(bytes_decode(a, slice_of(page), NULL, d, &e) == STATUS_OK && html_build(a, d, xml, &t, &e) == STATUS_OK,
	   "a page is read");
	return t;
}

static void is_tree(const char *page, const char *want, bool xml)
{
	struct arena a = { 0 };
	struct html_tree t = build(&a, page, xml);
	struct buf got = buf_in(&a);
	outline(&a, &t, &got);
	is_text(buf_str(&got), want, "%s", want[0] ? arena_printf(&a, "%.60s", want) : "nothing");
	arena_free(&a);
}

// What stands in the body.
static void in_body(const char *page, const char *want)
{
	struct arena a = { 0 };
	is_tree(page, arena_printf(&a, "html(body(%s))", want), false);
	arena_free(&a);
}

static void test_outline(void)
{
	is_tree("<!doctype html>\n<title>T</title>\n<p>x", "html(head(title('T')) body(p('x')))", false);
	is_tree("<html lang=en><head><meta charset=utf-8></head>\n<body class=a>x</body></html>\n",
		"html(head(meta) body('x' '\n'))", false);
	is_tree("<script>1</script><div>x</div><title>late</title>",
		"html(head(script('1')) body(div('x') title('late')))", false);
	is_tree("  ", "", false);
}

static void test_implied(void)
{
	in_body("<p>a<p>b<div>c</div>d", "p('a') p('b') div('c') 'd'");
	in_body("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li('a') li('b' ul(li('c'))) li('d')) 'e'");
	in_body("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))");
	in_body("<select><option>a<option>b</select>c", "select(option('a') option('b')) 'c'");
	in_body("<h1>a<h2>b</h1>c", "h1('a') h2('b') 'c'");
	in_body("a</p>b</br>c", "'a' p 'b' br 'c'");
	in_body("<p>a<table><tr><td>b", "p('a') table(tbody(tr(td('b'))))");
}

static void test_tables(void)
{
	in_body("<table><td>a<td>b<tr><th>c<tbody><tr><td>d</table>e",
		"table(tbody(tr(td('a') td('b')) tr(th('c'))) tbody(tr(td('d')))) 'e'");
	in_body("<tr><td>a</td></tr>b", "'a' 'b'");
	in_body("<div><table><tr><td><p>a</div>b</table>c", "div(table(tbody(tr(td(p('a' 'b'))))) 'c')");
	in_body("<table><form><tr><td>a</form>b</table>c", "table(form tbody(tr(td('a' 'b')))) 'c'");
	in_body("<table><tr><td><table><tr><td>a</table>b</table>c",
		"table(tbody(tr(td(table(tbody(tr(td('a')))) 'b')))) 'c'");
}

static void test_misnested(void)
{
	in_body("<p><b>a<i>b</b>c</i>d</p>", "p(b('a' i('b')) 'c' 'd')");
	in_body("<div><a href=x>a<div>b</a>c</div>d</div>e", "div(a('a') div('b' 'c') 'd') 'e'");
	in_body("<a>a<a>b</a>c", "a('a') a('b') 'c'");
	in_body("<div><span>a</div>b", "div(span('a')) 'b'");
	in_body("<span><div>a</span>b</div>c", "span(div('a' 'b') 'c')");
	in_body("<form><div>a</form>b</div>c", "form(div('a' 'b')) 'c'");
}

static void test_raw(void)
{
	in_body("<p><script>if (a</b>1) \"<p>\"</script>x", "p(script('if (a</b>1) \"<p>\"') 'x')");
	in_body("<p><textarea>&lt;p></textarea>x", "p(textarea('<p>') 'x')");
	in_body("<p><script><!--<script></script>--></script>x", "p(script('<!--<script></script>-->') 'x')");
	in_body("<svg><title>a<b>c</title><path d=x /></svg><p>d", "svg(title('a' b('c')) path) p('d')");
	in_body("<svg><![CDATA[<p>]]></svg><![CDATA[x]]>", "svg('<p>')");
	in_body("<svg><g><p>d</svg>e", "svg(g) p('d' 'e')");
}

static void test_xml(void)
{
	is_tree("<?xml version='1.0'?><rss><Item><link>u</link><p>a<p>b</p></p><br/>&nbsp;&amp;</Item></rss>",
		"rss(Item(link('u') p('a' p('b')) br '&nbsp;&'))", true);
	is_tree("<!DOCTYPE a [\n<!ENTITY b \"c\">\n]><a>&b;</a>", "a('&b;')", true);
	is_tree("<a><![CDATA[<b>&amp;]]>c</a>", "a('<b>&amp;' 'c')", true);
}

int main(void)
{
	test_outline();
	test_implied();
	test_tables();
	test_misnested();
	test_raw();
	test_xml();
	return done();
}
