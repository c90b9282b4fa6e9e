// What tracing found, in each of its formats.
#include "write/write.h"

#include "write/picture.h"
#include "write/summary.h"
#include "case/json.h"

#include <string.h>

static void add_json(struct buf *out, const struct tracing *t, const struct document *const *docs)
{
	json_write_pretty(out, origin_write(out->arena, t, docs));
}

bool write_tracing(struct buf *out, const char *format, const struct tracing *t, const struct document *const *docs)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *out, const struct tracing *t, const struct document *const *docs);
	} formats[] = {
		{ "text", summary_origins },     { "json", add_json },
		{ "svg", picture_write },        { "clusters", origin_write_clusters },
		{ "edges", origin_write_edges },
	};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, format)) {
			formats[i].write(out, t, docs);
			return true;
		}
	return false;
}
