#include "read/gate.h"

#include "read/features.h"
#include "read/tagger.h"
#include "read/voiced.h"

enum template {
	ALWAYS,
	ACT,
	CUE_WORD,
	CUE_KIND,
	CUE_ABOVE,
	CUE_FORM,
	BETWEEN,
	SPEAKER_KIND,
	SPEAKER_HEAD,
	SPEAKER_NOUN,
	SPEAKER_PART,
	RULE,
	CLAIM,
	CLAIMS,
	OPERATOR,
	HEDGE,
	CLASS,
	ROOT_WORD,
	ROOT_KIND,
	ROOT_ABOVE,
	TENSE,
	TOPIC,
	ACCUSED,
	OPENING,
	QUOTED,
	LENGTH,
	PLACE,
	WORD,
	PERSON,
	ACT_RULE,
	ACT_CLAIMS,
	ACT_TOPIC,
	ACT_FORM,
	ACT_PART,
	ROOT_TENSE,
	RULE_TOPIC,
	RULE_KIND,
	TOPIC_TENSE,
	KIND_ROOT,
	CUE_TOPIC,
	STORY,
	HEARD,
	NEARBY,
	ARGUMENT,
};

// 0, 1, 2, 3 for 3 and 4, 4 for 5 to 8, and so on.
static uint32_t step(int n)
{
	uint32_t steps = 0;
	for (int top = 0; n > top; top = top < 2 ? top + 1 : top * 2)
		steps++;
	return steps;
}

// A word without its ending, roughly.
static uint32_t stem(const char *word)
{
	size_t n = strlen(word);
	return forms_hash(word, n < 6 ? n : 6);
}

// The verb that the rest of a range hangs on; -1 where there is none.
static int root_of(const struct tokens *s, struct range r)
{
	int first = -1;
	for (int i = r.from; i < r.to; i++) {
		const struct token *t = &s->t[i];
		if (!token_verb(t))
			continue;
		first = first < 0 ? i : first;
		if (t->head < r.from || t->head >= r.to)
			return i;
	}
	return first;
}

static void put_cue(struct features *out, const struct tokens *s, const struct frame *f)
{
	uint32_t form = (uint32_t)f->cue.negated | (uint32_t)f->cue.passive << 1 | (uint32_t)f->cue.infinitive << 2 |
			(uint32_t)(f->cue.modal >= 0) << 3 | (uint32_t)f->trailing << 4 | (uint32_t)f->away << 5;
	features_put(out, ACT, f->act);
	features_put(out, CUE_FORM, form);
	features_put2(out, ACT_FORM, f->act, form);
	if (f->cue.at >= s->n || f->away)
		return;
	const struct token *cue = &s->t[f->cue.at];
	features_put(out, CUE_WORD, cue->hash);
	features_put(out, CUE_KIND, cue->kind);
	features_put(out, CUE_ABOVE, cue->above);
	for (int i = f->cue.from; i < f->cue.to; i++)
		features_put(out, CUE_WORD, s->t[i].hash);
	for (int i = f->cue.to; i < f->content.from && i - f->cue.to < 6; i++)
		features_put(out, BETWEEN, s->t[i].hash);
}

// 0: nobody, 1: accused, 2: an accuser, 3: the last speaker, 4: another.
static uint32_t part_of(const struct reader *r, const struct party *who)
{
	if (!who->name)
		return 0;
	if (voiced_accused(r, who->name))
		return 1;
	if (voiced_accuser(r, who->name))
		return 2;
	return r->voice.name && strcmp(r->voice.name, who->name) == 0 ? 3 : 4;
}

static void put_speaker(struct features *out, const struct reader *r, const struct tokens *s, const struct frame *f,
			const struct party *who)
{
	uint32_t part = part_of(r, who);
	features_put(out, SPEAKER_KIND, features_word(who->kind));
	features_put(out, SPEAKER_PART, part);
	features_put2(out, ACT_PART, f->act, part);
	for (int i = f->source.from; i < f->source.to; i++) {
		const struct token *t = &s->t[i];
		bool head = t->head < f->source.from || t->head >= f->source.to;
		if (head) {
			features_put(out, SPEAKER_HEAD, t->hash);
			features_put(out, SPEAKER_NOUN, t->kind);
		}
	}
}

