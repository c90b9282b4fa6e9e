// Every block weighs its words, less for links, list items, and elements whose names say that they are beside the
// article. From the body we go down while one child holds most of the weight (the idea of Readability and its kin, with
// weights of our own); then an element whose name says that it is the article's text is preferred, if it holds enough,
// and several of one name are one.
//
// A name alone never loses a page: an element that holds most of its running text is no sidebar, whatever it is called,
// unless it is called comments.
#include "read/html_choose.h"

#include <string.h>

enum { PROSE_WORDS = 10, NAMED_MOST = 128 };

static const double most_of = 0.8;      // of the weight: go down into that child
static const double named_share = 0.35; // of all weight: enough for an element named as the article
static const double inner_share = 0.55; // of the weight that going down found, for one inside that

static const struct html_node *node_of(const struct html_page *p, uint32_t n)
{
	return &p->tree->nodes.at[n];
}

static bool names_say(const struct html_page *p, uint32_t n, unsigned what)
{
	return (p->names[n] & what) != 0;
}

// Elements that are text themselves, or hold the page, are never beside it.
static bool exempt(enum html_tag tag)
{
	return tag == TAG_html || tag == TAG_body || tag == TAG_article || tag == TAG_main || tag == TAG_p ||
	       tag == TAG_blockquote;
}

static bool has_role(const struct html_page *p, uint32_t n)
{
	static const char *const roles[] = { "navigation",  "complementary", "banner",
					     "contentinfo", "search",	     "dialog" };
	const struct html_attr *role = html_tree_attr(p->tree, n, ATTR_role);
	for (size_t i = 0; role && i < sizeof roles / sizeof *roles; i++)
		if (slice_is_nocase(slice_in(p->tree->from->text, role->value), roles[i]))
			return true;
	return false;
}

// Comments and consent. Where nearly all of the page is called so, the name means nothing.
static void mark_dialogs(const struct html_page *p, struct html_weights *w)
{
	uint32_t end = node_of(p, p->body)->end;
	for (uint32_t n = p->body + 1; n < end; n++) {
		enum html_tag tag = (enum html_tag)node_of(p, n)->tag;
		bool own = names_say(p, n, FURNITURE_DIALOG) && tag != TAG_article && tag != TAG_main;
		w->dialog[n] = own || w->dialog[node_of(p, n)->parent];
	}
	uint64_t all = 0, inside = 0;
	for (each (b, &p->list)) {
		all += b->words;
		inside += w->dialog[b->node] ? b->words : 0;
	}
	if (inside * 10 > all * 9)
		memset(w->dialog, 0, p->tree->nodes.n * sizeof *w->dialog);
}

bool html_choose_prose(const struct html_weights *w, const struct html_block *b)
{
	return b->words >= PROSE_WORDS && b->linked * 5 < b->words * 2 && b->sentence && !w->dialog[b->node];
}

// Adds up what stands below: parents come before their children.
static void sum_prose(const struct html_page *p, struct html_weights *w)
{
	for (each (b, &p->list))
		if (html_choose_prose(w, b))
			w->prose[b->node] += b->words;
	for (uint32_t n = node_of(p, p->body)->end - 1; n > p->body; n--)
		w->prose[node_of(p, n)->parent] += w->prose[n];
}

static void mark_asides(const struct html_page *p, struct html_weights *w)
{
	uint32_t end = node_of(p, p->body)->end, all = w->prose[p->body];
	for (uint32_t n = p->body + 1; n < end; n++) {
		enum html_tag tag = (enum html_tag)node_of(p, n)->tag;
		bool own = tag == TAG_nav || tag == TAG_footer || tag == TAG_aside ||
			   names_say(p, n, FURNITURE_ASIDE | FURNITURE_DIALOG) || has_role(p, n);
		own = own && !exempt(tag);
		bool most = all && w->prose[n] * 100ull > all * 55ull;
		if (own && most)
			own = false;
		w->own_aside[n] = own || (w->dialog[n] && !exempt(tag));
		w->aside[n] = w->own_aside[n] || w->aside[node_of(p, n)->parent];
	}
}

static bool within_list(const struct html_page *p, uint32_t n)
{
	for (; n > p->body; n = node_of(p, n)->parent)
		if (node_of(p, n)->tag == TAG_li || node_of(p, n)->tag == TAG_aside)
			return true;
	return false;
}

static double weight_of(const struct html_page *p, const struct html_weights *w, const struct html_block *b)
{
	enum html_tag tag = (enum html_tag)node_of(p, b->node)->tag;
	double weight = tag == TAG_p                ? 1
			: html_is(tag, HTML_HEADING) ? 0.2
			: tag == TAG_td              ? 0.4
			: tag == TAG_li              ? 0.35
			: tag == TAG_blockquote      ? 0.8
			: b->sentence                ? 0.6
						     : 0.3;
	if (tag != TAG_li && within_list(p, b->node))
		weight *= 0.4;
	if (w->aside[b->node])
		weight *= 0.08;
	if (b->words < 5)
		weight *= 0.3;
	uint32_t linked = b->linked < b->words ? b->linked : b->words;
	return weight * (b->words - linked);
}

