#include "read/aim.h"

#include "read/deed.h"
#include "read/features.h"
#include "read/nameless.h"
#include "read/noun.h"
#include "read/reception.h"
#include "read/tagger.h"
#include "read/voiced.h"

enum { EARLIER = 12, PHRASES = 20 }; // of those voiced before, the latest; of the content, the first

// --- what there is to aim at ---

static struct aim *known(struct aims *all, const struct name *name)
{
	for (int i = 0; i < all->n; i++)
		if (all->at[i].name == name || names_one(all->at[i].name, name))
			return &all->at[i];
	return NULL;
}

static struct aim *add(const struct reader *r, struct aims *all, const char *actor)
{
	const struct name *name = roster_name(r->names, actor);
	struct aim *old = known(all, name);
	if (old || all->n == AIMS_MOST)
		return old;
	all->at[all->n] =
	    (struct aim){ .actor = actor, .name = name, .head = -1, .claim = -1, .voiced = -1, .taught = -1 };
	return &all->at[all->n++];
}

// A fault, a storm, wear: by the words, or by WordNet's events, phenomena, states and processes.
static bool may_cause(const struct tokens *s, struct range at, int head)
{
	int file = s->t[head].kind - KIND_NOUN;
	for (int i = at.from; i < at.to; i++)
		if (token_is(&s->t[i], IS(cause) | IS(causeadj)))
			return true;
	return file == NOUN_EVENT || file == NOUN_PHENOMENON || file == NOUN_PROCESS || file == NOUN_STATE;
}

static void add_phrase(const struct reader *r, const struct tokens *s, struct range at, int head, const char *self,
		       struct aims *all)
{
	const struct token *t = &s->t[head];
	const char *doer = nameless_doer(&r->topic, s, head);
	const char *actor = doer ? doer : resolve_name(r->mentions, s, at, self);
	struct aim *a = actor && roster_name(r->names, actor)->usable ? add(r, all, actor) : NULL;
	if (!a || a->head >= 0)
		return;
	a->at = at;
	a->head = head;
	a->pronoun = t->tag == POS_PRP;
	a->cause = may_cause(s, at, head);
	a->thing = !a->pronoun && t->kind != KIND_NOUN + NOUN_PERSON && t->kind != KIND_NOUN + NOUN_GROUP &&
		   t->tag != POS_NNP && t->tag != POS_NNPS &&
		   !token_is(t, IS(person) | IS(group) | IS(nation) | IS(anonymous));
}

// The phrase of who speaks, with the name behind it: "the Speaker, Dame Flora Hunt".
static struct range speaker_at(const struct tokens *s, const struct frame *f)
{
	struct range at = f->source;
	if (!range_empty(at) && phrase_comma(s, at.to)) {
		int end = nominal_run(s, at.to + 1, s->n);
		at.to = end > at.to + 1 ? end : at.to;
	}
	return at;
}

// "Praised him as a decent man": what somebody is called, and nobody else.
static bool describes(const struct tokens *s, int from)
{
	bool article = token_says(&s->t[from], "a") || token_says(&s->t[from], "an");
	return article && from > 0 && token_says(&s->t[from - 1], "as");
}

static void add_phrases(const struct reader *r, const struct tokens *s, const struct frame *f, const char *self,
			struct aims *all)
{
	struct noun n;
	struct range in = f->content, speaker = speaker_at(s, f);
	int at = in.from, apart = -1;
	for (int k = 0; k < PHRASES && noun_next(s, at, in.to, &n); k++, at = n.head + 1) {
		if (n.head >= speaker.from && n.head < speaker.to)
			continue; // who speaks is there in its own right
		if (describes(s, n.at.from))
			continue;
		// whoever passed a claim on, "a priest, Otto Lind", did not do what it tells
		bool named = apart == n.at.from - 1 && phrase_comma(s, apart);
		if (named || reception_agent(s, n.at.from)) {
			apart = n.at.to;
			continue;
		}
		struct range owner = noun_owner(s, &n);
		add_phrase(r, s, n.at, n.head, self, all);
		if (!range_empty(owner))
			add_phrase(r, s, owner, owner.to - 1, self, all);
	}
}

