// RFC 4155 (mbox); https://jsonlines.org.
#include "read/lines.h"

#include "base/limits.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct lines {
	struct input *in;
	member_give *give;
	void *context;
	const char *name; // "line"
	size_t number;    // of the member in hand
};

// Gives the member in hand: its bytes, or what is wrong with it.
static bool give(const struct lines *l, struct member *m)
{
	char place[32];
	snprintf(place, sizeof place, "%s %zu", l->name, l->number);
	m->place = place;
	m->envelope.path = strchr(place, ' ') + 1;
	return l->give(l->context, m);
}

static void set_long(struct err *e)
{
	err_set(e, STATUS_LIMIT, "more than the limit MEMBER of %d bytes", LIMIT_MEMBER);
}

// To the end of a line of which enough was seen.
static void skip_line(struct input *in)
{
	for (struct slice seen; (seen = input_peek(in, 1)).len;) {
		const char *end = memchr(seen.at, '\n', seen.len);
		input_take(in, end ? (size_t)(end - seen.at) + 1 : seen.len);
		if (end)
			return;
	}
}

// False where there are no more lines, or no more are wanted.
static bool give_line(struct lines *l, struct arena *a)
{
	struct buf line = buf_in(a);
	struct member m = { .kind = MEMBER_LINE };
	l->number++;
	bool fits = input_line(l->in, &line, LIMIT_MEMBER), whole = line.n && line.at[line.n - 1] == '\n';
	if (!fits) {
		skip_line(l->in);
		set_long(&m.err);
		return give(l, &m);
	}
	if (!whole && input_failed(l->in, &m.err) != STATUS_OK) {
		give(l, &m);
		return false;
	}
	m.bytes = slice_trim((struct slice){ line.at, line.n });
	return m.bytes.len ? give(l, &m) : line.n > 0;
}

void lines_split_json(struct input *in, member_give *take, void *context)
{
	struct lines l = { in, take, context, "line", 0 };
	for (bool more = true; more;) {
		struct arena scratch = { 0 };
		more = give_line(&l, &scratch);
		arena_free(&scratch);
	}
}

bool lines_is_from(struct slice line)
{
	line = slice_trim(line);
	if (!slice_starts(line, "From ") || line.len < 20)
		return false;
	bool clock = false, year = true;
	for (size_t i = 5; i + 5 <= line.len && !clock; i++)
		clock = isdigit((unsigned char)line.at[i]) && isdigit((unsigned char)line.at[i + 1]) &&
			line.at[i + 2] == ':' && isdigit((unsigned char)line.at[i + 3]) &&
			isdigit((unsigned char)line.at[i + 4]);
	for (size_t i = line.len - 4; i < line.len; i++)
		year = year && isdigit((unsigned char)line.at[i]);
	return clock && year;
}

// Gives the mail that was gathered, without the empty line that parts it from the next.
static bool give_mail(const struct lines *l, const struct buf *mail, const struct err *e)
{
	struct member m = { .kind = MEMBER_DOCUMENT, .err = *e };
	m.envelope.media = "message/rfc822";
	if (e->status == STATUS_OK)
		m.bytes = (struct slice){ mail->at, mail->n };
	if (slice_ends(m.bytes, "\r\n\r\n"))
		m.bytes.len -= 2;
	else if (slice_ends(m.bytes, "\n\n"))
		m.bytes.len--;
	return !l->number || give(l, &m); // what stands before the first "From " is no mail
}

void lines_split_mbox(struct input *in, member_give *take, void *context)
{
	struct lines l = { in, take, context, "mail", 0 };
	struct arena arena = { 0 };
	struct buf mail = buf_in(&arena);
	struct err e = { 0 };
	bool more = true, blank = true; // blank: the line before was empty
	while (more && input_peek(in, 1).len) {
		size_t before = mail.n;
		if (!input_line(in, &mail, LIMIT_MEMBER - mail.n)) {
			skip_line(in);
			set_long(&e);
			mail.n = before = 0;
		}
		struct slice line = { mail.at + before, mail.n - before };
		if (blank && lines_is_from(line)) {
			mail.n = before;
			more = give_mail(&l, &mail, &e);
			l.number++;
			arena_free(&arena);
			mail = buf_in(&arena);
			e = (struct err){ 0 };
			blank = false;
		} else {
			blank = !slice_trim(line).len;
		}
	}
	struct err ending = { 0 };
	if (more)
		give_mail(&l, &mail, input_failed(in, &ending) == STATUS_OK ? &e : &ending);
	arena_free(&arena);
}
