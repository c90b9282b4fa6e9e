// Networks from files: what each format says, what is refused and with which words, and the way through the reader.
#include "read/child.h"
#include "read/network.h"

#include "base/file.h"
#include "base/limits.h"
#include "test/tap.h"

#include <stdlib.h>
#include <unistd.h>

static struct arena a;
static struct err e;
static struct network n;
static bool beside;

static enum status parse(enum network_format format, const char *text, const char *evidence)
{
	e = (struct err){ 0 };
	return network_parse(&a, format, slice_of(text), slice_of(evidence), &n, &beside, &e);
}

// A table's variables and numbers, as one text.
static const char *table(size_t t)
{
	struct buf b = buf_in(&a);
	const struct net_table *at = &n.net.tables.at[t];
	for (size_t i = 0; i < at->n; i++)
		buf_printf(&b, "%s%s", i ? "," : "", n.names[at->vars[i]]);
	for (size_t i = 0; i < at->cells; i++)
		buf_printf(&b, " %.6g", n.values[at->at + i]);
	return buf_str(&b);
}

static const char *findings(void)
{
	struct buf b = buf_in(&a);
	for (each (f, &n.findings))
		buf_printf(&b, "%s%s=%s", b.n ? " " : "", n.names[f->variable], n.states[f->variable][f->state]);
	return buf_str(&b);
}

static void refused(enum network_format format, const char *text, enum status status, const char *says)
{
	enum status s = parse(format, text, NULL);
	if (!ok(s == status && strstr(e.text, says) && !beside, "%s", says))
		printf("# status %d: %s\n", (int)s, e.text);
}

// --- UAI ---

static const char uai[] = "BAYES\n2\n2 3\n2\n1 0\n2 0 1\n\n2\n 0.25 0.75\n\n6\n 0.5 0.25 0.25\n 1 0 0\n";

static void test_uai(void)
{
	ok(parse(NETWORK_UAI, uai, NULL) == STATUS_OK, "a network of UAI is read %s", e.text);
	ok(!n.markov && n.net.states.n == 2 && n.net.states.at[1] == 3, "with its variables");
	is_text(table(0), "X0 0.25 0.75", "a table without parents");
	is_text(table(1), "X0,X1 0.5 0.25 0.25 1 0 0", "and one whose child comes last, and fastest");
	ok(n.net.tables.at[1].chance && n.states[0] == n.states[1] && n.numbered, "states are numbers, kept once");
	is_text(n.states[1][2], "2", "from 0 on");
	ok(parse(NETWORK_UAI,
		 "\xef\xbb\xbf"
		 "bayes 1 2 1 1 0 2\t.5\r\n\f5e-1",
		 NULL) == STATUS_OK,
	   "any white space will do, and a byte order mark %s", e.text);
	ok(parse(NETWORK_UAI, "BAYES 1 3 1 1 0 3 0.333 0.333 0.333", NULL) == STATUS_OK && n.values[0] == n.values[2],
	   "a row of few digits is read %s", e.text);
	is_near(n.values[0] + n.values[1] + n.values[2], 1, 1e-15, "and made to sum to one");
	ok(parse(NETWORK_UAI, "MARKOV 2 2 2 3 2 1 0 1 1 0 4 7 0 1 2 2 0 9 1 3", NULL) == STATUS_OK,
	   "a Markov network is read %s", e.text);
	ok(n.markov && n.net.tables.n == 3 && !n.net.tables.at[0].chance, "its factors are evidence");
	is_text(table(0), "X1,X0 7 0 1 2", "whose numbers stay as they are");
	is_text(table(2), " 3", "one over nothing too");
}

