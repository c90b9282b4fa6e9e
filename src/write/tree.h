// The report as a tree: sections, blocks, sentences of a kind, notes, figures. Built once; every format is a walk over
// it. What is built is added to the end: a sentence goes to the last block of the last section, words to the last
// sentence.
#ifndef WRITE_TREE_H
#define WRITE_TREE_H

#include "case/assessment.h"
#include "case/origin.h"

// What a sentence is: told apart by type in every format, and by name in JSON.
#define SENTENCE_TABLE(X) X(information) X(assumption) X(judgement) X(confidence)
#define X_SENTENCE(w) SENTENCE_##w,
enum sentence_kind { SENTENCE_TABLE(X_SENTENCE) SENTENCE_count };

enum piece_kind {
	PIECE_PLAIN,
	PIECE_WORD,   // the likelihood word
	PIECE_RANGE,  // "(55-80 %)": never broken over lines
	PIECE_STRONG, // the decisive word of a judgement without a likelihood
	PIECE_LEVEL,  // the confidence level
	PIECE_QUOTE,  // words of a document or a person, as they are
};

struct piece {
	enum piece_kind kind;
	const char *text;
};

struct sentence {
	enum sentence_kind kind;
	LIST(struct piece) pieces;
	LIST(size_t) notes; // numbers of tree.notes, from 0
};

// A piece of a document's text that stands behind a note.
struct passage {
	const char *statement, *document, *title, *outlet, *path; // ids and names; NULL where unknown
	struct date published;
	LIST(span) places; // code points of the document's text; none where the case knows no place
	const char *words; // exactly as they stand, parts joined by " ... "; NULL where not at hand
	bool cut;          // words go on
};

struct note {
	const char *say; // what it is, in a sentence
	LIST(struct passage) passages;
	LIST(const char *) values; // "questions.who.prior.ua-unit: 0.3"
	const char *report;        // id, or NULL
};

// How a cell shows the decibans in it, beside its text.
enum cell_look {
	CELL_PLAIN,
	CELL_BAR,  // a bar from a middle line, full at 3
	CELL_TINT, // the cell is tinted at 0.25, 1 and 3, the figure stands under the text
};

struct cell {
	const char *text;
	bool figure; // set in tabular figures, to the right
	enum cell_look look;
	double decibans;
};

struct table {
	const char *caption;
	size_t columns;
	LIST(struct cell) head, cells; // cells row by row
};

// A likelihood ruler: 0 to 100 with the edges of the words.
struct mark {
	const char *label, *note;                  // note: of a step, its date or what it did; NULL
	double p, lo, hi, half_lo, half_hi, prior; // below 0 where not drawn
	double from;                               // of a step: where the bar starts
	double decibans;                           // of a step
	bool lead;
};

// What became of one answer, in time.
struct course {
	const char *label;
	bool lead;
	double prior, *p; // before any report; [day]
};

// The way of one report from its origin to us.
struct way {
	const char *origin, *under; // its name; its grade and kind
	const char *outlet;         // the last through whom it came, or NULL
	LIST(const char *) relays;  // the others, nearest the origin first
	struct date day;
	bool lost, echo;
};

#define FIGURE_TABLE(X) X(ruler) X(steps) X(tally) X(time) X(ways) X(documents)
#define X_FIGURE(w) FIGURE_##w,
enum figure_kind { FIGURE_TABLE(X_FIGURE) FIGURE_count };

struct figure {
	enum figure_kind kind;
	const char *title, *about;
	LIST(struct mark) marks;                              // ruler, steps
	struct report_tally tally;                            // tally
	LIST(struct course) courses;                          // time
	LIST(struct date) days;                               // time
	LIST(struct way) ways;                                // ways: by origin
	const struct tracing *traced;                         // documents
	const struct document *const *documents;
};

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_ITEM, BLOCK_TABLE, BLOCK_FIGURE };

struct block {
	enum block_kind kind;
	const char *heading;
	LIST(struct sentence) sentences;
	struct table table; // of a figure: the same as rows, or none
	struct figure figure;
};

struct section {
	int number;
	const char *title;
	LIST(struct block) blocks;
};

struct tree {
	struct arena *arena;
	const char *title, *under; // under the title: as of when, from what
	struct date as_of;         // of the case, or of its last report
	LIST(struct section) sections;
	LIST(struct note) notes;
	const char *legend, *version; // how the kinds of sentences are told apart; of the program
};

struct section *tree_section(struct tree *t, int number, const char *title);
struct block *tree_block(struct tree *t, enum block_kind kind);
void tree_heading(struct tree *t, const char *text);
struct sentence *tree_sentence(struct tree *t, enum sentence_kind kind);

// Words of the last sentence. A new sentence of a block begins with no space: the writers put it.
void tree_say(struct tree *t, const char *fmt, ...) FORMAT(2, 3);
void tree_strong(struct tree *t, const char *fmt, ...) FORMAT(2, 3);
void tree_piece(struct tree *t, enum piece_kind kind, const char *text);

// A reference of the last sentence to a note; once each.
void tree_refer(struct tree *t, size_t note);

struct table *tree_table(struct tree *t, const char *caption, const char *const *head, size_t columns);
// A figure that has its numbers in a table, whose cells follow.
struct figure *tree_figure(struct tree *t, enum figure_kind kind, const char *title, const char *about,
			   const char *const *head, size_t columns);
void tree_cell(struct tree *t, const char *fmt, ...) FORMAT(2, 3); // a column whose head starts with '#' holds figures

void tree_look(struct tree *t, enum cell_look look, double decibans); // of the last cell

const char *tree_sentence_name(enum sentence_kind kind);
const char *tree_figure_name(enum figure_kind kind);

#endif
