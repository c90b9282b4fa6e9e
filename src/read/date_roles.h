// What dates are of, once it is known who said what.
#ifndef READ_DATE_ROLES_H
#define READ_DATE_ROLES_H

#include "case/document.h"

// A date beside what somebody says, in the same sentence, tells when it was said.
void date_roles_settle(struct document *d);

#endif
