// Frames by rules: a cue verb, the noun phrase before it, the clause after it ("X said that ..."), before it ("..., X
// said"), or both ("...", X said, "..."); "according to X"; and the fixed phrases of the lexicon (refusals, denials,
// claims).
#include "read/frames.h"

#include "read/answers.h"
#include "read/charge.h"
#include "read/content.h"
#include "read/frame_nouns.h"
#include "read/holder.h"
#include "read/operators.h"
#include "read/phrasal.h"
#include "read/reception.h"
#include "read/sureness.h"

#include <string.h>

// Acts that a class of verbs has. A verb of several classes takes the first: "suggest" guesses, "indicate" shows.
#define ACTS(X)                                                                                                        \
	X(deny)                                                                                                        \
	X(decline)                                                                                                     \
	X(accuse)                                                                                                      \
	X(blame)                                                                                                       \
	X(admit)                                                                                                       \
	X(reject)                                                                                                      \
	X(guess)                                                                                                       \
	X(show)                                                                                                        \
	X(think)                                                                                                       \
	X(tell)                                                                                                        \
	X(say)                                                                                                         \
	X(doubt)                                                                                                       \
	X(name)                                                                                                        \
	X(attribute)                                                                                                   \
	X(ruleout)                                                                                                     \
	X(cite)                                                                                                        \
	X(call)

static const struct {
	enum word_class class;
	enum act act;
} acts[] = {
#define X(name) { CLASS_##name, ACT_##name },
	ACTS(X)
#undef X
};

#define X(name) IS(name) |
static const uint64_t acting = ACTS(X) 0;
#undef X

int frames_depth(const struct frames *f, size_t i)
{
	int depth = 0;
	for (int k = f->list.at[i].outer; k >= 0; k = f->list.at[k].outer)
		depth++;
	return depth;
}

bool frames_charges(enum act act)
{
	return act == ACT_accuse || act == ACT_blame || act == ACT_name;
}

bool frames_answers(enum act act)
{
	return act == ACT_deny || act == ACT_reject || act == ACT_admit || act == ACT_decline;
}

bool frames_take_back(enum act act)
{
	return act == ACT_deny || act == ACT_reject || act == ACT_decline || act == ACT_ruleout || act == ACT_doubt ||
	       act == ACT_operator || act == ACT_call;
}

bool frames_act(const struct token *t, enum act *act)
{
	*act = ACT_COUNT;
	for (size_t i = 0; token_is(t, acting) && i < sizeof acts / sizeof *acts; i++)
		if (t->is >> acts[i].class & 1) {
			*act = acts[i].act;
			return true;
		}
	return false;
}

// "Accused one of its members of taking it": past the "of" that only counts them.
static struct range accused_in(const struct tokens *s, const struct frame *f)
{
	static const char *const parts[] = { "one", "some", "several", "two", "three", "members", "part", "all" };
	bool charged = token_says(&s->t[f->cue.at], "charged");
	struct range r = phrase_noun(s, f->cue.to, s->n, charged ? "with" : "of");
	if (range_empty(r) || charged || !token_among(&s->t[r.to - 1], parts))
		return r;
	return (struct range){ r.from, phrase_noun(s, r.to + 1, s->n, "of").to };
}

// The noun phrase that an accusing verb acts on.
static void find_object(const struct tokens *s, struct frame *f)
{
	switch (f->act) {
	case ACT_accuse:
		f->object = accused_in(s, f);
		break;
	case ACT_blame: {
		int fault = phrase_find(s, f->cue.to, f->content.to, "for");
		int on = phrase_find(s, f->cue.to, f->content.to, "on");
		f->object = phrase_noun(s, f->cue.to, s->n, on > 0 && (fault < 0 || on < fault) ? "on" : "for");
		break;
	}
	case ACT_attribute:
		f->object = phrase_noun(s, f->cue.to, s->n, "to");
		break;
	case ACT_name:
	case ACT_call:
	case ACT_reject:
		f->object = phrase_noun(s, f->cue.to, s->n, "as");
		break;
	default:
		break;
	}
}

