// The tree of nodes through YAML and JSON and back, and what either refuses.
#include "case/json.h"
#include "case/yaml.h"
#include "base/rng.h"
#include "test/tap.h"

static struct arena a;
static struct err e;

static struct node *from_yaml(const char *text)
{
	struct node *n;
	e = (struct err){ 0 };
	return yaml_read(&a, slice_of(text), &n, &e) == STATUS_OK ? n : NULL;
}

static struct node *from_json(const char *text)
{
	struct node *n;
	e = (struct err){ 0 };
	return json_read(&a, slice_of(text), &n, &e) == STATUS_OK ? n : NULL;
}

static bool survives(const struct node *n)
{
	struct buf yaml = buf_in(&a), json = buf_in(&a), pretty = buf_in(&a);
	yaml_write(&yaml, n);
	json_write(&json, n);
	json_write_pretty(&pretty, n);
	const struct node *y = from_yaml(buf_str(&yaml)), *j = from_json(buf_str(&json)),
			  *p = from_json(buf_str(&pretty));
	bool good = y && j && p && node_same(y, n) && node_same(j, n) && node_same(p, n);
	if (!good)
		tap_show("lost in", buf_str(&yaml));
	return good;
}

// Texts that some reader takes for something else, or that break a careless writer.
static const char *const nasty[] = {
	"",
	" ",
	"yes",
	"No",
	"NULL",
	"~",
	"null",
	"on",
	"n",
	"true",
	"0x10",
	"1e3",
	"-1",
	".5",
	"12",
	"1_000",
	"0o7",
	"2023-05-03",
	"12:30",
	"-",
	"- a",
	"a - b",
	"?",
	"? a",
	":",
	"a: b",
	"a:",
	"a #b",
	"#a",
	"#",
	"&a",
	"*a",
	"!a",
	"|",
	">",
	"%a",
	"@a",
	"`a`",
	"'a'",
	"\"a\"",
	"a'b",
	"[a",
	"]",
	"{a",
	"}",
	"a, b",
	" a",
	"a ",
	"\ta",
	"a\tb",
	"a\nb",
	"a\n",
	"\n",
	"a\r\nb",
	"back\\slash",
	"caf\xc3\xa9",
	"\xe2\x80\x9cquoted\xe2\x80\x9d",
	"\xe2\x80\xa8 line",
	"\xc2\x85 next",
	"\xef\xbb\xbf mark",
	"\x01\x1f\x7f",
	"\xf0\x9f\x94\xa5",
	"---",
	"...",
	"--- a",
	"<<",
	"=",
	"a\\",
	"NaN",
	".inf",
	"Infinity",
	"y",
	"x: {y: [z]}",
};
enum { NASTY = sizeof nasty / sizeof *nasty };

static void texts(void)
{
	for (int i = 0; i < NASTY; i++) {
		struct node *map = node_map(&a), *list;
		node_put_text(&a, map, "at", nasty[i]);
		if (*nasty[i])
			node_put_text(&a, map, nasty[i], "as a key");
		list = node_put_list(&a, map, "in-a-list");
		node_add(list, node_text(&a, nasty[i]));
		node_add(list, node_text(&a, nasty[i]));
		struct buf shown = buf_in(&a);
		json_write(&shown, node_text(&a, nasty[i]));
		ok(survives(map), "the text %s", buf_str(&shown));
	}
}

