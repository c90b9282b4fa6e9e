#include "read/sex.h"

#include "base/search.h"

#include <ctype.h>
#include <string.h>

// First names, in order. Those are left out that both sexes have (Robin, Sasha, Andrea, Jean), and those that more
// often are something else (Victoria, Grant, Joy).
// clang-format off
static const char *const men[] = {
	"aaron", "abdul", "abdullah", "adam", "adrian", "ahmad", "ahmed", "alan", "albert", "alberto", "alejandro",
	"aleksandr", "alessandro", "alexander", "alexei", "alfonso", "alfred", "alistair", "allan", "allen",
	"anatoly", "andreas", "andrei", "andrew", "andy", "angus", "anthony", "anton", "antonio", "armando",
	"arnold", "arthur", "arturo", "arvid", "asif", "barry", "bartosz", "ben", "benedict", "benjamin",
	"bernard", "bernd", "bill", "bjorn", "bob", "bogdan", "boris", "brad", "brendan", "brian", "bruce",
	"bruno", "bryan", "callum", "carl", "carlo", "carlos", "cedric", "cesar", "christopher", "clarence",
	"claudio", "clemens", "clive", "colin", "conor", "craig", "cyril", "dan", "daniel", "dariusz", "dave",
	"david", "davide", "denis", "dennis", "derek", "dieter", "dietmar", "dimitri", "dirk", "dmitri", "dmitry",
	"dominic", "donald", "doug", "douglas", "duncan", "eamon", "eddie", "edgar", "eduardo", "edward", "edwin",
	"eirik", "emanuel", "emil", "emilio", "emmanuel", "enrico", "eric", "erik", "ernest", "ernst", "esteban",
	"ethan", "eugene", "evgeny", "fabian", "fabio", "farid", "felipe", "felix", "ferdinand", "fernando",
	"filip", "francesco", "francisco", "franco", "franz", "fraser", "fred", "frederick", "fredrik", "gareth",
	"gary", "gavin", "gennady", "geoff", "geoffrey", "george", "gerald", "gerard", "gerd", "gerhard",
	"giacomo", "gilbert", "giles", "giorgio", "giovanni", "giuseppe", "glenn", "gordon", "graham", "greg",
	"gregory", "grigory", "guido", "guillermo", "gunther", "gustav", "hamza", "hans", "harald", "harold",
	"harry", "hassan", "hector", "heinrich", "heinz", "helmut", "hendrik", "henrik", "henry", "herbert",
	"herman", "horst", "howard", "hubert", "hugh", "hugo", "hussein", "ian", "ibrahim", "igor", "ilya",
	"imran", "isaac", "ismail", "ivan", "ivar", "jack", "jacob", "jacques", "jaime", "jake", "jakob", "jakub",
	"james", "jared", "jason", "javier", "jeff", "jeffrey", "jens", "jeremy", "jerome", "jim", "jimmy",
	"joachim", "joe", "joel", "johan", "johann", "johannes", "john", "johnny", "jonas", "jonathan", "jorge",
	"jose", "josef", "joseph", "joshua", "josip", "juan", "julian", "julius", "jurgen", "justin", "karim",
	"karl", "kaspar", "keith", "ken", "kenneth", "kevin", "kieran", "klaus", "konrad", "konstantin", "kurt",
	"lars", "lasse", "laurence", "lawrence", "leif", "leo", "leon", "leonard", "leonid", "leopold", "liam",
	"lorenzo", "louis", "luca", "lucas", "luigi", "luis", "lukas", "luke", "magnus", "malcolm", "manfred",
	"manuel", "marc", "marcel", "marco", "marcus", "marek", "mario", "mark", "markus", "martin", "marvin",
	"mateusz", "mathias", "matt", "matteo", "matthew", "matthias", "maurice", "mauricio", "maximilian",
	"michael", "miguel", "mikael", "mike", "mikhail", "miles", "milos", "mohamed", "mohammad", "mohammed",
	"moritz", "mustafa", "nathan", "neil", "nicholas", "nick", "nico", "nicolas", "nigel", "nikolai", "nils",
	"norbert", "olaf", "olav", "ole", "oleg", "oleksandr", "oliver", "omar", "oscar", "osman", "oswald",
	"otto", "owen", "pablo", "paolo", "pascal", "patrick", "paul", "pavel", "pedro", "pete", "peter", "petr",
	"petros", "phil", "philip", "philippe", "pierre", "pieter", "piotr", "rafael", "ralf", "ralph", "ramon",
	"rashid", "raymond", "reginald", "reinhard", "reuben", "ricardo", "richard", "rick", "rob", "robert",
	"roberto", "rodrigo", "roger", "roland", "rolf", "ron", "ronald", "rory", "rudolf", "rupert", "russell",
	"ryan", "salvatore", "samir", "samuel", "scott", "sean", "sebastian", "serge", "sergei", "sergey",
	"sergio", "seth", "shaun", "sidney", "simon", "stan", "stanislav", "stefan", "stephen", "steve", "steven",
	"stewart", "stuart", "sven", "tariq", "ted", "terence", "theo", "theodore", "thomas", "tim", "timothy",
	"tobias", "todd", "tom", "tomas", "tomasz", "tommy", "tony", "trevor", "tristan", "ulrich", "umberto",
	"uwe", "vadim", "valentin", "vasily", "victor", "viktor", "vincent", "vincenzo", "vitaly", "vladimir",
	"walter", "warren", "werner", "wilfred", "wilhelm", "willem", "william", "wolfgang", "xavier", "yannick",
	"yuri", "yusuf", "zoran",
};