// A passive's subject is acted on; the speaker stands after "by", or nowhere.
static void turn_passive(const struct tokens *s, struct frame *f)
{
	f->object = f->source;
	f->source = (struct range){ f->cue.from, f->cue.from };
	int end = f->cue.to + 16 < s->n ? f->cue.to + 16 : s->n;
	for (int i = f->cue.to;
	     i < end && !s->t[i].mark && !token_says(&s->t[i], "that") && !token_says(&s->t[i], "to");
	     i++) // "believed to have been done by"
		if (token_says(&s->t[i], "by")) {
			struct range r = phrase_noun(s, i + 1, s->n, "of");
			for (int k = r.from; k < r.to; k++)
				if (token_says(&s->t[k], "for") || token_says(&s->t[k], "as"))
					r.to = k;
			if (!range_empty(r) && !(s->t[r.from].forms & FORM_ING))
				f->source = r;
			break;
		}
}

static bool passive_act(enum act act)
{
	return act == ACT_accuse || act == ACT_blame || act == ACT_attribute || act == ACT_name || act == ACT_say ||
	       act == ACT_think || act == ACT_tell || act == ACT_reject || act == ACT_ruleout || act == ACT_guess ||
	       act == ACT_call || act == ACT_deny;
}

void frames_share(const struct tokens *s, const struct frames *out, struct frame *f)
{
	for (size_t i = out->list.n; i-- > 0 && f->joined < 0;)
		if (out->list.at[i].content.to <= f->cue.from && !out->list.at[i].cue.passive)
			f->joined = (int)i;
	for (int k = 0; k < f->cue.from && f->joined < 0; k++)
		if (phrase_finite(s, k)) {
			bool joined = false;
			f->source = phrase_subject(s, phrase_group(s, k).from, &joined);
			break;
		}
	if (f->joined < 0 && range_empty(f->source) && out->list.n)
		f->joined = (int)out->list.n - 1;
}

// "laid the blame on X", "laid it at X's door"; charges and cables are laid too.
static bool lays_a_thing(const struct tokens *s, const struct frame *f)
{
	enum { NEAR = 8 };
	const char *word = s->t[f->cue.at].word;
	if (strncmp(word, "lay", 3) != 0 && strncmp(word, "lai", 3) != 0)
		return false;
	for (int i = f->cue.from > NEAR ? f->cue.from - NEAR : 0; i < s->n && i < f->cue.to + NEAR; i++)
		if (token_is(&s->t[i], IS(blame) | IS(responsibility)) || token_says(&s->t[i], "door") ||
		    token_says(&s->t[i], "feet") || token_says(&s->t[i], "guilt"))
			return false;
	return true;
}

// "Nothing so far tied the device to Kelmar": nobody ties it.
static bool ties_nothing(const struct tokens *s, const struct frame *f)
{
	enum { NEAR = 5 };
	for (int k = f->cue.from - 1; k >= 0 && f->cue.from - k < NEAR && !s->t[k].mark; k--)
		if (token_says(&s->t[k], "nothing") || token_says(&s->t[k], "no"))
			return operators_ties(&s->t[f->cue.at]);
	return false;
}

// "A man dismissed by the firm (said)", "cleared of theft", "questioned by police": what was done to who speaks; not "a
// claim dismissed by the firm".
bool frames_participle(const struct tokens *s, const struct frame *f)
{
	int at = f->cue.at, i = f->cue.to;
	if (f->cue.passive || f->cue.from != at || at == 0 || i >= s->n || !token_is(&s->t[i], IS(prep)) ||
	    !token_noun(&s->t[at - 1]) || token_is(&s->t[at - 1], IS(alleged) | IS(thought) | IS(guessed)))
		return false;
	while (i < s->n && !s->t[i].mark && !token_is(&s->t[i], IS(relative) | IS(sub)) && !phrase_finite(s, i))
		i++;
	return i < s->n && phrase_finite(s, i) && !token_is(&s->t[i - 1], IS(conj) | IS(pron));
}

// "people briefed on it", "has considered attacking": no clause is told.
static bool not_a_cue(const struct tokens *s, const struct frame *f)
{
	if (phrasal_idle(s, f))
		return true;
	if (f->act == ACT_attribute && (lays_a_thing(s, f) || ties_nothing(s, f)))
		return true;
	const struct token *next = f->cue.to < s->n ? &s->t[f->cue.to] : NULL;
	if (!next)
		return false;
	const struct token *t = &s->t[f->cue.at], *before = f->cue.at > 0 ? t - 1 : NULL;
	if (before && t->forms == FORM_ING && f->cue.from == f->cue.at && token_noun(next) &&
	    (before->tag == POS_DT || before->tag == POS_PRPS))
		return true; // "the clearing account"
	if (f->act == ACT_call && phrase_comma(s, f->cue.from - 1) && f->cue.from == f->cue.at &&
	    token_says(next, "by"))
		return true; // "Tedder, called by the prosecution, said"
	if (f->act == ACT_tell && (f->cue.from == f->cue.at || f->cue.passive) &&
	    (token_says(next, "on") || token_says(next, "about") || token_says(next, "of")))
		return true;
	if (frames_participle(s, f) && (frames_take_back(f->act) || s->t[f->cue.at].tag == POS_VBN))
		return true; // "a man cleared of theft said"
	static const char *const selves[] = { "itself", "himself", "herself", "themselves" };
	if ((f->act == ACT_call || f->act == ACT_name) && token_among(next, selves))
		return true; // "a man calling himself Fox"
	return f->act == ACT_think && next->forms == FORM_ING;
}

