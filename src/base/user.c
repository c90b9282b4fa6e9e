#include "base/user.h"

#include "base/utf8.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

const char *user_name(struct arena *a)
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
