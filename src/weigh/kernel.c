#include "weigh/kernel.h"

#include <stdlib.h>
#include <string.h>

#include "weigh/kernel_set.h"

static bool has(const struct kernel *k)
{
#if defined(__x86_64__)
	if (k == &kernel_set_avx512)
		return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
		       __builtin_cpu_supports("avx512vl");
	if (k == &kernel_set_avx2)
		return __builtin_cpu_supports("avx2");
#endif
	return k != NULL;
}

static const struct kernel *const sets[] = {
	&kernel_set_plain,
#if defined(__x86_64__)
	&kernel_set_avx2,
	&kernel_set_avx512,
#endif
};

const struct kernel *kernel_named(const char *name)
{
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		if (!strcmp(sets[i]->name, name) && has(sets[i]))
			return sets[i];
	return NULL;
}

const struct kernel *kernel_best(void)
{
	const char *wish = getenv("HEARSAY_KERNEL");
	const struct kernel *k = wish ? kernel_named(wish) : NULL;
	for (size_t i = sizeof sets / sizeof *sets; i-- > 0 && !k;)
		if (has(sets[i]))
			k = sets[i];
	return k;
}
