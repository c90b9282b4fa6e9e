#include "desk/jobs.h"

#include "base/limits.h"
#include "case/json.h"

#include <stdio.h>
#include <string.h>

static const char *const state_names[] = {
#define X(name) #name,
	JOB_STATES(X)
#undef X
};

void jobs_init(struct arena *a, struct jobs *j, void (*told)(void *context, const char *json), void *context)
{
	*j = (struct jobs){ .at = arena_array(a, struct job *, LIMIT_JOBS), .told = told, .context = context };
	pthread_mutex_init(&j->lock, NULL);
}

static void job_free(struct job *job)
{
	if (!job)
		return;
	struct arena last = job->arena; // it lies there itself
	arena_free(&last);
}

void jobs_free(struct jobs *j)
{
	for (size_t i = 0; i < LIMIT_JOBS; i++)
		job_free(j->at[i]);
}

static void write_job(struct buf *b, const struct job *job)
{
	buf_printf(b, "{\"id\":%llu,\"kind\":\"%s\",\"state\":\"%s\",\"name\":", job->id, job->kind,
		   state_names[job->state]);
	json_write_text(b, job->name);
	buf_text(b, ",\"room\":");
	json_write_text(b, job->room);
	if (job->error) {
		buf_text(b, ",\"error\":");
		json_write_text(b, job->error);
	}
	buf_char(b, '}');
}

static struct job *find(struct jobs *j, unsigned long long id)
{
	struct job *job = id && id <= j->n ? j->at[id % LIMIT_JOBS] : NULL;
	return job && job->id == id ? job : NULL;
}

static void tell(struct jobs *j, const struct job *job)
{
	struct arena scratch = { 0 };
	struct buf b = buf_in(&scratch);
	write_job(&b, job);
	j->told(j->context, buf_str(&b));
	arena_free(&scratch);
}

unsigned long long jobs_add(struct jobs *j, const char *room, const char *kind, const char *name)
{
	pthread_mutex_lock(&j->lock);
	unsigned long long id = j->n + 1;
	struct job **slot = &j->at[id % LIMIT_JOBS];
	bool full = *slot && (*slot)->state <= JOB_running;
	if (!full) {
		job_free(*slot);
		struct arena a = { 0 };
		struct job *job = arena_new(&a, struct job);
		*job = (struct job){ .id = id, .kind = kind, .room = room, .name = arena_text(&a, name) };
		job->arena = a;
		*slot = job;
		j->n = id;
		tell(j, job);
	}
	pthread_mutex_unlock(&j->lock);
	return full ? 0 : id;
}

bool jobs_begin(struct jobs *j, unsigned long long id)
{
	pthread_mutex_lock(&j->lock);
	struct job *job = find(j, id);
	bool goes = job && job->state == JOB_waiting && !j->ends;
	if (goes) {
		job->state = JOB_running;
		tell(j, job);
	}
	pthread_mutex_unlock(&j->lock);
	return goes;
}

void jobs_finish(struct jobs *j, unsigned long long id, enum job_state how, const char *error)
{
	pthread_mutex_lock(&j->lock);
	struct job *job = find(j, id);
	if (job) {
		job->state = how;
		job->error = arena_text(&job->arena, error);
		tell(j, job);
	}
	pthread_mutex_unlock(&j->lock);
}

bool jobs_asked(struct jobs *j, unsigned long long id)
{
	pthread_mutex_lock(&j->lock);
	const struct job *job = find(j, id);
	bool asked = j->ends || (job && job->asked);
	pthread_mutex_unlock(&j->lock);
	return asked;
}

bool jobs_stop(struct jobs *j, const char *room, unsigned long long id, struct hearsay *at_work)
{
	pthread_mutex_lock(&j->lock);
	struct job *job = find(j, id);
	if (job && strcmp(job->room, room) != 0)
		job = NULL;
	if (job && job->state == JOB_waiting) {
		job->state = JOB_stopped;
		tell(j, job);
	} else if (job && job->state == JOB_running) {
		job->asked = true;
		hearsay_stop(at_work);
	}
	pthread_mutex_unlock(&j->lock);
	return job != NULL;
}

void jobs_end(struct jobs *j)
{
	pthread_mutex_lock(&j->lock);
	j->ends = true;
	pthread_mutex_unlock(&j->lock);
}

void jobs_list(struct jobs *j, const char *room, struct buf *out)
{
	const char *separator = "";
	pthread_mutex_lock(&j->lock);
	buf_char(out, '[');
	unsigned long long first = j->n >= LIMIT_JOBS ? j->n - LIMIT_JOBS + 1 : 1;
	for (unsigned long long id = first; id <= j->n; id++) {
		const struct job *job = find(j, id);
		if (!job || strcmp(job->room, room) != 0)
			continue;
		buf_text(out, separator);
		write_job(out, job);
		separator = ",";
	}
	buf_text(out, "]\n");
	pthread_mutex_unlock(&j->lock);
}
