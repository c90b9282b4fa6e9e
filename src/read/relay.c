// Who carried a speaker's words: those who say around it that it was said, the hand that it was given to ("told the
// Courier", "in a call to Radio Orla"), and the one that it came through ("through his lawyer").
#include "read/relay.h"

#include "read/claims.h"
#include "read/resolve.h"
#include "read/sentence.h"
#include "read/sex.h"

#include "base/limits.h"
#include "base/search.h"
#include "case/names.h"

#include <ctype.h>
#include <string.h>

static void relay(struct arena *a, struct statement *st, const struct party *p)
{
	if (!p->name || *p->name == '[' || slice_same(p->name, st->speaker.name) || st->chain.n >= LIMIT_CHAIN)
		return;
	for (size_t i = 0; i < st->chain.n; i++)
		if (slice_same(st->chain.at[i].name, p->name))
			return;
	list_push(a, &st->chain, *p);
}

// "the Ledger", "WKRM", "told Trackside": a name that is written as outlets are, and is not known to be anybody else's.
static bool titled_as_outlet(const struct reader *r, const struct tokens *s, struct range name, const char *printed,
			     bool told)
{
	enum { WORDS = 2 };
	bool article = name.from > 0 && token_says(&s->t[name.from - 1], "the");
	if (name.to - name.from > WORDS || mentions_being(r->mentions, printed) != BEING_UNKNOWN)
		return false;
	for (int i = name.from; i < name.to; i++)
		if (!nominal_named(&s->t[i]) || s->t[i].owner ||
		    token_is(&s->t[i], IS(person) | IS(group) | IS(nation) | IS(title) | IS(document) | IS(reporters)))
			return false;
	bool new = told &&name.to - name.from == 1 && !strchr(printed, ' ') && !sex_of_first_name(&s->t[name.from]);
	return article || s->t[name.from].shout || new;
}

// Whether a noun phrase names what carries news: "the Courier", "state television", "the weekly Tern".
static bool is_medium(const struct reader *r, const struct tokens *s, struct range name, const char *printed, bool told)
{
	static const char *const unsure[] = { "agency", "network", "station", "portal", "daily", "weekly" };
	if (roster_outlet(r->names, printed))
		return true;
	for (int i = name.from; i < name.to; i++) {
		bool named = (i > name.from && token_says(&s->t[i - 1], "news")) ||
			     (i + 1 < name.to && nominal_named(&s->t[i + 1])) ||     // "the weekly Tern"
			     (told && i > name.from && nominal_named(&s->t[i - 1])); // "told the Orla network"
		if (token_is(&s->t[i], IS(outletword)) && !s->t[i].owner && (named || !token_among(&s->t[i], unsure)))
			return true;
	}
	return false;
}

// Whether one of the latest statements came through it.
static bool has_carried(const struct document *d, const char *name)
{
	enum { LATEST = 32 };
	for (size_t i = d->statements.n; i > 0 && d->statements.n - i < LATEST; i--)
		for (each (p, &d->statements.at[i - 1].chain))
			if (names_same(p->name, name))
				return true;
	return false;
}

// A medium joins the chain; one that does not say that it is one only where it was told (`told`), or was before.
static void relay_medium(struct reader *r, const struct tokens *s, struct range at, bool told, struct statement *st)
{
	if (range_empty(at) || token_says(&s->t[at.from], "this"))
		return;
	struct party p = voice_of(r, s, at, NULL);
	struct range name = nominal_core(s, at);
	if (!p.name || range_empty(name))
		return;
	bool written = titled_as_outlet(r, s, name, p.name, told) && (told || has_carried(r->d, p.name));
	if (!written && !is_medium(r, s, name, p.name, told))
		return;
	p.kind = "outlet";
	relay(r->arena, st, &p);
}

static bool is_us(const struct tokens *s, struct range at)
{
	return at.to - at.from == 1 && token_says(&s->t[at.from], "us") && !s->t[at.from].shout;
}

// "told us", "told this newspaper", "told our reporter": the outlet itself, where it is known.
static bool is_own_outlet(const struct reader *r, const struct tokens *s, struct range at)
{
	if (range_empty(at) || !r->d->outlet || r->floor.name || s->t[at.from].quoted)
		return false;
	bool ours = token_says(&s->t[at.from], "this") || token_says(&s->t[at.from], "our");
	return is_us(s, at) || (ours && token_is(&s->t[at.to - 1], IS(outletword) | IS(reporters)));
}