// "suspects X of it", "suspects Karl Venn" accuse; "suspects that X did it" thinks.
static bool suspected_of(const struct tokens *s, int from)
{
	struct range who = phrase_noun(s, from, s->n, "of");
	bool over = who.to >= s->n || (s->t[who.to].mark && !s->t[who.to].opens && !phrase_comma(s, who.to));
	if (over && !range_empty(who) && s->t[who.to - 1].tag == POS_NNP && s->t[who.from].capital)
		return true;
	return who.to < s->n && token_says(&s->t[who.to], "of");
}

// "..., said Ana Lorca": the subject is still to come.
static bool turned_round(const struct tokens *s, int i)
{
	bool end = i > 0 && (phrase_comma(s, i - 1) || s->t[i - 1].closes);
	return end && token_is(&s->t[i], IS(say) | IS(admit)) && i + 1 < s->n && !s->t[i + 1].mark &&
	       !token_is(&s->t[i + 1], IS(prep) | IS(sub) | IS(conj)) && !token_says(&s->t[i + 1], "that");
}

// "Says that Lorca wrote the virus and that her cousin sold it": the second clause is held by who holds the first.
static bool goes_on_outside(const struct tokens *s, const struct frames *out, const struct frame *f)
{
	int that = f->content.from - !token_says(&s->t[f->content.from], "that");
	bool joined = that > f->cue.to && token_says(&s->t[that], "that") && token_is(&s->t[that - 1], IS(conj));
	for (size_t i = 0; joined && i < out->list.n; i++) {
		const struct frame *o = &out->list.at[i];
		int from = o->content.from;
		bool opened = from > 0 && (token_says(&s->t[from], "that") || token_says(&s->t[from - 1], "that"));
		if (opened && o->content.from <= f->source.from && o->content.to > that)
			return true;
	}
	return false;
}

// What an accusing verb does where nobody is accused of anything.
static enum act act_behind(const struct tokens *s, const struct frame *f)
{
	if (f->act != ACT_accuse || f->cue.passive || !range_empty(charge_ahead(s, f)))
		return f->act;
	if (slice_starts(slice_of(f->lemma), "suspect") && !suspected_of(s, f->cue.to))
		return ACT_think;
	bool that = f->cue.to < s->n && token_says(&s->t[f->cue.to], "that"); // "charged that he had done it"
	return that ? ACT_say : f->act;
}

// "X was accused by Y of it"; false where whom it is about cannot be told, or it is no such act.
static bool read_passive(const struct tokens *s, struct frame *f, bool joined)
{
	if (!passive_act(f->act) || (joined && range_empty(f->source)) || (f->cue.negated && f->act == ACT_say))
		return false; // "was not written by X"
	turn_passive(s, f);
	f->joined = -1;
	bool before = f->object.from < f->cue.from && !range_empty(f->object);
	int end = content_end(s, f->cue.at);
	for (int k = f->cue.to; f->cue.at == 0 && k < end; k++)
		end = phrase_comma(s, k) ? k : end; // "Accused by Velia of it, (Karsk said)"
	f->content = content_trim(s, (struct range){ before ? f->object.from : f->cue.from, end });
	return true;
}

// Ends the content of a participle or a relative clause where the sentence's own verb comes.
static void end_clause(const struct tokens *s, struct frame *f)
{
	int from = f->cue.from;
	bool relative = from > 0 && token_is(&s->t[from - 1], IS(relative)) && !token_says(&s->t[from - 1], "that");
	if ((s->t[f->cue.at].forms == FORM_ING && from == f->cue.at) || relative)
		f->content.to = content_before_verb(s, f->content);
	for (int k = f->content.from; relative && k < f->content.to; k++)
		if (s->t[k].head < 0 && phrase_finite(s, k))
			f->content.to = k; // "a clerk who admitted shredding the letters said"
}

