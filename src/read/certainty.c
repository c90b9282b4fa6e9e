// A noun has its level before it ("no more than moderate confidence") or behind it ("their confidence is low"), and is
// had by somebody, or stands beside what they say ("with some confidence").
#include "read/certainty.h"

#include "read/degree.h"

// What somebody thinks, as a noun: "that view", "its own finding".
static bool is_view(const struct token *t)
{
	static const char *const words[] = { "attribution", "theory",      "claim",     "result",     "results",
					     "account",     "version",     "reading",   "analysis",   "identification",
					     "hypothesis",  "explanation", "reporting", "assessment", "verdict",
					     "finding",     "findings",    "it",        "this",       "that",
					     "view",        "judgment",    "judgement", "conclusion", "conclusions",
					     "link",        "links",       "evidence",  "scenario",   "estimate" };
	return token_is(t, IS(thought) | IS(guessed) | IS(alleged)) || token_among(t, words);
}

// "confidence in the police" is trust; "confidence in its finding" is not.
static bool trust(const struct tokens *s, int in)
{
	if (in >= s->n || !token_says(&s->t[in], "in"))
		return false;
	int k = in + 1;
	for (; k < s->n && k - in < 7 && !s->t[k].mark; k++)
		if (is_view(&s->t[k]))
			return false;
	return true;
}

// The level that stands behind a noun: "confidence is low", "put their confidence at sixty per cent".
static int level_behind(const struct tokens *s, int i, bool joint, struct surety *out)
{
	static const char *const joints[] = { "at",       "as",   "level", "levels", ":",     "remains",
					      "remained", "only", "than",  "to",     "remain" };
	bool back = false, apart = false;
	for (int k = i + 1; k < s->n && k - i < 16; k++) {
		int past = joint ? k : phrase_past_aside(s, k); // "his confidence, he said, was low"
		apart |= past > k;
		k = past;
		if (k >= s->n)
			break;
		const struct token *t = &s->t[k];
		joint |= token_is(t, IS(be)) || token_among(t, joints);
		back |= joint && token_is(t, IS(neg));
		if (!joint && (token_is(t, IS(modal)) || t->mark))
			return -1;
		int percent = degree_share(t);
		bool share = k + 1 < s->n && degree_number(t) > 0 &&
			     (slice_starts(slice_of(s->t[k + 1].word), "per") || token_says(&s->t[k + 1], "%"));
		percent = share ? degree_number(t) : percent;
		if (token_says(&s->t[k - 1], "from"))
			continue; // "has grown from low to moderate"
		int level = percent > 0 ? (int)degree_of_percent(percent) : degree_level(t);
		if (joint && level >= 0) {
			out->to = k + 1 + share;
			out->from = apart ? k : out->from;
			return back ? (int)SURENESS_low : level; // "is not high"
		}
	}
	return -1;
}

// Levels before a noun ("no more than moderate", "any great"): its level, or -1; where they begin in out->from.
static int level_before(const struct tokens *s, int i, struct surety *out)
{
	static const char *const between[] = { "degree", "level", "of",      "a",    "an",   "the", "any",
					       "very",   "only",  "quite",   "than", "more", "to",  "rather",
					       "just",   "or",    "measure", "such", "much", "like" };
	int level = -1;
	bool back = false, than = false;
	for (int k = i - 1; k >= 0 && i - k < 9; k--) {
		const struct token *t = &s->t[k];
		if (t->opens || t->closes)
			continue;
		bool compares = token_says(t, "more") || token_says(t, "rather"); // "no more than"
		int here = compares ? -1 : degree_level(t);
		if (degree_taken_back(t) && here != (int)SURENESS_low)
			back = true;
		else if (here >= 0)
			level = level < 0 || here < level ? here : level;
		else if (!token_among(t, between))
			break;
		than |= token_says(t, "than");
		if (here >= 0 || back)
			out->from = k;
	}
	bool much = out->from < i && token_says(&s->t[out->from], "much") && !back; // of which there may not be
	return back && !than ? (int)SURENESS_low : much ? -1 : level;
}

