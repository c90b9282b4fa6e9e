// A small grammar with a Zipf vocabulary. What makes it cost a tracer as much as English does was tuned against real
// articles, the first 400 words of each: a run of five words is shared by one pair of unrelated texts in sixty, and
// three in a hundred of a text's runs of four, eleven of its triples and a third of its pairs stand in one of 300
// others; there are about 230 different words; paragraphs have 37 words. So runs of function words in the patterns are
// short, each story has words of its own that come again and again, people keep their titles, and stock phrases come
// about twice a text. Pairs and triples that two texts share are more than in English, as they are of fewer kinds.
#include "trace_prose.h"

#include "trace_words.h"

#include <ctype.h>
#include <string.h>

enum { TOPICS = 24, PEOPLE = 5, PLACES = 3, BODIES = 3, DEPTH = 2, FAMOUS = 600, PARAGRAPH = 30 };

struct person {
	uint64_t name;
	const char *title;
	bool met;
};

// Streams of dice.
enum { OF_EVENT = 1, OF_STORY, OF_NOTICE, OF_FORM, OF_FURNITURE, OF_ADDED };

// A writer at work. Words and facts are thrown apart, so that a form can keep the one and change the other.
struct writer {
	struct dice words, facts;
	struct buf b;
	size_t topics[WORD_ADVERB][TOPICS]; // ranks, by class
	struct person people[PEOPLE];
	uint64_t places[PLACES], bodies[BODIES];
	const char *statement; // what everybody who writes of the event quotes
};

