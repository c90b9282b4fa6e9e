#include "read/gate.h"

#include "tag/mix.h"

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
};

struct sink {
	uint32_t *at;
	int n;
};

static void put(struct sink *out, enum template t, uint32_t value)
{
	if (out->n < GATE_FEATURES)
		out->at[out->n++] = mix((uint32_t)t, value);
}

static void put2(struct sink *out, enum template t, uint32_t a, uint32_t b)
{
	if (out->n < GATE_FEATURES)
		out->at[out->n++] = mix2((uint32_t)t, a, b);
}

static uint32_t hash(const char *word)
{
	return word ? forms_hash(word, strlen(word)) : 0;
}

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

static void put_cue(struct sink *out, const struct tokens *s, const struct frame *f)
{
	uint32_t form = (uint32_t)f->cue.negated | (uint32_t)f->cue.passive << 1 | (uint32_t)f->cue.infinitive << 2 |
			(uint32_t)(f->cue.modal >= 0) << 3 | (uint32_t)f->trailing << 4 | (uint32_t)f->away << 5;
	put(out, ACT, f->act);
	put(out, CUE_FORM, form);
	put2(out, ACT_FORM, f->act, form);
	if (f->cue.at >= s->n || f->away)
		return;
	const struct token *cue = &s->t[f->cue.at];
	put(out, CUE_WORD, hash(cue->word));
	put(out, CUE_KIND, cue->kind);
	put(out, CUE_ABOVE, cue->above);
	for (int i = f->cue.from; i < f->cue.to; i++)
		put(out, CUE_WORD, hash(s->t[i].word));
	for (int i = f->cue.to; i < f->content.from && i - f->cue.to < 6; i++)
		put(out, BETWEEN, hash(s->t[i].word));
}

// 0: nobody, 1: accused, 2: an accuser, 3: the last speaker, 4: another.
static uint32_t part_of(const struct reader *r, const struct party *who)
{
	if (!who->name)
		return 0;
	if (voice_is_accused(r, who->name))
		return 1;
	if (voice_is_accuser(r, who->name))
		return 2;
	return r->voice.name && strcmp(r->voice.name, who->name) == 0 ? 3 : 4;
}

static void put_speaker(struct sink *out, const struct reader *r, const struct tokens *s, const struct frame *f,
			const struct party *who)
{
	uint32_t part = part_of(r, who);
	put(out, SPEAKER_KIND, hash(who->kind));
	put(out, SPEAKER_PART, part);
	put2(out, ACT_PART, f->act, part);
	for (int i = f->source.from; i < f->source.to; i++) {
		const struct token *t = &s->t[i];
		bool head = t->head < f->source.from || t->head >= f->source.to;
		if (head) {
			put(out, SPEAKER_HEAD, hash(t->word));
			put(out, SPEAKER_NOUN, t->kind);
		}
	}
}

static uint32_t rule_of(const struct verdict *in)
{
	return in->keep ? 1 + (uint32_t)in->stance : 0;
}

static void put_rules(struct sink *out, const struct spoken *k, const struct frame *f, const struct verdict *in)
{
	int from = f->cue.from < f->content.from && !f->trailing && !f->away ? f->cue.from : f->content.from;
	struct operator_at op = operators_first(&k->s, &k->hits, from, f->content.to);
	put(out, RULE, rule_of(in));
	put2(out, ACT_RULE, f->act, rule_of(in));
	put(out, CLAIMS, step(in->claims.n));
	put2(out, ACT_CLAIMS, f->act, step(in->claims.n));
	for (int i = 0; i < in->claims.n; i++) {
		const struct claim *c = &in->claims.at[i];
		uint32_t how = (uint32_t)c->negated | (uint32_t)c->own << 1 | (uint32_t)c->open << 2 |
			       (uint32_t)(c->modal >= 0) << 3;
		put2(out, CLAIM, c->role, how);
		put2(out, CLAIM, c->role, 99);
	}
	put(out, OPERATOR, op.kind);
	put2(out, OPERATOR, op.kind, 1 + (uint32_t)f->act);
	put(out, HEDGE, in->hedging.hedge.word ? 1 + (uint32_t)in->hedging.hedge.level : 0);
	put2(out, HEDGE, in->hedging.hedge.word != NULL, 100 + (uint32_t)in->hedging.estimate);
}

