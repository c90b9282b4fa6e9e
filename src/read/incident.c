// What happened: the kind whose words weigh most in the title and the first paragraphs; its first mention; the date
// that stands nearest to it. Plain rules, honest about what they miss: no fitting word, no incident.
#include "read/incident.h"

#include "read/calendar.h"
#include "read/incident_cues.h"
#include "read/look.h"
#include "read/sentence.h"

#include <string.h>

enum { LEAD_PARAGRAPHS = 4, REACH = 12, LABEL_WORDS = 9, SENTENCE_MOST = 2000 };

static const char *const stops[] = { "a",         "an",      "the",   "this",  "that",   "its",     "his",   "her",
				     "their",     "of",      "for",   "on",    "in",     "to",      "by",    "at",
				     "from",      "with",    "and",   "or",    "who",    "which",   "after", "over",
				     "as",        "was",     "were",  "is",    "are",    "be",      "been",  "has",
				     "have",      "had",     "may",   "might", "could",  "said",    "says",  "not",
				     "no",        "it",      "when",  "where", "behind", "earlier", "last",  "launched",
				     "carried",   "blamed",  "using", "into",  "than",   "if",      "but",   "about",
				     "examining", "whether", NULL };

static const char *const links[] = { "on", "of", "at", "in", "against", "aboard", "under", NULL };

// Cues by their first letter, so that a text is gone through once, not once for each.
struct by_letter {
	int16_t first[26], next[INCIDENT_CUES]; // -1: no more
};

static struct by_letter cues_by_letter(void)
{
	struct by_letter by;
	memset(by.first, 0xff, sizeof by.first);
	for (int c = INCIDENT_CUES - 1; c >= 0; c--) {
		by.next[c] = by.first[incident_cues[c].word[0] - 'a'];
		by.first[incident_cues[c].word[0] - 'a'] = (int16_t)c;
	}
	return by;
}

// Where each cue first begins a word in a stretch, or -1.
static void find_cues(const struct by_letter *by, struct slice s, ptrdiff_t at[INCIDENT_CUES])
{
	memset(at, 0xff, INCIDENT_CUES * sizeof *at);
	for (size_t i = 0; i < s.len; i++) {
		if (!look_letter(s.at[i]) || (i && (look_letter(s.at[i - 1]) || look_digit(s.at[i - 1]))))
			continue;
		unsigned letter = (unsigned)(s.at[i] | 0x20) - 'a';
		for (int c = letter < 26 ? by->first[letter] : -1; c >= 0; c = by->next[c])
			if (at[c] < 0 && look_starts(look_from(s, i), incident_cues[c].word))
				at[c] = (ptrdiff_t)i;
	}
}

// The title's words count three times, those of the first paragraph twice.
static bool find_kind(const struct document *d, size_t lead, enum incident *kind)
{
	int score[incident_count] = { 0 }, best = 0;
	ptrdiff_t at[INCIDENT_CUES];
	struct by_letter by = cues_by_letter();
	for (size_t p = 0; p < d->paragraphs.n && p < lead + LEAD_PARAGRAPHS; p++) {
		struct slice s = slice_in(d->text, d->paragraphs.at[p]);
		s.len = s.len < SENTENCE_MOST ? s.len : SENTENCE_MOST;
		int place = p < lead ? 3 : p == lead ? 2 : 1;
		find_cues(&by, s, at);
		for (size_t c = 0; c < INCIDENT_CUES; c++)
			if (at[c] >= 0)
				score[incident_cues[c].kind] += incident_cues[c].weight * place;
	}
	for (int k = 0; k < incident_count; k++)
		if (score[k] > best) {
			best = score[k];
			*kind = (enum incident)k;
		}
	return best >= 4;
}

// The first paragraph that reads as text.
static size_t lead_paragraph(const struct document *d)
{
	for (size_t p = 0; p < d->paragraphs.n && p < 8; p++) {
		struct slice s = slice_in(d->text, d->paragraphs.at[p]);
		if (s.len > 100 && look_sentence_end(s))
			return p;
	}
	return 0;
}

