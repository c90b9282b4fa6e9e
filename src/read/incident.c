// What happened: the kind whose words weigh most in the title and the first paragraphs; its first mention; the date
// that stands nearest to it. Plain rules, honest about what they miss: no fitting word, no incident.
#include "read/incident.h"

#include "read/calendar.h"
#include "read/look.h"

#include <string.h>

enum { LEAD_PARAGRAPHS = 4, LABEL_WORDS = 9 };

static const struct cue {
	const char *word;
	enum incident kind;
	int weight;
} cues[] = {
	{ "attack", INCIDENT_attack, 2 },
	{ "attacks", INCIDENT_attack, 1 },
	{ "drone", INCIDENT_attack, 2 },
	{ "drones", INCIDENT_attack, 2 },
	{ "missile", INCIDENT_attack, 2 },
	{ "air strike", INCIDENT_attack, 4 },
	{ "airstrike", INCIDENT_attack, 4 },
	{ "raid", INCIDENT_attack, 2 },
	{ "shelling", INCIDENT_attack, 4 },
	{ "assassination", INCIDENT_attack, 4 },
	{ "explosion", INCIDENT_explosion, 5 },
	{ "explosions", INCIDENT_explosion, 5 },
	{ "blast", INCIDENT_explosion, 4 },
	{ "bomb", INCIDENT_explosion, 4 },
	{ "bombing", INCIDENT_explosion, 5 },
	{ "blew up", INCIDENT_explosion, 5 },
	{ "exploded", INCIDENT_explosion, 5 },
	{ "hack", INCIDENT_intrusion, 5 },
	{ "hacked", INCIDENT_intrusion, 5 },
	{ "hackers", INCIDENT_intrusion, 5 },
	{ "hacking", INCIDENT_intrusion, 5 },
	{ "intrusion", INCIDENT_intrusion, 5 },
	{ "ransomware", INCIDENT_intrusion, 7 },
	{ "malware", INCIDENT_intrusion, 5 },
	{ "cyberattack", INCIDENT_intrusion, 7 },
	{ "breach", INCIDENT_intrusion, 2 },
	{ "bugging", INCIDENT_intrusion, 6 },
	{ "bugged", INCIDENT_intrusion, 5 },
	{ "wiretap", INCIDENT_intrusion, 5 },
	{ "hijack", INCIDENT_intrusion, 4 },
	{ "password", INCIDENT_intrusion, 1 },
	{ "spyware", INCIDENT_intrusion, 6 },
	{ "leak", INCIDENT_leak, 4 },
	{ "leaked", INCIDENT_leak, 5 },
	{ "leaking", INCIDENT_leak, 3 },
	{ "leaks", INCIDENT_leak, 3 },
	{ "theft", INCIDENT_theft, 6 },
	{ "stolen", INCIDENT_theft, 4 },
	{ "stole", INCIDENT_theft, 4 },
	{ "robbery", INCIDENT_theft, 6 },
	{ "heist", INCIDENT_theft, 6 },
	{ "burglary", INCIDENT_theft, 6 },
	{ "disappeared", INCIDENT_theft, 3 },
	{ "relic", INCIDENT_theft, 2 },
	{ "copying of", INCIDENT_theft, 4 },
	{ "walking out", INCIDENT_theft, 3 },
	{ "museum", INCIDENT_theft, 3 },
	{ "money go", INCIDENT_theft, 5 },
	{ "swapped", INCIDENT_theft, 3 },
	{ "poisoned", INCIDENT_poisoning, 6 },
	{ "poisoning", INCIDENT_poisoning, 6 },
	{ "poison", INCIDENT_poisoning, 5 },
	{ "chemical weapons", INCIDENT_poisoning, 6 },
	{ "fish kill", INCIDENT_poisoning, 5 },
	{ "chemical attack", INCIDENT_poisoning, 6 },
	{ "nerve agent", INCIDENT_poisoning, 6 },
	{ "tampered", INCIDENT_poisoning, 3 },
	{ "rodenticide", INCIDENT_poisoning, 6 },
	{ "toxic", INCIDENT_poisoning, 3 },
	{ "insulin", INCIDENT_poisoning, 3 },
	{ "contaminated", INCIDENT_poisoning, 4 },
	{ "forged", INCIDENT_forgery, 5 },
	{ "forgery", INCIDENT_forgery, 6 },
	{ "fake", INCIDENT_forgery, 4 },
	{ "faked", INCIDENT_forgery, 4 },
	{ "doctored", INCIDENT_forgery, 5 },
	{ "deepfake", INCIDENT_forgery, 6 },
	{ "tape", INCIDENT_forgery, 2 },
	{ "recording", INCIDENT_forgery, 2 },
	{ "photograph", INCIDENT_forgery, 3 },
	{ "composite", INCIDENT_forgery, 3 },
	{ "counterfeit", INCIDENT_forgery, 6 },
	{ "doping", INCIDENT_doping, 7 },
	{ "banned substance", INCIDENT_doping, 7 },
	{ "tested positive", INCIDENT_doping, 6 },
	{ "steroid", INCIDENT_doping, 6 },
	{ "fraud", INCIDENT_fraud, 5 },
	{ "embezzlement", INCIDENT_fraud, 6 },
	{ "embezzled", INCIDENT_fraud, 6 },
	{ "fabricated", INCIDENT_fraud, 4 },
	{ "pension fund", INCIDENT_fraud, 5 },
	{ "fund", INCIDENT_fraud, 1 },
	{ "made up", INCIDENT_fraud, 3 },
	{ "rigged", INCIDENT_fraud, 5 },
	{ "bribery", INCIDENT_fraud, 5 },
	{ "fire", INCIDENT_fire, 4 },
	{ "fires", INCIDENT_fire, 4 },
	{ "arson", INCIDENT_fire, 6 },
	{ "blaze", INCIDENT_fire, 5 },
	{ "burned", INCIDENT_fire, 4 },
	{ "barns", INCIDENT_fire, 2 },
	{ "crash", INCIDENT_crash, 5 },
	{ "crashed", INCIDENT_crash, 5 },
	{ "derailment", INCIDENT_crash, 6 },
	{ "derailed", INCIDENT_crash, 6 },
	{ "wrecking", INCIDENT_crash, 5 },
	{ "shot down", INCIDENT_crash, 5 },
	{ "collision", INCIDENT_crash, 4 },
	{ "outage", INCIDENT_disruption, 6 },
	{ "blackout", INCIDENT_disruption, 6 },
	{ "severed", INCIDENT_disruption, 5 },
	{ "cables", INCIDENT_disruption, 4 },
	{ "jamming", INCIDENT_disruption, 6 },
	{ "disrupted", INCIDENT_disruption, 3 },
	{ "assault", INCIDENT_assault, 5 },
	{ "assaulted", INCIDENT_assault, 5 },
	{ "acid attack", INCIDENT_assault, 7 },
	{ "stabbed", INCIDENT_assault, 5 },
	{ "stabbing", INCIDENT_assault, 6 },
	{ "shooting", INCIDENT_assault, 3 },
	{ "beaten", INCIDENT_assault, 4 },
	{ "abuse", INCIDENT_abuse, 5 },
	{ "abused", INCIDENT_abuse, 5 },
	{ "imprisoned", INCIDENT_abuse, 6 },
	{ "tortured", INCIDENT_abuse, 6 },
	{ "harassment", INCIDENT_abuse, 5 },
	{ "accident", INCIDENT_accident, 3 },
	{ "grounding", INCIDENT_accident, 7 },
	{ "ran aground", INCIDENT_accident, 7 },
	{ "collapse", INCIDENT_accident, 4 },
	{ "spill", INCIDENT_accident, 4 },
	{ "capsized", INCIDENT_accident, 6 },
};

