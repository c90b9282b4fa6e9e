#include "read/heard.h"

#include "read/sentence.h"
#include "base/search.h"
#include "read/content.h"
#include "read/frame_nouns.h"
#include "read/holder.h"
#include "read/nominal.h"
#include "read/phrasal.h"

#include <stdlib.h>

static void reach(struct arena *a, const struct document *d, const struct spans *parts, size_t number, struct heards *h)
{
	for (each (part, parts))
		for (size_t s = sentence_at(d, part->from); s < d->sentences.n && d->sentences.at[s].from < part->to;
		     s++)
			list_push(a, &h->at, ((struct heard_at){ s, number }));
}

static void add(struct arena *a, const struct document *d, const struct attribution *is, struct heards *h)
{
	size_t number = h->list.n;
	list_push(a, &h->list, ((struct heard){ .is = is, .cue = sentence_at(d, is->cue.at[0].from) }));
	reach(a, d, &is->cue, number, h);
	reach(a, d, &is->content, number, h);
	for (each (inner, &is->inner))
		add(a, d, inner, h);
}

static int by_sentence(const void *a, const void *b)
{
	const struct heard_at *x = a, *y = b;
	if (x->sentence != y->sentence)
		return x->sentence < y->sentence ? -1 : 1;
	return x->heard < y->heard ? -1 : x->heard > y->heard;
}

struct heards heard_of(struct arena *a, const struct document *d)
{
	struct heards h = { 0 };
	for (each (is, &d->attributions))
		if (is->cue.n && d->sentences.n)
			add(a, d, is, &h);
	if (h.at.n)
		qsort(h.at.at, h.at.n, sizeof *h.at.at, by_sentence);
	size_t n = 0;
	for (size_t i = 0; i < h.at.n; i++)
		if (!n || by_sentence(&h.at.at[n - 1], &h.at.at[i]))
			h.at.at[n++] = h.at.at[i];
	h.at.n = n;
	return h;
}

size_t heard_first(const struct heards *h, size_t sentence)
{
	return search_first(h->at.n, k, h->at.at[k].sentence < sentence);
}

// The tokens from the first part's beginning to the last part's end, of what stands in the sentence.
static struct range tokens_in(const struct tokens *s, const struct spans *parts)
{
	struct range r = { s->n, 0 };
	for (each (part, parts))
		for (int i = 0; i < s->n; i++)
			if (s->t[i].at.from < part->to && part->from < s->t[i].at.to) {
				r.from = i < r.from ? i : r.from;
				r.to = i + 1;
			}
	return r.from < r.to ? r : (struct range){ 0, 0 };
}

struct range heard_source(const struct tokens *s, const struct heards *h, size_t heard)
{
	return tokens_in(s, &h->list.at[heard].is->source);
}

// The word of a cue that says what is done: a verb that is known, else its last word ("hesitated to say").
static int head_of(const struct tokens *s, struct range cue)
{
	for (int i = cue.from; i < cue.to; i++)
		if (s->t[i].is && phrase_verb(s, i) && !token_is(&s->t[i], IS(be) | IS(have) | IS(aux) | IS(modal)))
			return i;
	for (int i = cue.to; i-- > cue.from;)
		if (!s->t[i].mark)
			return i;
	return cue.from;
}

// Acts of which the content is a clause that somebody holds to be so; those of the others the rules bound better.
static bool holds_clause(enum act act)
{
	return act == ACT_say || act == ACT_tell || act == ACT_think || act == ACT_guess || act == ACT_show ||
	       act == ACT_according || act == ACT_cite;
}

static struct frame *frame_with(struct frames *f, struct range cue)
{
	for (each (is, &f->list))
		if (is->cue.at >= cue.from && is->cue.at < cue.to)
			return is;
	return NULL;
}

// "accused of staging it": an accusing verb without anybody behind it has before it whom it accuses.
static bool is_object(const struct tokens *s, const struct frame *f)
{
	int next = f->cue.to;
	return (f->act == ACT_accuse || f->act == ACT_blame) && next < s->n &&
	       (token_says(&s->t[next], "of") || token_says(&s->t[next], "by") || token_says(&s->t[next], "for"));
}

// "Soldiers raided the post, the service concluded with some confidence": the clause before is held, not what follows.
static bool only_beside(const struct tokens *s, const struct frame *f, struct range content)
{
	return f->trailing && content.from >= f->cue.to && !content_clause(s, content.from, content.to);
}

