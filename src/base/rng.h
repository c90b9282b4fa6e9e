// A counter-based generator: number (stream, counter) of a seed is always the same, whatever was drawn before it and
// by which thread. SplitMix64 (Steele, Lea, Flood 2014) as a hash of the three; normals by inversion (Wichura 1988, AS
// 241).
#ifndef BASE_RNG_H
#define BASE_RNG_H

#include <stddef.h>
#include <stdint.h>

uint64_t rng_bits(uint64_t seed, uint64_t stream, uint64_t counter);
double rng_uniform(uint64_t seed, uint64_t stream, uint64_t counter); // in (0, 1), never an end
double rng_normal(uint64_t seed, uint64_t stream, uint64_t counter);  // standard normal

// out[i] = rng_normal(seed, stream, counter + i), the same to the last bit; many at once take half of the time.
void rng_normals(uint64_t seed, uint64_t stream, uint64_t counter, size_t n, double *out);

// The standard normal's quantile of p in (0, 1), to about 1e-16 relative (AS 241, PPND16).
double rng_normal_quantile(double p);

#endif
