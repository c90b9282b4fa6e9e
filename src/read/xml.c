#include "read/xml.h"

#include "base/utf8.h"

#include <expat.h>
#include <string.h>

struct xml {
	XML_Parser parser;
	const char *what;
	const struct xml_handler *handler;
	void *context;
	struct err *err;
};

size_t xml_line(const struct xml *x)
{
	return (size_t)XML_GetCurrentLineNumber(x->parser);
}

void xml_stop(struct xml *x)
{
	err_within(x->err, "line %zu", xml_line(x));
	XML_StopParser(x->parser, XML_FALSE);
}

const char *xml_attribute(const char **attributes, const char *name)
{
	for (; attributes[0]; attributes += 2)
		if (!strcmp(attributes[0], name))
			return attributes[1];
	return "";
}

// What expat still calls after it was stopped finds the error set.
static void XMLCALL on_start(void *context, const char *name, const char **attributes)
{
	struct xml *x = context;
	if (!x->err->text[0])
		x->handler->start(x->context, x, name, attributes);
}

static void XMLCALL on_end(void *context, const char *name)
{
	struct xml *x = context;
	if (!x->err->text[0])
		x->handler->end(x->context, x, name);
}

static void XMLCALL on_text(void *context, const char *text, int n)
{
	struct xml *x = context;
	if (!x->err->text[0])
		x->handler->text(x->context, x, text, (size_t)n);
}

static void XMLCALL on_doctype(void *context, const char *name, const char *system, const char *public, int internal)
{
	(void)system, (void)public, (void)internal;
	struct xml *x = context;
	size_t n = utf8_floor(name, strlen(name) < 40 ? strlen(name) : 40);
	err_set(x->err, STATUS_BAD_INPUT, "%s has no document type <!DOCTYPE %.*s>; take it out", x->what, (int)n,
		name);
	xml_stop(x);
}

// The salt of expat's hashes is where its memory lies, which differs from run to run: the random numbers of the system,
// which it would ask for, are out of reach for a reader.
static enum status parse(struct xml *x, struct slice bytes)
{
	XML_SetHashSalt(x->parser, (unsigned long)(uintptr_t)x->parser >> 4 | 1);
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	if (XML_Parse(x->parser, bytes.at, (int)bytes.len, XML_TRUE) == XML_STATUS_OK && !x->err->text[0])
		return STATUS_OK;
	enum XML_Error code = XML_GetErrorCode(x->parser);
	if (x->err->text[0])
		return x->err->status;
	if (code == XML_ERROR_NO_MEMORY)
		return err_set(x->err, STATUS_LIMIT, "the XML needs more memory than the limit READER_MEMORY allows");
	return err_set(x->err, STATUS_BAD_INPUT, "line %zu: not valid XML: %s", xml_line(x), XML_ErrorString(code));
}

enum status xml_read(struct slice bytes, const char *what, const struct xml_handler *handler, void *context,
		     struct err *e)
{
	struct xml x = { XML_ParserCreate(NULL), what, handler, context, e };
	if (!x.parser)
		return err_set(e, STATUS_LIMIT, "no memory to read XML");
	*e = (struct err){ 0 };
	enum status s = parse(&x, bytes);
	XML_ParserFree(x.parser);
	return s;
}
