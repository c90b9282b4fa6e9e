// A row a command. The examples of a page run one after another in an empty folder that has example/ in it: a test does
// that with each.
#include "cli/manual.h"

#include <stddef.h>
#include <string.h>

// clang-format off
#define EXAMPLES(...) (const struct manual_example[]){ __VA_ARGS__, { NULL, NULL } }

const struct manual manual_table[] = {
	{ "assess",
	  "Reads documents, traces which of them come from which, drafts a case, weighs it, keeps all of it in a new "
	  "case file, and writes the report. What it drafts is a proposal: 'hearsay draft CASE --review' asks of "
	  "each thing whether to keep it.\n\n"
	  "A document that cannot be read costs itself alone: it is named on standard error, and the exit code is 1.",
	  EXAMPLES({ "The example, as Markdown; the case file is river.hearsay",
		     "hearsay assess example/river" },
		   { "As one page of HTML, with the case under another name",
		     "hearsay assess --case fish.hearsay -f html -o fish.html example/river" }) },
	{ "read",
	  "Reads documents and prints each as a line of JSON (doc/json-schema/document.json): its text, where it was "
	  "published and when, and who says what in it, through whom, how firmly. Offsets are code points of the "
	  "text.\n\n"
	  "Documents are web pages, plain text, mail and PDF; a FILE may also be a folder, a web archive (WARC), "
	  "lines of JSON, a mailbox, a feed, any of these compressed by gzip, or - for standard input.",
	  EXAMPLES({ "Every statement of a folder",
		     "hearsay read example/river" },
		   { "The texts alone, without looking for statements",
		     "hearsay read --only text example/river" }) },
	{ "trace",
	  "Finds which documents are copies of which, which cite which, and how many origins there are behind them. "
	  "An origin counts once, however often it is repeated.\n\n"
	  "The level says what counts as one origin: the same text; the same report, copied or retold from it (the "
	  "default); or, strictly, whatever names its source for all that it says.",
	  EXAMPLES({ "Who has it from whom",
		     "hearsay trace example/river" },
		   { "As a picture",
		     "hearsay trace -f svg -o river.svg example/river" }) },
	{ "new",
	  "Makes an empty case file, one SQLite file with the originals of its documents and a journal in which "
	  "every change is chained to the one before. Where there is such a file already it is refused.",
	  EXAMPLES({ "A case about one question",
		     "hearsay new fish.hearsay --question 'Who killed the fish?'" }) },
	{ "add",
	  "Adds documents to a case file, their originals by SHA-256: what the case has already is not added twice. "
	  "Stopped or killed, the same command goes on from where it was.",
	  EXAMPLES({ "The documents of a folder",
		     "hearsay new fish.hearsay\n"
		     "hearsay add fish.hearsay example/river" }) },
	{ "draft",
	  "Proposes questions, hypotheses, facts, sources and reports from what the documents of a case say. What a "
	  "person has touched is never changed, and what a person dropped is not proposed again.\n\n"
	  "With --review it then asks of each thing that is drafted, the most doubtful reading first, whether to "
	  "keep, drop, edit or skip it.",
	  EXAMPLES({ "A case file from documents",
		     "hearsay new fish.hearsay\n"
		     "hearsay add fish.hearsay example/river\n"
		     "hearsay draft fish.hearsay" },
		   { "What one text gives, as casedraft/1",
		     "hearsay draft -f casedraft example/river/4-worker.txt" }) },
	{ "weigh",
	  "Prints the numbers of the assessment: of each hypothesis its probability, where nine draws in ten of the "
	  "ratings put it, and the word for it; the confidence and its reason; what would turn the answer; what to "
	  "find out next. The JSON (doc/json-schema/assessment.json) has all of it.",
	  EXAMPLES({ "In words",
		     "hearsay weigh example/river.yaml" },
		   { "As JSON, with more draws",
		     "hearsay weigh --json --draws 20000 example/river.yaml" }) },
	{ "report",
	  "Writes the assessment: the answer first, what has not been ruled out, why, how we know, what it hangs on, "
	  "what would change it, what has changed, and annexes. Every sentence leads back to the words behind it. "
	  "The same case gives the same bytes.\n\n"
	  "With --since the seventh section says what moved since an assessment before, and because of what, as "
	  "hearsay diff does.",
	  EXAMPLES({ "As Markdown",
		     "hearsay report example/river.yaml" },
		   { "As one page of HTML",
		     "hearsay report -f html -o river.html example/river.yaml" },
		   { "With what moved since the case had two reports less",
		     "grep -v 'id: r[67],' example/river.yaml > before.yaml\n"
		     "hearsay report example/river.yaml --since before.yaml" }) },
	{ "check",
	  "Says what a careful reviewer would say of a case and its answer: the nine analytic tradecraft standards "
	  "of ICD 203 and the rules for texts, each finding with its place, the reason, what to do, and how severe "
	  "it is: note, warning or error. The rules stand in doc/check.md.\n\n"
	  "The exit code is 1 where there is a finding that is as severe as --fail-on says; without it any finding "
	  "counts.",
	  EXAMPLES({ "A line a finding",
		     "hearsay check example/river.yaml" },
		   { "For editors and code hosts",
		     "hearsay check -f sarif -o river.sarif example/river.yaml" },
		   { "For a script that cares for errors alone",
		     "hearsay check --fail-on error example/river.yaml" }) },
	{ "ach",
	  "Shows a question as the classic matrix for the analysis of competing hypotheses: items of evidence, most "
	  "diagnostic first, against hypotheses, with the scores of one of the programs for it and the posteriors "
	  "beside. Where the two order a pair of hypotheses differently, a sentence says what does it.",
	  EXAMPLES({ "As Heuer counts",
		     "hearsay ach example/river.yaml" },
		   { "As PARC ACH weighs",
		     "hearsay ach example/river.yaml --scoring parc" }) },
	{ "what-if",
	  "Weighs a case under a change, and does not make it. A place is where a value stands in the case, as "
	  "errors, findings and 'weigh --json' name it.",
	  EXAMPLES({ "If a source were worth less",
		     "hearsay what-if example/river.yaml --set sources.former-worker.reliability=E" },
		   { "If two ratings were others",
		     "hearsay what-if example/river.yaml --set facts.meter.if.brandt=likely \\\n"
		     "    --set questions.who.prior.lorry=0.5" }) },
	{ "infer",
	  "Asks a Bayesian network alone, without a case: the posteriors of its variables given what was found, and "
	  "with a target the answer without each finding, with another, how much each table matters, and what to ask "
	  "next.",
	  EXAMPLES({ "What is known of the well",
		     "hearsay infer example/well.bif -e example/well.evid" },
		   { "And why",
		     "hearsay infer example/well.bif -e example/well.evid -t cause" }) },
	{ "import",
	  "Replaces the items of a case file (questions, facts, sources, reports, ...) by those of a case in YAML or "
	  "JSON, of a bundle of STIX 2.1 or of an event of MISP; or adds a matrix of evidence against hypotheses (CSV, "
	  "TSV, XLSX, the .achz of PARC ACH, an argument map in Argdown) as a question. Of what is not a case of our "
	  "own it says what it understood, what it had to assume and what it left out. The journal has every item "
	  "that this changed. Documents stay. Where it fails, nothing is changed.\n\n"
	  "What each format can hold is in doc/formats.md and doc/stix.md.",
	  EXAMPLES({ "A case written by hand",
		     "hearsay new fish.hearsay\n"
		     "hearsay import fish.hearsay example/river.yaml" },
		   { "A matrix of another program, here and back",
		     "hearsay export -f xlsx -o river.xlsx example/river.yaml\n"
		     "hearsay new pond.hearsay\n"
		     "hearsay import pond.hearsay river.xlsx --question \"Who killed the fish?\"" }) },
	{ "export",
	  "Prints a case as import takes it: every item that was entered, in the order of the case "
	  "(doc/case-format.md), or as a bundle of STIX 2.1 or an event of MISP (doc/stix.md). As a matrix (csv, xlsx, "
	  "achz) it is of one question (doc/formats.md). As a network (bif, xdsl) it is what is weighed, with the "
	  "findings beside it, which hearsay infer takes.",
	  EXAMPLES({ "As YAML",
		     "hearsay export example/river.yaml" },
		   { "As a spreadsheet",
		     "hearsay export -f csv -o river.csv example/river.yaml" },
		   { "As a network, with what was found",
		     "hearsay export -f bif -o river.bif example/river.yaml\n"
		     "hearsay export -f findings -o river.evid example/river.yaml\n"
		     "hearsay infer river.bif -e river.evid" }) },
	{ "log",
	  "Prints the journal of a case file: who changed what, when, by which command and why. With --verify it "
	  "walks the chain of hashes instead, and names the first row that somebody changed, removed or moved.",
	  EXAMPLES({ "What was done to a case",
		     "hearsay new fish.hearsay\n"
		     "hearsay log fish.hearsay" },
		   { "Whether the chain holds",
		     "hearsay log --verify fish.hearsay" }) },
	{ "rebuild",
	  "Makes again what a case file derived: its items from the journal, its documents from the originals, with "
	  "the program as it is now. It opens a file in which these are damaged.",
	  EXAMPLES({ "After an update of the program",
		     "hearsay new fish.hearsay\n"
		     "hearsay add fish.hearsay example/river\n"
		     "hearsay rebuild fish.hearsay" }) },
	{ "diff",
	  "Says what moved between two assessments: of each question the answers, their intervals and words, the "
	  "leader, the confidence and its points. OLD and NEW are cases (a case file, YAML, JSON), or what 'weigh "
	  "--json' or 'report -f json' printed.\n\n"
	  "Of two cases it says because of what: the old one is turned into the new one change by change, in a fixed "
	  "order, and weighed again after each. The changes sum to the way. Of an assessment alone it can say no "
	  "more than which origins came, went or weigh otherwise, and that only where both lead with the same answer.",
	  EXAMPLES({ "What two reports did",
		     "grep -v 'id: r[67],' example/river.yaml > before.yaml\n"
		     "hearsay diff before.yaml example/river.yaml" },
		   { "Against an assessment that was kept",
		     "hearsay weigh --json before.yaml > before.json\n"
		     "hearsay diff --json before.json example/river.yaml" }) },
	{ "score",
	  "Holds the answers of cases against what came true: a question says so by its outcome, a fact by its "
	  "truth. It prints the scores of Brier and the log scores, of the program, of the priors before any report, "
	  "and of each analyst; how often what was said with a word came true; and how often each source was right.\n\n"
	  "Who gives what comes true no chance at all has an infinite log score.",
	  EXAMPLES({ "As if it were known that the works did it",
		     "sed 's/ask: How did/outcome: brandt\\n    &/' example/river.yaml > known.yaml\n"
		     "hearsay score known.yaml" },
		   { "The calibration curve",
		     "hearsay score -f svg -o curve.svg known.yaml" }) },
	{ "serve",
	  "Opens the desk: the workbench in the browser, with the documents of the case, their origins, the matrix, "
	  "the assessment and the report. It prints an address that holds a random token; the browser that opens it "
	  "may come back until the desk ends, and no other. It listens at loopback or at a Unix socket alone, and "
	  "fetches nothing.\n\n"
	  "Every change is in the case file, and in its journal, before it is answered. SIGINT ends it.",
	  EXAMPLES({ "A new case, for two seconds",
		     "hearsay new fish.hearsay --question 'Who killed the fish?'\n"
		     "timeout --preserve-status -s INT 2 hearsay serve --no-browser fish.hearsay" }) },
	{ NULL, NULL, NULL },
};
// clang-format on

const struct manual *manual_of(const char *command)
{
	for (const struct manual *m = manual_table; m->name; m++)
		if (!strcmp(m->name, command))
			return m;
	return NULL;
}