// The verb that a noun of sureness is the object of: "have", "express", "put"; -1 where it is none's.
static int had_at(const struct tokens *s, int from)
{
	static const char *const verbs[] = { "has",      "have",     "had",      "having",    "hold",      "holds",
					     "held",     "put",      "puts",     "expressed", "expresses", "express",
					     "lack",     "lacks",    "lacked",   "place",     "places",    "placed",
					     "attach",   "attached", "attaches", "gave",      "gives",     "give",
					     "voiced",   "voices",   "voice",    "signalled", "signaled",  "assign",
					     "assigned", "assigns",  "ascribed", "ascribes",  "call",      "calls",
					     "called",   "rates",    "rated",    "describes", "described" };
	for (int k = from - 1; k >= 0 && from - k < 4 && (!s->t[k].mark || s->t[k].opens); k--) {
		if (token_among(&s->t[k], verbs))
			return k;
		if (!token_is(&s->t[k], IS(adv) | IS(neg) | IS(pron) | IS(det)) && !s->t[k].opens &&
		    !token_says(&s->t[k], "his") && !token_says(&s->t[k], "their") && !token_says(&s->t[k], "own") &&
		    !token_says(&s->t[k], "its") && !token_says(&s->t[k], "my") && !token_says(&s->t[k], "our"))
			return -1;
	}
	return -1;
}

// "calls its own confidence solid".
static bool calls_so(const struct token *t)
{
	static const char *const words[] = { "call", "calls", "called", "rates", "rated", "describes", "described" };
	return token_among(t, words);
}

// Whose a noun is by the word before it: "the service's confidence", "their own confidence".
static bool owned(const struct tokens *s, int from, struct range *who)
{
	static const char *const ours[] = { "my", "our" };
	int k = from - 1 - (from > 0 && token_says(&s->t[from - 1], "own"));
	*who = (struct range){ 0, 0 };
	if (k < 0)
		return false;
	if (s->t[k].owner) {
		*who = (struct range){ k, k + 1 };
		while (who->from > 0 && !s->t[who->from - 1].mark && !phrase_finite(s, who->from - 1) &&
		       !token_is(&s->t[who->from], IS(det)) && k - who->from < 4)
			who->from--;
		return true;
	}
	static const char *const theirs[] = { "its", "his", "her", "their" };
	if (token_among(&s->t[k], theirs) || token_among(&s->t[k], ours))
		*who = (struct range){ k, k + 1 };
	return !range_empty(*who);
}

static bool no_such_noun(const struct tokens *s, int from)
{
	static const char *const before[] = { "consumer", "investor", "business", "public", "market", "self",    "vote",
					      "motion",   "crisis",   "voter",    "client", "lost",   "regained" };
	for (int k = from - 1; k >= 0 && from - k < 3; k--)
		if (token_among(&s->t[k], before))
			return true;
	return false;
}

// "we hold this with high confidence", "the finding is made with low confidence": who, of what was said before.
static void held_with(const struct tokens *s, struct surety *out)
{
	bool joined = false;
	for (int k = out->from - 1; k >= 0 && out->from - k < 5 && !s->t[k].mark; k--) {
		out->back |= is_view(&s->t[k]) || sureness_points_back(&s->t[k]);
		if (out->back && phrase_verb(s, k))
			out->who = phrase_subject(s, phrase_group(s, k).from, &joined);
	}
}

// "Confidence: low.", "Degree of confidence: low." stands alone, as a note on what was said.
static bool noted(const struct tokens *s, int i)
{
	static const char *const scales[] = { "level", "levels", "degree", "of" };
	int first = i, next = i + 1;
	while (first > 0 && token_among(&s->t[first - 1], scales))
		first--;
	next += next < s->n && token_among(&s->t[next], scales);
	return (first == 0 || s->t[first - 1].mark) && next < s->n && token_says(&s->t[next], ":");
}

