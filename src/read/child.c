// The parent's side of the reader children. A child is asked again and again; it is replaced when a document has been
// the end of it, and when it has worked for long, so that what one document may have left behind in it does not stay.
#include "read/child.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/zipped.h"
#include "case/json.h"
#include "case/matrix_node.h"
#include "case/outlets.h"
#include "read/convert.h"
#include "read/guess.h"
#include "read/icu.h"
#include "read/lock.h"
#include "read/mail.h"
#include "read/pdf.h"
#include "read/process.h"
#include "read/serve.h"
#include "read/tagger.h"
#include "read/wire.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The children there are: each is of the thread that set `taken`, and is left running for the next.
static struct child {
	atomic_bool taken;
	struct process process;
	bool bare;               // it has no library for pages and matrices
	size_t documents, bytes; // that it has been given
	long long busy;          // milliseconds it was at them
} children[LIMIT_READERS];

static const struct process_names names = { "the reader", "this document", "it is left out" };

static struct child *take_child(void)
{
	for (size_t i = 0; i < LIMIT_READERS; i++)
		if (!atomic_exchange(&children[i].taken, true))
			return &children[i];
	return NULL;
}

static void give_back(struct child *c)
{
	atomic_store(&c->taken, false);
}

static void end(struct child *c)
{
	if (c->process.pid)
		process_end(&c->process, true);
	c->documents = c->bytes = 0;
	c->busy = 0;
}

void child_rest(void)
{
	for (size_t i = 0; i < LIMIT_READERS; i++)
		if (!atomic_exchange(&children[i].taken, true)) {
			end(&children[i]);
			give_back(&children[i]);
		}
}

static bool is_worn(const struct child *c)
{
	return c->documents >= LIMIT_READER_DOCUMENTS || c->bytes >= LIMIT_READER_BYTES ||
	       c->busy >= LIMIT_READER_LIFE * 1000LL;
}

// A running child, the one there is or a new one. One that died while nobody asked it anything costs no document.
static enum status wake(struct child *c, bool bare, struct err *e)
{
	if (c->process.pid && !is_worn(c) && (bare || !c->bare) && !process_is_ready(&c->process, 0)) {
		process_allow(&c->process);
		return STATUS_OK;
	}
	end(c);
	c->bare = bare;
	return process_start(&c->process, NULL, -1, bare, e);
}

// One question to a child: who has it, and what came back.
struct asking {
	struct child *child;
	struct arena scratch; // the answer lies in it
	struct wire_answer answer;
	char *body; // that the answer's slices are of
};

// False where no answer came; *sense: whether what came could be one.
static bool talk(struct asking *q, const struct wire_request *r, bool *sense)
{
	struct process *p = &q->child->process;
	struct wire_answer *answer = &q->answer;
	struct buf head = buf_in(&q->scratch);
	char back[WIRE_HEAD];
	wire_put_request(&head, r);
	if (!process_put(p, (struct slice){ head.at, head.n }) || !process_put(p, r->envelope) ||
	    !process_put(p, r->bytes))
		return false;
	if (!process_get(p, back, sizeof back))
		return false;
	*sense = wire_get_answer(back, answer);
	if (!*sense)
		return true;
	char *body = q->body =
	    arena_take(&q->scratch, answer->text.len + answer->made.len + answer->numbers.len + 1);
	answer->text.at = body;
	answer->made.at = answer->text.at + answer->text.len;
	answer->numbers.at = answer->made.at + answer->made.len;
	return process_get(p, body, answer->text.len + answer->made.len + answer->numbers.len);
}

// A child whose answers make no sense is not asked again.
static enum status no_sense(struct asking *q, struct err *e)
{
	end(q->child);
	return err_set(e, STATUS_BAD_INPUT, "the reader's answer on this document makes no sense; it is left out");
}

static enum status ask_child(struct asking *q, const struct wire_request *r, struct err *e)
{
	struct child *c = q->child;
	bool bare = r->kind != WIRE_PAGE && r->kind != WIRE_MATRIX;
	if (wake(c, bare, e) != STATUS_OK)
		return e->status;
	long long start = process_clock();
	bool sense = true, answered = talk(q, r, &sense);
	c->busy += process_clock() - start;
	c->bytes += r->bytes.len;
	c->documents++;
	if (!answered)
		return process_explain(&c->process, process_end(&c->process, false), &names, e);
	if (!sense)
		return no_sense(q, e);
	if (q->answer.status != STATUS_OK)
		return err_set(e, q->answer.status, "%.*s", (int)q->answer.text.len, q->answer.text.at);
	return STATUS_OK;
}

// Asks a child. Whatever comes of it, done must follow.
static enum status ask(struct asking *q, const struct wire_request *r, struct err *e)
{
	if (r->bytes.len > LIMIT_DOCUMENT)
		return err_set(e, STATUS_LIMIT, "%zu bytes, more than the limit DOCUMENT of %d", r->bytes.len,
			       LIMIT_DOCUMENT);
	q->child = take_child();
	if (!q->child)
		return err_set(e, STATUS_LIMIT, "more than %d documents are read at once (READERS)", LIMIT_READERS);
	return ask_child(q, r, e);
}

static void done(struct asking *q)
{
	if (q->child)
		give_back(q->child);
	arena_free(&q->scratch);
}

