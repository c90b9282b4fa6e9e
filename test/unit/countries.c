#include "case/countries.h"
#include "test/tap.h"

int main(void)
{
	is_text(countries_state("Kyiv"), "Ukraine", "a capital stands for its state");
	is_text(countries_state("the Kremlin"), "Russia", "a seat of government too, with its article");
	is_text(countries_state("United States"), "United States", "two words");
	is_text(countries_state("Ukrainian group"), NULL, "a group is no state");
	is_text(countries_state("Ukrainians"), NULL, "nor is a people");
	is_text(countries_state(""), NULL, "nor is no name");
	is_text(countries_in(slice_of("senior Ukrainian officials")), "Ukraine", "a people names its country");
	is_text(countries_in(slice_of("a North Korean bank")), "North Korea", "the longest name wins");
	is_text(countries_in(slice_of("the USA")), NULL, "no name inside a word");
	is_text(countries_in(slice_of("Brandt, the paint maker")), NULL, "no country, no answer");
	return done();
}