static uint32_t rule_of(const struct verdict *in)
{
	return in->keep ? 1 + (uint32_t)in->stance : 0;
}

static void put_rules(struct features *out, const struct spoken *k, const struct frame *f, const struct verdict *in)
{
	int from = f->cue.from < f->content.from && !f->trailing && !f->away ? f->cue.from : f->content.from;
	struct operator_at op = operators_first(&k->s, &k->hits, from, f->content.to);
	features_put(out, RULE, rule_of(in));
	features_put2(out, ACT_RULE, f->act, rule_of(in));
	features_put(out, CLAIMS, step(in->claims.n));
	features_put2(out, ACT_CLAIMS, f->act, step(in->claims.n));
	for (int i = 0; i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		uint32_t how = (uint32_t)c->negated | (uint32_t)c->own << 1 | (uint32_t)c->open << 2 |
			       (uint32_t)(c->modal >= 0) << 3;
		features_put2(out, CLAIM, c->role, how);
		features_put2(out, CLAIM, c->role, 99);
	}
	features_put(out, OPERATOR, op.kind);
	features_put2(out, OPERATOR, op.kind, 1 + (uint32_t)f->act);
	features_put(out, HEDGE, in->hedging.hedge.word ? 1 + (uint32_t)in->hedging.hedge.level : 0);
	features_put2(out, HEDGE, in->hedging.hedge.word != NULL, 100 + (uint32_t)in->hedging.estimate);
}

static const uint64_t telling = IS(act) | IS(mayact) | IS(light) | IS(direct) | IS(know) | IS(stage) | IS(incident) |
				IS(cause) | IS(causeadj) | IS(stagednoun) | IS(lie) | IS(findnoun) |
				IS(responsibility) | IS(evidence) | IS(person) | IS(group) | IS(nation) | IS(document) |
				IS(neg) | IS(wh) | IS(thought) | IS(guessed) | IS(alleged) | IS(denial);

static void put_words(struct features *out, const struct tokens *s, struct range r)
{
	uint64_t classes = 0;
	for (int i = r.from; i < r.to && i - r.from < 60; i++) {
		const struct token *t = &s->t[i];
		classes |= t->is & telling;
		bool content = token_verb(t) || t->tag == POS_NN || t->tag == POS_NNS || t->tag == POS_JJ ||
			       t->tag == POS_RB || t->tag == POS_IN;
		if (content && !t->mark)
			features_put(out, WORD, stem(t->word));
		if (content && t->kind > KIND_NOUN)
			features_put(out, WORD, 0x10000u + t->kind);
		if (content && t->above)
			features_put(out, WORD, 0x20000u + t->above);
	}
	features_classes(out, CLASS, classes);
	for (int i = r.from; i < r.to && i - r.from < 2; i++)
		features_put2(out, OPENING, s->t[i].hash, (uint32_t)(i - r.from));
}

// How many words of a range are of what the headline and the lead are about.
static int topical(const struct reader *r, const struct tokens *s, struct range at)
{
	int n = 0;
	for (int i = at.from; i < at.to; i++)
		n += s->t[i].tag != POS_IN && claims_topical(&r->topic, s->t[i].word);
	return n;
}

static bool names_accused(const struct reader *r, const struct tokens *s, struct range at)
{
	for (int i = at.from; i < at.to; i++)
		for (int a = 0; s->t[i].capital && a < r->n_voiced && a < 32; a++) {
			struct slice word = slice_in(s->text, s->t[i].at);
			char name[40];
			if (word.len < 4 || word.len >= sizeof name)
				continue;
			memcpy(name, word.at, word.len);
			name[word.len] = 0;
			if (strstr(r->voiced[a].actor, name))
				return true;
		}
	return false;
}

// The tense of a verb with what stands before it: its tag, and its modal.
static uint32_t tense_of(const struct tokens *s, int root)
{
	if (root < 0)
		return 0;
	struct verb_group g = phrase_group(s, root);
	uint32_t helped = g.modal >= 0    ? s->t[g.modal].hash
			  : g.from < g.at ? s->t[g.from].hash
					  : 0;
	return mix2(1, (uint32_t)s->t[root].tag, helped);
}

