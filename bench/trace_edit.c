// Edits as desks make them. A text is never cut below a hundred words, but by a brief: less would be another text.
#include "trace_edit.h"

#include "trace_words.h"

#include <ctype.h>
#include <string.h>

enum { LEAST = 100 };

const char *trace_edit_name(enum edit kind)
{
#define X_NAME(w) #w,
	static const char *const names[] = { EDIT_TABLE(X_NAME) };
#undef X_NAME
	return names[kind];
}

static void paragraph_remove(struct prose *p, size_t at)
{
	p->paragraphs.n--;
	for (; at < p->paragraphs.n; at++)
		p->paragraphs.at[at] = p->paragraphs.at[at + 1];
}

// Room for a paragraph before `at`.
static struct prose_paragraph *paragraph_insert(struct arena *a, struct prose *p, size_t at)
{
	(void)list_add(a, &p->paragraphs);
	for (size_t i = p->paragraphs.n - 1; i > at; i--)
		p->paragraphs.at[i] = p->paragraphs.at[i - 1];
	p->paragraphs.at[at] = (struct prose_paragraph){ 0 };
	return &p->paragraphs.at[at];
}

// Up to half of the text off its end.
static void edit_trim(struct prose *p, struct dice *d)
{
	size_t left = dice_between(d, (p->paragraphs.n + 1) / 2, p->paragraphs.n - 1);
	while (p->paragraphs.n > left && p->paragraphs.n > 1 && trace_prose_words(p) > LEAST)
		p->paragraphs.n--;
}

static void edit_reorder(struct prose *p, struct dice *d)
{
	for (size_t n = dice_between(d, 1, 2); n && p->paragraphs.n > 3 && trace_prose_words(p) > LEAST; n--)
		paragraph_remove(p, dice_between(d, 1, p->paragraphs.n - 1));
	for (size_t n = dice_between(d, 1, 3); n && p->paragraphs.n > 2; n--) {
		size_t i = dice_between(d, 1, p->paragraphs.n - 2);
		struct prose_paragraph moved = p->paragraphs.at[i];
		p->paragraphs.at[i] = p->paragraphs.at[i + 1];
		p->paragraphs.at[i + 1] = moved;
	}
}

// One to three sentences of the desk's own, in paragraphs that stand or as one.
static void edit_insert(struct arena *a, struct prose *p, struct dice *d, struct prose_event e, uint64_t story)
{
	size_t at = dice_below(d, p->paragraphs.n + 1);
	struct prose_paragraph *own = paragraph_insert(a, p, at);
	for (size_t n = dice_between(d, 1, 3); n; n--)
		list_push(a, &own->sentences, trace_prose_sentence(a, e, story, n));
}

static void edit_lead(struct arena *a, struct prose *p, struct dice *d, struct prose_event e, uint64_t story)
{
	struct prose_paragraph lead = { 0 };
	for (size_t n = dice_between(d, 1, 2); n; n--)
		list_push(a, &lead.sentences, trace_prose_sentence(a, e, story, 8 + n));
	if (trace_prose_words(p) < 2 * LEAST)
		paragraph_insert(a, p, 0); // of a short text the old lead stays too
	p->paragraphs.at[0] = lead;
}

static void edit_brief(struct prose *p, struct dice *d)
{
	size_t left = dice_between(d, 1, 2);
	while (p->paragraphs.n > left && (p->paragraphs.n > 2 || trace_prose_words(p) > 50))
		p->paragraphs.n--;
}

// Applies a change to each word; what change returns stands in its place.
typedef bool word_change(struct buf *b, struct slice word, struct dice *d, double share);

static void words_change(struct arena *a, struct prose *p, word_change *change, struct dice *d, double share)
{
	for (each (paragraph, &p->paragraphs))
		for (each (s, &paragraph->sentences)) {
			struct buf b = buf_in(a);
			struct slice rest = slice_of(*s), word;
			while (slice_cut(&rest, ' ', &word)) {
				if (!change(&b, word, d, share))
					buf_slice(&b, word);
				if (rest.len)
					buf_char(&b, ' ');
			}
			*s = buf_str(&b);
		}
}

static bool all_letters(struct slice w)
{
	for (size_t i = 0; i < w.len; i++)
		if (!islower((unsigned char)w.at[i]))
			return false;
	return w.len > 0;
}

