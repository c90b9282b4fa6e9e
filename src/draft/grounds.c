// Three things are evidence here. What was found or seen. That somebody said a thing who had reason to know, rated for
// how likely that one was to say it either way: an accused party's denial tells little. And talk overheard among
// insiders, who do not speak for effect. Ratings are words, each fact with its reason; where the text gives no ground a
// cell stays empty and stands in the middle.
#include "draft/grounds.h"

#include "case/countries.h"
#include "case/names.h"
#include "draft/questions.h"
#include "draft/sources.h"

#include <ctype.h>
#include <string.h>

static bool word_stands(const char *text, const char *const *words, size_t n)
{
	struct slice s = slice_of(text);
	for (size_t i = 0; i < n; i++)
		if (slice_find(s, words[i]) >= 0)
			return true;
	return false;
}

static bool overheard(const struct statement *s, const char *words)
{
	static const char *const talk[] = { "ntercept", "chatter", "hatter", "ommunications" };
	static const char *const hidden[] = { "privately", "in private", "private conversation" };
	bool says = s->stance == STANCE_accuses || s->stance == STANCE_speculates || s->stance == STANCE_admits ||
		    s->stance == STANCE_reports;
	if (!says || !s->speaker.name)
		return false;
	if (word_stands(words, hidden, sizeof hidden / sizeof *hidden))
		return true;
	if (s->basis != BASIS_intercept || s->stance == STANCE_accuses)
		return s->basis == BASIS_intercept;
	bool talks = s->chain.n || s->stance == STANCE_speculates ||
		     word_stands(s->speaker.name, talk, sizeof talk / sizeof *talk);
	return talks && !s->likelihood.word; // who hedges concludes from what others said
}

enum ground grounds_of(const struct statement *s, const char *words)
{
	bool nameless = s->speaker.kind && slice_is(slice_of(s->speaker.kind), "anonymous");
	if (overheard(s, words))
		return GROUND_OVERHEARD;
	if (nameless || !names_usable(s->speaker.name) || !strcmp(s->speaker.name, "[report]"))
		return GROUND_NONE; // no party: what is not known to be its own interest or knowledge is a judgement
	switch (s->stance) {
	case STANCE_denies:
		return GROUND_DENIAL;
	case STANCE_admits:
		return GROUND_ADMISSION;
	case STANCE_accuses:
		return GROUND_ACCUSATION;
	default:
		return GROUND_NONE;
	}
}

// --- ratings ---

// How likely a fact is under hypotheses of one kind; NULL leaves them unrated.
struct rating {
	const char *meant;    // the hypotheses that the statement is about
	const char *own;      // those of the speaker's own side
	const char *own_fake; // staged by the speaker's side
	const char *fake;     // staged by somebody else
	const char *other;
	const char *why;
};

static const struct rating ratings[] = {
	[GROUND_DENIAL] = { "very likely", "very likely", "almost certain", "almost certain", "almost certain",
			    "Who is accused denies it whether or not it is true: the denial tells little." },
	[GROUND_ADMISSION] = { "roughly even chance", "unlikely", "very unlikely", "very unlikely", "very unlikely",
			       "Few admit what they did not do, though some boast." },
	[GROUND_ACCUSATION] = { "very likely", "likely", "very likely", "likely", "likely",
				"An opponent accuses whether or not it is true, and who staged it would do so too." },
	[GROUND_OVERHEARD] = { "likely", "likely", "very unlikely", "unlikely", "unlikely",
			       "Insiders who do not speak for effect say what they believe; had they staged it they "
			       "would "
			       "hardly wonder among themselves who did it." },
};

static bool role_is(const struct hypothesis *h, enum role r)
{
	return h->role && slice_is(slice_of(h->role), role_name(r));
}

