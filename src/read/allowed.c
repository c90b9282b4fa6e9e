#include "read/allowed.h"

#include "read/finder.h"
#include "read/gate.h"
#include "read/plainly.h"
#include "read/reception.h"
#include "read/unsaid.h"
#include "read/untrue.h"
#include "read/voiced.h"
#include "case/names.h"

#include <string.h>

// Chosen on texts that the gate had not learned from: the best of precision and recall together.
static const float denial_least = .3f, charge_least = .5f, unknown_least = .5f;

enum { ANY = (1 << stance_count) - 1 };

static int first_word(const struct tokens *s, struct range at)
{
	while (at.from < at.to && s->t[at.from].mark)
		at.from++;
	return at.from;
}

// "Would not go so far as to accuse", "was careful not to blame", "is reluctant to name": whether words before an
// infinitive may keep it from being done.
static bool held_back(const struct tokens *s, const struct frame *f)
{
	static const char *const words[] = { "reluctant", "unwilling",   "loath", "slow",    "hesitant",
					     "hesitated", "hesitates",   "wary",  "careful", "hesitate",
					     "premature", "early",       "wrong", "unfair",  "threatened",
					     "threatens", "threatening", "wants", "wanted",  "want",
					     "wanting",   "hopes",       "hoped" };
	enum { WORDS = 9 };
	int at = f->cue.from;
	if (!f->cue.infinitive)
		return false;
	for (int i = at - 1; i >= 0 && at - i < WORDS && !s->t[i].mark; i--)
		if (token_is(&s->t[i], IS(neg) | IS(turn)) || token_among(&s->t[i], words))
			return true;
	return false;
}

// "No longer accuses", "if she blames", "did she charge him?": the verb itself is taken back, whatever its content
// says.
static bool cue_turned(const struct frame *f, const struct verdict *in)
{
	return f->cue.negated || (in->turned && !in->inside);
}

// "If the farmer, Ada Moss, blames him": whether a condition begins before whoever does it; not "If true, Moss blames".
static bool is_supposing(const struct tokens *s, const struct frame *f)
{
	enum { NEAR = 9 };
	for (int i = f->source.from - 1; !f->away && i >= 0 && f->source.from - i < NEAR; i--) {
		const struct token *t = &s->t[i];
		if (token_says(t, "if") || token_says(t, "unless"))
			return i + 1 == f->source.from || token_is(t + 1, IS(det) | IS(person)) || t[1].capital;
		if (!token_noun(t) && !token_is(t, IS(det) | IS(person) | IS(title)) && t->tag != POS_JJ &&
		    !phrase_comma(s, i))
			return false;
	}
	return false;
}

// "Has he disputed it?": whether a sentence asks, outside of what it quotes.
static bool is_question(const struct tokens *s)
{
	const struct token *last = s->n ? &s->t[s->n - 1] : NULL;
	return last && token_says(last, "?") && !last->quoted;
}

// "Did not deny", "no longer disputes".
static bool denial_turned(const struct frame *f, const struct verdict *in)
{
	return (f->act == ACT_deny || f->act == ACT_reject || f->act == ACT_doubt) && cue_turned(f, in);
}

static bool sure_rule(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	if (!in->keep)
		return false;
	switch (in->stance) {
	case STANCE_accuses:
		return frames_charges(f->act) && !held_back(s, f) && !cue_turned(f, in);
	case STANCE_denies:
		return !denial_turned(f, in);
	case STANCE_admits:
		return !in->turned;
	case STANCE_assesses:
	case STANCE_speculates:
	case STANCE_reports:
		return false;
	default:
		return true;
	}
}

