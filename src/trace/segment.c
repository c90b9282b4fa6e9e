// A segment never changes once it is written: it holds words, fingerprints and paragraphs of each text, and the
// decisions of the time when it came. Replaying these makes the same index without aligning anything; that is some ten
// times faster than making it from the texts. Log-structured, after O'Neil et al., "The log-structured merge-tree"
// (1996).
#include "trace/segment.h"

#include "base/hash.h"

#include <string.h>

enum {
	MAGIC = 0x78646968, // "hidx"
	VERSION = 1,        // of this format and of all that decides what is in it: folding, fingerprints, thresholds
	HEAD = 16,          // bytes: magic, version, texts, all but the hash of what follows
	FOOT = 8,           // the hash of all before
};

// --- writing ---

static uint64_t text_key(uint64_t seed, const char *text)
{
	return hash_fast(text ? text : "", text ? strlen(text) : 0, seed);
}

// A key of all that is compared of a document: another one if it was read differently since.
static uint64_t document_key(const struct document *d)
{
	uint64_t key = hash_fast(d->text ? d->text : "", d->text ? d->len : 0, VERSION);
	key = text_key(text_key(text_key(key, d->id), d->title), d->outlet);
	for (each (c, &d->citations)) {
		uint32_t place[] = { (uint32_t)c->kind, c->at.from, c->at.to };
		key = text_key(hash_fast(place, sizeof place, key), c->outlet);
	}
	for (each (x, &d->debris)) {
		uint32_t place[] = { (uint32_t)x->kind, x->at.from, x->at.to };
		key = hash_fast(place, sizeof place, key);
	}
	return key;
}

static void write_keys(struct buf *out, const uint64_t *key, uint32_t n)
{
	buf_u32(out, n);
	for (uint32_t i = 0; i < n; i++)
		buf_u64(out, key[i]);
}

static uint64_t bits_of(double v)
{
	uint64_t bits;
	memcpy(&bits, &v, sizeof bits);
	return bits;
}

static void write_decisions(struct buf *out, const struct copies *c, uint32_t text, size_t *merge, size_t *part)
{
	size_t m = *merge, p = *part;
	buf_u32(out, c->texts.at[text].joined);
	while (*merge < c->merges.n && c->merges.at[*merge].text == text)
		++*merge;
	while (*part < c->parts.n && c->parts.at[*part].later == text)
		++*part;
	buf_u32(out, (uint32_t)(*merge - m));
	for (; m < *merge; m++)
		buf_u32(out, c->merges.at[m].other);
	buf_u32(out, (uint32_t)(*part - p));
	for (; p < *part; p++) {
		buf_u32(out, c->parts.at[p].earlier);
		buf_u32(out, (uint32_t)c->parts.at[p].likeness);
		buf_u64(out, bits_of(c->parts.at[p].cover));
	}
}

void segment_write(struct buf *out, const struct copies *c, uint32_t from, const struct document *const *docs)
{
	size_t start = out->n, merge = 0, part = 0;
	while (merge < c->merges.n && c->merges.at[merge].text < from)
		merge++;
	while (part < c->parts.n && c->parts.at[part].later < from)
		part++;
	buf_u32(out, MAGIC);
	buf_u32(out, VERSION);
	buf_u64(out, c->texts.n - from);
	for (uint32_t i = from; i < c->texts.n; i++) {
		const struct copies_text *t = &c->texts.at[i];
		buf_u64(out, document_key(docs[i]));
		buf_u32(out, t->n);
		for (uint32_t k = 0; k < t->n; k++) {
			buf_char(out, (char)(t->at[k] & 0xff));
			buf_char(out, (char)(t->at[k] >> 8));
		}
		write_keys(out, c->keys.at[i].prints, t->prints);
		write_keys(out, c->keys.at[i].paragraphs, c->keys.at[i].n_paragraphs);
		write_decisions(out, c, i, &merge, &part);
	}
	buf_u64(out, hash_fast(out->at + start, out->n - start, VERSION));
}

// --- reading ---

