// Whom somebody speaks for or belongs to: "Northmere Water" of its spokesman, "the mill" of "the mill's manager, Greta
// Laub", a woman of her lawyer.
#ifndef READ_SIDES_H
#define READ_SIDES_H

#include "read/mentions.h"

// Learns the side of a person whose name stands at [from, to), titles included.
void sides_learn(struct mentions *m, struct mention *who, const struct tokens *s, int from, int to);

// The side that a description names: "a spokesman for the mill", "Lomark's embassy"; NULL where it names none.
const char *sides_of_name(const struct mentions *m, const char *name);

// Whether somebody was called a lawyer, or is named so: "a lawyer for Ana Lorca".
bool sides_advocate(const struct mentions *m, const char *name);

#endif
