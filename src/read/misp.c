#include "read/misp.h"

#include "case/date.h"
#include "case/foreign.h"
#include "case/format.h"
#include "case/misp.h"
#include "read/transfer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct misp_event {
	struct adopt *to;
	const struct node *event, *attributes;
	const char *info, *who, *date;
	const char *grade, *likelihood; // of tags of the event
	size_t question;                // one more than its number; 0: none yet
	struct network_names actors;    // [hypothesis]
	LIST(const char *) ids;         // [hypothesis]
	struct network_names left;      // types of what is not used
	LIST(size_t) counts;            // of them
	struct err *err;
};

static const char *text_of(const struct node *n, const char *key)
{
	const char *text = node_get_text(n, key);
	return text && *text ? text : NULL;
}

// --- the event and its attributes ---

bool misp_is(const struct node *n)
{
	const struct node *event = node_get(n, "Event");
	return (event && event->kind == NODE_MAP) || (node_get(n, "response") && !node_get(n, "questions"));
}

static enum status find_event(struct misp_event *m, const struct node *top)
{
	const struct node *answer = node_get(top, "response");
	if (answer && answer->kind == NODE_LIST && answer->n != 1)
		return err_set(m->err, STATUS_BAD_INPUT, "response: has %zu events; save one in a file and import that",
			       answer->n);
	if (answer && answer->kind == NODE_LIST)
		answer = answer->first;
	m->event = node_get(answer ? answer : top, "Event");
	if (!m->event || m->event->kind != NODE_MAP)
		return err_set(m->err, STATUS_BAD_INPUT, "response: has no Event");
	if (!text_of(m->event, "info"))
		return err_set(m->err, STATUS_BAD_INPUT, "Event: has no info, which every event of MISP has");
	if (adopt_deep(m->event))
		return err_set(m->err, STATUS_BAD_INPUT, "Event: is nested too deep to be kept in a case");
	m->attributes = node_get(m->event, "Attribute");
	if (m->attributes && m->attributes->kind != NODE_LIST)
		return err_set(m->err, STATUS_BAD_INPUT, "Event.Attribute: should be a list");
	return STATUS_OK;
}

static enum status check_attributes(struct misp_event *m)
{
	size_t i = 0;
	for (node_each (n, m->attributes)) {
		if (n->kind != NODE_MAP)
			return err_set(m->err, STATUS_BAD_INPUT, "Event.Attribute[%zu]: should be a map", i);
		if (!text_of(n, "type") || !node_get_text(n, "value"))
			return err_set(m->err, STATUS_BAD_INPUT,
				       "Event.Attribute[%zu]: needs type and value, both texts", i);
		i++;
	}
	return STATUS_OK;
}

// --- what is kept ---

static bool is_list(const struct node *n)
{
	bool maps = n->kind == NODE_LIST && n->n;
	for (node_each (child, n))
		maps = maps && child->kind == NODE_MAP;
	return maps;
}

static const char *name_of(struct misp_event *m, const struct node *list, const struct node *n)
{
	const char *name = text_of(n, "uuid") ? text_of(n, "uuid") : text_of(n, "name");
	return arena_printf(m->to->a, "%s.%.200s", list->key, name ? name : "unnamed");
}

// The event without its lists, and each thing in its lists, but for what an export makes.
static void keep_all(struct misp_event *m)
{
	struct node *head = node_map(m->to->a);
	for (node_each (n, m->event)) {
		if (is_list(n) || n == m->attributes) // which go out with ours among them, even if there are none
			continue;
		struct node *copy = arena_new(m->to->a, struct node);
		*copy = *n;
		copy->next = NULL;
		node_put(m->to->a, head, n->key, copy);
	}
	if (!foreign_is_own("misp", NULL, head))
		adopt_keep(m->to, MISP_EVENT, "misp", NULL, head);
	for (node_each (list, m->event))
		if (is_list(list))
			for (node_each (n, list))
				if (!foreign_is_own("misp", list->key, n))
					adopt_keep(m->to, name_of(m, list, n), "misp", list->key, n);
}