enum { CUES = sizeof cues / sizeof *cues };

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
	int16_t first[26], next[CUES]; // -1: no more
};

static struct by_letter cues_by_letter(void)
{
	struct by_letter by;
	memset(by.first, 0xff, sizeof by.first);
	for (int c = CUES - 1; c >= 0; c--) {
		by.next[c] = by.first[cues[c].word[0] - 'a'];
		by.first[cues[c].word[0] - 'a'] = (int16_t)c;
	}
	return by;
}

// Where each cue first begins a word in a stretch, or -1.
static void find_cues(const struct by_letter *by, struct slice s, ptrdiff_t at[CUES])
{
	memset(at, 0xff, CUES * sizeof *at);
	for (size_t i = 0; i < s.len; i++) {
		if (!look_letter(s.at[i]) || (i && (look_letter(s.at[i - 1]) || look_digit(s.at[i - 1]))))
			continue;
		unsigned letter = (unsigned)(s.at[i] | 0x20) - 'a';
		for (int c = letter < 26 ? by->first[letter] : -1; c >= 0; c = by->next[c])
			if (at[c] < 0 && look_starts(look_from(s, i), cues[c].word))
				at[c] = (ptrdiff_t)i;
	}
}

// The title's words count three times, those of the first paragraph twice.
static bool find_kind(const struct document *d, size_t lead, enum incident *kind)
{
	int score[incident_count] = { 0 }, best = 0;
	ptrdiff_t at[CUES];
	struct by_letter by = cues_by_letter();
	for (size_t p = 0; p < d->paragraphs.n && p < lead + LEAD_PARAGRAPHS; p++) {
		struct slice s = slice_in(d->text, d->paragraphs.at[p]);
		s.len = s.len < 2000 ? s.len : 2000;
		int place = p < lead ? 3 : p == lead ? 2 : 1;
		find_cues(&by, s, at);
		for (size_t c = 0; c < CUES; c++)
			if (at[c] >= 0)
				score[cues[c].kind] += cues[c].weight * place;
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
	ptrdiff_t begins[CUES];
	struct by_letter by = cues_by_letter();
	for (each (at, &d->sentences)) {
		int weight = 0;
		struct slice s = slice_in(d->text, *at);
		if (at->to <= after || s.len > 2000)
			continue;
		find_cues(&by, s, begins);
		for (size_t c = 0; c < CUES; c++) {
			if (cues[c].kind != kind || cues[c].weight <= weight || begins[c] < 0)
				continue;
			weight = cues[c].weight;
			*word = (span){ at->from + (uint32_t)begins[c],
					at->from + (uint32_t)(begins[c] + (ptrdiff_t)strlen(cues[c].word)) };
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

// The date of the incident: the first of the lead that is no date of a statement; a later and finer one inside it wins.
static struct dated *find_when(struct document *d, span lead, size_t reach)
{
	struct dated *coarse = NULL, *first = NULL;
	uint32_t most = d->paragraphs.at[reach < d->paragraphs.n ? reach : d->paragraphs.n - 1].to;
	for (each (row, &d->dates)) {
		if (row->original || row->role == DATE_ROLE_publication || row->role == DATE_ROLE_precedent ||
		    strlen(row->value) < 7)
			continue;
		if (coarse && is_day(row->value) && lies_in(row->value, coarse->value))
			return row;
		if (row->at.from < lead.from || row->at.from > most || is_later(row->value, d->published))
			continue;
		if (row->role == DATE_ROLE_statement && !says_day(slice_in(d->text, row->at)))
			continue;
		if (!first)
			first = row;
		if (!is_day(row->value) && !coarse)
			coarse = row;
	}
	return first;
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
	struct incident_at *in = &d->incident;
	*in = (struct incident_at){ .kind = kind,
				    .label = arena_copy(a, d->text + label.from, span_len(label)),
				    .at = clause_of(d, sentence, word) };
	in->where = place_in(a, slice_in(d->text, (span){ label.from, sentence.to }));
	if (!when)
		return;
	in->when = when->value;
	in->when_at = when->at;
	for (each (row, &d->dates))
		if (!row->original && (!strcmp(row->value, when->value) || lies_in(when->value, row->value)) &&
		    strlen(row->value) >= 7)
			row->role = DATE_ROLE_incident;
}
