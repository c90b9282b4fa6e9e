// Whom an accusation is of, and of what: "accused X of staging it", "blamed it on X", "traced the code to X", "blames
// missing lights". What it is of elsewhere, or by others, is left alone.
#include "read/accusing.h"

#include "read/causal.h"
#include "read/charge.h"
#include "read/phrasal.h"
#include "read/resolve.h"

enum role accusing_role(const struct tokens *s, int from, int to)
{
	static const char *const gives[] = { "giving", "issuing" };
	for (int i = from; i < to && i - from < 14; i++) {
		const struct token *t = &s->t[i];
		if (token_among(t, gives) && phrase_find(s, i, i + 4 < to ? i + 4 : to, "order") > 0)
			return ROLE_directed;
		int before = i - 1; // "having at least known"
		while (before > from && (token_is(&s->t[before], IS(adv)) || token_says(&s->t[before], "at") ||
					 token_says(&s->t[before], "least")))
			before--;
		bool having = before >= 0 && token_says(&s->t[before], "having") && t->forms & FORM_PARTICIPLE;
		if (t->forms == FORM_ING || token_is(t, IS(stagednoun)) || having) {
			if (token_is(t, IS(stage) | IS(stagednoun)))
				return ROLE_staged;
			if (token_is(t, IS(act) | IS(light)))
				return ROLE_did;
			if (token_is(t, IS(direct)))
				return ROLE_directed;
			if (token_is(t, IS(know)) || token_says(t, "sitting"))
				return ROLE_knew;
		}
	}
	return ROLE_did;
}

// A thing can be blamed; accused, suspected and named only what can hardly be anything else than a cause.
static bool may_blame(const struct tokens *s, const struct frame *f, struct range what)
{
	bool suspects = !f->away && f->cue.at < s->n && slice_starts(slice_of(s->t[f->cue.at].word), "suspect");
	bool blame = f->act == ACT_blame || f->act == ACT_attribute || suspects;
	int head = nominal_head(s, what), file = s->t[head].kind - KIND_NOUN;
	bool matter = file == NOUN_ARTIFACT || file == NOUN_SUBSTANCE || file == NOUN_PHENOMENON ||
		      file == NOUN_PROCESS || file == NOUN_STATE || file == NOUN_FOOD;
	bool thing = (f->act == ACT_blame || suspects) && matter && nominal_common(&s->t[head]) &&
		     !claims_someone(s, what) && !causal_meant(s, what);
	bool gerund = s->t[head].tag == POS_VBG && what.to - what.from == 1; // "icing"
	return blame ? thing || gerund || claims_noun(s, what) == ROLE_accident || causal_faulty(s, what)
		     : causal_surely(s, what);
}

// "Accused the shipping line of hiding it": whoever is accused of something can do things, whatever it is.
static bool is_accused(const struct tokens *s, const struct frame *f, struct range who)
{
	const struct token *of = &s->t[who.to + 1 < s->n ? who.to + 1 : s->n - 1];
	return f->act == ACT_accuse && !f->cue.passive && token_is(&s->t[who.from], IS(det)) && who.to + 1 < s->n &&
	       token_says(&s->t[who.to], "of") && (of->tag == POS_VBG || token_is(of, IS(incident))) &&
	       !causal_surely(s, who);
}

void accusing_read(struct verdict *r, struct mentions *m, const struct topic *topic, const struct tokens *s,
		   const struct frame *f, const char *self)
{
	struct range who = f->object;
	if (f->act == ACT_blame || f->act == ACT_attribute) {
		// "blamed the fire on X", "traced the code to X"
		int on = phrase_find(s, f->object.to, f->content.to, f->act == ACT_blame ? "on" : "to");
		if (f->act == ACT_attribute && on < 0)
			on = phrase_find(s, f->cue.to, f->content.to, "on");
		int door = charge_at(s, (struct range){ f->cue.to, f->content.to });
		if (f->act == ACT_attribute && door >= 0)
			on = door;
		if (f->act == ACT_attribute && on < 0)
			return;
		if (f->act == ACT_attribute && !f->cue.passive)
			who = phrase_noun(s, on + 1, f->content.to, NULL);
		if (on >= 0 && on == f->object.to && !f->cue.passive)
			who = phrase_noun(s, on + 1, f->content.to, NULL);
		if (f->cue.passive) {
			on = phrase_find(s, f->cue.to, f->content.to, f->act == ACT_blame ? "on" : "to");
			if (on >= 0 && on - f->cue.to < 3)
				who = phrase_noun(s, on + 1, f->content.to, "by");
		}
	}
	int at = f->cue.at < s->n ? phrasal_finger(s, f->cue.at) : -1;
	who = at > 0 ? phrase_noun(s, at + 1, f->content.to, NULL) : who;
	r->claims.n = 0;
	r->elsewhere = charge_elsewhere(topic, s, f);
	if (r->elsewhere)
		return;
	if (!range_empty(who) && token_is(&s->t[who.from], IS(prep))) {
		r->elsewhere = true; // "blamed by residents", "accused in the council of": it is said of another
		return;
	}
	who = range_empty(who) ? who : charge_named(s, who);
	int among = phrase_find(s, who.from, who.to, "among"); // "fatigue among the pilots"
	who.to = among > who.from ? among : who.to;
	if (!range_empty(who) && phrase_each_other(s, who.from) && self)
		stance_claim(r, ROLE_did, self);
	else if (!range_empty(who) && !causal_faulty(s, who) && // "a worn cable" is no message
		 (claims_someone(s, who) || token_is(&s->t[who.from], IS(pron)) || is_accused(s, f, who) ||
		  token_somebody(&s->t[who.from]))) {
		const char *name = resolve_name(m, s, who, NULL);
		bool nobody = !name && token_somebody(&s->t[who.from]);
		if (name || nobody)
			stance_claim(r, accusing_role(s, who.to, f->content.to), nobody ? "somebody" : name);
	} else if (!range_empty(who) && may_blame(s, f, who)) {
		const char *name = causal_name(m, s, who);
		if (name)
			stance_claim(r, ROLE_accident, name);
	}
}

bool accusing_nobody(const struct tokens *s, const struct frame *f)
{
	int i = f->content.from;
	while (i < f->content.to && (s->t[i].mark || token_is(&s->t[i], IS(prep))))
		i++;
	return i < f->content.to && token_is(&s->t[i], IS(neg));
}

bool accusing_each(const struct tokens *s, const struct frame *f, struct frame of[2])
{
	struct range who = f->source;
	bool each =
	    !range_empty(who) && (token_says(&s->t[who.to - 1], "each") || token_says(&s->t[who.to - 1], "both"));
	who.to -= each;
	int join = phrase_find(s, who.from, who.to, "and"), over = f->cue.to;
	bool other = each && over + 1 < s->n && token_says(&s->t[over], "the") && token_says(&s->t[over + 1], "other");
	if ((f->act != ACT_accuse && f->act != ACT_blame) || f->cue.passive || join <= who.from || join + 1 >= who.to ||
	    !(other || phrase_each_other(s, over)))
		return false;
	of[0] = of[1] = *f;
	of[0].source = of[1].object = (struct range){ who.from, join };
	of[1].source = of[0].object = (struct range){ join + 1, who.to };
	of[1].again = true;
	return true;
}