// Where "in" stands behind a noun of sureness: "confidence, even in that"; i where it does not.
static int in_at(const struct tokens *s, int i)
{
	int k = i;
	while (k < s->n && k - i < 3 && (s->t[k].closes || token_says(&s->t[k], "even") || token_is(&s->t[k], IS(adv))))
		k++;
	return k < s->n && token_says(&s->t[k], "in") ? k : i;
}

// "in that", "in its own finding": what was said before, and nothing else that is told there.
static bool in_what_was_said(const struct tokens *s, int in)
{
	enum { FAR = 4 }; // tokens
	if (in >= s->n || !token_says(&s->t[in], "in"))
		return false;
	int last = in;
	for (int k = in + 1; k < s->n && k - in <= FAR && !s->t[k].mark; k++)
		if (is_view(&s->t[k]))
			last = k;
	const struct token *next = last + 1 < s->n ? &s->t[last + 1] : NULL;
	return last > in && (!next || next->mark || token_is(next, IS(conj) | IS(be) | IS(adv) | IS(sub)));
}

// "low confidence in reporting that ...", "in the claim that ...": where the clause begins; -1 where none does.
static int clause_in(const struct tokens *s, int in)
{
	if (in + 2 >= s->n || !token_says(&s->t[in], "in"))
		return -1;
	for (int k = in + 1; k + 1 < s->n && k - in < 6 && !s->t[k].mark; k++)
		if (token_says(&s->t[k], "that") && (is_view(&s->t[k - 1]) || token_says(&s->t[k - 1], "reports")))
			return k + 1;
	return -1;
}

// "attaches low confidence to that view": what was said before.
static bool given_to(const struct tokens *s, int verb, int i)
{
	if (verb < 0 || i + 1 >= s->n || !token_says(&s->t[i], "to"))
		return false;
	for (int k = i + 1; k < s->n && k - i < 4 && !s->t[k].mark; k++)
		if (is_view(&s->t[k]))
			return true;
	return false;
}

// "with high confidence", "to a fair degree of certainty": takes the words before the level in.
static bool stands_with(const struct tokens *s, struct surety *out)
{
	int k = out->from - 1;
	if (k > 0 && token_is(&s->t[k], IS(det)))
		k--;
	bool degree = phrase_find(s, out->from, out->head, "degree") >= 0;
	bool with = k >= 0 && (token_says(&s->t[k], "with") || (degree && token_says(&s->t[k], "to")));
	out->from = with ? k : out->from;
	return with;
}

// "Confidence in the first finding": which of several, nobody can tell.
static bool of_one(const struct tokens *s, int from, int to)
{
	static const char *const nth[] = { "first", "second", "third", "former", "latter", "last" };
	for (int k = from; k < to; k++)
		if (token_among(&s->t[k], nth))
			return true;
	return false;
}

// "Confidence in this finding is low": a note on what was said.
static bool notes_on(const struct tokens *s, int i, const struct surety *out)
{
	return out->back && !of_one(s, i, out->to) && (i == 0 || (i == 1 && token_is(&s->t[0], IS(det) | IS(conj))));
}

// "On sponsorship our confidence is low": of that, and not of what was said.
static bool fronted(const struct tokens *s, int from)
{
	static const char *const words[] = { "on", "about", "regarding", "concerning", "for" };
	if (from < 2 || !token_among(&s->t[0], words))
		return false;
	for (int k = 1; k < from; k++)
		if (is_view(&s->t[k]))
			return false;
	return true;
}

// "Its degree of certainty", "the level of confidence".
static bool is_measured(const struct tokens *s, int i)
{
	return i > 1 && token_says(&s->t[i - 1], "of") &&
	       (token_says(&s->t[i - 2], "degree") || token_says(&s->t[i - 2], "level"));
}

// "; the level of confidence is low", "with the caveat that confidence is limited": nobody's by name, of what was said.
static bool begins_clause(const struct tokens *s, const struct surety *out)
{
	int first = out->from - (out->from > 0 && token_is(&s->t[out->from - 1], IS(det)));
	const struct token *before = first > 0 ? &s->t[first - 1] : NULL;
	bool begins = !before || before->mark || token_is(before, IS(conj) | IS(sub)) || token_says(before, "that");
	return begins && out->to > out->head + 1 && out->back && !of_one(s, out->head, out->to);
}

