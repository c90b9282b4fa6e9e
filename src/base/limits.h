// The one table of limits. Exceeding one is an error that names it; `hearsay --limits` prints them.
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

//  name           value              what it bounds
#define LIMITS_TABLE(X)                                                                       \
	X(DOCUMENT,    64 << 20,       "bytes of one document")                               \
	X(MEMBER,      64 << 20,       "bytes of one member of an archive, unpacked")         \
	X(INFLATION,   200,            "times its packed size that a member may grow to, after its first megabyte") \
	X(HEADER,      64 << 10,       "bytes of the header lines of one record or response") \
	X(BATCH,       256,            "documents that are read before the first of them is given out") \
	X(BATCH_BYTES, 8 << 20,        "bytes of them, but for the last")                     \
	X(CASE_TEXT,   64 << 20,       "bytes of one case in YAML or JSON")                   \
	X(SHEET,       16 << 20,       "bytes of one sheet of evidence, packed or unpacked")  \
	X(CELLS,       1000000,        "cells of one sheet of evidence")                      \
	X(NESTING,     64,             "levels of nesting in YAML or JSON")                   \
	X(NODES,       4000000,        "values in one YAML or JSON file")                     \
	X(PARAGRAPHS,  200000,         "paragraphs of one document")                          \
	X(SENTENCES,   400000,         "sentences of one document")                           \
	X(RUNS,        400000,         "stretches of one document that were moved or converted") \
	X(CONVERTED,   4000000,        "stretches of one page that are converted from another encoding") \
	X(ELEMENTS,    4000000,        "elements and texts of one web page")                  \
	X(ATTRIBUTES,  4000000,        "attributes of one web page")                          \
	X(MAIL_PARTS,  250,            "parts of one mail that say of which type they are")   \
	X(MAIL_FIELD,  64 << 10,       "bytes of one header field of mail that has addresses") \
	X(DATES,       20000,          "dates of one document")                               \
	X(STATEMENTS,  20000,          "statements of one document")                          \
	X(NAME,        200,            "bytes of the name of somebody who speaks or is spoken of") \
	X(OUTLETS,     16 << 20,       "bytes of a table of outlets")                         \
	X(CITATIONS,   2000,           "citations of one document")                           \
	X(SENTENCE,    600,            "words of one sentence that statements are looked for in") \
	X(DOCUMENTS,   100000,         "documents of one case")                               \
	X(HYPOTHESES,  64,             "hypotheses of one question")                          \
	X(PARENTS,     12,             "questions or facts that one item depends on")         \
	X(CHAIN,       12,             "relays of one report")                                \
	X(VARIABLES,   100000,         "variables of one network")                            \
	X(SCOPE,       64,             "variables of one table of a network")                 \
	X(STATES,      1 << 16,        "states of one variable of a network")                 \
	X(NETWORK,     64 << 20,       "bytes of one network, and of the evidence beside it") \
	X(TABLE,       1 << 26,        "cells of all tables that one network needs")           \
	X(QUOTE,       4000,           "bytes of one quotation in a report")                  \
	X(DRAWS,       10000000,       "draws of one weighing")                               \
	X(DRAWN,       1 << 27,        "probabilities kept for the intervals of one weighing") \
	X(KEPT_ROW,    512 << 20,      "bytes of one row of a case file")                     \
	X(CONNECTIONS, 1100,           "connections to a desk at once")                       \
	X(STREAMS,     64,             "pages of a desk that are told of changes")            \
	X(SESSIONS,    64,             "browsers that a desk knows; the one not seen for longest goes") \
	X(JOBS,        1000,           "jobs of a desk that are remembered, or wait")         \
	X(REQUEST,     1 << 20,        "bytes of the body of a request to a desk, but for files") \
	X(REQUEST_HEAD, 16 << 10,      "bytes of its first line and headers")                 \
	X(REQUEST_SECONDS, 20,         "seconds that a connection may take to ask")           \
	X(UPLOADS,     256 << 20,      "bytes of bodies that a desk takes at once")           \
	X(DRAWS_ASKED, 100000,         "draws of one weighing that a page may ask for")       \
	X(READER_MEMORY, 1 << 30,      "bytes of memory of the reader child")                 \
	X(READER_SECONDS, 30,          "seconds of processor time of the reader child, one document") \
	X(READER_WAIT, 120,            "seconds on the clock to wait for the reader child")   \
	X(READERS,     128,            "reader children at once")                             \
	X(READER_DOCUMENTS, 1000,      "documents that a reader child reads before a new one takes its place") \
	X(READER_BYTES, 16 << 20,      "bytes of them")                                       \
	X(READER_LIFE, 300,            "seconds on the clock that it works at them")

enum limit {
#define X(name, value, what) LIMIT_##name = (value),
	LIMITS_TABLE(X)
#undef X
};

struct limit_row {
	const char *name;
	long long value;
	const char *what;
};

extern const struct limit_row limits_table[]; // ends with a row whose name is NULL

#endif