static void test_uai_refused(void)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "", "line 1: a UAI file begins with BAYES or MARKOV, not ''" },
		{ "bays 2", "not 'bays'" },
		{ "BAYES", "the file ends where the number of variables should stand" },
		{ "BAYES 0", "from 1 to 100000, not '0'" },
		{ "BAYES\n-1", "line 2: the number of variables should be a whole number" },
		{ "BAYES 2 2", "the file ends where the number of states" },
		{ "BAYES 1 0", "the number of states of a variable should be a whole number from 1" },
		{ "BAYES 2 2 2 1 1 0", "2 variables, but 1 tables; BAYES has one a variable" },
		{ "BAYES 2 2 2 2 1 0 1 0 2 .5 .5 2 .5 .5", "variable X0 has two tables" },
		{ "BAYES 2 2 2 2 1 0 2 1 2 2 .5 .5",
		  "a variable of a table should be a whole number from 0 to 1, not '2'" },
		{ "BAYES 2 2 2 2 1 0 0 2 1 0 2 1 0",
		  "the number of variables of a table should be a whole number from 1 to 2" },
		{ "BAYES 2 2 2 2 1 0 2 1 1", "variable X1 stands twice in one table" },
		{ "BAYES 2 2 2 2\n2 1 0\n2 0 1\n4 1 0 1 0\n4 1 0 1 0", "is its own ancestor" },
		{ "BAYES 1 2 1 1 0\n3 .5 .5 0", "line 2: table 0 has 2 numbers by the states of its variables, not 3" },
		{ "BAYES 1 9 1 1 0 9 1", "the tables have 9 numbers, but the file ends before" },
		{ "BAYES 1 2 1 1 0", "the file ends before its 1 tables do" },
		{ "BAYES 1 2 1 1 0\n2 1", "the file ends within table 0" },
		{ "BAYES 1 2 1 1 0 2 .5 nan", "'nan' is not a number" },
		{ "BAYES 1 2 1 1 0 2 .5 0,5", "'0,5' is not a number" },
		{ "BAYES 1 2 1 1 0 2 1e999 0", "finite, not 1e999" },
		{ "BAYES 1 2 1 1 0 2 1.5 -0.5", "finite, not -0.5" },
		{ "BAYES 1 2 1 1 0 2 .5 .4", "variable X0: the chances of its row sum to 0.9; a row must sum to 1" },
		{ "BAYES 1 2 1 1 0 2 .5 .5011", "sum to 1.0011" },
		{ "BAYES 2 2 2 2 1 0 2 0 1 2 .5 .5 4 1 0 1 1", "variable X1: the chances of row (X0=1) sum to 2" },
		{ "BAYES 1 2 1 1 0 2 .5 .5\n2", "line 2: the last table is complete, but '2' follows" },
		{ "MARKOV 1 2 1 1 0 2 -1 2", "finite, not -1" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		refused(NETWORK_UAI, rows[i].text, STATUS_BAD_INPUT, rows[i].says);
	refused(NETWORK_UAI, "BAYES 1000000 2", STATUS_LIMIT, "1000000, more than the limit VARIABLES of 100000");
	refused(NETWORK_UAI, "BAYES 99999999999999999999999", STATUS_LIMIT, "the limit VARIABLES");
	refused(NETWORK_UAI, "BAYES 1 70000", STATUS_LIMIT, "the limit STATES of 65536");
	refused(NETWORK_UAI, "MARKOV 2 60000 60000 1 2 0 1", STATUS_LIMIT, "the limit TABLE");
}

// --- BIF ---

#define VARIABLES                                                                                                      \
	"network \"a name\" { property version 1; }\n"                                                                 \
	"variable lung { type discrete [ 2 ] { yes, no }; property position = (1, 2); }\n"                             \
	"variable \"x ray\" { // a comment\n  type discrete[3] { \"<5\" 5-12 12+ }; }\n"                               \
	"variable dose { type discrete [ 2 ] { Asy/Patch, >=7.5 }; /* { */ }\n"
#define LUNG "probability ( lung ) { table 0.25, 0.75; }\n"
#define DOSE "probability ( dose ) { table 0.5 0.5; }\n"
#define XRAY                                                                                                           \
	"probability ( \"x ray\" | lung, dose ) {\n  (no, >=7.5) 0.1, 0.2, 0.7;\n  default 1, 0, 0;\n"                 \
	"  (yes, Asy/Patch) 0.2 0.3 0.5;\n}\n"

static void test_bif(void)
{
	ok(parse(NETWORK_BIF, VARIABLES LUNG XRAY DOSE, NULL) == STATUS_OK, "a network of BIF is read %s", e.text);
	is_text(n.names[1], "x ray", "a quoted name");
	is_text(n.states[1][0], "<5", "a quoted state");
	is_text(n.states[2][1], ">=7.5", "and one of odd marks");
	is_text(table(0), "lung 0.25 0.75", "a table");
	is_text(table(1), "lung,dose,x ray 0.2 0.3 0.5 1 0 0 1 0 0 0.1 0.2 0.7", "rows, and one for those not given");
	ok(parse(NETWORK_BIF,
		 DOSE LUNG
		 "probability ( \"x ray\" | lung, dose ) { table .1 .2 .3 .4 .5 .4 .3 .2 .4 .4 .4 .4; }" VARIABLES,
		 NULL) == STATUS_OK,
	   "tables may come first %s", e.text);
	is_text(table(2), "lung,dose,x ray 0.1 0.5 0.4 0.2 0.4 0.4 0.3 0.3 0.4 0.4 0.2 0.4",
		"in a table with parents the child is slowest, the last parent fastest");
	ok(parse(NETWORK_BIF,
		 "variable a{type discrete[2]{x y};}variable b{type discrete[2]{x y};}"
		 "probability(\"a\"){table .5 .5;}probability(\"b\" \"a\"){(x).1 .9;(y).2 .8;}",
		 NULL) == STATUS_OK &&
	       !strcmp(table(1), "a,b 0.1 0.9 0.2 0.8"),
	   "as JavaBayes writes it, without '|' %s", e.text);
}

