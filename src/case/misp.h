// What marks an attribute of a MISP event as ours: the reader looks for what the writer puts.
#ifndef CASE_MISP_H
#define CASE_MISP_H

#define MISP_OURS "hearsay: " // begins its comment
#define MISP_CASE "case.json" // the attachment that has the whole case
#define MISP_EVENT "Event"    // id of the foreign object that is the event without its lists

#endif
