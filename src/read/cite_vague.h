// Sources that have no name in the sentence: nobody in particular, or the outlet that was named before.
#ifndef READ_CITE_VAGUE_H
#define READ_CITE_VAGUE_H

#include "read/cite_words.h"

// The words by which a sentence names nobody: "people familiar with", "sources said"; false where it does not.
bool cite_vague_unnamed(const struct cite_words *w, int *from, int *to);

// The words by which a text says that it has something at first hand: "told this newspaper", "our reporter saw".
bool cite_vague_own(const struct cite_words *w, int *from, int *to);

// "the newspaper said": the outlet cited before speaks on, unless it is one that is not called so.
bool cite_vague_again(const struct cite_words *w, const char *outlet, bool agency, int *from, int *to);

#endif
