// Whose a cue is, however the sentence is turned.
#include "read/holder.h"

#include "read/answers.h"

// "leading officials to believe": who is led to the verb whose group begins at `to` holds it; empty where nobody is.
static struct range made_to(const struct tokens *s, int to)
{
	static const char *const makers[] = { "led",    "leading", "leads",  "lead",    "prompted",  "prompting",
					      "caused", "causing", "forced", "forcing", "compelled", "obliged",
					      "prompt", "cause",   "force",  "brought", "persuaded", "convinced" };
	bool joined = false;
	for (int k = to - 1; k > 0 && to - k < 8; k--) {
		if (!token_among(&s->t[k], makers))
			continue;
		if (k == to - 1 && token_is(&s->t[k - 1], IS(be))) // "was forced to admit"
			return phrase_subject(s, phrase_group(s, k - 1).from, &joined);
		struct range who = phrase_subject(s, to, &joined);
		who.from = who.from <= k ? k + 1 : who.from;
		return who;
	}
	return (struct range){ to, to };
}

struct range holder_subject(const struct tokens *s, const struct verb_group *g, bool *joined)
{
	return g->infinitive ? made_to(s, g->from) : phrase_subject(s, g->from, joined);
}

// "quoted a driver as saying": the driver; empty where nobody is quoted.
static struct range quoted_as(const struct tokens *s, int as)
{
	enum { WORDS = 12 };
	for (int k = as - 1; k > 0 && as - k < WORDS && !s->t[k].mark; k--)
		if (token_is(&s->t[k], IS(cite)))
			return phrase_group(s, k).passive ? phrase_subject(s, phrase_group(s, k).from, &(bool){ false })
							  : (struct range){ k + 1, as };
	return (struct range){ as, as };
}

// "Brandt issued a statement denying it": who gave the document out that a word names; else the word itself.
static struct range issuer(const struct tokens *s, int document)
{
	static const char *const gives[] = { "issued",    "issues",      "issue",      "released", "releases",
					     "published", "publishes",   "put",        "posted",   "posts",
					     "sent",      "wrote",       "read",       "gave",     "made",
					     "signed",    "distributed", "circulated", "filed",    "uploaded",
					     "submitted", "issuing" };
	bool joined;
	int verb = document - 1;
	while (verb > 0 && document - verb < 5 &&
	       (token_is(&s->t[verb], IS(det)) || s->t[verb].tag == POS_JJ || token_noun(&s->t[verb]) ||
		token_says(&s->t[verb], "out")))
		verb--;
	struct range who = verb > 0 && token_among(&s->t[verb], gives) && token_verb(&s->t[verb])
			       ? phrase_subject(s, phrase_group(s, verb).from, &joined)
			       : (struct range){ 0, 0 };
	return range_empty(who) ? (struct range){ document, document + 1 } : who;
}

// "Hit out at messages on a page claiming that": what is written claims it; else `source`.
static struct range written_before(const struct tokens *s, int cue, struct range source)
{
	enum { NEAR = 7 };
	for (int k = cue - 1; k > 0 && cue - k < NEAR && !s->t[k].mark && !phrase_finite(s, k); k--)
		if (token_noun(&s->t[k]) && token_is(&s->t[k], IS(document)))
			return issuer(s, k);
	return source;
}

// "An email had come from a group, claiming", "a statement published by the Front, claiming": who sent it claims it.
// Empty: nobody is told to have.
static struct range sent_by(const struct tokens *s, int cue)
{
	static const char *const calls[] = { "call", "calls", "video", "claim", "text", "tip", "communiqu\xC3\xA9" };
	enum { NEAR = 12, AWAY = 9 };
	struct range none = { cue, cue };
	int end = cue - phrase_comma(s, cue - 1), by = end - 1;
	while (by > 0 && end - by < NEAR && !s->t[by].mark && !token_says(&s->t[by], "from") &&
	       !token_says(&s->t[by], "by"))
		by--;
	if (by <= 0 || s->t[by].mark || end - by >= NEAR || end - by < 2)
		return none;
	for (int k = by - 1; k >= 0 && by - k < AWAY && !s->t[k].mark; k--)
		if (token_noun(&s->t[k]) && (token_is(&s->t[k], IS(document)) || token_among(&s->t[k], calls)))
			return (struct range){ by + 1, end };
	return none;
}

