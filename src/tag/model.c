#include "tag/model.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum part {
	PART_TAGS,
	PART_KNOWN,
	PART_TREES,
	PART_SENSES,
	PART_ROLES,
	PART_WHOSE,
	PART_READING,
	PART_GATE,
	PART_AIM,
	PART_SETTINGS,
	PARTS
};

static const char magic[8] = "hearsay\x1a";

struct part_at {
	uint64_t from, size; // in the file
};

struct head {
	char magic[8];
	uint32_t version, parts;
	uint64_t size, hash; // of the file; of all behind the head
	struct part_at part[PARTS];
};

struct linear_shape {
	uint32_t bits, classes;
	float scale;
};

// What is not a table.
struct settings {
	struct chain_steps roles, whose;
	uint32_t roles_buckets, whose_buckets;
	float roles_scale, whose_scale;
	float which, right, behind; // struct reading_model
	struct linear_shape gate, aim;
	struct tag_settings tag;
};

static enum status refuse(struct err *e, const char *path, const char *what)
{
	return err_set(e, STATUS_BAD_INPUT, "%s: %s; install it again, or train it with tools/train", path, what);
}

static enum status check(const char *path, const struct head *h, size_t size, struct err *e)
{
	if (size < sizeof h->magic || memcmp(h->magic, magic, sizeof magic) != 0)
		return refuse(e, path, "this is no model of hearsay");
	if (size < sizeof *h)
		return refuse(e, path, "the model is cut off");
	if (h->version != MODEL_VERSION || h->parts != PARTS)
		return err_set(
		    e, STATUS_BAD_INPUT,
		    "%s: the model has version %u, and this program reads version %d; install the model that "
		    "belongs to it",
		    path, h->version, MODEL_VERSION);
	if (h->size != size)
		return refuse(e, path, "the model is cut off, or more than it should be");
	if (hash_fast((const char *)h + sizeof *h, size - sizeof *h, 0) != h->hash)
		return refuse(e, path, "the model was changed or damaged");
	return STATUS_OK;
}

static const void *part(const struct head *h, enum part p, size_t size)
{
	const struct part_at *at = &h->part[p];
	bool fits = at->from >= sizeof *h && at->from <= h->size && at->size == size && size <= h->size - at->from;
	return fits && at->from % 64 == 0 ? (const char *)h + at->from : NULL;
}

static size_t linear_size(const struct linear_shape *s)
{
	return s->bits ? (size_t)s->classes << s->bits : 0;
}

// One of no bits was not learned.
static bool place_linear(const struct head *h, enum part p, const struct linear_shape *s, struct linear *out)
{
	if (s->bits > 24 || s->classes > LINEAR_CLASSES)
		return false;
	*out = (struct linear){ NULL, s->bits, s->classes, s->scale };
	if (s->bits)
		out->weight = part(h, p, linear_size(s));
	return !s->bits || out->weight;
}

static struct linear_shape shape_of(const struct linear *m)
{
	return (struct linear_shape){ m->bits, m->classes, m->scale };
}

static enum status place(const char *path, const struct head *h, struct tag_model *m, struct err *e)
{
	const struct settings *s = part(h, PART_SETTINGS, sizeof *s);
	if (!s || !s->roles_buckets || !s->whose_buckets)
		return refuse(e, path, "the model is not as it should be");
	m->pos.weight = part(h, PART_TAGS, sizeof *m->pos.weight * POS_ROWS);
	m->pos.known = part(h, PART_KNOWN, sizeof *m->pos.known * POS_KNOWN);
	m->tree.bucket = part(h, PART_TREES, sizeof *m->tree.bucket << TREE_BUCKET_BITS);
	m->senses.at = part(h, PART_SENSES, sizeof *m->senses.at << SENSE_BITS);
	m->roles.table = (struct table){ part(h, PART_ROLES, sizeof(struct table_bucket) * s->roles_buckets),
					 s->roles_buckets, s->roles_scale };
	m->whose.table = (struct table){ part(h, PART_WHOSE, sizeof(struct table_bucket) * s->whose_buckets),
					 s->whose_buckets, s->whose_scale };
	m->reading = (struct reading_model){ part(h, PART_READING, sizeof *m->reading.weight << READING_BITS), s->which,
					     s->right, s->behind };
	bool shaped = place_linear(h, PART_GATE, &s->gate, &m->gate) && place_linear(h, PART_AIM, &s->aim, &m->aim);
	m->roles.steps = s->roles;
	m->whose.steps = s->whose;
	m->settings = s->tag;
	if (!m->pos.weight || !m->pos.known || !m->tree.bucket || !m->senses.at || !m->roles.table.bucket ||
	    !m->whose.table.bucket || !m->reading.weight || !shaped)
		return refuse(e, path, "the model is not as it should be");
	return STATUS_OK;
}