static const char *rating_of(struct proposal *p, const struct rating *r, const struct hypothesis *h,
			     const struct statement *s, bool meant)
{
	bool mine = h->actor && proposal_related(p, h->actor, s->speaker.name);
	if (meant)
		return r->meant;
	if (role_is(h, ROLE_staged))
		return mine ? r->own_fake : r->fake;
	bool outside = h->actor && names_outside_state(h->actor);
	if (outside && r == &ratings[GROUND_OVERHEARD])
		return NULL; // they can be of either side
	return mine && !outside && role_is(h, ROLE_did) ? r->own : r->other;
}

// Whether a statement names this hypothesis, or one of its country's.
static bool is_meant(struct proposal *p, const struct hypothesis *h, const struct statement *s)
{
	for (each (t, &s->targets)) {
		enum role role;
		bool same_role = h->role && role_read(slice_of(h->role), &role) &&
				 (role == t->role || (role == ROLE_directed && t->role == ROLE_knew));
		if (!same_role || t->polarity == POLARITY_open)
			continue;
		if (!h->actor || !*h->actor || names_same(h->actor, t->actor) ||
		    (proposal_related(p, h->actor, t->actor) && !names_outside_state(h->actor)))
			return true;
	}
	return false;
}

static void rate_all(struct proposal *p, struct fact *f, const struct question *q, const struct statement *s,
		     enum ground g)
{
	for (each (h, &q->hyps)) {
		const char *word = h->added ? NULL : rating_of(p, &ratings[g], h, s, is_meant(p, h, s));
		if (h->role == NULL && !h->added)
			word = ratings[g].other; // "no" of a yes-or-no question
		if (word)
			proposal_rate(p, f, h->id, word);
	}
}

// --- what was said ---

// The question a statement bears on: that of its first target, else who did it.
static const struct question *question_of(const struct proposal *p, const struct statement *s)
{
	for (each (t, &s->targets)) {
		const char *id;
		if (questions_answer(p, t->role, t->actor, &id))
			return &p->c->questions.at[case_find_question(p->c, id)];
	}
	return questions_who(p);
}

static const char *accused_of(const struct proposal *p, const struct statement *s)
{
	const char *question;
	for (each (t, &s->targets))
		if (t->polarity == POLARITY_for && t->actor && names_usable(t->actor) &&
		    questions_answer(p, t->role, t->actor, &question))
			return t->actor;
	return NULL;
}

// "denied-volodymyr-zelensky" and what it says.
static const char *fact_say(struct proposal *p, const struct statement *s, enum ground g, const char *who)
{
	const char *name = names_capital(p->arena, who), *accused = accused_of(p, s);
	switch (g) {
	case GROUND_DENIAL:
		return arena_printf(p->arena, "%s denied it", name);
	case GROUND_ADMISSION:
		return arena_printf(p->arena, "%s admitted it", name);
	case GROUND_ACCUSATION:
		return arena_printf(p->arena, "%s accused %s in public", name, accused ? accused : "somebody");
	default:
		return accused ? arena_printf(p->arena, "%s pointed to %s in private", name, accused)
			       : arena_printf(p->arena, "%s wondered in private who did it", name);
	}
}

// Whose word it is: a state's, whoever speaks for it, else the speaker's.
static const char *side_of(const struct statement *s)
{
	bool person = s->speaker.kind && slice_is(slice_of(s->speaker.kind), "person");
	const char *country = person ? NULL : countries_in(slice_of(s->speaker.name));
	return country ? country : s->speaker.name;
}

static const char *fact_id(struct proposal *p, const struct statement *s, enum ground g, const char *who)
{
	static const char *const verbs[] = {
		[GROUND_DENIAL] = "denied",
		[GROUND_ADMISSION] = "admitted",
		[GROUND_ACCUSATION] = "accused",
		[GROUND_OVERHEARD] = "private",
	};
	const char *accused = g == GROUND_ACCUSATION ? accused_of(p, s) : NULL;
	const char *state = accused ? countries_state(accused) : NULL;
	const char *verb = case_make_id(p->arena, arena_printf(p->arena, "%s %s", verbs[g], who));
	return accused ? case_make_id(p->arena, arena_printf(p->arena, "%s %s", verb, state ? state : accused)) : verb;
}

