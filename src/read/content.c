// The content of a cue: the clause after it up to where the speaker's next act begins, or the clause before a trailing
// "X said".
#include "read/content.h"

#include <string.h>

static bool is_mark(const struct token *t, const char *mark)
{
	return t->mark && token_says(t, mark);
}

// The sentence's words without its final marks.
int content_last(const struct tokens *s)
{
	int n = s->n;
	while (n > 0 && s->t[n - 1].mark && !s->t[n - 1].closes)
		n--;
	return n;
}

static bool reporting(const struct tokens *s, int i)
{
	enum act act;
	return frames_act(&s->t[i], &act) && act != ACT_show && act != ACT_cite && phrase_verb(s, i);
}

// ", leading officials to think", ", contributing to a view": what followed from all of it, no longer the content.
static bool follows_from(const struct token *t)
{
	static const char *const kept[] = { "including", "excluding", "regarding", "concerning", "according",
					    "following", "during",    "using",     "involving",  "being" };
	for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
		if (token_says(t, kept[k]))
			return false;
	return t->forms == FORM_ING ||
	       (!t->forms && !t->is && !t->capital && strlen(t->word) > 5 && slice_ends(slice_of(t->word), "ing"));
}

// Where a content that begins at `from` ends: the sentence's end, or where the speaker's next act begins.
int content_end(const struct tokens *s, int from)
{
	static const char *const breaks[] = { "although", "though",   "while",      "whereas",    "citing",    "adding",
					      "saying",   "calling",  "describing", "declining",  "insisting", "noting",
					      "refusing", "accusing", "blaming",    "dismissing", "rejecting" };
	bool began_quoted = s->t[from].quoted;
	for (int i = from + 1; i < s->n; i++) {
		const struct token *t = &s->t[i];
		if (is_mark(t, ";") && !t->quoted)
			return i;
		if (t->quoted)
			continue;
		if (phrase_comma(s, i) && i + 1 < s->n && i - from > 2) {
			for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++)
				if (token_says(&s->t[i + 1], breaks[k]))
					return i;
			if (follows_from(&s->t[i + 1]))
				return i;
			if (token_says(&s->t[i + 1], "but") && !began_quoted)
				return i;
		}
		if (token_is(t, IS(conj)) && i - from > 2) {
			int k = phrase_skip_adverbs(s, i + 1, s->n);
			while (k < s->n && token_is(&s->t[k], IS(have) | IS(be) | IS(neg) | IS(modal)))
				k++;
			if (k < s->n && s->t[k].forms & (FORM_PAST | FORM_S) && reporting(s, k))
				return i;
		}
	}
	return content_last(s);
}

// Whether a clause of its own stands in [from, to): a quotation, or a finite verb.
bool content_clause(const struct tokens *s, int from, int to)
{
	for (int i = from; i < to; i++)
		if (s->t[i].opens || s->t[i].closes || phrase_finite(s, i))
			return true;
	return false;
}

// Whether nothing but a place, a time or a listener follows up to the end of the clause: "said on Monday."
static bool only_circumstance(const struct tokens *s, int i)
{
	for (; i < s->n; i++) {
		const struct token *t = &s->t[i];
		if (t->mark)
			return !is_mark(t, ":") && !t->opens;
		if (token_says(t, "that") || token_is(t, IS(wh) | IS(pron)) || phrase_finite(s, i))
			return false;
	}
	return true;
}

// The content after a cue: past listeners, times and places up to "that", a colon or a quotation, else right there.
static int content_begin(const struct tokens *s, int from)
{
	int comma = 0;
	for (int i = from; i < s->n && i - from < 24; i++) {
		const struct token *t = &s->t[i];
		bool alone = i + 1 < s->n && ((s->t[i + 1].mark && !s->t[i + 1].opens) ||
					      token_is(&s->t[i + 1], IS(conj)) || token_says(&s->t[i + 1], "too"));
		if (token_says(t, "that") && !alone)
			return i + 1;
		if (is_mark(t, ":"))
			return i + 1;
		if (t->opens && i - from < 14)
			return i;
		if (phrase_comma(s, i)) {
			if (++comma > 2)
				break;
			continue;
		}
		if (t->mark && !is_mark(t, "-"))
			break;
		if (phrase_finite(s, i))
			break;
	}
	int i = phrase_skip_adverbs(s, from, s->n);
	while (i < s->n && token_is(&s->t[i], IS(day)))
		i++;
	if (i + 1 < s->n && token_is(&s->t[i], IS(prep)) && token_is(&s->t[i + 1], IS(day) | IS(month))) {
		i += 2;
		while (i < s->n && (s->t[i].number || token_is(&s->t[i], IS(time))))
			i++;
	}
	return i;
}

// The start of the clause that a trailing "X said" closes.
int content_opens(const struct tokens *s, int end)
{
	int from = end;
	while (from > 0 && !is_mark(&s->t[from - 1], ";"))
		from--;
	if (from < end && token_is(&s->t[from], IS(conj)))
		from++;
	return from;
}

struct range content_trim(const struct tokens *s, struct range r)
{
	while (r.from < r.to && s->t[r.from].mark && !s->t[r.from].opens)
		r.from++;
	while (r.to > r.from && s->t[r.to - 1].mark && !s->t[r.to - 1].closes)
		r.to--;
	return r;
}

