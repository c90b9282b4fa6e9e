#include "case/countries.h"

#include <assert.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

enum { STATES = 5, PEOPLES = 3, LETTER = 48 }; // names of a country, of its people, with one first letter

// Names that stand for the state, and words for its people. A seat of government counts where news uses it so.
static const struct country {
	const char *state[STATES], *people[PEOPLES];
} countries[] = {
	{ { "Afghanistan", "Kabul" }, { "Afghan", "Afghans" } },
	{ { "Argentina", "Buenos Aires" }, { "Argentine", "Argentinian" } },
	{ { "Armenia", "Yerevan" }, { "Armenian", "Armenians" } },
	{ { "Australia", "Canberra" }, { "Australian", "Australians" } },
	{ { "Austria", "Vienna" }, { "Austrian", "Austrians" } },
	{ { "Azerbaijan", "Baku" }, { "Azerbaijani", "Azeri" } },
	{ { "Belarus", "Minsk" }, { "Belarusian", "Belarusians" } },
	{ { "Belgium", "Brussels" }, { "Belgian", "Belgians" } },
	{ { "Brazil", "Brasilia" }, { "Brazilian", "Brazilians" } },
	{ { "Britain", "London", "United Kingdom", "UK", "Downing Street" }, { "British", "Britons" } },
	{ { "Bulgaria", "Sofia" }, { "Bulgarian", "Bulgarians" } },
	{ { "Canada", "Ottawa" }, { "Canadian", "Canadians" } },
	{ { "China", "Beijing", "Zhongnanhai" }, { "Chinese" } },
	{ { "Colombia", "Bogota" }, { "Colombian", "Colombians" } },
	{ { "Croatia", "Zagreb" }, { "Croatian", "Croats" } },
	{ { "Cuba", "Havana" }, { "Cuban", "Cubans" } },
	{ { "Czech Republic", "Czechia", "Prague" }, { "Czech", "Czechs" } },
	{ { "Denmark", "Copenhagen" }, { "Danish", "Danes" } },
	{ { "Egypt", "Cairo" }, { "Egyptian", "Egyptians" } },
	{ { "Estonia", "Tallinn" }, { "Estonian", "Estonians" } },
	{ { "Ethiopia", "Addis Ababa" }, { "Ethiopian", "Ethiopians" } },
	{ { "Finland", "Helsinki" }, { "Finnish", "Finns" } },
	{ { "France", "Paris", "Elysee" }, { "French" } },
	{ { "Georgia", "Tbilisi" }, { "Georgian", "Georgians" } },
	{ { "Germany", "Berlin" }, { "German", "Germans" } },
	{ { "Greece", "Athens" }, { "Greek", "Greeks" } },
	{ { "Hungary", "Budapest" }, { "Hungarian", "Hungarians" } },
	{ { "India", "New Delhi", "Delhi" }, { "Indian", "Indians" } },
	{ { "Indonesia", "Jakarta" }, { "Indonesian", "Indonesians" } },
	{ { "Iran", "Tehran" }, { "Iranian", "Iranians" } },
	{ { "Iraq", "Baghdad" }, { "Iraqi", "Iraqis" } },
	{ { "Ireland", "Dublin" }, { "Irish" } },
	{ { "Israel", "Jerusalem", "Tel Aviv" }, { "Israeli", "Israelis" } },
	{ { "Italy", "Rome" }, { "Italian", "Italians" } },
	{ { "Japan", "Tokyo" }, { "Japanese" } },
	{ { "Kazakhstan", "Astana" }, { "Kazakh", "Kazakhs" } },
	{ { "Kenya", "Nairobi" }, { "Kenyan", "Kenyans" } },
	{ { "Latvia", "Riga" }, { "Latvian", "Latvians" } },
	{ { "Lebanon", "Beirut" }, { "Lebanese" } },
	{ { "Libya", "Tripoli" }, { "Libyan", "Libyans" } },
	{ { "Lithuania", "Vilnius" }, { "Lithuanian", "Lithuanians" } },
	{ { "Mexico", "Mexico City" }, { "Mexican", "Mexicans" } },
	{ { "Moldova", "Chisinau" }, { "Moldovan", "Moldovans" } },
	{ { "Netherlands", "The Hague", "Hague" }, { "Dutch" } },
	{ { "Nigeria", "Abuja" }, { "Nigerian", "Nigerians" } },
	{ { "North Korea", "Pyongyang" }, { "North Korean", "North Koreans" } },
	{ { "Norway", "Oslo" }, { "Norwegian", "Norwegians" } },
	{ { "Pakistan", "Islamabad" }, { "Pakistani", "Pakistanis" } },
	{ { "Philippines", "Manila" }, { "Philippine", "Filipino", "Filipinos" } },
	{ { "Poland", "Warsaw" }, { "Polish", "Poles" } },
	{ { "Portugal", "Lisbon" }, { "Portuguese" } },
	{ { "Qatar", "Doha" }, { "Qatari", "Qataris" } },
	{ { "Romania", "Bucharest" }, { "Romanian", "Romanians" } },
	{ { "Russia", "Moscow", "Kremlin" }, { "Russian", "Russians" } },
	{ { "Saudi Arabia", "Riyadh" }, { "Saudi", "Saudis" } },
	{ { "Serbia", "Belgrade" }, { "Serbian", "Serbs" } },
	{ { "Slovakia", "Bratislava" }, { "Slovak", "Slovaks" } },
	{ { "South Africa", "Pretoria" }, { "South African", "South Africans" } },
	{ { "South Korea", "Seoul" }, { "South Korean", "South Koreans" } },
	{ { "Spain", "Madrid" }, { "Spanish", "Spaniards" } },
	{ { "Sudan", "Khartoum" }, { "Sudanese" } },
	{ { "Sweden", "Stockholm" }, { "Swedish", "Swedes" } },
	{ { "Switzerland", "Bern" }, { "Swiss" } },
	{ { "Syria", "Damascus" }, { "Syrian", "Syrians" } },
	{ { "Taiwan", "Taipei" }, { "Taiwanese" } },
	{ { "Turkey", "Ankara", "Turkiye" }, { "Turkish", "Turks" } },
	{ { "Ukraine", "Kyiv", "Kiev" }, { "Ukrainian", "Ukrainians" } },
	{ { "United States", "Washington", "US", "White House", "U.S." }, { "American", "Americans" } },
	{ { "Venezuela", "Caracas" }, { "Venezuelan", "Venezuelans" } },
	{ { "Vietnam", "Hanoi" }, { "Vietnamese" } },
	{ { "Yemen", "Sanaa" }, { "Yemeni", "Yemenis" } },
};

