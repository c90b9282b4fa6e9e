// Each family looks at the words beside a name: first what stands left of it with its article and what describes it
// ("the British newspaper"), then what stands right of it. What rules a citation out goes first: polls, debates, people
// who work there, and what was not said.
#include "read/cite_cues.h"

#include "read/look.h"

enum { NEAR = 6, GAP = 5 };

static bool marked(const struct cite_words *w, int i, char mark)
{
	const struct cite_word *x = cite_words_at(w, i);
	return x && x->mark == mark;
}

// Whether one of the words [from, to) is a cue; the sentence's clause ends the search.
static bool any(const struct cite_words *w, int from, int to, uint64_t cues)
{
	for (int i = from < 0 ? 0 : from; i < to && cite_words_at(w, i); i++)
		if (cite_words_is(w, i, cues))
			return true;
	return false;
}

static const struct cite_name *named(const struct cite_place *p)
{
	return &p->names->list.at[p->name];
}

// --- the place ---

// The word left of a noun phrase that ends before word i: over its describing words and its article.
static int left_of(const struct cite_words *w, int i)
{
	int l = i - 1;
	if (marked(w, l, '"'))
		l--;
	while (cite_words_is(w, l, CUE(nation)) && cite_words_at(w, l)->capital)
		l--;
	if (cite_words_is(w, l, CUE(medium))) {
		int first = l;
		for (l--; l > first - GAP; l--) {
			const struct cite_word *x = cite_words_at(w, l);
			if (!x || x->mark || x->is & (CUE(prep) | CUE(conj) | CUE(article) | CUE(cite) | CUE(tell)))
				break;
		}
	}
	if (cite_words_say(w, l, "s") && marked(w, l - 1, '\'') && cite_words_at(w, l - 1)->glued && l >= 2)
		l -= 3; // "Germany's Bild"
	if (cite_words_is(w, l, CUE(article)))
		l--;
	return l;
}

// Over brackets behind a name: "Agence France-Presse (AFP)".
static int right_of(const struct cite_words *w, int i)
{
	if (marked(w, i, '"'))
		i++;
	if (!marked(w, i, '('))
		return i;
	for (int k = i + 1; k < i + NEAR; k++)
		if (marked(w, k, ')'))
			return k + 1;
	return i;
}

// "CNN and Fox News": the second has the first's left, the first the second's right.
static struct cite_place place_of(const struct cite_words *w, const struct cite_names *names, size_t name)
{
	const struct cite_name *x = &names->list.at[name];
	struct cite_place p = { w, names, name, left_of(w, x->from), right_of(w, x->to) };
	if (name && (cite_words_say(w, p.left, "and") || cite_words_say(w, p.left, "or") || marked(w, p.left, '/')) &&
	    names->list.at[name - 1].to == p.left && names->list.at[name - 1].known)
		p.left = left_of(w, names->list.at[name - 1].from);
	if (name + 1 < names->list.n && (cite_words_say(w, p.right, "and") || cite_words_say(w, p.right, "or")) &&
	    left_of(w, names->list.at[name + 1].from) == p.right && names->list.at[name + 1].known)
		p.right = right_of(w, names->list.at[name + 1].to);
	return p;
}

// Over words of time and manner, and auxiliary verbs: "also", "on Monday", "has first".
static int over(const struct cite_words *w, int i, int step)
{
	for (int n = 0; n < NEAR; n++) {
		const struct cite_word *x = cite_words_at(w, i);
		bool on = cite_words_say(w, i, "on") && cite_words_is(w, i + 1, CUE(day) | CUE(time));
		bool number = x && !x->mark && x->digit;
		if (!on && !number && !cite_words_is(w, i, CUE(adv) | CUE(day) | CUE(time) | CUE(have)))
			break;
		i += step;
	}
	return i;
}

static bool negated(const struct cite_words *w, int i)
{
	return any(w, i - 4, i, CUE(not )) && !cite_words_say(w, i - 1, "comment");
}

