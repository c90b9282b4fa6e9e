#include "read/network.h"

#include "base/file.h"
#include "base/limits.h"
#include "read/child.h"
#include "read/network_bif.h"
#include "read/network_evidence.h"
#include "read/network_uai.h"
#include "read/network_xdsl.h"

static const struct {
	const char *end;
	enum status (*read)(struct arena *a, struct slice bytes, struct network *n, struct err *e);
} formats[NETWORK_FORMATS] = {
	[NETWORK_UAI] = { ".uai", network_uai },
	[NETWORK_BIF] = { ".bif", network_bif },
	[NETWORK_XDSL] = { ".xdsl", network_xdsl },
};

enum status network_parse(struct arena *a, enum network_format format, struct slice bytes, struct slice evidence,
			  struct network *out, bool *beside, struct err *e)
{
	enum status s = formats[format].read(a, bytes, out, e);
	*beside = s == STATUS_OK;
	return s == STATUS_OK ? network_evidence(a, evidence, out, e) : s;
}

static enum status format_of(const char *path, enum network_format *format, struct err *e)
{
	struct slice name = slice_of(path);
	for (int f = 0; f < NETWORK_FORMATS; f++) {
		struct slice end = slice_of(formats[f].end);
		if (name.len > end.len &&
		    slice_is_nocase((struct slice){ name.at + name.len - end.len, end.len }, end.at)) {
			*format = (enum network_format)f;
			return STATUS_OK;
		}
	}
	return err_set(e, STATUS_BAD_INPUT, "%s: a network is a file whose name ends with .uai, .bif or .xdsl", path);
}

// The bytes lie in scratch memory of their own: a network of its own size is what is left of them.
static enum status read_files(struct arena *a, struct arena *scratch, const char *path, const char *evidence_path,
			      struct network *out, struct err *e)
{
	enum network_format format = NETWORK_UAI;
	struct slice bytes, evidence = { 0 };
	bool beside = false;
	enum status s = format_of(path, &format, e);
	if (s == STATUS_OK)
		s = file_read(scratch, path, LIMIT_NETWORK, "NETWORK", &bytes, e);
	if (s == STATUS_OK && evidence_path)
		s = file_read(scratch, evidence_path, LIMIT_NETWORK, "NETWORK", &evidence, e);
	if (s != STATUS_OK)
		return s;
	s = child_read_network(a, format, bytes, evidence, out, &beside, e);
	return s == STATUS_OK ? s : err_within(e, "%s", beside && evidence_path ? evidence_path : path);
}

enum status read_network(struct arena *a, const char *path, const char *evidence_path, struct network *out,
			 struct err *e)
{
	struct arena scratch = { 0 };
	enum status s = read_files(a, &scratch, path, evidence_path, out, e);
	arena_free(&scratch);
	return s;
}
