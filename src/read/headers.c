// RFC 9112, section 5; ISO 28500, section 4.
#include "read/headers.h"

#include <string.h>

enum { MOST_WORD = 100 };

// A name as RFC 9110 has it: visible ASCII, no space.
static bool is_name(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] <= ' ' || s.at[i] >= 0x7f)
			return false;
	return s.len;
}

enum status headers_read(struct arena *a, struct slice *rest, struct headers *out, struct err *e)
{
	struct slice line;
	for (size_t number = 1; slice_cut(rest, '\n', &line); number++) {
		if (line.len && line.at[line.len - 1] == '\r')
			line.len--;
		if (!line.len)
			return STATUS_OK;
		if (*line.at == ' ' || *line.at == '\t')
			continue;
		struct slice value = line, name;
		bool colon = memchr(line.at, ':', line.len) && slice_cut(&value, ':', &name);
		if (!colon || !is_name(slice_trim(name)))
			return err_set(e, STATUS_BAD_INPUT, "line %zu of its header is no 'Name: value'", number);
		list_push(a, &out->list, ((struct header){ slice_trim(name), slice_trim(value) }));
	}
	return err_set(e, STATUS_BAD_INPUT, "no empty line ends its header");
}

struct slice headers_get(const struct headers *h, const char *name)
{
	for (each (x, &h->list))
		if (slice_is_nocase(x->name, name))
			return x->value;
	return (struct slice){ NULL, 0 };
}

size_t headers_count(const struct headers *h, const char *name)
{
	size_t n = 0;
	for (each (x, &h->list))
		n += slice_is_nocase(x->name, name);
	return n;
}

const char *headers_word(struct arena *a, struct slice s)
{
	s = slice_trim(s);
	if (s.len >= 2 && *s.at == '"' && s.at[s.len - 1] == '"')
		s = (struct slice){ s.at + 1, s.len - 2 };
	if (!s.len || s.len > MOST_WORD)
		return NULL;
	char *copy = arena_copy(a, s.at, s.len);
	for (char *p = copy; *p; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
		if (!(*p >= 'a' && *p <= 'z') && !(*p >= '0' && *p <= '9') && !strchr("/+-._:", *p))
			return NULL;
	}
	return strlen(copy) == s.len ? copy : NULL;
}

void headers_media(struct arena *a, struct slice value, const char **media, const char **charset)
{
	struct slice piece, name;
	*media = *charset = NULL;
	if (slice_cut(&value, ';', &piece))
		*media = headers_word(a, piece);
	while (!*charset && slice_cut(&value, ';', &piece))
		if (slice_cut(&piece, '=', &name) && slice_is_nocase(slice_trim(name), "charset"))
			*charset = headers_word(a, piece);
}

bool headers_number(struct slice value, uint64_t *n)
{
	*n = 0;
	if (!value.len || value.len > 18)
		return false;
	for (size_t i = 0; i < value.len; i++) {
		if (value.at[i] < '0' || value.at[i] > '9')
			return false;
		*n = *n * 10 + (uint64_t)(value.at[i] - '0');
	}
	return true;
}
