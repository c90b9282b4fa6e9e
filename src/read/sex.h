// What words tell of a person's sex: titles ("Mrs"), kinship ("father"), trades that say it, common first names.
#ifndef READ_SEX_H
#define READ_SEX_H

#include "read/tokens.h"

enum sex { SEX_UNKNOWN, SEX_HE, SEX_SHE };

// By a title or a noun.
enum sex sex_of_noun(const struct token *t);

// By the nouns of a description, before what it is of: "the widow of Ivo Brand".
enum sex sex_of_description(const char *name);

// By a pronoun: "he", "her", "herself".
enum sex sex_of_pronoun(const struct token *t);

// By a first name that is nearly always a man's or a woman's, and seldom a place's or a firm's; else unknown.
enum sex sex_of_first_name(const struct token *t);

// The same of a name in full: "Anna Brehm".
enum sex sex_of_full_name(const char *name);

// Whether somebody of the one sex may be of the other; who is unknown may be anybody.
bool sex_agrees(enum sex a, enum sex b);

#endif
