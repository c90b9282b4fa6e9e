// Who holds what a cue tells: the subject of its verb, who gave the document out that says it, who is led to it.
#ifndef READ_HOLDER_H
#define READ_HOLDER_H

#include "read/frames.h"

// Whose a verb is: its subject, or who is led to it where it is an infinitive ("leading officials to believe").
struct range holder_subject(const struct tokens *s, const struct verb_group *g, bool *joined);

// Who does what a frame's verb tells, before anything is known of what it is.
struct range holder_doer(const struct tokens *s, struct frame *f, bool *joined);

// Sets whose a participle is: "officials blaming each other", "issued a statement denying it", "quoted a driver as
// saying".
void holder_of_participle(const struct tokens *s, struct frame *f);

// "A charge the group denies": cuts a source down to who denies it; false where it is nothing of the kind.
bool holder_denies(const struct tokens *s, struct range *source);

// "Contrary to what the ministry says", "whatever the police say": whether what a subject says is not what follows.
bool holder_set_aside(const struct tokens *s, struct range subject);

// "It would be easy to say that": whether the subject of a verb is nobody.
bool holder_nobody(const struct tokens *s, struct range subject, int verb);

#endif