// "vanished from the museum", "clerks I asked": a subject that is none.
static bool holds_verb(const struct tokens *s, struct range source)
{
	for (int i = source.from; i < source.to; i++)
		if (s->t[i].tag == POS_VBD || s->t[i].tag == POS_VBZ || s->t[i].tag == POS_VBP)
			return true;
	return source.from < source.to && (s->t[source.from].tag == POS_VBN || s->t[source.from].tag == POS_VBG);
}

bool holder_denies(const struct tokens *s, struct range *source)
{
	for (int i = source->from > 0 ? source->from - 1 : 0; i + 1 < source->to; i++) {
		const struct token *next = &s->t[i + 1];
		bool who =
		    next->capital || token_is(next, IS(det) | IS(pron)) || token_is(next, IS(group) | IS(person));
		bool charge = token_is(&s->t[i], IS(alleged) | IS(guessed)) || token_says(&s->t[i], "something");
		if (!charge || !who || s->t[i].owner)
			continue;
		source->from = i + 1;
		return true;
	}
	return false;
}

bool holder_set_aside(const struct tokens *s, struct range subject)
{
	static const char *const against[] = { "to", "despite", "unlike", "from", "with", "against" };
	for (int i = subject.from > 0 ? subject.from - 1 : 0; i < subject.to; i++)
		if (token_says(&s->t[i], "whatever") ||
		    (i > 0 && token_says(&s->t[i], "what") && token_among(&s->t[i - 1], against)))
			return true;
	return false;
}

bool holder_nobody(const struct tokens *s, struct range subject, int verb)
{
	static const char *const words[] = { "easy",       "hard",       "difficult",  "wrong",    "right",
					     "fair",       "unfair",     "tempting",   "absurd",   "premature",
					     "possible",   "impossible", "safe",       "foolish",  "reasonable",
					     "naive",      "early",      "misleading", "mistake",  "accurate",
					     "simplistic", "convenient", "better",     "nonsense", "irresponsible" };
	if (range_empty(subject) || subject.to - subject.from != 1 || !token_says(&s->t[subject.from], "it"))
		return false;
	bool judged = false, to = false;
	for (int i = subject.to; i < s->n && i <= verb && !s->t[i].mark && !to; i++) {
		to = token_says(&s->t[i], "to");
		judged |= token_among(&s->t[i], words);
		if (to && i + 1 < s->n && token_is(&s->t[i + 1], IS(think) | IS(guess)))
			return false; // "it was hard to believe that", which the speaker does not
	}
	return judged;
}

struct range holder_doer(const struct tokens *s, struct frame *f, bool *joined)
{
	int i = f->cue.at;
	bool charged = frames_charges(f->act);
	bool aside = charged && f->cue.from == i && phrase_comma(s, i - 1) && f->cue.to < s->n &&
		     token_says(&s->t[f->cue.to], "by");
	f->cue.passive |= aside; // "Karsk, accused by Velia of it,"
	struct range ahead = charged && i == 0 ? answers_ahead(s, f) : (struct range){ 0, 0 };
	if (!range_empty(ahead)) {
		f->cue.passive = true;
		return ahead;
	}
	struct range r = holder_subject(s, &f->cue, joined);
	if (range_empty(r) && f->cue.passive && f->cue.from > 0 && s->t[f->cue.from - 1].opens)
		r = phrase_subject(s, f->cue.from - 1, joined); // managers "were told that"
	if (aside && range_empty(r))
		r = phrase_subject(s, i - 1, joined);
	if (!holds_verb(s, r))
		return r;
	struct range who = phrase_governed(s, &f->cue); // "the clerks I asked thought"
	return range_empty(who) ? r : who;
}

void holder_of_participle(const struct tokens *s, struct frame *f)
{
	int i = f->cue.at;
	if (range_empty(f->source) && s->t[i].forms == FORM_ING && f->cue.from > 0 && !s->t[f->cue.from - 1].mark) {
		bool none;
		f->source = phrase_subject(s, i, &none); // "officials blaming each other"
	}
	bool participle = s->t[i].forms == FORM_ING && f->cue.from == i;
	struct range sender = participle ? sent_by(s, i) : (struct range){ i, i };
	if (!range_empty(sender)) {
		f->source = sender;
		f->joined = -1;
	} else if (participle) {
		f->source = written_before(s, i, f->source);
		for (int k = f->source.from; k < f->source.to; k++)
			if (token_is(&s->t[k], IS(prep)))
				f->source.from = k + 1; // "communications of officials blaming": theirs
	}
	if (s->t[i].forms == FORM_ING && i > 0 && token_says(&s->t[i - 1], "as"))
		f->source = quoted_as(s, i - 1);
}