// A negation; not that of "no doubt".
static bool says_no(const struct tokens *s, int i)
{
	if (!token_is(&s->t[i], IS(neg)) || finder_sets_against(s, i) || finder_idle(s, i))
		return false;
	bool sort = i + 1 < s->n && token_says(&s->t[i + 1], "of"); // "he said nothing of the sort"
	bool idle = i > 1 && token_says(&s->t[i - 1], "did") && token_is(&s->t[i - 2], IS(conj)) && i + 1 < s->n &&
		    s->t[i + 1].mark;
	if (i > 0 && !sort && token_says(&s->t[i], "nothing") && (token_is(&s->t[i - 1], IS(say)) || idle))
		return false; // "I knew, and I said nothing", "they knew and did nothing"
	for (int k = i + 1; k < s->n && k - i < 4; k++)
		if (token_says(&s->t[k], "doubt") || token_says(&s->t[k], "doubts"))
			return false;
	return true;
}

// "Nor did it find that": what negates begins the clause.
static bool ends_clause(const struct token *t)
{
	return (t->mark && !t->opens) || (token_is(t, IS(conj)) && !token_is(t, IS(neg)));
}

// Where what bears on the cue begins: a few words before it, or before its source: "has stopped saying", "unless it is
// shown".
static int before_cue(const struct tokens *s, const struct frame *f)
{
	enum { WORDS = 7 };
	int behind = f->source.to + (f->source.to < f->cue.from && phrase_comma(s, f->source.to));
	if (!range_empty(f->source) && behind < f->cue.from && token_is(&s->t[behind], IS(relative)))
		return f->cue.from; // "a clerk who asked not to be named said"
	int first = !range_empty(f->source) && f->source.to <= f->cue.from ? f->source.from - 2 : 0, from = f->cue.from;
	while (from > 0 && from > first && f->cue.from - from < WORDS && !ends_clause(&s->t[from - 1]))
		from--;
	return from;
}

// "Any suggestion that they were involved": what is only talked about.
static bool talked_about(const struct tokens *s, int from, int to)
{
	for (int i = from; i + 2 < to; i++)
		if (token_says(&s->t[i], "any") && token_is(&s->t[i + 1], IS(thought) | IS(guessed) | IS(alleged)))
			return true;
	return false;
}

// "Said it had carried out the raid alone, not for money": the words themselves own up. Not "acknowledged that", which
// may be anything.
static bool takes_on(const struct tokens *s, const struct frame *f)
{
	const struct hit *h = f->hit;
	return h && h->class == LEXICON_CLAIM && strcmp(h->sub, "responsibility") == 0 &&
	       !token_is(&s->t[h->to - 1], IS(prep) | IS(sub)) && !token_says(&s->t[h->to - 1], "that") &&
	       !token_says(&s->t[h->to - 1], "to");
}

// Where what somebody is said to have known begins, "that the wall was not safe": whatever is negated there was known
// all the same. Else the content's end.
static int known_from(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	for (int i = 0; i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		int that = phrase_find(s, c->at, f->content.to, "that");
		if (c->role == ROLE_knew && !c->negated && !c->open && that > 0 && that - c->at < 5)
			return that;
	}
	return f->content.to;
}

// "I will not lie: I did it": in so many words.
static bool owns_plainly(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	bool owns = in->keep && in->stance == STANCE_admits && !in->turned && in->claims.n;
	return owns && plainly_owned(s, f, &in->claims.at[0]) >= 0;
}

// Where a negation in the content would take back what the rules read.
static struct range bound_of(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	bool told = in->keep && in->claims.n && (in->stance == STANCE_admits || in->stance == STANCE_accuses);
	return told ? plainly_bound(s, f, &in->claims.at[0]) : f->content;
}

