// What becomes of a claim: who believes it, who does not, and who made it.
#ifndef READ_RECEPTION_H
#define READ_RECEPTION_H

#include "read/frames.h"

// ACT_think or ACT_reject where the verb at i says that a claim finds belief or none, ACT_say where it says that
// somebody made one; ACT_COUNT: neither.
enum act reception_act(const struct tokens *s, int i);
bool reception_made(const struct tokens *s, int i);   // "the claim was first made by X": X says so, and no more is said
bool reception_doubts(const struct tokens *s, int i); // by a "not": "did not believe her account"

// "We believe the mayor", "I agree with her", "he is right": who agrees with somebody denies nothing by that.
bool reception_agrees(const struct tokens *s, struct range content);

// "A claim was passed on by a priest": whether the phrase at a token is by whom something was done to a claim.
bool reception_agent(const struct tokens *s, int from);

void reception_hang(struct arena *a, struct vocabulary *v); // on the hook of phrasal verbs

#endif
