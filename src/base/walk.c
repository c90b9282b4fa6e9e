#include "base/walk.h"

#include "base/list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// A folder that is being walked, in the one above it.
struct folder {
	struct folder *above;
	struct arena arena; // it lies in it
	const char *path;
	LIST(const char *) names; // sorted
	size_t next;
};

struct walk {
	const char *const *paths;
	size_t n, next;
	struct folder *in; // NULL: among the paths that were named
	size_t given;      // files, since the last named folder was entered
};

struct walk *walk_start(struct arena *a, const char *const *paths, size_t n)
{
	struct walk *w = arena_new(a, struct walk);
	*w = (struct walk){ .paths = paths, .n = n };
	return w;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum status read_names(struct folder *f, struct err *e)
{
	DIR *dir = opendir(f->path);
	if (!dir)
		return err_system(e, f->path, "cannot be opened");
	errno = 0;
	for (struct dirent *d; (d = readdir(dir)); errno = 0)
		if (*d->d_name != '.')
			list_push(&f->arena, &f->names, arena_text(&f->arena, d->d_name));
	enum status s = errno ? err_system(e, f->path, "cannot be read") : STATUS_OK;
	closedir(dir);
	if (f->names.n)
		qsort(f->names.at, f->names.n, sizeof *f->names.at, by_bytes);
	return s;
}

static enum status enter(struct walk *w, const char *path, struct err *e)
{
	struct arena arena = { 0 };
	struct folder *f = arena_new(&arena, struct folder);
	f->arena = arena;
	f->path = arena_text(&f->arena, path);
	f->above = w->in;
	w->in = f;
	return read_names(f, e);
}

static void leave(struct walk *w)
{
	struct arena last = w->in->arena;
	w->in = w->in->above;
	arena_free(&last);
}

// One name of a folder: true where it is a file, or an error, to give.
static bool look(struct walk *w, const char *path, struct walk_file *out)
{
	struct stat st;
	if (lstat(path, &st) < 0)
		return err_system(&out->err, path, "cannot be looked at");
	if (S_ISDIR(st.st_mode))
		return enter(w, path, &out->err) != STATUS_OK;
	w->given += S_ISREG(st.st_mode);
	return S_ISREG(st.st_mode);
}

// The next in the folder that is being walked; false where there is none left.
static bool next_in_folder(struct walk *w, struct walk_file *out)
{
	struct folder *f = w->in;
	bool last = f->next == f->names.n;
	if (last && !f->above && !w->given) {
		w->given = 1;
		err_set(&out->err, STATUS_NOT_FOUND, "%s: there is no file in it (hidden ones do not count)", f->path);
		return true;
	}
	if (last) {
		leave(w);
		return false;
	}
	const char *slash = f->path[strlen(f->path) - 1] == '/' ? "" : "/";
	out->path = arena_printf(&f->arena, "%s%s%s", f->path, slash, f->names.at[f->next++]);
	out->found = true;
	return look(w, out->path, out);
}

bool walk_next(struct walk *w, struct walk_file *out)
{
	struct stat st;
	for (;;) {
		*out = (struct walk_file){ .path = w->in ? w->in->path : NULL };
		if (w->in) {
			if (next_in_folder(w, out))
				return true;
			continue;
		}
		if (w->next == w->n)
			return false;
		out->path = w->paths[w->next++];
		if (!strcmp(out->path, "-") || stat(out->path, &st) < 0 || !S_ISDIR(st.st_mode))
			return true; // whoever opens it says what is wrong with it
		w->given = 0;
		if (enter(w, out->path, &out->err) != STATUS_OK) {
			w->given = 1;
			return true;
		}
	}
}

void walk_end(struct walk *w)
{
	while (w->in)
		leave(w);
}
