// A case as a matrix: what is an item, which way round it is, its letters and numbers.
#include "case/format.h"
#include "case/matrix_of.h"
#include "case/yaml.h"
#include "test/tap.h"

static struct arena arena;
static struct the_case c;
static struct matrix m;
static struct matrix_of_fact *from;

static void read_case(const char *yaml, size_t question)
{
	struct node *n;
	struct err e = { 0 };
	c = (struct the_case){ 0 };
	enum status s = yaml_read(&arena, slice_of(yaml), &n, &e);
	s = s ? s : format_read_case(&arena, n, NULL, &c, &e);
	if (!ok(!s, "the case can be read"))
		tap_show("said", e.text);
	from = matrix_of_analyst(&arena, &c, question, NULL, &m);
}

#define WHO "questions: [{id: who, ask: Who?, hypotheses: [{id: a, say: A, prior: 0.5}, {id: b, prior: rest}]}]\n"

// "f: CC 0.9, I unlikely, ."
static const char *row(size_t i)
{
	struct buf b = buf_in(&arena);
	if (i >= m.items.n)
		return "no such item";
	buf_printf(&b, "%s:", m.items.at[i].id);
	for (size_t h = 0; h < m.hypotheses.n; h++) {
		const struct matrix_cell *x = &m.items.at[i].cells[h];
		buf_printf(&b, " %s %s", x->rating ? matrix_rating_name(x->rating) : ".", x->value ? x->value : "-");
	}
	return buf_str(&b);
}

static void items(void)
{
	read_case("as_of: 2024-05-31\n" WHO "facts:\n"
		  "  - {id: f, say: It was so, kind: physical, why: Seen., about: who, if: {a: very likely, b: 0.25}}\n"
		  "  - {id: g, about: who, if: {a: [0.2, 0.4]}}\n"
		  "  - {id: h, about: who, if: {a: likely, b: 5.0e-9}}\n"
		  "  - {id: nobody, about: who, if: {a: likely}}\n"
		  "  - {id: late, about: who, if: {a: likely}}\n"
		  "sources:\n"
		  "  - {id: s, name: The harbour, kind: official, reliability: A}\n"
		  "  - {id: t, reliability: C}\n"
		  "reports:\n"
		  "  - {id: r1, fact: f, from: s, via: [t], published: 2024-05-03}\n"
		  "  - {id: r2, fact: f, from: s, published: 2024-05-04}\n"
		  "  - {id: r3, fact: g, from: t, holds: no, published: 2024-05-03}\n"
		  "  - {id: r4, fact: h, holds: no, published: 2024-05-05}\n"
		  "  - {id: r5, fact: late, from: s, published: 2024-06-01}\n",
		  0);
	is_int(m.hypotheses.n, 2, "a none-of-these that nobody entered is no hypothesis of the matrix");
	is_text(m.hypotheses.at[1].say, "b", "a hypothesis without words is told by its id");
	is_int(m.items.n, 3, "what is not reported by then is no item");
	is_text(row(0), "f: CC very likely I 0.25", "likelihoods stand as they were entered");
	is_text(row(1), "not-g: C 0.7101 . -", "that it is not so has the contrary likelihood, and a blank stays one");
	is_text(row(2), "not-h: I unlikely CC 0.999999995",
		"terms have a contrary; what is nearly certain is not certain");
	is_text(m.items.at[0].source, "The harbour", "an origin is named once");
	is_text(m.items.at[2].source, "untraceable", "or is said not to be known");
	is_int(m.items.at[0].date.day, 3, "the first day counts");
	is_int(m.items.at[0].credibility, MATRIX_HIGH, "and the best way it was told");
	is_int(m.items.at[1].credibility, MATRIX_MEDIUM, "a C is medium");
	is_int(m.items.at[2].credibility, MATRIX_UNSAID, "of who is not known nothing is said");
	is_text(m.items.at[0].type, "official", "an item is of its source's kind");
	is_text(m.items.at[1].say, "Not so: g", "a denial says so");
	ok(from[1].denied && !from[0].denied && from[0].reports.n == 2, "where it comes from is known");
}