static void test_bif_refused(void)
{
#define A "variable a { type discrete [ 2 ] { x, y }; }\n"
#define B "variable b { type discrete [ 2 ] { x, y }; }\n"
#define PA "probability ( a ) { table .5, .5; }\n"
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "", "the network has no variables" },
		{ "network x { }", "the network has no variables" },
		{ "network x {", "line 1: what begins here has no '}' at its end" },
		{ "net x {}", "'network', 'variable' or 'probability' should stand here, not 'net'" },
		{ "network x {}\nvariable",
		  "line 2: the name of a variable should stand here, not 'the end of the file'" },
		{ A A, "line 2: there are two variables 'a'; rename one" },
		{ "variable a { type discrete [ 2 ] { x, x }; }", "variable a has two states 'x'" },
		{ "variable a { type discrete [ 3 ] { x, y }; }", "2 states are named, but [ 3 ] are said" },
		{ "variable a { type discrete [ 0 ] { }; }", "variable a has no states" },
		{ "variable a { }", "variable a has no states" },
		{ "variable a { type continuous; }", "'discrete', the only type that is read, should stand here" },
		{ "variable a { type discrete [ two ] { x, y }; }",
		  "the number of states should stand here, not 'two'" },
		{ "variable a { type discrete [ 1 ] { x }; type discrete [ 1 ] { y }; }",
		  "the variable has two types" },
		{ "variable a { type discrete [ 1 ] { \"\" }; }", "the name of a state is missing; give it one" },
		{ "variable \"a\xff\" { }", "the name of a variable is no text; save the file as UTF-8" },
		{ "variable \"a { }", "the quoted name that begins here has no end" },
		{ A "/* " PA, "line 2: the comment that begins here has no end" },
		{ A "\x01", "'?' cannot stand here" },
		{ A, "variable a has no table of its chances; add one" },
		{ A PA PA, "line 3: variable a has two tables" },
		{ A PA "probability ( b ) { table .5, .5; }", "line 3: there is no variable 'b'" },
		{ A "probability ( a | c ) { table .5, .5; }",
		  "there is no variable 'c'; declare it, or mend the name" },
		{ A "probability ( a | a ) { table .5, .5; }", "variable a stands twice in one table" },
		{ A "probability ( ) { table .5, .5; }", "the name of a variable should stand here, not ')'" },
		{ A B "probability ( a | b ) { default .5, .5; }\nprobability ( b | a ) { default .5, .5; }",
		  "is its own ancestor; parents must not lead back to their child" },
		{ A "probability ( a ) { }", "variable a: its row is missing; add it, or a 'default'" },
		{ A B PA "probability ( b | a ) {\n (x) .5, .5; }", "line 5: variable b: row (a=y) is missing" },
		{ A B PA "probability ( b | a ) { (x) .5, .5; (x) .5, .5; (y) 1, 0; }", "row (a=x) is given twice" },
		{ A B PA "probability ( b | a ) { (z) .5, .5; }", "'z' is no state of a" },
		{ A B PA "probability ( b | a ) { (x, y) .5, .5; }", "more states than the 1 parents" },
		{ A B PA "probability ( b | a ) { () .5, .5; }", "0 states for 1 parents; name one of each" },
		{ A B PA "probability ( b | a ) { (x) .5; }", "there should be 2 numbers here, not fewer" },
		{ A B PA "probability ( b | a ) { (x) .5 .2 .3; }", "there should be 2 numbers here, not more" },
		{ A B PA "probability ( b | a ) { table .5 .5; }", "there should be 4 numbers here, not fewer" },
		{ A B PA "probability ( b | a ) { table .5 .5 .4 .5; }", "the chances of row (a=x) sum to 0.9" },
		{ A B PA "probability ( b | a ) { (x) .5 .5; table .5 .5 .5 .5; }", "should stand here, not 'table'" },
		{ A B PA "probability ( b | a ) { table .5 .5 .5 .5; (x) .5 .5; }", "the table is complete" },
		{ A B PA "probability ( b | a ) { default .5 .5; default .5 .5; }", "there are two 'default' rows" },
		{ A B PA "probability ( b | a ) { default .5 .7; }",
		  "variable b: the chances of row (a=x) sum to 1.2" },
		{ A "probability ( a ) { table .5, x; }", "'x' is not a number" },
		{ A "probability ( a ) { table .5, \"1\"; }", "a number should stand here, not '1'" },
		{ A "probability ( a ) { table inf, 0; }", "'inf' is not a number" },
		{ A "probability ( a ) { table 2, -1; }", "finite, not -1" },
		{ A PA "}", "should stand here, not '}'" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		refused(NETWORK_BIF, rows[i].text, STATUS_BAD_INPUT, rows[i].says);
	struct slice nul = { A PA "\0" PA, sizeof A PA "\0" PA - 1 };
	ok(network_parse(&a, NETWORK_BIF, nul, (struct slice){ 0 }, &n, &beside, &e) == STATUS_BAD_INPUT,
	   "a NUL is not the end: %s", e.text);
}

