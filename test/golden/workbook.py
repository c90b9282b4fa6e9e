"""Makes workbooks (XLSX) of plain lists, as spreadsheets write them: shared strings, styles, merged cells."""
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = ('<styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]d&quot;.&quot;mmm yy"/>'
          '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/>'
          '<xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>' % MAIN)


def column(n):
    return (column(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)


class Workbook:
    """Sheets are {"name": ..., "rows": [[cell, ...], ...], "merged": ["A1:B2", ...]}; a cell is a text, a number,
    {"date": serial}, {"percent": number} or {"inline": text}."""

    def __init__(self, sheets):
        self.sheets, self.strings = sheets, []

    def cell(self, place, what):
        if what in ("", None):
            return ""
        if isinstance(what, dict):
            kind, value = next(iter(what.items()))
            if kind == "inline":
                return '<c r="%s" t="inlineStr"><is><r><t>%s</t></r></is></c>' % (place, escape(value))
            return '<c r="%s" s="%d"><v>%r</v></c>' % (place, 1 if kind == "date" else 2, value)
        if isinstance(what, (int, float)):
            return '<c r="%s"><v>%r</v></c>' % (place, what)
        self.strings.append(what)
        return '<c r="%s" t="s"><v>%d</v></c>' % (place, len(self.strings) - 1)

    def sheet(self, sheet):
        rows = []
        for r, row in enumerate(sheet["rows"], 1):
            cells = "".join(self.cell("%s%d" % (column(c), r), what) for c, what in enumerate(row))
            rows.append('<row r="%d">%s</row>' % (r, cells))
        merged = "".join('<mergeCell ref="%s"/>' % m for m in sheet.get("merged", []))
        return '<worksheet xmlns="%s"><sheetData>%s</sheetData><mergeCells>%s</mergeCells></worksheet>' % (
            MAIN, "".join(rows), merged)

    def parts(self):
        """Every part of the package, by name."""
        parts = {"[Content_Types].xml": "<Types/>", "xl/styles.xml": STYLES}
        named, related = [], []
        for i, sheet in enumerate(self.sheets, 1):
            parts["xl/worksheets/sheet%d.xml" % i] = self.sheet(sheet)
            named.append('<sheet name=%s sheetId="%d" r:id="rId%d"/>' % (quoteattr(sheet["name"]), i, i))
            related.append('<Relationship Id="rId%d" Target="worksheets/sheet%d.xml"/>' % (i, i))
        strings = "".join("<si><t>%s</t><rPh><t>furigana</t></rPh></si>" % escape(s) for s in self.strings)
        parts["xl/sharedStrings.xml"] = '<sst xmlns="%s">%s</sst>' % (MAIN, strings)
        parts["xl/workbook.xml"] = '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (
            MAIN, OFFICE, "".join(named))
        parts["xl/_rels/workbook.xml.rels"] = '<Relationships xmlns="%s">%s</Relationships>' % (
            PACKAGE, "".join(related))
        return parts


def pack(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(zipfile.ZipInfo(name), text, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook(sheets):
    return pack(Workbook(sheets).parts())
