#include "case/runs.h"

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
	size_t lo = 0, hi = r->n;
	while (lo + 1 < hi) {
		size_t mid = (lo + hi) / 2;
		if (r->at[mid].text <= at)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
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

void runs_follow(struct arena *a, struct runs *out, uint32_t text, const struct runs *r, span at)
{
	for (size_t i = run_at(r, at.from); i < r->n && r->at[i].text < at.to; i++) {
		struct run run = r->at[i];
		uint32_t unit = run.unit ? run.unit : 1, from = run.unit ? run.from : 1;
		uint32_t skip = at.from > run.text ? (at.from - run.text) / unit : 0;
		if (skip * unit >= run.len)
			continue;
		run.text += skip * unit;
		run.original += skip * from;
		run.len -= skip * unit;
		uint32_t into = run.text > at.from ? run.text - at.from : 0;
		if (run.text + run.len > at.to)
			run.len = (at.to - run.text + unit - 1) / unit * unit;
		run.text = text + into;
		runs_add(a, out, run);
	}
}
