// Speakers.
#include "read/voice.h"

#include "read/charge.h"
#include "read/finder.h"
#include "read/sides.h"
#include "base/limits.h"
#include "case/names.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

// The kind of a speaker, by the phrase that names it.
static const char *kind_of(const struct reader *r, const struct tokens *s, struct range at, const char *name)
{
	if (roster_outlet(r->names, name) || finder_class(s, at, IS(outletword)))
		return "outlet";
	enum being being = mentions_being(r->mentions, name);
	if (being == BEING_PERSON)
		return "person";
	bool familiar =
	    phrase_find(s, at.from, at.to, "familiar") >= 0 || phrase_find(s, at.from, at.to, "knowledge") >= 0 ||
	    phrase_find(s, at.from, at.to, "briefed") >= 0 || phrase_find(s, at.from, at.to, "anonymous") >= 0 ||
	    phrase_find(s, at.from, at.to, "anonymity") >= 0;
	bool capital = false;
	for (int i = at.from; i < at.to; i++)
		capital |= s->t[i].capital && i > 0 && !token_is(&s->t[i], IS(nation));
	if (familiar || (finder_class(s, at, IS(anonymous)) && !capital && at.to - at.from <= 3))
		return "anonymous";
	if (finder_class(s, at, IS(document)))
		return "document";
	if (finder_class(s, at, IS(person)) && !finder_class(s, at, IS(group)))
		return finder_class(s, at, IS(anonymous)) ? "official" : "person";
	if (finder_class(s, at, IS(nation)))
		return "government";
	return finder_class(s, at, IS(group)) || being == BEING_GROUP ? "group" : NULL;
}

struct party voice_of(struct reader *r, const struct tokens *s, struct range at, const char *self)
{
	struct party p = { 0 };
	p.name = resolve_name(r->mentions, s, at, self);
	if (!p.name)
		return p;
	bool pronoun = at.to - at.from == 1 && token_is(&s->t[at.from], IS(pron));
	p.kind =
	    pronoun && r->voice.name && strcmp(r->voice.name, p.name) == 0 ? r->voice.kind : kind_of(r, s, at, p.name);
	p.at = tokens_span(s, at.from, at.to);
	return p;
}

// Whether a phrase can be a speaker: somebody, a body of people, a document, a pronoun.
static bool can_speak(const struct tokens *s, struct range at)
{
	if (at.to - at.from == 1 && resolve_pronoun(s, at.from) && !token_is(&s->t[at.from], IS(wh)))
		return true;
	if (resolve_stands_in(s, at))
		return true;
	if (token_is(&s->t[at.from], IS(wh)) || token_says(&s->t[at.from], "whatever"))
		return false; // "What the minister has shown us"
	if (s->t[at.from].tag == POS_VBG && s->t[at.from].forms & FORM_ING && at.to - at.from > 1)
		return false; // "contradicting the coastguard"
	struct range core = nominal_core(s, at);
	int head = range_empty(core) ? at.from : nominal_head(s, core);
	if (s->t[head].kind == KIND_NOUN + NOUN_PERSON || s->t[head].kind == KIND_NOUN + NOUN_GROUP)
		return true;
	return claims_actor(s, at) ||
	       finder_class(s, at, IS(document) | IS(anonymous) | IS(outletword) | IS(person) | IS(group));
}

// "The airline accused him", "the brewer said": a word that nobody knows, where its verb is what people do.
static bool speaks_by_verb(const struct tokens *s, const struct frame *f, struct range at)
{
	const uint64_t speaks = IS(say) | IS(tell) | IS(think) | IS(deny) | IS(reject) | IS(accuse) | IS(blame) |
				IS(admit) | IS(decline) | IS(doubt);
	bool beside = at.to == f->cue.from || at.from == f->cue.to;
	bool told = !f->cue.perfect && f->cue.to > 0 && s->t[f->cue.at].tag == POS_VBN; // "a tale told by"
	if (f->away || f->cue.passive || f->cue.to == 0 || told || !beside || !token_is(&s->t[f->cue.at], speaks) ||
	    !token_is(&s->t[at.from], IS(det)) || at.to - at.from < 2)
		return false;
	struct range core = nominal_core(s, at);
	const struct token *head = range_empty(core) ? NULL : &s->t[nominal_head(s, core)];
	return head && head->kind == 0 && !head->is && !head->capital && !head->mark && !head->number;
}