static const uint64_t telling = IS(act) | IS(direct) | IS(know) | IS(stage) | IS(incident) | IS(cause) | IS(causeadj) |
				IS(stagednoun) | IS(lie) | IS(responsibility) | IS(evidence) | IS(thought) | IS(neg);

struct aims aim_all(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		    const struct verdict *in)
{
	struct aims all = { .n = 0, .accused = voiced_of(r, who->name, false) };
	for (int i = f->content.from; i < f->content.to; i++)
		all.told |= k->s.t[i].is & telling;
	add_phrases(r, &k->s, f, who->name, &all);
	for (int i = 0; i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		struct aim *a = *c->actor && !c->nameless ? add(r, &all, c->actor) : NULL;
		if (a && a->claim < 0)
			a->claim = i;
	}
	if (who->name && who->name[0] != '[') {
		struct aim *a = add(r, &all, who->name);
		const char *side = mentions_side(r->mentions, who->name);
		if (a)
			a->speaker = true;
		a = side && roster_name(r->names, side)->usable ? add(r, &all, side) : NULL;
		if (a)
			a->side = true;
	}
	for (int i = r->n_voiced - 1; i >= 0 && i >= r->n_voiced - EARLIER; i--) {
		struct aim *a = *r->voiced[i].actor ? add(r, &all, r->voiced[i].actor) : NULL;
		if (a && a->voiced < 0)
			a->voiced = i;
	}
	return all;
}

bool aim_told(const struct tokens *s, const struct aims *all, const struct statement *st)
{
	for (each (t, &st->targets))
		for (int i = 0; i < all->n; i++)
			if (all->at[i].head >= 0 && !all->at[i].pronoun && strcmp(all->at[i].actor, t->actor) == 0 &&
			    deed_doer(&s->t[all->at[i].head]) == role_count) // not "the thieves": whoever it was
				return true;
	return false;
}

// --- how it stands in the words ---

enum template {
	ALWAYS,
	WHERE,
	STANCE,
	CLAIM,
	CLAIM_HOW,
	VOICED,
	VOICED_BY,
	VOICED_WHEN,
	VOICED_ROLE,
	PICKED,
	RELATION,
	VOICE,
	GOVERNOR,
	GOVERNOR_KIND,
	GOVERNOR_ABOVE,
	GOVERNOR_CLASS,
	PREPOSITION,
	KIND,
	HEAD,
	CLASS,
	ACT,
	CUE,
	CONTENT,
	CONTENT_HERE,
	COUNT,
	AKIN,
	ORDER,
	STORY,
	NEAR,
};

static uint32_t few(int n)
{
	return (uint32_t)(n < 0 ? 0 : n > 4 ? 4 : n);
}

// 1: in the words, 2: by a pronoun there, 4: the speaker, 8: voiced before, 16: a rule's, 32: a thing, 64: whom the
// speaker speaks for.
static uint32_t where_of(const struct aim *a)
{
	return (uint32_t)(a->head >= 0) | (uint32_t)a->pronoun << 1 | (uint32_t)a->speaker << 2 |
	       (uint32_t)(a->voiced >= 0) << 3 | (uint32_t)(a->claim >= 0) << 4 | (uint32_t)a->thing << 5 |
	       (uint32_t)a->side << 6;
}

static void put_claim(struct features *out, const struct verdict *in, const struct aim *a, uint32_t stance)
{
	if (a->claim < 0)
		return;
	const struct claim *c = &in->claims.at[a->claim];
	uint32_t how = (uint32_t)c->negated | (uint32_t)c->own << 1 | (uint32_t)c->open << 2;
	features_put(out, CLAIM, c->role);
	features_put2(out, CLAIM, c->role, 1 + stance);
	features_put2(out, CLAIM_HOW, c->role, how);
}

