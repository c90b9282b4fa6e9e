// Spellings of an actor are one as names.h has it, and a staged attack by nobody named is the staged attack that is
// talked of.
#include "draft/hypotheses.h"

#include "case/names.h"

#include <string.h>

size_t hypotheses_add(struct arena *a, struct hypotheses *h, enum role role, const char *actor)
{
	for (size_t i = 0; i < h->list.n; i++) {
		struct drafted *d = &h->list.at[i];
		if (d->role != role)
			continue;
		bool nameless = role == ROLE_staged && (!*actor || !*d->actor);
		if (!nameless && role != ROLE_unknown && !names_same(d->actor, actor))
			continue;
		if (strlen(actor) > strlen(d->actor))
			d->actor = actor;
		d->claims++;
		return i;
	}
	struct drafted *d = list_add(a, &h->list);
	*d = (struct drafted){ role, actor, 1 };
	return h->list.n - 1;
}
