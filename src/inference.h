// The network engine alone: a network from a file, its findings, and what they say.
#ifndef INFERENCE_H
#define INFERENCE_H

#include "hearsay.h"

#include "base/err.h"

// As hearsay_infer, which this is.
MUST_USE enum status inference(const char *path, const struct hearsay_inferring *o, const char *format,
			       hearsay_bytes *give, void *context, struct err *e);

#endif
