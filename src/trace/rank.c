// Every pair of a cluster is aligned; the text that most evidence puts before the others is the root, and each other
// one hangs on the text before it that has most of its words. A reprint of a reprint so keeps its way.
#include "trace/rank.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS = 48 }; // members that every other one is compared with: the first of a cluster

static const double clearly = 0.01; // more of a text's words than another has

struct member {
	uint32_t text;
	double before; // sum of the log-odds that it was before each other one
	size_t rank;   // place in the cluster
};

// What of two members' alignment tells which came first: shares of their words, and where the rest of them stands.
struct pair {
	float a_in_b, b_in_a, a_gap, b_gap;
};

// The first PAIRS members with all: [member i * n + member j], i < PAIRS.
struct pairs {
	size_t n, rows;
	const uint32_t *text; // [member]
	size_t *same;         // [member] the first member of the very same words
	struct pair *with;    // of i with j, where j is the later one
	double *odds;         // that i came before j
	double *held;         // share of j's words that stand in i
};

// The members of a cluster in the order they came.
static uint32_t *members_of(struct arena *a, const struct copies *c, const struct copies_cluster *cluster)
{
	uint32_t *m = arena_array(a, uint32_t, cluster->n), n = 0;
	for (uint32_t i = cluster->first; i != COPIES_NONE; i = c->texts.at[i].next)
		m[n++] = i;
	return m;
}

static bool same_words(const struct copies *c, uint32_t x, uint32_t y)
{
	const struct copies_text *p = &c->texts.at[x], *q = &c->texts.at[y];
	return p->n == q->n && (!p->n || !memcmp(p->at, q->at, p->n * sizeof *p->at));
}

// Exact reprints need not be aligned again.
static void find_same(struct pairs *p, const struct copies *c)
{
	for (size_t j = 0; j < p->n; j++) {
		p->same[j] = j;
		for (size_t i = 0; i < j && i < p->rows; i++)
			if (p->same[i] == i && same_words(c, p->text[i], p->text[j])) {
				p->same[j] = i;
				break;
			}
	}
}

// The alignment of members i < j, from that of the first ones with the same words.
static struct pair pair_of(const struct pairs *p, size_t i, size_t j)
{
	size_t x = p->same[i], y = p->same[j];
	if (x == y)
		return (struct pair){ 1, 1, 0, 0 };
	struct pair q = x < y ? p->with[x * p->n + y] : p->with[y * p->n + x];
	return x < y ? q : (struct pair){ q.b_in_a, q.a_in_b, q.b_gap, q.a_gap };
}

static void pairs_align(struct pairs *p, const struct copies *c, struct aligner *w)
{
	size_t last = p->n - 1; // of those that differ
	while (p->same[last] != last)
		last--;
	for (size_t i = 0; i < p->rows && i < last; i++) {
		if (p->same[i] != i)
			continue;
		align_text(w, copies_row(c, p->text[i]));
		for (size_t j = i + 1; j <= last; j++) {
			struct alignment al;
			if (p->same[j] != j)
				continue;
			align_shares(w, copies_row(c, p->text[j]), &al);
			p->with[i * p->n + j] =
			    (struct pair){ (float)al.a_in_b, (float)al.b_in_a, (float)al.a_gap, (float)al.b_gap };
		}
	}
}

static struct pairs pairs_of(struct arena *a, const struct copies *c, const uint32_t *members, size_t n,
			     struct aligner *w)
{
	struct pairs p = { .n = n, .rows = n < PAIRS ? n : PAIRS, .text = members };
	p.same = arena_array(a, size_t, n);
	p.with = arena_array(a, struct pair, p.rows * n);
	p.odds = arena_array(a, double, p.rows *n);
	p.held = arena_array(a, double, p.rows *n);
	find_same(&p, c);
	pairs_align(&p, c, w);
	for (size_t i = 0; i < p.rows; i++)
		for (size_t j = i + 1; j < n; j++) {
			struct pair q = pair_of(&p, i, j);
			struct alignment al = {
				.a_in_b = q.a_in_b, .b_in_a = q.b_in_a, .a_gap = q.a_gap, .b_gap = q.b_gap
			};
			p.odds[i * n + j] =
			    direction_of(&c->texts.at[members[i]].from, &c->texts.at[members[j]].from, &al).odds;
			p.held[i * n + j] = q.b_in_a;
			if (j < p.rows) {
				p.odds[j * n + i] = -p.odds[i * n + j];
				p.held[j * n + i] = q.a_in_b;
			}
		}
	return p;
}

static int by_evidence(const void *x, const void *y)
{
	const struct member *a = x, *b = y;
	int order = (a->before < b->before) - (a->before > b->before);
	return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

static struct member *members_rank(struct arena *a, const uint32_t *members, const struct pairs *p)
{
	struct member *m = arena_array(a, struct member, p->n);
	for (size_t i = 0; i < p->n; i++) {
		m[i] = (struct member){ .text = members[i], .rank = i };
		for (size_t j = 0; j < p->rows; j++)
			m[i].before -= p->odds[j * p->n + i];
	}
	qsort(m, p->n, sizeof *m, by_evidence);
	return m;
}

// The one among the members placed before that has most of a member's words; the first of them unless another has
// clearly more, as it has its edits too. Only those that all were compared with are asked.
static size_t parent_of(const struct member *m, const struct pairs *p, size_t k)
{
	double most = -1;
	size_t best = 0;
	for (size_t i = 0, asked = 0; i < k && asked < p->rows; i++) {
		if (m[i].rank >= p->rows)
			continue;
		asked++;
		double held = p->held[m[i].rank * p->n + m[k].rank];
		if (held > most + clearly) {
			most = held;
			best = i;
		}
	}
	return best;
}

struct rank *rank_members(struct arena *a, const struct copies *c, const struct copies_cluster *cluster,
			  struct aligner *w)
{
	struct rank *out = arena_array(a, struct rank, cluster->n);
	if (cluster->n == 1) {
		*out = (struct rank){ cluster->first, cluster->first };
	} else {
		struct arena scratch = { 0 };
		uint32_t *members = members_of(&scratch, c, cluster);
		struct pairs p = pairs_of(&scratch, c, members, cluster->n, w);
		struct member *m = members_rank(&scratch, members, &p);
		for (size_t k = 0; k < p.n; k++)
			out[k] = (struct rank){ m[k].text, m[k ? parent_of(m, &p, k) : 0].text };
		arena_free(&scratch);
	}
	return out;
}