// --- our own ---

static const struct node *find_case(const struct misp_event *m)
{
	for (node_each (n, m->attributes)) {
		const char *value = node_get_text(n, "value"), *type = node_get_text(n, "type");
		if (foreign_is_own("misp", "Attribute", n) && !strcmp(value, MISP_CASE) && !strcmp(type, "attachment"))
			return n;
	}
	return NULL;
}

// The case that is attached, with what was kept of the event behind what it keeps of others.
static enum status read_own(struct misp_event *m, const struct node *attached, const struct the_case *known,
			    struct the_case *c)
{
	struct arena *a = m->to->a;
	const char *data = node_get_text(attached, "data");
	struct slice bytes;
	struct runs map = { 0 };
	struct node *tree, *list = NULL;
	if (!data)
		return err_set(m->err, STATUS_BAD_INPUT,
			       "Event: the attachment " MISP_CASE " came without its data; "
			       "export the event with attachments");
	enum status s = transfer_decode(a, TRANSFER_BASE64, slice_of(data), (span){ 0, (uint32_t)strlen(data) }, &bytes,
					&map, m->err);
	s = s ? s : m->to->parse(a, bytes, &tree, m->err);
	if (s != STATUS_OK)
		return err_within(m->err, "the attachment " MISP_CASE);
	if (tree->kind != NODE_MAP)
		return err_set(m->err, STATUS_BAD_INPUT, "the attachment " MISP_CASE " is no case");
	for (struct node *n = tree->first; n; n = n->next)
		if (!strcmp(n->key, "foreign") && n->kind == NODE_LIST)
			list = n;
	if (!list && m->to->foreign->n)
		list = node_put_list(a, tree, "foreign");
	for (node_each (n, m->to->foreign)) {
		struct node *copy = arena_new(a, struct node);
		*copy = *n;
		copy->next = NULL;
		node_add(list, copy);
	}
	remarks_add(a, m->to->told, REMARK_READ, "a case of hearsay, attached to the event");
	if (m->to->foreign->n)
		remarks_add(a, m->to->told, REMARK_LEFT, "parts of the event, kept as they came and not used: %zu",
			    m->to->foreign->n);
	if (format_read_case(a, tree, known, c, m->err) != STATUS_OK)
		return err_within(m->err, "the attachment " MISP_CASE);
	return STATUS_OK;
}

// --- tags ---

static void read_tags(struct misp_event *m, const struct node *of, const char **grade, const char **likelihood)
{
	for (node_each (tag, node_get(of, "Tag"))) {
		const char *name = node_get_text(tag, "name");
		if (!*grade && name && strchr(name, ':'))
			*grade = adopt_grade(m->to->a, name);
		if (!*likelihood)
			*likelihood = adopt_likelihood(m->to->a, name);
	}
}

// --- actors ---

static const char *add_actor(struct misp_event *m, const char *name)
{
	size_t at = network_names_find(&m->actors, 0, slice_of(name));
	if (at != SIZE_MAX)
		return m->ids.at[at];
	const char *brief = adopt_brief(m->to->a, name);
	if (!m->question)
		m->question = adopt_question(m->to, arena_printf(m->to->a, "Who is behind this: %s?",
								 adopt_brief(m->to->a, m->info))) +
			      1;
	const char *id =
	    adopt_hypothesis(m->to, m->question - 1, brief, arena_printf(m->to->a, "%s did it", brief), brief);
	if (!id)
		remarks_add(m->to->a, m->to->told, REMARK_LEFT, "%.100s: more hypotheses than a question may have",
			    brief);
	network_names_put(&m->actors, 0, name);
	list_push(m->to->a, &m->ids, id);
	return id;
}