// Patterns. %n noun, %N nouns, %v verb of the past, %i verb, %g verb in -ing, %a adjective, %d adverb; %X something,
// %Y where or how, %V has done or will do, %S clause, %W whoever speaks; %p person, %l place, %o body, %# number, %B
// big number, %D weekday, %M day of a month, %k short phrase, %K long one.
static const char *const sentences[] = {
	"%S %Y.", "%S %Y %Y.", "%S %Y, %S.", "%S, %S %Y.", "%S, and %S.", "%S %Y, and %S.", "%S, but %S %Y.",
	"%S %Y, but %S.", "%S after %S %Y.", "%S as %S.", "%S %Y while %S.", "%Y, %S %Y.", "%Y, %S %Y %Y.",
	"%k, %S %Y.", "%S %Y, %k.", "%S %k %Y.", "%W said %S %Y.", "%W said that %S.",
	"%W said that %S %Y, and that %S.", "%W said %S %Y %k.", "%S %Y, %W said.", "%S, %W said on %D.",
	"%S %Y, %K.", "%S %Y, according to %o.", "%S %Y, %g %X %Y.", "%X, which %V %X %Y, %V %X %Y.",
	"%X who %V %X %V %X %Y.", "%S on %D %Y.", "On %D, %S %Y.", "%p, %#, %V %X %Y and %Y.",
	"%N, %N and %N %V %X %Y.", "%S %Y because %S.", "If %S, %S %Y.", "When %S %Y, %S.", "%S — %X %Y — %Y.",
	"Since %M, %S %Y.", "%S %Y; %S %Y.", "There was %X %Y, and %S.", "There is no %n %Y, but %S.",
	"%S to %i %X %Y.", "%S and %v %X %Y.", "But %S %Y.", "And %S %Y.", "“%S,” %W said.",
	"“%S %Y,” %W said. “%S %Y.”", "“%S,” said %p, %a %n %Y.", "%W told %o that “%S.”", "“%S %Y,” %W said %k.",
	"%W called it “%a %n %Y,” and %S.", "%B %N %V %X %Y, up %# percent from %B.",
	"About %# percent of the %N %V %X %Y.", "Nearly %B %N %V %Y %Y.", "The %n, %a and %a, %V %X %Y.",
	"It %V %X %Y %Y.", "He %V %X and %V %X %Y.", "She %V %X %Y %Y.", "What %S %Y is that %S.",
	"It is %a that %S %Y.", "That is why %S %Y.", "In %l, %S %Y, and %S.", "This is %X that %S %Y.",
};
static const char *const clauses[] = {
	"%X %V %X", "%X %V %X", "%X %V %X", "%X %V %X %Y", "%X %V %X %Y", "%X %V %Y", "%X %V %Y", "he %V %X",
	"she %V %X %Y", "they %V %X", "it %V %X %Y", "it %V %Y", "we %V %X", "I %i that %X %V %X", "%X is %a",
	"%X is a %a %n", "%X was the %a %n", "%X are %a %Y", "%X %V to %i %X", "%X %V to %i %X %Y",
	"%X %V that %X %V %X", "%W %V %X", "you %V %X", "he was %a %Y", "no %n %V %X", "%X %V more than %# %N",
	"there is %X", "there are %N %Y", "it was %X", "they are %g %X", "who %V %X",
};
static const char *const verbs[] = {
	"%v", "%v", "%v", "%v", "%v", "%v", "%v", "has %v", "have %v", "had %v", "would %i", "will %i", "could %i",
	"may %i", "was %v", "were %v", "is %g", "are %g", "was %g", "had been %v", "has been %v", "have been %v",
	"will be %v", "would be %v", "should be %v", "did not %i", "does not %i", "do not %i", "was not %v",
	"would not %i", "wants to %i", "wanted to %i", "is to %i", "has to %i", "can %i", "should %i", "might %i",
	"also %v", "%d %v", "had %d %v", "would have %v", "must %i",
};
static const char *const things[] = {
	"the %n", "the %n", "the %n", "the %a %n", "the %a %n", "a %n", "a %n", "a %a %n", "a %a %n", "%N", "%N",
	"%N", "%N", "%a %N", "%a %N", "%a %N", "%a %n", "%n %N", "%n", "%p", "%p", "%o", "%a %n %N", "his %n",
	"her %a %n", "their %N", "its %a %n", "%l", "%X of %X", "%N of %X", "a %n of %X", "the %n in %l", "%N in %X",
	"%X and %X", "%X and %X", "%l’s %n", "%p’s %n", "the %n’s %n", "%p", "%p", "%o", "%o", "%l", "%l", "%# %N",
	"this %n", "that", "all %N", "some %N", "some %a %N", "any %n", "one of the %N", "those who %V %X",
	"%X to %i %X", "the %n that %X %V", "what %X %V", "people", "it", "it", "him", "them", "more %N", "many %N",
	"%N like %X", "the same %n", "another %n", "other %N", "how to %i %X", "%g %N", "%g %X", "%N and %N",
	"the United States", "every %n", "%p and %p", "no %n", "two %N", "%a and %a %N", "%n and %n", "such %N",
	"%o in %l", "%p of %l", "%a %n", "my %n",
};
static const char *const places[] = {
	"in %X", "in %X", "in %l", "in %l", "in the %n", "in a %a %n", "of %X", "of %X", "of %N", "of the %n",
	"for %X", "for %X", "for %N", "for %a %N", "with %X", "with %X", "with %N", "with %p", "at %X", "at the %n",
	"at %o", "from %X", "from %N", "from %l", "by %X", "by %o", "by %g %X", "on %X", "on %X", "on the %n",
	"about %X", "about %N", "against %X", "against %N", "under %X", "over %X", "during %X", "after %X",
	"after %g %X", "before %X", "between %N and %N", "through %X", "without %N", "without %g %X", "to %X",
	"to %X", "to %N", "to %i %X", "near %l", "as %X", "as a %n", "into %X", "among %N", "despite %X",
	"outside %l", "on %D", "in %M", "like %X", "because of %X", "out of %X", "as well as %X", "at least %# %N",
	"more than %# %N", "%d",
};
static const char *const speakers[] = {
	"%p", "%p", "%p", "he", "she", "he", "she", "officials", "a spokesman for %o", "the %n", "%o", "police",
	"the %n’s %n", "they", "%a %N", "a %n",
};
static const char *const phrases[] = {
	"in a statement", "at the same time", "last week", "last year", "earlier this week", "this week",
	"in recent years", "of course", "for example", "on %D", "on %D night", "in an interview",
	"over the past year", "at the time", "so far", "after all", "in fact", "as a result", "in %M",
	"for the first time", "at least", "as well", "on the other hand", "for now", "two years ago", "in addition",
	"in part", "this year", "at a news conference", "by contrast", "in the end",
};
static const char *const stock[] = {
	"in a statement on %D", "on %D morning", "for the first time in # years",
	"people familiar with the matter said", "at a news conference on %D", "he said in an interview with %o",
	"on condition of anonymity", "in the wake of the %n", "at the end of the day", "for the first time since %M",
	"at a time when %X %V", "the vast majority of %N", "in the first half of the year",
	"in the middle of the night", "one of the most %a %N", "as a result of the %n", "by the end of the year",
	"the fact that %X %V", "court documents show", "in an email to %o", "the day after the %n",
	"in the final days of the campaign", "the president of the United States", "members of the public",
	"which did not immediately respond to a request for comment", "it was not immediately clear whether %X %V",
	"in the early hours of %D morning", "in the coming weeks",
	"though a spokesman for the %n declined to comment", "for more than a decade", "on the condition that %X %V",
	"in a series of posts", "the rest of the %n", "there is no doubt that %X %V", "in response to a question",
	"in an effort to %i %X", "a spokeswoman for %o said",
};
static const char *const done[] = {
	"made", "took", "had", "found", "got", "gave", "saw", "came", "went", "held", "led", "left", "told",
	"became", "began", "kept", "lost", "met", "put", "ran", "set", "won", "brought", "spent", "thought", "known",
	"seen", "done", "taken", "given",
};
static const char *const doing[] = {
	"be", "make", "take", "have", "get", "do", "see", "go", "say", "give", "find", "come", "know", "keep",
	"think", "hold", "run", "lead", "leave", "become", "bring", "put", "meet", "pay",
};
static const char *const notices[] = {
	"%p, %#, of %l, was %v by %o on %D after %X.", "The %n took place on %M at %# %l Street, said %p of %o.",
	"%p and %p of %l %v %B %N in the %a %n.", "Case %B: %p, %#, %v %X; %n %# days, costs %B.",
	"%o of %l reported %B %N for %M, up from %B.", "The %n will be held at %o in %l on %M from # a.m.",
	"Contact %p at %o, %# %l Road, %l, telephone %B.", "%p scored # and %p # as %l %v %o.",
	"Sold: %# %l Lane, %l, by %p to %p for %B dollars.",
	"Temperatures in %l will reach %# degrees on %D, %l %#.",
};
static const char *const furniture[] = {
	"Sign up for the %o newsletter: %X and %X, every %n. %S.",
	"Follow us for more %a %N. Send your %N to the %n of %o.", "%o is %v by %X. %S. %S.",
	"Support %a journalism: %S. %S.", "All rights reserved. %X may not be %v, %v or %v %Y.",
	"Read more: %X %v %X. %X %Y.", "Have a story? Call %B or write to %p. %S.", "%p is %X of %o. %S.",
};
static const char *const titles[] = {
	"", "", "Senator ", "Governor ", "Representative ", "President ", "Judge ", "Doctor ",
	"former Secretary of State ", "the chief executive ", "Mayor ", "Professor ", "campaign manager ",
	"Police Chief ", "Foreign Minister ", "spokeswoman ",
};

