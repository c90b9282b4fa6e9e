// WHATWG HTML, 13.2.6, "Tree construction", made simple. Kept: what is implied, void, raw or scoped, and where tables
// and SVG change the rules. Left out: the adoption agency, which copies misnested formatting (here it ends, and what it
// held open goes on without it); foster parents, which move stray text before its table (here it stays); frames, and
// quirks.
#include "read/html_build.h"

#include "read/html_open.h"

#include "base/limits.h"

struct build {
	struct html_tokens tokens;
	struct html_token token; // the one at hand
	struct html_open open;
	bool html, head, body; // there is one
	bool form;             // one is open
};

static bool top_is(const struct build *b, enum html_tag tag)
{
	const struct html_opened *top = html_open_top(&b->open);
	return top->tag == tag && !top->foreign;
}

static bool top_has(const struct build *b, unsigned traits)
{
	const struct html_opened *top = html_open_top(&b->open);
	return !top->foreign && html_is(top->tag, traits);
}

// --- nodes ---

static struct html_node element(const struct build *b, enum html_tag tag)
{
	const struct html_token *k = &b->token;
	return (struct html_node){ .at = k->at,
				   .inside = k->at.to,
				   .attrs = (uint32_t)k->attrs,
				   .n_attrs = (uint32_t)k->n_attrs,
				   .tag = (uint8_t)tag };
}

// An element that nobody wrote begins before the token that needs it.
static void push_implied(struct build *b, enum html_tag tag)
{
	uint32_t at = b->token.at.from;
	html_open_push(&b->open, (struct html_node){ .at = { at, at }, .inside = at, .tag = (uint8_t)tag });
}

// Closes stack[i] and all above it, before the token.
static void close_before(struct build *b, size_t i)
{
	html_open_close(&b->open, i, b->token.at.from, b->token.at.from);
}

// The same for what the token, an end tag, ends.
static void close_with(struct build *b, size_t i)
{
	html_open_close(&b->open, i, b->token.at.from, b->token.at.to);
}

static size_t find(const struct build *b, enum html_tag tag, enum html_scope scope)
{
	return html_open_find(&b->open, tag, (struct slice){ "", 0 }, scope);
}

// Closes the nearest element of the tag, if there is one in scope.
static void close_open(struct build *b, enum html_tag tag, enum html_scope scope)
{
	size_t i = find(b, tag, scope);
	if (i)
		close_before(b, i);
}

static void close_top(struct build *b)
{
	close_before(b, b->open.stack.n - 1);
}

// --- the outline: html, head, body ---

// Whether the body has not begun, and what comes is not inside an element of the head.
static bool before_body(const struct build *b)
{
	return !b->body && (b->open.stack.n == 1 || top_is(b, TAG_html) || top_is(b, TAG_head));
}

static void want_html(struct build *b)
{
	if (!b->html)
		push_implied(b, TAG_html);
	b->html = true;
}

static void want_head(struct build *b)
{
	want_html(b);
	if (!b->head)
		push_implied(b, TAG_head);
	b->head = true;
}

static void leave_head(struct build *b)
{
	want_html(b);
	if (top_is(b, TAG_head))
		close_top(b);
	b->head = b->body = true;
}

static void want_body(struct build *b)
{
	if (!before_body(b))
		return;
	leave_head(b);
	push_implied(b, TAG_body);
}

// A start tag that makes the outline; false where it is none.
static bool start_outline(struct build *b, enum html_tag tag)
{
	if (tag != TAG_html && tag != TAG_head && tag != TAG_body)
		return false;
	if (tag == TAG_html ? b->html : tag == TAG_head ? b->head : b->body || !before_body(b))
		return true;
	if (tag == TAG_body)
		leave_head(b);
	if (tag == TAG_head)
		want_html(b);
	b->html = true;
	b->head |= tag == TAG_head;
	html_open_push(&b->open, element(b, tag));
	return true;
}

