// Spellings of an actor are one as names.h has it, and a staged attack by nobody named is the staged attack that is
// talked of.
#include "draft/hypotheses.h"

#include "case/names.h"

#include <string.h>

static void called(struct arena *a, struct drafted *d, const char *name)
{
	bool known = !name || !*name || !strcmp(name, d->actor);
	for (each (old, &d->aka))
		known |= !known && !strcmp(*old, name);
	if (!known)
		list_push(a, &d->aka, name);
}

size_t hypotheses_add(struct arena *a, struct hypotheses *h, enum role role, const char *actor, const char *said)
{
	for (size_t i = 0; i < h->list.n; i++) {
		struct drafted *d = &h->list.at[i];
		if (d->role != role)
			continue;
		bool nameless = role == ROLE_staged && (!*actor || !*d->actor);
		if (!nameless && role != ROLE_unknown && !names_same(d->actor, actor))
			continue;
		const char *shorter = strlen(actor) > strlen(d->actor) ? d->actor : actor;
		d->actor = shorter == actor ? d->actor : actor;
		called(a, d, shorter);
		called(a, d, said);
		d->claims++;
		return i;
	}
	struct drafted *d = list_add(a, &h->list);
	*d = (struct drafted){ .role = role, .actor = actor, .claims = 1 };
	called(a, d, said);
	return h->list.n - 1;
}
