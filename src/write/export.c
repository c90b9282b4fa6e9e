// The case itself, in a format that it can be read from again.
#include "write/export.h"

#include "case/format.h"
#include "case/json.h"
#include "case/yaml.h"
#include "write/misp.h"
#include "write/phrase.h"
#include "write/stix.h"

#include <string.h>

const char *export_title(const struct the_case *c)
{
	return c->title ? c->title : c->questions.n ? phrase_ask(&c->questions.at[0]) : "";
}

static struct date date_of(const struct the_case *c)
{
	struct date d = c->as_of;
	if (!date_known(d))
		for (each (r, &c->reports))
			if (date_known(r->published) && (!date_known(d) || date_compare(r->published, d) > 0))
				d = r->published;
	return d;
}

void export_times(const struct write_input *in, int64_t *made, int64_t *changed)
{
	struct date first, last, d = date_of(in->c);
	*made = *changed = date_known(d) ? date_moment(d) : 0;
	if (!in->created || !in->changed || !date_read(slice_of(in->created), &first) ||
	    !date_read(slice_of(in->changed), &last))
		return;
	*changed = last.at;
	*made = first.at < last.at ? first.at : last.at; // the clock may have been set back between
}

bool export_attributes(const struct hypothesis *h)
{
	static const char *const roles[] = { "did", "directed", "staged" };
	for (size_t i = 0; h->actor && *h->actor && h->role && i < sizeof roles / sizeof *roles; i++)
		if (!strcmp(h->role, roles[i]))
			return true;
	return false;
}

struct node *export_copy(struct arena *a, const struct node *n)
{
	struct node *copy = arena_new(a, struct node);
	*copy = *n;
	copy->next = NULL;
	copy->key = NULL;
	return copy;
}

static void write_yaml(struct buf *out, const struct write_input *in)
{
	yaml_write(out, format_write_case(out->arena, in->c));
}

static void write_json(struct buf *out, const struct write_input *in)
{
	json_write_pretty(out, format_write_case(out->arena, in->c));
}

static void write_stix(struct buf *out, const struct write_input *in)
{
	stix_write(out, in, NULL);
}

bool write_case(struct buf *out, const char *format, const struct write_input *in)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *out, const struct write_input *in);
	} formats[] = {
		{ "yaml", write_yaml }, { "json", write_json }, { "stix", write_stix }, { "misp", misp_write }
	};
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, format)) {
			formats[i].write(out, in);
			return true;
		}
	return false;
}
