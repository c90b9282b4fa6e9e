// Made-up words are two to four syllables and an ending of their class: their letters and lengths are about those of
// English, which is what costs a program that reads them anything.
#include "trace_words.h"

#include "base/rng.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const nouns[] = {
	"people", "government", "state", "year", "president", "country", "percent", "time", "city", "week", "police",
	"company", "group", "party", "official", "report", "plan", "case", "law", "campaign", "court", "month",
	"member", "leader", "day", "school", "election", "issue", "program", "family", "office", "county", "team",
	"deal", "decision", "policy", "service", "bill", "number", "agency", "problem", "vote", "security",
	"community", "home", "meeting", "force", "business", "public", "man", "woman", "child", "department", "way",
	"job", "house", "statement", "question", "attack", "support", "candidate", "worker", "system", "right",
	"part", "world", "market", "price", "board", "committee", "tax", "order", "budget", "investigation",
	"charge", "change", "project", "area", "street", "million", "health", "staff", "student", "resident", "news",
	"study", "area", "power", "fund", "cost", "money", "debate", "judge", "lawyer", "race", "district", "nation",
	"war", "union", "rule", "hospital", "record", "fire", "death", "water", "road", "site", "effort", "claim",
	"letter", "interview", "minister", "authority", "action", "voter", "spokesman", "spokeswoman", "director",
	"chief", "event", "release",
};
static const char *const verbs[] = {
	"call", "want", "ask", "work", "need", "help", "turn", "start", "end", "move", "talk", "consider", "offer",
	"announc", "propos", "reject", "approv", "accus", "requir", "support", "oppos", "includ", "follow", "claim",
	"remain", "rais", "releas", "charg", "arrest", "describ", "confirm", "continu", "creat", "chang", "provid",
	"receiv", "report", "argu", "push", "pass", "sign", "warn", "return", "join", "attend", "refus", "expect",
	"add", "list", "own", "order", "issu", "review", "launch", "attack", "kill", "reach", "plac", "allow",
	"delay", "discuss", "clos", "open", "us", "fail", "question", "test", "visit", "view", "record", "cover",
	"not",
};
static const char *const adjectives[] = {
	"new", "other", "public", "federal", "local", "former", "last", "political", "national", "more", "many",
	"early", "high", "international", "recent", "several", "different", "large", "major", "possible",
	"important", "legal", "private", "strong", "military", "foreign", "economic", "current", "social", "free",
	"financial", "likely", "black", "white", "old", "long", "small", "real", "clear", "open", "special",
	"criminal", "serious", "senior", "key", "potential", "full", "joint", "domestic", "annual", "regional",
	"medical", "final", "similar", "common",
};
static const char *const adverbs[] = {
	"also", "not", "already", "still", "now", "never", "often", "again", "only", "even", "later", "recently",
	"previously", "initially", "repeatedly", "reportedly", "quickly", "currently", "nearly", "publicly",
};
static const char *const first_names[] = {
	"James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "David", "Elizabeth",
	"William", "Susan", "Richard", "Karen", "Joseph", "Sarah", "Thomas", "Nancy", "Daniel", "Lisa", "Paul",
	"Anna", "Mark", "Maria", "George", "Ruth", "Kevin", "Laura", "Brian", "Amy", "Carlos", "Elena", "Ahmed",
	"Fatima", "Wei", "Priya", "Omar", "Ingrid", "Pierre", "Yuki", "Ivan", "Olga", "Kwame", "Amina", "Luis",
	"Rosa", "Sven", "Greta",
};
static const char *const starts[] = {
	"b", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
	"pr", "r", "s", "sh", "sl", "st", "str", "t", "th", "tr", "v", "w",
};
static const char *const vowels[] = {
	"a", "e", "i", "o", "u", "ea", "ou", "ai", "e", "a", "o", "i",
};
static const char *const closes[] = {
	"", "", "", "l", "n", "r", "s", "t", "m", "nd", "rt", "ck", "x", "st",
};
static const char *const endings[WORD_CLASSES][6] = {
	{ "ment", "tion", "er", "ity", "ance", "el" },
	{ "", "at", "iz", "en", "", "ish" },
	{ "al", "ive", "ous", "ic", "able", "ent" },
	{ "ly", "ily", "ally", "ently", "ously", "ward" },
};
static const char *const bodies[] = {
	"Water Authority", "County Council", "Police Department", "School Board", "Health Agency",
	"Research Institute", "University", "Energy", "Holdings", "Airlines", "Workers Union",
	"Transport Commission", "Bank", "Motors", "Medical Center", "Housing Association", "Port Authority",
	"Election Commission", "Foundation", "Football Club",
};
static const char *const papers[] = {
	"Herald", "Times", "Post", "Tribune", "Gazette", "Courier", "Journal", "Daily News", "Observer", "Star",
	"Echo", "Chronicle", "Mail", "Standard", "Record", "Today", "Online", "Press Agency", "Examiner",
	"Independent",
};
static const struct {
	const char *const *at;
	size_t common, all;
} classes[WORD_CLASSES] = {
	{ nouns, COUNT(nouns), 24000 },
	{ verbs, COUNT(verbs), 6000 },
	{ adjectives, COUNT(adjectives), 9000 },
	{ adverbs, COUNT(adverbs), 1500 },
};

