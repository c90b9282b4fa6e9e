// Frames without a verb of saying: "the belief that", "no sign that", "is adamant it was". Whose a thought is stands
// before it, and what was not found is told all the same.
#include "read/frame_nouns.h"

#include "read/content.h"
#include "read/holder.h"
#include "read/sureness.h"
#include "read/untrue.h"

#include <string.h>

// "Are aware of claims that", "has looked into the allegation that": who meets with what others say says it not.
static bool meets_with(const struct token *verb)
{
	static const char *const words[] = { "looked",        "looking",  "look",     "looks",     "investigated",
					     "investigating", "examined", "examines", "examining", "probed",
					     "probing",       "studied",  "studying", "heard",     "received",
					     "faced",         "faces",    "facing",   "knew",      "knows",
					     "investigate",   "examine",  "checked",  "checking" };
	return token_is(verb, IS(be)) || token_among(verb, words);
}

bool frame_nouns_met(const struct tokens *s, int noun)
{
	enum { NEAR = 5 };
	static const char *const about[] = { "of", "about", "on", "over", "regarding" };
	bool of = false; // "said of the claim that"
	for (int k = noun - 1; k >= 0 && noun - k < NEAR && !s->t[k].mark && token_is(&s->t[noun], IS(alleged)); k--) {
		bool verb = token_verb(&s->t[k]) || (s->t[k].forms && phrase_verb(s, k));
		if (s->t[k].owner || token_is(&s->t[k], IS(be)) || verb)
			return !s->t[k].owner && (of || meets_with(&s->t[k]));
		of |= token_among(&s->t[k], about);
	}
	return false;
}

bool frame_nouns_untrue(const struct tokens *s, int noun)
{
	int end = content_end(s, noun + 2), first = -1;
	if (noun + 1 >= s->n || !token_says(&s->t[noun + 1], "that"))
		return false;
	for (int k = noun + 2; k < end; k++) {
		if (!phrase_finite(s, k))
			continue;
		bool said = first >= 0 && token_is(&s->t[first], IS(say) | IS(thought)); // "that he said it was a lie"
		if (first >= 0 && !said && untrue_said(s, k, end))
			return true;
		first = first < 0 ? k : first;
	}
	return false;
}

// Whose a noun of thought is: "a US assessment", "its accusation", or the subject of its verb ("officials reached the
// conclusion", "has led officials to consider the possibility").
static struct range holder(const struct tokens *s, int noun)
{
	struct range none = { noun, noun };
	bool evidence = token_is(&s->t[noun], IS(evidence));
	if (frame_nouns_met(s, noun) || frame_nouns_untrue(s, noun))
		return none;
	for (int k = noun - 1; k >= 0 && noun - k < 5; k--) {
		const struct token *t = &s->t[k];
		if (t->mark)
			return none;
		if (t->owner || token_is(t, IS(nation)))
			return (struct range){ k, k + 1 };
		if (token_says(t, "his") || token_says(t, "her") || token_says(t, "their") || token_says(t, "its"))
			return none;                                           // the clause around it tells
		bool has = evidence && token_is(t, IS(have)) && token_verb(t); // "has no evidence that"
		if (has || (t->forms && phrase_verb(s, k))) {
			struct verb_group g = phrase_group(s, k);
			bool joined = false;
			return holder_subject(s, &g, &joined);
		}
	}
	return none;
}

// "It is the insurer's case that", "it was his firm contention that": whose. Empty for other words.
static struct range stated_by(const struct tokens *s, int noun)
{
	static const char *const cases[] = { "case",     "submission", "position", "understanding",
					     "evidence", "testimony",  "account",  "story",
					     "argument", "stance",     "line",     "recollection" };
	struct range none = { noun, noun };
	int own = noun - 1;
	while (own > 0 && s->t[own].tag == POS_JJ)
		own--;
	bool said = token_is(&s->t[noun], IS(thought) | IS(guessed) | IS(alleged)) || token_among(&s->t[noun], cases);
	if (!said || own < 2 || !(s->t[own].owner || s->t[own].tag == POS_PRPS))
		return none;
	int from = own;
	while (from > 2 && own - from < 6 && !s->t[from - 1].mark && !token_is(&s->t[from - 1], IS(be)))
		from--;
	int be = from - 1, it = be - 1; // "it has always been"
	while (it > 0 && token_is(&s->t[it], IS(adv) | IS(have)))
		it--;
	return token_is(&s->t[be], IS(be)) && token_says(&s->t[it], "it") ? (struct range){ from, own + 1 } : none;
}

