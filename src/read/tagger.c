#include "read/tagger.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// What was mapped, or why nothing was.
static struct model_file file;
static struct err failed;
static bool tried;

static const char *const places[] = { "attribution.model", "../share/hearsay/attribution.model" };

static char *beside(struct arena *a, const char *place)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	path[n > 0 ? n : 0] = 0;
	char *slash = strrchr(path, '/');
	return slash ? arena_printf(a, "%.*s/%s", (int)(slash - path), path, place) : NULL;
}

void tagger_preload(void)
{
	static struct arena kept;
	const char *named = getenv("HEARSAY_MODEL");
	if (tried)
		return;
	tried = true;
	if (named && *named) {
		(void)!model_map(&kept, named, &file, &failed);
		return;
	}
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		char *path = beside(&kept, places[i]);
		if (path && access(path, F_OK) == 0) {
			(void)!model_map(&kept, path, &file, &failed);
			return;
		}
	}
	(void)!err_set(
	    &failed, STATUS_IO,
	    "the model attribution.model is not beside the program nor in ../share/hearsay; install it, or say "
	    "where it is in HEARSAY_MODEL");
}

// A cue that is not likely is not worth the time inside of a content.
static const float INNER_CUE = .3f;

enum status tagger_open(struct arena *a, struct tagger **out, struct err *e)
{
	struct tag_model *m = NULL;
	*out = NULL;
	tagger_preload();
	if (!file.at)
		return err_set(e, failed.status, "%s", failed.text);
	if (model_read(a, &file, &m, e) != STATUS_OK)
		return e->status;
	*out = arena_new(a, struct tagger);
	(*out)->outer = (*out)->inner = *m;
	(*out)->inner.settings.cue_least = INNER_CUE;
	(*out)->work = tag_room(a);
	return STATUS_OK;
}
