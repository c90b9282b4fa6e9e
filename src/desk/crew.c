#include "desk/crew.h"

#include <errno.h>
#include <signal.h>

static struct request *next(struct crew *c)
{
	pthread_mutex_lock(&c->lock);
	while (!c->first && !c->ends)
		pthread_cond_wait(&c->more, &c->lock);
	struct request *r = c->first;
	if (r)
		c->first = r->next;
	if (!c->first)
		c->last = NULL;
	pthread_mutex_unlock(&c->lock);
	return r;
}

static void *work(void *arg)
{
	struct crew *c = arg;
	for (struct request *r; (r = next(c));)
		c->answer(r);
	return NULL;
}

enum status crew_start(struct crew *c, void (*answer)(struct request *r), struct err *e)
{
	*c = (struct crew){ .answer = answer };
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->more, NULL);
	errno = pthread_create(&c->thread, NULL, work, c);
	return errno ? err_system(e, "a thread of the desk", "cannot be started") : STATUS_OK;
}

bool crew_give(struct crew *c, struct request *r)
{
	pthread_mutex_lock(&c->lock);
	if (c->ends) {
		pthread_mutex_unlock(&c->lock);
		return false;
	}
	r->next = NULL;
	if (c->last)
		c->last->next = r;
	else
		c->first = r;
	c->last = r;
	pthread_cond_signal(&c->more);
	pthread_mutex_unlock(&c->lock);
	return true;
}

void crew_end(struct crew *c)
{
	pthread_mutex_lock(&c->lock);
	c->ends = true;
	pthread_cond_signal(&c->more);
	pthread_mutex_unlock(&c->lock);
	pthread_join(c->thread, NULL);
}
