#include "case/outlets.h"

#include "base/hash.h"

#include <string.h>

// An agency and its other names. Names are compared folded: small letters and digits only, no leading article.
static const struct agency {
	const char *name, *aliases[3];
} agencies[] = {
	{ "ap", { "associatedpress", "apnews", "apcom" } },
	{ "afp", { "agencefrancepresse", "afpcom" } },
	{ "reuters", { "reuterscom", "thomsonreuters" } },
	{ "upi", { "unitedpressinternational", "upicom" } },
	{ "dpa", { "deutschepresseagentur" } },
	{ "tass", { "itartass", "tasscom" } },
	{ "interfax", { "interfaxukraine" } },
	{ "ria", { "rianovosti" } },
	{ "xinhua", { "xinhuanewsagency" } },
	{ "pa", { "pressassociation", "pamedia" } },
	{ "ani", { "asiannewsinternational" } },
	{ "pti", { "presstrustofindia" } },
	{ "efe", { "agenciaefe" } },
	{ "ansa", { "ansait" } },
	{ "kyodo", { "kyodonews" } },
	{ "yonhap", { "yonhapnewsagency" } },
	{ "anadolu", { "anadoluagency", "aa" } },
	{ "bloomberg", { "bloombergnews" } },
	{ "ukrinform", { NULL } },
	{ "canadianpress", { "cp" } },
	{ "aap", { "australianassociatedpress" } },
};

// Papers, channels and sites that readers of world news meet; folded.
static const char *const papers[] = {
	"abc", "abcnews", "alarabiya", "aljazeera", "ard", "asahi", "asahishimbun", "axios", "bbc", "bbcnews",
	"bellingcat", "bild", "businessinsider", "cbc", "cbcnews", "cbs", "cbsnews", "cctv", "cnn", "corrieredellasera",
	"dailybeast", "dailymail", "dailytelegraph", "derspiegel", "deutschewelle", "diewelt", "diezeit", "dw",
	"economist", "elmundo", "elpais", "fars", "faz", "financialtimes", "foxnews", "france24", "ft", "globaltimes",
	"globeandmail", "guardian", "haaretz", "independent", "irna", "itv", "jerusalempost", "kcna", "kommersant",
	"kyivindependent", "kyivpost", "larepubblica", "latimes", "lefigaro", "lemonde", "losangelestimes", "meduza",
	"moscowtimes", "msnbc", "nbc", "nbcnews", "newsweek", "newyorktimes", "nhk", "novayagazeta",
	"npr", "nyt", "pbs",
	"politico", "radiofreeeurope", "rferl", "rossiya24", "rt", "russiatoday", "sana", "scmp", "skynews",
	"southchinamorningpost", "spiegel", "sputnik", "sydneymorningherald", "tasnim", "telegraph", "thehill",
	"times", "timesofindia", "timesofisrael", "ukrainskapravda", "unian", "usatoday", "vice", "voa",
	"voiceofamerica", "wallstreetjournal", "washingtonpost", "welt", "wikinews", "wired", "wsj", "zdf",
};

// First and last words of a folded name that say "outlet".
static const char *const paper_begins[] = { "radio", "channel", "daily" };
static const char *const paper_ends[] = {
	"times",   "post",   "herald",  "tribune", "gazette", "courier", "chronicle", "observer",  "mirror",
	"journal", "ledger", "weekly",  "radio",   "news",    "wire",    "press",     "dispatch", "sentinel",
	"mail",    "argus",  "examiner", "inquirer", "television", "broadcasting", "magazine", "newspaper", "monitor",
};

// Endings of a folded name that say "agency".
static const char *const agency_words[] = {
	"newsagency", "pressagency", "pressassociation", "newsservice",
	"newswire",   "wireservice", "telegraphagency",  "agency",
};

enum { NAME = 64 };

static bool letter(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// The folded name; returns its length.
static size_t fold(const char *name, char out[NAME])
{
	struct slice s = slice_trim(slice_of(name));
	size_t n = 0;
	if (s.len > 4 && slice_is_nocase((struct slice){ s.at, 4 }, "the "))
		s = (struct slice){ s.at + 4, s.len - 4 };
	if (s.len > 4 && slice_is_nocase((struct slice){ s.at, 4 }, "www."))
		s = (struct slice){ s.at + 4, s.len - 4 };
	for (size_t i = 0; i < s.len && n + 1 < NAME; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if (letter(c))
			out[n++] = (char)c;
	}
	out[n] = 0;
	return n;
}

static const struct agency *agency_of(const char *folded)
{
	for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++) {
		if (!strcmp(agencies[i].name, folded))
			return &agencies[i];
		for (size_t k = 0; k < 3 && agencies[i].aliases[k]; k++)
			if (!strcmp(agencies[i].aliases[k], folded))
				return &agencies[i];
	}
	return NULL;
}

bool outlets_agency(const char *name)
{
	char folded[NAME];
	if (!name || !fold(name, folded))
		return false;
	if (agency_of(folded))
		return true;
	for (size_t i = 0; i < sizeof agency_words / sizeof *agency_words; i++)
		if (slice_ends(slice_of(folded), agency_words[i]))
			return true;
	return false;
}

bool outlets_known(const char *name)
{
	char folded[NAME];
	if (!name || !fold(name, folded))
		return false;
	if (outlets_agency(name))
		return true;
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
		if (!strcmp(papers[i], folded))
			return true;
	if (!strchr(name, ' '))
		return false;
	for (size_t i = 0; i < sizeof paper_begins / sizeof *paper_begins; i++)
		if (slice_starts(slice_of(folded), paper_begins[i]))
			return true;
	for (size_t i = 0; i < sizeof paper_ends / sizeof *paper_ends; i++)
		if (slice_ends(slice_of(folded), paper_ends[i]))
			return true;
	return false;
}

// A domain's ending is no part of a name: "harbourtimes.com" is "Harbour Times".
static void cut_domain(const char *name, char *folded)
{
	static const char *const endings[] = { ".com", ".org", ".net", ".news", ".example", ".co.uk" };
	size_t n = strlen(folded);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		char ending[NAME];
		size_t m = fold(endings[i], ending);
		if (n > m && slice_ends(slice_trim(slice_of(name)), endings[i]))
			folded[n - m] = 0;
	}
}

uint64_t outlets_key(const char *name)
{
	char folded[NAME];
	if (!name || !fold(name, folded))
		return 0;
	cut_domain(name, folded);
	const struct agency *agency = agency_of(folded);
	const char *canonical = agency ? agency->name : folded;
	return hash_fast(canonical, strlen(canonical), 0) | 1;
}

bool outlets_same(const char *a, const char *b)
{
	uint64_t key = outlets_key(a);
	return key && key == outlets_key(b);
}