// --- start tags that end others ---

// li, dt, dd: ends the item before it, in the same list.
static void end_item(struct build *b, enum html_tag tag, enum html_tag other)
{
	const struct html_opened *e = b->open.stack.at;
	if (!b->open.count[tag] && !b->open.count[other])
		return;
	for (size_t i = b->open.stack.n - 1, left = 64; i > 0 && left > 0; i--, left--) {
		if (e[i].tag == tag || e[i].tag == other) {
			close_before(b, i);
			return;
		}
		if (html_is(e[i].tag, HTML_SPECIAL) && e[i].tag != TAG_div && e[i].tag != TAG_p &&
		    e[i].tag != TAG_address)
			return;
	}
}

static void end_formatting(struct build *b, enum html_tag tag)
{
	size_t i = find(b, tag, HTML_SCOPE);
	if (i)
		html_open_split(&b->open, i, b->token.at.from, b->token.at.from);
}

static void end_top(struct build *b, enum html_tag tag)
{
	if (top_is(b, tag))
		close_top(b);
}

static bool top_within_table(const struct build *b)
{
	return top_is(b, TAG_table) || top_is(b, TAG_tbody) || top_is(b, TAG_thead) || top_is(b, TAG_tfoot) ||
	       top_is(b, TAG_tr);
}

// What the start tag of an element ends.
static void end_others(struct build *b, enum html_tag tag)
{
	if (html_is(tag, HTML_ENDS_P))
		close_open(b, TAG_p, HTML_SCOPE_BUTTON);
	if (html_is(tag, HTML_HEADING) && top_has(b, HTML_HEADING))
		close_top(b);
	switch (tag) {
	case TAG_li:
		end_item(b, TAG_li, TAG_li);
		break;
	case TAG_dt:
	case TAG_dd:
		end_item(b, TAG_dt, TAG_dd);
		break;
	case TAG_a:
	case TAG_nobr:
		end_formatting(b, tag);
		break;
	case TAG_button:
		close_open(b, TAG_button, HTML_SCOPE);
		break;
	case TAG_option:
		end_top(b, TAG_option);
		break;
	case TAG_optgroup:
		end_top(b, TAG_option);
		end_top(b, TAG_optgroup);
		break;
	case TAG_input:
	case TAG_textarea:
	case TAG_select:
		close_open(b, TAG_select, HTML_SCOPE);
		break;
	case TAG_rb:
	case TAG_rp:
	case TAG_rt:
	case TAG_rtc:
		if (top_is(b, TAG_rb) || top_is(b, TAG_rp) || top_is(b, TAG_rt))
			close_top(b);
		break;
	case TAG_table:
		if (top_within_table(b))
			close_open(b, TAG_table, HTML_SCOPE_TABLE);
		break;
	default:
		break;
	}
}

// --- tables ---

// Whether a part of a table stands directly in an element of this tag.
static bool part_fits(enum html_tag part, enum html_tag in)
{
	bool section = in == TAG_tbody || in == TAG_thead || in == TAG_tfoot;
	if (in == TAG_table || in == TAG_template)
		return true;
	if (part == TAG_tr)
		return section;
	if (part == TAG_td || part == TAG_th)
		return section || in == TAG_tr;
	return part == TAG_col && in == TAG_colgroup;
}

// A part of a table: closes what it does not fit in, opens what it needs. False where no table is open.
static bool start_part(struct build *b, enum html_tag tag)
{
	size_t table = find(b, TAG_table, HTML_SCOPE_TABLE), template = find(b, TAG_template, HTML_SCOPE_TABLE);
	if (!table && !template)
		return false;
	size_t i = b->open.stack.n;
	while (!part_fits(tag, b->open.stack.at[i - 1].tag))
		i--;
	if (i < b->open.stack.n)
		close_before(b, i);
	bool cell = tag == TAG_td || tag == TAG_th;
	if (top_is(b, TAG_table) && (cell || tag == TAG_tr))
		push_implied(b, TAG_tbody);
	if (cell && !top_is(b, TAG_tr) && !top_is(b, TAG_template))
		push_implied(b, TAG_tr);
	if (tag == TAG_col && top_is(b, TAG_table))
		push_implied(b, TAG_colgroup);
	return true;
}

