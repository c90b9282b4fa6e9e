#include "read/plainly.h"

#include "read/content.h"
#include "read/finder.h"
#include "read/frame_nouns.h"
#include "read/sureness.h"
#include "read/voice.h"

static bool is_first(const struct token *t)
{
	static const char *const words[] = { "us", "me" };
	return voice_first_person(t) || token_among(t, words);
}

int plainly_we(const struct tokens *s, const struct claim *c)
{
	if (!c->own)
		return -1;
	for (int i = c->at; i >= c->from && i >= 0; i--)
		if (c->third ? i < c->at && token_is(&s->t[i], IS(pron)) : is_first(&s->t[i]))
			return i;
	for (int i = c->at + 1; i < s->n && i < c->at + 4; i++)
		if (!c->third && is_first(&s->t[i]))
			return i;
	return -1;
}

bool plainly_ours(const struct tokens *s, struct range who)
{
	static const char *const other[] = { "my", "our" };
	return !range_empty(who) && voice_first_person(&s->t[who.from]) && !token_among(&s->t[who.from], other);
}

struct range plainly_subject(const struct tokens *s, int verb)
{
	bool joined = false;
	return phrase_subject(s, phrase_group(s, verb).from, &joined);
}

bool plainly_speaker(const struct tokens *s, struct range who)
{
	bool pronoun = !range_empty(who) && who.to - who.from == 1 && token_is(&s->t[who.from], IS(pron));
	return plainly_ours(s, who) || (pronoun && !s->t[who.from].quoted && !token_says(&s->t[who.from], "they"));
}

static bool says(const struct token *t)
{
	enum act act;
	return frames_act(t, &act) && act != ACT_admit;
}

// "In the eyes of the police", "according to the police".
static bool in_eyes(const struct tokens *s, int i)
{
	static const char *const words[] = { "according", "eyes", "view", "opinion", "mind", "minds", "heads", "book" };
	return token_among(&s->t[i], words) && !(i > 0 && voice_first_person(&s->t[i - 1]));
}

// "They say", "anyone who thinks", "it suits him to say", "I was told": what others hold, by the verb at i.
static bool others_say(const struct tokens *s, int i, int clause)
{
	static const char *const beside[] = { "what", "whatever", "as" };
	enum act act;
	bool to = i > 0 && token_says(&s->t[i - 1], "to"); // "it was unfair to accuse"
	if (!frames_act(&s->t[i], &act) || !(to || phrase_finite(s, i) || i + 1 == clause || phrase_verb(s, i)))
		return false;
	if (i + 1 < s->n && token_says(&s->t[i + 1], "me"))
		return false; // "believe me", "let me tell you"
	bool holds = act == ACT_say || act == ACT_tell || act == ACT_think || act == ACT_guess || frames_charges(act);
	struct range who = plainly_subject(s, i);
	for (int k = i - 1; k >= 0 && i - k < 5 && !s->t[k].mark; k--)
		if (token_among(&s->t[k], beside))
			return false; // "whatever they say, he did it"
	return holds && (phrase_group(s, i).passive || !plainly_speaker(s, who));
}

// "The police think we did it", "the charge that we did it": what others say or hold, whoever tells of it.
static bool held_by_others(const struct tokens *s, int from, int we)
{
	for (int i = from; i < we; i++) {
		bool that = i + 1 < we && token_says(&s->t[i + 1], "that");
		bool claim = that && token_is(&s->t[i], IS(alleged) | IS(thought) | IS(guessed));
		if (in_eyes(s, i) || claim || others_say(s, i, we))
			return true;
	}
	return false;
}

// "Do not regret that", "am not proud that", "did not hide that": what follows is so with a "not" as without.
static bool holds_anyway(const struct tokens *s, int verb)
{
	for (int i = verb > 2 ? verb - 2 : 0; i < s->n && i < verb + 3; i++)
		if (token_is(&s->t[i], IS(neg)) && finder_idle(s, i))
			return true;
	return false;
}

