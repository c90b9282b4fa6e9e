// The pages of the desk, which the program carries: made from web/ and from the packages of package-lock.json by
// tools/assets.py.
#ifndef DESK_ASSET_H
#define DESK_ASSET_H

#include "desk/request.h"

struct asset {
	const char *path, *type, *etag;
	const char *plain;
	size_t n;
	const char *packed; // with gzip
	size_t n_packed;
};

extern const struct asset assets_table[]; // ends with a row whose path is NULL

// "sha256-..." of the map of imports in index.html.
extern const char assets_imports[];

// Answers with the page or file at the request's path; false where there is none.
bool asset_give(struct request *r);

#endif
