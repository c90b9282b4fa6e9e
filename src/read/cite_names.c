// A name is looked for in each run of words with capitals. The longest name of the table wins; what stands before it in
// its run makes it another name ("Yale Daily News"), but for a word that opens the sentence or says of which country.
#include "read/cite_names.h"

#include "read/look.h"

#include <string.h>

enum { SMALL = 3, TABLE_WORDS = 9, RUN_WORDS = 8, ACRONYM = 5 };

static bool is(const struct cite_words *w, int i, uint64_t cues)
{
	const struct cite_word *x = cite_words_at(w, i);
	return x && x->is & cues;
}

static bool marked(const struct cite_words *w, int i, char mark)
{
	const struct cite_word *x = cite_words_at(w, i);
	return x && x->mark == mark;
}

static struct slice words_text(const struct cite_words *w, int from, int to)
{
	uint32_t start = w->list.at[from].from;
	return (struct slice){ w->text + start, w->list.at[to - 1].to - start };
}

int cite_names_possessive(const struct cite_words *w, int i)
{
	if (!marked(w, i, '\'') || !w->list.at[i].glued)
		return 0;
	const struct cite_word *next = cite_words_at(w, i + 1);
	if (next && next->glued && cite_words_say(w, i + 1, "s"))
		return 2;
	return next && !next->glued && i && look_starts((struct slice){ w->text + w->list.at[i].from - 1, 1 }, "s");
}

// Whether a name stands in the text with the capitals that the table gives it: "AP" is no "Ap", "Time" no "time".
static bool same_case(struct slice text, struct slice written)
{
	bool acronym = true;
	if (slice_starts(written, "The "))
		written = look_from(written, 4);
	for (size_t i = 0; i < written.len; i++)
		acronym &= !look_letter(written.at[i]) || look_upper(written.at[i]);
	if (written.len <= ACRONYM && text.len != written.len)
		return false; // "D-PA" is a senator's, not dpa
	size_t k = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (!look_letter(text.at[i]) && !look_digit(text.at[i]))
			continue;
		while (k < written.len && !look_letter(written.at[k]) && !look_digit(written.at[k]))
			k++;
		bool starts = !i || text.at[i - 1] == ' ' || text.at[i - 1] == '-';
		bool exact = starts || (acronym && written.len <= ACRONYM);
		if (exact && k < written.len && look_upper(written.at[k]) && !look_upper(text.at[i]))
			return false;
		k++;
	}
	return true;
}

// The end of the longest name of the table that begins at a word, or 0.
static int table_match(const struct cite_words *w, int i, const struct outlet_entry **entry)
{
	int best = 0;
	for (int k = i; k < i + TABLE_WORDS && cite_words_at(w, k); k++) {
		const struct cite_word *x = &w->list.at[k];
		bool small = !x->mark && !x->capital && !x->digit && x->to - x->from > SMALL;
		if (small && k > i && !(x->is & (CUE(medium) | CUE(program))))
			break; // no name goes on so
		if (x->mark && !strchr(".'-&/!", x->mark))
			break;
		struct slice name = words_text(w, i, k + 1);
		if (name.len >= OUTLET_NAME)
			break;
		const struct outlet_entry *found = x->mark ? NULL : outlets_find(name);
		if (found && same_case(name, slice_of(found->written))) {
			*entry = found;
			best = k + 1;
		}
	}
	return best;
}

static bool names_part(const struct cite_words *w, int i)
{
	const struct cite_word *x = cite_words_at(w, i);
	return x && x->capital && !(x->is & (CUE(day) | CUE(article)));
}

// The end of the run of words with capitals from i on; "of" and the like, a number or a hyphen may stand between.
static int run_end(const struct cite_words *w, int i)
{
	int k = i + 1;
	for (int n = 1; n < RUN_WORDS; n++) {
		const struct cite_word *x = cite_words_at(w, k);
		bool joins = x && (cite_words_say(w, k, "of") || cite_words_say(w, k, "de") || x->mark == '&' ||
				   (x->mark == '-' && x->glued));
		if (names_part(w, k) || (x && x->digit && !x->mark && x->to - x->from <= 3))
			k++;
		else if (joins && names_part(w, k + 1))
			k += 2;
		else
			break;
	}
	return k;
}

static void remember(struct cite_memory *m, const struct outlet *row, const char *name)
{
	if (m->n && m->at[m->n - 1].name == name)
		return;
	if (m->n == CITE_REMEMBERED) {
		memmove(m->at, m->at + 1, (CITE_REMEMBERED - 1) * sizeof *m->at);
		m->n--;
	}
	m->at[m->n].row = row;
	m->at[m->n++].name = name;
}

// What a short name stands for: the latest outlet that was given in full and may be called so.
static const char *recall(const struct cite_memory *m, const struct outlet_entry *weak, struct slice name)
{
	for (size_t k = m->n; k-- > 0;) {
		struct slice full = slice_of(m->at[k].name);
		bool ends = full.len > name.len && full.at[full.len - name.len - 1] == ' ' &&
			    !strncmp(full.at + full.len - name.len, name.at, name.len);
		if ((m->at[k].row && weak && outlets_weak(weak, m->at[k].row)) || (!m->at[k].row && ends))
			return m->at[k].name;
	}
	return NULL;
}