// --- XDSL ---

#define NODES(inside)                                                                                                  \
	"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<smile version=\"1.0\" id=\"n\">\n<nodes>" inside            \
	"</nodes></smile>"
#define STATES "<state id=\"y\"/><state id=\"n\"/>"
#define CPT(id, parents, numbers)                                                                                      \
	"<cpt id=\"" id "\">" STATES "<parents>" parents "</parents><probabilities>" numbers "</probabilities></"      \
	"cpt>\n"

static void test_xdsl(void)
{
	ok(parse(NETWORK_XDSL,
		 NODES("<cpt id=\"C\"><state id=\"lo\"/><state id=\"mid\"/><state id=\"hi\"/><parents>A B</parents>"
		       "<probabilities>1 0 0 0 1 0\n0 0 1 .2 .3 .5</probabilities><property "
		       "id=\"x\">9</property></cpt>" CPT(
			   "A", "", ".25 .75") "<cpt id=\"B\">" STATES "<probabilities>.5 .5</probabilities></cpt>"
					       "<deterministic id=\"D\">" STATES "<parents>C A</parents>"
					       "<resultingstates>y n n y y y</resultingstates></deterministic>"),
		 NULL) == STATUS_OK,
	   "a network of XDSL is read, parents behind their child %s", e.text);
	is_text(table(0), "A,B,C 1 0 0 0 1 0 0 0 1 0.2 0.3 0.5", "the child is fastest, the last parent next");
	is_text(table(3), "C,A,D 1 0 0 1 0 1 1 0 1 0 1 0", "a deterministic node is a table of ones");
	ok(parse(NETWORK_XDSL,
		 "<smile><nodes>" CPT("A", "", "1 0") "</nodes><extensions><genie><node id=\"A\"><cpt/>"
						      "</node></genie></extensions></smile>",
		 NULL) == STATUS_OK &&
	       n.net.tables.n == 1,
	   "what GeNIe keeps of the picture is passed over %s", e.text);
	// by hand: F(y) = 1; F(n) = .9 * (.6 or 1) * (.2 or 1)
	ok(parse(NETWORK_XDSL,
		 NODES(CPT("A", "", ".5 .5")
			   CPT("B", "", ".5 .5") "<noisymax id=\"E\">" STATES
						 "<parents>A B</parents><strengths>0 1 0 1</strengths><parameters>.4 "
						 ".6 0 1 .8 .2 0 1 .1 .9</parameters>"
						 "</noisymax>"),
		 NULL) == STATUS_OK,
	   "a noisy node is read %s", e.text);
	is_text(table(2), "A,B,E 0.892 0.108 0.46 0.54 0.82 0.18 0.1 0.9", "as the table it stands for");
}

