#include "read/ordered.h"

#include "read/given.h"

static const char *const given_orders[] = { "order",        "orders", "command", "instruction",
					    "instructions", "word",   "nod",     "go" };

// "X gave the order", "the order was given by X", "it gave no such order".
static void gave_order(struct finder *f, int i)
{
	static const char *const gave[] = { "gave",   "give",    "gives",  "given", "giving",
					    "issued", "issuing", "issues", "issue" };
	const struct tokens *s = f->s;
	int verb = i - 1, after = i + 1;
	if (!token_among(&s->t[i], given_orders))
		return;
	while (verb > f->r.from && i - verb < 5 && !token_among(&s->t[verb], gave) &&
	       (token_is(&s->t[verb], IS(det) | IS(neg) | IS(pron) | IS(adv)) || s->t[verb].tag == POS_JJ))
		verb--;
	if (verb >= f->r.from && token_among(&s->t[verb], gave) && !given_passive(s, verb)) {
		given_by_subject(f, i, verb, ROLE_directed, finder_denied(f, verb, i));
		return;
	}
	while (after < f->r.to && token_is(&s->t[after], IS(be) | IS(have) | IS(adv) | IS(neg)))
		after++;
	int by = after < f->r.to && token_among(&s->t[after], gave)
		     ? phrase_find(s, after, finder_few(f, after, 4).to, "by")
		     : -1;
	if (by >= 0)
		given_by_phrase(f, i, after, phrase_noun(s, by + 1, f->r.to, NULL), ROLE_directed);
}

// What the subject of "came from" must be, for whoever it came from to have ordered or done it.
static enum role sent_role(const struct finder *f, struct range subject)
{
	static const char *const orders[] = { "order",    "orders",   "instruction", "instructions", "command",
					      "contract", "commands", "payment",     "payments",     "money",
					      "cash",     "plan",     "plot",        "directive" };
	const struct tokens *s = f->s;
	if (range_empty(subject))
		return role_count;
	int head = nominal_head(s, subject);
	for (int k = f->r.from; k <= head; k++) // "the order", or "it", where an order was spoken of
		if (token_among(&s->t[k], orders) && (k == head || token_says(&s->t[head], "it")))
			return ROLE_directed;
	bool thing = s->t[head].kind == KIND_NOUN + NOUN_ARTIFACT || token_is(&s->t[head], IS(incident)) ||
		     claims_topical(f->topic, s->t[head].word) || token_says(&s->t[head], "it");
	return thing ? ROLE_did : role_count;
}

// "The order to fire (had come from)": where "order" stands; -1 where none does.
static int order_before(const struct finder *f, int verb)
{
	static const char *const orders[] = { "order", "orders", "command", "instruction", "instructions" };
	enum { NEAR = 6 };
	for (int k = verb - 1; k > f->r.from && verb - k < NEAR && !f->s->t[k].mark; k--)
		if (token_says(&f->s->t[k], "to") && token_among(&f->s->t[k - 1], orders))
			return k - 1;
	return -1;
}

void ordered_from(struct finder *f, int i)
{
	static const char *const came[] = { "came", "come", "comes", "coming", "originated", "originates", "emanated" };
	static const char *const sent[] = { "launched", "fired", "sent", "flown", "dropped", "steered", "shot" };
	const struct tokens *s = f->s;
	int verb = i - 1; // "came by telephone from"
	while (verb > f->r.from && i - verb < 5 && !s->t[verb].mark && !token_verb(&s->t[verb]))
		verb--;
	bool passive = token_among(&s->t[verb], sent) && given_passive(s, verb);
	if (verb < f->r.from || (!passive && !token_among(&s->t[verb], came)))
		return;
	bool joined = false;
	struct verb_group g = phrase_group(s, verb);
	struct range subject = given_subject(s, g.from, &joined);
	enum role role = subject.from < f->r.from ? role_count : sent_role(f, subject);
	int order = role == role_count ? order_before(f, g.from) : -1;
	if (order >= 0) {
		role = ROLE_directed;
		subject = (struct range){ order, order + 1 };
	}
	int inside = i + 1 < f->r.to && (token_says(&s->t[i + 1], "inside") || token_says(&s->t[i + 1], "within"));
	struct range who = given_holder(s, phrase_noun(s, i + 1 + inside, f->r.to, NULL));
	if (role == role_count || !claims_actor(s, who))
		return;
	given_claim(f, role, verb, subject, g, who);
}

