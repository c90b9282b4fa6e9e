// Frames: who says (cue) what (content). This is the part that a trained tagger can take over: what is done with
// frames, in stance.c and targets.c, does not ask how they were found.
#ifndef READ_FRAMES_H
#define READ_FRAMES_H

#include "read/lexicon.h"
#include "read/phrase.h"

// What the cue does with its content.
#define ACT_TABLE(X)                                                                                                   \
	X(say)                                                                                                         \
	X(tell)                                                                                                        \
	X(think)                                                                                                       \
	X(guess)                                                                                                       \
	X(deny)                                                                                                        \
	X(doubt)                                                                                                       \
	X(reject)                                                                                                      \
	X(accuse)                                                                                                      \
	X(blame)                                                                                                       \
	X(attribute)                                                                                                   \
	X(name) X(admit) X(decline) X(ruleout) X(show) X(cite) X(call) X(according) X(operator) X(other) X(own)

enum act {
#define X(name) ACT_##name,
	ACT_TABLE(X)
#undef X
	    ACT_COUNT
};

struct frame {
	enum act act;
	const char *lemma; // of the cue
	struct verb_group cue;
	struct range source; // empty: nobody named, or shared with `joined`
	struct range content;
	struct range listener; // of "told CNN"; empty
	struct range object;   // of accuse, blame, attribute, name, call, reject: the noun phrase acted on
	const struct hit *hit; // ACT_operator: the lexicon's words
	int joined;            // frame whose source this one shares, or -1
	int outer;             // innermost frame whose content holds this one, or -1
	bool trailing;         // the content stands before the cue
	int heard;             // attribution that it is or was mended by (read/heard.h), or -1
	bool away;             // the cue stands in another sentence
	bool interposed;       // thrown into a relative clause: "who police say did it" (phrase_interposed)
	bool doubts;           // a "not" is part of the act: "did not believe her account" (read/reception.h)
	bool again;            // its words were another's before: "they accused each other" (read/accusing.h)
};

enum { FRAMES_MOST = 64 }; // of a sentence

struct frames {
	LIST(struct frame) list; // by cue
};

// Acts that take something back or leave it open: nothing is asserted in what they say of it.
bool frames_take_back(enum act act);

// "A man dismissed by the firm (said)", "a letter found in the wreck (says)": what became of who or what speaks.
bool frames_participle(const struct tokens *s, const struct frame *f);

// Acts by which somebody is charged: accuse, blame, name.
bool frames_charges(enum act act);

// Acts by which whoever is charged answers.
bool frames_answers(enum act act);

// What a token does if it is a verb of one of the cue classes; a verb of several takes the first.
bool frames_act(const struct token *t, enum act *act);

// A verb that is joined to one before it has its subject: that of the nearest act which ended here, else of the
// clause's first verb ("He offered no proof and refused to say").
void frames_share(const struct tokens *s, const struct frames *out, struct frame *f);

struct frames frames_of(struct arena *a, const struct tokens *s, const struct hits *h);

// How many frames hold a frame.
int frames_depth(const struct frames *f, size_t i);

// Sets which frame's content holds which frame.
void frames_nest(struct frames *f);

// Where an inner frame takes over from an outer one: at its source, or at its cue where the source is shared with a
// verb before ("it has reached no conclusion and only assesses that").
int frames_take_over(const struct tokens *s, const struct frame *in);

#endif
