// What somebody is accused of.
#ifndef READ_CHARGE_H
#define READ_CHARGE_H

#include "read/claims.h"
#include "read/frames.h"

// Whether an accusation is of something else than what happened: "accused the government of rushing", or a defence:
// "sued him for libel".
bool charge_elsewhere(const struct topic *topic, const struct tokens *s, const struct frame *f);

// Where whom "laid it at the door of X", "pointed the finger at X" names begins, but for the preposition; -1.
int charge_at(const struct tokens *s, struct range r);

// "The railway, Lomark Lines, of": the name behind what somebody is called; else the phrase itself.
struct range charge_named(const struct tokens *s, struct range who);

// Whether a verb that accuses or attributes charges: "pinned it on", "laid it at the door of"; not "traced it to".
bool charge_made(const struct tokens *s, const struct frame *f);

// Where "the charge that", "the claim that" stands in a range; -1 where it does not.
int charge_told(const struct tokens *s, struct range r);

// "Brandt, which she accused of it, makes paint", "Jan Lind, the preacher whom he blames for it": whom the clause of an
// accusing verb hangs on; empty where the verb has an object of its own.
struct range charge_ahead(const struct tokens *s, const struct frame *f);

#endif