// "he" of "A driver, who fears for the work he has, said": the tagger's nearest word, where the rules have a noun.
static bool is_pronoun(const struct tokens *s, struct range r)
{
	const struct token *t = &s->t[r.from];
	return r.to - r.from == 1 && (token_is(t, IS(pron)) || token_says(t, "who") || phrase_reflexive(t));
}

// "Ana Lorca" of "its head here, Ana Lorca,": the rules' name, where the tagger has more around it or less of it.
static bool is_named_in(const struct tokens *s, struct range rules, struct range tagger)
{
	bool holds = tagger.from <= rules.from && rules.to <= tagger.to;
	bool held = rules.from <= tagger.from && tagger.to <= rules.to;
	return !range_empty(rules) && (holds || held) && !range_empty(nominal_proper(s, rules));
}

// "Said detectives doubt that Kelmar was involved", taken for "that Kelmar was involved": it steps over a clause.
static bool steps_over(const struct tokens *s, const struct frame *f, struct range content)
{
	for (int i = f->content.from; !f->trailing && i < content.from && content.from < f->content.to; i++)
		if (phrase_finite(s, i) && token_is(&s->t[i], IS(doubt) | IS(deny)))
			return true;
	return false;
}

static void mend(const struct tokens *s, struct frame *f, struct range source, struct range content)
{
	if (f->interposed)
		return;
	bool known = f->joined >= 0 || (!range_empty(f->source) && !is_pronoun(s, f->source));
	// "hit out at messages claiming": they claim it, and nobody before them
	bool nearer = s->t[f->cue.at].forms == FORM_ING && source.to < f->source.from && f->source.to <= f->cue.from;
	bool inside = !range_empty(f->source) && phrase_comma(s, f->source.to) && source.from > f->source.to + 1 &&
		      source.to <= f->cue.from; // "Karsk, accused by Velia, said"
	bool worse = (known && (is_pronoun(s, source) || nearer || inside)) || is_named_in(s, f->source, source);
	bool blamed = f->cue.passive && source.from > f->cue.at && source.from > 0 &&
		      (token_says(&s->t[source.from - 1], "on") || token_is(&s->t[source.from - 1], IS(det)));
	// "leading officials to believe": they are led to it
	bool led = f->cue.infinitive && source.from < f->source.from && f->source.to == source.to &&
		   s->t[source.from].tag == POS_VBG;
	bool as = f->cue.from > 0 && token_says(&s->t[f->cue.from - 1], "as"); // "was quoted by the Tern as saying"
	worse |= blamed || led || (as && known) ||
		 (f->cue.passive && f->act == ACT_think); // "was blamed on X", "is believed to be by X"
	if (!range_empty(source) && !worse && (range_empty(f->source) || holds_clause(f->act))) {
		f->source = source;
		f->joined = -1;
	}
	bool cut = content.from >= f->cue.to && content.from + 1 >= f->content.from &&
		   content.from <= f->content.from && content.to < f->content.to;
	bool less = cut && !content_clause(s, content.from, content.to) &&
		    content_clause(s, content.to, f->content.to); // "that the guard, known as Fox, had set it"
	bool bare = f->trailing && content.from >= f->content.from && content.to < f->content.to &&
		    !content_clause(s, content.from, content.to) &&
		    content_clause(s, f->content.from, f->content.to); // "the leak" of "the leak was deliberate"
	bool better =
	    range_empty(f->content) || (holds_clause(f->act) && !less && !bare && !only_beside(s, f, content));
	if (!range_empty(content) && better && !steps_over(s, f, content)) {
		f->content = content;
		f->trailing = content.from < f->cue.at && content.to <= f->cue.to;
	}
}

// "The tanker was sunk, it was claimed, by saboteurs": who stands after a comma and "by" did what is told, and says
// nothing.
static bool is_agent_of_another(const struct tokens *s, struct range cue, struct range source)
{
	int by = source.from - 1;
	return !range_empty(cue) && by >= cue.to && by > 0 && token_says(&s->t[by], "by") && phrase_comma(s, by - 1);
}

// "Had approved the attack", "knew nothing of it": who did something says nothing by that.
static bool is_deed(const struct tokens *s, int verb, const struct frame *f)
{
	const struct token *first = &s->t[f->content.from];
	bool said = first->quoted || first->opens || token_is(first, IS(wh)) || token_says(first, "that");
	bool clause = f->content.from < verb && content_clause(s, f->content.from, f->content.to);
	return f->act == ACT_other && token_is(&s->t[verb], IS(direct) | IS(act) | IS(stage) | IS(light) | IS(know)) &&
	       token_verb(&s->t[verb]) && !said && !clause;
}

