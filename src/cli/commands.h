// Every command, one file each.
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/command.h"

extern const struct command cli_assess, cli_read, cli_trace, cli_new, cli_add, cli_draft, cli_weigh, cli_report,
	cli_check, cli_ach, cli_diff, cli_score, cli_infer, cli_whatif, cli_import, cli_export, cli_log, cli_rebuild,
	cli_serve;

#endif
