// The targets of a statement, chosen from what it may be aimed at. The stance says whether they are for or against: no
// model turns a denial round.
#include "read/target.h"

#include "read/causal.h"
#include "read/cleared.h"
#include "read/denied.h"
#include "read/finder.h"
#include "read/outright.h"
#include "read/retort.h"
#include "read/tagger.h"
#include "read/voiced.h"
#include "case/names.h"

// Chosen on texts that the model had not learned from: for the likeliest aim, for each other, and for what a denial is
// about; and what it adds that a rule has read a claim.
static const float first_least = .52f, other_least = .7f, denied_least = .4f, accused_least = .3f, claim_adds = .75f;

enum { TARGETS = 4 };

// "people who run the place": a word that says of nobody who it is.
static bool means_nobody(const char *actor)
{
	static const char *const words[] = { "people", "person", "group", "man",
					     "men",    "woman",  "women", "artificial intelligence" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(actor, words[i]) == 0)
			return true;
	return slice_ends(slice_of(actor), "particular person") || slice_starts(slice_of(actor), "one ") ||
	       slice_ends(slice_of(actor), "any one person");
}

// `said` is what stands for whom nobody names, or NULL.
static void push_as(const struct reader *r, struct statement *st, enum role role, const char *actor, enum polarity p,
		    const char *said)
{
	if (means_nobody(actor))
		return;
	for (each (t, &st->targets))
		if (t->role == role && strcmp(t->actor, actor) == 0)
			return;
	list_push(r->arena, &st->targets,
		  ((struct target){
		      .role = role, .actor = actor, .polarity = p, .said = said ? arena_text(r->arena, said) : NULL }));
}

static void push(const struct reader *r, struct statement *st, enum role role, const char *actor, enum polarity p)
{
	push_as(r, st, role, actor, p, NULL);
}

// How likely each role is; without a model, what the rules claim.
static void share_of(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		     const struct verdict *in, const struct aims *all, int i, float share[LINEAR_CLASSES])
{
	const struct linear *m = r->tables->tagger ? &r->tables->tagger->outer.aim : NULL;
	const struct aim *a = &all->at[i];
	memset(share, 0, sizeof *share * LINEAR_CLASSES);
	if (a->taught >= 0) {
		share[a->taught] = 1;
	} else if (m && m->weight && m->classes == AIM_CLASSES) {
		uint32_t feature[AIM_FEATURES];
		linear_share(m, feature, aim_features(r, k, f, who, in, all, i, feature), share);
	} else if (a->claim >= 0 && in->claims.at[a->claim].role < ROLE_unknown) {
		share[1 + in->claims.at[a->claim].role] = 1;
	}
}

static enum polarity of_stance(const struct verdict *in)
{
	switch (in->stance) {
	case STANCE_denies:
	case STANCE_rules_out:
		return POLARITY_against;
	case STANCE_not_ruled_out:
		return POLARITY_open;
	case STANCE_no_conclusion:
		return in->claims.n && in->claims.at[0].role != ROLE_unknown ? in->polarity[0]
		       : in->nothing                                         ? POLARITY_against
									     : POLARITY_open;
	default:
		return in->claims.n ? in->polarity[0] : in->hedging.turns ? POLARITY_against : POLARITY_for;
	}
}

// Whether a mark stands between the first claim and an aim: "there was no sabotage, there was weather".
// What is doubted begins with the content.
static bool is_apart(const struct tokens *s, const struct frame *f, const struct verdict *in, const struct aim *a)
{
	if (a->head < 0 || (!in->claims.n && f->act != ACT_doubt))
		return false;
	int claim = in->claims.n ? in->claims.at[0].at : f->content.from, from = claim < a->head ? claim : a->head,
	    to = claim < a->head ? a->head : claim;
	for (int i = from + 1; i < to; i++)
		if (s->t[i].mark && !s->t[i].opens && !s->t[i].closes)
			return true;
	return false;
}

struct chosen {
	float any, share; // that it is aimed at, and in that role
	int aim;
	enum role role;
};

// Puts one in its place among the n likeliest; returns how many there are then.
static int rank(struct chosen *out, int n, struct chosen c)
{
	int at = n < TARGETS ? n : TARGETS - 1;
	if (n == TARGETS && out[at].any >= c.any)
		return n;
	for (; at > 0 && out[at - 1].any < c.any; at--)
		out[at] = out[at - 1];
	out[at] = c;
	return n < TARGETS ? n + 1 : n;
}

