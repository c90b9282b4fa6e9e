// The draft in its order: what is asked, what was said about it, what is to be weighed, what others concluded.
#include "draft/draft.h"

#include "draft/grounds.h"
#include "draft/proposal.h"
#include "draft/questions.h"

#include "base/log.h"

#include <string.h>

// "not likely" where the word is of the opposite: a likelihood is told in words, never turned.
static const char *judgement_word(struct proposal *p, const struct statement *s)
{
	static const char *const positive[] = { "likely", "probable", "probably", "almost certain",
						"almost certainly" };
	bool against = s->targets.n && s->targets.at[0].polarity == POLARITY_against;
	for (size_t i = 0; against && s->likelihood.word && i < sizeof positive / sizeof *positive; i++)
		if (slice_is_nocase(slice_of(s->likelihood.word), positive[i]))
			return arena_printf(p->arena, "%s not", s->likelihood.word);
	return s->likelihood.word;
}

// The level that was read, or that the words themselves say.
static const char *judgement_confidence(const struct statement *s, const char *words)
{
	static const char *const said[] = { "low confidence", "moderate confidence", "high confidence" };
	if (s->confidence.word)
		return sureness_name((enum sureness)s->confidence.level);
	for (enum sureness level = SURENESS_low; level < sureness_count; level++)
		if (slice_find(slice_of(words), said[level]) >= 0)
			return sureness_name(level);
	return NULL;
}

static bool text_same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

// Whether one says the same as another, whoever reprints it.
static bool judgement_same(const struct judgement *there, const struct judgement *j)
{
	return text_same(there->id, j->id) ||
	       (text_same(there->who, j->who) && text_same(there->hypothesis, j->hypothesis) &&
		text_same(there->question, j->question) && text_same(there->word, j->word) &&
		(!j->confidence || text_same(there->confidence, j->confidence)));
}

// Whether a person removed it, or it is in the case already, perhaps with another word by now.
static bool judgement_answered(const struct proposal *p, const struct judgement *j)
{
	for (each (there, &p->c->judgements))
		if (text_same(there->id, j->id))
			return true;
	return proposal_gone(p, "judgements", j->id);
}

static bool concludes(const struct statement *s)
{
	return s->stance != STANCE_reports && s->stance != STANCE_declines;
}

// What others concluded stands beside the answer, with their words for likelihood and confidence, and is never weighed.
static void judgement_add(struct proposal *p, const struct told *t, const struct statement *s)
{
	struct judgement j = {
		.id = t->id, .who = s->speaker.name, .statement = t->id, .say = t->words, .drafted = true
	};
	if (!concludes(s) || !j.who)
		return;
	for (size_t i = 0; i < s->targets.n && !j.hypothesis; i++)
		j.hypothesis = questions_answer(p, s->targets.at[i].role, s->targets.at[i].actor, &j.question);
	const struct question *who = questions_who(p);
	if (!j.hypothesis && !(s->stance == STANCE_no_conclusion && who))
		return;
	if (!j.hypothesis)
		j.question = who->id;
	j.word = judgement_word(p, s);
	j.confidence = judgement_confidence(s, t->words);
	if (judgement_answered(p, &j)) {
		list_push(p->arena, &p->judged, j);
		return;
	}
	for (each (there, &p->judged))
		if (judgement_same(there, &j))
			return;
	for (each (there, &p->c->judgements))
		if (judgement_same(there, &j))
			return;
	list_push(p->arena, &p->c->judgements, j);
}

static void assume_even(struct proposal *p)
{
	static const char id[] = "even-priors";
	bool known = !p->c->questions.n || proposal_gone(p, "assumptions", id);
	for (each (x, &p->c->assumptions))
		known |= !strcmp(x->id, id);
	if (known)
		return;
	struct assumption *x = list_add(p->arena, &p->c->assumptions);
	*x = (struct assumption){ .id = id, .drafted = true };
	x->say = "Before the evidence no answer is favoured over another";
	x->why = "The documents give no base rate; that somebody voiced an answer is no evidence for it.";
}

// Whether any document says anything that bears on a case.
static bool bears(const struct document *const *docs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (docs[i]->statements.n || docs[i]->findings.n)
			return true;
	return false;
}

void draft_case(struct arena *a, struct the_case *c, const struct document *const *docs, size_t n,
		const struct tracing *t, bool (*seen)(void *context, const char *kind, const char *id), void *context)
{
	struct proposal p = { .arena = a, .c = c, .docs = docs, .n = n, .t = t, .seen = seen, .context = context };
	if (n && !bears(docs, n))
		log_warn("no contested incident is told of in the documents: there is nothing to draft");
	questions_propose(&p);
	assume_even(&p);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < docs[i]->statements.n; k++) {
			const struct statement *s = &docs[i]->statements.at[k];
			struct told told = proposal_told(&p, i, k);
			proposal_statement(&p, &told, s);
			if (grounds_of(s, told.words) == GROUND_NONE)
				judgement_add(&p, &told, s);
		}
	grounds_propose(&p);
}
