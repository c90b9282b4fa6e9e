// SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/
#include "keep/stamp.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum status stamp_time(struct arena *a, const char **out, struct err *e)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	if (epoch && *epoch) {
		char *end;
		errno = 0;
		now = (time_t)strtoll(epoch, &end, 10);
		if (errno || *end)
			return err_set(e, STATUS_USAGE, "SOURCE_DATE_EPOCH=%s: must be a whole number of seconds",
				       epoch);
	}
	struct tm utc;
	char *text = arena_take(a, 64);
	if (!gmtime_r(&now, &utc) || utc.tm_year < -1900 || utc.tm_year > 9999 - 1900)
		return err_set(e, STATUS_USAGE, "SOURCE_DATE_EPOCH=%s: is no date", epoch ? epoch : "");
	strftime(text, 64, "%Y-%m-%dT%H:%M:%SZ", &utc);
	*out = text;
	return STATUS_OK;
}
