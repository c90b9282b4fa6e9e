#include "desk/events.h"

void events_init(struct events *e, void (*told)(void *context), void *context)
{
	*e = (struct events){ .told = told, .context = context };
	pthread_mutex_init(&e->lock, NULL);
}

void events_free(struct events *e)
{
	for (size_t i = 0; i < EVENTS_KEPT; i++)
		arena_free(&e->arena[i]);
}

void events_tell(struct events *e, const char *name, const char *json)
{
	pthread_mutex_lock(&e->lock);
	size_t at = e->n++ % EVENTS_KEPT;
	arena_free(&e->arena[at]);
	e->text[at] = arena_printf(&e->arena[at], "event: %s\ndata: %s\n\n", name, json);
	pthread_mutex_unlock(&e->lock);
	e->told(e->context);
}

void events_since(struct events *e, unsigned long long *seen, struct buf *out)
{
	pthread_mutex_lock(&e->lock);
	if (e->n - *seen > EVENTS_KEPT) {
		buf_text(out, "event: missed\ndata: {}\n\n");
		*seen = e->n;
	}
	for (; *seen < e->n; ++*seen)
		buf_text(out, e->text[*seen % EVENTS_KEPT]);
	pthread_mutex_unlock(&e->lock);
}

unsigned long long events_count(struct events *e)
{
	pthread_mutex_lock(&e->lock);
	unsigned long long n = e->n;
	pthread_mutex_unlock(&e->lock);
	return n;
}
