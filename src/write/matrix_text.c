// In a hundred columns: the items, the most diagnostic first, with a column a hypothesis; then the hypotheses with
// score and posterior; then where the two orders differ, and why.
#include "write/matrix_text.h"

#include "base/slice.h"
#include "base/utf8.h"
#include "write/number.h"

#include <string.h>

enum { LINE = 100, COLUMNS = 10, WIDE = 4, OTHER = 18, MOST_PAIRS = 20 };

// n characters of a text, the last ones "..." where it is longer, blanks where it is shorter.
static void put_cut(struct buf *out, const char *text, size_t n)
{
	size_t all = strlen(text), count = utf8_count(text, all), at = 0;
	for (size_t i = 0; i < (count > n ? n - 3 : count); i++) {
		uint32_t code;
		at += utf8_decode(text + at, all - at, &code);
	}
	buf_add(out, text, at);
	if (count > n)
		buf_text(out, "...");
	for (; count < n; count++)
		buf_char(out, ' ');
}

static void end_line(struct buf *out)
{
	while (out->n && out->at[out->n - 1] == ' ')
		out->n--;
	buf_char(out, '\n');
}

static const char *weight_of(enum matrix_level l)
{
	static const char *const words[] = { "", "low", "medium", "high" };
	return words[l];
}

// The hypotheses from `first` on, as many as there is room for.
static void put_items(struct buf *out, const struct ranking *s, size_t first)
{
	size_t last = first + COLUMNS < s->m.hypotheses.n ? first + COLUMNS : s->m.hypotheses.n;
	size_t room = LINE - OTHER - WIDE * (last - first);
	put_cut(out, "  item", room);
	buf_text(out, "  credible  diag ");
	for (size_t h = first; h < last; h++)
		buf_printf(out, " H%-2zu", h + 1);
	end_line(out);
	for (size_t i = 0; i < s->m.items.n; i++) {
		size_t at = s->order[i];
		const struct matrix_item *x = &s->m.items.at[at];
		put_cut(out, arena_printf(out->arena, "%s%s: %s", x->flagged ? "! " : "  ", x->id, x->say), room);
		buf_printf(out, "  %-8s  %.2f ", weight_of(x->credibility), s->diagnosticity[at]);
		for (size_t h = first; h < last; h++)
			buf_printf(out, " %-3s", x->cells[h].rating ? matrix_rating_name(x->cells[h].rating) : ".");
		end_line(out);
	}
	buf_char(out, '\n');
}

static void put_hypotheses(struct buf *out, const struct question *q, const struct ranking *s)
{
	struct arena *a = out->arena;
	buf_text(out, "      hypothesis           score             rank  posterior  rank\n");
	for (size_t h = 0; h < q->hyps.n; h++) {
		const struct score *x = h < s->m.hypotheses.n ? &s->hyps[h] : NULL;
		bool ranked = x && x->rank;
		buf_printf(out, "  %-3s ", x ? arena_printf(a, "H%zu", h + 1) : "");
		put_cut(out, q->hyps.at[h].id, 20);
		buf_printf(out, " %-17s %4s  %7s %%  %4s  ", ranked ? ranking_print(a, s->method, x) : "-",
			   ranked ? arena_printf(a, "%zu", x->rank) : "-", number_tenths(a, s->p[h]),
			   x ? arena_printf(a, "%zu", s->ranks[h]) : "-");
		const char *say = q->hyps.at[h].say ? q->hyps.at[h].say : "";
		put_cut(out, say, LINE - 68);
		end_line(out);
	}
}

static void put_votes(struct buf *out, const struct ranking *s)
{
	for (each (v, &s->votes)) {
		buf_printf(out, "  analysts differ (%s) on %s under %s:", ranking_agreement_name(v->agreement),
			   s->m.items.at[v->item].id, s->m.hypotheses.at[v->hypothesis].id);
		for (size_t i = 0; i < s->n_analysts; i++)
			buf_printf(out, "%s %s %s", i ? "," : "", s->analysts[i],
				   v->votes[i] ? matrix_rating_name(v->votes[i]) : "nothing");
		buf_char(out, '\n');
	}
}

// A sentence in lines, the later ones set in.
static void put_wrapped(struct buf *out, const char *text)
{
	struct slice rest = slice_of(text), word;
	size_t used = 1;
	buf_char(out, ' ');
	while (slice_cut(&rest, ' ', &word)) {
		size_t wide = utf8_count(word.at, word.len);
		if (used + 1 + wide > LINE && used > 1) {
			buf_text(out, "\n   ");
			used = 3;
		}
		buf_char(out, ' ');
		buf_slice(out, word);
		used += 1 + wide;
	}
	buf_char(out, '\n');
}

static const char *order_of(enum ranking_method m)
{
	switch (m) {
	case SCORES_parc:
		return "PARC: what speaks against each, times credibility; nearest to 0 leads";
	case SCORES_burton:
		return "Burton: what speaks against each, times its weight; the least leads";
	case SCORES_open_synthesis:
		return "Open Synthesis: squares of what speaks against each, then for it; the least against leads";
	case SCORES_shattered:
		return "SHATTERED: items that speak against each, then the weighted mean; the fewest lead";
	default:
		return "Heuer: items that speak against each; the fewest lead";
	}
}

void matrix_text(struct buf *out, const struct the_case *c, const struct ranking *s)
{
	const struct question *q = &c->questions.at[s->question];
	bool contradicted = false;
	buf_printf(out, "%s\n%s\n\n", q->ask ? q->ask : q->id, order_of(s->method));
	for (size_t first = 0; s->m.items.n && first < s->m.hypotheses.n; first += COLUMNS)
		put_items(out, s, first);
	if (!s->m.items.n)
		buf_text(out, "  no report bears on it\n\n");
	put_hypotheses(out, q, s);
	buf_printf(out, "  entropy weight of the posterior: %.2f of 1 (0 all even, 1 one certain)\n", s->weight);
	for (each (i, &s->m.items))
		contradicted |= i->flagged;
	if (contradicted)
		buf_text(out, "  ! reports contradict each other: there is an item for each side\n");
	put_votes(out, s);
	for (size_t i = 0; i < s->differ.n && i < MOST_PAIRS; i++)
		put_wrapped(out, s->differ.at[i].say);
	if (s->differ.n > MOST_PAIRS)
		buf_printf(out, "  and so of %zu pairs more, which --json tells\n", s->differ.n - MOST_PAIRS);
}