// "Kemp, who police said had drilled the hull, fled": what they said is told of Kemp, up to the comma.
static void interpose(const struct tokens *s, struct frame *f)
{
	bool whom = frames_charges(f->act) && f->cue.to < s->n && token_says(&s->t[f->cue.to], "of") &&
		    f->source.to == f->cue.from; // "whom police accuse of drilling the hull"
	struct range of = whom ? phrase_antecedent(s, f->source) : phrase_interposed(s, f->cue.at);
	if (range_empty(of))
		return;
	int to = content_end(s, f->cue.to);
	for (int k = f->cue.to; k < to; k++)
		to = phrase_comma(s, k) ? k : to;
	f->content = content_trim(s, (struct range){ of.from, to });
	f->trailing = false;
	f->interposed = true;
	f->object = whom ? of : f->object;
}

// "Was wrongly accused of it", by nobody in particular: who tells it so accuses nobody.
static bool is_wrongly(const struct tokens *s, int i)
{
	static const char *const words[] = { "wrongly", "falsely", "mistakenly", "unjustly", "unfairly", "wrongfully" };
	return i > 0 && token_among(&s->t[i - 1], words) && phrase_find(s, i, s->n, "by") < 0;
}

// "Brandt blamed for depot fire", a headline: by others.
static bool is_headline_passive(const struct tokens *s, int i, enum act act)
{
	static const char *const of[] = { "of", "for", "over", "with" };
	return frames_charges(act) && s->t[i].forms & FORM_PARTICIPLE && i > 0 && token_noun(&s->t[i - 1]) &&
	       i + 1 < s->n && token_among(&s->t[i + 1], of) && !s->t[s->n - 1].mark;
}

static void add_verb_frame(struct arena *a, const struct tokens *s, struct frames *out, int i, enum act act)
{
	struct frame f = { .act = act, .lemma = s->t[i].word, .cue = phrase_group(s, i), .joined = -1, .outer = -1 };
	f.heard = -1;
	f.doubts = reception_doubts(s, i);
	f.cue.negated &= !f.doubts;
	f.cue.passive |= is_headline_passive(s, i, act);
	if (f.cue.passive && frames_charges(act) && is_wrongly(s, i))
		return;
	bool joined = false;
	f.source = holder_doer(s, &f, &joined);
	if (!range_empty(f.source) && act == ACT_say && holder_set_aside(s, f.source))
		return;
	if (f.cue.infinitive && (range_empty(f.source) || holder_nobody(s, f.source, i)))
		return; // "too early to say", "declined to say": the verb before it decides
	f.act = act_behind(s, &f);
	holder_of_participle(s, &f);
	if (not_a_cue(s, &f))
		return;
	bool rejected = (f.act == ACT_deny || f.act == ACT_reject) && holder_denies(s, &f.source);
	f.source = content_trim(s, f.source);
	if (f.source.to - f.source.from == 1 && token_is(&s->t[f.source.from], IS(neg)))
		f.cue.negated = true; // "Neither would say"

	bool relative = f.cue.from > 0 && token_says(&s->t[f.cue.from - 1], "who"); // "someone who thought"
	if (range_empty(f.source) && !turned_round(s, i) && !relative)
		frames_share(s, out, &f);
	if (f.act == ACT_decline && f.cue.negated)
		f.cue.passive = false; // "would not be drawn"
	if (f.cue.passive) {
		if (read_passive(s, &f, joined))
			list_push(a, &out->list, f);
		return;
	}
	content_find(s, &f);
	if (rejected) {
		f.content = (struct range){ f.cue.from, f.cue.to };
		f.trailing = false;
	}
	find_object(s, &f);
	interpose(s, &f);
	struct range ahead = charge_ahead(s, &f);
	if (!range_empty(ahead)) {
		f.object = ahead;
		for (int k = f.content.to - 1; k > f.cue.at && phrase_comma(s, ahead.to); k--)
			f.content.to = phrase_comma(s, k) ? k : f.content.to;
	}
	if (!range_empty(f.content) && goes_on_outside(s, out, &f))
		return;
	end_clause(s, &f);
	if (range_empty(f.source) && f.joined < 0 && !f.trailing && s->t[i].forms == FORM_BASE)
		return; // an order or a noun
	list_push(a, &out->list, f);
}