// Whether words stand between cue and predicate, or in the content, that may take back what is said there. in->inside
// is set where only words of the content do.
static bool turned(const struct spoken *k, const struct frame *f, struct verdict *in)
{
	const struct tokens *s = &k->s;
	int from = f->content.from, to = known_from(s, f, in);
	bool own = f->cue.from == from && (f->act == ACT_deny || f->act == ACT_reject); // "rejects the claim" is all
	if (!f->away && !f->doubts && (f->cue.from < from || own))
		from = before_cue(s, f);
	if (!f->away && f->trailing && f->cue.to > to)
		to = f->cue.to;
	if (takes_on(s, f) && f->hit->to < to)
		to = f->hit->to; // what follows is how and why
	if (f->cue.negated || (f->cue.modal >= 0 && f->act != ACT_say))
		return true;
	struct operator_at op = operators_first(s, &k->hits, from, to);
	if (op.kind != OPERATOR_NONE || talked_about(s, from, to)) {
		in->inside = op.kind == OPERATOR_NONE || (op.from >= f->content.from && op.from < f->content.to);
		return true;
	}
	struct range bound = bound_of(s, f, in);
	for (int i = from; i < to; i++) {
		bool inside = i >= f->content.from && i < f->content.to;
		bool beside = inside && (i < bound.from || i >= bound.to);
		if ((says_no(s, i) && !beside) || finder_lies(s, i) || finder_turns(s, i) ||
		    token_says(&s->t[i], "?")) {
			in->inside = inside;
			return true;
		}
	}
	return to < s->n && token_says(&s->t[to], "?");
}

// What begins a sentence that supposes.
static bool is_supposed(const struct token *first)
{
	return token_says(first, "unless") || token_says(first, "suppose") || token_says(first, "whoever") ||
	       token_says(first, "imagine");
}

// "Had told her to shred the receipts": an order.
static bool told_to(const struct tokens *s, int cue)
{
	enum { LISTENER = 5 }; // words
	for (int i = cue + 1; i + 1 < s->n && i - cue <= LISTENER && !s->t[i].mark; i++) {
		if (token_says(&s->t[i], "to"))
			return s->t[i + 1].tag == POS_VB;
		if (token_verb(&s->t[i]) || token_says(&s->t[i], "that"))
			return false;
	}
	return false;
}

// "Staff must report it", "callers should tell the police": what is to be told, nobody has told.
static bool is_duty(const struct tokens *s, struct range at)
{
	static const char *const duties[] = { "must", "should", "shall" };
	for (int i = at.from; i + 1 < at.to && !(s->t[i].mark && !s->t[i].opens && !s->t[i].closes); i++)
		if (token_among(&s->t[i], duties) && s->t[i + 1].tag == POS_VB &&
		    token_is(&s->t[i + 1], IS(say) | IS(tell)))
			return true;
	return false;
}

// Questions, demands and calls state nothing; "called on" does not call anybody something.
static bool states_nothing(const struct tokens *s, const struct frame *f)
{
	if (token_says(&s->t[f->content.from], "if") || is_duty(s, f->content))
		return true;
	if (f->away || f->cue.at >= s->n || f->act == ACT_operator || f->act == ACT_decline)
		return false;
	if (f->cue.passive && reception_made(s, f->cue.at))
		return true;
	const struct token *cue = &s->t[f->cue.at];
	if (token_is(cue, IS(tell)) && told_to(s, f->cue.at))
		return true;
	int first = first_word(s, f->content);
	if (slice_starts(slice_of(cue->word), "claim") && !f->cue.passive && first < f->content.to &&
	    token_is(&s->t[first], IS(responsibility)) && f->cue.to <= first)
		return true; // "claimed responsibility": it is owned up to, and nothing is told of it
	bool warns = slice_starts(slice_of(cue->word), "warn") || slice_starts(slice_of(cue->word), "threat");
	for (int i = f->content.from; warns && i < f->content.to; i++)
		if (token_is(&s->t[i], IS(modal)))
			return true; // what may come
	for (int i = f->cue.from - 1; f->cue.infinitive && i >= 0 && f->cue.from - i < 9; i--)
		if (token_is(&s->t[i], IS(asks)) || slice_starts(slice_of(s->t[i].word), "call") ||
		    slice_starts(slice_of(s->t[i].word), "threaten"))
			return true; // "called on the police to say", "threatened to tell"
	bool calls = slice_starts(slice_of(cue->word), "call") && f->cue.at + 1 < s->n &&
		     (token_says(&s->t[f->cue.at + 1], "on") || token_says(&s->t[f->cue.at + 1], "for"));
	return calls || token_is(cue, IS(asks));
}