// "A man dismissed by the firm": he is, and nothing that was said.
static bool is_dismissal(const struct tokens *s, int verb, const struct frame *f)
{
	bool by = verb + 1 < s->n && token_says(&s->t[verb + 1], "by");
	const struct token *head = &s->t[f->content.to - 1];
	return by && f->act == ACT_reject && f->content.to <= verb &&
	       (token_is(head, IS(person)) || head->kind == KIND_NOUN + NOUN_PERSON);
}

// "The police's theory is that he did it": by the noun of a cue whose verb says nothing.
static enum act held_as(const struct tokens *s, struct range cue, struct range content)
{
	int that = content.from - (content.from > 0 && token_says(&s->t[content.from - 1], "that"));
	bool is = that > 0 && token_is(&s->t[that - 1], IS(be));
	for (int i = cue.from > 0 ? cue.from - 1 : 0; i < cue.to && is; i++)
		if (token_is(&s->t[i], IS(thought) | IS(guessed) | IS(alleged)))
			return token_is(&s->t[i], IS(alleged)) ? ACT_say : ACT_think;
	return ACT_other;
}

// "Are aware of claims that", "the claim that he did it is absurd": who has the claim, in the cue or right before what
// is claimed, does not tell it.
static bool meets_claim(const struct tokens *s, struct range cue, struct range content)
{
	for (int i = cue.from; i < cue.to; i++)
		if (frame_nouns_met(s, i) ||
		    (token_is(&s->t[i], IS(alleged) | IS(guessed) | IS(thought)) && frame_nouns_untrue(s, i)))
			return true;
	int noun = content.from - 1 - (content.from > 1 && token_says(&s->t[content.from - 1], "that"));
	return noun >= cue.to && frame_nouns_met(s, noun);
}

void heard_join(struct arena *a, const struct tokens *s, const struct heards *h, size_t heard, struct frames *f)
{
	const struct attribution *is = h->list.at[heard].is;
	struct range cue = tokens_in(s, &is->cue), source = tokens_in(s, &is->source),
		     content = content_trim(s, tokens_in(s, &is->content));
	struct frame *known = range_empty(cue) ? NULL : frame_with(f, cue);
	if (is_agent_of_another(s, cue, source))
		source = (struct range){ 0, 0 };
	if (!range_empty(source) && (holder_set_aside(s, source) || holder_nobody(s, source, cue.to)))
		return;
	if (known) {
		mend(s, known, source, content);
		known->heard = (int)heard;
		return;
	}
	if (range_empty(content) || f->list.n >= FRAMES_MOST)
		return;
	struct frame add = { .act = ACT_say, .joined = -1, .outer = -1, .source = source, .content = content };
	add.heard = (int)heard;
	add.cue = (struct verb_group){ .from = content.from, .at = content.from, .to = content.from, .modal = -1 };
	add.lemma = "";
	add.away = range_empty(cue);
	if (!add.away) {
		int head = head_of(s, cue);
		enum act act;
		add.lemma = s->t[head].word;
		add.cue = phrase_group(s, head);
		add.act = frames_act(&s->t[head], &act) ? act : held_as(s, cue, content);
		add.cue.passive |= is_object(s, &add);
		add.trailing = content.to <= add.cue.at;
		if (is_deed(s, head, &add) || is_dismissal(s, head, &add) || phrasal_idle(s, &add) ||
		    frames_participle(s, &add) || meets_claim(s, cue, content))
			return;
	}
	list_push(a, &f->list, add);
}

void heard_settle(struct frames *f)
{
	struct frame was[FRAMES_MOST];
	int place[FRAMES_MOST], now[FRAMES_MOST], n = (int)f->list.n; // which frame comes there; where a frame is then
	for (int i = 0; i < n; i++) {
		int k = i;
		was[i] = f->list.at[i];
		for (; k > 0 && was[place[k - 1]].cue.at > was[i].cue.at; k--)
			place[k] = place[k - 1];
		place[k] = i;
	}
	for (int k = 0; k < n; k++)
		now[place[k]] = k;
	for (int k = 0; k < n; k++) {
		f->list.at[k] = was[place[k]];
		if (f->list.at[k].joined >= 0)
			f->list.at[k].joined = now[f->list.at[k].joined];
	}
}
