// What somebody is accused of.
#ifndef READ_CHARGE_H
#define READ_CHARGE_H

#include "read/claims.h"
#include "read/frames.h"

// Whether an accusation is of something else than what happened: "accused the government of rushing", or a defence:
// "sued him for libel".
bool charge_elsewhere(const struct topic *topic, const struct tokens *s, const struct frame *f);

// Whether a thing can be what somebody holds to blame: anything that can be a cause; accused, suspected and named, only
// what can hardly be anything else.
bool charge_may_blame(const struct tokens *s, const struct frame *f, struct range what);

#endif
