// What marks an object of STIX 2.1 as ours: the reader looks for what the writer puts.
#ifndef CASE_STIX_H
#define CASE_STIX_H

// The space of our names, for UUIDs of version 5; and in it those of the program and of its extension.
#define STIX_SPACE "6f1b7a54-7d0e-4b0e-9c39-3f1f6f0a3c55"
#define STIX_PROGRAM "b6deb327-4872-578c-a2d7-295f46c39790"
#define STIX_IDENTITY "identity--" STIX_PROGRAM
#define STIX_EXTENSION "extension-definition--43803391-69da-554f-a478-6ddf1f277fc9"

// Keys of our extension: the list of a case that an item is of, its place in it from 0, and the item: as a map, or as
// JSON in a text where it holds what STIX forbids. An object without an item repeats or derives, and is not read.
#define STIX_KIND "kind"
#define STIX_PLACE "place"
#define STIX_ITEM "item"
#define STIX_ITEM_TEXT "item_text"
// Which of them an object without an item is about.
#define STIX_QUESTION "question"
#define STIX_HYPOTHESIS "hypothesis"

#endif