// "I admit that", "we told the police that", "I am sorry that": who stands for what follows. Not "I hear that".
static bool stands_for(const struct tokens *s, int verb)
{
	static const char *const words[] = { "say",      "said",   "saying",     "tell",    "told",   "admit",
					     "admitted", "know",   "knew",       "confess", "accept", "agree",
					     "concede",  "regret", "swear",      "confirm", "think",  "believe",
					     "repeat",   "mean",   "acknowledge" };
	struct verb_group g = phrase_group(s, verb);
	if (token_says(&s->t[verb], "know") && g.modal >= 0)
		return true;                                     // "everyone should know that we did it"
	bool told = g.passive && !token_is(&s->t[verb], IS(be)); // "we are told that we did it"
	if (told || !plainly_speaker(s, plainly_subject(s, verb)))
		return false;
	return holds_anyway(s, verb) ||
	       (!g.negated && (token_among(&s->t[verb], words) || token_is(&s->t[verb], IS(be))));
}

// "It is true that", "the truth is that", "that is why".
static bool vouches(const struct tokens *s, int be, int to)
{
	static const char *const truth[] = { "truth", "fact", "reality", "point", "answer", "thing" };
	static const char *const right[] = { "true", "right", "correct", "fact", "here", "then", "there" };
	struct range who = plainly_subject(s, be);
	if (!token_is(&s->t[be], IS(be)) || phrase_group(s, be).negated || range_empty(who))
		return false;
	bool so = token_among(&s->t[who.to - 1], truth);
	for (int i = be; i < to && !so; i++)
		so = token_among(&s->t[i], right);
	return so;
}

// The verb that a "that" at `to` or a clause there hangs on, within one stretch of words from `from`; -1: none.
static int hangs_on(const struct tokens *s, int from, int to)
{
	for (int i = to - 1; i >= from && !s->t[i].mark; i--)
		if (token_verb(&s->t[i]) && !token_is(&s->t[i], IS(modal) | IS(aux)))
			return i;
	return -1;
}

// Whether the clause that begins behind `last` stands by itself, or in what its speaker stands for.
static bool stands(const struct tokens *s, int from, int last)
{
	static const char *const unreal[] = { "if", "unless", "whether", "lest", "than", "though" };
	const struct token *t = &s->t[last];
	if (token_among(t, unreal) || token_is(t, IS(aux) | IS(have) | IS(modal) | IS(neg)))
		return false; // "had we done it", "never have we"
	if (t->mark || token_is(t, IS(conj) | IS(sub) | IS(wh)))
		return true;
	bool that = last > from && token_says(t, "that"); // not the one that opens the content
	int verb = hangs_on(s, from, last + !that);
	return verb < 0 ? !that : stands_for(s, verb) || vouches(s, verb, last + 1); // not "the day we did it"
}

// "(We did it,) they say", "so the mayor says": others, by the last verb of a sentence; not "and the boss laughed".
static bool is_aside(const struct tokens *s, int at, int last)
{
	static const char *const on[] = { "and", "but", "or" };
	enum act act;
	int comma = last - 1;
	while (comma > at && !s->t[comma].mark)
		comma--;
	bool says = frames_act(&s->t[last], &act) && (act == ACT_say || act == ACT_think || act == ACT_guess);
	return says && comma > at && !token_among(&s->t[comma + 1], on) && token_verb(&s->t[last]) &&
	       !plainly_speaker(s, plainly_subject(s, last));
}

// "We did it?", "we did it, they say": as far as the quotation goes, whose words may be parted.
static bool is_put_off(const struct tokens *s, const struct frame *f, int at)
{
	int end = at;
	while (end < s->n && (end < f->content.to || s->t[end].quoted) && !content_stops(s, end) &&
	       !token_says(&s->t[end], "?") && !s->t[end].closes)
		end++;
	int last = end - 1;
	while (last > at && s->t[last].mark)
		last--;
	bool own = last >= f->cue.from && last < f->cue.to;
	return (last > at && !own && is_aside(s, at, last)) || (end < s->n && token_says(&s->t[end], "?"));
}