static bool says_of_self(const struct tokens *s, struct range r)
{
	for (int i = r.from; i < r.to; i++)
		if (token_says(&s->t[i], "i") || token_says(&s->t[i], "we") || token_says(&s->t[i], "my") ||
		    token_says(&s->t[i], "our"))
			return true;
	return false;
}

// "This was our work".
static bool calls_it_own(const struct tokens *s, struct range at)
{
	static const char *const words[] = { "work", "doing", "handiwork", "deed", "fault" };
	bool own = false;
	for (int i = at.from; i < at.to; i++) {
		if (token_is(&s->t[i], IS(neg)))
			return false;
		own |= i > at.from && token_among(&s->t[i], words) && voice_first_person(&s->t[i - 1]);
	}
	return own;
}

// "I made the transfers": what happened, told of oneself in plain words, is no denial by a guess.
static bool tells_own_part(const struct reader *r, const struct tokens *s, const struct frame *f)
{
	int from = first_word(s, f->content);
	if (calls_it_own(s, f->content))
		return true;
	bool own = from + 1 < f->content.to && (token_says(&s->t[from], "i") || token_says(&s->t[from], "we")) &&
		   s->t[from + 1].tag == POS_VBD && !token_is(&s->t[from + 1], IS(be) | IS(aux) | IS(neg));
	bool about = false;
	for (int i = from; own && i < f->content.to && !s->t[i].mark; i++) {
		own = !token_is(&s->t[i], IS(neg) | IS(sub));
		about |= token_noun(&s->t[i]) && (token_is(&s->t[i], IS(act) | IS(mayact) | IS(incident)) ||
						  claims_topical(&r->topic, s->t[i].word));
	}
	return own && about;
}

// "Has nothing to do with it", "took no part", "had no hand in it".
static bool has_no_part(const struct tokens *s, int i, int to)
{
	static const char *const parts[] = { "part", "role", "hand", "involvement", "connection", "responsibility" };
	if (i + 2 < to && token_says(&s->t[i], "nothing"))
		return token_says(&s->t[i + 1], "to") && token_says(&s->t[i + 2], "do");
	return i + 1 < to && token_says(&s->t[i], "no") && token_among(&s->t[i + 1], parts);
}

// "Had I known, I would have closed the line", "had Brand set it, we would have seen him": it was not so, which may
// deny it. "Had the pilot climbed, the jet would have cleared the ridge" denies nothing. 0: it may be so.
static unsigned unreal(const struct tokens *s, struct range at)
{
	static const char *const would[] = { "would", "could", "might" };
	int i = first_word(s, at);
	if (i + 1 >= at.to || !token_says(&s->t[i], "had"))
		return 0;
	const struct token *subject = &s->t[i + 1];
	bool not_so = token_is(subject, IS(pron));
	bool noun = subject->capital || token_is(subject, IS(det) | IS(person) | IS(group));
	for (int k = i + 1, comma = 0; noun && k < at.to && !not_so; k++) {
		comma |= phrase_comma(s, k);
		not_so = comma && (token_among(&s->t[k], would) || slice_ends(slice_of(s->t[k].word), "'d"));
	}
	bool denies = subject->capital || token_is(subject, IS(pron));
	return !not_so ? 0 : ALLOWED(reports) | (denies ? ALLOWED(denies) : 0);
}

// "Ask the police": an order states nothing by itself.
static bool is_order(const struct tokens *s, struct range at)
{
	int i = first_word(s, at);
	return i < at.to && s->t[i].tag == POS_VB;
}

