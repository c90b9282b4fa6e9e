// Work on independent items by several threads. The only threads outside the desk.
#ifndef BASE_PAR_H
#define BASE_PAR_H

#include <stddef.h>

// How many threads par_for uses: what par_threads was told, else HEARSAY_THREADS, else the processors there are.
void par_threads(size_t n); // 0: nothing is told
size_t par_count(void);

// Calls work(context, i, thread) for every i in [0, n), each once, thread < par_count(). Items must not share what they
// write; results must not depend on the order. Returns when all are done.
void par_for(size_t n, void (*work)(void *context, size_t i, size_t thread), void *context);

// The same for items of several kinds, all of them in one loop: kinds[n], the first kind first.
struct par_work {
	size_t n;
	void (*work)(void *context, size_t i, size_t thread);
	void *context;
};
void par_all(const struct par_work *kinds, size_t n);

#endif