// --- what rules a citation out ---

// "a CNN/ORC poll", "the Fox News debate", "an NBC News-Wall Street Journal survey".
static bool sponsor(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int i = named(p)->to;
	while ((marked(w, i, '/') || (marked(w, i, '-') && cite_words_at(w, i)->glued)) && cite_words_at(w, i + 1)) {
		i += 2;
		while (cite_words_at(w, i) && cite_words_at(w, i)->capital)
			i++;
	}
	for (int k = i; k < i + 4 && cite_words_at(w, k) && !cite_words_at(w, k)->mark; k++) {
		if (cite_words_is(w, k, CUE(poll) | CUE(debate)))
			return true;
		if (cite_words_is(w, k, CUE(prep) | CUE(conj) | CUE(report) | CUE(say)))
			break;
	}
	return false;
}

// Who works there or speaks for it: "a CNN spokesman", "Fox News contributor George Will".
static bool mouth(const struct cite_place *p)
{
	int i = named(p)->to + cite_names_possessive(p->w, named(p)->to);
	for (int k = i; k < i + 3 && cite_words_at(p->w, k) && !cite_words_at(p->w, k)->mark; k++)
		if (cite_words_is(p->w, k, CUE(mouth)))
			return true;
	return false;
}

// --- verb and relative ---

static bool finance(const struct cite_words *w, int v)
{
	return any(w, v + 1, v + 1 + NEAR, CUE(finance));
}

// What an outlet says of itself: "CNN said it would".
static bool own_matter(const struct cite_words *w, int v)
{
	static const char *const own[] = { "it", "its", "they", "their", "we", "he", "she" };
	int i = over(w, v + 1, 1);
	if (cite_words_say(w, i, "in") && cite_words_is(w, i + 2, CUE(note)))
		return true;
	if (cite_words_say(w, i, "that"))
		i++;
	for (size_t k = 0; k < sizeof own / sizeof *own; k++)
		if (cite_words_say(w, i, own[k]))
			return true;
	return false;
}

// Whether word v is the verb of an outlet that brings news.
static bool brings(const struct cite_words *w, int v)
{
	if (cite_words_say(w, v, "broke"))
		return any(w, v + 1, v + GAP, CUE(content) | CUE(talk)) || cite_words_say(w, v + 2, "news");
	if (cite_words_is(w, v, CUE(report)))
		return !finance(w, v) && !cite_words_say(w, v + 1, "for");
	if (cite_words_is(w, v, CUE(own)))
		return !cite_words_say(w, v + 1, "from") || cite_words_say(w, v, "learned");
	if (cite_words_is(w, v, CUE(carry)))
		return any(w, v + 1, v + 1 + NEAR, CUE(content) | CUE(thing) | CUE(talk));
	if (cite_words_is(w, v, CUE(claim)))
		return !cite_words_say(w, v, "cites") && cite_words_at(w, v + 1) && !marked(w, v + 1, ',') &&
		       !marked(w, v + 1, '.');
	return cite_words_is(w, v, CUE(say)) && !own_matter(w, v);
}

// "was the first to report", "is reporting".
static int over_being(const struct cite_words *w, int i)
{
	if (!cite_words_is(w, i, CUE(be)) && !cite_words_say(w, i, "first"))
		return i;
	int k = cite_words_is(w, i, CUE(be)) ? i + 1 : i;
	if (cite_words_say(w, k, "the"))
		k++;
	if (cite_words_say(w, k, "first") && cite_words_say(w, k + 1, "to"))
		return k + 2;
	return cite_words_say(w, k, "reporting") ? k : i;
}

static bool report_base(const struct cite_words *w, int v)
{
	return cite_words_say(w, v, "report") || cite_words_say(w, v, "break") || cite_words_say(w, v, "publish") ||
	       cite_words_say(w, v, "disclose") || cite_words_say(w, v, "reveal");
}

