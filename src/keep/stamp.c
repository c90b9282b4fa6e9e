// SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/
#include "keep/stamp.h"

#include "base/utf8.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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

const char *stamp_user(struct arena *a)
{
	const char *name = getenv("HEARSAY_USER");
	if (!name || !*name) {
		struct passwd entry, *found = NULL;
		enum { ROOM = 16384 };
		if (getpwuid_r(getuid(), &entry, arena_take(a, ROOM), ROOM, &found) != 0)
			found = NULL;
		name = found ? found->pw_name : arena_printf(a, "uid %ld", (long)getuid());
	}
	return utf8_clean(a, name);
}
