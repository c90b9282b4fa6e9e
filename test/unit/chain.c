// A chain of labels against all paths of short sentences, and its sums against differences.
#include "tag/chain.h"
#include "base/rng.h"
#include "tag/roles.h"
#include "tag/whose.h"
#include "test/tap.h"

#include <math.h>
#include <string.h>

enum { MOST = 5 };

static struct chain_steps steps;
static float score[MOST][CHAIN_ROOM], marginal[MOST][CHAIN_ROOM], scratch[MOST * 3 * CHAIN_ROOM];

static void fill(uint64_t seed, chain_rule *may)
{
	uint64_t k = 0;
	memset(&steps, 0, sizeof steps);
	for (int i = 0; i < CHAIN_LABELS; i++) {
		steps.start[i] = (float)rng_normal(seed, 1, k++);
		steps.end[i] = (float)rng_normal(seed, 1, k++);
		for (int j = 0; j < CHAIN_LABELS; j++)
			steps.score[i][j] = (float)rng_normal(seed, 1, k++);
	}
	for (int i = 0; i < MOST; i++)
		for (int y = 0; y < CHAIN_LABELS; y++)
			score[i][y] = 2 * (float)rng_normal(seed, 2, k++);
	chain_forbid(&steps, may);
}

// The next path in counting order; false after the last.
static bool next_path(uint8_t *label, int n)
{
	for (int i = 0; i < n; i++) {
		if (++label[i] < CHAIN_LABELS)
			return true;
		label[i] = 0;
	}
	return false;
}

static const float (*rows(void))[CHAIN_ROOM]
{
	return (const float(*)[CHAIN_ROOM])score;
}

// Puts a score into those of the best, in order.
static void rank(double best[CHAIN_SEVERAL], double s)
{
	for (int k = 0; k < CHAIN_SEVERAL; k++)
		if (s > best[k]) {
			double swap = best[k];
			best[k] = s;
			s = swap;
		}
}

static bool unlikely(const uint8_t *label, int n)
{
	for (int i = 0; i < n; i++)
		if (marginal[i][label[i]] < CHAIN_UNLIKELY)
			return true;
	return false;
}

// After chain_marginals.
static void check_several(int n)
{
	double best[CHAIN_SEVERAL], wrong = 0;
	uint8_t label[MOST] = { 0 }, found[CHAIN_SEVERAL * MOST];
	float whole[CHAIN_SEVERAL];
	int all = 0;
	for (int k = 0; k < CHAIN_SEVERAL; k++)
		best[k] = -INFINITY;
	do {
		double s = chain_score(&steps, rows(), n, label);
		if (s > -INFINITY && !unlikely(label, n)) {
			rank(best, s);
			all++;
		}
	} while (next_path(label, n));
	int paths = chain_several(&steps, rows(), (const float(*)[CHAIN_ROOM])marginal, n, scratch, found, whole);
	for (int k = 0; k < paths; k++) {
		wrong = fmax(wrong, fabs((double)whole[k] - best[k]));
		wrong = fmax(wrong, fabs((double)whole[k] - chain_score(&steps, rows(), n, found + k * n)));
	}
	ok(paths == (all < CHAIN_SEVERAL ? all : CHAIN_SEVERAL) && wrong < 1e-4,
	   "%d words: the %d best of %d paths are found", n, paths, all);
}

static void check_paths(uint64_t seed, int n, chain_rule *may)
{
	double all = 0, expected[MOST][CHAIN_LABELS] = { { 0 } };
	double pair[CHAIN_LABELS][CHAIN_LABELS] = { { 0 } };
	uint8_t label[MOST] = { 0 };
	fill(seed, may);
	do {
		double s = chain_score(&steps, rows(), n, label), p = exp(s);
		all += p;
		for (int i = 0; i < n; i++)
			expected[i][label[i]] += p;
		for (int i = 1; i < n; i++)
			pair[label[i - 1]][label[i]] += p;
	} while (next_path(label, n));
	double log_z = chain_marginals(&steps, rows(), n, scratch, marginal), wrong = 0, wrong_pair = 0;
	float count[CHAIN_LABELS][CHAIN_LABELS] = { { 0 } };
	chain_expected(&steps, n, scratch, count);
	for (int i = 0; i < n; i++)
		for (int y = 0; y < CHAIN_LABELS; y++)
			wrong = fmax(wrong, fabs(expected[i][y] / all - (double)marginal[i][y]));
	for (int x = 0; x < CHAIN_LABELS; x++)
		for (int y = 0; y < CHAIN_LABELS; y++)
			wrong_pair = fmax(wrong_pair, fabs(pair[x][y] / all - (double)count[x][y]));
	ok(fabs(log_z - log(all)) < 1e-4, "%d words: ln Z is %.5f, and that of all paths %.5f", n, log_z, log(all));
	ok(wrong < 1e-5, "%d words: marginals are those of all paths", n);
	ok(wrong_pair < 1e-4, "%d words: steps are expected as often as in all paths", n);
	check_several(n);
}

// The slope of ln Z along a score is the marginal, along a step how often it is expected.
static void check_slopes(uint64_t seed, chain_rule *may)
{
	float count[CHAIN_LABELS][CHAIN_LABELS] = { { 0 } };
	double wrong = 0, h = 1e-2;
	fill(seed, may);
	chain_marginals(&steps, rows(), MOST, scratch, marginal);
	chain_expected(&steps, MOST, scratch, count);
	float kept[MOST][CHAIN_ROOM];
	memcpy(kept, marginal, sizeof kept);
	for (int i = 0; i < MOST; i++)
		for (int y = 0; y < CHAIN_LABELS; y++) {
			float was = score[i][y];
			score[i][y] = was + (float)h;
			double above = chain_marginals(&steps, rows(), MOST, scratch, marginal);
			score[i][y] = was - (float)h;
			double below = chain_marginals(&steps, rows(), MOST, scratch, marginal);
			score[i][y] = was;
			wrong = fmax(wrong, fabs((above - below) / (2 * h) - (double)kept[i][y]));
		}
	ok(wrong < 1e-3, "the slope along each score is its marginal (%.1e)", wrong);
	wrong = 0;
	for (int x = 0; x < CHAIN_LABELS; x++)
		for (int y = 0; y < CHAIN_LABELS; y++) {
			float was = steps.score[x][y];
			if (was == -INFINITY)
				continue;
			steps.score[x][y] = was + (float)h;
			double above = chain_marginals(&steps, rows(), MOST, scratch, marginal);
			steps.score[x][y] = was - (float)h;
			double below = chain_marginals(&steps, rows(), MOST, scratch, marginal);
			steps.score[x][y] = was;
			wrong = fmax(wrong, fabs((above - below) / (2 * h) - (double)count[x][y]));
		}
	ok(wrong < 1e-3, "the slope along each step is how often it is expected (%.1e)", wrong);
}

int main(void)
{
	for (uint64_t seed = 1; seed <= 8; seed++) {
		for (int n = 1; n <= MOST; n++) {
			check_paths(seed, n, roles_may);
			check_paths(seed, n, whose_may);
		}
		check_slopes(seed, roles_may);
		check_slopes(seed, whose_may);
	}
	return done();
}