#define ONE_OF(d, list) ((list)[dice_below((d), sizeof(list) / sizeof *(list))])

static void write_pattern(struct writer *w, const char *pattern, int depth);

// Irregular verbs are the common ones.
static bool write_irregular(struct writer *w, enum trace_words_form form)
{
	if ((form != FORM_BARE && form != FORM_ED) || !dice_share(&w->words, 0.4))
		return false;
	size_t n = form == FORM_ED ? sizeof done / sizeof *done : sizeof doing / sizeof *doing;
	buf_text(&w->b, (form == FORM_ED ? done : doing)[dice_zipf(&w->words, n, 3)]);
	return true;
}

static void write_word(struct writer *w, enum trace_words_class class, enum trace_words_form form)
{
	static const double own[] = { 0.42, 0.25, 0.3 }; // share that is the story's own, by class
	struct dice *d = &w->words;
	if (class == WORD_VERB && write_irregular(w, form))
		return;
	size_t n = trace_words_count(class);
	size_t rank = class < WORD_ADVERB && dice_share(d, own[class]) ? w->topics[class][dice_zipf(d, TOPICS, 4)]
								       : dice_zipf(d, n, class == WORD_ADVERB ? 4 : 12);
	trace_words_put(&w->b, class, rank, form);
}

// Full name and title where a person is first met; mostly the last name from then on.
static void write_person(struct writer *w)
{
	struct person *p = &w->people[dice_zipf(&w->words, PEOPLE, 2)];
	size_t how = dice_below(&w->words, 8);
	if (!p->met || how == 0)
		buf_text(&w->b, p->title);
	if (!p->met || how < 3) {
		trace_words_first_name(&w->b, p->name);
		buf_char(&w->b, ' ');
	}
	trace_words_last_name(&w->b, p->name);
	p->met = true;
}