// "told us", "informed the Commission", "told this inquiry": whoever writes the report, where it is a body's.
static bool is_writer(const struct reader *r, const struct tokens *s, struct range at)
{
	if (range_empty(at) || !r->writer.name || r->floor.name || s->t[at.from].quoted)
		return false;
	static const char *const articles[] = { "the", "this", "our" };
	struct slice noun = slice_of(s->t[at.to - 1].word);
	bool one = at.to - at.from == 2 && token_among(&s->t[at.from], articles);
	bool named = false;
	for (const char *p = r->writer.name; one && p && !named; p = strchr(p, ' ') ? strchr(p, ' ') + 1 : NULL) {
		struct slice word = { p, strcspn(p, " ") };
		named = slice_is_nocase(word, s->t[at.to - 1].word) && noun.len > 3;
	}
	return is_us(s, at) || named;
}

// "told CNN": an outlet that carries; "told reporters" is nobody. But "she was told by a guard": she carries it.
static void relay_listener(struct reader *r, const struct spoken *k, const struct frame *f, struct statement *st)
{
	if (f->act == ACT_tell && f->cue.passive && !range_empty(f->source) && !range_empty(f->object)) {
		struct party told = voice_of(r, &k->s, f->object, NULL);
		relay(r->arena, st, &told);
		return;
	}
	if (is_own_outlet(r, &k->s, f->listener)) {
		struct party own = { .name = r->d->outlet, .kind = "outlet" };
		own.at = tokens_span(&k->s, f->listener.from, f->listener.to);
		relay(r->arena, st, &own);
		return;
	}
	if (is_writer(r, &k->s, f->listener)) {
		relay(r->arena, st, &r->writer);
		return;
	}
	relay_medium(r, &k->s, f->listener, true, st);
}

// "on state radio", "on Radio Orla"; but not "on television", "on the firm's radio".
static bool is_on_air(const struct tokens *s, struct range at)
{
	static const char *const words[] = { "radio", "television", "tv" };
	bool air = false;
	for (int i = at.from; i < at.to; i++) {
		if (s->t[i].owner || s->t[i].tag == POS_PRPS)
			return false;
		air |= token_among(&s->t[i], words);
	}
	return air && at.to - at.from > 1;
}

// "in an interview with Radio Orla", "quoted by the newspaper Tern", outside of what is said.
static void relay_setting(struct reader *r, const struct spoken *k, const struct frame *f, struct statement *st)
{
	static const char *const leads[] = { "with", "to", "by", "on", "telephoned", "phoned", "rang", "emailed" };
	static const char *const sight[] = { "seen", "obtained", "owned", "reviewed", "published" };
	static const char *const settings[] = { "interview", "letter",  "email",   "message",
						"statement", "remarks", "comments" }; // "an interview with the Tern"
	const struct tokens *s = &k->s;
	for (int i = 1; i + 1 < s->n; i++) {
		bool inside = i >= f->content.from && i < f->content.to;
		struct range whom = { 0, 0 };
		if (!inside && !s->t[i].quoted && token_among(&s->t[i], leads) && !token_among(&s->t[i - 1], sight))
			whom = phrase_noun(s, i + 1, s->n, NULL);
		if (!range_empty(whom) && (!token_says(&s->t[i], "on") || is_on_air(s, whom)))
			relay_medium(r, s, whom, token_among(&s->t[i - 1], settings), st);
	}
}

// "through his lawyer", "via its embassy", "by way of a friend", anywhere outside of what is said.
static int behind_through(const struct tokens *s, int i)
{
	if (token_says(&s->t[i], "through") || token_says(&s->t[i], "via"))
		return i + 1;
	bool way = token_says(&s->t[i], "by") && i + 2 < s->n && token_says(&s->t[i + 1], "way") &&
		   token_says(&s->t[i + 2], "of");
	return way ? i + 3 : -1;
}

static void relay_through(struct reader *r, const struct spoken *k, const struct frame *f, struct statement *st)
{
	const struct tokens *s = &k->s;
	for (int i = 0; i < s->n; i++) {
		bool inside = i >= f->content.from && i < f->content.to && f->act != ACT_operator;
		if (inside || s->t[i].quoted)
			continue;
		int from = behind_through(s, i);
		if (from < 0 || from >= s->n)
			continue;
		struct range who = phrase_noun(s, from, s->n, NULL);
		if (range_empty(who))
			continue;
		struct party p = voice_of(r, s, who, NULL);
		bool named = s->t[who.from].tag == POS_PRPS && p.name && isupper((unsigned char)*p.name);
		if (!named && !claims_actor(s, who))
			continue; // but "his second, Ana Lorca"
		relay(r->arena, st, &p);
		return;
	}
}

// What the holder of the floor tells of others came through the holder.
static void relay_floor(struct reader *r, struct statement *st)
{
	if (r->floor.name && !slice_same(st->speaker.name, r->floor.name))
		relay(r->arena, st, &r->floor);
}