// Who does it, and to whom: the nouns and pronouns that hang on the main verb.
static void put_arguments(struct features *out, const struct reader *r, const struct tokens *s, struct range at,
			  int root)
{
	for (int i = at.from; i < at.to; i++) {
		const struct token *t = &s->t[i];
		if (t->head != root || !(token_noun(t) || t->tag == POS_PRP))
			continue;
		uint32_t side = i < root, accused = names_accused(r, s, (struct range){ i, i + 1 });
		uint32_t pronoun = features_word(t->tag == POS_PRP ? t->word : "");
		features_put3(out, ARGUMENT, side, t->kind, s->t[root].kind);
		features_put3(out, ARGUMENT, side, 1000 + pronoun, s->t[root].kind);
		features_put3(out, ARGUMENT, side, 100 + t->above, accused);
		features_put3(out, ARGUMENT, side, s->t[root].hash, 7);
	}
}

static void put_content(struct features *out, const struct reader *r, const struct tokens *s, const struct frame *f,
			const struct party *who, const struct verdict *in)
{
	struct range at = f->content;
	int root = root_of(s, at), quoted = 0, first = 0;
	for (int i = at.from; i < at.to; i++) {
		quoted += s->t[i].quoted;
		first += token_says(&s->t[i], "i") || token_says(&s->t[i], "we") || token_says(&s->t[i], "our");
	}
	uint32_t about = step(topical(r, s, at)), tense = tense_of(s, root);
	features_put(out, TOPIC, about);
	features_put2(out, ACT_TOPIC, f->act, about);
	features_put2(out, RULE_TOPIC, rule_of(in), about);
	features_put2(out, TOPIC_TENSE, about, tense);
	features_put2(out, RULE_KIND, rule_of(in), features_word(who->kind));
	if (!f->away && f->cue.at < s->n)
		features_put2(out, CUE_TOPIC, s->t[f->cue.at].hash, about > 0);
	features_put(out, ACCUSED, names_accused(r, s, at));
	features_put(out, PERSON, step(first));
	features_put(out, TENSE, tense);
	if (root >= 0) {
		features_put(out, ROOT_WORD, s->t[root].hash);
		features_put(out, ROOT_KIND, s->t[root].kind);
		features_put(out, ROOT_ABOVE, s->t[root].above);
		features_put2(out, ROOT_TENSE, s->t[root].kind, tense);
		features_put2(out, KIND_ROOT, features_word(who->kind), s->t[root].kind);
	}
	if (root >= 0)
		put_arguments(out, r, s, at, root);
	int len = at.to - at.from;
	features_put(out, LENGTH, step(len));
	features_put(out, QUOTED, len ? (uint32_t)(4 * quoted / len) : 0);
}

// Whether the latest statement is near (1) or far (2), is in this sentence, and is the same speaker's.
static void put_nearby(struct features *out, const struct reader *r, const struct spoken *k, const struct frame *f,
		       const struct party *who)
{
	enum { NEAR = 400 }; // bytes
	size_t n = r->d->statements.n;
	uint32_t near = !n ? 0 : r->d->statements.at[n - 1].content.at[0].to + NEAR > k->s.at.from ? 1 : 2;
	bool same = r->last_by && who->name && strcmp(r->last_by, who->name) == 0;
	features_put3(out, NEARBY, near, same, n > r->first);
	features_put3(out, NEARBY, 10 + near, f->act, same);
}

int gate_features(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		  const struct verdict *in, uint32_t *feature)
{
	const struct tagger *t = r->tables->tagger;
	struct features out = { feature, 0, GATE_FEATURES, t ? &t->outer.gate : NULL };
	features_put(&out, ALWAYS, 0);
	features_put2(&out, HEARD, f->heard >= 0, f->act);
	features_put(&out, HEARD, f->heard >= 0);
	if (f->heard >= 0)
		features_put2(&out, HEARD, 10 + (uint32_t)(10 * r->heard.list.at[f->heard].is->confidence),
			      f->act == ACT_other);
	put_nearby(&out, r, k, f, who);
	put_cue(&out, &k->s, f);
	put_speaker(&out, r, &k->s, f, who);
	put_rules(&out, k, f, in);
	put_content(&out, r, &k->s, f, who, in);
	features_put(&out, PLACE, step((int)(r->paragraph < 20 ? r->paragraph : 20)));
	features_put(&out, STORY, step(r->n_voiced));
	features_put2(&out, STORY, step(r->topic.n), 1);
	put_words(&out, &k->s, f->content);
	return out.n;
}