// --- SVG and MathML ---

// Whether what comes is of SVG or MathML because of where it stands.
static bool in_foreign(const struct build *b)
{
	const struct html_opened *top = html_open_top(&b->open);
	return top->foreign && !html_is(top->tag, HTML_INTEGRATION);
}

static bool breaks_out(const struct build *b, enum html_tag tag)
{
	if (html_is(tag, HTML_BREAKOUT))
		return true;
	const struct html_token *k = &b->token;
	for (size_t i = k->attrs; tag == TAG_font && i < k->attrs + k->n_attrs; i++) {
		uint8_t known = b->tokens.attrs.at[i].known;
		if (known == ATTR_color || known == ATTR_face || known == ATTR_size)
			return true;
	}
	return false;
}

static void push_foreign(struct build *b, enum html_tag tag)
{
	struct html_node n = element(b, tag);
	n.foreign = true;
	if (b->token.closed)
		html_open_add(&b->open, n);
	else
		html_open_push(&b->open, n);
}

// A start tag within SVG or MathML; false where it is one of HTML.
static bool start_foreign(struct build *b, enum html_tag tag)
{
	if (!in_foreign(b))
		return false;
	if (!breaks_out(b, tag)) {
		push_foreign(b, tag);
		return true;
	}
	size_t i = b->open.stack.n;
	while (b->open.stack.at[i - 1].foreign && !html_is(b->open.stack.at[i - 1].tag, HTML_INTEGRATION))
		i--;
	close_before(b, i);
	return false;
}

// --- tokens ---

// The tokenizer must know which content it is about to read.
static void expect_content(struct build *b, enum html_tag tag)
{
	b->tokens.within = tag;
	if (tag == TAG_plaintext)
		b->tokens.content = HTML_PLAINTEXT;
	else if (html_is(tag, HTML_RCDATA))
		b->tokens.content = HTML_RCDATA_TEXT;
	else if (html_is(tag, HTML_RAW))
		b->tokens.content = tag == TAG_script ? HTML_SCRIPT : HTML_RAWTEXT;
}

static void start_tag(struct build *b)
{
	enum html_tag tag = b->token.tag == TAG_image ? TAG_img : b->token.tag;
	if (start_foreign(b, tag) || start_outline(b, tag))
		return;
	if (html_is(tag, HTML_HEAD) && before_body(b))
		want_head(b);
	else
		want_body(b);
	end_others(b, tag);
	if (html_is(tag, HTML_TABLE_PART) && !start_part(b, tag))
		return;
	if (tag == TAG_form && b->form)
		return;
	b->form |= tag == TAG_form;
	if (tag == TAG_svg || tag == TAG_math) {
		push_foreign(b, tag);
	} else if (html_is(tag, HTML_VOID)) {
		html_open_add(&b->open, element(b, tag));
	} else {
		html_open_push(&b->open, element(b, tag));
		expect_content(b, tag);
	}
}

// An end tag that has no start: a line break, or a paragraph with nothing in it.
static void lone_end(struct build *b, enum html_tag tag)
{
	want_body(b);
	html_open_add(&b->open, (struct html_node){ .at = b->token.at, .inside = b->token.at.to, .tag = (uint8_t)tag });
}

// The form is closed when nothing in it is open any more.
static void end_form(struct build *b)
{
	size_t i = find(b, TAG_form, HTML_SCOPE);
	b->form = false;
	if (i && i == b->open.stack.n - 1)
		close_with(b, i);
	else if (i)
		b->open.stack.at[i].ended = true;
}

