// An error is a status and a sentence that names the place and what to do.
//
// A function that can fail returns the status and takes `struct err *e` last. The innermost function sets the
// sentence; each level on the way up adds its context once: "case.yaml: line 12: facts.chatter.if: no such word:
// likly".
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/status.h"

#define MUST_USE __attribute__((warn_unused_result))
#define FORMAT(fmt, first) __attribute__((format(printf, fmt, first)))

struct err {
	enum status status;
	char text[1024]; // a sentence, valid UTF-8, cut short with "..." if it must be
};

// Sets status and sentence; returns the status, so that a failing function can `return err_set(e, ...)`.
enum status err_set(struct err *e, enum status s, const char *fmt, ...) FORMAT(3, 4);

// Puts "CONTEXT: " before the sentence; returns e's status.
enum status err_within(struct err *e, const char *fmt, ...) FORMAT(2, 3);

// Sets the sentence of a failed system call on `what`, from errno: "page.txt: cannot be read: Permission denied".
enum status err_system(struct err *e, const char *what, const char *failed);

#endif
