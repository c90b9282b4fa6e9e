#include "read/turn.h"

#include "read/voice.h"

#include "base/search.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LABEL_MOST = 90, LABEL_WORDS = 6 };

static uint32_t skip_aside(const char *text, uint32_t i, uint32_t end)
{
	if (i < end && text[i] == '(')
		while (i < end && text[i] != ' ' && text[i] != ':')
			i++;
	while (i < end && text[i] == ' ')
		i++;
	return i;
}

// "Q41 ", "41. ", "Q. ": the number of a question.
static uint32_t skip_number(const char *text, uint32_t i, uint32_t end)
{
	uint32_t k = i + (i < end && text[i] == 'Q'), digits = k;
	while (k < end && isdigit((unsigned char)text[k]))
		k++;
	if (k == digits)
		return i;
	while (k < end && (text[k] == '.' || text[k] == ' '))
		k++;
	return k;
}

// Words of a name, each with a capital: "Dr Marsh", "COL. PIERS DUNMORE"; how many, 0 where it is none.
static int name_words(struct slice name)
{
	int n = 0;
	struct slice rest = slice_trim(name), word;
	while (slice_cut(&rest, ' ', &word)) {
		unsigned char first = word.len ? (unsigned char)word.at[0] : 0;
		if (!isupper(first) && first < 0x80)
			return 0;
		bool dot = word.at[word.len - 1] == '.';
		if (slice_find(word, ".") >= 0 && (!dot || word.len > 5))
			return 0; // a sentence's end
		n++;
	}
	return n <= LABEL_WORDS ? n : 0;
}

// Header lines of mail are written as turns are.
static bool is_header(struct slice name)
{
	static const char *const words[] = { "from", "to", "cc", "sent", "subject", "date", "re", "tel", "email" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_is_nocase(name, words[i]))
			return true;
	return false;
}

// Who speaks by a label: "Ana Lorca (Harbour)", "PRESENTER (Ana Lorca)", "The Minister for Ports (Ms Ana Lorca)", "CLIP
// (LORCA)".
static struct slice name_in(const char *text, span label)
{
	static const char *const clips[] = { "clip", "tape", "recording", "audio", "voice", "video" };
	struct slice rest = slice_in(text, label), outside = { 0 }, aside = { 0 }, name = { 0 };
	slice_cut(&rest, '(', &outside);
	slice_cut(&rest, ')', &aside);
	aside = slice_trim(aside);
	bool part = slice_find(outside, ",") >= 0, clip = false; // "Ana Lorca, clerk (Harbour)"
	slice_cut(&outside, ',', &name);
	name = slice_trim(name);
	for (size_t i = 0; i < sizeof clips / sizeof *clips; i++)
		clip |= slice_is_nocase(name, clips[i]);
	bool named = name_words(name) > 1 && !slice_starts(name, "The ");
	return !part && !named && name_words(aside) > !clip ? aside : name;
}

// The label that a paragraph begins with; false where it has none.
static bool label_of(const char *text, span paragraph, struct turn *t)
{
	uint32_t end = paragraph.to - paragraph.from > LABEL_MOST ? paragraph.from + LABEL_MOST : paragraph.to;
	uint32_t from = skip_number(text, skip_aside(text, paragraph.from, end), end), colon = from;
	while (colon < end && text[colon] != ':' && text[colon] != '\n')
		colon++;
	if (colon + 1 >= end || text[colon] != ':' || text[colon + 1] != ' ')
		return false;
	struct slice name = name_in(text, (span){ from, colon });
	if (name.len < 2 || !name_words(name) || is_header(name))
		return false;
	t->label = (span){ paragraph.from, colon + 2 };
	from = (uint32_t)(name.at - text);
	t->name = (span){ from, from + (uint32_t)name.len };
	return true;
}

// The last word of a name, by which two turns are of one.
static struct slice surname(const char *text, span name)
{
	struct slice s = slice_in(text, name);
	for (size_t i = s.len; i-- > 0;)
		if (s.at[i] == ' ')
			return (struct slice){ s.at + i + 1, s.len - i - 1 };
	return s;
}

static bool same_word(struct slice a, struct slice b)
{
	for (size_t i = 0; i < a.len && a.len == b.len; i++)
		if (tolower((unsigned char)a.at[i]) != tolower((unsigned char)b.at[i]))
			return false;
	return a.len == b.len;
}

// "Mr Teague".
static bool is_titled(struct slice name)
{
	static const char *const titles[] = { "Mr ", "Mrs ", "Ms ", "Miss ", "Sir ", "Dame ", "Lord ", "Dr " };
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (slice_starts(name, titles[i]))
			return true;
	return false;
}

// Whether a word is the last of a longer name in the text: "Lorca" of "Ana Lorca", "LORCA".
static bool is_surname(const char *text, struct slice word)
{
	for (const char *p = strchr(text, ' '); p; p = strchr(p + 1, ' ')) {
		if (strncasecmp(p + 1, word.at, word.len) != 0 || isalpha((unsigned char)p[1 + word.len]))
			continue;
		const char *before = p;
		while (before > text && isalpha((unsigned char)before[-1]))
			before--;
		if (before < p && isupper((unsigned char)*before))
			return true;
	}
	return false;
}

// "PRESENTER": who speaks is told by what they do.
static bool is_host(struct slice name)
{
	static const char *const words[] = { "presenter", "host",  "interviewer", "moderator", "anchor",
					     "reporter",  "chair", "chairman",    "chairwoman" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_is_nocase(name, words[i]))
			return true;
	return false;
}

