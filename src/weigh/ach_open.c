// Open Synthesis (github.com/twschiller/open-synthesis, openach/metrics.py): votes from VI 1 to VC 5, N/A taken for 3
// in scores. Its consensus rounds halves to even though it says that ties go towards neutral; ours go there.
#include "weigh/ach.h"

#include <math.h>

static const double neutral = 3;

static bool is_rated(enum matrix_rating r)
{
	return r >= MATRIX_II;
}

static double number_of(enum matrix_rating r)
{
	return is_rated(r) ? 1 + (double)(r - MATRIX_II) : neutral;
}

// The mean of the votes with N/A as neutral; false where there is none.
static bool mean_of(struct ach_cell cell, double *mean)
{
	double sum = 0;
	size_t n = 0;
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.votes[i] == MATRIX_BLANK)
			continue;
		sum += number_of(cell.votes[i]);
		n++;
	}
	*mean = n ? sum / (double)n : neutral;
	return n > 0;
}

static double squares(const struct ach_cell *cells, size_t n, double side)
{
	double sum = 0, m;
	for (size_t i = 0; i < n; i++)
		if (mean_of(cells[i], &m) && (m - neutral) * side > 0)
			sum += (m - neutral) * (m - neutral);
	return sum;
}

double ach_open_inconsistency(const struct ach_cell *cells, size_t n)
{
	return squares(cells, n, -1);
}

double ach_open_consistency(const struct ach_cell *cells, size_t n)
{
	return squares(cells, n, 1);
}

// Of n numbers with this sum and sum of squares; `less` 1 is the sample's, 0 the population's.
static double deviation(double sum, double sum_squares, size_t n, size_t less)
{
	if (n <= less)
		return 0;
	return sqrt(fmax(sum_squares - sum * sum / (double)n, 0) / (double)(n - less));
}

double ach_open_diagnosticity(const struct ach_cell *cells, size_t n)
{
	double sum = 0, sum_squares = 0, m;
	size_t rated = 0;
	for (size_t i = 0; i < n; i++) {
		if (!mean_of(cells[i], &m))
			continue;
		sum += m;
		sum_squares += m * m;
		rated++;
	}
	return deviation(sum, sum_squares, rated, 0);
}

struct votes {
	size_t rated, na;
	double sum, squares; // of the rated ones
};

static struct votes count(struct ach_cell cell)
{
	struct votes v = { 0 };
	for (size_t i = 0; i < cell.n; i++) {
		double x = number_of(cell.votes[i]);
		v.na += cell.votes[i] == MATRIX_NA;
		if (!is_rated(cell.votes[i]))
			continue;
		v.rated++;
		v.sum += x;
		v.squares += x * x;
	}
	return v;
}

enum matrix_rating ach_open_consensus(struct ach_cell cell)
{
	struct votes v = count(cell);
	if (v.na > v.rated)
		return MATRIX_NA;
	if (!v.rated)
		return MATRIX_BLANK;
	double off = v.sum / (double)v.rated - neutral;
	double steps = copysign(ceil(fabs(off) - 0.5), off);
	return (enum matrix_rating)(MATRIX_N + (int)steps);
}

double ach_open_disagreement(struct ach_cell cell)
{
	struct votes v = count(cell);
	double rated = (double)v.rated;
	return fmax(deviation(rated, rated, v.rated + v.na, 1), deviation(v.sum, v.squares, v.rated, 1));
}