static bool own_body(const struct tokens *s, struct range at)
{
	static const char *const words[] = { "his", "her", "its", "their", "our", "my" };
	return at.to - at.from <= 3 && token_among(&s->t[at.from], words);
}

// The subject of a passive is spoken of, and does not speak: "X was found guilty", "X was asked". But "X was
// convinced".
static bool is_told_of(const struct tokens *s, const struct frame *f)
{
	static const char *const minds[] = { "convinced",  "persuaded", "satisfied", "worried",  "concerned", "quoted",
					     "determined", "inclined",  "adamant",   "prepared", "reported" };
	bool charged = frames_charges(f->act);
	bool nobody = f->cue.to < s->n && s->t[f->cue.to].tag == POS_IN; // it is said of whom, not to whom
	if (charged && !f->away && f->source.to <= f->cue.from && nobody && !f->cue.perfect && range_empty(f->object))
		return true; // "the director, accused of having been warned"
	bool subject = !f->away && f->cue.passive && !range_empty(f->source) && f->source.from <= f->cue.at;
	return f->heard >= 0 && subject && !token_among(&s->t[f->cue.at], minds);
}

// "No group has claimed it", "neither the Cell nor the Front".
static bool is_nobody(const struct tokens *s, struct range at)
{
	static const char *const words[] = { "no", "neither", "none", "nobody", "nor", "few", "not" };
	if (range_empty(at))
		return false;
	const struct token *first = &s->t[at.from];
	return at.to - at.from > 1 ? token_among(first, words)
				   : token_says(first, "nobody") || token_says(first, "none");
}

// "We assess that" outside of quotations is whoever writes; but not "I think it was a bomb, said Ana Lorca".
static bool is_author(const struct tokens *s, struct range at)
{
	if (at.to - at.from != 1 || !voice_first_person(&s->t[at.from]) || s->t[at.from].quoted)
		return false;
	for (int i = at.to; i < s->n; i++)
		if (phrase_comma(s, i - 1) && token_is(&s->t[i], IS(say)))
			return false;
	return true;
}

// "the company's answer", "a sharp reply from the company": whose it is.
static struct range answerer(const struct tokens *s, struct range r)
{
	static const char *const words[] = { "answer", "reply", "response", "retort", "version", "account", "line" };
	for (int i = r.from; i < r.to; i++) {
		if (!token_among(&s->t[i], words) || s->t[i].owner)
			continue;
		if (i + 2 < r.to && token_says(&s->t[i + 1], "from"))
			return (struct range){ i + 2, r.to };
		for (int k = i - 1; k >= r.from; k--)
			if (s->t[k].owner)
				return (struct range){ r.from, k + 1 };
	}
	return r;
}

// "Ana Lorca of the Harbour Institute": where somebody is from is no part of the name. But "Bank of the North".
static bool belongs(const struct tokens *s, int k, struct range r)
{
	static const char *const links[] = { "of", "from", "at", "for" };
	if (!token_among(&s->t[k], links) || k - r.from < 2 || k + 1 >= r.to)
		return false;
	for (int i = k - 2; i < k; i++)
		if (!nominal_named(&s->t[i]) || s->t[i].owner ||
		    token_is(&s->t[i], IS(group) | IS(document) | IS(outletword) | IS(nation) | IS(title)))
			return false;
	return k - r.from == 2 || nominal_titled(&s->t[k - 3]) || !nominal_named(&s->t[k - 3]);
}

