// Long work: files that are read, a draft. Each is told of as it goes on, and can be stopped.
#ifndef DESK_JOBS_H
#define DESK_JOBS_H

#include "base/buf.h"
#include "base/list.h"
#include "hearsay.h"

#include <pthread.h>
#include <stdbool.h>

#define JOB_STATES(X) X(waiting) X(running) X(done) X(failed) X(stopped)
enum job_state {
#define X(name) JOB_##name,
	JOB_STATES(X)
#undef X
};

struct job {
	unsigned long long id;
	enum job_state state;
	const char *kind, *name, *error; // "file" and its name, "draft"; what failed, or NULL
	const char *room;
	bool asked; // to stop
	struct arena arena;
};

struct jobs {
	pthread_mutex_t lock;
	struct job **at; // ring of LIMIT_JOBS: the newest are remembered
	unsigned long long n;
	bool ends;                                     // none begins any more
	void (*told)(void *context, const char *json); // of each change
	void *context;
};

void jobs_init(struct arena *a, struct jobs *j, void (*told)(void *context, const char *json), void *context);
void jobs_free(struct jobs *j);

// Its number. 0: too many wait.
unsigned long long jobs_add(struct jobs *j, const char *room, const char *kind, const char *name);
// False where it was stopped before it began.
bool jobs_begin(struct jobs *j, unsigned long long id);
// Whether it was asked to stop while it was at work.
bool jobs_asked(struct jobs *j, unsigned long long id);
// `error` NULL: nothing is to be said.
void jobs_finish(struct jobs *j, unsigned long long id, enum job_state how, const char *error);
// Stops one of a room: `at_work` is the handle that works at its jobs. False where there is no such job.
bool jobs_stop(struct jobs *j, const char *room, unsigned long long id, struct hearsay *at_work);
// None begins any more, and the one at work is asked to stop.
void jobs_end(struct jobs *j);

// The jobs of a room, as JSON, newest last.
void jobs_list(struct jobs *j, const char *room, struct buf *out);

#endif
