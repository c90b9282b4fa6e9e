// Addresses of web pages: whose they are, and which one a page calls its own.
#ifndef READ_HTML_ADDRESS_H
#define READ_HTML_ADDRESS_H

#include "base/slice.h"

// "example.co.uk" of "https://www.example.co.uk/news/1", its user and port left out; empty where it has no host.
struct slice html_address_host(struct slice url);

// The part of a host that somebody registers: "example.co.uk" of "news.example.co.uk".
struct slice html_address_domain(struct slice host);

// Whether a page found at `url` (empty where unknown) may be called `canonical`: absolute, of the same domain, and not
// the front page of it.
bool html_address_canonical(struct slice canonical, struct slice url);

#endif