// A source without what its sentence has before it: "said through a lawyer that its vessel", "nothing we".
static struct range tidy(const struct tokens *s, struct range at)
{
	at.to -= at.to - at.from > 1 && phrase_reflexive(&s->t[at.to - 1]); // "the Night Shift itself"
	int last = at.to - 1;
	bool clause = false;
	if (last > at.from && token_is(&s->t[last], IS(pron)) && s->t[last].tag == POS_PRP)
		return (struct range){ last, at.to };
	for (int i = at.from; i < last; i++) {
		clause |= token_is(&s->t[i], IS(say) | IS(tell) | IS(think)) && token_verb(&s->t[i]);
		if (clause && token_says(&s->t[i], "that"))
			at.from = i + 1;
	}
	for (int i = at.from; i < last && !token_is(&s->t[i], IS(relative)); i++)
		if (token_is(&s->t[i], IS(say)) && token_verb(&s->t[i]) && s->t[i].tag != POS_VBN)
			at.from = i + 1; // "Lorca says the clerk"
	at = answerer(s, at);
	if (at.from + 1 < at.to && s->t[at.from].number && strchr(s->t[at.from].word, '.'))
		at.from++; // "3.3 The Board": the number of a paragraph
	for (int i = at.from + 1; i < at.to; i++)
		if (belongs(s, i, at) || (s->t[i].tag == POS_PRP && i + 1 < at.to)) // "the statement he gave"
			at.to = i;
	return at;
}

bool voice_leads(const struct spoken *k, size_t frame)
{
	const struct frame *f = &k->frames.list.at[frame];
	bool quoted = !f->away && f->cue.to > 0 && k->s.t[f->cue.at].quoted;
	return k->party[frame].name && f->outer < 0 && !quoted;
}

bool voice_opens(const struct spoken *k, size_t frame)
{
	const struct frame *f = &k->frames.list.at[frame];
	bool says = f->act == ACT_say || f->act == ACT_tell;
	return says && f->outer < 0 && !f->away && !k->s.t[f->cue.at].quoted && !k->s.open_before &&
	       k->s.t[k->s.n - 1].quoted;
}

bool voice_within(const struct spoken *k, size_t frame)
{
	const struct frame *f = &k->frames.list.at[frame];
	bool cued = !f->away && f->cue.to > 0;
	return cued && f->outer < 0 && k->s.open_before && k->s.t[f->cue.at].quoted && !k->awaits;
}

// Whether a word stands in what is said, of which another does not.
static bool is_told(const struct spoken *k, int word, int other)
{
	for (each (f, &k->frames.list))
		if (word >= f->content.from && word < f->content.to &&
		    !(other >= f->content.from && other < f->content.to))
			return true;
	return k->s.t[word].quoted && !k->s.t[other].quoted;
}

// Whom a pronoun means in its own sentence: the subject of the nearest clause before it that it can mean, "it" of "The
// ministry went further: in May it named the group". Name NULL where none is.
static struct party of_clause(struct reader *r, const struct spoken *k, int pronoun)
{
	const struct tokens *s = &k->s;
	bool led = token_is(&s->t[0], IS(sub) | IS(prep) | IS(conj));
	if (phrase_comma(s, pronoun - 1) && !led)
		return (struct party){ 0 }; // "Red Kite did it, he says": what he says, before
	for (int i = pronoun - 1; i > 0; i--) {
		bool joined = false;
		if (!phrase_finite(s, i) || is_told(k, i, pronoun))
			continue;
		struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
		if (range_empty(who) || token_is(&s->t[who.from], IS(pron)) || !can_speak(s, who))
			continue;
		struct party p = voice_of(r, s, who, NULL);
		const struct token *head = &s->t[nominal_head(s, who)];
		bool body =
		    token_is(head, IS(group)) && !token_is(head, IS(person)) && !token_says(&s->t[pronoun], "it");
		if (p.name && !body && resolve_fits(r->mentions, &s->t[pronoun], p.name))
			return p;
	}
	return (struct party){ 0 };
}

// Whom a sentence is about: the subject of its first verb, if that can speak; else name NULL.
static struct party subject(struct reader *r, const struct spoken *k)
{
	const struct tokens *s = &k->s;
	for (int i = 0; i < s->n; i++) {
		bool joined = false;
		if (!phrase_finite(s, i) || s->t[i].quoted)
			continue;
		struct range who = phrase_subject(s, phrase_group(s, i).from, &joined);
		return range_empty(who) || !can_speak(s, who) ? (struct party){ 0 } : voice_of(r, s, who, NULL);
	}
	return (struct party){ 0 };
}

