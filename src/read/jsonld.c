#include "read/jsonld.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "read/look.h"

#include <string.h>

static const char *const key_names[JSONLD_KEYS] = {
#define X(key, written) [JSONLD_##key] = written,
	JSONLD_TABLE(X)
#undef X
};

// What is open around the place: an object, or a list that stands under a key.
struct level {
	bool list;
	uint32_t object;     // the innermost one
	enum jsonld_key key; // that what comes is under
};

struct scan {
	struct slice s;
	size_t i;
	struct level open[LIMIT_NESTING];
	size_t depth, deeper; // deeper: levels beyond the limit, which are left out
	bool any;             // an object is open
};

static char after_spaces(const struct scan *k, size_t i)
{
	while (i < k->s.len && look_space(k->s.at[i]))
		i++;
	return i < k->s.len ? k->s.at[i] : 0;
}

// The string whose quotation mark is at i. A mark that nothing of JSON follows is one of the string.
static struct slice take_string(struct scan *k)
{
	size_t from = ++k->i;
	for (; k->i < k->s.len; k->i++) {
		char c = k->s.at[k->i];
		if (c == '\\')
			k->i++;
		else if (c == '"' && (!after_spaces(k, k->i + 1) || strchr(",:}]/<", after_spaces(k, k->i + 1))))
			break;
	}
	size_t to = k->i < k->s.len ? k->i : k->s.len;
	k->i = to + (to < k->s.len);
	return (struct slice){ k->s.at + from, to - from };
}

static enum jsonld_key key_of(struct slice name)
{
	for (int key = 1; key < JSONLD_KEYS; key++)
		if (slice_is(name, key_names[key]))
			return (enum jsonld_key)key;
	return JSONLD_other;
}

static uint32_t add_object(struct arena *a, struct scan *k, struct jsonld *out)
{
	uint32_t n = (uint32_t)out->n;
	struct level *top = k->depth ? &k->open[k->depth - 1] : NULL;
	struct jsonld_object *o = list_add(a, out);
	o->parent = k->any && top ? top->object : n;
	o->key = top ? top->key : JSONLD_other;
	return n;
}

// "NewsArticle" of "https://schema.org/NewsArticle".
static struct slice behind_last(struct slice s, char mark)
{
	size_t i = s.len;
	while (i && s.at[i - 1] != mark)
		i--;
	return look_from(s, i);
}

// A string or number under the key that is open.
static void put(struct arena *a, struct scan *k, struct slice value, struct jsonld *out)
{
	struct level *top = k->depth ? &k->open[k->depth - 1] : NULL;
	if (!top || !k->any || k->deeper || top->key == JSONLD_other)
		return;
	if (top->key == JSONLD_author || top->key == JSONLD_creator || top->key == JSONLD_publisher) {
		uint32_t n = add_object(a, k, out);
		out->at[n].value[JSONLD_name] = value;
		return;
	}
	if (top->key == JSONLD_type)
		value = behind_last(value, '/');
	struct slice *old = &out->at[top->object].value[top->key];
	if (!old->at || (top->key == JSONLD_type && slice_ends(value, "Article")))
		*old = value;
}

static void open_level(struct arena *a, struct scan *k, bool list, struct jsonld *out)
{
	if (k->depth == LIMIT_NESTING) {
		k->deeper++;
		return;
	}
	struct level up = k->depth ? k->open[k->depth - 1] : (struct level){ .list = true };
	uint32_t object = list ? up.object : add_object(a, k, out);
	k->any |= !list;
	k->open[k->depth++] = (struct level){ list, object, list ? up.key : JSONLD_other };
}

static void close_level(struct scan *k)
{
	if (k->deeper)
		k->deeper--;
	else if (k->depth)
		k->depth--;
	if (!k->depth)
		k->any = false;
}

static void take_scalar(struct arena *a, struct scan *k, struct jsonld *out)
{
	size_t from = k->i;
	while (k->i < k->s.len && !look_space(k->s.at[k->i]) && !strchr(",:{}[]\"", k->s.at[k->i]))
		k->i++;
	if (k->i > from && look_digit(k->s.at[from]))
		put(a, k, (struct slice){ k->s.at + from, k->i - from }, out);
	k->i += k->i == from;
}

void jsonld_read(struct arena *a, struct slice script, struct jsonld *out)
{
	struct scan k = { .s = script };
	while (k.i < k.s.len) {
		struct level *top = k.depth ? &k.open[k.depth - 1] : NULL;
		char c = k.s.at[k.i];
		if (c == '"') {
			struct slice text = take_string(&k);
			if (top && !top->list && !k.deeper && after_spaces(&k, k.i) == ':')
				top->key = key_of(text);
			else
				put(a, &k, text, out);
			continue;
		}
		if (c == '{' || c == '[')
			open_level(a, &k, c == '[', out);
		else if (c == '}' || c == ']')
			close_level(&k);
		else if (c == ',' && top && !top->list && !k.deeper)
			top->key = JSONLD_other;
		else if (!look_space(c) && c != ':' && c != ',') {
			take_scalar(a, &k, out);
			continue;
		}
		k.i++;
	}
}

static bool hex4(struct slice s, size_t i, uint32_t *code)
{
	*code = 0;
	for (size_t k = i; k < i + 4; k++) {
		const char *digits = "0123456789abcdefABCDEF";
		const char *hit = k < s.len && s.at[k] ? strchr(digits, s.at[k]) : NULL;
		if (!hit)
			return false;
		uint32_t v = (uint32_t)(hit - digits);
		*code = *code * 16 + (v > 15 ? v - 6 : v);
	}
	return true;
}

// "\u00e9", surrogate pairs as one; returns the bytes taken after the backslash.
static size_t add_code(struct slice s, size_t i, struct buf *out)
{
	uint32_t code, low;
	char bytes[4];
	if (!hex4(s, i + 1, &code))
		return 1;
	size_t n = 5;
	if (code >= 0xd800 && code < 0xdc00 && i + 6 < s.len && s.at[i + 5] == '\\' && s.at[i + 6] == 'u' &&
	    hex4(s, i + 7, &low) && low >= 0xdc00 && low < 0xe000) {
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
		n = 11;
	}
	if (code < 0x20 || (code >= 0xd800 && code < 0xe000))
		code = code < 0x20 ? ' ' : 0xfffd;
	buf_add(out, bytes, utf8_encode(code, bytes));
	return n;
}

struct slice jsonld_text(struct arena *a, struct slice value)
{
	if (!value.len)
		return slice_of("");
	if (!memchr(value.at, '\\', value.len))
		return value;
	struct buf out = buf_in(a);
	for (size_t i = 0; i < value.len; i++) {
		if (value.at[i] != '\\') {
			buf_char(&out, value.at[i]);
			continue;
		}
		if (++i >= value.len)
			break;
		char c = value.at[i];
		if (c == 'u')
			i += add_code(value, i, &out) - 1;
		else
			buf_char(&out, strchr("bfnrt", c) ? ' ' : c);
	}
	return (struct slice){ buf_str(&out), out.n };
}
