#include "read/tables.h"

#include "read/claims.h"
#include "read/hedges.h"
#include "read/lay.h"
#include "read/likelihood.h"
#include "read/odds.h"
#include "read/operators.h"
#include "read/phrasal.h"
#include "read/sureness.h"

// The vocabulary, with the rules that hang on words of it.
static struct vocabulary *words_read(struct arena *a)
{
	static void (*const hang[])(
	    struct arena *, struct vocabulary *) = { sureness_hang,   operators_hang, hedges_hang,  lay_hang,
						     likelihood_hang, odds_hang,      phrasal_hang, claims_hang };
	struct vocabulary *v = vocabulary_read(a);
	for (size_t i = 0; i < sizeof hang / sizeof *hang; i++)
		hang[i](a, v);
	return v;
}

struct tables tables_read(struct arena *a)
{
	struct vocabulary *v = words_read(a);
	return (
	    struct tables){ v, lexicon_read(a, v), furniture_read(a), page_words_read(a), cite_words_read(a), NULL };
}