// "No sign that it was aimed at, and that it was more probably bad luck": what is held instead is not what was looked
// for.
static struct range without_instead(const struct tokens *s, struct range content)
{
	static const char *const words[] = { "probably", "likely" };
	for (int i = content.from; i + 1 < content.to; i++)
		if (token_says(&s->t[i], "more") && token_among(&s->t[i + 1], words))
			for (int k = i - 1; k > content.from; k--)
				if (token_says(&s->t[k], "that") && token_is(&s->t[k - 1], IS(conj)))
					return content_trim(s, (struct range){ content.from, k - 1 });
	return content;
}

// `stated`: whose it is, where that is said so (stated_by), or empty.
static void add_noun_frame(struct arena *a, const struct tokens *s, struct frames *out, int i, struct range stated)
{
	const struct token *t = &s->t[i];
	enum act act = token_is(t, IS(thought))   ? ACT_think
		       : token_is(t, IS(guessed)) ? ACT_guess
		       : token_is(t, IS(denial))  ? ACT_deny
						  : ACT_say;
	struct frame f = { .act = act, .lemma = t->word, .joined = -1, .outer = -1 };
	f.heard = -1;
	f.cue = (struct verb_group){ .from = i, .at = i, .to = i + 1, .modal = -1 };
	f.source = range_empty(stated) ? holder(s, i) : stated;
	bool none = false;
	for (int k = i - 1; token_is(t, IS(evidence)) && k >= 0 && i - k < 5 && !s->t[k].mark && !none; k--)
		if (token_is(&s->t[k], IS(neg))) {
			none = true;
			f.cue.from = k; // "saw no sign that"
			f.act = ACT_show;
		}
	if (token_is(t, IS(evidence)) && !none && range_empty(stated))
		return;
	for (int k = i - 1; !none && k >= 0 && i - k < 6 && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(neg) | IS(reject) | IS(deny) | IS(doubt) | IS(ruleout) | IS(call)))
			return; // "rejected the claim that": another act has it
	if (range_empty(f.source))
		return;
	int end = content_end(s, i + 2), over = t->head; // "the claim that he did it is false"
	while (over > i + 2 && over < end && !phrase_finite(s, over) && !token_noun(&s->t[over]))
		over--; // the be-verb of "is false"
	if (over > i + 2 && over < end && phrase_finite(s, over))
		end = phrase_group(s, over).from;
	f.content = content_trim(s, (struct range){ i + 2, end });
	f.content = none ? without_instead(s, f.content) : f.content;
	list_push(a, &out->list, f);
}

// "is far from sure that ...", "has high confidence that ...": who is sure of a clause holds it.
bool frame_nouns_sure(struct arena *a, const struct tokens *s, struct frames *out, int i)
{
	struct surety x;
	if (!sureness_at(s, i, &x) || x.clause < 0 || range_empty(x.who))
		return false;
	struct frame f = { .act = ACT_think, .lemma = s->t[i].word, .joined = -1, .outer = -1, .heard = -1 };
	f.cue = (struct verb_group){ .from = x.from, .at = i, .to = x.to, .modal = -1 };
	f.source = x.who;
	f.content = content_trim(s, (struct range){ x.clause, content_end(s, x.clause) });
	list_push(a, &out->list, f);
	return true;
}

