#include "read/noun.h"

static bool leads(const struct tokens *s, int i, int end)
{
	switch (s->t[i].tag) {
	case POS_DT:
	case POS_PDT:
	case POS_PRPS:
	case POS_CD:
	case POS_JJ:
	case POS_JJR:
	case POS_JJS:
		return true;
	case POS_RB:
		if (token_is(&s->t[i], IS(neg))) // "the clerk, not Velia"
			return false;
		// fall through
	case POS_VBG:
	case POS_VBN:
		return i + 1 < end && (s->t[i + 1].tag == POS_JJ || token_noun(&s->t[i + 1]));
	default:
		return s->t[i].mark && (token_says(&s->t[i], "-") || token_says(&s->t[i], "&") || s->t[i].opens) &&
		       i + 1 < end && token_noun(&s->t[i + 1]);
	}
}

// The phrase without what follows its noun.
static bool base(const struct tokens *s, int from, int end, struct noun *out)
{
	int i = from, head = -1;
	if (s->t[from].tag == POS_PRP && !s->t[from].mark) {
		*out = (struct noun){ { from, from + 1 }, from };
		return true;
	}
	for (; i < end; i++) {
		if (token_noun(&s->t[i]))
			head = i;
		else if (!leads(s, i, end) || (head >= 0 && s->t[i].tag == POS_DT))
			break;
	}
	if (head < 0)
		return false;
	*out = (struct noun){ { from, head + 1 }, head };
	return true;
}

static bool joins(const struct tokens *s, int i, bool common)
{
	static const char *const words[] = { "at", "in", "inside", "within", "from", "near", "on", "close", "behind" };
	if (token_says(&s->t[i], "of"))
		return common || (i + 1 < s->n && s->t[i + 1].capital);
	return common && token_among(&s->t[i], words);
}

bool noun_next(const struct tokens *s, int from, int end, struct noun *out)
{
	for (; from < end; from++) {
		bool begins = token_noun(&s->t[from]) || s->t[from].tag == POS_PRP || leads(s, from, end);
		if (begins && base(s, from, end, out))
			break;
	}
	if (from >= end)
		return false;
	struct noun more;
	bool common = s->t[out->head].tag == POS_NN || s->t[out->head].tag == POS_NNS;
	for (int steps = 0; steps < 2 && out->at.to + 1 < end && joins(s, out->at.to, common); steps++) {
		if (!base(s, out->at.to + 1, end, &more) || s->t[more.head].tag == POS_PRP)
			break;
		out->at.to = more.at.to;
	}
	return true;
}

struct range noun_owner(const struct tokens *s, const struct noun *n)
{
	for (int i = n->head - 1; i >= n->at.from; i--)
		if (s->t[i].owner)
			return (struct range){ n->at.from, i + 1 };
	return (struct range){ n->at.from, n->at.from };
}

int noun_preposition(const struct tokens *s, const struct noun *n)
{
	int i = n->at.from - 1;
	return i >= 0 && (s->t[i].tag == POS_IN || s->t[i].tag == POS_TO) ? i : -1;
}