struct html_weights html_choose_weigh(struct arena *a, const struct html_page *p)
{
	size_t n = p->tree->nodes.n;
	struct html_weights w = { arena_array(a, bool, n), arena_array(a, bool, n), arena_array(a, bool, n),
				  arena_array(a, uint32_t, n), arena_array(a, double, n) };
	mark_dialogs(p, &w);
	sum_prose(p, &w);
	mark_asides(p, &w);
	for (each (b, &p->list))
		w.mass[b->node] += weight_of(p, &w, b);
	for (uint32_t k = node_of(p, p->body)->end - 1; k > p->body; k--)
		w.mass[node_of(p, k)->parent] += w.mass[k];
	return w;
}

// Down while one child holds most.
static uint32_t go_down(const struct html_page *p, const struct html_weights *w)
{
	uint32_t at = p->body;
	for (;;) {
		uint32_t best = 0;
		for (uint32_t k = html_tree_first(p->tree, at); k; k = html_tree_next(p->tree, k))
			if (!best || w->mass[k] > w->mass[best])
				best = k;
		if (!best || w->mass[best] < most_of * w->mass[at] || node_of(p, best)->text ||
		    node_of(p, best)->tag == TAG_p)
			return at;
		at = best;
	}
}

// --- by name ---

struct named {
	uint32_t node;
	struct slice key; // the class, id or itemprop that it shares with others
};

struct candidate {
	uint32_t node;
	double mass; // of what is named so
};

static struct slice attr_of(const struct html_page *p, uint32_t n, enum html_attr_name name)
{
	const struct html_attr *attr = html_tree_attr(p->tree, n, name);
	return attr ? slice_in(p->tree->from->text, attr->value) : (struct slice){ NULL, 0 };
}

static bool is_named(const struct html_page *p, uint32_t n)
{
	return names_say(p, n, FURNITURE_BODY) || slice_is_nocase(attr_of(p, n, ATTR_itemprop), "articlebody");
}

static size_t find_named(const struct html_page *p, const struct html_weights *w, struct named out[NAMED_MOST])
{
	size_t n = 0;
	for (uint32_t k = p->body + 1; k < node_of(p, p->body)->end && n < NAMED_MOST; k++) {
		if (w->mass[k] <= 0 || w->aside[k] || !is_named(p, k))
			continue;
		struct slice key = attr_of(p, k, ATTR_class);
		key = key.at ? key : attr_of(p, k, ATTR_id);
		out[n++] = (struct named){ k, key.at ? key : attr_of(p, k, ATTR_itemprop) };
	}
	return n;
}

static bool same_key(struct slice a, struct slice b)
{
	return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

static uint32_t common_ancestor(const struct html_page *p, uint32_t first, uint32_t last)
{
	while (!html_within(p->tree, last, first))
		first = node_of(p, first)->parent;
	return first;
}

// One element for all that share the name of `all[i]`: itself, or what holds the several parts of an article.
static struct candidate unite(const struct html_page *p, const struct html_weights *w, const struct named *all,
			      size_t n, size_t i)
{
	uint32_t first = 0, last = 0, biggest = all[i].node, behind = 0;
	double sum = 0;
	for (size_t k = i; k < n; k++) {
		uint32_t at = all[k].node;
		if (!same_key(all[k].key, all[i].key) || at < behind)
			continue; // another name, or inside the one before
		behind = node_of(p, at)->end;
		if (w->mass[at] > w->mass[biggest])
			biggest = at;
		if (w->mass[at] <= 0.02 * w->mass[p->body])
			continue;
		first = first ? first : at;
		last = at;
		sum += w->mass[at];
	}
	if (first == last)
		return (struct candidate){ biggest, w->mass[biggest] };
	uint32_t both = common_ancestor(p, first, last);
	return w->mass[both] > 1.3 * sum ? (struct candidate){ biggest, w->mass[biggest] }
					 : (struct candidate){ both, sum };
}

static uint32_t by_name_of(const struct html_page *p, const struct html_weights *w, uint32_t below)
{
	struct named all[NAMED_MOST];
	size_t n = find_named(p, w, all);
	struct candidate best = { 0 };
	for (size_t i = 0; i < n; i++) {
		bool seen = false;
		for (size_t k = 0; k < i; k++)
			seen |= same_key(all[k].key, all[i].key);
		struct candidate c = seen ? (struct candidate){ 0 } : unite(p, w, all, n, i);
		bool inside = c.node && html_within(p->tree, c.node, below);
		double least = inside ? inner_share * w->mass[below] : named_share * w->mass[p->body];
		if (!c.node || c.mass < least)
			continue;
		bool more = c.mass > best.mass * 1.05;
		bool closer = c.mass >= best.mass * 0.95 && html_within(p->tree, c.node, best.node);
		if (!best.node || more || closer)
			best = c;
	}
	return best.node;
}

uint32_t html_choose(const struct html_page *p, const struct html_weights *w, bool by_name)
{
	uint32_t below = go_down(p, w), named = by_name ? by_name_of(p, w, below) : 0;
	return named ? named : below;
}
