// Whether this is a build under a sanitizer that keeps terabytes of address space, which a bound on it would forbid.
#ifndef BASE_SANITIZE_H
#define BASE_SANITIZE_H

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZE_SPACE 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZE_SPACE 1
#endif
#endif

#ifndef SANITIZE_SPACE
#define SANITIZE_SPACE 0
#endif

#endif
