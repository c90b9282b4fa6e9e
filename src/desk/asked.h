// The answers of the table of routes, in asked.c (what is asked of a case), changing.c (what changes it) and
// works.c (what takes long).
#ifndef DESK_ASKED_H
#define DESK_ASKED_H

#include "desk/request.h"
#include "hearsay.h"

void asked_case(struct request *r, struct hearsay *h);
void asked_document(struct request *r, struct hearsay *h);
void asked_original(struct request *r, struct hearsay *h);
void asked_journal(struct request *r, struct hearsay *h);
void asked_search(struct request *r, struct hearsay *h);
void asked_weigh(struct request *r, struct hearsay *h);
void asked_trace(struct request *r, struct hearsay *h);
void asked_unsettled(struct request *r, struct hearsay *h);
void asked_pair(struct request *r, struct hearsay *h);
void asked_check(struct request *r, struct hearsay *h);
void asked_ach(struct request *r, struct hearsay *h);
void asked_figure(struct request *r, struct hearsay *h);
void asked_report(struct request *r, struct hearsay *h);
void changing_try(struct request *r, struct hearsay *h);
void changing_edit(struct request *r, struct hearsay *h);
void changing_undo(struct request *r, struct hearsay *h);
void changing_me(struct request *r, struct hearsay *h);
void asked_jobs(struct request *r, struct hearsay *h);
void works_files(struct request *r, struct hearsay *h);
void works_draft(struct request *r, struct hearsay *h);
void changing_stop(struct request *r, struct hearsay *h);
void changing_example(struct request *r, struct hearsay *h);

// What a call on a handle gave, or its error.
void asked_give(struct request *r, struct hearsay *h, int status, const char *type, const char *bytes, size_t n);
void asked_failed(struct request *r, struct hearsay *h, int status);

#endif