struct input {
	const unsigned char *at;
	size_t left;
	bool short_of; // something was to be read that is not there
};

static uint64_t take(struct input *in, size_t bytes)
{
	uint64_t v = 0;
	if (in->left < bytes) {
		in->short_of = true;
		in->left = 0;
		return 0;
	}
	for (size_t i = 0; i < bytes; i++)
		v |= (uint64_t)in->at[i] << 8 * i;
	in->at += bytes;
	in->left -= bytes;
	return v;
}

// A count of things of `bytes` each, 0 where so many cannot follow.
static uint32_t take_count(struct input *in, size_t bytes)
{
	uint64_t n = take(in, 4);
	if (n > in->left / bytes) {
		in->short_of = true;
		return 0;
	}
	return (uint32_t)n;
}

static const uint64_t *take_keys(struct copies *c, struct input *in, uint32_t *n)
{
	*n = take_count(in, 8);
	uint64_t *key = arena_array(&c->mem, uint64_t, *n);
	for (uint32_t i = 0; i < *n; i++)
		key[i] = take(in, 8);
	return key;
}

static const token *take_tokens(struct copies *c, struct input *in, uint32_t *n)
{
	*n = take_count(in, 2);
	token *at = arena_array(&c->mem, token, *n);
	for (uint32_t i = 0; i < *n; i++)
		at[i] = (token)take(in, 2);
	return at;
}

static bool take_text(struct copies *c, struct input *in, const struct document *d)
{
	struct arena scratch = { 0 };
	uint32_t number = (uint32_t)c->texts.n;
	bool same = take(in, 8) == document_key(d);
	struct copies_text t = { .doc = d, .from = direction_provenance(d) };
	t.at = take_tokens(c, in, &t.n);
	struct copies_keys keys = { .prints = take_keys(c, in, &t.prints) };
	keys.paragraphs = take_keys(c, in, &keys.n_paragraphs);
	t.joined = (uint32_t)take(in, 4);
	uint32_t n_merges = take_count(in, 4);
	struct copies_merge *merges = arena_array(&scratch, struct copies_merge, n_merges);
	bool good = t.joined == COPIES_NONE || t.joined < number;
	for (uint32_t i = 0; i < n_merges; i++) {
		merges[i] = (struct copies_merge){ number, (uint32_t)take(in, 4) };
		good &= merges[i].other < number;
	}
	uint32_t n_parts = take_count(in, 16);
	struct copies_part *parts = arena_array(&scratch, struct copies_part, n_parts);
	for (uint32_t i = 0; i < n_parts; i++) {
		parts[i].later = number;
		parts[i].earlier = (uint32_t)take(in, 4);
		parts[i].likeness = (enum likeness)take(in, 4);
		uint64_t cover = take(in, 8);
		memcpy(&parts[i].cover, &cover, sizeof cover);
		good &= parts[i].earlier < number && parts[i].likeness <= LIKENESS_COPY;
	}
	good &= same && !in->short_of;
	if (good) {
		strip_note(&c->strip, strip_mark_of(d), keys.paragraphs, keys.n_paragraphs);
		copies_restore(c, &t, &keys, merges, n_merges, parts, n_parts);
	}
	arena_free(&scratch);
	return good;
}

size_t segment_read(struct copies *c, struct slice bytes, const struct document *const *docs, size_t n)
{
	if (bytes.len < HEAD + FOOT)
		return 0;
	struct input in = { (const unsigned char *)bytes.at, bytes.len, false }, foot = in;
	foot.at += bytes.len - FOOT;
	if (take(&foot, FOOT) != hash_fast(bytes.at, bytes.len - FOOT, VERSION))
		return 0;
	in.left -= FOOT;
	if (take(&in, 4) != MAGIC || take(&in, 4) != VERSION)
		return 0;
	uint64_t texts = take(&in, 8);
	if (texts > n)
		return 0;
	for (size_t i = 0; i < texts; i++)
		if (!take_text(c, &in, docs[i]))
			return 0;
	return in.left ? 0 : (size_t)texts;
}
