// Features of the models that drafts are made with: numbers, each of a template and one to three values.
#ifndef READ_FEATURES_H
#define READ_FEATURES_H

#include "tag/forms.h"
#include "tag/linear.h"
#include "tag/mix.h"

#include <string.h>

struct features {
	uint32_t *at;
	int n, most;                // what comes after `most` is dropped
	const struct linear *model; // that will be asked, or NULL
};

static inline void features_add(struct features *f, uint32_t feature)
{
	if (f->n == f->most)
		return;
	f->at[f->n++] = feature;
	linear_ahead(f->model, feature);
}

static inline void features_put(struct features *f, uint32_t template, uint32_t value)
{
	features_add(f, mix(template, value));
}

static inline void features_put2(struct features *f, uint32_t template, uint32_t a, uint32_t b)
{
	features_add(f, mix2(template, a, b));
}

static inline void features_put3(struct features *f, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	features_add(f, mix3(template, a, b, c));
}

// Takes the least class off a set that has one.
static inline uint32_t features_class(uint64_t *classes)
{
	uint32_t c = (uint32_t)__builtin_ctzll(*classes);
	*classes &= *classes - 1;
	return c;
}

// Each class of a set.
static inline void features_classes(struct features *f, uint32_t template, uint64_t classes)
{
	while (classes)
		features_put(f, template, features_class(&classes));
}

// A word as a value; 0 for none.
static inline uint32_t features_word(const char *word)
{
	return word ? forms_hash(word, strlen(word)) : 0;
}

#endif