// Whether a verb from word i on says that news is brought, with what may stand before it.
static bool verb_at(const struct cite_words *w, int i)
{
	int v = over(w, i, 1);
	if (brings(w, v))
		return true;
	int k = over_being(w, v);
	return k != v && (report_base(w, k) || cite_words_say(w, k, "reporting"));
}

// The end of a person's name from word i on: two to four capitals, or `i`.
static int person(const struct cite_words *w, int i)
{
	int k = i;
	while (k < i + 4 && cite_words_at(w, k) && cite_words_at(w, k)->capital && !cite_words_is(w, k, CUE(day)))
		k++;
	return k >= i + 2 ? k : i;
}

static bool strict_at(const struct cite_words *w, int i)
{
	int v = over(w, i, 1);
	return cite_words_is(w, v, CUE(report)) && !cite_words_say(w, v, "broke") && !finance(w, v);
}

// "CNN's Ada Lee reported", "a Times reporter, Ada Lee, wrote", "a Reuters witness saw".
static bool person_brings(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int i = named(p)->to, possessive = cite_names_possessive(w, i);
	if (possessive && person(w, i + possessive) > i + possessive)
		return strict_at(w, person(w, i + possessive));
	if (cite_words_is(w, i, CUE(eye)) && (cite_words_is(w, i + 1, CUE(saw)) || strict_at(w, i + 1) ||
					      (cite_words_say(w, i, "witness") && cite_words_is(w, i + 1, CUE(say)))))
		return true;
	while (cite_words_is(w, i, CUE(staff)))
		i++;
	if (i == named(p)->to)
		return false;
	int k = marked(w, i, ',') ? i + 1 : i, end = person(w, k);
	return end > k && strict_at(w, marked(w, end, ',') && k > i ? end + 1 : end);
}

// Whether an outlet stands where the subject of a sentence does: not behind a preposition or a verb.
static bool subject(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	const struct cite_word *x = cite_words_at(w, p->left);
	if (!x || x->is & (CUE(conj) | CUE(say) | CUE(adv) | CUE(day) | CUE(time)))
		return !cite_words_is(w, p->left, CUE(prep)) || cite_words_is(w, p->left, CUE(conj));
	if (x->mark)
		return x->mark != '\'' && x->mark != '/';
	if (x->is & (CUE(prep) | CUE(tell) | CUE(cite) | CUE(not )))
		return cite_words_say(w, p->left, "with");
	return true;
}

// A report is named before: "In a report published Sunday, Reuters said".
static bool report_before(const struct cite_place *p)
{
	return marked(p->w, p->left, ',') && any(p->w, p->left - 10, p->left, CUE(content) | CUE(talk));
}

static bool by_verb(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	if (cite_words_is(w, p->left, CUE(report) | CUE(say)) &&
	    (marked(w, p->left - 1, ',') || marked(w, p->left - 1, '"')))
		return !cite_words_at(w, p->right) || marked(w, p->right, '.') ||
		       marked(w, p->right, ','); // "..., reports the"
	if (!subject(p))
		return false;
	if (person_brings(p))
		return true;
	if (named(p)->end > named(p)->to)
		return strict_at(w, named(p)->end);
	if (cite_names_possessive(w, named(p)->to) || cite_words_is(w, named(p)->to, CUE(staff)))
		return false;
	int i = p->right;
	if (marked(w, i, ',') && (cite_words_say(w, i + 1, "in") || cite_words_say(w, i + 1, "citing") ||
				  cite_words_say(w, i + 1, "quoting"))) {
		int k = i + 2; // "Reuters, citing two officials, reported"
		while (cite_words_at(w, k) && !marked(w, k, ',') && k < i + 14)
			k++;
		if (marked(w, k, ',') && verb_at(w, k + 1))
			return true;
	}
	int v = over(w, i, 1);
	if (cite_words_is(w, v, CUE(say)) && report_before(p))
		return true;
	return verb_at(w, i);
}

