// Notes of a report as footnotes of WordprocessingML.
#ifndef WRITE_DOCX_NOTE_H
#define WRITE_DOCX_NOTE_H

#include "write/docx.h"

// The marks after a sentence.
void docx_note_refer(struct docx *d, const struct sentence *s);

// Every note, with the words behind it.
void docx_note_all(struct docx *d);

#endif
