// A ZIP file by libzip, in memory: no name, no clock and no order of a file system gets into it.
#include "write/zip.h"

#include <time.h>
#include <zip.h>

// libzip keeps a part's date as local time, in whatever zone that is: made as local time, it comes out the same.
static time_t first_day(void)
{
	struct tm noon = { .tm_year = 80, .tm_mday = 1, .tm_hour = 12, .tm_isdst = -1 };
	return mktime(&noon);
}

static bool add(zip_t *zip, const struct zip_part *p)
{
	zip_source_t *from = zip_source_buffer(zip, p->bytes.at, p->bytes.len, 0);
	zip_int64_t at = from ? zip_file_add(zip, p->name, from, ZIP_FL_ENC_UTF_8) : -1;
	if (at < 0) {
		zip_source_free(from);
		return false;
	}
	return !zip_file_set_mtime(zip, (zip_uint64_t)at, first_day(), 0) &&
	       !zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 9);
}

// What was written into the source, once the archive is closed.
static bool take(struct buf *out, zip_source_t *made)
{
	char piece[4096];
	zip_int64_t n;
	if (zip_source_open(made))
		return false;
	while ((n = zip_source_read(made, piece, sizeof piece)) > 0)
		buf_add(out, piece, (size_t)n);
	zip_source_close(made);
	return n == 0;
}

enum status zip_write(struct buf *out, const struct zip_part *parts, size_t n, struct err *e)
{
	zip_error_t why;
	zip_error_init(&why);
	zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &why);
	zip_t *zip = made ? zip_open_from_source(made, ZIP_TRUNCATE, &why) : NULL;
	bool good = zip != NULL;
	if (zip)
		zip_source_keep(made); // closing the archive lets go of it
	for (size_t i = 0; good && i < n; i++)
		good = add(zip, &parts[i]);
	if (zip && (!good || zip_close(zip))) {
		zip_error_set(&why, zip_error_code_zip(zip_get_error(zip)), 0);
		zip_discard(zip);
		good = false;
	}
	good = good && take(out, made);
	if (!good)
		err_set(e, STATUS_IO, "the document cannot be packed: %s", zip_error_strerror(&why));
	zip_source_free(made);
	zip_error_fini(&why);
	return good ? STATUS_OK : e->status;
}
