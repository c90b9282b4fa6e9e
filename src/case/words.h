// The closed vocabularies of statements and drafts (casedraft/1). Enum, name and parser come from one table each.
#ifndef CASE_WORDS_H
#define CASE_WORDS_H

#include "base/span.h"

#define ROLE_TABLE(X) X(did) X(directed) X(knew) X(staged) X(accident) X(no_event) X(purpose) X(unknown)

#define STANCE_TABLE(X)                                                                                             \
	X(accuses) X(admits) X(denies) X(assesses) X(speculates) X(reports) X(rules_out) X(not_ruled_out)          \
	X(no_conclusion) X(declines)

#define POLARITY_TABLE(X) X(for) X(against) X(open)

#define LEVEL_TABLE(X) X(remote) X(unlikely) X(possible) X(likely) X(near_certain)

#define SURENESS_TABLE(X) X(low) X(moderate) X(high)

#define BASIS_TABLE(X)                                                                                              \
	X(unstated) X(intercept) X(document) X(imagery) X(forensic) X(witness) X(confession) X(investigation)      \
	X(inference) X(public_statement) X(anonymous)

#define FINDING_TABLE(X) X(physical) X(technical) X(imagery) X(timing) X(circumstantial) X(motive) X(behaviour)

#define DATE_ROLE_TABLE(X) X(incident) X(publication) X(statement) X(precedent) X(other) X(debris)

#define DEBRIS_TABLE(X)                                                                                             \
	X(counter) X(epoch_date) X(duplicate) X(tags) X(nav) X(ad) X(byline) X(caption) X(credit) X(pull_quote)    \
	X(boilerplate) X(dateline) X(subhead) X(quoted) X(signature)

#define INCIDENT_TABLE(X)                                                                                           \
	X(attack) X(explosion) X(intrusion) X(leak) X(theft) X(poisoning) X(forgery) X(doping) X(fraud) X(fire)    \
	X(crash) X(disruption) X(assault) X(abuse) X(accident) X(other)

#define WORDS(type, prefix, TABLE)                                                    \
	enum type { TABLE(prefix) type##_count };                                     \
	const char *type##_name(enum type v);                 /* as in the JSON */    \
	bool type##_read(struct slice text, enum type *v);    /* false: no such word */

#define X_ROLE(w) ROLE_##w,
#define X_STANCE(w) STANCE_##w,
#define X_POLARITY(w) POLARITY_##w,
#define X_LEVEL(w) LEVEL_##w,
#define X_SURENESS(w) SURENESS_##w,
#define X_BASIS(w) BASIS_##w,
#define X_FINDING(w) FINDING_##w,
#define X_DATE_ROLE(w) DATE_ROLE_##w,
#define X_DEBRIS(w) DEBRIS_##w,
#define X_INCIDENT(w) INCIDENT_##w,

WORDS(role, X_ROLE, ROLE_TABLE)
WORDS(stance, X_STANCE, STANCE_TABLE)
WORDS(polarity, X_POLARITY, POLARITY_TABLE)
WORDS(level, X_LEVEL, LEVEL_TABLE)
WORDS(sureness, X_SURENESS, SURENESS_TABLE)
WORDS(basis, X_BASIS, BASIS_TABLE)
WORDS(finding, X_FINDING, FINDING_TABLE)
WORDS(date_role, X_DATE_ROLE, DATE_ROLE_TABLE)
WORDS(debris, X_DEBRIS, DEBRIS_TABLE)
WORDS(incident, X_INCIDENT, INCIDENT_TABLE)

#endif