static bool in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ((unsigned char)c & 0x80);
}

// The table's names by their first letters, made when it is first asked.
static struct letter {
	int n;
	struct entry {
		const char *word;
		size_t len;
		const struct country *country;
		bool state;
	} at[LETTER];
} letters[26];
static pthread_once_t made = PTHREAD_ONCE_INIT;

static void make_letters(void)
{
	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
		for (size_t k = 0; k < STATES + PEOPLES; k++) {
			const struct country *c = &countries[i];
			const char *word = k < STATES ? c->state[k] : c->people[k - STATES];
			if (!word)
				continue;
			struct letter *l = &letters[word[0] - 'A'];
			assert(l->n < LETTER);
			l->at[l->n++] = (struct entry){ word, strlen(word), c, k < STATES };
		}
}

// The longest name of the table at the beginning of s, as a word of its own; sets its country and whether it stands for
// the state.
static size_t name_at(struct slice s, const struct country **country, bool *state)
{
	size_t best = 0;
	if (!s.len || s.at[0] < 'A' || s.at[0] > 'Z')
		return 0;
	pthread_once(&made, make_letters);
	const struct letter *l = &letters[s.at[0] - 'A'];
	for (const struct entry *e = l->at; e < l->at + l->n; e++) {
		if (e->len <= best || e->len > s.len || memcmp(s.at, e->word, e->len) != 0 ||
		    (s.len > e->len && in_word(s.at[e->len])))
			continue;
		best = e->len;
		*country = e->country;
		*state = e->state;
	}
	return best;
}

const char *countries_in(struct slice text)
{
	const struct country *c;
	bool state;
	for (size_t i = 0; i < text.len; i++) {
		bool begins = text.at[i] >= 'A' && text.at[i] <= 'Z' && (!i || !in_word(text.at[i - 1]));
		if (begins && name_at((struct slice){ text.at + i, text.len - i }, &c, &state))
			return c->state[0];
	}
	return NULL;
}

const char *countries_state(const char *name)
{
	struct slice s = slice_trim(slice_of(name));
	const struct country *c;
	bool state;
	size_t n = name_at(s, &c, &state);
	if (!n && s.len > 4 && slice_is_nocase((struct slice){ s.at, 4 }, "the ")) {
		s = (struct slice){ s.at + 4, s.len - 4 };
		n = name_at(s, &c, &state);
	}
	return n && n == s.len && state ? c->state[0] : NULL;
}