static bool by(const struct voiced *v, const char *name)
{
	for (int i = 0; name && i < v->n_by; i++)
		if (strcmp(v->by[i], name) == 0)
			return true;
	return false;
}

static bool is_most_used(const struct reader *r, const struct voiced *v)
{
	for (int i = 0; i < r->n_voiced; i++)
		if (r->voiced[i].uses > v->uses)
			return false;
	return true;
}

static void put_voiced(struct features *out, const struct reader *r, const struct aims *all, const struct aim *a,
		       const struct party *who, uint32_t stance)
{
	if (a->voiced < 0)
		return;
	const struct voiced *v = &r->voiced[a->voiced];
	uint32_t age = few(r->n_voiced - 1 - a->voiced), own = by(v, who->name);
	bool here = a->head >= 0;
	features_put(out, VOICED, v->role);
	features_put3(out, VOICED_ROLE, v->role, stance, here);
	features_put3(out, VOICED_WHEN, age, stance, here);
	features_put2(out, VOICED_WHEN, age, 100 + few(v->uses));
	features_put3(out, VOICED_BY, own, stance, here);
	features_put2(out, VOICED_BY, 9 + own, age);
	features_put3(out, PICKED, all->accused == v, stance, here);
	features_put2(out, PICKED, 9 + (all->accused == v), v->role);
	features_put2(out, VOICED, 99 + v->polarity, stance);
	features_put3(out, STORY, v->accused, stance, here);
	features_put3(out, STORY, 10 + few(r->n_voiced - 1), few(v->uses), age);
	features_put3(out, STORY, 20 + is_most_used(r, v), stance, here);
	features_put3(out, STORY, 30 + (a->voiced == 0), age, here);
	bool goes_on = r->last_by && who->name && strcmp(r->last_by, who->name) == 0;
	features_put3(out, STORY, 40 + goes_on, age, here);
	features_put3(out, STORY, 50 + goes_on, age, 10 + stance);
}

// Whether the sentence names somebody outside of the content, and the speaker's phrase does.
static void put_near(struct features *out, const struct tokens *s, const struct frame *f, const struct aim *a,
		     uint32_t stance)
{
	bool near = false, source = false;
	struct slice last = slice_of(a->actor);
	for (size_t i = last.len; i-- > 0;)
		if (last.at[i] == ' ') {
			last.at += i + 1;
			last.len -= i + 1;
			break;
		}
	for (int i = 0; i < s->n; i++) {
		struct slice word = slice_in(s->text, s->t[i].at);
		if (*word.at != *last.at || word.len < last.len || memcmp(word.at, last.at, last.len) != 0)
			continue;
		near |= i < f->content.from || i >= f->content.to;
		source |= i >= f->source.from && i < f->source.to;
	}
	features_put3(out, NEAR, near, a->head >= 0, stance);
	features_put3(out, NEAR, 10 + near, source, where_of(a));
}

