#include "case/runs.h"

#include "base/search.h"

// Where the bytes that a run was made from end.
static uint32_t end_of(const struct run *r)
{
	return r->original + (r->unit ? r->len / r->unit * r->from : r->len);
}

void runs_add(struct arena *a, struct runs *r, struct run run)
{
	struct run *last = r->n ? &r->at[r->n - 1] : NULL;
	if (!run.len)
		return;
	if (last && last->text + last->len == run.text && end_of(last) == run.original && last->unit == run.unit &&
	    last->from == run.from)
		last->len += run.len;
	else
		list_push(a, r, run);
}

// The run that holds an offset of the text, or comes before it.
static size_t run_at(const struct runs *r, uint32_t at)
{
	size_t behind = search_first(r->n, k, r->at[k].text <= at);
	return behind ? behind - 1 : 0;
}

// What the byte at `into` of a run was made from; behind it, nothing at its end.
static span origin(const struct run *r, uint32_t into)
{
	uint32_t unit = r->unit ? r->unit : 1, from = r->unit ? r->from : 1;
	if (into >= r->len)
		return (span){ end_of(r), end_of(r) };
	uint32_t start = r->original + into / unit * from;
	return (span){ start, start + from };
}

span runs_original(const struct runs *r, span at)
{
	if (!r->n || span_empty(at))
		return (span){ 0, 0 };
	const struct run *first = &r->at[run_at(r, at.from)], *last = &r->at[run_at(r, at.to - 1)];
	return (span){ origin(first, at.from - first->text).from, origin(last, at.to - 1 - last->text).to };
}

// Adds the bytes [from, to) of a run, which is given a new place in the text. A part of a unit is a unit of its own.
static void add_part(struct arena *a, struct runs *out, const struct run *r, uint32_t from, uint32_t to, uint32_t text)
{
	if (!r->unit) {
		runs_add(a, out, (struct run){ text, r->original + from, to - from, 0, 0 });
		return;
	}
	while (from < to) {
		uint32_t into = from % r->unit, left = to - from, n = r->unit - into < left ? r->unit - into : left;
		if (n == r->unit)
			n = left / r->unit * r->unit;
		uint32_t unit = n < r->unit ? n : r->unit;
		runs_add(a, out, (struct run){ text, r->original + from / r->unit * r->from, n, unit, r->from });
		from += n, text += n;
	}
}

void runs_follow(struct arena *a, struct runs *out, uint32_t text, const struct runs *r, span at)
{
	for (size_t i = run_at(r, at.from); i < r->n && r->at[i].text < at.to; i++) {
		const struct run *run = &r->at[i];
		uint32_t from = at.from > run->text ? at.from - run->text : 0;
		uint32_t to = at.to - run->text < run->len ? at.to - run->text : run->len;
		if (from < to)
			add_part(a, out, run, from, to, text + run->text + from - at.from);
	}
}

void runs_through(struct arena *a, struct runs *out, const struct runs *first, const struct runs *then)
{
	for (each (r, first)) {
		if (!r->unit)
			runs_follow(a, out, r->text, then, (span){ r->original, r->original + r->len });
		for (uint32_t i = 0; r->unit && i < r->len; i += r->unit) {
			uint32_t from = r->original + i / r->unit * r->from;
			span bytes = runs_original(then, (span){ from, from + r->from });
			runs_add(a, out,
				 (struct run){ r->text + i, bytes.from, r->unit, r->unit, span_len(bytes) });
		}
	}
}