static const char *const women[] = {
	"abigail", "ada", "adele", "adriana", "agatha", "agnes", "agnieszka", "aisha", "aleksandra", "alessandra",
	"alexandra", "alice", "alicia", "alison", "amanda", "amelia", "amina", "amy", "ana", "anastasia", "angela",
	"angelica", "anika", "anita", "anja", "ann", "anna", "anne", "anneke", "annette", "annika", "antonia",
	"astrid", "audrey", "barbara", "beate", "beatrice", "beatriz", "becky", "bernadette", "berta", "bertha",
	"beth", "betty", "bianca", "birgit", "birgitta", "bridget", "brigitte", "camilla", "carla", "carmen",
	"carol", "caroline", "catherine", "cecilia", "celia", "chiara", "christa", "christina", "christine",
	"claire", "clara", "clarissa", "claudia", "colette", "cora", "cordelia", "cornelia", "cynthia", "dagmar",
	"daniela", "danielle", "debbie", "deborah", "deirdre", "denise", "diana", "diane", "dolores", "donna",
	"dora", "doris", "dorothea", "dorothy", "edith", "eileen", "elaine", "eleanor", "elena", "elisabeth",
	"elise", "eliza", "elizabeth", "ella", "ellen", "eloise", "elsa", "emilia", "emily", "emma", "erika",
	"erin", "esme", "esther", "eva", "eve", "evelyn", "fatima", "fiona", "flora", "frances", "francesca",
	"franziska", "freya", "frida", "gabriela", "gabriella", "gemma", "genevieve", "georgina", "gerda",
	"gertrude", "gillian", "giovanna", "giulia", "gloria", "greta", "gudrun", "gwen", "hanna", "hannah",
	"harriet", "heidi", "helen", "helena", "helga", "henrietta", "hilary", "hilda", "hildegard", "ida", "ilse",
	"imogen", "ines", "ingeborg", "ingrid", "irena", "irene", "irina", "irma", "isabel", "isabella",
	"isabelle", "jacqueline", "jane", "janet", "janice", "janine", "jeanette", "jennifer", "jenny", "jessica",
	"jill", "joanna", "joanne", "josephine", "joyce", "juanita", "judith", "judy", "julia", "juliana", "julie",
	"juliet", "june", "karen", "karin", "karina", "katarina", "kate", "katerina", "katharina", "katherine",
	"kathleen", "kathryn", "kathy", "katie", "katja", "katya", "khadija", "kirsten", "kirsty", "klara",
	"kristin", "kristina", "lara", "larissa", "laura", "layla", "leila", "lena", "leonie", "leonora", "lidia",
	"lilian", "lily", "linda", "lisa", "lise", "liv", "livia", "liz", "liza", "lois", "louise", "lucia",
	"lucinda", "lucy", "ludmila", "luisa", "lydia", "lynn", "magda", "magdalena", "maggie", "mairead", "maja",
	"marcela", "margaret", "margarethe", "margarita", "margot", "maria", "mariam", "marianne", "marie",
	"marion", "marjorie", "marlene", "marta", "martha", "martina", "mary", "mathilda", "matilda", "maud",
	"maureen", "megan", "melanie", "melissa", "michelle", "mildred", "milena", "mina", "miranda", "miriam",
	"moira", "molly", "monica", "monika", "muriel", "myrna", "nadia", "nadine", "nancy", "naomi", "natalia",
	"natalie", "natasha", "nina", "nora", "norma", "odette", "olga", "olivia", "ophelia", "pamela", "patricia",
	"paula", "pauline", "penelope", "petra", "philippa", "phoebe", "polly", "priscilla", "priya", "rachel",
	"rebecca", "renata", "renate", "rhiannon", "rita", "roberta", "rosa", "rosalie", "rosalind", "rosamund",
	"rose", "rosemarie", "rosemary", "rosie", "roxana", "ruth", "sabine", "sabrina", "sally", "samantha",
	"sandra", "sara", "sarah", "selma", "serena", "shannon", "sheila", "sibylle", "sigrid", "silvia",
	"siobhan", "sonia", "sonja", "sophia", "sophie", "stella", "stephanie", "susan", "susanna", "susanne",
	"suzanne", "svetlana", "sylvia", "tamara", "tanja", "tanya", "tatiana", "tatyana", "tessa", "thelma",
	"theresa", "therese", "tilda", "tina", "trudy", "ulla", "ulrike", "una", "ursula", "valentina", "valeria",
	"valerie", "vanessa", "vera", "verena", "veronica", "veronika", "viola", "vivian", "viviane", "wendy",
	"wilhelmina", "winifred", "xenia", "yasmin", "yelena", "yolanda", "yvette", "yvonne", "zainab", "zara",
	"zoe", "zofia", "zuzana",
};
// clang-format on