struct party voice_untold(struct reader *r, const struct spoken *k, enum stance stance, struct party own)
{
	if (stance != STANCE_declines && stance != STANCE_no_conclusion)
		return own;
	struct party p = subject(r, k);
	return p.name && (p.kind || stance == STANCE_declines) ? p : own;
}

// "I", "we" in a quotation that goes on: whoever opened it.
static bool is_opener(const struct spoken *k, size_t frame, struct range at)
{
	static const char *const words[] = { "i", "we", "i'm", "we're", "i've", "we've" };
	return at.to - at.from == 1 && token_among(&k->s.t[at.from], words) && voice_within(k, frame);
}

struct party voice_around(const struct spoken *k, size_t frame)
{
	struct range in = k->frames.list.at[frame].content;
	for (size_t i = 0; i < k->frames.list.n; i++) {
		struct range out = k->frames.list.at[i].content;
		if (i != frame && k->party[i].name && out.from <= in.from && in.to <= out.to)
			return k->party[i];
	}
	return (struct party){ 0 };
}

bool voice_is_own(const struct reader *r, const char *speaker)
{
	return *speaker == '[' || slice_same(speaker, r->writer.name);
}

struct party voice_own(const struct reader *r)
{
	if (!r->floor.name && r->writer.name)
		return r->writer;
	return r->floor.name ? r->floor : (struct party){ .name = "[report]" };
}

void voice_afar(struct reader *r, const struct spoken *k, size_t sentence)
{
	for (size_t i = heard_first(&r->heard, sentence); i < r->heard.at.n && r->heard.at.at[i].sentence == sentence;
	     i++) {
		struct heard *h = &r->heard.list.at[r->heard.at.at[i].heard];
		struct range who = heard_source(&k->s, &r->heard, r->heard.at.at[i].heard);
		if (h->party.name || h->cue != sentence || range_empty(who))
			continue;
		who = tidy(&k->s, who);
		if (can_speak(&k->s, who) && !is_nobody(&k->s, who))
			h->party = voice_of(r, &k->s, who, NULL);
	}
}

// "Asked by Lorca, he said": who asks says nothing.
static bool is_asked(const struct frame *f)
{
	static const char *const words[] = { "asked", "pressed", "questioned" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(f->lemma, words[i]) == 0)
			return f->cue.passive || f->cue.from == 0;
	return false;
}

// "A jury heard that Ned Barrow had lit it": those who hear say nothing.
static bool is_heard(const struct tokens *s, const struct frame *f)
{
	static const char *const words[] = { "heard", "hears" };
	static const char *const bodies[] = { "jury", "jurors", "court", "inquest", "tribunal", "hearing", "trial" };
	bool hears = !f->away && f->cue.to > 0 && token_among(&s->t[f->cue.at], words);
	for (int i = f->source.from; hears && i < f->source.to; i++)
		if (token_among(&s->t[i], bodies))
			return true;
	return false;
}

// "He told me that Red Kite was behind it": a pronoun is not who is named in what it says.
static bool is_named_behind(const struct tokens *s, const struct frame *f, const char *name)
{
	const char *last = strrchr(name, ' ');
	last = last ? last + 1 : name;
	if (f->trailing || !isupper((unsigned char)*last))
		return false;
	for (int i = f->content.from > f->cue.to ? f->content.from : f->cue.to; i < f->content.to; i++)
		if (s->t[i].capital && strncasecmp(s->t[i].word, last, strlen(last)) == 0)
			return true;
	return false;
}

