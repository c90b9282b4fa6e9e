// Whose a deed is that is told: an admission that may be somebody else's is none ("he said he had done it" may be about
// another "he"), nor is what others charge somebody with the charge of who tells it.
#include "read/owning.h"
#include "read/plainly.h"
#include "read/voiced.h"

#include <ctype.h>
#include <string.h>

// Bodies and people of state: "the ministry said it had ..." is rarely a confession.
bool owning_official(const char *name)
{
	static const char *const words[] = { "inistry",   "inister",     "olice",    "overnment", "gency",
					     "ervice",    "ffice",       "ourt",     "rosecutor", "fficial",
					     "ommission", "epartment",   "uthorit",  "ouncil",    "arliament",
					     "resident",  "nvestigator", "nspector", "etective",  "udge",
					     "pokes",     "awyer",       "ttorney",  "itness",    "eport",
					     "nalyst",    "xpert",       "ource" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_find(slice_of(name), words[i]) >= 0)
			return true;
	return false;
}

// "A little-known faction", "a group": a body that nobody has named yet.
static bool is_band(const char *name)
{
	static const char *const words[] = { "group",   "faction", "cell",     "crew", "gang",    "collective",
					     "militia", "band",    "movement", "army", "brigade", "network" };
	const char *last = strrchr(name, ' ');
	last = last ? last + 1 : name;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(last, words[i]) == 0)
			return true;
	return false;
}

// "Its fighters", "our men": who does a band's deeds; not a firm's staff.
static bool are_ranks(const char *actor)
{
	static const char *const words[] = { "members",  "activists", "fighters", "men",    "militants",
					     "comrades", "people",    "boys",     "forces", "partisans" };
	const char *last = strrchr(actor, ' ');
	last = last ? last + 1 : actor;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(last, words[i]) == 0)
			return true;
	return false;
}

// Whether a speaker may be taken to own up: "we did it" always; "he said he had done it" only of someone who stands
// accused or is the only one there is, since "he" may be somebody else; a body with a name, unless it is an office.
static bool owns_up(const struct reader *r, enum act act, const struct claim *c, const char *name)
{
	if (!c->third && !c->side)
		return true;
	if (voiced_accused(r, name))
		return true;
	if (c->human && mentions_being(r->mentions, name) == BEING_PERSON && mentions_alone(r->mentions, name))
		return true; // who else?
	if (c->human || (c->side && act == ACT_admit && are_ranks(c->actor)))
		return act == ACT_admit; // "confessed that he had done it"
	bool body = isupper((unsigned char)name[0]) || is_band(name);
	return (!c->side || are_ranks(c->actor)) && mentions_being(r->mentions, name) != BEING_PERSON && body &&
	       !owning_official(name);
}

// Who says the quotation, or holds the floor, where a frame tells of another: NULL where none does.
static const char *quoter(const struct reader *r, const struct spoken *k, const struct frame *f)
{
	const struct frame *all = k->frames.list.at;
	int o = f->outer;
	if (f->away || f->act == ACT_other || f->act == ACT_operator || plainly_ours(&k->s, f->source))
		return NULL; // nor does "our fighters struck the enemy" tell of others
	bool quoted = k->s.t[f->cue.at].quoted;
	if (!quoted && r->floor.name)
		return f->cue.to > 0 ? r->floor.name : NULL;
	while (o >= 0 && (quoted ? k->s.t[all[o].cue.at].quoted : all[o].outer >= 0))
		o = all[o].outer;
	return o >= 0 ? k->party[o].name : NULL;
}

bool owning_mistaken(const struct reader *r, const struct spoken *k, const struct frame *f, const char *name)
{
	const char *who = quoter(r, k, f);
	const struct range by = f->joined >= 0 ? k->frames.list.at[f->joined].source : f->source;
	bool pronoun = by.to - by.from == 1 && token_is(&k->s.t[by.from], IS(pron));
	return who && k->s.t[f->cue.at].quoted && pronoun && !plainly_ours(&k->s, by) && strcmp(who, name) == 0;
}

void owning_quoted(const struct reader *r, const struct spoken *k, const struct frame *f, struct verdict *in,
		   const char *name)
{
	const char *who = quoter(r, k, f), *side = who ? mentions_side(r->mentions, who) : NULL;
	bool nobody = who && strcmp(who, name) == 0; // "they say we did it": who "they" are was not found
	bool others = k->s.t[f->cue.at].quoted;
	for (int i = 0; who && i < in->claims.n; i++) {
		struct claim *c = &in->claims.at[i];
		int we = plainly_we(&k->s, c);
		if (we < 0 || c->third)
			continue;
		c->actor = side && !token_says(&k->s.t[we], "i") ? side : who;
		c->own = c->side = false;
		others = true;
	}
	if (who && others && in->stance == STANCE_admits) {
		in->stance = nobody ? STANCE_reports : STANCE_accuses;
		in->claims.n = nobody ? 0 : in->claims.n;
	}
}

void owning_charge(const struct tokens *s, const struct frame *f, struct verdict *in)
{
	bool says = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_according;
	int at = in->claims.n ? in->claims.at[0].at : -1;
	bool charges =
	    in->stance == STANCE_accuses || (in->stance == STANCE_assesses && in->guessed && !in->hedging.hedge.word);
	if (!says || !charges || plainly_charged(s, f, at))
		return;
	in->claims.n = 0;
	in->stance = STANCE_reports;
}

// An admission of nothing, by no word that admits; not "our fighters" before "struck the enemy".
static bool owns_nothing(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	for (int i = f->content.from - 1; i >= 0 && f->content.from - i < 4 && !s->t[i].mark; i--)
		if (voice_first_person(&s->t[i]))
			return false;
	return !in->claims.n && f->act != ACT_admit && f->act != ACT_operator;
}

void owning_up(const struct reader *r, const struct tokens *s, const struct frame *f, struct verdict *in,
	       const char *name)
{
	if (in->stance != STANCE_admits)
		return;
	in->stance = owns_nothing(s, f, in) ? STANCE_reports : in->stance;
	if (!in->claims.n || !in->claims.at[0].own)
		return;
	struct claim *c = &in->claims.at[0];
	int we = plainly_we(s, c);
	if (we >= f->content.from && !plainly_said(s, f, we, c->at)) {
		in->claims.n = 0;
		in->stance = STANCE_reports;
		return;
	}
	if (c->body && f->act != ACT_admit) { // "Vasko said the company had done it": who would own up so?
		c->actor = c->body;
		c->own = false;
		in->stance = STANCE_accuses;
		return;
	}
	if (owns_up(r, f->act, c, name)) {
		bool person = mentions_being(r->mentions, name) == BEING_PERSON;
		c->actor = c->side && are_ranks(c->actor) && !owning_official(name) && !person ? name : c->actor;
		return;
	}
	in->claims.n = 0;
	in->stance = STANCE_reports;
}

bool owning_of_another(const struct tokens *s, struct range who, const char *name)
{
	static const char *const others[] = { "he", "she", "they" };
	return who.to - who.from == 1 && token_among(&s->t[who.from], others) && owning_official(name);
}