static void add(struct arena *a, struct cite_names *out, int from, int to, int end, const char *outlet, bool known)
{
	list_push(a, &out->list,
		  ((struct cite_name){ .from = from,
				       .to = to,
				       .end = end,
				       .outlet = outlet,
				       .agency = known && outlets_agency(outlet),
				       .known = known }));
}

// Whether the words of a run before a name leave it the name it is.
static bool free_before(const struct cite_words *w, int run, int i, int to)
{
	bool opens = run == 0 || w->list.at[run - 1].mark;
	if (i == run + 1 && (w->list.at[run].is || (opens && to - i > 1)))
		return true;
	for (int k = run; k < i; k++)
		if (!is(w, k, CUE(nation)))
			return false;
	return true;
}

// A name of the table in a run; returns its end, or 0.
static int known_name(struct arena *a, const struct cite_words *w, int run, int end, struct cite_memory *m,
		      struct cite_names *out)
{
	for (int i = run; i < end; i++) {
		const struct outlet_entry *x = NULL;
		int to = cite_words_at(w, i)->mark ? 0 : table_match(w, i, &x);
		if (!to)
			continue;
		bool article = is(w, i - 1, CUE(article));
		int rest = end > to ? end : to;
		if (x->weak.n) {
			bool alone = i == run && rest == to && article;
			const char *name = alone ? recall(m, x, words_text(w, i, to)) : NULL;
			if (!name && (i > run || to < end))
				continue; // a part of another name
			if (name)
				add(a, out, i, to, to, name, true);
			return to;
		}
		bool of = i > run && cite_words_say(w, i - 1, "of"); // "Ada Lee of Fox News"
		if ((!of && !free_before(w, run, i, to)) || (x->article && (!article || to < end)))
			continue;
		if (x->outlet->kind == OUTLET_NONE)
			return rest;
		while (to < rest && is(w, to, CUE(program)))
			to++;
		add(a, out, i, to, rest, x->outlet->name, true);
		remember(m, x->outlet, x->outlet->name);
		return rest;
	}
	return 0;
}

static bool camel(struct slice s)
{
	for (size_t i = 1; i + 1 < s.len; i++)
		if (look_upper(s.at[i]) && !look_upper(s.at[i - 1]) && look_letter(s.at[i - 1]))
			return true;
	return false;
}

static bool personal(const struct cite_words *w, int from, int to)
{
	for (int i = from; i < to; i++)
		if (is(w, i, CUE(title) | CUE(mouth)))
			return true;
	return false;
}

// A name that is in no table: it may say what it is, it may be short for one that did, or it is only a name.
static void other_name(struct arena *a, const struct cite_words *w, int run, int end, struct cite_memory *m,
		       struct cite_names *out)
{
	if (run == 0 && w->list.at[0].is && !is(w, 0, CUE(program) | CUE(medium)))
		run++;
	while (run < end && w->list.at[run].mark)
		run++;
	if (run >= end)
		return;
	struct slice name = words_text(w, run, end);
	if (name.len >= OUTLET_NAME)
		return;
	const char *text = arena_copy(a, name.at, name.len);
	if (outlets_says(name)) {
		add(a, out, run, end, end, text, true);
		remember(m, NULL, out->list.at[out->list.n - 1].outlet);
		return;
	}
	const char *full = end == run + 1 && is(w, run - 1, CUE(article)) ? recall(m, NULL, name) : NULL;
	if (full)
		add(a, out, run, end, end, full, true);
	else if (!personal(w, run, end) && !is(w, end - 1, CUE(body)) && (end > run + 1 || camel(name)))
		add(a, out, run, end, end, text, false);
}

// Whether a word in small letters may be a name: "dpa", "reuters.com", "openDemocracy".
static bool small_name(struct slice s)
{
	return s.len <= SMALL + 1 || memchr(s.at, '.', s.len) || camel(s);
}

void cite_names_find(struct arena *a, const struct cite_words *w, struct cite_memory *m, struct cite_names *out)
{
	out->list.n = 0;
	for (int i = 0; cite_words_at(w, i);) {
		const struct cite_word *x = &w->list.at[i];
		const struct outlet_entry *entry = NULL;
		bool starts = names_part(w, i) || (x->digit && !x->mark);
		int to = 0;
		if (!starts && !x->mark && !x->is && small_name(words_text(w, i, i + 1)))
			to = table_match(w, i, &entry); // written small: "dpa", "reuters.com"
		if (to && entry->outlet && !entry->weak.n) {
			add(a, out, i, to, to, entry->outlet->name, true);
			i = to;
			continue;
		}
		if (!starts) {
			i++;
			continue;
		}
		int end = run_end(w, i);
		to = known_name(a, w, i, end, m, out);
		if (!to && !x->digit)
			other_name(a, w, i, end, m, out);
		i = to ? to : end;
	}
}