enum status child_read_page(struct arena *a, struct slice bytes, const struct read_options *o, struct document *d,
			    struct err *e)
{
	struct asking q = { 0 };
	struct buf envelope = buf_in(&q.scratch);
	struct wire_request r = { .kind = WIRE_PAGE, .bytes = bytes };
	bool pdf = pdf_is(bytes);
	r.options = (o->verbatim ? WIRE_VERBATIM : 0u) | (pdf ? WIRE_PDF : 0u) | (uint32_t)o->depth << WIRE_DEPTH |
		    (uint32_t)ceilf(o->least * WIRE_ONE) << WIRE_LEAST;
	envelope_pack(&envelope, &o->envelope);
	r.envelope = (struct slice){ envelope.at, envelope.n };
	struct node *n;
	enum status s = pdf ? pdf_words(&q.scratch, bytes, &r.bytes, e) : STATUS_OK;
	if (s == STATUS_OK)
		s = ask(&q, &r, e);
	if (s == STATUS_OK &&
	    (json_read(a, q.answer.made, &n, e) != STATUS_OK || document_read(a, n, d, e) != STATUS_OK))
		s = no_sense(&q, e);
	if (s == STATUS_OK && pdf) { // the child has seen its words alone
		d->id = hash_sha256_hex(a, bytes.at, bytes.len);
		d->bytes = (uint32_t)bytes.len;
	}
	done(&q);
	return s;
}

// Puts the lines back where they belong; false where there are too few.
static bool set_lines(struct node *n, struct slice *lines)
{
	if (lines->len < 4)
		return false;
	n->line = (int)wire_u32(lines->at);
	*lines = (struct slice){ lines->at + 4, lines->len - 4 };
	for (struct node *child = n->first; child; child = child->next)
		if (!set_lines(child, lines))
			return false;
	return true;
}

static enum status read_tree(struct arena *a, enum wire_kind kind, struct slice bytes, struct node **n, struct err *e)
{
	struct wire_request r = { .kind = kind, .bytes = bytes };
	struct asking q = { 0 };
	enum status s = ask(&q, &r, e);
	if (s == STATUS_OK &&
	    (json_read(a, q.answer.made, n, e) != STATUS_OK ||
	     (kind == WIRE_YAML && !set_lines(*n, &q.answer.numbers))))
		s = no_sense(&q, e);
	done(&q);
	return s;
}

enum status child_read_yaml(struct arena *a, struct slice bytes, struct node **n, struct err *e)
{
	return read_tree(a, WIRE_YAML, bytes, n, e);
}

enum status child_read_json(struct arena *a, struct slice bytes, struct node **n, struct err *e)
{
	return read_tree(a, WIRE_JSON, bytes, n, e);
}

// What came is used where it lies: it begins at a multiple of any type's size, and so do the numbers, if what is in
// front of them is whole numbers of eight bytes.
static bool unpack(struct arena *a, struct asking *q, struct network *out)
{
	const struct wire_answer *answer = &q->answer;
	size_t front = answer->text.len + answer->made.len;
	if (front % sizeof(double) || answer->numbers.len % sizeof(double))
		return false;
	double *values = (double *)(void *)(q->body + front);
	arena_adopt(a, &q->scratch);
	return network_unpack(a, answer->made, values, answer->numbers.len / sizeof(double), out);
}

enum status child_read_network(struct arena *a, enum network_format format, struct slice bytes, struct slice evidence,
			       struct network *out, bool *beside, struct err *e)
{
	struct wire_request r = { .kind = WIRE_NETWORK, .options = format, .bytes = bytes, .envelope = evidence };
	struct asking q = { 0 };
	enum status s = ask(&q, &r, e);
	*beside = s != STATUS_OK && q.answer.beside;
	if (s == STATUS_OK && !unpack(a, &q, out))
		s = no_sense(&q, e);
	done(&q);
	return s;
}

enum status child_read_matrix(struct arena *a, enum matrix_format format, struct slice bytes, struct matrix *m,
			      struct err *e)
{
	struct wire_request r = { .kind = WIRE_MATRIX, .options = format, .bytes = bytes };
	struct asking q = { 0 };
	struct node *n;
	enum status s = ask(&q, &r, e);
	if (s == STATUS_OK && (json_read(a, q.answer.made, &n, e) != STATUS_OK || !matrix_node_read(a, n, m)))
		s = no_sense(&q, e);
	done(&q);
	return s;
}

// What cannot be had any more in a process that is locked in.
static enum status preload(struct err *e)
{
	const char *outlets = getenv("HEARSAY_OUTLETS");
	if (icu_preload(e) || convert_preload(e) || mail_preload(e) || guess_load(e) || zipped_load(e))
		return e->status;
	tagger_preload();
	return outlets && *outlets ? outlets_load(outlets, e) : STATUS_OK;
}

int child_main(void)
{
	struct err e = { 0 };
	serve_watch(STDIN_FILENO);
	enum status s = process_is_bare() ? STATUS_OK : preload(&e);
	close_range(STDERR_FILENO + 1, ~0u, 0);
	if (s == STATUS_OK)
		s = lock_in(LIMIT_READER_MEMORY, LIMIT_READER_LIFE + LIMIT_READER_SECONDS, &e);
	if (s == STATUS_OK)
		s = serve_all(STDIN_FILENO, STDOUT_FILENO, &e);
	_exit(status_exit(s)); // at once: what libraries do at the end is not allowed in here
}