// Who accuses, admits or denies means somebody.
static float least_of(enum stance s)
{
	return s == STANCE_denies                          ? denied_least
	       : s == STANCE_accuses || s == STANCE_admits ? accused_least
							   : first_least;
}

static int choose(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		  const struct verdict *in, const struct aims *all, struct chosen *out)
{
	int n = 0, kept = 0;
	for (int i = 0; i < all->n; i++) {
		float share[LINEAR_CLASSES];
		struct chosen c = { 0, 0, i, ROLE_did };
		share_of(r, k, f, who, in, all, i, share);
		for (int role = 0; role < (int)ROLE_unknown; role++) {
			c.any += share[1 + role];
			if (share[1 + role] > c.share) {
				c.share = share[1 + role];
				c.role = (enum role)role;
			}
		}
		const struct claim *claim = all->at[i].claim >= 0 ? &in->claims.at[all->at[i].claim] : NULL;
		c.any += claim && claim->role < ROLE_unknown && !claim->open ? claim_adds : 0;
		n = rank(out, n, c);
	}
	for (int i = 0; i < n; i++)
		if (out[i].any >= (i ? other_least : least_of(in->stance)))
			kept = i + 1;
	return kept;
}

// A claim that a rule has read, with all that may turn it.
static bool sure_claim(const struct verdict *in, const struct aim *a)
{
	const struct claim *c = a->claim >= 0 ? &in->claims.at[a->claim] : NULL;
	return c && !c->open && (in->stance == STANCE_accuses || in->stance == STANCE_admits);
}

// "Had no part in it", "has nothing to do with it": denies whatever is held of somebody.
static bool denies_all(const struct tokens *s, struct range at)
{
	for (int i = at.from; i < at.to; i++)
		if (token_is(&s->t[i], IS(responsibility)) || token_says(&s->t[i], "connection") ||
		    (token_says(&s->t[i], "nothing") && i + 1 < at.to && token_says(&s->t[i + 1], "to")))
			return true;
	return false;
}

// In the roles that a rule has read, "ordered it or knew of it", else in the one chosen.
static void push_all(const struct reader *r, struct statement *st, const struct verdict *in, const struct aim *a,
		     enum role role, enum polarity p)
{
	bool read = false;
	for (int i = 0; a->claim >= 0 && i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		if (c->open || c->role >= ROLE_unknown || !names_same(c->actor, a->actor))
			continue;
		push_as(r, st, c->role, a->actor, p, c->said);
		read = true;
	}
	if (!read)
		push(r, st, role, a->actor, p);
}

// Nobody is accused where nobody is named; a cause is not accused.
static void demote(struct statement *st, const struct frame *f)
{
	bool charges = frames_charges(f->act), names = false, causes = false;
	for (each (t, &st->targets)) {
		names |= t->polarity == POLARITY_for && t->role < ROLE_accident && *t->actor;
		causes |= t->polarity == POLARITY_for && t->role >= ROLE_accident;
	}
	if (st->stance == STANCE_accuses && !names && (causes || !charges))
		st->stance = causes ? STANCE_assesses : STANCE_reports;
}

// Denies what it says of itself: "we did not do it".
static bool denies_own(const struct verdict *in, const struct party *who)
{
	return in->stance == STANCE_denies && who->name && in->claims.n && in->claims.at[0].own;
}

static bool says_i(const struct tokens *s, struct range at)
{
	return phrase_find(s, at.from, at.to, "i") >= 0;
}

// "I ordered nothing", "I am innocent"; not "I know what a bolt does, and this is something else".
static bool clears_himself(const struct tokens *s, struct range at)
{
	bool denies = phrase_find(s, at.from, at.to, "innocent") >= 0;
	for (int i = at.from; i < at.to; i++)
		denies |= token_is(&s->t[i], IS(neg));
	return denies && says_i(s, at);
}

// Who denies for "us" denies what he has denied before: a president his country's part, not his own.
static bool push_denied_before(const struct reader *r, const struct spoken *k, const struct frame *f,
			       const struct party *who, const struct verdict *in, struct statement *st)
{
	enum { LATEST = 512 };             // statements
	bool side = in->claims.at[0].side; // "his country"
	if (!side && phrase_find(&k->s, f->content.from, f->content.to, "we") < 0)
		return false;
	const struct document *d = r->d;
	for (size_t i = d->statements.n - 1; i-- > 0 && d->statements.n - i < LATEST;) {
		const struct statement *old = &d->statements.at[i];
		if (old->stance != STANCE_denies || !old->targets.n || strcmp(old->speaker.name, who->name) != 0)
			continue;
		for (each (t, &old->targets))
			push(r, st, t->role, t->actor, t->polarity);
		return true;
	}
	return false;
}

