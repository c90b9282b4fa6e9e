// What has been voiced of whom.
#ifndef READ_VOICED_H
#define READ_VOICED_H

#include "read/voice.h"

// What a speaker's denial without a content is about: the latest that others hold against the speaker's side, else,
// unless it must be its `own`, the latest that others hold; NULL where none is.
const struct voiced *voiced_of(const struct reader *r, const char *speaker, bool own);

// Whether somebody has said that this one did it; has said so of others.
bool voiced_accused(const struct reader *r, const char *name);
bool voiced_accuser(const struct reader *r, const char *name);

// Keeps what a statement is about.
void voiced_keep(struct reader *r, const struct statement *st, const struct target *t);

// "Would not say who, he thought, was behind it": whether a refusal, or what is not known, stands within the same one
// that was told last.
bool voiced_within_last(const struct document *d, const char *name, enum stance stance, span at);

#endif
