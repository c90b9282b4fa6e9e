#include "train/senses.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>

static void refuse(const char *what)
{
	fprintf(stderr, "train: %s\n", what);
	exit(1);
}

// A synset's number as 16 bits.
static uint16_t short_of(struct slice number)
{
	return (uint16_t)((uint32_t)strtoul(number.at, NULL, 10) * 2654435761u >> 16);
}

struct sense_model senses_read(struct arena *a, const char *path)
{
	struct err e = { 0 };
	struct slice bytes, line, cell[7];
	struct sense *at = arena_array(a, struct sense, 1u << SENSE_BITS);
	uint32_t n = 0;
	if (file_read(a, path, 1 << 28, "FILE", &bytes, &e) != STATUS_OK)
		refuse(e.text);
	while (slice_line(&bytes, &line)) {
		for (int i = 0; i < 7; i++)
			slice_cut(&line, '\t', &cell[i]);
		uint32_t key = forms_hash(cell[0].at, cell[0].len), k = key >> (32 - SENSE_BITS);
		while (at[k].key && at[k].key != key)
			k = (k + 1) & ((1u << SENSE_BITS) - 1);
		n += !at[k].key;
		if (n > 7u << (SENSE_BITS - 3))
			refuse("more words than the table of senses has room for");
		at[k] = (struct sense){ .key = key,
					.verb = (uint8_t)strtoul(cell[1].at, NULL, 10),
					.noun = (uint8_t)strtoul(cell[2].at, NULL, 10),
					.flags = (uint8_t)strtoul(cell[3].at, NULL, 10),
					.verb_sense = short_of(cell[4]),
					.verb_kind = short_of(cell[5]),
					.noun_kind = short_of(cell[6]) };
	}
	printf("senses: %u words\n", n);
	return (struct sense_model){ at };
}