enum status model_map(struct arena *a, const char *path, struct model_file *out, struct err *e)
{
	int fd;
	size_t size;
	if (file_open(path, true, &fd, &size, e) != STATUS_OK)
		return e->status;
	void *at = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	close(fd);
	if (at == MAP_FAILED)
		return refuse(e, path, size ? "it cannot be mapped into memory" : "the model is empty");
	*out = (struct model_file){ arena_text(a, path), at, size };
	return STATUS_OK;
}

enum status model_read(struct arena *a, const struct model_file *f, struct tag_model **out, struct err *e)
{
	*out = arena_new(a, struct tag_model);
	enum status s = check(f->path, f->at, f->size, e);
	return s == STATUS_OK ? place(f->path, f->at, *out, e) : s;
}

static void put(struct buf *b, struct head *h, enum part p, const void *at, size_t size)
{
	static const char gap[64];
	buf_add(b, gap, (64 - b->n % 64) % 64);
	h->part[p] = (struct part_at){ b->n, size };
	buf_add(b, at, size);
}

enum status model_write(const char *path, const struct tag_model *m, struct err *e)
{
	struct arena scratch = { 0 };
	struct buf b = buf_in(&scratch);
	struct head h = { .version = MODEL_VERSION, .parts = PARTS };
	struct settings s = { m->roles.steps,         m->whose.steps,       m->roles.table.buckets,
			      m->whose.table.buckets, m->roles.table.scale, m->whose.table.scale,
			      m->reading.which,       m->reading.right,     m->reading.behind,
			      shape_of(&m->gate),     shape_of(&m->aim),    m->settings };
	memcpy(h.magic, magic, sizeof magic);
	buf_add(&b, (const char *)&h, sizeof h);
	put(&b, &h, PART_TAGS, m->pos.weight, sizeof *m->pos.weight * POS_ROWS);
	put(&b, &h, PART_KNOWN, m->pos.known, sizeof *m->pos.known * POS_KNOWN);
	put(&b, &h, PART_TREES, m->tree.bucket, sizeof *m->tree.bucket << TREE_BUCKET_BITS);
	put(&b, &h, PART_SENSES, m->senses.at, sizeof *m->senses.at << SENSE_BITS);
	put(&b, &h, PART_ROLES, m->roles.table.bucket, sizeof(struct table_bucket) * s.roles_buckets);
	put(&b, &h, PART_WHOSE, m->whose.table.bucket, sizeof(struct table_bucket) * s.whose_buckets);
	put(&b, &h, PART_READING, m->reading.weight, sizeof *m->reading.weight << READING_BITS);
	put(&b, &h, PART_GATE, m->gate.weight, linear_size(&s.gate));
	put(&b, &h, PART_AIM, m->aim.weight, linear_size(&s.aim));
	put(&b, &h, PART_SETTINGS, &s, sizeof s);
	h.size = b.n;
	h.hash = hash_fast(b.at + sizeof h, b.n - sizeof h, 0);
	memcpy(b.at, &h, sizeof h);
	enum status done = file_write(path, (struct slice){ b.at, b.n }, e);
	arena_free(&scratch);
	return done;
}