// "..., said Ana Lorca, a clerk.": the subject after the cue.
static bool inverted(const struct tokens *s, struct frame *f)
{
	int b = f->cue.from - 1;
	if (b < 0 || !range_empty(f->source) || !(s->t[b].closes || phrase_comma(s, b)) ||
	    (f->act != ACT_say && f->act != ACT_tell && f->act != ACT_admit))
		return false;
	struct range r = phrase_noun(s, f->cue.to, s->n, NULL);
	if (range_empty(r) || (s->t[r.from].is & (IS(prep) | IS(sub))) || token_says(&s->t[r.from], "that"))
		return false;
	if (token_is(&s->t[r.from], IS(pron)))
		r.to = r.from + 1;
	int then = r.to;
	if (then < s->n && !s->t[then].mark && phrase_finite(s, then))
		return false;
	f->source = r;
	return content_clause(s, 0, b + 1);
}

// "told the Courier (that)".
static void find_listener(const struct tokens *s, struct frame *f)
{
	int from = f->cue.to;
	if (f->act != ACT_tell || from >= s->n || s->t[from].mark || token_says(&s->t[from], "that"))
		return;
	f->listener = phrase_noun(s, from, s->n, NULL);
	if (range_empty(f->listener) && token_is(&s->t[from], IS(pron)))
		f->listener = (struct range){ from, from + 1 };
}

void content_find(const struct tokens *s, struct frame *f)
{
	bool says = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_think || f->act == ACT_guess;
	int b = range_empty(f->source) ? f->cue.from : f->source.from;
	bool after_clause = b > 0 && (phrase_comma(s, b - 1) || s->t[b - 1].closes) && content_clause(s, 0, b - 1);
	find_listener(s, f);
	bool owns = f->act == ACT_admit && f->cue.from > 1 && s->t[f->cue.from - 1].closes; // "...," admitted Lorca
	if ((says || owns) && inverted(s, f)) {
		f->trailing = true;
		f->content = content_trim(s, (struct range){ content_opens(s, f->cue.from), f->cue.from });
		return;
	}
	if (says && after_clause && only_circumstance(s, f->cue.to)) {
		f->trailing = true;
		f->content = content_trim(s, (struct range){ content_opens(s, b), b });
		return;
	}
	int from = f->cue.to;
	bool alone = f->cue.negated || slice_starts(slice_of(s->t[f->cue.at].word), "confess");
	bool how = from < s->n && !f->cue.negated && token_is(&s->t[from], IS(prep)) && !token_says(&s->t[from], "to");
	if (alone && (from >= s->n || s->t[from].mark || how)) {  // "confessed under torture"
		f->content = (struct range){ f->cue.from, from }; // "would not say.", "has confessed."
		return;
	}
	from = f->listener.to > from ? f->listener.to : from;
	bool answers =
	    f->act == ACT_admit && phrase_find(s, from, from + 3 < s->n ? from + 3 : s->n, "responsibility") >= 0;
	if (!answers &&
	    (says || f->act == ACT_show || f->act == ACT_doubt || f->act == ACT_deny || f->act == ACT_admit))
		from = content_begin(s, from);
	else if (f->act == ACT_decline || f->act == ACT_reject || f->act == ACT_call || f->act == ACT_ruleout)
		from = f->cue.at;
	if (from < s->n)
		f->content = content_trim(s, (struct range){ from, content_end(s, from) });
	if (range_empty(f->content) && says && b > 0 && content_clause(s, 0, b)) {
		f->trailing = true;
		f->content = content_trim(s, (struct range){ content_opens(s, b), b });
	}
}

// A comma that a verb follows, else the end.
static int comma_before_verb(const struct tokens *s, struct range in, bool quoted)
{
	for (int i = in.from + 1; i + 1 < in.to; i++)
		if (phrase_comma(s, i) && (quoted || !s->t[i].quoted) && phrase_finite(s, i + 1))
			return i;
	return in.to;
}

// "calls of officials blaming Karsk, has led the ministry to": a participle ends where the sentence's own verb
// comes after a comma.
int content_before_verb(const struct tokens *s, struct range content)
{
	return comma_before_verb(s, content, false);
}

// Whether what stands behind a comma only goes on.
static bool goes_on(const struct tokens *s, int comma, int end)
{
	static const char *const opens[] = { "as",      "while", "although", "though",  "which",        "who",
					     "whose",   "where", "when",     "despite", "contributing", "but",
					     "because", "since", "a",        "an" };
	const struct token *next = &s->t[comma + 1];
	return comma + 1 < end && (token_among(next, opens) || next->tag == POS_VBG) && !token_says(next, "including");
}

int content_whole(const struct tokens *s, struct range content)
{
	enum { WHOLE = 5, REST = 5 }; // words of a clause, of what is worth cutting off
	bool verb = false;
	for (int k = content.from; k < content.to; k++) {
		verb |= token_verb(&s->t[k]);
		if (s->t[k].quoted && s->t[k].opens)
			return content.to;
		bool cut = verb && phrase_comma(s, k) && k - content.from >= WHOLE && content.to - k > REST;
		struct range rest = { k + 1, content.to };
		if (cut && goes_on(s, k, content.to) && comma_before_verb(s, rest, true) == content.to)
			return k;
	}
	return content.to;
}

bool content_stops(const struct tokens *s, int i)
{
	return s->t[i].mark && (token_says(&s->t[i], ".") || token_says(&s->t[i], "?") || token_says(&s->t[i], "!"));
}

void content_within(const struct tokens *s, struct frame *f)
{
	if (!s->t[f->cue.at].quoted || f->content.from < f->cue.to)
		return;
	for (int i = f->content.from; i < f->content.to; i++)
		if (s->t[i].opens && s->t[i].pair > i)
			i = s->t[i].pair;
		else if (content_stops(s, i))
			f->content.to = i;
}
