// Noun phrases by parts of speech, which are given here: WORD/TAG.
#include "read/noun.h"
#include "test/tap.h"

#include <stdio.h>

enum { MOST = 24 };

static struct token token[MOST];
static char word[MOST][24];

// Cuts "the/DT mayor/NN" into words; an owner ends in 's.
static struct tokens cut(const char *text)
{
	struct tokens s = { .t = token };
	int used;
	char tag[8];
	while (sscanf(text, " %23[^/]/%7s%n", word[s.n], tag, &used) == 2) {
		struct token *t = &token[s.n];
		*t = (struct token){ .word = word[s.n], .head = -1, .tag = POS_NONE };
		for (int p = 0; p < POS_COUNT; p++)
			if (strcmp(pos_names[p], tag) == 0)
				t->tag = p;
		t->capital = word[s.n][0] >= 'A' && word[s.n][0] <= 'Z';
		t->owner = strlen(word[s.n]) > 2 && strcmp(word[s.n] + strlen(word[s.n]) - 2, "'s") == 0;
		s.n++;
		text += used;
	}
	return s;
}

static void check(const char *text, int from, int to, int head)
{
	struct tokens s = cut(text);
	struct noun n = { { -1, -1 }, -1 };
	bool found = noun_next(&s, 0, s.n, &n);
	ok(found == (to > from) && (!found || (n.at.from == from && n.at.to == to && n.head == head)),
	   "%s: %d to %d, %d (%d to %d, %d)", text, from, to, head, n.at.from, n.at.to, n.head);
}

int main(void)
{
	check("the/DT old/JJ mayor/NN lied/VBD", 0, 3, 2);
	check("said/VBD that/IN Ana/NNP Lorca/NNP ran/VBD", 2, 4, 3);
	check("two/CD of/IN the/DT guards/NNS slept/VBD", 2, 4, 3);
	check("members/NNS of/IN the/DT ring/NN fled/VBD", 0, 4, 0);
	check("someone/NN inside/IN the/DT ministry/NN", 0, 4, 0);
	check("Brandt/NNP at/IN the/DT table/NN", 0, 1, 0);
	check("University/NNP of/IN Vardo/NNP", 0, 3, 0);
	check("he/PRP saw/VBD it/PRP", 0, 1, 0);
	check("ran/VBD quickly/RB", 0, 0, -1);

	struct tokens s = cut("by/IN the/DT minister's/NN office/NN");
	struct noun n;
	ok(noun_next(&s, 0, s.n, &n) && n.head == 3, "the office");
	ok(noun_preposition(&s, &n) == 0, "after a preposition");
	struct range owner = noun_owner(&s, &n);
	ok(owner.from == 1 && owner.to == 3, "the minister's");
	return done();
}
