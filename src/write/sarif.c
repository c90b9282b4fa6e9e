#include "write/sarif.h"

#include "base/buf.h"

#include <ctype.h>
#include <string.h>

static void put_message(struct arena *a, struct node *map, const char *key, const char *text)
{
	node_put_text(a, node_put_map(a, map, key), "text", text);
}

// --- rules ---

struct rules {
	const struct check_rule **at;
	size_t n;
};

// A rule may look at several kinds of item and stand in a table as often: here it is one.
static struct rules all_rules(struct arena *a)
{
	struct rules out = { 0 };
	size_t most = 0;
	for (const struct check_rule *const *t = check_tables; *t; t++)
		for (const struct check_rule *r = *t; r->id; r++)
			most++;
	out.at = arena_array(a, const struct check_rule *, most + 1);
	for (const struct check_rule *const *t = check_tables; *t; t++)
		for (const struct check_rule *r = *t; r->id; r++) {
			size_t i = 0;
			while (i < out.n && strcmp(out.at[i]->id, r->id))
				i++;
			if (i == out.n)
				out.at[out.n++] = r;
		}
	return out;
}

static size_t rule_index(const struct rules *rules, const char *id)
{
	size_t i = 0;
	while (strcmp(rules->at[i]->id, id))
		i++;
	return i;
}

// "single-origin" -> "SingleOrigin", as SARIF has names.
static const char *pascal(struct arena *a, const char *id)
{
	struct buf b = buf_in(a);
	for (bool up = true; *id; id++) {
		if (*id != '-')
			buf_char(&b, (char)(up ? toupper((unsigned char)*id) : *id));
		up = *id == '-';
	}
	return buf_str(&b);
}

static void put_rules(struct arena *a, struct node *driver, const struct rules *rules)
{
	struct node *list = node_put_list(a, driver, "rules");
	for (size_t i = 0; i < rules->n; i++) {
		const struct check_rule *r = rules->at[i];
		struct node *m = node_add(list, node_map(a)), *properties;
		node_put_text(a, m, "id", r->id);
		node_put_text(a, m, "name", pascal(a, r->id));
		put_message(a, m, "shortDescription", arena_printf(a, "There is %s.", r->title));
		put_message(a, m, "help", r->mend);
		node_put_text(a, node_put_map(a, m, "defaultConfiguration"), "level", check_severity_name(r->severity));
		properties = node_put_map(a, m, "properties");
		node_put_text(a, properties, "standard", check_standard(r->standard));
		if (r->writing)
			node_put_text(a, properties, "writing", check_writing(r->writing));
	}
}

// --- results ---

// A path as a URI: relative as it is, absolute as a file.
static const char *uri_of(struct arena *a, const char *path)
{
	struct buf b = buf_in(a);
	buf_text(&b, *path == '/' ? "file://" : "");
	for (; *path; path++) {
		if (isalnum((unsigned char)*path) || strchr("/-._~", *path))
			buf_char(&b, *path);
		else
			buf_printf(&b, "%%%02X", (unsigned char)*path);
	}
	return buf_str(&b);
}

static struct node *put_file(struct arena *a, struct node *locations, const char *path)
{
	struct node *location = node_add(locations, node_map(a));
	struct node *physical = node_put_map(a, location, "physicalLocation");
	node_put_text(a, node_put_map(a, physical, "artifactLocation"), "uri", uri_of(a, path));
	return location;
}

static void put_locations(struct arena *a, const struct the_case *c, const struct check_finding *f, const char *path,
			  struct node *result)
{
	struct node *locations = node_put_list(a, result, "locations"), *first, *logical;
	const char *document;
	span at;
	first = path ? put_file(a, locations, path) : node_add(locations, node_map(a));
	if (path && f->line)
		node_put_number(a, node_put_map(a, first->last, "region"), "startLine", f->line);
	logical = node_add(node_put_list(a, first, "logicalLocations"), node_map(a));
	node_put_text(a, logical, "fullyQualifiedName", f->place);
	if (f->words) {
		struct node *words = node_put_map(a, first, "properties");
		node_put_text(a, words, "words", f->words);
		node_put_number(a, words, "at", f->at);
	}
	if (!check_passage(a, c, f, &document, &at))
		return;
	struct node *physical = put_file(a, node_put_list(a, result, "relatedLocations"), document)->last;
	struct node *region = node_put_map(a, physical, "region");
	node_put_number(a, region, "charOffset", at.from);
	node_put_number(a, region, "charLength", at.to - at.from);
}

static void put_results(struct arena *a, const struct the_case *c, const struct check_findings *found, const char *path,
			const struct rules *rules, struct node *run)
{
	struct node *list = node_put_list(a, run, "results");
	for (each (f, &found->list)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "ruleId", f->rule->id);
		node_put_number(a, m, "ruleIndex", (double)rule_index(rules, f->rule->id));
		node_put_text(a, m, "level", check_severity_name(f->rule->severity));
		put_message(a, m, "message", arena_printf(a, "%s %s", f->text, f->rule->mend));
		put_locations(a, c, f, path, m);
	}
}

struct node *sarif_tree(struct arena *a, const struct the_case *c, const struct check_findings *found, const char *path)
{
	struct node *top = node_map(a), *run, *driver;
	const struct rules rules = all_rules(a);
	node_put_text(a, top, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	node_put_text(a, top, "version", "2.1.0");
	run = node_add(node_put_list(a, top, "runs"), node_map(a));
	driver = node_put_map(a, node_put_map(a, run, "tool"), "driver");
	node_put_text(a, driver, "name", "hearsay");
	node_put_text(a, driver, "semanticVersion", HEARSAY_VERSION);
	put_rules(a, driver, &rules);
	node_put_text(a, run, "columnKind", "unicodeCodePoints");
	put_results(a, c, found, path, &rules, run);
	return top;
}