// "Prell accused Birch of it. He denied it.": whom the sentence before accuses, where he can be called so.
static struct party accused_before(struct reader *r, const struct spoken *k, struct range at)
{
	enum { NEAR = 60 }; // bytes
	static const char *const accused[] = { "defendant", "accused", "suspect" };
	const struct document *d = r->d;
	const struct token *t = &k->s.t[at.to - 1];
	for (size_t i = r->first; i-- > 0;) {
		const struct statement *st = &d->statements.at[i];
		if (st->content.at[0].to + NEAR < k->s.at.from)
			break;
		const char *who = st->stance == STANCE_accuses && st->targets.n ? st->targets.at[0].actor : "";
		if (*who && (token_among(t, accused) || resolve_fits(r->mentions, t, who)))
			return (struct party){ .name = who,
					       .kind = kind_of(r, &k->s, at, who),
					       .at = tokens_span(&k->s, at.from, at.to) };
	}
	return (struct party){ 0 };
}

// Who is charged in the sentence, where he answers as "he" or "the group": "accused Venn of the theft, which he
// denies". Name NULL: nobody is.
static struct party of_charge(struct reader *r, const struct spoken *k, size_t frame, struct range source)
{
	const struct frame *f = &k->frames.list.at[frame];
	struct party none = { 0 };
	if (!frames_answers(f->act) || f->cue.passive || range_empty(source))
		return none;
	const struct token *t = &k->s.t[source.from];
	bool pronoun = source.to - source.from == 1 && token_is(t, IS(pron)) && !voice_first_person(t);
	bool the = source.to - source.from == 2 && token_says(t, "the") && !t[1].capital &&
		   !mentions_called(r->mentions, t[1].word, NULL);
	for (size_t i = frame; (pronoun || the) && i-- > 0;) {
		const struct frame *g = &k->frames.list.at[i];
		bool charges = frames_charges(g->act);
		if (!charges || range_empty(g->object) || g->object.to > f->cue.from)
			continue;
		struct party p = voice_of(r, &k->s, charge_named(&k->s, g->object), NULL);
		bool fits = p.name && (pronoun ? resolve_fits(r->mentions, t, p.name)
					       : mentions_being(r->mentions, p.name) != BEING_PERSON ||
						     t[1].kind == KIND_NOUN + NOUN_PERSON);
		return fits ? p : none;
	}
	return (pronoun || the) && f->act != ACT_decline ? accused_before(r, k, source)
							 : none; // an accuser may have no more to say
}

struct party voice_party(struct reader *r, const struct spoken *k, size_t frame)
{
	const struct frame *f = &k->frames.list.at[frame];
	const char *self = NULL;
	struct range source = range_empty(f->source) ? f->source : tidy(&k->s, f->source);
	if (f->outer > (int)frame && !range_empty(source) && own_body(&k->s, source))
		return voice_party(r, k, (size_t)f->outer); // "my client never did, the lawyer said"
	if (f->outer >= 0 && f->outer < (int)frame)
		self = k->party[f->outer].name;
	if (self && slice_same(self, r->floor.name) && !is_author(&k->s, source))
		self = NULL; // who holds the floor is "I", never "he"
	if (!range_empty(source) && self && own_body(&k->s, source))
		return k->party[f->outer]; // "she said her office had ..."
	if (is_author(&k->s, source) && (!self || r->floor.name))
		return voice_own(r);
	if (is_opener(k, frame, source))
		return r->voice;
	if (is_asked(f) || is_told_of(&k->s, f) || is_nobody(&k->s, source))
		return (struct party){ 0 };
	if (source.to - source.from == 1 && token_says(&k->s.t[source.from], "nothing")) // "Nothing shows that"
		return f->outer > (int)frame ? voice_party(r, k, (size_t)f->outer)
		       : self                ? k->party[f->outer]
					     : voice_own(r);
	if (is_heard(&k->s, f))
		return voice_own(r);
	struct party charged = of_charge(r, k, frame, source);
	if (charged.name)
		return charged;
	bool pronoun = source.to - source.from == 1 && token_is(&k->s.t[source.from], IS(pron));
	const char *client =
	    pronoun && self && sides_advocate(r->mentions, self) ? mentions_side(r->mentions, self) : NULL;
	if (client && frames_answers(f->act) && resolve_fits(r->mentions, &k->s.t[source.from], client))
		self = client; // "her lawyer said she denied it"
	struct party near = pronoun && !self ? of_clause(r, k, source.from) : (struct party){ 0 };
	struct party p = { 0 };
	if (near.name)
		p = near;
	else if (!range_empty(source) && (can_speak(&k->s, source) || speaks_by_verb(&k->s, f, source)))
		p = voice_of(r, &k->s, source, self);
	if (pronoun && p.name && is_named_behind(&k->s, f, p.name))
		return (struct party){ 0 };
	if (!range_empty(source))
		return p;
	if (f->joined >= 0 && f->joined < (int)frame)
		return k->party[f->joined];
	return (struct party){ 0 };
}