// What is quoted within a quotation came through whoever opened it, and through whom that came.
static void relay_opener(struct reader *r, struct statement *st)
{
	relay(r->arena, st, &r->voice);
	for (each (p, &r->carried))
		relay(r->arena, st, p);
}

void relay_chain(struct reader *r, const struct spoken *k, size_t frame, struct statement *st)
{
	size_t steps = 0;
	const struct frame *own = &k->frames.list.at[frame];
	bool goes_on = own->act == ACT_say && !own->away && own->heard < 0 && own->cue.to == 0; // a quotation's
	if (own->away || goes_on)
		for (each (p, own->away ? &r->heard.list.at[own->heard].chain : &r->carried))
			relay(r->arena, st, p);
	for (int i = (int)frame; i >= 0 && steps++ < 64; i = k->frames.list.at[i].outer) {
		const struct frame *f = &k->frames.list.at[i];
		bool citing = f->act == ACT_cite && k->s.t[f->cue.at].forms & FORM_ING;
		if (i != (int)frame && !citing)
			relay(r->arena, st, &k->party[i]);
		relay(r->arena, st, &k->citing[i]);
		if (f->outer < 0 && !own->away)
			relay_through(r, k, f, st);
		if (i == (int)frame || !is_us(&k->s, f->listener))
			relay_listener(r, k, f, st);
		if (f->outer < 0 && !own->away)
			relay_setting(r, k, f, st);
		if (voice_within(k, (size_t)i))
			relay_opener(r, st);
	}
	relay_floor(r, st);
}

void relay_keep(struct reader *r, const struct spoken *k)
{
	for (size_t i = 0; i < k->frames.list.n; i++) {
		const struct frame *f = &k->frames.list.at[i];
		struct statement all = { .speaker = k->party[i] };
		bool leads = voice_leads(k, i);
		if (!all.speaker.name || f->away || f->cue.to == 0 || (f->heard < 0 && !leads))
			continue;
		const struct statement *st = k->kept[i] ? &r->d->statements.at[k->kept[i] - 1] : NULL;
		if (st && slice_same(st->speaker.name, all.speaker.name))
			all.chain = st->chain; // as it was told for what was said
		else
			relay_chain(r, k, i, &all);
		if (f->heard >= 0)
			r->heard.list.at[f->heard].chain = all.chain;
		if (leads)
			r->carried = all.chain;
	}
}

// The outlet of a citation joins a chain, in the place of the phrase that it was found in: "Channel Nine" for "Channel
// Nine's breakfast programme". What an outlet says itself it does not carry.
static void carry(struct arena *a, struct statement *st, const struct party *outlet)
{
	if (names_same(st->speaker.name, outlet->name))
		return;
	for (size_t i = 0; i < st->chain.n; i++) {
		struct party *p = &st->chain.at[i];
		if (p->at.from < outlet->at.to && outlet->at.from < p->at.to)
			*p = *outlet;
		if (names_same(p->name, outlet->name))
			return;
	}
	relay(a, st, outlet);
}

// Whether a name that is in no table is somebody's of whom the text tells: who is told something carries nothing then.
static bool is_party(const struct document *d, const char *name)
{
	if (sex_of_full_name(name) != SEX_UNKNOWN)
		return true; // "told Anna Brehm"
	enum { MOST = 64 };
	for (size_t i = 0; i < d->statements.n && i < MOST; i++) {
		const struct statement *st = &d->statements.at[i];
		if (names_same(st->speaker.name, name))
			return true;
		for (each (t, &st->targets))
			if (*t->actor && names_same(t->actor, name))
				return true;
	}
	return false;
}

void relay_cited(struct arena *a, struct document *d)
{
	const struct statement *s = d->statements.at;
	for (each (c, &d->citations)) {
		bool carries = c->kind == CITATION_TOLD || (c->kind == CITATION_CITES && !c->named_only);
		if (!carries || !c->outlet || (c->named_only && is_party(d, c->outlet)))
			continue;
		span in = d->sentences.at[sentence_at(d, c->at.from)];
		size_t from = search_first(d->statements.n, k, s[k].content.at[0].from < in.from);
		while (from && s[from - 1].content.at[0].to > in.from)
			from--; // a quotation that ends in this sentence
		size_t to = search_first(d->statements.n, k, s[k].content.at[0].from < in.to);
		struct party outlet = { .kind = "outlet", .at = c->at };
		outlet.name = arena_copy(a, d->text + c->at.from, span_len(c->at));
		for (size_t i = from; i < to; i++)
			carry(a, &d->statements.at[i], &outlet);
	}
}
