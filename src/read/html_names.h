// The names of HTML that the program knows, and what the parser must know of each.
#ifndef READ_HTML_NAMES_H
#define READ_HTML_NAMES_H

#include "base/slice.h"

#include <stdint.h>

// What an element is to the parser: flags of enum html_trait, named after the terms of the standard.
enum html_trait {
	HTML_VOID = 1 << 0,        // has no content and no end tag
	HTML_RAW = 1 << 1,         // its content is text up to its end tag
	HTML_RCDATA = 1 << 2,      // the same, with character references
	HTML_ENDS_P = 1 << 3,      // its start tag ends an open p
	HTML_SPECIAL = 1 << 4,     // the end tag of a span or an unknown element does not reach through it
	HTML_BARRIER = 1 << 5,     // no end tag but a table's reaches through it
	HTML_FORMATTING = 1 << 6,  // what is misnested ends before the block in it
	HTML_HEAD = 1 << 7,        // belongs into the head
	HTML_IMPLIED = 1 << 8,     // its end tag may be left out
	HTML_BREAKOUT = 1 << 9,    // ends SVG and MathML around it
	HTML_HEADING = 1 << 10,    // h1 to h6
	HTML_TABLE_PART = 1 << 11, // caption, colgroup, tbody, tr, td, ...
	HTML_INTEGRATION = 1 << 12, // of SVG or MathML, and holds HTML
};

