// What the two halves of bench-weigh share: rows of CSV, and the clock.
#ifndef BENCH_WEIGH_H
#define BENCH_WEIGH_H

#include "case/network.h"

struct weigh {
	const char *name; // of the network
	const struct network *network;
	size_t target;
	double most; // seconds that one figure may take to be measured
};

double weigh_now(void); // seconds of a clock that does not stop
void weigh_row(const struct weigh *w, const char *what, double value, const char *unit);
_Noreturn void weigh_fail(const struct weigh *w, const char *why);

// Draws a second with one thread and with two, with the numbers drawn and without; ends the program where the two
// do not agree to the last bit.
void weigh_draws(const struct weigh *w);

#endif