static const uint64_t telling = IS(act) | IS(mayact) | IS(light) | IS(direct) | IS(know) | IS(stage) | IS(incident) |
				IS(cause) | IS(causeadj) | IS(stagednoun) | IS(lie) | IS(findnoun) |
				IS(responsibility) | IS(evidence) | IS(person) | IS(group) | IS(nation) | IS(document) |
				IS(neg) | IS(wh) | IS(thought) | IS(guessed) | IS(alleged) | IS(denial);

static void put_words(struct sink *out, const struct tokens *s, struct range r)
{
	uint64_t classes = 0;
	for (int i = r.from; i < r.to && i - r.from < 60; i++) {
		const struct token *t = &s->t[i];
		classes |= t->is & telling;
		bool content = token_verb(t) || t->tag == POS_NN || t->tag == POS_NNS || t->tag == POS_JJ ||
			       t->tag == POS_RB || t->tag == POS_IN;
		if (content && !t->mark)
			put(out, WORD, stem(t->word));
		if (content && t->kind > 64)
			put(out, WORD, 0x10000u + t->kind);
		if (content && t->above)
			put(out, WORD, 0x20000u + t->above);
	}
	for (int c = 0; c < CLASS_COUNT; c++)
		if (classes >> c & 1)
			put(out, CLASS, (uint32_t)c);
	for (int i = r.from; i < r.to && i - r.from < 2; i++)
		put2(out, OPENING, hash(s->t[i].word), (uint32_t)(i - r.from));
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
	uint32_t helped = g.modal >= 0 ? hash(s->t[g.modal].word) : g.from < g.at ? hash(s->t[g.from].word) : 0;
	return mix2(1, (uint32_t)s->t[root].tag, helped);
}

static void put_content(struct sink *out, const struct reader *r, const struct tokens *s, const struct frame *f,
			const struct party *who, const struct verdict *in)
{
	struct range at = f->content;
	int root = root_of(s, at), quoted = 0, first = 0;
	for (int i = at.from; i < at.to; i++) {
		quoted += s->t[i].quoted;
		first += token_says(&s->t[i], "i") || token_says(&s->t[i], "we") || token_says(&s->t[i], "our");
	}
	uint32_t about = step(topical(r, s, at)), tense = tense_of(s, root);
	put(out, TOPIC, about);
	put2(out, ACT_TOPIC, f->act, about);
	put2(out, RULE_TOPIC, rule_of(in), about);
	put2(out, TOPIC_TENSE, about, tense);
	put2(out, RULE_KIND, rule_of(in), hash(who->kind));
	if (!f->away && f->cue.at < s->n)
		put2(out, CUE_TOPIC, hash(s->t[f->cue.at].word), about > 0);
	put(out, ACCUSED, names_accused(r, s, at));
	put(out, PERSON, step(first));
	put(out, TENSE, tense);
	if (root >= 0) {
		put(out, ROOT_WORD, hash(s->t[root].word));
		put(out, ROOT_KIND, s->t[root].kind);
		put(out, ROOT_ABOVE, s->t[root].above);
		put2(out, ROOT_TENSE, s->t[root].kind, tense);
		put2(out, KIND_ROOT, hash(who->kind), s->t[root].kind);
	}
	int len = at.to - at.from;
	put(out, LENGTH, step(len));
	put(out, QUOTED, len ? (uint32_t)(4 * quoted / len) : 0);
}

int gate_features(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		  const struct verdict *in, uint32_t *feature)
{
	struct sink out = { feature, 0 };
	put(&out, ALWAYS, 0);
	put2(&out, HEARD, f->heard >= 0, f->act);
	put(&out, HEARD, f->heard >= 0);
	put_cue(&out, &k->s, f);
	put_speaker(&out, r, &k->s, f, who);
	put_rules(&out, k, f, in);
	put_content(&out, r, &k->s, f, who, in);
	put(&out, PLACE, step((int)(r->paragraph < 20 ? r->paragraph : 20)));
	put(&out, STORY, step(r->n_voiced));
	put2(&out, STORY, step(r->topic.n), 1);
	put_words(&out, &k->s, f->content);
	return out.n;
}