// "with no more than moderate confidence", "has low confidence that", "their confidence is low".
bool certainty_at(const struct tokens *s, int i, struct surety *out)
{
	const struct token *t = &s->t[i];
	bool certainty = token_says(t, "certainty") || token_says(t, "conviction"), measured = is_measured(s, i);
	bool noun = token_says(t, "confidence") || (certainty && measured);
	bool joined = slice_ends(slice_of(t->word), "-confidence");
	if (!noun && !certainty && !joined)
		return false;
	out->kind = SURETY_BESIDE;
	out->to = i + 1;
	int level = level_before(s, i, out), in = in_at(s, i + 1);
	if (joined)
		level = slice_starts(slice_of(t->word), "high")  ? (int)SURENESS_high
			: slice_starts(slice_of(t->word), "low") ? (int)SURENESS_low
			: slice_starts(slice_of(t->word), "mod") ? (int)SURENESS_moderate
								 : -1;
	if (no_such_noun(s, out->from) || no_such_noun(s, i) || trust(s, in))
		return false;
	bool with = stands_with(s, out);
	int verb = with ? -1 : had_at(s, out->from);
	int clause = clause_in(s, in);
	if (clause > 0)
		out->clause = clause;
	else if (given_to(s, verb, i + 1) || in_what_was_said(s, in))
		out->back = true;
	else if (!sureness_followed(s, out))
		return false;
	out->thing &= !(joined && is_view(&s->t[i + 1 < s->n ? i + 1 : i])); // "in a low-confidence assessment"
	static const char *const scales[] = { "degree", "level", "of" };
	int measure = out->from; // "its degree of confidence is modest"
	while (level < 0 && measure > 0 && token_among(&s->t[measure - 1], scales))
		measure--;
	out->from = measure;
	bool has_owner = !with && verb < 0 && owned(s, out->from, &out->who);
	bool note = noun && level < 0 && noted(s, i);
	if (level < 0 && noun) {
		bool calls = verb >= 0 && calls_so(&s->t[verb]);
		out->from = verb >= 0 ? verb + 1 : out->from; // "her own confidence at sixty per cent"
		level = level_behind(s, i, calls, out);
		out->back |= level >= 0 && out->clause < 0;
		out->thing &= !out->back;
	}
	if (fronted(s, out->from)) {
		out->thing = true;
		out->back = false;
	}
	bool held = with || (verb >= 0 && token_is(&s->t[verb], IS(have)));
	if (level < 0 && held && out->clause > 0)
		level = (int)SURENESS_high; // "with confidence that"
	if (level < 0 || (certainty && !noun && !with))
		return false;
	out->level = (enum sureness)level;
	out->graded = true;
	if (with)
		held_with(s, out);
	if (verb < 0)
		return with || has_owner || joined || note || notes_on(s, i, out) || begins_clause(s, out) ||
		       level_before(s, i, out) >= 0;
	out->kind = SURETY_STATE;
	bool lacks = slice_starts(slice_of(s->t[verb].word), "lack");
	out->level = lacks ? SURENESS_low : out->level;
	return sureness_held(s, verb, out);
}

bool certainty_whole(const struct tokens *s, int i, struct surety *out)
{
	int at = i - 1 - (i > 0 && token_says(&s->t[i - 1], "per"));
	bool hundred = at > 0 && token_says(&s->t[at], "hundred") &&
		       (token_says(&s->t[at - 1], "a") || token_says(&s->t[at - 1], "one"));
	if (!hundred && !(at >= 0 && token_says(&s->t[at], "100")))
		return false;
	out->from = at - hundred;
	bool before = out->from == 0 || s->t[out->from - 1].mark, behind = i + 1 >= s->n || s->t[i + 1].mark;
	out->level = SURENESS_high;
	out->kind = SURETY_BESIDE;
	return before && behind;
}