// What one says not to have done: "I ordered nothing", "I knew of no such thing".
static enum role own_role(const struct tokens *s, struct range at)
{
	static const char *const learnt[] = { "aware", "inkling", "knowledge" };
	for (int i = at.from; i < at.to; i++)
		if (token_is(&s->t[i], IS(direct) | IS(know)) || token_among(&s->t[i], learnt))
			return token_is(&s->t[i], IS(direct)) ? ROLE_directed : ROLE_knew;
	return ROLE_did;
}

// Whether it is what the speaker alone has held: nobody denies that the next moment.
static bool holds_himself(const struct reader *r, const struct verdict *in, const struct aim *a,
			  const struct party *who)
{
	const struct voiced *v = a->voiced >= 0 ? &r->voiced[a->voiced] : NULL;
	return in->stance == STANCE_denies && a->head < 0 && v && v->accused && v->n_by == 1 &&
	       slice_same(v->by[0], who->name);
}

// Whether what has not been found is not about it: it stands before, or behind a "but".
static bool is_elsewhere(const struct tokens *s, const struct verdict *in, const struct aim *a)
{
	if (in->stance != STANCE_no_conclusion || !in->nothing || a->head < 0)
		return false;
	return a->head < in->nothing || phrase_find(s, in->nothing, a->head, "but") > 0;
}

// "Our services", "my staff": whom one speaks of as one's own, one accuses by plain words only.
static bool is_ours(const struct tokens *s, const struct aim *a)
{
	return a->head >= 0 && (token_says(&s->t[a->at.from], "our") || token_says(&s->t[a->at.from], "my"));
}

// What a denial denies of somebody: what others have held, of the speaker's side what the words say.
static enum role denied_role(const struct reader *r, const struct spoken *k, const struct frame *f, const struct aim *a,
			     enum role guess)
{
	if (a->voiced >= 0)
		return r->voiced[a->voiced].role;
	return a->side || a->speaker ? own_role(&k->s, f->content) : guess;
}

static bool is_described(const char *actor)
{
	const char *last = strrchr(actor, ' ');
	last = last ? last + 1 : actor;
	return *last >= 'a' && *last <= 'z';
}

// "His group had no part in it": the group, where the words begin with it; else NULL.
static const char *own_group(const struct reader *r, const struct tokens *s, struct range at, const char *self)
{
	static const char *const owners[] = { "his", "her", "its", "their", "our", "my" };
	while (at.from < at.to && (s->t[at.from].mark || token_says(&s->t[at.from], "that")))
		at.from++;
	if (at.from + 1 >= at.to || !token_among(&s->t[at.from], owners) || !token_is(&s->t[at.from + 1], IS(group)))
		return NULL;
	const char *side = mentions_side(r->mentions, self);
	return side ? side : resolve_name(r->mentions, s, (struct range){ at.from, at.from + 2 }, self);
}

// Whether the words of a denial are those of a side: "we did not do it", "his group had no part in it".
static bool says_we(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	return (in->claims.n && in->claims.at[0].side) || phrase_find(s, f->content.from, f->content.to, "we") >= 0 ||
	       phrase_find(s, f->content.from, f->content.to, "our") >= 0;
}

// Who denies for himself, and not as "I", denies what is held of his side, or of the side as such; and "the company"
// what is held of whom it may be; who owns up as "we" does so for his side. False where it is his own.
static bool push_of_side(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
			 const struct verdict *in, const struct chosen *c, const struct aim *a, struct statement *st)
{
	bool admits = in->stance == STANCE_admits && phrase_find(&k->s, f->content.from, f->content.to, "we") >= 0;
	if ((in->stance != STANCE_denies && !admits) || !a->speaker || a->voiced >= 0 || says_i(&k->s, f->content))
		return false;
	const struct voiced *v = voiced_of(r, who->name, admits || !is_described(who->name));
	const char *side =
	    says_we(&k->s, f, in) ? mentions_side(r->mentions, who->name) : own_group(r, &k->s, f->content, who->name);
	if (admits && side)
		push(r, st, c->role, v ? v->actor : side, POLARITY_for);
	else if (!admits && v)
		push(r, st, v->role, v->actor, POLARITY_against);
	else if (!admits && side)
		push(r, st, c->role, side, POLARITY_against);
	return admits ? side != NULL : v || side;
}