size_t trace_words_count(enum trace_words_class class)
{
	return classes[class].all;
}

// Syllables that follow from a number.
static void syllables_put(struct buf *b, uint64_t stream, uint64_t number, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint64_t bits = rng_bits(77, stream, number * 8 + i);
		buf_text(b, starts[bits % COUNT(starts)]);
		buf_text(b, vowels[(bits >> 16) % COUNT(vowels)]);
		buf_text(b, closes[(bits >> 32) % COUNT(closes)]);
	}
}

// Common verbs are listed without the e that their forms drop.
static void form_put(struct buf *b, enum trace_words_class class, enum trace_words_form form)
{
	static const char *const of_verb[] = { "e", "es", "ed", "ing" };
	char last = b->n ? b->at[b->n - 1] : 0;
	if (class == WORD_VERB && form == FORM_BARE && !strchr("kptlnrdwyhm", last))
		buf_text(b, of_verb[form]);
	else if (class == WORD_VERB && form != FORM_BARE)
		buf_text(b, of_verb[form]);
	else if (class == WORD_NOUN && form == FORM_S && last == 'y')
		b->n--, buf_text(b, "ies");
	else if (class == WORD_NOUN && form == FORM_S)
		buf_text(b, strchr("sxh", last) ? "es" : "s");
}

// "a" becomes "an" before a vowel.
static void article_fit(struct buf *b, size_t from)
{
	if (from < 2 || !strchr("aeiou", b->at[from]) || memcmp(b->at + from - 2, "a ", 2) != 0 ||
	    (from > 2 && b->at[from - 3] != ' '))
		return;
	buf_char(b, ' ');
	memmove(b->at + from, b->at + from - 1, b->n - from);
	b->at[from - 1] = 'n';
}

void trace_words_put(struct buf *b, enum trace_words_class class, size_t rank, enum trace_words_form form)
{
	size_t from = b->n;
	if (rank < classes[class].common) {
		buf_text(b, classes[class].at[rank]);
	} else {
		uint64_t bits = rng_bits(78, class, rank);
		syllables_put(b, class, rank, bits % 8 < 5 ? 1 : bits % 8 < 7 ? 2 : 3);
		buf_text(b, endings[class][(bits >> 16) % 6]);
	}
	form_put(b, class, form);
	article_fit(b, from);
}

// Syllables with a capital.
static void name_put(struct buf *b, uint64_t stream, uint64_t number, size_t n)
{
	size_t from = b->n;
	syllables_put(b, stream, number, n);
	b->at[from] = (char)(b->at[from] - 'a' + 'A');
}

void trace_words_first_name(struct buf *b, uint64_t number)
{
	buf_text(b, first_names[rng_bits(79, 0, number) % COUNT(first_names)]);
}

void trace_words_last_name(struct buf *b, uint64_t number)
{
	static const char *const ends[] = { "", "", "son", "man", "ez", "ski", "ton", "er" };
	uint64_t bits = rng_bits(79, 1, number);
	name_put(b, 11, number, 1 + bits % 2);
	buf_text(b, ends[(bits >> 8) % COUNT(ends)]);
}

void trace_words_place(struct buf *b, uint64_t number)
{
	static const char *const ends[] = { "", "ville", "ton", "burg", "field", "ia", "port", " City" };
	uint64_t bits = rng_bits(79, 2, number);
	name_put(b, 12, number, 1 + bits % 2);
	buf_text(b, ends[(bits >> 8) % COUNT(ends)]);
}

void trace_words_body(struct buf *b, uint64_t number)
{
	name_put(b, 13, number, 2);
	buf_char(b, ' ');
	buf_text(b, bodies[rng_bits(79, 3, number) % COUNT(bodies)]);
}

void trace_words_outlet(struct buf *b, uint64_t number)
{
	name_put(b, 14, number, 2);
	buf_char(b, ' ');
	buf_text(b, papers[rng_bits(79, 4, number) % COUNT(papers)]);
}