// How a word hangs on its governor, and what that is: 1 before it, 2 behind it, 3 after a preposition, 4 after "by", 5
// whose.
static void put_relation(struct features *out, const struct tokens *s, const struct frame *f, const struct aim *a,
			 uint32_t stance)
{
	const struct token *t = &s->t[a->head];
	struct noun n = { a->at, a->head };
	int prep = noun_preposition(s, &n), governor = t->head;
	if (prep >= 0 && governor == prep)
		governor = s->t[prep].head; // trees that hang the noun on its preposition
	uint32_t relation = t->owner                                     ? 5
			    : prep >= 0 && token_says(&s->t[prep], "by") ? 4
			    : prep >= 0                                  ? 3
			    : governor < 0                               ? 0
			    : governor > a->head                         ? 1
									 : 2;
	features_put3(out, RELATION, relation, stance, 0);
	features_put2(out, RELATION, relation, 1000 + (uint32_t)f->act);
	if (prep >= 0) {
		features_put(out, PREPOSITION, s->t[prep].hash);
		features_put2(out, PREPOSITION, s->t[prep].hash, 1 + (uint32_t)f->act);
	}
	if (governor < 0)
		return;
	const struct token *g = &s->t[governor];
	bool outside = governor < f->content.from || governor >= f->content.to;
	struct verb_group group = phrase_group(s, governor);
	uint32_t voice = (uint32_t)(token_verb(g) && group.passive) | (uint32_t)token_verb(g) << 1;
	features_put3(out, VOICE, relation, voice, stance);
	features_put3(out, VOICE, relation, voice, 100 + (uint32_t)group.negated);
	features_put3(out, VOICE, relation, voice, 200 + t->kind);
	features_put3(out, VOICE, relation, voice, 300 + g->kind);
	features_put2(out, GOVERNOR, g->hash, relation);
	features_put2(out, GOVERNOR_KIND, g->kind, relation);
	features_put3(out, GOVERNOR_KIND, (uint32_t)g->tag, relation, 1 + outside);
	features_put2(out, GOVERNOR_ABOVE, g->above, relation);
	if (prep >= 0)
		features_put3(out, GOVERNOR, g->hash, s->t[prep].hash, 1);
	for (uint64_t left = g->is; left;)
		features_put3(out, GOVERNOR_CLASS, features_class(&left), relation, voice);
	if (g->head >= 0)
		features_put2(out, GOVERNOR, s->t[g->head].hash, 20 + relation);
}

static void put_phrase(struct features *out, const struct tokens *s, const struct aim *a, uint32_t stance)
{
	const struct token *t = &s->t[a->head];
	features_put(out, KIND, t->kind);
	features_put2(out, KIND, t->kind, 1 + stance);
	features_put(out, KIND, 0x1000u + (uint32_t)t->tag);
	features_put(out, KIND, 0x20000u + t->above);
	features_put(out, HEAD, t->hash);
	features_classes(out, CLASS, t->is);
	features_put(out, ORDER, few(a->at.from / 4));
}

// Classes of words in the content, with whether the aim is in there and what it was before.
static void put_content(struct features *out, const struct reader *r, uint64_t classes, const struct aim *a)
{
	uint32_t role = a->voiced >= 0 ? 1 + (uint32_t)r->voiced[a->voiced].role : 0;
	while (classes) {
		uint32_t c = features_class(&classes);
		features_put3(out, CONTENT, c, role, a->thing);
		features_put2(out, CONTENT_HERE, c, where_of(a));
	}
}

int aim_features(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		 const struct verdict *in, const struct aims *all, int which, uint32_t *feature)
{
	const struct tagger *t = r->tables->tagger;
	struct features out = { feature, 0, AIM_FEATURES, t ? &t->outer.aim : NULL };
	const struct aim *a = &all->at[which];
	uint32_t stance = in->stance, where = where_of(a);
	int claims = 0, voiced = 0;
	for (int i = 0; i < all->n; i++) {
		claims += all->at[i].claim >= 0;
		voiced += all->at[i].voiced >= 0 && all->at[i].head >= 0;
	}
	features_put(&out, ALWAYS, 0);
	features_put(&out, STANCE, stance);
	features_put(&out, WHERE, where);
	features_put2(&out, WHERE, where, 1 + stance);
	features_put3(&out, COUNT, few(claims), few(voiced), where);
	features_put2(&out, ACT, f->act, where);
	if (!f->away && f->cue.at < k->s.n)
		features_put2(&out, CUE, k->s.t[f->cue.at].hash, where);
	features_put2(&out, AKIN, who->name && names_akin(roster_name(r->names, who->name), a->name), 1 + stance);
	put_claim(&out, in, a, stance);
	put_voiced(&out, r, all, a, who, stance);
	put_content(&out, r, all->told, a);
	put_near(&out, &k->s, f, a, stance);
	if (a->head >= 0) {
		put_relation(&out, &k->s, f, a, stance);
		put_phrase(&out, &k->s, a, stance);
	}
	return out.n;
}
