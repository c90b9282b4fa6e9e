#include "desk/example.h"

#include "base/file.h"
#include "hearsay.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#define EMBEDDED(name)                                                                                                 \
	extern const char embed_##name[];                                                                              \
	extern const size_t embed_##name##_size;
EMBEDDED(example)
EMBEDDED(1_agency)
EMBEDDED(2_company)
EMBEDDED(3_reprint)
EMBEDDED(4_worker)

static int add(struct hearsay *h, const char *name, const char *bytes, size_t n)
{
	return hearsay_add_bytes(h, name, bytes, n, NULL, NULL);
}

static int fill(struct hearsay *h, const char *path, const char *yaml)
{
	const char *told;
	size_t n;
	int s = hearsay_create(h, path, NULL);
	s = s ? s : add(h, "1-agency.txt", embed_1_agency, embed_1_agency_size);
	s = s ? s : add(h, "2-company.txt", embed_2_company, embed_2_company_size);
	s = s ? s : add(h, "3-reprint.txt", embed_3_reprint, embed_3_reprint_size);
	s = s ? s : add(h, "4-worker.txt", embed_4_worker, embed_4_worker_size);
	return s ? s : hearsay_import(h, yaml, NULL, "text", &told, &n);
}

enum status example_make(struct arena *a, const char **folder, const char **path, struct err *e)
{
	const char *home = getenv("TMPDIR");
	char *made = arena_printf(a, "%s/hearsay-example-XXXXXX", home && *home ? home : "/tmp");
	if (!mkdtemp(made))
		return err_system(e, made, "cannot be made");
	*folder = made;
	*path = arena_printf(a, "%s/example.hearsay", made);
	const char *yaml = arena_printf(a, "%s/example.yaml", made);
	enum status s = file_write(yaml, (struct slice){ embed_example, embed_example_size }, e);
	if (s != STATUS_OK)
		return s;
	struct hearsay *h = hearsay_new();
	s = (enum status)fill(h, *path, yaml);
	if (s != STATUS_OK)
		err_set(e, s, "%s", hearsay_error(h));
	hearsay_free(h);
	return s;
}

void example_remove(struct arena *a, const char *folder)
{
	DIR *dir = opendir(folder);
	for (struct dirent *d; dir && (d = readdir(dir));)
		unlink(arena_printf(a, "%s/%s", folder, d->d_name));
	if (dir)
		closedir(dir);
	rmdir(folder);
}
