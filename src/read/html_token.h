// The tokenizer of HTML: a decoded page in, one token after another out, each with its place.
//
//	struct html_tokens t = html_token_start(a, text, len, false);
//	struct html_token token;
//	while (html_token_next(&t, &token))
//		...
#ifndef READ_HTML_TOKEN_H
#define READ_HTML_TOKEN_H

#include "read/html_names.h"

#include "base/list.h"
#include "base/span.h"

enum html_kind { HTML_TEXT, HTML_START, HTML_END, HTML_COMMENT, HTML_DOCTYPE };

// What keeps the bytes of a text or a value from being its characters.
enum html_coding {
	HTML_REFS = 1 << 0,    // a '&', which may begin a character reference
	HTML_RETURNS = 1 << 1, // a carriage return: CR and CR LF are line feeds
};

struct html_attr {
	span name, value; // as written; value without its quotation marks
	uint8_t known;    // enum html_attr_name
	uint8_t coding;   // of the value
};

struct html_attrs {
	struct html_attr *at;
	size_t n, room;
};

struct html_token {
	enum html_kind kind;
	enum html_tag tag;      // of a start or end tag
	span at;                // all of it
	span text;              // a tag's or doctype's name; what is in a comment; a text
	size_t attrs, n_attrs;  // of a start tag: where they are in html_tokens.attrs, without duplicates
	bool closed;            // a start tag that ends in "/>"
	unsigned coding;        // of a text
};

// What the tokenizer reads: markup, or the content of an element that has none.
enum html_content { HTML_DATA, HTML_RCDATA_TEXT, HTML_RAWTEXT, HTML_SCRIPT, HTML_PLAINTEXT, HTML_CDATA };

struct html_tokens {
	struct arena *arena;
	const char *text;
	uint32_t len, at;          // at: what comes next
	bool xml;                  // names keep their case, "<?...?>" is a comment
	bool cdata;                // "<![CDATA[" begins text: in XML, and within SVG and MathML
	enum html_content content; // set by whoever knows the element
	enum html_tag within;      // whose end tag ends RCDATA, raw text and script
	struct html_attrs attrs;   // of all start tags so far; none beyond LIMIT_ATTRIBUTES
	struct html_names names;
};

// The text must stay where it is, and holds no NUL.
struct html_tokens html_token_start(struct arena *a, const char *text, size_t len, bool xml);

// The next token; false at the end. Texts may come in several tokens. A tag that the text ends within is none.
bool html_token_next(struct html_tokens *t, struct html_token *token);

static inline bool html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

#endif