static void write_fact(struct writer *w, char code)
{
	static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
					    "Friday", "Saturday", "Sunday" };
	static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
					      "September", "October", "November", "December" };
	struct dice *f = &w->facts;
	if (code == 'l')
		trace_words_place(&w->b, w->places[dice_zipf(&w->words, PLACES, 1)]);
	else if (code == 'o')
		trace_words_body(&w->b, w->bodies[dice_zipf(&w->words, BODIES, 1)]);
	else if (code == '#')
		buf_printf(&w->b, "%zu", dice_between(f, 2, 99));
	else if (code == 'B')
		buf_printf(&w->b, "%zu,%03zu", dice_between(f, 1, 980), dice_below(f, 1000));
	else if (code == 'D')
		buf_text(&w->b, ONE_OF(f, days));
	else
		buf_printf(&w->b, "%s %zu", ONE_OF(f, months), dice_between(f, 1, 28));
}

static void write_code(struct writer *w, char code, int depth)
{
	struct dice *d = &w->words;
	switch (code) {
	case 'n': write_word(w, WORD_NOUN, FORM_BARE); break;
	case 'N': write_word(w, WORD_NOUN, FORM_S); break;
	case 'v': write_word(w, WORD_VERB, FORM_ED); break;
	case 'i': write_word(w, WORD_VERB, FORM_BARE); break;
	case 'g': write_word(w, WORD_VERB, FORM_ING); break;
	case 'a': write_word(w, WORD_ADJECTIVE, FORM_BARE); break;
	case 'd': write_word(w, WORD_ADVERB, FORM_BARE); break;
	case 'X': write_pattern(w, depth < DEPTH ? ONE_OF(d, things) : things[dice_below(d, 28)], depth + 1); break;
	case 'Y': write_pattern(w, ONE_OF(d, places), depth + 1); break;
	case 'V': write_pattern(w, ONE_OF(d, verbs), depth); break;
	case 'k': write_pattern(w, ONE_OF(d, phrases), depth); break;
	case 'S': write_pattern(w, ONE_OF(d, clauses), depth); break;
	case 'W': write_pattern(w, ONE_OF(d, speakers), depth + 1); break;
	case 'K': write_pattern(w, stock[dice_zipf(d, sizeof stock / sizeof *stock, 12)], depth + 1); break;
	case 'p': write_person(w); break;
	default: write_fact(w, code);
	}
}

