// Containers whose members are told apart by their lines: documents as lines of JSON, and mailboxes.
#ifndef READ_LINES_H
#define READ_LINES_H

#include "read/input.h"
#include "read/member.h"

// A member for each line that is not empty: MEMBER_LINE.
void lines_split_json(struct input *in, member_give *give, void *context);

// A mail for each "From " line, which is no part of it; media is message/rfc822.
void lines_split_mbox(struct input *in, member_give *give, void *context);

// Whether a line begins a mail in a mailbox: "From ada@example.org Sat Mar  2 10:11:12 2024".
bool lines_is_from(struct slice line);

#endif