static bool among(const char *word, const char *const *names, size_t n)
{
	size_t i = search_first(n, k, strcmp(names[k], word) < 0);
	return i < n && !strcmp(names[i], word);
}

enum { NAME = 24 };

// A letter with an accent without it, by the second of its two bytes: U+00C0 to U+00FF.
static const char plain[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";

// A word without its accents; empty where it is too long or has other letters.
static void fold(const char *word, char out[NAME])
{
	size_t n = 0;
	for (const unsigned char *c = (const unsigned char *)word; *c; c++, n++) {
		bool accent = *c == 0xC3 && c[1] >= 0x80 && c[1] < 0xC0;
		if (n + 1 == NAME || (*c >= 0x80 && !accent)) {
			n = 0;
			break;
		}
		out[n] = accent ? plain[*++c - 0x80] : (char)*c;
	}
	out[n] = 0;
}

static enum sex of_word(const char *word)
{
	char name[NAME];
	fold(word, name);
	if (among(name, men, sizeof men / sizeof *men))
		return SEX_HE;
	return among(name, women, sizeof women / sizeof *women) ? SEX_SHE : SEX_UNKNOWN;
}

enum sex sex_of_first_name(const struct token *t)
{
	return !t->capital || t->owner ? SEX_UNKNOWN : of_word(t->word);
}

enum sex sex_of_full_name(const char *name)
{
	char first[NAME];
	size_t n = strcspn(name, " ");
	if (!name[n] || n >= NAME)
		return SEX_UNKNOWN;
	for (size_t i = 0; i < n; i++)
		first[i] = (char)tolower((unsigned char)name[i]);
	first[n] = 0;
	return of_word(first);
}

enum sex sex_of_noun(const struct token *t)
{
	static const char *const he[] = {
		"mr",        "sir",     "lord",    "king",     "father",     "brother",  "son",         "uncle",
		"monk",      "bishop",  "husband", "duke",     "prince",     "sheikh",   "imam",        "boy",
		"actor",     "emperor", "nephew",  "grandson", "stepfather", "stepson",  "grandfather", "stepbrother",
		"boyfriend", "widower", "herr",    "signor",   "señor",      "monsieur", "godfather"
	};
	static const char *const she[] = { "mrs",        "ms",           "miss",       "lady",          "queen",
					   "mother",     "sister",       "daughter",   "wife",          "widow",
					   "duchess",    "girl",         "princess",   "aunt",          "nun",
					   "dame",       "abbess",       "actress",    "niece",         "grandmother",
					   "stepmother", "stepdaughter", "stepsister", "granddaughter", "girlfriend",
					   "waitress",   "mme",          "mlle",       "frau",          "signora",
					   "señora",     "madame",       "godmother" };
	struct slice word = slice_of(t->word);
	if (slice_starts(word, "ex-"))
		return sex_of_noun(&(struct token){ .word = t->word + 3, .is = t->is });
	if (token_among(t, she) || slice_ends(word, "woman"))
		return SEX_SHE;
	return token_among(t, he) || (slice_ends(word, "man") && word.len > 4 && !token_is(t, IS(nation)))
		   ? SEX_HE
		   : SEX_UNKNOWN;
}

enum sex sex_of_description(const char *name)
{
	static const char *const links[] = { "of", "for", "at", "from", "with", "in", "who" };
	enum sex sex = SEX_UNKNOWN;
	struct slice rest = slice_of(name), word;
	while (slice_cut(&rest, ' ', &word)) {
		char room[NAME];
		if (word.len == 0 || word.len >= NAME)
			return SEX_UNKNOWN;
		memcpy(room, word.at, word.len);
		room[word.len] = 0;
		struct token t = { .word = room };
		if (token_among(&t, links))
			break;
		sex = sex_of_noun(&t);
	}
	return sex;
}

enum sex sex_of_pronoun(const struct token *t)
{
	if (token_says(t, "he") || token_says(t, "him") || token_says(t, "himself"))
		return SEX_HE;
	return token_says(t, "she") || token_says(t, "her") || token_says(t, "herself") ? SEX_SHE : SEX_UNKNOWN;
}

bool sex_agrees(enum sex a, enum sex b)
{
	return a == SEX_UNKNOWN || b == SEX_UNKNOWN || a == b;
}