// The better grade weighs more: another program has the Admiralty scale upside down.
static void grades(void)
{
	static const char *const letters[] = { "A", "B", "C", "D", "E" };
	enum matrix_level last = MATRIX_HIGH;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		read_case(arena_printf(&arena,
				       WHO "facts: [{id: f, about: who, if: {a: likely}}]\n"
					   "sources: [{id: s, reliability: %s}]\n"
					   "reports: [{id: r, fact: f, from: s}]\n",
				       letters[i]),
			  0);
		ok(m.items.n == 1 && m.items.at[0].credibility <= last, "%s is not above the grade before", letters[i]);
		last = m.items.at[0].credibility;
	}
	is_int(last, MATRIX_LOW, "and the last is low");
	read_case(WHO
		  "facts: [{id: f, about: who, if: {a: likely}}, {id: g, about: who, if: {a: likely}}]\n"
		  "sources: [{id: s, reliability: F}, {id: t, reliability: E}, {id: u, reliability: C}]\n"
		  "reports: [{id: r, fact: f, from: s}, {id: r2, fact: f, from: t}, {id: r3, fact: g, via: [t, u]}]\n",
		  0);
	is_int(m.items.at[0].credibility, MATRIX_UNSAID, "F says nothing, which is better than a bad grade");
	is_int(m.items.at[1].credibility, MATRIX_LOW, "nobody knows who, but by a bad way");
	read_case("grades: {B: 0.3}\n" WHO "facts: [{id: f, about: who, if: {a: likely}}]\n"
		  "sources: [{id: s, reliability: B}]\n"
		  "reports: [{id: r, fact: f, from: s}]\n",
		  0);
	is_int(m.items.at[0].credibility, MATRIX_LOW, "the case's own grades count");
}

static void contradictions(void)
{
	read_case(WHO "facts:\n"
		      "  - {id: f, about: who, why: So it is., if: {a: likely, b: very unlikely}}\n"
		      "  - {id: not-f, about: who, if: {a: likely}}\n"
		      "  - {id: g, about: who, if: {a: likely}}\n"
		      "sources: [{id: s, reliability: A}, {id: t, reliability: C}]\n"
		      "reports:\n"
		      "  - {id: r1, fact: f, from: s, published: 2024-05-03}\n"
		      "  - {id: r2, fact: f, from: t, holds: unlikely, published: 2024-05-04}\n"
		      "  - {id: r3, fact: g, from: s, published: 2024-05-03}\n"
		      "  - {id: r4, fact: g, from: s, holds: no, published: 2024-05-09}\n",
		  0);
	is_int(m.items.n, 3, "two sides of one fact are two items");
	is_text(row(0), "f: C likely II very unlikely", "it is so");
	is_text(row(1), "not-not-f: I unlikely CC very likely", "it is not, under an id that no fact has");
	is_text(m.items.at[0].notes, "So it is. Reports contradict it: r2.", "each names what contradicts it");
	is_text(m.items.at[1].notes, "So it is. Reports contradict it: r1.", "and the other");
	ok(m.items.at[0].flagged && m.items.at[1].flagged && !m.items.at[2].flagged, "they are flagged");
	ok(from[2].denied && from[2].reports.n == 1, "who changes his story contradicts nobody but himself");
}

