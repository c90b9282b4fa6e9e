// What statements have been about so far, by whom it was held and who stands accused: a denial is about the latest of
// these that can be the speaker's own.
#include "read/voiced.h"

#include "case/names.h"

#include <ctype.h>
#include <string.h>

// Whether two names share a capitalised word's first four letters: "Karsk embassy", "Karsk"; "Ukraine", "Ukrainian".
// Looks at the beginning of each: every speaker is held against every one that is kept.
static bool akin(const char *a, const char *b)
{
	enum { LOOK = 64 };
	for (const char *p = a; *p && p - a < LOOK; p++) {
		if (!isupper((unsigned char)*p) || (p > a && p[-1] != ' ') || strnlen(p, 4) < 4)
			continue;
		for (const char *q = b; *q && q - b < LOOK; q++)
			if ((q == b || q[-1] == ' ') && strncmp(p, q, 4) == 0)
				return true;
	}
	return false;
}

const struct voiced *voiced_of(const struct reader *r, const char *speaker, bool own)
{
	const struct voiced *latest = NULL;
	const char *side = speaker ? mentions_side(r->mentions, speaker) : NULL;
	for (int i = r->n_voiced - 1; i >= 0; i--) {
		const struct voiced *v = &r->voiced[i];
		bool cause = v->role >= ROLE_accident; // nobody is accused of that
		if (cause || !v->accused || !*v->actor || strcmp(v->actor, "somebody") == 0 ||
		    (v->n_by == 1 && slice_same(v->by[0], speaker)))
			continue;
		if (speaker && (akin(speaker, v->actor) || (side && akin(side, v->actor))))
			return v;
		if (!latest && !own)
			latest = v;
	}
	return latest;
}

bool voiced_accused(const struct reader *r, const char *name)
{
	for (int i = 0; i < r->n_voiced; i++)
		if (r->voiced[i].accused && slice_same(r->voiced[i].actor, name))
			return true;
	return false;
}

bool voiced_accuser(const struct reader *r, const char *name)
{
	for (int i = 0; i < r->n_voiced; i++)
		for (int k = 0; k < r->voiced[i].n_by; k++)
			if (slice_same(r->voiced[i].by[k], name))
				return true;
	return false;
}

static struct voiced take_out(struct reader *r, int at)
{
	struct voiced v = r->voiced[at];
	memmove(r->voiced + at, r->voiced + at + 1, (size_t)(r->n_voiced - at - 1) * sizeof v);
	r->n_voiced--;
	return v;
}

static void add_holder(struct voiced *v, const char *name)
{
	enum { MOST = sizeof v->by / sizeof *v->by };
	for (int i = 0; i < v->n_by; i++)
		if (slice_same(v->by[i], name))
			return;
	if (v->n_by == MOST) {
		memmove(v->by, v->by + 1, (MOST - 1) * sizeof *v->by);
		v->n_by--;
	}
	v->by[v->n_by++] = name;
}

void voiced_keep(struct reader *r, const struct statement *st, const struct target *t)
{
	struct voiced v = { .role = t->role, .actor = t->actor, .name = roster_name(r->names, t->actor) };
	if (t->role == ROLE_unknown)
		return;
	for (int i = r->n_voiced - 1; i >= 0; i--)
		if (r->voiced[i].role == t->role && names_one(r->voiced[i].name, v.name)) {
			v = take_out(r, i);
			break;
		}
	if (r->n_voiced == VOICED_MOST)
		take_out(r, 0);
	v.uses++;
	v.polarity = t->polarity;
	if (t->polarity == POLARITY_for && st->stance != STANCE_denies) {
		v.accused = true;
		add_holder(&v, st->speaker.name);
	}
	r->voiced[r->n_voiced++] = v;
}

bool voiced_within_last(const struct document *d, const char *name, enum stance stance, span at)
{
	enum { LATEST = 3 };
	for (size_t i = d->statements.n; i-- > 0 && d->statements.n - i <= LATEST;) {
		const struct statement *last = &d->statements.at[i];
		span was = last->content.at[0];
		if (last->stance == stance && (stance == STANCE_declines || stance == STANCE_no_conclusion) &&
		    slice_same(last->speaker.name, name) && (span_holds(was, at) || span_holds(at, was)))
			return true;
	}
	return false;
}