static size_t find_heading(const struct build *b)
{
	size_t best = 0;
	for (enum html_tag tag = TAG_h1; tag <= TAG_h6; tag++) {
		size_t i = find(b, tag, HTML_SCOPE);
		best = i > best ? i : best;
	}
	return best;
}

static enum html_scope scope_of(enum html_tag tag)
{
	if (tag == TAG_p)
		return HTML_SCOPE_BUTTON;
	if (tag == TAG_li)
		return HTML_SCOPE_ITEM;
	if (tag == TAG_table || tag == TAG_template || html_is(tag, HTML_TABLE_PART))
		return HTML_SCOPE_TABLE;
	return html_is(tag, HTML_SPECIAL | HTML_FORMATTING) ? HTML_SCOPE : HTML_SCOPE_PHRASE;
}

static void end_tag(struct build *b)
{
	enum html_tag tag = b->token.tag;
	size_t i;
	if (tag == TAG_html || tag == TAG_head || tag == TAG_body)
		return;
	if (tag == TAG_form) {
		end_form(b);
		return;
	}
	if (html_is(tag, HTML_HEADING))
		i = find_heading(b);
	else
		i = html_open_find(&b->open, tag, slice_in(b->tokens.text, b->token.text), scope_of(tag));
	if (i && html_is(tag, HTML_FORMATTING))
		html_open_split(&b->open, i, b->token.at.from, b->token.at.to);
	else if (i)
		close_with(b, i);
	else if (tag == TAG_p || tag == TAG_br)
		lone_end(b, tag);
}

static bool is_blank(struct slice s)
{
	size_t i = 0;
	while (i < s.len && html_space(s.at[i]))
		i++;
	return i == s.len;
}

// White space before the body is dropped.
static void take_text(struct build *b)
{
	if (!b->tokens.xml && before_body(b)) {
		if (is_blank(slice_in(b->tokens.text, b->token.text)))
			return;
		want_body(b);
	}
	html_open_add(&b->open, (struct html_node){ .at = b->token.text,
						    .inside = b->token.text.from,
						    .text = true,
						    .coding = (uint8_t)b->token.coding });
}

static void start_xml(struct build *b)
{
	if (b->token.closed)
		html_open_add(&b->open, element(b, b->token.tag));
	else
		html_open_push(&b->open, element(b, b->token.tag));
}

static void end_xml(struct build *b)
{
	struct slice name = slice_in(b->tokens.text, b->token.text);
	size_t i = html_open_find(&b->open, b->token.tag, name, HTML_SCOPE_XML);
	if (i)
		close_with(b, i);
}

static void take(struct build *b)
{
	bool xml = b->tokens.xml;
	if (b->token.kind == HTML_TEXT)
		take_text(b);
	else if (b->token.kind == HTML_START)
		xml ? start_xml(b) : start_tag(b);
	else if (b->token.kind == HTML_END)
		xml ? end_xml(b) : end_tag(b);
}

enum status html_build(struct arena *a, const struct decoded *from, bool xml, struct html_tree *out, struct err *e)
{
	*out = (struct html_tree){ .from = from, .xml = xml };
	struct build b = { .tokens = html_token_start(a, from->text, from->len, xml), .open = html_open_start(a, out) };
	while (html_token_next(&b.tokens, &b.token) && !b.open.crowded) {
		take(&b);
		b.tokens.cdata = xml || in_foreign(&b);
	}
	html_open_finish(&b.open);
	out->attrs = b.tokens.attrs;
	if (out->attrs.n >= LIMIT_ATTRIBUTES)
		return err_set(e, STATUS_LIMIT, "more than %d attributes (ATTRIBUTES)", LIMIT_ATTRIBUTES);
	if (b.open.crowded)
		return err_set(e, STATUS_LIMIT, "more than %d elements and texts (ELEMENTS)", LIMIT_ELEMENTS);
	return STATUS_OK;
}