// The first sentence after an offset that has a word of the kind, and the heaviest such word in it.
static bool find_mention(const struct document *d, enum incident kind, uint32_t after, span *sentence, span *word)
{
	ptrdiff_t begins[INCIDENT_CUES];
	struct by_letter by = cues_by_letter();
	for (each (at, &d->sentences)) {
		int weight = 0;
		struct slice s = slice_in(d->text, *at);
		if (at->to <= after || s.len > SENTENCE_MOST)
			continue;
		find_cues(&by, s, begins);
		for (size_t c = 0; c < INCIDENT_CUES; c++) {
			if (incident_cues[c].kind != kind || incident_cues[c].weight <= weight || begins[c] < 0)
				continue;
			weight = incident_cues[c].weight;
			*word = (span){ at->from + (uint32_t)begins[c],
					at->from + (uint32_t)(begins[c] + (ptrdiff_t)strlen(incident_cues[c].word)) };
		}
		if (weight) {
			*sentence = *at;
			return true;
		}
	}
	return false;
}

// The clause around a word: between commas, semicolons, and "that".
static span clause_of(const struct document *d, span sentence, span word)
{
	span c = sentence;
	for (uint32_t i = word.from; i > sentence.from; i--) {
		struct slice s = slice_in(d->text, (span){ i, sentence.to });
		if (d->text[i] == ' ' &&
		    (strchr(",;:", d->text[i - 1]) || slice_starts(s, " that ") || slice_starts(s, " for a"))) {
			c.from = i + 1 + (slice_starts(s, " that ") ? 5 : slice_starts(s, " for a") ? 4 : 0);
			break;
		}
	}
	for (uint32_t i = word.to; i < sentence.to; i++)
		if (strchr(",;", d->text[i]) && i + 1 < sentence.to && d->text[i + 1] == ' ') {
			c.to = i;
			break;
		}
	return c;
}

// The word before an offset, on the same side of any punctuation; false where none is.
static bool word_before(const char *text, uint32_t from, uint32_t at, span *word)
{
	if (at <= from + 1 || text[at - 1] != ' ' || !(look_letter(text[at - 2]) || look_digit(text[at - 2])))
		return false;
	uint32_t i = at - 1;
	while (i > from && text[i - 1] != ' ')
		i--;
	*word = (span){ i, at - 1 };
	return look_letter(text[i]) || look_digit(text[i]);
}

// The noun phrase around the word: what describes it, and what it was done to.
static span label_of(const struct document *d, span sentence, span word)
{
	span label = word, w;
	for (int n = 0; n < 4 && word_before(d->text, sentence.from, label.from, &w); n++) {
		if (look_one_of(slice_in(d->text, w), stops))
			break;
		label.from = w.from;
	}
	struct slice rest = slice_in(d->text, (span){ label.to, sentence.to }), next;
	bool linked = false;
	for (int n = 0; n < LABEL_WORDS && rest.len && rest.at[0] == ' ' && look_word(&rest, &next); n++) {
		bool link = look_one_of(next, links),
		     article = look_one_of(next, (const char *const[]){ "the", "a", "an", NULL });
		if ((!linked && !link) || (!link && !article && look_one_of(next, stops)))
			break;
		linked = true;
		if (!link && !article)
			label.to = (uint32_t)(next.at + next.len - d->text);
	}
	return label;
}

// The first capitalised words after "on", "at" or "in" of a stretch.
static const char *place_in(struct arena *a, struct slice s)
{
	struct slice word;
	bool link = false;
	const char *from = NULL, *to = NULL;
	while (look_word(&s, &word)) {
		bool capital = look_upper(word.at[0]) && !calendar_month(word) && calendar_weekday_named(word) < 0;
		if (from && !capital)
			break;
		if (capital && link) {
			from = from ? from : word.at;
			to = word.at + word.len;
		} else {
			link = look_one_of(word, links) ||
			       (link && look_one_of(word, (const char *const[]){ "the", NULL }));
		}
	}
	return from ? arena_copy(a, from, (size_t)(to - from)) : NULL;
}

static bool is_day(const char *value)
{
	return strlen(value) == 10;
}

// "2023-02-14" lies in "2023-02" and in "2023-02-13/2023-02-19".
static bool lies_in(const char *day, const char *coarse)
{
	const char *slash = strchr(coarse, '/');
	if (!slash)
		return strlen(day) > strlen(coarse) && !strncmp(day, coarse, strlen(coarse));
	return is_day(day) && strncmp(day, coarse, 10) >= 0 && strcmp(day, slash + 1) <= 0;
}

static bool is_later(const char *value, struct date published)
{
	struct date day;
	return published.year && date_read(slice_of(value), &day) && date_compare(day, published) > 0 &&
	       (day.year != published.year || day.month != published.month || day.day);
}

// "June 6": a day by number, unlike "on Thursday".
static bool says_day(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (look_digit(s.at[i]))
			return true;
	return false;
}