// Another word for a word of four letters or more; names, numbers and function words stay.
static bool change_word(struct buf *b, struct slice word, struct dice *d, double share)
{
	if (word.len < 4 || !all_letters(word) || !dice_share(d, share))
		return false;
	enum trace_words_class class = (enum trace_words_class)dice_below(d, 3);
	bool past = slice_ends(word, "ed"), s = slice_ends(word, "s");
	if (past || slice_ends(word, "ing"))
		trace_words_put(b, WORD_VERB, dice_zipf(d, 6000, 25), past ? FORM_ED : FORM_ING);
	else
		trace_words_put(b, s ? WORD_NOUN : class, dice_zipf(d, 6000, 25), s ? FORM_S : FORM_BARE);
	return true;
}

// A letter that is misread, lost or doubled.
static bool change_letter(struct buf *b, struct slice word, struct dice *d, double share)
{
	static const char seen[] = "eclioO0rnmvwuhbsS5tfI1";
	if (word.len < 3 || !dice_share(d, share))
		return false;
	size_t at = dice_below(d, word.len), how = dice_below(d, 5);
	if (word.at[at] & 0x80)
		return false;
	buf_add(b, word.at, at);
	if (how == 4)
		buf_add(b, (char[]){ word.at[at], word.at[at] }, 2);
	else if (how)
		buf_char(b, seen[dice_below(d, sizeof seen - 1)]);
	buf_add(b, word.at + at + 1, word.len - at - 1);
	return true;
}

// House style: the same changes everywhere, by a desk of plain typography that shortens.
static const char *styled(struct arena *a, const char *s)
{
	static const char *const pairs[][2] = {
		{ "“", "\"" }, { "”", "\"" }, { "’", "'" }, { " — ", " -- " }, { " percent", "%" },
		{ "Senator ", "Sen. " }, { "Governor ", "Gov. " }, { "Representative ", "Rep. " },
		{ "United States", "U.S." }, { "January ", "Jan. " }, { "February ", "Feb. " },
		{ "August ", "Aug. " }, { "September ", "Sept. " }, { "October ", "Oct. " }, { "November ", "Nov. " },
		{ "December ", "Dec. " }, { "Doctor ", "Dr. " }, { "Professor ", "Prof. " },
		{ "spokeswoman", "spokesperson" }, { "spokesman", "spokesperson" }, { "Street", "St." },
	};
	struct buf b = buf_in(a);
	while (*s) {
		size_t i = 0;
		while (i < sizeof pairs / sizeof *pairs && strncmp(s, pairs[i][0], strlen(pairs[i][0])) != 0)
			i++;
		if (i < sizeof pairs / sizeof *pairs) {
			buf_text(&b, pairs[i][1]);
			s += strlen(pairs[i][0]);
		} else {
			buf_char(&b, *s++);
		}
	}
	return buf_str(&b);
}

static void edit_style(struct arena *a, struct prose *p)
{
	for (each (paragraph, &p->paragraphs))
		for (each (s, &paragraph->sentences))
			*s = styled(a, *s);
}

void trace_edit(struct arena *a, struct prose *p, enum edit kind, struct dice *d, struct prose_event e, uint64_t story)
{
	static const enum edit parts[] = { EDIT_trim, EDIT_reorder, EDIT_style, EDIT_insert, EDIT_replace, EDIT_lead };
	switch (kind) {
	case EDIT_trim: edit_trim(p, d); break;
	case EDIT_reorder: edit_reorder(p, d); break;
	case EDIT_style: edit_style(a, p); break;
	case EDIT_insert: edit_insert(a, p, d, e, story); break;
	case EDIT_lead: edit_lead(a, p, d, e, story); break;
	case EDIT_replace: words_change(a, p, change_word, d, 0.05 + 0.2 * dice_uniform(d)); break;
	case EDIT_ocr: words_change(a, p, change_letter, d, 0.01 + 0.02 * dice_uniform(d)); break;
	case EDIT_brief: edit_brief(p, d); break;
	case EDIT_combo: {
		size_t first = dice_below(d, 6), second = (first + dice_between(d, 1, 5)) % 6;
		trace_edit(a, p, parts[first], d, e, story);
		trace_edit(a, p, parts[second], d, e, story);
		break;
	}
	default: break;
	}
}
