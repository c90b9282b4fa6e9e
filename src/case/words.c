#include "case/words.h"

#include <assert.h>

#define NAME(w) #w,
#define DEFINE(type, TABLE)                                                 \
	static const char *const type##_names[] = { TABLE(NAME) };          \
	const char *type##_name(enum type v)                                \
	{                                                                   \
		assert((unsigned)v < type##_count);                         \
		return type##_names[v];                                     \
	}                                                                   \
	bool type##_read(struct slice text, enum type *v)                   \
	{                                                                   \
		for (int i = 0; i < type##_count; i++)                      \
			if (slice_is(text, type##_names[i])) {              \
				*v = (enum type)i;                          \
				return true;                                \
			}                                                   \
		return false;                                               \
	}

DEFINE(role, ROLE_TABLE)
DEFINE(stance, STANCE_TABLE)
DEFINE(polarity, POLARITY_TABLE)
DEFINE(level, LEVEL_TABLE)
DEFINE(sureness, SURENESS_TABLE)
DEFINE(basis, BASIS_TABLE)
DEFINE(finding, FINDING_TABLE)
DEFINE(date_role, DATE_ROLE_TABLE)
DEFINE(debris, DEBRIS_TABLE)
DEFINE(incident, INCIDENT_TABLE)
