// The model takes most passives as they are meant; that it errs in none is a rule. It holds for verbs whose subject, in
// a passive, is the one spoken of or spoken to; not for "was quoted as saying", "is convinced", "are concerned".
#include "tag/passive.h"

#include <string.h>

// clang-format off
static const char verbs[] =
	" accused advised alleged asked assumed attacked attributed believed blamed branded called "
	"charged cited condemned considered credited criticised criticized deemed denounced described "
	"dubbed expected faulted feared hailed held identified implicated indicted known labeled "
	"labelled lauded linked mocked named ordered praised presumed rebuked reminded reported "
	"rumored rumoured said singled suspected thought tied told urged vilified warned ";
// clang-format on

static bool spelled(const struct unit *u, int i, const char *list)
{
	char word[20] = " ";
	const struct wordform *w = &u->forms.at[i];
	size_t n = w->to - w->from;
	if (n > sizeof word - 3)
		return false;
	for (size_t k = 0; k < n; k++)
		word[k + 1] = (char)(u->forms.text[w->from + k] | 0x20);
	word[n + 1] = ' ';
	return strstr(list, word) != NULL;
}

// The verb of a passive: a participle of the list, in the cue, behind a form of "be" that is not far.
static int verb_of(const struct unit *u, const struct cue *c)
{
	for (int i = c->to - 1; i >= c->from; i--) {
		if (!spelled(u, i, verbs))
			continue;
		for (int k = i - 1; k >= 0 && i - k <= 4 && u->forms.at[k].sentence == u->forms.at[i].sentence; k--) {
			if (spelled(u, k, " is are was were be been being 's 're get got gets "))
				return i;
			if (u->tag[k] == POS_NN || u->tag[k] == POS_NNS || u->tag[k] == POS_NNP ||
			    u->tag[k] == POS_COMMA)
				break;
		}
	}
	return -1;
}

// Where a phrase of a person or body is at its end: "by the ministry | for", "by three clerks | of keeping".
static bool ends_phrase(const struct unit *u, int i, int end)
{
	if (u->forms.at[i].shape & FORM_MARK || u->tag[i] == POS_TO || unit_is_verb(u, i))
		return true;
	if (spelled(u, i, " of "))
		return i + 1 < end && u->tag[i + 1] == POS_VBG;
	return spelled(u, i, " after as at because during for in on over that when while who ");
}

// The words behind "by", up to where another phrase begins.
static struct tag_part agent(const struct unit *u, int verb)
{
	struct tag_part none = { 0, 0 };
	int end = (int)u->forms.start[u->forms.at[verb].sentence + 1];
	for (int i = verb + 1; i < end && i <= verb + 6; i++) {
		if (u->forms.at[i].shape & FORM_MARK || u->tag[i] == POS_TO || unit_is_verb(u, i))
			return none; // "is expected to rise by a point"
		if (!spelled(u, i, " by "))
			continue;
		int to = i + 1;
		while (to < end && !ends_phrase(u, to, end))
			to++;
		return u->tag[i + 1 < end ? i + 1 : i] == POS_VBG ? none : (struct tag_part){ i + 1, to };
	}
	return none;
}

static void add_content(struct reading *f, struct tag_part p)
{
	int at = 0;
	if (f->contents == TAG_PARTS)
		return;
	while (at < f->contents && f->content[at].from < p.from)
		at++;
	memmove(f->content + at + 1, f->content + at, (size_t)(f->contents - at) * sizeof p);
	f->content[at] = p;
	f->contents++;
}

// What was taken for content ends before "by", or begins behind the agent.
static void cut_out(struct reading *f, struct tag_part agent)
{
	int kept = 0, by = agent.from - 1;
	for (int i = 0; i < f->contents; i++) {
		struct tag_part p = f->content[i];
		if (p.from < agent.to && p.to > agent.from) {
			p.to = p.from >= by ? p.to : by;
			p.from = p.from >= by ? agent.to : p.from;
		}
		if (p.from < p.to)
			f->content[kept++] = p;
	}
	f->contents = kept;
}

void passive_mend(const struct unit *u, struct reading *f)
{
	int verb = verb_of(u, &f->cue), kept = 0;
	if (verb < 0)
		return;
	for (int i = 0; i < f->sources; i++)
		if (f->source[i].from < f->cue.from &&
		    !(f->source[i].from > 0 && spelled(u, f->source[i].from - 1, " by ")))
			add_content(f, f->source[i]);
		else
			f->source[kept++] = f->source[i];
	f->sources = kept;
	struct tag_part by = agent(u, verb);
	if (kept || by.to <= by.from)
		return;
	f->source[0] = by;
	f->sources = 1;
	cut_out(f, by);
}
