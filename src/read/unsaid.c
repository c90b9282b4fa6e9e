#include "read/unsaid.h"

#include "read/plainly.h"

// The first verb of a content where it is one of saying or charging; -1 where it is another.
static int first_speech(const struct tokens *s, struct range content)
{
	const uint64_t passed = IS(be) | IS(have) | IS(aux) | IS(modal) | IS(deny);
	for (int i = content.from; i < content.to; i++) {
		enum act act;
		if (!token_verb(&s->t[i]) || token_is(&s->t[i], passed))
			continue;
		bool says = frames_act(&s->t[i], &act) && (act == ACT_say || frames_charges(act));
		return says && !phrase_group(s, i).passive ? i : -1;
	}
	return -1;
}

bool unsaid_speech(const struct tokens *s, struct range content)
{
	return first_speech(s, content) >= 0;
}

// "I never said that", "we have accused nobody".
static bool never_said(const struct tokens *s, struct range content)
{
	static const char *const no[] = { "nobody", "none", "nothing" };
	int verb = first_speech(s, content);
	if (verb < 0)
		return false;
	bool none = verb + 1 < content.to && token_among(&s->t[verb + 1], no);
	return (none || phrase_group(s, verb).negated) && plainly_speaker(s, plainly_subject(s, verb));
}

bool unsaid_denied(const struct tokens *s, const struct frame *f)
{
	return never_said(s, f->content) || (f->act == ACT_deny && unsaid_speech(s, f->content));
}
