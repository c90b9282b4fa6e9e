// Parts of speech: Penn Treebank tags, left to right, each word by a linear score of what stands around it and of the
// two tags before it (greedy averaged perceptron; Collins 2002, Honnibal 2013). Words that have one tag only are looked
// up.
#ifndef TAG_POS_H
#define TAG_POS_H

#include "tag/forms.h"

// The order is part of the model file.
#define POS_TABLE(X)                                                                                                   \
	X(NN, "NN")                                                                                                    \
	X(IN, "IN")                                                                                                    \
	X(NNP, "NNP")                                                                                                  \
	X(DT, "DT")                                                                                                    \
	X(JJ, "JJ") X(NNS, "NNS") X(COMMA, ",") X(POINT, ".") X(VBD, "VBD") X(RB, "RB") X(PRP, "PRP") X(VB, "VB")      \
	    X(CC, "CC") X(VBZ, "VBZ") X(TO, "TO") X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP") X(CLOSE, "''") X(CD, "CD") \
		X(PRPS, "PRP$") X(OPEN, "``") X(MD, "MD") X(POSS, "POS") X(COLON, ":") X(WP, "WP") X(WDT, "WDT")       \
		    X(NNPS, "NNPS") X(WRB, "WRB") X(RP, "RP") X(JJR, "JJR") X(JJS, "JJS") X(RBR, "RBR")                \
			X(RRB, "-RRB-") X(LRB, "-LRB-") X(EX, "EX") X(DOLLAR, "$") X(RBS, "RBS") X(PDT, "PDT")         \
			    X(UH, "UH") X(WPS, "WP$") X(FW, "FW") X(LS, "LS") X(SYM, "SYM") X(HASH, "#")

enum pos {
#define X(name, text) POS_##name,
	POS_TABLE(X)
#undef X
	    POS_COUNT,
	POS_NONE = POS_COUNT, // before the first, after the last
};

extern const char *const pos_names[POS_COUNT];

enum { POS_ROWS = 1 << 15, POS_COLUMNS = 48, POS_FEATURES = 20, POS_KNOWN = 1 << 14 };

struct pos_model {
	const int8_t (*weight)[POS_COLUMNS]; // [POS_ROWS]
	const uint32_t *known;               // [POS_KNOWN] words of one tag: 26 bits of the hash, then the tag; 0 empty
};

// The rows that bear on form i of a sentence [from, to) when the tags before it are known.
int pos_features(const struct forms *f, int from, int to, int i, const uint8_t *tag, uint32_t row[POS_FEATURES]);

// The only tag of a word, or POS_NONE.
enum pos pos_known(const struct pos_model *m, const struct wordform *f);

// Fills tag[f->n].
void pos_tag(const struct pos_model *m, const struct forms *f, uint8_t *tag);

#endif
