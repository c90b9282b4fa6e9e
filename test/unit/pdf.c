// pdftotext as a process: words come back, and whatever the PDF does to it, the worst is a sentence.
#include "base/buf.h"
#include "base/limits.h"
#include "read/pdf.h"
#include "read/process.h"
#include "test/tap.h"

#include <stdlib.h>

static struct err e;

// A PDF with one stream for its page, and `levels` forms, each of which draws the next one ten times. It has no table
// of its objects; pdftotext looks for them.
static struct slice pdf_of(struct arena *a, const char *content, int levels)
{
	struct buf b = buf_in(a), ten = buf_in(a);
	for (int i = 0; i < 10; i++)
		buf_text(&ten, "/X Do ");
	buf_text(&b, "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
		     "2 0 obj\n<< /Type /Pages /Count 1 /Kids [4 0 R] >>\nendobj\n"
		     "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
		     "4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources "
		     "<< /Font << /F 3 0 R >> /XObject << /X 6 0 R >> >> >>\nendobj\n");
	buf_printf(&b, "5 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n", strlen(content), content);
	for (int i = 0; i < levels; i++)
		buf_printf(&b,
			   "%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources "
			   "<< /XObject << /X %d 0 R >> >> /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
			   6 + i, 7 + i, ten.n, ten.at);
	buf_text(&b, "trailer\n<</Size 99/Root 1 0 R>>\n%%EOF\n");
	return (struct slice){ buf_str(&b), b.n };
}

static void test_words(void)
{
	struct arena a = { 0 };
	struct slice words;
	struct slice pdf = pdf_of(&a, "BT /F 12 Tf 100 700 Td (The ferry left.) Tj ET", 0);
	ok(pdf_is(pdf) && !pdf_is(slice_of("PDF")), "a PDF is known by how it begins");
	ok(pdf_words(&a, pdf, &words, &e) == STATUS_OK && slice_find(words, ">ferry</word>") > 0,
	   "its words come back (%s)", e.text);
	arena_free(&a);
}

static void refuse(struct slice pdf, int patience, enum status status, const char *words)
{
	struct arena a = { 0 };
	struct slice got;
	e = (struct err){ 0 };
	process_patience(patience);
	ok(pdf_words(&a, pdf, &got, &e) == status && strstr(e.text, words), "refused: %s", e.text);
	arena_free(&a);
}

static void test_refusals(void)
{
	struct arena a = { 0 };
	struct buf big = buf_in(&a);
	buf_text(&big, "%PDF-1.4\n");
	while (big.n < 4 << 20)
		buf_text(&big, "nothing of a PDF\n");
	refuse(slice_of("%PDF-1.7 ..."), 60, STATUS_BAD_INPUT, "cannot read this PDF (exit 1)");
	refuse((struct slice){ big.at, big.n }, 60, STATUS_BAD_INPUT, "cannot read this PDF (exit 1)");
	refuse(pdf_of(&a, "/X Do", 12), 1, STATUS_LIMIT, "longer than 1 seconds");
	arena_free(&a);
}

// No folder of PATH has it.
static void test_missing(void)
{
	char *path = getenv("PATH") ? strdup(getenv("PATH")) : NULL;
	setenv("PATH", "/nowhere", 1);
	refuse(slice_of("%PDF-1.7 ..."), 60, STATUS_IO, "install the package poppler-utils");
	if (path)
		setenv("PATH", path, 1);
	free(path);
}

int main(void)
{
	test_words();
	test_refusals();
	test_missing();
	return done();
}