// Whether it rejects what others say: "not" alone is said of much, "we did not" of little else; but "I will not forget
// that he did it" charges, in one voice.
static bool rejects(const struct spoken *k, const struct frame *f, const struct verdict *in)
{
	if (denial_turned(f, in))
		return false;
	if ((frames_take_back(f->act) && f->act != ACT_call) || f->cue.negated)
		return true;
	const struct token *charge = in->keep && in->stance == STANCE_accuses ? &k->s.t[in->claims.at[0].at] : NULL;
	bool self = says_of_self(&k->s, f->content);
	for (int i = f->content.from; i < f->content.to; i++)
		if (has_no_part(&k->s, i, f->content.to) || token_is(&k->s.t[i], IS(deny) | IS(reject)) ||
		    (finder_lies(&k->s, i) && !untrue_defence(&k->s, i)) ||
		    (self && says_no(&k->s, i) && !(charge && charge->quoted == k->s.t[i].quoted)))
			return true;
	return false;
}

// Whether a speaker, or whom it speaks for, is one of those that others have named.
static bool stands_accused(const struct reader *r, const char *speaker)
{
	const struct name *name = speaker && r->n_voiced ? roster_name(r->names, speaker) : NULL;
	for (int i = 0; name && i < r->n_voiced; i++) {
		const struct voiced *v = &r->voiced[i];
		if (v->accused && *v->actor && (names_one(v->name, name) || names_akin(v->name, name)))
			return true;
	}
	return false;
}

// Those who speak for others, and their families: what they say of others is a defence more often than a charge.
static bool is_near(const char *name)
{
	static const char *const words[] = { "lawyer",  "solicitor", "attorney", "counsel", "barrister", "mother",
					     "father",  "wife",      "husband",  "brother", "sister",    "family",
					     "parents", "son",       "daughter", "friend",  "widow" };
	struct slice rest = slice_of(name ? name : ""), word;
	while (slice_cut(&rest, ' ', &word)) {
		if (slice_starts(word, "spokes"))
			return true;
		word.len -= slice_ends(word, "s") && !slice_ends(word, "parents"); // lawyers
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (slice_is(word, words[i]))
				return true;
	}
	return false;
}

// Whether the words claim what was done: who says "our own boys fired short" denies nothing.
static bool affirms(const struct verdict *in)
{
	for (int i = 0; i < in->claims.n; i++)
		if (!in->claims.at[i].negated && !in->claims.at[i].open && in->claims.at[i].role != ROLE_unknown)
			return true;
	return false;
}

// "Next time we will set fire to it": what is still to come, nobody has done.
static bool is_to_come(const struct tokens *s, struct range content)
{
	static const char *const words[] = { "will", "shall", "won't" };
	for (int i = content.from; i < content.to; i++) {
		bool future = token_among(&s->t[i], words) || slice_ends(slice_of(s->t[i].word), "'ll");
		if (future || phrase_finite(s, i))
			return future;
	}
	return false;
}

// "It is our policy never to discuss such matters": who says nothing denies nothing.
static bool will_not_tell(const struct tokens *s, struct range at)
{
	static const char *const telling[] = { "comment", "comments", "discuss", "discusses", "speculate" };
	for (int i = at.from; i + 1 < at.to; i++) {
		int verb = i + 1 + token_says(&s->t[i + 1], "to");
		if (token_is(&s->t[i], IS(neg)) && verb < at.to && token_among(&s->t[verb], telling))
			return true;
	}
	return false;
}

// "Whether we did or did not is for others to say."
static bool leaves_open(const struct tokens *s, struct range at)
{
	if (at.from > 0 && token_says(&s->t[at.from - 1], "whether"))
		return true;
	int i = first_word(s, at);
	return i < at.to && token_says(&s->t[i], "whether");
}

bool allowed_open(const struct spoken *k, const struct frame *f)
{
	static const char *const words[] = { "whether",   "if",       "unclear",   "unknown", "early",   "soon",
					     "premature", "open",     "unsettled", "mystery", "yet",     "undecided",
					     "guess",     "guessing", "prove",     "proof",   "evidence" };
	const struct tokens *s = &k->s;
	int from = f->away || f->cue.from > f->content.from ? f->content.from : before_cue(s, f);
	int to = !f->away && f->cue.to > f->content.to ? f->cue.to : f->content.to;
	for (int i = from; i < to; i++) {
		const struct token *t = &s->t[i], *before = i > 0 ? t - 1 : NULL;
		bool relates = before && (token_noun(before) || token_is(before, IS(det) | IS(pron))); // "those who"
		if (token_is(t, IS(neg) | IS(modal)) || (token_is(t, IS(wh)) && !relates) || says_no(s, i) ||
		    token_among(t, words))
			return true;
	}
	return operators_first(s, &k->hits, from, to).kind != OPERATOR_NONE;
}