static void test_xdsl_refused(void)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "", "line 1: not valid XML: no element found" },
		{ "<smile><nodes>", "not valid XML" },
		{ "<bif></bif>", "an XDSL file is one element <smile>, and not <bif>" },
		{ "<smile></smile>", "the network has no variables" },
		{ "<!DOCTYPE smile [<!ENTITY a \"b\">]><smile>&a;</smile>", "XDSL has no document type" },
		{ "<smile>&a;</smile>", "not valid XML: undefined entity" },
		{ NODES("<utility id=\"U\"><parents>A</parents></utility>"),
		  "line 3: node 'U' is a <utility>; only chance" },
		{ NODES("<decision id=\"W\"/>"), "node 'W' is a <decision>" },
		{ NODES("<equation id=\"W\"/>"), "node 'W' is a <equation>" },
		{ "<smile><dynamic numslices=\"3\"/></smile>", "a dynamic network is not read" },
		{ NODES(CPT("", "", "1 0")), "the name of a variable is missing" },
		{ NODES(CPT("A", "", "1 0") CPT("A", "", "1 0")), "line 4: there are two variables 'A'" },
		{ NODES("<cpt id=\"A\"><state id=\"y\"/><state id=\"y\"/></cpt>"), "variable A has two states 'y'" },
		{ NODES("<cpt id=\"A\"></cpt>"), "variable A has no states" },
		{ NODES(CPT("A", "B", "1 0")), "node 'A': there is no node 'B' to be its parent" },
		{ NODES(CPT("A", "A", "1 0")), "variable A stands twice in one table" },
		{ NODES(CPT("A", "B", "1 0 1 0") CPT("B", "A", "1 0 1 0")), "is its own ancestor" },
		{ NODES(CPT("A", "", "1 0 0")), "node 'A': its <probabilities> should have 2 numbers, not 3" },
		{ NODES(CPT("A", "", "")), "should have 2 numbers, not 0" },
		{ NODES(CPT("A", "", "1 x")), "'x' is not a number" },
		{ NODES(CPT("A", "", ".5\n.6")), "variable A: the chances of its row sum to 1.1" },
		{ NODES(CPT("A", "", "<b>1</b> 0")), "between numbers or names there cannot be <b>" },
		{ NODES("<cpt id=\"A\">" STATES "<parents/><parents/></cpt>"), "node 'A' has two <parents>" },
		{ NODES("<deterministic id=\"D\">" STATES "<resultingstates>z</resultingstates></deterministic>"),
		  "node 'D' has no state 'z'" },
		{ NODES("<deterministic id=\"D\">" STATES "<resultingstates>y y</resultingstates></deterministic>"),
		  "its <resultingstates> should be 1, not 2" },
		{ NODES(CPT("A", "", ".5 .5") "<noisymax id=\"E\">" STATES
					      "<parents>A</parents><strengths>1 0</strengths>"
					      "<parameters>.4 .6 0 1 .1 .9</parameters></noisymax>"),
		  "ordered by strength in another way" },
		{ NODES(CPT("A", "", ".5 .5") "<noisymax id=\"E\">" STATES
					      "<parents>A</parents><strengths>0 1</strengths>"
					      "<parameters>0 1 .4 .6 .1 .9</parameters></noisymax>"),
		  "must leave the child in its last state" },
		{ NODES(CPT("A", "", ".5 .5") "<noisymax id=\"E\">" STATES
					      "<parents>A</parents><strengths>0 1</strengths>"
					      "<parameters>.4 .7 0 1 .1 .9</parameters></noisymax>"),
		  "column 0 of its <parameters> sums to 1.1" },
		{ NODES(CPT("A", "", "1 0")) "<smile/>", "not valid XML" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		refused(NETWORK_XDSL, rows[i].text, STATUS_BAD_INPUT, rows[i].says);
}

// --- evidence ---

