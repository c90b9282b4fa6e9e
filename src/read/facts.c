// A fact is something found, seen or measured, whoever reports it: a noun of evidence with a verb of finding near it.
#include "read/facts.h"

#include "base/limits.h"

#include <string.h>

static bool finding_verb(const struct token *t)
{
	static const char *const words[] = {
		"found",    "recovered",  "discovered",   "detected",   "showed",    "shows",  "show",     "seen",
		"matched",  "match",      "matches",      "overlapped", "contained", "seized", "traced",   "logged",
		"recorded", "captured",   "photographed", "filmed",     "carried",   "bore",   "revealed", "left",
		"missing",  "identified", "disabled",     "switched",   "bears",     "tested", "indicated"
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (token_says(t, words[i]))
			return true;
	return false;
}

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

// The range that a fact in this sentence covers: the content of the frame it stands in, else the sentence.
static struct range place(const struct spoken *k, int at)
{
	struct range best = whole(&k->s);
	for (size_t i = 0; i < k->frames.list.n; i++) {
		struct range c = k->frames.list.at[i].content;
		if (c.from <= at && at < c.to && c.to - c.from < best.to - best.from)
			best = c;
	}
	return best;
}

static void find_fact(struct reader *r, const struct spoken *k)
{
	const struct tokens *s = &k->s;
	int noun = -1, verb = -1;
	for (int i = 0; i < s->n; i++) {
		if (noun < 0 && token_is(&s->t[i], IS(findnoun)) && !s->t[i].forms)
			noun = i;
		if (token_is(&s->t[i], IS(findnoun)) && s->t[i].forms & FORM_MANY && noun < 0)
			noun = i;
		if (verb < 0 && finding_verb(&s->t[i]))
			verb = i;
	}
	if (noun < 0 || verb < 0)
		return;
	struct range at = place(k, noun);
	span bytes = tokens_span(s, at.from, at.to);
	for (size_t i = r->first; i < r->d->statements.n; i++) {
		const struct statement *st = &r->d->statements.at[i];
		if (span_meets(st->content.at[0], bytes) && st->targets.n)
			return;
	}
	struct finding_at *f = add_finding(r, bytes);
	f->kind = kind_of(s, at);
}

// "In 2009 the works was fined after a similar spill": an earlier year, or "similar", with a deed.
static void find_precedent(struct reader *r, const struct spoken *k)
{
	const struct tokens *s = &k->s;
	bool year = false, deed = false, like = false;
	for (int i = 0; i < s->n; i++) {
		const struct token *t = &s->t[i];
		if (t->number && strlen(t->word) == 4 && (t->word[0] == '1' || t->word[0] == '2') && i > 0 &&
		    (token_is(&s->t[i - 1], IS(prep) | IS(month)) || token_says(&s->t[i - 1], "the")))
			year = r->d->published.year == 0 || t->word[3] != '0' + r->d->published.year % 10 ||
			       t->word[2] != '0' + r->d->published.year / 10 % 10;
		deed |= token_is(t, IS(incident) | IS(act) | IS(accuse));
		like |= token_says(t, "similar") || token_says(t, "previous") || token_says(t, "previously") ||
			(token_says(t, "first") && i + 1 < s->n && token_says(&s->t[i + 1], "time") && i > 1 &&
			 token_says(&s->t[i - 1], "the"));
	}
	bool dated = s->n > 0 && s->t[0].capital && year;
	if (deed && r->paragraph > 1 && (like || dated)) {
		struct range at = whole(s);
		add_finding(r, tokens_span(s, at.from, at.to))->precedent = true;
	}
}

void facts_of_sentence(struct reader *r, const struct spoken *k)
{
	if (r->d->findings.n >= LIMIT_STATEMENTS)
		return;
	find_fact(r, k);
	find_precedent(r, k);
}