// "He suspected a groom", "he had changed forty answers": who says something, and leaves nothing open, declines
// nothing.
static bool may_decline(const struct spoken *k, const struct frame *f)
{
	static const char *const words[] = { "silent", "silence", "comment",  "comments",     "questions",
					     "refer",  "lawyers", "referred", "confidential", "policy" };
	bool says = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_think || f->act == ACT_according ||
		    f->act == ACT_show || f->act == ACT_guess;
	bool open = !says || allowed_open(k, f);
	for (int i = f->content.from; i < f->content.to && !open; i++)
		open = token_among(&k->s.t[i], words) || token_is(&k->s.t[i], IS(wh) | IS(mute));
	return open;
}

unsigned allowed_by_words(const struct spoken *k, const struct frame *f, const struct verdict *in)
{
	if (is_supposed(&k->s.t[f->content.from]))
		return 0;
	bool asks = leaves_open(&k->s, f->content);
	if (f->cue.to > 0 && !f->away && is_question(&k->s) && !k->s.t[f->cue.at].quoted)
		return 0;
	unsigned unreal_may = unreal(&k->s, f->content);
	if (unreal_may)
		return unreal_may;
	if (plainly_deed(&k->s, f))
		return in->keep && in->stance == STANCE_admits ? ALLOWED(admits) : ALLOWED(admits) | ALLOWED(reports);
	if (sure_rule(&k->s, f, in) && !(asks && in->stance == STANCE_denies))
		return 1u << in->stance;
	if (states_nothing(&k->s, f))
		return 0;
	if (takes_on(&k->s, f))
		return in->turned ? ALLOWED(reports) : ALLOWED(admits) | ALLOWED(reports);
	if (f->act == ACT_admit && f->cue.negated)
		return ALLOWED(declines) | ALLOWED(reports);
	if (f->act != ACT_doubt && denial_turned(f, in))
		return f->cue.negated ? ALLOWED(declines) : 0;
	unsigned may = ANY;
	if (!may_decline(k, f))
		may &= ~ALLOWED(declines);
	if (f->act == ACT_own)
		may &= ~(ALLOWED(declines) | ALLOWED(denies) | ALLOWED(admits) | ALLOWED(accuses));
	if (in->turned || f->act == ACT_other || held_back(&k->s, f))
		may &= ~(ALLOWED(accuses) | ALLOWED(admits));
	if (!says_of_self(&k->s, f->content) || is_to_come(&k->s, f->content) || !affirms(in))
		may &= ~ALLOWED(admits); // nobody owns up to what is no deed
	if (asks)
		may &= ~(ALLOWED(accuses) | ALLOWED(admits));
	bool rules_out = in->keep && in->stance == STANCE_rules_out;
	if (!rules_out && !frames_take_back(f->act))
		may &= ~ALLOWED(rules_out);
	bool says_so = in->keep && in->stance == STANCE_denies;
	if (asks || (!says_so && !rejects(k, f, in)) || will_not_tell(&k->s, f->content))
		may &= ~ALLOWED(denies);
	if (in->defends || !in->keep || in->stance != STANCE_accuses)
		may &= ~ALLOWED(accuses); // what is said instead; and no model accuses by itself
	if (frames_take_back(f->act))
		may &= ~(ALLOWED(accuses) | ALLOWED(admits) | ALLOWED(reports) | ALLOWED(speculates));
	bool doubts = in->hedging.hedge.word || f->act == ACT_think || f->act == ACT_guess || f->act == ACT_show;
	if (!doubts && in->keep && in->stance != STANCE_speculates)
		may &= ~ALLOWED(speculates);
	if (owns_plainly(&k->s, f, in))
		may &= ~(ALLOWED(denies) | ALLOWED(accuses));
	if (unsaid_denied(&k->s, f))
		may &= ~ALLOWED(denies);
	return may;
}