static void write_pattern(struct writer *w, const char *pattern, int depth)
{
	for (const char *c = pattern; *c; c++) {
		if (*c == '%')
			write_code(w, *++c, depth);
		else if (*c == '#')
			buf_printf(&w->b, "%zu", dice_between(&w->facts, 2, 11));
		else
			buf_char(&w->b, *c);
	}
}

// A capital for the first letter, which may stand behind a quotation mark.
static void capital(char *s)
{
	while (*s && (*s & 0x80))
		s++;
	if (*s >= 'a' && *s <= 'z')
		*s = (char)(*s - 'a' + 'A');
}

static const char *sentence_of(struct arena *a, struct writer *w, const char *pattern)
{
	w->b.n = 0;
	write_pattern(w, pattern, 0);
	char *s = arena_copy(a, w->b.at, w->b.n);
	capital(s);
	for (char *c = s; (c = strstr(c, ". “")); c += 2) // a quotation goes on
		capital(c + 2);
	return s;
}

// Who and what an event is about. A third of the people and bodies are famous: other events have them too.
static void writer_meets(struct writer *w, struct dice *words, struct dice *facts)
{
	for (size_t class = 0; class < WORD_ADVERB; class++)
		for (size_t i = 0; i < TOPICS; i++)
			w->topics[class][i] = dice_zipf(words, trace_words_count(class), 120);
	for (size_t i = 0; i < PEOPLE; i++) {
		bool famous = dice_share(facts, 0.33);
		uint64_t name = famous ? dice_zipf(facts, FAMOUS, 20) : 1000 + dice_below(facts, 50000000);
		struct dice own = dice_of(name, 0);
		w->people[i] = (struct person){ .name = name, .title = ONE_OF(&own, titles) };
	}
	for (size_t i = 0; i < PLACES; i++)
		w->places[i] = dice_zipf(facts, 40000, 30);
	for (size_t i = 0; i < BODIES; i++)
		w->bodies[i] = dice_zipf(facts, 20000, 60);
}

static void writer_of_event(struct arena *scratch, struct writer *w, struct prose_event e)
{
	struct dice d = dice_of(e.seed, e.number * 8 + OF_EVENT);
	*w = (struct writer){ .b = buf_in(scratch) };
	writer_meets(w, &d, &d);
	w->words = w->facts = dice_of(e.seed + 1, e.number * 8 + OF_EVENT);
	w->statement = sentence_of(scratch, w, "“%S %Y,” %p said. “%S %Y %Y.”");
	for (size_t i = 0; i < PEOPLE; i++)
		w->people[i].met = false;
}

static size_t words_of(const char *s)
{
	size_t n = 1;
	for (; *s; s++)
		n += *s == ' ';
	return n;
}

static void title_write(struct arena *a, struct writer *w, struct prose *out)
{
	static const char *const kinds[] = { "%a %n %v %N in %l", "%p %v %n %Y", "%n %v %a %N, %o %v",
					     "%l %n: %p %v %X" };
	out->title = sentence_of(a, w, ONE_OF(&w->words, kinds));
	for (size_t i = 0; i < PEOPLE; i++)
		w->people[i].met = false;
}

static const char *dateline(struct arena *a, struct writer *w)
{
	w->b.n = 0;
	trace_words_place(&w->b, w->places[0]);
	for (size_t i = 0; i < w->b.n; i++)
		w->b.at[i] = (char)toupper((unsigned char)w->b.at[i]);
	return arena_copy(a, w->b.at, w->b.n);
}