enum basis voice_basis(const struct spoken *k, const struct frame *f, const struct party *p, enum stance stance)
{
	static const struct {
		enum lexicon_class class;
		enum basis basis;
	} table[] = { { LEXICON_SRC_INT, BASIS_intercept },
		      { LEXICON_SRC_OPEN, BASIS_imagery },
		      { LEXICON_SRC_TECH, BASIS_forensic } };
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (lexicon_hit(&k->hits, table[i].class, NULL, 0, k->s.n))
			return table[i].basis;
	if (stance == STANCE_admits)
		return BASIS_confession;
	if (slice_same(p->kind, "document"))
		return BASIS_document;
	if (slice_same(p->kind, "anonymous"))
		return BASIS_anonymous;
	(void)f;
	return p->name && p->name[0] != '[' ? BASIS_public_statement : BASIS_unstated;
}

// Who stands behind what is cited: "the Institute" of "a study by the Institute", else all of it.
static struct range behind(const struct tokens *s, struct range at)
{
	bool document = false;
	for (int i = at.from; i + 1 < at.to; i++) {
		document |= token_is(&s->t[i], IS(document) | IS(thought));
		bool by = token_says(&s->t[i], "by") || token_says(&s->t[i], "of") || token_says(&s->t[i], "from");
		if (document && by && can_speak(s, (struct range){ i + 1, at.to }))
			return (struct range){ i + 1, at.to };
	}
	return at;
}

// "The Tern reported last week, citing an officer, that": between a cue and its clause.
static bool thrown_in(const struct tokens *s, const struct frame *f, const struct frame *c)
{
	enum { WORDS = 6 };
	int at = c->cue.from;
	bool near = at > f->cue.to && at - f->cue.to <= WORDS && phrase_comma(s, at - 1);
	for (int i = f->cue.to; near && i < at; i++)
		near = !token_says(&s->t[i], "that");
	int end = at;
	while (near && end < s->n && !phrase_comma(s, end))
		end++;
	return near && end + 1 < s->n && token_says(&s->t[end + 1], "that");
}

void voice_cite(struct reader *r, struct spoken *k, size_t frame)
{
	const struct frame *f = &k->frames.list.at[frame];
	bool says = f->act == ACT_say || f->act == ACT_tell || f->act == ACT_think;
	for (size_t i = 0; says && !f->away && i < k->frames.list.n && k->party[frame].name; i++) {
		const struct frame *c = &k->frames.list.at[i];
		bool aside = c->cue.from > 0 && phrase_comma(&k->s, c->cue.from - 1);
		bool before = i < frame && f->source.to == c->cue.from - 1; // "The Tern, citing an officer, reports"
		bool behind_it = f->trailing && c->cue.from > f->cue.to;
		bool reports = slice_starts(slice_of(f->lemma), "report") || slice_same(k->party[frame].kind, "outlet");
		bool opens = (reports && aside && (before || behind_it)) ||
			     (i < frame && (c->cue.from == 0 || c->source.from == f->source.from));
		if (c->act != ACT_cite || !(k->s.t[c->cue.at].forms & FORM_ING) || (!opens && !thrown_in(&k->s, f, c)))
			continue;
		struct range whom = behind(&k->s, phrase_noun(&k->s, c->cue.to, k->s.n, NULL));
		struct party p = { 0 };
		if (!range_empty(whom) && can_speak(&k->s, whom))
			p = voice_of(r, &k->s, whom, k->party[frame].name);
		if (!p.name)
			continue;
		k->citing[frame] = k->party[frame];
		k->party[frame] = p;
		return;
	}
}

