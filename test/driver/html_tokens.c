// The tokenizer, for test/model/html_tokens.py. A line of JSON in: {"input", "state", "last"}, the state by its name in
// the standard, "last" the element whose end tag ends raw text. A line out: the tokens as html5lib's tests have them,
// but for a doctype's identifiers.
#include "case/json.h"
#include "read/html_text.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	enum html_content content;
} states[] = {
	{ "Data state", HTML_DATA },       { "PLAINTEXT state", HTML_PLAINTEXT }, { "RCDATA state", HTML_RCDATA_TEXT },
	{ "RAWTEXT state", HTML_RAWTEXT }, { "Script data state", HTML_SCRIPT },  { "CDATA section state", HTML_CDATA },
};

static struct node *text_of(struct arena *a, struct html_tree *t, span at, unsigned coding)
{
	struct html_node n = { .at = at, .text = true, .coding = (uint8_t)coding };
	t->nodes.n = 0;
	list_push(a, &t->nodes, n);
	struct slice s = html_text_of(a, t, 0);
	return node_text(a, arena_copy(a, s.at, s.len));
}

static struct node *name_of(struct arena *a, const char *text, span at)
{
	char *name = arena_copy(a, text + at.from, span_len(at));
	for (char *c = name; *c; c++)
		*c = (char)(*c >= 'A' && *c <= 'Z' ? *c | 0x20 : *c);
	return node_text(a, name);
}

static void write_tag(struct arena *a, struct html_tree *t, const struct html_token *k, struct node *token)
{
	const char *text = t->from->text;
	node_add(token, node_text(a, k->kind == HTML_END ? "EndTag" : "StartTag"));
	node_add(token, name_of(a, text, k->text));
	if (k->kind == HTML_END)
		return;
	struct node *attrs = node_add(token, node_map(a));
	for (size_t i = k->attrs; i < k->attrs + k->n_attrs; i++) {
		struct slice value = html_text_value(a, t, &t->attrs.at[i]);
		node_put_text(a, attrs, name_of(a, text, t->attrs.at[i].name)->text,
			      arena_copy(a, value.at, value.len));
	}
	if (k->closed)
		node_add(token, node_bool(a, true));
}

static void write_token(struct arena *a, struct html_tree *t, const struct html_token *k, struct node *list)
{
	struct node *token = node_add(list, node_list(a));
	if (k->kind == HTML_START || k->kind == HTML_END) {
		write_tag(a, t, k, token);
	} else if (k->kind == HTML_DOCTYPE) {
		node_add(token, node_text(a, "DOCTYPE"));
		node_add(token, name_of(a, t->from->text, k->text));
	} else {
		node_add(token, node_text(a, k->kind == HTML_COMMENT ? "Comment" : "Character"));
		node_add(token, text_of(a, t, k->text, k->kind == HTML_COMMENT ? HTML_RETURNS : k->coding));
	}
}

static enum status answer(struct arena *a, struct slice line, struct err *e)
{
	struct node *request;
	if (json_read(a, line, &request, e) != STATUS_OK)
		return e->status;
	const char *input = node_get_text(request, "input"), *state = node_get_text(request, "state");
	struct decoded d = { .text = input, .len = strlen(input) };
	struct html_tree t = { .from = &d };
	struct html_tokens tokens = html_token_start(a, d.text, d.len, false);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (!strcmp(state, states[i].name))
			tokens.content = states[i].content;
	tokens.within = html_names_tag(&tokens.names, slice_of(node_get_text(request, "last")), true);
	struct node *list = node_list(a);
	for (struct html_token k; html_token_next(&tokens, &k);) {
		t.attrs = tokens.attrs;
		write_token(a, &t, &k, list);
	}
	struct buf out = buf_in(a);
	json_write(&out, list);
	puts(buf_str(&out));
	return STATUS_OK;
}

int main(void)
{
	static char line[1 << 20];
	struct err e = { 0 };
	while (fgets(line, sizeof line, stdin)) {
		struct arena a = { 0 };
		if (answer(&a, slice_of(line), &e) != STATUS_OK)
			fprintf(stderr, "%s\n", e.text);
		arena_free(&a);
	}
	return e.status != STATUS_OK;
}
