#include "classic.h"

#include "case/json.h"
#include "weigh/ach_case.h"
#include "weigh/weigh.h"
#include "write/matrix_text.h"

#include <string.h>

static enum status find(const struct the_case *c, const struct hearsay_scoring *o, struct ranking *s, struct err *e)
{
	const char *method = o->method ? o->method : "heuer";
	if (!ranking_find(method, &s->method))
		return err_set(e, STATUS_USAGE,
			       "there is no scoring '%.40s'; heuer, parc, burton, open-synthesis or shattered", method);
	int q = o->question ? case_find_question(c, o->question) : 0;
	if (q < 0)
		return err_set(e, STATUS_NOT_FOUND, "the case has no question '%.80s'", o->question);
	if (!c->questions.n)
		return err_set(e, STATUS_NOT_FOUND, "the case asks no question; a matrix is of one");
	s->question = (size_t)q;
	return STATUS_OK;
}

enum status classic(struct buf *out, const struct the_case *c, const struct hearsay_scoring *o, const char *format,
		    struct err *e)
{
	struct weigh_options bare = { .seed = 1, .bare = true };
	struct assessment w;
	struct ranking s = { 0 };
	bool json = !strcmp(format, "json");
	if (!json && strcmp(format, "text"))
		return err_set(e, STATUS_USAGE, "there is no format '%.40s' here; json or text", format);
	if (find(c, o, &s, e) || weigh_case(out->arena, c, &bare, &w, e))
		return e->status;
	ach_case(out->arena, c, &w, &s);
	if (json)
		json_write_pretty(out, ranking_write(out->arena, c, &s));
	else
		matrix_text(out, c, &s);
	return STATUS_OK;
}