static void numbers(void)
{
	static const double known[] = {
		0, 1, -1, 0.1, 0.3, 1.0 / 3, 1e-7, 1e300, 5e-324, 123456789012345.0, 0.30000000000000004
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		ok(survives(node_number(&a, known[i])), "the number %.17g", known[i]);
	struct buf b = buf_in(&a);
	node_print_number(&b, 0.3);
	buf_char(&b, ' ');
	node_print_number(&b, 12);
	buf_char(&b, ' ');
	node_print_number(&b, -0.0);
	is_text(buf_str(&b), "0.3 12 0", "numbers are printed as short as they read back");
}

// A tree of given size, from numbers that are always the same.
static void grow(struct node *at, uint64_t stream, uint64_t *counter, int depth)
{
	size_t n = rng_bits(1, stream, (*counter)++) % 5;
	for (size_t i = 0; i < n; i++) {
		uint64_t r = rng_bits(1, stream, (*counter)++);
		struct node *child = r % 6 == 0   ? node_null(&a)
				     : r % 6 == 1 ? node_number(&a, rng_normal(1, stream, (*counter)++))
				     : r % 6 <= 3 ? node_text(&a, nasty[r / 8 % NASTY])
				     : r % 6 == 4 ? node_map(&a)
						  : node_list(&a);
		if (at->kind == NODE_MAP)
			node_put(&a, at, arena_printf(&a, "%s%zu", nasty[r / 512 % NASTY], i), child);
		else
			node_add(at, child);
		if (depth && (child->kind == NODE_MAP || child->kind == NODE_LIST))
			grow(child, stream, counter, depth - 1);
	}
}

static void trees(void)
{
	size_t lost = 0;
	for (uint64_t stream = 0; stream < 1000; stream++) {
		struct arena keep = a;
		struct node *n = stream % 2 ? node_map(&a) : node_list(&a);
		grow(n, stream, &(uint64_t){ 0 }, 5);
		lost += !survives(n);
		(void)keep;
	}
	is_int(lost, 0, "a thousand trees come back");
}

static void reads(const char *yaml, const char *json)
{
	struct node *y = from_yaml(yaml), *j = from_json(json);
	ok(y && j && node_same(y, j), "%s is %s", yaml, json);
}

static void spellings(void)
{
	reads("{a: yes, b: no, c: true}", "{\"a\":\"yes\",\"b\":\"no\",\"c\":true}");
	reads("{a: , b: ~, c: null, d: ''}", "{\"a\":null,\"b\":null,\"c\":null,\"d\":\"\"}");
	reads("[1, +1, 1.0, .5, 1., 1e2, \"1\", 1a, 0x1]", "[1,1,1,0.5,1,100,\"1\",\"1a\",\"0x1\"]");
	reads("d: 2023-05-03", "{\"d\":\"2023-05-03\"}");
	reads("t: >-\n  two\n  lines\n", "{\"t\":\"two lines\"}");
	reads("# only a comment\na: 1 # here\n", "{\"a\":1}");
	struct node *n = from_yaml("a: 1\nb:\n  - c: 2\n");
	is_int(n ? n->last->first->first->line : 0, 3, "a node knows its line");
}

static void refused(const char *text, bool json, const char *says)
{
	struct node *n = json ? from_json(text) : from_yaml(text);
	if (!ok(!n && e.status == STATUS_BAD_INPUT && strstr(e.text, says), "%s: %s", json ? "JSON" : "YAML", says))
		printf("# said: %s\n", e.text);
}

static void refusals(void)
{
	refused("a: [1, 2", false, "line ");
	refused("a: 1\n b: 2\n", false, "not valid YAML");
	refused("a: 1\na: 2\n", false, "line 2: the key 'a' stands twice");
	refused("a: &x 1\nb: *x\n", false, "anchors");
	refused("a: *x\n", false, "alias");
	refused("a: !t 1\n", false, "tags");
	refused("a: 1\n---\nb: 2\n", false, "second document");
	refused("? [a]\n: 1\n", false, "a key must be plain text");
	refused("a: \"\xff\"\n", false, "byte 4 is not valid UTF-8");
	refused("a: \"\\0\"\n", false, "NUL");
	refused("{\"a\":1,\"a\":2}", true, "duplicate");
	refused("{\"a\":1", true, "line 1");
	refused("{\"a\":\"\xff\"}", true, "UTF-8");
	refused("{\"a\":\"\\u0000\"}", true, "line 1");
	refused("[1e999]", true, "line 1");
	refused("", true, "line ");
}

static void nesting(void)
{
	struct buf b = buf_in(&a);
	for (int i = 0; i < 100000; i++)
		buf_char(&b, '[');
	ok(!from_yaml(buf_str(&b)) && e.status == STATUS_LIMIT && strstr(e.text, "NESTING"), "YAML nested too deep");
	ok(!from_json(buf_str(&b)) && (e.status == STATUS_LIMIT || e.status == STATUS_BAD_INPUT),
	   "JSON nested too deep");
}

int main(void)
{
	texts();
	numbers();
	trees();
	spellings();
	refusals();
	nesting();
	arena_free(&a);
	return done();
}
