// Section 6: what would change the answer, the most informative fact first.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

enum { NEXT_MOST = 5 };

void next_section(struct writing *g)
{
	struct arena *a = g->t->arena;
	tree_section(g->t, 6, "What would change it");
	for (size_t q = 0; q < g->c->questions.n; q++) {
		const struct question_result *r = &g->w->questions[q];
		tree_heading(g->t, phrase_ask(&g->c->questions.at[q]));
		if (!r->next.n) {
			tree_block(g->t, BLOCK_PARAGRAPH);
			tree_sentence(g->t, SENTENCE_information);
			tree_say(g->t,
				 g->c->facts.n ? "Every fact of the case has a report: name facts that nobody has "
						 "reported yet, and rate them."
					       : "The case names no fact: name facts that would tell the answers "
						 "apart, and rate them.");
			note_refer(g, NOTE_PRIOR, q);
		}
		for (size_t i = 0; i < r->next.n && i < NEXT_MOST; i++) {
			const struct next_fact *f = &r->next.at[i];
			const struct fact *fact = &g->c->facts.at[f->fact];
			tree_block(g->t, BLOCK_ITEM);
			tree_sentence(g->t, SENTENCE_judgement);
			tree_say(g->t, "To find out whether %s would settle ",
				 phrase_lower(a, phrase_clause(a, fact->say ? fact->say : fact->id)));
			tree_strong(g->t, f->bits < 0.095 ? "%.2f bits" : "%.1f bits", f->bits);
			tree_say(g->t, " of the question%s.", f->bits < 0.05 ? ", which is little" : "");
			note_refer(g, NOTE_CELLS, f->fact);
		}
	}
}
