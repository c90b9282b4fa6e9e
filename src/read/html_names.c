#include "read/html_names.h"

#include <string.h>

static const char *const tag_names[] = { "",
#define X(name, traits) #name,
					 HTML_TAG_TABLE(X)
#undef X
};

static const char *const attr_names[] = { "",
#define X(name, written) written,
					  HTML_ATTR_TABLE(X)
#undef X
};

const uint16_t html_names_traits[TAG_COUNT] = { 0,
#define X(name, traits) traits,
						HTML_TAG_TABLE(X)
#undef X
};

enum { LONGEST = 16 }; // no name that is known has more bytes

static uint32_t hash(const char *name, size_t n)
{
	uint32_t h = (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		h = h * 31 + (unsigned char)name[i];
	return h * 0x9e3779b1u >> 23;
}

static void enter(uint8_t slots[HTML_NAME_SLOTS], const char *const names[], size_t count)
{
	for (size_t i = 1; i < count; i++) {
		uint32_t at = hash(names[i], strlen(names[i]));
		while (slots[at])
			at = (at + 1) % HTML_NAME_SLOTS;
		slots[at] = (uint8_t)i;
	}
}

void html_names_set(struct html_names *n)
{
	_Static_assert(TAG_COUNT < 256 && ATTR_COUNT < 256, "a slot is one byte");
	memset(n, 0, sizeof *n);
	enter(n->tag, tag_names, TAG_COUNT);
	enter(n->attr, attr_names, ATTR_COUNT);
}

static unsigned find(const uint8_t slots[HTML_NAME_SLOTS], const char *const names[], struct slice name, bool exact)
{
	char lower[LONGEST + 1];
	if (name.len > LONGEST)
		return 0;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = (char)(!exact && name.at[i] >= 'A' && name.at[i] <= 'Z' ? name.at[i] | 0x20 : name.at[i]);
	lower[name.len] = '\0';
	uint32_t at = hash(lower, name.len);
	while (slots[at] && (strcmp(names[slots[at]], lower) != 0))
		at = (at + 1) % HTML_NAME_SLOTS;
	return slots[at];
}

enum html_tag html_names_tag(const struct html_names *n, struct slice name, bool exact)
{
	return (enum html_tag)find(n->tag, tag_names, name, exact);
}

enum html_attr_name html_names_attr(const struct html_names *n, struct slice name, bool exact)
{
	return (enum html_attr_name)find(n->attr, attr_names, name, exact);
}

const char *html_names_of(enum html_tag tag)
{
	return tag_names[tag];
}
