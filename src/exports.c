#include "exports.h"

#include "case/format.h"
#include "case/json.h"
#include "case/yaml.h"
#include "weigh/network_of.h"
#include "write/argdown.h"
#include "write/bif.h"
#include "write/xdsl.h"

#include <string.h>

// Its network, as one of the formats of networks or as the findings beside it.
static enum status network(struct buf *out, const struct the_case *c,
			   void (*write)(struct buf *, const struct network *), struct err *e)
{
	struct network n;
	enum status s = network_of_case(out->arena, c, &n, e);
	if (s == STATUS_OK)
		write(out, &n);
	return s;
}

enum status exports(struct buf *out, const struct the_case *c, const char *format, struct err *e)
{
	if (!strcmp(format, "yaml"))
		yaml_write(out, format_write_case(out->arena, c));
	else if (!strcmp(format, "json"))
		json_write_pretty(out, format_write_case(out->arena, c));
	else if (!strcmp(format, "argdown"))
		argdown_write(out, c);
	else if (!strcmp(format, "bif"))
		return network(out, c, bif_write, e);
	else if (!strcmp(format, "xdsl"))
		return network(out, c, xdsl_write, e);
	else if (!strcmp(format, "findings"))
		return network(out, c, bif_write_findings, e);
	else
		return err_set(e, STATUS_USAGE,
			       "there is no format '%.40s' here; yaml, json, argdown, bif, xdsl or findings", format);
	return STATUS_OK;
}