static void assume_genuine(struct proposal *p, const char *fact)
{
	static const char id[] = "intercepts-genuine";
	struct assumption *found = NULL;
	for (each (x, &p->c->assumptions))
		found = !strcmp(x->id, id) ? x : found;
	if (found ? !found->drafted : proposal_gone(p, "assumptions", id))
		return;
	if (!found) {
		found = list_add(p->arena, &p->c->assumptions);
		*found = (struct assumption){ .id = id, .drafted = true };
		found->say = "The overheard talk is genuine and was not planted";
		found->why = "Nobody outside can inspect it, and talk can be meant to be overheard.";
	}
	list_push(p->arena, &found->supports, proposal_ref(fact));
}

// Whether a statement is about an answer of the case: a denial of nothing known is none.
static bool answers(const struct proposal *p, const struct statement *s)
{
	const char *question;
	for (each (t, &s->targets))
		if (questions_answer(p, t->role, t->actor, &question))
			return true;
	return false;
}

static void said_add(struct proposal *p, const struct told *t, const struct statement *s, enum ground g)
{
	const struct question *q = question_of(p, s);
	if (!q || (g == GROUND_ACCUSATION && !accused_of(p, s)) || (g == GROUND_DENIAL && !answers(p, s)))
		return;
	const char *source = sources_speaker(p, t->doc, t->speaker);
	const char *who = g == GROUND_OVERHEARD ? names_talker(s->speaker.name) : side_of(s);
	bool whole = source && g != GROUND_OVERHEARD && who == s->speaker.name; // by the source: it knows short names
	const char *id = fact_id(p, s, g, whole ? source : who);
	bool fresh;
	struct fact *f = proposal_fact(p, id, q->id, &fresh);
	if (!f)
		return;
	if (fresh) {
		f->say = fact_say(p, s, g, who);
		f->kind = g == GROUND_OVERHEARD ? finding_name(FINDING_behaviour) : NULL;
		f->why = ratings[g].why;
		rate_all(p, f, q, s, g);
	}
	const char *talk = g == GROUND_OVERHEARD ? arena_printf(p->arena, "Overheard talk of %s", who) : NULL;
	sources_report(p, t, id, talk, g == GROUND_OVERHEARD ? "The talk is the origin; all others relay it." : NULL);
	if (g == GROUND_OVERHEARD && fresh)
		assume_genuine(p, id);
	if (g == GROUND_DENIAL || g == GROUND_ACCUSATION)
		sources_interest(p, source, id);
}

// --- what was found ---

// Shares of words of four letters and more: two findings with most of them in common are one.
static bool finding_same(const char *a, const char *b)
{
	size_t n = 0, both = 0, m = 0;
	struct slice rest = slice_of(a), word, other = slice_of(b), w;
	while (slice_cut(&other, ' ', &w))
		m += w.len >= 4;
	for (; slice_cut(&rest, ' ', &word);) {
		if (word.len < 4)
			continue;
		n++;
		for (other = slice_of(b); slice_cut(&other, ' ', &w);)
			if (w.len == word.len && !strncmp(w.at, word.at, w.len)) {
				both++;
				break;
			}
	}
	size_t least = n < m ? n : m;
	return least >= 3 && 5 * both >= 3 * (n > m ? n : m);
}

static const char *capital(const struct proposal *p, const char *words)
{
	char *out = arena_text(p->arena, words);
	*out = (char)toupper((unsigned char)*out);
	return out;
}

// A person may have put the fact in other words, or removed it: what it was made of tells it then.
static const char *finding_id(struct proposal *p, const char *words)
{
	for (each (f, &p->c->facts))
		if (f->kind && f->say && finding_same(f->say, words))
			return f->id;
	for (each (f, &p->found))
		if (finding_same(f->say, words))
			return f->fact;
	const char *id = case_make_id(p->arena, words);
	if (case_find_question(p->c, id) >= 0)
		id = arena_printf(p->arena, "found-%.30s", id);
	list_push(p->arena, &p->found, ((struct found){ capital(p, words), id }));
	return id;
}