// Their number on their scale. A text, a list with one, or a number.
static const char *confidence_of(struct misp_event *m, const struct node *cluster)
{
	const struct node *n = node_get(node_get(cluster, "meta"), "attribution-confidence");
	if (n && n->kind == NODE_LIST)
		n = n->first;
	if (!n || (n->kind != NODE_TEXT && n->kind != NODE_NUMBER))
		return NULL;
	struct buf b = buf_in(m->to->a);
	if (n->kind == NODE_TEXT)
		buf_printf(&b, "%.40s", n->text);
	else
		node_print_number(&b, n->number);
	return arena_printf(m->to->a, "%s (attribution-confidence of MISP, 0 to 100)", buf_str(&b));
}

static void judge_actor(struct misp_event *m, const char *name, const char *confidence, const char *likelihood)
{
	const char *id = add_actor(m, name);
	if (!id)
		return;
	adopt_judge(m->to, &(struct adopt_judgement){
			       .who = m->who,
			       .question = adopt_question_id(m->to, m->question - 1),
			       .hypothesis = id,
			       .word = likelihood ? likelihood : m->likelihood,
			       .confidence = confidence,
			       .say = arena_printf(m->to->a, "The event names %s.", adopt_brief(m->to->a, name)) });
}

static bool names_actors(const char *type)
{
	static const char *const types[] = { "threat-actor", "mitre-intrusion-set", "intrusion-set",
					     "microsoft-activity-group" };
	for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
		if (!strcmp(type, types[i]))
			return true;
	return false;
}

static void leave(struct misp_event *m, const char *what);

// Galaxies of the event or of one of its attributes, and tags that name a cluster without it.
static void read_actors(struct misp_event *m, const struct node *of, const char *likelihood)
{
	for (node_each (galaxy, node_get(of, "Galaxy"))) {
		if (!names_actors(node_get_text(galaxy, "type"))) {
			leave(m, "galaxy");
			continue;
		}
		for (node_each (cluster, node_get(galaxy, "GalaxyCluster")))
			if (text_of(cluster, "value"))
				judge_actor(m, text_of(cluster, "value"), confidence_of(m, cluster), likelihood);
	}
	for (node_each (tag, node_get(of, "Tag"))) {
		static const char start[] = "misp-galaxy:threat-actor=\"";
		const char *name = node_get_text(tag, "name");
		if (!name || strncmp(name, start, sizeof start - 1) != 0)
			continue;
		const char *actor = name + sizeof start - 1, *end = strchr(actor, '"');
		actor = arena_copy(m->to->a, actor, end ? (size_t)(end - actor) : strlen(actor));
		if (*actor && network_names_find(&m->actors, 0, slice_of(actor)) == SIZE_MAX)
			judge_actor(m, actor, NULL, likelihood);
	}
}

// --- attributes ---

static void leave(struct misp_event *m, const char *what)
{
	size_t at = network_names_find(&m->left, 0, slice_of(what));
	if (at == SIZE_MAX) {
		at = m->counts.n;
		network_names_put(&m->left, 0, what);
		list_push(m->to->a, &m->counts, 0);
	}
	m->counts.at[at]++;
}

static const char *day_of(struct misp_event *m, const struct node *attribute)
{
	const struct node *n = node_get(attribute, "timestamp");
	double at = n && n->kind == NODE_TEXT ? strtod(n->text, NULL) : n && n->kind == NODE_NUMBER ? n->number : 0;
	char day[DATE_TEXT];
	if (!(at > 0 && at < 4e10))
		return m->date;
	date_print(date_of_day((long)(at / 86400)), day);
	return arena_text(m->to->a, day);
}

static bool says_something(const char *type)
{
	return !strcmp(type, "text") || !strcmp(type, "comment");
}

