// WARC archives of web pages: record after record, each with its own length.
#ifndef READ_WARC_H
#define READ_WARC_H

#include "read/input.h"
#include "read/member.h"

// Gives the document of each record that has one, and one error for each record that is damaged; what is neither, as
// MEMBER_OTHER.
void warc_split(struct input *in, member_give *give, void *context);

#endif
