// The tree of a decoded page.
#ifndef READ_HTML_BUILD_H
#define READ_HTML_BUILD_H

#include "read/html_tree.h"

// Reads a page by the rules of HTML, in which everything has a meaning; `xml`: a feed, where names keep their case, no
// element is void or implied, and no entities are expanded. `from` must stay where it is. Fails only by a limit.
MUST_USE enum status html_build(struct arena *a, const struct decoded *from, bool xml, struct html_tree *out,
				struct err *e);

#endif