// Whether the speaker has held it of somebody: he does not deny that by a guess.
static bool has_held(const struct reader *r, const struct party *who, const char *actor)
{
	enum { LATEST = 512 }; // statements
	const struct document *d = r->d;
	for (size_t i = d->statements.n - 1; i-- > 0 && d->statements.n - i < LATEST;) {
		const struct statement *old = &d->statements.at[i];
		if (old->stance != STANCE_accuses || strcmp(old->speaker.name, who->name) != 0)
			continue;
		for (each (t, &old->targets))
			if (t->polarity == POLARITY_for && strcmp(t->actor, actor) == 0)
				return true;
	}
	return false;
}

// Whether what is said is of its speaker: "she had handed them in".
static bool tells_of_itself(const struct reader *r, const struct spoken *k, const struct frame *f,
			    const struct party *who)
{
	int i = f->content.from;
	while (i < f->content.to && (k->s.t[i].mark || token_says(&k->s.t[i], "that")))
		i++;
	const struct token *t = i < f->content.to ? &k->s.t[i] : NULL;
	return t && token_is(t, IS(pron)) && who->name && resolve_fits(r->mentions, t, who->name) &&
	       !token_says(t, "it") && !token_says(t, "they");
}

// "I know what a flying bolt does, and this is something else": said as "I", and nothing is negated in it.
static bool tells_of_other_things(const struct tokens *s, const struct frame *f, const struct verdict *in)
{
	return in->stance == STANCE_denies && in->guessed && says_i(s, f->content) && !clears_himself(s, f->content);
}

// Whether an aim that no rule has read a claim for may be guessed. Nobody confesses by a guess; who defends somebody,
// and who only reports, names no culprit by one; a cause is for who judges; and who denies for himself speaks of his
// own side.
static bool may_guess(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		      const struct verdict *in, const struct aim *a, enum role role, enum polarity p)
{
	bool alone = says_i(&k->s, f->content);
	bool own = a->speaker || a->side || names_related(a->actor, who->name);
	if (p == POLARITY_against && has_held(r, who, a->actor))
		return false;
	if (in->stance == STANCE_denies && in->guessed && !own)
		return false; // it may be somebody else whom the words accuse
	if ((denies_own(in, who) && !own) || ((own || a->head < 0) && denied_elsewhere(r, k, f, who->name)))
		return false;
	if (a->speaker && tells_of_other_things(&k->s, f, in))
		return false;
	if (in->stance == STANCE_denies && a->side && alone)
		return false; // "I ordered nothing"
	if (in->stance == STANCE_reports || cleared_without(&k->s, a))
		return false;
	if (a->head >= 0 && a->thing && role < ROLE_accident && (p == POLARITY_for || a->cause || in->nothing))
		return false; // "no sign of a short circuit": which does nothing
	if (p != POLARITY_for)
		return true;
	if (in->elsewhere)
		return false; // "blamed him for wasting money"
	if (a->head < 0 && tells_of_itself(r, k, f, who))
		return false; // "Anders said she had handed them in": nothing of whom others named
	if (a->head >= 0 && k->s.t[a->head].owner)
		return false; // "the ship's anchor came loose": neither did anything
	if (a->head >= 0 && (role == ROLE_knew || role == ROLE_directed) && !claims_someone(&k->s, a->at))
		return false;
	bool judges = in->hedging.hedge.word || f->act == ACT_think || f->act == ACT_show;
	if (role == ROLE_accident && a->head >= 0 && ((!judges && !a->cause) || causal_meant(&k->s, a->at)))
		return false;
	if (cleared_of(&k->s, a, role, f->content))
		return false;
	return !in->defends && !is_ours(&k->s, a) && !((a->speaker || a->side) && in->stance != STANCE_admits);
}

// Who weighs, accuses or rules out speaks of others, unless somebody has named him before: "she", "the board" and "it"
// are taken for the speaker where they are not.
static bool speaks_of_itself(const struct frame *f, const struct verdict *in, const struct aim *a)
{
	bool each_other = a->claim >= 0 && (f->act == ACT_accuse || f->act == ACT_blame);
	return a->speaker && a->voiced < 0 && !each_other && in->stance != STANCE_denies && in->stance != STANCE_admits;
}

