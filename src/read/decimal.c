// A number of up to 19 digits is an integer m times 10^e. Where m and 10^|e| are both doubles without rounding, one
// operation rounds once (Clinger, How to read floating point numbers accurately, 1990). Where 10^-e is an integer of 64
// bits, m / 10^-e is divided out in 128 bits and rounded by hand, half to even. The rest, which is rare, is strtod's.
#include "read/decimal.h"

#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 19, LONGEST = 400, EXACT = 22, MOST = 100000 };

// What is written: its digits without the point, and where the point would be.
struct parts {
	uint64_t digits;
	int exponent;    // of ten
	bool minus, cut; // cut: there are more digits than these
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void add_digit(struct parts *p, int *n, char c, bool behind_point)
{
	if (*n >= DIGITS) {
		p->cut = true;
		return;
	}
	p->digits = p->digits * 10 + (uint64_t)(c - '0');
	*n += p->digits != 0;
	p->exponent -= behind_point;
}

// "e-7" and nothing behind it; nothing at all is an exponent too.
static bool read_exponent(const char *at, const char *end, struct parts *p)
{
	int e = 0;
	if (at == end)
		return true;
	if (*at != 'e' && *at != 'E')
		return false;
	bool minus = ++at < end && *at == '-';
	at += at < end && (*at == '-' || *at == '+');
	if (at == end)
		return false;
	for (; at < end && is_digit(*at); at++)
		e = e < MOST ? e * 10 + (*at - '0') : e;
	p->exponent += minus ? -e : e;
	return at == end;
}

static bool split(struct slice s, struct parts *p)
{
	const char *at = s.at, *end = s.at + s.len;
	int n = 0;
	*p = (struct parts){ .minus = s.len && *at == '-' };
	at += s.len && (*at == '-' || *at == '+');
	const char *first = at;
	for (; at < end && is_digit(*at); at++)
		add_digit(p, &n, *at, false);
	size_t seen = (size_t)(at - first);
	if (at < end && *at == '.') {
		for (first = ++at; at < end && is_digit(*at); at++)
			add_digit(p, &n, *at, true);
		seen += (size_t)(at - first);
	}
	return seen && read_exponent(at, end, p);
}

// m / d, correctly rounded; neither is 0.
static double divide(uint64_t m, uint64_t d)
{
	int shift = __builtin_clzll(m);
	unsigned __int128 up = (unsigned __int128)(m << shift) << 64, q = up / d; // at least 2^63
	bool rest = up % d != 0;
	uint64_t high = (uint64_t)(q >> 64);
	int bits = high ? 128 - __builtin_clzll(high) : 64, drop = bits - 54;
	uint64_t top = (uint64_t)(q >> drop), kept = top >> 1; // 53 bits and the one behind them
	rest = rest || (q & (((unsigned __int128)1 << drop) - 1)) != 0;
	if (top & 1 && (rest || kept & 1))
		kept++;
	return ldexp((double)kept, bits - 53 - 64 - shift);
}

static double slow(struct slice s)
{
	char text[LONGEST + 1] = { 0 };
	memcpy(text, s.at, s.len);
	return strtod_l(text, NULL, newlocale(LC_ALL_MASK, "C", (locale_t)0)); // which is always the same, never new
}

bool decimal_read(struct slice s, double *x)
{
	static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
					 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
	struct parts p;
	if (s.len > LONGEST || !split(s, &p))
		return false;
	bool small = p.digits <= (uint64_t)1 << 53;
	if (!p.digits)
		*x = 0;
	else if (!p.cut && small && p.exponent >= 0 && p.exponent <= EXACT)
		*x = (double)p.digits * powers[p.exponent];
	else if (!p.cut && small && p.exponent < 0 && p.exponent >= -EXACT)
		*x = (double)p.digits / powers[-p.exponent];
	else if (!p.cut && p.exponent < 0 && p.exponent >= -DIGITS)
		*x = divide(p.digits, (uint64_t)powers[-p.exponent]);
	else {
		*x = slow(s);
		return true;
	}
	*x = p.minus ? -*x : *x;
	return true;
}