// The statement that a finding stands in, or NULL.
static const struct statement *statement_around(const struct document *d, span at)
{
	for (each (s, &d->statements))
		for (each (part, &s->content))
			if (span_meets(*part, at))
				return s;
	return NULL;
}

static bool unnamed(const char *name)
{
	return name && *name >= 'a' && *name <= 'z';
}

static struct statement finding_statement(const struct proposal *p, size_t doc, const struct finding_at *f)
{
	const struct statement *around = statement_around(p->docs[doc], f->at);
	struct statement s = { .stance = STANCE_reports, .sure = 0.5, .speaker = { .name = "[report]" } };
	if (f->source)
		s.speaker = (struct party){ .name = f->source, .kind = unnamed(f->source) ? "anonymous" : NULL };
	if (around && (!f->source || (around->speaker.name && names_same(around->speaker.name, f->source))))
		s.speaker = around->speaker;
	for (size_t i = 0; around && i < around->chain.n; i++)
		list_push(p->arena, &s.chain, around->chain.at[i]);
	list_push(p->arena, &s.content, f->at);
	for (each (t, &f->bears_on))
		list_push(p->arena, &s.targets, *t);
	return s;
}

static void finding_rate(struct proposal *p, struct fact *f, const struct question *q, const struct statement *s)
{
	for (each (t, &s->targets)) {
		const char *question, *h = questions_answer(p, t->role, t->actor, &question);
		if (h && !strcmp(question, q->id) && t->polarity != POLARITY_open)
			proposal_rate(p, f, h, t->polarity == POLARITY_for ? "likely" : "unlikely");
	}
	f->why = "Rated as far as the text says which way it points; the rest is left to the analyst.";
	if (f->cells.rows.n)
		return;
	for (each (h, &q->hyps))
		if (!h->added) {
			proposal_rate(p, f, h->id, "roughly even chance");
			break; // the cells left out stand where this one stands
		}
	f->why = "The text does not say what it bears on: it moves nothing until somebody rates it.";
}

static void finding_add(struct proposal *p, size_t doc, size_t i)
{
	const struct document *d = p->docs[doc];
	const struct finding_at *found = &d->findings.at[i];
	struct statement s = finding_statement(p, doc, found);
	const struct question *q = question_of(p, &s);
	if (found->precedent || !q || !d->text || found->at.to > d->len || span_empty(found->at))
		return;
	struct slice words = slice_trim(slice_in(d->text, found->at));
	struct told t = { .doc = doc, .speaker = &s.speaker, .chain = s.chain.at, .n_chain = s.chain.n };
	t.id = case_make_id(p->arena, arena_printf(p->arena, "%s-f%zu", proposal_mark(p, doc), i + 1));
	t.words = arena_copy(p->arena, words.at, words.len);
	bool fresh;
	const char *id = finding_id(p, t.words);
	struct fact *f = proposal_fact(p, id, q->id, &fresh);
	if (!f)
		return;
	if (fresh) {
		f->say = capital(p, t.words);
		f->kind = finding_name(found->kind);
		finding_rate(p, f, q, &s);
	}
	proposal_statement(p, &t, &s);
	sources_report(p, &t, id, NULL, NULL);
}

void grounds_propose(struct proposal *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct document *d = p->docs[i];
		for (size_t k = 0; k < d->statements.n; k++) {
			struct told t = proposal_told(p, i, k);
			enum ground g = grounds_of(&d->statements.at[k], t.words);
			if (g != GROUND_NONE)
				said_add(p, &t, &d->statements.at[k], g);
		}
		for (size_t k = 0; k < d->findings.n; k++)
			finding_add(p, i, k);
	}
}