static void add_according(struct arena *a, const struct tokens *s, struct frames *out, int i)
{
	struct frame f = { .act = ACT_according, .lemma = "according", .joined = -1, .outer = -1 };
	f.heard = -1;
	f.cue = (struct verb_group){ .from = i, .at = i, .to = i + 2, .modal = -1 };
	f.source = phrase_noun(s, i + 2, s->n, NULL);
	if (range_empty(f.source))
		return;
	int after = f.source.to;
	if (i > 0 && content_clause(s, 0, i)) {
		f.trailing = true;
		f.content = content_trim(s, (struct range){ content_opens(s, i), i });
	} else if (after < s->n) {
		f.content = content_trim(s, (struct range){ after, content_last(s) });
	}
	list_push(a, &out->list, f);
}

// Fixed phrases that are an act by themselves: "had no comment", "has not ruled out", "claimed responsibility".
static void add_operator(struct arena *a, const struct tokens *s, struct frames *out, const struct hit *h)
{
	int verb = h->from, end;
	if (operators_none_ruled(s, h->to - 1, s->n, &end))
		return; // "said nothing was being excluded"
	while (verb < h->to && !phrase_finite(s, verb) && !(s->t[verb].forms & (FORM_PAST | FORM_ING)) &&
	       !token_verb(&s->t[verb]) && !slice_starts(slice_of(s->t[verb].word), "plead"))
		verb++;
	while (verb + 1 < h->to && token_is(&s->t[verb], IS(be)) && s->t[verb + 1].forms & FORM_PARTICIPLE)
		verb++;
	bool be = false, ruled = false; // "be ruled out", "be excluded"
	for (int k = verb; h->class == LEXICON_NRO && k < h->to && !ruled; k++) {
		be |= token_is(&s->t[k], IS(be));
		ruled = s->t[k].forms & FORM_PARTICIPLE || token_says(&s->t[k], "ruled");
		verb = ruled ? k : verb;
	}
	if (verb >= h->to)
		return;
	struct frame f = { .act = ACT_operator, .lemma = s->t[verb].word, .hit = h, .joined = -1, .outer = -1 };
	f.heard = -1;
	f.cue = phrase_group(s, verb);
	f.cue.passive |= be && ruled;
	if (f.cue.infinitive || (f.cue.passive && h->class != LEXICON_NRO))
		return; // "was found guilty": by others
	bool joined = false;
	f.source = phrase_subject(s, f.cue.from, &joined);
	holder_of_participle(s, &f);
	if (range_empty(f.source))
		frames_share(s, out, &f);
	if ((range_empty(f.source) && f.joined < 0) || phrase_unsaid(s, 0, f.source.from))
		return;
	int from = f.cue.from;
	if (f.cue.passive) { // "a fault can't be ruled out": by whom is not told
		turn_passive(s, &f);
		from = range_empty(f.object) ? from : f.object.from;
	}
	f.content = content_trim(s, (struct range){ from, content_end(s, f.cue.from) });
	list_push(a, &out->list, f);
}

static bool covered(const struct frames *f, const struct hit *h)
{
	for (size_t i = 0; i < f->list.n; i++) {
		const struct frame *g = &f->list.at[i];
		if (g->cue.at < h->to && h->from < g->cue.to && g->act != ACT_say && g->act != ACT_think)
			return true;
	}
	return false;
}

// "we did not", "was false", "staged the burglary": a denial only by what stands around it, which claims.c sees.
static bool bare(const struct tokens *s, const struct hit *h)
{
	static const char *const words[] = { "we",      "did", "does", "do",   "didn't", "don't", "wasn't", "isn't",
					     "weren't", "was", "is",   "were", "are",    "has",   "had",    "have" };
	for (size_t i = 0; h->class == LEXICON_DENY && i < sizeof words / sizeof *words; i++)
		if (token_says(&s->t[h->from], words[i]))
			return true;
	return h->class == LEXICON_DENY && token_is(&s->t[h->from], IS(stage));
}

static bool act_by_itself(const struct tokens *s, const struct hit *h)
{
	int then = h->to + (h->to < s->n && token_says(&s->t[h->to], "out"));
	bool none = then < s->n && token_is(&s->t[then], IS(neg)); // "said it had carried (out no strikes)"
	return !h->shadowed && !bare(s, h) &&
	       (h->class == LEXICON_NOCOMMENT || h->class == LEXICON_NRO ||
		(h->class == LEXICON_CLAIM && strcmp(h->sub, "responsibility") == 0 && !none &&
		 !token_says(&s->t[h->to - 1], "that")) || // "acknowledged that": the verb's own frame
		(h->class == LEXICON_DENY && strcmp(h->sub, "denial") == 0));
}