// Two who are named as people are and speak again make a transcript; lists ("Verdict: false") are labelled as well. Who
// has a title need not speak again. Sets where the first who speaks again begins.
static bool is_transcript(const char *text, const struct turns *t, size_t *first)
{
	enum { LOOK = 64 };
	int people = 0;
	for (size_t i = 0; i < t->list.n && i < LOOK; i++) {
		struct slice name = slice_in(text, t->list.at[i].name), who = surname(text, t->list.at[i].name);
		bool before = false, again = false, titled = is_titled(name);
		for (size_t k = 0; k < t->list.n && k < LOOK; k++) {
			bool same = k != i && same_word(who, surname(text, t->list.at[k].name));
			before |= same && k < i;
			again |= same && k > i;
		}
		if (before || (!again && !titled))
			continue;
		*first = people || *first < i ? *first : i;
		people += titled || name_words(name) > 1 || is_host(name) || is_surname(text, who);
	}
	return people > 1;
}

struct turns turn_all(struct arena *a, const struct document *d)
{
	struct turns t = { 0 };
	struct turn turn;
	for (each (p, &d->paragraphs))
		if (label_of(d->text, *p, &turn))
			list_push(a, &t.list, turn);
	size_t first = t.list.n;
	if (!is_transcript(d->text, &t, &first))
		return (struct turns){ 0 };
	t.list.at += first; // those before are of its head: "Witnesses: "
	t.list.n -= first;
	return t;
}

const struct turn *turn_at(const struct turns *t, uint32_t place)
{
	size_t next = search_first(t->list.n, k, t->list.at[k].label.from <= place);
	return next ? &t->list.at[next - 1] : NULL;
}

span turn_words(const struct turns *t, span sentence)
{
	const struct turn *turn = turn_at(t, sentence.from);
	if (turn && sentence.from < turn->label.to)
		sentence.from = turn->label.to < sentence.to ? turn->label.to : sentence.to;
	return sentence;
}

bool turn_is_label(const struct turns *t, span cue)
{
	const struct turn *turn = turn_at(t, cue.from);
	return turn && cue.from < turn->label.to;
}

// Whether two names are one, or the one is the other's last words, whatever their case.
static bool is_short_for(const char *name, const char *full)
{
	size_t n = strlen(name), m = strlen(full);
	return n <= m && strcasecmp(full + m - n, name) == 0 && (n == m || full[m - n - 1] == ' ');
}

// A name in full: as an earlier turn has it, else the text.
static const char *in_full(struct reader *r, const char *name)
{
	enum { LOOK = 64 };
	for (size_t i = r->turn; i > 0 && r->turn - i < LOOK; i--) {
		const char *holder = r->turns.list.at[i - 1].holder;
		if (holder && is_short_for(name, holder))
			return holder;
	}
	for (int i = 0; i < r->mentions->n; i++)
		if (is_short_for(name, r->mentions->at[i].name))
			return r->mentions->at[i].name;
	return name;
}

// Who has a role in the text: "Ana Lorca (Chair)", "PRESENTER (Ana Lorca)"; empty where that is not told.
static struct slice has_role(const char *text, struct slice role)
{
	enum { NAME_MOST = 60 };
	struct slice none = { 0 };
	for (const char *p = strchr(text, '('); p; p = strchr(p + 1, '(')) {
		struct slice behind = { p + 1, 0 }, before = { p, 0 };
		while (behind.len < NAME_MOST && behind.at[behind.len] && !strchr(")\n", behind.at[behind.len]))
			behind.len++;
		while (before.at > text && p - before.at < NAME_MOST && !strchr("\n;:,.)", before.at[-1]))
			before.at--;
		before.len = (size_t)(p - before.at);
		before = slice_trim(before);
		if (slice_starts(behind, "the ") || slice_starts(behind, "The "))
			behind = (struct slice){ behind.at + 4, behind.len - 4 };
		if (same_word(behind, role) && name_words(before) > 1)
			return before;
		if (same_word(before, role) && name_words(behind) > 1)
			return behind;
	}
	return none;
}

// As an earlier turn with the same label; NULL where there was none lately.
static const char *held_before(const struct reader *r, struct slice name)
{
	enum { LOOK = 64 };
	for (size_t i = r->turn; i > 0 && r->turn - i < LOOK; i--)
		if (same_word(slice_in(r->d->text, r->turns.list.at[i - 1].name), name))
			return r->turns.list.at[i - 1].holder;
	return NULL;
}

static const char *holder_of(struct reader *r, const struct turn *turn)
{
	struct slice name = slice_in(r->d->text, turn->name);
	const char *known = held_before(r, name);
	if (known)
		return known;
	struct slice bearer = is_host(name) ? has_role(r->d->text, name) : (struct slice){ 0 };
	name = bearer.len ? bearer : name;
	span at = { (uint32_t)(name.at - r->d->text), (uint32_t)(name.at - r->d->text + (ptrdiff_t)name.len) };
	struct tokens s = tokens_of(&r->scratch, r->tables->vocabulary, r->d->text, at, false);
	int from = 0;
	while (from + 1 < s.n && (nominal_titled(&s.t[from]) || token_says(&s.t[from], "the") || s.t[from].mark))
		from++;
	if (from >= s.n)
		return NULL;
	return in_full(r, nominal_calm(r->arena, nominal_printed(r->arena, &s, from, s.n)));
}

void turn_reach(struct reader *r, span sentence)
{
	for (; r->turn < r->turns.list.n && r->turns.list.at[r->turn].label.from <= sentence.from; r->turn++) {
		struct turn *turn = &r->turns.list.at[r->turn];
		turn->holder = holder_of(r, turn);
		r->floor = (struct party){ .name = turn->holder, .kind = "person", .at = turn->name };
		r->voice = r->floor;
		r->carried = (struct parties){ 0 };
		r->mentions->aloud = true;
		if (turn->holder)
			mentions_person(r->mentions, turn->holder);
	}
}