//  name         traits
#define HTML_TAG_TABLE(X)                                                              \
	X(html,       HTML_SPECIAL | HTML_BARRIER)                                     \
	X(head,       HTML_SPECIAL | HTML_BREAKOUT)                                    \
	X(body,       HTML_SPECIAL | HTML_BREAKOUT)                                    \
	X(title,      HTML_RCDATA | HTML_HEAD | HTML_SPECIAL | HTML_INTEGRATION)       \
	X(meta,       HTML_VOID | HTML_HEAD | HTML_SPECIAL | HTML_BREAKOUT)            \
	X(link,       HTML_VOID | HTML_HEAD | HTML_SPECIAL)                            \
	X(base,       HTML_VOID | HTML_HEAD | HTML_SPECIAL)                            \
	X(script,     HTML_RAW | HTML_HEAD | HTML_SPECIAL)                             \
	X(style,      HTML_RAW | HTML_HEAD | HTML_SPECIAL)                             \
	X(noscript,   HTML_RAW | HTML_HEAD | HTML_SPECIAL)                             \
	X(template,   HTML_HEAD | HTML_SPECIAL | HTML_BARRIER)                         \
	X(noframes,   HTML_RAW | HTML_HEAD | HTML_SPECIAL)                             \
	X(iframe,     HTML_RAW | HTML_SPECIAL)                                         \
	X(noembed,    HTML_RAW | HTML_SPECIAL)                                         \
	X(xmp,        HTML_RAW | HTML_ENDS_P | HTML_SPECIAL)                           \
	X(textarea,   HTML_RCDATA | HTML_SPECIAL)                                      \
	X(plaintext,  HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(basefont,   HTML_VOID | HTML_HEAD | HTML_SPECIAL)                            \
	X(bgsound,    HTML_VOID | HTML_HEAD | HTML_SPECIAL)                            \
	X(frameset,   HTML_SPECIAL)                                                    \
	X(frame,      HTML_VOID | HTML_SPECIAL)                                        \
	X(p,          HTML_ENDS_P | HTML_IMPLIED | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(h1,         HTML_ENDS_P | HTML_HEADING | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(h2,         HTML_ENDS_P | HTML_HEADING | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(h3,         HTML_ENDS_P | HTML_HEADING | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(h4,         HTML_ENDS_P | HTML_HEADING | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(h5,         HTML_ENDS_P | HTML_HEADING | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(h6,         HTML_ENDS_P | HTML_HEADING | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(div,        HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(section,    HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(article,    HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(main,       HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(aside,      HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(header,     HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(footer,     HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(nav,        HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(hgroup,     HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(search,     HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(address,    HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(blockquote, HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(center,     HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(details,    HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(summary,    HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(dialog,     HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(fieldset,   HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(figure,     HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(figcaption, HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(pre,        HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(listing,    HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(hr,         HTML_VOID | HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)          \
	X(form,       HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(ul,         HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(ol,         HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(menu,       HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(dir,        HTML_ENDS_P | HTML_SPECIAL)                                      \
	X(li,         HTML_ENDS_P | HTML_IMPLIED | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(dl,         HTML_ENDS_P | HTML_SPECIAL | HTML_BREAKOUT)                      \
	X(dt,         HTML_ENDS_P | HTML_IMPLIED | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(dd,         HTML_ENDS_P | HTML_IMPLIED | HTML_SPECIAL | HTML_BREAKOUT)       \
	X(table,      HTML_ENDS_P | HTML_SPECIAL | HTML_BARRIER | HTML_BREAKOUT)       \
	X(caption,    HTML_TABLE_PART | HTML_SPECIAL | HTML_BARRIER)                   \
	X(colgroup,   HTML_TABLE_PART | HTML_SPECIAL)                                  \
	X(col,        HTML_TABLE_PART | HTML_VOID | HTML_SPECIAL)                      \
	X(tbody,      HTML_TABLE_PART | HTML_SPECIAL)                                  \
	X(thead,      HTML_TABLE_PART | HTML_SPECIAL)                                  \
	X(tfoot,      HTML_TABLE_PART | HTML_SPECIAL)                                  \
	X(tr,         HTML_TABLE_PART | HTML_SPECIAL)                                  \
	X(td,         HTML_TABLE_PART | HTML_SPECIAL | HTML_BARRIER)                   \
	X(th,         HTML_TABLE_PART | HTML_SPECIAL | HTML_BARRIER)                   \
	X(select,     HTML_SPECIAL)                                                    \
	X(option,     HTML_IMPLIED)                                                    \
	X(optgroup,   HTML_IMPLIED)                                                    \
	X(button,     HTML_SPECIAL)                                                    \
	X(input,      HTML_VOID | HTML_SPECIAL)                                        \
	X(label,      0)                                                               \
	X(legend,     0)                                                               \
	X(datalist,   0)                                                               \
	X(output,     0)                                                               \
	X(progress,   0)                                                               \
	X(meter,      0)                                                               \
	X(keygen,     HTML_VOID | HTML_SPECIAL)                                        \
	X(a,          HTML_FORMATTING)                                                 \
	X(b,          HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(big,        HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(code,       HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(em,         HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(font,       HTML_FORMATTING)                                                 \
	X(i,          HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(nobr,       HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(s,          HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(small,      HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(strike,     HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(strong,     HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(tt,         HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(u,          HTML_FORMATTING | HTML_BREAKOUT)                                 \
	X(span,       HTML_BREAKOUT)                                                   \
	X(sub,        HTML_BREAKOUT)                                                   \
	X(sup,        HTML_BREAKOUT)                                                   \
	X(var,        HTML_BREAKOUT)                                                   \
	X(ruby,       HTML_BREAKOUT)                                                   \
	X(rb,         HTML_IMPLIED)                                                    \
	X(rt,         HTML_IMPLIED)                                                    \
	X(rtc,        HTML_IMPLIED)                                                    \
	X(rp,         HTML_IMPLIED)                                                    \
	X(abbr,       0)                                                               \
	X(acronym,    0)                                                               \
	X(bdi,        0)                                                               \
	X(bdo,        0)                                                               \
	X(cite,       0)                                                               \
	X(data,       0)                                                               \
	X(del,        0)                                                               \
	X(dfn,        0)                                                               \
	X(ins,        0)                                                               \
	X(kbd,        0)                                                               \
	X(mark,       0)                                                               \
	X(q,          0)                                                               \
	X(samp,       0)                                                               \
	X(time,       0)                                                               \
	X(br,         HTML_VOID | HTML_SPECIAL | HTML_BREAKOUT)                        \
	X(wbr,        HTML_VOID | HTML_SPECIAL)                                        \
	X(img,        HTML_VOID | HTML_SPECIAL | HTML_BREAKOUT)                        \
	X(image,      0)                                                               \
	X(picture,    0)                                                               \
	X(source,     HTML_VOID | HTML_SPECIAL)                                        \
	X(track,      HTML_VOID | HTML_SPECIAL)                                        \
	X(audio,      0)                                                               \
	X(video,      0)                                                               \
	X(map,        0)                                                               \
	X(area,       HTML_VOID | HTML_SPECIAL)                                        \
	X(canvas,     0)                                                               \
	X(embed,      HTML_VOID | HTML_SPECIAL | HTML_BREAKOUT)                        \
	X(object,     HTML_SPECIAL | HTML_BARRIER)                                     \
	X(param,      HTML_VOID | HTML_SPECIAL)                                        \
	X(applet,     HTML_SPECIAL | HTML_BARRIER)                                     \
	X(marquee,    HTML_SPECIAL | HTML_BARRIER)                                     \
	X(slot,       0)                                                               \
	X(svg,        0)                                                               \
	X(math,       0)                                                               \
	X(foreignobject, HTML_INTEGRATION)                                                            \
	X(desc,       HTML_INTEGRATION)                                                               \
	X(mi,         HTML_INTEGRATION)                                                               \
	X(mo,         HTML_INTEGRATION)                                                               \
	X(mn,         HTML_INTEGRATION)                                                               \
	X(ms,         HTML_INTEGRATION)                                                               \
	X(mtext,      HTML_INTEGRATION)

//  name, as it is written
#define HTML_ATTR_TABLE(X)                                                             \
	X(id, "id") X(class, "class") X(style, "style") X(hidden, "hidden")            \
	X(href, "href") X(src, "src") X(alt, "alt") X(title, "title")                  \
	X(rel, "rel") X(type, "type") X(name, "name") X(content, "content")            \
	X(property, "property") X(charset, "charset") X(http_equiv, "http-equiv")      \
	X(lang, "lang") X(xml_lang, "xml:lang") X(dir, "dir") X(datetime, "datetime")  \
	X(pubdate, "pubdate") X(itemprop, "itemprop") X(itemtype, "itemtype")          \
	X(itemscope, "itemscope") X(role, "role") X(aria_hidden, "aria-hidden")        \
	X(aria_label, "aria-label") X(cite, "cite") X(value, "value")                  \
	X(width, "width") X(height, "height") X(srcset, "srcset") X(target, "target")  \
	X(media, "media") X(action, "action") X(method, "method") X(scheme, "scheme")  \
	X(about, "about") X(resource, "resource") X(vocab, "vocab") X(typeof, "typeof") \
	X(url, "url") X(length, "length") X(encoding, "encoding")                      \
	X(color, "color") X(face, "face") X(size, "size") X(align, "align")            \
	X(data_src, "data-src") X(data_testid, "data-testid")

enum html_tag {
	TAG_unknown,
#define X(name, traits) TAG_##name,
	HTML_TAG_TABLE(X)
#undef X
	TAG_COUNT
};

enum html_attr_name {
	ATTR_unknown,
#define X(name, written) ATTR_##name,
	HTML_ATTR_TABLE(X)
#undef X
	ATTR_COUNT
};

// Tables to look names up in, made once for a page.
enum { HTML_NAME_SLOTS = 512 };

struct html_names {
	uint8_t tag[HTML_NAME_SLOTS], attr[HTML_NAME_SLOTS]; // [hash] a name; 0: free
};

void html_names_set(struct html_names *n);

// Upper case counts as lower case unless `exact`, as in XML.
enum html_tag html_names_tag(const struct html_names *n, struct slice name, bool exact);
enum html_attr_name html_names_attr(const struct html_names *n, struct slice name, bool exact);

const char *html_names_of(enum html_tag tag); // "blockquote"; "" for an unknown one

extern const uint16_t html_names_traits[TAG_COUNT];

static inline bool html_is(enum html_tag tag, unsigned traits) { return (html_names_traits[tag] & traits) != 0; }

#endif