// A trailing "X said" closes the contents before it.
static void close_before_trailing(struct frames *f)
{
	for (size_t k = 0; k < f->list.n; k++) {
		const struct frame *out = &f->list.at[k];
		for (size_t i = 0; out->trailing && i < f->list.n; i++) {
			struct range *in = &f->list.at[i].content;
			if (i != k && in->from < out->content.to && in->to > out->content.to &&
			    f->list.at[i].cue.at < out->cue.at)
				in->to = out->content.to;
		}
	}
}

void frames_nest(struct frames *f)
{
	for (size_t i = 0; i < f->list.n; i++) {
		struct frame *in = &f->list.at[i];
		for (size_t k = 0; k < f->list.n; k++) {
			const struct frame *out = &f->list.at[k];
			bool holds = k != i && out->content.from <= in->cue.at && in->cue.at < out->content.to &&
				     !range_empty(out->content);
			if (holds && in->content.from <= out->cue.at && out->cue.at < in->content.to) {
				if (out->trailing && in->content.to > out->content.to)
					in->content.to = out->content.to;
				else
					holds = false;
			}
			if (holds && (in->outer < 0 ||
				      out->content.to - out->content.from <
					  f->list.at[in->outer].content.to - f->list.at[in->outer].content.from))
				in->outer = (int)k;
		}
	}
	// No frame holds itself by way of another.
	for (size_t i = 0; i < f->list.n; i++) {
		size_t steps = 0;
		for (int k = f->list.at[i].outer; k >= 0; k = f->list.at[k].outer)
			if (++steps > f->list.n || k == (int)i) {
				f->list.at[i].outer = -1;
				break;
			}
	}
}

int frames_take_over(const struct tokens *s, const struct frame *in)
{
	if (in->cue.passive && in->content.from < in->cue.from)
		return in->content.from; // "a fault can't be excluded"
	bool apart = range_empty(in->source) || in->source.from > in->cue.from;
	for (int t = in->source.to; !apart && t < in->cue.from; t++)
		apart = phrase_finite(s, t);
	int from = apart ? in->cue.from : in->source.from;
	while (apart && from > 0 && token_is(&s->t[from - 1], IS(conj) | IS(adv)))
		from--;
	return from;
}

// A refusal is one act: its verbs are no cues of their own ("would neither confirm nor deny"). *next is the first hit
// that does not begin before `at`.
static const struct hit *refusal_at(const struct hits *h, int at, size_t *next)
{
	while (*next < h->list.n && h->list.at[*next].from < at)
		++*next;
	if (*next == h->list.n || h->list.at[*next].from > at)
		return NULL;
	const struct hit *hit = lexicon_hit(h, LEXICON_NOCOMMENT, NULL, at, at + 1);
	return hit ? hit : lexicon_hit(h, LEXICON_NRO, "not-ruled-out", at, at + 1);
}

struct frames frames_of(struct arena *a, const struct tokens *s, const struct hits *h)
{
	struct frames f = { 0 };
	size_t next = 0;
	for (int i = 0; i < s->n && f.list.n < FRAMES_MOST; i++) {
		enum act act;
		const struct hit *refusal = refusal_at(h, i, &next);
		if (refusal) {
			add_operator(a, s, &f, refusal);
			i = refusal->to - 1;
			continue;
		}
		if (frame_nouns_sure(a, s, &f, i))
			continue;
		if (token_says(&s->t[i], "according") && i + 1 < s->n && token_says(&s->t[i + 1], "to"))
			add_according(a, s, &f, i);
		else if ((act = phrasal_act(s, i)) != ACT_COUNT)
			add_verb_frame(a, s, &f, i, act);
		else if (frame_nouns_add(a, s, &f, i))
			continue;
		else if (frames_act(&s->t[i], &act) && phrase_verb(s, i))
			add_verb_frame(a, s, &f, i, act);
	}
	for (size_t i = 0; i < h->list.n && f.list.n < FRAMES_MOST; i++)
		if (act_by_itself(s, &h->list.at[i]) && !covered(&f, &h->list.at[i]))
			add_operator(a, s, &f, &h->list.at[i]);
	close_before_trailing(&f);
	answers_cut(&f, s);
	return f;
}
