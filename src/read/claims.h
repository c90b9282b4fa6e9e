// What a clause claims: a role (did, directed, knew, staged, accident, ...) and whom it gives it to.
#ifndef READ_CLAIMS_H
#define READ_CLAIMS_H

#include "read/lexicon.h"
#include "read/resolve.h"
#include "case/words.h"

struct claim {
	enum role role;
	const char *actor; // "" where the role has none
	bool own;          // the actor is the speaker or the speaker's side
	bool third;        // and is so by "he", "she", "it" or "they"
	bool human;        // by "he" or "she"
	bool side;         // and is the side: "our country", "its staff"
	const char *body;  // or by "the company": the words for it; NULL else
	const char *said;  // what stands for whom nobody names: "someone", "on purpose"; NULL else
	int modal;         // token of a modal at the predicate, or -1
	int from, at;      // first token of its clause, its predicate
	bool negated;      // by words of its own: "was not behind", "had no role"
	bool open;         // asked, conditional or wished: asserts nothing
	bool nameless;     // nobody is named: the actor says what kind of deed it was (read/nameless.h)
	bool helped;       // "did not do it alone": somebody else did it too
	bool apart;        // no word of its clause may take it back, and none of the others but by "no" and "not"
};

enum { CLAIMS_MOST = 8 };

struct claims {
	struct claim at[CLAIMS_MOST];
	int n;
};

// Words of the headline and lead that say what happened: which deeds bear on it.
struct topic {
	const char *lemma[32];
	int n;
};

void claims_learn(struct arena *a, struct topic *t, const struct tokens *s);
bool claims_topical(const struct topic *t, const char *lemma);

// The claims in tokens `r`. `self` is the speaker, or NULL; of `others` it speaks who finds or thinks that "he" did it.
struct claims claims_of(struct mentions *m, const struct topic *topic, const struct tokens *s, struct range r,
			const char *self, bool others);

// What a noun phrase alone claims after "ruled out", "blamed", "denied": an actor, a cause or a deed; role_count:
// nothing.
enum role claims_noun(const struct tokens *s, struct range r);

// Whether a noun phrase can be an actor: a name, a person, a body of people, a nation.
bool claims_actor(const struct tokens *s, struct range r);

// The same, or any noun for a person: one who does something, though perhaps nobody who would be quoted.
bool claims_someone(const struct tokens *s, struct range r);

// Hangs the words that claims begin with, but the smallest (HOOK_CLAIM).
void claims_hang(struct arena *a, struct vocabulary *v);

#endif
