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

double chain_score(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], int n, const uint8_t *label)
{
	double sum = (double)s->start[label[0]] + (double)s->end[label[n - 1]];
	for (int i = 0; i < n; i++)
		sum += (double)score[i][label[i]] + (i ? (double)s->score[label[i - 1]][label[i]] : 0);
	return sum;
}

// The best paths to one label of a place: their scores, the greatest first, and where each comes from.
struct several {
	float score[CHAIN_SEVERAL];
	int n;
};

// The best of all paths that end in a row, each continued by a step to label y. Most often one label is all that a
// row has.
static void merge(const struct several *row, const float *step, float own, struct several *to, uint8_t *from)
{
	int next[CHAIN_LABELS] = { 0 }, live[CHAIN_LABELS], lives = 0;
	to->n = 0;
	for (int x = 0; x < CHAIN_LABELS; x++)
		if (row[x].n && step[x] > -INFINITY)
			live[lives++] = x;
	if (lives == 1) {
		int x = live[0];
		for (; to->n < row[x].n; to->n++) {
			from[to->n] = (uint8_t)(x * CHAIN_SEVERAL + to->n);
			to->score[to->n] = row[x].score[to->n] + step[x] + own;
		}
		return;
	}
	for (; to->n < CHAIN_SEVERAL; to->n++) {
		int top = -1;
		float most = -INFINITY;
		for (int i = 0; i < lives; i++) {
			int x = live[i];
			float v = next[x] < row[x].n ? row[x].score[next[x]] + step[x] : -INFINITY;
			top = v > most ? x : top;
			most = v > most ? v : most;
		}
		if (top < 0)
			return;
		from[to->n] = (uint8_t)(top * CHAIN_SEVERAL + next[top]++);
		to->score[to->n] = most + own;
	}
}

int chain_several(const struct chain_steps *s, const float (*score)[CHAIN_ROOM], const float (*marginal)[CHAIN_ROOM],
		  int n, float *scratch, uint8_t *label, float *whole)
{
	struct several row[2][CHAIN_LABELS], last;
	uint8_t *from = (uint8_t *)scratch, end[CHAIN_SEVERAL]; // [n][CHAIN_LABELS][CHAIN_SEVERAL]
	float step[CHAIN_LABELS][CHAIN_LABELS];                 // [to][from]
	for (int x = 0; x < CHAIN_LABELS; x++)
		for (int y = 0; y < CHAIN_LABELS; y++)
			step[y][x] = s->score[x][y];
	for (int i = 0; i < n; i++)
		for (int y = 0; y < CHAIN_LABELS; y++) {
			struct several *to = &row[i & 1][y];
			to->n = 0;
			if (marginal[i][y] < CHAIN_UNLIKELY)
				continue;
			if (i)
				merge(row[~i & 1], step[y], score[i][y], to,
				      from + (i * CHAIN_LABELS + y) * CHAIN_SEVERAL);
			else
				*to = (struct several){ { s->start[y] + score[0][y] }, s->start[y] > -INFINITY };
		}
	merge(row[(n - 1) & 1], s->end, 0, &last, end);
	for (int k = 0; k < last.n; k++) {
		whole[k] = last.score[k];
		int at = end[k];
		for (int i = n - 1; i >= 0; i--) {
			int y = at / CHAIN_SEVERAL;
			label[k * n + i] = (uint8_t)y;
			at = from[(i * CHAIN_LABELS + y) * CHAIN_SEVERAL + at % CHAIN_SEVERAL];
		}
	}
	return last.n;
}
