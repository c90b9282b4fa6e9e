// A child of this program that parses hostile bytes, and the talk with it over a socket: bounded by the clock, and
// whatever the child does, the worst is a sentence.
#ifndef READ_PROCESS_H
#define READ_PROCESS_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <sys/types.h>

struct process {
	pid_t pid; // 0: there is none
	int fd;    // our end of the socket
	long long deadline; // milliseconds of the monotonic clock; see process_allow
	bool late;
};

// What a process works at, for process_explain: "the reader", "this document", "it is left out".
struct process_names {
	const char *who, *at, *loss;
};

// Starts `hearsay --reader [CONTAINER]` (found by /proc/self/exe or HEARSAY_READER) with a socket as its standard
// output and, where `in` is -1, its standard input too; else that descriptor is its standard input. It ends when our
// end of the socket closes, which it does when this program ends, however that is; a SIGINT or SIGTERM of the terminal
// is not for it. `bare`: it is told to load no library that it may do without.
MUST_USE enum status process_start(struct process *p, const char *container, int in, bool bare, struct err *e);

bool process_is_bare(void); // whether this process was told so

// Starts the time that the talk may take from here on: the limit READER_WAIT.
void process_allow(struct process *p);
void process_patience(int seconds); // in place of READER_WAIT: for tests
int process_seconds(void);          // how many there are

// All bytes to the process, or n bytes from it; false where it is late or does not talk (any more).
bool process_put(struct process *p, struct slice s);
bool process_get(struct process *p, char *at, size_t n);

// Whether it says something, or ends, within so many milliseconds, a signal to us making them fewer.
bool process_is_ready(const struct process *p, int milliseconds);

// Ends it and gives how it ended, as waitpid does: by force at once, or after it had time to end by itself.
int process_end(struct process *p, bool force);

// The sentence for a talk that failed, from how the process ended.
enum status process_explain(const struct process *p, int how, const struct process_names *names, struct err *e);

long long process_clock(void); // milliseconds of the monotonic clock

#endif
