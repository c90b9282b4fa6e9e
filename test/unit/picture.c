// Pictures of tracings that are made by hand: what no few documents of an example would show.
#include "write/picture.h"
#include "test/tap.h"

#include <string.h>

static struct arena arena;

static struct document *page(const char *outlet, const char *title, const char *day)
{
	struct document *d = arena_new(&arena, struct document);
	*d = (struct document){ .id = "0", .outlet = outlet, .title = title };
	if (day)
		ok(date_read(slice_of(day), &d->published), "%s is a date", day);
	return d;
}

// n documents, each the origin of its own family, without edges.
static struct tracing alone(size_t n)
{
	struct tracing t = { .n = n, .tally = { n, n, 0, 0 } };
	t.root = arena_array(&arena, size_t, n + 1);
	t.family = arena_array(&arena, size_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		t.root[i] = t.family[i] = i;
		struct family *f = list_add(&arena, &t.families);
		*f = (struct family){ .id = arena_printf(&arena, "f%zu", i + 1), .origin = i };
		list_push(&arena, &f->members, i);
	}
	return t;
}

// All n documents in one family; origin SIZE_MAX: not at hand.
static struct tracing together(size_t n, size_t origin, const char *name)
{
	struct tracing t = { .n = n, .tally = { n, origin != SIZE_MAX, n - 1, origin == SIZE_MAX } };
	t.root = arena_array(&arena, size_t, n + 1);
	t.family = arena_array(&arena, size_t, n + 1);
	struct family *f = list_add(&arena, &t.families);
	*f = (struct family){ .id = "f1", .origin = origin, .origin_name = name, .untraceable = origin == SIZE_MAX };
	for (size_t i = 0; i < n; i++)
		list_push(&arena, &f->members, i);
	return t;
}

static void join(struct tracing *t, size_t child, size_t parent, enum relation r)
{
	struct edge *e = list_add(&arena, &t->edges);
	*e = (struct edge){ .child = child, .parent = parent, .relation = r, .why = "so it is" };
}

static const char *draw(const struct tracing *t, struct document **docs)
{
	struct buf b = buf_in(&arena), again = buf_in(&arena);
	picture_write(&b, t, (const struct document *const *)docs);
	picture_write(&again, t, (const struct document *const *)docs);
	is_text(buf_str(&b), buf_str(&again), "the same again");
	return buf_str(&b);
}

static int count(const char *text, const char *words)
{
	int n = 0;
	for (const char *at = text; (at = strstr(at, words)); at += strlen(words))
		n++;
	return n;
}

static void nothing(void)
{
	struct tracing t = { 0 };
	const char *svg = draw(&t, NULL);
	ok(strstr(svg, "0 documents, 0 origins, 0 echoes, 0 untraceable") != NULL, "no documents are a tally");
	is_int(count(svg, "<circle"), 0, "and nothing else");
}

static void one(void)
{
	struct tracing t = alone(1);
	const char *svg = draw(&t, (struct document *[]){ page("Orla Post", "A <b> & \"c\" \xef\xbf\xbf", NULL) });
	ok(strstr(svg, "without a date") != NULL, "a document without a date has a column for it");
	ok(strstr(svg, "A &lt;b&gt; &amp; &quot;c&quot; \xef\xbf\xbd") != NULL, "a title is text, fit for XML");
	is_int(count(svg, "text-anchor=\"middle\""), 0, "without dates there is no axis");
}

static void absent(void)
{
	struct tracing t = together(3, SIZE_MAX, "Harbour Wire");
	for (size_t i = 0; i < 3; i++)
		join(&t, i, SIZE_MAX, RELATION_cites);
	struct document *docs[] = { page("Kell Courier", "a", "2024-10-04"), page("Tramway News", "b", "2024-10-05"),
				    page("Dunfast Daily", "c", NULL) };
	const char *svg = draw(&t, docs);
	is_int(count(svg, "stroke-dasharray=\"3 2\" cx"), 2 + 2, "what is not at hand is a broken mark");
	is_int(count(svg, ">?</text>"), 2, "one document stands for it in the tally");
	is_int(count(svg, "r=\"3.5\""), 3, "the others are its echoes");
	ok(strstr(svg, ">Harbour Wire</text>") != NULL, "it has its name");
	is_int(count(svg, "stroke-width=\"1.2\""), 3 + 1 + 1, "by three branches, a trunk and the key");
}

static void circle(void)
{
	struct tracing t = together(4, 0, NULL);
	join(&t, 1, 2, RELATION_cites);
	join(&t, 2, 3, RELATION_update);
	join(&t, 3, 1, RELATION_cites);
	struct document *docs[4];
	for (size_t i = 0; i < 4; i++)
		docs[i] = page("Orla Post", "t", "2024-10");
	const char *svg = draw(&t, docs);
	is_int(count(svg, "<rect class=\"f-none\""), 4, "documents that cite one another in a circle have a row each");
	is_int(count(svg, "s-shade\" stroke-width"), 4 + 1, "a month is a bar");
}

static void many(void)
{
	enum { N = 3000 };
	struct document *d = page("Orla Post", "A title that goes on and on, as titles there often do", NULL);
	struct document **docs = arena_array(&arena, struct document *, N);
	struct tracing t = together(N, 0, NULL);
	for (size_t i = 0; i < N; i++) {
		docs[i] = arena_new(&arena, struct document);
		*docs[i] = *d;
		docs[i]->published = (struct date){ 2024, 1 + (int)(i % 7), 1 + (int)(i % 28) };
		if (i)
			join(&t, i, i - 1, RELATION_copy);
	}
	const char *svg = draw(&t, docs);
	ok(strstr(svg, "and 2,989 more") != NULL, "a family of thousands is folded");
	t = alone(N);
	svg = draw(&t, docs);
	ok(strstr(svg, "and 2,700 more families,") != NULL, "so are thousands of families");
	ok(strlen(svg) < 300000, "and the picture stays small: %zu bytes", strlen(svg));
}

int main(void)
{
	nothing();
	one();
	absent();
	circle();
	many();
	arena_free(&arena);
	return done();
}
