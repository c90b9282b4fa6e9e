#include "read/tables.h"

struct tables tables_read(struct arena *a)
{
	return (struct tables){ vocabulary_read(a), lexicon_read(a), furniture_read(a), page_words_read(a),
				 cite_words_read(a), NULL };
}
