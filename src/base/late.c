#include "base/late.h"

#include <dlfcn.h>
#include <sched.h>
#include <string.h>

static enum status load(const struct late *l, const char *needs, struct err *e)
{
	const char *name = NULL;
	void *library = NULL;
	for (size_t i = 0; i < l->n; i++) {
		const struct late_name *x = &l->names[i];
		if (x->library)
			library = dlopen(name = x->library, RTLD_LAZY | RTLD_LOCAL);
		if (!library)
			return err_set(e, STATUS_NOT_FOUND, "%s is not there; %s", name, needs);
		void *found = x->function ? dlsym(library, x->function) : NULL;
		if (x->function && !found)
			return err_set(e, STATUS_NOT_FOUND, "%s has no %s; %s", name, x->function, needs);
		if (x->function)
			memcpy(x->at, &found, sizeof found);
	}
	return STATUS_OK;
}

enum status late_load(struct late *l, const char *needs, struct err *e)
{
	static atomic_flag busy = ATOMIC_FLAG_INIT;
	enum status s = STATUS_OK;
	if (atomic_load_explicit(&l->loaded, memory_order_acquire))
		return STATUS_OK;
	while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
		sched_yield();
	if (!atomic_load_explicit(&l->loaded, memory_order_relaxed))
		s = load(l, needs, e);
	if (s == STATUS_OK)
		atomic_store_explicit(&l->loaded, true, memory_order_release);
	atomic_flag_clear_explicit(&busy, memory_order_release);
	return s;
}