static void test_evidence(void)
{
	static const struct {
		const char *text, *findings, *says; // of either, one
	} rows[] = {
		{ "", "", NULL },
		{ "# nothing yet\n\n", "", NULL },
		{ "0", "", NULL },
		{ "1\n0\n", "", NULL },
		{ "2 0 1 1 2", "lung=no x ray=12+", NULL },
		{ "1 2 0 1 1 2", "lung=no x ray=12+", NULL },
		{ "1 1\n0", "x ray=<5", NULL },
		{ "lung=yes", "lung=yes", NULL },
		{ "# seen\r\n lung = no # at last\r\nx ray=<5\ndose=>=7.5\n", "lung=no x ray=<5 dose=>=7.5", NULL },
		{ "lung=1\nx ray=2", "lung=no x ray=12+", NULL },
		{ "2 1 0 1 1 2", NULL, "2 samples, or a number too many; evidence is one sample" },
		{ "2 0 1", NULL, "2 findings are said, but there are numbers for 1" },
		{ "1 3 0", NULL, "an observed variable should be a whole number from 0 to 2, not '3'" },
		{ "1\n1 3", NULL, "line 2: the state of x ray should be a whole number from 0 to 2, not '3'" },
		{ "2 1 0 1 1", NULL, "variable x ray is observed twice; take one out" },
		{ "1 x 0", NULL, "an observed variable should be a whole number from 0 to 2, not 'x'" },
		{ "lung=no\nlung=no", NULL, "line 2: variable lung is observed twice" },
		{ "lungs=no", NULL, "line 1: the network has no variable 'lungs'" },
		{ "\nlung=maybe", NULL, "line 2: variable lung has no state 'maybe'; its states are yes, no" },
		{ "lung=2", NULL, "variable lung has no state '2'" },
		{ "lung=", NULL, "variable lung has no state ''" },
		{ "lung=no\ndose", NULL, "line 2: a line is NAME=STATE, not 'dose'" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum status s = parse(NETWORK_BIF, VARIABLES LUNG XRAY DOSE, rows[i].text);
		if (rows[i].findings && ok(s == STATUS_OK, "evidence is read %s", e.text))
			is_text(findings(), rows[i].findings, "as %s", rows[i].findings);
		else if (!rows[i].findings &&
			 !ok(s == STATUS_BAD_INPUT && beside && strstr(e.text, rows[i].says), "%s", rows[i].says))
			printf("# said: %s\n", e.text);
	}
	ok(parse(NETWORK_UAI, uai, "X1=2") == STATUS_OK && !strcmp(findings(), "X1=2"), "and by name in UAI %s",
	   e.text);
}

// --- from files, in a reader ---

static const char *file(const char *folder, const char *name, const char *text)
{
	const char *path = arena_printf(&a, "%s/%s", folder, name);
	if (file_write(path, slice_of(text), &e) != STATUS_OK)
		printf("# %s\n", e.text);
	return path;
}

static void test_files(void)
{
	char folder[] = "/tmp/hearsay-network-XXXXXX";
	if (!ok(mkdtemp(folder) != NULL, "there is a folder to work in"))
		return;
	const char *bif = file(folder, "a.bif", VARIABLES LUNG XRAY DOSE), *seen = file(folder, "a.evid", "lung=no"),
		   *small = file(folder, "b.UAI", uai), *wrong = file(folder, "wrong.evid", "lung=si"),
		   *broken = file(folder, "c.bif", "network {"), *other = file(folder, "d.net", "net {}"),
		   *xdsl = file(folder, "e.xdsl", NODES(CPT("A", "", ".25 .75")));
	e = (struct err){ 0 };
	ok(read_network(&a, bif, seen, &n, &e) == STATUS_OK, "a network comes back from a reader %s", e.text);
	is_text(findings(), "lung=no", "with what was observed");
	is_text(table(1), "lung,dose,x ray 0.2 0.3 0.5 1 0 0 1 0 0 0.1 0.2 0.7", "and its numbers");
	ok(read_network(&a, small, NULL, &n, &e) == STATUS_OK && n.findings.n == 0, "without evidence too %s", e.text);
	is_text(table(1), "X0,X1 0.5 0.25 0.25 1 0 0", "whatever the case of its name's end");
	ok(read_network(&a, xdsl, NULL, &n, &e) == STATUS_OK && !strcmp(table(0), "A 0.25 0.75"),
	   "XML is read in there too %s", e.text);
	ok(read_network(&a, bif, wrong, &n, &e) == STATUS_BAD_INPUT &&
	       strstr(e.text, "/wrong.evid: line 1: variable lung"),
	   "an error names the evidence: %s", e.text);
	ok(read_network(&a, broken, seen, &n, &e) == STATUS_BAD_INPUT && strstr(e.text, "/c.bif: line 1: "),
	   "or the network: %s", e.text);
	ok(read_network(&a, other, NULL, &n, &e) == STATUS_BAD_INPUT && strstr(e.text, ".uai, .bif or .xdsl"),
	   "what is none is refused by its name: %s", e.text);
	ok(read_network(&a, arena_printf(&a, "%s/f.bif", folder), NULL, &n, &e) == STATUS_NOT_FOUND, "%s", e.text);
	const char *const all[] = { bif, seen, small, wrong, broken, other, xdsl };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		unlink(all[i]);
	rmdir(folder);
	child_rest();
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "--reader"))
		return child_main();
	test_uai();
	test_uai_refused();
	test_bif();
	test_bif_refused();
	test_xdsl();
	test_xdsl_refused();
	test_evidence();
	test_files();
	arena_free(&a);
	return done();
}