static void read_actor_attributes(struct misp_event *m)
{
	for (node_each (n, m->attributes)) {
		const char *grade = NULL, *likelihood = NULL;
		read_tags(m, n, &grade, &likelihood);
		read_actors(m, n, likelihood);
		if (!strcmp(node_get_text(n, "type"), "threat-actor") && text_of(n, "value"))
			judge_actor(m, text_of(n, "value"), NULL, likelihood);
	}
}

// Words are what somebody reports; where nobody is named there is no question that they could bear on.
static void read_words(struct misp_event *m)
{
	for (node_each (n, m->attributes)) {
		const char *type = node_get_text(n, "type"), *value = text_of(n, "value"),
			   *comment = text_of(n, "comment");
		const char *grade = NULL, *likelihood = NULL;
		if (!strcmp(type, "threat-actor"))
			continue;
		if (!says_something(type) || !value) {
			leave(m, type);
			continue;
		}
		value = adopt_brief(m->to->a, value);
		read_tags(m, n, &grade, &likelihood);
		grade = grade ? grade : m->grade;
		if (m->question)
			adopt_fact(m->to, m->question - 1, value, adopt_source(m->to, m->who, grade),
				   likelihood ? likelihood : "yes", day_of(m, n),
				   comment ? adopt_brief(m->to->a, comment) : NULL);
		else
			adopt_judge(m->to,
				    &(struct adopt_judgement){ .who = m->who, .word = likelihood, .say = value });
	}
}

static void tell(struct misp_event *m)
{
	struct adopt *x = m->to;
	remarks_add(
	    x->a, x->told, REMARK_READ,
	    "an event of MISP. Attributes: %zu; hypotheses made of it: %zu, facts: %zu, judgements of others: %zu",
	    m->attributes ? m->attributes->n : 0, m->ids.n, x->facts->n, x->judgements->n);
	size_t ours = 0;
	for (node_each (n, m->attributes))
		ours += foreign_is_own("misp", "Attribute", n);
	if (ours)
		remarks_add(x->a, x->told, REMARK_LEFT,
			    "of hearsay, but without the case: %zu attributes, read as they stand and not kept", ours);
	if (!m->question)
		remarks_add(x->a, x->told, REMARK_LEFT, "no question: no galaxy, tag or attribute names an actor");
	for (size_t i = 0; i < m->counts.n; i++)
		remarks_add(x->a, x->told, REMARK_LEFT, "kept as it came and not used: %zu %.60s", m->counts.at[i],
			    m->left.list.at[i].text);
}

static void adopt(struct misp_event *m)
{
	const char *date = text_of(m->event, "date"), *who = text_of(node_get(m->event, "Orgc"), "name");
	struct date d;
	m->info = text_of(m->event, "info");
	m->who = adopt_brief(m->to->a, who ? who : "Somebody not named");
	m->date = date && date_read(slice_of(date), &d) ? date : NULL;
	node_put_text(m->to->a, m->to->tree, "title", adopt_brief(m->to->a, m->info));
	read_tags(m, m->event, &m->grade, &m->likelihood);
	read_actors(m, m->event, NULL);
	read_actor_attributes(m);
	read_words(m);
	for (node_each (n, node_get(m->event, "Object")))
		leave(m, "object");
	for (node_each (n, node_get(m->event, "EventReport")))
		leave(m, "event report");
	tell(m);
}

enum status misp_read(struct adopt *x, const struct node *top, const struct the_case *known, struct the_case *c,
		      struct err *e)
{
	struct misp_event m = { .to = x, .err = e };
	adopt_begin(x);
	enum status s = find_event(&m, top);
	s = s ? s : check_attributes(&m);
	if (s == STATUS_OK) {
		const struct node *attached = find_case(&m);
		keep_all(&m);
		if (!attached)
			adopt(&m);
		s = attached ? read_own(&m, attached, known, c) : adopt_end(x, known, c, e);
	}
	network_names_free(&m.actors);
	network_names_free(&m.left);
	adopt_free(x);
	return s;
}