// "O, which first reported", "O, citing": what follows comes from O or from whom it names.
static bool by_relative(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int i = p->right;
	if (marked(w, i, ','))
		i++;
	if (cite_words_say(w, i, "citing") || cite_words_say(w, i, "quoting"))
		return !cite_words_is(w, p->left, CUE(tell));
	if (!cite_words_say(w, i, "which") || i == p->right)
		return false;
	int v = over_being(w, over(w, i + 1, 1));
	return cite_words_is(w, v, CUE(report) | CUE(own) | CUE(carry) | CUE(cite)) ? brings(w, v) : report_base(w, v);
}

// --- passive, prefix, noun, colon ---

static bool by_passive(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int i = p->left;
	if (cite_words_say(w, i, "by") || cite_words_say(w, i, "in") || cite_words_say(w, i, "on")) {
		bool by = cite_words_say(w, i, "by");
		i = over(w, i - 1, -1);
		if (cite_words_say(w, i, "saying") && cite_words_say(w, i - 1, "as"))
			i -= 2; // "quoted as saying by"
		if (!by)
			return (cite_words_say(w, i, "reported") || cite_words_say(w, i, "revealed") ||
				cite_words_say(w, i, "disclosed")) &&
			       !negated(w, i);
		return cite_words_is(w, i, CUE(passive)) && !negated(w, i) &&
		       !any(w, i - 4, i, CUE(poll) | CUE(debate));
	}
	if (!cite_words_say(w, i, "to") && !cite_words_say(w, i, "with"))
		return false;
	i = over(w, i - 1, -1);
	return cite_words_is(w, i, CUE(given)) && !negated(w, i) &&
	       any(w, i - 9, i, CUE(thing) | CUE(content) | CUE(note));
}

// The noun that a preposition belongs to, over what may stand between: "a report published on Monday by".
static int noun_before(const struct cite_words *w, int prep)
{
	int i = over(w, prep - 1, -1);
	if (cite_words_say(w, i, "on") || cite_words_is(w, i, CUE(passive) | CUE(carry)))
		i = over(w, i - 1, -1);
	return i;
}

static bool by_prefix(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int l = p->left;
	if (cite_words_say(w, l, "to") && cite_words_say(w, l - 1, "according"))
		return true;
	if (cite_words_say(w, l, "per") || (cite_words_is(w, l, CUE(cite)) && !marked(w, l - 1, '\'')))
		return !cite_words_is(w, l - 1, CUE(be)) || cite_words_say(w, l, "citing") ||
		       cite_words_say(w, l, "quoting");
	if (cite_words_say(w, l, "via"))
		return true;
	if (!cite_words_say(w, l, "in") && !cite_words_say(w, l, "by") && !cite_words_say(w, l, "from") &&
	    !cite_words_say(w, l, "on") && !cite_words_say(w, l, "at"))
		return false;
	int i = noun_before(w, l);
	if (!cite_words_is(w, i, CUE(content)) || cite_words_say(w, i, "account") || cite_words_say(w, i, "count"))
		return cite_words_say(w, i, "appeared") && any(w, i - GAP, i, CUE(content));
	return i >= 0 &&
	       !(cite_words_say(w, i, "reports") && cite_words_is(w, l, CUE(prep)) && cite_words_say(w, l, "at")) &&
	       !cite_words_is(w, i - 1, CUE(be));
}

static bool by_noun(const struct cite_place *p, enum citation_kind *kind)
{
	const struct cite_words *w = p->w;
	int i = named(p)->to, possessive = cite_names_possessive(w, i);
	if (named(p)->end > named(p)->to && !possessive)
		return false;
	i += possessive;
	bool article = cite_words_is(w, named(p)->from - 1, CUE(article)) || possessive;
	for (int n = 0; n < 4; n++, i++) {
		const struct cite_word *x = cite_words_at(w, i);
		if (!x || x->mark || x->capital || x->is & (CUE(prep) | CUE(conj) | CUE(be) | CUE(have)))
			return false;
		if (x->is & CUE(talk) && (article || cite_words_say(w, p->left, "in"))) {
			*kind = CITATION_TOLD;
			return !any(w, named(p)->from - 5, named(p)->from, CUE(refuse) | CUE(not )) &&
			       (any(w, p->left, p->left + 1, CUE(prep)) || any(w, i + 1, i + NEAR, CUE(say)));
		}
		if (x->is & CUE(content))
			return article && !cite_words_say(w, i + 1, "card") && !cite_words_say(w, i + 1, "page") &&
			       !cite_words_is(w, i + 1, CUE(staff) | CUE(mouth));
	}
	return false;
}

