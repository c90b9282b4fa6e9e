// The walk over the tree. Sentences of one kind that follow one another make a paragraph in the style of their kind,
// with the kind in its margin; so an office that restyles the four kinds restyles every report.
#include "write/docx_body.h"

#include "write/docx_figure.h"
#include "write/docx_note.h"
#include "write/docx_table.h"
#include "write/docx_text.h"

#include <string.h>

static const char *const kind_styles[SENTENCE_count] = {
	[SENTENCE_information] = "Information",
	[SENTENCE_assumption] = "Assumption",
	[SENTENCE_judgement] = "Judgement",
	[SENTENCE_confidence] = "Confidence",
};

// Three squares before a confidence, as many full as the level is high.
static void add_level(struct buf *out, const struct sentence *s)
{
	for (each (p, &s->pieces))
		if (p->kind == PIECE_LEVEL)
			docx_text_run(out, "SentenceKind",
				      !strcmp(p->text, "high")       ? "\xe2\x96\xa0\xe2\x96\xa0\xe2\x96\xa0  "
				      : !strcmp(p->text, "moderate") ? "\xe2\x96\xa0\xe2\x96\xa0\xe2\x96\xa1  "
								     : "\xe2\x96\xa0\xe2\x96\xa1\xe2\x96\xa1  ");
}

static void add_piece(struct buf *out, const struct piece *p)
{
	switch (p->kind) {
	case PIECE_WORD:
		docx_text_run(out, "LikelihoodWord", p->text);
		break;
	case PIECE_RANGE:
		docx_text_unbroken(out, "LikelihoodRange", p->text);
		break;
	case PIECE_LEVEL:
		docx_text_run(out, "ConfidenceLevel", p->text);
		break;
	case PIECE_STRONG:
		docx_text_run(out, "Strong", p->text);
		break;
	case PIECE_QUOTE:
		docx_text_run(out, "", "\xe2\x80\x9c");
		docx_text_run(out, "", p->text);
		docx_text_run(out, "", "\xe2\x80\x9d");
		break;
	case PIECE_PLAIN:
		docx_text_run(out, "", p->text);
		break;
	}
}

// Opens the paragraph of a run of sentences. An item's first stands apart from what is before it, and its paragraphs
// stay together.
static void begin(struct buf *out, const char *style, const struct block *b, size_t i, size_t end)
{
	bool item = b->kind == BLOCK_ITEM;
	buf_printf(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s%s</w:pPr><w:r><w:tab/></w:r>", style,
		   item && end < b->sentences.n ? "<w:keepNext/>" : "",
		   item && !i ? "<w:spacing w:before=\"150\"/>" : "");
	docx_text_run(out, "SentenceKind", tree_sentence_name(b->sentences.at[i].kind));
	buf_text(out, "<w:r><w:tab/></w:r>");
}

static void add_sentences(struct docx *d, const struct block *b, bool answer)
{
	for (size_t i = 0, end; i < b->sentences.n; i = end) {
		enum sentence_kind kind = b->sentences.at[i].kind;
		for (end = i; end < b->sentences.n && b->sentences.at[end].kind == kind;)
			end++;
		begin(&d->body, answer && kind == SENTENCE_judgement ? "Answer" : kind_styles[kind], b, i, end);
		for (size_t k = i; k < end; k++) {
			const struct sentence *s = &b->sentences.at[k];
			if (k > i)
				docx_text_run(&d->body, "", " ");
			add_level(&d->body, s);
			for (each (p, &s->pieces))
				add_piece(&d->body, p);
			docx_note_refer(d, s);
		}
		docx_text_end(&d->body);
	}
}

static void add_block(struct docx *d, const struct block *b, bool answer)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		docx_text_paragraph(&d->body, "Heading2", b->heading);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
		add_sentences(d, b, answer);
		break;
	case BLOCK_TABLE:
		docx_table_write(d, &b->table, NULL);
		break;
	case BLOCK_FIGURE:
		docx_figure_write(d, b);
		break;
	}
}

void docx_body_write(struct docx *d)
{
	docx_text_paragraph(&d->body, "Title", d->t->title);
	docx_text_paragraph(&d->body, "Subtitle", d->t->under);
	docx_text_paragraph(&d->body, "Subtitle", d->t->legend);
	for (each (s, &d->t->sections)) {
		docx_text_paragraph(&d->body, "Heading1", arena_printf(d->body.arena, "%d. %s", s->number, s->title));
		for (each (b, &s->blocks)) // what follows a heading of the first section is an answer
			add_block(d, b, s->number == 1 && b > s->blocks.at && b[-1].kind == BLOCK_HEADING);
	}
}