// Quotation marks that are open at a token.
static int depth_at(const struct tokens *s, int at)
{
	int depth = s->open_before;
	for (int i = 0; i < at; i++) {
		depth += s->t[i].opens;
		depth -= s->t[i].closes && depth > 0;
	}
	return depth;
}

// "He kept shouting 'Brandt did it'," said of another within a quotation, which is none of its speaker's words.
static bool is_nested(const struct tokens *s, const struct frame *f, int verb)
{
	return verb >= 0 && depth_at(s, verb) - (f->away ? 0 : depth_at(s, f->cue.at)) > 1;
}

bool plainly_said(const struct tokens *s, const struct frame *f, int we, int verb)
{
	int from = f->content.from, clause = we;
	bool is_we = we > from && token_is(&s->t[we - 1], IS(be));
	if (is_we || we > verb) { // "it was us", "it was done by us"
		verb = is_we ? we - 1 : verb;
		struct range who = plainly_subject(s, verb);
		clause = range_empty(who) ? verb : who.from;
	}
	for (int i = from; i < clause; i++)
		from = content_stops(s, i) ? i + 1 : from;
	int last = clause - 1;
	while (last >= from && token_is(&s->t[last], IS(adv)) && !token_is(&s->t[last], IS(neg) | IS(sub) | IS(conj)))
		last--;
	bool supposed = from < clause && (token_says(&s->t[from], "if") || token_says(&s->t[from], "unless"));
	return !supposed && !is_nested(s, f, we) && !held_by_others(s, from, clause) && !is_put_off(s, f, we) &&
	       (last < from || stands(s, from, last));
}

// "The very idea that he did it!"
static bool exclaims(const struct tokens *s, int from, int to)
{
	static const char *const words[] = { "idea", "notion", "thought" };
	bool idea = false;
	for (int i = from; i < to && !phrase_finite(s, i); i++)
		idea |= i + 1 < to && token_among(&s->t[i], words) && token_says(&s->t[i + 1], "that");
	while (to < s->n && !content_stops(s, to) && !token_says(&s->t[to], "!"))
		to++;
	return idea && to < s->n && token_says(&s->t[to], "!");
}

// Where the clause of a verb begins, within a content.
static int clause_of(const struct tokens *s, struct range content, int verb)
{
	struct range who = plainly_subject(s, verb);
	return range_empty(who) || who.from > verb || who.from < content.from ? verb : who.from;
}

bool plainly_charged(const struct tokens *s, const struct frame *f, int verb)
{
	static const char *const bids[] = { "prove", "show" };
	enum act act;
	bool charges = verb >= 0 && frames_act(&s->t[verb], &act) && frames_charges(act); // "they accuse him of it"
	int from = f->content.from, to = verb < 0 ? f->content.to : clause_of(s, f->content, verb);
	for (int i = from; i < to; i++)
		from = content_stops(s, i) && i + 1 < to ? i + 1 : from;
	while (from < to && s->t[from].mark)
		from++;
	for (int i = from; i < to; i++) {
		bool own = i >= f->cue.from && i < f->cue.to; // "the truth, she said, was that he did it"
		if (!own &&
		    (others_say(s, i, to) || (i + 1 < to && token_says(&s->t[i + 1], "that") && frame_nouns_met(s, i))))
			return false;
		bool it = i > 0 && token_says(&s->t[i - 1], "it") && token_is(&s->t[i], IS(be)); // "it was unfair to"
		if (verb < 0 && phrase_finite(s, i) && !says(&s->t[i]) && !it)
			break; // what is said comes first: "he mocked her, and she felt"
	}
	if (is_nested(s, f, verb) || (charges && others_say(s, verb, to)) || exclaims(s, from, verb < 0 ? to : verb))
		return false;
	return !(from < to && token_among(&s->t[from], bids)) && !is_put_off(s, f, verb < 0 ? from : verb);
}

