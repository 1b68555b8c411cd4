"""Makes the files beside it, with Python's standard library alone: python3 make.py"""
import gzip, io, tarfile, zipfile

DATE = (2026, 1, 1, 0, 0, 0)


def pack(name, entries, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(name, "w") as out:
        for path, text in entries:
            info = zipfile.ZipInfo(path, DATE)
            info.compress_type = zipfile.ZIP_STORED if path == "mimetype" else method
            out.writestr(info, text)


def gz(name, data):
    with open(name, "wb") as out:
        out.write(gzip.compress(data, mtime=0))


CSV = b"Month,Crime type\r\n" + b"2023-01,Burglary\r\n" * 200

# Archives: two good ones, and the ways in which they go wrong.
pack("months.zip", [("2023-01/", ""), ("2023-01/2023-01-thornmere-street.csv", CSV), ("notes.txt", "hello")])
gz("street.csv.gz", CSV)
with tarfile.open("months.tar.gz", "w:gz") as out:
    info = tarfile.TarInfo("a/street.csv")
    info.size = len(CSV)
    out.addfile(info, io.BytesIO(CSV))
with open("street.csv.gz", "rb") as whole, open("cut.csv.gz", "wb") as cut:
    cut.write(whole.read()[:-20])
pack("bomb.zip", [("zeros.csv", b"0" * 40_000_000)])
gz("bomb.csv.gz", b"0" * 40_000_000)
gz("twice.csv.gz", gzip.compress(CSV, mtime=0))
pack("climbing.zip", [("../../etc/cron.d/x", "x")])
pack("rooted.zip", [("/etc/x", "x")])
with tarfile.open("linked.tar", "w") as out:
    info = tarfile.TarInfo("passwords")
    info.type = tarfile.SYMTYPE
    info.linkname = "/etc/passwd"
    out.addfile(info)
with open("months.zip", "rb") as whole, open("broken.zip", "wb") as broken:
    data = bytearray(whole.read())
    data[110] ^= 0xFF  # inside the first file's packed bytes
    broken.write(data)

# Tables: days by style, gaps, booleans, a formula's kept value.
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def text(ref, value):
    return f'<c r="{ref}" t="inlineStr"><is><t>{value}</t></is></c>'


def xlsx(name, rows):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    pack(name, [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
         f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
         f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>'),
        ("_rels/.rels", f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets><sheet name="Return" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
         f'<Relationship Id="rId2" Type="{DOC}/styles" Target="styles.xml"/></Relationships>'),
        ("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>'
         '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>'),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'),
    ])


xlsx("days.xlsx",
     '<row r="3">' + text("B3", "Name") + text("D3", "When") + text("E3", "Number") + "</row>"
     '<row r="7">' + text("B7", "0012") + '<c r="D7" s="1"><v>44927</v></c><c r="E7"><v>0.1</v></c><c r="F7" t="b"><v>1</v></c></row>'
     '<row r="9"><c r="D9" s="2"><v>44928.5</v></c><c r="E9"><v>-1234567.5</v></c><c r="G9"><f>1+1</f><v>2</v></c></row>')
# Percentages by a format of the program and by one of the sheet's own; cells without a place.
xlsx("percent.xlsx",
     '<!-- <row r="1"><c r="A1" s="3"/></row> -->'
     '<row r="2"><c r="A2" s="3"><v>0.69</v></c><c s="4"><v>-0.0417</v></c><c><v>0.69</v></c></row>'
     '<row r="3"><c r="B3" s="3"><v>1</v></c>' + text("C3", "69%") + "</row>")
xlsx("empty.xlsx", "")
xlsx("vast.xlsx", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
xlsx("bomb.xlsx", '<row r="1">' + text("A1", "0" * 40_000_000) + "</row>")

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"

def ods(name, rows):
    pack(name, [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'),
        ("content.xml", f'<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0" xmlns:text="{OFFICE}:text:1.0"><office:body><office:spreadsheet>'
         f'<table:table table:name="Rückgabe">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'),
    ])


ods("table.ods",
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Ward</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string"><text:p>Count</text:p></table:table-cell></table:table-row>'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Abbey</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="41"><text:p>41</text:p></table:table-cell>'
    '<table:table-cell office:value-type="date" office:date-value="2023-01-31"><text:p>31/01/2023</text:p></table:table-cell></table:table-row>')
ods("percent.ods",
    '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
    '<table:table-cell office:value-type="percentage" office:value="0.69"><text:p>69%</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="0.69"><text:p>0.69</text:p></table:table-cell></table:table-row>')