// A denial may offer a cause: only what it negates itself is denied by it; words that may take it back stop any claim
// but an accusing one, and one that they stand apart from: "there was no sabotage, there was weather".
static bool may_claim(const struct frame *f, const struct verdict *in, const struct aim *a, enum role role,
		      enum polarity p)
{
	const struct claim *c = a->claim >= 0 ? &in->claims.at[a->claim] : NULL;
	if (role >= ROLE_accident && in->stance == STANCE_denies)
		return c && !c->open && (role == ROLE_no_event || c->negated == (f->act != ACT_deny));
	bool apart = c && in->inside && c->apart;
	return !in->turned || in->twice || p != POLARITY_for || apart || sure_claim(in, a);
}

static bool names_doer(const struct statement *st)
{
	for (each (t, &st->targets))
		if (t->role < ROLE_accident && *t->actor)
			return true;
	return false;
}

// A deed of nobody named, with all that may turn it.
static bool may_say_nameless(const struct verdict *in, const struct claim *c, enum polarity p)
{
	return p == POLARITY_open || (!c->open && (p == POLARITY_against || !in->turned || c->apart));
}

// What nobody is named for: staged by somebody, done on purpose, and what is not known.
static void push_nameless(const struct reader *r, const struct verdict *in, struct statement *st)
{
	for (int i = 0; i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		if (c->role == ROLE_unknown && in->stance == STANCE_no_conclusion)
			push(r, st, c->role, "", POLARITY_for);
		else if (c->role != ROLE_unknown && !*c->actor)
			push(r, st, c->role, "", in->polarity[i]);
		else if (c->nameless && !names_doer(st) && may_say_nameless(in, c, in->polarity[i]))
			push_as(r, st, c->role, c->actor, in->polarity[i], c->said);
	}
}

// What is held of somebody, or else that he did it; "any knowledge" of it is another matter.
static void push_part(const struct reader *r, struct statement *st, const char *self, enum role role)
{
	const struct voiced *v = role == ROLE_did ? voiced_of(r, self, true) : NULL;
	push(r, st, v ? v->role : role, v ? v->actor : self, POLARITY_against);
}

// What a statement without a target is about.
static void push_default(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
			 const struct verdict *in, struct statement *st)
{
	const struct voiced *v;
	struct denied d;
	if (tells_of_other_things(&k->s, f, in))
		return;
	if (denies_own(in, who))
		push(r, st, in->claims.at[0].role, who->name, POLARITY_against);
	else if (in->stance == STANCE_denies && denied_part(k, f) && who->name && *who->name != '[')
		push_part(r, st, who->name, own_role(&k->s, f->content));
	else if (in->stance == STANCE_denies && clears_himself(&k->s, f->content) && who->name)
		push(r, st, own_role(&k->s, f->content), who->name, POLARITY_against);
	else if (in->stance == STANCE_denies && denied_elsewhere(r, k, f, who->name))
		return;
	else if (in->stance == STANCE_denies && (v = voiced_of(r, who->name, in->guessed)) &&
		 (v->polarity != POLARITY_against || names_related(v->actor, who->name)))
		push(r, st, v->role, v->actor, POLARITY_against); // what another has denied may be what he denies
	else if (in->stance == STANCE_denies && (d = denied_subject(r, k, f, who)).actor)
		push(r, st, d.role == role_count ? own_role(&k->s, f->content) : d.role, d.actor, POLARITY_against);
	else if (in->stance == STANCE_no_conclusion)
		push(r, st, ROLE_unknown, "", POLARITY_for);
}

// Nobody accuses themselves, but each other: whoever seems to was taken amiss for the speaker, or for the accused.
static void drop_own(struct statement *st)
{
	size_t n = 0;
	for (size_t i = 0; i < st->targets.n; i++) {
		const struct target *t = &st->targets.at[i];
		bool own = st->stance == STANCE_accuses && t->polarity == POLARITY_for &&
			   names_same(t->actor, st->speaker.name);
		if (!own)
			st->targets.at[n++] = *t;
	}
	list_cut(&st->targets, n);
}

static bool says_nothing_of_who(const struct statement *st)
{
	for (each (t, &st->targets))
		if (t->role != ROLE_no_event)
			return false;
	return true;
}