// Where "to" stands behind whoever was told: "told the crew to", "told by X to"; -1.
static int told_to(const struct finder *f, int i)
{
	const struct tokens *s = f->s;
	for (int k = i + 1; k < f->r.to && k - i < 8 && !s->t[k].mark; k++) {
		if (token_says(&s->t[k], "to"))
			return k;
		if (token_verb(&s->t[k]) || token_says(&s->t[k], "that"))
			return -1;
	}
	return -1;
}

static const char *const tells[] = { "told",      "asked", "instructed", "paid",   "forced",    "made",    "urged",
				     "persuaded", "hired", "bribed",     "tasked", "pressured", "ordered", "directed" };

// "X told us to shoot", "we were told by X to do it": who told them directed it, where it is a deed.
static void told_deed(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int to = token_among(&s->t[i], tells) && s->t[i].tag != POS_NN ? told_to(f, i) : -1;
	if (to < 0)
		return;
	int verb = phrase_skip_adverbs(s, to + 1, f->r.to);
	bool over = verb >= f->r.to || (s->t[verb].mark && !s->t[verb].opens); // "Lorca had told her to"
	bool deed = !over && s->t[verb].tag == POS_VB &&
		    (token_is(&s->t[verb], IS(act)) || (token_is(&s->t[verb], IS(mayact) | IS(light) | IS(aux)) &&
							finder_story(f, finder_few(f, verb, 5))));
	int by = phrase_find(s, i, to, "by");
	if (!over && !deed)
		return;
	if (given_passive(s, i) && by > 0) {
		given_by_phrase(f, i, i, phrase_noun(s, by + 1, to, NULL), ROLE_directed);
		f->out.n -= f->out.n && f->out.at[f->out.n - 1].at == i && f->out.at[f->out.n - 1].own;
	} else if (!given_passive(s, i) && to > i + 1)
		given_by_subject(f, i, i, ROLE_directed, false);
}

static const char *const owned_orders[] = { "orders", "order",   "instructions", "instruction", "behest",
					    "behalf", "request", "payroll",      "command" };

static const char *const doing[] = { "doing", "handiwork", "fault", "work" };

// "On the minister's orders", "it was the crew's doing": whose it is.
static void owned(struct finder *f, int i)
{
	static const char *const before[] = { "on", "at", "under" };
	const struct tokens *s = f->s;
	bool order = token_among(&s->t[i], owned_orders), deed = token_among(&s->t[i], doing);
	if ((!order && !deed) || i == f->r.from || !s->t[i - 1].owner)
		return;
	int from = i - 1;
	while (from > f->r.from && i - from < 7 && !s->t[from - 1].mark &&
	       !token_is(&s->t[from - 1], IS(prep) | IS(be) | IS(neg) | IS(conj)) && !token_verb(&s->t[from - 1]))
		from--;
	int lead = from - 1;
	if (lead < f->r.from)
		return;
	while (lead > f->r.from && token_is(&s->t[lead], IS(neg) | IS(adv)))
		lead--;
	if (order && token_among(&s->t[lead], before))
		given_by_phrase(f, i, -1, (struct range){ from, i }, ROLE_directed);
	else if (deed && token_is(&s->t[lead], IS(be)))
		given_by_phrase(f, i, lead, (struct range){ from, i }, ROLE_did);
}

void ordered_done(struct finder *f, int i)
{
	const struct tokens *s = f->s;
	int from = i + 1, verb = i + 1;
	while (verb < f->r.to && verb - from < 5 && !s->t[verb].mark && !token_verb(&s->t[verb]))
		verb++;
	struct range whom = { from, verb };
	bool done = verb < f->r.to && verb > from && s->t[verb].tag == POS_VBN && token_is(&s->t[verb], IS(act));
	if (done && !token_is(&s->t[from], IS(neg) | IS(adv)) && claims_someone(s, whom))
		given_by_subject(f, i, i, ROLE_directed, false);
}

void ordered_told(struct finder *f, int i)
{
	gave_order(f, i);
	told_deed(f, i);
	owned(f, i);
}

void ordered_hang(struct arena *a, struct vocabulary *v)
{
	vocabulary_hang(a, v, HOOK_CLAIM, given_orders);
	vocabulary_hang(a, v, HOOK_CLAIM, tells);
	vocabulary_hang(a, v, HOOK_CLAIM, owned_orders);
	vocabulary_hang(a, v, HOOK_CLAIM, doing);
}
