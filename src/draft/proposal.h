// What a draft is made with: the case it goes into and what it is made from. An item that the case has is left as it
// is; one that was proposed before and removed since is not proposed again.
#ifndef DRAFT_PROPOSAL_H
#define DRAFT_PROPOSAL_H

#include "draft/draft.h"

struct proposal {
	struct arena *arena;
	struct the_case *c;
	const struct document *const *docs;
	size_t n;
	const struct tracing *t;
	bool (*seen)(void *context, const char *kind, const char *id);
	void *context;
	LIST(struct origin_of) countries; // of persons, as asked for
	// As they were read, so that what a person changed or removed is known again in another document's words:
	// findings that got an id, reports that were removed, judgements that are there or were removed.
	LIST(struct found) found;
	LIST(struct report) refused;
	LIST(struct judgement) judged;
};

struct found {
	const char *say, *fact;
};

struct origin_of {
	const char *person, *country; // NULL where no text says
};

// What a document says in one place, as a report of the case carries it.
struct told {
	size_t doc;
	const char *id; // of the statement in the case: stable, made from the document's id and place
	const struct party *speaker;
	const struct party *chain; // nearest the speaker first
	size_t n_chain;
	const char *words; // the exact ones
};

struct told proposal_told(const struct proposal *p, size_t doc, size_t statement);

// The statement joins the case, its targets resolved to hypotheses; once.
void proposal_statement(struct proposal *p, const struct told *t, const struct statement *s);

// The fact with an id: the one the case has, or a new one about `about` (then *fresh). NULL where a person removed it.
struct fact *proposal_fact(struct proposal *p, const char *id, const char *about, bool *fresh);

// Rates one hypothesis of the question that a fact is about, in a word of the scale.
void proposal_rate(struct proposal *p, struct fact *f, const char *hypothesis, const char *word);

struct value proposal_term(const char *word);
struct ref proposal_ref(const char *id);
bool proposal_gone(const struct proposal *p, const char *kind, const char *id);

// The country of an actor: the one its name tells, else, of a person, the one said before the name ("Ukrainian
// President Volodymyr Zelensky"). NULL where none is.
const char *proposal_country(struct proposal *p, const char *name);

// Whether two actors are of one country or body.
bool proposal_related(struct proposal *p, const char *a, const char *b);

// "0f3c9a2e", the beginning of a document's id, as the ids of its items start.
const char *proposal_mark(const struct proposal *p, size_t doc);

#endif
