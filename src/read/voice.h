// What the reading of a document carries from sentence to sentence.
#ifndef READ_VOICE_H
#define READ_VOICE_H

#include "read/heard.h"
#include "read/parse.h"
#include "read/stance.h"
#include "read/tables.h"
#include "read/turn.h"
#include "read/writer.h"
#include "case/document.h"
#include "case/roster.h"

// A hypothesis that somebody has voiced, for or against.
struct voiced {
	enum role role;
	const char *actor;       // "" where the role has none
	const struct name *name; // the same, in words
	const char *by[4];       // who holds it, the latest last
	int n_by, uses;
	enum polarity polarity; // of the latest statement about it
	bool accused;           // somebody has said it was so
};

enum { VOICED_MOST = 128, BACK = 16 }; // sentences before its cue that words are looked for in

// What a statement was read from, and a sureness that no statement of its sentence is said with.
struct said_part {
	uint32_t found; // of the statement
	struct frame frame;
};
struct announced {       // a likelihood of what its speaker says next in the paragraph
	const char *who; // NULL: nothing is announced
	size_t paragraph;
	struct hedging hedging;
};
struct unplaced {
	struct hedge hedge;
	const char *who; // who is sure; "": whoever spoke last
	size_t sentence;
	uint32_t since; // byte: what was said before is not meant
	bool back;      // it points back at what was said before
	bool note;      // it stands alone: rather of what was said before than of what follows
};

struct reader {
	struct arena *arena;  // of the document
	struct arena scratch; // of the sentence
	struct document *d;
	const struct tables *tables;
	struct mentions *mentions;
	struct roster *names;
	const struct parse *parse;
	const struct said_watch *watch; // or NULL
	struct heards heard;
	bool open[BACK]; // [sentence % BACK] a quotation is open where it begins
	struct topic topic;
	struct voiced voiced[VOICED_MOST]; // the latest last
	int n_voiced;
	const char *last_by;    // whose the last statement is
	struct party voice;     // the last speaker: whose an unfinished or unclaimed quotation is
	struct parties carried; // and who carried what it said
	struct turns turns;
	size_t turn;            // how many of them were reached
	struct party writer;    // the body whose report the document is; name NULL where it is nobody's
	struct writers issuers; // who becomes the writer on the way (read/writer.h)
	size_t issuer;          // the next that is not reached
	struct party floor;     // who holds the floor; name NULL where the document is no transcript
	size_t paragraph;
	LIST(struct unplaced) unplaced; // by sentence
	struct announced announced;
	size_t first; // statement of the sentence being read: no earlier one shares words with it
};

// One sentence as it is being read.
struct spoken {
	struct tokens s;
	struct hits hits;
	bool hedges; // anything in it may be a hedge
	struct frames frames;
	struct party party[FRAMES_MOST];  // [frame] its speaker; name NULL where nobody is found
	struct party citing[FRAMES_MOST]; // [frame] who cites its speaker; name NULL: nobody does
	uint32_t kept[FRAMES_MOST];       // [frame] the statement that it became, as found (from 1); 0: none
	bool awaits;                      // what says whose some of its words are is still to come
	bool carried[FRAMES_MOST];        // [frame] what it says is a statement already, by an inner frame
	LIST(struct said_part) parts;     // a statement each
};

// Learns whose words are that stand in other sentences than their cue, which is in this one: "The union sent a note."
void voice_afar(struct reader *r, const struct spoken *k, size_t sentence);

// Whose words are nobody else's: who holds the floor, else who writes the report, else the report's.
struct party voice_own(const struct reader *r);

// Whose it is that something is not told or known, which a sentence says without a cue: not its writer's (`own`) but
// its subject's. "The official won't go there."
struct party voice_untold(struct reader *r, const struct spoken *k, enum stance stance, struct party own);

// Whose words a frame's clause stands in: "It can be excluded, according to Ana Lorca", "it was, she said, not ruled
// out".
struct party voice_around(const struct spoken *k, size_t frame);

// Whether a speaker is the report or its writer.
bool voice_is_own(const struct reader *r, const char *speaker);

// Whose words a frame's are, by its source or its joined frame's; name NULL where nobody is found.
struct party voice_party(struct reader *r, const struct spoken *k, size_t frame);

// Whom a noun phrase names, as a party; `self` is whose words it stands in, or NULL.
struct party voice_of(struct reader *r, const struct tokens *s, struct range at, const char *self);

// Whether a frame's speaker is the one whom later words are held to be by; not who is quoted within a quotation, which
// stays its opener's.
bool voice_leads(const struct spoken *k, size_t frame);

// Whether somebody unknown opens a quotation with a frame, which goes on behind its sentence.
bool voice_opens(const struct spoken *k, size_t frame);

// Whether a frame stands in a quotation that was opened before its sentence: what it says came through the opener.
bool voice_within(const struct spoken *k, size_t frame);

// Gives what somebody says who cites somebody to the one that is cited: "citing a study by the Institute, she said".
void voice_cite(struct reader *r, struct spoken *k, size_t frame);

// Whom the words at `who` name that say who holds something, "she is sure", in what `self` says (NULL: nobody); NULL
// where nobody is found. "I" and "our" are no names.
const char *voice_holder(struct reader *r, const struct spoken *k, struct range who, const char *self);
bool voice_first_person(const struct token *t);

// Whose words token i stands in.
const char *voice_at(const struct reader *r, const struct spoken *k, int i);

// Whether a name means a speaker right before it: also a people its service, "the Osterians" for "Osterian
// intelligence", and a noun whom it is the head of, "the broker" for "a London broker".
bool voice_means(const char *name, const char *speaker);

// What the speaker's words rest on.
enum basis voice_basis(const struct spoken *k, const struct frame *f, const struct party *p, enum stance stance);

// Whether a frame's cue acts on its own speaker, who then is not the speaker: "Lorca also named Ried" is not Ried's.
bool voice_accuses(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker);

#endif