bool plainly_deed(const struct tokens *s, const struct frame *f)
{
	const uint64_t deeds = IS(act) | IS(light) | IS(direct) | IS(stage);
	if (frames_take_back(f->act) || f->cue.negated)
		return false;
	for (int i = f->content.from; i + 1 < f->content.to; i++) {
		if ((!token_says(&s->t[i], "i") && !token_says(&s->t[i], "we")) || phrase_unsaid(s, f->content.from, i))
			continue;
		int verb = i + 1;
		while (verb < f->content.to && !token_is(&s->t[verb], IS(neg)) &&
		       (token_is(&s->t[verb], IS(adv)) || token_says(&s->t[verb], "have")))
			verb++;
		// Not "if I shot him", nor "the only crime I did".
		bool within =
		    i > f->content.from && (token_is(&s->t[i - 1], IS(sub) | IS(wh)) || token_noun(&s->t[i - 1]));
		bool did =
		    verb < f->content.to && token_is(&s->t[verb], deeds) && s->t[verb].forms & FORM_PAST && !within;
		for (int k = verb; did && k < f->content.to && !s->t[k].mark; k++)
			did = !token_is(&s->t[k], IS(neg)); // "we shot at nobody"
		if (did && plainly_said(s, f, i, verb))
			return true;
	}
	return false;
}

int plainly_owned(const struct tokens *s, const struct frame *f, const struct claim *c)
{
	int we = plainly_we(s, c);
	return we >= f->content.from && !c->negated && plainly_said(s, f, we, c->at) ? we : -1;
}

// Whether words are about what is said or how sure it is: "I do not believe it:", "I am not certain, but".
static bool is_of_words(const struct tokens *s, int from, int to)
{
	struct surety x;
	for (int i = from; i < to; i++)
		if (says(&s->t[i]) || sureness_at(s, i, &x) ||
		    token_is(&s->t[i], IS(alleged) | IS(thought) | IS(guessed) | IS(lie)))
			return true;
	return false;
}

// Whether the clause of what another did begins a thought of its own: "I am no judge, but Brandt did it".
static bool begins_anew(const struct tokens *s, const struct frame *f, int clause)
{
	static const char *const words[] = { "but", ":", ";" };
	int last = clause - 1;
	if (last <= f->content.from)
		return false;
	if (token_says(&s->t[last], "that")) {
		int verb = hangs_on(s, f->content.from + 1, last);
		return verb >= 0 && holds_anyway(s, verb);
	}
	return (token_among(&s->t[last], words) || finder_when(&s->t[last])) && !is_of_words(s, f->content.from, last);
}

// "(I did it,) and I do not regret it": the speaker goes on about himself.
static bool goes_on(const struct tokens *s, int from, int to)
{
	from += from < to && token_says(&s->t[from], "and");
	return from < to && (token_says(&s->t[from], "i") || token_says(&s->t[from], "we"));
}

struct range plainly_bound(const struct tokens *s, const struct frame *f, const struct claim *c)
{
	struct range r = f->content;
	int clause = c->own ? plainly_owned(s, f, c) : clause_of(s, f->content, c->at);
	if (clause < 0 || c->negated || c->role == ROLE_knew || !(c->own ? !c->third : begins_anew(s, f, clause)))
		return r;
	for (int i = r.from; i < clause; i++)
		if (content_stops(s, i))
			return r; // "No. So we did it"
	r.from = clause;
	for (int i = c->at; c->own && i < r.to; i++) // not "and nobody told us to"
		if (token_is(&s->t[i], IS(sub)) || (phrase_comma(s, i) && goes_on(s, i + 1, r.to)))
			r.to = i;
	for (int i = r.to; i + 1 < f->content.to; i++)
		if (token_is(&s->t[i], IS(neg)) && s->t[i + 1].mark)
			r.to = f->content.to; // "because I did not"
	return r;
}