// "Source: O", "Via O", "(via O)".
static bool by_colon(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int l = marked(w, p->left, ':') ? p->left - 1 : p->left;
	if (marked(w, p->right, '/'))
		return false;
	if (!cite_words_is(w, l, CUE(via)) || (cite_words_say(w, l, "sources") && l == p->left))
		return false;
	return l == 0 || marked(w, l - 1, '(') || marked(w, l - 1, '-') || marked(w, l - 1, '[');
}

// --- told ---

static bool told_to(const struct cite_words *w, int l)
{
	int i = over(w, l - 1, -1);
	if (cite_words_say(w, l, "to") && cite_words_is(w, i, CUE(toward)))
		return !negated(w, i);
	if (cite_words_say(w, l, "with") && cite_words_is(w, i, CUE(spoke)))
		return !negated(w, i);
	if (cite_words_say(w, l, "by") && cite_words_is(w, i, CUE(interviewed)))
		return true;
	return false;
}

// "in an interview on Monday with O", "in a statement to O".
static bool talk_before(const struct cite_words *w, int l)
{
	int i = over(w, l - 1, -1);
	if (cite_words_say(w, i, "on") || cite_words_is(w, i, CUE(passive) | CUE(carry)))
		i = over(w, i - 1, -1);
	if (cite_words_is(w, i, CUE(talk)))
		return !any(w, i - GAP, i, CUE(refuse) | CUE(not )) && !cite_words_say(w, i - 1, "no");
	if (cite_words_is(w, i, CUE(note)))
		return (cite_words_say(w, l, "to") || cite_words_say(w, l, "with")) &&
		       !any(w, i - GAP, i, CUE(refuse) | CUE(not ));
	return cite_words_is(w, i, CUE(appearance)) && cite_words_say(w, l, "on") &&
	       (any(w, i - 12, i, CUE(say)) || marked(w, 0, '"'));
}

static bool by_told(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int l = p->left;
	if (cite_words_is(w, l, CUE(tell)))
		return !negated(w, l);
	if (cite_words_is(w, l, CUE(adv)) && cite_words_is(w, l - 1, CUE(tell)))
		return !negated(w, l - 1); // "told exclusively"
	if (cite_words_say(w, l, "on") && cite_words_is(w, over(w, l - 1, -1), CUE(say)))
		return true;
	if (!cite_words_say(w, l, "to") && !cite_words_say(w, l, "with") && !cite_words_say(w, l, "by") &&
	    !cite_words_say(w, l, "on") && !cite_words_say(w, l, "in") && !cite_words_say(w, l, "for"))
		return false;
	return told_to(w, l) || talk_before(w, l);
}

// --- credits ---

static bool credit_words(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int f = named(p)->from, l = p->left;
	for (int i = named(p)->to; i < named(p)->to + 14; i++)
		if (cite_words_say(w, i, "contributed") && (cite_words_say(w, i + 1, "to") || marked(w, i + 1, '.')) &&
		    f < 12)
			return true;
	if (cite_words_say(w, l, "from") && (cite_words_say(w, l - 1, "information") ||
					     cite_words_say(w, l - 1, "files") || cite_words_say(w, l - 1, "material")))
		return true;
	if (cite_words_say(w, l, "by") && cite_words_say(w, l - 1, "distributed"))
		return true;
	bool brought = cite_words_say(w, l - 1, "published") || cite_words_say(w, l - 1, "appeared") ||
		       cite_words_say(w, l - 1, "reprinted");
	return brought && cite_words_is(w, l, CUE(prep)) &&
	       (cite_words_say(w, l - 2, "first") || cite_words_say(w, l - 2, "originally")) &&
	       any(w, 0, 3, CUE(content) | CUE(article));
}

