// Forward and backward sums are kept as probabilities, scaled to sum to one at each place (Rabiner 1989, section V.A),
// so that a place costs one exp a label and products.
#include "tag/chain.h"

#include <math.h>
#include <string.h>

void chain_forbid(struct chain_steps *s, chain_rule *may)
{
	for (int i = 0; i < CHAIN_LABELS; i++) {
		if (!may(-1, i))
			s->start[i] = -INFINITY;
		if (!may(i, -1))
			s->end[i] = -INFINITY;
		for (int j = 0; j < CHAIN_LABELS; j++)
			if (!may(i, j))
				s->score[i][j] = -INFINITY;
	}
}

size_t chain_scratch(size_t n)
{
	return n * 3 * CHAIN_ROOM;
}

// exp(score - the greatest of the row), and that greatest.
static float lifted(const float *score, float *out)
{
	float most = score[0];
	for (int y = 1; y < CHAIN_LABELS; y++)
		most = score[y] > most ? score[y] : most;
	for (int y = 0; y < CHAIN_LABELS; y++)
		out[y] = expf(score[y] - most);
	return most;
}

static float scaled(float *row)
{
	float sum = 0;
	for (int y = 0; y < CHAIN_LABELS; y++)
		sum += row[y];
	for (int y = 0; y < CHAIN_LABELS; y++)
		row[y] /= sum;
	return sum;
}

double chain_marginals(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], int n, float *scratch,
		       float (*marginal)[CHAIN_ROOM])
{
	float(*local)[CHAIN_ROOM] = (float(*)[CHAIN_ROOM])scratch, (*ahead)[CHAIN_ROOM] = local + n,
	(*behind)[CHAIN_ROOM] = ahead + n;
	float step[CHAIN_LABELS][CHAIN_ROOM], start[CHAIN_LABELS], end[CHAIN_LABELS];
	for (int x = 0; x < CHAIN_LABELS; x++) {
		start[x] = expf(s->start[x]);
		end[x] = expf(s->end[x]);
		for (int y = 0; y < CHAIN_LABELS; y++)
			step[x][y] = expf(s->score[x][y]);
	}
	double log_z = 0;
	for (int i = 0; i < n; i++) {
		float *to = ahead[i];
		log_z += (double)lifted(score[i], local[i]);
		for (int y = 0; y < CHAIN_LABELS; y++)
			to[y] = i ? 0 : start[y];
		for (int x = 0; i && x < CHAIN_LABELS; x++)
			for (int y = 0; y < CHAIN_LABELS; y++)
				to[y] += ahead[i - 1][x] * step[x][y];
		for (int y = 0; y < CHAIN_LABELS; y++)
			to[y] *= local[i][y];
		log_z += log((double)scaled(to));
	}
	float back[CHAIN_LABELS], last = 0;
	for (int y = 0; y < CHAIN_LABELS; y++) {
		back[y] = end[y];
		last += ahead[n - 1][y] * end[y];
	}
	log_z += log((double)last);
	for (int i = n - 1; i >= 0; i--) {
		for (int y = 0; y < CHAIN_LABELS; y++)
			marginal[i][y] = ahead[i][y] * back[y];
		scaled(marginal[i]);
		memcpy(behind[i], back, sizeof back);
		float next[CHAIN_LABELS], sum = 0;
		for (int y = 0; y < CHAIN_LABELS; y++)
			back[y] *= local[i][y];
		for (int x = 0; x < CHAIN_LABELS; x++) {
			next[x] = 0;
			for (int y = 0; y < CHAIN_LABELS; y++)
				next[x] += step[x][y] * back[y];
			sum += next[x];
		}
		for (int x = 0; x < CHAIN_LABELS; x++)
			back[x] = next[x] / sum;
	}
	return log_z;
}

void chain_expected(const struct chain_steps *s, int n, float *scratch, float count[CHAIN_LABELS][CHAIN_LABELS])
{
	const float(*local)[CHAIN_ROOM] = (const float(*)[CHAIN_ROOM])scratch;
	const float(*ahead)[CHAIN_ROOM] = local + n, (*behind)[CHAIN_ROOM] = ahead + n;
	float step[CHAIN_LABELS][CHAIN_LABELS];
	for (int x = 0; x < CHAIN_LABELS; x++)
		for (int y = 0; y < CHAIN_LABELS; y++)
			step[x][y] = expf(s->score[x][y]);
	for (int i = 1; i < n; i++) {
		float pair[CHAIN_LABELS][CHAIN_LABELS], sum = 0;
		for (int x = 0; x < CHAIN_LABELS; x++)
			for (int y = 0; y < CHAIN_LABELS; y++) {
				pair[x][y] = ahead[i - 1][x] * step[x][y] * local[i][y] * behind[i][y];
				sum += pair[x][y];
			}
		for (int x = 0; x < CHAIN_LABELS; x++)
			for (int y = 0; y < CHAIN_LABELS; y++)
				count[x][y] += pair[x][y] / sum;
	}
}

float chain_best(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], int n, float *scratch, uint8_t *label)
{
	float best[2][CHAIN_LABELS];
	uint8_t *from = (uint8_t *)scratch; // [n][CHAIN_ROOM]
	for (int y = 0; y < CHAIN_LABELS; y++)
		best[0][y] = s->start[y] + score[0][y];
	for (int i = 1; i < n; i++) {
		const float *old = best[(i - 1) & 1];
		for (int y = 0; y < CHAIN_LABELS; y++) {
			int top = 0;
			float most = old[0] + s->score[0][y];
			for (int x = 1; x < CHAIN_LABELS; x++) {
				float v = old[x] + s->score[x][y];
				top = v > most ? x : top;
				most = v > most ? v : most;
			}
			best[i & 1][y] = most + score[i][y];
			from[i * CHAIN_ROOM + y] = (uint8_t)top;
		}
	}
	int top = 0;
	float *last = best[(n - 1) & 1];
	for (int y = 0; y < CHAIN_LABELS; y++) {
		last[y] += s->end[y];
		top = last[y] > last[top] ? y : top;
	}
	float whole = last[top];
	for (int i = n - 1; i >= 0; i--) {
		label[i] = (uint8_t)top;
		top = from[i * CHAIN_ROOM + top];
	}
	return whole;
}

double chain_score(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], int n, const uint8_t *label)
{
	double sum = (double)s->start[label[0]] + (double)s->end[label[n - 1]];
	for (int i = 0; i < n; i++)
		sum += (double)score[i][label[i]] + (i ? (double)s->score[label[i - 1]][label[i]] : 0);
	return sum;
}