// "A clerk of the firm, not the state".
static bool is_set_against(const struct tokens *s, const struct aim *a)
{
	int i = a->at.from - 1;
	while (a->head > 0 && i > 0 && token_is(&s->t[i], IS(prep) | IS(det)) && !token_says(&s->t[i], "than"))
		i--;
	return a->head > 0 && i > 0 && finder_sets_against(s, i);
}

void target_set(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		const struct verdict *in, const struct aims *all, struct statement *st)
{
	struct chosen chosen[TARGETS];
	if (retort_set(r, k, f, who, st) || (denies_own(in, who) && push_denied_before(r, k, f, who, in, st)))
		return;
	int n = choose(r, k, f, who, in, all, chosen);
	bool outright = false;
	for (int i = 0; i < n; i++) {
		const struct aim *a = &all->at[chosen[i].aim];
		bool none = a->claim >= 0 && in->claims.at[a->claim].role == ROLE_no_event; // itself a denial
		bool ruled = a->claim >= 0 && (none || in->stance == STANCE_assesses);
		enum polarity p = ruled ? in->polarity[a->claim] : of_stance(in);
		if (a->claim < 0 && p == POLARITY_for && is_set_against(&k->s, a))
			p = POLARITY_against;
		if (a->claim < 0 && p == POLARITY_against && in->stance == STANCE_assesses && is_apart(&k->s, f, in, a))
			continue; // who is to tell whether it is denied too
		enum role role = a->claim < 0 && in->stance == STANCE_denies ? denied_role(r, k, f, a, chosen[i].role)
									     : chosen[i].role;
		if (holds_himself(r, in, a, who) || is_elsewhere(&k->s, in, a))
			continue;
		const struct voiced *v = a->voiced >= 0 ? &r->voiced[a->voiced] : NULL;
		if (in->stance == STANCE_denies && v && v->accused && v->role < ROLE_accident && a->claim >= 0 &&
		    denies_all(&k->s, f->content)) {
			push(r, st, v->role, a->actor, p);
			continue;
		}
		if (!push_of_side(r, k, f, who, in, &chosen[i], a, st) && !speaks_of_itself(f, in, a) &&
		    may_claim(f, in, a, role, p) && (a->claim >= 0 || may_guess(r, k, f, who, in, a, role, p))) {
			push_all(r, st, in, a, role, p);
			outright |= p == POLARITY_for && role < ROLE_accident && !a->speaker && !a->side &&
				    !(v && v->accused) && outright_told(r, &k->s, f, a);
		}
	}
	if (range_empty(f->object) || !phrase_each_other(&k->s, f->object.from))
		drop_own(st);
	push_nameless(r, in, st);
	demote(st, f);
	if (outright && outright_accuses(r, st, f, in))
		st->stance = STANCE_accuses;
	if (says_nothing_of_who(st))
		push_default(r, k, f, who, in, st);
}

static bool is_denied_in(const struct document *d, const char *actor, uint32_t end)
{
	for (each (s, &d->statements))
		for (each (t, &s->targets))
			if (s->content.at[0].from < end && t->polarity == POLARITY_against &&
			    strcmp(t->actor, actor) == 0)
				return true;
	return false;
}

// Whom the text names first, of those who are said to have done it; NULL where the lead clears him.
static const char *first_named(const struct document *d)
{
	enum { LEAD = 6 }; // paragraphs
	uint32_t end = d->paragraphs.at[d->paragraphs.n < LEAD ? d->paragraphs.n - 1 : LEAD - 1].to;
	for (each (s, &d->statements))
		for (each (t, &s->targets))
			if (s->content.at[0].from >= d->paragraphs.at[0].to && s->content.at[0].from < end &&
			    t->role == ROLE_did && t->polarity == POLARITY_for && !is_described(t->actor))
				return is_denied_in(d, t->actor, end) ? NULL : t->actor;
	return NULL;
}

void target_headline(struct document *d)
{
	const char *named = d->paragraphs.n > 1 ? first_named(d) : NULL, *described = NULL;
	for (each (s, &d->statements))
		for (each (t, &s->targets))
			if (named && !described && s->content.at[0].from < d->paragraphs.at[0].to &&
			    t->role == ROLE_did && t->polarity == POLARITY_for && is_described(t->actor))
				described = t->actor;
	for (each (s, &d->statements))
		for (each (t, &s->targets))
			if (described && t->role == ROLE_did && strcmp(t->actor, described) == 0)
				t->actor = named;
}