// "(Reuters) -", "(AP/AFP)": where a text or its last line says whose it is.
static bool bracketed(const struct cite_place *p)
{
	const struct cite_words *w = p->w;
	int from = named(p)->from, to = named(p)->to;
	while (marked(w, from - 1, '/') && from > 1)
		from -= 2;
	while (marked(w, to, '/') && cite_words_at(w, to + 1))
		to += 2;
	if (!marked(w, from - 1, '(') || !marked(w, to, ')') || !named(p)->agency)
		return false;
	bool same = p->name && p->names->list.at[p->name - 1].to >= from - 2 &&
		    p->names->list.at[p->name - 1].outlet == named(p)->outlet;
	return !same && ((from < 14 && (marked(w, to + 1, '-') || !cite_words_at(w, to + 1))) || from == 1);
}

// --- all ---

// What is only a name is an outlet's at most where the cue is one for outlets.
static bool strong(const struct cite_place *p, enum cite_family f)
{
	const struct cite_words *w = p->w;
	int l = p->left, v = over(w, p->right, 1);
	if (cite_names_possessive(w, named(p)->from - 2) || cite_words_is(w, l, CUE(staff)))
		return false; // "Channel 9's Ada Lee"
	if (cite_words_is(w, l, CUE(say)) || cite_words_say(w, noun_before(w, l), "reporting"))
		return false; // "said Ada Lee", "(Reporting by Ada Lee)"
	if (f == CITE_verb)
		return !cite_words_is(w, v, CUE(say) | CUE(claim)) || cite_words_is(w, v, CUE(report)) ||
		       report_before(p) || any(w, v + 1, v + GAP, CUE(content));
	return f == CITE_prefix || f == CITE_told || f == CITE_relative ||
	       (f == CITE_passive && cite_words_say(w, l, "by"));
}

// "told Ada Lee of CNN": the cue stands before the person.
static int before_person(const struct cite_place *p)
{
	int l = p->left;
	if (!cite_words_say(p->w, l, "of") || !cite_words_at(p->w, l - 1) || !cite_words_at(p->w, l - 1)->capital)
		return l;
	for (int n = 0; n < 4 && cite_words_at(p->w, l - 1) && cite_words_at(p->w, l - 1)->capital; n++)
		l--;
	return cite_words_is(p->w, l - 1, CUE(tell) | CUE(prep)) ? l - 1 : p->left;
}

enum cite_family cite_cues_of(const struct cite_words *w, const struct cite_names *names, size_t name,
			      enum citation_kind *kind)
{
	struct cite_place p = place_of(w, names, name);
	enum cite_family f = CITE_NONE;
	*kind = CITATION_CREDIT;
	if (named(&p)->known && (bracketed(&p) || credit_words(&p)))
		return CITE_credit;
	if (sponsor(&p))
		return CITE_NONE;
	*kind = CITATION_TOLD;
	p.left = before_person(&p);
	if (by_told(&p))
		f = CITE_told;
	else if (mouth(&p))
		return CITE_NONE;
	else
		*kind = CITATION_CITES;
	if (f != CITE_NONE)
		;
	else if (by_prefix(&p))
		f = CITE_prefix;
	else if (by_passive(&p))
		f = CITE_passive;
	else if (by_relative(&p))
		f = CITE_relative;
	else if (by_verb(&p))
		f = CITE_verb;
	else if (named(&p)->known && by_noun(&p, kind))
		f = CITE_noun;
	else if (named(&p)->known && by_colon(&p))
		f = CITE_colon;
	return named(&p)->known || strong(&p, f) ? f : CITE_NONE;
}