// "Another story was doing the rounds: that he had done it himself": in the report's own words, and not its own.
static bool tells_rumour(const struct tokens *s, const struct frame *f)
{
	static const char *const words[] = { "story", "tale", "gossip", "whispers", "rounds", "talk" };
	for (int i = f->content.from; i < f->content.to && f->act == ACT_own; i++)
		if (token_is(&s->t[i], IS(guessed)) || token_among(&s->t[i], words))
			return true;
	return false;
}

// "Seemed to have poisoned it", "was suspected of it": what only seems so, or is a suspicion, is no flat charge.
static bool only_seems(const struct tokens *s, struct range at)
{
	static const char *const words[] = { "suspected", "perhaps", "presumably", "apparently", "seemingly" };
	for (int i = at.from; i < at.to; i++)
		if (token_seems(&s->t[i]) || token_among(&s->t[i], words))
			return true;
	return false;
}

// "It was hard not to think of Varania", "there is no doubt": a "not" that negates nothing.
static bool is_idly_negated(const struct tokens *s, struct range at)
{
	bool idle = false;
	for (int i = at.from; i < at.to; i++) {
		if (token_is(&s->t[i], IS(neg)) && !finder_idle(s, i))
			return false;
		idle |= token_is(&s->t[i], IS(neg));
	}
	return idle;
}

// "I agree with her", "I have known him for years": of others, and not against what they say.
static bool tells_friend(const struct tokens *s, struct range at)
{
	for (int i = at.from; i < at.to; i++)
		if (finder_acquainted(s, i, at.to) && !phrase_group(s, i).negated)
			return true;
	return reception_agrees(s, at);
}

unsigned allowed_by_gate(const struct reader *r, const float *share, const struct tokens *s, const struct frame *f,
			 const struct party *who, const struct verdict *in, unsigned may)
{
	unsigned out = 0;
	if (!may || owns_plainly(s, f, in))
		return 0;
	bool denies = !denial_turned(f, in) && !(f->act == ACT_admit && f->cue.negated);
	if (denies && share[GATE_STANCE + STANCE_denies] >= denial_least && !will_not_tell(s, f->content) &&
	    f->act != ACT_own && voiced_of(r, who->name, false) && !affirms(in) && !is_idly_negated(s, f->content) &&
	    !plainly_deed(s, f) && !tells_own_part(r, s, f) && !tells_friend(s, f->content) && !unsaid_denied(s, f))
		out |= ALLOWED(denies);
	if (in->keep && in->stance == STANCE_no_conclusion && share[GATE_STANCE + STANCE_denies] >= unknown_least)
		out |= ALLOWED(denies); // "I did not write it, and had never seen it": not known to him, and denied
	bool says = false;
	for (int i = f->content.from; i < f->content.to; i++)
		says |= token_verb(&s->t[i]); // "a fake" charges nobody
	bool thinks = f->act == ACT_think || f->act == ACT_guess || f->act == ACT_show || f->act == ACT_other;
	bool open = thinks || tells_rumour(s, f) || leaves_open(s, f->content) || unreal(s, f->content) ||
		    is_order(s, f->content) || only_seems(s, f->content) || in->turned || in->hedging.hedge.word;
	if (says && share[GATE_STANCE + STANCE_accuses] >= charge_least && !open && !in->defends && !in->elsewhere &&
	    !frames_take_back(f->act))
		out |= ALLOWED(accuses);
	return out;
}

void allowed_look(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		  struct verdict *in)
{
	in->turned = turned(k, f, in) || held_back(&k->s, f) || is_supposing(&k->s, f);
	in->defends = stands_accused(r, who->name) || is_near(who->name);
}
