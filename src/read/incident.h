// What happened, when and where, as the page first says it.
#ifndef READ_INCIDENT_H
#define READ_INCIDENT_H

#include "case/document.h"

// Sets d->incident, and the role of the dates that are its date. Where nothing fits it stays empty.
void incident_find(struct arena *a, struct document *d);

// Once statements are found: where they bear on something that no word told, it is what the text begins with.
void incident_of_statements(struct arena *a, struct document *d);

#endif
