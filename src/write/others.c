// What others say, beside ours and never inside it: what they concluded, as theirs, and what the case does not use at
// all. A reader sees what was left out, and a case without a question still shows who said what.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include <string.h>

enum { UNUSED_MOST = 30 };

// An accusation is called one, and so is a denial.
#define ACT_TABLE(X)                                                                                                   \
	X(accuses, "accusation")                                                                                       \
	X(admits, "admission")                                                                                         \
	X(denies, "denial")                                                                                            \
	X(assesses, "assessment")                                                                                      \
	X(speculates, "speculation")                                                                                   \
	X(reports, "report")                                                                                           \
	X(rules_out, "ruling it out")                                                                                  \
	X(not_ruled_out, "not ruling it out")                                                                          \
	X(no_conclusion, "no conclusion")                                                                              \
	X(declines, "no comment")

static const char *act(enum stance s)
{
#define X_ACT(name, words) [STANCE_##name] = words,
	static const char *const acts[stance_count] = { ACT_TABLE(X_ACT) };
#undef X_ACT
	return acts[s];
}

// Who speaks and what they do: "US officials (assessment)"; the document itself where it asserts.
static void say_who(struct writing *g, const char *who, const struct statement *s)
{
	if (!who || !*who)
		who = "Somebody not named";
	if (!strcmp(who, "[report]"))
		who = "The document itself";
	tree_say(g->t, "%s", phrase_upper(g->t->arena, who));
	if (s)
		tree_say(g->t, " (%s)", act(s->stance));
}

static bool belongs(struct writing *g, const struct judgement *j, size_t q)
{
	if (!j->question)
		return q == 0;
	return !strcmp(j->question, g->c->questions.at[q].id);
}

// The hypothesis it speaks of, as a claim; NULL where it names none.
static const char *concluded(struct writing *g, const struct judgement *j, size_t q)
{
	const struct question *ask = &g->c->questions.at[q];
	for (each (h, &ask->hyps))
		if (j->hypothesis && !strcmp(h->id, j->hypothesis))
			return phrase_claim(g->t->arena, ask, h);
	return NULL;
}

static void refer_judgement(struct writing *g, const struct judgement *j)
{
	int at = j->statement ? case_find_statement(g->c, j->statement) : -1;
	if (at >= 0)
		note_refer(g, NOTE_STATEMENT, (size_t)at);
	else
		note_refer(g, NOTE_JUDGEMENT, (size_t)(j - g->c->judgements.at));
}

// On whether something holds, never that it does: their word may deny it.
static void say_judgement(struct writing *g, const struct judgement *j, size_t q)
{
	const char *what = concluded(g, j, q);
	int at = j->statement ? case_find_statement(g->c, j->statement) : -1;
	const struct statement *s = at < 0 ? NULL : &g->c->statements.at[at];
	const struct passage *p = s ? g->t->notes.at[note_of(g, NOTE_STATEMENT, (size_t)at)].passages.at : NULL;
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_information);
	say_who(g, j->who, s);
	if (what)
		tree_say(g->t, ", on whether %s", what);
	tree_say(g->t, ": ");
	tree_piece(g->t, PIECE_QUOTE,
		   what && j->word ? j->word
		   : p && p->words ? p->words
		   : j->say        ? j->say
		   : j->word       ? j->word
				   : "the words are not at hand");
	tree_say(g->t, ".");
	refer_judgement(g, j);
	if (j->confidence) {
		tree_sentence(g->t, SENTENCE_information);
		tree_say(g->t, "The confidence they state for it is their own: ");
		tree_piece(g->t, PIECE_QUOTE, j->confidence);
		tree_say(g->t, ".");
		refer_judgement(g, j);
	}
}

void others_concluded(struct writing *g, size_t q)
{
	size_t n = 0;
	for (each (j, &g->c->judgements))
		n += belongs(g, j, q);
	if (!n)
		return;
	tree_block(g->t, BLOCK_PARAGRAPH);
	tree_sentence(g->t, SENTENCE_information);
	tree_say(g->t, "What others concluded is theirs, and none of it is weighed in our answer:");
	for (each (j, &g->c->judgements))
		if (belongs(g, j, q))
			refer_judgement(g, j);
	for (each (j, &g->c->judgements))
		if (belongs(g, j, q))
			say_judgement(g, j, q);
}

static void mark(struct writing *g, bool *used, const char *id)
{
	int at = id ? case_find_statement(g->c, id) : -1;
	if (at >= 0)
		used[at] = true;
}

static void say_unused(struct writing *g, size_t at)
{
	const struct statement *s = &g->c->statements.at[at];
	size_t note = note_of(g, NOTE_STATEMENT, at);
	const struct passage *p = g->t->notes.at[note].passages.at;
	tree_block(g->t, BLOCK_ITEM);
	tree_sentence(g->t, SENTENCE_information);
	say_who(g, s->speaker.name, s);
	tree_say(g->t, ": ");
	tree_piece(g->t, PIECE_QUOTE, p->words ? p->words : "the words are not at hand");
	tree_say(g->t, p->cut ? " ..." : ".");
	tree_refer(g->t, note);
}

void others_unused(struct writing *g)
{
	bool *used = arena_array(g->t->arena, bool, g->c->statements.n + 1);
	size_t left = 0, said = 0;
	for (each (r, &g->c->reports)) {
		mark(g, used, r->statement);
		mark(g, used, r->echo_statement);
	}
	for (each (j, &g->c->judgements))
		mark(g, used, j->statement);
	for (size_t i = 0; i < g->c->statements.n; i++)
		left += !used[i];
	if (!left)
		return;
	tree_heading(g->t, "Said in the documents, not used in the case");
	for (size_t i = 0; i < g->c->statements.n && said < UNUSED_MOST; i++)
		if (!used[i]) {
			say_unused(g, i);
			said++;
		}
	if (left > said) {
		tree_block(g->t, BLOCK_PARAGRAPH);
		tree_sentence(g->t, SENTENCE_information);
		tree_say(g->t, "And %s more.", number_of(g->t->arena, left - said, "statement"));
		note_refer(g, NOTE_DOCUMENTS, 0);
	}
}
