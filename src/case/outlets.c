// A table of our own: names that readers of world news meet. Names are compared folded: small letters and digits only,
// no leading article.
#include "case/outlets.h"

#include "base/hash.h"

#include <string.h>

struct outlet {
	const char *name, *also; // other names, separated by '|', or NULL
	const char *domains;     // separated by ' ', or NULL
	bool agency;             // others print its texts
};

static const struct outlet outlets[] = {
	{ "Reuters", "Thomson Reuters", "reuters.com", true },
	{ "Associated Press", "AP|The AP|AP News", "apnews.com ap.org", true },
	{ "Agence France-Presse", "AFP", "afp.com", true },
	{ "TASS", "Itar-Tass|ITAR-TASS", "tass.com tass.ru", true },
	{ "Interfax", NULL, "interfax.com interfax.ru", true },
	{ "RIA Novosti", "RIA|RIA News", "ria.ru", true },
	{ "Interfax-Ukraine", NULL, "interfax.com.ua", true },
	{ "Ukrinform", NULL, "ukrinform.net ukrinform.ua", true },
	{ "UNIAN", NULL, "unian.info unian.net", true },
	{ "Xinhua", "Xinhua News Agency", "xinhuanet.com news.cn", true },
	{ "Kyodo", "Kyodo News", "kyodonews.net", true },
	{ "Jiji Press", "Jiji", "jiji.com", true },
	{ "Yonhap", "Yonhap News Agency", "yna.co.kr", true },
	{ "KCNA", "Korean Central News Agency", "kcna.kp", true },
	{ "Deutsche Presse-Agentur", "dpa", "dpa.com", true },
	{ "EFE", NULL, "efe.com", true },
	{ "ANSA", NULL, "ansa.it", true },
	{ "Anadolu Agency", "Anadolu|AA", "aa.com.tr", true },
	{ "IRNA", NULL, "irna.ir", true },
	{ "Fars", "Fars News|Fars News Agency", "farsnews.ir", true },
	{ "Tasnim", "Tasnim News", "tasnimnews.com", true },
	{ "SANA", NULL, "sana.sy", true },
	{ "Press Trust of India", "PTI", "ptinews.com", true },
	{ "ANI", "Asian News International", "aninews.in", true },
	{ "Press Association", "PA Media|PA", "pa.media", true },
	{ "Canadian Press", "The Canadian Press", "thecanadianpress.com", true },
	{ "Australian Associated Press", "AAP", "aap.com.au", true },
	{ "United Press International", "UPI", "upi.com", true },
	{ "Bloomberg", "Bloomberg News", "bloomberg.com", true },
	{ "Dow Jones", "Dow Jones Newswires", "dowjones.com", true },
	{ "CNN", NULL, "cnn.com", false },
	{ "BBC", "BBC News|BBC Russian Service|BBC Russian", "bbc.com bbc.co.uk", false },
	{ "New York Times", "NYT|NY Times", "nytimes.com", false },
	{ "Washington Post", "WaPo", "washingtonpost.com", false },
	{ "Wall Street Journal", "WSJ", "wsj.com", false },
	{ "Financial Times", "FT", "ft.com", false },
	{ "Guardian", NULL, "theguardian.com", false },
	{ "Times", "Times of London", "thetimes.co.uk", false },
	{ "Daily Telegraph", "Telegraph", "telegraph.co.uk", false },
	{ "Independent", NULL, "independent.co.uk", false },
	{ "Daily Mail", "MailOnline|Mail Online", "dailymail.co.uk", false },
	{ "Economist", NULL, "economist.com", false },
	{ "Sky News", NULL, "news.sky.com", false },
	{ "ITV News", "ITV", "itv.com", false },
	{ "NBC News", "NBC", "nbcnews.com", false },
	{ "CBS News", "CBS", "cbsnews.com", false },
	{ "ABC News", "ABC", "abcnews.go.com abc.net.au", false },
	{ "Fox News", "Fox", "foxnews.com", false },
	{ "MSNBC", NULL, "msnbc.com", false },
	{ "NPR", "National Public Radio", "npr.org", false },
	{ "PBS", "PBS NewsHour", "pbs.org", false },
	{ "Politico", NULL, "politico.com politico.eu", false },
	{ "Axios", NULL, "axios.com", false },
	{ "Newsweek", NULL, "newsweek.com", false },
	{ "Time", "TIME magazine|Time magazine", "time.com", false },
	{ "USA Today", NULL, "usatoday.com", false },
	{ "Los Angeles Times", "LA Times", "latimes.com", false },
	{ "Daily Beast", NULL, "thedailybeast.com", false },
	{ "Intercept", NULL, "theintercept.com", false },
	{ "Vice", "Vice News", "vice.com", false },
	{ "Wired", NULL, "wired.com", false },
	{ "Bellingcat", NULL, "bellingcat.com", false },
	{ "Insider", "Business Insider", "insider.com businessinsider.com", false },
	{ "The Insider", NULL, "theins.ru", false },
	{ "Meduza", NULL, "meduza.io", false },
	{ "Novaya Gazeta", NULL, "novayagazeta.ru novayagazeta.eu", false },
	{ "Kommersant", NULL, "kommersant.ru", false },
	{ "RT", "Russia Today", "rt.com", false },
	{ "Sputnik", NULL, "sputniknews.com", false },
	{ "Rossiya 24", "Rossiya-24", NULL, false },
	{ "Moscow Times", NULL, "themoscowtimes.com", false },
	{ "Kyiv Post", NULL, "kyivpost.com", false },
	{ "Kyiv Independent", NULL, "kyivindependent.com", false },
	{ "Ukrainska Pravda", "Ukrayinska Pravda", "pravda.com.ua", false },
	{ "Radio Free Europe", "RFE/RL|Radio Free Europe/Radio Liberty|Radio Liberty", "rferl.org", false },
	{ "Voice of America", "VOA", "voanews.com", false },
	{ "Deutsche Welle", "DW", "dw.com", false },
	{ "Der Spiegel", "Spiegel", "spiegel.de", false },
	{ "Die Zeit", "Zeit", "zeit.de", false },
	{ "Die Welt", "Welt", "welt.de", false },
	{ "Bild", NULL, "bild.de", false },
	{ "Frankfurter Allgemeine Zeitung", "FAZ", "faz.net", false },
	{ "Sueddeutsche Zeitung", "Süddeutsche Zeitung", "sueddeutsche.de", false },
	{ "ARD", NULL, "tagesschau.de", false },
	{ "ZDF", NULL, "zdf.de", false },
	{ "Le Monde", NULL, "lemonde.fr", false },
	{ "Le Figaro", NULL, "lefigaro.fr", false },
	{ "France 24", NULL, "france24.com", false },
	{ "El Pais", "El País", "elpais.com", false },
	{ "El Mundo", NULL, "elmundo.es", false },
	{ "Corriere della Sera", NULL, "corriere.it", false },
	{ "La Repubblica", NULL, "repubblica.it", false },
	{ "Al Jazeera", NULL, "aljazeera.com aljazeera.net", false },
	{ "Al Arabiya", NULL, "alarabiya.net", false },
	{ "Haaretz", NULL, "haaretz.com", false },
	{ "Jerusalem Post", NULL, "jpost.com", false },
	{ "Times of Israel", NULL, "timesofisrael.com", false },
	{ "Times of India", NULL, "timesofindia.indiatimes.com", false },
	{ "Hindu", NULL, "thehindu.com", false },
	{ "Dawn", NULL, "dawn.com", false },
	{ "South China Morning Post", "SCMP", "scmp.com", false },
	{ "Global Times", NULL, "globaltimes.cn", false },
	{ "CCTV", "China Central Television", "cctv.com", false },
	{ "NHK", NULL, "nhk.or.jp", false },
	{ "Asahi Shimbun", "Asahi", "asahi.com", false },
	{ "CBC", "CBC News", "cbc.ca", false },
	{ "Globe and Mail", NULL, "theglobeandmail.com", false },
	{ "Sydney Morning Herald", NULL, "smh.com.au", false },
	{ "The Hill", NULL, "thehill.com", false },
	{ "Wikinews", NULL, "wikinews.org", false },
	{ NULL, NULL, NULL, false },
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

static bool is_folded(struct slice piece, const char *folded)
{
	char text[NAME], other[NAME];
	if (piece.len >= NAME)
		return false;
	memcpy(text, piece.at, piece.len);
	text[piece.len] = 0;
	fold(text, other);
	return !strcmp(other, folded);
}

// Whether a folded name is one of the pieces of `list`.
static bool in_list(const char *list, char sep, const char *folded)
{
	struct slice rest = slice_of(list), piece;
	while (slice_cut(&rest, sep, &piece))
		if (is_folded(piece, folded))
			return true;
	return false;
}

static const struct outlet *row_of(const char *folded)
{
	for (const struct outlet *o = outlets; o->name; o++)
		if (is_folded(slice_of(o->name), folded) || in_list(o->also, '|', folded) || in_list(o->domains, ' ', folded))
			return o;
	return NULL;
}

bool outlets_known(const char *name)
{
	char folded[NAME];
	return name && fold(name, folded) && row_of(folded);
}

bool outlets_agency(const char *name)
{
	char folded[NAME];
	if (!name || !fold(name, folded))
		return false;
	const struct outlet *o = row_of(folded);
	if (o)
		return o->agency;
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
	char folded[NAME], canonical[NAME];
	if (!name || !fold(name, folded))
		return 0;
	const struct outlet *o = row_of(folded);
	if (!o) {
		cut_domain(name, folded);
		o = row_of(folded);
	}
	if (o)
		fold(o->name, canonical);
	const char *key = o ? canonical : folded;
	return hash_fast(key, strlen(key), 0) | 1;
}

bool outlets_same(const char *a, const char *b)
{
	uint64_t key = outlets_key(a);
	return key && key == outlets_key(b);
}