void trace_prose_story(struct arena *a, struct prose_event e, uint64_t story, size_t words, const char *agency,
		       struct prose *out)
{
	struct arena scratch = { 0 };
	struct writer w;
	writer_of_event(&scratch, &w, e);
	w.words = dice_of(e.seed, story * 8 + OF_STORY);
	w.facts = dice_of(e.seed + 1, story * 8 + OF_STORY);
	*out = (struct prose){ 0 };
	title_write(a, &w, out);
	size_t written = 0, quoted = dice_share(&w.words, 0.3) ? dice_between(&w.words, 2, 5) : SIZE_MAX;
	while (written < words) {
		struct prose_paragraph *p = list_add(a, &out->paragraphs);
		size_t here = 0, least = dice_between(&w.words, PARAGRAPH / 2, PARAGRAPH * 3 / 2);
		while (here < least) {
			const char *s = sentence_of(a, &w, ONE_OF(&w.words, sentences));
			if (out->paragraphs.n == quoted && !here)
				s = arena_text(a, w.statement);
			if (!written && agency)
				s = arena_printf(a, "%s (%s) — %s", dateline(a, &w), agency, s);
			list_push(a, &p->sentences, s);
			here += words_of(s);
			written += words_of(s);
		}
	}
	arena_free(&scratch);
}

void trace_prose_notice(struct arena *a, uint64_t seed, uint64_t form, uint64_t notice, struct prose *out)
{
	struct arena scratch = { 0 };
	struct writer w = { .b = buf_in(&scratch) };
	w.words = dice_of(seed, form * 8 + OF_FORM);
	w.facts = dice_of(seed, notice * 8 + OF_NOTICE);
	struct dice words = dice_of(seed + 1, form * 8 + OF_FORM), facts = dice_of(seed + 1, notice * 8 + OF_NOTICE);
	writer_meets(&w, &words, &facts);
	*out = (struct prose){ 0 };
	title_write(a, &w, out);
	size_t paragraphs = dice_between(&w.words, 3, 6);
	while (out->paragraphs.n < paragraphs) {
		struct prose_paragraph *p = list_add(a, &out->paragraphs);
		for (size_t n = dice_between(&w.words, 1, 2); n; n--)
			list_push(a, &p->sentences, sentence_of(a, &w, ONE_OF(&w.words, notices)));
	}
	arena_free(&scratch);
}

void trace_prose_furniture(struct arena *a, uint64_t seed, uint64_t outlet, const char *name, size_t n,
			   struct prose *out)
{
	struct arena scratch = { 0 };
	struct writer w = { .b = buf_in(&scratch) };
	w.words = dice_of(seed, outlet * 8 + OF_FURNITURE);
	w.facts = dice_of(seed + 1, outlet * 8 + OF_FURNITURE);
	writer_meets(&w, &w.words, &w.facts);
	*out = (struct prose){ .title = name };
	while (out->paragraphs.n < n) {
		const char *s = sentence_of(a, &w, ONE_OF(&w.words, furniture));
		struct prose_paragraph *p = list_add(a, &out->paragraphs);
		list_push(a, &p->sentences, s);
	}
	arena_free(&scratch);
}

const char *trace_prose_sentence(struct arena *a, struct prose_event e, uint64_t story, size_t number)
{
	struct arena scratch = { 0 };
	struct writer w;
	writer_of_event(&scratch, &w, e);
	w.words = w.facts = dice_of(e.seed + number, story * 8 + OF_ADDED);
	const char *s = sentence_of(a, &w, ONE_OF(&w.words, sentences));
	arena_free(&scratch);
	return s;
}

size_t trace_prose_words(const struct prose *p)
{
	size_t n = 0;
	for (each (paragraph, &p->paragraphs))
		for (each (s, &paragraph->sentences))
			n += words_of(*s);
	return n;
}

const char *trace_prose_text(struct arena *a, const struct prose *p)
{
	struct buf b = buf_in(a);
	for (each (paragraph, &p->paragraphs)) {
		buf_text(&b, b.n ? "\n\n" : "");
		for (each (s, &paragraph->sentences)) {
			buf_text(&b, s == paragraph->sentences.at ? "" : " ");
			buf_text(&b, *s);
		}
	}
	return buf_str(&b);
}