// "has seen no sign of it", "turned up nothing to show that": who looked, and what was not found.
static void add_nothing_frame(struct arena *a, const struct tokens *s, struct frames *out, int i)
{
	int from = i;
	while (from > 0 && i - from < 5 && !s->t[from].mark && !token_is(&s->t[from], IS(neg)))
		from--;
	if (!token_is(&s->t[from], IS(neg)) || from < 2)
		return;
	struct frame f = { .act = ACT_show, .lemma = s->t[i].word, .joined = -1, .outer = -1, .heard = -1 };
	f.cue = (struct verb_group){ .from = from, .at = i, .to = i + 1, .modal = -1 };
	f.source = holder(s, from);
	if (range_empty(f.source))
		return;
	f.content = content_trim(s, (struct range){ from, content_end(s, i + 1) });
	list_push(a, &out->list, f);
}

// Whether what is looked for is told behind the word: "sign of", "nothing to show", "evidence pointing to".
static bool looked_for(const struct tokens *s, int i)
{
	static const char *const leads[] = { "of", "to", "for", "pointing", "suggesting", "indicating", "linking" };
	static const char *const shows[] = { "suggest",     "show",   "indicate",   "prove",     "support", "link",
					     "connect",     "point",  "tie",        "implicate", "back",    "confirm",
					     "corroborate", "settle", "contradict", "justify",   "warrant" };
	bool nothing = token_says(&s->t[i], "nothing");
	if (i + 1 >= s->n || (!nothing && !token_is(&s->t[i], IS(evidence))) || !token_among(&s->t[i + 1], leads))
		return false;
	if (nothing && token_says(&s->t[i + 1], "to")) // not "nothing to do with it", "nothing to add"
		return i + 2 < s->n && token_among(&s->t[i + 2], shows);
	return token_is(&s->t[i], IS(evidence)) || !token_says(&s->t[i + 1], "of");
}

// "is adamant it was", "are unsure who did": what somebody is sure of, or is not, where no sureness is read that is
// said of a clause (frame_nouns_sure).
static void add_state_frame(struct arena *a, const struct tokens *s, struct frames *out, int i)
{
	int next = i + 1, be = i - 1;
	if (s->t[i].closes || (next < s->n && s->t[next].closes))
		next++;
	if (next + 1 >= s->n || s->t[next].mark ||
	    (token_is(&s->t[next], IS(prep) | IS(conj)) && !token_says(&s->t[next], "that")))
		return;
	while (be > 0 && i - be < 7 && !token_is(&s->t[be], IS(be)) && (!s->t[be].mark || s->t[be].opens) &&
	       !s->t[be].capital)
		be--;
	if (be < 1 || !token_is(&s->t[be], IS(be)))
		return;
	struct frame f = { .act = ACT_think, .lemma = s->t[i].word, .joined = -1, .outer = -1, .heard = -1 };
	bool joined = false;
	f.cue = phrase_group(s, be);
	f.cue.to = i + 1;
	f.source = phrase_subject(s, f.cue.from, &joined);
	if (range_empty(f.source))
		frames_share(s, out, &f);
	if (range_empty(f.source) && f.joined < 0)
		return;
	int from = next + token_says(&s->t[next], "that");
	f.content = content_trim(s, (struct range){ from, content_end(s, from) });
	list_push(a, &out->list, f);
}

static bool tells_state(const struct tokens *s, int i)
{
	static const char *const words[] = { "confident", "certain", "sure",     "convinced", "adamant",  "persuaded",
					     "satisfied", "unsure",  "doubtful", "sceptical", "skeptical" };
	return token_among(&s->t[i], words);
}

bool frame_nouns_add(struct arena *a, const struct tokens *s, struct frames *out, int i)
{
	const uint64_t thoughts = IS(thought) | IS(guessed) | IS(alleged) | IS(denial) | IS(evidence);
	bool that = i + 2 < s->n && token_says(&s->t[i + 1], "that") && s->t[i].tag != POS_VBP &&
		    s->t[i].tag != POS_VBZ; // "police suspect that"
	struct range stated = that ? stated_by(s, i) : (struct range){ i, i };
	bool noun = that && (token_is(&s->t[i], thoughts) || !range_empty(stated));
	bool looked = !noun && looked_for(s, i), state = !noun && !looked && tells_state(s, i);
	if (noun)
		add_noun_frame(a, s, out, i, stated);
	else if (looked)
		add_nothing_frame(a, s, out, i);
	else if (state)
		add_state_frame(a, s, out, i);
	return noun || looked || state;
}
