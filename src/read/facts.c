// A fact is something found, seen or measured, whoever reports it: a noun of evidence with a verb of finding near it.
#include "read/facts.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

static enum finding kind_of(const struct tokens *s, struct range r)
{
	static const struct {
		const char *word;
		enum finding kind;
	} kinds[] = {
		{ "footage", FINDING_imagery },     { "video", FINDING_imagery },      { "images", FINDING_imagery },
		{ "photographs", FINDING_imagery }, { "camera", FINDING_imagery },     { "cameras", FINDING_imagery },
		{ "satellite", FINDING_imagery },   { "malware", FINDING_technical },  { "code", FINDING_technical },
		{ "log", FINDING_technical },       { "logs", FINDING_technical },     { "samples", FINDING_technical },
		{ "tests", FINDING_technical },     { "server", FINDING_technical },   { "servers", FINDING_technical },
		{ "dna", FINDING_technical },       { "password", FINDING_technical }, { "analysis", FINDING_technical }
	};
	for (int i = r.from; i < r.to; i++)
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
			if (token_says(&s->t[i], kinds[k].word))
				return kinds[k].kind;
	return FINDING_physical;
}

static struct finding_at *add_finding(struct reader *r, span at)
{
	struct finding_at *f = list_add(r->arena, &r->d->findings);
	f->at = at;
	return f;
}

static struct range whole(const struct tokens *s)
{
	struct range r = { 0, s->n };
	while (r.to > 0 && s->t[r.to - 1].mark)
		r.to--;
	return r;
}

// A year before that of the text: its token, or -1. "Since 2009" says how long, "a report of 3 October 2017" is a date
// of something else.
static int earlier_year(const struct reader *r, const struct tokens *s)
{
	for (int i = 1; i < s->n; i++) {
		const struct token *t = &s->t[i], *before = &s->t[i - 1];
		int year = t->number && strlen(t->word) == 4 ? (int)strtol(t->word, NULL, 10) : 0;
		if (year < 1800 || (r->d->published.year && year >= r->d->published.year) || t->quoted)
			continue;
		if (token_says(before, "in") || token_is(before, IS(month)) || token_says(before, "of"))
			return i;
	}
	return -1;
}

// Words of a life or of a house's history, which are no precedents.
static bool tells_life(const struct tokens *s)
{
	static const char *const words[] = { "born",    "founded",   "joined",    "became",  "served",  "studied",
					     "married", "elected",   "opened",    "retired", "built",   "won",
					     "moved",   "graduated", "appointed", "began",   "started", "launched",
					     "created", "inherited", "named" };
	for (int i = 0; i < s->n; i++)
		if (token_among(&s->t[i], words))
			return true;
	return false;
}

static bool has_past(const struct tokens *s)
{
	for (int i = 0; i < s->n; i++)
		if (s->t[i].tag == POS_VBD && !s->t[i].quoted)
			return true;
	return false;
}

// What is told of an earlier year, without the year where it opens the sentence: "In 2009, the works was fined."
static struct range clause_of(const struct tokens *s, int year)
{
	struct range at = whole(s);
	if (year < 4)
		at.from = year + 1;
	while (at.from < at.to && s->t[at.from].mark)
		at.from++;
	return range_empty(at) ? whole(s) : at; // "In 1963." alone
}

// "In 2009 the works was fined after a similar spill": an earlier year, or "similar", with a deed.
static void find_precedent(struct reader *r, const struct spoken *k)
{
	const struct tokens *s = &k->s;
	bool deed = false, like = false, said = false;
	for (int i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		deed |= token_is(t, IS(incident) | IS(act) | IS(accuse));
		like |= token_says(t, "similar") || token_says(t, "previous") || token_says(t, "previously") ||
			(token_says(t, "first") && i + 1 < s->n && token_says(&s->t[i + 1], "time") && i > 1 &&
			 token_says(&s->t[i - 1], "the"));
	}
	for (size_t i = r->first; i < r->d->statements.n; i++)
		said |= !voice_is_own(r, r->d->statements.at[i].speaker.name);
	int year = earlier_year(r, s);
	bool told = year >= 0 && (has_past(s) || deed) && !said && !tells_life(s);
	if (r->paragraph > 1 && ((deed && like) || told)) {
		struct range at = clause_of(s, year);
		add_finding(r, tokens_span(s, at.from, at.to))->precedent = true;
	}
}

void facts_add(struct reader *r, const struct spoken *k, struct range at, const char *source)
{
	bool headline = r->paragraph == 0 && r->d->title; // the text tells it again
	if (headline || r->d->findings.n >= LIMIT_STATEMENTS)
		return;
	struct finding_at *f = add_finding(r, tokens_span(&k->s, at.from, at.to));
	f->kind = kind_of(&k->s, at);
	f->source = source;
}

void facts_of_sentence(struct reader *r, const struct spoken *k)
{
	if (r->d->findings.n >= LIMIT_STATEMENTS)
		return;
	find_precedent(r, k);
}