// P(f | h) over what else it depends on: by hand.
static void more_than_one(void)
{
	static const char yaml[] =
	    "questions:\n"
	    "  - {id: who, hypotheses: [{id: a, prior: 0.5}, {id: b, prior: rest}]}\n"
	    "  - id: how\n"
	    "    given: [who]\n"
	    "    open: false\n"
	    "    hypotheses:\n"
	    "      - {id: x, prior: [{when: {who: a}, is: 0.8}, {is: 0.1}]}\n"
	    "      - {id: y, prior: rest}\n"
	    "facts:\n"
	    "  - {id: f, about: [who, how], if: [{when: {who: a, how: x}, is: 0.9}, {when: {how: y}, is: 0.3}]}\n"
	    "  - {id: g, about: [f], if: {\"yes\": 0.7, \"no\": 0.2}}\n"
	    "  - {id: h, about: [how], if: {x: 0.6, y: 0.1}}\n"
	    "reports: [{id: r1, fact: f}, {id: r2, fact: g}, {id: r3, fact: h}]\n";
	// What nobody rated, {b, x}, stands in the middle of 0.9 and 0.3.
	double middle = 1 / (1 + exp(-(log(9) + log(3.0 / 7)) / 2));
	double a = 0.8 * 0.9 + 0.2 * 0.3, b = 0.1 * middle + 0.9 * 0.3;
	read_case(yaml, 0);
	is_int(m.items.n, 3, "what hangs on the question by way of another bears on it");
	is_near(from[0].p[0], a, 1e-12, "under a it is the mean by how likely the rest is");
	is_near(from[0].p[1], b, 1e-12, "under b, too, with the middle where nobody rated it");
	is_near(from[1].p[0], a * 0.7 + (1 - a) * 0.2, 1e-12, "a fact about a fact");
	is_near(from[2].p[1], 0.1 * 0.6 + 0.9 * 0.1, 1e-12, "a fact about a question that depends on this one");
	read_case(yaml, 1);
	// P(who | how = x), none-of-these with 0.05 included.
	double x[] = { 0.475 * 0.8, 0.475 * 0.1, 0.05 * 0.1 }, all = x[0] + x[1] + x[2];
	is_near(from[0].p[0], (x[0] * 0.9 + (x[1] + x[2]) * middle) / all, 1e-12, "and the other way round");
}

static void impossible_or_much(void)
{
	read_case("questions:\n"
		  "  - {id: who, open: no, hypotheses: [{id: a, prior: {exact: 0}}, {id: b, prior: 1}]}\n"
		  "  - {id: how, open: no, given: who, hypotheses: [{id: x, prior: 0.5}, {id: y, prior: 0.5}]}\n"
		  "facts:\n"
		  "  - {id: f, about: [who, how], if: [{is: 0.9}]}\n"
		  "reports: [{id: r1, fact: f}]\n",
		  0);
	is_text(row(0), "f: . - CC 0.9", "under what cannot be a mean over the rest is nothing");
	struct buf yaml = buf_in(&arena), about = buf_in(&arena);
	buf_text(&yaml, "questions:\n");
	for (int i = 0; i < 9; i++) {
		buf_printf(&yaml, "  - {id: q%d, hypotheses: [", i);
		for (int h = 0; h < 4; h++)
			buf_printf(&yaml, "%s{id: h%d, prior: 0.1}", h ? ", " : "", h);
		buf_text(&yaml, "]}\n");
		buf_printf(&about, "%sq%d", i ? ", " : "", i);
	}
	buf_printf(&yaml, "facts: [{id: f, why: So., about: [%s], if: [{is: 0.9}]}]\nreports: [{id: r1, fact: f}]\n",
		   buf_str(&about));
	read_case(buf_str(&yaml), 0);
	is_text(row(0), "f: . - . - . - . -", "what depends on too much has no letters");
	is_text(m.items.at[0].notes, "So. Depends on too much to be rated by itself.", "and says so");
}

static void analysts(void)
{
	read_case(WHO "facts: [{id: f, about: who, if: {a: {by: {ana: 0.9, ben: 0.3}}, b: 0.5}}]\n"
		      "reports: [{id: r1, fact: f}]\n",
		  0);
	is_text(row(0), "f: C 0.6626 N 0.5", "pooled");
	matrix_of_analyst(&arena, &c, 0, "ben", &m);
	is_text(row(0), "f: I 0.3 N 0.5", "as one of them has it");
}

int main(void)
{
	items();
	grades();
	contradictions();
	more_than_one();
	impossible_or_much();
	analysts();
	arena_free(&arena);
	return done();
}