static bool is_candidate(const struct dated *row)
{
	return !row->original && row->role != DATE_ROLE_publication && row->role != DATE_ROLE_precedent &&
	       strlen(row->value) >= 7;
}

// Whether a date may be the day on which it happened.
static bool may_be_when(const struct document *d, const struct dated *row)
{
	if (!is_candidate(row) || is_later(row->value, d->published))
		return false;
	return row->role != DATE_ROLE_statement || says_day(slice_in(d->text, row->at));
}

// The date of the incident: the first of the lead that is no date of a statement; a later and finer one inside it wins.
static struct dated *find_when(struct document *d, span lead, size_t reach)
{
	struct dated *coarse = NULL, *first = NULL;
	uint32_t most = d->paragraphs.at[reach < d->paragraphs.n ? reach : d->paragraphs.n - 1].to;
	for (each (row, &d->dates)) {
		if (!is_candidate(row))
			continue;
		if (coarse && is_day(row->value) && lies_in(row->value, coarse->value))
			return row;
		if (row->at.from < lead.from || row->at.from > most || !may_be_when(d, row))
			continue;
		if (!first)
			first = row;
		if (!is_day(row->value) && !coarse)
			coarse = row;
	}
	return first;
}

// The earliest day that stands in a sentence with a word of the kind.
static struct dated *find_beside(struct document *d, enum incident kind, size_t reach)
{
	ptrdiff_t begins[INCIDENT_CUES];
	struct by_letter by = cues_by_letter();
	struct dated *first = NULL;
	uint32_t most = d->paragraphs.at[reach < d->paragraphs.n ? reach : d->paragraphs.n - 1].to;
	for (each (row, &d->dates)) {
		if (!is_day(row->value) || !may_be_when(d, row) || row->at.from > most)
			continue;
		struct slice s = slice_in(d->text, d->sentences.at[sentence_at(d, row->at.from)]);
		bool told = false;
		if (s.len > SENTENCE_MOST)
			continue;
		find_cues(&by, s, begins);
		for (size_t c = 0; c < INCIDENT_CUES; c++)
			told |= begins[c] >= 0 && incident_cues[c].kind == kind && incident_cues[c].weight > 1;
		if (told && (!first || strcmp(row->value, first->value) < 0))
			first = row;
	}
	return first;
}

static void set_when(struct document *d, const struct dated *when)
{
	if (!when)
		return;
	d->incident.when = when->value;
	d->incident.when_at = when->at;
	for (each (row, &d->dates))
		if (!row->original && (!strcmp(row->value, when->value) || lies_in(when->value, row->value)) &&
		    strlen(row->value) >= 7)
			row->role = DATE_ROLE_incident;
}

void incident_find(struct arena *a, struct document *d)
{
	size_t lead = lead_paragraph(d);
	enum incident kind = INCIDENT_other;
	span sentence, word;
	if (!d->paragraphs.n)
		return;
	span at = d->paragraphs.at[lead];
	struct dated *when = find_when(d, at, lead + LEAD_PARAGRAPHS - 1);
	if (!find_kind(d, lead, &kind) ||
	    (!find_mention(d, kind, at.from, &sentence, &word) && !find_mention(d, kind, 0, &sentence, &word)))
		return;
	span label = label_of(d, sentence, word);
	struct dated *beside = find_beside(d, kind, lead + REACH);
	if (beside && !(when && is_day(when->value) && strcmp(when->value, beside->value) < 0))
		when = beside; // what is said of it comes later than it
	struct incident_at *in = &d->incident;
	*in = (struct incident_at){ .kind = kind,
				    .label = arena_copy(a, d->text + label.from, span_len(label)),
				    .at = clause_of(d, sentence, word) };
	in->where = place_in(a, slice_in(d->text, (span){ label.from, sentence.to }));
	set_when(d, when);
}

void incident_of_statements(struct arena *a, struct document *d)
{
	if (d->incident.label || !d->statements.n)
		return;
	size_t lead = lead_paragraph(d);
	span at = d->paragraphs.at[0]; // the headline, or what stands there
	struct slice rest = slice_in(d->text, at), word = { rest.at, 0 };
	for (int n = 0; n < LABEL_WORDS && look_word(&rest, &word); n++)
		at.to = (uint32_t)(word.at + word.len - d->text);
	const char *label = arena_copy(a, d->text + at.from, span_len(at));
	d->incident = (struct incident_at){ .kind = INCIDENT_other, .label = label, .at = at };
	set_when(d, find_when(d, d->paragraphs.at[lead], lead + LEAD_PARAGRAPHS - 1));
}
