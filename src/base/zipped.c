#include "base/zipped.h"

#include "base/limits.h"

#include <zip.h>

#include "base/zipped_calls.h" // made from zipped.calls

enum { PIECE = 1 << 16, FREE_GROWTH = 1 << 20 };
enum { DAY = 1 << 5 | 1 }; // 1980-01-01, the first date that a ZIP archive can say

struct zipped {
	zip_t *zip;
};

// Gives the sentence of libzip.
static enum status failed(zip_error_t *error, enum status s, const char *what, struct err *e)
{
	const char *says = zip_error_strerror(error);
	err_set(e, s, "%s: %s", what, says ? says : "no reason is given");
	zip_error_fini(error);
	return s;
}

enum status zipped_load(struct err *e)
{
	return late_load(&late_all, "office files need libzip", e);
}

enum status zipped_open(struct arena *a, struct slice bytes, struct zipped **z, struct err *e)
{
	zip_error_t error;
	if (zipped_load(e) != STATUS_OK)
		return e->status;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.len, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (!zip && source)
		zip_source_free(source);
	if (!zip)
		return failed(&error, STATUS_BAD_INPUT, "not a ZIP archive that can be read", e);
	zip_error_fini(&error);
	*z = arena_new(a, struct zipped);
	(*z)->zip = zip;
	return STATUS_OK;
}

void zipped_close(struct zipped *z)
{
	zip_discard(z->zip);
}

// What grows out of proportion is found out while it grows.
static enum status unpack(zip_file_t *file, const char *name, zip_uint64_t packed, struct buf *out, size_t most,
			  const char *limit, struct err *e)
{
	char piece[PIECE];
	for (;;) {
		zip_int64_t n = zip_fread(file, piece, sizeof piece);
		if (n < 0)
			return err_set(e, STATUS_BAD_INPUT, "%.80s: its packed data are damaged", name);
		if (!n)
			return STATUS_OK;
		buf_add(out, piece, (size_t)n);
		if (out->n > most)
			return err_set(e, STATUS_LIMIT, "%.80s: more than the limit %s of %zu bytes, unpacked", name,
				       limit, most);
		if (out->n > FREE_GROWTH && out->n / LIMIT_INFLATION > packed)
			return err_set(e, STATUS_LIMIT,
				       "%.80s: grows to more than %d times its packed size (INFLATION)", name,
				       LIMIT_INFLATION);
	}
}

enum status zipped_read(struct arena *a, struct zipped *z, const char *name, size_t most, const char *limit,
			struct slice *bytes, bool *there, struct err *e)
{
	struct buf out = buf_in(a);
	zip_stat_t stat;
	zip_int64_t at = zip_name_locate(z->zip, name, ZIP_FL_NOCASE);
	*there = at >= 0;
	*bytes = (struct slice){ 0 };
	if (at < 0)
		return STATUS_OK;
	if (zip_stat_index(z->zip, (zip_uint64_t)at, 0, &stat) || !(stat.valid & ZIP_STAT_COMP_SIZE))
		return err_set(e, STATUS_BAD_INPUT, "%.80s: the archive does not say how long it is", name);
	if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
		return err_set(e, STATUS_BAD_INPUT, "%.80s: is encrypted; save the file without a password", name);
	zip_file_t *file = zip_fopen_index(z->zip, (zip_uint64_t)at, 0);
	if (!file)
		return err_set(e, STATUS_BAD_INPUT, "%.80s: cannot be unpacked", name);
	enum status s = unpack(file, name, stat.comp_size, &out, most, limit, e);
	zip_fclose(file);
	*bytes = (struct slice){ buf_str(&out), out.n };
	return s;
}

// --- out ---

static bool add(zip_t *zip, const struct zipped_member *m)
{
	zip_source_t *source = zip_source_buffer(zip, m->bytes.at, m->bytes.len, 0);
	zip_int64_t at = source ? zip_file_add(zip, m->name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (at < 0) {
		zip_source_free(source);
		return false;
	}
	return !zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0) &&
	       !zip_file_set_dostime(zip, (zip_uint64_t)at, 0, DAY, 0);
}

// What the closed archive left in its source.
static bool take(struct buf *out, zip_source_t *source)
{
	char piece[PIECE];
	zip_int64_t n = -1;
	if (zip_source_open(source))
		return false;
	while ((n = zip_source_read(source, piece, sizeof piece)) > 0)
		buf_add(out, piece, (size_t)n);
	zip_source_close(source);
	return !n;
}

enum status zipped_write(struct buf *out, const struct zipped_member *members, size_t n, struct err *e)
{
	zip_error_t error;
	if (zipped_load(e) != STATUS_OK)
		return e->status;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_TRUNCATE, &error) : NULL;
	if (!zip)
		return failed(&error, STATUS_IO, "a ZIP archive cannot be made", e);
	zip_error_fini(&error);
	zip_source_keep(source);
	bool good = true;
	for (size_t i = 0; good && i < n; i++)
		good = add(zip, &members[i]);
	if (!good || zip_close(zip)) {
		zip_discard(zip);
		good = false;
	}
	good = good && take(out, source);
	zip_source_free(source);
	return good ? STATUS_OK : err_set(e, STATUS_IO, "a ZIP archive cannot be made");
}
