// How sure somebody says they are: "far from certain", "with moderate confidence", "no doubt", "wouldn't swear to it".
#ifndef READ_SURENESS_H
#define READ_SURENESS_H

#include "read/phrase.h"

#include "case/words.h"

struct surety {
	int from, to; // tokens: its words
	int head;     // the word that it is said with: "certain", "confidence", "doubt", "swear"
	int clause;   // where what it is about begins as a clause ("sure that ..."), or -1
	bool graded;  // its level is told: "low confidence", "60 per cent sure"
	bool thing;   // something else that it is about follows ("sure of sabotage")
	bool doubted; // they are not sure: nothing is held
	bool back;    // it points back at what was said: "on that", "to it"
	enum surety_kind { SURETY_STATE, SURETY_BESIDE } kind; // "she is sure"; "with high confidence"
	enum sureness level;
	struct range who; // who is sure; empty: whoever speaks
};

// Hangs them on their words.
void sureness_hang(struct arena *a, struct vocabulary *v);

// Reads the sureness whose head is token i, a word that one may be said with; false where none is said there.
bool sureness_said(const struct tokens *s, int i, struct surety *out);

// The same of any token: this is asked of each word of a sentence, more than once.
static inline bool sureness_at(const struct tokens *s, int i, struct surety *out)
{
	return s->t[i].hooks & HOOK_SURENESS && sureness_said(s, i, out);
}

// Parts that its kinds share. Sets who is sure by the verb at `verb`, and lowers the level where that is negated; false
// where nobody is sure yet.
bool sureness_held(const struct tokens *s, int verb, struct surety *out);

// Sets what follows: "that ...", a clause without "that", "about it", "of sabotage"; false where the words are then not
// of being sure of something that was said.
bool sureness_followed(const struct tokens *s, struct surety *out);

// "it", "that", "this": what was said before.
bool sureness_points_back(const struct token *t);

#endif
