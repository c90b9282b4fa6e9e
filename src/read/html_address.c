#include "read/html_address.h"

#include "read/look.h"

#include <string.h>
#include <strings.h>

struct slice html_address_host(struct slice url)
{
	ptrdiff_t scheme = slice_find(url, "://");
	struct slice host = scheme < 0 || scheme > 8 ? (struct slice){ "", 0 } : look_from(url, (size_t)scheme + 3);
	size_t n = 0, user = 0;
	while (n < host.len && !strchr("/?#", host.at[n]))
		if (host.at[n++] == '@')
			user = n;
	host = (struct slice){ host.at + user, n - user };
	for (n = 0; n < host.len && host.at[n] != ':';)
		n++;
	host.len = n;
	return slice_starts(host, "www.") ? look_from(host, 4) : host;
}

struct slice html_address_domain(struct slice host)
{
	size_t points[3] = { 0 }, n = 0; // where the last labels begin
	for (size_t i = host.len; i > 0 && n < 3; i--)
		if (host.at[i - 1] == '.')
			points[n++] = i;
	if (n < 2)
		return host;
	// Under a country, a short label is the country's own: "co.uk", "com.au".
	bool country = host.len - points[0] == 2 && points[0] - points[1] <= 4;
	return country ? look_from(host, n > 2 ? points[2] : 0) : look_from(host, points[1]);
}

bool html_address_canonical(struct slice canonical, struct slice url)
{
	struct slice host = html_address_host(canonical);
	if (!host.len)
		return false;
	struct slice path = look_from(canonical, (size_t)(host.at + host.len - canonical.at));
	struct slice domain = html_address_domain(host), own = html_address_domain(html_address_host(url));
	bool same = !own.len || (own.len == domain.len && !strncasecmp(own.at, domain.at, own.len));
	return same && path.len > 1;
}