bool voice_accuses(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker)
{
	bool acts = frames_charges(f->act) || f->act == ACT_attribute;
	const char *whom = acts && !range_empty(f->object) ? resolve_name(r->mentions, &k->s, f->object, NULL) : NULL;
	return whom && names_same(whom, speaker);
}

bool voice_first_person(const struct token *t)
{
	static const char *const words[] = { "i",   "we",   "my",   "our",   "i'm",  "we're",
					     "i'd", "we'd", "i'll", "we'll", "i've", "we've" };
	return token_among(t, words);
}

// Who says the words that a pronoun stands in, where it may mean them: "the clerk said he was sure".
static const char *own_words(const struct reader *r, const struct spoken *k, int pronoun)
{
	const struct token *t = &k->s.t[pronoun];
	const char *name = NULL;
	int least = k->s.n + 1;
	for (size_t i = 0; i < k->frames.list.n && !t->quoted; i++) { // who is quoted says "I"
		const struct range *c = &k->frames.list.at[i].content;
		bool holds = c->from <= pronoun && pronoun < c->to;
		bool says = k->party[i].name && holds && c->to - c->from < least;
		name = says && strcmp(k->party[i].name, "[report]") != 0 ? k->party[i].name : says ? NULL : name;
		least = says ? c->to - c->from : least;
	}
	return name && resolve_fits(r->mentions, t, name) ? name : NULL;
}

// The noun phrase that a relative clause hangs on, which begins at i: "the bureau" of "the bureau, which".
static struct range hung_on(const struct tokens *s, int i)
{
	int to = i - phrase_comma(s, i - 1), from = to;
	while (from > 0 && !s->t[from - 1].mark && !phrase_finite(s, from - 1) &&
	       !token_is(&s->t[from - 1], IS(prep) | IS(conj) | IS(sub)))
		from--;
	return (struct range){ from, to };
}

const char *voice_holder(struct reader *r, const struct spoken *k, struct range who, const char *self)
{
	bool one = who.to - who.from == 1;
	if (one && token_is(&k->s.t[who.from], IS(wh) | IS(relative)) && !token_says(&k->s.t[who.from], "that"))
		who = hung_on(&k->s, who.from);
	if (range_empty(who))
		return NULL;
	const char *name = one && token_is(&k->s.t[who.from], IS(pron)) ? own_words(r, k, who.from) : NULL;
	return name ? name : resolve_name(r->mentions, &k->s, who, self);
}

const char *voice_at(const struct reader *r, const struct spoken *k, int i)
{
	const char *name = k->s.t[i].quoted ? r->voice.name : voice_own(r).name;
	int least = k->s.n + 1;
	for (size_t n = 0; n < k->frames.list.n; n++) {
		struct range c = k->frames.list.at[n].content;
		if (c.from <= i && i < c.to && c.to - c.from < least && k->party[n].name) {
			name = k->party[n].name;
			least = c.to - c.from;
		}
	}
	return name;
}

// Whether a word of the longer name is its head: "note" of "preliminary note by its office", "broker" of "London
// broker".
static bool heads(const char *word, const char *name)
{
	static const char *const joints[] = { "",     " by ",  " of ",   " in ",       " from ",
					      " to ", " for ", " with ", " familiar ", " close " };
	size_t n = strlen(word), m = strlen(name);
	for (size_t i = 0; i + n <= m; i++) {
		if ((i && name[i - 1] != ' ') || strncmp(name + i, word, n) != 0)
			continue;
		for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
			if (*joints[k] ? strncmp(name + i + n, joints[k], strlen(joints[k])) == 0 : !name[i + n])
				return true;
	}
	return false;
}

bool voice_means(const char *name, const char *speaker)
{
	size_t n = strlen(name), m = strlen(speaker);
	bool people =
	    n < m && strncmp(speaker, name, n) == 0 && speaker[n] == ' ' && islower((unsigned char)speaker[n + 1]);
	bool shorter = (n < m && islower((unsigned char)name[0]) && heads(name, speaker)) ||
		       (m < n && islower((unsigned char)speaker[0]) && heads(speaker, name));
	return names_same(name, speaker) || people || shorter;
}
